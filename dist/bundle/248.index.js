"use strict";
exports.id = 248;
exports.ids = [248];
exports.modules = {

/***/ 3248:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* reexport */ post)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/text/duration.js
var duration = __webpack_require__(2811);
// EXTERNAL MODULE: ./build/actions/step.js
var step = __webpack_require__(765);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
;// CONCATENATED MODULE: ./build/actions/orchestrator/files.js


const filesIn = (folder) => ({
    seed: (0,external_node_path_.join)(folder, 'seed.yaml'),
    ready: (0,external_node_path_.join)(folder, 'ready.json'),
    log: (0,external_node_path_.join)(folder, 'orchestrator.log'),
});
const parseReady = (line) => {
    try {
        const { event, url, org, token } = JSON.parse(line);
        const isReady = event === 'ready' && [url, org, token].every((each) => typeof each === 'string');
        return isReady ? { url, org, token } : undefined;
    }
    catch {
        return undefined;
    }
};
const readReady = async (folder) => {
    const text = await (0,promises_.readFile)(filesIn(folder).ready, 'utf8').catch(() => '');
    const lines = text.split('\n').slice(0, -1);
    return lines.map(parseReady).find((ready) => ready !== undefined);
};
const maxLogBytes = 256 * 1024;
const readLog = async (folder) => {
    const file = await (0,promises_.open)(filesIn(folder).log);
    try {
        const { size } = await file.stat();
        const start = Math.max(0, size - maxLogBytes);
        const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size - start), position: start });
        const text = buffer.toString('utf8', 0, bytesRead);
        return (start === 0 ? text : `…\n${text.slice(text.indexOf('\n') + 1)}`).trimEnd();
    }
    finally {
        await file.close();
    }
};

;// CONCATENATED MODULE: ./build/actions/orchestrator/background.js




const startInBackground = async (script, args, folder) => {
    const files = filesIn(folder);
    const [ready, log] = await Promise.all([(0,promises_.open)(files.ready, 'w'), (0,promises_.open)(files.log, 'a')]);
    let ending;
    const child = (0,external_node_child_process_.spawn)(process.execPath, [script, ...args], {
        detached: true,
        stdio: ['ignore', ready.fd, log.fd],
        windowsHide: true,
    });
    child.once('exit', (code, signal) => {
        ending = code === null ? `it was ended by ${String(signal)}` : `it ended with exit code ${code}`;
    });
    child.once('error', ({ message }) => {
        ending = message;
    });
    child.unref();
    await Promise.all([ready.close(), log.close()]);
    return {
        pid: child.pid,
        ending: () => ending,
        kill: () => void child.kill('SIGKILL'),
    };
};
const answers = async ({ transport }, { url, token }) => {
    const headers = { authorization: `Bearer ${token}` };
    try {
        await transport({ method: 'GET', url: `${url}/current-user`, headers, timeoutMs: 2000 });
        return true;
    }
    catch (error) {
        return error instanceof errors/* TimeoutError */.MU;
    }
};
const send = (pid, signal) => {
    try {
        return process.kill(pid, signal);
    }
    catch {
        return false;
    }
};
const waitsForCollection = async (pid) => /\) Z /.test(await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
const pollMs = 50;
const endsWithin = async (clock, pid, ms) => {
    const deadline = clock.now() + ms;
    while (send(pid, 0) && !(await waitsForCollection(pid))) {
        if (clock.now() >= deadline)
            return false;
        await clock.sleep(pollMs);
    }
    return true;
};
const patienceMs = 5000;
const stopInBackground = async (step, pid, ready) => {
    if (!(await answers(step, ready)))
        return 'gone';
    send(pid, 'SIGTERM');
    if (await endsWithin(step.clock, pid, patienceMs))
        return 'stopped';
    send(pid, 'SIGKILL');
    return (await endsWithin(step.clock, pid, patienceMs)) ? 'killed' : 'left';
};

;// CONCATENATED MODULE: ./build/actions/orchestrator/inputs.js

const readInputs = async ({ inputs, context }) => {
    const dataDir = inputs.text('data-dir');
    return {
        seed: await inputs.file('seed'),
        dataDir: dataDir === undefined ? undefined : (0,external_node_path_.resolve)(context.workspace, dataDir),
        port: inputs.integer('port', { default: 0, min: 0, max: 65_535 }),
        control: inputs.boolean('control', false),
    };
};

;// CONCATENATED MODULE: ./build/actions/orchestrator/state.js
const remember = (runner, { pid, folder }) => {
    runner.saveState('pid', pid);
    runner.saveState('folder', folder);
};
const recall = (runner) => {
    const pid = runner.getState('pid');
    const folder = runner.getState('folder');
    return pid === undefined || folder === undefined ? undefined : { pid: Number(pid), folder };
};

;// CONCATENATED MODULE: ./build/actions/orchestrator/start.js








const start_pollMs = 50;
const startMs = 60_000;
const lastLines = 30;
const toArguments = async ({ seed, dataDir, port, control }, folder) => {
    const { seed: seedFile } = filesIn(folder);
    if (seed !== undefined)
        await (0,promises_.writeFile)(seedFile, seed);
    return [
        '--port',
        String(port),
        '--log-requests',
        ...(dataDir === undefined ? [] : ['--data-dir', dataDir]),
        ...(seed === undefined ? [] : ['--seed', seedFile]),
        ...(control ? ['--control'] : []),
    ];
};
const failure = async (why, folder, port) => {
    const log = await readLog(folder);
    const advice = log.includes('EADDRINUSE') ? `\nPort ${port} is taken: leave out \`port\` to have any free one.` : '';
    const said = log === '' ? ', and said nothing.' : `:\n${log.split('\n').slice(-lastLines).join('\n')}`;
    return new step/* FailedStep */.u(`The orchestrator did not start: ${why}${said}${advice}`);
};
const waitUntilReady = async ({ runner, clock }, background, { folder, port }) => {
    const deadline = clock.now() + startMs;
    for (;;) {
        const ending = background.ending();
        if (ending !== undefined)
            throw await failure(ending, folder, port);
        const ready = await readReady(folder);
        if (ready)
            return ready;
        if (clock.now() >= deadline) {
            throw await failure(`it was not ready after ${(0,duration/* formatDuration */.a)(startMs)}`, folder, port);
        }
        await clock.sleep(start_pollMs, runner.signal);
    }
};
const start = async (step, script) => {
    const { runner } = step;
    const inputs = await readInputs(runner);
    const folder = (0,external_node_path_.dirname)(runner.writeTempFile('orchestrator.log', ''));
    const background = await startInBackground(script, await toArguments(inputs, folder), folder);
    if (background.pid !== undefined)
        remember(runner, { pid: background.pid, folder });
    const ready = await waitUntilReady(step, background, { folder, port: inputs.port }).catch((error) => {
        background.kill();
        throw error;
    });
    runner.mask(ready.token);
    runner.setOutput('api-url', ready.url);
    runner.setOutput('token', ready.token);
    runner.setOutput('org', ready.org);
    runner.exportVariable('HUMANITEC_API_URL', ready.url);
    runner.exportVariable('HUMANITEC_TOKEN', ready.token);
    runner.exportVariable('HUMANITEC_ORG', ready.org);
    runner.info(`The orchestrator listens at ${ready.url} and holds the organization '${ready.org}'.`);
};

;// CONCATENATED MODULE: ./build/actions/orchestrator/post.js



const tell = ({ runner }, pid, stopped) => {
    switch (stopped) {
        case 'stopped':
            return runner.info('The orchestrator is stopped.');
        case 'gone':
            return runner.warning('The orchestrator had ended before the job did. Its log says why, if it could tell.');
        case 'killed':
            return runner.warning('The orchestrator did not end when it was asked to, so it was killed.');
        case 'left':
            return runner.warning(`The orchestrator goes on: process ${pid} could not be ended.`);
    }
};
const post = async (step) => {
    const { runner } = step;
    const state = recall(runner);
    const ready = state && (await readReady(state.folder));
    if (!state || !ready)
        return;
    runner.mask(ready.token);
    tell(step, state.pid, await stopInBackground(step, state.pid, ready));
    const log = await readLog(state.folder);
    if (log === '')
        return runner.info('Its log is empty.');
    runner.startGroup('Log of the orchestrator');
    runner.info(log);
    runner.endGroup();
};

;// CONCATENATED MODULE: ./build/actions/orchestrator/main.js


const script = () => (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ''), '../orchestrator/index.js');
const main = (step) => start(step, script());



/***/ })

};
;
export const id = 517;
export const ids = [517];
export const modules = {

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* reexport */ post)
});

// EXTERNAL MODULE: ./build/client/index.js + 5 modules
var build_client = __webpack_require__(8479);
// EXTERNAL MODULE: ./build/core/await-run.js + 1 modules
var await_run = __webpack_require__(4531);
// EXTERNAL MODULE: ./build/core/request-deployment.js
var request_deployment = __webpack_require__(8395);
;// CONCATENATED MODULE: ./build/policy/origin.js
const originLine = ({ repository, commit, actor, runId, runAttempt }) => `github: ${repository}@${commit} ${actor} ${runId}/${runAttempt}`;
const isOriginLine = (line) => /^\s*github:/i.test(line);
/** The comment with its one true origin line: what looks like another in the given text is taken out. */
const withOrigin = (comment, origin) => {
    const lines = comment.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).filter((line) => !isOriginLine(line));
    return [...lines, ...(origin ? [originLine(origin)] : [])].join('\n').trim();
};

// EXTERNAL MODULE: ./build/policy/source.js
var source = __webpack_require__(9278);
// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(1362);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(6677);
// EXTERNAL MODULE: ./build/actions/cancel.js
var cancel = __webpack_require__(5476);
// EXTERNAL MODULE: ./build/actions/connection.js + 1 modules
var actions_connection = __webpack_require__(3281);
// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(5386);
// EXTERNAL MODULE: ./build/actions/tell-run.js
var tell_run = __webpack_require__(537);
;// CONCATENATED MODULE: ./build/actions/deploy/inputs.js

const hour = 60 * 60 * 1000;
const readInputs = (inputs) => {
    const what = inputs.atMostOne('delta-id', 'set-id', 'deployment-id');
    const valueSetVersionId = inputs.text('value-set-version-id');
    if (valueSetVersionId !== undefined && what === 'deployment-id') {
        inputs.refuse('value-set-version-id', 'cannot go with `deployment-id`: a deployment brings its own values');
    }
    return {
        connection: (0,actions_connection/* readConnection */.dC)(inputs, { timeoutMs: hour }),
        envId: inputs.required('env'),
        source: {
            deltaId: inputs.text('delta-id'),
            setId: inputs.text('set-id'),
            deploymentId: inputs.text('deployment-id'),
            valueSetVersionId,
        },
        comment: inputs.text('comment') ?? '',
        onConflict: inputs.choice('on-conflict', ['wait', 'fail'], 'wait'),
        wait: inputs.boolean('wait', true),
        logs: inputs.boolean('logs', true),
        cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
        cancelOnAbort: inputs.boolean('cancel-on-abort', false),
        summary: inputs.boolean('summary', true),
    };
};

;// CONCATENATED MODULE: ./build/actions/deploy/repeat-call.js


/** The run of a call whose answer never came: the same call with the same key answers with it, and starts no other. */
const repeatCall = async (step, connection, { body, key: idempotencyKey }) => {
    const { client, orgId, appId } = (0,actions_connection/* connectForLastWords */.fN)(step, connection);
    const path = { orgId, appId };
    const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey });
    const { pipeline_id, id } = (0,build_client/* requireBody */.WW)(answer);
    return { pipelineId: pipeline_id, runId: id };
};

;// CONCATENATED MODULE: ./build/actions/deploy/state.js
/** Without a key there is no call any more that may have had an effect. */
const rememberKey = (runner, key, body) => {
    runner.saveState('key', key ?? '');
    runner.saveState('body', body);
};
const rememberRun = (runner, { id, pipeline_id }) => {
    runner.saveState('run', { pipelineId: pipeline_id, runId: id });
};
const rememberEnd = (runner) => {
    runner.saveState('ended', true);
};
/** Undefined when nothing was asked for. */
const recallState = (runner) => {
    const key = runner.getState('key');
    const body = runner.getState('body');
    const run = runner.getState('run');
    if (key === undefined || body === undefined)
        return undefined;
    return {
        key,
        body: JSON.parse(body),
        run: run === undefined ? undefined : JSON.parse(run),
        hasEnded: runner.getState('ended') === 'true',
    };
};

;// CONCATENATED MODULE: ./build/actions/deploy/post.js




/** After a job that did not succeed: cancels the run that `main` was killed over, if told to. */
const post = async (step) => {
    const { runner } = step;
    const state = recallState(runner);
    if (!state || state.hasEnded)
        return;
    const { connection, envId, cancelOnAbort } = readInputs(runner.inputs);
    const { run } = state;
    if (!cancelOnAbort) {
        const what = run ? `Run '${run.runId}'` : 'A deployment that was asked for';
        runner.warning(`${what} may go on in '${envId}'; set \`cancel-on-abort: true\` to have it cancelled with the job.`);
        return;
    }
    const left = run
        ? { kind: 'run', run }
        : { kind: 'call', envId, repeat: () => repeatCall(step, connection, state) };
    runner.warning(`The step was interrupted. ${await (0,cancel/* cancelLeft */.oS)(step, connection, left)}.`);
};

;// CONCATENATED MODULE: ./build/actions/deploy/main.js














const originOf = async ({ context, readEvent }) => {
    const { repository, triggeringActor, actor, runId, runAttempt } = context;
    const { commit } = (0,source/* sourceOf */.v)(context, await readEvent());
    const by = triggeringActor ?? actor;
    if (!repository || !commit || !by || !runId)
        return undefined;
    return { repository, commit, actor: by, runId, runAttempt: runAttempt ?? '1' };
};
const nothing = {
    jobs: [],
    approvals: [],
    problems: [],
    hosts: {},
};
/** Asks for the run, saving beforehand what the post step needs if this process is killed over it. */
const request = async (step, api, { inputs, body, leaves }) => {
    const { connection, envId, onConflict } = inputs;
    const onKey = (key) => {
        rememberKey(step.runner, key, body);
        const repeat = (idempotencyKey) => () => repeatCall(step, connection, { body, key: idempotencyKey });
        leaves(key === undefined ? { kind: 'nothing' } : { kind: 'call', envId, repeat: repeat(key) });
    };
    const onBusy = (message) => step.runner.info(`Environment '${envId}' is busy, waiting: ${message}`);
    try {
        return await (0,request_deployment/* requestDeployment */.li)(api, body, { onConflict, onKey, onBusy });
    }
    catch (error) {
        if (api.signal?.aborted || !(error instanceof Error))
            throw error;
        if ((0,build_client/* isUnknownEffect */.W)(error))
            return { kind: 'unknown', message: error.message };
        leaves({ kind: 'nothing' });
        throw error;
    }
};
/** The run that this step has started, or why there is none. */
const start = async (step, api, { inputs, leaves }) => {
    const { runner } = step;
    const { envId, source, comment, onConflict } = inputs;
    const origin = await originOf(runner);
    const body = await (0,request_deployment/* toDeploymentRequest */.EL)(api, envId, { source, comment: withOrigin(comment, origin) });
    const requested = await request(step, api, { inputs, body, leaves });
    if (requested.kind === 'unknown') {
        const where = `the runs of application '${api.orgId}/${api.appId}' in environment '${envId}'`;
        const reason = `Whether the deployment was started is not known: ${(0,sentence/* sentence */.e)(requested.message)} Look at ${where} before asking again`;
        return { result: { ...nothing, status: 'unknown', envId, reason } };
    }
    if (requested.kind !== 'started') {
        const { kind: status, message } = requested;
        return { result: { ...nothing, status, envId, reason: `The deployment to '${envId}' was not started: ${message}` } };
    }
    const { run } = requested;
    rememberRun(runner, run);
    leaves({ kind: 'run', run: { pipelineId: run.pipeline_id, runId: run.id } });
    runner.setOutput('run-id', run.id);
    runner.setOutput('pipeline-id', run.pipeline_id);
    const ahead = onConflict === 'fail' ? await (0,request_deployment/* withdrawIfBlocked */.GI)(api, run) : undefined;
    if (!ahead)
        return { run };
    const reason = `Run '${run.id}' stood behind run '${ahead.id}' in '${run.concurrency_group}', so it was cancelled`;
    return { result: { ...nothing, status: 'conflict', envId, run, reason } };
};
const finish = async (step, { connection, envId, summary }, result) => {
    const { runner, clock } = step;
    const url = (0,run_outputs/* deploymentUrl */.PM)(connection, envId, result.deployment?.id);
    runner.setOutput('set-id', result.deployment?.set_id ?? '');
    runner.setOutput('current', result.current ?? '');
    runner.setOutput('hosts', result.hosts);
    runner.setOutput('url', url);
    if (summary)
        await runner.summary((0,run/* runSummary */.K)(result, { title: `Deploy to ${envId}`, url, now: clock.now() }));
    (0,run_outputs/* finishRun */.JH)(runner, result);
};
const deploy = async (step, inputs, leaves) => {
    const { runner } = step;
    const { connection, envId } = inputs;
    const api = (0,actions_connection/* connect */.Ng)(step, connection);
    const beginning = await start(step, api, { inputs, leaves });
    if ('result' in beginning)
        return finish(step, inputs, beginning.result);
    const { id: runId, pipeline_id: pipelineId } = beginning.run;
    const reference = { pipelineId, runId };
    runner.info(`Run ${runId} of pipeline '${pipelineId}' deploys to '${envId}'.`);
    if (!inputs.wait)
        return runner.setOutput('url', (0,run_outputs/* deploymentUrl */.PM)(connection, envId, undefined));
    const options = { envId, until: 'completed', logs: inputs.logs, onEvent: (0,tell_run/* tellRun */.R)(runner) };
    const result = await (0,await_run/* awaitRun */.I)(api, reference, options);
    await (0,cancel/* cancelOnTimeout */.Ln)(step, inputs, reference, result);
    return finish(step, inputs, result);
};
/** Asks for a deployment and, unless told otherwise, waits for its end. */
const main = async (step) => {
    const inputs = readInputs(step.runner.inputs);
    try {
        await (0,cancel/* withInterruption */.AA)(step, inputs, (leaves) => deploy(step, inputs, leaves));
    }
    finally {
        rememberEnd(step.runner);
    }
};



/***/ }),

/***/ 9278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
const textAt = (value, ...keys) => {
    const found = keys.reduce((at, key) => (typeof at === 'object' && at !== null ? at[key] : undefined), value);
    return typeof found === 'string' && found !== '' ? found : undefined;
};
/**
 * What was built, not what GitHub made of it: on a pull request the source branch as `refs/pr_head/<branch>` and its
 * head commit, where GITHUB_REF and GITHUB_SHA name a merge that exists nowhere else.
 */
const sourceOf = ({ ref, sha, headRef }, event) => {
    const branch = textAt(event, 'pull_request', 'head', 'ref') ?? headRef;
    if (branch === undefined)
        return { ref, commit: sha };
    return { ref: `refs/pr_head/${branch}`, commit: textAt(event, 'pull_request', 'head', 'sha') ?? sha };
};


/***/ })

};

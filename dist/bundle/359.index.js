"use strict";
exports.id = 359;
exports.ids = [359];
exports.modules = {

/***/ 2986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ cancelAfterKill)
/* harmony export */ });
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7613);

const cancelAfterKill = async (step, { connection, cancelOnAbort }, { run, what, where, lookAt, repeat }) => {
    const { runner } = step;
    if (!cancelOnAbort) {
        const subject = run ? `Run '${run.runId}'` : what;
        runner.warning(`${subject} may go on ${where}; set \`cancel-on-abort: true\` to have it cancelled with the job.`);
        return;
    }
    const left = run ? { kind: 'run', run } : { kind: 'call', lookAt, repeat };
    runner.warning(`The step was interrupted. ${await (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelLeft */ .oS)(step, connection, left)}.`);
};


/***/ }),

/***/ 8575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ rememberKey),
/* harmony export */   DO: () => (/* binding */ rememberEnd),
/* harmony export */   G_: () => (/* binding */ forgetCall),
/* harmony export */   j: () => (/* binding */ rememberRun),
/* harmony export */   xu: () => (/* binding */ recallState)
/* harmony export */ });
const rememberKey = (runner, key, body) => {
    runner.saveState('key', key ?? '');
    runner.saveState('body', body);
};
const rememberRun = (runner, { id, pipeline_id }) => {
    runner.saveState('run', { pipelineId: pipeline_id, runId: id });
};
const forgetCall = (runner) => {
    runner.saveState('key', '');
    runner.saveState('run', '');
};
const rememberEnd = (runner) => {
    runner.saveState('ended', true);
};
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


/***/ }),

/***/ 7613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ withInterruption),
/* harmony export */   H1: () => (/* binding */ brokenOff),
/* harmony export */   Ln: () => (/* binding */ cancelOnTimeout),
/* harmony export */   oS: () => (/* binding */ cancelLeft)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5512);
/* harmony import */ var _core_cancel_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3265);
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1178);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2679);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(765);





const named = ({ pipelineId, runId }) => `Run '${runId}' of pipeline '${pipelineId}'`;
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
const cancelRemote = async (step, api, run) => {
    step.runner.info(`${named(run)} is being cancelled.`);
    try {
        const wasRunning = await (0,_core_cancel_run_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelRun */ .S)(api, run);
        return wasRunning ? `${named(run)}: its cancellation was asked for` : `${named(run)} had ended already`;
    }
    catch (error) {
        return (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownEffect */ .W)(error)
            ? `${named(run)} may go on: whether its cancellation was taken is not known (${messageOf(error)})`
            : `${named(run)} goes on: its cancellation failed (${messageOf(error)})`;
    }
};
const cancelOnTimeout = async (step, { connection, cancelOnTimeout: wanted }, run, { status }) => {
    if (status !== 'timed-out')
        return;
    const left = `${named(run)} goes on by itself; set \`cancel-on-timeout: true\` to have it cancelled`;
    step.runner.warning(`${wanted ? await cancelRemote(step, (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectForLastWords */ .fN)(step, connection), run) : left}.`);
};
const goesOn = (left) => {
    switch (left.kind) {
        case 'run':
            return `${named(left.run)} may go on by itself`;
        case 'call':
            return `Whether a run was started is not known: look at ${left.lookAt}`;
        case 'deployment':
            return `Deployment '${left.deploymentId}' goes on by itself`;
        case 'nothing':
            return 'Nothing had been started';
    }
};
const cancelLeft = async (step, connection, left) => {
    if (left.kind === 'run')
        return cancelRemote(step, (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectForLastWords */ .fN)(step, connection), left.run);
    if (left.kind !== 'call')
        return goesOn(left);
    try {
        const run = await left.repeat();
        return await cancelRemote(step, (0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectForLastWords */ .fN)(step, connection, _connection_js__WEBPACK_IMPORTED_MODULE_2__/* .lastAnswerMs */ .px), run);
    }
    catch (error) {
        return `${goesOn(left)} (${messageOf(error)})`;
    }
};
const afterInterruption = async (step, { connection, cancelOnAbort }, left) => {
    if (cancelOnAbort)
        return cancelLeft(step, connection, left);
    const isCancellable = left.kind === 'run' || left.kind === 'call';
    return `${goesOn(left)}${isCancellable ? '; set `cancel-on-abort: true` to have it cancelled with the job' : ''}`;
};
const brokenOff = async (step, inputs, left) => {
    if (step.runner.signal.aborted) {
        return { status: 'cancelled', message: `The job was cancelled. ${await afterInterruption(step, inputs, left)}` };
    }
    if (left.kind === 'nothing')
        return { status: 'failed', message: '' };
    return { status: 'unknown', message: left.kind === 'call' ? '' : goesOn(left) };
};
const withInterruption = async (step, inputs, work) => {
    const { runner } = step;
    const now = { left: { kind: 'nothing' } };
    try {
        await work((left) => {
            now.left = left;
        });
    }
    catch (error) {
        if (error instanceof _step_js__WEBPACK_IMPORTED_MODULE_3__/* .FailedStep */ .u)
            throw error;
        const { status, message } = await brokenOff(step, inputs, now.left);
        runner.setOutput('status', status);
        if (status === 'cancelled')
            throw new _step_js__WEBPACK_IMPORTED_MODULE_3__/* .FailedStep */ .u((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .e)(message), { cause: error });
        if (message !== '')
            runner.warning(`${message}.`);
        throw error;
    }
};


/***/ }),

/***/ 6359:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* reexport */ post)
});

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var build_client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/core/await-run.js + 3 modules
var await_run = __webpack_require__(6191);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
;// CONCATENATED MODULE: ./build/core/call-pipeline.js


const runsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs';
const callPipeline = async ({ client, orgId, appId }, { pipelineId, inputs, idempotencyKey }) => {
    const path = { orgId, appId, pipelineId };
    try {
        return (0,build_client/* requireBody */.WW)(await client.post(runsPath, { path, body: { inputs }, idempotencyKey }));
    }
    catch (cause) {
        if ((0,build_client/* hasStatus */.Ro)(cause, 404)) {
            const problem = `which is no pipeline of application '${orgId}/${appId}'`;
            throw new errors/* InputError */.dz(`Input 'pipeline-id' is "${pipelineId}", ${problem}: ${cause.message}`, { cause });
        }
        if ((0,build_client/* hasStatus */.Ro)(cause, 400, 422)) {
            throw new errors/* InputError */.dz(`Pipeline '${pipelineId}' was not started, since it does not take this: ${cause.message}`, {
                cause,
            });
        }
        throw cause;
    }
};

// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(91);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/actions/call-state.js
var call_state = __webpack_require__(8575);
// EXTERNAL MODULE: ./build/actions/cancel.js
var cancel = __webpack_require__(7613);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(7141);
// EXTERNAL MODULE: ./build/actions/step.js
var actions_step = __webpack_require__(765);
// EXTERNAL MODULE: ./build/actions/tell-run.js
var tell_run = __webpack_require__(4552);
;// CONCATENATED MODULE: ./build/actions/run-pipeline/inputs.js

const hour = 60 * 60 * 1000;
const readInputs = (inputs) => ({
    connection: (0,actions_connection/* readConnection */.dC)(inputs, { timeoutMs: hour }),
    pipelineId: inputs.required('pipeline-id'),
    envId: inputs.text('env'),
    wait: inputs.boolean('wait', true),
    logs: inputs.boolean('logs', true),
    cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
    cancelOnAbort: inputs.boolean('cancel-on-abort', false),
    summary: inputs.boolean('summary', true),
});
const readPipelineInputs = async (inputs) => (await inputs.object('inputs')) ?? {};

;// CONCATENATED MODULE: ./build/actions/run-pipeline/repeat-call.js


const lookAtRuns = ({ pipelineId, connection: { orgId, appId } }) => `the runs of pipeline '${pipelineId}' of application '${orgId}/${appId}'`;
const repeatCall = async (step, { connection, pipelineId }, { key: idempotencyKey, given: inputs }) => {
    const { pipeline_id, id } = await callPipeline((0,actions_connection/* connectForLastWords */.fN)(step, connection, actions_connection/* lastQuestionMs */.j5), {
        pipelineId,
        inputs,
        idempotencyKey,
    });
    return { pipelineId: pipeline_id, runId: id };
};

// EXTERNAL MODULE: ./build/actions/after-kill.js
var after_kill = __webpack_require__(2986);
;// CONCATENATED MODULE: ./build/actions/run-pipeline/post.js




const post = async (step) => {
    const state = (0,call_state/* recallState */.xu)(step.runner);
    if (!state || state.hasEnded)
        return;
    const inputs = readInputs(step.runner.inputs);
    const { key, body: given, run } = state;
    await (0,after_kill/* cancelAfterKill */.j)(step, inputs, {
        run,
        what: 'A run that was asked for',
        where: `in pipeline '${inputs.pipelineId}'`,
        lookAt: lookAtRuns(inputs),
        repeat: () => repeatCall(step, inputs, { key, given }),
    });
};

;// CONCATENATED MODULE: ./build/actions/run-pipeline/main.js













const start = async (step, api, { inputs, given, leaves }) => {
    const { runner, random } = step;
    const { pipelineId } = inputs;
    const key = random.uuid();
    api.signal?.throwIfAborted();
    (0,call_state/* rememberKey */.$P)(runner, key, given);
    leaves({ kind: 'call', lookAt: lookAtRuns(inputs), repeat: () => repeatCall(step, inputs, { key, given }) });
    try {
        const run = await callPipeline(api, { pipelineId, inputs: given, idempotencyKey: key });
        (0,call_state/* rememberRun */.j)(runner, run);
        leaves({ kind: 'run', run: { pipelineId: run.pipeline_id, runId: run.id } });
        return run;
    }
    catch (error) {
        if (api.signal?.aborted)
            throw error;
        if ((0,build_client/* isUnknownEffect */.W)(error) && error instanceof Error) {
            const advice = `Look at ${lookAtRuns(inputs)} before running this again`;
            runner.setOutput('status', 'unknown');
            throw new actions_step/* FailedStep */.u(`Whether the run was started is not known: ${(0,sentence/* sentence */.e)(error.message)} ${advice}.`, {
                cause: error,
            });
        }
        (0,call_state/* rememberKey */.$P)(runner, undefined, given);
        leaves({ kind: 'nothing' });
        throw error;
    }
};
const finish = (step, inputs, result) => {
    const { runner, clock } = step;
    const { connection, pipelineId, envId, summary } = inputs;
    const url = envId === undefined ? '' : (0,run_outputs/* deploymentUrl */.PM)(connection, envId, result.deployment?.id);
    runner.setOutput('set-id', result.deployment?.set_id ?? '');
    runner.setOutput('url', url);
    (0,run_outputs/* setRunOutputs */.iB)(runner, result);
    if (summary)
        runner.summary((0,run/* runSummary */.KL)(result, { title: `Pipeline ${pipelineId}`, url, now: clock.now() }));
    (0,run_outputs/* finishRun */.JH)(runner, result);
};
const runPipeline = async (step, calling) => {
    const { runner } = step;
    const { inputs } = calling;
    const { connection, envId, wait, logs } = inputs;
    const api = (0,actions_connection/* connect */.Ng)(step, connection);
    const run = await start(step, api, calling);
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    runner.setOutput('run-id', run.id);
    runner.setOutput('pipeline-id', run.pipeline_id);
    runner.info(`Run ${run.id} of pipeline '${run.pipeline_id}' has been started.`);
    if (!wait)
        return;
    const result = await (0,await_run/* awaitRun */.I)(api, reference, { envId, until: 'completed', logs, onEvent: (0,tell_run/* tellRun */.R)(runner) });
    await (0,cancel/* cancelOnTimeout */.Ln)(step, inputs, reference, result);
    finish(step, inputs, result);
};
const main = async (step) => {
    const { runner } = step;
    const inputs = readInputs(runner.inputs);
    const given = await readPipelineInputs(runner.inputs);
    try {
        await (0,cancel/* withInterruption */.AA)(step, inputs, (leaves) => runPipeline(step, { inputs, given, leaves }));
    }
    finally {
        (0,call_state/* rememberEnd */.DO)(runner);
    }
};



/***/ }),

/***/ 4552:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ tellRun)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1518);
/* harmony import */ var _contract_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2811);
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1178);




const becauseOf = (message) => (message ? `: ${message}` : '');
const nameOf = (job, step) => `${job.id} / ${step.name}`;
const whoMayApprove = ({ env_id }) => `whoever may deploy to environment '${env_id}' (role deployer on its type)`;
const describeJob = (job) => {
    if ((0,_contract_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .Hd)(job)) {
        return `Job ${job.id}: ${job.status} after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_2__/* .durationMs */ .pc)(job, 0))}${becauseOf(job.status_message)}`;
    }
    return `Job ${job.id}: ${job.status}${job.waiting_for ? `, waiting for ${job.waiting_for}` : ''}`;
};
const tellRun = (runner) => (event) => {
    switch (event.kind) {
        case 'run':
            runner.info(`Run ${event.run.id}: ${event.run.status}${becauseOf(event.run.status_message)}`);
            break;
        case 'job':
            runner.info(describeJob(event.job));
            break;
        case 'step-started':
            runner.startGroup(nameOf(event.job, event.step));
            break;
        case 'step-log': {
            const { at, level, message } = event.line;
            const mark = level === 'info' || !level ? '' : `${level.toUpperCase()} `;
            runner.info(`${(at ?? '').slice(11, 19)}  ${mark}${message}`);
            break;
        }
        case 'step-ended': {
            const { job, step } = event;
            runner.endGroup();
            runner.info(`${step.status} after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_2__/* .stepDurationMs */ .pV)(job, step, 0))}${becauseOf(step.status_message)}`);
            break;
        }
        case 'step-left':
            runner.endGroup();
            runner.info(`still ${event.step.status}`);
            break;
        case 'step-skipped':
            runner.info(`${nameOf(event.job, event.step)}: skipped`);
            break;
        case 'approval': {
            const { approval } = event;
            const what = `Run ${approval.run_id} waits for an approval by ${whoMayApprove(approval)}${becauseOf(approval.message)}`;
            runner.notice(what, { title: 'Approval needed' });
            break;
        }
        case 'deployment':
            runner.info(`Deployment ${event.deployment.id}: ${event.deployment.status}`);
            break;
        case 'trouble':
            runner.info(`${(0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .e)(event.message)} Looking again.`);
            break;
        case 'missing':
            runner.info((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .e)(event.message));
            break;
    }
};


/***/ }),

/***/ 3265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cancelRun)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5512);

const cancelRun = async ({ client, orgId, appId }, { pipelineId, runId }, { etag } = {}) => {
    const path = { orgId, appId, pipelineId, runId };
    const headers = { 'If-Match': etag === undefined || etag === '' ? undefined : etag };
    const ask = () => client.post('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel', { path, headers });
    try {
        await ask().catch((lost) => {
            if (!(0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownEffect */ .W)(lost))
                throw lost;
            return ask().catch((error) => {
                throw (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(error, 404, 409, 412) ? error : lost;
            });
        });
        return true;
    }
    catch (error) {
        if ((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(error, 404, 409, 412))
            return false;
        throw error;
    }
};


/***/ })

};
;
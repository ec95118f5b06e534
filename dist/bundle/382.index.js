"use strict";
exports.id = 382;
exports.ids = [382];
exports.modules = {

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

/***/ 8382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/core/await-run.js + 3 modules
var await_run = __webpack_require__(6191);
// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(91);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
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
;// CONCATENATED MODULE: ./build/actions/wait-for-run/inputs.js

const hour = 60 * 60 * 1000;
const refuseForDeployment = (inputs) => {
    const why = 'goes with `run-id` only: a bare deployment';
    if (inputs.text('pipeline-id') !== undefined)
        inputs.refuse('pipeline-id', `${why} is named by \`env\``);
    if (inputs.text('until') === 'approval')
        inputs.refuse('until', `${why} asks for no approval`);
    for (const name of ['cancel-on-timeout', 'cancel-on-abort']) {
        if (inputs.boolean(name, false))
            inputs.refuse(name, `${why} cannot be cancelled`);
    }
};
const readFollowed = (inputs) => {
    if (inputs.exactlyOne('run-id', 'deployment-id') === 'deployment-id') {
        refuseForDeployment(inputs);
        const deploymentId = inputs.required('deployment-id');
        return { kind: 'deployment', deploymentId, envId: inputs.required('env') };
    }
    const runId = inputs.required('run-id');
    return { kind: 'run', runId, pipelineId: inputs.required('pipeline-id'), envId: inputs.text('env') };
};
const readInputs = (inputs) => ({
    connection: (0,actions_connection/* readConnection */.dC)(inputs, { timeoutMs: hour }),
    followed: readFollowed(inputs),
    until: inputs.choice('until', ['completed', 'approval'], 'completed'),
    logs: inputs.boolean('logs', true),
    cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
    cancelOnAbort: inputs.boolean('cancel-on-abort', false),
    summary: inputs.boolean('summary', true),
});

;// CONCATENATED MODULE: ./build/actions/wait-for-run/main.js










const follow = async (step, api, { inputs, leaves }) => {
    const { followed, until, logs } = inputs;
    const onEvent = (0,tell_run/* tellRun */.R)(step.runner);
    if (followed.kind === 'deployment') {
        leaves({ kind: 'deployment', deploymentId: followed.deploymentId });
        return (0,await_run/* awaitDeployment */.O)(api, followed, onEvent);
    }
    leaves({ kind: 'run', run: followed });
    const result = await (0,await_run/* awaitRun */.I)(api, followed, { envId: followed.envId, until, logs, onEvent });
    await (0,cancel/* cancelOnTimeout */.Ln)(step, inputs, followed, result);
    return result;
};
const main = async (step) => {
    const { runner, clock } = step;
    const inputs = readInputs(runner.inputs);
    const { connection, summary } = inputs;
    const began = clock.now();
    await (0,cancel/* withInterruption */.AA)(step, inputs, async (leaves) => {
        const result = await follow(step, (0,actions_connection/* connect */.Ng)(step, connection), { inputs, leaves }).catch((error) => {
            if (!(0,client/* hasStatus */.Ro)(error, 404))
                throw error;
            runner.setOutput('status', 'unknown');
            throw new actions_step/* FailedStep */.u((0,sentence/* sentence */.e)(error.message), { cause: error });
        });
        runner.setCutOutput('approvals', result.approvals);
        runner.setOutput('duration-seconds', Math.round((clock.now() - began) / 1000));
        const url = result.envId === undefined ? '' : (0,run_outputs/* deploymentUrl */.PM)(connection, result.envId, result.deployment?.id);
        const title = result.envId === undefined ? `Run ${result.run?.id ?? ''}` : `Deploy to ${result.envId}`;
        if (summary)
            runner.summary((0,run/* runSummary */.KL)(result, { title, url, now: clock.now() }));
        (0,run_outputs/* finishRun */.JH)(runner, result);
    });
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
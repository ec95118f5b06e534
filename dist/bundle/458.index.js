"use strict";
exports.id = 458;
exports.ids = [458];
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

/***/ 6458:
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
// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(1518);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/core/cancel-run.js
var cancel_run = __webpack_require__(3265);
// EXTERNAL MODULE: ./build/core/follow-deployment.js
var follow_deployment = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(1406);
// EXTERNAL MODULE: ./build/core/get-run.js
var get_run = __webpack_require__(5455);
// EXTERNAL MODULE: ./build/core/poll.js
var poll = __webpack_require__(4770);
;// CONCATENATED MODULE: ./build/core/previous-deployment.js


const bringsTheSame = (one, other) => one.set_id === other.set_id && (one.value_set_version_id ?? '') === (other.value_set_version_id ?? '');
const previousOf = ([last, ...earlier]) => last && earlier.find((deployment) => (0,contract_status/* isSuccess */.oJ)(deployment.status) && !bringsTheSame(deployment, last));
const readPreviousDeployment = async ({ client, orgId, appId }, envId) => {
    const path = { orgId, appId, envId };
    const { body } = await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', { path });
    const previous = previousOf(body ?? []);
    if (previous)
        return previous;
    throw new errors/* InputError */.dz(`Environment '${envId}' has nothing to go back to: none of its deployments before the last one succeeded with ` +
        'another set or other values. Give the id of a deployment, or deploy another set with `set-id`.');
};

;// CONCATENATED MODULE: ./build/core/request-deployment.js









const toDeploymentRequest = async (api, envId, { source, comment }) => {
    const base = { trigger: 'deployment_request', env_id: envId, comment };
    const { deltaId, setId, deploymentId, valueSetVersionId } = source;
    const values = valueSetVersionId === undefined ? {} : { value_set_version_id: valueSetVersionId };
    if (deltaId !== undefined)
        return { ...base, delta_id: deltaId, ...values };
    if (setId !== undefined)
        return { ...base, set_id: setId, ...values };
    if (deploymentId === 'previous')
        return { ...base, deployment_id: (await readPreviousDeployment(api, envId)).id };
    if (deploymentId !== undefined) {
        await (0,follow_deployment/* getDeployment */.i)(api, { envId, deploymentId }).catch((error) => {
            if (!(0,build_client/* hasStatus */.Ro)(error, 404))
                throw error;
            throw new errors/* InputError */.dz(`Input 'deployment-id' is "${deploymentId}", which is no deployment of environment '${envId}'. ` +
                "Give the id of one of its own deployments; to bring over another environment's state, use its set with `set-id`.", { cause: error });
        });
        return { ...base, deployment_id: deploymentId };
    }
    const { from_deploy } = await (0,environment/* getEnvironment */.uc)(api, envId);
    if (!from_deploy) {
        throw new errors/* InputError */.dz(`Environment '${envId}' has never been deployed, so there is nothing to deploy again: ` +
            'give `delta-id` (as the create-delta action makes it) or `set-id`.');
    }
    return { ...base, set_id: from_deploy.set_id, ...values };
};
const requestDeployment = async (api, body, { onConflict, onKey, onBusy }) => {
    const { client, orgId, appId, random } = api;
    const polls = (0,poll/* createPolls */.x)(api);
    let message = '';
    let idempotencyKey = random.uuid();
    let doubt;
    do {
        api.signal?.throwIfAborted();
        onKey(idempotencyKey);
        try {
            const path = { orgId, appId };
            const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey });
            return { kind: 'started', run: (0,build_client/* requireBody */.WW)(answer) };
        }
        catch (error) {
            if ((0,build_client/* isUnknownEffect */.W)(error))
                doubt = error;
            if (doubt !== undefined) {
                if (!(0,build_client/* hasStatus */.Ro)(error, 409) || onConflict === 'fail')
                    throw doubt;
            }
            else {
                if (error instanceof errors/* TimeoutError */.MU)
                    return { kind: 'timed-out', message: error.message };
                if (error instanceof errors/* ApiError */.hD)
                    onKey(undefined);
                if (!(0,build_client/* hasStatus */.Ro)(error, 409))
                    throw error;
                if (onConflict === 'fail')
                    return { kind: 'conflict', message: error.message };
                idempotencyKey = random.uuid();
            }
            if (error.message !== message)
                onBusy(error.message);
            message = error.message;
        }
    } while ((await polls.next()) && api.clock.now() < api.deadline);
    if (doubt !== undefined)
        throw doubt;
    return { kind: 'timed-out', message };
};
const runAhead = async (api, run) => {
    if (!run.concurrency_group)
        return undefined;
    const { client, orgId, appId } = api;
    const query = { app: [appId], completed: false };
    for await (const other of client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId }, query })) {
        if (other.id === run.id || other.app_id !== appId || other.concurrency_group !== run.concurrency_group)
            continue;
        const isEarlier = Date.parse(other.created_at) < Date.parse(run.created_at);
        if (!(0,contract_status/* isTerminal */.Hd)(other) && (isEarlier || other.status !== 'queued'))
            return other;
    }
    return undefined;
};
const withdrawIfBlocked = async (api, run) => {
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    if (run.status !== 'queued')
        return undefined;
    const ahead = await runAhead(api, run);
    if (!ahead)
        return undefined;
    const { status, etag } = await (0,get_run/* getRun */.M)(api, reference);
    return status === 'queued' && (await (0,cancel_run/* cancelRun */.S)(api, reference, { etag })) ? ahead : undefined;
};

// EXTERNAL MODULE: ./build/policy/origin.js
var policy_origin = __webpack_require__(5374);
// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(91);
// EXTERNAL MODULE: ./build/actions/call-state.js
var call_state = __webpack_require__(8575);
// EXTERNAL MODULE: ./build/actions/cancel.js
var cancel = __webpack_require__(7613);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(7141);
;// CONCATENATED MODULE: ./build/actions/deploy/inputs.js

const hour = 60 * 60 * 1000;
const readInputs = (inputs) => {
    const what = inputs.atMostOne('delta-id', 'set-id', 'deployment-id');
    const valueSetVersionId = inputs.text('value-set-version-id');
    if (valueSetVersionId !== undefined && what === 'deployment-id') {
        inputs.refuse('value-set-version-id', 'cannot go with `deployment-id`: a deployment brings its own values');
    }
    const wait = inputs.boolean('wait', true);
    const rollbackOnFailure = inputs.boolean('rollback-on-failure', false);
    if (rollbackOnFailure && !wait) {
        inputs.refuse('rollback-on-failure', 'cannot go with `wait: false`: only who waits knows of a failure');
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
        wait,
        logs: inputs.boolean('logs', true),
        cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
        cancelOnAbort: inputs.boolean('cancel-on-abort', false),
        rollbackOnFailure,
        summary: inputs.boolean('summary', true),
    };
};

// EXTERNAL MODULE: ./build/policy/source.js
var source = __webpack_require__(1969);
;// CONCATENATED MODULE: ./build/actions/deploy/origin.js

const originOf = ({ context, readEvent }) => {
    const { repository, triggeringActor, actor, runId, runAttempt } = context;
    const { commit } = (0,source/* sourceOf */.v)(context, readEvent());
    const by = triggeringActor ?? actor;
    if (!repository || !commit || !by || !runId)
        return undefined;
    return { repository, commit, actor: by, runId, runAttempt: runAttempt ?? '1' };
};

;// CONCATENATED MODULE: ./build/core/roll-back.js

const reasonsToStay = {
    succeeded: 'the deployment succeeded',
    conflict: 'nothing was deployed',
    'no-deployment': 'nothing was deployed',
    cancelled: 'the run was cancelled, and whoever did that decides what comes next',
    'timed-out': 'the deployment is not known to have failed',
    'waiting-for-approval': 'the run waits for an approval',
    unknown: 'how the deployment ended is not known',
};
const whyStay = ({ status, deployment, envId }) => {
    if (status !== 'failed')
        return reasonsToStay[status];
    if (!deployment)
        return `the run is not known to have deployed anything to environment '${envId}'`;
    return (0,contract_status/* isSuccess */.oJ)(deployment.status)
        ? `deployment '${deployment.id}' itself succeeded, and what failed came after it`
        : `deployment '${deployment.id}' has not failed: it is '${deployment.status}'`;
};
const rollbackTarget = (failed, deployments) => {
    const at = deployments.findIndex(({ id }) => id === failed.id);
    const [newest] = deployments;
    if (at < 0 || !newest) {
        const reason = `deployment '${failed.id}' is not among those of environment '${failed.env_id}' any more`;
        return { kind: 'none', status: 'skipped', reason };
    }
    if (at > 0) {
        const reason = `deployment '${newest.id}' has come after deployment '${failed.id}'`;
        return { kind: 'none', status: 'conflict', reason };
    }
    const isOwn = ({ pipeline }) => pipeline !== undefined && pipeline.run_id === failed.pipeline?.run_id;
    const to = deployments.slice(1).find((deployment) => (0,contract_status/* isSuccess */.oJ)(deployment.status) && !isOwn(deployment));
    if (to)
        return { kind: 'to', failed, to };
    const reason = `no deployment of environment '${failed.env_id}' succeeded before deployment '${failed.id}'`;
    return { kind: 'none', status: 'skipped', reason };
};
const planRollback = async (api, result) => {
    const { status, deployment } = result;
    if (status !== 'failed' || deployment?.status !== 'failed') {
        return { kind: 'none', status: 'skipped', reason: whyStay(result) };
    }
    const { client, orgId, appId } = api;
    const path = { orgId, appId, envId: deployment.env_id };
    const { body } = await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys', { path });
    return rollbackTarget(deployment, body ?? []);
};
const shortfallOf = (status) => status === 'failed' || status === 'no-deployment' ? 'did not succeed' : 'is not known to have succeeded';
const brokenRollback = (status, { envId, to, reason }) => {
    const where = to === undefined ? '' : ` to deployment '${to}'`;
    return {
        status,
        to,
        reason: `The rollback${where} ${shortfallOf(status)}, so look at what runs in '${envId}': ${reason}`,
    };
};
const concludeRollback = (to, result) => {
    const { status, reason, deployment, current } = result;
    switch (status) {
        case 'succeeded': {
            const later = current === false ? ', but another deployment has come after it' : '';
            const done = `Rolled back: deployment '${to.id}' was deployed again, as deployment '${deployment?.id}'${later}`;
            return { status, to: to.id, result, reason: done };
        }
        case 'conflict':
            return { status, to: to.id, result, reason: `Not rolled back to deployment '${to.id}': ${reason}` };
        default:
            return { ...brokenRollback(status, { envId: to.env_id, to: to.id, reason }), result };
    }
};

// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(3384);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/core/await-run.js + 3 modules
var await_run = __webpack_require__(6191);
// EXTERNAL MODULE: ./build/actions/tell-run.js
var tell_run = __webpack_require__(4552);
;// CONCATENATED MODULE: ./build/actions/deploy/repeat-call.js


const repeatCall = async (step, connection, { body, key: idempotencyKey }) => {
    const { client, orgId, appId } = (0,actions_connection/* connectForLastWords */.fN)(step, connection, actions_connection/* lastQuestionMs */.j5);
    const path = { orgId, appId };
    const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey });
    const { pipeline_id, id } = (0,build_client/* requireBody */.WW)(answer);
    return { pipelineId: pipeline_id, runId: id };
};

;// CONCATENATED MODULE: ./build/actions/deploy/run.js








const nothing = {
    jobs: [],
    approvals: [],
    problems: [],
    hosts: {},
};
const request = async (step, api, { inputs, body, leaves }) => {
    const { connection, envId, onConflict } = inputs;
    const onKey = (key) => {
        (0,call_state/* rememberKey */.$P)(step.runner, key, body);
        const repeat = (idempotencyKey) => () => repeatCall(step, connection, { body, key: idempotencyKey });
        leaves(key === undefined
            ? { kind: 'nothing' }
            : { kind: 'call', lookAt: `the runs of environment '${envId}'`, repeat: repeat(key) });
    };
    const onBusy = (message) => step.runner.info(`Environment '${envId}' is busy, waiting: ${message}`);
    try {
        return await requestDeployment(api, body, { onConflict, onKey, onBusy });
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
const startRun = async (step, api, { onRun, ...asking }) => {
    const { inputs, leaves } = asking;
    const { envId, onConflict } = inputs;
    const requested = await request(step, api, asking);
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
    (0,call_state/* rememberRun */.j)(step.runner, run);
    leaves({ kind: 'run', run: { pipelineId: run.pipeline_id, runId: run.id } });
    onRun(run);
    const ahead = onConflict === 'fail' ? await withdrawIfBlocked(api, run) : undefined;
    if (!ahead)
        return { run };
    const reason = `Run '${run.id}' stood behind run '${ahead.id}' in '${run.concurrency_group}', so it was cancelled`;
    return { result: { ...nothing, status: 'conflict', envId, run, reason } };
};
const waitForRun = async (step, api, { inputs, run }) => {
    const { envId, logs } = inputs;
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    const result = await (0,await_run/* awaitRun */.I)(api, reference, { envId, until: 'completed', logs, onEvent: (0,tell_run/* tellRun */.R)(step.runner) });
    await (0,cancel/* cancelOnTimeout */.Ln)(step, inputs, reference, result);
    return result;
};

;// CONCATENATED MODULE: ./build/actions/deploy/roll-back.js










const deployAgain = async (step, api, { failed, to, inputs, leaves }) => {
    const { runner } = step;
    const { envId } = inputs;
    const comment = (0,policy_origin/* withOrigin */.D)(`Rollback of ${failed.id} to ${to.id}`, originOf(runner));
    runner.info(`Deployment '${failed.id}' failed, so '${to.id}', the last one that succeeded, is deployed again.`);
    (0,call_state/* forgetCall */.G_)(runner);
    const started = await startRun(step, api, {
        inputs: { ...inputs, onConflict: 'fail' },
        body: { trigger: 'deployment_request', env_id: envId, deployment_id: to.id, comment },
        leaves,
        onRun: ({ id, pipeline_id }) => runner.info(`Run ${id} of pipeline '${pipeline_id}' rolls '${envId}' back.`),
    });
    return 'result' in started ? started.result : waitForRun(step, api, { inputs, run: started.run });
};
const attempt = async (step, inputs, result) => {
    const api = (0,actions_connection/* connect */.Ng)(step, inputs.connection);
    const now = { left: { kind: 'nothing' } };
    const leaves = (left) => {
        now.left = left;
    };
    try {
        const plan = await planRollback(api, result);
        if (plan.kind === 'none')
            return { status: plan.status, reason: `Not rolled back: ${plan.reason}` };
        now.to = plan.to.id;
        return concludeRollback(plan.to, await deployAgain(step, api, { ...plan, inputs, leaves }));
    }
    catch (error) {
        const isAborted = step.runner.signal.aborted;
        if (!isAborted && !(0,trouble/* isFailedCall */.W)(error))
            throw error;
        const { status, message } = await (0,cancel/* brokenOff */.H1)(step, inputs, now.left);
        const reasons = [isAborted || !(0,trouble/* isFailedCall */.W)(error) ? '' : error.message, message];
        const reason = reasons.filter((each) => each !== '').map(sentence/* sentence */.e);
        return brokenRollback(status, { envId: inputs.envId, to: now.to, reason: reason.join(' ') });
    }
};
const rollBack = async (step, inputs, result) => {
    const { runner } = step;
    const rollback = await attempt(step, inputs, result);
    const { status, to = '', reason } = rollback;
    runner.setOutput('rollback-status', status);
    runner.setOutput('rolled-back-to', status === 'succeeded' ? to : '');
    for (const problem of rollback.result?.problems ?? [])
        runner.info((0,run_outputs/* describeProblem */.BJ)(problem));
    runner.info((0,sentence/* sentence */.e)(reason));
    return rollback;
};
const wentWrong = ({ status }) => status !== 'succeeded' && status !== 'skipped' && status !== 'conflict';
const withRollback = (result, rollback) => {
    const { reason, to } = rollback;
    const problem = {
        scope: 'rollback',
        object: to === undefined ? `of ${result.envId}` : `to ${to}`,
        code: '',
        summary: `The rollback ${shortfallOf(rollback.status)}`,
        message: (0,sentence/* sentence */.e)(reason),
    };
    return {
        ...result,
        reason: `${(0,sentence/* sentence */.e)(result.reason)} ${reason}`,
        problems: wentWrong(rollback) ? [problem, ...result.problems] : result.problems,
    };
};

// EXTERNAL MODULE: ./build/actions/after-kill.js
var after_kill = __webpack_require__(2986);
;// CONCATENATED MODULE: ./build/actions/deploy/post.js




const post = async (step) => {
    const state = (0,call_state/* recallState */.xu)(step.runner);
    if (!state || state.hasEnded)
        return;
    const inputs = readInputs(step.runner.inputs);
    const { connection, envId } = inputs;
    await (0,after_kill/* cancelAfterKill */.j)(step, inputs, {
        run: state.run,
        what: 'A deployment that was asked for',
        where: `in '${envId}'`,
        lookAt: `the runs of environment '${envId}'`,
        repeat: () => repeatCall(step, connection, state),
    });
};

;// CONCATENATED MODULE: ./build/actions/deploy/main.js











const start = async (step, api, { inputs, leaves }) => {
    const { runner } = step;
    const { envId, source, comment } = inputs;
    const origin = originOf(runner);
    const body = await toDeploymentRequest(api, envId, { source, comment: (0,policy_origin/* withOrigin */.D)(comment, origin) });
    if (source.deploymentId === 'previous')
        runner.info(`What deployment ${body.deployment_id} brought is deployed again.`);
    const onRun = ({ id, pipeline_id }) => {
        runner.setOutput('run-id', id);
        runner.setOutput('pipeline-id', pipeline_id);
    };
    return startRun(step, api, { inputs, body, leaves, onRun });
};
const summarize = (step, inputs, { result, rollback }) => {
    const { runner, clock } = step;
    const { connection, envId } = inputs;
    const tell = (told, title) => {
        const url = (0,run_outputs/* deploymentUrl */.PM)(connection, envId, told.deployment?.id);
        runner.summary((0,run/* runSummary */.KL)(told, { title, url, now: clock.now() }));
    };
    tell(result, `Deploy to ${envId}`);
    if (rollback?.result)
        tell(rollback.result, `Rollback of ${envId} to deployment ${rollback.to}`);
};
const finish = async (step, inputs, result) => {
    const { runner } = step;
    const { connection, envId, rollbackOnFailure, summary } = inputs;
    runner.setOutput('set-id', result.deployment?.set_id ?? '');
    runner.setOutput('current', result.current ?? '');
    runner.setOutput('hosts', result.hosts);
    runner.setOutput('url', (0,run_outputs/* deploymentUrl */.PM)(connection, envId, result.deployment?.id));
    (0,run_outputs/* setRunOutputs */.iB)(runner, result);
    const rollback = rollbackOnFailure && result.status !== 'succeeded' ? await rollBack(step, inputs, result) : undefined;
    const ending = rollback ? { result: withRollback(result, rollback), rollback } : { result };
    if (summary)
        summarize(step, inputs, ending);
    (0,run_outputs/* finishRun */.JH)(runner, ending.result);
};
const deploy = async (step, inputs, leaves) => {
    const { runner } = step;
    const { connection, envId } = inputs;
    const api = (0,actions_connection/* connect */.Ng)(step, connection);
    const beginning = await start(step, api, { inputs, leaves });
    if ('result' in beginning)
        return finish(step, inputs, beginning.result);
    const { run } = beginning;
    runner.info(`Run ${run.id} of pipeline '${run.pipeline_id}' deploys to '${envId}'.`);
    if (!inputs.wait)
        return runner.setOutput('url', (0,run_outputs/* deploymentUrl */.PM)(connection, envId, undefined));
    return finish(step, inputs, await waitForRun(step, api, { inputs, run }));
};
const main = async (step) => {
    const inputs = readInputs(step.runner.inputs);
    try {
        await (0,cancel/* withInterruption */.AA)(step, inputs, (leaves) => deploy(step, inputs, leaves));
    }
    finally {
        (0,call_state/* rememberEnd */.DO)(step.runner);
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


/***/ }),

/***/ 5374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ withOrigin),
/* harmony export */   P: () => (/* binding */ readOrigin)
/* harmony export */ });
const originLine = ({ repository, commit, actor, runId, runAttempt }) => `github: ${repository}@${commit} ${actor} ${runId}/${runAttempt}`;
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const isOriginLine = (line) => /^\s*github:/i.test(line);
const withOrigin = (comment, origin) => {
    const lines = comment.split(lineBreak).filter((line) => !isOriginLine(line));
    return [...lines, ...(origin ? [originLine(origin)] : [])].join('\n').trim();
};
const written = /^github: (?<repository>[\w-]{1,100}\/[\w.-]{1,100})@(?<commit>[0-9a-f]{40}|[0-9a-f]{64}) (?<actor>\w[\w-]{0,99}(?:\[bot\])?) (?<runId>\d{1,20})\/(?<runAttempt>\d{1,10})$/;
const readOrigin = (comment) => {
    if (typeof comment !== 'string')
        return undefined;
    const lines = comment.split(lineBreak);
    const last = lines.pop() ?? '';
    const { repository, commit, actor, runId, runAttempt } = written.exec(last)?.groups ?? {};
    if (!repository || !commit || !actor || !runId || !runAttempt || lines.some(isOriginLine))
        return undefined;
    return { repository, commit, actor, runId, runAttempt };
};


/***/ }),

/***/ 1969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
const textAt = (value, ...keys) => {
    const found = keys.reduce((at, key) => (typeof at === 'object' && at !== null ? at[key] : undefined), value);
    return typeof found === 'string' && found !== '' ? found : undefined;
};
const sourceOf = ({ ref, sha, headRef }, event) => {
    const branch = textAt(event, 'pull_request', 'head', 'ref') ?? headRef;
    if (branch === undefined)
        return { ref, commit: sha };
    return { ref: `refs/pr_head/${branch}`, commit: textAt(event, 'pull_request', 'head', 'sha') ?? sha };
};


/***/ })

};
;
export const id = 826;
export const ids = [826];
export const modules = {

/***/ 7525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ cancelOnTimeout),
/* harmony export */   Xx: () => (/* binding */ cancelOnInterruption),
/* harmony export */   t4: () => (/* binding */ cancelRemote)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6024);
/* harmony import */ var _core_request_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(988);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5311);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1333);




const named = ({ pipelineId, runId }) => `run '${runId}' of pipeline '${pipelineId}'`;
/** Asks for the cancellation of what a step leaves behind. Says what came of it, and never throws. */
const cancelRemote = async (step, connection, run) => {
    try {
        const wasRunning = await (0,_core_request_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelRun */ .Su)((0,_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectForLastWords */ .fN)(step, connection), run);
        return wasRunning ? `The cancellation of ${named(run)} was asked for` : `${named(run)} had ended already`;
    }
    catch (error) {
        return `${named(run)} goes on: its cancellation failed (${error instanceof Error ? error.message : String(error)})`;
    }
};
/** After a wait that ran out of time: cancels the run if told to. */
const cancelOnTimeout = async (step, { connection, cancelOnTimeout: wanted }, run, { status }) => {
    if (status !== 'timed-out')
        return;
    const left = `${named(run)} goes on by itself; set \`cancel-on-timeout: true\` to have it cancelled`;
    step.runner.warning(`${wanted ? await cancelRemote(step, connection, run) : left}.`);
};
/**
 * Does the work of a step that may be interrupted. When the job is cancelled while a run is known, the run is
 * cancelled too if told to, and named in any case.
 */
const cancelOnInterruption = async (step, { connection, cancelOnAbort }, work) => {
    let known;
    try {
        await work((run) => {
            known = run;
        });
    }
    catch (error) {
        if (!step.runner.signal.aborted) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD)
                step.runner.setOutput('status', 'failed');
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TimeoutError */ .MU)
                step.runner.setOutput('status', 'unknown');
            throw error;
        }
        step.runner.setOutput('status', 'cancelled');
        if (!known)
            throw new _step_js__WEBPACK_IMPORTED_MODULE_3__/* .FailedStep */ .u('The job was cancelled before a run was known.', { cause: error });
        const left = `${named(known)} goes on by itself; set \`cancel-on-abort: true\` to have it cancelled with the job`;
        const said = cancelOnAbort ? await cancelRemote(step, connection, known) : left;
        throw new _step_js__WEBPACK_IMPORTED_MODULE_3__/* .FailedStep */ .u(`The job was cancelled. ${said}.`, { cause: error });
    }
};


/***/ }),

/***/ 2109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ finishRun),
/* harmony export */   PM: () => (/* binding */ deploymentUrl)
/* harmony export */ });
/* unused harmony export describeProblem */
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1333);

/** The deployment's page; the API's own host has one, other hosts are not known to. */
const deploymentUrl = ({ apiUrl, orgId, appId }, envId, deploymentId) => {
    const { hostname } = new URL(apiUrl);
    if (hostname !== 'api.humanitec.io')
        return '';
    const environment = `https://app.humanitec.io/orgs/${orgId}/apps/${appId}/envs/${encodeURIComponent(envId)}`;
    return deploymentId === undefined ? environment : `${environment}/deploys/${encodeURIComponent(deploymentId)}`;
};
const describeProblem = ({ scope, object, code, summary, message }) => `${scope} ${object}${code === '' ? '' : ` (${code})`}: ${message === '' ? summary : message}`;
/** GitHub shows ten annotations of a step and drops the others. */
const mostAnnotations = 9;
const annotate = (runner, problems) => {
    for (const problem of problems.slice(0, mostAnnotations)) {
        runner.error(describeProblem(problem), { title: problem.summary === '' ? 'Deployment error' : problem.summary });
    }
    for (const problem of problems.slice(mostAnnotations))
        runner.info(describeProblem(problem));
};
/** Outputs first, so that steps with `if: always()` can read them; then the failure, unless there is none. */
const finishRun = (runner, result) => {
    const { status, reason, problems, deployment, current } = result;
    runner.setOutput('status', status);
    runner.setOutput('deployment-id', deployment?.id ?? '');
    runner.setCutOutput('errors', problems);
    annotate(runner, problems);
    if (current === false) {
        runner.warning(`Deployment '${deployment?.id}' succeeded, but another has come after it in '${result.envId}'.`);
    }
    if (status !== 'succeeded' && status !== 'waiting-for-approval')
        throw new _step_js__WEBPACK_IMPORTED_MODULE_0__/* .FailedStep */ .u(`${reason}.`);
    runner.info(`${reason}.`);
};


/***/ }),

/***/ 176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ tellRun)
/* harmony export */ });
/* unused harmony export whoMayApprove */
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9846);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2467);


const msBetween = (from, to) => to === undefined ? 0 : Math.max(0, Date.parse(to) - Date.parse(from));
const lasted = ({ created_at, completed_at }) => (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(msBetween(created_at, completed_at));
const becauseOf = (message) => (message === '' ? '' : `: ${message}`);
/** Who may decide about an approval, as far as the platform tells. */
const whoMayApprove = ({ env_id }) => `whoever may deploy to environment '${env_id}' (role deployer on its type)`;
/** Prints what happens in a run to the log: each step of it is one group. */
const tellRun = (runner) => (event) => {
    switch (event.kind) {
        case 'run':
            runner.info(`Run ${event.run.id}: ${event.run.status}${becauseOf(event.run.status_message)}`);
            break;
        case 'job': {
            const { job } = event;
            const end = (0,_contract_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .Hd)(job) ? ` after ${lasted(job)}${becauseOf(job.status_message)}` : '';
            const wait = !(0,_contract_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .Hd)(job) && job.waiting_for ? `, waiting for ${job.waiting_for}` : '';
            runner.info(`Job ${job.id}: ${job.status}${wait}${end}`);
            break;
        }
        case 'step-started':
            runner.startGroup(`${event.job.id} / ${event.step.name}`);
            break;
        case 'step-log': {
            const { at, level, message } = event.line;
            const mark = level === 'info' || level === '' ? '' : `${level.toUpperCase()} `;
            runner.info(`${at.slice(11, 19)}  ${mark}${message}`);
            break;
        }
        case 'step-ended':
            runner.endGroup();
            runner.info(`${event.step.status} after ${lasted(event.step)}${becauseOf(event.step.status_message)}`);
            break;
        case 'approval': {
            const { approval } = event;
            const what = `Run ${approval.run_id} waits for an approval by ${whoMayApprove(approval)}: ${approval.message}`;
            runner.notice(what, { title: 'Approval needed' });
            break;
        }
        case 'trouble':
            runner.info(`${event.message}. Looking again.`);
            break;
    }
};


/***/ }),

/***/ 7279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ awaitDeployment),
  I: () => (/* binding */ awaitRun)
});

// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(9846);
// EXTERNAL MODULE: ./build/core/follow-deployment.js
var follow_deployment = __webpack_require__(4288);
;// CONCATENATED MODULE: ./build/core/conclude.js


/** How a deployment can end for whoever asked for it. */
const endStatuses = (/* unused pure expression or super */ null && ([
    'succeeded',
    'failed',
    'cancelled',
    'timed-out',
    'waiting-for-approval',
    'conflict',
    'no-deployment',
    'unknown',
]));
const deploysPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys';
/** What the platform says went wrong in a deployment. */
const deploymentProblems = async ({ client, orgId, appId }, { env_id: envId, id: deployId }) => {
    const { body } = await client.get(`${deploysPath}/{deployId}/errors`, { path: { orgId, appId, envId, deployId } });
    return body.map(({ scope, object_id, code, summary, message }) => ({
        scope,
        object: object_id,
        code,
        summary,
        message,
    }));
};
/** The steps that failed, in order; a job that failed without one stands for itself. */
const failedSteps = (jobs) => jobs
    .filter(({ status }) => status === 'failed')
    .flatMap((job) => {
    const failed = job.steps.filter(({ status }) => status === 'failed');
    if (failed.length === 0)
        return [{ scope: 'job', object: job.id, message: job.status_message }];
    return failed.map((step) => ({ scope: 'step', object: `${job.id} / ${step.name}`, message: step.status_message }));
})
    .map(({ scope, object, message }) => ({ scope, object, code: '', summary: `${object} failed`, message }));
/** The deployments that a run made in an environment, newest first. */
const deploymentsOfRun = async ({ client, orgId, appId }, { pipelineId, runId }, envId) => {
    const query = { pipelineRunId: `${pipelineId},${runId}` };
    const { body } = await client.get(deploysPath, { path: { orgId, appId, envId }, query });
    return body;
};
const because = (message) => (message === '' ? '' : `: ${message}`);
const statusOfEndedRun = (run) => {
    if ((0,contract_status/* isSuccess */.oJ)(run.status))
        return 'succeeded';
    if (run.status === 'failed')
        return 'failed';
    return run.status === 'cancelled' || run.status === 'canceled' ? 'cancelled' : 'unknown';
};
/** A deployment that has ended, or whose time is up. */
const concludeDeployment = async (api, deployment) => {
    if (!(0,contract_status/* isFinishedDeployment */.qg)(deployment)) {
        const reason = `Deployment '${deployment.id}' is still '${deployment.status}'`;
        return { status: 'timed-out', reason, deployment, problems: [] };
    }
    if ((0,contract_status/* isSuccess */.oJ)(deployment.status)) {
        return { status: 'succeeded', reason: `Deployment '${deployment.id}' succeeded`, deployment, problems: [] };
    }
    const problems = await deploymentProblems(api, deployment);
    return { status: 'failed', reason: `Deployment '${deployment.id}' failed`, deployment, problems };
};
/** The end of a run that has succeeded depends on the deployment that it made in `envId`. */
const concludeSuccess = async (api, reference, envId, onTrouble) => {
    const [made] = await deploymentsOfRun(api, reference, envId);
    if (!made) {
        const reason = `Run '${reference.runId}' succeeded, but made no deployment in environment '${envId}'`;
        return { status: 'no-deployment', reason, problems: [] };
    }
    // A pipeline may end before the deployment that it started.
    const place = { envId, deploymentId: made.id };
    const end = (0,contract_status/* isFinishedDeployment */.qg)(made)
        ? { deployment: made }
        : await (0,follow_deployment/* followDeployment */.p)(api, place, { onStatus: () => { }, onTrouble });
    return concludeDeployment(api, end.deployment ?? made);
};
/**
 * What a run that has ended means. With `envId` it counts as a success only when a deployment that it made there
 * succeeded; without, when the run itself did.
 */
const concludeRun = async (api, { run, jobs }, { envId, onTrouble }) => {
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    const status = (0,contract_status/* isTerminal */.Hd)(run) ? statusOfEndedRun(run) : 'timed-out';
    if (status === 'succeeded' && envId !== undefined)
        return concludeSuccess(api, reference, envId, onTrouble);
    const [deployment] = envId === undefined ? [] : await deploymentsOfRun(api, reference, envId);
    const made = deployment === undefined ? {} : { deployment };
    if (status !== 'failed') {
        const words = status === 'unknown' ? `ended with the status '${run.status}', which is not known` : `ended as ${status}`;
        return { status, reason: `Run '${run.id}' ${words}${because(run.status_message)}`, ...made, problems: [] };
    }
    const hasFailedDeployment = deployment?.status === 'failed';
    const problems = hasFailedDeployment ? await deploymentProblems(api, deployment) : [];
    return {
        status,
        reason: `Run '${run.id}' failed${because(run.status_message)}`,
        ...made,
        problems: problems.length > 0 ? problems : failedSteps(jobs),
    };
};

// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(86);
// EXTERNAL MODULE: ./build/core/follow-run.js + 3 modules
var follow_run = __webpack_require__(7787);
// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(6192);
;// CONCATENATED MODULE: ./build/core/await-run.js





const requestedEnvironment = (run) => {
    const envId = run?.trigger === 'deployment_request' ? run.inputs['env_id'] : undefined;
    return typeof envId === 'string' ? envId : undefined;
};
/** What to know of an environment after a success. Nothing of it is worth failing a release that succeeded. */
const lookAround = async (api, { deployment, status }, onTrouble) => {
    if (status !== 'succeeded' || !deployment)
        return { hosts: {} };
    try {
        const { env_id: envId, id } = deployment;
        const [current, hosts] = await Promise.all([(0,environment/* isCurrent */.Oz)(api, envId, id), (0,environment/* hostsOf */.PP)(api, envId)]);
        return { current, hosts };
    }
    catch (error) {
        if (api.signal?.aborted || !(error instanceof Error))
            throw error;
        onTrouble(`The deployment succeeded, but the environment could not be read: ${error.message}`);
        return { hosts: {} };
    }
};
const waitedFor = ({ jobs, approvals }) => {
    if (approvals.length > 0)
        return `an approval for environment '${approvals.map(({ env_id }) => env_id).join("', '")}'`;
    const waiting = jobs.filter(({ waiting_for }) => waiting_for !== undefined && waiting_for !== '');
    if (waiting.length > 0)
        return waiting.map(({ id, waiting_for }) => `job '${id}' (${waiting_for})`).join(', ');
    const busy = jobs.filter(({ completed_at }) => completed_at === undefined);
    return busy.length > 0 ? busy.map(({ id, status }) => `job '${id}' (${status})`).join(', ') : 'its first job';
};
const timedOut = (end, { runId }) => {
    if (!end.run)
        return { status: 'unknown', reason: `Run '${runId}' could not be read in the time given`, problems: [] };
    const queued = end.run.concurrency_group === undefined ? 'to begin' : `for concurrency group '${end.run.concurrency_group}'`;
    const waiting = end.run.status === 'queued' ? `queued, waiting ${queued}` : `${end.run.status}, waiting for ${waitedFor(end)}`;
    return { status: 'timed-out', reason: `Run '${runId}' did not end in the time given: it is ${waiting}`, problems: [] };
};
/** The status of the outcome, however long it takes to learn it: a server that is away for a while changes nothing. */
const conclude = async (api, end, reference, { envId, onEvent }) => {
    if (end.kind === 'timed-out')
        return timedOut(end, reference);
    if (end.kind === 'awaiting-approval') {
        const reason = `Run '${end.run.id}' waits for an approval`;
        return { status: 'waiting-for-approval', reason, problems: [] };
    }
    const onTrouble = (message) => onEvent({ kind: 'trouble', message });
    try {
        return await concludeRun(api, end, { envId, onTrouble });
    }
    catch (error) {
        if (api.signal?.aborted || !(0,trouble/* isPassing */.W)(error))
            throw error;
        const reason = `Run '${end.run.id}' ended as ${end.run.status}, but its deployment could not be read: ${error.message}`;
        return { status: 'unknown', reason, problems: [] };
    }
};
/** Follows a run to its end and finds out what came of it. */
const awaitRun = async (api, reference, options) => {
    const end = await (0,follow_run/* followRun */.R2)(api, reference, options);
    const envId = options.envId ?? requestedEnvironment(end.run);
    const conclusion = await conclude(api, end, reference, { ...options, envId });
    const onTrouble = (message) => options.onEvent({ kind: 'trouble', message });
    return {
        ...conclusion,
        ...(await lookAround(api, conclusion, onTrouble)),
        envId,
        ...(end.run ? { run: end.run } : {}),
        jobs: end.jobs,
        approvals: end.kind === 'completed' ? [] : end.approvals,
    };
};
/** The same for a deployment that no run is known of. */
const awaitDeployment = async (api, place, tell) => {
    const { deployment } = await (0,follow_deployment/* followDeployment */.p)(api, place, tell);
    const conclusion = deployment
        ? await concludeDeployment(api, deployment)
        : {
            status: 'unknown',
            reason: `Deployment '${place.deploymentId}' could not be read in the time given`,
            problems: [],
        };
    const around = await lookAround(api, conclusion, tell.onTrouble);
    return { ...conclusion, ...around, envId: place.envId, jobs: [], approvals: [] };
};


/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oz: () => (/* binding */ isCurrent),
/* harmony export */   PP: () => (/* binding */ hostsOf),
/* harmony export */   uc: () => (/* binding */ getEnvironment)
/* harmony export */ });
const environmentPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}';
const getEnvironment = async ({ client, orgId, appId }, envId) => {
    const { body } = await client.get(environmentPath, { path: { orgId, appId, envId } });
    return body;
};
/** Whether a deployment is what the environment was last deployed with: another may have come after it. */
const isCurrent = async (api, envId, deploymentId) => {
    const { last_deploy } = await getEnvironment(api, envId);
    return last_deploy?.id === deploymentId;
};
const workloadOf = (resourceId) => /^modules\.(.+?)\.externals\./.exec(resourceId)?.[1] ?? resourceId;
/** The public host of each workload that has one (a resource between workloads stands under its own id). */
const hostsOf = async ({ client, orgId, appId }, envId) => {
    const { body } = await client.get(`${environmentPath}/resources`, { path: { orgId, appId, envId } });
    const hosts = new Map();
    for (const { type, res_id, resource } of body) {
        const host = resource['host'];
        if ((type !== 'dns' && type !== 'route') || typeof host !== 'string' || host === '')
            continue;
        const workload = workloadOf(res_id);
        // A workload may have a route and the name that it is on: the name is what people type.
        if (type === 'dns' || !hosts.has(workload))
            hosts.set(workload, host);
    }
    return Object.fromEntries(hosts);
};


/***/ }),

/***/ 4288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ getDeployment),
/* harmony export */   p: () => (/* binding */ followDeployment)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9846);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1082);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6192);



const deploymentPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}';
const getDeployment = async ({ client, orgId, appId }, { envId, deploymentId }) => {
    const { body } = await client.get(deploymentPath, { path: { orgId, appId, envId, deployId: deploymentId } });
    return body;
};
/** Follows a deployment, telling each change of its status. Lives through a server that cannot be reached for a while. */
const followDeployment = async (api, place, { onStatus, onTrouble }) => {
    const polls = (0,_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .createPolls */ .x)(api);
    let deployment;
    do {
        try {
            const seen = await getDeployment(api, place);
            const isNews = deployment?.status !== seen.status;
            deployment = seen;
            if (isNews) {
                polls.changed();
                onStatus(deployment);
            }
            if ((0,_contract_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isFinishedDeployment */ .qg)(deployment))
                return { kind: 'completed', deployment };
        }
        catch (error) {
            if (!(0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(error) || api.signal?.aborted)
                throw error;
            onTrouble(error.message);
        }
    } while (await polls.next());
    return { kind: 'timed-out', deployment };
};


/***/ }),

/***/ 988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ toDeploymentRequest),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   li: () => (/* binding */ requestDeployment),
/* harmony export */   yJ: () => (/* binding */ blockedBy)
/* harmony export */ });
/* unused harmony export runAhead */
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4138);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6024);
/* harmony import */ var _follow_deployment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4288);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1082);
/* harmony import */ var _follow_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7787);






/** The body of the request. Throws `InputError` for a source that the environment does not have. */
const toDeploymentRequest = async (api, envId, { source, comment }) => {
    const base = { trigger: 'deployment_request', env_id: envId, comment };
    const { deltaId, setId, deploymentId, valueSetVersionId } = source;
    const values = valueSetVersionId === undefined ? {} : { value_set_version_id: valueSetVersionId };
    if (deltaId !== undefined)
        return { ...base, delta_id: deltaId, ...values };
    if (setId !== undefined)
        return { ...base, set_id: setId, ...values };
    if (deploymentId !== undefined) {
        await (0,_follow_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .getDeployment */ .i)(api, { envId, deploymentId }).catch((error) => {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 404))
                throw error;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`Input 'deployment-id' is "${deploymentId}", which is no deployment of environment '${envId}'. ` +
                "Give the id of one of its own deployments; to bring over another environment's state, use its set with `set-id`.", { cause: error });
        });
        return { ...base, deployment_id: deploymentId };
    }
    const { from_deploy } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .getEnvironment */ .uc)(api, envId);
    if (!from_deploy) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`Environment '${envId}' has never been deployed, so there is nothing to deploy again: ` +
            'give `delta-id` (as the create-delta action makes it) or `set-id`.');
    }
    return { ...base, set_id: from_deploy.set_id, ...values };
};
/**
 * Asks for a deployment, once: every attempt of one call carries the same key. While the environment is busy it waits
 * and asks anew, with a new key, until the deadline.
 */
const requestDeployment = async (api, body, { onConflict, onKey, onBusy }) => {
    const { client, orgId, appId, random } = api;
    const polls = (0,_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .createPolls */ .x)(api);
    let message = '';
    do {
        const idempotencyKey = random.uuid();
        onKey(idempotencyKey);
        try {
            const path = { orgId, appId };
            const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey });
            return { kind: 'started', run: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireBody */ .WW)(answer) };
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 409))
                throw error;
            if (onConflict === 'fail')
                return { kind: 'conflict', message: error.message };
            if (error.message !== message)
                onBusy(error.message);
            message = error.message;
        }
    } while (await polls.next());
    return { kind: 'timed-out', message };
};
/** Asks for the cancellation of a run. False when it had ended already. */
const cancelRun = async ({ client, orgId, appId }, { pipelineId, runId }) => {
    const path = { orgId, appId, pipelineId, runId };
    try {
        await client.post('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel', { path });
        return true;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && (error.status === 409 || error.status === 404))
            return false;
        throw error;
    }
};
/** The unfinished run that a queued one stands behind, in the same concurrency group; undefined when there is none. */
const runAhead = async (api, run) => {
    if (run.concurrency_group === undefined)
        return undefined;
    const { client, orgId, appId } = api;
    const query = { app: [appId], completed: false };
    for await (const other of client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId }, query })) {
        const isAhead = other.id !== run.id && other.app_id === appId && other.created_at <= run.created_at;
        if (isAhead && other.concurrency_group === run.concurrency_group)
            return other;
    }
    return undefined;
};
/**
 * The run that stands in the way of one that has just been asked for. It gives the platform a moment to begin: every
 * run is queued at first.
 */
const blockedBy = async (api, run) => {
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    if (run.status !== 'queued')
        return undefined;
    const ahead = await runAhead(api, run);
    if (!ahead)
        return undefined;
    const now = await (0,_follow_run_js__WEBPACK_IMPORTED_MODULE_3__/* .getRun */ .Mh)(api, reference);
    return now.status === 'queued' ? ahead : undefined;
};


/***/ }),

/***/ 8531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ runSummary)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9846);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2467);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3708);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3937);




const words = {
    succeeded: '✅ succeeded',
    failed: '❌ failed',
    cancelled: '🚫 cancelled',
    'timed-out': '⏱️ timed out',
    'waiting-for-approval': '⏸️ waits for an approval',
    conflict: '🚧 not started: the environment is busy',
    'no-deployment': '❌ made no deployment',
    unknown: '❓ came to an unknown end',
};
const stepMarks = { succeeded: '✅', failed: '❌', cancelled: '🚫', skipped: '⏭️' };
const markOf = (status) => stepMarks[status] ?? '⏳';
const lastedMs = (from, to, now) => Math.max(0, (to === undefined ? now : Date.parse(to)) - Date.parse(from));
const durationOf = (part, now) => (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(lastedMs(part.created_at, (0,_contract_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isTerminal */ .Hd)(part) ? part.completed_at : undefined, now));
const problemList = (problems) => problems
    .map(({ scope, object, code: number, summary, message }) => {
    const head = `**${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(`${scope} ${object}`)}**${number === '' ? '' : ` (${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(number)})`}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(`${head}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(summary)}`, message === '' || message === summary ? '' : (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(message));
})
    .join('\n\n');
const jobTable = (jobs, now) => {
    if (jobs.length === 0)
        return '';
    const rows = jobs.flatMap((job) => [
        [`${markOf(job.status)} **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(job.name === '' ? job.id : job.name)}**`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(job.status), durationOf(job, now)],
        ...job.steps.map((step) => [
            `&nbsp;&nbsp;${markOf(step.status)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(step.name)}`,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(step.status),
            durationOf(step, now),
        ]),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Job and steps', 'Status', 'Time'], rows);
};
const hostList = (hosts) => Object.entries(hosts)
    .map(([workload, host]) => `- ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(workload)}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(host, `https://${host}`)}`)
    .join('\n');
const facts = ({ run, deployment, current }, url) => {
    const rows = [
        ...(run
            ? [
                ['Pipeline', (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(run.pipeline_id)],
                ['Run', (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(run.id)],
            ]
            : []),
        ...(deployment ? [['Deployment', url === '' ? (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(deployment.id) : (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(deployment.id, url)]] : []),
        ...(deployment ? [['Set', (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(deployment.set_id)]] : []),
        ...(current === false ? [['Current', 'no: another deployment has come after this one']] : []),
    ];
    return rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['', ''], rows);
};
const approvalList = ({ approvals }) => approvals
    .map(({ env_id, message }) => `- for environment ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(env_id)}, by whoever may deploy there: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(message)}`)
    .join('\n');
/** How a run came out, for the job summary: the errors first, then where to look, then how long everything took. */
const runSummary = (result, { title, url, now }) => {
    const { status, reason, problems, jobs, hosts, run } = result;
    const took = run ? ` after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(lastedMs(run.created_at, run.completed_at, now))}` : '';
    const heading = `### ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(title)}: ${words[status]}${status === 'conflict' ? '' : took}`;
    const section = (name, body) => (body === '' ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(`#### ${name}`, body));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(heading, status === 'succeeded' ? '' : `${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(reason)}.`, section('What went wrong', problemList(problems)), section('Waiting for', approvalList(result)), section('Where it runs', hostList(hosts)), facts(result, url), section('How long it took', jobTable(jobs, now)));
};


/***/ })

};

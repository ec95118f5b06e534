export const id = 163;
export const ids = [163];
export const modules = {

/***/ 5476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ withInterruption),
/* harmony export */   Ln: () => (/* binding */ cancelOnTimeout),
/* harmony export */   oS: () => (/* binding */ cancelLeft)
/* harmony export */ });
/* harmony import */ var _core_request_deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6677);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3281);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6432);




const named = ({ pipelineId, runId }) => `Run '${runId}' of pipeline '${pipelineId}'`;
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/** Asks for the cancellation of what a step leaves behind. Says what came of it, and never throws. */
const cancelRemote = async (step, connection, run) => {
    // Told first: the process may be killed before there is an answer.
    step.runner.info(`${named(run)} is being cancelled.`);
    try {
        const wasRunning = await (0,_core_request_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelRun */ .Su)((0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .connectForLastWords */ .fN)(step, connection), run);
        return wasRunning ? `${named(run)}: its cancellation was asked for` : `${named(run)} had ended already`;
    }
    catch (error) {
        return `${named(run)} goes on: its cancellation failed (${messageOf(error)})`;
    }
};
/** After a wait that ran out of time: cancels the run if told to. */
const cancelOnTimeout = async (step, { connection, cancelOnTimeout: wanted }, run, { status }) => {
    if (status !== 'timed-out')
        return;
    const left = `${named(run)} goes on by itself; set \`cancel-on-timeout: true\` to have it cancelled`;
    step.runner.warning(`${wanted ? await cancelRemote(step, connection, run) : left}.`);
};
const goesOn = (left) => {
    switch (left.kind) {
        case 'run':
            return `${named(left.run)} may go on by itself`;
        case 'call':
            return `Whether a deployment was started is not known: look at the runs of environment '${left.envId}'`;
        case 'deployment':
            return `Deployment '${left.deploymentId}' goes on by itself`;
        case 'nothing':
            return 'Nothing had been started';
    }
};
/** Cancels what a step leaves behind, and says what came of it; never throws. */
const cancelLeft = async (step, connection, left) => {
    if (left.kind === 'run')
        return cancelRemote(step, connection, left.run);
    if (left.kind !== 'call')
        return goesOn(left);
    try {
        return await cancelRemote(step, connection, await left.repeat());
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
/**
 * Does the work of a step that may be interrupted; `leaves` is told what the step would leave behind from there on.
 * When the job is cancelled, that is cancelled too if told to, and named in any case. What fails otherwise sets the
 * status: nothing that was begun is known to have failed.
 */
const withInterruption = async (step, inputs, work) => {
    const { runner } = step;
    const now = { left: { kind: 'nothing' } };
    const setStatus = (status) => runner.setOutput('status', status);
    try {
        await work((left) => {
            now.left = left;
        });
    }
    catch (error) {
        const { left } = now;
        if (error instanceof _step_js__WEBPACK_IMPORTED_MODULE_2__/* .FailedStep */ .u)
            throw error;
        if (runner.signal.aborted) {
            setStatus('cancelled');
            throw new _step_js__WEBPACK_IMPORTED_MODULE_2__/* .FailedStep */ .u((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_3__/* .sentence */ .e)(`The job was cancelled. ${await afterInterruption(step, inputs, left)}`), {
                cause: error,
            });
        }
        setStatus(left.kind === 'nothing' ? 'failed' : 'unknown');
        if (left.kind === 'run' || left.kind === 'deployment')
            runner.warning(`${goesOn(left)}.`);
        throw error;
    }
};


/***/ }),

/***/ 537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ tellRun)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var _contract_times_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5173);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9556);
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6677);




const becauseOf = (message) => (message ? `: ${message}` : '');
const nameOf = (job, step) => `${job.id} / ${step.name}`;
/** Who may decide about an approval, as far as the platform tells. */
const whoMayApprove = ({ env_id }) => `whoever may deploy to environment '${env_id}' (role deployer on its type)`;
const describeJob = (job) => {
    if ((0,_contract_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .Hd)(job)) {
        return `Job ${job.id}: ${job.status} after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_2__/* .durationMs */ .p)(job, 0))}${becauseOf(job.status_message)}`;
    }
    return `Job ${job.id}: ${job.status}${job.waiting_for ? `, waiting for ${job.waiting_for}` : ''}`;
};
/** Prints what happens in a run to the log: each step of it is one group. */
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
            runner.info(`${step.status} after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_2__/* .stepDurationMs */ .I)(job, step, 0))}${becauseOf(step.status_message)}`);
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

/***/ 5173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ stepDurationMs),
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9969);

/** Milliseconds since the epoch; undefined for what is no time. */
const timeOf = (text) => {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? undefined : time;
};
const lastedMs = (from, part, now) => {
    const end = (0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(part) ? timeOf(part.completed_at) : now;
    return from === undefined || end === undefined ? 0 : Math.max(0, end - from);
};
/** How long a run or a job has lasted, or lasts at `now` (milliseconds since the epoch). */
const durationMs = (part, now) => lastedMs(timeOf(part.created_at), part, now);
/**
 * How long a step has lasted. All steps are created with their job, and nothing says when one began; but they go one
 * after the other, so it did at the end of the one before it.
 */
const stepDurationMs = (job, step, now) => {
    const ends = job.steps.filter(({ index }) => index < step.index).map(({ completed_at }) => timeOf(completed_at));
    const began = Math.max(...[...ends, timeOf(step.created_at), timeOf(job.created_at)].map((time) => time ?? 0));
    return lastedMs(began === 0 ? undefined : began, step, now);
};


/***/ }),

/***/ 4531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ awaitDeployment),
  I: () => (/* binding */ awaitRun)
});

// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(9969);
// EXTERNAL MODULE: ./build/core/look-until.js
var look_until = __webpack_require__(3194);
// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(8361);
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
    return (body ?? []).map(({ scope, object_id, code, summary, message }) => ({
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
    return body ?? [];
};
/** What is good to know but changes nothing: without it the end is told all the same. Also when the time is up. */
const readOr = async (api, fallback, { what, read, onEvent }) => {
    const { clock, deadline, client, lastLook = client } = api;
    try {
        return await read(clock.now() < deadline ? api : { ...api, client: lastLook });
    }
    catch (error) {
        if (api.signal?.aborted || !(0,trouble/* isFailedCall */.W)(error))
            throw error;
        onEvent({ kind: 'missing', message: `${what} could not be read: ${error.message}` });
        return fallback;
    }
};
/** `: message`, without its full stop; nothing for an empty one. */
const because = (message) => {
    const text = (message ?? '').trim().replace(/[.\s]+$/, '');
    return text === '' ? '' : `: ${text}`;
};
const statusOfEndedRun = (run) => {
    if ((0,contract_status/* isSuccess */.oJ)(run.status))
        return 'succeeded';
    if (run.status === 'failed')
        return 'failed';
    return run.status === 'cancelled' || run.status === 'canceled' ? 'cancelled' : 'unknown';
};
const readProblems = (api, deployment, onEvent) => {
    const what = `What went wrong in deployment '${deployment.id}'`;
    return readOr(api, [], { what, read: (at) => deploymentProblems(at, deployment), onEvent });
};
/** A deployment that has ended, or whose time is up. */
const concludeDeployment = async (api, deployment, onEvent) => {
    const { id, status } = deployment;
    if (!(0,contract_status/* isFinishedDeployment */.qg)(deployment)) {
        const reason = `Deployment '${id}' did not end in the time given: it is still '${status}'`;
        return { status: 'timed-out', reason, deployment, problems: [] };
    }
    if ((0,contract_status/* isSuccess */.oJ)(status)) {
        return { status: 'succeeded', reason: `Deployment '${id}' succeeded`, deployment, problems: [] };
    }
    const problems = await readProblems(api, deployment, onEvent);
    return { status: 'failed', reason: `Deployment '${id}' failed`, deployment, problems };
};
/**
 * The end of a run that has succeeded depends on the deployment that it made in `envId`, which may go on for a while
 * after it. A server that is away for that long changes nothing.
 */
const concludeSuccess = async (api, reference, { envId, onEvent }) => {
    let unfinished;
    const looked = await (0,look_until/* lookUntil */.c)(api, {
        onTrouble: (message) => onEvent({ kind: 'trouble', message }),
        look: async (at, changed) => {
            const [made] = await deploymentsOfRun(at, reference, envId);
            if (!made) {
                const reason = `Run '${reference.runId}' succeeded, but made no deployment in environment '${envId}'`;
                return { status: 'no-deployment', reason, problems: [] };
            }
            if ((0,contract_status/* isFinishedDeployment */.qg)(made))
                return concludeDeployment(at, made, onEvent);
            if (unfinished?.status !== made.status) {
                changed();
                onEvent({ kind: 'deployment', deployment: made });
            }
            unfinished = made;
            return undefined;
        },
    });
    if (looked.kind === 'found')
        return looked.found;
    if (unfinished)
        return concludeDeployment(api, unfinished, onEvent);
    const reason = `Run '${reference.runId}' succeeded, but its deployment could not be read in the time given${because(looked.trouble)}`;
    return { status: 'unknown', reason, problems: [] };
};
/** The deployment that a run made in the environment, if it made one and that can be read. */
const readDeploymentOf = async (api, reference, { envId, onEvent }) => {
    if (envId === undefined)
        return undefined;
    const what = `The deployment of run '${reference.runId}'`;
    const read = (at) => deploymentsOfRun(at, reference, envId);
    const [made] = await readOr(api, [], { what, read, onEvent });
    return made;
};
/**
 * What a run that has ended means. With `envId` it counts as a success only when a deployment that it made there
 * succeeded; without, when the run itself did.
 */
const concludeRun = async (api, { run, jobs }, { envId, onEvent }) => {
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    const status = statusOfEndedRun(run);
    if (status === 'succeeded' && envId !== undefined)
        return concludeSuccess(api, reference, { envId, onEvent });
    const deployment = await readDeploymentOf(api, reference, { envId, onEvent });
    const made = deployment === undefined ? {} : { deployment };
    if (status !== 'failed') {
        const words = status === 'unknown' ? `ended with the status '${run.status}', which is not known` : `ended as ${status}`;
        return { status, reason: `Run '${run.id}' ${words}${because(run.status_message)}`, ...made, problems: [] };
    }
    const problems = deployment?.status === 'failed' ? await readProblems(api, deployment, onEvent) : [];
    return {
        status,
        reason: `Run '${run.id}' failed${because(run.status_message)}`,
        ...made,
        problems: problems.length > 0 ? problems : failedSteps(jobs),
    };
};

// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(3491);
// EXTERNAL MODULE: ./build/core/follow-deployment.js
var follow_deployment = __webpack_require__(8109);
// EXTERNAL MODULE: ./build/core/follow-run.js + 3 modules
var follow_run = __webpack_require__(8532);
;// CONCATENATED MODULE: ./build/core/await-run.js






const requestedEnvironment = (run) => {
    const envId = run?.trigger === 'deployment_request' ? run.inputs?.['env_id'] : undefined;
    return typeof envId === 'string' ? envId : undefined;
};
/** What to know of an environment after a success. Nothing of it is worth failing a release that succeeded. */
const lookAround = async (api, { deployment, status }, onEvent) => {
    if (status !== 'succeeded' || !deployment)
        return { hosts: {} };
    const { env_id: envId, id } = deployment;
    const [current, hosts] = await Promise.all([
        readOr(api, undefined, {
            what: `Whether the deployment is still what environment '${envId}' was last deployed with`,
            read: (at) => (0,environment/* isCurrent */.Oz)(at, envId, id),
            onEvent,
        }),
        readOr(api, {}, {
            what: `The hosts of environment '${envId}'`,
            read: (at) => (0,environment/* hostsOf */.PP)(at, envId),
            onEvent,
        }),
    ]);
    return { hosts, ...(current === undefined ? {} : { current }) };
};
const waitedFor = ({ jobs, approvals }) => {
    if (approvals.length > 0)
        return `an approval for environment '${approvals.map(({ env_id }) => env_id).join("', '")}'`;
    const open = jobs.filter((job) => !(0,contract_status/* isTerminal */.Hd)(job));
    if (open.length === 0)
        return jobs.length === 0 ? 'its first job' : 'its end';
    const waiting = open.filter(({ waiting_for }) => Boolean(waiting_for));
    return waiting.length > 0
        ? waiting.map(({ id, waiting_for }) => `job '${id}' (${waiting_for})`).join(', ')
        : open.map(({ id, status }) => `job '${id}' (${status})`).join(', ');
};
const timedOut = ({ run, trouble, ...end }, { runId }) => {
    const lately = trouble === '' ? '' : `. It could not be read at last: ${trouble}`;
    if (!run) {
        return { status: 'timed-out', reason: `Run '${runId}' could not be read in the time given${lately}`, problems: [] };
    }
    const group = run.concurrency_group;
    const queued = group ? `for its turn in concurrency group '${group}'` : 'to begin';
    const waiting = run.status === 'queued'
        ? `queued, waiting ${queued}`
        : `${run.status}, waiting for ${waitedFor({ run, trouble, ...end })}`;
    const reason = `Run '${runId}' did not end in the time given: it is ${waiting}${lately}`;
    return { status: 'timed-out', reason, problems: [] };
};
const conclude = async (api, end, { reference, envId, onEvent }) => {
    if (end.kind === 'completed') {
        try {
            return await concludeRun(api, end, { envId, onEvent });
        }
        catch (error) {
            if (api.signal?.aborted || !(0,trouble/* isFailedCall */.W)(error))
                throw error;
            const reason = `Run '${end.run.id}' ended as ${end.run.status}, but its deployment could not be read: ${error.message}`;
            return { status: 'unknown', reason, problems: [] };
        }
    }
    const isTimedOut = end.kind === 'timed-out';
    const conclusion = isTimedOut
        ? timedOut(end, reference)
        : { status: 'waiting-for-approval', reason: `Run '${end.run.id}' waits for an approval`, problems: [] };
    // Whoever goes on from here wants to know what was begun, unless the server is away.
    if (isTimedOut && (!api.lastLook || end.trouble !== '' || end.run?.status === 'queued'))
        return conclusion;
    const deployment = await readDeploymentOf(api, reference, { envId, onEvent });
    return { ...conclusion, ...(deployment ? { deployment } : {}) };
};
/** Follows a run to its end and finds out what came of it. */
const awaitRun = async (api, reference, options) => {
    const { onEvent } = options;
    const end = await (0,follow_run/* followRun */.R)(api, reference, options);
    const envId = options.envId ?? requestedEnvironment(end.run);
    const conclusion = await conclude(api, end, { reference, envId, onEvent });
    return {
        ...conclusion,
        ...(await lookAround(api, conclusion, onEvent)),
        envId,
        ...(end.run ? { run: end.run } : {}),
        jobs: end.jobs,
        approvals: end.kind === 'completed' ? [] : end.approvals,
    };
};
/** The same for a deployment that no run is known of. */
const awaitDeployment = async (api, place, onEvent) => {
    const { deployment, ...end } = await (0,follow_deployment/* followDeployment */.p)(api, place, onEvent);
    const trouble = end.kind === 'timed-out' && end.trouble !== '' ? `: ${end.trouble}` : '';
    const conclusion = deployment
        ? await concludeDeployment(api, deployment, onEvent)
        : {
            status: 'timed-out',
            reason: `Deployment '${place.deploymentId}' could not be read in the time given${trouble}`,
            problems: [],
        };
    const around = await lookAround(api, conclusion, onEvent);
    return { ...conclusion, ...around, envId: place.envId, jobs: [], approvals: [] };
};


/***/ }),

/***/ 1362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ runSummary)
/* harmony export */ });
/* harmony import */ var _contract_times_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5173);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9556);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3699);
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6677);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4902);





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
/** What has not begun has taken no time. */
const stepTime = (job, step, now) => step.status === 'queued' || step.status === 'skipped' ? '' : (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_3__/* .stepDurationMs */ .I)(job, step, now));
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
        [
            `${markOf(job.status)} **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(job.name === '' ? job.id : job.name)}**`,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(job.status),
            (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_3__/* .durationMs */ .p)(job, now)),
        ],
        ...job.steps.map((step) => [
            `&nbsp;&nbsp;${markOf(step.status)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(step.name)}`,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(step.status),
            stepTime(job, step, now),
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
    const took = run ? ` after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_3__/* .durationMs */ .p)(run, now))}` : '';
    const heading = `### ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(title)}: ${words[status]}${status === 'conflict' ? '' : took}`;
    const section = (name, body) => (body === '' ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(`#### ${name}`, body));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(heading, status === 'succeeded' ? '' : (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .e)(reason)), section('What went wrong', problemList(problems)), section('Waiting for', approvalList(result)), section('Where it runs', hostList(hosts)), facts(result, url), section('How long it took', jobTable(jobs, now)));
};


/***/ })

};

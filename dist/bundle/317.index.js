"use strict";
exports.id = 317;
exports.ids = [317];
exports.modules = {

/***/ 7141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   JH: () => (/* binding */ finishRun),
/* harmony export */   PM: () => (/* binding */ deploymentUrl),
/* harmony export */   iB: () => (/* binding */ setRunOutputs)
/* harmony export */ });
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1178);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(765);


const deploymentUrl = ({ apiUrl, orgId, appId }, envId, deploymentId) => {
    const { hostname } = new URL(apiUrl);
    if (hostname !== 'api.humanitec.io')
        return '';
    const [org, app, env] = [orgId, appId, envId].map(encodeURIComponent);
    const environment = `https://app.humanitec.io/orgs/${org}/apps/${app}/envs/${env}`;
    return deploymentId === undefined ? environment : `${environment}/deploys/${encodeURIComponent(deploymentId)}`;
};
const describeProblem = ({ scope, object, code, summary, message }) => `${scope} ${object}${code === '' ? '' : ` (${code})`}: ${message === '' ? summary : message}`;
const mostAnnotations = 9;
const annotate = (runner, problems) => {
    for (const problem of problems.slice(0, mostAnnotations)) {
        runner.error(describeProblem(problem), { title: problem.summary === '' ? 'Deployment error' : problem.summary });
    }
    for (const problem of problems.slice(mostAnnotations))
        runner.info(describeProblem(problem));
};
const setRunOutputs = (runner, { status, problems, deployment }) => {
    runner.setOutput('status', status);
    runner.setOutput('deployment-id', deployment?.id ?? '');
    runner.setCutOutput('errors', problems);
};
const finishRun = (runner, result) => {
    const { status, reason, problems, deployment, current } = result;
    setRunOutputs(runner, result);
    annotate(runner, problems);
    if (current === false) {
        runner.warning(`Deployment '${deployment?.id}' succeeded, but another has come after it in '${result.envId}'.`);
    }
    if (status !== 'succeeded' && status !== 'waiting-for-approval')
        throw new _step_js__WEBPACK_IMPORTED_MODULE_0__/* .FailedStep */ .u((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .e)(reason));
    runner.info((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .e)(reason));
};


/***/ }),

/***/ 1518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Ib: () => (/* binding */ isActiveDeployment),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   qg: () => (/* binding */ isFinishedDeployment),
/* harmony export */   zQ: () => (/* binding */ isPendingApproval)
/* harmony export */ });
/* unused harmony exports lifecycleStatuses, deploymentStatuses, approvalStatuses, executionStatuses */
const lifecycleStatuses = (/* unused pure expression or super */ null && (['active', 'deleting']));
const deploymentStatuses = (/* unused pure expression or super */ null && (['pending', 'in progress', 'succeeded', 'failed']));
const isActiveDeployment = (deployment) => deployment.status === 'pending' || deployment.status === 'in progress';
const isFinishedDeployment = (deployment) => deployment.status === 'failed' || isSuccess(deployment.status);
const approvalStatuses = (/* unused pure expression or super */ null && (['waiting', 'approved', 'denied', 'cancelled']));
const isPendingApproval = (approval) => approval.status === 'waiting';
const executionStatuses = (/* unused pure expression or super */ null && (['queued', 'executing', 'succeeded', 'failed', 'cancelled', 'skipped']));
const isTerminal = (execution) => execution.completed_at !== undefined && execution.completed_at !== null && execution.completed_at !== '';
const isSuccess = (status) => status === 'succeeded' || status === 'successful' || status === 'success';


/***/ }),

/***/ 3136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pV: () => (/* binding */ stepDurationMs),
/* harmony export */   pc: () => (/* binding */ durationMs),
/* harmony export */   rW: () => (/* binding */ stepSpan)
/* harmony export */ });
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1518);

const timeOf = (text) => {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? undefined : time;
};
const lastedMs = (from, part, now) => {
    const end = (0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(part) ? timeOf(part.completed_at) : now;
    return from === undefined || end === undefined ? 0 : Math.max(0, end - from);
};
const beginningOf = (part) => {
    if (!('steps' in part))
        return timeOf(part.created_at);
    const times = part.steps.map(({ created_at }) => timeOf(created_at)).filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
};
const durationMs = (part, now) => lastedMs(beginningOf(part), part, now);
const stepSpan = (job, step, now) => {
    const to = ((0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(step) ? timeOf(step.completed_at) : undefined) ?? now;
    return { from: to - stepDurationMs(job, step, now), to };
};
const stepDurationMs = (job, step, now) => {
    const ends = job.steps.filter(({ index }) => index < step.index).map(({ completed_at }) => timeOf(completed_at));
    const began = Math.max(...[...ends, timeOf(step.created_at), timeOf(job.created_at)].map((time) => time ?? 0));
    return lastedMs(began === 0 ? undefined : began, step, now);
};


/***/ }),

/***/ 1747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ listApprovals),
/* harmony export */   R: () => (/* binding */ readApprovals)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1518);

const readApprovals = async function* ({ client, orgId, appId }, { run, waiting = false }) {
    const query = {
        ...(run ? { pipeline: [run.pipelineId], run: [run.runId] } : {}),
        ...(waiting ? { status: 'waiting' } : {}),
    };
    for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
        path: { orgId, appId },
        query,
    })) {
        const isOfRun = run === undefined || approval.run_id === run.runId;
        if (isOfRun && (!waiting || (0,_contract_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isPendingApproval */ .zQ)(approval)))
            yield approval;
    }
};
const listApprovals = (api, filter) => Array.fromAsync(readApprovals(api, filter));


/***/ }),

/***/ 6191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ awaitDeployment),
  I: () => (/* binding */ awaitRun)
});

// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(1518);
// EXTERNAL MODULE: ./build/core/conclude.js
var conclude = __webpack_require__(5282);
// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(1406);
// EXTERNAL MODULE: ./build/core/follow-deployment.js
var follow_deployment = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/core/approvals.js
var core_approvals = __webpack_require__(1747);
// EXTERNAL MODULE: ./build/core/get-run.js
var get_run = __webpack_require__(5455);
// EXTERNAL MODULE: ./build/core/look-until.js
var look_until = __webpack_require__(1465);
// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/core/step-logs.js
var step_logs = __webpack_require__(1997);
// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(3384);
;// CONCATENATED MODULE: ./build/core/observe-jobs.js




const jobsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs';
const stateOf = (job) => `${job.status} ${job.waiting_for ?? ''}`;
const isUnchanged = (job, { etag, status, completed_at }) => Boolean(etag) && job.etag === etag && job.status === status && job.completed_at === completed_at;
const idleStatuses = new Set(['queued', 'pending']);
const isBegun = (job, step) => (0,contract_status/* isTerminal */.Hd)(step) || (!(0,contract_status/* isTerminal */.Hd)(job) && !idleStatuses.has(step.status));
const hasEnded = (job, step) => (0,contract_status/* isTerminal */.Hd)(step) || (0,contract_status/* isTerminal */.Hd)(job);
const mostMissed = 3;
const observeJobs = (run, { logs, onEvent }) => {
    const seen = new Map();
    const tellNewLines = async (api, job, step, known) => {
        if (!known.position)
            return;
        const place = { jobId: job.id, stepIndex: step.index };
        const { lines, position } = await (0,step_logs/* readNewLines */.E)(api, run, place, known.position);
        known.position = position;
        known.missed = 0;
        for (const line of lines)
            onEvent({ kind: 'step-log', job, step, line });
    };
    const bearWithLog = (error, job, step, known) => {
        if (!(0,trouble/* isFailedCall */.W)(error) || (0,client/* hasStatus */.Ro)(error, 401))
            throw error;
        const isFinal = !(0,trouble/* isPassing */.D)(error);
        known.missed += 1;
        if (!isFinal && hasEnded(job, step) && known.missed < mostMissed)
            throw error;
        if (isFinal || hasEnded(job, step)) {
            known.position = undefined;
            onEvent({ kind: 'missing', message: `The log of step '${step.name}' could not be read: ${error.message}` });
        }
    };
    const lookAtStep = async (api, job, step, steps) => {
        let known = steps.get(step.index);
        if (known?.isDone || !isBegun(job, step))
            return;
        if (!known) {
            known = { position: step_logs/* logStart */.$, missed: 0, isDone: step.status === 'skipped' };
            steps.set(step.index, known);
            onEvent({ kind: known.isDone ? 'step-skipped' : 'step-started', job, step });
        }
        if (known.isDone)
            return;
        const last = known;
        if (logs) {
            await tellNewLines(api, job, step, last).catch((error) => {
                if (api.signal?.aborted)
                    throw error;
                bearWithLog(error, job, step, last);
            });
        }
        if (!hasEnded(job, step))
            return;
        last.isDone = true;
        onEvent({ kind: 'step-ended', job, step });
    };
    const read = async ({ client, orgId, appId }, jobId) => {
        const { pipelineId, runId } = run;
        const { body } = await client.get(`${jobsPath}/{jobId}`, { path: { orgId, appId, pipelineId, runId, jobId } });
        return { ...body, steps: body.steps ?? [] };
    };
    const lookAtJob = async (api, summary) => {
        const before = seen.get(summary.id);
        const isSame = before !== undefined && isUnchanged(before.job, summary);
        if (isSame && (0,contract_status/* isTerminal */.Hd)(before.job) && before.told === stateOf(before.job))
            return;
        const job = isSame ? before.job : await read(api, summary.id);
        const current = { steps: new Map(), told: '', ...before, job };
        seen.set(job.id, current);
        const tell = () => {
            if (current.told !== stateOf(job))
                onEvent({ kind: 'job', job });
            current.told = stateOf(job);
        };
        if (!(0,contract_status/* isTerminal */.Hd)(job))
            tell();
        for (const step of job.steps)
            await lookAtStep(api, job, step, current.steps);
        if ((0,contract_status/* isTerminal */.Hd)(job))
            tell();
    };
    return {
        jobs: () => [...seen.values()].map(({ job }) => job),
        look: async (api) => {
            const { orgId, appId } = api;
            const path = { orgId, appId, pipelineId: run.pipelineId, runId: run.runId };
            for await (const summary of api.client.pages(jobsPath, { path }))
                await lookAtJob(api, summary);
        },
    };
};

;// CONCATENATED MODULE: ./build/core/run-events.js
const keyOf = ({ job, step }) => `${job.id}/${step.index}`;
const isStepEvent = (event) => 'step' in event;
const isLast = ({ kind }) => kind === 'step-ended' || kind === 'step-skipped';
const inStepOrder = (tell) => {
    const waiting = new Map();
    let current;
    const tellStep = (event) => {
        current ??= event;
        const key = keyOf(event);
        if (key !== keyOf(current)) {
            waiting.set(key, [...(waiting.get(key) ?? []), event]);
            return;
        }
        tell(event);
        if (!isLast(event))
            return;
        current = undefined;
        tellNext();
    };
    const tellNext = () => {
        const next = waiting.entries().next().value;
        if (!next)
            return;
        waiting.delete(next[0]);
        for (const kept of next[1])
            tellStep(kept);
    };
    return {
        tell: (event) => (isStepEvent(event) ? tellStep(event) : tell(event)),
        leave: () => {
            while (current) {
                const { job, step } = current;
                current = undefined;
                tell({ kind: 'step-left', job, step });
                tellNext();
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/core/follow-run.js






const waitsForSomebody = (job) => !(0,contract_status/* isTerminal */.Hd)(job) && Boolean(job.waiting_for) && !job.waiting_for?.startsWith('application.environment.');
const observeApprovals = (run, onEvent) => {
    const told = new Set();
    let before = '';
    let approvals = [];
    return {
        approvals: () => approvals,
        look: async (api, jobs) => {
            const waiting = jobs.filter(waitsForSomebody);
            const now = waiting.map(({ id, etag, waiting_for }) => `${id} ${etag} ${waiting_for}`).join('\n');
            if (now === before && (now === '' || approvals.length > 0))
                return;
            approvals = waiting.length > 0 ? await (0,core_approvals/* listApprovals */.P)(api, { run, waiting: true }) : [];
            before = now;
            for (const approval of approvals) {
                if (!told.has(approval.id))
                    onEvent({ kind: 'approval', approval });
                told.add(approval.id);
            }
        },
    };
};
const followRun = async (api, reference, { until, logs, onEvent }) => {
    const { tell, leave } = inStepOrder(onEvent);
    const observer = observeJobs(reference, { logs, onEvent: tell });
    const approvals = observeApprovals(reference, tell);
    let run;
    let told;
    const tellRun = (seen) => {
        if (told === seen.status)
            return;
        told = seen.status;
        tell({ kind: 'run', run: seen });
    };
    const look = async (at) => {
        const seen = await (0,get_run/* getRun */.M)(at, reference);
        run = seen;
        if (!(0,contract_status/* isTerminal */.Hd)(seen))
            tellRun(seen);
        await observer.look(at);
        const jobs = observer.jobs();
        if ((0,contract_status/* isTerminal */.Hd)(seen)) {
            tellRun(seen);
            return { kind: 'completed', run: seen, jobs };
        }
        await approvals.look(at, jobs);
        const waiting = approvals.approvals();
        if (until === 'completed' || waiting.length === 0)
            return undefined;
        return { kind: 'awaiting-approval', run: seen, jobs, approvals: waiting };
    };
    try {
        const looked = await (0,look_until/* lookUntil */.c)(api, { look, onTrouble: (message) => tell({ kind: 'trouble', message }) });
        if (looked.kind === 'found')
            return looked.found;
        return { ...looked, run, jobs: observer.jobs(), approvals: approvals.approvals() };
    }
    finally {
        leave();
    }
};

// EXTERNAL MODULE: ./build/core/log-tails.js
var log_tails = __webpack_require__(2027);
;// CONCATENATED MODULE: ./build/core/await-run.js







const requestedEnvironment = (run) => {
    const envId = run?.trigger === 'deployment_request' ? run.inputs?.['env_id'] : undefined;
    return typeof envId === 'string' ? envId : undefined;
};
const lookAround = async (api, { deployment, status }, onEvent) => {
    if (status !== 'succeeded' || !deployment)
        return { hosts: {} };
    const { env_id: envId, id } = deployment;
    const [current, hosts] = await Promise.all([
        (0,conclude/* readOr */.Cq)(api, undefined, {
            what: `Whether the deployment is still what environment '${envId}' was last deployed with`,
            read: (at) => (0,environment/* isCurrent */.Oz)(at, envId, id),
            onEvent,
        }),
        (0,conclude/* readOr */.Cq)(api, {}, {
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
const await_run_conclude = async (api, end, { reference, envId, onEvent }) => {
    if (end.kind === 'completed') {
        try {
            return await (0,conclude/* concludeRun */.jf)(api, end, { envId, onEvent });
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
    if (isTimedOut && (!api.lastLook || end.trouble !== '' || end.run?.status === 'queued'))
        return conclusion;
    const deployment = await (0,conclude/* readDeploymentOf */.pL)(api, reference, { envId, onEvent });
    return { ...conclusion, ...(deployment ? { deployment } : {}) };
};
const awaitRun = async (api, reference, options) => {
    const { onEvent } = options;
    const kept = (0,log_tails/* keepTails */.vc)(onEvent);
    const end = await followRun(api, reference, { ...options, onEvent: kept.onEvent });
    const tails = kept.tails();
    const envId = options.envId ?? requestedEnvironment(end.run);
    const conclusion = await await_run_conclude(api, end, { reference, envId, onEvent });
    return {
        ...conclusion,
        ...(await lookAround(api, conclusion, onEvent)),
        envId,
        ...(end.run ? { run: end.run } : {}),
        jobs: end.jobs,
        approvals: end.kind === 'completed' ? [] : end.approvals,
        ...(tails.length === 0 ? {} : { tails }),
    };
};
const awaitDeployment = async (api, place, onEvent) => {
    const { deployment, ...end } = await (0,follow_deployment/* followDeployment */.p)(api, place, onEvent);
    const trouble = end.kind === 'timed-out' && end.trouble !== '' ? `: ${end.trouble}` : '';
    const conclusion = deployment
        ? await (0,conclude/* concludeDeployment */.d3)(api, deployment, onEvent)
        : {
            status: 'timed-out',
            reason: `Deployment '${place.deploymentId}' could not be read in the time given${trouble}`,
            problems: [],
        };
    const around = await lookAround(api, conclusion, onEvent);
    return { ...conclusion, ...around, envId: place.envId, jobs: [], approvals: [] };
};


/***/ }),

/***/ 5282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ readOr),
/* harmony export */   d3: () => (/* binding */ concludeDeployment),
/* harmony export */   jf: () => (/* binding */ concludeRun),
/* harmony export */   pL: () => (/* binding */ readDeploymentOf)
/* harmony export */ });
/* unused harmony export endStatuses */
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1518);
/* harmony import */ var _look_until_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1465);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3384);



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
const failedSteps = (jobs) => jobs
    .filter(({ status }) => status === 'failed')
    .flatMap((job) => {
    const failed = job.steps.filter(({ status }) => status === 'failed');
    if (failed.length === 0)
        return [{ scope: 'job', object: job.id, message: job.status_message }];
    return failed.map((step) => ({ scope: 'step', object: `${job.id} / ${step.name}`, message: step.status_message }));
})
    .map(({ scope, object, message }) => ({ scope, object, code: '', summary: `${object} failed`, message }));
const deploymentsOfRun = async ({ client, orgId, appId }, { pipelineId, runId }, envId) => {
    const query = { pipelineRunId: `${pipelineId},${runId}` };
    const { body } = await client.get(deploysPath, { path: { orgId, appId, envId }, query });
    return body ?? [];
};
const readOr = async (api, fallback, { what, read, onEvent }) => {
    const { clock, deadline, client, lastLook = client } = api;
    try {
        return await read(clock.now() < deadline ? api : { ...api, client: lastLook });
    }
    catch (error) {
        if (api.signal?.aborted || !(0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailedCall */ .W)(error))
            throw error;
        onEvent({ kind: 'missing', message: `${what} could not be read: ${error.message}` });
        return fallback;
    }
};
const because = (message) => {
    const text = (message ?? '').trim().replace(/(?<![.\s])[.\s]+$/, '');
    return text === '' ? '' : `: ${text}`;
};
const statusOfEndedRun = (run) => {
    if ((0,_contract_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(run.status))
        return 'succeeded';
    if (run.status === 'failed')
        return 'failed';
    return run.status === 'cancelled' || run.status === 'canceled' ? 'cancelled' : 'unknown';
};
const readProblems = (api, deployment, onEvent) => {
    const what = `What went wrong in deployment '${deployment.id}'`;
    return readOr(api, [], { what, read: (at) => deploymentProblems(at, deployment), onEvent });
};
const concludeDeployment = async (api, deployment, onEvent) => {
    const { id, status } = deployment;
    if (!(0,_contract_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isFinishedDeployment */ .qg)(deployment)) {
        const reason = `Deployment '${id}' did not end in the time given: it is still '${status}'`;
        return { status: 'timed-out', reason, deployment, problems: [] };
    }
    if ((0,_contract_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(status)) {
        return { status: 'succeeded', reason: `Deployment '${id}' succeeded`, deployment, problems: [] };
    }
    const problems = await readProblems(api, deployment, onEvent);
    return { status: 'failed', reason: `Deployment '${id}' failed`, deployment, problems };
};
const concludeSuccess = async (api, reference, { envId, onEvent }) => {
    let unfinished;
    const looked = await (0,_look_until_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUntil */ .c)(api, {
        onTrouble: (message) => onEvent({ kind: 'trouble', message }),
        look: async (at) => {
            const [made] = await deploymentsOfRun(at, reference, envId);
            if (!made) {
                const reason = `Run '${reference.runId}' succeeded, but made no deployment in environment '${envId}'`;
                return { status: 'no-deployment', reason, problems: [] };
            }
            if ((0,_contract_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isFinishedDeployment */ .qg)(made))
                return concludeDeployment(at, made, onEvent);
            if (unfinished?.status !== made.status)
                onEvent({ kind: 'deployment', deployment: made });
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
const readDeploymentOf = async (api, reference, { envId, onEvent }) => {
    if (envId === undefined)
        return undefined;
    const what = `The deployment of run '${reference.runId}'`;
    const read = (at) => deploymentsOfRun(at, reference, envId);
    const [made] = await readOr(api, [], { what, read, onEvent });
    return made;
};
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


/***/ }),

/***/ 1406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
const isCurrent = async (api, envId, deploymentId) => {
    const { last_deploy } = await getEnvironment(api, envId);
    return last_deploy?.id === deploymentId;
};
const workloadOf = (resourceId) => /^modules\.(.+?)\.externals\./.exec(resourceId)?.[1] ?? resourceId;
const hostsOf = async ({ client, orgId, appId }, envId) => {
    const { body } = await client.get(`${environmentPath}/resources`, { path: { orgId, appId, envId } });
    const hosts = new Map();
    for (const { type, res_id, resource } of body ?? []) {
        const host = resource?.['host'];
        if ((type !== 'dns' && type !== 'route') || typeof host !== 'string' || host === '')
            continue;
        const workload = workloadOf(res_id);
        if (type === 'dns' || !hosts.has(workload))
            hosts.set(workload, host);
    }
    return Object.fromEntries(hosts);
};


/***/ }),

/***/ 9416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ getDeployment),
/* harmony export */   p: () => (/* binding */ followDeployment)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1518);
/* harmony import */ var _look_until_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1465);


const deploymentPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}';
const getDeployment = async ({ client, orgId, appId }, { envId, deploymentId }) => {
    const { body } = await client.get(deploymentPath, { path: { orgId, appId, envId, deployId: deploymentId } });
    return body;
};
const followDeployment = async (api, place, onEvent) => {
    let deployment;
    const look = async (at) => {
        const seen = await getDeployment(at, place);
        const isNews = deployment?.status !== seen.status;
        deployment = seen;
        if (isNews)
            onEvent({ kind: 'deployment', deployment });
        return (0,_contract_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isFinishedDeployment */ .qg)(seen) ? seen : undefined;
    };
    const looked = await (0,_look_until_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUntil */ .c)(api, { look, onTrouble: (message) => onEvent({ kind: 'trouble', message }) });
    return looked.kind === 'found' ? { kind: 'completed', deployment: looked.found } : { ...looked, deployment };
};


/***/ }),

/***/ 5455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ getRun)
/* harmony export */ });
const runPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}';
const getRun = async ({ client, orgId, appId }, { pipelineId, runId }) => {
    const { body } = await client.get(runPath, { path: { orgId, appId, pipelineId, runId } });
    return body;
};


/***/ }),

/***/ 2027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zc: () => (/* binding */ mostTails),
/* harmony export */   os: () => (/* binding */ tailLines),
/* harmony export */   vc: () => (/* binding */ keepTails)
/* harmony export */ });
const tailLines = 20;
const mostTails = 3;
const keepTails = (tell) => {
    const open = new Map();
    const tails = [];
    const keyOf = ({ job, step }) => `${job.id}/${step.index}`;
    const keep = (place, line) => {
        const kept = open.get(keyOf(place)) ?? { lines: [], count: 0 };
        open.set(keyOf(place), kept);
        kept.lines.push(line);
        kept.count += 1;
        if (kept.lines.length > tailLines)
            kept.lines.shift();
    };
    const end = (place) => {
        const kept = open.get(keyOf(place));
        open.delete(keyOf(place));
        const { job, step } = place;
        if (!kept || step.status !== 'failed' || tails.length >= mostTails)
            return;
        tails.push({ jobId: job.id, step: step.name, lines: kept.lines, left: kept.count - kept.lines.length });
    };
    return {
        onEvent: (event) => {
            if (event.kind === 'step-log')
                keep(event, event.line);
            if (event.kind === 'step-ended')
                end(event);
            tell(event);
        },
        tails: () => tails,
    };
};


/***/ }),

/***/ 1465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lookUntil)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9984);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4770);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3384);



const lookUntil = async (api, { look, onTrouble }) => {
    const { clock, deadline, signal, lastLook } = api;
    const polls = (0,_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .createPolls */ .x)(api);
    let trouble = '';
    let hasWorked = false;
    const attempt = async (at) => {
        try {
            const found = await look(at);
            trouble = '';
            hasWorked = true;
            return found;
        }
        catch (error) {
            const isWorthIt = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .D)(error) || (hasWorked && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr);
            if (!isWorthIt || signal?.aborted)
                throw error;
            if (clock.now() >= deadline && at === api)
                return undefined;
            if (error.message !== trouble && at === api)
                onTrouble(error.message);
            trouble = error.message;
            return undefined;
        }
    };
    do {
        const found = await attempt(api);
        if (found !== undefined)
            return { kind: 'found', found };
    } while ((await polls.next()) && clock.now() < deadline);
    const found = lastLook && (await attempt({ ...api, client: lastLook }));
    return found === undefined ? { kind: 'timed-out', trouble } : { kind: 'found', found };
};


/***/ }),

/***/ 4770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createPolls)
/* harmony export */ });
/* unused harmony export pollDelay */
const longestMs = 25_000;
const pollDelay = (waitedMs) => {
    const lateMs = Math.max(1200, waitedMs * 0.03);
    return Math.min(Math.round(lateMs * 1.8) - 750, longestMs);
};
const createPolls = ({ clock, deadline, signal, }) => {
    const since = clock.now();
    return {
        next: async () => {
            const now = clock.now();
            if (now >= deadline)
                return false;
            await clock.sleep(Math.min(pollDelay(now - since), deadline - now), signal);
            return true;
        },
    };
};


/***/ }),

/***/ 1997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ logStart),
/* harmony export */   E: () => (/* binding */ readNewLines)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5512);
/* harmony import */ var _client_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3235);


const logStart = { lines: 0 };
const logsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/steps/{stepIndex}/logs';
const pageOf = (link) => {
    const target = (0,_client_link_js__WEBPACK_IMPORTED_MODULE_1__/* .nextLink */ .I)(link);
    if (target === undefined || !URL.canParse(target, 'https://page.invalid'))
        return undefined;
    return new URL(target, 'https://page.invalid').searchParams.get('page') ?? undefined;
};
const readNewLines = async ({ client, orgId, appId }, { pipelineId, runId }, { jobId, stepIndex }, position) => {
    const lines = [];
    const visited = new Set();
    let at = position;
    for (;;) {
        visited.add(at.page);
        const path = { orgId, appId, pipelineId, runId, jobId, stepIndex };
        try {
            const { body, headers } = await client.get(logsPath, { path, query: { page: at.page } });
            const page = Array.isArray(body) ? body : [];
            for (const line of page.slice(at.lines))
                lines.push(line);
            const next = pageOf(headers['link']);
            if (next === undefined || visited.has(next)) {
                return { lines, position: { ...at, lines: Math.max(at.lines, page.length) } };
            }
            at = { page: next, lines: 0 };
        }
        catch (error) {
            if ((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(error, 404))
                return { lines, position: at };
            throw error;
        }
    }
};


/***/ }),

/***/ 3384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isPassing),
/* harmony export */   W: () => (/* binding */ isFailedCall)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9984);

const isFailedCall = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TimeoutError */ .MU;
const isPassing = (error) => {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD)
        return error.status === 408 || error.status === 429 || (error.status >= 500 && error.status !== 501);
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TimeoutError */ .MU || (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr && error.retryable);
};


/***/ }),

/***/ 6900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ adviceFor)
/* harmony export */ });
const byScope = {
    workload: "Check that the workload's image exists and can be pulled, and look at the log of its container: on the deployment's page, or with `kubectl logs`.",
    resource: 'Check the resource definition that matches, and whether its driver may create the resource: the message above comes from there.',
    step: 'Look at what the failing step wrote last. The log of the whole step is in the step that deployed, and on the page of the run.',
};
const byOutcome = {
    denied: 'Talk to whoever decided. When the reason is gone, run the job again: it asks for a new approval.',
    cancelled: 'Run the job again to deploy.',
    'timed-out': 'The run may go on by itself: follow it with the action `wait-for-run`, or give the step a longer `timeout`.',
    conflict: 'Run the job again when the other deployment has ended, or let it wait with `on-conflict: wait`.',
    'no-deployment': 'Check that the pipeline has a step that deploys to this environment, and that it is not skipped.',
    unknown: 'Look at the run before you deploy again: it may have taken effect.',
    'not-started': 'Look at the first step of the workflow that failed.',
};
const adviceFor = (outcome, problems) => {
    const general = byOutcome[outcome];
    if (outcome === 'denied' && general !== undefined)
        return [general];
    const scopes = [...new Set(problems.map(({ scope }) => scope))];
    const advice = scopes.flatMap((scope) => (Object.hasOwn(byScope, scope) ? [byScope[scope] ?? ''] : []));
    return general === undefined ? advice : [general, ...advice];
};


/***/ }),

/***/ 954:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   sR: () => (/* binding */ givenStatuses),
/* harmony export */   wX: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1518);

const outcomeWords = {
    succeeded: '✅ succeeded',
    failed: '❌ failed',
    denied: '🚫 denied',
    cancelled: '🚫 cancelled',
    'timed-out': '⏱️ timed out',
    'waiting-for-approval': '⏸️ waits for an approval',
    conflict: '🚧 not started: the environment is busy',
    'no-deployment': '❌ made no deployment',
    unknown: '❓ came to an unknown end',
    queued: '⏳ queued',
    'in-progress': '⏳ in progress',
    planned: '📝 planned',
    deleted: '🗑️ deleted',
    skipped: '⏭️ skipped',
    'not-started': '❌ not started',
};
const givenStatuses = [
    'succeeded',
    'failed',
    'denied',
    'cancelled',
    'timed-out',
    'waiting-for-approval',
    'conflict',
    'no-deployment',
    'unknown',
    'queued',
    'in-progress',
    'planned',
    'deleted',
    'skipped',
    'success',
    'failure',
];
const outcomeOf = ({ result, decisions }) => {
    if (result.status === 'failed' && decisions.some(({ status }) => status === 'denied'))
        return 'denied';
    if (result.status !== 'timed-out')
        return result.status;
    return result.run?.status === 'queued' && !(0,_contract_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(result.run) ? 'queued' : 'in-progress';
};
const failures = new Set(['failed', 'denied', 'cancelled', 'conflict', 'no-deployment', 'unknown']);
const settle = (given, { read, hasPlan }) => {
    switch (given) {
        case undefined:
            return read ?? (hasPlan ? 'planned' : 'not-started');
        case 'success':
            return read ?? (hasPlan ? 'planned' : 'succeeded');
        case 'failure':
            return read && failures.has(read) ? read : 'failed';
        case 'failed':
            return read === 'denied' ? read : given;
        case 'timed-out':
            return read === 'succeeded' ? read : given;
        case 'waiting-for-approval':
        case 'queued':
        case 'in-progress':
        case 'unknown':
            return read ?? given;
        default:
            return given;
    }
};
const reasons = {
    failed: 'The workflow failed',
    denied: 'Somebody who was asked to approve said no',
    cancelled: 'The workflow was cancelled',
    'timed-out': 'The time for it ran out; the run may go on by itself',
    'waiting-for-approval': 'Somebody has to approve it',
    conflict: 'Something else is being deployed there',
    'no-deployment': 'The run made no deployment in the environment',
    unknown: 'How it ended is not known',
    'not-started': 'The workflow ended before anything was deployed',
};
const standingOf = (given, { review, plan }) => {
    const read = review && outcomeOf(review);
    const outcome = settle(given, { read, hasPlan: plan !== undefined });
    if (outcome === 'succeeded' && !review && plan?.plan.empty) {
        return { outcome, reason: 'Nothing had to be deployed: what runs is what was asked for' };
    }
    if (outcome === 'succeeded' || outcome === 'planned')
        return { outcome, reason: '' };
    if (outcome === 'in-progress' || outcome === 'queued')
        return { outcome, reason: '' };
    if (read === outcome || (outcome === 'timed-out' && read === 'in-progress')) {
        return { outcome, reason: review?.result.reason ?? '' };
    }
    if (outcome === 'failed' && read === 'succeeded') {
        return { outcome, reason: 'The deployment succeeded, but a step of the workflow failed' };
    }
    return { outcome, reason: reasons[outcome] ?? '' };
};


/***/ }),

/***/ 91:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ runSummary),
/* harmony export */   OC: () => (/* binding */ runFindings),
/* harmony export */   xk: () => (/* binding */ runTook)
/* harmony export */ });
/* harmony import */ var _contract_times_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3136);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2811);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6628);
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1178);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6900);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(569);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(954);
/* harmony import */ var _timing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9814);








const problemList = (problems) => problems
    .map(({ scope, object, code: number, summary, message }) => {
    const head = `**${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(`${scope} ${object}`)}**${number === '' ? '' : ` (${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(number)})`}`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`${head}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(summary)}`, message === '' || message === summary ? '' : (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(message));
})
    .join('\n\n');
const tailBlocks = (tails) => tails
    .map(({ jobId, step, lines, left }) => {
    const text = lines.map(({ at, message }) => `${(at ?? '').slice(11, 19)}  ${message}`.trim()).join('\n');
    const before = left === 0 ? '' : ` (${left} before ${left === 1 ? 'it' : 'them'})`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`The last lines of **${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(`${jobId} / ${step}`)}**${before}:`, (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(text));
})
    .join('\n\n');
const hostList = (hosts, address) => {
    const isAmongHosts = Object.values(hosts).some((host) => address === `https://${host}`);
    return [
        ...(address === undefined || isAmongHosts ? [] : [`- ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(address, address)}`]),
        ...Object.entries(hosts).map(([workload, host]) => `- ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(workload)}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(host, `https://${host}`)}`),
    ].join('\n');
};
const facts = (result, { url, facts: more = [] }) => {
    const { run, deployment, current } = result;
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
        ...more,
    ];
    return rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['', ''], rows);
};
const waitingList = (approvals) => approvals
    .map(({ env_id, message }) => `- for environment ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(env_id)}, by whoever may deploy there: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(message)}`)
    .join('\n');
const decisionWords = {
    approved: '✅ approved',
    denied: '🚫 denied',
    cancelled: '🚫 cancelled with its run',
};
const decisionList = (decisions) => decisions
    .filter(({ status }) => Object.hasOwn(decisionWords, status))
    .map(({ env_id, message, status, approved_by }) => {
    const by = approved_by ? ` by ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(approved_by)}` : '';
    return `- for environment ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(env_id)}: ${decisionWords[status]}${by}${message === '' ? '' : `: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(message)}`}`;
})
    .join('\n');
const runFindings = (outcome, result, details) => {
    const { problems = [], approvals = [], hosts = {}, tails = [] } = result;
    const advice = (0,_advice_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceFor */ .c)(outcome, problems);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('What went wrong', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(problemList(problems), tailBlocks(details.tails ?? tails))), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('What to try', advice.map((line) => `- ${line}`).join('\n')), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Waiting for', waitingList(approvals)), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Where it runs', hostList(hosts, details.environmentUrl)), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Where to look', facts(result, details)), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('Who decided', decisionList(details.decisions ?? [])));
};
const runTook = ({ run }, now) => run ? ` after ${(0,_text_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_6__/* .durationMs */ .pc)(run, now))}` : '';
const runSummary = (result, { title, now, ...details }) => {
    const { status, reason, jobs } = result;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)(`### ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)(title)}: ${_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeWords */ .wX[status]}${status === 'conflict' ? '' : runTook(result, now)}`, status === 'succeeded' ? '' : (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .inline */ .mG)((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .e)(reason)), runFindings(status, result, details), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)('How long it took', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)((0,_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .jobChart */ .q)(jobs, now), (0,_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .jobTable */ .w)(jobs, now))));
};


/***/ }),

/***/ 9814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ jobChart),
/* harmony export */   w: () => (/* binding */ jobTable)
/* harmony export */ });
/* harmony import */ var _contract_times_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3136);
/* harmony import */ var _text_control_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3506);
/* harmony import */ var _text_cut_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5307);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2811);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6628);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(569);






const stepMarks = { succeeded: '✅', failed: '❌', cancelled: '🚫', skipped: '⏭️' };
const markOf = (status) => (Object.hasOwn(stepMarks, status) ? stepMarks[status] : '⏳');
const isIdle = ({ status }) => status === 'queued' || status === 'skipped';
const stepTime = (job, step, now) => isIdle(step) ? '' : (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_4__/* .stepDurationMs */ .pV)(job, step, now));
const jobTime = (job, now) => isIdle(job) || job.steps.length === 0 ? '' : (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a)((0,_contract_times_js__WEBPACK_IMPORTED_MODULE_4__/* .durationMs */ .pc)(job, now));
const nameOf = (job) => (job.name === '' ? job.id : job.name);
const jobTable = (jobs, now) => {
    if (jobs.length === 0)
        return '';
    const rows = jobs.flatMap((job) => [
        [`${markOf(job.status)} **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(nameOf(job))}**`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(job.status), jobTime(job, now)],
        ...job.steps.map((step) => [
            `&nbsp;&nbsp;${markOf(step.status)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(step.name)}`,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(step.status),
            stepTime(job, step, now),
        ]),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Job and steps', 'Status', 'Time'], rows);
};
const mostBars = 60;
const label = (text) => (0,_text_cut_js__WEBPACK_IMPORTED_MODULE_5__/* .cutCharacters */ .lD)((0,_text_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(text)
    .replace(/[^\p{L}\p{N}._/()-]+/gu, ' ')
    .trim(), 60) || 'unnamed';
const tags = { succeeded: 'done, ', failed: 'crit, ', cancelled: 'done, ' };
const tagOf = (status) => (Object.hasOwn(tags, status) ? tags[status] : 'active, ');
const barsOf = (job, steps, now) => {
    const bars = steps.map((step) => {
        const { from, to } = (0,_contract_times_js__WEBPACK_IMPORTED_MODULE_4__/* .stepSpan */ .rW)(job, step, now);
        return `    ${label(step.name)} :${tagOf(step.status)}${from}, ${Math.max(to, from + 1)}`;
    });
    return [`  section ${label(nameOf(job))}`, ...bars];
};
const jobChart = (jobs, now) => {
    const begun = jobs
        .map((job) => ({ job, steps: job.steps.filter((step) => !isIdle(step)) }))
        .filter(({ steps }) => steps.length > 0);
    if (begun.length < 2)
        return '';
    const bars = begun.flatMap(({ job, steps }) => barsOf(job, steps, now));
    if (bars.length > mostBars)
        return '';
    return (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)(['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...bars].join('\n'), 'mermaid');
};


/***/ })

};
;
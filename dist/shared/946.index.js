export const id = 946;
export const ids = [946];
export const modules = {

/***/ 5386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ finishRun),
/* harmony export */   PM: () => (/* binding */ deploymentUrl)
/* harmony export */ });
/* unused harmony export describeProblem */
/* harmony import */ var _text_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6677);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6432);


/** The deployment's page; the API's own host has one, other hosts are not known to. */
const deploymentUrl = ({ apiUrl, orgId, appId }, envId, deploymentId) => {
    const { hostname } = new URL(apiUrl);
    if (hostname !== 'api.humanitec.io')
        return '';
    const [org, app, env] = [orgId, appId, envId].map(encodeURIComponent);
    const environment = `https://app.humanitec.io/orgs/${org}/apps/${app}/envs/${env}`;
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
        throw new _step_js__WEBPACK_IMPORTED_MODULE_0__/* .FailedStep */ .u((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .e)(reason));
    runner.info((0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_1__/* .sentence */ .e)(reason));
};


/***/ }),

/***/ 9969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Ib: () => (/* binding */ isActiveDeployment),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   qg: () => (/* binding */ isFinishedDeployment),
/* harmony export */   zQ: () => (/* binding */ isPendingApproval)
/* harmony export */ });
/* unused harmony exports lifecycleStatuses, deploymentStatuses, approvalStatuses, executionStatuses */
/** Whether an application or an environment is there, or being torn down. */
const lifecycleStatuses = (/* unused pure expression or super */ null && (['active', 'deleting']));
const deploymentStatuses = (/* unused pure expression or super */ null && (['pending', 'in progress', 'succeeded', 'failed']));
/** The states in which an environment takes no other deployment. */
const isActiveDeployment = (deployment) => deployment.status === 'pending' || deployment.status === 'in progress';
/** A word that nobody has heard of is not an end: better to look again than to report a result that is none. */
const isFinishedDeployment = (deployment) => deployment.status === 'failed' || isSuccess(deployment.status);
const approvalStatuses = (/* unused pure expression or super */ null && (['waiting', 'approved', 'denied', 'cancelled']));
const isPendingApproval = (approval) => approval.status === 'waiting';
/**
 * The words that the orchestrator uses for runs, jobs and steps. The API has no closed list, so a client takes any
 * word, and asks `isTerminal` and `isSuccess` about it.
 */
const executionStatuses = (/* unused pure expression or super */ null && (['queued', 'executing', 'succeeded', 'failed', 'cancelled', 'skipped']));
/** A run, job or step has ended when it says when, whatever its status is called. */
const isTerminal = (execution) => execution.completed_at !== undefined && execution.completed_at !== null && execution.completed_at !== '';
/** Deployments say `succeeded`; what runs say is not documented, and all three have been used for them. */
const isSuccess = (status) => status === 'succeeded' || status === 'successful' || status === 'success';


/***/ }),

/***/ 3491:
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
    for (const { type, res_id, resource } of body ?? []) {
        const host = resource?.['host'];
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

/***/ 8109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ getDeployment),
/* harmony export */   p: () => (/* binding */ followDeployment)
/* harmony export */ });
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);
/* harmony import */ var _look_until_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3194);


const deploymentPath = '/orgs/{orgId}/apps/{appId}/envs/{envId}/deploys/{deployId}';
const getDeployment = async ({ client, orgId, appId }, { envId, deploymentId }) => {
    const { body } = await client.get(deploymentPath, { path: { orgId, appId, envId, deployId: deploymentId } });
    return body;
};
/** Follows a deployment, telling each change of its status. Lives through a server that cannot be reached for a while. */
const followDeployment = async (api, place, onEvent) => {
    let deployment;
    const look = async (at, changed) => {
        const seen = await getDeployment(at, place);
        const isNews = deployment?.status !== seen.status;
        deployment = seen;
        if (isNews) {
            changed();
            onEvent({ kind: 'deployment', deployment });
        }
        return (0,_contract_status_js__WEBPACK_IMPORTED_MODULE_1__/* .isFinishedDeployment */ .qg)(seen) ? seen : undefined;
    };
    const looked = await (0,_look_until_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUntil */ .c)(api, { look, onTrouble: (message) => onEvent({ kind: 'trouble', message }) });
    return looked.kind === 'found' ? { kind: 'completed', deployment: looked.found } : { ...looked, deployment };
};


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ followRun),
  M: () => (/* binding */ getRun)
});

// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(9969);
// EXTERNAL MODULE: ./build/core/look-until.js
var look_until = __webpack_require__(3194);
// EXTERNAL MODULE: ./build/client/index.js + 5 modules
var build_client = __webpack_require__(8479);
// EXTERNAL MODULE: ./build/client/link.js
var client_link = __webpack_require__(1716);
;// CONCATENATED MODULE: ./build/core/step-logs.js


const logStart = { lines: 0 };
const logsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/steps/{stepIndex}/logs';
/** The page that a link leads to; only its name is taken from it, so that nobody can send us elsewhere. */
const pageOf = (link) => {
    const target = (0,client_link/* nextLink */.I)(link);
    if (target === undefined || !URL.canParse(target, 'https://page.invalid'))
        return undefined;
    return new URL(target, 'https://page.invalid').searchParams.get('page') ?? undefined;
};
/** The lines since `position`, and where to go on. A log that is gone, or not there yet, has no lines. */
const readNewLines = async ({ client, orgId, appId }, { pipelineId, runId }, { jobId, stepIndex }, position) => {
    const lines = [];
    const visited = new Set();
    let at = position;
    for (;;) {
        visited.add(at.page);
        const path = { orgId, appId, pipelineId, runId, jobId, stepIndex };
        try {
            const { body, headers } = await client.get(logsPath, { path, query: { page: at.page } });
            // Some servers write an empty list as null.
            const page = Array.isArray(body) ? body : [];
            // One by one: as arguments of one call, the lines of a very long log would be too many.
            for (const line of page.slice(at.lines))
                lines.push(line);
            const next = pageOf(headers['link']);
            if (next === undefined || visited.has(next)) {
                return { lines, position: { ...at, lines: Math.max(at.lines, page.length) } };
            }
            at = { page: next, lines: 0 };
        }
        catch (error) {
            if ((0,build_client/* hasStatus */.Ro)(error, 404))
                return { lines, position: at };
            throw error;
        }
    }
};

// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(8361);
;// CONCATENATED MODULE: ./build/core/observe-jobs.js




const jobsPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs';
/** What is worth a line; the etag alone may change with every line of a log. */
const stateOf = (job) => `${job.status} ${job.waiting_for ?? ''}`;
/** The same with the steps: it goes on when the next of them begins. */
const progressOf = (job) => [stateOf(job), ...job.steps.map(({ status }) => status)].join('\n');
const isUnchanged = (job, { etag, status, completed_at }) => Boolean(etag) && job.etag === etag && job.status === status && job.completed_at === completed_at;
/** Words for what has not begun; any other is taken for work that goes on, since the API has no closed list. */
const idleStatuses = new Set(['queued', 'pending']);
const isBegun = (job, step) => (0,contract_status/* isTerminal */.Hd)(step) || (!(0,contract_status/* isTerminal */.Hd)(job) && !idleStatuses.has(step.status));
const hasEnded = (job, step) => (0,contract_status/* isTerminal */.Hd)(step) || (0,contract_status/* isTerminal */.Hd)(job);
/** How often the log of a step that has ended is asked for again before the end is told without it. */
const mostMissed = 3;
/** Follows the jobs of a run. Log lines are told once; with `logs` off they are not read at all. */
const observeJobs = (run, { logs, onEvent }) => {
    const seen = new Map();
    const tellNewLines = async (api, job, step, known) => {
        if (!known.position)
            return;
        const place = { jobId: job.id, stepIndex: step.index };
        const { lines, position } = await readNewLines(api, run, place, known.position);
        known.position = position;
        known.missed = 0;
        for (const line of lines)
            onEvent({ kind: 'step-log', job, step, line });
    };
    /** A log is no reason to stop following: the next look reads on. Throws what ends, or repeats, the whole look. */
    const bearWithLog = (error, job, step, known) => {
        if (!(0,trouble/* isFailedCall */.W)(error) || (0,build_client/* hasStatus */.Ro)(error, 401))
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
            known = { position: logStart, missed: 0, isDone: step.status === 'skipped' };
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
            return false;
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
        return before === undefined || progressOf(before.job) !== progressOf(job);
    };
    return {
        jobs: () => [...seen.values()].map(({ job }) => job),
        look: async (api) => {
            const { orgId, appId } = api;
            const path = { orgId, appId, pipelineId: run.pipelineId, runId: run.runId };
            let hasChanged = false;
            for await (const summary of api.client.pages(jobsPath, { path })) {
                hasChanged = (await lookAtJob(api, summary)) || hasChanged;
            }
            return hasChanged;
        },
    };
};

;// CONCATENATED MODULE: ./build/core/run-events.js
const keyOf = ({ job, step }) => `${job.id}/${step.index}`;
const isStepEvent = (event) => 'step' in event;
const isLast = ({ kind }) => kind === 'step-ended' || kind === 'step-skipped';
/**
 * Tells the events of one step after another, though jobs run side by side: while one step is being told, what the
 * others do is kept back until its end. So each step's lines come together, once, and in their order.
 */
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




const runPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}';
const getRun = async ({ client, orgId, appId }, { pipelineId, runId }) => {
    const { body } = await client.get(runPath, { path: { orgId, appId, pipelineId, runId } });
    return body;
};
/** The approval requests of a run that wait for a decision. */
const pendingApprovals = async ({ client, orgId, appId }, { pipelineId, runId }) => {
    const query = { pipeline: [pipelineId], run: [runId], status: 'waiting' };
    const found = [];
    for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
        path: { orgId, appId },
        query,
    })) {
        if (approval.run_id === runId && (0,contract_status/* isPendingApproval */.zQ)(approval))
            found.push(approval);
    }
    return found;
};
/** Jobs may wait for people, or for the environment: a deployment, or workloads that are to become ready. */
const waitsForSomebody = (job) => !(0,contract_status/* isTerminal */.Hd)(job) && Boolean(job.waiting_for) && !job.waiting_for?.startsWith('application.environment.');
/** Reads the approvals again only when what the jobs wait for has changed, or when none has turned up for it yet. */
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
            approvals = waiting.length > 0 ? await pendingApprovals(api, run) : [];
            before = now;
            for (const approval of approvals) {
                if (!told.has(approval.id))
                    onEvent({ kind: 'approval', approval });
                told.add(approval.id);
            }
        },
    };
};
/**
 * Follows a run until it has ended, telling what happens. It looks at once, sleeps only while there is something to
 * wait for, and lives through a server that cannot be reached for a while. Throws what the server refuses.
 */
const followRun = async (api, reference, { until, logs, onEvent }) => {
    const { tell, leave } = inStepOrder(onEvent);
    const observer = observeJobs(reference, { logs, onEvent: tell });
    const approvals = observeApprovals(reference, tell);
    let run;
    let told;
    const tellRun = (seen, changed) => {
        if (told === seen.status)
            return;
        told = seen.status;
        changed();
        tell({ kind: 'run', run: seen });
    };
    const look = async (at, changed) => {
        const seen = await getRun(at, reference);
        run = seen;
        if (!(0,contract_status/* isTerminal */.Hd)(seen))
            tellRun(seen, changed);
        // The jobs are read after the run: once that has ended, nothing of them can be missed.
        if (await observer.look(at))
            changed();
        const jobs = observer.jobs();
        if ((0,contract_status/* isTerminal */.Hd)(seen)) {
            tellRun(seen, changed);
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


/***/ }),

/***/ 3194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lookUntil)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2077);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8361);



/**
 * Looks at once, and then in the rhythm of a wait until there is something to give back; for the last time at the
 * deadline. Lives through a server that cannot be reached for a while. Throws what the server refuses.
 */
const lookUntil = async (api, { look, onTrouble }) => {
    const { clock, deadline, signal, lastLook } = api;
    const polls = (0,_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .createPolls */ .x)(api);
    let trouble = '';
    let hasWorked = false;
    const attempt = async (at) => {
        try {
            const found = await look(at, polls.changed);
            trouble = '';
            hasWorked = true;
            return found;
        }
        catch (error) {
            // What asking again would not mend ends a wait at its beginning, and is a passing whim of some proxy later on.
            const isWorthIt = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .D)(error) || (hasWorked && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr);
            if (!isWorthIt || signal?.aborted)
                throw error;
            // At the deadline the client says no more than that the time is up.
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

/***/ 8395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ toDeploymentRequest),
/* harmony export */   GI: () => (/* binding */ withdrawIfBlocked),
/* harmony export */   Su: () => (/* binding */ cancelRun),
/* harmony export */   li: () => (/* binding */ requestDeployment)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8479);
/* harmony import */ var _contract_status_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9969);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _follow_deployment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8109);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3491);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2077);
/* harmony import */ var _follow_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8532);







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
        api.signal?.throwIfAborted();
        const idempotencyKey = random.uuid();
        onKey(idempotencyKey);
        try {
            const path = { orgId, appId };
            const answer = await client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path, body, idempotencyKey });
            return { kind: 'started', run: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireBody */ .WW)(answer) };
        }
        catch (error) {
            // The time was up before anything was sent.
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TimeoutError */ .MU && error.sent === false)
                return { kind: 'timed-out', message: error.message };
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && !(0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownEffect */ .W)(error))
                onKey(undefined);
            if (!(0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(error, 409))
                throw error;
            if (onConflict === 'fail')
                return { kind: 'conflict', message: error.message };
            if (error.message !== message)
                onBusy(error.message);
            message = error.message;
        }
        // At the deadline it is too late to begin something that has to be waited for.
    } while ((await polls.next()) && api.clock.now() < api.deadline);
    return { kind: 'timed-out', message };
};
/**
 * Asks for the cancellation of a run; with an etag only if it is still in that state. False when it had ended, or had
 * left that state. May be asked twice, so that a lost answer is no matter.
 */
const cancelRun = async ({ client, orgId, appId }, { pipelineId, runId }, { etag } = {}) => {
    const path = { orgId, appId, pipelineId, runId };
    const headers = { 'If-Match': etag === undefined || etag === '' ? undefined : etag };
    const ask = () => client.post('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/cancel', { path, headers });
    try {
        await ask().catch((error) => {
            if (!(0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownEffect */ .W)(error))
                throw error;
            return ask();
        });
        return true;
    }
    catch (error) {
        if ((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(error, 404, 409, 412))
            return false;
        throw error;
    }
};
/** The unfinished run that a queued one stands behind, in the same concurrency group; undefined when there is none. */
const runAhead = async (api, run) => {
    if (!run.concurrency_group)
        return undefined;
    const { client, orgId, appId } = api;
    const query = { app: [appId], completed: false };
    for await (const other of client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId }, query })) {
        if (other.id === run.id || other.app_id !== appId || other.concurrency_group !== run.concurrency_group)
            continue;
        const isEarlier = Date.parse(other.created_at) < Date.parse(run.created_at);
        if (!(0,_contract_status_js__WEBPACK_IMPORTED_MODULE_6__/* .isTerminal */ .Hd)(other) && (isEarlier || other.status !== 'queued'))
            return other;
    }
    return undefined;
};
/**
 * Takes back a run that has just been asked for if it has to wait for another one, and gives that. It gives the
 * platform a moment to begin, since every run is queued at first, and lets alone a run that begins in the meantime.
 */
const withdrawIfBlocked = async (api, run) => {
    const reference = { pipelineId: run.pipeline_id, runId: run.id };
    if (run.status !== 'queued')
        return undefined;
    const ahead = await runAhead(api, run);
    if (!ahead)
        return undefined;
    const { status, etag } = await (0,_follow_run_js__WEBPACK_IMPORTED_MODULE_3__/* .getRun */ .M)(api, reference);
    return status === 'queued' && (await cancelRun(api, reference, { etag })) ? ahead : undefined;
};


/***/ }),

/***/ 8361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isPassing),
/* harmony export */   W: () => (/* binding */ isFailedCall)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** A call that failed, and not a bug of ours. */
const isFailedCall = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TimeoutError */ .MU;
/**
 * Whether a look may simply be repeated later: the server could not be reached or was not itself. A wait goes on
 * through that until its deadline; what is wrong with the request ends it.
 */
const isPassing = (error) => {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD)
        return error.status === 408 || error.status === 429 || (error.status >= 500 && error.status !== 501);
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .TimeoutError */ .MU || (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr && error.retryable);
};


/***/ }),

/***/ 6677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ sentence)
/* harmony export */ });
/** The text with one full stop at its end, wherever it came from. */
const sentence = (text) => `${text.replace(/[.\s]+$/, '')}.`;


/***/ })

};

export const id = 546;
export const ids = [546];
export const modules = {

/***/ 7546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/client/index.js + 5 modules
var build_client = __webpack_require__(8479);
// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(9969);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/core/follow-run.js + 3 modules
var follow_run = __webpack_require__(8532);
// EXTERNAL MODULE: ./build/core/look-until.js
var look_until = __webpack_require__(3194);
;// CONCATENATED MODULE: ./build/core/decide-approval.js





const listApprovals = async ({ client, orgId, appId }, { approvalId, run, envId }) => {
    const query = run ? { pipeline: [run.pipelineId], run: [run.runId] } : {};
    const found = [];
    for await (const approval of client.pages('/orgs/{orgId}/apps/{appId}/approvals', {
        path: { orgId, appId },
        query,
    })) {
        const isAsked = approvalId === undefined ? run?.runId === approval.run_id : approvalId === approval.id;
        if (isAsked && (envId === undefined || approval.env_id === envId))
            found.push(approval);
        if (approval.id === approvalId)
            break;
    }
    return found;
};
const describeOne = ({ id, env_id, job_id }) => `'${id}' (job '${job_id}', environment '${env_id}')`;
/** The one request that is meant. Throws `InputError` when several wait and nothing tells which. */
const choose = (approvals) => {
    const waiting = approvals.filter(contract_status/* isPendingApproval */.zQ);
    if (waiting.length > 1) {
        throw new errors/* InputError */.dz(`${waiting.length} approval requests of the run are waiting: ${waiting.map(describeOne).join(', ')}. ` +
            'Name one with `approval-id`, or its environment with `env`.');
    }
    // One that is decided already is told from none at all: the newest stands first.
    return waiting[0] ?? approvals[0];
};
/** Finds the request; with `wait` it waits for a run to make one, until the run's end or the deadline. */
const findApproval = async (api, query, { wait, onTrouble }) => {
    if (!wait || !query.run) {
        const approval = choose(await listApprovals(api, query));
        return approval ? { kind: 'found', approval } : { kind: 'none', hasEnded: false };
    }
    const { run } = query;
    const look = async (at) => {
        // The run is read first: a request that it made before its end is then seen.
        const hasEnded = (0,contract_status/* isTerminal */.Hd)(await (0,follow_run/* getRun */.M)(at, run));
        const approval = choose(await listApprovals(at, query));
        if (approval && (hasEnded || (0,contract_status/* isPendingApproval */.zQ)(approval)))
            return { kind: 'found', approval };
        return hasEnded ? { kind: 'none', hasEnded } : undefined;
    };
    const looked = await (0,look_until/* lookUntil */.c)(api, { look, onTrouble });
    return looked.kind === 'found' ? looked.found : { kind: 'timed-out' };
};
const approvalPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}';
/** How often a decision is sent whose answer got lost, as long as the request is seen to wait still. */
const mostAttempts = 3;
/**
 * Gives the decision, and the request as it is then: somebody else may have been first, with another answer. The call
 * takes no idempotency key: when its answer is lost, the request is read, and asked again only if it still waits.
 */
const decideApproval = async ({ client }, approval, decision) => {
    if (!(0,contract_status/* isPendingApproval */.zQ)(approval))
        return approval;
    const { org_id: orgId, app_id: appId, pipeline_id: pipelineId, run_id: runId, job_id: jobId, id } = approval;
    const path = { orgId, appId, pipelineId, runId, jobId, approvalId: id };
    const readBack = async () => (await client.get(approvalPath, { path })).body;
    for (let attempt = 1;; attempt += 1) {
        try {
            const { body } = await client.post(`${approvalPath}/${decision}`, { path });
            return body && !(0,contract_status/* isPendingApproval */.zQ)(body) ? body : await readBack();
        }
        catch (error) {
            const isLost = (0,build_client/* isUnknownEffect */.W)(error);
            if (!isLost && !(0,build_client/* hasStatus */.Ro)(error, 400, 409))
                throw error;
            const now = await readBack().catch(() => undefined);
            if (now && !(0,contract_status/* isPendingApproval */.zQ)(now))
                return now;
            if (!now || !isLost || attempt === mostAttempts)
                throw error;
        }
    }
};

// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(3699);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
;// CONCATENATED MODULE: ./build/report/approval.js


const words = {
    waiting: '⏸️ still waiting',
    approved: '✅ approved',
    denied: '🚫 denied',
    cancelled: '🚫 cancelled with its run',
};
/** A decision, for the job summary. */
const approvalSummary = ({ status, env_id, message, approved_by, run_id, pipeline_id }) => (0,markdown/* blocks */.Bv)(`### Approval for ${(0,text_escape/* inline */.mG)(env_id)}: ${words[status]}`, message === '' ? '' : `> ${(0,text_escape/* inline */.mG)(message)}`, (0,markdown/* table */.tp)(['', ''], [
    ['Pipeline', (0,text_escape/* code */.aY)(pipeline_id)],
    ['Run', (0,text_escape/* code */.aY)(run_id)],
    ...(approved_by === undefined ? [] : [['Decided by', (0,text_escape/* code */.aY)(approved_by)]]),
]));

// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(6677);
// EXTERNAL MODULE: ./build/actions/connection.js + 1 modules
var connection = __webpack_require__(3281);
// EXTERNAL MODULE: ./build/actions/step.js
var actions_step = __webpack_require__(6432);
;// CONCATENATED MODULE: ./build/actions/approve/inputs.js

const hour = 60 * 60 * 1000;
const readQuery = (inputs) => {
    const envId = inputs.text('env');
    if (inputs.exactlyOne('run-id', 'approval-id') === 'approval-id') {
        return { approvalId: inputs.required('approval-id'), run: undefined, envId };
    }
    const run = { runId: inputs.required('run-id'), pipelineId: inputs.required('pipeline-id') };
    return { approvalId: undefined, run, envId };
};
const readInputs = (inputs) => {
    const query = readQuery(inputs);
    const waitForRequest = inputs.boolean('wait-for-request', false);
    if (waitForRequest && !query.run) {
        inputs.refuse('wait-for-request', 'needs `run-id` and `pipeline-id`: a request with an `approval-id` is there already');
    }
    return {
        connection: (0,connection/* readConnection */.dC)(inputs, { timeoutMs: hour }),
        query,
        decision: inputs.choice('decision', ['approve', 'deny'], 'approve'),
        waitForRequest,
        summary: inputs.boolean('summary', true),
    };
};

;// CONCATENATED MODULE: ./build/actions/approve/main.js







const finish = (runner, status, approval) => {
    runner.setOutput('status', status);
    runner.setOutput('approval-id', approval?.id ?? '');
    runner.setOutput('decided-by', approval?.approved_by ?? '');
};
const subject = ({ query }) => query.run
    ? `run '${query.run.runId}' of pipeline '${query.run.pipelineId}'`
    : `approval request '${query.approvalId}'`;
/** The request to decide about; without one the step has failed. */
const find = async (runner, api, inputs) => {
    const wait = inputs.waitForRequest;
    if (wait)
        runner.info(`Waiting for ${subject(inputs)} to ask for an approval.`);
    const onTrouble = (message) => runner.info(`${(0,sentence/* sentence */.e)(message)} Looking again.`);
    const found = await findApproval(api, inputs.query, { wait, onTrouble }).catch((error) => {
        if (!runner.signal.aborted)
            runner.setOutput('status', 'failed');
        throw error;
    });
    if (found.kind === 'found')
        return found.approval;
    if (found.kind === 'timed-out') {
        finish(runner, 'timed-out');
        throw new actions_step/* FailedStep */.u(`No approval was asked for by ${subject(inputs)} in the time given.`);
    }
    finish(runner, 'no-request');
    const advice = found.hasEnded ? 'It has ended.' : 'If it is still on its way there, set `wait-for-request: true`.';
    throw new actions_step/* FailedStep */.u(inputs.query.run
        ? `There is no approval request of ${subject(inputs)}. ${advice}`
        : `There is no ${subject(inputs)} in this application.`);
};
/** The request as it is after the decision; the step has failed if that could not be given. */
const decide = async (runner, api, { approval, decision }) => {
    try {
        return await decideApproval(api, approval, decision);
    }
    catch (error) {
        const isUnknown = (0,build_client/* isUnknownEffect */.W)(error);
        finish(runner, isUnknown ? 'unknown' : 'failed', approval);
        const what = `approval request '${approval.id}' for environment '${approval.env_id}'`;
        if (isUnknown && error instanceof Error) {
            const reason = `Whether the decision about ${what} was taken is not known: ${(0,sentence/* sentence */.e)(error.message)} Look at it before deciding again.`;
            throw new actions_step/* FailedStep */.u(reason, { cause: error });
        }
        if (!(0,build_client/* hasStatus */.Ro)(error, 403))
            throw error;
        throw new actions_step/* FailedStep */.u(`This token may not decide about ${what}: its user needs the role deployer on the environment's type, and ` +
            `developer on the application. ${error.message}`, { cause: error });
    }
};
/** Gives the decision that a run waits for. */
const main = async (step) => {
    const { runner } = step;
    const inputs = readInputs(runner.inputs);
    const { decision } = inputs;
    const api = (0,connection/* connect */.Ng)(step, inputs.connection);
    const before = await find(runner, api, inputs);
    const after = await decide(runner, api, { approval: before, decision });
    // One that still waits after the answer was read back: the platform does as if nothing had been said.
    const status = after.status === 'waiting' ? 'unknown' : after.status;
    finish(runner, status, after);
    if (inputs.summary)
        await runner.summary(approvalSummary(after));
    const by = after.approved_by ? ` by ${after.approved_by}` : '';
    const said = `Approval request '${after.id}' for environment '${after.env_id}': ${after.status}${by}`;
    if (status !== (decision === 'approve' ? 'approved' : 'denied'))
        throw new actions_step/* FailedStep */.u(`${said}.`);
    runner.info(before.status === 'waiting' ? `${said}.` : `${said}, before this step.`);
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

export const id = 918;
export const ids = [918];
export const modules = {

/***/ 3918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/client/index.js + 5 modules
var build_client = __webpack_require__(4138);
// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(9846);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(6024);
// EXTERNAL MODULE: ./build/core/follow-run.js + 3 modules
var follow_run = __webpack_require__(7787);
// EXTERNAL MODULE: ./build/core/poll.js
var poll = __webpack_require__(1082);
// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(6192);
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
    const polls = (0,poll/* createPolls */.x)(api);
    const look = async () => {
        // The run is read first: a request that it made before its end is then seen.
        const hasEnded = query.run !== undefined && wait ? (0,contract_status/* isTerminal */.Hd)(await (0,follow_run/* getRun */.Mh)(api, query.run)) : false;
        const approval = choose(await listApprovals(api, query));
        const isWorthIt = approval !== undefined && ((0,contract_status/* isPendingApproval */.zQ)(approval) || !wait || hasEnded);
        return isWorthIt ? { kind: 'found', approval } : { kind: 'none', hasEnded };
    };
    do {
        try {
            const found = await look();
            if (!wait || found.kind === 'found' || (found.kind === 'none' && found.hasEnded))
                return found;
        }
        catch (error) {
            if (!wait || !(0,trouble/* isPassing */.W)(error) || api.signal?.aborted)
                throw error;
            onTrouble(error.message);
        }
    } while (await polls.next());
    return { kind: 'timed-out' };
};
const approvalPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}';
/**
 * Gives the decision, and the request as it is then: somebody else may have been first, with another answer. The call
 * takes no idempotency key: when its answer is lost, the request is read again instead of asking twice.
 */
const decideApproval = async ({ client }, approval, decision) => {
    if (!(0,contract_status/* isPendingApproval */.zQ)(approval))
        return approval;
    const { org_id: orgId, app_id: appId, pipeline_id: pipelineId, run_id: runId, job_id: jobId, id } = approval;
    const path = { orgId, appId, pipelineId, runId, jobId, approvalId: id };
    const readBack = async () => (await client.get(approvalPath, { path })).body;
    try {
        const { body } = await client.post(`${approvalPath}/${decision}`, { path });
        return body ?? (await readBack());
    }
    catch (error) {
        if (!(0,build_client/* hasStatus */.Ro)(error, 400) && !(error instanceof Error && (0,build_client/* isUnknownEffect */.W)(error)))
            throw error;
        const now = await readBack().catch(() => undefined);
        if (now === undefined || (0,contract_status/* isPendingApproval */.zQ)(now))
            throw error;
        return now;
    }
};

// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(3708);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(3937);
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

// EXTERNAL MODULE: ./build/actions/connection.js
var connection = __webpack_require__(5311);
// EXTERNAL MODULE: ./build/actions/step.js
var actions_step = __webpack_require__(1333);
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
    const onTrouble = (message) => runner.info(`${message}. Looking again.`);
    const found = await findApproval(api, inputs.query, { wait, onTrouble });
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
const decide = async (api, approval, { decision }) => {
    try {
        return await decideApproval(api, approval, decision);
    }
    catch (error) {
        if (!(0,build_client/* hasStatus */.Ro)(error, 403))
            throw error;
        throw new actions_step/* FailedStep */.u(`This token may not decide about environment '${approval.env_id}': its user needs the role deployer on the ` +
            `environment's type, and developer on the application. ${error.message}`, { cause: error });
    }
};
/** Gives the decision that a run waits for. */
const main = async (step) => {
    const { runner } = step;
    const inputs = readInputs(runner.inputs);
    const api = (0,connection/* connect */.Ng)(step, inputs.connection);
    const before = await find(runner, api, inputs);
    const after = await decide(api, before, inputs);
    const status = after.status === 'waiting' ? 'no-request' : after.status;
    finish(runner, status, after);
    if (inputs.summary)
        await runner.summary(approvalSummary(after));
    const by = after.approved_by === undefined ? '' : ` by ${after.approved_by}`;
    const said = `Approval request '${after.id}' for environment '${after.env_id}': ${after.status}${by}`;
    if (status !== (inputs.decision === 'approve' ? 'approved' : 'denied'))
        throw new actions_step/* FailedStep */.u(`${said}.`);
    runner.info(before.status === 'waiting' ? `${said}.` : `${said}, before this step.`);
};


/***/ })

};

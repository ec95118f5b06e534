"use strict";
exports.id = 594;
exports.ids = [594];
exports.modules = {

/***/ 4594:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/policy/source.js
var source = __webpack_require__(1969);
// EXTERNAL MODULE: ./build/report/outcome.js
var report_outcome = __webpack_require__(954);
// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/report/advice.js
var advice = __webpack_require__(6900);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
// EXTERNAL MODULE: ./build/report/plan.js + 1 modules
var report_plan = __webpack_require__(5904);
// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(91);
// EXTERNAL MODULE: ./build/report/timing.js
var timing = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/report/report.js








const ofApp = ({ app }) => (app === undefined ? '' : ` of ${app}`);
const titles = { planned: 'Plan for', deleted: 'Environment' };
const titleOf = (report) => `${titles[report.standing.outcome] ?? 'Deploy to'} ${report.env}${ofApp(report)}`;
const timed = new Set(['succeeded', 'failed', 'denied', 'cancelled', 'timed-out', 'no-deployment']);
const endOf = ({ standing, review, plan, now }) => {
    const { outcome } = standing;
    if (outcome === 'planned' && plan)
        return (0,report_plan/* planCount */.d8)(plan.plan);
    const took = review && timed.has(outcome) ? (0,run/* runTook */.xk)(review.result, now) : '';
    return `${report_outcome/* outcomeWords */.wX[outcome]}${took}`;
};
const withoutMark = (words) => words.replace(/^[^\p{L}\p{N}]+/u, '');
const reportHeadline = (report) => `${titleOf(report)}: ${withoutMark(endOf(report))}`;
const shortCommit = 7;
const whereToLook = ({ workflowUrl, commit }) => [
    ...(commit === undefined ? [] : [['Commit', (0,text_escape/* inline */.mG)(commit.slice(0, shortCommit))]]),
    ...(workflowUrl === undefined ? [] : [['Workflow run', (0,text_escape/* link */.nf)('on GitHub', workflowUrl)]]),
];
const mostOpenChanges = 15;
const changes = ({ plan, standing }) => {
    if (!plan)
        return '';
    const body = (0,report_plan/* planTable */.k0)(plan);
    if (standing.outcome === 'planned')
        return body;
    const count = plan.plan.changes.length;
    if (count <= mostOpenChanges)
        return (0,markdown/* section */.uW)('What changes', body);
    return (0,markdown/* section */.uW)('What changes', (0,markdown/* folded */.TM)(`${count} changes`, body));
};
const times = ({ review, now }, place) => {
    const jobs = review?.result.jobs ?? [];
    const rows = (0,timing/* jobTable */.w)(jobs, now);
    if (rows === '')
        return '';
    if (place === 'comment')
        return (0,markdown/* folded */.TM)('How long it took', rows);
    return (0,markdown/* section */.uW)('How long it took', (0,markdown/* blocks */.Bv)((0,timing/* jobChart */.q)(jobs, now), rows));
};
const reportMarkdown = (report, place) => {
    const { standing, review, url, environmentUrl } = report;
    const details = {
        url,
        environmentUrl,
        facts: whereToLook(report),
        ...(review && { decisions: review.decisions, tails: review.tails }),
    };
    return (0,markdown/* blocks */.Bv)(`### ${(0,text_escape/* inline */.mG)(titleOf(report))}: ${endOf(report)}`, standing.reason === '' ? '' : (0,text_escape/* inline */.mG)((0,sentence/* sentence */.e)(standing.reason)), standing.outcome === 'planned' ? changes(report) : '', (0,run/* runFindings */.OC)(standing.outcome, review?.result ?? {}, details), standing.outcome === 'planned' ? '' : changes(report), times(report, place));
};
const reportText = (report) => {
    const { standing, review, url, environmentUrl, plan } = report;
    const { result, decisions = [] } = review ?? {};
    const hosts = Object.entries(result?.hosts ?? {}).map(([workload, host]) => `  ${workload}: https://${host}`);
    const decided = decisions.filter(({ status }) => status !== 'waiting');
    const lines = [
        (0,sentence/* sentence */.e)(reportHeadline(report)),
        ...(standing.reason === '' ? [] : [`  ${(0,sentence/* sentence */.e)(standing.reason)}`]),
        ...(result?.problems ?? []).map(({ scope, object, message, summary }) => {
            return `  ${scope} ${object}: ${message === '' ? summary : message}`.replaceAll('\n', '\n    ');
        }),
        ...(0,advice/* adviceFor */.c)(standing.outcome, result?.problems ?? []).map((line) => `  ${line}`),
        ...(environmentUrl === undefined || hosts.some((line) => line.endsWith(` ${environmentUrl}`))
            ? []
            : [`  ${environmentUrl}`]),
        ...hosts,
        ...(url === '' ? [] : [`  ${url}`]),
        ...decided.map(({ env_id, status, approved_by }) => `  ${env_id}: ${status} by ${approved_by ?? 'nobody'}`),
        ...(plan ? [`  ${(0,report_plan/* planTitle */.KS)(plan.plan)}.`] : []),
    ];
    return lines.join('\n');
};

// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(7141);
// EXTERNAL MODULE: ./build/sets/json.js
var sets_json = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/report/plan-file.js

const isText = (value) => typeof value === 'string';
const unsettled = ['never-deployed', 'rebased', 'last-deployment-failed'];
const readChange = (value) => {
    if (!(0,sets_json/* isObject */.Gv)(value))
        return undefined;
    const { scope, module, path, kind, before, after } = value;
    if ((scope !== 'module' && scope !== 'shared') || !isText(module) || !isText(path))
        return undefined;
    if (kind !== 'added' && kind !== 'removed' && kind !== 'changed')
        return undefined;
    const sides = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
    return { scope, module, path, kind, ...sides };
};
const readSide = (value) => {
    const { deployment, set } = (0,sets_json/* isObject */.Gv)(value) ? value : {};
    return (deployment === null || isText(deployment)) && isText(set) ? { deployment, set } : undefined;
};
const readPlan = (json) => {
    const file = json;
    if (!(0,sets_json/* isObject */.Gv)(file))
        return undefined;
    const { env, delta, target, empty } = file;
    const [base, current] = [readSide(file['base']), readSide(file['current'])];
    const set = (0,sets_json/* isObject */.Gv)(target) ? target['set'] : undefined;
    const changes = Array.isArray(file['changes']) ? file['changes'].map((change) => readChange(change)) : undefined;
    if (!isText(env) || !base || !current || !isText(set) || typeof empty !== 'boolean' || !changes)
        return undefined;
    if (!changes.every((change) => change !== undefined))
        return undefined;
    const reason = unsettled.find((each) => each === file['unsettled']);
    const plan = { env, base, current, target: { set }, ...(reason && { unsettled: reason }), empty, changes };
    return { plan, deltaId: isText(delta) ? delta : undefined };
};

// EXTERNAL MODULE: ./build/policy/workflow-subject.js
var workflow_subject = __webpack_require__(2756);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(2679);
;// CONCATENATED MODULE: ./build/actions/report/inputs.js




const fiveMinutes = 5 * 60 * 1000;
const readSubject = (inputs) => {
    if (inputs.text('run-id') !== undefined) {
        return { kind: 'run', runId: inputs.required('run-id'), pipelineId: inputs.required('pipeline-id') };
    }
    const deploymentId = inputs.text('deployment-id');
    return deploymentId === undefined ? undefined : { kind: 'deployment', deploymentId };
};
const readPlanFile = async (inputs) => {
    const file = await inputs.jsonFile('plan-file');
    if (file === undefined)
        return undefined;
    return readPlan(file) ?? inputs.refuse('plan-file', 'is not a plan. Give the `plan-file` of `create-delta`');
};
const readAddress = (inputs) => {
    const text = inputs.text('environment-url');
    if (text === undefined)
        return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:\/\//i.test(text) || /\s/.test(text)) {
        return inputs.refuse('environment-url', 'is not an address. Write one like https://shop.example.com');
    }
    if (url.username !== '' || url.password !== '') {
        return inputs.refuse('environment-url', 'carries a user name or password. Leave it out');
    }
    return url.href;
};
const isPreview = (env) => /^pr-\d+-[0-9a-f]{8}$/.test(env);
const readInputs = async (inputs, workflow) => {
    const env = inputs.required('env');
    const given = inputs.integer('pull-request', { min: 1 });
    const subject = readSubject(inputs);
    const ofEvent = (0,workflow_subject/* pullRequestOf */._n)(workflow);
    const eventNumber = 'problem' in ofEvent || ofEvent.kind !== 'pull-request' ? undefined : ofEvent.number;
    const number = given ?? eventNumber;
    const inEvent = workflow.event['pull_request']?.number;
    const timeoutMs = inputs.duration('timeout', { default: fiveMinutes, min: 10_000, max: 60 * 60 * 1000 });
    return {
        env,
        app: inputs.text('app'),
        key: inputs.text('key'),
        status: inputs.choice('status', report_outcome/* givenStatuses */.sR),
        platform: subject && { subject, connection: (0,actions_connection/* readConnection */.dC)(inputs, { timeoutMs: fiveMinutes }) },
        plan: await readPlanFile(inputs),
        environmentUrl: readAddress(inputs),
        pullRequest: inputs.boolean('comment', true) ? number : undefined,
        isPullRequestEvent: number !== undefined && number === inEvent,
        deployment: inputs.boolean('deployment', true),
        transient: inputs.boolean('transient', isPreview(env)),
        production: inputs.boolean('production'),
        githubToken: inputs.optionalToken('github-token'),
        timeoutMs,
        summary: inputs.boolean('summary', true),
    };
};

// EXTERNAL MODULE: ./build/core/approvals.js
var approvals = __webpack_require__(1747);
// EXTERNAL MODULE: ./build/core/await-run.js + 3 modules
var await_run = __webpack_require__(6191);
// EXTERNAL MODULE: ./build/core/conclude.js
var conclude = __webpack_require__(5282);
// EXTERNAL MODULE: ./build/core/log-tails.js
var log_tails = __webpack_require__(2027);
// EXTERNAL MODULE: ./build/core/step-logs.js
var step_logs = __webpack_require__(1997);
;// CONCATENATED MODULE: ./build/core/review-run.js





const withoutWaiting = (api) => {
    const { lastLook: _, ...rest } = api;
    return { ...rest, deadline: api.clock.now() };
};
const tailOf = async (api, run, job, step) => {
    const { lines } = await (0,step_logs/* readNewLines */.E)(api, run, { jobId: job.id, stepIndex: step.index }, step_logs/* logStart */.$);
    const left = Math.max(0, lines.length - log_tails/* tailLines */.os);
    return { jobId: job.id, step: step.name, lines: lines.slice(left), left };
};
const readTails = async (api, run, { jobs, onEvent }) => {
    const failed = jobs.flatMap((job) => job.steps.filter(({ status }) => status === 'failed').map((step) => ({ job, step })));
    const tails = [];
    for (const { job, step } of failed.slice(0, log_tails/* mostTails */.Zc)) {
        const what = `The log of step '${step.name}'`;
        const read = (at) => tailOf(at, run, job, step);
        const tail = await (0,conclude/* readOr */.Cq)(api, undefined, { what, read, onEvent });
        if (tail && tail.lines.length > 0)
            tails.push(tail);
    }
    return tails;
};
const reviewRun = async (api, reference, { envId, onEvent }) => {
    const result = await (0,await_run/* awaitRun */.I)(withoutWaiting(api), reference, { envId, until: 'approval', logs: false, onEvent });
    const what = `The approvals of run '${reference.runId}'`;
    const decisions = await (0,conclude/* readOr */.Cq)(api, [], {
        what,
        read: (at) => (0,approvals/* listApprovals */.P)(at, { run: reference }),
        onEvent,
    });
    return { result, decisions, tails: await readTails(api, reference, { jobs: result.jobs, onEvent }) };
};
const reviewDeployment = async (api, place, onEvent) => ({
    result: await (0,await_run/* awaitDeployment */.O)(withoutWaiting(api), place, onEvent),
    decisions: [],
    tails: [],
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
;// CONCATENATED MODULE: ./build/actions/report/review.js




const isFailedCall = (error) => error instanceof errors/* ApiError */.hD || error instanceof errors/* NetworkError */.Dr || error instanceof errors/* TimeoutError */.MU;
const review_review = async (step, { env, platform, timeoutMs }) => {
    const { runner } = step;
    if (!platform)
        return undefined;
    const { connection, subject } = platform;
    const api = (0,actions_connection/* connect */.Ng)(step, { ...connection, timeoutMs: timeoutMs / 4 });
    const onEvent = (event) => {
        if (event.kind === 'missing' || event.kind === 'trouble')
            runner.warning((0,sentence/* sentence */.e)(event.message));
    };
    try {
        const found = subject.kind === 'run'
            ? await reviewRun(api, subject, { envId: env, onEvent })
            : await reviewDeployment(api, { envId: env, deploymentId: subject.deploymentId }, onEvent);
        const { run, deployment, reason } = found.result;
        if (run || deployment)
            return found;
        runner.warning(`${(0,sentence/* sentence */.e)(reason)} It is reported without.`);
    }
    catch (error) {
        if (runner.signal.aborted || !isFailedCall(error))
            throw error;
        runner.warning(`What happened on the platform could not be read, and is not in the report: ${(0,sentence/* sentence */.e)(error.message)}`);
    }
    return undefined;
};

;// CONCATENATED MODULE: ./build/github/environment-deployment.js
const payloadOf = ({ payload }) => {
    if (typeof payload === 'object' && payload !== null)
        return payload;
    if (typeof payload !== 'string' || !payload.startsWith('{'))
        return {};
    try {
        return JSON.parse(payload);
    }
    catch {
        return {};
    }
};
const isOf = (deployment, { key }) => payloadOf(deployment)['humanitec_actions'] === key;
const mostLookedAt = 300;
const firstOf = async (deployments, isWanted) => {
    let count = 0;
    for await (const deployment of deployments) {
        if (isWanted(deployment))
            return deployment;
        count += 1;
        if (count >= mostLookedAt)
            return undefined;
    }
    return undefined;
};
const findCurrent = async (deployments, report) => {
    const { environment, commit, workflowRun } = report;
    const isSameRun = (deployment) => isOf(deployment, report) && workflowRun !== undefined && payloadOf(deployment)['workflow_run'] === workflowRun;
    const same = await firstOf(deployments.list({ environment, sha: commit }), isSameRun);
    if (same)
        return same;
    const newest = await firstOf(deployments.list({ environment }), (each) => isOf(each, report));
    return newest?.sha === commit ? newest : undefined;
};
const isSaid = async (deployments, id, status) => {
    for await (const { state, description, logUrl, environmentUrl } of deployments.statuses(id)) {
        return (state === status.state &&
            description === (status.description ?? '') &&
            logUrl === status.logUrl &&
            environmentUrl === status.environmentUrl);
    }
    return false;
};
const reportDeployment = async (deployments, report) => {
    const { commit: ref, environment, key, workflowRun, transient, production, status } = report;
    const found = await findCurrent(deployments, report);
    if (!found && report.onlyIfThere)
        return undefined;
    const payload = { humanitec_actions: key, ...(workflowRun && { workflow_run: workflowRun }) };
    const { description } = status;
    const deployment = found ?? (await deployments.create({ ref, environment, description, transient, production, payload }));
    if (!found || !(await isSaid(deployments, deployment.id, status))) {
        await deployments.setStatus(deployment.id, status);
    }
    return deployment;
};
const endDeployments = async (deployments, identity, status) => {
    const ours = [];
    for await (const deployment of deployments.list({ environment: identity.environment })) {
        if (isOf(deployment, identity))
            ours.push(deployment);
    }
    let ended = 0;
    for (const { id } of ours) {
        const last = await firstStatus(deployments, id);
        if (last === 'inactive')
            continue;
        await deployments.setStatus(id, { ...status, state: 'inactive' });
        ended += 1;
    }
    return ended;
};
const firstStatus = async (deployments, id) => {
    for await (const { state } of deployments.statuses(id))
        return state;
    return undefined;
};

// EXTERNAL MODULE: ./build/github/errors.js
var github_errors = __webpack_require__(5072);
;// CONCATENATED MODULE: ./build/github/sticky-comment.js


const sticky_comment_isFailedCall = (error) => error instanceof github_errors/* GitHubError */.y || error instanceof errors/* NetworkError */.Dr || error instanceof errors/* TimeoutError */.MU;
const textOf = (body) => body.replaceAll('\r\n', '\n').trim();
const oldestFirst = (comments) => [...comments].sort((a, b) => a.id - b.id);
const keepComment = async ({ comments, people }, { issue, marker, body, onlyIfThere }) => {
    const ours = async (login) => {
        const found = [];
        for await (const comment of comments.list(issue)) {
            if (comment.author === login && comment.body.startsWith(marker))
                found.push(comment);
        }
        return oldestFirst(found);
    };
    const seen = async (login) => {
        try {
            return await ours(login);
        }
        catch (error) {
            if (sticky_comment_isFailedCall(error))
                return [];
            throw error;
        }
    };
    const bring = async (comment) => {
        if (textOf(comment.body) === textOf(body))
            return comment;
        try {
            return await comments.update(comment.id, body);
        }
        catch (error) {
            if ((0,github_errors/* hasStatus */.R)(error, 404, 410))
                return undefined;
            throw error;
        }
    };
    const remove = async (others) => {
        for (const { id } of others)
            await comments.delete(id);
    };
    const self = await people.self();
    const [first, ...more] = self === undefined ? [] : await ours(self);
    if (first) {
        const kept = await bring(first);
        await remove(more);
        if (kept)
            return kept;
    }
    if (onlyIfThere)
        return undefined;
    const made = await comments.create(issue, body);
    const login = self ?? made.author;
    const others = login === undefined ? [] : (await seen(login)).filter(({ id }) => id !== made.id);
    const [oldest = made, ...rest] = oldestFirst([made, ...others]);
    if (oldest.id === made.id) {
        await remove(rest);
        return made;
    }
    const kept = await bring(oldest);
    if (!kept)
        return made;
    await remove(rest);
    return kept;
};

// EXTERNAL MODULE: ./build/text/cut.js
var cut = __webpack_require__(5307);
;// CONCATENATED MODULE: ./build/report/comment.js

const maxCommentBytes = 65_536;
const inMarker = (text) => encodeURIComponent(text).replaceAll('--', '-%2D').replace(/-$/, '%2D');
const commentMarker = ({ env, app = '', key = '' }) => `<!-- humanitec-actions:report env=${inMarker(env)} app=${inMarker(app)} key=${inMarker(key)} -->`;
const commentBody = (marker, markdown) => (0,cut/* cutMarkdown */.G$)(`${marker}\n${markdown}\n`, maxCommentBytes).text;

// EXTERNAL MODULE: ./build/text/control.js
var control = __webpack_require__(3506);
// EXTERNAL MODULE: ./build/text/retry-line.js
var retry_line = __webpack_require__(8280);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8743);
;// CONCATENATED MODULE: ./build/actions/report/tell-github.js











const states = {
    succeeded: 'success',
    failed: 'failure',
    denied: 'failure',
    cancelled: 'failure',
    'timed-out': 'failure',
    'waiting-for-approval': 'queued',
    conflict: 'failure',
    'no-deployment': 'failure',
    unknown: 'error',
    queued: 'queued',
    'in-progress': 'in_progress',
    planned: undefined,
    deleted: 'inactive',
    skipped: undefined,
    'not-started': 'failure',
};
const isAside = (outcome) => outcome === 'deleted' || outcome === 'skipped';
const longestDescription = 140;
const keyOf = ({ env, app = '', key = '' }) => [app, env, key].join('/');
const commitOf = async (github, { inputs, report }) => {
    const { pullRequest, isPullRequestEvent } = inputs;
    if (pullRequest === undefined || isPullRequestEvent)
        return report.commit;
    return (await github.pullRequests.get(pullRequest))?.headSha ?? report.commit;
};
const tellDeployment = async (step, github, telling) => {
    const { redact, context } = step.runner;
    const { inputs, report } = telling;
    const { outcome } = report.standing;
    const state = states[outcome];
    if (state === undefined || !inputs.deployment)
        return undefined;
    const identity = { environment: inputs.env, key: keyOf(inputs) };
    const description = (0,cut/* cutCharacters */.lD)(redact((0,control/* plainLine */.h0)(reportHeadline(report))), longestDescription);
    if (state === 'inactive') {
        await endDeployments(github.deployments, identity, { description, logUrl: context.runUrl });
        return undefined;
    }
    const commit = await commitOf(github, telling);
    if (commit === undefined)
        return undefined;
    const { environmentUrl } = report;
    const deployment = await reportDeployment(github.deployments, {
        ...identity,
        commit,
        workflowRun: context.runId,
        transient: inputs.transient,
        production: inputs.production,
        onlyIfThere: outcome === 'not-started',
        status: {
            state,
            description,
            logUrl: context.runUrl,
            environmentUrl: environmentUrl === undefined ? undefined : redact(environmentUrl),
            autoInactive: inputs.key === undefined,
        },
    });
    return deployment?.id;
};
const tellComment = async (step, github, { inputs, report }) => {
    const { redact } = step.runner;
    if (inputs.pullRequest === undefined)
        return undefined;
    const marker = commentMarker(inputs);
    const kept = await keepComment(github, {
        issue: inputs.pullRequest,
        marker,
        body: commentBody(marker, redact(reportMarkdown(report, 'comment'))),
        onlyIfThere: isAside(report.standing.outcome),
    });
    return kept?.url;
};
const isRefusal = (error) => error instanceof github_errors/* GitHubError */.y ||
    error instanceof errors/* NetworkError */.Dr ||
    error instanceof errors/* TimeoutError */.MU ||
    error instanceof errors/* InputError */.dz;
const connect = async (step, { githubToken }, deadline) => {
    const { runner, clock, transport } = step;
    if (githubToken === undefined)
        throw new errors/* InputError */.dz("Input 'github-token' is empty: there is no token for GitHub");
    const { createGitHub } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(319), __webpack_require__.e(165)]).then(__webpack_require__.bind(__webpack_require__, 6663));
    return createGitHub({
        token: githubToken,
        apiUrl: runner.context.apiUrl,
        repository: runner.context.repository ?? '',
        userAgent: `humanitec-actions/${version/* version */.r}`,
        transport,
        clock,
        signal: runner.signal,
        deadline,
        onRetry: (retry) => runner.info(`GitHub, ${(0,retry_line/* retryLine */.R)(retry)}`),
    });
};
const tellGitHub = async (step, telling) => {
    const { runner } = step;
    const { inputs, report, deadline } = telling;
    const problems = new Set();
    const lacking = [];
    const attempt = async (tell, permission) => {
        try {
            return await tell();
        }
        catch (error) {
            if (runner.signal.aborted || !isRefusal(error))
                throw error;
            problems.add((0,sentence/* sentence */.e)(error.message));
            const isLacking = error instanceof github_errors/* GitHubError */.y && error.missingPermission !== undefined;
            if (isLacking && permission !== undefined)
                lacking.push(permission);
            return undefined;
        }
    };
    runner.setOutput('comment-url', '');
    runner.setOutput('github-deployment-id', '');
    const isWanted = inputs.deployment && states[report.standing.outcome] !== undefined;
    if (inputs.pullRequest === undefined && !isWanted)
        return;
    const github = await attempt(() => connect(step, inputs, deadline));
    if (github) {
        const id = await attempt(() => tellDeployment(step, github, telling), 'deployments: write');
        if (id !== undefined)
            runner.setOutput('github-deployment-id', id);
        const url = await attempt(() => tellComment(step, github, telling), 'pull-requests: write');
        if (url !== undefined)
            runner.setOutput('comment-url', url);
    }
    if (problems.size === 0)
        return;
    const all = lacking.length === 0 ? '' : ` Reporting takes ${lacking.join(' and ')}.`;
    const where = inputs.summary ? ' The job summary has all of it.' : '';
    runner.warning(`Not everything could be told to GitHub. ${[...problems].join(' ')}${all}${where}`);
};

;// CONCATENATED MODULE: ./build/actions/report/main.js







const addressOf = (host) => host !== undefined && /^[a-z0-9.-]+(?::\d+)?$/i.test(host) ? `https://${host}` : undefined;
const toReport = ({ runner, clock }, inputs, { review, event }) => {
    const { env, app, status, plan, platform, pullRequest, isPullRequestEvent } = inputs;
    const [host] = Object.values(review?.result.hosts ?? {});
    return {
        env,
        app,
        review,
        plan: plan && { ...plan, redact: runner.redact },
        standing: (0,report_outcome/* standingOf */.YP)(status, { review, plan }),
        environmentUrl: inputs.environmentUrl ?? addressOf(host),
        url: platform ? (0,run_outputs/* deploymentUrl */.PM)(platform.connection, env, review?.result.deployment?.id) : '',
        workflowUrl: runner.context.runUrl,
        commit: pullRequest === undefined || isPullRequestEvent ? (0,source/* sourceOf */.v)(runner.context, event).commit : undefined,
        now: clock.now(),
    };
};
const main = async (step) => {
    const { runner, clock } = step;
    const began = clock.now();
    const event = runner.readEvent();
    const inputs = await readInputs(runner.inputs, { context: runner.context, event });
    const review = await review_review(step, inputs);
    const report = toReport(step, inputs, { review, event });
    runner.info(reportText(report));
    if (inputs.summary)
        runner.summary(reportMarkdown(report, 'summary'));
    await tellGitHub(step, { inputs, report, deadline: began + inputs.timeoutMs });
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


/***/ }),

/***/ 2756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   _n: () => (/* binding */ pullRequestOf)
/* harmony export */ });
const at = (value, ...keys) => keys.reduce((found, key) => (typeof found === 'object' && found !== null ? found[key] : undefined), value);
const repositoryOf = ({ context, event }) => {
    const inEvent = at(event, 'repository', 'id');
    const id = context.repositoryId ?? (typeof inEvent === 'number' ? String(inEvent) : undefined);
    return context.repository === undefined || id === undefined ? undefined : { id, name: context.repository };
};
const eventNumber = (event) => at(event, 'pull_request', 'number') ?? (at(event, 'issue', 'pull_request') && at(event, 'issue', 'number'));
const pullRequestOf = ({ context, event }) => {
    const number = eventNumber(event);
    if (typeof number === 'number')
        return { kind: 'pull-request', number };
    const name = context.eventName ?? '';
    return {
        problem: `needs a pull request, and the event '${name}' has none. Give its number in the input 'pull-request'`,
    };
};
const branchOf = ({ context, event }, repository) => {
    const { eventName, ref = '' } = context;
    const head = at(event, 'pull_request', 'head', 'ref');
    if (typeof head === 'string') {
        const isOwn = String(at(event, 'pull_request', 'head', 'repo', 'id')) === repository.id;
        if (isOwn)
            return { kind: 'branch', branch: head };
        return { problem: "needs a branch of this repository, and this one is a fork's. Use `env-from: pull-request`" };
    }
    if (eventName === 'delete') {
        const deleted = at(event, 'ref');
        const isBranch = at(event, 'ref_type') === 'branch' && typeof deleted === 'string' && deleted !== '';
        return isBranch ? { kind: 'branch', branch: deleted } : { problem: 'needs a branch, and a tag was deleted' };
    }
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    return branch === undefined
        ? { problem: `needs a branch, and the workflow runs for '${ref}'` }
        : { kind: 'branch', branch };
};


/***/ }),

/***/ 5904:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d8: () => (/* binding */ planCount),
  ar: () => (/* binding */ planData),
  Xg: () => (/* binding */ planMarkdown),
  k0: () => (/* binding */ planTable),
  Pt: () => (/* binding */ planText),
  KS: () => (/* binding */ planTitle)
});

// EXTERNAL MODULE: ./build/sets/json.js
var json = __webpack_require__(3415);
// EXTERNAL MODULE: ./build/sets/pointer.js
var sets_pointer = __webpack_require__(6540);
// EXTERNAL MODULE: ./build/text/cut.js
var cut = __webpack_require__(5307);
// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
// EXTERNAL MODULE: ./build/text/redact.js
var redact = __webpack_require__(1106);
;// CONCATENATED MODULE: ./build/report/plan-values.js



const hiddenValue = '***';
const deepest = 100;
const namesOnly = 'containers';
const isTelling = (key, parent) => parent !== namesOnly && (0,redact/* isSensitiveName */.eq)(key);
const isNamedSensitively = (object) => ['name', 'key'].some((field) => {
    const name = Object.hasOwn(object, field) ? object[field] : undefined;
    return typeof name === 'string' && (0,redact/* isSensitiveName */.eq)(name);
});
const withoutPassword = (text) => text.replace(/(:\/\/[^/?#@\s:]*):[^/?#@\s]+@/g, `$1:${hiddenValue}@`);
const hideIn = (value, key, { depth, redact }) => {
    if (typeof value === 'string')
        return redact(withoutPassword(value));
    if (typeof value !== 'object' || value === null)
        return value;
    if (depth > deepest)
        return '…';
    const inner = { depth: depth + 1, redact };
    if (!(0,json/* isObject */.Gv)(value))
        return value.map((item) => hideIn(item, key, inner));
    const isNamed = isNamedSensitively(value);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [
        name,
        isTelling(name, key) || (isNamed && name === 'value') ? hiddenValue : hideIn(item, name, inner),
    ]));
};
const hideSensitive = (change, redact = (text) => text) => {
    const pointer = (0,sets_pointer/* parsePointer */.vp)(change.path);
    const tokens = 'tokens' in pointer ? pointer.tokens : [];
    const isHidden = tokens.some((token, index) => isTelling(token, tokens[index - 1] ?? ''));
    const hide = (value) => (isHidden ? hiddenValue : hideIn(value, tokens.at(-1) ?? '', { depth: 0, redact }));
    const { before, after, ...rest } = change;
    return {
        ...rest,
        ...(before !== undefined && { before: hide(before) }),
        ...(after !== undefined && { after: hide(after) }),
    };
};

;// CONCATENATED MODULE: ./build/report/plan.js






const shownChanges = ({ plan, redact }, most = plan.changes.length) => plan.changes.slice(0, most).map((change) => hideSensitive(change, redact));
const mostRows = 200;
const mostFolded = 50;
const mostLines = 100;
const mostLogged = 1000;
const mostLeaves = 20;
const cellWidth = 160;
const logWidth = 200;
const unsettledNotes = {
    'never-deployed': 'The environment has never been deployed, so all of it is new there.',
    rebased: 'The environment was rebased: what runs there is not what the next deployment builds on.',
    'last-deployment-failed': 'The last deployment failed, so what it should have brought may not run.',
};
const countOf = (count) => (count === 1 ? '1 change' : `${count} changes`);
const planCount = ({ empty, changes }) => (empty ? 'nothing to deploy' : countOf(changes.length));
const planTitle = (plan) => `Plan for ${plan.env}: ${planCount(plan)}`;
const planData = (report) => {
    const { env, changes: _, ...rest } = report.plan;
    return { env, delta: report.deltaId ?? null, ...rest, changes: shownChanges(report) };
};
const isUnclear = /^$|^\s|\s$|^["[{]|^(?:true|false|null|-?\d+(?:\.\d+)?)$|\n/;
const valueText = (value) => typeof value === 'string' && !isUnclear.test(value) ? value : JSON.stringify(value);
const cellTexts = ({ path }, value) => {
    if (value === undefined)
        return [];
    if (path !== '')
        return [valueText(value)];
    const spec = (0,json/* isObject */.Gv)(value) ? (0,json/* ownValue */.eC)(value, 'spec') : undefined;
    const containers = (0,json/* isObject */.Gv)(spec) ? (0,json/* ownValue */.eC)(spec, 'containers') : undefined;
    return Object.values((0,json/* isObject */.Gv)(containers) ? containers : {}).flatMap((container) => {
        const image = (0,json/* isObject */.Gv)(container) ? (0,json/* ownValue */.eC)(container, 'image') : undefined;
        return typeof image === 'string' ? [image] : [];
    });
};
const valueCell = (change, value) => {
    if (value === hiddenValue)
        return '_hidden_';
    return cellTexts(change, value)
        .map((text) => (0,text_escape/* code */.aY)((0,cut/* cutCharacters */.lD)(text, cellWidth)))
        .join('<br>');
};
const words = { added: 'workload added', removed: 'workload removed', changed: 'workload changed' };
const rowOf = (change) => {
    const { scope, module, path, kind, before, after } = change;
    return [
        scope === 'shared' ? '_shared resources_' : (0,text_escape/* inline */.mG)(module),
        path === '' ? `**${words[kind]}**` : (0,text_escape/* code */.aY)(path),
        valueCell(change, before),
        valueCell(change, after),
    ];
};
const linesOf = (value, mark) => {
    if (value === undefined)
        return [];
    const lines = (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n');
    const shown = lines.slice(0, mostLines).map((line) => `${mark} ${(0,cut/* cutCharacters */.lD)(line, 1000)}`);
    return lines.length > mostLines ? [...shown, `${mark} … ${lines.length - mostLines} more lines`] : shown;
};
const isLong = ({ path, before, after }) => path === ''
    ? after !== undefined
    : [before, after].some((value) => value !== undefined && valueText(value).length > cellWidth);
const details = (changes) => {
    const long = changes.filter(isLong);
    const shown = long.slice(0, mostFolded).map((change) => {
        const { module, path, before, after } = change;
        const title = [module, path]
            .filter((part) => part !== '')
            .map(text_escape/* code */.aY)
            .join(' ');
        return (0,markdown/* blocks */.Bv)(title, (0,text_escape/* codeBlock */.DV)([...linesOf(before, '-'), ...linesOf(after, '+')].join('\n'), 'diff'));
    });
    if (shown.length === 0)
        return '';
    const rest = long.length > mostFolded ? `_… and ${long.length - mostFolded} more._` : '';
    return (0,markdown/* folded */.TM)('Values in full', (0,markdown/* blocks */.Bv)(...shown, rest));
};
const basisOf = ({ plan, deltaId }) => {
    const { base, current } = plan;
    const delta = deltaId === undefined ? 'No delta was made.' : `Delta ${(0,text_escape/* code */.aY)(deltaId)}.`;
    const against = current.deployment === null ? 'nothing' : `deployment ${(0,text_escape/* code */.aY)(current.deployment)}`;
    const from = base.deployment === null ? 'nothing' : `deployment ${(0,text_escape/* code */.aY)(base.deployment)}`;
    const sides = base.deployment === current.deployment ? '' : `, built on ${from}`;
    return `${delta} Compared with what runs now: ${against}${sides}.`;
};
const planTable = (report) => {
    const { plan } = report;
    const changes = shownChanges(report, mostRows);
    const left = plan.changes.length - changes.length;
    return (0,markdown/* blocks */.Bv)(plan.unsettled === undefined ? '' : unsettledNotes[plan.unsettled], changes.length === 0 ? '' : (0,markdown/* table */.tp)(['Workload', 'Property', 'Before', 'After'], changes.map(rowOf)), left > 0 ? `_… and ${countOf(left)} more; the plan's file has them all._` : '', details(changes), basisOf(report));
};
const planMarkdown = (report) => (0,markdown/* blocks */.Bv)(`### ${(0,text_escape/* inline */.mG)(planTitle(report.plan))}`, planTable(report));
const logged = (value) => value === hiddenValue ? '(hidden)' : (0,cut/* cutCharacters */.lD)(JSON.stringify(value ?? null), logWidth);
const marks = { added: '+', removed: '-', changed: '~' };
const leavesOf = (value, tokens = []) => {
    if (!(0,json/* isObject */.Gv)(value) || Object.keys(value).length === 0)
        return [`${(0,sets_pointer/* printPointer */.Vs)(tokens)}: ${logged(value)}`];
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...tokens, key]));
};
const changeLines = ({ path, kind, before, after }) => {
    const mark = marks[kind];
    if (path !== '') {
        if (kind !== 'changed')
            return [`    ${mark} ${path}: ${logged(before ?? after)}`];
        const values = before === hiddenValue ? 'changed (hidden)' : `${logged(before)} → ${logged(after)}`;
        return [`    ${mark} ${path}: ${values}`];
    }
    const leaves = after === undefined ? [] : leavesOf(after);
    const rest = leaves.length > mostLeaves ? [`    … and ${leaves.length - mostLeaves} more properties`] : [];
    return [...leaves.slice(0, mostLeaves).map((leaf) => `    ${mark} ${leaf}`), ...rest];
};
const headingOf = ({ scope, module, path, kind }) => {
    if (scope === 'shared')
        return '  ~ shared resources';
    return path === '' ? `  ${marks[kind]} ${module} (${words[kind]})` : `  ~ ${module}`;
};
const planText = (report) => {
    const { plan } = report;
    const lines = [`${planTitle(plan)}.`];
    if (plan.unsettled !== undefined)
        lines.push(unsettledNotes[plan.unsettled]);
    let heading = '';
    for (const change of shownChanges(report, mostLogged)) {
        const next = headingOf(change);
        if (next !== heading)
            lines.push(next);
        heading = next;
        lines.push(...changeLines(change));
    }
    const left = plan.changes.length - mostLogged;
    if (left > 0)
        lines.push(`  … and ${countOf(left)} more; the plan's file has them all.`);
    return lines.join('\n');
};


/***/ }),

/***/ 3415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Mf: () => (/* binding */ sortedKeys),
/* harmony export */   YD: () => (/* binding */ compareKeys),
/* harmony export */   Zm: () => (/* binding */ jsonEqual),
/* harmony export */   eC: () => (/* binding */ ownValue),
/* harmony export */   qL: () => (/* binding */ setKey)
/* harmony export */ });
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const ownValue = (object, key) => Object.hasOwn(object, key) ? object[key] : undefined;
const setKey = (object, key, value) => {
    if (key !== '__proto__')
        object[key] = value;
    else
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
};
const jsonEqual = (left, right) => {
    const pairs = [[left, right]];
    for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
        const [a, b] = pair;
        if (a === b)
            continue;
        if (Array.isArray(a) && Array.isArray(b)) {
            if (a.length !== b.length)
                return false;
            for (const [index, item] of a.entries())
                pairs.push([item, b[index]]);
        }
        else if (isObject(a) && isObject(b)) {
            const keys = Object.keys(a);
            if (keys.length !== Object.keys(b).length)
                return false;
            for (const key of keys) {
                const other = ownValue(b, key);
                if (other === undefined)
                    return false;
                pairs.push([a[key], other]);
            }
        }
        else
            return false;
    }
    return true;
};
const rank = (unit) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
const compareKeys = (a, b) => {
    const length = Math.min(a.length, b.length);
    for (let index = 0; index < length; index += 1) {
        const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
};
const sortedKeys = (object) => {
    const keys = Object.keys(object);
    return keys.some((key) => /[\ud800-\uffff]/.test(key)) ? keys.sort(compareKeys) : keys.sort();
};


/***/ }),

/***/ 6540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ isArrayToken),
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   Vs: () => (/* binding */ printPointer),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   vp: () => (/* binding */ parsePointer)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);

const parsePointer = (path) => {
    if (path === '')
        return { tokens: [] };
    if (!path.startsWith('/'))
        return { reason: 'a path starts with "/"' };
    if (/~(?![01])/.test(path))
        return { reason: 'in a path, "~" is written "~0" and a "/" within a key "~1"' };
    const tokens = path.slice(1).split('/');
    return { tokens: tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~')) };
};
const printPointer = (tokens) => tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const isIndex = (token) => /^(?:0|[1-9]\d*)$/.test(token);
const isArrayToken = (token) => token === '-' || isIndex(token);
const childOf = (parent, token) => {
    if (Array.isArray(parent))
        return isIndex(token) ? parent[Number(token)] : undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(parent) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ownValue */ .eC)(parent, token) : undefined;
};
const valueAt = (document, tokens) => {
    let value = document;
    for (const token of tokens)
        value = childOf(value, token);
    return value;
};


/***/ })

};
;
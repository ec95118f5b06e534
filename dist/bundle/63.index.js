"use strict";
exports.id = 63;
exports.ids = [63];
exports.modules = {

/***/ 9063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/actions/connection.js
var connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/report/approval.js



const words = {
    waiting: '⏸️ still waiting',
    approved: '✅ approved',
    denied: '🚫 denied',
    cancelled: '🚫 cancelled with its run',
};
const approvalSummary = ({ status, env_id, message, approved_by, run_id, pipeline_id }, by = approved_by) => (0,markdown/* blocks */.Bv)(`### Approval for ${(0,text_escape/* inline */.mG)(env_id)}: ${words[status]}`, message === '' ? '' : `> ${(0,text_escape/* inline */.mG)(message)}`, (0,markdown/* table */.tp)(['', ''], [['Pipeline', (0,text_escape/* code */.aY)(pipeline_id)], ['Run', (0,text_escape/* code */.aY)(run_id)], ...(by === undefined ? [] : [['Decided by', (0,text_escape/* code */.aY)(by)]])]));
const refusalSummary = (approval, reason) => (0,markdown/* blocks */.Bv)(`### Approval${approval ? ` for ${(0,text_escape/* inline */.mG)(approval.env_id)}` : ''}: ⛔ refused`, `> ${(0,text_escape/* inline */.mG)((0,sentence/* sentence */.e)(reason))}`, approval
    ? (0,markdown/* table */.tp)(['', ''], [
        ['Pipeline', (0,text_escape/* code */.aY)(approval.pipeline_id)],
        ['Run', (0,text_escape/* code */.aY)(approval.run_id)],
    ])
    : '');
const withRun = (text, runUrl) => runUrl === undefined ? text : `${text} ${(0,text_escape/* link */.nf)('Workflow run', runUrl)}`;
const doneReply = (approval, { by, runUrl }) => withRun(`**${(0,text_escape/* inline */.mG)(approval.env_id)}: ${words[approval.status]}** by ${(0,text_escape/* inline */.mG)(by)}.`, runUrl);
const notDoneReply = (reason, runUrl) => withRun(reason === undefined
    ? '**⚠️ This was not decided.** The log says why.'
    : `**⛔ Refused:** ${(0,text_escape/* inline */.mG)((0,sentence/* sentence */.e)(reason))}`, runUrl);

;// CONCATENATED MODULE: ./build/policy/comment-command.js
const lineEnd = /\r\n|[\n\r]/;
const isBlank = (line) => /^[ \t]*$/.test(line);
const openedFence = (line) => {
    const marks = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line);
    const [, ticks, tildes] = marks ?? [];
    const fence = ticks ?? tildes;
    return fence === undefined ? undefined : { character: fence.charAt(0), length: fence.length };
};
const closes = ({ character, length }, line) => {
    const mark = line.replace(/^ {0,3}/, '').replace(/(?<![ \t])[ \t]+$/, '');
    return mark.length >= length && mark.replaceAll(character, '') === '';
};
const isUnclear = (line) => /`{3}|~{3}|<[a-z/!?]|\$\$/i.test(line);
const drawsIn = (line) => /^(?:[ \t>]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))|[`[\]<|$~\\]/.test(line);
const plainLines = (body) => {
    const found = [];
    let fence;
    let isDrawnIn = false;
    for (const line of body.split(lineEnd)) {
        if (fence) {
            if (closes(fence, line))
                fence = undefined;
            continue;
        }
        fence = openedFence(line);
        if (fence || isBlank(line)) {
            isDrawnIn = false;
            continue;
        }
        if (isUnclear(line))
            break;
        if (!isDrawnIn)
            found.push(line);
        isDrawnIn ||= drawsIn(line);
    }
    return found;
};
const readCommand = (body, word) => {
    const meant = plainLines(body)
        .map((line) => line.split(/[ \t]+/))
        .filter(([first]) => first === word);
    const [words, second] = meant;
    if (words === undefined)
        return { kind: 'none' };
    if (second !== undefined)
        return { kind: 'several' };
    const [, environment = '', commit = '', ...rest] = words.filter((each) => each !== '');
    const isWhole = /^[a-z0-9-]{1,63}$/.test(environment) && /^[0-9a-f]{7,64}$/i.test(commit) && rest.length === 0;
    return isWhole ? { kind: 'command', environment, commit: commit.toLowerCase() } : { kind: 'malformed' };
};

;// CONCATENATED MODULE: ./build/actions/approve/comment.js

const isRecord = (value) => typeof value === 'object' && value !== null;
const recordAt = (holder, name) => {
    const value = holder[name];
    return isRecord(value) ? value : {};
};
const readAskingComment = (event, word) => {
    const comment = recordAt(event, 'comment');
    const issue = recordAt(event, 'issue');
    const { id, body } = comment;
    if (event['action'] !== 'created' || comment['created_at'] !== comment['updated_at']) {
        return { skipped: 'only a comment that is new, and was not edited, can hold a command' };
    }
    if (!Number.isInteger(id) || !Number.isInteger(issue['number']) || typeof body !== 'string') {
        return { skipped: 'the event has no comment' };
    }
    const command = readCommand(body, word);
    if (command.kind === 'none')
        return { skipped: `the comment holds no command ${word}` };
    return {
        id: id,
        issue: issue['number'],
        isOnPullRequest: isRecord(issue['pull_request']),
        body,
        command,
    };
};
const usageOf = (kind, word) => kind === 'several'
    ? 'the comment holds more than one command: write one comment for each'
    : `the command has to stand alone on its line, with the environment and at least seven digits of the commit: ${word} production 1a2b3c4`;
const createAnswers = (runner, comments, { id, issue }) => {
    const attempt = async (send) => {
        try {
            await send();
        }
        catch (error) {
            if (runner.signal.aborted || !(error instanceof Error))
                throw error;
            runner.warning(`The comment was not answered: ${error.message}`);
        }
    };
    return {
        seen: () => attempt(() => comments.react(id, 'eyes')),
        answer: async (isDone, markdown) => {
            await attempt(() => comments.react(id, isDone ? '+1' : '-1'));
            await attempt(() => comments.create(issue, runner.redact(markdown)));
        },
    };
};

// EXTERNAL MODULE: ./build/actions/step.js
var step = __webpack_require__(765);
;// CONCATENATED MODULE: ./build/actions/approve/end.js


const finish = (runner, status, approval, decidedBy = approval?.approved_by) => {
    runner.setOutput('status', status);
    runner.setOutput('approval-id', approval?.id ?? '');
    runner.setOutput('decided-by', decidedBy ?? '');
};
const skip = (runner, reason) => {
    finish(runner, 'skipped');
    runner.info(`Skipped: ${reason}.`);
};
class Refused extends step/* FailedStep */.u {
    reason;
    constructor(reason, trouble) {
        super(`Refused: ${(0,sentence/* sentence */.e)(trouble === '' ? reason : `${reason}: ${trouble}`)}`);
        this.reason = reason;
    }
}

// EXTERNAL MODULE: ./build/core/approvals.js
var approvals = __webpack_require__(1747);
// EXTERNAL MODULE: ./build/core/get-run.js
var get_run = __webpack_require__(5455);
// EXTERNAL MODULE: ./build/policy/origin.js
var policy_origin = __webpack_require__(5374);
;// CONCATENATED MODULE: ./build/actions/approve/find-by-command.js





const search = async (api, named, repository) => {
    const found = [];
    for (const approval of await (0,approvals/* listApprovals */.P)(api, { waiting: true })) {
        if (approval.env_id !== named.environment)
            continue;
        const run = await (0,get_run/* getRun */.M)(api, { pipelineId: approval.pipeline_id, runId: approval.run_id });
        const origin = (0,policy_origin/* readOrigin */.P)(run.inputs['comment']);
        const isOurs = origin?.repository.toLowerCase() === repository.toLowerCase();
        if (isOurs && origin.commit.startsWith(named.commit))
            found.push(approval);
    }
    return found;
};
const findByCommand = async (runner, api, named) => {
    const found = await search(api, named, runner.context.repository ?? '').catch((error) => {
        if (!runner.signal.aborted)
            finish(runner, 'failed');
        throw error;
    });
    const [approval, second] = found;
    if (approval && !second)
        return approval.id;
    finish(runner, 'no-request');
    const what = `about environment '${named.environment}' for commit ${named.commit}`;
    throw new step/* FailedStep */.u(approval
        ? `${found.length} approval requests ${what} are waiting: ${found.map(({ id }) => `'${id}'`).join(', ')}. Name one with \`approval-id\`.`
        : `No approval request ${what} is waiting whose run this repository has asked for.`);
};

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/github/errors.js
var github_errors = __webpack_require__(5072);
;// CONCATENATED MODULE: ./build/policy/approval-gate.js
const permissions = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
const isSame = (one, other) => one.toLowerCase() === other.toLowerCase();
const isPersonsLogin = (login) => /^[a-z0-9][\w-]*$/i.test(login);
const asPeople = (...logins) => {
    const known = logins.filter((login) => login !== undefined && login !== '');
    if (known.length === 0 || known.length < logins.length)
        return { refusal: 'nobody' };
    return known.every(isPersonsLogin) ? { logins: known } : { refusal: 'no-person' };
};
const decidersOf = (source, environment) => {
    if (source.kind === 'comment') {
        if (source.isEdited)
            return { ignored: 'edited' };
        if (source.author === undefined)
            return { refusal: 'nobody' };
        return source.authorType === 'User' ? asPeople(source.author) : { refusal: 'no-person' };
    }
    const { event, triggeringActor, reviews } = source;
    if (event === undefined || event === 'pull_request_target')
        return { refusal: 'event' };
    const here = reviews.filter(({ environments }) => environments.some((name) => isSame(name, environment)));
    if (here.some(({ state }) => state !== 'approved' && state !== 'pending'))
        return { refusal: 'rejected' };
    const approving = here.filter(({ state }) => state === 'approved');
    if (approving.length > 0)
        return asPeople(...new Set(approving.map(({ user }) => user)));
    if (reviews.length > 0)
        return { refusal: 'reviewed-elsewhere' };
    return event === 'workflow_dispatch' ? asPeople(triggeringActor) : { refusal: 'event' };
};
const isEnough = (permission, required) => permissions.indexOf(permission) >= permissions.indexOf(required);
const personProblem = (person, rules, isComment) => {
    const { requirePermission, hasTeams } = rules;
    if (requirePermission === undefined && !hasTeams)
        return isComment ? 'not-allowed' : undefined;
    if (!person)
        return 'unknown-permission';
    if (requirePermission !== undefined) {
        const { permission } = person;
        if (!permissions.some((known) => known === permission) || permission === 'unknown')
            return 'unknown-permission';
        if (requirePermission !== 'none' && isEnough(permission, requirePermission))
            return undefined;
    }
    if (!hasTeams)
        return 'not-allowed';
    if (person.team === 'member')
        return undefined;
    return person.team === 'stranger' ? 'not-allowed' : 'unknown-teams';
};
const originProblem = ({ origin, repository }) => {
    if (!origin || !repository)
        return 'no-origin';
    return isSame(origin.repository, repository) ? undefined : 'other-repository';
};
const commitProblem = ({ source, pullRequest, origin }, rules) => {
    const needsHead = source.kind === 'comment' || rules.requireHead;
    if (pullRequest === 'none')
        return needsHead ? 'no-pull-request' : undefined;
    if (pullRequest === 'unknown')
        return needsHead || rules.preventSelfApproval ? 'unknown-pull-request' : undefined;
    if (!needsHead)
        return undefined;
    const { state, merged, headSha } = pullRequest;
    if (state !== 'open' && !merged)
        return 'closed';
    if (source.kind === 'comment') {
        const commit = source.commit.toLowerCase();
        if (commit.length < 7 || !headSha.startsWith(commit))
            return 'other-head';
    }
    return headSha === origin?.commit ? undefined : 'other-commit';
};
const selfProblem = (login, { origin, pullRequest }) => {
    if (!origin || isSame(login, origin.actor))
        return 'started-it';
    return typeof pullRequest === 'object' && isSame(login, pullRequest.author) ? 'wrote-it' : undefined;
};
const decideGate = (facts, rules) => {
    const { source, environment, people } = facts;
    const deciders = decidersOf(source, environment);
    if ('ignored' in deciders)
        return { decision: 'ignore', reason: deciders.ignored };
    if ('refusal' in deciders)
        return { decision: 'refuse', reason: deciders.refusal };
    const { logins } = deciders;
    const ofPerson = (login) => personProblem(people.find((person) => isSame(person.login, login)), rules, source.kind === 'comment');
    const isElsewhere = source.kind === 'comment' && source.environment !== environment;
    const reason = logins.map(ofPerson).find((problem) => problem !== undefined) ??
        (isElsewhere ? 'other-environment' : undefined) ??
        originProblem(facts) ??
        commitProblem(facts, rules) ??
        (rules.preventSelfApproval
            ? logins.map((login) => selfProblem(login, facts)).find((problem) => problem !== undefined)
            : undefined);
    return reason === undefined ? { decision: 'allow', by: logins } : { decision: 'refuse', reason };
};
const refusals = {
    event: 'nobody has decided anything by the event that started this workflow: it takes `workflow_dispatch`, a reviewer of an environment, or a comment',
    nobody: 'it is not known who decides',
    'no-person': 'only a person can decide',
    rejected: 'a reviewer has rejected this environment in this workflow run',
    'reviewed-elsewhere': 'the reviewers of this workflow run were asked about another environment; the one on GitHub has to be called like the one of the request',
    'unknown-permission': 'it could not be found out what this person may do in the repository',
    'unknown-teams': 'the token of this workflow may not see who is in a team',
    'not-allowed': 'this person may not decide about it',
    'other-environment': 'the request of the run is for another environment than the one named',
    'no-origin': 'it is not known who asked for this run, and for which commit: the action `deploy` writes it down',
    'other-repository': 'the run belongs to another repository',
    'no-pull-request': 'there is no pull request to compare the commit with',
    'unknown-pull-request': 'the pull request could not be read',
    closed: 'the pull request was closed without being merged',
    'other-head': 'the commit named is not the head of the pull request',
    'other-commit': 'the run is for another commit than the head of the pull request',
    'started-it': 'whoever started the run does not decide about it',
    'wrote-it': 'the author of the change does not decide about it',
};

// EXTERNAL MODULE: ./build/policy/workflow-subject.js
var workflow_subject = __webpack_require__(2756);
// EXTERNAL MODULE: ./build/text/duration.js
var duration = __webpack_require__(2811);
;// CONCATENATED MODULE: ./build/actions/approve/gate.js







const connectToGitHub = async ({ runner, clock, transport }, { githubToken }, deadline) => {
    const { createGitHub } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(319), __webpack_require__.e(165)]).then(__webpack_require__.bind(__webpack_require__, 6663));
    return createGitHub({
        token: githubToken,
        apiUrl: runner.context.apiUrl,
        repository: runner.context.repository ?? '',
        clock,
        transport,
        signal: runner.signal,
        deadline,
        onRetry: ({ method, path, reason, delayMs }) => {
            const said = reason.replace(`${method} ${path}`, 'a request');
            runner.info(`GitHub: ${said}; trying again in ${(0,duration/* formatDuration */.a)(delayMs)}`);
        },
    });
};
const sourceFromComment = async (github, { id, body, command }) => {
    const comment = await github.comments.get(id);
    const isEdited = !comment || comment.createdAt !== comment.updatedAt || comment.body !== body;
    const { environment, commit } = command.kind === 'command' ? command : { environment: '', commit: '' };
    return {
        kind: 'comment',
        author: comment?.author,
        authorType: comment?.authorType,
        isEdited,
        environment,
        commit,
    };
};
const sourceFromWorkflow = async (github, { context }) => {
    const { eventName: event, triggeringActor, runId } = context;
    if (runId === undefined)
        throw new errors/* InputError */.dz('GITHUB_RUN_ID is missing: there is no workflow run to ask about');
    return { kind: 'workflow', event, triggeringActor, reviews: await github.runs.approvals(Number(runId)) };
};
const isInOneOf = async (github, teams, login) => {
    const found = await Promise.all(teams.map(({ org, team }) => github.people.isTeamMember(org, team, login)));
    if (found.includes(undefined))
        return 'unknown';
    return found.includes(true) ? 'member' : 'stranger';
};
const meet = async (github, { rules, teams }, login) => {
    const needsPermission = rules.requirePermission !== undefined;
    const permission = needsPermission ? ((await github.people.permissionOf(login)) ?? 'unknown') : 'unknown';
    return { login, permission, team: await isInOneOf(github, teams, login) };
};
const numberOf = (runner, comment) => {
    if (comment)
        return comment.isOnPullRequest ? comment.issue : undefined;
    const subject = (0,workflow_subject/* pullRequestOf */._n)({ context: runner.context, event: runner.readEvent() });
    return 'kind' in subject && subject.kind === 'pull-request' ? subject.number : undefined;
};
const readPullRequest = async ({ step, github, gate, comment }) => {
    const { requireHead, preventSelfApproval } = gate.rules;
    const number = numberOf(step.runner, comment);
    if (number === undefined)
        return 'none';
    if (!comment && !requireHead && !preventSelfApproval)
        return 'unknown';
    return (await github.pullRequests.get(number)) ?? 'unknown';
};
const gather = async (asked, approval) => {
    const { step, api, github, gate, comment } = asked;
    const source = await (comment ? sourceFromComment(github, comment) : sourceFromWorkflow(github, step.runner));
    const deciders = decidersOf(source, approval.env_id);
    const people = 'logins' in deciders ? await Promise.all(deciders.logins.map((login) => meet(github, gate, login))) : [];
    const run = await (0,get_run/* getRun */.M)(api, { pipelineId: approval.pipeline_id, runId: approval.run_id });
    return {
        source,
        environment: approval.env_id,
        repository: step.runner.context.repository,
        origin: (0,policy_origin/* readOrigin */.P)(run.inputs['comment']),
        people,
        pullRequest: await readPullRequest(asked),
    };
};
const troubleOf = (error) => error instanceof github_errors/* GitHubError */.y || error instanceof errors/* ApiError */.hD ? error.message : 'no usable answer came';
const checkGate = async (asked, approval) => {
    try {
        const checked = decideGate(await gather(asked, approval), asked.gate.rules);
        if (checked.decision !== 'refuse')
            return checked;
        return { decision: 'refuse', reason: refusals[checked.reason], trouble: '' };
    }
    catch (error) {
        const { runner } = asked.step;
        if (runner.signal.aborted || !(error instanceof Error))
            throw error;
        runner.debug(`What could not be found out: ${error.name}`);
        return { decision: 'refuse', reason: 'it could not be found out who may decide', trouble: troubleOf(error) };
    }
};

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var build_client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(1518);
// EXTERNAL MODULE: ./build/core/look-until.js
var look_until = __webpack_require__(1465);
;// CONCATENATED MODULE: ./build/core/decide-approval.js






const findAsked = async (api, { approvalId, run, envId }) => {
    const found = [];
    for await (const approval of (0,approvals/* readApprovals */.R)(api, { run })) {
        const isAsked = approvalId === undefined || approvalId === approval.id;
        if (isAsked && (envId === undefined || approval.env_id === envId))
            found.push(approval);
        if (approval.id === approvalId)
            break;
    }
    return found;
};
const describeOne = ({ id, env_id, job_id }) => `'${id}' (job '${job_id}', environment '${env_id}')`;
const choose = (approvals) => {
    const waiting = approvals.filter(contract_status/* isPendingApproval */.zQ);
    if (waiting.length > 1) {
        throw new errors/* InputError */.dz(`${waiting.length} approval requests of the run are waiting: ${waiting.map(describeOne).join(', ')}. ` +
            'Name one with `approval-id`, or its environment with `env`.');
    }
    return waiting[0] ?? approvals[0];
};
const findApproval = async (api, query, { wait, onTrouble }) => {
    if (!wait || !query.run) {
        const approval = choose(await findAsked(api, query));
        return approval ? { kind: 'found', approval } : { kind: 'none', hasEnded: false };
    }
    const { run } = query;
    const look = async (at) => {
        const hasEnded = (0,contract_status/* isTerminal */.Hd)(await (0,get_run/* getRun */.M)(at, run));
        const approval = choose(await findAsked(at, query));
        if (approval && (hasEnded || (0,contract_status/* isPendingApproval */.zQ)(approval)))
            return { kind: 'found', approval };
        return hasEnded ? { kind: 'none', hasEnded } : undefined;
    };
    const looked = await (0,look_until/* lookUntil */.c)(api, { look, onTrouble });
    return looked.kind === 'found' ? looked.found : { kind: 'timed-out' };
};
const approvalPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}';
const mostAttempts = 3;
const decideApproval = async ({ client }, approval, decision) => {
    if (!(0,contract_status/* isPendingApproval */.zQ)(approval))
        return approval;
    const { org_id: orgId, app_id: appId, pipeline_id: pipelineId, run_id: runId, job_id: jobId, id } = approval;
    const path = { orgId, appId, pipelineId, runId, jobId, approvalId: id };
    const look = async () => (await client.get(approvalPath, { path })).body;
    let lost;
    for (let attempt = 1;; attempt += 1) {
        try {
            const { body } = await client.post(`${approvalPath}/${decision}`, { path });
            return body && !(0,contract_status/* isPendingApproval */.zQ)(body) ? body : await look();
        }
        catch (error) {
            const isLost = (0,build_client/* isUnknownEffect */.W)(error);
            if (isLost)
                lost = error;
            if (!isLost && !(0,build_client/* hasStatus */.Ro)(error, 400, 409))
                throw lost ?? error;
            const now = await look().catch(() => undefined);
            if (now && !(0,contract_status/* isPendingApproval */.zQ)(now))
                return now;
            if (!now || !isLost || attempt === mostAttempts)
                throw lost ?? error;
        }
    }
};

;// CONCATENATED MODULE: ./build/actions/approve/settle.js






const subject = ({ query }) => query.run
    ? `run '${query.run.runId}' of pipeline '${query.run.pipelineId}'`
    : `approval request '${query.approvalId}'`;
const whereOf = ({ query }) => (query.envId === undefined ? '' : ` for environment '${query.envId}'`);
const find = async (runner, api, inputs) => {
    const wait = inputs.waitForRequest;
    if (wait)
        runner.info(`Waiting for ${subject(inputs)} to ask for an approval${whereOf(inputs)}.`);
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
        throw new step/* FailedStep */.u(`No approval${whereOf(inputs)} was asked for by ${subject(inputs)} in the time given.`);
    }
    finish(runner, 'no-request');
    const advice = found.hasEnded ? 'It has ended.' : 'If it is still on its way there, set `wait-for-request: true`.';
    throw new step/* FailedStep */.u(inputs.query.run
        ? `There is no approval request of ${subject(inputs)}${whereOf(inputs)}. ${advice}`
        : `There is no ${subject(inputs)}${whereOf(inputs)} in this application.`);
};
const decide = async (runner, api, { approval, decision }) => {
    api.signal?.throwIfAborted();
    try {
        return await decideApproval(api, approval, decision);
    }
    catch (error) {
        const isAborted = api.signal?.aborted === true;
        const isUnknown = isAborted || (0,build_client/* isUnknownEffect */.W)(error);
        finish(runner, isUnknown ? 'unknown' : 'failed', approval);
        const what = `approval request '${approval.id}' for environment '${approval.env_id}'`;
        if (isUnknown && error instanceof Error) {
            const why = (0,sentence/* sentence */.e)(isAborted ? 'the job was cancelled before there was an answer' : error.message);
            throw new step/* FailedStep */.u(`Whether the decision about ${what} was taken is not known: ${why} Look at it before deciding again.`, { cause: error });
        }
        if (!(0,build_client/* hasStatus */.Ro)(error, 403))
            throw error;
        throw new step/* FailedStep */.u(`This token may not decide about ${what}: ${error.message}`, { cause: error });
    }
};
const settle = async (runner, api, { inputs, judge }) => {
    const { decision } = inputs;
    const before = await find(runner, api, inputs);
    const judged = await judge(before);
    if ('ignored' in judged) {
        skip(runner, judged.ignored);
        return undefined;
    }
    const after = await decide(runner, api, { approval: before, decision });
    const status = after.status === 'waiting' ? 'unknown' : after.status;
    const isAsAsked = status === (decision === 'approve' ? 'approved' : 'denied');
    const decidedBy = (isAsAsked && before.status === 'waiting' && judged.by) || after.approved_by;
    finish(runner, status, after, decidedBy);
    if (inputs.summary)
        runner.summary(approvalSummary(after, decidedBy));
    const by = decidedBy ? ` by ${decidedBy}` : '';
    const said = `Approval request '${after.id}' for environment '${after.env_id}': ${after.status}${by}`;
    if (!isAsAsked)
        throw new step/* FailedStep */.u(`${said}. This step was to ${decision} it.`);
    runner.info(before.status === 'waiting' ? `${said}.` : `${said}, before this step.`);
    return { approval: after, by: decidedBy ?? '' };
};

;// CONCATENATED MODULE: ./build/actions/approve/gated.js







const refuse = ({ runner }, inputs, { reason, trouble = '', approval }) => {
    finish(runner, 'refused', approval, '');
    if (inputs.summary)
        runner.summary(refusalSummary(approval, reason));
    throw new Refused(reason, trouble);
};
const createJudge = (asked, inputs) => async (approval) => {
    const checked = await checkGate(asked, approval);
    switch (checked.decision) {
        case 'allow':
            return { by: checked.by.join(', ') };
        case 'ignore':
            return { ignored: 'the comment was edited or deleted' };
        case 'refuse':
            return refuse(asked.step, inputs, { ...checked, approval });
    }
};
const readComment = ({ context, readEvent }, { command }) => command !== undefined && context.eventName === 'issue_comment' ? readAskingComment(readEvent(), command) : undefined;
const gated_decide = async (asked, inputs) => {
    const { step, api, comment, gate } = asked;
    const { runner } = step;
    const judge = createJudge(asked, inputs);
    if (!comment)
        return settle(runner, api, { inputs, judge });
    const { command } = comment;
    if (command.kind !== 'command') {
        return refuse(step, inputs, { reason: usageOf(command.kind, gate.command ?? '') });
    }
    const { query } = inputs;
    if (query.run || query.approvalId !== undefined)
        return settle(runner, api, { inputs, judge });
    const approvalId = await findByCommand(runner, api, command);
    return settle(runner, api, { inputs: { ...inputs, query: { ...query, approvalId } }, judge });
};
const decideByComment = async (asked, inputs) => {
    const { step, github, comment } = asked;
    const { runner } = step;
    const { runUrl } = runner.context;
    const answers = createAnswers(runner, github.comments, comment);
    await answers.seen();
    try {
        const settled = await gated_decide(asked, inputs);
        if (settled)
            await answers.answer(true, doneReply(settled.approval, { by: settled.by, runUrl }));
    }
    catch (error) {
        if (runner.signal.aborted)
            throw error;
        await answers.answer(false, notDoneReply(error instanceof Refused ? error.reason : undefined, runUrl));
        throw error;
    }
};
const decideGated = async (step, inputs, gate) => {
    const { runner } = step;
    const comment = readComment(runner, gate);
    if (comment && 'skipped' in comment)
        return skip(runner, comment.skipped);
    if (!comment)
        runner.inputs.exactlyOne('run-id', 'approval-id');
    const api = (0,connection/* connect */.Ng)(step, inputs.connection);
    const github = await connectToGitHub(step, gate, api.deadline).catch((error) => {
        finish(runner, 'refused');
        throw error;
    });
    const asked = { step, api, github, gate };
    if (comment)
        return decideByComment({ ...asked, comment }, inputs);
    await gated_decide({ ...asked, comment: undefined }, inputs);
};

;// CONCATENATED MODULE: ./build/actions/approve/gate-inputs.js
const readTeams = async (inputs) => {
    const items = await inputs.list('allowed-teams');
    return items.map((item) => {
        const [, org, team] = /^([\w-]{1,100})\/([\w-]{1,200})$/.exec(item) ?? [];
        if (org !== undefined && team !== undefined)
            return { org, team };
        return inputs.refuse('allowed-teams', `has ${JSON.stringify(item)}. Write a team as org/team, as in its address`);
    });
};
const readCommandWord = (inputs) => {
    const word = inputs.text('comment-command');
    if (word === undefined || /^\/[a-z][\w-]{0,49}$/i.test(word))
        return word;
    return inputs.refuse('comment-command', 'is not a command. Write a slash and one word, such as /approve');
};
const readGate = async (inputs) => {
    const requirePermission = inputs.choice('require-permission', ['read', 'triage', 'write', 'maintain', 'admin']);
    const teams = await readTeams(inputs);
    const preventSelfApproval = inputs.boolean('prevent-self-approval', false);
    const requireHead = inputs.boolean('require-head', false);
    const command = readCommandWord(inputs);
    const hasTeams = teams.length > 0;
    const isAboutPeople = requirePermission !== undefined || hasTeams;
    if (command !== undefined && !isAboutPeople) {
        inputs.refuse('comment-command', 'would let everybody decide who can comment. Add `require-permission` or `allowed-teams`');
    }
    if (!isAboutPeople && !preventSelfApproval && !requireHead)
        return undefined;
    return {
        rules: { requirePermission, hasTeams, preventSelfApproval, requireHead },
        teams,
        command,
        githubToken: inputs.token('github-token'),
    };
};

;// CONCATENATED MODULE: ./build/actions/approve/inputs.js


const hour = 60 * 60 * 1000;
const readQuery = (inputs, isCommanded) => {
    const envId = inputs.text('env');
    if (isCommanded && inputs.atMostOne('run-id', 'approval-id') === undefined) {
        return { approvalId: undefined, run: undefined, envId };
    }
    if (inputs.exactlyOne('run-id', 'approval-id') === 'approval-id') {
        return { approvalId: inputs.required('approval-id'), run: undefined, envId };
    }
    const run = { runId: inputs.required('run-id'), pipelineId: inputs.required('pipeline-id') };
    return { approvalId: undefined, run, envId };
};
const readInputs = async (inputs) => {
    const gate = await readGate(inputs);
    const query = readQuery(inputs, gate?.command !== undefined);
    const waitForRequest = inputs.boolean('wait-for-request', false);
    if (waitForRequest && !query.run) {
        inputs.refuse('wait-for-request', 'needs `run-id` and `pipeline-id`: without them the request has to be there already');
    }
    return {
        connection: (0,connection/* readConnection */.dC)(inputs, { timeoutMs: hour }),
        query,
        decision: inputs.choice('decision', ['approve', 'deny'], 'approve'),
        waitForRequest,
        summary: inputs.boolean('summary', true),
        gate,
    };
};

;// CONCATENATED MODULE: ./build/actions/approve/main.js




const main = async (step) => {
    const { runner } = step;
    const inputs = await readInputs(runner.inputs);
    if (inputs.gate)
        return decideGated(step, inputs, inputs.gate);
    const judge = () => Promise.resolve({ by: undefined });
    await settle(runner, (0,connection/* connect */.Ng)(step, inputs.connection), { inputs, judge });
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


/***/ })

};
;
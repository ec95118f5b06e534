"use strict";
exports.id = 43;
exports.ids = [43];
exports.modules = {

/***/ 2043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var build_client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(1518);
// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(1406);
;// CONCATENATED MODULE: ./build/core/find-environment.js


const findEnvironment = (api, envId) => (0,environment/* getEnvironment */.uc)(api, envId).catch((error) => {
    if ((0,build_client/* hasStatus */.Ro)(error, 404))
        return undefined;
    throw error;
});
const listEnvironments = async ({ client, orgId, appId }) => {
    const { body } = await client.get('/orgs/{orgId}/apps/{appId}/envs', { path: { orgId, appId } });
    return body ?? [];
};
const isAnother = ({ id, name }, expected) => {
    if (expected === undefined || name === expected)
        return undefined;
    return (`Environment '${id}' is called '${name}' and not '${expected}', so it was made for something else, ` +
        'or the repository has got another name since; it is left alone');
};

// EXTERNAL MODULE: ./build/core/look-until.js
var look_until = __webpack_require__(1465);
// EXTERNAL MODULE: ./build/core/cancel-run.js
var cancel_run = __webpack_require__(3265);
;// CONCATENATED MODULE: ./build/core/unfinished-runs.js

const concerns = ({ env_ids, trigger, inputs }, envId) => env_ids.includes(envId) || (trigger === 'deployment_request' && inputs?.['env_id'] === envId);
const unfinishedRuns = async ({ client, orgId, appId }, envId) => {
    const found = [];
    const query = { app: [appId], completed: false };
    for await (const run of client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId }, query })) {
        if (run.app_id === appId && !(0,contract_status/* isTerminal */.Hd)(run) && concerns(run, envId))
            found.push(run);
    }
    return found;
};

;// CONCATENATED MODULE: ./build/core/delete-environment.js






const createSteps = ({ id, name }, onProgress) => {
    const named = `Environment '${id}'`;
    const asked = new Set();
    let state = `${named} was not read`;
    let isSeen = false;
    let isAccepted = false;
    let isInDoubt = false;
    const proceed = (now) => {
        if (now === state)
            return;
        state = now;
        onProgress(`${now}.`);
    };
    const read = async (api) => {
        if (isSeen)
            return { environment: await findEnvironment(api, id), isLast: false };
        const all = await listEnvironments(api);
        return { environment: all.find((each) => each.id === id), isLast: all.length === 1 };
    };
    const cancelRuns = async (api) => {
        const runs = await unfinishedRuns(api, id);
        for (const run of runs) {
            if (asked.has(run.id))
                continue;
            onProgress(`Run '${run.id}' of pipeline '${run.pipeline_id}' is being cancelled.`);
            if (!run.cancellation_requested_at)
                await (0,cancel_run/* cancelRun */.S)(api, { pipelineId: run.pipeline_id, runId: run.id });
            asked.add(run.id);
        }
        const names = runs.map((run) => `'${run.id}'`).join(', ');
        if (runs.length > 0)
            proceed(`${named} waits for the end of run ${names}`);
        return runs.length > 0;
    };
    const ask = async ({ client, orgId, appId, signal }) => {
        const path = { orgId, appId, envId: id };
        try {
            const { status } = await client.delete('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path });
            if (status === 204)
                return { kind: 'deleted' };
            isAccepted = true;
            return proceed(`${named} is being deleted`);
        }
        catch (error) {
            if (signal?.aborted || (error instanceof Error && (0,build_client/* isUnknownEffect */.W)(error))) {
                isInDoubt = true;
                const why = signal?.aborted ? 'the job was cancelled' : error.message;
                proceed(`Whether the deletion of environment '${id}' was asked for is not known: ${why}`);
                if (signal?.aborted)
                    throw error;
                return undefined;
            }
            if ((0,build_client/* hasStatus */.Ro)(error, 404))
                return { kind: 'deleted' };
            if ((0,build_client/* hasStatus */.Ro)(error, 409))
                return proceed(`${named} cannot be deleted yet: ${error.message}`);
            if (!(0,build_client/* hasStatus */.Ro)(error, 400))
                throw error;
            return {
                kind: 'refused',
                message: `${named} cannot be deleted, as the last one of an application: ${error.message}`,
            };
        }
    };
    return {
        giveUp: (trouble) => {
            const isAskedFor = isAccepted || isInDoubt;
            const standing = isAskedFor
                ? 'was not seen to be gone in the time given, and may be gone later'
                : 'is not gone in the time given';
            const message = `${named} ${standing}. At last: ${trouble === '' ? state : trouble}`;
            return { kind: 'timed-out', message };
        },
        look: async (api) => {
            const { environment, isLast } = await read(api);
            if (!environment)
                return { kind: isSeen ? 'deleted' : 'absent' };
            isSeen = true;
            const message = isAnother(environment, name);
            if (message !== undefined)
                return { kind: 'refused', message };
            if (isAccepted || environment.status === 'deleting') {
                const said = environment.status_message ? `: ${environment.status_message}` : '';
                return proceed(`${named} is being deleted${said}`);
            }
            if (isLast) {
                const where = `application '${api.orgId}/${api.appId}'`;
                return { kind: 'refused', message: `${named} is the last one of ${where}, and an application keeps one` };
            }
            if (await cancelRuns(api))
                return undefined;
            const { last_deploy: last } = environment;
            if (last && (0,contract_status/* isActiveDeployment */.Ib)(last)) {
                return proceed(`${named} waits for the end of deployment '${last.id}' (${last.status})`);
            }
            return ask(api);
        },
    };
};
const deleteEnvironment = async (api, doomed, { onProgress }) => {
    const { lastLook: _, ...timed } = api;
    const steps = createSteps(doomed, onProgress);
    const looked = await (0,look_until/* lookUntil */.c)(timed, {
        look: steps.look,
        onTrouble: (message) => onProgress(`${message}. Looking again.`),
    });
    return looked.kind === 'found' ? looked.found : steps.giveUp(looked.trouble);
};

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
;// CONCATENATED MODULE: ./build/core/base-deployment.js


const readBase = async (api, base) => {
    if (base.kind === 'deployment')
        return base;
    const { envId } = base;
    const environment = await findEnvironment(api, envId);
    if (!environment) {
        const where = `application '${api.orgId}/${api.appId}'`;
        throw new errors/* InputError */.dz(`Input 'from-env' is "${envId}", which is no environment of ${where}.`);
    }
    const { last_deploy: last } = environment;
    if (!last) {
        throw new errors/* InputError */.dz(`Input 'from-env' is "${envId}", which has never been deployed, so there is nothing to start from. ` +
            "Deploy it first, or name another environment, or a deployment with 'from-deployment'.");
    }
    if (last.status !== 'failed')
        return { deploymentId: last.id };
    const warning = `The last deployment of '${envId}', ${last.id}, has failed. What it brought is taken all the same; ` +
        "name another one with 'from-deployment' if that is not what you want.";
    return { deploymentId: last.id, warning };
};

;// CONCATENATED MODULE: ./build/core/ensure-environment.js




const looksForLost = 3;
const accept = (environment, { name, type }, kind) => {
    const message = isAnother(environment, name);
    if (message !== undefined)
        return { kind: 'refused', message };
    if (type === undefined || environment.type === type)
        return { kind, environment };
    const is = `Environment '${environment.id}' exists with the type '${environment.type}', not '${type}'`;
    return { kind: 'refused', message: `${is}. A type cannot be changed: delete the environment first, or give its type` };
};
const toRequest = async (api, { id, name = id, type, base }, { onWarning }) => {
    const from = base && (await readBase(api, base));
    if (from?.warning !== undefined)
        onWarning(from.warning);
    return { id, name, ...(type === undefined ? {} : { type }), ...(from ? { from_deploy_id: from.deploymentId } : {}) };
};
const createAttempts = (wanted, telling) => {
    const named = `Environment '${wanted.id}'`;
    let state = `${named} was not there`;
    let request;
    let lost = '';
    let looksLeft = looksForLost;
    const proceed = (now) => {
        if (now === state)
            return;
        state = now;
        telling.onProgress(`${now}.`);
    };
    const unknown = (why) => ({
        kind: 'unknown',
        message: `Whether environment '${wanted.id}' was created is not known: ${why}. Run this again, which finds it if it was`,
    });
    const create = async (api) => {
        const { client, orgId, appId, signal } = api;
        const body = (request ??= await toRequest(api, wanted, telling));
        try {
            const answer = await client.post('/orgs/{orgId}/apps/{appId}/envs', { path: { orgId, appId }, body });
            return { kind: 'created', environment: (0,build_client/* requireBody */.WW)(answer) };
        }
        catch (error) {
            if (signal?.aborted)
                return unknown('the job was cancelled before there was an answer');
            if ((0,build_client/* hasStatus */.Ro)(error, 409))
                proceed(`${named} could not be created (${error.message}), and is looked for`);
            else if (error instanceof Error && (0,build_client/* isUnknownEffect */.W)(error)) {
                lost = error.message;
                proceed(`${unknown(lost).message}. It is looked for`);
            }
            else
                throw error;
            return undefined;
        }
    };
    return {
        giveUp: (trouble) => {
            if (lost !== '')
                return unknown(lost);
            const message = `${named} is not there in the time given. At last: ${trouble === '' ? state : trouble}`;
            return { kind: 'timed-out', message };
        },
        look: async (api) => {
            const environment = await findEnvironment(api, wanted.id);
            if (environment?.status === 'deleting') {
                proceed(`${named} is being deleted: it is created anew once it is gone`);
                return undefined;
            }
            if (environment)
                return accept(environment, wanted, lost === '' ? 'existing' : 'created');
            if (lost === '')
                return create(api);
            looksLeft -= 1;
            return looksLeft > 0 ? undefined : unknown(lost);
        },
    };
};
const ensureEnvironment = async (api, wanted, telling) => {
    const { lastLook: _, ...timed } = api;
    const attempts = createAttempts(wanted, telling);
    const looked = await (0,look_until/* lookUntil */.c)(timed, {
        look: attempts.look,
        onTrouble: (message) => telling.onProgress(`${message}. Looking again.`),
    });
    return looked.kind === 'found' ? looked.found : attempts.giveUp(looked.trouble);
};

;// CONCATENATED MODULE: ./build/core/rebase-environment.js




const refusal = (environment, { id, name }, { orgId, appId }) => {
    if (!environment)
        return `There is no environment '${id}' in application '${orgId}/${appId}'`;
    if (environment.status === 'deleting')
        return `Environment '${id}' is being deleted`;
    return isAnother(environment, name);
};
const putBase = async ({ client, orgId, appId }, { id, base }, deploymentId) => {
    const path = { orgId, appId, envId: id };
    try {
        await client.put('/orgs/{orgId}/apps/{appId}/envs/{envId}/from_deploy_id', { path, body: deploymentId });
    }
    catch (error) {
        if (base.kind !== 'deployment' || !(0,build_client/* hasStatus */.Ro)(error, 400))
            throw error;
        const problem = `which is no deployment of application '${orgId}/${appId}'`;
        throw new errors/* InputError */.dz(`Input 'from-deployment' is "${deploymentId}", ${problem} (${error.message}).`, {
            cause: error,
        });
    }
};
const rebaseEnvironment = async (api, rebasing, { onWarning }) => {
    const environment = await findEnvironment(api, rebasing.id);
    const message = refusal(environment, rebasing, api);
    if (!environment || message !== undefined)
        return { kind: 'refused', message: message ?? '' };
    const { deploymentId, warning } = await readBase(api, rebasing.base);
    if (warning !== undefined)
        onWarning(warning);
    try {
        await putBase(api, rebasing, deploymentId);
    }
    catch (error) {
        const isAborted = api.signal?.aborted === true;
        if (!(error instanceof Error) || !(isAborted || (0,build_client/* isUnknownEffect */.W)(error)))
            throw error;
        const why = isAborted ? 'the job was cancelled before there was an answer' : error.message;
        const what = `Whether the next deployment in '${rebasing.id}' starts from deployment '${deploymentId}'`;
        return { kind: 'unknown', message: `${what} is not known: ${why}. Run this again, which does no harm` };
    }
    return { kind: 'rebased', environment, deploymentId };
};

// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/report/environment.js


const marks = {
    succeeded: '✅',
    failed: '❌',
    'timed-out': '⌛',
    cancelled: '🚫',
    unknown: '❓',
};
const environmentSummary = (end) => {
    const rows = [
        ['Name', (0,text_escape/* inline */.mG)(end.name ?? '')],
        ['Type', (0,text_escape/* code */.aY)(end.type ?? '')],
        ['Starts from deployment', (0,text_escape/* code */.aY)(end.fromDeployment ?? '')],
        ['Where', end.url === '' ? '' : (0,text_escape/* link */.nf)('Humanitec portal', end.url)],
    ].filter(([, value]) => value !== '');
    return (0,markdown/* blocks */.Bv)(`### Environment ${(0,text_escape/* code */.aY)(end.id)}`, `${marks[end.status]} ${(0,text_escape/* inline */.mG)(end.message)}`, rows.length === 0 ? '' : (0,markdown/* table */.tp)(['', ''], rows));
};
const ends = {
    deleted: { mark: '🗑️', text: 'deleted' },
    absent: { mark: '☑️', text: 'gone already' },
    stale: { mark: '🗑️', text: 'would be deleted' },
    kept: { mark: '✅', text: 'kept' },
    failed: { mark: '❌', text: 'failed' },
};
const countSwept = (swept) => {
    const counts = Object.keys(ends)
        .map((kind) => [swept.filter((each) => each.kind === kind).length, ends[kind].text])
        .filter(([count]) => count > 0)
        .map(([count, text]) => `${count} ${text}`);
    return counts.length === 0 ? 'none of this repository' : counts.join(', ');
};
const rowOf = (swept) => {
    const { environment, reason, kind } = swept;
    const { mark, text } = ends[kind];
    const failure = 'message' in swept && swept.message !== reason ? `: ${(0,markdown/* cell */.Hn)(swept.message)}` : '';
    return [(0,text_escape/* code */.aY)(environment.id), (0,markdown/* cell */.Hn)(environment.name), (0,markdown/* cell */.Hn)(reason), `${mark} ${text}${failure}`];
};
const sweepSummary = (swept, { dryRun }) => (0,markdown/* blocks */.Bv)(`### Preview environments${dryRun ? ' (dry run)' : ''}: ${countSwept(swept)}`, swept.length === 0 ? '' : (0,markdown/* table */.tp)(['Environment', 'Made for', 'Why', 'Result'], swept.map(rowOf)));

// EXTERNAL MODULE: ./build/text/retry-line.js
var retry_line = __webpack_require__(8280);
// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/actions/connection.js
var connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(7141);
// EXTERNAL MODULE: ./build/actions/step.js
var actions_step = __webpack_require__(765);
// EXTERNAL MODULE: ./build/contract/identifiers.js
var identifiers = __webpack_require__(2002);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/policy/environment-id.js

const maxIdLength = 50;
const hashLength = 8;
const shortHash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, hashLength);
const readable = (text) => text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxIdLength - hashLength - 1)
    .replace(/^-|-$/g, '');
const identityOf = (repository, subject) => {
    if (subject.kind === 'pull-request') {
        const { number } = subject;
        return { id: `pr-${number}-${shortHash(repository.id)}`, name: `${repository.name}#${number}` };
    }
    const { branch } = subject;
    const hash = shortHash(JSON.stringify([repository.id, branch]));
    return { id: `${readable(branch) || 'branch'}-${hash}`, name: `${repository.name}@${branch}` };
};
const subjectNamed = (repository, name) => {
    if (!name.startsWith(repository.name))
        return undefined;
    const rest = name.slice(repository.name.length + 1);
    switch (name[repository.name.length]) {
        case '#':
            return /^[1-9]\d{0,14}$/.test(rest) ? { kind: 'pull-request', number: Number(rest) } : undefined;
        case '@':
            return { kind: 'branch', branch: rest };
        default:
            return undefined;
    }
};
const subjectOf = (repository, { id, name }) => {
    const subject = subjectNamed(repository, name);
    return subject && identityOf(repository, subject).id === id ? subject : undefined;
};

// EXTERNAL MODULE: ./build/policy/workflow-subject.js
var workflow_subject = __webpack_require__(2756);
;// CONCATENATED MODULE: ./build/actions/environment/inputs.js




const halfHour = 30 * 60 * 1000;
const hour = 60 * 60 * 1000;
const commands = ['ensure', 'rebase', 'delete', 'sweep'];
const target = ['env', 'env-from', 'pull-request'];
const base = ['from-env', 'from-deployment'];
const taken = {
    ensure: [...target, 'type', ...base],
    rebase: [...target, ...base],
    delete: target,
    sweep: ['ttl', 'dry-run'],
};
const refuseOthers = (inputs, command) => {
    for (const name of new Set(Object.values(taken).flat())) {
        if (taken[command].includes(name) || inputs.atMostOne(name) === undefined)
            continue;
        inputs.refuse(name, `does not go with \`command: ${command}\`. Leave it out`);
    }
};
const readRepository = (workflow, inputs, name) => {
    const repository = (0,workflow_subject/* repositoryOf */._M)(workflow);
    return repository ?? inputs.refuse(name, 'needs the variables GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID of GitHub');
};
const ofPullRequest = (inputs, workflow) => {
    const number = inputs.integer('pull-request', { min: 1 });
    return number === undefined ? (0,workflow_subject/* pullRequestOf */._n)(workflow) : { kind: 'pull-request', number };
};
const readIdentity = (inputs, workflow) => {
    const from = inputs.choice('env-from', ['pull-request', 'branch']);
    const repository = readRepository(workflow, inputs, 'env-from');
    const subject = from === 'branch' ? (0,workflow_subject/* branchOf */.W0)(workflow, repository) : ofPullRequest(inputs, workflow);
    return 'problem' in subject ? inputs.refuse('env-from', subject.problem) : identityOf(repository, subject);
};
const readTarget = (inputs, workflow, command) => {
    const given = inputs.atMostOne('env', 'env-from');
    if (given === undefined && (command === 'delete' || inputs.text('env') === undefined)) {
        inputs.exactlyOne('env', 'env-from');
    }
    const isNumbered = inputs.atMostOne('pull-request') !== undefined;
    if (isNumbered && (given !== 'env-from' || inputs.text('env-from') === 'branch')) {
        inputs.refuse('pull-request', 'goes with `env-from: pull-request` only');
    }
    if (given === 'env-from')
        return readIdentity(inputs, workflow);
    const id = inputs.required('env');
    const rule = 'Write 2 to 50 small letters and digits, with single hyphens between them';
    return (0,identifiers/* isId */.eQ)(id) ? { id, name: undefined } : inputs.refuse('env', `is not an id of an environment. ${rule}`);
};
const baseOf = (inputs, from) => from === 'from-env'
    ? { kind: 'environment', envId: inputs.required('from-env') }
    : { kind: 'deployment', deploymentId: inputs.required('from-deployment') };
const readInputs = (inputs, workflow) => {
    inputs.required('command');
    const command = inputs.choice('command', commands, 'ensure');
    refuseOthers(inputs, command);
    const always = {
        connection: (0,connection/* readConnection */.dC)(inputs, { timeoutMs: halfHour }),
        summary: inputs.boolean('summary', true),
    };
    if (command === 'sweep') {
        return {
            ...always,
            command,
            repository: readRepository(workflow, inputs, 'command'),
            ttlMs: inputs.duration('ttl', { min: hour }),
            dryRun: inputs.boolean('dry-run', false),
            githubToken: inputs.token('github-token'),
        };
    }
    const { id, name } = readTarget(inputs, workflow, command);
    const found = { ...always, id, name };
    if (command === 'delete')
        return { ...found, command };
    if (command === 'rebase') {
        return { ...found, command, base: baseOf(inputs, inputs.exactlyOne('from-env', 'from-deployment')) };
    }
    const from = inputs.atMostOne('from-env', 'from-deployment');
    return { ...found, command, type: inputs.text('type'), base: from && baseOf(inputs, from) };
};

// EXTERNAL MODULE: ./build/core/concurrently.js
var concurrently = __webpack_require__(3425);
// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(3384);
;// CONCATENATED MODULE: ./build/core/sweep-environments.js




const concurrency = 4;
const sweepOne = async (api, environment, { dryRun, judge, onProgress }) => {
    let reason = '';
    try {
        const judgement = await judge(environment);
        if (!judgement)
            return undefined;
        ({ reason } = judgement);
        const known = { environment, reason };
        if (judgement.kind === 'unclear')
            return { ...known, kind: 'failed', message: reason };
        if (judgement.kind === 'needed')
            return { ...known, kind: 'kept' };
        if (dryRun)
            return { ...known, kind: 'stale' };
        const end = await deleteEnvironment(api, environment, { onProgress });
        return 'message' in end ? { ...known, kind: 'failed', message: end.message } : { ...known, kind: end.kind };
    }
    catch (error) {
        if (api.signal?.aborted)
            return { environment, reason, kind: 'failed', message: 'The job was cancelled' };
        if (!(0,trouble/* isFailedCall */.W)(error))
            throw error;
        return { environment, reason, kind: 'failed', message: error.message };
    }
};
const sweepEnvironments = async (api, options) => {
    const swept = await (0,concurrently/* concurrently */.r)(await listEnvironments(api), concurrency, async (environment) => {
        const end = await sweepOne(api, environment, options);
        if (end)
            options.onEnd(end);
        return end;
    });
    return swept.filter((each) => each !== undefined);
};

;// CONCATENATED MODULE: ./build/policy/stale-environment.js
const isExpired = (createdAt, { ttlMs, now }) => ttlMs !== undefined && now - Date.parse(createdAt) > ttlMs;
const judgeByPullRequest = (number, pullRequest) => {
    if (pullRequest === undefined) {
        const reason = `GitHub shows no pull request #${number}: the token may lack the permission \`pull-requests: read\``;
        return { kind: 'unclear', reason };
    }
    if (pullRequest.state === 'open')
        return { kind: 'needed', reason: `pull request #${number} is open` };
    return { kind: 'stale', reason: `pull request #${number} is ${pullRequest.merged ? 'merged' : 'closed'}` };
};

// EXTERNAL MODULE: ./build/first-of.js
var first_of = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/text/duration.js
var duration = __webpack_require__(2811);
;// CONCATENATED MODULE: ./build/actions/environment/sweep.js








const mostAnnotations = 9;
const createJudge = ({ runner, clock }, { repository, ttlMs }, pullRequests) => async (environment) => {
    const subject = subjectOf(repository, environment);
    if (!subject)
        return undefined;
    if (ttlMs !== undefined && isExpired(environment.created_at, { ttlMs, now: clock.now() })) {
        return { kind: 'stale', reason: `it is older than ${(0,duration/* formatDuration */.a)(ttlMs)}` };
    }
    if (subject.kind === 'branch')
        return { kind: 'needed', reason: 'it is for a branch, and not too old' };
    const { number } = subject;
    try {
        return judgeByPullRequest(number, await pullRequests.get(number));
    }
    catch (error) {
        if (runner.signal.aborted || !(error instanceof Error))
            throw error;
        return { kind: 'unclear', reason: `pull request #${number} could not be read: ${error.message}` };
    }
};
const tell = (runner, swept) => {
    const { environment, reason, kind } = swept;
    const named = `Environment '${environment.id}' (${environment.name})`;
    switch (kind) {
        case 'deleted':
            return runner.info(`${named} is deleted: ${reason}.`);
        case 'absent':
            return runner.info(`${named} is gone already.`);
        case 'stale':
            return runner.info(`${named} would be deleted: ${reason}.`);
        case 'kept':
            return runner.info(`${named} is kept: ${reason}.`);
        case 'failed':
            return runner.info(`${named}: ${swept.message}.`);
    }
};
const toItem = (swept) => ({
    env: swept.environment.id,
    name: swept.environment.name,
    result: swept.kind,
    reason: swept.reason,
    ...('message' in swept ? { error: swept.message } : {}),
});
const finish = (runner, swept) => {
    const failed = swept.filter((each) => each.kind === 'failed');
    if (runner.signal.aborted) {
        runner.setOutput('status', 'cancelled');
        throw new actions_step/* FailedStep */.u(`The job was cancelled. Of the environments, ${countSwept(swept)}.`);
    }
    runner.setOutput('status', failed.length === 0 ? 'succeeded' : 'failed');
    if (failed.length === 0)
        return runner.info(`Preview environments: ${countSwept(swept)}.`);
    for (const { environment, message } of failed.slice(0, mostAnnotations)) {
        runner.error(`${environment.id}: ${message}.`, { title: 'Environment not swept' });
    }
    const names = failed.map(({ environment }) => environment.id);
    throw new actions_step/* FailedStep */.u(`Of the environments, ${countSwept(swept)}: ${(0,first_of/* firstOf */.K)(names, mostAnnotations)}.`);
};
const sweep = async (step, inputs, pullRequests) => {
    const { runner } = step;
    const { dryRun, summary } = inputs;
    const swept = await sweepEnvironments((0,connection/* connect */.Ng)(step, inputs.connection), {
        dryRun,
        judge: createJudge(step, inputs, pullRequests),
        onProgress: (message) => runner.info(message),
        onEnd: (end) => tell(runner, end),
    });
    runner.setOutput('deleted', swept.filter(({ kind }) => kind === 'deleted').length);
    runner.setCutOutput('environments', swept.map(toItem));
    if (summary)
        runner.summary(sweepSummary(swept, { dryRun }));
    finish(runner, swept);
};

;// CONCATENATED MODULE: ./build/actions/environment/main.js











const statuses = { refused: 'failed', 'timed-out': 'timed-out', unknown: 'unknown' };
const ensure = async (step, inputs, telling) => {
    const ensured = await ensureEnvironment((0,connection/* connect */.Ng)(step, inputs.connection), inputs, telling);
    if ('message' in ensured)
        return { status: statuses[ensured.kind], message: ensured.message, created: false };
    const { kind, environment } = ensured;
    const created = kind === 'created';
    const message = `Environment '${environment.id}' ${created ? 'was created' : 'exists'}`;
    const fromDeployment = environment.from_deploy?.id;
    return { status: 'succeeded', message, environment, fromDeployment, created, isThere: true };
};
const rebase = async (step, inputs, telling) => {
    const rebased = await rebaseEnvironment((0,connection/* connect */.Ng)(step, inputs.connection), inputs, telling);
    if ('message' in rebased) {
        return { status: statuses[rebased.kind], message: rebased.message, isThere: rebased.kind === 'unknown' };
    }
    const { environment, deploymentId } = rebased;
    const before = environment.from_deploy?.id;
    const instead = before === undefined || before === deploymentId ? '' : ` instead of '${before}'`;
    const message = `The next deployment in '${environment.id}' starts from deployment '${deploymentId}'${instead}`;
    return { status: 'succeeded', message, environment, fromDeployment: deploymentId, isThere: true };
};
const remove = async (step, inputs, telling) => {
    const end = await deleteEnvironment((0,connection/* connect */.Ng)(step, inputs.connection), inputs, telling);
    if ('message' in end)
        return { status: statuses[end.kind], message: end.message, deleted: 0, isThere: true };
    const deleted = end.kind === 'deleted';
    const message = deleted ? `Environment '${inputs.id}' is deleted` : `There is no environment '${inputs.id}' to delete`;
    return { status: 'succeeded', message, deleted: deleted ? 1 : 0 };
};
const perform = (step, inputs, telling) => {
    switch (inputs.command) {
        case 'ensure':
            return ensure(step, inputs, telling);
        case 'rebase':
            return rebase(step, inputs, telling);
        case 'delete':
            return remove(step, inputs, telling);
    }
};
const main_finish = ({ runner }, inputs, outcome) => {
    const { status, environment, fromDeployment } = outcome;
    const message = (0,sentence/* sentence */.e)(outcome.message);
    const url = outcome.isThere ? (0,run_outputs/* deploymentUrl */.PM)(inputs.connection, inputs.id, undefined) : '';
    runner.setOutput('status', status);
    runner.setOutput('created', outcome.created ?? '');
    runner.setOutput('deleted', outcome.deleted ?? '');
    runner.setOutput('from-deployment', fromDeployment ?? '');
    runner.setOutput('url', url);
    if (inputs.summary) {
        const { name, type } = environment ?? { name: inputs.name, type: undefined };
        runner.summary(environmentSummary({ id: inputs.id, name, type, status, message, fromDeployment, url }));
    }
    if (status !== 'succeeded')
        throw new actions_step/* FailedStep */.u(message);
    runner.info(message);
};
const work = async (step, inputs) => {
    const { runner } = step;
    let last = 'Nothing had been changed.';
    runner.setOutput('env', inputs.id);
    const outcome = await perform(step, inputs, {
        onProgress: (message) => {
            last = message;
            runner.info(message);
        },
        onWarning: (message) => runner.warning(message),
    }).catch((error) => {
        if (!runner.signal.aborted)
            throw error;
        return { status: 'cancelled', message: `The job was cancelled. ${last}` };
    });
    const isCutOff = runner.signal.aborted && outcome.status !== 'succeeded';
    main_finish(step, inputs, isCutOff ? { ...outcome, status: 'cancelled' } : outcome);
};
const sweepOnGitHub = async (step, inputs) => {
    const { runner, clock, transport } = step;
    const { createGitHub } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(319), __webpack_require__.e(165)]).then(__webpack_require__.bind(__webpack_require__, 6663));
    const github = createGitHub({
        token: inputs.githubToken,
        apiUrl: runner.context.apiUrl,
        repository: inputs.repository.name,
        clock,
        transport,
        signal: runner.signal,
        deadline: clock.now() + inputs.connection.timeoutMs,
        onRetry: (retry) => runner.info(`GitHub, ${(0,retry_line/* retryLine */.R)(retry)}`),
    });
    await sweep(step, inputs, github.pullRequests);
};
const main = async (step) => {
    const { runner } = step;
    const { context } = runner;
    const inputs = readInputs(runner.inputs, { context, event: runner.readEvent() });
    try {
        await (inputs.command === 'sweep' ? sweepOnGitHub(step, inputs) : work(step, inputs));
    }
    catch (error) {
        if (!(error instanceof actions_step/* FailedStep */.u))
            runner.setOutput('status', runner.signal.aborted ? 'cancelled' : 'failed');
        throw error;
    }
};


/***/ }),

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

/***/ 2002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ compilePattern),
/* harmony export */   O1: () => (/* binding */ isUuid),
/* harmony export */   W4: () => (/* binding */ maxIdLength),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   aD: () => (/* binding */ idPattern),
/* harmony export */   eQ: () => (/* binding */ isId)
/* harmony export */ });
/* unused harmony exports isDeltaId, isEmptySetId, isSetId */
const idPattern = '^[a-z0-9](?:-?[a-z0-9]+)+$';
const maxIdLength = 50;
const slowEnd = idPattern.slice(1);
const linearEnd = '(?=..)[a-z0-9]+(?:-[a-z0-9]+)*$';
const id = new RegExp(`^${linearEnd}`);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hex40 = /^[0-9a-f]{40}$/;
const commit = /^[0-9a-f]{5,40}$/;
const setId = /^[A-Za-z0-9_-]{43}$/;
const zeros = /^0+$/;
const isId = (text) => text.length <= maxIdLength && id.test(text);
const isDeltaId = (text) => hex40.test(text);
const isEmptySetId = (text) => zeros.test(text);
const isSetId = (text) => setId.test(text) || isEmptySetId(text);
const isCommit = (text) => commit.test(text);
const isUuid = (text) => uuid.test(text);
const compilePattern = Object.assign((pattern, flags) => new RegExp(pattern.replace(slowEnd, () => linearEnd), flags), { code: 'new RegExp' });


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

/***/ 3425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ concurrently)
/* harmony export */ });
const concurrently = async (items, limit, work) => {
    const results = new Map();
    const queue = items.entries();
    let hasFailed = false;
    const worker = async () => {
        for (const [index, item] of queue) {
            try {
                results.set(index, await work(item));
            }
            catch (error) {
                hasFailed = true;
                throw error;
            }
            if (hasFailed)
                return;
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return items.map((_, index) => results.get(index));
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
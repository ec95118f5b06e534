"use strict";
exports.id = 190;
exports.ids = [190];
exports.modules = {

/***/ 5190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/sets/apply.js
var apply = __webpack_require__(7281);
// EXTERNAL MODULE: ./build/sets/delta.js
var sets_delta = __webpack_require__(8015);
// EXTERNAL MODULE: ./build/sets/json.js
var json = __webpack_require__(3415);
// EXTERNAL MODULE: ./build/sets/merge.js
var merge = __webpack_require__(8465);
// EXTERNAL MODULE: ./build/sets/problem.js
var sets_problem = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/first-of.js
var first_of = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/sets/pointer.js
var sets_pointer = __webpack_require__(6540);
// EXTERNAL MODULE: ./build/core/image-reference.js
var image_reference = __webpack_require__(3650);
;// CONCATENATED MODULE: ./build/core/image-changes.js






const mostNames = 20;
const listNames = (names) => (names.length === 0 ? 'none' : (0,first_of/* firstOf */.K)(names, mostNames));
const printRequest = ({ workload, container, image }) => `${workload}${container === undefined ? '' : `/${container}`}=${(0,image_reference/* printImageReference */.Yk)(image)}`;
const refuse = (request, problem) => {
    throw new errors/* InputError */.dz(`Input 'images' has "${printRequest(request)}", but ${problem}.`);
};
const objectIn = (parent, key) => {
    const value = (0,json/* ownValue */.eC)(parent, key);
    return (0,json/* isObject */.Gv)(value) ? value : {};
};
const containersOf = (module) => new Map(Object.entries(objectIn(objectIn(module, 'spec'), 'containers'))
    .filter(([, container]) => (0,json/* isObject */.Gv)(container))
    .map(([name, container]) => [name, (0,json/* ownValue */.eC)(container, 'image')]));
const repositoryOf = (image) => {
    const parsed = typeof image === 'string' ? (0,image_reference/* parseImageReference */.o_)(image) : undefined;
    return parsed?.ok ? parsed.value.name : undefined;
};
const findContainer = (request, containers) => {
    const { workload, container, image } = request;
    const names = [...containers.keys()];
    if (container !== undefined) {
        if (containers.has(container))
            return container;
        return refuse(request, `workload '${workload}' has no container '${container}'. Its containers: ${listNames(names)}`);
    }
    const [first] = names;
    if (first === undefined)
        return refuse(request, `workload '${workload}' has no container to give an image to`);
    if (names.length === 1)
        return first;
    const matching = names.filter((name) => repositoryOf(containers.get(name)) === image.name);
    const [match] = matching;
    if (match !== undefined && matching.length === 1)
        return match;
    const choices = names.map((name) => {
        const now = containers.get(name);
        return typeof now === 'string' ? `${name} (${now})` : name;
    });
    const how = match === undefined ? 'none of its containers runs' : 'more than one of its containers runs';
    return refuse(request, `workload '${workload}' has ${names.length} containers and ${how} ${image.name}. ` +
        `Write ${workload}/CONTAINER=…, with one of: ${listNames(choices)}`);
};
const imageDelta = (set, requests, where) => {
    const chosen = new Map();
    const updates = new Map();
    for (const request of requests) {
        const { workload } = request;
        const module = (0,json/* ownValue */.eC)(set.modules, workload);
        if (!module) {
            const workloads = (0,json/* sortedKeys */.Mf)(set.modules);
            const known = workloads.length === 0
                ? "It has none yet: bring them with 'score', 'delta' or 'from-env'"
                : `Its workloads: ${listNames(workloads)}`;
            return refuse(request, `${where} has no workload '${workload}'. ${known}`);
        }
        const containers = containersOf(module);
        const container = findContainer(request, containers);
        const image = (0,image_reference/* printImageReference */.Yk)(request.image);
        const place = (0,sets_pointer/* printPointer */.Vs)([workload, container]);
        const other = chosen.get(place);
        if (other === image)
            continue;
        if (other !== undefined)
            refuse(request, `container '${container}' of it is given ${other} as well`);
        chosen.set(place, image);
        const now = containers.get(container);
        if (now === image)
            continue;
        const path = (0,sets_pointer/* printPointer */.Vs)(['spec', 'containers', container, 'image']);
        const action = { op: now === undefined ? 'add' : 'replace', path, value: image };
        updates.set(workload, [...(updates.get(workload) ?? []), action]);
    }
    return { ...sets_delta/* emptyDelta */.Wu, modules: { ...sets_delta/* emptyDelta */.Wu.modules, update: Object.fromEntries(updates) } };
};

// EXTERNAL MODULE: ./build/sets/hash.js
var sets_hash = __webpack_require__(3237);
// EXTERNAL MODULE: ./build/sets/normalise.js
var normalise = __webpack_require__(3895);
// EXTERNAL MODULE: ./build/sets/diff.js
var diff = __webpack_require__(406);
;// CONCATENATED MODULE: ./build/sets/plan.js



const planChanges = (before, after) => {
    const { modules, shared } = (0,diff/* diffSets */.Z)(after, before);
    const changes = [];
    const ids = [...Object.keys(modules.add), ...modules.remove, ...Object.keys(modules.update)];
    for (const id of ids.sort(json/* compareKeys */.YD)) {
        const whole = { scope: 'module', module: id, path: '' };
        const old = (0,json/* ownValue */.eC)(before.modules, id);
        const actions = (0,json/* ownValue */.eC)(modules.update, id);
        if (old === undefined)
            changes.push({ ...whole, kind: 'added', after: after.modules[id] });
        else if (!actions)
            changes.push({ ...whole, kind: 'removed', before: old });
        else
            for (const action of actions)
                changes.push({ ...whole, ...toChange(action, old) });
    }
    for (const action of shared)
        changes.push({ scope: 'shared', module: 'shared', ...toChange(action, before.shared) });
    return changes;
};
const toChange = ({ op, path, value }, document) => {
    const pointer = (0,sets_pointer/* parsePointer */.vp)(path);
    const before = 'tokens' in pointer ? (0,sets_pointer/* valueAt */.fK)(document, pointer.tokens) : undefined;
    return {
        path,
        kind: op === 'add' ? 'added' : op === 'remove' ? 'removed' : 'changed',
        ...(before !== undefined && { before }),
        ...(value !== undefined && { after: value }),
    };
};

// EXTERNAL MODULE: ./build/core/environment.js
var environment = __webpack_require__(1406);
;// CONCATENATED MODULE: ./build/core/plan.js







const getSet = async ({ client, orgId, appId }, setId) => {
    if ((0,sets_hash/* isEmptySetId */.Bb)(setId))
        return sets_delta/* emptySet */.mj;
    const path = { orgId, appId, setId };
    const { body, ...answer } = await client.get('/orgs/{orgId}/apps/{appId}/sets/{setId}', { path });
    const set = (0,normalise/* normaliseSet */.F)(body);
    if (set.ok)
        return set.value;
    const what = `${answer.method} ${answer.path} was answered ${answer.status}, but not with a set`;
    throw new errors/* NetworkError */.Dr(`${what}: ${(0,sets_problem/* describeProblem */.BJ)(set.problem)}`, { sent: true, retryable: false });
};
const sideOf = (deployment) => deployment ? { deployment: deployment.id, set: deployment.set_id } : { deployment: null, set: (0,sets_hash/* hashSet */.zI)(sets_delta/* emptySet */.mj) };
const unsettledBy = (from, last) => {
    if (!last)
        return 'never-deployed';
    if (from?.id !== last.id)
        return 'rebased';
    return last.status === 'failed' ? 'last-deployment-failed' : undefined;
};
const readContent = async (api, envId) => {
    const { from_deploy, last_deploy } = await (0,environment/* getEnvironment */.uc)(api, envId);
    const base = sideOf(from_deploy);
    const current = sideOf(last_deploy);
    const baseContent = getSet(api, base.set);
    const isSame = current.set === base.set;
    const [content, currentContent] = await Promise.all([baseContent, isSame ? baseContent : getSet(api, current.set)]);
    return {
        env: envId,
        base: { ...base, content },
        current: { ...current, content: currentContent },
        unsettled: unsettledBy(from_deploy, last_deploy),
    };
};
const planOf = ({ env, base, current, unsettled }, target) => {
    const changes = planChanges(current.content, target);
    const hash = (0,sets_hash/* hashSet */.zI)(target);
    const same = [base, current].find(({ content }) => (0,sets_hash/* hashSet */.zI)(content) === hash);
    return {
        env,
        base: { deployment: base.deployment, set: base.set },
        current: { deployment: current.deployment, set: current.set },
        target: { set: same?.set ?? hash },
        ...(unsettled !== undefined && { unsettled }),
        empty: changes.length === 0 && unsettled === undefined,
        changes,
    };
};

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var build_client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/contract/status.js
var contract_status = __webpack_require__(1518);
;// CONCATENATED MODULE: ./build/core/promotion.js







const promotion_refuse = (envId, problem, cause) => {
    throw new errors/* InputError */.dz(`Input 'from-env' is "${envId}", ${problem}.`, cause === undefined ? undefined : { cause });
};
const settled = (envId, deployment) => {
    if (!deployment)
        return promotion_refuse(envId, 'which has never been deployed: nothing runs there that could be promoted');
    const { id, status } = deployment;
    if ((0,contract_status/* isSuccess */.oJ)(status))
        return deployment;
    if ((0,contract_status/* isActiveDeployment */.Ib)(deployment)) {
        return promotion_refuse(envId, `which is being deployed at the moment (deployment ${id}): wait until that has ended`);
    }
    return promotion_refuse(envId, `whose last deployment (${id}) has not succeeded but is '${status}', so that its set is not what runs there: ` +
        'deploy it successfully first');
};
const readPromotion = async (api, envId) => {
    const { last_deploy } = await (0,environment/* getEnvironment */.uc)(api, envId).catch((cause) => {
        if (!(0,build_client/* hasStatus */.Ro)(cause, 404))
            throw cause;
        return promotion_refuse(envId, `which is no environment of application '${api.orgId}/${api.appId}'`, cause);
    });
    const { id, set_id } = settled(envId, last_deploy);
    return { env: envId, deployment: id, set: set_id };
};
const promotionDelta = async (api, { set }, { base, current }) => {
    if (set === base.set)
        return sets_delta/* emptyDelta */.Wu;
    const content = set === current.set ? current.content : await getSet(api, set);
    return (0,diff/* diffSets */.Z)(content, base.content);
};

// EXTERNAL MODULE: ./build/core/concurrently.js
var concurrently = __webpack_require__(3425);
;// CONCATENATED MODULE: ./build/core/score.js








const atOnce = 4;
const convertPath = '/orgs/{orgId}/artefact-versions/convert-score';
const refused = (file, { message }, cause) => {
    const said = message.replace(/^POST \S+ failed: 400 /, '').replace(/\.$/, '');
    return new errors/* InputError */.dz(`Score file '${file}' (input 'score') cannot be converted: ${said}.`, { cause });
};
const convert = async (api, { file, conversion }) => {
    const answer = await api.client
        .post(convertPath, { path: { orgId: api.orgId }, body: conversion, changesNothing: true })
        .catch((cause) => {
        throw (0,build_client/* hasStatus */.Ro)(cause, 400, 422) ? refused(file, cause, cause) : cause;
    });
    const set = (0,normalise/* normaliseSet */.F)((0,build_client/* requireBody */.WW)(answer));
    if (set.ok)
        return set.value;
    const what = `The conversion of Score file '${file}' was answered, but not with a set`;
    throw new errors/* NetworkError */.Dr(`${what}: ${(0,sets_problem/* describeProblem */.BJ)(set.problem)}`, { sent: true, retryable: false });
};
const toDelta = ({ modules, shared }) => ({
    modules: { ...sets_delta/* emptyDelta */.Wu.modules, add: modules },
    shared: Object.entries(shared).map(([name, value]) => ({ op: 'add', path: (0,sets_pointer/* printPointer */.Vs)([name]), value })),
});
const checkTogether = (sets) => {
    const workloads = new Map();
    const resources = new Map();
    for (const { file, set } of sets) {
        for (const name of Object.keys(set.modules)) {
            const other = workloads.get(name);
            if (other !== undefined) {
                throw new errors/* InputError */.dz(`Input 'score' has '${other}' and '${file}', which both describe workload '${name}'.`);
            }
            workloads.set(name, file);
        }
        for (const [name, value] of Object.entries(set.shared)) {
            const other = resources.get(name);
            if (other && !(0,json/* jsonEqual */.Zm)(other.value, value)) {
                throw new errors/* InputError */.dz(`Input 'score' has '${other.file}' and '${file}', which describe the shared resource '${name}' differently. ` +
                    'Give it the same type, class and parameters in both, or another id in one of them.');
            }
            resources.set(name, { file, value });
        }
    }
};
const convertScores = async (api, workloads) => {
    const sets = await (0,concurrently/* concurrently */.r)(workloads, atOnce, async (workload) => ({
        file: workload.file,
        set: await convert(api, workload),
    }));
    checkTogether(sets);
    return sets.map(({ file, set }) => ({ file, delta: toDelta(set) }));
};
const checkImages = (scores, { modules }) => {
    for (const { file, delta } of scores) {
        for (const workload of Object.keys(delta.modules.add)) {
            const spec = (0,json/* ownValue */.eC)((0,json/* ownValue */.eC)(modules, workload) ?? {}, 'spec');
            const containers = (0,json/* isObject */.Gv)(spec) ? (0,json/* ownValue */.eC)(spec, 'containers') : undefined;
            for (const [name, container] of Object.entries((0,json/* isObject */.Gv)(containers) ? containers : {})) {
                const image = (0,json/* isObject */.Gv)(container) ? (0,json/* ownValue */.eC)(container, 'image') : undefined;
                if (image !== undefined && image !== '.')
                    continue;
                throw new errors/* InputError */.dz(`Score file '${file}' leaves the image of container '${name}' to be filled in. Give it in the input ` +
                    `'score-image', or in 'images' as ${workload}/${name}=IMAGE.`);
            }
        }
    }
};

// EXTERNAL MODULE: ./build/core/read-back.js
var read_back = __webpack_require__(3823);
;// CONCATENATED MODULE: ./build/core/write-delta.js





const deltasPath = '/orgs/{orgId}/apps/{appId}/deltas';
const deltaPath = `${deltasPath}/{deltaId}`;
const toBody = ({ modules, shared }) => ({ modules, shared });
const contentOf = (answer) => {
    if (!(0,json/* isObject */.Gv)(answer) || !(0,json/* isObject */.Gv)((0,json/* ownValue */.eC)(answer, 'modules')))
        return undefined;
    const read = (0,normalise/* normaliseDelta */.h)(answer);
    return read.ok ? read.value : undefined;
};
const getOpenDelta = async ({ client, orgId, appId }, deltaId) => {
    const { body } = await client.get(deltaPath, { path: { orgId, appId, deltaId } }).catch((cause) => {
        if (!(0,build_client/* hasStatus */.Ro)(cause, 404))
            throw cause;
        const problem = `which is no delta of application '${orgId}/${appId}'`;
        throw new errors/* InputError */.dz(`Input 'delta-id' is "${deltaId}", ${problem}. Leave it out to have one made.`, { cause });
    });
    if (body.metadata.archived) {
        throw new errors/* InputError */.dz(`Input 'delta-id' is "${deltaId}", which is archived, as deltas are once they are deployed: it cannot be changed ` +
            'any more. Leave it out to have a new one made.');
    }
    const delta = contentOf(body);
    if (delta)
        return { delta, envId: body.metadata.env_id };
    throw new errors/* NetworkError */.Dr(`The answer about delta '${deltaId}' is none that this action can read`, {
        sent: true,
        retryable: false,
    });
};
const unknownEffect = (cause, { signal }, advice) => {
    const why = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    const what = signal?.aborted ? `The job was cancelled while the delta was being written (${why})` : why;
    return new errors/* NetworkError */.Dr(`${what}. ${advice}`, { cause, retryable: false });
};
const writeOnce = async (api, { send, find, advice }) => {
    try {
        return await send();
    }
    catch (error) {
        if (!api.signal?.aborted && !(0,build_client/* isUnknownEffect */.W)(error))
            throw error;
        const found = await (0,read_back/* readBack */.e)(api, find);
        if (found)
            return found;
        throw unknownEffect(error, api, advice);
    }
};
const postDelta = async (api, { envId, name, delta }) => {
    const { client, orgId, appId, random } = api;
    const path = { orgId, appId };
    const mark = `(${random.hex(5)})`;
    const body = { metadata: { env_id: envId, name: `${name} ${mark}` }, ...toBody(delta) };
    return writeOnce(api, {
        send: async () => {
            const { id, content } = readAnswer((0,build_client/* requireBody */.WW)(await client.post(deltasPath, { path, body })));
            if (id !== '')
                return { id, content };
            throw new errors/* NetworkError */.Dr('POST of the delta was answered without its id', { sent: true, retryable: false });
        },
        find: async (limits) => {
            for await (const stored of client.pages(deltasPath, { path, query: { env: envId }, ...limits })) {
                if (stored.metadata.name?.endsWith(mark))
                    return readAnswer(stored);
            }
            return undefined;
        },
        advice: `Whether the delta was made is not known: look among the deltas of application '${orgId}/${appId}' for one ` +
            `whose name ends with ${mark}. Running this again makes another one, which does no harm`,
    });
};
const readAnswer = (answer) => {
    if (typeof answer === 'string')
        return { id: answer, content: undefined };
    const id = answer.id;
    return { id: typeof id === 'string' ? id : '', content: contentOf(answer) };
};
const patchDelta = async (api, { deltaId, parts, expected }) => {
    const { client, orgId, appId } = api;
    const path = { orgId, appId, deltaId };
    return writeOnce(api, {
        send: async () => {
            const answer = (0,build_client/* requireBody */.WW)(await client.patch(deltaPath, { path, body: parts.map(toBody) }));
            return { id: deltaId, content: contentOf(answer) };
        },
        find: async (limits) => {
            const content = contentOf((await client.get(deltaPath, { path, ...limits })).body);
            return content && hasContent(content, expected) ? { id: deltaId, content } : undefined;
        },
        advice: `Whether delta '${deltaId}' of application '${orgId}/${appId}' has taken the changes is not known: ` +
            'compare its content before you run this again',
    });
};
const covers = (stored, sent) => {
    if (stored === undefined)
        return false;
    if (!(0,json/* isObject */.Gv)(stored) || !(0,json/* isObject */.Gv)(sent))
        return (0,json/* jsonEqual */.Zm)(stored, sent);
    return Object.entries(sent).every(([key, value]) => value === null || covers((0,json/* ownValue */.eC)(stored, key), value));
};
const sortedIds = ({ modules }) => [...modules.remove].sort();
const hasContent = (stored, expected) => {
    const isSame = (of) => (0,json/* jsonEqual */.Zm)(of(stored), of(expected));
    return (isSame(sortedIds) &&
        isSame(({ modules }) => modules.update) &&
        isSame(({ shared }) => shared) &&
        isSame(({ modules }) => Object.keys(modules.add).sort()) &&
        covers(stored.modules.add, expected.modules.add));
};

;// CONCATENATED MODULE: ./build/core/create-delta.js











const describeBase = ({ env, base }) => base.deployment === null
    ? `environment '${env}', which has nothing to build on yet,`
    : `the set that environment '${env}' builds on (deployment ${base.deployment})`;
const beginDraft = (content, stored, deltaId) => {
    const delta = stored ?? sets_delta/* emptyDelta */.Wu;
    const applied = (0,apply/* applyDelta */.T)(content.base.content, delta);
    if (applied.ok)
        return { delta, set: applied.value, parts: [] };
    throw new errors/* InputError */.dz(`Delta '${deltaId}' (input 'delta-id') does not fit ${describeBase(content)} as it is: ` +
        `${(0,sets_problem/* describeProblem */.BJ)(applied.problem)}. Leave 'delta-id' out to have a new one made.`);
};
const addPart = (draft, content, input, part) => {
    if ((0,sets_delta/* isEmptyDelta */.qm)(part))
        return draft;
    const merged = (0,merge/* mergeDeltas */.Y)(draft.delta, [part]);
    const applied = merged.ok ? (0,apply/* applyDelta */.T)(content.base.content, merged.value) : merged;
    if (merged.ok && applied.ok)
        return { delta: merged.value, set: applied.value, parts: [...draft.parts, part] };
    const problem = applied.ok ? '' : (0,sets_problem/* describeProblem */.BJ)(applied.problem);
    throw new errors/* InputError */.dz(`Input '${input}' cannot be applied to ${describeBase(content)}: ${problem}.`);
};
const removalOf = (ids) => ({
    ...sets_delta/* emptyDelta */.Wu,
    modules: { ...sets_delta/* emptyDelta */.Wu.modules, remove: [...new Set(ids)] },
});
const draftOf = ({ content, stored, parts, scores }, wishes) => {
    const warnings = [];
    let draft = beginDraft(content, stored, wishes.deltaId);
    for (const { input, delta } of parts)
        draft = addPart(draft, content, input, delta);
    const { modules } = draft.set;
    const missing = wishes.remove.filter((id) => !Object.hasOwn(modules, id));
    if (missing.length > 0) {
        const there = listNames((0,json/* sortedKeys */.Mf)(modules));
        warnings.push(`Input 'remove' names what is not there (any more): ${listNames(missing)}. The workloads: ${there}.`);
    }
    const removed = wishes.remove.filter((id) => Object.hasOwn(modules, id));
    draft = addPart(draft, content, 'remove', removalOf(removed));
    draft = addPart(draft, content, 'images', imageDelta(draft.set, wishes.images, describeBase(content)));
    checkImages(scores, draft.set);
    return { draft, warnings };
};
const finalPlan = (content, { set }, stored) => {
    const applied = stored && (0,apply/* applyDelta */.T)(content.base.content, stored);
    return planOf(content, applied?.ok ? applied.value : set);
};
const createDelta = async (api, wishes) => {
    const { envId, name, deltaId, fromEnvId } = wishes;
    const stored = deltaId === undefined ? undefined : await getOpenDelta(api, deltaId);
    const [content, promotion, scores] = await Promise.all([
        readContent(api, envId),
        fromEnvId === undefined ? undefined : readPromotion(api, fromEnvId),
        convertScores(api, wishes.score),
    ]);
    const promoted = promotion ? [{ input: 'from-env', delta: await promotionDelta(api, promotion, content) }] : [];
    const scored = scores.map(({ delta }) => ({ input: 'score', delta }));
    const parts = [...promoted, ...scored, ...wishes.deltas];
    const { draft, warnings } = draftOf({ content, stored: stored?.delta, parts, scores }, wishes);
    if (stored?.envId !== undefined && stored.envId !== envId) {
        warnings.push(`Delta '${deltaId}' was made for environment '${stored.envId}'; the plan is for '${envId}'.`);
    }
    if (stored && deltaId !== undefined) {
        const isChanged = !(0,json/* jsonEqual */.Zm)(stored.delta, draft.delta);
        const changes = { deltaId, parts: draft.parts, expected: draft.delta };
        const written = isChanged ? await patchDelta(api, changes) : undefined;
        return { deltaId, plan: finalPlan(content, draft, written?.content), promotion, warnings };
    }
    const plan = planOf(content, draft.set);
    if (plan.empty)
        return { deltaId: undefined, plan, promotion, warnings };
    const { id, content: made } = await postDelta(api, { envId, name, delta: draft.delta });
    return { deltaId: id, plan: made ? finalPlan(content, draft, made) : plan, promotion, warnings };
};

// EXTERNAL MODULE: ./build/report/plan.js + 1 modules
var report_plan = __webpack_require__(5904);
// EXTERNAL MODULE: ./build/text/cut.js
var cut = __webpack_require__(5307);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/step.js
var actions_step = __webpack_require__(765);
// EXTERNAL MODULE: ./build/text/control.js
var control = __webpack_require__(3506);
// EXTERNAL MODULE: ./build/actions/read-image.js
var read_image = __webpack_require__(8951);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/runner/structured.js
var structured = __webpack_require__(6915);
;// CONCATENATED MODULE: ./build/actions/create-delta/score.js





const mapValues = async (object, map) => Object.fromEntries(await Promise.all(Object.entries(object).map(async ([key, value]) => [key, await map(value)])));
const mapAt = async (object, key, map) => (0,structured/* isObject */.G)(object) && Object.hasOwn(object, key) ? { ...object, [key]: await map(object[key] ?? null) } : object;
const mapItems = (map) => async (value) => {
    if (Array.isArray(value))
        return Promise.all(value.map(map));
    return (0,structured/* isObject */.G)(value) ? mapValues(value, map) : value;
};
const withSources = async (spec, read) => {
    const inline = async (file) => {
        if (!(0,structured/* isObject */.G)(file) || typeof file['source'] !== 'string')
            return file;
        const { source, ...rest } = file;
        return { ...rest, content: await read(source) };
    };
    const inContainer = (container) => mapAt(container, 'files', mapItems(inline));
    return (await mapAt(spec, 'containers', mapItems(inContainer)));
};
const readMappingFile = async (inputs, input, path) => {
    const refuse = (problem) => inputs.refuse(input, `has ${JSON.stringify(path)}, which ${problem}`);
    const value = await (0,structured/* parseStructured */.j)(await inputs.fileAt(input, path), refuse);
    if (!(0,structured/* isObject */.G)(value))
        return refuse('is not a mapping');
    return withSources(value, (source) => inputs.workspaceFile(input, (0,external_node_path_.isAbsolute)(source) ? source : (0,external_node_path_.join)((0,external_node_path_.dirname)(path), source)));
};
const readFile = async (inputs, path) => {
    const spec = await readMappingFile(inputs, 'score', path);
    const { metadata } = spec;
    const workload = (0,structured/* isObject */.G)(metadata) ? metadata['name'] : undefined;
    if (typeof workload === 'string' && workload !== '')
        return { path, workload, spec };
    return inputs.refuse('score', `has ${JSON.stringify(path)}, which does not say in metadata.name which workload it is`);
};
const readFiles = async (inputs) => {
    const files = await Promise.all((await inputs.list('score')).map((path) => readFile(inputs, path)));
    const paths = new Map();
    for (const { path, workload } of files) {
        const other = paths.get(workload);
        if (other !== undefined) {
            inputs.refuse('score', `has "${other}" and "${path}", which both describe workload '${workload}'`);
        }
        paths.set(workload, path);
    }
    return files;
};
const checkWorkloads = (inputs, input, names, files) => {
    const known = new Set(files.map(({ workload }) => workload));
    for (const name of names) {
        if (known.has(name))
            continue;
        inputs.refuse(input, `names workload ${JSON.stringify(name)}, which none of the Score files describes. They describe: ${[...known].join(', ')}`);
    }
};
const isOne = (text) => !/[\n=]|^\{|:\s/.test(text);
const readForEach = async (inputs, input, { files, read }) => {
    const text = inputs.text(input);
    if (text === undefined)
        return () => undefined;
    if (isOne(text)) {
        const value = await read(text);
        return () => value;
    }
    const pairs = await inputs.mapping(input);
    checkWorkloads(inputs, input, pairs.keys(), files);
    const values = new Map(await Promise.all([...pairs].map(async ([name, item]) => [name, await read(item)])));
    return (workload) => values.get(workload);
};
const readScoreImage = async (inputs, text) => {
    const image = (0,read_image/* readImage */.A)(text, 'Write one workload=image a line');
    if (image.ok)
        return (0,image_reference/* printImageReference */.Yk)(image.value);
    return inputs.refuse('score-image', `has the image ${JSON.stringify(text)}: it ${image.reason}`);
};
const readProperties = async (inputs, files) => {
    const input = 'score-property-overrides';
    const properties = await inputs.object(input);
    if (!properties)
        return () => undefined;
    const entries = Object.entries(properties);
    const isByWorkload = entries.every(([name, value]) => (0,structured/* isObject */.G)(value) && files.some(({ workload }) => workload === name));
    if (isByWorkload)
        return (workload) => properties[workload];
    if (files.length === 1)
        return () => properties;
    return inputs.refuse(input, `does not say for each part which of the ${files.length} workloads it is for. Write a mapping from workload to properties`);
};
const extras = ['score-image', 'score-extensions', 'score-overrides', 'score-property-overrides'];
const readScore = async (inputs) => {
    const files = await readFiles(inputs);
    if (files.length === 0) {
        const extra = extras.find((name) => inputs.text(name) !== undefined);
        if (extra === undefined)
            return [];
        throw new errors/* InputError */.dz(`Input '${extra}' says something about Score files, but the input 'score' names none.`);
    }
    const mappingFrom = (input) => ({
        files,
        read: (path) => readMappingFile(inputs, input, path),
    });
    const imageOf = await readForEach(inputs, 'score-image', {
        files,
        read: (text) => readScoreImage(inputs, text),
    });
    const extensionsOf = await readForEach(inputs, 'score-extensions', mappingFrom('score-extensions'));
    const overridesOf = await readForEach(inputs, 'score-overrides', mappingFrom('score-overrides'));
    const propertiesOf = await readProperties(inputs, files);
    return files.map(({ path, workload, spec }) => {
        const parts = {
            image: imageOf(workload),
            extensions: extensionsOf(workload),
            overrides: overridesOf(workload),
            property_overrides: propertiesOf(workload),
        };
        const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
        return { file: path, conversion: { spec, ...given } };
    });
};

;// CONCATENATED MODULE: ./build/actions/create-delta/inputs.js









const fiveMinutes = 5 * 60 * 1000;
const longestName = 200;
const isWorkload = (text) => /^[A-Za-z0-9][\w.-]*$/.test(text);
const readPairs = async (inputs) => {
    const text = inputs.text('images') ?? '';
    if (!text.startsWith('[') && !text.startsWith('- '))
        return [...(await inputs.mapping('images', 'workload=image'))];
    const lines = await inputs.list('images');
    return lines.map((line) => {
        const equals = line.indexOf('=');
        if (equals < 1)
            inputs.refuse('images', `has an item that is not workload=image: ${JSON.stringify(line)}`);
        return [line.slice(0, equals).trim(), line.slice(equals + 1).trim()];
    });
};
const readImages = async (inputs) => (await readPairs(inputs)).map(([target, reference]) => {
    const shown = JSON.stringify(`${target}=${reference}`);
    const [workload = '', container, ...rest] = target.split('/');
    if (rest.length > 0 || !isWorkload(workload) || (container !== undefined && !isWorkload(container))) {
        inputs.refuse('images', `has ${shown}. Write workload=image or workload/container=image`);
    }
    const image = (0,read_image/* readImage */.A)(reference, 'Write one workload=image a line');
    if (!image.ok)
        return inputs.refuse('images', `has the image ${JSON.stringify(reference)}: it ${image.reason}`);
    return { workload, container, image: image.value };
});
const readRemove = async (inputs) => {
    const ids = await inputs.list('remove');
    const wrong = ids.find((id) => !isWorkload(id));
    if (wrong !== undefined)
        inputs.refuse('remove', `has ${JSON.stringify(wrong)}, which is no id of a workload`);
    return ids;
};
const deltaKeys = new Set(['modules', 'shared', 'id', 'metadata']);
const moduleKeys = new Set(['add', 'remove', 'update', 'updates']);
const unknownKey = (body) => {
    if (!(0,json/* isObject */.Gv)(body))
        return undefined;
    const { modules } = body;
    const inner = (0,json/* isObject */.Gv)(modules) ? Object.keys(modules).find((key) => !moduleKeys.has(key)) : undefined;
    return Object.keys(body).find((key) => !deltaKeys.has(key)) ?? (inner === undefined ? undefined : `modules.${inner}`);
};
const inputs_toDelta = (inputs, input, body) => {
    const unknown = unknownKey(body);
    if (unknown !== undefined) {
        inputs.refuse(input, `has the key ${JSON.stringify(unknown)}. A delta has modules (add, remove, update) and shared`);
    }
    const read = (0,normalise/* normaliseDelta */.h)(body);
    return read.ok ? read.value : inputs.refuse(input, `is not a delta: ${(0,sets_problem/* describeProblem */.BJ)(read.problem)}`);
};
const readDeltas = async (inputs) => {
    const bodies = [
        ['delta-file', await inputs.jsonFile('delta-file')],
        ['delta', await inputs.json('delta')],
    ];
    return bodies.flatMap(([input, body]) => (body === undefined ? [] : [{ input, delta: inputs_toDelta(inputs, input, body) }]));
};
const readName = (inputs) => {
    const name = inputs.text('name');
    return name === undefined ? undefined : (0,cut/* cutCharacters */.lD)((0,control/* plainLine */.h0)(name), longestName) || undefined;
};
const readFromEnv = (inputs, envId) => {
    const fromEnvId = inputs.text('from-env');
    if (fromEnvId !== envId)
        return fromEnvId;
    return inputs.refuse('from-env', 'is the environment that the delta is for. Name another one to promote from');
};
const readInputs = async (inputs) => {
    const sources = ['images', 'score', 'from-env', 'delta', 'delta-file', 'remove', 'delta-id'];
    const connection = (0,actions_connection/* readConnection */.dC)(inputs, { timeoutMs: fiveMinutes });
    const envId = inputs.required('env');
    if (sources.every((name) => inputs.text(name) === undefined)) {
        throw new errors/* InputError */.dz(`Give at least one of the inputs ${sources.map((name) => `'${name}'`).join(', ')}: without any, there is nothing to change.`);
    }
    return {
        connection,
        wishes: {
            envId,
            name: readName(inputs),
            deltaId: inputs.text('delta-id'),
            fromEnvId: readFromEnv(inputs, envId),
            score: await readScore(inputs),
            deltas: await readDeltas(inputs),
            remove: await readRemove(inputs),
            images: await readImages(inputs),
        },
        failIfEmpty: inputs.boolean('fail-if-empty', false),
        summary: inputs.boolean('summary', true),
    };
};

;// CONCATENATED MODULE: ./build/actions/create-delta/main.js






const maxMarkdownBytes = 60_000;
const defaultName = ({ context }) => {
    const { repository = 'GitHub Actions', sha, runId } = context;
    return [`${repository}${sha ? `@${sha.slice(0, 7)}` : ''}`, ...(runId ? [`run ${runId}`] : [])].join(' ');
};
const tellPlan = (runner, { deltaId, plan }, { summary }) => {
    const report = { deltaId, plan, redact: runner.redact };
    runner.info((0,report_plan/* planText */.Pt)(report));
    const data = runner.redact(JSON.stringify((0,report_plan/* planData */.ar)(report)));
    const markdown = runner.redact((0,report_plan/* planMarkdown */.Xg)(report));
    const { text, truncated } = (0,cut/* cutMarkdown */.G$)(markdown, maxMarkdownBytes);
    runner.setOutput('delta-id', deltaId ?? '');
    runner.setOutput('empty', plan.empty);
    runner.setOutput('changes', plan.changes.length);
    runner.setCutOutput('plan', data);
    runner.setOutput('plan-markdown', text);
    runner.setOutput('plan-markdown-truncated', truncated);
    runner.setOutput('plan-file', runner.writeTempFile('plan.json', data));
    if (summary)
        runner.summary(markdown);
};
const warnOfUntagged = (runner, images) => {
    for (const { workload, image } of images) {
        if (image.tag !== undefined || image.digest !== undefined)
            continue;
        runner.warning(`Input 'images' gives '${workload}' the image ${image.name} with neither tag nor digest: what runs is whatever ` +
            'is `latest` when it is pulled, and a later one is no change.');
    }
};
const main = async (step) => {
    const { runner } = step;
    const { connection, wishes, failIfEmpty, summary } = await readInputs(runner.inputs);
    const api = (0,actions_connection/* connect */.Ng)(step, connection);
    const result = await createDelta(api, { ...wishes, name: wishes.name ?? defaultName(runner) });
    warnOfUntagged(runner, wishes.images);
    for (const warning of result.warnings)
        runner.warning(warning);
    const { promotion } = result;
    if (promotion) {
        const { env, deployment, set } = promotion;
        runner.info(`What runs in environment '${env}' is promoted: set ${set} of deployment ${deployment}.`);
    }
    tellPlan(runner, result, { summary });
    const { deltaId, plan } = result;
    if (plan.empty && failIfEmpty) {
        throw new actions_step/* FailedStep */.u(`Nothing would change in environment '${plan.env}', and \`fail-if-empty\` is true.`);
    }
    if (deltaId !== undefined && wishes.deltaId === undefined)
        runner.info(`Delta ${deltaId} is made.`);
    else if (deltaId !== undefined)
        runner.info(`Delta ${deltaId} holds all of it.`);
    else
        runner.info('No delta is made: what runs is what would be deployed.');
};


/***/ }),

/***/ 8951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readImage)
/* harmony export */ });
/* harmony import */ var _core_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3650);

const readImage = (text, several) => {
    const parsed = (0,_core_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(text);
    if (parsed.ok)
        return parsed;
    if (text.includes('$')) {
        return { ok: false, reason: 'has a `$` in it: `with:` fills in `${{ env.NAME }}`, and no `$NAME`' };
    }
    if (!/[\s,;]/.test(text))
        return parsed;
    return { ok: false, reason: `has blanks, commas or semicolons in it. ${several}` };
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

/***/ 3650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yk: () => (/* binding */ printImageReference),
/* harmony export */   _l: () => (/* binding */ isImageTag),
/* harmony export */   oG: () => (/* binding */ isImageDigest),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
const longestName = 255;
const pathPart = '[a-z0-9]+(?:(?:[.]|__?|-+)[a-z0-9]+)*';
const path = new RegExp(`^${pathPart}(?:/${pathPart})*$`);
const registry = /^(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:[.][A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;
const tag = /^\w[\w.-]{0,127}$/;
const digest = /^sha256:[0-9a-f]{64}$/;
const isImageTag = (text) => tag.test(text);
const isImageDigest = (text) => digest.test(text);
const isRegistry = (part) => /[.:[A-Z]/.test(part) || part === 'localhost';
const nameProblem = (name) => {
    if (name === '')
        return 'names no repository';
    if (name.length > longestName)
        return `has a repository of more than ${longestName} characters`;
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const host = isRegistry(first) ? first : undefined;
    if (host !== undefined && !registry.test(host))
        return 'has a registry that is not the name of a host, with or without a port';
    const rest = host === undefined ? name : name.slice(slash + 1);
    if (rest !== rest.toLowerCase())
        return 'has capital letters in its repository, which no registry takes';
    return path.test(rest) ? undefined : 'has a repository that is not one: write it like ghcr.io/acme/web';
};
const parseImageReference = (text) => {
    const no = (reason) => ({ ok: false, reason });
    if (/\s/.test(text))
        return no('has white space in it');
    if (text.includes('://'))
        return no('has a scheme: leave out what stands before the registry');
    const at = text.indexOf('@');
    const tagged = at < 0 ? text : text.slice(0, at);
    const digestPart = at < 0 ? undefined : text.slice(at + 1);
    const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    const name = colon < 0 ? tagged : tagged.slice(0, colon);
    const tagPart = colon < 0 ? undefined : tagged.slice(colon + 1);
    const problem = nameProblem(name);
    if (problem !== undefined)
        return no(problem);
    if (tagPart === '')
        return no('has an empty tag');
    if (tagPart !== undefined && !isImageTag(tagPart)) {
        return no("has a tag that is not one: at most 128 letters, digits, '_', '.' and '-', the first no '.' or '-'");
    }
    if (digestPart !== undefined && !isImageDigest(digestPart)) {
        return no('has a digest that is not sha256: and 64 hexadecimal digits in lower case');
    }
    return {
        ok: true,
        value: {
            name,
            ...(tagPart === undefined ? {} : { tag: tagPart }),
            ...(digestPart === undefined ? {} : { digest: digestPart }),
        },
    };
};
const printImageReference = ({ name, tag: version, digest: content }) => `${name}${version === undefined ? '' : `:${version}`}${content === undefined ? '' : `@${content}`}`;


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

/***/ 3823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack)
/* harmony export */ });
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4770);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3384);


const mostLooks = 3;
const extraMs = 5000;
const readBack = async (api, look) => {
    const deadline = Math.max(api.deadline, api.clock.now() + extraMs);
    const polls = (0,_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .createPolls */ .x)({ ...api, deadline });
    try {
        for (let left = mostLooks;; left -= 1) {
            const found = await look({ deadline }).catch((error) => {
                if (!(0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailedCall */ .W)(error))
                    throw error;
                return undefined;
            });
            if (found !== undefined || left === 1 || !(await polls.next()))
                return found;
        }
    }
    catch (error) {
        if (api.signal?.aborted)
            return undefined;
        throw error;
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


/***/ })

};
;
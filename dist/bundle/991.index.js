"use strict";
exports.id = 991;
exports.ids = [991];
exports.modules = {

/***/ 3991:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var build_client = __webpack_require__(5512);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/sets/json.js
var json = __webpack_require__(3415);
;// CONCATENATED MODULE: ./build/core/pipeline-criteria.js

const orAny = (value) => (value === '*' || value === '' ? undefined : value);
const toCriterion = ({ env_id, env_type, deployment_type }) => ({
    envId: orAny(env_id),
    envType: orAny(env_type),
    deploymentType: deployment_type === 'redeploy' ? 're-deploy' : deployment_type,
});
const criterionKey = ({ envId, envType, deploymentType }) => JSON.stringify([envId ?? '', envType ?? '', deploymentType ?? '']);
const describeCriterion = ({ envId, envType, deploymentType }) => {
    const parts = [
        ...(envId === undefined ? [] : [`environment '${envId}'`]),
        ...(envType === undefined ? [] : [`environment type '${envType}'`]),
        ...(deploymentType === undefined ? [] : [`only ${deploymentType}`]),
    ];
    return parts.length === 0 ? 'every environment' : parts.join(', ');
};
const listPath = '/orgs/{orgId}/apps/{appId}/pipeline-criteria';
const criteriaPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria';
const onePath = `${criteriaPath}/{criteriaId}`;
const listCriteria = async ({ client, orgId, appId }) => {
    const found = [];
    for await (const each of client.pages(listPath, { path: { orgId, appId } })) {
        found.push({ pipelineId: each.pipeline_id, id: each.id, criterion: toCriterion(each) });
    }
    return found;
};
const planCriteria = (wanted, present) => {
    const holders = new Map(present.map((each) => [criterionKey(each.criterion), each]));
    const wantedKeys = new Map([...wanted].map(([id, criteria]) => [id, new Set(criteria.map(criterionKey))]));
    const isSurplus = ({ pipelineId, criterion }) => wantedKeys.get(pipelineId)?.has(criterionKey(criterion)) === false;
    const add = [];
    const conflicts = [];
    const handedOver = new Set();
    for (const [pipelineId, criteria] of wanted) {
        for (const criterion of criteria) {
            const holder = holders.get(criterionKey(criterion));
            if (holder?.pipelineId === pipelineId)
                continue;
            if (!holder)
                add.push({ pipelineId, criterion });
            else if (isSurplus(holder)) {
                handedOver.add(holder.id);
                add.push({ pipelineId, criterion, from: holder });
            }
            else {
                const what = `Pipeline '${holder.pipelineId}' has the criteria for ${describeCriterion(criterion)}`;
                const message = `${what} already, so '${pipelineId}' cannot have them too. Take them from it first`;
                conflicts.push({ pipelineId, message });
            }
        }
    }
    return { add, conflicts, remove: present.filter((each) => isSurplus(each) && !handedOver.has(each.id)) };
};
const removeCriterion = async ({ client, orgId, appId }, { pipelineId, id }) => {
    const path = { orgId, appId, pipelineId, criteriaId: id };
    await client.delete(onePath, { path }).catch((error) => {
        if (!(0,build_client/* hasStatus */.Ro)(error, 404))
            throw error;
    });
};
const toRequest = ({ envId, envType, deploymentType }) => ({
    trigger: 'deployment_request',
    ...(envId === undefined ? {} : { env_id: envId }),
    ...(envType === undefined ? {} : { env_type: envType }),
    ...(deploymentType === undefined ? {} : { deployment_type: deploymentType }),
});
const addCriterion = async (api, { pipelineId, criterion, from }) => {
    const { client, orgId, appId } = api;
    const path = { orgId, appId, pipelineId };
    const send = () => client.post(criteriaPath, { path, body: toRequest(criterion) });
    if (from)
        await removeCriterion(api, from);
    let lost;
    try {
        await send().catch((error) => {
            if (api.signal?.aborted || !(0,build_client/* isUnknownEffect */.W)(error))
                throw error;
            lost = error;
            return send();
        });
    }
    catch (error) {
        if (!(0,build_client/* hasStatus */.Ro)(error, 409))
            throw lost ?? error;
        const present = await listCriteria(api).catch((cause) => {
            throw lost ?? cause;
        });
        const key = criterionKey(criterion);
        if (!present.some((each) => each.pipelineId === pipelineId && criterionKey(each.criterion) === key))
            throw error;
    }
};

;// CONCATENATED MODULE: ./build/core/pipeline-file.js
const maxCharacters = 500_000;
const wrong = (file, problems) => ({ kind: 'wrong', file, problems });
const atTop = (message) => ({ line: 1, column: 1, message });
const noId = 'The file has no `id`. Give it one, such as `id: release`: it tells which pipeline to update, and stays what it is called';
const readPipelineFile = async (file) => {
    const { text } = file;
    if (text.length > maxCharacters) {
        return wrong(file, [atTop(`The file has ${text.length} characters; at most ${maxCharacters} are read`)]);
    }
    const { isMap, isScalar, LineCounter, parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lineCounter = new LineCounter();
    const problemAt = (offset, message) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1), message };
    };
    try {
        const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
        if (document.errors.length > 0) {
            return wrong(file, document.errors.map(({ pos, message }) => problemAt(pos[0], `This is not YAML: ${message}`)));
        }
        if (!isMap(document.contents))
            return wrong(file, [atTop('A pipeline file is a mapping with `id`, `name`, `on` and `jobs`')]);
        const id = document.contents.get('id', true);
        if (!isScalar(id) || id.value === null || String(id.value) === '')
            return wrong(file, [atTop(noId)]);
        if (typeof id.value !== 'string') {
            return wrong(file, [problemAt(id.range?.[0] ?? 0, 'The `id` is not a text. Write it in quotes')]);
        }
        const on = document.contents.get('on', true);
        const triggers = isMap(on) ? on.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
        return { kind: 'named', pipeline: { ...file, id: id.value, triggers } };
    }
    catch (error) {
        if (error instanceof RangeError)
            return wrong(file, [atTop(`This cannot be read as YAML: ${error.message}`)]);
        throw error;
    }
};

// EXTERNAL MODULE: ./build/core/poll.js
var poll = __webpack_require__(4770);
;// CONCATENATED MODULE: ./build/core/stored-pipeline.js


const pipelinesPath = '/orgs/{orgId}/apps/{appId}/pipelines';
const pipelinePath = `${pipelinesPath}/{pipelineId}`;
const schemaPath = `${pipelinePath}/schema`;
const versionsPath = `${pipelinePath}/versions`;
const yamlType = 'application/x.humanitec-pipelines-v1.0+yaml';
const getPipeline = async ({ client, orgId, appId }, pipelineId) => {
    const path = { orgId, appId, pipelineId };
    try {
        const { body, etag = body.etag } = await client.get(pipelinePath, { path });
        const options = { path, query: { version: body.version }, headers: { Accept: yamlType } };
        const text = (await client.get(schemaPath, options)).body;
        return { version: body.version, etag, text: typeof text === 'string' ? text : JSON.stringify(text) };
    }
    catch (error) {
        if ((0,build_client/* hasStatus */.Ro)(error, 404))
            return undefined;
        throw error;
    }
};
const normalised = (text) => text.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n+$/, '');
const isSameText = (one, other) => normalised(one) === normalised(other);
const sendPipeline = async ({ client, orgId, appId }, { id: pipelineId, text }, { seen, dryRun }) => {
    const trial = dryRun ? { query: { dry_run: true }, changesNothing: true } : {};
    const content = { body: text, contentType: 'application/x-yaml', ...trial };
    const answer = seen
        ? await client.patch(pipelinePath, {
            ...content,
            path: { orgId, appId, pipelineId },
            headers: { 'If-Match': seen.etag },
        })
        : await client.post(pipelinesPath, { ...content, path: { orgId, appId } });
    return dryRun ? undefined : (0,build_client/* requireBody */.WW)(answer);
};
const describeAuthor = async ({ client, orgId, appId }, pipelineId) => {
    try {
        for await (const version of client.pages(versionsPath, { path: { orgId, appId, pipelineId } })) {
            return ` by '${version.created_by}' at ${version.created_at}`;
        }
    }
    catch {
    }
    return '';
};
const attempts = 4;
const writePipeline = async (api, pipeline, before) => {
    const { id, text } = pipeline;
    const polls = (0,poll/* createPolls */.x)(api);
    let seen = before;
    let lost;
    for (let left = attempts;; left -= 1) {
        try {
            const stored = await sendPipeline(api, pipeline, { seen, dryRun: false });
            return { kind: 'written', version: stored?.version ?? '' };
        }
        catch (error) {
            const isTaken = (0,build_client/* hasStatus */.Ro)(error, seen ? 412 : 409);
            if ((0,build_client/* isUnknownEffect */.W)(error))
                lost = error;
            else if (!isTaken)
                throw lost ?? error;
            if (api.signal?.aborted)
                throw error;
            const now = await getPipeline(api, id).catch((cause) => {
                throw lost ?? cause;
            });
            if (now && isSameText(now.text, text))
                return { kind: 'written', version: now.version };
            if (now?.text !== seen?.text) {
                const what = now ? `was changed${await describeAuthor(api, id)}` : 'was deleted';
                const own = lost ? 'may have been changed by this step before that' : 'was left as it is';
                return { kind: 'conflict', message: `Pipeline '${id}' ${what} after it was read, and ${own}` };
            }
            if (left <= 1 || !(await polls.next()))
                throw lost ?? error;
            seen = now;
        }
    }
};

;// CONCATENATED MODULE: ./build/core/check-pipelines.js





const trigger = 'deployment_request';
const takesCriteria = ({ triggers }) => triggers.includes(trigger);
const asPlace = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
const placeIn = (message) => {
    const [, line, column] = /\bline (\d{1,7})(?:,? col(?:umn)? (\d{1,7}))?/i.exec(message) ?? [];
    return { line: asPlace(Number(line)) ?? 1, column: asPlace(Number(column)) ?? 1 };
};
const problemsOf = ({ message, details }) => {
    const listed = (0,json/* isObject */.Gv)(details) ? details['problems'] : undefined;
    const problems = (Array.isArray(listed) ? listed : []).flatMap((each) => {
        if (!(0,json/* isObject */.Gv)(each))
            return [];
        const { line, column, message: text } = each;
        if (typeof text !== 'string')
            return [];
        return [{ line: asPlace(line) ?? 1, column: asPlace(column) ?? 1, message: text }];
    });
    return problems.length > 0 ? problems : [{ ...placeIn(message), message }];
};
const tryOut = async (api, pipeline, { stored, wanted }) => {
    try {
        await sendPipeline(api, pipeline, { seen: stored, dryRun: true });
        return [];
    }
    catch (error) {
        const isEmptied = wanted.get(pipeline.id)?.length === 0 && !takesCriteria(pipeline);
        if ((0,build_client/* hasStatus */.Ro)(error, 409) && stored && isEmptied)
            return [];
        if ((0,build_client/* hasStatus */.Ro)(error, 400, 403, 409, 412, 422))
            return problemsOf(error);
        throw error;
    }
};
const checkFile = async (api, file, { ids, wanted }) => {
    const read = await readPipelineFile(file);
    if (read.kind === 'wrong')
        return { file, pipeline: undefined, stored: undefined, change: 'none', problems: read.problems };
    const { pipeline } = read;
    const { id } = pipeline;
    const other = ids.get(id);
    if (other !== undefined) {
        const message = `The id '${id}' is that of ${other} already. Each file needs an id of its own`;
        return { file, pipeline, stored: undefined, change: 'none', problems: [{ line: 1, column: 1, message }] };
    }
    ids.set(id, file.path);
    const stored = await getPipeline(api, id);
    if (stored && isSameText(stored.text, file.text))
        return { file, pipeline, stored, change: 'none', problems: [] };
    const problems = await tryOut(api, pipeline, { stored, wanted });
    return { file, pipeline, stored, change: stored ? 'update' : 'create', problems };
};
const criteriaProblems = ({ pipeline }, wanted, { conflicts }) => {
    if (!pipeline)
        return [];
    const messages = conflicts.filter(({ pipelineId }) => pipelineId === pipeline.id).map(({ message }) => message);
    if (!takesCriteria(pipeline) && (wanted.get(pipeline.id)?.length ?? 0) > 0) {
        messages.push(`Criteria for '${pipeline.id}' need its trigger \`${trigger}\` under \`on\``);
    }
    return messages.map((message) => ({ line: 1, column: 1, message }));
};
const checkPipelines = async (api, files, wanted) => {
    const ids = new Map();
    const checked = [];
    for (const file of files)
        checked.push(await checkFile(api, file, { ids, wanted }));
    const criteria = wanted.size === 0 ? { add: [], remove: [], conflicts: [] } : planCriteria(wanted, await listCriteria(api));
    const withCriteria = ({ problems, ...each }) => {
        const more = criteriaProblems(each, wanted, criteria);
        return Object.assign(each, { problems: [...problems, ...more] });
    };
    return { criteria, files: checked.map(withCriteria) };
};

// EXTERNAL MODULE: ./build/core/trouble.js
var trouble = __webpack_require__(3384);
;// CONCATENATED MODULE: ./build/core/apply-pipelines.js






const toDraft = ({ file, pipeline, stored, change, problems }, { criteria }) => {
    const isOwn = ({ pipelineId }) => pipelineId === pipeline?.id;
    const given = criteria.add.flatMap(({ from }) => (from ? [from] : []));
    const added = criteria.add.filter(isOwn).map(({ criterion }) => criterion);
    const removed = [...criteria.remove, ...given].filter(isOwn).map(({ criterion }) => criterion);
    return {
        path: file.path,
        id: pipeline?.id ?? '',
        change,
        outcome: problems.length > 0 ? 'refused' : 'planned',
        before: stored?.text ?? '',
        after: file.text,
        version: stored?.version ?? '',
        message: '',
        problems,
        added,
        removed,
        changed: change !== 'none' || added.length + removed.length > 0,
    };
};
const isChanged = ({ change }) => change !== 'none';
const tasksOf = (api, { files, criteria }, drafts) => {
    const draftOf = (pipelineId) => drafts.find(({ id }) => id === pipelineId);
    const write = ({ pipeline, stored }) => {
        const draft = pipeline && draftOf(pipeline.id);
        if (!draft)
            return [];
        const run = async () => {
            const written = await writePipeline(api, pipeline, stored);
            if (written.kind === 'conflict')
                return written.message;
            draft.version = written.version;
            return undefined;
        };
        return [{ draft, what: `Pipeline '${pipeline.id}'`, run }];
    };
    const change = (pipelineId, act, fromId) => {
        const draft = draftOf(pipelineId);
        if (!draft)
            return [];
        const run = () => act().then(() => undefined);
        return [
            {
                draft,
                from: fromId === undefined ? undefined : draftOf(fromId),
                what: `The criteria of pipeline '${pipelineId}'`,
                run,
            },
        ];
    };
    const changed = files.filter(isChanged);
    return [
        ...changed.filter(({ pipeline }) => pipeline && takesCriteria(pipeline)).flatMap(write),
        ...criteria.add.flatMap((each) => change(each.pipelineId, () => addCriterion(api, each), each.from?.pipelineId)),
        ...criteria.remove.flatMap((each) => change(each.pipelineId, () => removeCriterion(api, each))),
        ...changed.filter(({ pipeline }) => pipeline && !takesCriteria(pipeline)).flatMap(write),
    ];
};
const attempt = async (api, { what, run }) => {
    try {
        const conflict = await run();
        return conflict === undefined ? undefined : { status: 'conflict', message: conflict };
    }
    catch (error) {
        if (api.signal?.aborted) {
            return { status: 'cancelled', message: `${what} may have been changed or not: the job was cancelled` };
        }
        if (!(0,trouble/* isFailedCall */.W)(error))
            throw error;
        const isUnknown = (0,build_client/* isUnknownEffect */.W)(error);
        const doubt = isUnknown ? ' may have been changed or not' : ' could not be changed';
        return { status: isUnknown ? 'unknown' : 'failed', message: `${what}${doubt}: ${error.message}` };
    }
};
const apply = async (api, checked, drafts) => {
    const tasks = tasksOf(api, checked, drafts);
    for (const draft of drafts)
        draft.changed = false;
    const isOpen = (draft) => tasks.some((task) => task.draft === draft || task.from === draft);
    for (let task = tasks.shift(); task; task = tasks.shift()) {
        const { draft } = task;
        const trouble = await attempt(api, task);
        if (trouble) {
            for (const each of drafts)
                each.outcome = isOpen(each) ? 'skipped' : 'applied';
            for (const each of [draft, task.from])
                if (each)
                    each.outcome = trouble.status;
            draft.message = trouble.message;
            return { status: trouble.status, pipelines: drafts };
        }
        draft.changed = true;
    }
    for (const draft of drafts)
        draft.outcome = 'applied';
    return { status: 'applied', pipelines: drafts };
};
const checkNames = ({ files }, criteria) => {
    if (files.some(({ pipeline }) => pipeline === undefined))
        return;
    const ids = files.map(({ pipeline }) => pipeline?.id ?? '');
    const unknown = [...criteria.keys()].find((id) => !ids.includes(id));
    if (unknown === undefined)
        return;
    throw new errors/* InputError */.dz(`Input 'criteria' names pipeline '${unknown}', which none of the files is about. They are about ${ids.join(', ')}.`);
};
const applyPipelines = async (api, { files, criteria, dryRun }) => {
    const checked = await checkPipelines(api, files, criteria);
    checkNames(checked, criteria);
    const drafts = checked.files.map((each) => toDraft(each, checked));
    if (drafts.some(({ outcome }) => outcome === 'refused')) {
        if (!dryRun)
            for (const draft of drafts)
                draft.changed = false;
        if (!dryRun)
            for (const draft of drafts)
                if (draft.outcome === 'planned')
                    draft.outcome = 'skipped';
        return { status: 'refused', pipelines: drafts };
    }
    return dryRun ? { status: 'planned', pipelines: drafts } : apply(api, checked, drafts);
};

// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
;// CONCATENATED MODULE: ./build/text/line-diff.js
const maxPairs = 4_000_000;
const linesOf = (text) => {
    if (text === '')
        return [];
    return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
};
const marked = (mark, lines) => lines.map((text) => [mark, text]);
const align = (before, after) => {
    if (before.length * after.length > maxPairs)
        return [...marked('-', before), ...marked('+', after)];
    const width = after.length + 1;
    const common = new Uint32Array((before.length + 1) * width);
    const at = (i, j) => common[i * width + j] ?? 0;
    for (let i = before.length - 1; i >= 0; i -= 1) {
        for (let j = after.length - 1; j >= 0; j -= 1) {
            common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const lines = [];
    let [i, j] = [0, 0];
    while (i < before.length && j < after.length) {
        if (before[i] === after[j]) {
            lines.push([' ', before[i] ?? '']);
            i += 1;
            j += 1;
        }
        else if (at(i + 1, j) >= at(i, j + 1)) {
            lines.push(['-', before[i] ?? '']);
            i += 1;
        }
        else {
            lines.push(['+', after[j] ?? '']);
            j += 1;
        }
    }
    return [...lines, ...marked('-', before.slice(i)), ...marked('+', after.slice(j))];
};
const compare = (before, after) => {
    const shortest = Math.min(before.length, after.length);
    let start = 0;
    while (start < shortest && before[start] === after[start])
        start += 1;
    let end = 0;
    while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end))
        end += 1;
    return [
        ...marked(' ', before.slice(0, start)),
        ...align(before.slice(start, before.length - end), after.slice(start, after.length - end)),
        ...marked(' ', before.slice(before.length - end)),
    ];
};
const range = (start, count) => `${count === 0 ? start - 1 : start}${count === 1 ? '' : `,${count}`}`;
const lineDiff = (before, after, { context = 3 } = {}) => {
    const lines = compare(linesOf(before), linesOf(after));
    const shown = new Set();
    for (const [index, [mark]] of lines.entries()) {
        if (mark === ' ')
            continue;
        for (let near = index - context; near <= index + context; near += 1)
            shown.add(near);
    }
    const hunks = [];
    let [oldLine, newLine] = [1, 1];
    let hunk;
    const close = () => {
        if (!hunk)
            return;
        const { oldStart, newStart, lines: own } = hunk;
        const [olds, news] = [own.filter(([mark]) => mark !== '+').length, own.filter(([mark]) => mark !== '-').length];
        hunks.push(`@@ -${range(oldStart, olds)} +${range(newStart, news)} @@`);
        for (const [mark, text] of own)
            hunks.push(mark + text);
        hunk = undefined;
    };
    for (const [index, line] of lines.entries()) {
        if (shown.has(index)) {
            hunk ??= { oldStart: oldLine, newStart: newLine, lines: [] };
            hunk.lines.push(line);
        }
        else
            close();
        if (line[0] !== '+')
            oldLine += 1;
        if (line[0] !== '-')
            newLine += 1;
    }
    close();
    return hunks.join('\n');
};

// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/report/pipelines.js




const statusWords = {
    applied: '✅ applied',
    planned: '📝 planned',
    refused: '❌ refused',
    conflict: '🚧 changed by somebody else',
    failed: '❌ failed',
    cancelled: '🚫 cancelled',
    unknown: '❓ not known',
    skipped: '⏭️ left as it was',
};
const changeWords = {
    create: 'new',
    update: 'changed',
    none: 'unchanged',
};
const mostDiffLines = 500;
const pipelineDiff = ({ before, after }) => {
    const lines = lineDiff(before, after).split('\n');
    if (lines.length <= mostDiffLines)
        return lines.join('\n');
    return [...lines.slice(0, mostDiffLines), `… and ${lines.length - mostDiffLines} more lines`].join('\n');
};
const criterionWords = ({ envId, envType, deploymentType }) => {
    const words = [
        ...(envId === undefined ? [] : [`environment ${(0,text_escape/* code */.aY)(envId)}`]),
        ...(envType === undefined ? [] : [`environment type ${(0,text_escape/* code */.aY)(envType)}`]),
        ...(deploymentType === undefined ? [] : [`only ${(0,text_escape/* code */.aY)(deploymentType)}`]),
    ];
    return words.length === 0 ? 'every environment' : words.join(', ');
};
const criteriaCell = ({ added, removed }) => [...added.map((each) => `➕ ${criterionWords(each)}`), ...removed.map((each) => `➖ ${criterionWords(each)}`)].join('<br>');
const outcomeCell = ({ outcome, message }) => message === '' ? statusWords[outcome] : `${statusWords[outcome]}: ${(0,markdown/* cell */.Hn)((0,sentence/* sentence */.e)(message))}`;
const problemRows = (pipelines) => pipelines.flatMap(({ path, problems }) => problems.map(({ line, column, message }) => [(0,text_escape/* code */.aY)(path), `${line}:${column}`, (0,markdown/* cell */.Hn)(message)]));
const diffs = (pipelines) => pipelines
    .filter(({ change }) => change !== 'none')
    .map((each) => (0,markdown/* folded */.TM)(`${(0,text_escape/* code */.aY)(each.id)}: ${changeWords[each.change]}`, (0,text_escape/* codeBlock */.DV)(pipelineDiff(each), 'diff')))
    .join('\n\n');
const counts = (pipelines) => ['create', 'update', 'none']
    .map((change) => [pipelines.filter((each) => each.change === change).length, changeWords[change]])
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
const pipelinesSummary = ({ status, pipelines }, { application }) => {
    const problems = problemRows(pipelines);
    const rows = pipelines.map((each) => [
        (0,text_escape/* code */.aY)(each.id),
        (0,text_escape/* code */.aY)(each.path),
        changeWords[each.change],
        criteriaCell(each),
        outcomeCell(each),
    ]);
    return (0,markdown/* blocks */.Bv)(`### Pipelines of ${(0,text_escape/* inline */.mG)(application)}: ${statusWords[status]}`, counts(pipelines), (0,markdown/* section */.uW)('What is wrong', problems.length === 0 ? '' : (0,markdown/* table */.tp)(['File', 'Line', 'Problem'], problems)), (0,markdown/* table */.tp)(['Pipeline', 'File', 'Text', 'Criteria', 'Outcome'], rows), (0,markdown/* section */.uW)('What changes', diffs(pipelines)));
};

// EXTERNAL MODULE: ./build/actions/connection.js
var connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/step.js
var actions_step = __webpack_require__(765);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/runner/structured.js
var structured = __webpack_require__(6915);
;// CONCATENATED MODULE: ./build/actions/apply-pipeline/criteria.js


const keys = ['env_id', 'env_type', 'deployment_type', 'trigger'];
const deploymentTypes = new Map([
    ['deploy', 'deploy'],
    ['redeploy', 're-deploy'],
    ['re-deploy', 're-deploy'],
]);
const readText = (value, key, refuse) => {
    if (value === undefined || value === null || value === '*')
        return undefined;
    return typeof value === 'string' && value !== '' ? value : refuse(`has a \`${key}\` that is not a text`);
};
const readCriterion = (item, refuse) => {
    if (!(0,structured/* isObject */.G)(item))
        return refuse('has an item that is not a mapping. Write `- env_type: production`');
    const unknown = Object.keys(item).find((key) => !keys.includes(key));
    if (unknown !== undefined)
        return refuse(`has the key ${JSON.stringify(unknown)}; there are ${keys.join(', ')}`);
    if ((item['trigger'] ?? 'deployment_request') !== 'deployment_request') {
        return refuse('has a `trigger` other than deployment_request, the only one that has criteria');
    }
    const type = readText(item['deployment_type'], 'deployment_type', refuse);
    const deploymentType = deploymentTypes.get(type);
    if (type !== undefined && deploymentType === undefined) {
        return refuse(`has the \`deployment_type\` ${JSON.stringify(type)}; there are deploy and re-deploy`);
    }
    const envId = readText(item['env_id'], 'env_id', refuse);
    return { envId, envType: readText(item['env_type'], 'env_type', refuse), deploymentType };
};
const readCriteria = async (inputs) => {
    const wanted = new Map();
    const holders = new Map();
    for (const [id, list] of Object.entries((await inputs.object('criteria')) ?? {})) {
        const refuse = (problem) => inputs.refuse('criteria', `at pipeline ${JSON.stringify(id)} ${problem}`);
        if (!Array.isArray(list))
            return refuse('has no list. Write `[]` for a pipeline that is to have none');
        const criteria = list.map((item) => readCriterion(item, refuse));
        for (const criterion of criteria) {
            const key = criterionKey(criterion);
            const holder = holders.get(key);
            if (holder !== undefined) {
                return refuse(`has the criteria for ${describeCriterion(criterion)}, which ${JSON.stringify(holder)} has already`);
            }
            holders.set(key, id);
        }
        wanted.set(id, criteria);
    }
    return wanted;
};

;// CONCATENATED MODULE: ./build/actions/apply-pipeline/inputs.js



const tenMinutes = 10 * 60 * 1000;
const mostFiles = 200;
const proposals = new Set(['pull_request', 'pull_request_target', 'merge_group']);
const readFiles = async ({ inputs, context: { workspace } }) => {
    inputs.required('files');
    const shownAs = (path) => (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, path)).split(external_node_path_.sep).join('/');
    const paths = new Map();
    for (const given of await inputs.list('files')) {
        for (const path of await inputs.filesAt('files', given, ['.yaml', '.yml']))
            paths.set(shownAs(path), path);
    }
    if (paths.size === 0)
        inputs.refuse('files', 'names no file');
    if (paths.size > mostFiles)
        inputs.refuse('files', `stands for ${paths.size} files; at most ${mostFiles} are applied`);
    const files = [];
    for (const [path, from] of paths)
        files.push({ path, text: await inputs.fileAt('files', from) });
    return files;
};
const readInputs = async (runner) => {
    const { inputs, context } = runner;
    return {
        connection: (0,connection/* readConnection */.dC)(inputs, { timeoutMs: tenMinutes }),
        dryRun: inputs.boolean('dry-run', proposals.has(context.eventName ?? '')),
        summary: inputs.boolean('summary', true),
        criteria: await readCriteria(inputs),
        files: await readFiles(runner),
    };
};

;// CONCATENATED MODULE: ./build/actions/apply-pipeline/main.js






const mostAnnotations = 9;
const annotate = (runner, pipelines) => {
    const problems = pipelines.flatMap(({ path, problems: own }) => own.map((problem) => ({ path, ...problem })));
    for (const { path: file, line, column, message } of problems.slice(0, mostAnnotations)) {
        runner.error((0,sentence/* sentence */.e)(message), { title: 'Pipeline file', file, line, column });
    }
    for (const { path, line, column, message } of problems.slice(mostAnnotations)) {
        runner.info(`${path}:${line}:${column}: ${(0,sentence/* sentence */.e)(message)}`);
    }
};
const verbs = {
    create: 'is new',
    update: 'changes',
    none: 'stays as it is',
};
const tell = (runner, each) => {
    const { id, path, change, added, removed } = each;
    if (id === '')
        return;
    const criteria = [
        ...(added.length > 0 ? [`${added.length} criteria to add`] : []),
        ...(removed.length > 0 ? [`${removed.length} to remove`] : []),
    ];
    const more = criteria.length === 0 ? '' : `; ${criteria.join(', ')}`;
    const line = `Pipeline '${id}' (${path}) ${verbs[change]}${more}`;
    if (change === 'none')
        return runner.info(line);
    runner.startGroup(line);
    runner.info(pipelineDiff(each));
    runner.endGroup();
};
const toItem = ({ id, path, change, outcome, version, message, problems, added, removed }) => ({
    id,
    file: path,
    change,
    outcome,
    version,
    message,
    problems,
    criteria: { added: added.length, removed: removed.length },
});
const failures = {
    refused: 'Nothing was changed, since not everything is in order; what is wrong is shown at its file',
    conflict: 'Not everything was applied. Run this again to see what differs now',
    failed: 'Not everything was applied',
    cancelled: 'The job was cancelled',
    unknown: 'Whether everything was applied is not known. Run this again: what is there already is left as it is',
};
const successOf = ({ status, pipelines }) => {
    const changed = pipelines.filter((each) => each.changed).length;
    if (changed === 0)
        return 'All pipelines are as the files say: there is nothing to change.';
    const what = `${changed} of ${pipelines.length} pipelines`;
    return status === 'planned' ? `${what} would change. This was a dry run.` : `${what} changed.`;
};
const finish = (runner, inputs, applied) => {
    const { status, pipelines } = applied;
    const { orgId, appId } = inputs.connection;
    runner.setOutput('status', status);
    runner.setOutput('changed', pipelines.some(({ changed }) => changed));
    runner.setCutOutput('result', pipelines.map(toItem));
    for (const each of pipelines)
        tell(runner, each);
    annotate(runner, pipelines);
    if (inputs.summary)
        runner.summary(pipelinesSummary(applied, { application: `${orgId}/${appId}` }));
    if (status === 'applied' || status === 'planned')
        return runner.info(successOf(applied));
    const messages = pipelines.map(({ message }) => message).filter((message) => message !== '');
    throw new actions_step/* FailedStep */.u([...messages, failures[status]].map(sentence/* sentence */.e).join(' '));
};
const main = async (step) => {
    const { runner } = step;
    const inputs = await readInputs(runner);
    try {
        const applied = await applyPipelines((0,connection/* connect */.Ng)(step, inputs.connection), inputs);
        finish(runner, inputs, applied);
    }
    catch (error) {
        if (error instanceof actions_step/* FailedStep */.u)
            throw error;
        runner.setOutput('status', runner.signal.aborted ? 'cancelled' : 'failed');
        throw error;
    }
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


/***/ })

};
;
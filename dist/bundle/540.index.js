"use strict";
exports.id = 540;
exports.ids = [540];
exports.modules = {

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

/***/ 4540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/core/register-artefact.js
var register_artefact = __webpack_require__(9553);
// EXTERNAL MODULE: ./build/first-of.js
var first_of = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/policy/source.js
var source = __webpack_require__(1969);
// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/report/register.js


const marks = { created: '✅', found: '☑️', valid: '✅', failed: '❌', unknown: '❓' };
const ends = {
    created: 'registered',
    found: 'registered already',
    valid: 'would be registered',
    failed: 'failed',
    unknown: 'not known',
};
const endOf = (registration) => {
    const { kind } = registration;
    if ('message' in registration)
        return `${marks[kind]} ${ends[kind]}: ${(0,markdown/* cell */.Hn)(registration.message)}`;
    const isArchived = 'version' in registration && registration.version.archived;
    return `${marks[kind]} ${ends[kind]}${isArchived ? ', but archived' : ''}`;
};
const hexLength = 'sha256:'.length + 12;
const rowOf = (registration) => {
    const { name, version = '', digest = '' } = registration.image;
    const id = 'version' in registration ? registration.version.id : '';
    const shortDigest = digest === '' ? '' : `${digest.slice(0, hexLength)}…`;
    return [(0,text_escape/* code */.aY)(name), (0,text_escape/* code */.aY)(version), (0,text_escape/* code */.aY)(shortDigest), endOf(registration), (0,text_escape/* code */.aY)(id)];
};
const counts = (registrations) => Object.keys(ends)
    .map((kind) => [registrations.filter((each) => each.kind === kind).length, ends[kind]])
    .filter(([count]) => count > 0)
    .map(([count, end]) => `${count} ${end}`)
    .join(', ');
const registrationSummary = (registrations, { ref, commit, dryRun }) => {
    const built = [
        ...(ref === undefined ? [] : [`ref ${(0,text_escape/* code */.aY)(ref)}`]),
        ...(commit === undefined ? [] : [`commit ${(0,text_escape/* code */.aY)(commit)}`]),
    ];
    return (0,markdown/* blocks */.Bv)(`### Artefacts${dryRun ? ' (dry run)' : ''}: ${counts(registrations)}`, built.length === 0 ? '' : `Built from ${built.join(', ')}`, (0,markdown/* table */.tp)(['Image', 'Version', 'Digest', 'Result', 'Artefact version'], registrations.map(rowOf)));
};

// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/step.js
var step = __webpack_require__(765);
// EXTERNAL MODULE: ./build/contract/identifiers.js
var identifiers = __webpack_require__(2002);
// EXTERNAL MODULE: ./build/core/image-reference.js
var image_reference = __webpack_require__(3650);
;// CONCATENATED MODULE: ./build/core/build-metadata.js

const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const readBuild = (fields, place) => {
    const names = fields['image.name'] ?? '';
    const digest = fields['containerimage.digest'];
    if (typeof names !== 'string')
        return { reason: `has an image.name${place} that is not a text` };
    if (digest !== undefined && (typeof digest !== 'string' || !(0,image_reference/* isImageDigest */.oG)(digest))) {
        return { reason: `has a containerimage.digest${place} that is not sha256: and 64 hexadecimal digits` };
    }
    const content = digest === undefined ? {} : { digest };
    const texts = names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
    if (texts.length === 0)
        return digest === undefined ? [] : [{ name: undefined, ...content }];
    const images = [];
    for (const text of texts) {
        const parsed = (0,image_reference/* parseImageReference */.o_)(text);
        if (!parsed.ok)
            return { reason: `has the image.name ${JSON.stringify(text)}${place}: it ${parsed.reason}` };
        images.push({ ...parsed.value, ...content });
    }
    return images;
};
const isTarget = (key) => !key.includes('.');
const noImage = 'tells of no image. Give the `metadata` of a build that had `tags` and pushed (`push: true`), or name what to register';
const readBuildMetadata = (metadata) => {
    if (!isFields(metadata))
        return { ok: false, reason: 'is not an object as docker buildx writes it' };
    const targets = Object.entries(metadata).filter(([key, value]) => isTarget(key) && isFields(value));
    const builds = targets.length > 0 ? targets : [[undefined, metadata]];
    const images = [];
    const targetsWithoutImage = [];
    for (const [target, fields] of builds) {
        const found = readBuild(fields, target === undefined ? '' : ` (of target '${target}')`);
        if ('reason' in found)
            return { ok: false, reason: found.reason };
        if (found.length === 0 && target !== undefined)
            targetsWithoutImage.push(target);
        for (const image of found)
            images.push(image);
    }
    return images.length === 0 ? { ok: false, reason: noImage } : { ok: true, images, targetsWithoutImage };
};

// EXTERNAL MODULE: ./build/runner/lists.js
var lists = __webpack_require__(1399);
// EXTERNAL MODULE: ./build/text/cut.js
var cut = __webpack_require__(5307);
// EXTERNAL MODULE: ./build/actions/read-image.js
var read_image = __webpack_require__(8951);
;// CONCATENATED MODULE: ./build/actions/register-artefact/images.js






const sources = ['image', 'images', 'metadata', 'metadata-file'];
const quoted = (text) => JSON.stringify((0,cut/* cutCharacters */.lD)(text, 100));
const readOne = (inputs) => {
    const parsed = (0,read_image/* readImage */.A)(inputs.required('image'), 'Several images go into the input `images`');
    return parsed.ok ? parsed.value : inputs.refuse('image', parsed.reason);
};
const listTexts = async (inputs) => {
    const text = inputs.text('images') ?? '';
    if (!/^(?:\[|- )/.test(text) && (0,lists/* isStructuredMapping */.qK)(text))
        return [...(await inputs.mapping('images', 'workload=image')).values()];
    return (await inputs.list('images')).map((item) => item.replace(/^[\w./-]+\s*=\s*/, ''));
};
const readList = async (inputs) => {
    const texts = await listTexts(inputs);
    if (texts.length === 0)
        return inputs.refuse('images', 'lists no image');
    return texts.map((text) => {
        const parsed = (0,read_image/* readImage */.A)(text, 'Write one image a line');
        return parsed.ok ? parsed.value : inputs.refuse('images', `lists ${quoted(text)}: it ${parsed.reason}`);
    });
};
const readSource = async (inputs, source) => {
    switch (source) {
        case 'image':
            return { images: [readOne(inputs)], targetsWithoutImage: [] };
        case 'images':
            return { images: await readList(inputs), targetsWithoutImage: [] };
        case 'name':
            return { images: [{ name: undefined }], targetsWithoutImage: [] };
        case 'metadata':
        case 'metadata-file': {
            const value = source === 'metadata' ? await inputs.json(source) : await inputs.jsonFile(source);
            const metadata = readBuildMetadata(value);
            return metadata.ok ? metadata : inputs.refuse(source, metadata.reason);
        }
    }
};
const readName = (inputs) => {
    const text = inputs.text('name');
    if (text === undefined)
        return undefined;
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    if (!parsed.ok)
        return inputs.refuse('name', parsed.reason);
    const { name, tag, digest } = parsed.value;
    if (tag !== undefined || digest !== undefined) {
        return inputs.refuse('name', 'has a tag or a digest. Give the repository alone, with `version` and `digest`');
    }
    return name;
};
const readVersion = (inputs) => {
    const text = inputs.text('version');
    if (text === undefined || (0,image_reference/* isImageTag */._l)(text))
        return text;
    const rule = "at most 128 letters, digits, '_', '.' and '-', the first no '.' or '-'";
    return inputs.refuse('version', `is not the tag of an image: ${rule}`);
};
const readDigest = (inputs) => {
    const text = inputs.text('digest');
    if (text === undefined || (0,image_reference/* isImageDigest */.oG)(text))
        return text;
    return inputs.refuse('digest', 'is not sha256: and 64 hexadecimal digits in lower case');
};
const checkOneRepository = (inputs, images) => {
    const names = [...new Set(images.map(({ name }) => name ?? 'one without a name'))];
    if (names.length < 2)
        return;
    for (const input of ['name', 'digest']) {
        if (inputs.text(input) === undefined)
            continue;
        inputs.refuse(input, `cannot be said of several images: ${(0,cut/* cutCharacters */.lD)(names.join(', '), 200)}. Leave it out`);
    }
};
const completer = (inputs, source) => {
    const given = { name: readName(inputs), version: readVersion(inputs), digest: readDigest(inputs) };
    return (image) => {
        const name = given.name ?? image.name;
        const version = given.version ?? image.tag;
        const digest = given.digest ?? image.digest;
        if (name === undefined) {
            return inputs.refuse(source, 'tells of an image that was given no name. Build with `tags`, or give `name` too');
        }
        if (image.digest !== undefined && digest !== image.digest) {
            return inputs.refuse('digest', `contradicts \`${source}\`, where ${quoted(name)} has the digest ${image.digest}`);
        }
        if (version === undefined && digest === undefined) {
            const how = `${source === 'name' ? '' : 'add its tag or digest, or '}give \`version\` or \`digest\``;
            return inputs.refuse(source, `does not say which version of ${quoted(name)} to register: ${how}`);
        }
        return { name, ...(version === undefined ? {} : { version }), ...(digest === undefined ? {} : { digest }) };
    };
};
const distinct = (inputs, source, images) => {
    const known = new Map();
    for (const image of images) {
        const { name, version, digest } = image;
        const key = version === undefined ? (0,register_artefact/* artefactReference */.QR)(image) : `${name}:${version}`;
        const other = known.get(key);
        if (other?.digest !== undefined && digest !== undefined && other.digest !== digest) {
            inputs.refuse(source, `has ${quoted(key)} twice, with the digests ${other.digest} and ${digest}`);
        }
        if (other === undefined || other.digest === undefined)
            known.set(key, image);
    }
    return [...known.values()];
};
const readImages = async (inputs) => {
    const source = inputs.atMostOne(...sources) ?? inputs.exactlyOne(...sources, 'name');
    const { images, targetsWithoutImage } = await readSource(inputs, source);
    checkOneRepository(inputs, images);
    const completed = images.map(completer(inputs, source));
    return { images: distinct(inputs, source, completed), targetsWithoutImage };
};

;// CONCATENATED MODULE: ./build/actions/register-artefact/inputs.js



const ruleChoices = ['fail', 'ignore'];
const tenMinutes = 10 * 60 * 1000;
const readRef = (inputs, vcs) => {
    const ref = inputs.text('ref');
    if (ref !== undefined && vcs === 'git' && !/^refs\/./.test(ref)) {
        const instead = 'Write refs/heads/main for a branch and refs/tags/v1 for a tag; any text goes with another `vcs`';
        return inputs.refuse('ref', `does not begin with refs/. ${instead}`);
    }
    return ref;
};
const readCommit = (inputs) => {
    const commit = inputs.text('commit');
    if (commit === undefined || (0,identifiers/* isCommit */.WM)(commit))
        return commit;
    return inputs.refuse('commit', 'is not a commit: write 5 to 40 hexadecimal digits in lower case');
};
const readRuleCheck = (inputs) => {
    const envId = inputs.text('for-env');
    const onRule = inputs.choice('on-rule', ruleChoices);
    if (envId !== undefined)
        return { appId: inputs.required('app'), envId, onRule: onRule ?? 'fail' };
    if (onRule === undefined)
        return undefined;
    return inputs.refuse('on-rule', 'goes with `for-env`, the environment whose rules are looked at');
};
const readInputs = async (inputs, built) => {
    const vcs = inputs.text('vcs') ?? 'git';
    return {
        connection: (0,actions_connection/* readOrganizationConnection */.Ol)(inputs, { timeoutMs: tenMinutes }),
        ...(await readImages(inputs)),
        ruleCheck: readRuleCheck(inputs),
        ref: readRef(inputs, vcs) ?? built.ref,
        commit: readCommit(inputs) ?? built.commit,
        vcs,
        dryRun: inputs.boolean('dry-run', false),
        concurrency: inputs.integer('concurrency', { default: 4, min: 1, max: 32 }),
        summary: inputs.boolean('summary', true),
    };
};

;// CONCATENATED MODULE: ./build/actions/register-artefact/main.js








const mostAnnotations = 9;
const isFailure = (registration) => registration.kind === 'failed' || registration.kind === 'unknown';
const describeFailure = ({ image, message }) => `${(0,register_artefact/* artefactReference */.QR)(image)}: ${(0,sentence/* sentence */.e)(message)}`;
const versionOf = (registration) => registration !== undefined && 'version' in registration ? registration.version : undefined;
const tell = (runner, registration) => {
    const { image, kind } = registration;
    const reference = (0,register_artefact/* artefactReference */.QR)(image);
    switch (kind) {
        case 'created':
            return runner.info(`${reference}: registered as ${registration.version.id}`);
        case 'found': {
            const { id, ref, archived } = registration.version;
            if (archived)
                runner.warning(`${reference} is registered already, but archived. It stays so.`);
            return runner.info(`${reference}: registered already as ${id}${ref ? `, from ${ref}` : ''}`);
        }
        case 'valid':
            return runner.info(`${reference}: would be registered`);
        case 'failed':
        case 'unknown':
            return;
    }
};
const toItem = (registration) => {
    const { image, kind } = registration;
    const version = versionOf(registration);
    return {
        reference: (0,register_artefact/* artefactReference */.QR)(image),
        name: image.name,
        version: image.version ?? '',
        digest: image.digest ?? '',
        'artefact-id': version?.artefact_id ?? '',
        'artefact-version-id': version?.id ?? '',
        created: kind === 'created',
        ...(version?.archived ? { archived: true } : {}),
        ...(isFailure(registration) ? { error: registration.message } : {}),
    };
};
const setOutputs = (runner, registrations) => {
    const items = registrations.map(toItem);
    const [first] = items;
    runner.setOutput('artefact-version-id', first?.['artefact-version-id'] ?? '');
    runner.setOutput('artefact-id', first?.['artefact-id'] ?? '');
    runner.setOutput('reference', first?.reference ?? '');
    runner.setOutput('created', first?.created ?? false);
    runner.setCutOutput('result', items);
    runner.setOutput('result-file', runner.writeTempFile('registered-artefacts.json', JSON.stringify(items)));
};
const finish = (runner, registrations) => {
    const failures = registrations.filter(isFailure);
    const [only] = failures;
    if (only === undefined)
        return;
    if (registrations.length === 1)
        throw new step/* FailedStep */.u(describeFailure(only));
    for (const failure of failures.slice(0, mostAnnotations)) {
        runner.error(describeFailure(failure), { title: 'Artefact not registered' });
    }
    for (const failure of failures.slice(mostAnnotations))
        runner.info(describeFailure(failure));
    const references = failures.map(({ image }) => (0,register_artefact/* artefactReference */.QR)(image));
    const count = `${failures.length} of ${registrations.length}`;
    throw new step/* FailedStep */.u(`${count} images were not registered: ${(0,first_of/* firstOf */.K)(references, mostAnnotations)}.`);
};
const main = async (step) => {
    const { runner } = step;
    const { connection, images, targetsWithoutImage, ruleCheck, summary, ...options } = await readInputs(runner.inputs, (0,source/* sourceOf */.v)(runner.context, runner.readEvent()));
    if (targetsWithoutImage.length > 0) {
        runner.info(`No image came from ${targetsWithoutImage.join(', ')}: nothing to register for it.`);
    }
    const api = (0,actions_connection/* connectOrganization */.EY)(step, connection);
    if (ruleCheck) {
        const { checkRules } = await __webpack_require__.e(/* import() */ 612).then(__webpack_require__.bind(__webpack_require__, 7612));
        await checkRules(runner, { ...api, appId: ruleCheck.appId }, ruleCheck, { images, ...options });
    }
    const registrations = await (0,register_artefact/* registerArtefacts */.rU)(api, images, {
        ...options,
        onEnd: (registration) => tell(runner, registration),
    });
    setOutputs(runner, registrations);
    if (summary)
        runner.summary(registrationSummary(registrations, options));
    finish(runner, registrations);
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

/***/ 9553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ findVersion),
/* harmony export */   QR: () => (/* binding */ artefactReference),
/* harmony export */   rU: () => (/* binding */ registerArtefacts)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5512);
/* harmony import */ var _concurrently_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3425);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3650);
/* harmony import */ var _read_back_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3823);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3384);





const artefactReference = ({ name, version, digest }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .printImageReference */ .Yk)({
    name,
    ...(version === undefined ? {} : { tag: version }),
    ...(digest === undefined ? {} : { digest }),
});
const path = '/orgs/{orgId}/artefact-versions';
const isVersionOf = ({ name, version, digest, commit }, image, built) => {
    if (name !== image.name || (image.version !== undefined && version !== image.version))
        return false;
    if (image.digest !== undefined)
        return digest === image.digest;
    return built.commit === undefined || commit === built.commit;
};
const findVersion = async ({ client, orgId }, image, built, limits = {}) => {
    const query = { reference: artefactReference(image), archived: true };
    let archived;
    for await (const version of client.pages(path, { path: { orgId }, query, ...limits })) {
        if (version.type !== 'container' || !isVersionOf(version, image, built))
            continue;
        if (!version.archived)
            return version;
        archived ??= version;
    }
    return archived;
};
const toRequest = (image, { ref, commit }) => ({
    type: 'container',
    ...image,
    ...(ref === undefined ? {} : { ref }),
    ...(commit === undefined ? {} : { commit }),
});
const validate = async ({ client, orgId }, image, options) => {
    const query = { vcs: options.vcs, dry_run: true };
    await client.post(path, { path: { orgId }, query, body: toRequest(image, options), changesNothing: true });
    return { kind: 'valid', image };
};
const create = async (api, image, options) => {
    const { client, orgId, signal } = api;
    try {
        const query = { vcs: options.vcs };
        const answer = await client.post(path, { path: { orgId }, query, body: toRequest(image, options) });
        return { kind: 'created', image, version: (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .requireBody */ .WW)(answer) };
    }
    catch (error) {
        if (!signal?.aborted && !((0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .isFailedCall */ .W)(error) && (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknownEffect */ .W)(error)))
            throw error;
        const version = await (0,_read_back_js__WEBPACK_IMPORTED_MODULE_2__/* .readBack */ .e)(api, (limits) => findVersion(api, image, options, limits));
        if (version)
            return { kind: 'created', image, version };
        const why = signal?.aborted ? 'The job was cancelled' : error.message;
        const message = `${why}. Whether it was registered is not known: look for '${artefactReference(image)}' among the artefact ` +
            `versions of organization '${orgId}', or run the step again, which registers only what is missing`;
        return { kind: 'unknown', image, message };
    }
};
const registerOne = async (api, image, options) => {
    const version = await findVersion(api, image, options);
    if (version)
        return { kind: 'found', image, version };
    return options.dryRun ? validate(api, image, options) : create(api, image, options);
};
const registerArtefacts = (api, images, options) => {
    let refusal;
    const tryOne = async (image) => {
        if (refusal !== undefined)
            return { kind: 'failed', image, message: `It was not tried: ${refusal}` };
        try {
            return await registerOne(api, image, options);
        }
        catch (error) {
            const message = 'The job was cancelled before it was registered';
            if (api.signal?.aborted)
                return { kind: 'failed', image, message };
            if (!(0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .isFailedCall */ .W)(error))
                throw error;
            if ((0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasStatus */ .Ro)(error, 401))
                refusal = error.message;
            return { kind: 'failed', image, message: error.message };
        }
    };
    return (0,_concurrently_js__WEBPACK_IMPORTED_MODULE_4__/* .concurrently */ .r)(images, options.concurrency, async (image) => {
        const registration = await tryOne(image);
        options.onEnd(registration);
        return registration;
    });
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


/***/ })

};
;
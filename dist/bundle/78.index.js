"use strict";
exports.id = 78;
exports.ids = [78];
exports.modules = {

/***/ 5456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/client/index.js + 4 modules
var build_client = __webpack_require__(5512);
;// CONCATENATED MODULE: ./build/contract/secrets.js
const secretFields = new Set('password passwd token access_token refresh_token secret client_secret secret_access_key aws_secret_access_key private_key api_key'.split(' '));
const secretBranches = new Set(['auth', 'credentials', 'creds', 'secret_ref', 'secret_refs', 'secrets']);
const shortest = 4;
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSecretValue = (fields) => fields['is_secret'] === true || 'ref' in fields;
const isName = (fields) => 'namespace' in fields && 'secret' in fields;
const isSchema = (key, value) => /schema$/i.test(key) || (isFields(value) && '$schema' in value);
const secretsIn = (value) => {
    const found = new Set();
    const visit = (key, node, isSecret) => {
        if (isSchema(key, node))
            return;
        if (typeof node === 'string') {
            if (isSecret && node.length >= shortest)
                found.add(node);
        }
        else if (Array.isArray(node)) {
            for (const item of node)
                visit('', item, isSecret);
        }
        else if (isFields(node))
            visitFields(node, isSecret);
    };
    const visitFields = (fields, isSecret) => {
        if (isName(fields))
            return;
        if ('ref' in fields)
            return visit('value', fields['value'], true);
        for (const [name, field] of Object.entries(fields)) {
            const key = name.toLowerCase();
            const isKnown = secretBranches.has(key) || (secretFields.has(key) && typeof field === 'string');
            visit(key, field, isSecret || isKnown || (key === 'value' && isSecretValue(fields)));
        }
    };
    visit('', value, false);
    return [...found];
};

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
;// CONCATENATED MODULE: ./build/core/call-operation.js


const requirePages = ({ operation: { operationId, method, parameters } }) => {
    const isPaged = method === 'get' && parameters.some(({ name, in: place }) => place === 'query' && name === 'page');
    if (!isPaged)
        throw new errors/* InputError */.dz(`${operationId} has no pages: its answer is whole. Leave 'paginate' away.`);
};
const callOperation = async ({ client }, { operation, options }) => {
    for await (const answer of client.send(operation.method.toUpperCase(), operation.path, options)) {
        const isText = typeof answer.body === 'string' && !/json/i.test(answer.headers['content-type'] ?? '');
        return { ...answer, isText };
    }
    throw new Error('a call has at least one answer');
};
const callPages = async ({ client }, { operation, options }, { maxPages }) => {
    const pages = [];
    for await (const answer of client.send(operation.method.toUpperCase(), operation.path, options)) {
        if (pages.length === maxPages) {
            const advice = "Ask for less with input 'query', or raise 'max-pages'";
            throw new errors/* InputError */.dz(`${operation.operationId} has more than ${maxPages} pages. ${advice}.`);
        }
        pages.push(answer);
    }
    const [{ method, path, status } = { method: '', path: '', status: 0 }] = pages;
    return { method, path, status, body: pages.flatMap(build_client/* itemsOf */.S3), isText: false };
};

// EXTERNAL MODULE: ./build/client/url.js
var url = __webpack_require__(5217);
// EXTERNAL MODULE: ./build/contract/closest.js
var closest = __webpack_require__(3217);
// EXTERNAL MODULE: ./build/contract/validation/operations.js
var operations = __webpack_require__(7264);
// EXTERNAL MODULE: ./build/contract/validation/validator.js
var validation_validator = __webpack_require__(2238);
;// CONCATENATED MODULE: ./build/core/prepare-call.js





const json = 'application/json';
const bodyFormOf = ({ operationId, body }) => {
    if (!body)
        return 'none';
    const at = body.schemas.get(json);
    if (at !== undefined)
        return (0,operations/* hasType */.df)((0,operations/* schemaAt */.lv)(at), 'string') ? 'json-string' : 'json';
    const [type = ''] = body.schemas.keys();
    if (type === 'multipart/form-data')
        throw new errors/* InputError */.dz(`${operationId} takes a file upload, which is not for this action.`);
    return 'text';
};
const prepare_call_valueOf = ({ operationId }, checked) => {
    if ('problem' in checked)
        throw new errors/* InputError */.dz(`${operationId}: ${checked.problem.replace(/\.$/, '')}.`);
    return checked.value;
};
const isScalar = (value) => ['string', 'number', 'boolean'].includes(typeof value);
const misfit = ({ style, schema }, value) => {
    const isContainer = typeof value === 'object' && value !== null && Object.values(value).every(isScalar);
    if (style === 'deepObject')
        return isContainer && !Array.isArray(value) ? undefined : 'a mapping of texts';
    if (isScalar(value))
        return undefined;
    if (!(0,operations/* hasType */.df)(schema, 'array'))
        return 'one text, number or boolean';
    return isContainer && Array.isArray(value) ? undefined : 'a list of texts';
};
const checkQuery = (operation, query) => {
    const { operationId } = operation;
    const known = operation.parameters.filter((each) => each.in === 'query');
    const names = known.map(({ name }) => name);
    for (const [name, value] of Object.entries(query)) {
        const parameter = known.find((each) => each.name === name);
        if (!parameter) {
            const choices = names.length === 0 ? 'It has none' : `It has ${names.join(', ')}`;
            throw new errors/* InputError */.dz(`Input 'query' has '${name}', which is no query parameter of ${operationId}${(0,closest/* didYouMean */.a)(name, names)}. ${choices}.`);
        }
        const wanted = misfit(parameter, value);
        if (wanted !== undefined)
            throw new errors/* InputError */.dz(`Input 'query': '${name}' of ${operationId} has to be ${wanted}.`);
    }
    return query;
};
const formsOf = ({ responses }) => [...responses].flatMap(([status, types]) => (status.startsWith('2') ? Array.from(types.keys()) : []));
const checkHeaders = (operation, headers) => {
    const { operationId } = operation;
    const declared = operation.parameters.filter((each) => each.in === 'header');
    const forms = formsOf(operation);
    const known = new Set([...declared.map(({ name }) => name), ...(forms.length > 1 ? ['Accept'] : [])]);
    const checked = {};
    for (const [name, value] of headers) {
        const choice = [...known].find((each) => each.toLowerCase() === name.toLowerCase());
        if (choice === undefined) {
            const choices = known.size === 0 ? 'It has none' : `It has ${[...known].join(', ')}`;
            throw new errors/* InputError */.dz(`Input 'headers' has '${name}', which is no header of ${operationId}. ${choices}.`);
        }
        if (!/^[\x20-\x7e]+$/.test(value)) {
            throw new errors/* InputError */.dz(`Input 'headers': '${choice}' holds what no header can, such as line breaks. Write it in one line of ASCII.`);
        }
        if (choice === 'Accept' && !forms.includes(value)) {
            const wanted = forms.join(' or ');
            throw new errors/* InputError */.dz(`Input 'headers': ${operationId} does not answer with '${value}'. Write Accept: ${wanted}.`);
        }
        const parameter = declared.find((each) => each.name === choice);
        if (parameter)
            prepare_call_valueOf(operation, (0,validation_validator/* contractValidator */.D)().header(parameter, value));
        checked[choice.toLowerCase()] = value;
    }
    return checked;
};
const checkBody = (operation, body) => {
    const { operationId } = operation;
    const form = bodyFormOf(operation);
    if (body === undefined) {
        if (operation.body?.required)
            throw new errors/* InputError */.dz(`${operationId} needs a body. Give it in input 'body' or 'body-file'.`);
        return {};
    }
    if (form === 'none')
        throw new errors/* InputError */.dz(`${operationId} takes no body.`);
    if (form === 'text') {
        const [contentType = ''] = operation.body?.schemas.keys() ?? [];
        return { body, contentType };
    }
    const validator = (0,validation_validator/* contractValidator */.D)();
    prepare_call_valueOf(operation, validator.body(operation, json, JSON.stringify(body)));
    const unknown = validator.unknownField(operation, body);
    if (unknown !== undefined)
        throw new errors/* InputError */.dz(`${operationId}: ${unknown}.`);
    return { body };
};
const prepareCall = ({ operation, path, query, headers, body }, random) => {
    const checkedQuery = checkQuery(operation, query);
    prepare_call_valueOf(operation, (0,validation_validator/* contractValidator */.D)().parameters(operation, { ...path }, new URLSearchParams((0,url/* toQuery */.Qz)(checkedQuery))));
    const { 'idempotency-key': givenKey, ...otherHeaders } = checkHeaders(operation, headers);
    const takesKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
    return {
        operation,
        options: {
            path,
            query: checkedQuery,
            headers: otherHeaders,
            ...checkBody(operation, body),
            ...(takesKey ? { idempotencyKey: givenKey ?? random.uuid() } : {}),
        },
    };
};

// EXTERNAL MODULE: ./build/text/escape.js
var text_escape = __webpack_require__(6628);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/report/operation.js


const operationSummary = (operationId, { method, path, status, body }) => {
    const count = Array.isArray(body) ? `, ${body.length === 1 ? '1 item' : `${body.length} items`}` : '';
    return (0,markdown/* blocks */.Bv)(`### ${operationId}`, `${status < 300 ? '✅' : '❌'} ${(0,text_escape/* code */.aY)(`${method} ${path}`)}: ${status}${count}`);
};

// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(2679);
// EXTERNAL MODULE: ./build/actions/step.js
var step = __webpack_require__(765);
// EXTERNAL MODULE: ./build/contract/validation/path-tree.js
var path_tree = __webpack_require__(4886);
;// CONCATENATED MODULE: ./build/core/find-operation.js




const list = (names) => (names.length === 0 ? 'none' : names.join(', '));
const inputs = new Map([
    ['orgId', 'org'],
    ['appId', 'app'],
    ['envId', 'env'],
]);
const find_operation_valueOf = (name, { given, known }, what) => {
    const value = given.get(name) ?? known.get(name);
    if (value !== undefined)
        return value;
    const input = inputs.get(name);
    const other = input === undefined ? '' : `, or as input '${input}'`;
    throw new errors/* InputError */.dz(`${what} needs the path parameter '${name}'. Give it in input 'parameters'${other}.`);
};
const refuseUnknown = ({ given }, names, what) => {
    for (const name of given.keys()) {
        if (names.includes(name))
            continue;
        throw new errors/* InputError */.dz(`Input 'parameters' has '${name}', which is no path parameter of ${what}${(0,closest/* didYouMean */.a)(name, names)}. It has: ${list(names)}.`);
    }
};
const findById = (operationId, values) => {
    const all = (0,operations/* contractOperations */.zZ)().flatMap(([, operations]) => Array.from(operations.values()));
    const operation = all.find((each) => each.operationId === operationId);
    if (!operation) {
        const ids = all.map((each) => each.operationId);
        const guess = (0,closest/* didYouMean */.a)(operationId, ids);
        const alike = ids.filter((id) => id.toLowerCase().includes(operationId.toLowerCase())).slice(0, 10);
        const hint = guess === '' && alike.length > 0 ? `. There are ${list(alike)}` : guess;
        throw new errors/* InputError */.dz(`Input 'operation' is "${operationId}", which is no operation of the API${hint}.`);
    }
    const names = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    refuseUnknown(values, names, operationId);
    return { operation, path: Object.fromEntries(names.map((name) => [name, find_operation_valueOf(name, values, operationId)])) };
};
const placeholder = /^\{([^{}]+)\}$/;
const segmentsOf = (path, values) => {
    const refuse = (problem) => {
        throw new errors/* InputError */.dz(`Input 'path' is "${path}", which ${problem}.`);
    };
    if (!path.startsWith('/'))
        refuse('does not begin with /. Write it without the address of the API');
    if (/[?#]/.test(path))
        refuse("has a query. Give it in input 'query'");
    const segments = path.split('/').slice(1);
    const names = segments.flatMap((segment) => placeholder.exec(segment)?.[1] ?? []);
    refuseUnknown(values, names, path);
    return segments.map((segment) => {
        const name = placeholder.exec(segment)?.[1];
        if (name !== undefined)
            return find_operation_valueOf(name, values, path);
        try {
            return decodeURIComponent(segment);
        }
        catch {
            return refuse('is not percent-encoded correctly');
        }
    });
};
const pathsLike = (segments) => (0,operations/* contractOperations */.zZ)()
    .map(([path]) => path)
    .filter((path) => {
    const parts = path.split('/').slice(1);
    if (parts.length !== segments.length)
        return false;
    return parts.filter((part, index) => part !== segments[index] && !placeholder.test(part)).length <= 1;
});
const findByPath = (method, path, values) => {
    const segments = segmentsOf(path, values);
    const match = (0,path_tree/* createPathTree */.C)((0,operations/* contractOperations */.zZ)())(segments);
    if (!match) {
        const alike = pathsLike(segments).slice(0, 3);
        const hint = alike.length > 0 ? ` (did you mean ${alike.join(' or ')}?)` : '';
        throw new errors/* InputError */.dz(`Input 'path' is "${path}", which is no path of the API${hint}.`);
    }
    const operation = match.found.get(method.toLowerCase());
    if (operation)
        return { operation, path: match.parameters };
    const methods = [...match.found.keys()].map((each) => each.toUpperCase());
    throw new errors/* InputError */.dz(`Input 'method' is "${method}", which ${path} does not take. It takes ${list(methods)}.`);
};
const findOperation = (target, values) => 'operationId' in target ? findById(target.operationId, values) : findByPath(target.method, target.path, values);

;// CONCATENATED MODULE: ./build/actions/api/inputs.js



const minute = 60 * 1000;
const readTarget = (inputs) => {
    const method = inputs.choice('method', ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
    if (inputs.exactlyOne('operation', 'path') === 'path')
        return { method: method ?? 'GET', path: inputs.required('path') };
    if (method !== undefined)
        inputs.refuse('method', "does not go with 'operation', which has a method of its own");
    return { operationId: inputs.required('operation') };
};
const readKnown = (inputs) => {
    const values = { orgId: inputs.text('org'), appId: inputs.text('app'), envId: inputs.text('env') };
    return new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
};
const readString = (text) => {
    if (text?.startsWith('"') !== true)
        return text;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
};
const readBody = async (inputs, { operation }) => {
    const given = inputs.atMostOne('body', 'body-file');
    if (given === undefined)
        return undefined;
    const form = bodyFormOf(operation);
    if (form === 'json')
        return given === 'body' ? inputs.json('body') : inputs.jsonFile('body-file');
    const text = given === 'body' ? inputs.text('body') : await inputs.file('body-file');
    return form === 'json-string' ? readString(text?.trim()) : text;
};
const readInputs = async (inputs) => {
    const server = (0,actions_connection/* readServerConnection */.U2)(inputs, { timeoutMs: 5 * minute });
    const known = readKnown(inputs);
    const found = findOperation(readTarget(inputs), { given: await inputs.mapping('parameters'), known });
    const maxPages = inputs.integer('max-pages', { default: 100, min: 1, max: 1000 });
    return {
        connection: { ...server, orgId: known.get('orgId') ?? '' },
        request: {
            ...found,
            query: (await inputs.object('query')) ?? {},
            headers: await inputs.mapping('headers'),
            body: await readBody(inputs, found),
        },
        maxPages: inputs.boolean('paginate', false) ? maxPages : undefined,
        failOnError: inputs.boolean('fail-on-error', true),
        summary: inputs.boolean('summary', true),
    };
};

;// CONCATENATED MODULE: ./build/actions/api/main.js










const maskSecrets = (runner, value) => {
    for (const secret of secretsIn(value))
        runner.mask(secret);
};
const parsed = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
};
const toAnswer = ({ method, path, status, body }) => {
    const value = body === '' ? undefined : parsed(body);
    return { method, path, status, body: value, isText: typeof value === 'string' && value === body };
};
const isGoneUnheard = (error) => error instanceof errors/* ApiError */.hD && error.method === 'DELETE' && error.status === 404 && error.afterUnanswered;
const withDoubt = ({ runner }, { operation }, error) => {
    const { aborted } = runner.signal;
    const isInDoubt = aborted || (0,build_client/* isUnknownEffect */.W)(error) || isGoneUnheard(error);
    if (!(error instanceof Error) || operation.method === 'get' || !isInDoubt)
        return error;
    const why = (0,sentence/* sentence */.e)(aborted ? 'the job was cancelled before there was an answer' : error.message);
    const text = `Whether ${operation.operationId} took effect is not known: ${why}`;
    return new step/* FailedStep */.u(`${text} Look before running this again.`, { cause: error });
};
const send = async (step, call, { connection, maxPages }) => {
    const api = (0,actions_connection/* connectOrganization */.EY)(step, connection);
    try {
        const answer = await (maxPages === undefined ? callOperation(api, call) : callPages(api, call, { maxPages }));
        return { answer };
    }
    catch (error) {
        if (error instanceof errors/* ApiError */.hD)
            return { answer: toAnswer(error), refusal: withDoubt(step, call, error) };
        throw withDoubt(step, call, error);
    }
};
const toText = ({ body, isText }) => {
    if (body === undefined)
        return '';
    return isText && typeof body === 'string' ? body : JSON.stringify(body);
};
const setOutputs = (runner, answer) => {
    const { status, etag, isText } = answer;
    const text = toText(answer);
    const file = text === '' ? '' : runner.writeTempFile(isText ? 'response.txt' : 'response.json', text);
    runner.setOutput('status', status);
    runner.setCutOutput('response', text);
    runner.setOutput('response-file', file);
    runner.setOutput('etag', etag ?? '');
};
const main = async (step) => {
    const { runner, random } = step;
    const inputs = await readInputs(runner.inputs);
    maskSecrets(runner, inputs.request.body);
    const call = prepareCall(inputs.request, random);
    if (inputs.maxPages !== undefined)
        requirePages(call);
    const { answer, refusal } = await send(step, call, inputs);
    maskSecrets(runner, answer.body);
    setOutputs(runner, answer);
    const { operationId } = call.operation;
    if (inputs.summary)
        runner.summary(operationSummary(operationId, answer));
    if (refusal && inputs.failOnError)
        throw refusal;
    runner.info(refusal?.message ?? `${operationId}: ${answer.method} ${answer.path} was answered ${answer.status}.`);
};


/***/ }),

/***/ 3217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
const MAX_LENGTH = 40;
const distance = (from, to) => {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = previous[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, previous[column] + 1, current[column - 1] + 1));
        }
        previous = current;
    }
    return previous[to.length];
};
const plain = (text) => text.toLowerCase().replaceAll(/[-_]/g, '');
const isAbbreviation = (word, choice) => {
    if (word.length < 5 || choice.length > 3 * word.length || word[0] !== choice[0])
        return false;
    let found = 0;
    for (const letter of choice)
        if (letter === word[found])
            found += 1;
    return found === word.length;
};
const closest = (word, choices) => {
    if (word.length > MAX_LENGTH)
        return undefined;
    let short;
    let best;
    for (const choice of choices) {
        if (choice.length > MAX_LENGTH)
            continue;
        const changes = distance(plain(word), plain(choice));
        const isShorter = short === undefined || choice.length < short.length;
        if (isShorter && isAbbreviation(plain(word), plain(choice)))
            short = choice;
        if (changes <= Math.floor(choice.length / 3) && (best === undefined || changes < best.changes))
            best = { choice, changes };
    }
    return best && best.changes <= 1 ? best.choice : (short ?? best?.choice);
};
const didYouMean = (word, choices) => {
    const choice = closest(word, choices);
    return choice === undefined ? '' : ` (did you mean '${choice}'?)`;
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

/***/ 1862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ excerpt),
/* harmony export */   V: () => (/* binding */ roundedNumber)
/* harmony export */ });
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4288);

const excerpt = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const roundedNumber = (text) => {
    const found = (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .findRounded */ .b)(text);
    if (!found)
        return undefined;
    const { key, source } = found;
    const what = key === undefined ? 'body has' : `'${excerpt(key)}' is`;
    return `${what} the number ${excerpt(source)}, which is too large to be kept exactly: give it as text.`;
};


/***/ }),

/***/ 5151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
const once = (make) => {
    let made;
    return () => (made ??= make());
};


/***/ })

};
;
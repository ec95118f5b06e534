"use strict";
exports.id = 653;
exports.ids = [653];
exports.modules = {

/***/ 4653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  requests: () => (/* binding */ requests)
});

// EXTERNAL MODULE: ./build/contract/validation.json
var validation = __webpack_require__(9889);
;// CONCATENATED MODULE: ./build/contract/validation/document.js

const mapped = (record, change) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
const described = (responses) => mapped(responses, (response) => ('$ref' in response ? response : { description: '', ...response }));
const contractDocument = (server) => ({
    ...validation,
    info: { title: 'Humanitec Platform Orchestrator', ...validation.info },
    servers: [{ url: server }],
    paths: mapped(validation.paths, (item) => mapped(item, (part) => ('responses' in part ? { ...part, responses: described(part.responses) } : part))),
    components: { ...validation.components, responses: described(validation.components.responses) },
});

// EXTERNAL MODULE: ./build/contract/validation/operations.js
var operations = __webpack_require__(7264);
// EXTERNAL MODULE: ./build/contract/validation/path-tree.js
var path_tree = __webpack_require__(4886);
// EXTERNAL MODULE: ./build/contract/validation/validator.js
var validator = __webpack_require__(2238);
// EXTERNAL MODULE: ./build/orchestrator/data-file.js
var data_file = __webpack_require__(3325);
// EXTERNAL MODULE: ./build/orchestrator/errors.js
var errors = __webpack_require__(2613);
;// CONCATENATED MODULE: ./build/orchestrator/validate.js


const validate_valueOf = (checked, refuse) => {
    if ('problem' in checked)
        throw refuse(checked.problem);
    return checked.value;
};
const checkParameters = (operation, path, search) => validate_valueOf((0,validator/* contractValidator */.D)().parameters(operation, path, search), errors/* badRequest */.li);
const checkBody = (operation, contentType, bytes) => {
    if (operation.body && (0,validator/* mediaTypeOf */.c)(operation.body.schemas, contentType) === 'multipart/form-data')
        return bytes;
    const refuse = operation.responses.has('422') ? errors/* unprocessable */.Pq : errors/* badRequest */.li;
    try {
        return validate_valueOf((0,validator/* contractValidator */.D)().body(operation, contentType, bytes.toString('utf8')), refuse);
    }
    catch (error) {
        if (error instanceof RangeError)
            throw refuse('The body is nested too deep.');
        throw error;
    }
};

;// CONCATENATED MODULE: ./build/orchestrator/app.js







const endpointTree = (routes) => {
    const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
    const entries = (0,operations/* contractOperations */.zZ)().map(([path, operations]) => {
        const endpoints = [...operations].map(([method, operation]) => {
            const key = `${method} ${path}`;
            const route = byKey.get(key);
            byKey.delete(key);
            return [method, { operation, route }];
        });
        return [path, new Map(endpoints)];
    });
    if (byKey.size > 0)
        throw new Error(`routes that the contract does not have: ${[...byKey.keys()].join(', ')}`);
    return (0,path_tree/* createPathTree */.C)(entries);
};
const decodeSegments = (pathname) => {
    try {
        return pathname.split('/').slice(1).map(decodeURIComponent);
    }
    catch {
        throw new errors/* HttpError */.j$(400, 'The path is not percent-encoded correctly.');
    }
};
const toResponse = (status, body, headers = {}) => body === undefined
    ? { status, headers, body: '' }
    : { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
const toErrorResponse = (error, operation) => {
    const status = String(error.status);
    const schema = operation?.responses.get(status)?.get('application/json');
    const isBodiless = operation?.responses.has(status) === true && schema === undefined;
    const isCodeless = schema?.startsWith('#/components/responses/ErrorInfo/') === true;
    const body = isCodeless ? { error: error.message } : (0,errors/* errorBody */.t4)(error);
    return toResponse(error.status, isBodiless ? undefined : body, error.headers);
};
const isForDocument = (method, { pathname }) => method === 'GET' && pathname === '/openapi.json';
const isChange = (method, status, query) => method !== 'GET' && status < 300 && query['dry_run'] !== true;
const bytesOf = (body = '') => (typeof body === 'string' ? Buffer.from(body) : Buffer.from(body));
const requireContract = (operation, { status, body, text, headers }) => {
    const contentType = headers?.['content-type'] ?? 'application/json';
    const answer = { contentType, body: text !== undefined && contentType.endsWith('json') ? JSON.parse(text) : body };
    const problem = (0,validator/* contractValidator */.D)().responseProblem(operation, status, answer);
    if (problem)
        throw new Error(`${operation.operationId} broke the contract: ${problem}`);
};
const createApp = ({ store, scheduler, auth, routes, locate, audit, strict, onBug }) => {
    const find = endpointTree(routes);
    const endpointOf = (method, url) => {
        const match = find(decodeSegments(url.pathname));
        if (!match)
            throw (0,errors/* notFound */.mX)('Path', url.pathname, 'this API');
        const found = match.found.get(method.toLowerCase());
        if (found)
            return { found, parameters: match.parameters };
        const allowed = [...match.found.keys()].map((name) => name.toUpperCase()).join(', ');
        throw new errors/* HttpError */.j$(405, `${url.pathname} takes ${allowed}, not ${method}.`, { headers: { allow: allowed } });
    };
    const answer = ({ found: { operation, route }, parameters }, request, url) => {
        const caller = auth.authenticate(request.headers);
        if (!route)
            throw new errors/* HttpError */.j$(501, `This orchestrator does not implement ${operation.operationId} yet.`);
        auth.authorize(caller, route.access, parameters['orgId'], parameters['appId']);
        locate(parameters);
        const checked = checkParameters(operation, parameters, url.searchParams);
        const body = checkBody(operation, request.headers['content-type'] ?? '', bytesOf(request.body));
        const call = { ...checked, headers: request.headers, body, caller, url: request.url };
        const result = store.transaction(() => {
            const result = route.answer(call);
            if (isChange(request.method, result.status, checked.query)) {
                audit({ caller, parameters, method: request.method, path: url.pathname, status: result.status });
            }
            return result;
        });
        if (strict)
            requireContract(operation, result);
        if (result.text !== undefined)
            return { status: result.status, headers: result.headers ?? {}, body: result.text };
        return toResponse(result.status, result.body, result.headers);
    };
    const refuse = (error, operation) => {
        const response = toErrorResponse(error, operation);
        const { status, body } = response;
        if (!strict || !operation)
            return response;
        const answer = { contentType: 'application/json', body: body === '' ? undefined : JSON.parse(body) };
        const problem = (0,validator/* contractValidator */.D)().responseProblem(operation, status, answer);
        if (problem)
            onBug(new Error(`${operation.operationId} broke the contract with ${status}: ${problem}`));
        return response;
    };
    const runDue = () => {
        try {
            scheduler.runDue();
        }
        catch (error) {
            if (!(error instanceof data_file/* StorageError */.aq))
                throw error;
        }
    };
    return (request) => {
        let match;
        try {
            runDue();
            const url = new URL(request.url);
            if (isForDocument(request.method, url))
                return toResponse(200, contractDocument(url.origin));
            match = endpointOf(request.method, url);
            return answer(match, request, url);
        }
        catch (error) {
            if (error instanceof errors/* HttpError */.j$)
                return refuse(error, match?.found.operation);
            if (error instanceof data_file/* StorageError */.aq)
                return toResponse(507, (0,errors/* errorBody */.t4)(new errors/* HttpError */.j$(507, error.message)));
            onBug(error);
            return toResponse(500, (0,errors/* errorBody */.t4)(new errors/* HttpError */.j$(500, 'The orchestrator failed on this request; its log says why.')));
        }
    };
};

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(2463);
// EXTERNAL MODULE: ./node_modules/ajv/dist/refs/json-schema-draft-07.json
var json_schema_draft_07 = __webpack_require__(2079);
// EXTERNAL MODULE: ./node_modules/ajv-formats/dist/index.js
var dist = __webpack_require__(2815);
var dist_default = /*#__PURE__*/__webpack_require__.n(dist);
// EXTERNAL MODULE: ./build/orchestrator/depth.js
var depth = __webpack_require__(9681);
;// CONCATENATED MODULE: ./build/orchestrator/json-schema.js





const addFormats = (dist_default())["default"];
const compileDraft7 = () => addFormats(new ajv.Ajv({ meta: false, strict: false })).compile(json_schema_draft_07);
const createJsonSchemaCheck = () => {
    const compiled = {};
    return (name, schema) => {
        (0,depth/* checkDepth */.k)(name, schema);
        const check = (compiled.check ??= compileDraft7());
        if (check(schema))
            return;
        const [problem] = check.errors ?? [];
        throw (0,errors/* badRequest */.li)(`${name}${problem?.instancePath ?? ''} ${problem?.message ?? 'is wrong'}: it must be a JSON Schema.`);
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/requests.js


const requests = { createApp: createApp, checkJsonSchema: createJsonSchemaCheck() };


/***/ })

};
;
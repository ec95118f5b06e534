"use strict";
exports.id = 807;
exports.ids = [807];
exports.modules = {

/***/ 2679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ connectOrganization),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   Ol: () => (/* binding */ readOrganizationConnection),
/* harmony export */   U2: () => (/* binding */ readServerConnection),
/* harmony export */   dC: () => (/* binding */ readConnection),
/* harmony export */   fN: () => (/* binding */ connectForLastWords),
/* harmony export */   j5: () => (/* binding */ lastQuestionMs),
/* harmony export */   px: () => (/* binding */ lastAnswerMs)
/* harmony export */ });
/* harmony import */ var _client_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5512);
/* harmony import */ var _text_retry_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8280);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8743);



const defaultApiUrl = 'https://api.humanitec.io';
const longestTimeoutMs = 5 * 24 * 60 * 60 * 1000;
const readServerConnection = (inputs, { timeoutMs }) => ({
    token: inputs.token('token'),
    apiUrl: inputs.apiUrl('api-url', defaultApiUrl),
    timeoutMs: inputs.duration('timeout', { default: timeoutMs, min: 1000, max: longestTimeoutMs }),
});
const readOrganizationConnection = (inputs, defaults) => ({ ...readServerConnection(inputs, defaults), orgId: inputs.required('org') });
const readConnection = (inputs, defaults) => ({
    ...readOrganizationConnection(inputs, defaults),
    appId: inputs.required('app'),
});
const lastLookMs = 5000;
const connectOrganization = ({ runner, clock, random, transport }, { apiUrl, token, orgId, timeoutMs }) => {
    const deadline = clock.now() + timeoutMs;
    const options = {
        baseUrl: apiUrl,
        token,
        transport,
        clock,
        random,
        deadline,
        signal: runner.signal,
        userAgent: `humanitec-actions/${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r}`,
        onRetry: (retry) => runner.info((0,_text_retry_line_js__WEBPACK_IMPORTED_MODULE_1__/* .retryLine */ .R)(retry)),
    };
    const client = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .UU)(options);
    const lastLook = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .UU)({ ...options, deadline: deadline + lastLookMs, retry: { maxAttempts: 1 } });
    return { client, clock, random, orgId, deadline, signal: runner.signal, lastLook };
};
const connect = (step, connection) => ({
    ...connectOrganization(step, connection),
    appId: connection.appId,
});
const lastWordsMs = 5000;
const lastRequestMs = 2500;
const lastQuestionMs = 1000;
const lastAnswerMs = lastWordsMs - lastQuestionMs;
const connectForLastWords = (step, { apiUrl, token, orgId, appId }, forMs = lastWordsMs) => {
    const { clock, random, transport } = step;
    const deadline = clock.now() + forMs;
    const client = (0,_client_index_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .UU)({
        baseUrl: apiUrl,
        token,
        transport,
        clock,
        random,
        deadline,
        requestTimeoutMs: lastRequestMs,
        userAgent: `humanitec-actions/${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r}`,
    });
    return { client, clock, random, orgId, appId, deadline };
};


/***/ }),

/***/ 5512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UU: () => (/* binding */ createClient),
  Ro: () => (/* reexport */ hasStatus),
  W: () => (/* reexport */ isUnknownEffect),
  S3: () => (/* reexport */ itemsOf),
  WW: () => (/* binding */ requireBody)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/first-of.js
var first_of = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/client/errors.js


const LONGEST_MESSAGE = 500;
const LONGEST_UNPARSED = 4_000;
const STATUS_TEXT = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    408: 'Request Timeout',
    409: 'Conflict',
    410: 'Gone',
    412: 'Precondition Failed',
    413: 'Content Too Large',
    415: 'Unsupported Media Type',
    422: 'Unprocessable Content',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    501: 'Not Implemented',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
};
const oneLine = (text, limit = LONGEST_MESSAGE) => {
    const line = text
        .slice(0, limit * 10)
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/ {2,}/g, ' ')
        .trim();
    if (line.length <= limit)
        return line;
    return `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};
const isPage = (text) => /^\s*<(?:!|html|head|body|\?xml)/i.test(text);
const pageText = (html) => {
    const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.trim();
    if (title)
        return title;
    return html.replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
};
const withoutToken = (body, token) => token.length >= 8 ? body.replaceAll(token, '***') : body;
const excerpt = (body) => {
    const text = body.slice(0, LONGEST_UNPARSED);
    return oneLine(isPage(text) ? pageText(text) : text, 200);
};
const parseJson = (body) => JSON.parse(body.replace(/^\ufeff/, ''));
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value) => {
    if (value === undefined || value === null || value === '')
        return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
};
const explainRecord = (body) => {
    const { error, message, details } = body;
    if (isRecord(error) && message === undefined)
        return { message: asText(error['message'] ?? error), details: error };
    const word = typeof error === 'string' || typeof error === 'number' ? String(error) : undefined;
    const isCode = word !== undefined && /^[A-Z]{2,}-\d+$/.test(word);
    const text = asText(message) ?? (isCode ? undefined : asText(error));
    return { message: text, code: message === undefined && !isCode ? undefined : word, details };
};
const explainList = (items) => {
    const texts = items.map((item) => {
        if (!isRecord(item))
            return asText(item) ?? 'null';
        return Object.entries(item)
            .map(([name, value]) => `${name}=${asText(value) ?? ''}`)
            .join(' ');
    });
    return { message: (0,first_of/* firstOf */.K)(texts, 5, '; ') || undefined, details: items };
};
const explain = (body) => {
    if (body.trim() === '')
        return {};
    try {
        const value = parseJson(body);
        if (isRecord(value))
            return explainRecord(value);
        if (Array.isArray(value))
            return explainList(value);
        return { message: asText(value) };
    }
    catch {
        return { message: excerpt(body) || undefined };
    }
};
const ROLES = [
    [/\/(?:approve|deny)$/, "the role 'developer' on the application and 'deployer' on the environment's type"],
    [/\/artefact/, "the organization role 'artefactContributor' or higher"],
    [/^\/orgs\/[^/]+\/env-types/, "the organization role 'administrator'"],
    [/\/apps\/[^/]+\/envs/, "the role 'developer' on the application and 'deployer' on the environment's type"],
    [/\/apps\/[^/]+\/pipeline-runs$/, "the role 'developer' on the application and 'deployer' on the environment's type"],
    [/\/apps\/[^/]+/, "the role 'developer' on the application"],
];
const roleFor = (method, path) => {
    if (method === 'GET' && !path.includes('/artefact'))
        return path.includes('/apps/') ? "the role 'viewer' or higher on the application" : undefined;
    return ROLES.find(([pattern]) => pattern.test(path))?.[1];
};
const advise = (method, path, status) => {
    switch (status) {
        case 401:
            return 'The token was not accepted: it may be mistyped, expired or revoked';
        case 403: {
            const role = roleFor(method, path);
            return `The token may not do this${role === undefined ? '' : `: it takes ${role}`}. Check the organization's name too`;
        }
        case 404:
            return 'Check the ids in this path';
        case 429:
            return 'The server limits how often it is asked: try again later, or with fewer jobs at once';
        default:
            if (status < 300 || status >= 400)
                return undefined;
            return "The server sends this to another address, which is not followed here: check the API's address";
    }
};
const toApiError = ({ method, path, token, afterUnanswered = false, }, response) => {
    const { status } = response;
    const body = withoutToken(response.body, token);
    const { message, code, details } = explain(body);
    const said = oneLine(message ?? STATUS_TEXT[status] ?? 'without an explanation');
    const advice = advise(method, path, status);
    return new errors/* ApiError */.hD({
        method,
        path,
        status,
        message: advice === undefined ? said : `${said.replace(/[.\s]+$/, '')}. ${advice}`,
        code: code === undefined ? undefined : oneLine(code, 100),
        details,
        body,
        afterUnanswered,
    });
};
const hasStatus = (error, ...statuses) => error instanceof errors/* ApiError */.hD && statuses.includes(error.status);

;// CONCATENATED MODULE: ./build/client/retry.js

const defaultRetry = { maxAttempts: 6, baseDelayMs: 500, maxDelayMs: 20_000 };
const isRead = ({ method, changesNothing = false }) => method === 'GET' || method === 'HEAD' || changesNothing;
const isRepeatable = (kind) => isRead(kind) || kind.method === 'PUT' || kind.method === 'DELETE' || kind.keyed;
const isSurelyWithoutEffect = (outcome) => {
    if (outcome.kind !== 'status')
        return outcome.sent === false;
    return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfter !== undefined);
};
const isPassing = (kind, outcome) => {
    if (outcome.kind !== 'status')
        return true;
    if (outcome.status === 500)
        return isRead(kind);
    return outcome.status === 408 || outcome.status === 429 || outcome.status > 501;
};
const readRetryAfter = (value, now) => {
    const text = value?.trim() ?? '';
    if (/^\d+(?:\.\d+)?$/.test(text))
        return Math.ceil(Number(text) * 1000);
    if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text))
        return undefined;
    const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};
const decideRetry = ({ attempt, outcome, now, deadline, fraction, ...kind }, limits = defaultRetry) => {
    if (attempt >= limits.maxAttempts)
        return { retry: false };
    if (!isPassing(kind, outcome))
        return { retry: false };
    if (!isRepeatable(kind) && !isSurelyWithoutEffect(outcome))
        return { retry: false };
    const asked = outcome.kind === 'status' ? readRetryAfter(outcome.retryAfter, now) : undefined;
    const ceiling = Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (attempt - 1));
    const delayMs = asked || Math.floor(fraction * ceiling);
    if (now + delayMs >= deadline)
        return { retry: false };
    return { retry: true, delayMs };
};
const isUnknownEffect = (error) => {
    if (error instanceof errors/* NetworkError */.Dr || error instanceof errors/* TimeoutError */.MU)
        return error.sent !== false;
    if (!(error instanceof errors/* ApiError */.hD))
        return false;
    if (error.afterUnanswered && [409, 412].includes(error.status))
        return true;
    return error.status === 408 || (error.status >= 500 && error.status !== 501);
};

;// CONCATENATED MODULE: ./build/client/call.js



const toHeaders = (call, { token, userAgent }) => {
    const headers = {
        accept: 'application/json',
        'user-agent': userAgent,
        'humanitec-user-agent': `app ${userAgent}; sdk ${userAgent}`,
    };
    for (const [name, value] of Object.entries(call.headers ?? {}))
        if (value !== undefined)
            headers[name.toLowerCase()] = value;
    if (call.body !== undefined)
        headers['content-type'] = call.contentType ?? 'application/json';
    if (call.idempotencyKey !== undefined)
        headers['idempotency-key'] = call.idempotencyKey;
    if (!call.withoutToken)
        headers['authorization'] = `Bearer ${token}`;
    return headers;
};
const readBody = (request, { path, token }, { status, body }) => {
    const what = `${request.method} ${path} was answered ${status}`;
    if (body.trim() === '') {
        if (request.method !== 'GET')
            return undefined;
        throw new errors/* NetworkError */.Dr(`${what}, but with nothing in the answer`, { sent: true, retryable: false });
    }
    const isJson = /json/i.test(request.headers['accept'] ?? '');
    if (!isJson && !isPage(body))
        return body;
    try {
        return parseJson(body);
    }
    catch (cause) {
        const advice = isPage(body) ? ". Check the API's address" : '';
        const wanted = isJson ? 'JSON' : 'what was asked for';
        const text = `${what}, but not with ${wanted}: ${excerpt(withoutToken(body, token))}${advice}`;
        throw new errors/* NetworkError */.Dr(text, { cause, sent: true, retryable: false });
    }
};
const toAnswer = (request, place, response) => {
    const { status, headers } = response;
    const etag = headers['etag'];
    const body = readBody(request, place, response);
    return { method: request.method, path: place.path, status, headers, ...(etag === undefined ? {} : { etag }), body };
};
const isSuccess = (status) => status >= 200 && status < 300;
const toFailure = (error) => {
    if (error instanceof errors/* TimeoutError */.MU)
        return { error, outcome: { kind: 'timeout', sent: error.sent }, reason: 'no answer in time' };
    if (error instanceof errors/* NetworkError */.Dr && error.retryable)
        return { error, outcome: { kind: 'network', sent: error.sent }, reason: oneLine(error.message, 200) };
    return undefined;
};
const isSilentAboutOthers = ({ status }) => status < 400 || [401, 403, 407, 429].includes(status);
const withEarlierDoubt = (error) => {
    if (error instanceof errors/* ApiError */.hD && isSilentAboutOthers(error))
        return new errors/* NetworkError */.Dr(`${error.message}. An earlier attempt got no answer`, { cause: error, retryable: false });
    if (error instanceof errors/* NetworkError */.Dr && error.sent === false)
        return new errors/* NetworkError */.Dr(error.message, { cause: error, sent: 'unknown', retryable: error.retryable });
    if (error instanceof errors/* TimeoutError */.MU && error.sent === false)
        return new errors/* TimeoutError */.MU(error.message, { cause: error, sent: 'unknown' });
    return error;
};
const timeFor = (changesAnything, now, deadline, requestTimeoutMs) => changesAnything ? requestTimeoutMs : Math.min(requestTimeoutMs, deadline - now);
const toRequest = (call, options, signal) => ({
    method: call.method,
    url: call.url.href,
    headers: toHeaders(call, options),
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(signal === undefined ? {} : { signal }),
});
const attemptOnce = async (request, place, transport) => {
    let response;
    try {
        response = await transport(request);
    }
    catch (error) {
        const failure = request.signal?.aborted ? undefined : toFailure(error);
        if (failure === undefined)
            throw error;
        return failure;
    }
    const { status } = response;
    if (isSuccess(status))
        return { answer: toAnswer(request, place, response) };
    const outcome = { kind: 'status', status, retryAfter: response.headers['retry-after'] };
    return { error: toApiError({ method: request.method, ...place }, response), outcome, reason: String(status) };
};
const createCaller = (options) => async (call) => {
    const { clock, random } = options;
    const { method, changesNothing } = call;
    const changesAnything = !isRead(call);
    const path = call.url.pathname;
    const signal = call.signal ?? options.signal;
    const deadline = call.deadline ?? options.deadline;
    const requestTimeoutMs = call.requestTimeoutMs ?? options.requestTimeoutMs;
    const request = toRequest(call, options, signal);
    const keyed = call.idempotencyKey !== undefined;
    let inDoubt = false;
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        if (clock.now() >= deadline) {
            const sent = inDoubt ? 'unknown' : false;
            throw new errors/* TimeoutError */.MU(`${method} ${path} was not sent: the time for it had run out`, { sent });
        }
        const timeoutMs = timeFor(changesAnything, clock.now(), deadline, requestTimeoutMs);
        const place = { path, token: options.token, afterUnanswered: inDoubt };
        const result = await attemptOnce({ ...request, timeoutMs }, place, options.transport).catch((error) => {
            throw inDoubt ? withEarlierDoubt(error) : error;
        });
        if ('answer' in result)
            return result.answer;
        const { error, outcome, reason } = result;
        const decision = decideRetry({ method, keyed, changesNothing, attempt, outcome, now: clock.now(), deadline, fraction: random.fraction() }, options.retry);
        if (!decision.retry)
            throw inDoubt ? withEarlierDoubt(error) : error;
        inDoubt ||= changesAnything && isUnknownEffect(error);
        options.onRetry?.({ method, path, attempt, delayMs: decision.delayMs, reason });
        await clock.sleep(decision.delayMs, signal);
    }
};

// EXTERNAL MODULE: ./build/client/link.js
var client_link = __webpack_require__(3235);
;// CONCATENATED MODULE: ./build/client/pages.js


const follow = (first, from, target) => {
    const unusable = (why) => new errors/* NetworkError */.Dr(`GET ${from.pathname}: the list's next page ${why}`, { sent: true, retryable: false });
    if (!URL.canParse(target, from.href))
        throw unusable('has no usable address');
    const url = new URL(target, from);
    if (!/^https?:$/.test(url.protocol))
        throw unusable('has no usable address');
    if (url.protocol !== 'https:' && url.protocol !== from.protocol)
        throw unusable('leads away from https');
    if (url.username !== '' || url.password !== '')
        throw unusable('has a user name in its address');
    return { ...first, url, withoutToken: url.origin !== first.url.origin };
};
const readAnswers = async function* (caller, first) {
    const seen = new Set();
    for (let call = first;;) {
        if (seen.has(call.url.href))
            throw new errors/* NetworkError */.Dr(`GET ${call.url.pathname}: the pages of the list lead in a circle`, {
                sent: true,
                retryable: false,
            });
        seen.add(call.url.href);
        const answer = await caller(call);
        yield answer;
        const target = (0,client_link/* nextLink */.I)(answer.headers['link']);
        if (target === undefined)
            return;
        call = follow(first, call.url, target);
    }
};
const itemsOf = ({ method, path, status, body }) => {
    if (body === null)
        return [];
    if (Array.isArray(body))
        return body;
    throw new errors/* NetworkError */.Dr(`${method} ${path} was answered ${status}, but not with a list`, {
        sent: true,
        retryable: false,
    });
};
const readPages = async function* (caller, first) {
    for await (const answer of readAnswers(caller, first))
        yield* itemsOf(answer);
};

// EXTERNAL MODULE: ./build/client/url.js
var url = __webpack_require__(5217);
;// CONCATENATED MODULE: ./build/client/index.js








const toCall = (baseUrl, method, template, options = {}) => {
    const { path, query, body, contentType, ...others } = options;
    const isText = typeof body === 'string' || body instanceof Uint8Array;
    return {
        method,
        url: new URL(`${baseUrl}${(0,url/* toPath */.b0)(template, path)}${(0,url/* toQuery */.Qz)(query)}`),
        body: contentType !== undefined && isText ? body : JSON.stringify(body),
        contentType,
        ...others,
    };
};
const checkToken = (token) => {
    if (!/^[\x21-\x7e]+$/.test(token))
        throw new errors/* InputError */.dz('The token is empty or holds characters that no token has, such as spaces or line ends');
    return token;
};
const createClient = (options) => {
    const baseUrl = (0,url/* toBaseUrl */.m$)(options.baseUrl);
    const caller = createCaller({
        ...options,
        token: checkToken(options.token),
        requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
        retry: { ...defaultRetry, ...options.retry },
        deadline: options.deadline ?? Number.POSITIVE_INFINITY,
    });
    const call = (method) => async (path, callOptions) => caller(toCall(baseUrl, method, path, callOptions));
    return {
        get: call('GET'),
        post: call('POST'),
        put: call('PUT'),
        patch: call('PATCH'),
        delete: call('DELETE'),
        send: (method, path, callOptions) => readAnswers(caller, toCall(baseUrl, method, path, callOptions)),
        pages: (path, callOptions) => readPages(caller, toCall(baseUrl, 'GET', path, callOptions)),
    };
};
const requireBody = (answer) => {
    if (answer.body !== undefined && answer.body !== null)
        return answer.body;
    const { method, path, status } = answer;
    throw new errors/* NetworkError */.Dr(`${method} ${path} was answered ${status}, but with nothing in the answer`, {
        sent: true,
        retryable: false,
    });
};


/***/ }),

/***/ 3235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ nextLink)
/* harmony export */ });
const nextLink = (header) => {
    for (const [, target, parameters] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
        const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters ?? '');
        const relations = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/);
        if (target !== undefined && relations.includes('next'))
            return target;
    }
    return undefined;
};


/***/ }),

/***/ 5217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qz: () => (/* binding */ toQuery),
/* harmony export */   b0: () => (/* binding */ toPath),
/* harmony export */   m$: () => (/* binding */ toBaseUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9984);

const encode = (value, name) => {
    try {
        return encodeURIComponent(String(value));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name} is not valid text: it holds half of a character pair`, { cause: error });
    }
};
const pathSegment = (name, value) => {
    if (value === undefined || value === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name} is empty, and the address needs it`);
    if (value === '.' || value === '..')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name} cannot be '${value}'`);
    return encode(value, name);
};
const queryPairs = (query) => Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined)
        return [];
    if (Array.isArray(value))
        return value.map((item) => [name, item]);
    if (typeof value !== 'object')
        return [[name, value]];
    return Object.entries(value).flatMap(([key, item]) => item === undefined ? [] : [[`${name}[${key}]`, item]]);
});
const toPath = (template, values = {}) => template.replace(/\{([^}]+)\}/g, (_, name) => pathSegment(name, values[name]));
const toQuery = (query = {}) => {
    const pairs = queryPairs(query).map(([name, value]) => `${encode(name, name)}=${encode(value, name)}`);
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};
const isLoopback = (hostname) => hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
const toBaseUrl = (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:$/.test(url.protocol))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`The API's address has to be a URL like https://api.humanitec.io`);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`The API's address cannot hold a user name, a query or a fragment`);
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`The API's address is http://${url.host}: the token would travel unencrypted. Use https (http is for loopback)`);
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
};


/***/ }),

/***/ 1959:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf)
/* harmony export */ });
const firstOf = (items, most, separator = ', ') => {
    const shown = items.slice(0, most).join(separator);
    const rest = items.length - most;
    if (rest <= 0)
        return shown;
    return `${shown}${separator === '; ' ? ';' : ''} and ${rest} more`;
};


/***/ }),

/***/ 569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   uW: () => (/* binding */ section)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6628);

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const cell = (text) => (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .tableCell */ .xR)(text);
const blocks = (...parts) => parts.filter((part) => part !== '').join('\n\n');
const folded = (title, body) => `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
const section = (title, body) => (body === '' ? '' : blocks(`#### ${title}`, body));


/***/ }),

/***/ 8280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ retryLine)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2811);

const retryLine = ({ method, path, reason, delayMs, }) => {
    const request = `${method} ${path}`;
    const said = reason.startsWith(request) ? reason : `${request}: ${reason}`;
    return `${said}; trying again in ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(delayMs)}`;
};


/***/ }),

/***/ 8743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
const version = '0.1.0';


/***/ })

};
;
export const id = 651;
export const ids = [651];
export const modules = {

/***/ 3281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ connect),
  fN: () => (/* binding */ connectForLastWords),
  EY: () => (/* binding */ connectOrganization),
  dC: () => (/* binding */ readConnection),
  Ol: () => (/* binding */ readOrganizationConnection)
});

// EXTERNAL MODULE: ./build/client/index.js + 5 modules
var build_client = __webpack_require__(8479);
// EXTERNAL MODULE: ./build/text/duration.js
var duration = __webpack_require__(9556);
;// CONCATENATED MODULE: ./build/version.js
/** As in package.json; the API sees it in every request. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./build/actions/connection.js



const defaultApiUrl = 'https://api.humanitec.io';
/** GitHub ends a job after six hours on its own machines, and after five days elsewhere. */
const longestTimeoutMs = 5 * 24 * 60 * 60 * 1000;
const readOrganizationConnection = (inputs, { timeoutMs }) => ({
    token: inputs.token('token'),
    apiUrl: inputs.apiUrl('api-url', defaultApiUrl),
    orgId: inputs.required('org'),
    timeoutMs: inputs.duration('timeout', { default: timeoutMs, min: 1000, max: longestTimeoutMs }),
});
const readConnection = (inputs, defaults) => ({
    ...readOrganizationConnection(inputs, defaults),
    appId: inputs.required('app'),
});
/** How long what is read once more at the deadline may take. */
const lastLookMs = 5000;
/** The organization as core sees it. The time that the step has begins here. */
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
        userAgent: `humanitec-actions/${version}`,
        onRetry: ({ method, path, reason, delayMs }) => runner.info(`${method} ${path}: ${reason}; trying again in ${(0,duration/* formatDuration */.a)(delayMs)}`),
    };
    const client = (0,build_client/* createClient */.UU)(options);
    const lastLook = (0,build_client/* createClient */.UU)({ ...options, deadline: deadline + lastLookMs, retry: { maxAttempts: 1 } });
    return { client, clock, random, orgId, deadline, signal: runner.signal, lastLook };
};
/** The application as core sees it. */
const connect = (step, connection) => ({
    ...connectOrganization(step, connection),
    appId: connection.appId,
});
/** What is left of the runner's 10 s between the cancellation of a job and the end of its process. */
const lastWordsMs = 5000;
/** A server that does not answer must not use up all of it. */
const lastRequestMs = 2500;
/** The same application for what has to be said after the job was cancelled, or the step's time ran out. */
const connectForLastWords = (step, { apiUrl, token, orgId, appId }) => {
    const { clock, random, transport } = step;
    const deadline = clock.now() + lastWordsMs;
    const client = (0,build_client/* createClient */.UU)({
        baseUrl: apiUrl,
        token,
        transport,
        clock,
        random,
        deadline,
        requestTimeoutMs: lastRequestMs,
        userAgent: `humanitec-actions/${version}`,
    });
    return { client, clock, random, orgId, appId, deadline };
};


/***/ }),

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ FailedStep)
/* harmony export */ });
/**
 * How an action ends that did what it could, and whose result is a failure: outputs and summary are written, and the
 * message is all that is left to say.
 */
class FailedStep extends Error {
    name = 'FailedStep';
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UU: () => (/* binding */ createClient),
  Ro: () => (/* reexport */ hasStatus),
  W: () => (/* reexport */ isUnknownEffect),
  WW: () => (/* binding */ requireBody)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/client/errors.js

const LONGEST_MESSAGE = 500;
/** Enough of a body to find its message in; what is cut off is never shown. */
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
/** One line of at most `limit` characters, whatever the server sent: no control characters, no bidirectional marks. */
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
/** The text of a page that some proxy put in the answer's place: its title, or what is left without its tags. */
const pageText = (html) => {
    const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.trim();
    if (title)
        return title;
    return html.replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
};
/** What can be shown of a body that is not the JSON it should be. */
const excerpt = (body) => {
    const text = body.slice(0, LONGEST_UNPARSED);
    return oneLine(/^\s*<(?:!|html|head|body|\?xml)/i.test(text) ? pageText(text) : text, 200);
};
/** Tolerates the byte order mark that some gateways prefix. Throws SyntaxError. */
const parseJson = (body) => JSON.parse(body.replace(/^\ufeff/, ''));
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value) => {
    if (value === undefined || value === null || value === '')
        return undefined;
    return typeof value === 'string' ? value : JSON.stringify(value);
};
const explainRecord = (body) => {
    const { error, message, details } = body;
    // Gateways in front of the API wrap: {"error": {"code": 403, "message": "…"}}.
    if (isRecord(error) && message === undefined)
        return { message: asText(error['message'] ?? error), details: error };
    const word = typeof error === 'string' || typeof error === 'number' ? String(error) : undefined;
    const isCode = word !== undefined && /^[A-Z]{2,}-\d+$/.test(word);
    const text = asText(message) ?? (isCode ? undefined : asText(error));
    return { message: text, code: message === undefined && !isCode ? undefined : word, details };
};
/** `app_id=shop env_id=production; app_id=…`: what stands in the way of a deletion comes as a list of objects. */
const explainList = (items) => {
    const shown = items.slice(0, 5).map((item) => {
        if (!isRecord(item))
            return asText(item) ?? 'null';
        return Object.entries(item)
            .map(([name, value]) => `${name}=${asText(value) ?? ''}`)
            .join(' ');
    });
    if (items.length > shown.length)
        shown.push(`and ${items.length - shown.length} more`);
    return { message: shown.join('; ') || undefined, details: items };
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
        // Not JSON, or nested so deeply that it cannot be written down again.
        return { message: excerpt(body) || undefined };
    }
};
/** Which roles an operation takes, the first match wins. */
const ROLES = [
    [/\/(?:approve|deny)$/, "the role 'deployer' on the environment's type"],
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
/**
 * The error of an answer that is not a success. Its body comes in many shapes: `{error, message, details}`, only
 * `{error}`, a bare string, a list, nothing, or the page of some proxy.
 */
const toApiError = ({ method, path, token }, response) => {
    const { status } = response;
    // A server may quote the token that it refuses. Shorter ones than any real token would blank out ordinary words.
    const body = token.length >= 8 ? response.body.replaceAll(token, '***') : response.body;
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
    });
};
/** `hasStatus(error, 404, 409)`: the server answered with one of these. */
const hasStatus = (error, ...statuses) => error instanceof errors/* ApiError */.hD && statuses.includes(error.status);

;// CONCATENATED MODULE: ./build/client/retry.js

const defaultRetry = { maxAttempts: 6, baseDelayMs: 500, maxDelayMs: 20_000 };
/** Longer than this and the platform's timer would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const isRead = (method) => method === 'GET' || method === 'HEAD';
/**
 * A second request changes nothing that the first has not: a read; a write with a key; PUT, which sets a value; and
 * DELETE, where the second may answer 404, which its caller takes for gone.
 */
const isRepeatable = (method, keyed) => isRead(method) || method === 'PUT' || method === 'DELETE' || keyed;
/** The server says, or the network shows, that nothing was done. */
const isSurelyWithoutEffect = (outcome) => {
    if (outcome.kind !== 'status')
        return outcome.sent === false;
    return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfter !== undefined);
};
const isPassing = (method, outcome) => {
    if (outcome.kind !== 'status')
        return true;
    if (outcome.status === 500)
        return isRead(method);
    return [408, 429, 502, 503, 504].includes(outcome.status);
};
/** `Retry-After` in milliseconds from `now`: seconds, or one of HTTP's dates. Undefined for anything else. */
const readRetryAfter = (value, now) => {
    const text = value?.trim() ?? '';
    if (/^\d+(?:\.\d+)?$/.test(text))
        return Math.ceil(Number(text) * 1000);
    if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text))
        return undefined;
    // asctime dates carry no zone, and are UTC all the same.
    const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};
/** Whether to send a request again, and after how long. Never says to wait until or past the deadline. */
const decideRetry = ({ method, keyed, attempt, outcome, now, deadline, fraction }, limits = defaultRetry) => {
    if (attempt >= limits.maxAttempts)
        return { retry: false };
    if (!isPassing(method, outcome))
        return { retry: false };
    if (!isRepeatable(method, keyed) && !isSurelyWithoutEffect(outcome))
        return { retry: false };
    const asked = outcome.kind === 'status' ? readRetryAfter(outcome.retryAfter, now) : undefined;
    const ceiling = Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (attempt - 1));
    const delayMs = asked ?? Math.floor(fraction * ceiling);
    if (now + delayMs >= deadline || delayMs > LONGEST_TIMER_MS)
        return { retry: false };
    return { retry: true, delayMs };
};
/**
 * Whether a write that failed like this may have taken effect all the same, so that its caller has to read back before
 * it says or does anything else.
 */
const isUnknownEffect = (error) => {
    if (error instanceof errors/* NetworkError */.Dr || error instanceof errors/* TimeoutError */.MU)
        return error.sent !== false;
    return error instanceof errors/* ApiError */.hD && [408, 500, 502, 503, 504].includes(error.status);
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
/** A body that was asked for as JSON, or the text itself where it was asked for as something else. */
const readBody = (request, path, { status, body }) => {
    const what = `${request.method} ${path} was answered ${status}`;
    if (body.trim() === '') {
        if (request.method !== 'GET')
            return undefined;
        throw new errors/* NetworkError */.Dr(`${what}, but with nothing in the answer`, { sent: true, retryable: false });
    }
    if (!/json/i.test(request.headers['accept'] ?? ''))
        return body;
    try {
        return parseJson(body);
    }
    catch (cause) {
        const text = `${what}, but not with JSON: ${excerpt(body)}`;
        throw new errors/* NetworkError */.Dr(text, { cause, sent: true, retryable: false });
    }
};
const toAnswer = (request, path, response) => {
    const { status, headers } = response;
    const etag = headers['etag'];
    const body = readBody(request, path, response);
    return { method: request.method, path, status, headers, ...(etag === undefined ? {} : { etag }), body };
};
const isSuccess = (status) => status >= 200 && status < 300;
const toFailure = (error) => {
    if (error instanceof errors/* TimeoutError */.MU)
        return { error, outcome: { kind: 'timeout', sent: error.sent }, reason: 'no answer in time' };
    if (error instanceof errors/* NetworkError */.Dr && error.retryable)
        return { error, outcome: { kind: 'network', sent: error.sent }, reason: oneLine(error.message, 200) };
    return undefined;
};
/** An attempt that surely did nothing does not make good for an earlier one that may have done something. */
const withEarlierDoubt = (error) => {
    if (error instanceof errors/* NetworkError */.Dr && error.sent === false)
        return new errors/* NetworkError */.Dr(error.message, { cause: error, sent: 'unknown', retryable: error.retryable });
    if (error instanceof errors/* TimeoutError */.MU && error.sent === false)
        return new errors/* TimeoutError */.MU(error.message, { cause: error, sent: 'unknown' });
    return error;
};
/**
 * How long one request may take. A read ends with the deadline. A write that was sent keeps its whole time, since one
 * that is given up leaves behind the question whether it took effect.
 */
const timeFor = (method, now, deadline, requestTimeoutMs) => method === 'GET' ? Math.min(requestTimeoutMs, deadline - now) : requestTimeoutMs;
const toRequest = (call, options, signal) => ({
    method: call.method,
    url: call.url.href,
    headers: toHeaders(call, options),
    ...(call.body === undefined ? {} : { body: call.body }),
    ...(signal === undefined ? {} : { signal }),
});
/** An answer that is a success, or the failure that decides about another attempt; throws what is final. */
const attemptOnce = async (request, path, { transport, token }) => {
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
        return { answer: toAnswer(request, path, response) };
    const outcome = { kind: 'status', status, retryAfter: response.headers['retry-after'] };
    return { error: toApiError({ method: request.method, path, token }, response), outcome, reason: String(status) };
};
/** Sends one call, as often as its kind allows, and gives its answer or throws the last error. */
const createCaller = (options) => async (call) => {
    const { clock, random } = options;
    const { method } = call;
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
        const timeoutMs = timeFor(method, clock.now(), deadline, requestTimeoutMs);
        const result = await attemptOnce({ ...request, timeoutMs }, path, options);
        if ('answer' in result)
            return result.answer;
        const { error, outcome, reason } = result;
        const decision = decideRetry({ method, keyed, attempt, outcome, now: clock.now(), deadline, fraction: random.fraction() }, options.retry);
        if (!decision.retry)
            throw inDoubt ? withEarlierDoubt(error) : error;
        inDoubt ||= isUnknownEffect(error);
        options.onRetry?.({ method, path, attempt, delayMs: decision.delayMs, reason });
        await clock.sleep(decision.delayMs, signal);
    }
};

// EXTERNAL MODULE: ./build/client/link.js
var client_link = __webpack_require__(1716);
;// CONCATENATED MODULE: ./build/client/pages.js


/**
 * Where a page's link leads: relative to the page or absolute. An address outside the API's own origin is read without
 * the token.
 */
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
/** The items of every page, in order. Only a missing link ends the list: a page may be empty and yet not the last. */
const readPages = async function* (caller, first) {
    const seen = new Set();
    for (let call = first;;) {
        if (seen.has(call.url.href))
            throw new errors/* NetworkError */.Dr(`GET ${call.url.pathname}: the pages of the list lead in a circle`, {
                sent: true,
                retryable: false,
            });
        seen.add(call.url.href);
        const { body, headers, status } = await caller(call);
        // Some servers write an empty list as null.
        if (body !== null && !Array.isArray(body))
            throw new errors/* NetworkError */.Dr(`GET ${call.url.pathname} was answered ${status}, but not with a list`, {
                sent: true,
                retryable: false,
            });
        yield* body ?? [];
        const target = (0,client_link/* nextLink */.I)(headers['link']);
        if (target === undefined)
            return;
        call = follow(first, call.url, target);
    }
};

;// CONCATENATED MODULE: ./build/client/url.js

const encode = (value, name) => {
    try {
        return encodeURIComponent(String(value));
    }
    catch (error) {
        throw new errors/* InputError */.dz(`${name} is not valid text: it holds half of a character pair`, { cause: error });
    }
};
const pathSegment = (name, value) => {
    if (value === undefined || value === '')
        throw new errors/* InputError */.dz(`${name} is empty, and the address needs it`);
    // A URL parser would resolve these away, and the request would go to another address.
    if (value === '.' || value === '..')
        throw new errors/* InputError */.dz(`${name} cannot be '${value}'`);
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
/** `template` as the contract writes it (`/orgs/{orgId}`); every value is percent-encoded. Throws `InputError`. */
const toPath = (template, values = {}) => template.replace(/\{([^}]+)\}/g, (_, name) => pathSegment(name, values[name]));
/** With its question mark, or nothing. */
const toQuery = (query = {}) => {
    const pairs = queryPairs(query).map(([name, value]) => `${encode(name, name)}=${encode(value, name)}`);
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
};
const isLoopback = (hostname) => hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
/** The API's address without a slash at its end. Throws `InputError` for one that the token must not be sent to. */
const toBaseUrl = (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:$/.test(url.protocol))
        throw new errors/* InputError */.dz(`The API's address has to be a URL like https://api.humanitec.io`);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        throw new errors/* InputError */.dz(`The API's address cannot hold a user name, a query or a fragment`);
    if (url.protocol === 'http:' && !isLoopback(url.hostname))
        throw new errors/* InputError */.dz(`The API's address is http://${url.host}: the token would travel unencrypted. Use https (http is for loopback)`);
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
};

;// CONCATENATED MODULE: ./build/client/index.js







const toCall = (baseUrl, method, template, options = {}) => {
    const { path, query, body, contentType, headers, idempotencyKey, signal, deadline, requestTimeoutMs } = options;
    const isText = typeof body === 'string' || body instanceof Uint8Array;
    return {
        method,
        url: new URL(`${baseUrl}${toPath(template, path)}${toQuery(query)}`),
        body: contentType !== undefined && isText ? body : JSON.stringify(body),
        contentType,
        headers,
        idempotencyKey,
        signal,
        deadline,
        requestTimeoutMs,
    };
};
const checkToken = (token) => {
    if (!/^[\x21-\x7e]+$/.test(token))
        throw new errors/* InputError */.dz('The token is empty or holds characters that no token has, such as spaces or line ends');
    return token;
};
/** Throws `InputError` for a token or an address that cannot be used. */
const createClient = (options) => {
    const baseUrl = toBaseUrl(options.baseUrl);
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
        pages: (path, callOptions) => readPages(caller, toCall(baseUrl, 'GET', path, callOptions)),
    };
};
/** The body of a write that has to have one; a `NetworkError` of unknown effect where the server sent none. */
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

/***/ 1716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ nextLink)
/* harmony export */ });
/** The target of the `rel="next"` link in a `Link` header (RFC 8288), as it stands there: relative or absolute. */
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

/***/ 2077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ createPolls)
/* harmony export */ });
/* unused harmony export pollDelay */
const shortestMs = 1000;
const longestMs = 10_000;
/** How long to wait before looking again: a tenth of the time that nothing has changed, between 1 s and 10 s. */
const pollDelay = (unchangedMs) => Math.min(Math.max(Math.floor(unchangedMs / 10), shortestMs), longestMs);
/** The rhythm of one wait. Look first, then ask for the `next` turn. */
const createPolls = ({ clock, deadline, signal, }) => {
    let since = clock.now();
    return {
        changed: () => {
            since = clock.now();
        },
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

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   MU: () => (/* binding */ TimeoutError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   hD: () => (/* binding */ ApiError)
/* harmony export */ });
/** The workflow has to be changed: a bad input, or a combination of inputs that cannot work. */
class InputError extends Error {
    name = 'InputError';
}
/** The server said no. */
class ApiError extends Error {
    name = 'ApiError';
    method;
    /** Without host and query. */
    path;
    status;
    /** The `error` code of the answer, where it had one (`API-000`). */
    code;
    details;
    constructor(answer) {
        super(`${answer.method} ${answer.path} failed: ${answer.status} ${answer.message}`);
        this.method = answer.method;
        this.path = answer.path;
        this.status = answer.status;
        this.code = answer.code;
        this.details = answer.details;
    }
}
/** There was no complete answer: unless `sent` is false, whether the request took effect is unknown. */
class NetworkError extends Error {
    name = 'NetworkError';
    sent;
    retryable;
    constructor(message, { cause, sent = 'unknown', retryable = true } = {}) {
        super(message, cause === undefined ? undefined : { cause });
        this.sent = sent;
        this.retryable = retryable;
    }
}
/** One request took longer than it was given; unless `sent` is false, whether it took effect is unknown. */
class TimeoutError extends Error {
    name = 'TimeoutError';
    sent;
    constructor(message, { cause, sent = 'unknown' } = {}) {
        super(message, cause === undefined ? undefined : { cause });
        this.sent = sent;
    }
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3699);

/** A Markdown table. Cells are Markdown: escape what comes from outside before it gets here. */
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
/** Text from outside as a table's cell. */
const cell = (text) => (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .tableCell */ .xR)(text);
/** Blocks with a blank line between them; empty ones are left out. */
const blocks = (...parts) => parts.filter((part) => part !== '').join('\n\n');
/** Folded under a summary line until somebody opens it. */
const folded = (title, body) => `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;


/***/ }),

/***/ 851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/*
 * Text from outside may hold terminal codes, characters that cannot be seen, and lines that GitHub's runner would obey.
 */
const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);
/** C1 controls: one character each for what ESC and a letter say in two. */
const CSI = String.fromCharCode(0x9b);
const OSC = String.fromCharCode(0x9d);
const ST = String.fromCharCode(0x9c);
const ansi = new RegExp([
    // Strings: window titles, hyperlinks, device commands. They end with BEL or a string terminator.
    `(?:${ESC}[\\]PX^_]|${OSC})[^${BEL}${ESC}${ST}]*(?:${BEL}|${ESC}\\\\|${ST})`,
    // Colours and cursor movements.
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]`,
    // Everything else of two or three characters.
    `${ESC}[ -/]*[0-~]`,
].join('|'), 'g');
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/**
 * Control characters but line feed and tab, and everything invisible: direction marks, which show a text as another
 * one, and zero-width characters, which GitHub's runner may overlook when it compares (`:<zero width>:` is `::` to it).
 */
const invisible = /[^\P{Cc}\n\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Visible text: no terminal codes, no invisible characters, every line break a line feed. */
const plainText = (text) => text.replace(ansi, '').replace(lineBreaks, '\n').replace(invisible, '');
/** As `plainText`, in one line. */
const plainLine = (text) => plainText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
/**
 * The lines of a text, ready to be printed to the log of a step: whatever they say, GitHub's runner takes none of
 * them for a command. It obeys `::name::` at the start of a line and `##[name]` anywhere in it.
 */
const logLines = (text) => plainText(text)
    .split('\n')
    .map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '##\\['));


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const written = /^(?:(\d{1,6})d)? *(?:(\d{1,6})h)? *(?:(\d{1,6})m)? *(?:(\d{1,9})s)? *(?:(\d{1,9})ms)?$/;
const scale = [day, hour, minute, second, 1];
/** Milliseconds of `30s`, `10m`, `1h30m`, `2m 3s`, `500ms`, or of a bare number of seconds; undefined for all else. */
const parseDuration = (text) => {
    if (/^\d{1,9}$/.test(text))
        return Number(text) * second;
    const parts = written.exec(text)?.slice(1);
    if (text.trim() === '' || !parts)
        return undefined;
    return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (scale[index] ?? 0), 0);
};
/** A duration for people: `2m 3s`. Whole seconds from one second on; `parseDuration` reads it back. */
const formatDuration = (ms) => {
    const whole = Math.max(0, Math.round(ms));
    if (whole === 0)
        return '0s';
    if (whole < second)
        return `${whole}ms`;
    const seconds = Math.round(whole / second);
    return [
        [Math.floor(seconds / 86_400), 'd'],
        [Math.floor(seconds / 3600) % 24, 'h'],
        [Math.floor(seconds / 60) % 60, 'm'],
        [seconds % 60, 's'],
    ]
        .filter(([count]) => count !== 0)
        .map(([count, unit]) => `${count}${unit}`)
        .join(' ');
};


/***/ }),

/***/ 3699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   xR: () => (/* binding */ tableCell)
/* harmony export */ });
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(851);

/*
 * Text from outside in GitHub's Markdown. GitHub looks for mentions, issue references and addresses in the rendered
 * text, where backslashes and entities are gone already: a zero-width space is what keeps it from finding them.
 */
const apart = '&#8203;';
const meaningful = /[&<>]|[\\`*_[\]|~$]|#(?=\d)|#|@|:(?=\/\/)|(?<=\bwww)\.|(?<=\bgh)-(?=\d)/gi;
const escapeCharacter = (character, offset, text) => {
    switch (character) {
        case '&':
            return '&amp;';
        case '<':
            return '&lt;';
        case '>':
            return '&gt;';
        case '#':
            return /\d/.test(text[offset + 1] ?? '') ? `\\#${apart}` : '\\#';
        case '@':
        case ':':
        case '-':
            return character + apart;
        case '.':
            return apart + character;
        default:
            return `\\${character}`;
    }
};
const escapeSpecial = (line) => line
    .replace(meaningful, escapeCharacter)
    // What would begin a list, a heading's underline or a rule.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
/** Markdown that shows the text as it is, in one line, wherever it stands: a paragraph, a heading, a link, a table. */
const inline = (text) => escapeSpecial((0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(text));
/** As `inline`, keeping the line breaks, for one cell of a table. */
const tableCell = (text) => (0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text)
    .trim()
    .split('\n')
    .map((line) => inline(line))
    .join('<br>');
const entity = (character) => `&#${character.codePointAt(0)};`;
/** The text as code, in one line, wherever it stands. Nothing for an empty text, which Markdown has no code for. */
const code = (text) => {
    const line = (0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(text);
    if (line === '')
        return '';
    // Inside a table a backslash before a pipe cannot be written between backticks; entities can always.
    return /[`|\\]/.test(line) ? `<code>${line.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>` : `\`${line}\``;
};
/** The text as a block of code that it cannot end by itself. */
const codeBlock = (text, language = '') => {
    const lines = (0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text).replace(/\n+$/, '');
    const longest = Math.max(2, ...(lines.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language.replace(/[^\w+-]/g, '')}\n${lines}\n${fence}`;
};
/** A link, or only its label where the address is not one of the web or carries a password. */
const link = (label, address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
    if (!url || !isWeb || url.username !== '' || url.password !== '')
        return inline(label);
    const target = url.href
        .replace(/[^\w\-.~:/?#@!$&',;=%+]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('&', '&amp;');
    return `[${inline(label) || inline(address)}](${target})`;
};


/***/ })

};

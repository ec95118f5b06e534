export const id = 281;
export const ids = [281];
export const modules = {

/***/ 6463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHttpTransport: () => (/* binding */ createHttpTransport)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4942);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);




const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const createConnections = () => {
    const clients = new Map();
    const unfinished = new Set();
    return {
        open(url, options) {
            const client = clients.get(url.protocol) ?? new _actions_http_client__WEBPACK_IMPORTED_MODULE_2__/* .HttpClient */ .Qq(undefined, [], { keepAlive: true });
            clients.set(url.protocol, client);
            const { request } = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__ : node_http__WEBPACK_IMPORTED_MODULE_0__;
            const outgoing = request(url, { ...options, agent: client.getAgent(url.href) });
            unfinished.add(outgoing);
            outgoing.once('close', () => unfinished.delete(outgoing));
            return outgoing;
        },
        close() {
            for (const outgoing of unfinished)
                outgoing.destroy();
            for (const client of clients.values())
                client.dispose();
        },
    };
};
const codeOf = (error) => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
const isCertificateError = (error) => /CERT|SELF_SIGNED|UNABLE_TO_/.test(codeOf(error) ?? '');
const toNetworkError = (request, url, cause, { connected, answered }) => {
    const what = `${request.method} ${url.pathname}`;
    const said = cause instanceof Error ? cause.message || codeOf(cause) : String(cause);
    if (!connected && isCertificateError(cause)) {
        const advice = 'set NODE_EXTRA_CA_CERTS if it is signed by an authority of your own';
        const message = `${what} was not sent: the certificate of ${url.host} is not trusted (${said?.split(';')[0]}); ${advice}`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(message, { cause, sent: false, retryable: false });
    }
    if (!connected)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(`${what} was not sent: no connection to ${url.host} (${said})`, { cause, sent: false });
    if (answered)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(`${what}: the answer of ${url.host} ended half-way (${said})`, { cause, sent: true });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(`${what}: the connection to ${url.host} was lost before an answer came (${said})`, { cause });
};
const withProgress = (reason, { connected }) => reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TimeoutError */ .MU && !connected ? new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TimeoutError */ .MU(reason.message, { sent: false }) : reason;
const readText = async (request, url, message, maxBytes) => {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (size > maxBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(`${request.method} ${url.pathname}: the answer is larger than ${maxBytes} bytes`, {
                sent: true,
                retryable: false,
            });
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
};
const joined = (headers) => Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]));
const exchange = (request, url, connections, maxBytes, signal) => {
    const progress = { connected: false, answered: false };
    return new Promise((resolve, reject) => {
        const secure = url.protocol === 'https:';
        const outgoing = connections.open(url, { method: request.method, headers: request.headers, signal });
        const onConnected = () => {
            progress.connected = true;
        };
        outgoing.on('socket', (socket) => {
            const shakesHands = 'secureConnecting' in socket && socket.secureConnecting === true;
            if (socket.connecting || shakesHands)
                socket.once(secure ? 'secureConnect' : 'connect', onConnected);
            else
                onConnected();
        });
        outgoing.on('error', reject);
        outgoing.on('response', (message) => {
            progress.connected = true;
            progress.answered = true;
            readText(request, url, message, maxBytes).then((body) => resolve({ status: message.statusCode ?? 0, headers: joined(message.headers), body }), reject);
        });
        outgoing.end(request.body);
    }).catch((error) => {
        if (signal.aborted)
            throw withProgress(signal.reason, progress);
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr || error instanceof TypeError)
            throw error;
        throw toNetworkError(request, url, error, progress);
    });
};
const redirected = (request, from, location) => {
    const refuse = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(`${request.method} ${from.pathname} was sent on ${why}`, { sent: true, retryable: false });
    if (!URL.canParse(location, from.href))
        throw refuse('to no usable address');
    const url = new URL(location, from);
    if (!/^https?:$/.test(url.protocol))
        throw refuse('to no usable address');
    if (url.protocol !== 'https:' && url.protocol !== from.protocol)
        throw refuse('from https to an address without it');
    if (url.origin === from.origin)
        return { request, url };
    const { accept, 'user-agent': userAgent } = request.headers;
    const headers = { ...(accept && { accept }), ...(userAgent && { 'user-agent': userAgent }) };
    return { request: { ...request, headers }, url };
};
const sendFollowing = async (request, send) => {
    let step = { request, url: new URL(request.url) };
    for (let redirects = 0;; redirects += 1) {
        const response = await send(step.request, step.url);
        const { location } = response.headers;
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        if (!isRead || !REDIRECTS.has(response.status) || location === undefined)
            return response;
        if (redirects === MAX_REDIRECTS)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NetworkError */ .Dr(`${request.method} ${step.url.pathname} was sent on more than ${MAX_REDIRECTS} times`, {
                sent: true,
                retryable: false,
            });
        step = redirected(step.request, step.url, location);
    }
};
const withTimeout = async ({ method, url, timeoutMs, signal }, clock, work) => {
    signal?.throwIfAborted();
    const ending = new AbortController();
    const timer = new AbortController();
    const onAbort = () => ending.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (timeoutMs !== undefined) {
        const message = `${method} ${new URL(url).pathname} got no whole answer within ${timeoutMs / 1000} s`;
        clock.sleep(timeoutMs, timer.signal).then(() => ending.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TimeoutError */ .MU(message)), () => undefined);
    }
    try {
        return await work(ending.signal);
    }
    finally {
        timer.abort();
        signal?.removeEventListener('abort', onAbort);
    }
};
const createHttpTransport = ({ clock, maxBodyBytes = 32 * 2 ** 20 }) => {
    const connections = createConnections();
    return {
        send: (request) => withTimeout(request, clock, (signal) => sendFollowing(request, (step, url) => exchange(step, url, connections, maxBodyBytes, signal))),
        close: connections.close,
    };
};


/***/ }),

/***/ 8923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fetch),
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
// http-client's own proxying goes through `tunnel`; only its fetch dispatcher would come here.
const absent = (name) => {
  throw new Error(`undici's ${name} is not part of these bundles`)
}

/** @actions/github makes one while it is loaded behind a proxy, for a fetch that ours takes the place of. */
class ProxyAgent {
  dispatch() {
    absent('ProxyAgent')
  }
}

const fetch = () => absent('fetch')


/***/ })

};

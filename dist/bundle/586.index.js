"use strict";
exports.id = 586;
exports.ids = [586];
exports.modules = {

/***/ 837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const longestTimerMs = 2 ** 31 - 1;
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const onEnd = () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        };
        const timer = setTimeout(onEnd, Math.min(ms, longestTimerMs));
        signal?.addEventListener('abort', onAbort, { once: true });
    }),
};


/***/ }),

/***/ 2613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ unprocessable),
/* harmony export */   hj: () => (/* binding */ conflict),
/* harmony export */   j$: () => (/* binding */ HttpError),
/* harmony export */   li: () => (/* binding */ badRequest),
/* harmony export */   mX: () => (/* binding */ notFound),
/* harmony export */   o0: () => (/* binding */ forbidden),
/* harmony export */   sK: () => (/* binding */ preconditionFailed),
/* harmony export */   t4: () => (/* binding */ errorBody)
/* harmony export */ });
class HttpError extends Error {
    name = 'HttpError';
    status;
    details;
    body;
    headers;
    constructor(status, message, more = {}) {
        super(message);
        this.status = status;
        this.details = more.details;
        this.body = more.body;
        this.headers = more.headers ?? {};
    }
}
const codes = {
    400: 'API-001',
    401: 'API-000',
    403: 'API-002',
    404: 'API-003',
    405: 'API-004',
    409: 'API-005',
    412: 'API-006',
    413: 'API-011',
    422: 'API-007',
    429: 'API-008',
    500: 'API-009',
    501: 'API-010',
    507: 'API-012',
};
const errorBody = (error) => error.body ?? {
    error: codes[error.status] ?? codes[error.status < 500 ? 400 : 500],
    message: error.message,
    ...(error.details ? { details: error.details } : {}),
};
const badRequest = (message, details) => new HttpError(400, message, details ? { details } : {});
const forbidden = (message) => new HttpError(403, message);
const conflict = (message) => new HttpError(409, message);
const unprocessable = (message, details) => new HttpError(422, message, details ? { details } : {});
const notFound = (kind, id, where = '') => new HttpError(404, `${kind} '${id}' does not exist${where ? ` in ${where}` : ''}.`);
const preconditionFailed = (kind) => new HttpError(412, `The ${kind} has changed: its ETag is not the one given in If-Match. Read it again and retry.`);


/***/ }),

/***/ 2586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/orchestrator/outbox/outgoing.js
var outgoing = __webpack_require__(5900);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(837);
// EXTERNAL MODULE: ./build/orchestrator/errors.js
var errors = __webpack_require__(2613);
;// CONCATENATED MODULE: ./build/orchestrator/wire.js

const defaultLimits = {
    bodyBytes: 16 * 1024 * 1024,
    receivingBytes: 128 * 1024 * 1024,
    headerBytes: 16 * 1024,
    headersMs: 15_000,
    requestMs: 60_000,
    idleMs: 60_000,
    keepAliveMs: 5000,
    connections: 1000,
    closeMs: 3000,
};
const serverOptions = ({ headerBytes, headersMs, requestMs, keepAliveMs }) => ({
    maxHeaderSize: headerBytes,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.ceil(Math.min(headersMs, requestMs, 4000) / 4),
});
const createBodyReader = ({ bodyBytes, receivingBytes }) => {
    let receiving = 0;
    return async (request) => {
        const chunks = [];
        let size = 0;
        let kept = 0;
        let problem;
        const drop = (why) => {
            problem ??= why;
            chunks.length = 0;
            receiving -= kept;
            kept = 0;
        };
        try {
            for await (const chunk of request) {
                size += chunk.length;
                if (size > bodyBytes)
                    drop(new errors/* HttpError */.j$(413, `The body is larger than ${bodyBytes} bytes.`));
                else if (receiving + chunk.length > receivingBytes) {
                    const headers = { 'retry-after': '1' };
                    drop(new errors/* HttpError */.j$(503, 'Too much is being received at once: ask again in a second.', { headers }));
                }
                if (problem)
                    continue;
                chunks.push(chunk);
                kept += chunk.length;
                receiving += chunk.length;
            }
        }
        finally {
            receiving -= kept;
        }
        if (problem)
            throw problem;
        return Buffer.concat(chunks);
    };
};
const toUrl = (origin, target) => {
    if (target.startsWith('/'))
        return `${origin}${target}`;
    const asked = /^https?:/i.test(target) && URL.canParse(target) ? new URL(target) : undefined;
    if (!asked)
        throw new errors/* HttpError */.j$(400, 'The request asks for nothing that has a path.');
    return `${origin}${asked.pathname}${asked.search}`;
};
const jsonOf = (error) => JSON.stringify((0,errors/* errorBody */.t4)(error));
const refuse = (response, error) => {
    const body = jsonOf(error);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...error.headers };
    response.writeHead(error.status, headers).end(body);
};
const problems = {
    HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The first line and the headers are too large.'],
    HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', 'The extensions of the chunks are too large.'],
    ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come to its end in time.'],
};
const refuseConnection = ({ code = '' }, socket) => {
    if (code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
    }
    const [status, message] = problems[code] ?? ['400 Bad Request', 'This is not a request of HTTP/1.1.'];
    const body = jsonOf(new errors/* HttpError */.j$(Number.parseInt(status, 10), message));
    const head = [
        `HTTP/1.1 ${status}`,
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
};

;// CONCATENATED MODULE: ./build/orchestrator/listen.js




const longestPath = 500;
const shownPath = (origin, target) => {
    try {
        return new URL(toUrl(origin, target)).pathname.slice(0, longestPath);
    }
    catch {
        return '-';
    }
};
const longestNapMs = 1000;
const answerOf = async (orchestrator, request, url, body) => orchestrator.handle({
    method: request.method ?? 'GET',
    url,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body,
});
const createTurns = (clock) => {
    const last = new WeakMap();
    return (connection, work) => {
        const before = last.get(connection);
        const turn = before ? before.then(() => clock.sleep(0)).then(work) : work();
        const ended = turn.catch(() => { }).then(() => void (last.get(connection) === ended && last.delete(connection)));
        last.set(connection, ended);
        return turn;
    };
};
const keepWorking = async (orchestrator, { clock, onBug }, signal) => {
    let told = '';
    const work = () => {
        try {
            orchestrator.work();
            told = '';
            return Math.max(Math.min(orchestrator.idleMs() ?? longestNapMs, longestNapMs), 5);
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            if (message !== told)
                onBug(error);
            told = message;
            return longestNapMs;
        }
    };
    while (!signal.aborted)
        await clock.sleep(work(), signal).catch(() => { });
};
const listen = async (orchestrator, { host, port, tls, clock = build_clock/* systemClock */.m, onAnswer = () => { }, onBug = () => { }, ...options }) => {
    const limits = { ...defaultLimits, ...options.limits };
    const readBody = createBodyReader(limits);
    const inTurn = createTurns(clock);
    let origin = '';
    const serve = async (request, response, url) => {
        const answer = await answerOf(orchestrator, request, url, await readBody(request));
        const length = answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) };
        response.writeHead(answer.status, { ...answer.headers, ...length });
        response.end(answer.body);
    };
    const onRequest = (request, response) => {
        const began = clock.now();
        const { method = 'GET', url = '/' } = request;
        const path = shownPath(origin, url);
        response.once('finish', () => onAnswer({ method, path, status: response.statusCode, ms: clock.now() - began }));
        response.on('error', () => response.destroy());
        const failed = (error) => {
            if (error instanceof errors/* HttpError */.j$ && !response.headersSent)
                return refuse(response, error);
            if (!request.socket.destroyed)
                onBug(error);
            response.destroy();
        };
        inTurn(request.socket, async () => serve(request, response, toUrl(origin, url))).catch(failed);
    };
    const node = serverOptions(limits);
    const server = tls
        ? (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23))).createServer({ ...tls, ...node }, onRequest)
        : (0,external_node_http_.createServer)(node, onRequest);
    server.maxConnections = limits.connections;
    server.timeout = limits.idleMs;
    server.on('clientError', refuseConnection);
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    server.on('error', onBug);
    const { port: bound } = server.address();
    origin = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    const stop = new AbortController();
    const working = keepWorking(orchestrator, { clock, onBug }, stop.signal);
    return {
        url: origin,
        close: async () => {
            stop.abort();
            const closed = new Promise((resolve) => {
                server.close(() => resolve());
            });
            server.closeIdleConnections();
            const patience = new AbortController();
            clock.sleep(limits.closeMs, patience.signal).then(() => server.closeAllConnections(), () => { });
            await Promise.all([closed, working]);
            patience.abort();
        },
    };
};

;// CONCATENATED MODULE: ./build/orchestrator/main.js




const usage = `Usage: node dist/orchestrator/index.js [options]

  --port N          port to listen on; 0 for any that is free (default 8080)
  --host HOST       address to bind to (default 127.0.0.1)
  --data-dir DIR    keep everything in this folder; in memory without
  --seed FILE       YAML file with what there is at the beginning
  --tls-cert FILE   certificate (PEM), with --tls-key: serve HTTPS
  --tls-key FILE    private key (PEM)
  --log-requests    write a line for every request to standard error
  --control         open the control door /_orchestrator/…
  --allow-http HOST let http steps of pipelines reach this host (HOST or HOST:PORT)
                    and not only this machine's loopback; may be given several times
  --github-api-url URL
                    GitHub's API for github-workflow steps, as https://api.github.com;
                    they fail without
  --help            show this text

The administrator's token is taken from ORCHESTRATOR_TOKEN, or made up.`;
const readPort = (text) => {
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
        throw new Error(`--port must be 0 to 65535, not '${text}'`);
    return Number(text);
};
const readText = (option, path) => {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new Error(`${option} '${path}' cannot be read: ${error.message}`, { cause: error });
    }
};
const readTls = (cert, key) => {
    if (cert === undefined && key === undefined)
        return undefined;
    if (cert === undefined || key === undefined)
        throw new Error('--tls-cert and --tls-key go together');
    return { cert: readText('--tls-cert', cert), key: readText('--tls-key', key) };
};
const readSettings = ({ argv, env, log }) => {
    const text = { type: 'string' };
    const flag = { type: 'boolean' };
    const { values } = (0,external_node_util_.parseArgs)({
        args: [...argv],
        options: {
            port: text,
            host: text,
            'data-dir': text,
            seed: text,
            'tls-cert': text,
            'tls-key': text,
            'log-requests': flag,
            control: flag,
            'allow-http': { type: 'string', multiple: true },
            'github-api-url': text,
            help: flag,
        },
    });
    if (values.help)
        return undefined;
    const tls = readTls(values['tls-cert'], values['tls-key']);
    const githubApiUrl = values['github-api-url'];
    const token = env['ORCHESTRATOR_TOKEN'];
    const onBug = (error) => {
        const { name, message, stack = message } = error instanceof Error ? error : new Error(String(error));
        log(name === 'StorageError' ? message : `bug: ${stack}`);
    };
    return {
        dataDir: values['data-dir'],
        listen: {
            onBug,
            host: values.host ?? '127.0.0.1',
            port: readPort(values.port ?? '8080'),
            ...(tls ? { tls } : {}),
            ...(values['log-requests']
                ? { onAnswer: ({ method, path, status, ms }) => log(`${method} ${path} ${status} ${ms}ms`) }
                : {}),
        },
        orchestrator: {
            control: values.control ?? false,
            onBug,
            allowHttp: (values['allow-http'] ?? []).map(outgoing/* readHost */.rk),
            ...(githubApiUrl === undefined ? {} : { githubApiUrl: (0,outgoing/* readApiUrl */.AX)(githubApiUrl) }),
            ...(token ? { token } : {}),
            ...(values['data-dir'] === undefined ? {} : { dataDir: values['data-dir'] }),
            ...(values.seed === undefined ? {} : { seed: readText('--seed', values.seed) }),
        },
    };
};
const hasSqlite = (version) => {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    return major > 22 || (major === 22 && minor >= 13);
};
const transport = async (request) => {
    const { nodeTransport } = await __webpack_require__.e(/* import() */ 290).then(__webpack_require__.bind(__webpack_require__, 8290));
    return nodeTransport(request);
};
const start = async (settings) => {
    const { createOrchestrator } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(85), __webpack_require__.e(79)]).then(__webpack_require__.bind(__webpack_require__, 4079));
    const { lockDataDir } = await __webpack_require__.e(/* import() */ 325).then(__webpack_require__.bind(__webpack_require__, 3325));
    const lock = settings.dataDir === undefined ? undefined : lockDataDir(settings.dataDir);
    let orchestrator;
    const release = () => {
        orchestrator?.close();
        lock?.release();
    };
    try {
        orchestrator = createOrchestrator({ transport, ...settings.orchestrator });
        return { orchestrator, listening: await listen(orchestrator, settings.listen), release };
    }
    catch (error) {
        release();
        throw error;
    }
};
const main = async (host) => {
    if (!hasSqlite(host.nodeVersion)) {
        host.log(`The orchestrator needs Node.js 22.13 or newer, not ${host.nodeVersion}: use 'npm run orchestrator', which brings the right one.`);
        return 1;
    }
    let settings;
    try {
        settings = readSettings(host);
    }
    catch (error) {
        host.log(`${error.message}\n\n${usage}`);
        return 2;
    }
    if (!settings) {
        host.out(usage);
        return 0;
    }
    try {
        const { orchestrator, listening, release } = await start(settings);
        host.out(JSON.stringify({ event: 'ready', url: listening.url, org: orchestrator.org, token: orchestrator.token }));
        orchestrator.warmUp().catch(() => { });
        await new Promise((resolve) => host.onSignal(resolve));
        await listening.close();
        release();
        return 0;
    }
    catch (error) {
        host.log(error.message);
        return 1;
    }
};


/***/ }),

/***/ 5900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ readApiUrl),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   rk: () => (/* binding */ readHost),
/* harmony export */   wo: () => (/* binding */ readUrl),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const isLoopback = ({ hostname }) => loopback.test(hostname);
const readUrl = (text) => {
    if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
        return undefined;
    return new URL(text);
};
const shownUrl = ({ origin, pathname }) => `${origin}${pathname}`;
const readHost = (text) => {
    const url = /[\s/\\?#@]/.test(text) ? undefined : readUrl(`https://${text}`);
    if (url && text !== '')
        return url.host;
    throw new Error(`--allow-http must be a host, as example.test or example.test:8443, not '${text}'`);
};
const readApiUrl = (text) => {
    const url = readUrl(text);
    const isFit = url && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
    if (isFit && (url.protocol === 'https:' || isLoopback(url)))
        return text.replace(/\/+$/, '');
    throw new Error(`--github-api-url must be an https URL, as https://api.github.com (http is for loopback), not '${text}'`);
};
const refusalOf = (url, allowHttp) => {
    if (isLoopback(url) || allowHttp.includes(url.hostname) || allowHttp.includes(url.host))
        return undefined;
    return `this orchestrator sends nothing to ${url.host}: start it with --allow-http ${url.host} to allow that`;
};


/***/ })

};
;
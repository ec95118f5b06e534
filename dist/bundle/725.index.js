export const id = 725;
export const ids = [725];
export const modules = {

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const onAbort = () => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
        }, ms);
        signal?.addEventListener('abort', onAbort, { once: true });
    }),
};


/***/ }),

/***/ 5725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/orchestrator/outbox/outgoing.js
var outgoing = __webpack_require__(7997);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/orchestrator/listen.js



const bodyLimit = 16 * 1024 * 1024;
const longestNapMs = 1000;
const readBody = async (request) => {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size <= bodyLimit)
            chunks.push(chunk);
    }
    return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
};
const serve = async (orchestrator, origin, request, response) => {
    const body = await readBody(request);
    if (!body) {
        response.writeHead(413, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: 'API-001', message: `The body is larger than ${bodyLimit} bytes.` }));
        return;
    }
    const answer = await orchestrator.handle({
        method: request.method ?? 'GET',
        url: `${origin}${request.url ?? '/'}`,
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
        body,
    });
    response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
    response.end(answer.body);
};
const keepWorking = async (orchestrator, clock, signal) => {
    while (!signal.aborted) {
        orchestrator.work();
        const nap = Math.min(orchestrator.idleMs() ?? longestNapMs, longestNapMs);
        await clock.sleep(Math.max(nap, 5), signal).catch(() => { });
    }
};
const listen = async (orchestrator, { host, port, tls, clock = build_clock/* systemClock */.m, onAnswer = () => { } }) => {
    let origin = '';
    const onRequest = (request, response) => {
        const began = clock.now();
        const { method = 'GET', url = '/' } = request;
        const path = url.split('?', 1)[0] ?? '/';
        response.once('finish', () => onAnswer({ method, path, status: response.statusCode, ms: clock.now() - began }));
        serve(orchestrator, origin, request, response).catch(() => response.destroy());
    };
    const server = tls ? (0,external_node_https_.createServer)(tls, onRequest) : (0,external_node_http_.createServer)(onRequest);
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    const { port: bound } = server.address();
    origin = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    const stop = new AbortController();
    const working = keepWorking(orchestrator, clock, stop.signal);
    return {
        url: origin,
        close: async () => {
            stop.abort();
            const closed = new Promise((resolve) => {
                server.close(() => resolve());
            });
            server.closeIdleConnections();
            await Promise.all([closed, working]);
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
const readTls = (cert, key) => {
    if (cert === undefined && key === undefined)
        return undefined;
    if (cert === undefined || key === undefined)
        throw new Error('--tls-cert and --tls-key go together');
    return { cert: (0,external_node_fs_.readFileSync)(cert, 'utf8'), key: (0,external_node_fs_.readFileSync)(key, 'utf8') };
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
    return {
        listen: {
            host: values.host ?? '127.0.0.1',
            port: readPort(values.port ?? '8080'),
            ...(tls ? { tls } : {}),
            ...(values['log-requests']
                ? { onAnswer: ({ method, path, status, ms }) => log(`${method} ${path} ${status} ${ms}ms`) }
                : {}),
        },
        orchestrator: {
            control: values.control ?? false,
            onBug: (error) => log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
            allowHttp: (values['allow-http'] ?? []).map(outgoing/* readHost */.rk),
            ...(githubApiUrl === undefined ? {} : { githubApiUrl: (0,outgoing/* readApiUrl */.AX)(githubApiUrl) }),
            ...(token ? { token } : {}),
            ...(values['data-dir'] === undefined ? {} : { dataDir: values['data-dir'] }),
            ...(values.seed === undefined ? {} : { seed: (0,external_node_fs_.readFileSync)(values.seed, 'utf8') }),
        },
    };
};
const hasSqlite = (version) => {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    return major > 22 || (major === 22 && minor >= 13);
};
const start = async (settings) => {
    const { createOrchestrator } = await Promise.all(/* import() */[__webpack_require__.e(892), __webpack_require__.e(815), __webpack_require__.e(93), __webpack_require__.e(521), __webpack_require__.e(131)]).then(__webpack_require__.bind(__webpack_require__, 3131));
    const { nodeTransport } = await __webpack_require__.e(/* import() */ 483).then(__webpack_require__.bind(__webpack_require__, 7483));
    const orchestrator = createOrchestrator({ transport: nodeTransport, ...settings.orchestrator });
    try {
        return { orchestrator, listening: await listen(orchestrator, settings.listen) };
    }
    catch (error) {
        orchestrator.close();
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
        const { orchestrator, listening } = await start(settings);
        host.out(JSON.stringify({ event: 'ready', url: listening.url, org: orchestrator.org, token: orchestrator.token }));
        await new Promise((resolve) => host.onSignal(resolve));
        await listening.close();
        orchestrator.close();
        return 0;
    }
    catch (error) {
        host.log(error.message);
        return 1;
    }
};


/***/ }),

/***/ 7997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

"use strict";
exports.id = 1;
exports.ids = [1];
exports.modules = {

/***/ 1:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: runPhase

// EXTERNAL MODULE: ./build/clock.js
var clock = __webpack_require__(837);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/github/errors.js
var github_errors = __webpack_require__(5072);
// EXTERNAL MODULE: ./build/random.js
var random = __webpack_require__(7704);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
function toCommandValue(e){if(e===null||e===undefined){return""}else if(typeof e==="string"||e instanceof String){return e}return JSON.stringify(e)}function toCommandProperties(e){if(!Object.keys(e).length){return{}}return{title:e.title,file:e.file,line:e.startLine,endLine:e.endLine,col:e.startColumn,endColumn:e.endColumn}}

;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js
function issueCommand(t,s,i){const o=new command_r(t,s,i);process.stdout.write(o.toString()+external_os_.EOL)}function issue(e,t=""){issueCommand(e,{},t)}const s="::";class command_r{constructor(e,t,s){if(!e){e="missing.command"}this.command=e;this.properties=t;this.message=s}toString(){let e=s+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let t=true;for(const s in this.properties){if(this.properties.hasOwnProperty(s)){const r=this.properties[s];if(r){if(t){t=false}else{e+=","}e+=`${s}=${command_o(r)}`}}}}e+=`${s}${i(this.message)}`;return e}}function i(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function command_o(e){return toCommandValue(e).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}

// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __webpack_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
function issueFileCommand(e,t){const i=process.env[`GITHUB_${e}`];if(!i){throw new Error(`Unable to find environment variable for file command ${e}`)}if(!external_fs_.existsSync(i)){throw new Error(`Missing file at path: ${i}`)}external_fs_.appendFileSync(i,`${toCommandValue(t)}${external_os_.EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(n,t){const i=`ghadelimiter_${external_crypto_.randomUUID()}`;const s=toCommandValue(t);if(n.includes(i)){throw new Error(`Unexpected input: name should not contain the delimiter "${i}"`)}if(s.includes(i)){throw new Error(`Unexpected input: value should not contain the delimiter "${i}"`)}return`${n}<<${i}${external_os_.EOL}${s}${external_os_.EOL}${i}`}

// EXTERNAL MODULE: external "path"
var external_path_ = __webpack_require__(6928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var t=undefined&&undefined.__awaiter||function(t,e,r,o){function n(t){return t instanceof r?t:new r(function(e){e(t)})}return new(r||(r=Promise))(function(r,i){function s(t){try{p(o.next(t))}catch(t){i(t)}}function u(t){try{p(o["throw"](t))}catch(t){i(t)}}function p(t){t.done?r(t.value):n(t.value).then(s,u)}p((o=o.apply(t,e||[])).next())})};var ExitCode;(function(t){t[t["Success"]=0]="Success";t[t["Failure"]=1]="Failure"})(ExitCode||(ExitCode={}));function exportVariable(t,e){const i=toCommandValue(e);process.env[t]=i;const u=process.env["GITHUB_ENV"]||"";if(u){return issueFileCommand("ENV",prepareKeyValueMessage(t,e))}issueCommand("set-env",{name:t},i)}function setSecret(t){issueCommand("add-mask",{},t)}function addPath(t){const e=process.env["GITHUB_PATH"]||"";if(e){o("PATH",t)}else{r("add-path",{},t)}process.env["PATH"]=`${t}${p.delimiter}${process.env["PATH"]}`}function getInput(t,e){const r=process.env[`INPUT_${t.replace(/ /g,"_").toUpperCase()}`]||"";if(e&&e.required&&!r){throw new Error(`Input required and not supplied: ${t}`)}if(e&&e.trimWhitespace===false){return r}return r.trim()}function getMultilineInput(t,e){const r=getInput(t,e).split("\n").filter(t=>t!=="");if(e&&e.trimWhitespace===false){return r}return r.map(t=>t.trim())}function getBooleanInput(t,e){const r=["true","True","TRUE"];const o=["false","False","FALSE"];const n=getInput(t,e);if(r.includes(n))return true;if(o.includes(n))return false;throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${t}\n`+`Support boolean input list: \`true | True | TRUE | false | False | FALSE\``)}function setOutput(t,e){const i=process.env["GITHUB_OUTPUT"]||"";if(i){return issueFileCommand("OUTPUT",prepareKeyValueMessage(t,e))}process.stdout.write(external_os_.EOL);issueCommand("set-output",{name:t},toCommandValue(e))}function setCommandEcho(t){e("echo",t?"on":"off")}function setFailed(t){process.exitCode=ExitCode.Failure;error(t)}function isDebug(){return process.env["RUNNER_DEBUG"]==="1"}function debug(t){issueCommand("debug",{},t)}function error(t,e={}){issueCommand("error",toCommandProperties(e),t instanceof Error?t.toString():t)}function warning(t,e={}){issueCommand("warning",toCommandProperties(e),t instanceof Error?t.toString():t)}function notice(t,e={}){issueCommand("notice",toCommandProperties(e),t instanceof Error?t.toString():t)}function info(t){process.stdout.write(t+external_os_.EOL)}function startGroup(t){issue("group",t)}function endGroup(){issue("endgroup")}function group(e,r){return t(this,void 0,void 0,function*(){startGroup(e);let t;try{t=yield r()}finally{endGroup()}return t})}function saveState(t,e){const i=process.env["GITHUB_STATE"]||"";if(i){return issueFileCommand("STATE",prepareKeyValueMessage(t,e))}issueCommand("save-state",{name:t},toCommandValue(e))}function getState(t){return process.env[`STATE_${t}`]||""}function getIDToken(e){return t(this,void 0,void 0,function*(){return yield c.getIDToken(e)})}

;// CONCATENATED MODULE: ./build/runner/host.js


const namesFile = (variable) => Boolean(process.env[variable]);
const annotators = { notice: notice, warning: warning, error: error };
const processHost = {
    env: process.env,
    log: info,
    isDebug: isDebug,
    debug: debug,
    annotate: (kind, message, properties) => annotators[kind](message, properties),
    startGroup: startGroup,
    endGroup: endGroup,
    setSecret: setSecret,
    setOutput: (name, text) => {
        if (namesFile('GITHUB_OUTPUT'))
            setOutput(name, text);
    },
    exportVariable: (name, text) => {
        if (namesFile('GITHUB_ENV'))
            exportVariable(name, text);
    },
    saveState: (name, text) => {
        if (namesFile('GITHUB_STATE'))
            saveState(name, text);
    },
    getState: getState,
    appendSummary: (markdown) => {
        const file = process.env['GITHUB_STEP_SUMMARY'];
        if (file)
            (0,external_node_fs_.appendFileSync)(file, markdown);
    },
    onSignal: (signal, listener) => {
        process.on(signal, listener);
    },
    setExitCode: (code) => {
        process.exitCode = code;
    },
};

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/text/control.js
var control = __webpack_require__(3506);
// EXTERNAL MODULE: ./build/text/cut.js
var cut = __webpack_require__(5307);
// EXTERNAL MODULE: ./build/text/redact.js
var redact = __webpack_require__(1106);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/runner/context.js

const readContext = (env) => {
    const read = (name) => env[name] || undefined;
    const serverUrl = read('GITHUB_SERVER_URL') ?? 'https://github.com';
    const repository = read('GITHUB_REPOSITORY');
    const runId = read('GITHUB_RUN_ID');
    const runAttempt = read('GITHUB_RUN_ATTEMPT');
    return {
        repository,
        repositoryId: read('GITHUB_REPOSITORY_ID'),
        sha: read('GITHUB_SHA'),
        ref: read('GITHUB_REF'),
        refName: read('GITHUB_REF_NAME'),
        headRef: read('GITHUB_HEAD_REF'),
        baseRef: read('GITHUB_BASE_REF'),
        actor: read('GITHUB_ACTOR'),
        triggeringActor: read('GITHUB_TRIGGERING_ACTOR'),
        eventName: read('GITHUB_EVENT_NAME'),
        eventPath: read('GITHUB_EVENT_PATH'),
        workflow: read('GITHUB_WORKFLOW'),
        job: read('GITHUB_JOB'),
        runId,
        runAttempt,
        runUrl: repository && runId
            ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt ?? '1'}`
            : undefined,
        serverUrl,
        apiUrl: read('GITHUB_API_URL') ?? 'https://api.github.com',
        workspace: read('GITHUB_WORKSPACE') ?? '.',
        temp: read('RUNNER_TEMP') ?? (0,external_node_os_.tmpdir)(),
    };
};

// EXTERNAL MODULE: ./build/text/duration.js
var duration = __webpack_require__(2811);
;// CONCATENATED MODULE: ./build/runner/api-url.js
const isLoopback = (hostname) => hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
const parseApiUrl = (text, refuse) => {
    if (!/^https?:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) {
        return refuse('is not the address of an API. Write one like https://api.humanitec.io');
    }
    const url = new URL(text);
    if (url.username !== '' || url.password !== '')
        return refuse('carries a user name or password. Leave it out');
    if (text.includes('?') || text.includes('#'))
        return refuse('has a query or a fragment. Leave it out');
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        return refuse('would send the token unencrypted. Write https; http is for localhost, 127.0.0.1 and [::1] only');
    }
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
};

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/runner/input-file.js



const maxBytes = 10_000_000;
const isInside = (root, path) => {
    const way = (0,external_node_path_.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
};
const reasons = {
    ENOENT: 'does not exist',
    ENOTDIR: 'does not exist',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
    ELOOP: 'is a symbolic link that leads back to itself',
    ENAMETOOLONG: 'has too long a name',
    EINVAL: 'is not a path',
    ERR_INVALID_ARG_VALUE: 'is not a path',
};
const reasonFor = (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = reasons[code];
    if (reason === undefined)
        throw error;
    return reason;
};
const locate = async (path, roots, refuse) => {
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(roots[0], path)).catch((error) => refuse(reasonFor(error)));
    const realRoots = await Promise.all(roots.map((root) => (0,promises_.realpath)(root).catch(() => (0,external_node_path_.resolve)(root))));
    const root = realRoots.find((each) => isInside(each, real));
    if (root === undefined) {
        return refuse(`lies outside of the workspace (GITHUB_WORKSPACE)${roots.length > 1 ? ' and of RUNNER_TEMP' : ''}`);
    }
    if ((0,external_node_path_.relative)(root, real).split(external_node_path_.sep).includes('.git'))
        return refuse('lies in .git, where credentials may be');
    return real;
};
const listInputFiles = async (path, { roots, endings }, refuse) => {
    const explain = (error) => refuse(reasonFor(error));
    const real = await locate(path, roots, (problem) => refuse(/[*?]/.test(path) ? 'is a pattern, and patterns are not filled in. Name the folder, or each file' : problem));
    if (!(await (0,promises_.stat)(real).catch(explain)).isDirectory())
        return [path];
    const entries = await (0,promises_.readdir)(real, { withFileTypes: true }).catch(explain);
    const names = entries
        .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .filter((name) => endings.some((ending) => name.endsWith(ending)));
    if (names.length === 0)
        return refuse(`is a folder with no file that ends with ${endings.join(' or ')}`);
    return names.sort().map((name) => (0,external_node_path_.join)(path, name));
};
const readInputFile = async (path, roots, refuse) => {
    const explain = (error) => refuse(reasonFor(error));
    const real = await locate(path, roots, refuse);
    const found = await (0,promises_.stat)(real).catch(explain);
    if (!found.isFile())
        return refuse('is not a file');
    if (found.size > maxBytes)
        return refuse(`is larger than 10 MB (${found.size} bytes)`);
    const bytes = await (0,promises_.readFile)(real).catch(explain);
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        return refuse('is not text in UTF-8');
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
};

// EXTERNAL MODULE: ./build/runner/lists.js
var lists = __webpack_require__(1399);
// EXTERNAL MODULE: ./build/runner/structured.js
var structured = __webpack_require__(6915);
;// CONCATENATED MODULE: ./build/runner/inputs.js








const credentials = ['token', 'github-token'];
const variables = {
    token: 'HUMANITEC_TOKEN',
    org: 'HUMANITEC_ORG',
    app: 'HUMANITEC_APP',
    env: 'HUMANITEC_ENV',
    'api-url': 'HUMANITEC_API_URL',
};
const ids = new Set('org app env from-env for-env run-id pipeline-id delta-id set-id deployment-id approval-id from-deployment'.split(' '));
const truths = new Map([
    ...['true', 'True', 'TRUE'].map((word) => [word, true]),
    ...['false', 'False', 'FALSE'].map((word) => [word, false]),
]);
const quoted = (names) => names.map((name) => `'${name}'`).join(', ');
const shownPath = (path) => JSON.stringify((0,cut/* cutCharacters */.lD)(path, 100));
const checkLimits = (value, limits, show, refuse) => {
    const { min, max } = limits;
    if (min !== undefined && value < min)
        return refuse(`is too small. Write ${show(min)} or more`);
    if (max !== undefined && value > max)
        return refuse(`is too large. Write ${show(max)} or less`);
    return value;
};
const createInputs = ({ env, fileRoots, mask, redact }) => {
    const given = (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined;
    const fromVariable = (name) => env[variables[name] ?? '']?.trim() || undefined;
    const written = (name) => given(name) ?? fromVariable(name);
    for (const name of credentials) {
        for (const value of [given(name), fromVariable(name)])
            if (value !== undefined)
                mask(value);
    }
    const placeOf = (name) => given(name) === undefined && fromVariable(name) !== undefined
        ? `Environment variable ${variables[name]} (read because input '${name}' is empty)`
        : `Input '${name}'`;
    const refuserOf = (name) => {
        return (problem) => {
            const shown = redact(written(name) ?? '').replace(/\/\/[^/@\s]*@/g, '//***@');
            const value = (0,cut/* cutCharacters */.lD)((0,control/* plainLine */.h0)(shown), 100);
            throw new errors/* InputError */.dz(`${placeOf(name)} is "${value}", which ${redact(problem)}.`);
        };
    };
    const text = (name) => {
        const value = written(name);
        return ids.has(name) && (value === '.' || value === '..') ? refuserOf(name)('is not an id') : value;
    };
    const required = (name) => {
        const value = text(name);
        if (value !== undefined)
            return value;
        const variable = variables[name];
        throw new errors/* InputError */.dz(`Input '${name}' is required and missing or empty. Give it in the step's \`with:\`${variable ? `, or set the environment variable ${variable}` : ''}.`);
    };
    const optionalToken = (name) => {
        const value = text(name);
        if (value === undefined)
            return undefined;
        if (!/^[\x21-\x7e]+$/.test(value)) {
            throw new errors/* InputError */.dz(`${placeOf(name)} is not a token: it holds spaces, line breaks or other characters that no token has. ` +
                'Check how the secret was pasted.');
        }
        return value;
    };
    const parsed = (name, parse, fallback) => {
        const value = text(name);
        return value === undefined ? fallback : parse(value, refuserOf(name));
    };
    const file = (name) => Promise.resolve(parsed(name, (path, refuse) => readInputFile(path, fileRoots, refuse)));
    const pathRefuser = (name, path) => (problem) => refuserOf(name)(path === written(name) ? problem : `has ${shownPath(path)}, which ${problem}`);
    const readAmong = async (name, path, roots) => readInputFile(path, roots, pathRefuser(name, path));
    const listAmong = async (name, path, endings) => listInputFiles(path, { roots: fileRoots, endings }, pathRefuser(name, path));
    const asObject = (value, refuse) => (0,structured/* isObject */.G)(value) ? value : refuse('is not a mapping. Write a JSON or YAML mapping');
    const atMostOne = (...names) => {
        const present = names.filter((name) => given(name) !== undefined);
        if (present.length > 1)
            throw new errors/* InputError */.dz(`Inputs ${quoted(present)} exclude each other. Give only one of them.`);
        return present[0];
    };
    return {
        text,
        required,
        optionalToken,
        token: (name) => optionalToken(name) ?? required(name),
        choice: (name, choices, fallback) => parsed(name, (value, refuse) => choices.find((choice) => choice === value) ?? refuse(`is not one of its choices: ${choices.join(', ')}`), fallback),
        boolean: (name, fallback) => parsed(name, (value, refuse) => truths.get(value) ?? refuse('is not a boolean. Write true or false'), fallback),
        integer: (name, limits = {}) => parsed(name, (value, refuse) => {
            if (!/^[+-]?\d{1,15}$/.test(value))
                return refuse('is not a whole number');
            return checkLimits(Number(value), limits, String, refuse);
        }, limits.default),
        duration: (name, limits = {}) => parsed(name, (value, refuse) => {
            const ms = (0,duration/* parseDuration */.E)(value);
            if (ms === undefined)
                return refuse('is not a duration. Write 30s, 10m, 1h30m or a number of seconds');
            return checkLimits(ms, limits, duration/* formatDuration */.a, refuse);
        }, limits.default),
        apiUrl: (name, fallback) => parsed(name, parseApiUrl, fallback),
        list: async (name) => parsed(name, lists/* parseList */.E1, []),
        mapping: async (name, pair) => parsed(name, (value, refuse) => (0,lists/* parseMapping */.KV)(value, refuse, pair), new Map()),
        json: async (name) => parsed(name, (value, refuse) => (0,structured/* parseStructured */.j)(value, refuse)),
        object: async (name) => parsed(name, async (value, refuse) => asObject(await (0,structured/* parseStructured */.j)(value, refuse), refuse)),
        file,
        fileAt: (name, path) => readAmong(name, path, fileRoots),
        filesAt: listAmong,
        workspaceFile: (name, path) => readAmong(name, path, [fileRoots[0]]),
        jsonFile: async (name) => {
            const content = await file(name);
            return content === undefined ? undefined : (0,structured/* parseStructured */.j)(content, refuserOf(name));
        },
        atMostOne,
        exactlyOne: (...names) => {
            const present = atMostOne(...names);
            if (present === undefined)
                throw new errors/* InputError */.dz(`One of the inputs ${quoted(names)} is required.`);
            return present;
        },
        renamed: (oldName, newName) => {
            if (given(oldName) === undefined)
                return;
            throw new errors/* InputError */.dz(`Input '${oldName}' is called '${newName}' now. Write \`${newName}:\` instead of \`${oldName}:\` in the step's \`with:\`.`);
        },
        refuse: (name, problem) => refuserOf(name)(problem),
    };
};

;// CONCATENATED MODULE: ./build/runner/signals.js
class InterruptedError extends Error {
    name = 'InterruptedError';
    signal;
    constructor(signal) {
        super(`The step was interrupted (${signal}).`);
        this.signal = signal;
    }
}
const interruption = (host) => {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        host.onSignal(signal, () => controller.abort(new InterruptedError(signal)));
    }
    return controller.signal;
};

;// CONCATENATED MODULE: ./build/runner/runner.js









const maxOutputBytes = 60_000;
const maxSummaryBytes = 1024 * 1024;
const maxAnnotationBytes = 4000;
const toText = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const createMasks = (host) => {
    const secrets = new Set();
    let redactor;
    return {
        redact: (text) => (redactor ??= (0,redact/* createRedactor */.lY)(secrets))(text),
        mask: (secret) => {
            const whole = secret.trim();
            if (whole === '' || secrets.has(whole))
                return;
            secrets.add(whole);
            redactor = undefined;
            for (const part of (0,redact/* secretParts */.Bm)(whole))
                host.setSecret(part);
        },
    };
};
const createLog = (host, redact) => {
    let isGroupOpen = false;
    const annotate = (kind) => (message, { title = '', file = '', line, column } = {}) => {
        const { text, truncated } = (0,cut/* cutBytes */.Uw)((0,control/* plainText */.wh)(redact(message)), maxAnnotationBytes);
        const shown = { title: (0,control/* plainLine */.h0)(redact(title)), file: (0,control/* plainLine */.h0)(file) };
        host.annotate(kind, truncated ? `${text}…` : text, {
            ...(shown.title && { title: shown.title }),
            ...(shown.file && { file: shown.file }),
            ...(line !== undefined && { startLine: line }),
            ...(line !== undefined && column !== undefined && { startColumn: column }),
        });
    };
    const endGroup = () => {
        if (isGroupOpen)
            host.endGroup();
        isGroupOpen = false;
    };
    const startGroup = (title) => {
        endGroup();
        host.startGroup((0,control/* plainLine */.h0)(redact(title)));
        isGroupOpen = true;
    };
    return {
        info: (text) => host.log((0,control/* logLines */.OG)(redact(text)).join('\n')),
        debug: (text) => {
            if (host.isDebug())
                host.debug((0,control/* plainText */.wh)(redact(text)));
        },
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        startGroup,
        endGroup,
        group: async (title, body) => {
            startGroup(title);
            try {
                return await body();
            }
            finally {
                endGroup();
            }
        },
    };
};
const createResults = (host, { redact, warning }) => {
    let summaryBytes = 0;
    const setOutput = (name, value) => host.setOutput(name, toText(value));
    return {
        setOutput,
        setCutOutput: (name, value) => {
            const { text, truncated } = (0,cut/* cutBytes */.Uw)(toText(value), maxOutputBytes);
            setOutput(name, text);
            setOutput(`${name}-truncated`, truncated);
        },
        summary: (markdown) => {
            const { text } = (0,cut/* cutMarkdown */.G$)(`${redact(markdown).replace(/\n*$/, '')}\n\n`, maxSummaryBytes - summaryBytes);
            summaryBytes += Buffer.byteLength(text);
            if (text === '')
                return;
            try {
                host.appendSummary(text);
            }
            catch (error) {
                warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
            }
        },
        exportVariable: (name, value) => host.exportVariable(name, value),
        saveState: (name, value) => host.saveState(name, toText(value)),
        getState: (name) => host.getState(name) || undefined,
    };
};
const readEvent = (path) => {
    if (path === undefined)
        return {};
    const event = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    return typeof event === 'object' && event !== null ? event : {};
};
const createRunner = (host = processHost) => {
    const { mask, redact } = createMasks(host);
    const context = readContext(host.env);
    const log = createLog(host, redact);
    return {
        ...log,
        ...createResults(host, { ...log, redact }),
        mask,
        redact,
        context,
        inputs: createInputs({ env: host.env, fileRoots: [context.workspace, context.temp], mask, redact }),
        signal: interruption(host),
        writeTempFile: (fileName, text) => {
            const path = (0,external_node_path_.join)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(context.temp, 'humanitec-')), (0,external_node_path_.basename)(fileName));
            (0,external_node_fs_.writeFileSync)(path, text);
            return path;
        },
        readEvent: () => readEvent(context.eventPath),
        fail: (message) => {
            log.endGroup();
            log.error(message);
            host.setExitCode(1);
        },
    };
};

// EXTERNAL MODULE: ./build/text/sentence.js
var sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/actions/step.js
var step = __webpack_require__(765);
;// CONCATENATED MODULE: ./build/actions/table.js
const actions = {
    api: () => Promise.all(/* import() */[__webpack_require__.e(892), __webpack_require__.e(807), __webpack_require__.e(301), __webpack_require__.e(78)]).then(__webpack_require__.bind(__webpack_require__, 5456)),
    'apply-pipeline': () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(991)]).then(__webpack_require__.bind(__webpack_require__, 3991)),
    approve: () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(63)]).then(__webpack_require__.bind(__webpack_require__, 9063)),
    'create-delta': () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(85), __webpack_require__.e(190)]).then(__webpack_require__.bind(__webpack_require__, 5190)),
    deploy: () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(317), __webpack_require__.e(458)]).then(__webpack_require__.bind(__webpack_require__, 6458)),
    environment: () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(43)]).then(__webpack_require__.bind(__webpack_require__, 2043)),
    orchestrator: () => __webpack_require__.e(/* import() */ 248).then(__webpack_require__.bind(__webpack_require__, 3248)),
    'preview-gate': () => __webpack_require__.e(/* import() */ 192).then(__webpack_require__.bind(__webpack_require__, 6192)),
    'register-artefact': () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(540)]).then(__webpack_require__.bind(__webpack_require__, 4540)),
    report: () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(317), __webpack_require__.e(594)]).then(__webpack_require__.bind(__webpack_require__, 4594)),
    'run-pipeline': () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(317), __webpack_require__.e(359)]).then(__webpack_require__.bind(__webpack_require__, 6359)),
    'wait-for-run': () => Promise.all(/* import() */[__webpack_require__.e(807), __webpack_require__.e(317), __webpack_require__.e(382)]).then(__webpack_require__.bind(__webpack_require__, 8382)),
};

;// CONCATENATED MODULE: ./build/actions/run-action.js










const expected = [errors/* InputError */.dz, errors/* ApiError */.hD, github_errors/* GitHubError */.y, errors/* NetworkError */.Dr, errors/* TimeoutError */.MU, step/* FailedStep */.u, InterruptedError];
const report = (runner, error) => {
    if (!(error instanceof Error))
        return runner.fail(`Unexpected failure: ${String(error)}`);
    const message = error.message.includes('\n') ? error.message : (0,sentence/* sentence */.e)(error.message);
    if (expected.some((kind) => error instanceof kind))
        return runner.fail(message);
    runner.debug(error.stack ?? '');
    runner.fail(`Unexpected failure, which is a bug of this action: ${error.message}`);
};
const runPhase = async (action, phase, step) => {
    try {
        await action[phase]?.(step);
    }
    catch (error) {
        report(step.runner, error);
    }
};
const createLateTransport = () => {
    let loaded;
    const load = async () => {
        const { createHttpTransport } = await __webpack_require__.e(/* import() */ 642).then(__webpack_require__.bind(__webpack_require__, 7642));
        return createHttpTransport({ clock: clock/* systemClock */.m, env: processHost.env });
    };
    return {
        send: async (request) => (await (loaded ??= load())).send(request),
        close: async () => (await loaded)?.close(),
    };
};
const runAction = async (name, phase) => {
    const connections = createLateTransport();
    const runner = createRunner();
    try {
        const action = await actions[name]();
        await runPhase(action, phase, { runner, clock: clock/* systemClock */.m, random: random/* systemRandom */.v, transport: connections.send });
    }
    finally {
        await connections.close();
    }
};


/***/ }),

/***/ 765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ FailedStep)
/* harmony export */ });
class FailedStep extends Error {
    name = 'FailedStep';
}


/***/ }),

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

/***/ 9984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   MU: () => (/* binding */ TimeoutError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   hD: () => (/* binding */ ApiError)
/* harmony export */ });
class InputError extends Error {
    name = 'InputError';
}
class ApiError extends Error {
    name = 'ApiError';
    method;
    path;
    status;
    code;
    details;
    body;
    afterUnanswered;
    constructor(answer) {
        super(`${answer.method} ${answer.path} failed: ${answer.status} ${answer.message}`);
        this.method = answer.method;
        this.path = answer.path;
        this.status = answer.status;
        this.code = answer.code;
        this.details = answer.details;
        this.body = answer.body ?? '';
        this.afterUnanswered = answer.afterUnanswered ?? false;
    }
}
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
class TimeoutError extends Error {
    name = 'TimeoutError';
    sent;
    constructor(message, { cause, sent = 'unknown' } = {}) {
        super(message, cause === undefined ? undefined : { cause });
        this.sent = sent;
    }
}


/***/ }),

/***/ 4288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isRounded),
/* harmony export */   b: () => (/* binding */ findRounded)
/* harmony export */ });
const digitsOf = (source) => /[1-9](?:\d*[1-9])?/.exec(source.replace(/[eE].*/, '').replace('.', ''))?.[0];
const isRounded = (source) => {
    const value = Number(source);
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER)
        return false;
    return !Number.isFinite(value) || digitsOf(source) !== digitsOf(String(value));
};
const numbersAndTexts = /(?:"([^"]*)"\s*:\s*)?(-?\d[\d.eE+-]*)|"[^"]*"/g;
const findRounded = (json) => {
    if (!/\d{16}|\d[eE]\+?\d/.test(json))
        return undefined;
    for (const [, key, source] of json.replace(/\\./g, '').matchAll(numbersAndTexts)) {
        if (source !== undefined && isRounded(source))
            return { key, source };
    }
    return undefined;
};


/***/ }),

/***/ 5072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hasStatus),
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
class GitHubError extends Error {
    name = 'GitHubError';
    status;
    operation;
    missingPermission;
    constructor(answer) {
        super(answer.message);
        this.status = answer.status;
        this.operation = answer.operation;
        this.missingPermission = answer.missingPermission;
    }
}
const hasStatus = (error, ...statuses) => error instanceof GitHubError && statuses.includes(error.status);


/***/ }),

/***/ 7704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const systemRandom = {
    fraction: () => Math.random(),
    uuid: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
    hex: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(bytes).toString('hex'),
};


/***/ }),

/***/ 1399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   KV: () => (/* binding */ parseMapping),
/* harmony export */   qK: () => (/* binding */ isStructuredMapping)
/* harmony export */ });
/* harmony import */ var _structured_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6915);

const linesOf = (text) => text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const kindOf = (value) => {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
};
const itemText = (value, place, refuse) => {
    if (typeof value !== 'string')
        return refuse(`has ${place} that is ${kindOf(value)}. Write it in quotes`);
    const text = value.trim();
    return text === '' ? refuse(`has ${place} that is empty`) : text;
};
const parseList = async (text, refuse) => {
    const lines = linesOf(text);
    const isStructured = text.trimStart().startsWith('[') || (lines[0] ?? '').startsWith('- ');
    if (!isStructured)
        return lines;
    const value = await (0,_structured_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStructured */ .j)(text, refuse, { scalars: 'text' });
    if (!Array.isArray(value))
        return refuse('is not a list. Write one item a line, or a JSON or YAML list');
    return value.map((item, index) => itemText(item, `an item (number ${index + 1})`, refuse));
};
const parsePairs = (lines, refuse, pair) => {
    const pairs = new Map();
    for (const line of lines) {
        const equals = line.indexOf('=');
        const key = line.slice(0, Math.max(0, equals)).trim();
        if (key === '')
            return refuse(`has a line that is not ${pair}: ${JSON.stringify(line)}`);
        if (pairs.has(key))
            return refuse(`has the key ${JSON.stringify(key)} twice`);
        pairs.set(key, itemText(line.slice(equals + 1), `a value (of ${JSON.stringify(key)})`, refuse));
    }
    return pairs;
};
const isStructuredMapping = (text) => /^[{]|^[^=]*:(?:\s|$)/.test(linesOf(text).find((line) => !/^(?:#|---)/.test(line)) ?? '');
const parseMapping = async (text, refuse, pair = 'key=value') => {
    if (!isStructuredMapping(text))
        return parsePairs(linesOf(text), refuse, pair);
    const value = await (0,_structured_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStructured */ .j)(text, refuse, { scalars: 'text' });
    if (!(0,_structured_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return refuse(`is not a mapping. Write ${pair}, one a line, or a JSON or YAML mapping`);
    return new Map(Object.entries(value).map(([key, item]) => [key, itemText(item, `a value (of ${JSON.stringify(key)})`, refuse)]));
};


/***/ }),

/***/ 6915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   j: () => (/* binding */ parseStructured)
/* harmony export */ });
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4288);
/* harmony import */ var _text_cut_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5307);


const maxDepth = 64;
const maxValues = 1_000_000;
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const countKeys = (root, refuse) => {
    let values = 0;
    let keys = 0;
    const visit = (value, depth) => {
        values += 1;
        if (depth > maxDepth)
            refuse(`is nested more than ${maxDepth} levels deep`);
        if (values > maxValues)
            refuse(`holds more than ${maxValues} values`);
        if (typeof value === 'number' && !Number.isFinite(value))
            refuse('holds a number that JSON cannot express');
        if (typeof value !== 'object' || value === null)
            return;
        if (Array.isArray(value)) {
            for (const item of value)
                visit(item, depth + 1);
            return;
        }
        for (const [key, item] of Object.entries(value)) {
            if (key === '__proto__')
                refuse('has the key "__proto__", which is not allowed');
            keys += 1;
            visit(item, depth + 1);
        }
    };
    visit(root, 0);
    return keys;
};
const jsonStrings = /"(?:[^"\\]|\\.)*"(\s*:)?/g;
const refuseRounded = (source, refuse) => refuse(`holds the number ${(0,_text_cut_js__WEBPACK_IMPORTED_MODULE_0__/* .cutCharacters */ .lD)(source, 40)}, which would not be kept exactly. Write it in quotes, as text`);
const parseJson = (text, refuse) => {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const keys = countKeys(value, refuse);
    const rounded = (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .findRounded */ .b)(text);
    if (rounded)
        refuseRounded(rounded.source, refuse);
    let written = 0;
    for (const [, colon] of text.matchAll(jsonStrings))
        if (colon)
            written += 1;
    return written === keys ? { value } : undefined;
};
const parseYaml = async (text, refuse, { scalars }) => {
    const { isScalar, parseDocument, visit } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        const document = parseDocument(text, {
            version: '1.2',
            schema: scalars === 'text' ? 'failsafe' : 'core',
            merge: false,
            uniqueKeys: true,
            logLevel: 'error',
        });
        const [problem] = [...document.errors, ...document.warnings];
        if (problem) {
            if (problem.code === 'RESOURCE_EXHAUSTION')
                refuse(`is nested more than ${maxDepth} levels deep`);
            const [place] = problem.linePos ?? [];
            const [reason] = problem.message.replace(/ at line \d+, column \d+:[^]*$/, '').split(/[\n;]/);
            const where = place ? ` at line ${place.line}, column ${place.col}` : '';
            return refuse(`is neither JSON nor YAML${where}: ${reason}`);
        }
        visit(document, {
            Scalar: (_, { value, source = '' }) => {
                if (typeof value === 'number' && Number.isFinite(value) && (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .isRounded */ .E)(source))
                    refuseRounded(source, refuse);
            },
            Pair: (_, { key }) => {
                if (key !== null && !isScalar(key))
                    refuse('has a key that is a list, a mapping or an alias. Write a text');
            },
        });
        const value = document.toJS({ maxAliasCount: 100 });
        countKeys(value, refuse);
        return value;
    }
    catch (error) {
        if (error instanceof RangeError || error instanceof ReferenceError) {
            return refuse(`cannot be read as YAML: ${error.message}`);
        }
        throw error;
    }
};
const parseStructured = async (text, refuse, options = { scalars: 'typed' }) => {
    const json = parseJson(text, refuse);
    return json ? json.value : parseYaml(text, refuse, options);
};


/***/ }),

/***/ 3506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);
const CSI = String.fromCharCode(0x9b);
const OSC = String.fromCharCode(0x9d);
const ST = String.fromCharCode(0x9c);
const ansi = new RegExp([
    `(?:${ESC}[\\]PX^_]|${OSC})[^${BEL}${ESC}${ST}${OSC}]*(?:${BEL}|${ESC}\\\\|${ST})`,
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]`,
    `${ESC}[ -/]*[0-~]`,
].join('|'), 'g');
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const invisible = String.raw `[^\P{Cc}\n\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]`;
const harmless = /^[\n\x20-\x7e]*$/;
const plainText = (text) => harmless.test(text) ? text : text.replace(ansi, '').replace(lineBreaks, '\n').replace(new RegExp(invisible, 'gu'), '');
const plainLine = (text) => plainText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
const logLines = (text) => plainText(text)
    .split('\n')
    .map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '##\\['));


/***/ }),

/***/ 5307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G$: () => (/* binding */ cutMarkdown),
/* harmony export */   Uw: () => (/* binding */ cutBytes),
/* harmony export */   lD: () => (/* binding */ cutCharacters)
/* harmony export */ });
const byteLength = (text) => Buffer.byteLength(text);
const beginning = (text, maxBytes) => {
    const bytes = Buffer.from(text);
    if (bytes.length <= maxBytes)
        return text;
    let end = Math.max(0, maxBytes);
    while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80)
        end -= 1;
    return bytes.toString('utf8', 0, end);
};
const cutBytes = (text, maxBytes) => {
    const kept = beginning(text, maxBytes);
    return { text: kept, truncated: kept.length < text.length };
};
const cutCharacters = (text, max) => {
    if (text.length <= max)
        return text;
    const characters = Array.from(text);
    return characters.length <= max ? text : `${characters.slice(0, Math.max(0, max - 1)).join('')}…`;
};
const closing = (markdown) => {
    let fence = '';
    let details = 0;
    for (const line of markdown.split('\n')) {
        const run = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
        if (fence !== '') {
            if (run?.[1]?.startsWith(fence) && run[2]?.trim() === '')
                fence = '';
        }
        else if (run?.[1]) {
            fence = run[1];
        }
        else {
            details += line.split('<details').length - line.split('</details>').length;
        }
    }
    return (fence === '' ? '' : `\n${fence}`) + '\n</details>'.repeat(Math.max(0, details));
};
const cutMarkdown = (markdown, maxBytes) => {
    const total = byteLength(markdown);
    if (total <= maxBytes)
        return { text: markdown, truncated: false };
    const note = (kept) => `${closing(kept)}\n\n_Cut here: the whole text has ${total} bytes, ${byteLength(kept)} of them are shown._\n`;
    let budget = maxBytes;
    while (budget > 0) {
        const piece = beginning(markdown, budget);
        const lineEnd = piece.lastIndexOf('\n');
        const kept = lineEnd > 0 ? piece.slice(0, lineEnd) : piece;
        const text = kept + note(kept);
        const excess = byteLength(text) - maxBytes;
        if (excess <= 0)
            return { text, truncated: true };
        budget = byteLength(kept) - excess;
    }
    return { text: '', truncated: true };
};


/***/ }),

/***/ 2811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

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
const parseDuration = (text) => {
    if (/^\d{1,9}$/.test(text))
        return Number(text) * second;
    const parts = written.exec(text)?.slice(1);
    if (text.trim() === '' || !parts)
        return undefined;
    return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (scale[index] ?? 0), 0);
};
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

/***/ 6628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   xR: () => (/* binding */ tableCell)
/* harmony export */ });
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3506);

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
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
const inline = (text) => escapeSpecial((0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(text));
const tableCell = (text) => (0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text)
    .trim()
    .split('\n')
    .map((line) => inline(line))
    .join('<br>');
const entity = (character) => `&#${character.codePointAt(0)};`;
const code = (text) => {
    const line = (0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h0)(text);
    if (line === '')
        return '';
    return /[`|\\]/.test(line) ? `<code>${line.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>` : `\`${line}\``;
};
const codeBlock = (text, language = '') => {
    const lines = (0,_control_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text).replace(/(?<!\n)\n+$/, '');
    const longest = (lines.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language.replace(/[^\w+-]/g, '')}\n${lines}\n${fence}`;
};
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


/***/ }),

/***/ 1106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ secretParts),
/* harmony export */   eq: () => (/* binding */ isSensitiveName),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6628);

const shortestSecretLine = 4;
const secretParts = (secret) => {
    const lines = secret.split(/\r\n|[\r\n]/).map((line) => line.trim());
    const [only] = lines;
    if (lines.length === 1)
        return only ? [only] : [];
    return [...new Set(lines.filter((line) => line.length >= shortestSecretLine))];
};
const percentEncoded = (text) => new URLSearchParams({ _: text }).toString().slice(2);
const base64Forms = (secret) => [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const whole = bytes.toString('base64').replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((bytes.length * 8) / 6);
    const standard = whole.slice(first, last);
    return standard.length < 8 ? [] : [standard, standard.replaceAll('+', '-').replaceAll('/', '_')];
});
const formsOf = (secret) => {
    const wellFormed = Buffer.from(secret).toString();
    return [
        secret,
        encodeURIComponent(wellFormed),
        encodeURIComponent(wellFormed).replace(/%../g, (escape) => escape.toLowerCase()),
        percentEncoded(wellFormed),
        JSON.stringify(secret).slice(1, -1),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(secret),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(secret).replace(/^`.*`$/, secret),
        ...base64Forms(secret),
    ];
};
const longestInPattern = 4000;
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw `\$&`);
const createRedactor = (secrets) => {
    const forms = new Set();
    for (const secret of secrets) {
        const whole = secret.trim();
        if (whole === '')
            continue;
        for (const part of [whole, ...secretParts(whole)])
            for (const form of formsOf(part))
                forms.add(form);
    }
    const sorted = [...forms].sort((a, b) => b.length - a.length);
    const long = sorted.filter(({ length }) => length > longestInPattern);
    const pattern = sorted.slice(long.length).map(literally).join('|');
    const others = new RegExp(pattern || '(?!)', 'g');
    return (text) => long.reduce((rest, form) => rest.replaceAll(form, '***'), text).replace(others, '***');
};
const tellingPart = /secret|token|passw|passphrase|credential|apikey|privatekey|accesskey|signingkey|encryptionkey|masterkey|connectionstring|authorization/;
const tellingWords = new Set('key keys pass pgpass pwd pat pin auth bearer cred creds cookie jwt dsn otp salt signature sig'.split(' '));
const isSensitiveName = (name) => {
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    return tellingPart.test(words.join('')) || words.some((word) => tellingWords.has(word.replace(/(?<!\d)\d+$/, '')));
};


/***/ }),

/***/ 1178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ sentence),
/* harmony export */   f: () => (/* binding */ withoutStop)
/* harmony export */ });
const withoutStop = (text) => text.replace(/(?<![.\s])[.\s]+$/, '');
const sentence = (text) => {
    const plain = withoutStop(text);
    return /[!?]$/.test(plain) ? plain : `${plain}.`;
};


/***/ })

};
;
"use strict";
exports.id = 165;
exports.ids = [165,923];
exports.modules = {

/***/ 6663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitHub: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 18 modules
var github = __webpack_require__(9319);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/text/redact.js
var text_redact = __webpack_require__(1106);
;// CONCATENATED MODULE: ./build/github/link.js

const nextPage = (header, apiUrl) => {
    const target = /<([^>]*)>\s*;[^,<]*\brel="?next\b/.exec(header)?.[1];
    if (target === undefined)
        return undefined;
    if (URL.canParse(target) && new URL(target).origin === new URL(apiUrl).origin)
        return target;
    throw new errors/* NetworkError */.Dr("The next page of GitHub's list is not on the host of its API", {
        sent: true,
        retryable: false,
    });
};

;// CONCATENATED MODULE: ./build/github/rate-limit.js
const unnamedWaitMs = 60_000;
const skewMs = 1000;
const isRateLimited = ({ status, headers, body }) => {
    if (status !== 403 && status !== 429)
        return false;
    return (status === 429 ||
        headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit|abuse detection/i.test(body));
};
const readNumber = (header) => header !== undefined && /^\s*\d+\s*$/.test(header) ? Number(header) : undefined;
const rateLimitDelay = ({ headers }, { now, attempt }) => {
    const seconds = readNumber(headers['retry-after']);
    if (seconds !== undefined)
        return seconds * 1000;
    const reset = readNumber(headers['x-ratelimit-reset']);
    if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined)
        return Math.max(0, reset * 1000 - now) + skewMs;
    return unnamedWaitMs * 2 ** (attempt - 1);
};

;// CONCATENATED MODULE: ./build/github/fetch.js


const maxAttempts = 6;
const firstDelayMs = 1000;
const requestTimeoutMs = 30_000;
const patienceMs = 120_000;
const isRepeatable = (method, path) => ['GET', 'HEAD', 'DELETE'].includes(method) || path.endsWith('/graphql');
const afterAnswer = (response, { repeatable, attempt, now }) => {
    if (isRateLimited(response)) {
        return { delayMs: rateLimitDelay(response, { now, attempt }), reason: 'GitHub limits how often it is asked' };
    }
    if (!repeatable || ![500, 502, 503, 504].includes(response.status))
        return undefined;
    return { delayMs: firstDelayMs * 2 ** (attempt - 1), reason: `GitHub answered ${response.status}` };
};
const afterError = (error, { repeatable, attempt }) => {
    if (!(error instanceof errors/* NetworkError */.Dr || error instanceof errors/* TimeoutError */.MU))
        return undefined;
    if (error instanceof errors/* NetworkError */.Dr && !error.retryable)
        return undefined;
    if (!repeatable && error.sent !== false)
        return undefined;
    return { delayMs: firstDelayMs * 2 ** (attempt - 1), reason: error.message };
};
const checkPath = (url) => {
    const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
    if (/\/(?:\.{1,2})?(?=\/|$)/.test(path))
        throw new errors/* InputError */.dz(`A name that is empty, '.' or '..' cannot be asked of GitHub (${path})`);
};
const toFetched = (url, { status, headers, body }) => ({
    status,
    url,
    headers: new Map(Object.entries(headers)),
    text: () => Promise.resolve(body),
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(body).buffer),
});
const createFetch = ({ transport, clock, signal, deadline, onRetry }) => {
    const attemptOnce = async (request) => {
        try {
            return { response: await transport(request) };
        }
        catch (error) {
            if (signal?.aborted)
                throw error;
            return { error };
        }
    };
    return async (url, { method, headers, body }) => {
        checkPath(url);
        const { pathname: path } = new URL(url);
        const repeatable = isRepeatable(method, path);
        const end = deadline ?? clock.now() + patienceMs;
        const request = { method, url, headers, ...(body && { body }), ...(signal && { signal }) };
        for (let attempt = 1;; attempt += 1) {
            signal?.throwIfAborted();
            if (clock.now() >= end)
                throw new errors/* TimeoutError */.MU(`${method} ${path} was not sent: the time for it had run out`, { sent: false });
            const timeoutMs = repeatable ? Math.min(requestTimeoutMs, end - clock.now()) : requestTimeoutMs;
            const result = await attemptOnce({ ...request, timeoutMs });
            const now = clock.now();
            const again = 'response' in result
                ? afterAnswer(result.response, { repeatable, attempt, now })
                : afterError(result.error, { repeatable, attempt });
            const isPossible = again && attempt < maxAttempts && now + again.delayMs < end;
            if (!isPossible) {
                if ('error' in result)
                    throw result.error;
                return toFetched(url, result.response);
            }
            onRetry?.({ method, path, reason: again.reason, delayMs: again.delayMs });
            await clock.sleep(again.delayMs, signal);
        }
    };
};

// EXTERNAL MODULE: ./build/text/cut.js
var cut = __webpack_require__(5307);
// EXTERNAL MODULE: ./build/text/control.js
var control = __webpack_require__(3506);
// EXTERNAL MODULE: ./build/text/sentence.js
var text_sentence = __webpack_require__(1178);
// EXTERNAL MODULE: ./build/github/errors.js
var github_errors = __webpack_require__(5072);
;// CONCATENATED MODULE: ./build/github/permission.js
const permissionFor = {
    'read the pull request': 'pull-requests: read',
    'list the comments': 'pull-requests: read',
    'read the comment': 'pull-requests: read',
    'create a comment': 'pull-requests: write',
    'edit the comment': 'pull-requests: write',
    'delete the comment': 'pull-requests: write',
    'react to the comment': 'pull-requests: write',
    'list the deployments': 'deployments: read',
    'create a deployment': 'deployments: write',
    'list the statuses of the deployment': 'deployments: read',
    'set the status of the deployment': 'deployments: write',
    'list the approvals of the workflow run': 'actions: read',
    'say what a person may do': 'metadata: read',
    'show the team': 'members: read',
    'say who is in the team': 'members: read',
    'say whose token this is': undefined,
};
const ofWorkflows = new Set(['actions', 'checks', 'contents', 'deployments', 'issues', 'pull-requests', 'statuses']);
const readSets = (header) => header
    .split(';')
    .map((set) => [...set.matchAll(/([a-z_]+)\s*=\s*([a-z]+)/g)].map(([, name = '', level = '']) => `${name.replaceAll('_', '-')}: ${level}`))
    .filter((set) => set.length > 0);
const takenPermission = (operation, header) => {
    const known = permissionFor[operation];
    const sets = readSets(header ?? '');
    const fitting = sets.find((set) => set.length === 1 && set[0] === known) ?? sets[0];
    return fitting?.join(', ') ?? known;
};
const permissionAdvice = (permission) => {
    const names = permission.split(', ').map((each) => each.split(':')[0] ?? '');
    return names.every((name) => ofWorkflows.has(name))
        ? `The token lacks the permission ${permission}: add it under permissions in the job`
        : `The token lacks the permission ${permission}, which permissions in a workflow cannot give: it takes a token of a GitHub App, or of a person, that has it`;
};

;// CONCATENATED MODULE: ./build/github/refusal.js






const longestMessage = 500;
const isRecord = (value) => typeof value === 'object' && value !== null;
const textOf = (value) => (typeof value === 'string' ? value : '');
const explainField = (problem) => {
    if (!isRecord(problem))
        return textOf(problem);
    return textOf(problem['message']) || [problem['field'], problem['code']].map(textOf).filter(Boolean).join(' ');
};
const messageOf = (data) => {
    if (!isRecord(data))
        return textOf(data).replace(/<[^>]*>/g, ' ');
    const errors = Array.isArray(data['errors']) ? data['errors'].slice(0, 5).map(explainField).filter(Boolean) : [];
    return [textOf(data['message']), errors.join('; ')].filter(Boolean).join(': ');
};
const otherReasons = /\b(?:locked|archived|read-only|SAML|SSO|IP (?:address|allow list)|suspended|blocked|disabled|rate limit|abuse)\b/i;
const adviseOthers = (operation, status) => {
    if (status === 401)
        return 'The token was not accepted: it may be mistyped, expired, or of a job that has ended';
    if (status === 404)
        return 'It does not exist, or the token may not see it';
    if (status >= 300 && status < 400)
        return 'GitHub sends this to another address, which is not followed';
    if (status >= 500 && /^(?:create|edit|react|set)/.test(operation))
        return 'Whether it happened all the same is not known';
    return undefined;
};
const toGitHubError = (operation, { status, headers, data }, redact) => {
    const said = (0,cut/* cutCharacters */.lD)((0,control/* plainLine */.h0)(redact(messageOf(data))).trim() || 'without an explanation', longestMessage);
    const isLimit = isRateLimited({ status, headers, body: said });
    const missingPermission = status === 403 && !isLimit && !otherReasons.test(said)
        ? takenPermission(operation, headers['x-accepted-github-permissions'])
        : undefined;
    const advice = isLimit
        ? 'GitHub limits how often it is asked, and there is no time left to wait'
        : missingPermission === undefined
            ? adviseOthers(operation, status)
            : permissionAdvice(missingPermission);
    const sentence = `GitHub refused to ${operation}: ${status} ${(0,text_sentence/* withoutStop */.f)(said)}`;
    const message = advice === undefined ? sentence : `${sentence}. ${advice}`;
    return new github_errors/* GitHubError */.y({ status, operation, message, missingPermission });
};

;// CONCATENATED MODULE: ./build/github/api.js






const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
const apiVersion = '2022-11-28';
const readRepository = (text) => {
    const [, owner, repo] = /^([\w-]+)\/([\w.-]+)$/.exec(text) ?? [];
    if (owner === undefined || repo === undefined)
        throw new errors/* InputError */.dz(`'${text}' is not a repository. Write it as owner/name`);
    return { owner, repo };
};
const readApiUrl = (text) => {
    if (!/^https?:\/\//.test(text) || !URL.canParse(text))
        throw new errors/* InputError */.dz(`'${text}' is not the address of GitHub's API, such as https://api.github.com`);
    return text.replace(/\/+$/, '');
};
const isRefusal = (value) => typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'data' in value;
const unwrap = (error) => {
    if (!(error instanceof Error) || error.name !== 'HttpError')
        return { error };
    if ('response' in error && isRefusal(error.response))
        return { refusal: error.response };
    return { error: error.cause ?? error };
};
const createApi = ({ token, apiUrl, repository, userAgent, ...options }) => {
    const baseUrl = readApiUrl(apiUrl);
    if (token.trim() === '')
        throw new errors/* InputError */.dz("GitHub's API takes a token, and there is none");
    const redact = (0,text_redact/* createRedactor */.lY)([token]);
    const request = { fetch: createFetch(options), log };
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl, log, request, ...(userAgent && { userAgent }) });
    octokit.hook.before('request', ({ headers }) => {
        headers['x-github-api-version'] = apiVersion;
    });
    const ask = async (operation, send) => {
        try {
            const answer = await send();
            if (answer.status >= 300)
                throw toGitHubError(operation, answer, redact);
            if (answer.status !== 204 && (typeof answer.data !== 'object' || answer.data === null))
                throw new errors/* NetworkError */.Dr(`GitHub was asked to ${operation} and answered ${answer.status}, but not with JSON`, {
                    sent: true,
                    retryable: false,
                });
            return answer;
        }
        catch (error) {
            const found = unwrap(error);
            throw 'refusal' in found ? toGitHubError(operation, found.refusal, redact) : found.error;
        }
    };
    return {
        request: octokit.request,
        repository: readRepository(repository),
        call: async (operation, send) => (await ask(operation, send)).data,
        pages: async function* (operation, first) {
            const seen = new Set();
            let send = first;
            for (;;) {
                const { data, headers } = await ask(operation, send);
                if (!Array.isArray(data))
                    throw new errors/* NetworkError */.Dr(`GitHub was asked to ${operation} and did not answer with a list`, { sent: true });
                yield* data;
                const next = nextPage(String(headers['link'] ?? ''), baseUrl);
                if (next === undefined)
                    return;
                if (seen.has(next))
                    throw new errors/* NetworkError */.Dr(`GitHub was asked to ${operation}, and its pages lead in a circle`, { sent: true });
                seen.add(next);
                send = async () => (await octokit.request(`GET ${next}`));
            }
        },
        query: async (operation, text) => {
            const url = baseUrl.endsWith('/api/v3') ? baseUrl.replace(/v3$/, 'graphql') : `${baseUrl}/graphql`;
            const answer = await ask(operation, () => octokit.request(`POST ${url}`, { query: text }));
            return answer.data;
        },
    };
};

;// CONCATENATED MODULE: ./build/github/comments.js

const toComment = ({ id, body, user, ...rest }) => ({
    id: Number(id),
    body: body ?? '',
    author: user?.login,
    authorType: user?.type,
    url: rest.html_url,
    createdAt: rest.created_at,
    updatedAt: rest.updated_at,
});
const createComments = ({ request, repository, call, pages }) => ({
    list: async function* (issue) {
        const first = () => request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...repository,
            issue_number: issue,
            per_page: 100,
        });
        for await (const comment of pages('list the comments', first))
            yield toComment(comment);
    },
    get: async (id) => {
        try {
            return toComment(await call('read the comment', () => request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id })));
        }
        catch (error) {
            if ((0,github_errors/* hasStatus */.R)(error, 404, 410))
                return undefined;
            throw error;
        }
    },
    create: async (issue, body) => toComment(await call('create a comment', () => request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repository,
        issue_number: issue,
        body,
    }))),
    update: async (id, body) => toComment(await call('edit the comment', () => request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id, body }))),
    delete: async (id) => {
        try {
            await call('delete the comment', () => request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...repository, comment_id: id }));
        }
        catch (error) {
            if (!(0,github_errors/* hasStatus */.R)(error, 404, 410))
                throw error;
        }
    },
    react: async (id, reaction) => {
        await call('react to the comment', () => request('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', {
            ...repository,
            comment_id: id,
            content: reaction,
        }));
    },
});

;// CONCATENATED MODULE: ./build/github/deployments.js


const longestDescription = 140;
const toDeployment = (received) => ({
    id: Number(received.id),
    sha: received.sha,
    ref: received.ref,
    environment: received.environment,
    description: received.description ?? '',
    payload: received.payload,
    creator: received.creator?.login,
    transient: received.transient_environment ?? false,
    production: received.production_environment ?? false,
    createdAt: received.created_at,
});
const toStatus = (received) => ({
    id: Number(received.id),
    state: received.state,
    description: received.description,
    logUrl: received.log_url || undefined,
    environmentUrl: received.environment_url || undefined,
    createdAt: received.created_at,
});
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const createDeployments = ({ request, repository, call, pages }) => ({
    list: async function* ({ environment, sha }) {
        const first = () => request('GET /repos/{owner}/{repo}/deployments', { ...repository, environment, ...given({ sha }), per_page: 100 });
        for await (const deployment of pages('list the deployments', first))
            yield toDeployment(deployment);
    },
    create: async ({ ref, environment, description = '', transient, production, payload }) => {
        const operation = 'create a deployment';
        const created = await call(operation, () => request('POST /repos/{owner}/{repo}/deployments', {
            ...repository,
            ref,
            environment,
            description: (0,cut/* cutCharacters */.lD)(description, longestDescription),
            auto_merge: false,
            required_contexts: [],
            ...given({ transient_environment: transient, production_environment: production, payload }),
        }));
        if ('id' in created)
            return toDeployment(created);
        const message = `GitHub did not ${operation}: ${created.message ?? 'it answered without one'}`;
        throw new github_errors/* GitHubError */.y({ status: 202, operation, message });
    },
    statuses: async function* (id) {
        const first = () => request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
            ...repository,
            deployment_id: id,
            per_page: 100,
        });
        for await (const status of pages('list the statuses of the deployment', first))
            yield toStatus(status);
    },
    setStatus: async (id, { state, description = '', logUrl, environmentUrl, autoInactive }) => toStatus(await call('set the status of the deployment', () => request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...repository,
        deployment_id: id,
        state,
        description: (0,cut/* cutCharacters */.lD)(description, longestDescription),
        ...given({ log_url: logUrl, environment_url: environmentUrl, auto_inactive: autoInactive }),
    }))),
});

;// CONCATENATED MODULE: ./build/github/people.js

const toPermission = (permission, role) => {
    if (permission === 'write' && role === 'maintain')
        return 'maintain';
    if (permission === 'read' && role === 'triage')
        return 'triage';
    return ['admin', 'write', 'read', 'none'].find((level) => level === permission);
};
const loginIn = (answer) => {
    const { data } = answer;
    const login = data?.viewer?.login;
    return typeof login === 'string' && login !== '' ? login : undefined;
};
const createPeople = ({ request, repository, call, query }) => {
    const isVisible = async (org, team) => {
        try {
            await call('show the team', () => request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: team }));
            return true;
        }
        catch (error) {
            if ((0,github_errors/* hasStatus */.R)(error, 403, 404))
                return false;
            throw error;
        }
    };
    return {
        permissionOf: async (login) => {
            try {
                const { permission, role_name } = await call('say what a person may do', () => request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', { ...repository, username: login }));
                return toPermission(permission, role_name);
            }
            catch (error) {
                if ((0,github_errors/* hasStatus */.R)(error, 404))
                    return /is not a user/.test(error.message) ? 'none' : undefined;
                if ((0,github_errors/* hasStatus */.R)(error, 403))
                    return undefined;
                throw error;
            }
        },
        isTeamMember: async (org, team, login) => {
            try {
                const { state } = await call('say who is in the team', () => request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
                    org,
                    team_slug: team,
                    username: login,
                }));
                return state === 'active';
            }
            catch (error) {
                if ((0,github_errors/* hasStatus */.R)(error, 403))
                    return undefined;
                if (!(0,github_errors/* hasStatus */.R)(error, 404))
                    throw error;
                return (await isVisible(org, team)) ? false : undefined;
            }
        },
        self: async () => {
            try {
                return loginIn(await query('say whose token this is', 'query { viewer { login } }'));
            }
            catch (error) {
                if ((0,github_errors/* hasStatus */.R)(error, 403, 404))
                    return undefined;
                throw error;
            }
        },
    };
};

;// CONCATENATED MODULE: ./build/github/pull-requests.js

const createPullRequests = ({ request, repository, call }) => ({
    get: async (number) => {
        try {
            const found = await call('read the pull request', () => request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...repository, pull_number: number }));
            const headRepository = found.head.repo;
            return {
                number: found.number,
                state: found.state,
                merged: found.merged,
                author: found.user.login,
                headRef: found.head.ref,
                headSha: found.head.sha,
                headRepository: headRepository?.full_name,
                baseRef: found.base.ref,
                isDraft: found.draft ?? false,
                labels: found.labels.map(({ name }) => name),
            };
        }
        catch (error) {
            if ((0,github_errors/* hasStatus */.R)(error, 404))
                return undefined;
            throw error;
        }
    },
});

;// CONCATENATED MODULE: ./build/github/runs.js
const createRuns = ({ request, repository, pages }) => ({
    approvals: async (runId) => {
        const approvals = [];
        const first = () => request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals', { ...repository, run_id: runId });
        for await (const { user, state, environments } of pages('list the approvals of the workflow run', first))
            approvals.push({ user: user.login, state, environments: environments.flatMap(({ name }) => name ?? []) });
        return approvals;
    },
});

;// CONCATENATED MODULE: ./build/github/client.js






const createGitHub = (options) => {
    const api = createApi(options);
    return {
        pullRequests: createPullRequests(api),
        comments: createComments(api),
        deployments: createDeployments(api),
        people: createPeople(api),
        runs: createRuns(api),
    };
};


/***/ }),

/***/ 1569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ restEndpointMethods)
/* harmony export */ });
const restEndpointMethods = () => ({})


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
;
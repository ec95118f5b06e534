"use strict";
exports.id = 192;
exports.ids = [192];
exports.modules = {

/***/ 6192:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9984);
// EXTERNAL MODULE: ./build/policy/workflow-subject.js
var workflow_subject = __webpack_require__(2756);
;// CONCATENATED MODULE: ./build/policy/preview.js

const fieldsOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const dependabot = 'dependabot[bot]';
const onPurpose = 'A maintainer can deploy it on purpose, by `workflow_dispatch` with the number of the pull request';
const skip = (reason) => ({ kind: 'skip', reason });
const refuse = (reason) => ({ kind: 'refuse', reason });
const mayUse = 'Let the workflow run on `pull_request`, or on `workflow_dispatch` with the number of a pull request.';
const refusals = new Map([
    [
        'pull_request_target',
        "`pull_request_target` runs with the secrets of the repository, also for a fork's change, which anybody may have " +
            `written. ${mayUse}`,
    ],
    [
        'workflow_run',
        "`workflow_run` runs with the secrets of the repository, also after the workflow of a fork's change, which anybody " +
            `may have written. ${mayUse}`,
    ],
    ['issue_comment', `\`issue_comment\` lets everybody who may comment decide what is deployed. ${mayUse}`],
]);
const isOfFork = (pullRequest, repositoryId) => {
    const { id } = fieldsOf(fieldsOf(pullRequest['head'])['repo']);
    return typeof id !== 'number' || String(id) !== repositoryId;
};
const decideOnPullRequest = ({ context, event }, { number: asked, repositoryId }) => {
    const pullRequest = fieldsOf(event['pull_request']);
    const { number } = pullRequest;
    if (typeof number !== 'number')
        return refuse("The event `pull_request` has no pull request: it is not GitHub's.");
    if (asked !== undefined && asked !== number) {
        return refuse(`The workflow runs for pull request #${number}, and input 'pull-request' names #${asked}.`);
    }
    const pull = `Pull request #${number}`;
    if (isOfFork(pullRequest, repositoryId))
        return skip(`${pull} is a fork's, which gets no preview. ${onPurpose}.`);
    if (context.actor === dependabot)
        return skip(`Dependabot caused this, and gets no preview. ${onPurpose}.`);
    if (event['action'] === 'closed')
        return { kind: 'delete', number };
    if (fieldsOf(pullRequest['user'])['login'] === dependabot) {
        return skip(`${pull} is Dependabot's, which gets no preview. ${onPurpose}.`);
    }
    return pullRequest['state'] === 'closed' ? skip(`${pull} is closed.`) : { kind: 'deploy', number };
};
const decidePreview = (workflow, number) => {
    const name = workflow.context.eventName ?? '';
    const repository = (0,workflow_subject/* repositoryOf */._M)(workflow);
    if (!repository)
        return refuse('The variables GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID are missing.');
    if (name === 'pull_request')
        return decideOnPullRequest(workflow, { number, repositoryId: repository.id });
    if (name === 'workflow_dispatch') {
        if (number !== undefined)
            return { kind: 'deploy', number };
        return refuse("On `workflow_dispatch`, input 'pull-request' is required: the number of the pull request to deploy.");
    }
    return refuse(refusals.get(name) ?? `The event '${name}' is no reason to deploy a pull request. ${mayUse}`);
};

;// CONCATENATED MODULE: ./build/actions/preview-gate/main.js


const main = async ({ runner }) => {
    const { context } = runner;
    const number = runner.inputs.integer('pull-request', { min: 1 });
    const decision = decidePreview({ context, event: runner.readEvent() }, number);
    runner.setOutput('decision', decision.kind);
    if ('reason' in decision) {
        const { kind, reason } = decision;
        runner.setOutput('reason', reason);
        if (kind === 'refuse') {
            runner.setOutput('status', 'refused');
            throw new errors/* InputError */.dz(reason);
        }
        runner.setOutput('status', 'skipped');
        return runner.notice(reason, { title: 'No preview environment' });
    }
    runner.setOutput('pull-request', decision.number);
    const what = decision.kind === 'deploy' ? 'gets its preview environment' : 'was closed: its preview environment goes';
    runner.info(`Pull request #${decision.number} ${what}.`);
};


/***/ }),

/***/ 2756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   _n: () => (/* binding */ pullRequestOf)
/* harmony export */ });
const at = (value, ...keys) => keys.reduce((found, key) => (typeof found === 'object' && found !== null ? found[key] : undefined), value);
const repositoryOf = ({ context, event }) => {
    const inEvent = at(event, 'repository', 'id');
    const id = context.repositoryId ?? (typeof inEvent === 'number' ? String(inEvent) : undefined);
    return context.repository === undefined || id === undefined ? undefined : { id, name: context.repository };
};
const eventNumber = (event) => at(event, 'pull_request', 'number') ?? (at(event, 'issue', 'pull_request') && at(event, 'issue', 'number'));
const pullRequestOf = ({ context, event }) => {
    const number = eventNumber(event);
    if (typeof number === 'number')
        return { kind: 'pull-request', number };
    const name = context.eventName ?? '';
    return {
        problem: `needs a pull request, and the event '${name}' has none. Give its number in the input 'pull-request'`,
    };
};
const branchOf = ({ context, event }, repository) => {
    const { eventName, ref = '' } = context;
    const head = at(event, 'pull_request', 'head', 'ref');
    if (typeof head === 'string') {
        const isOwn = String(at(event, 'pull_request', 'head', 'repo', 'id')) === repository.id;
        if (isOwn)
            return { kind: 'branch', branch: head };
        return { problem: "needs a branch of this repository, and this one is a fork's. Use `env-from: pull-request`" };
    }
    if (eventName === 'delete') {
        const deleted = at(event, 'ref');
        const isBranch = at(event, 'ref_type') === 'branch' && typeof deleted === 'string' && deleted !== '';
        return isBranch ? { kind: 'branch', branch: deleted } : { problem: 'needs a branch, and a tag was deleted' };
    }
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    return branch === undefined
        ? { problem: `needs a branch, and the workflow runs for '${ref}'` }
        : { kind: 'branch', branch };
};


/***/ })

};
;
export const id = 773;
export const ids = [773];
export const modules = {

/***/ 2773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/core/await-run.js + 1 modules
var await_run = __webpack_require__(7279);
// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/actions/cancel.js
var cancel = __webpack_require__(7525);
// EXTERNAL MODULE: ./build/actions/connection.js
var actions_connection = __webpack_require__(5311);
// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(2109);
// EXTERNAL MODULE: ./build/actions/tell-run.js
var tell_run = __webpack_require__(176);
;// CONCATENATED MODULE: ./build/actions/wait-for-run/inputs.js

const hour = 60 * 60 * 1000;
const readFollowed = (inputs) => {
    if (inputs.exactlyOne('run-id', 'deployment-id') === 'deployment-id') {
        const deploymentId = inputs.required('deployment-id');
        return { kind: 'deployment', deploymentId, envId: inputs.required('env') };
    }
    const runId = inputs.required('run-id');
    return { kind: 'run', runId, pipelineId: inputs.required('pipeline-id'), envId: inputs.text('env') };
};
const readInputs = (inputs) => ({
    connection: (0,actions_connection/* readConnection */.dC)(inputs, { timeoutMs: hour }),
    followed: readFollowed(inputs),
    until: inputs.choice('until', ['completed', 'approval'], 'completed'),
    logs: inputs.boolean('logs', true),
    cancelOnTimeout: inputs.boolean('cancel-on-timeout', false),
    cancelOnAbort: inputs.boolean('cancel-on-abort', false),
    summary: inputs.boolean('summary', true),
});

;// CONCATENATED MODULE: ./build/actions/wait-for-run/main.js







const follow = async (step, api, inputs, started) => {
    const { runner } = step;
    const { followed, until, logs } = inputs;
    if (followed.kind === 'deployment') {
        return (0,await_run/* awaitDeployment */.O)(api, followed, {
            onStatus: ({ id, status }) => runner.info(`Deployment ${id}: ${status}`),
            onTrouble: (message) => runner.info(`${message}. Looking again.`),
        });
    }
    started(followed);
    const result = await (0,await_run/* awaitRun */.I)(api, followed, { envId: followed.envId, until, logs, onEvent: (0,tell_run/* tellRun */.R)(runner) });
    await (0,cancel/* cancelOnTimeout */.Ln)(step, inputs, followed, result);
    return result;
};
/** Follows a run, or a bare deployment, and tells what happens until its end. */
const main = async (step) => {
    const { runner, clock } = step;
    const inputs = readInputs(runner.inputs);
    const { connection, summary } = inputs;
    const began = clock.now();
    await (0,cancel/* cancelOnInterruption */.Xx)(step, inputs, async (started) => {
        const result = await follow(step, (0,actions_connection/* connect */.Ng)(step, connection), inputs, started);
        runner.setCutOutput('approvals', result.approvals);
        runner.setOutput('duration-seconds', Math.round((clock.now() - began) / 1000));
        const url = result.envId === undefined ? '' : (0,run_outputs/* deploymentUrl */.PM)(connection, result.envId, result.deployment?.id);
        const title = result.envId === undefined ? `Run ${result.run?.id ?? ''}` : `Deploy to ${result.envId}`;
        if (summary)
            await runner.summary((0,run/* runSummary */.K)(result, { title, url, now: clock.now() }));
        (0,run_outputs/* finishRun */.JH)(runner, result);
    });
};


/***/ })

};

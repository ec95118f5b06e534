export const id = 420;
export const ids = [420];
export const modules = {

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/core/await-run.js + 1 modules
var await_run = __webpack_require__(4531);
// EXTERNAL MODULE: ./build/report/run.js
var run = __webpack_require__(1362);
// EXTERNAL MODULE: ./build/actions/cancel.js
var cancel = __webpack_require__(5476);
// EXTERNAL MODULE: ./build/actions/connection.js + 1 modules
var actions_connection = __webpack_require__(3281);
// EXTERNAL MODULE: ./build/actions/run-outputs.js
var run_outputs = __webpack_require__(5386);
// EXTERNAL MODULE: ./build/actions/tell-run.js
var tell_run = __webpack_require__(537);
;// CONCATENATED MODULE: ./build/actions/wait-for-run/inputs.js

const hour = 60 * 60 * 1000;
/** Only a run asks for approvals, and only a run can be cancelled. */
const refuseForDeployment = (inputs) => {
    const why = 'goes with `run-id` only: a bare deployment';
    if (inputs.text('pipeline-id') !== undefined)
        inputs.refuse('pipeline-id', `${why} is named by \`env\``);
    if (inputs.text('until') === 'approval')
        inputs.refuse('until', `${why} asks for no approval`);
    for (const name of ['cancel-on-timeout', 'cancel-on-abort']) {
        if (inputs.boolean(name, false))
            inputs.refuse(name, `${why} cannot be cancelled`);
    }
};
const readFollowed = (inputs) => {
    if (inputs.exactlyOne('run-id', 'deployment-id') === 'deployment-id') {
        refuseForDeployment(inputs);
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







const follow = async (step, api, { inputs, leaves }) => {
    const { followed, until, logs } = inputs;
    const onEvent = (0,tell_run/* tellRun */.R)(step.runner);
    if (followed.kind === 'deployment') {
        leaves({ kind: 'deployment', deploymentId: followed.deploymentId });
        return (0,await_run/* awaitDeployment */.O)(api, followed, onEvent);
    }
    leaves({ kind: 'run', run: followed });
    const result = await (0,await_run/* awaitRun */.I)(api, followed, { envId: followed.envId, until, logs, onEvent });
    await (0,cancel/* cancelOnTimeout */.Ln)(step, inputs, followed, result);
    return result;
};
/** Follows a run, or a bare deployment, and tells what happens until its end. */
const main = async (step) => {
    const { runner, clock } = step;
    const inputs = readInputs(runner.inputs);
    const { connection, summary } = inputs;
    const began = clock.now();
    await (0,cancel/* withInterruption */.AA)(step, inputs, async (leaves) => {
        const result = await follow(step, (0,actions_connection/* connect */.Ng)(step, connection), { inputs, leaves });
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

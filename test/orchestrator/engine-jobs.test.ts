import { describe, expect, test } from 'vitest'
import { aShop, called, seconds } from './a-shop.ts'

const log = (message: string) => `{ uses: actions/humanitec/log@v1, with: { message: '${message}' } }`
const fail = (message: string) => `{ uses: actions/humanitec/fail@v1, with: { message: '${message}' } }`

/** Calls a pipeline that does not wait, and gives everything about its run. */
const outcome = async (jobs: string, { head = '', inputs = {} }: { head?: string; inputs?: object } = {}) => {
  const made = aShop()
  const { body } = await made.callPipeline(await made.aPipeline(called('it', jobs, head)), inputs)
  const run = await made.run(body)
  return { ...made, body, run, jobs: await made.statuses(body) }
}

describe('jobs', () => {
  test('a job begins when those that it needs have ended, wherever it stands in the file', async () => {
    const {
      run,
      jobs,
      log: lines,
      body,
    } = await outcome(`
  last: { needs: [middle], steps: [${log('${{ needs.middle.status }} ${{ needs.middle.outputs.word }}')}] }
  middle: { needs: [first], outputs: { word: '\${{ needs.first.outputs.word }}!' }, steps: [${log('m')}] }
  first: { outputs: { word: hello }, steps: [${log('f')}] }
`)
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(jobs).toEqual({ last: 'succeeded', middle: 'succeeded', first: 'succeeded' })
    expect(await lines(body, 'last', 0)).toEqual(['succeeded hello!'])
  })

  test('jobs that need nothing of each other go on beside each other', async () => {
    const { run, jobs, approvals } = await outcome(`
  one: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }] }
  two: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: production } }] }
`)
    expect(jobs).toEqual({ one: 'executing', two: 'executing' })
    expect(Object.keys(run.waiting_for)).toEqual(['one', 'two'])
    expect(run.env_ids).toEqual(['staging', 'production'])
    expect(await approvals()).toHaveLength(2)
  })

  test('a job that needs a failed one is skipped, with all that need it, and the run fails', async () => {
    const { run, jobs, job, steps, body } = await outcome(`
  broken: { steps: [${fail('no luck')}, ${log('never')}] }
  next: { needs: [broken], steps: [${log('never')}] }
  afterwards: { needs: [next], steps: [${log('never')}] }
  beside: { steps: [${log('fine')}] }
`)
    expect(jobs).toEqual({ broken: 'failed', next: 'skipped', afterwards: 'skipped', beside: 'succeeded' })
    expect(run).toMatchObject({ status: 'failed', status_message: "Job 'broken' failed: Step 'fail' failed: no luck" })
    expect(await job(body, 'next')).toMatchObject({ status_message: "Not begun: job 'broken' ended as failed." })
    expect(await steps(body, 'next')).toEqual(['skipped'])
    expect(await steps(body, 'broken')).toEqual(['failed', 'skipped'])
  })

  test('a job that may fail stops nobody, and those that need it can see that it did', async () => {
    const {
      run,
      jobs,
      log: lines,
      body,
    } = await outcome(`
  shaky: { continue-on-error: true, steps: [${fail('no luck')}] }
  next: { needs: [shaky], steps: [${log('it ${{ needs.shaky.status }}')}] }
`)
    expect(jobs).toEqual({ shaky: 'failed', next: 'succeeded' })
    expect(run).toMatchObject({ status: 'succeeded', status_message: '' })
    expect(await lines(body, 'next', 0)).toEqual(['it failed'])
  })

  test('the condition of a job decides, and a failure can be what it waits for', async () => {
    const { run, jobs } = await outcome(
      `
  broken: { steps: [${fail('no luck')}] }
  repair: { needs: [broken], if: 'failure()', steps: [${log('r')}] }
  far: { needs: [repair], if: 'failure()', steps: [${log('r')}] }
  always: { needs: [broken], if: 'always()', steps: [${log('a')}] }
  unwanted: { if: '\${{ pipeline.id != "it" }}', steps: [${log('u')}] }
`.replace('"it"', "''it''"),
    )
    expect(jobs).toEqual({
      broken: 'failed',
      repair: 'succeeded',
      far: 'succeeded',
      always: 'succeeded',
      unwanted: 'skipped',
    })
    expect(run).toMatchObject({ status: 'failed' })
  })

  test('a skipped job does not fail the run, and those that need it are skipped too', async () => {
    const { run, jobs } = await outcome(`
  unwanted: { if: false, steps: [${log('u')}] }
  next: { needs: [unwanted], steps: [${log('n')}] }
  anyway: { needs: [unwanted], if: "needs.unwanted.status == 'skipped' && always()", steps: [${log('a')}] }
`)
    expect(jobs).toEqual({ unwanted: 'skipped', next: 'skipped', anyway: 'succeeded' })
    expect(run).toMatchObject({ status: 'succeeded' })
  })

  test('an expression that cannot be worked out fails the job that it belongs to', async () => {
    const { run, job, body } = await outcome(`
  asked: { if: "fromjson('{')", steps: [${log('n')}] }
  told: { outputs: { x: "\${{ fromjson('{') }}" }, steps: [${log('n')}] }
`)
    expect(run.status).toBe('failed')
    expect((await job(body, 'asked')).status_message).toMatch(/^if: fromjson/)
    expect((await job(body, 'told')).status_message).toMatch(/^outputs: fromjson/)
  })

  test('a hundred jobs in a row and a hundred steps in a job end at once', async () => {
    const row = Array.from({ length: 100 }, (_, index) => {
      const needs = index === 99 ? '' : `needs: [j${index + 1}], `
      return `  j${index}: { ${needs}steps: [${log('x')}] }`
    })
    const many = `  many: { steps: [${Array.from({ length: 100 }, () => log('y')).join(', ')}] }`
    const { run, jobs, steps, body } = await outcome([...row, many].join('\n'))
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(Object.keys(jobs)).toHaveLength(50)
    expect(new Set(await steps(body, 'many'))).toEqual(new Set(['succeeded']))
  })
})

describe('steps', () => {
  test('a step sees the status and the outputs of those before it', async () => {
    const made = aShop()
    const delta = await made.aDelta('web')
    const yaml = called(
      'it',
      `
  go:
    outputs: { set: '\${{ steps.made.outputs.set_id }}' }
    steps:
      - { id: made, uses: actions/humanitec/apply@v1, with: { env_id: staging, delta_id: ${delta} } }
      - ${log('${{ steps.made.status }} ${{ steps.later.status }} ${{ steps.made.outputs.set_id }}')}
      - { id: later, uses: actions/humanitec/log, with: { message: '\${{ tojson(steps.made.outputs) }}' } }
  next: { needs: [go], steps: [${log('${{ needs.go.outputs.set }}')}] }
`,
    )
    const { body } = await made.callPipeline(await made.aPipeline(yaml))
    expect(await made.run(body)).toMatchObject({ status: 'succeeded' })
    const { steps } = await made.job(body, 'go')
    const { set_id } = steps[0].related_entities
    expect(await made.log(body, 'go', 1)).toEqual([`succeeded queued ${set_id}`])
    expect(await made.log(body, 'next', 0)).toEqual([set_id])
  })

  test('a step that may fail lets the next ones go on', async () => {
    const {
      run,
      steps,
      body,
      log: lines,
    } = await outcome(`
  go:
    steps:
      - { id: shaky, continue-on-error: true, uses: actions/humanitec/fail@v1, with: { message: oh } }
      - ${log('${{ steps.shaky.status }}')}
`)
    expect(run).toMatchObject({ status: 'succeeded' })
    expect(await steps(body, 'go')).toEqual(['failed', 'succeeded'])
    expect(await lines(body, 'go', 1)).toEqual(['failed'])
  })

  test('after a failure only those steps are done that ask for it', async () => {
    const { run, steps, body } = await outcome(`
  go:
    steps:
      - { if: 'failure()', uses: actions/humanitec/log@v1, with: { message: too early } }
      - ${fail('oh')}
      - ${log('never')}
      - { if: 'failure()', uses: actions/humanitec/log@v1, with: { message: cleaning up } }
      - { if: 'always()', uses: actions/humanitec/log@v1, with: { message: in any case } }
      - { if: 'cancelled()', uses: actions/humanitec/log@v1, with: { message: never } }
`)
    expect(run).toMatchObject({ status: 'failed', status_message: "Job 'go' failed: Step 'fail' failed: oh" })
    expect(await steps(body, 'go')).toEqual(['skipped', 'failed', 'skipped', 'succeeded', 'succeeded', 'skipped'])
  })

  test.each([
    [
      'an input that turns out empty',
      "uses: actions/humanitec/apply@v1, with: { env_id: staging, delta_id: '${{ inputs.nothing }}' }",
      'apply: delta_id is empty',
    ],
    [
      'an input of the wrong type',
      "uses: actions/humanitec/log@v1, with: { message: '${{ inputs }}' }",
      'log: message is not text',
    ],
    [
      'an input that cannot be worked out',
      'uses: actions/humanitec/log@v1, with: { message: "${{ fromjson(\'{\') }}" }',
      'with.message: fromjson() was given',
    ],
    [
      'a condition that cannot be worked out',
      'if: "fromjson(\'{\')", uses: actions/humanitec/log@v1, with: { message: x }',
      'if: fromjson() was given',
    ],
    [
      'a delta that does not exist',
      'uses: actions/humanitec/apply@v1, with: { env_id: staging, delta_id: abc }',
      "Delta 'abc' does not exist",
    ],
    [
      'a set that does not exist',
      'uses: actions/humanitec/deploy@v1, with: { env_id: staging, set_id: abc }',
      "Set 'abc' does not exist",
    ],
    [
      'an environment that does not exist',
      "uses: actions/humanitec/deploy@v1, with: { env_id: moon, set_id: '0' }",
      "Environment 'moon' does not exist",
    ],
    [
      'a readiness nobody can wait for',
      'uses: actions/humanitec/wait-for-readiness@v1, with: { env_id: staging }',
      'cannot become ready',
    ],
  ])('%s fails the step with the reason', async (_, step, message) => {
    const { run, job, log: lines, body } = await outcome(`  go: { steps: [{ ${step} }] }`)
    expect(run).toMatchObject({ status: 'failed' })
    const { steps } = await job(body, 'go')
    expect(steps[0]).toMatchObject({ status: 'failed' })
    expect(steps[0].status_message).toContain(message)
    expect((await lines(body, 'go', 0)).at(-1)).toBe(steps[0].status_message)
  })
})

describe('wait-for-readiness', () => {
  const ready = called(
    'ready',
    '  go: { steps: [{ uses: actions/humanitec/wait-for-readiness@v1, with: { env_id: staging, timeout_minutes: 2 } }] }',
  )

  test('waits for the end of the deployment and then for the workloads', async () => {
    const { aPipeline, aDelta, request, callPipeline, run, log: lines, after } = aShop()
    await request({ env_id: 'staging', delta_id: await aDelta('web') })
    await after(0)
    const { body } = await callPipeline(await aPipeline(ready))
    await after(2200)
    expect(await run(body)).toMatchObject({
      status: 'executing',
      waiting_for: { go: 'application.environment.readiness(staging)' },
    })
    await after(999)
    expect(await run(body)).toMatchObject({ status: 'executing' })
    await after(1)
    expect(await run(body)).toMatchObject({ status: 'succeeded', env_ids: ['staging'] })
    const [first, second, last] = await lines(body, 'go', 0)
    expect(first).toBe('Waiting until all workloads of staging are ready, for 2 minutes at most')
    expect(second).toMatch(/^Not ready: Deployment \w+ has not ended$/)
    expect(last).toBe('All workloads of staging are ready')
  })

  test.each(['0', '-1', "'nothing'"])('fails when it is to wait for %s minutes', async (minutes) => {
    const { aPipeline, callPipeline, run } = aShop()
    const wrong = ready.replace(
      'timeout_minutes: 2',
      `timeout_minutes: '\${{ fromjson(''${minutes.replaceAll("'", '"')}'') }}'`,
    )
    const { body } = await callPipeline(await aPipeline(wrong))
    expect(await run(body)).toMatchObject({
      status: 'failed',
      status_message: expect.stringMatching(/timeout_minutes (must be more than 0|is not a number)$/),
    })
  })

  test('fails when the workloads are not ready in time, with the reason', async () => {
    const { orchestrator, aPipeline, aDelta, request, callPipeline, run, log: lines, after } = aShop()
    orchestrator.control.behave({ workloads: { web: { neverReady: 'CrashLoopBackOff' } } })
    await request({ env_id: 'staging', delta_id: await aDelta('web') })
    await after(seconds(3))
    const { body } = await callPipeline(await aPipeline(ready))
    await after(seconds(119))
    expect(await run(body)).toMatchObject({ status: 'executing' })
    expect((await lines(body, 'go', 0)).at(-1)).toBe('Not ready: web: CrashLoopBackOff')
    await after(seconds(1))
    const ended = await run(body)
    expect(ended.status).toBe('failed')
    expect(ended.status_message).toContain(
      'The workloads of staging were not ready after 2 minutes: web: CrashLoopBackOff',
    )
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import { aShop, as, called, minutes, seconds, type Shop, shop } from './a-shop.ts'
import { mortalRandom } from './mortal-random.ts'

const deploy = ({ call }: Shop, body: object = {}, { env = 'staging', token = 'pia' } = {}) =>
  call('POST', `${shop}/envs/${env}/deploys`, body, as(token))

const runs = (it: Shop) => it.get('/orgs/local-org/pipeline-runs') as Promise<{ id: string; pipeline_id: string }[]>

/** A pipeline that answers every request to deploy to production. */
const aGate = async (it: Shop, jobs: string, head = '') => {
  await it.aPipeline(`id: gate\nname: Gate\non: {deployment_request: {}}\n${head}\njobs:\n${jobs}`)
  await it.call('POST', `${shop}/pipelines/gate/criteria`, { trigger: 'deployment_request', env_id: 'production' })
}
const deployStep =
  '{uses: actions/humanitec/deploy@v1, with: {env_id: production, set_id: "${{ inputs.set_id }}", message: "${{ inputs.comment }}"}}'

describe('a deployment that is asked for directly', () => {
  test('is the one that the run of the matched pipeline makes, at once', async () => {
    const it = aShop()
    const delta_id = await it.aDelta('web')
    const { status, body } = await deploy(it, { delta_id, comment: 'Spring sale', mode: 'incremental' })
    expect(status).toBe(201)
    const [run, ...others] = await runs(it)
    expect(others).toEqual([])
    expect(body).toMatchObject({
      delta_id,
      comment: 'Spring sale',
      mode: 'incremental',
      status: 'pending',
      pipeline: { id: 'default', run_id: run!.id, job_id: 'deploy', step_index: 1 },
    })
    expect(run).toMatchObject({
      pipeline_id: 'default',
      status: 'executing',
      trigger: 'deployment_request',
      created_by: 'pia',
      inputs: { env_id: 'staging', delta_id, comment: 'Spring sale' },
      waiting_for: { deploy: `application.environment.deployment(${body.id})` },
    })
    expect(await it.get(`${shop}/envs/staging`)).toMatchObject({ last_deploy: { id: body.id } })
    await it.after(seconds(3))
    expect(await it.run(run!)).toMatchObject({ status: 'succeeded' })
    expect(await it.get(`${shop}/envs/staging/deploys`)).toMatchObject([{ id: body.id, status: 'succeeded' }])
    const ofRun = (env: string, id: string) => it.get(`${shop}/envs/${env}/deploys?pipelineRunId=default,${id}`)
    expect(await ofRun('staging', run!.id)).toMatchObject([{ id: body.id }])
    expect(await ofRun('production', run!.id)).toEqual([])
    expect(await ofRun('staging', 'another')).toEqual([])
  })

  test('may be of a set, or of what the environment builds on', async () => {
    const it = aShop()
    const { body: first } = await deploy(it, { delta_id: await it.aDelta('web') })
    await it.after(seconds(3))
    const { body: again } = await deploy(it)
    await it.after(seconds(3))
    const { body: elsewhere } = await deploy(it, { set_id: first.set_id }, { env: 'production' })
    expect([again.set_id, elsewhere.set_id]).toEqual([first.set_id, first.set_id])
    expect(await runs(it)).toHaveLength(3)
  })

  test('goes through the pipeline that the criteria choose', async () => {
    const it = aShop()
    await aGate(it, `  ship: {steps: [{uses: actions/humanitec/log@v1, with: {message: hello}}, ${deployStep}]}`)
    const { body } = await deploy(it, { comment: 'Now' }, { env: 'production' })
    expect(body).toMatchObject({ comment: 'Now', pipeline: { id: 'gate', job_id: 'ship', step_index: 1 } })
    expect((await deploy(it)).body).toMatchObject({ pipeline: { id: 'default' } })
  })

  test('that names a pipeline belongs to its run, and starts none', async () => {
    const it = aShop()
    const pipeline = { id: 'gate', run_id: 'r', job_id: 'j', step_index: 0 }
    expect(await deploy(it, { pipeline })).toMatchObject({ status: 201, body: { pipeline, created_by: 'pia' } })
    expect(await runs(it)).toEqual([])
  })

  test('lets other jobs of its pipeline wait for what they like', async () => {
    const it = aShop()
    const approve = '{uses: actions/humanitec/approve@v1, with: {env_id: production}}'
    await aGate(it, `  ask: {steps: [${approve}]}\n  ship: {steps: [${deployStep}]}`)
    expect(await deploy(it, {}, { env: 'production' })).toMatchObject({ status: 201 })
    expect(await it.approvals()).toMatchObject([{ status: 'waiting' }])
  })
})

describe('a deployment that is asked for directly is refused', () => {
  test.each([
    ['fails', '{uses: actions/humanitec/fail@v1, with: {message: Go through staging}}', 'failed: Go through staging'],
    ['ends without one', '{uses: actions/humanitec/log@v1, with: {message: hi}}', 'ended without a deployment'],
    [
      'asks for an approval',
      '{uses: actions/humanitec/approve@v1, with: {env_id: production}}',
      "has to wait (in 'a')",
    ],
    [
      'waits for readiness',
      '{uses: actions/humanitec/wait-for-readiness@v1, with: {env_id: other}}',
      "Environment 'other'",
    ],
    ['deploys elsewhere', deployStep.replace('env_id: production', 'env_id: staging'), "has to wait (in 'a')"],
  ])('with 400 when its pipeline %s first, and nothing is left of it', async (_, step, message) => {
    const it = aShop()
    await aGate(
      it,
      `  a: {steps: [${step}]}\n  b: {needs: [a], if: "needs.a.status == 'never'", steps: [${deployStep}]}`,
    )
    const { status, body } = await deploy(it, {}, { env: 'production' })
    expect({ status, message: body.message }).toEqual({ status: 400, message: expect.stringContaining(message) })
    expect(body.message).toContain("Pipeline 'gate'")
    expect(await runs(it)).toEqual([])
    expect(await it.approvals()).toEqual([])
    await it.after(minutes(90))
    for (const env of ['production', 'staging']) expect(await it.get(`${shop}/envs/${env}/deploys`)).toEqual([])
    expect(await it.request({ env_id: 'production' })).toMatchObject({ status: 201, body: { status: 'queued' } })
  })

  test('and what its pipeline would have sent outside is not sent', async () => {
    const sent: string[] = []
    const transport = ({ url }: { url: string }) => {
      sent.push(url)
      return Promise.resolve({ status: 200, headers: {}, body: '' })
    }
    const it = aShop({ transport, allowHttp: ['hooks.test'] })
    await aGate(
      it,
      `  a: {steps: [{uses: actions/humanitec/http@v1, with: {method: POST, url: 'https://hooks.test/x'}}, ${deployStep}]}`,
    )
    expect(await deploy(it, {}, { env: 'production' })).toMatchObject({
      status: 400,
      body: {
        message:
          "Pipeline 'gate' has to wait (in 'a') before it deploys to 'production': ask for a run of it, which can be waited for, with POST …/pipeline-runs.",
      },
    })
    expect(sent).toEqual([])
    await it.request({ env_id: 'production' })
    await it.after(0)
    expect(sent).toEqual(['https://hooks.test/x'])
  })

  test('and its delta is as it was', async () => {
    const it = aShop()
    await aGate(it, '  a: {steps: [{uses: actions/humanitec/fail@v1}]}')
    const delta_id = await it.aDelta('web')
    expect(await deploy(it, { delta_id }, { env: 'production' })).toMatchObject({
      status: 400,
      body: {
        message:
          "Pipeline 'gate' does not deploy to 'production': Job 'a' failed: Step 'fail' failed: The step failed on purpose.",
      },
    })
    expect(await it.get(`${shop}/sets`)).toEqual([])
    expect((await it.get(`${shop}/deltas/${delta_id}`)).metadata.archived).not.toBe(true)
    expect(await deploy(it, { delta_id })).toMatchObject({ status: 201 })
  })

  test('with 409 while its environment is being deployed to', async () => {
    const it = aShop()
    const { body: first } = await deploy(it)
    const { status, body } = await deploy(it)
    expect(status).toBe(409)
    expect(body.message).toContain(`active deployment, '${first.id}'`)
    expect(await runs(it)).toHaveLength(1)
    await it.after(seconds(3))
    expect(await deploy(it)).toMatchObject({ status: 201 })
  })

  test('with 409 while its concurrency group is taken, which names the run that has it', async () => {
    const it = aShop()
    await it.aPipeline(
      called(
        'nightly',
        '  a: {steps: [{uses: actions/humanitec/approve@v1, with: {env_id: staging}}]}',
        'concurrency: {group: default-deploy-staging}',
      ),
    )
    const { body: ahead } = await it.callPipeline('nightly')
    const { status, body } = await deploy(it)
    expect(status).toBe(409)
    expect(body.message).toContain(
      `Run '${ahead.id}' of pipeline 'nightly' has concurrency group 'default-deploy-staging'`,
    )
    await it.cancel(ahead)
    expect(await deploy(it)).toMatchObject({ status: 201 })
    expect(await runs(it)).toHaveLength(2)
  })

  test.each([
    ['an unknown delta', 400, { delta_id: 'd' }, {}],
    ['an unknown set', 400, { set_id: 's' }, {}],
    ['half a pipeline', 400, { pipeline: { id: 'default' } }, {}],
    ['nobody who may deploy there', 403, {}, { env: 'production', token: 'dora' }],
    ['a viewer', 403, {}, { token: 'vera' }],
    ['an unknown environment', 404, {}, { env: 'qa' }],
    ['a body that is none', 422, { mode: 'slow' }, {}],
  ])('with its own reason for %s', async (_, status, body, how) => {
    const it = aShop()
    expect((await deploy(it, body, how)).status).toBe(status)
    expect(await runs(it)).toEqual([])
  })

  test('with 400 when no pipeline has criteria for it', async () => {
    const it = aShop()
    const [criteria] = await it.get(`${shop}/pipeline-criteria`)
    await it.call('DELETE', `${shop}/pipelines/default/criteria/${criteria.id}`)
    const { status, body } = await deploy(it)
    expect({ status, message: body.message }).toEqual({
      status: 400,
      message: "No pipeline has criteria that fit a deploy to 'staging'.",
    })
  })
})

test('wherever the orchestrator dies, a direct deployment is there with its run, or neither is', async () => {
  const tell = async (dieAt: number) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const clock = fakeClock()
    aShop({ dataDir, clock })
    const random = mortalRandom(dieAt)
    const { status } = await deploy(aShop({ dataDir, clock, random, onBug: () => {} }))
    const after = aShop({ dataDir, clock })
    const found = [await runs(after), (await after.get(`${shop}/envs/staging/deploys`)) as unknown[]]
    await after.after(seconds(3))
    const ends = ((await after.get('/orgs/local-org/pipeline-runs')) as { status: string }[]).map((run) => run.status)
    return { isOver: random.life.isOver, status, counts: found.map(({ length }) => length), ends }
  }
  let dieAt = 1
  for (let outcome = await tell(dieAt); outcome.isOver; outcome = await tell(dieAt)) {
    expect(outcome).toMatchObject({ status: 500, counts: [0, 0], ends: [] })
    dieAt += 1
  }
  expect(dieAt).toBeGreaterThan(5)
  expect(await tell(dieAt)).toMatchObject({ status: 201, counts: [1, 1], ends: ['succeeded'] })
})

import { expect, test } from 'vitest'
import { app, aVendorClient, development, org, refusal } from './a-vendor-client.ts'

const gated = (message: string) => `
id: gated
name: Gated
on:
  pipeline_call: {}
  deployment_request: {}
jobs:
  ask:
    steps:
      - uses: actions/humanitec/approve@v1
        with: { env_id: production, message: '${message}' }
  say:
    needs: [ask]
    steps:
      - uses: actions/humanitec/log@v1
        with: { message: shipped }
`

/** The generated client sends YAML as it is, and takes it only as an object: a blob is both. */
const yaml = (text: string) => ({ body: new Blob([text]) })

const gate = { ...app, pipelineId: 'gated' }

const withPipeline = async () => {
  const made = await aVendorClient()
  const { api, until } = made
  const pipeline = await api.createPipeline({ ...app, ...yaml(gated('Ship it?')) })
  const start = async () => {
    const run = await api.createPipelineRun({ ...gate, PipelineRunCreateBody: { inputs: {} } })
    return { ...gate, runId: run?.id ?? '' }
  }
  return {
    ...made,
    pipeline,
    start,
    ended: (run: { orgId: string; appId: string; pipelineId: string; runId: string }) =>
      until(
        () => api.getPipelineRun(run),
        ({ completed_at }) => completed_at !== undefined,
      ),
    /** The approval that the run waits for. */
    asked: async (run: { runId: string }) => {
      const [approval] = await api.listPipelineApprovalRequests({ ...app, run: [run.runId], status: 'waiting' })
      return { ...gate, runId: run.runId, jobId: approval?.job_id ?? '', approvalId: approval?.id ?? '' }
    },
  }
}

test('a pipeline is checked, made, read, listed, changed and deleted', async () => {
  const { api, pipeline } = await withPipeline()
  expect(pipeline).toMatchObject({ id: 'gated', trigger_types: ['deployment_request', 'pipeline_call'] })
  expect(await api.getPipeline(gate)).toEqual(pipeline)
  expect((await api.listPipelines({ ...app, trigger: 'pipeline_call' })).map(({ id }) => id)).toEqual(['gated'])
  expect(await api.listPipelinesInOrg({ ...org, app: ['shop'] })).toContainEqual(pipeline)
  expect(await api.getPipelineDefinition({ ...gate, Accept: 'application/json' })).toMatchObject({ name: 'Gated' })
  expect(await api.getLatestPipelineDefinitionSchema(org)).toMatchObject({ type: 'object' })

  const changed = await api.updatePipeline({ ...gate, ...yaml(gated('Sure?')), If_Match: pipeline?.etag ?? '' })
  expect(changed?.version).not.toBe(pipeline?.version)
  const late = api.updatePipeline({ ...gate, ...yaml(gated('Late?')), If_Match: pipeline?.etag ?? '' })
  expect(await refusal(late)).toMatchObject({ status: 412 })
  const versions = await api.listPipelineVersions(gate)
  expect(versions.map(({ id }) => id)).toEqual([changed?.version, pipeline?.version])

  await api.deletePipeline({ ...gate, If_Match: changed?.etag ?? '' })
  expect(await refusal(api.getPipeline(gate))).toMatchObject({ status: 404 })
})

test('a definition that is none is refused with where it is wrong, also in a dry run', async () => {
  const { api } = await aVendorClient()
  const answer = await refusal(
    api.createPipeline({
      ...app,
      ...yaml('id: gated\nname: Gated\non: { pipeline_call: {} }\njobs: 3\n'),
      dry_run: true,
    }),
  )
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining('jobs') } })
})

/** The client loses `trigger` on the way, which the vendor's own description requires: its override puts it back. */
const withTrigger = ({ init }: { init: { body?: unknown } }) =>
  Promise.resolve({
    body: { trigger: 'deployment_request', ...(init.body as object) } as unknown as NonNullable<RequestInit['body']>,
  })

test('criteria choose the pipeline that answers a deployment request, if the client is made to say for which trigger', async () => {
  const { api, until } = await withPipeline()
  const asked = {
    ...gate,
    PipelineCriteriaCreateBody: { trigger: 'deployment_request' as const, env_id: 'development' },
  }
  const lost = await refusal(api.createPipelineCriteria(asked))
  expect(lost).toMatchObject({ status: 422, body: { message: expect.stringContaining("'trigger'") } })
  const criteria = await api.createPipelineCriteria(asked, withTrigger)
  expect(criteria).toMatchObject({ pipeline_id: 'gated', env_id: 'development' })
  expect(await api.getPipelineCriteria({ ...gate, criteriaId: criteria.id })).toEqual(criteria)
  expect(await api.listPipelineCriteriaInApp({ ...app, pipeline: 'gated' })).toEqual([criteria])
  const body = { trigger: 'deployment_request' as const, env_id: 'development', comment: 'Please' }
  const ask = (idempotencyKey: string) =>
    api.createPipelineRunByTriggerCriteria(
      { ...app, PipelineRunCreateByTriggerCriteriaBody: body, Idempotency_Key: idempotencyKey },
      withTrigger,
    )
  const first = await ask('once')
  expect(first).toMatchObject({ pipeline_id: 'gated', trigger: 'deployment_request' })
  expect(await ask('once')).toMatchObject({ id: first?.id })

  await api.deletePipelineCriteria({ ...gate, criteriaId: criteria.id })
  const builtIn = await ask('twice')
  expect(builtIn?.pipeline_id).toBe('default')
  const ended = await until(
    () => api.getPipelineRun({ ...app, pipelineId: 'default', runId: builtIn?.id ?? '' }),
    ({ completed_at }) => completed_at !== undefined,
  )
  expect(ended.status).toBe('succeeded')
  expect(await api.listDeployments({ ...development, pipelineRunId: `default,${ended.id}` })).toMatchObject([
    { comment: 'Please', status: 'succeeded', pipeline: { id: 'default', run_id: ended.id } },
  ])
})

test('a run waits for an approval, goes on when it is given, and tells its jobs and logs', async () => {
  const { api, start, asked, ended } = await withPipeline()
  const run = await start()
  const approval = await asked(run)
  expect(await api.getPipelineApprovalRequest(approval)).toMatchObject({ message: 'Ship it?', status: 'waiting' })
  expect(await api.approvePipelineApprovalRequest(approval)).toMatchObject({
    status: 'approved',
    approved_at: expect.any(Date),
  })
  const last = await ended(run)
  expect(last).toMatchObject({ status: 'succeeded', env_ids: ['production'], waiting_for: {} })
  expect((await api.listPipelineJobs(run)).map(({ id, status }) => `${id} ${status}`)).toEqual([
    'ask succeeded',
    'say succeeded',
  ])
  expect(await api.getPipelineJob({ ...run, jobId: 'say' })).toMatchObject({
    steps: [{ index: 0, uses: 'actions/humanitec/log@v1', status: 'succeeded' }],
  })
  expect(await api.listPipelineStepLogs({ ...run, jobId: 'say', stepIndex: 0 })).toContainEqual({
    at: expect.any(Date),
    level: expect.any(String),
    message: 'shipped',
  })
  const after = new Date(last.created_at.getTime() - 1)
  expect(await api.listPipelineRuns({ ...gate, completed: true, created_after: after })).toEqual([last])
  expect(await api.listPipelineRunsByOrg({ ...org, app: ['shop'], pipeline: ['gated'], env: 'production' })).toEqual([
    last,
  ])
})

test('a run that is denied fails, is started again, cancelled, and deleted', async () => {
  const { api, start, asked, ended } = await withPipeline()
  const run = await start()
  await api.denyPipelineApprovalRequest(await asked(run))
  expect(await ended(run)).toMatchObject({ status: 'failed' })
  const again = await api.restartPipelineRun({ ...run, Idempotency_Key: 'again' })
  expect(again.id).not.toBe(run.runId)
  const second = { ...run, runId: again.id }
  await api.cancelPipelineRun(second)
  expect(await ended(second)).toMatchObject({ status: 'cancelled', cancellation_requested_at: expect.any(Date) })
  await api.deletePipelineRun(second)
  expect((await api.listPipelineRuns(gate)).map(({ id }) => id)).toEqual([run.runId])
})

test('pages are followed by the address that the answer links to', async () => {
  const { api, start } = await withPipeline()
  const runs = [await start(), await start()].map(({ runId }) => runId)
  const first = await api.listPipelineRunsRaw({ ...gate, per_page: 1 })
  const next = /[?&]page=([^&>]+)/.exec(first.raw.headers.get('link') ?? '')?.[1] ?? ''
  const second = await api.listPipelineRuns({ ...gate, per_page: 1, page: decodeURIComponent(next) })
  expect([...(await first.value()), ...second].map(({ id }) => id)).toEqual(runs.reverse())
})

test('artefact versions gather for a pipeline that takes them in batches', async () => {
  const { api } = await aVendorClient()
  const definition = `
id: nightly
name: Nightly
on:
  artefact: { type: container, include: [acme/], batch: { wait-minutes: 5 } }
jobs:
  tell:
    steps:
      - uses: actions/humanitec/log@v1
        with: { message: new }
`
  await api.createPipeline({ ...app, ...yaml(definition) })
  const CreateArtefactVersion = { type: 'container' as const, name: 'acme/web', version: '1' }
  const version = await api.createArtefactVersion({ ...org, CreateArtefactVersion })
  expect(await api.getBatch({ ...app, pipelineId: 'nightly', batchType: 'artefact' })).toEqual({
    items: [{ type: 'container', ref: version?.id }],
    scheduled_at: expect.any(Date),
  })
})

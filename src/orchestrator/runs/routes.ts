import type { Caller } from '../auth.ts'
import { etagHeader } from '../etag.ts'
import { route } from '../router.ts'
import type { Attempt } from './idempotency.ts'
import type { Inputs } from './inputs.ts'
import type { Runs } from './model.ts'
import type { Run } from './records.ts'

const attemptOf = (call: { headers: Record<string, string>; url: string; body: unknown; caller: Caller }): Attempt => ({
  key: call.headers['idempotency-key'],
  route: new URL(call.url).pathname,
  body: call.body,
  caller: call.caller,
})

const created = (run: Run | undefined) =>
  run ? { status: 201 as const, body: run, headers: etagHeader(run.etag) } : { status: 204 as const }

const onePath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}' as const

export const runRoutes = (runs: Runs) => [
  route('get', '/orgs/{orgId}/pipeline-runs', 'org:member', ({ path, query, url, caller }) => ({
    status: 200,
    ...runs.listOfOrganization(path.orgId, query, url, caller),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/pipeline-runs', 'app:developer', (call) =>
    created(runs.requestDeployment(call.path, call.body, attemptOf(call), call.query.dry_run)),
  ),
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs', 'app:viewer', ({ path, query, url }) => ({
    status: 200,
    ...runs.list(path, query, url),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs', 'app:developer', (call) =>
    created(runs.call(call.path, call.body.inputs as Inputs, attemptOf(call), call.query.dry_run)),
  ),
  route('get', onePath, 'app:viewer', ({ path }) => {
    const run = runs.get(path)
    return { status: 200, body: run, headers: etagHeader(run.etag) }
  }),
  route('delete', onePath, 'app:developer', ({ path, headers }) => {
    runs.delete(path, { ifMatch: headers['if-match'] })
    return { status: 204 }
  }),
  route('post', `${onePath}/cancel`, 'app:developer', ({ path, headers, caller }) => {
    runs.cancel(path, caller, { ifMatch: headers['if-match'] })
    return { status: 204 }
  }),
  route('post', `${onePath}/restart`, 'app:developer', (call) => {
    const run = runs.restart(call.path, attemptOf({ ...call, body: undefined }))
    return { status: 201, body: run, headers: etagHeader(run.etag) }
  }),
  route('get', `${onePath}/jobs`, 'app:viewer', ({ path, query, url }) => ({
    status: 200,
    ...runs.jobs(path, query, url),
  })),
  route('get', `${onePath}/jobs/{jobId}`, 'app:viewer', ({ path }) => {
    const job = runs.job(path, path.jobId)
    return { status: 200, body: job, headers: etagHeader(job.etag) }
  }),
  route('get', `${onePath}/jobs/{jobId}/steps/{stepIndex}/logs`, 'app:viewer', ({ path, query, url }) => {
    const { body, headers, etag } = runs.logs(path, path, query, url)
    return { status: 200, body, headers: { ...headers, ...etagHeader(etag) } }
  }),
]

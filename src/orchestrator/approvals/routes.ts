import { route } from '../router.ts'
import type { Approvals } from './model.ts'

const onePath =
  '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}/jobs/{jobId}/approvals/{approvalId}' as const

export const approvalRoutes = (approvals: Approvals) => [
  route('get', '/orgs/{orgId}/apps/{appId}/approvals', 'app:viewer', ({ path, query, url }) => ({
    status: 200,
    ...approvals.list(path, query, url),
  })),
  route('get', onePath, 'app:viewer', ({ path }) => ({ status: 200, body: approvals.get(path) })),
  route('post', `${onePath}/approve`, 'app:viewer', ({ path, caller }) => ({
    status: 200,
    body: approvals.decide(path, 'approved', caller),
  })),
  route('post', `${onePath}/deny`, 'app:viewer', ({ path, caller }) => ({
    status: 200,
    body: approvals.decide(path, 'denied', caller),
  })),
]

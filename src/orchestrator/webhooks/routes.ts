import { route } from '../router.ts'
import { events } from './events.ts'
import type { Webhooks } from './model.ts'

/** Whoever may not change webhooks does not see them either: their headers can hold secrets. */
export const webhookRoutes = (webhooks: Webhooks) => [
  route('get', '/orgs/{orgId}/apps/{appId}/webhooks', 'app:owner', ({ path }) => ({
    status: 200,
    body: webhooks.list(path.orgId, path.appId),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/webhooks', 'app:owner', ({ path, body, caller }) => ({
    status: 201,
    body: webhooks.create(path.orgId, path.appId, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/webhooks/{jobId}', 'app:owner', ({ path }) => ({
    status: 200,
    body: webhooks.get(path.orgId, path.appId, path.jobId),
  })),
  route('patch', '/orgs/{orgId}/apps/{appId}/webhooks/{jobId}', 'app:owner', ({ path, body }) => ({
    status: 200,
    body: webhooks.update(path.orgId, path.appId, path.jobId, body),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}/webhooks/{jobId}', 'app:owner', ({ path }) => {
    webhooks.delete(path.orgId, path.appId, path.jobId)
    return { status: 204 }
  }),
  route('delete', '/orgs/{orgId}/apps/{appId}/jobs', 'app:owner', ({ path }) => {
    webhooks.deleteAll(path.orgId, path.appId)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/events', 'org:member', () => ({
    status: 200,
    body: [...events],
  })),
]

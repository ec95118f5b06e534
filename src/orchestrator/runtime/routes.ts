import { route } from '../router.ts'
import { checkConnectivity, type ConnectivityNeighbours } from './connectivity.ts'
import type { Runtime } from './model.ts'
import { toV1, toV2 } from './views.ts'

const secondForm = 'application/v2+json'

const accepts = (header: string | undefined, type: string) =>
  (header ?? '').split(',').some((one) => one.split(';', 1)[0]?.trim().toLowerCase() === type)

export const runtimeRoutes = (runtime: Runtime, connectivity: ConnectivityNeighbours) => [
  route('get', '/orgs/{orgId}/apps/{appId}/runtime', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: runtime.summary(path.orgId, path.appId, query.id),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime', 'app:viewer', ({ path, headers }) => {
    const workloads = runtime.workloads(path)
    return accepts(headers['accept'], secondForm)
      ? { status: 200, text: JSON.stringify(toV2(path, workloads)), headers: { 'content-type': secondForm } }
      : { status: 200, body: toV1(path, workloads) }
  }),
  route('patch', '/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime/replicas', 'app:developer', (call) => {
    runtime.scale(call.path, call.body, call.caller)
    return { status: 204 }
  }),
  route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/runtime/paused', 'app:developer', (call) => {
    runtime.pause(call.path, call.body, call.caller)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/logs', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: runtime.logs(path, query),
  })),
  route('post', '/orgs/{orgId}/runtime/actions/check-connectivity', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: checkConnectivity(connectivity, path.orgId, body),
  })),
]

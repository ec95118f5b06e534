import type { Caller } from '../auth.ts'
import type { Definitions } from '../resource-definitions/model.ts'
import { route } from '../router.ts'
import type { Resources } from './model.ts'

export const resourceRoutes = (
  resources: Resources,
  { definitions, sees }: { definitions: Definitions; sees(caller: Caller, orgId: string, appId: string): boolean },
) => [
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources', 'app:viewer', ({ path, query }) => ({
    status: 200,
    body: resources.list(path, query),
  })),
  route(
    'delete',
    '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/{type}/{resId}',
    'app:developer',
    ({ path, query }) => {
      if (query.detach !== true) {
        resources.delete(path, path.type, path.resId)
        return { status: 202 }
      }
      resources.detach(path, path.type, path.resId)
      return { status: 204 }
    },
  ),
  route(
    'post',
    '/orgs/{orgId}/apps/{appId}/envs/{envId}/resources/{type}/{resId}/actions/pin',
    'app:developer',
    ({ path, body }) => ({ status: 200, body: resources.pin(path, path, body.target_def_version_id) }),
  ),
  route('get', '/orgs/{orgId}/resources/defs/{defId}/resources', 'org:member', ({ path, caller }) => {
    const { id, org_id } = definitions.get(path.orgId, path.defId, true)
    const made = [...resources.inOrganization(org_id)].filter(({ def_id }) => def_id === id)
    return { status: 200, body: made.filter(({ app_id }) => sees(caller, org_id, app_id)) }
  }),
]

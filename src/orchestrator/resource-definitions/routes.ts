import { toPage, placeOf } from '../pages.ts'
import { route } from '../router.ts'
import type { Definitions } from './model.ts'

export const definitionRoutes = (definitions: Definitions) => [
  route('get', '/orgs/{orgId}/resources/defs', 'org:member', ({ path, query }) => ({
    status: 200,
    body: definitions.list(path.orgId, query),
  })),
  route('post', '/orgs/{orgId}/resources/defs', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: definitions.create(path.orgId, body, caller),
  })),
  route('get', '/orgs/{orgId}/resources/defs/{defId}', 'org:member', ({ path, query }) => ({
    status: 200,
    body: definitions.get(path.orgId, path.defId, query.deleted),
  })),
  route('put', '/orgs/{orgId}/resources/defs/{defId}', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: definitions.replace(path.orgId, path.defId, body, caller),
  })),
  route('patch', '/orgs/{orgId}/resources/defs/{defId}', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: definitions.patch(path.orgId, path.defId, body, caller),
  })),
  route('delete', '/orgs/{orgId}/resources/defs/{defId}', 'org:administrator', ({ path, query, caller }) => {
    definitions.delete(path.orgId, path.defId, query.force === true, caller)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/resources/defs/{defId}/versions', 'org:member', ({ path, query, url }) => {
    const from = placeOf(query.page) ?? Number.MAX_SAFE_INTEGER
    const rows = definitions.versions(path.orgId, path.defId, query.deleted).filter(({ place }) => place < from)
    return { status: 200, ...toPage(rows, { query, url }) }
  }),
  route('get', '/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}', 'org:member', ({ path }) => ({
    status: 200,
    body: definitions.getVersion(path.orgId, path.defId, path.defVersionId),
  })),
  route(
    'post',
    '/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}/actions/archive',
    'org:administrator',
    ({ path, body }) => {
      definitions.archive(path.orgId, path.defId, path.defVersionId, body.archived ?? true)
      return { status: 204 }
    },
  ),
  route(
    'post',
    '/orgs/{orgId}/resources/defs/{defId}/versions/{defVersionId}/actions/promote',
    'org:administrator',
    ({ path, caller }) => {
      definitions.promote(path.orgId, path.defId, path.defVersionId, caller)
      return { status: 204 }
    },
  ),
]

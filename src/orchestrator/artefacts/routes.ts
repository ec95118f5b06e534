import { HttpError } from '../errors.ts'
import { route } from '../router.ts'
import { readForm } from './form.ts'
import type { Artefacts, ArtefactVersionRequest } from './model.ts'

/** JSON was checked against the contract already; a form arrives as its text. */
const readRequest = (body: ArtefactVersionRequest | string, contentType = ''): ArtefactVersionRequest =>
  typeof body === 'string' ? readForm(contentType, body) : body

export const artefactRoutes = (artefacts: Artefacts) => [
  route('get', '/orgs/{orgId}/artefacts', 'org:member', ({ path, query }) => ({
    status: 200,
    body: artefacts.list(path.orgId, query),
  })),
  route('delete', '/orgs/{orgId}/artefacts/{artefactId}', 'org:administrator', ({ path }) => {
    artefacts.delete(path.orgId, path.artefactId)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/artefact-versions', 'org:member', ({ path, query }) => ({
    status: 200,
    body: artefacts.versions(path.orgId, query),
  })),
  route('post', '/orgs/{orgId}/artefact-versions', 'org:artefactContributor', (call) => {
    const { path, query, headers, body, caller } = call
    if (headers['accept']?.includes('application/x.workload-deployment-set')) {
      throw new HttpError(501, 'This orchestrator does not turn workload specifications into deployment sets yet.')
    }
    const request = readRequest(body, headers['content-type'])
    if (query.dry_run === true) {
      artefacts.check(request, query)
      return { status: 204 }
    }
    return { status: 200, body: artefacts.register(path.orgId, request, query, caller) }
  }),
  route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}', 'org:member', ({ path }) => ({
    status: 200,
    body: artefacts.version(path.orgId, path.artefactVersionId),
  })),
  route('get', '/orgs/{orgId}/artefacts/{artefactId}/versions', 'org:member', ({ path, query }) => ({
    status: 200,
    body: artefacts.versionsOf(path.orgId, path.artefactId, query),
  })),
  route('patch', '/orgs/{orgId}/artefacts/{artefactId}/versions/{versionId}', 'org:artefactContributor', (call) => {
    const { path, body, caller } = call
    const { orgId, artefactId, versionId } = path
    return { status: 200, body: artefacts.archive(orgId, artefactId, versionId, body.archived, caller) }
  }),
]

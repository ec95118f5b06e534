import { stringify } from 'yaml'
import { route } from '../router.ts'
import { readForm } from './form.ts'
import { type Artefacts, type ArtefactVersionRequest, setOf } from './model.ts'

/** JSON was checked against the contract already; a form arrives as its bytes. */
const readRequest = (body: ArtefactVersionRequest | Buffer, contentType = ''): ArtefactVersionRequest =>
  Buffer.isBuffer(body) ? readForm(contentType, body) : body

const setJson = 'application/x.workload-deployment-set+json'
const setYaml = 'application/x.workload-deployment-set+x-yaml'

const accepts = (headers: Record<string, string>, type: string) => headers['accept']?.includes(type) === true

/** JSON, or YAML for whoever asks for it. */
const jsonOrYaml = <T>(headers: Record<string, string>, body: T) =>
  accepts(headers, 'application/x-yaml')
    ? { status: 200 as const, text: stringify(body), headers: { 'content-type': 'application/x-yaml' as const } }
    : { status: 200 as const, body }

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
    const request = readRequest(body, headers['content-type'])
    const type = [setJson, setYaml].find((one) => accepts(headers, one)) as typeof setJson | typeof setYaml | undefined
    const set = type && setOf(request)
    const isDryRun = query.dry_run === true
    if (isDryRun) artefacts.check(request, query)
    const version = isDryRun ? undefined : artefacts.register(path.orgId, request, query, caller)
    if (set) {
      const text = type === setJson ? JSON.stringify(set) : stringify(set)
      return { status: 200, text, headers: { 'content-type': type } }
    }
    return version ? { status: 200, body: version } : { status: 204 }
  }),
  route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}', 'org:member', ({ path }) => ({
    status: 200,
    body: artefacts.version(path.orgId, path.artefactVersionId),
  })),
  route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-spec', 'org:member', (call) => {
    const { orgId, artefactVersionId } = call.path
    return jsonOrYaml(call.headers, artefacts.workloadSpec(orgId, artefactVersionId))
  }),
  route('get', '/orgs/{orgId}/artefact-versions/{artefactVersionId}/workload-deployment-set', 'org:member', (call) => {
    const { orgId, artefactVersionId } = call.path
    return jsonOrYaml(call.headers, artefacts.workloadSet(orgId, artefactVersionId))
  }),
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

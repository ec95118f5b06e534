import { pipelineJsonSchema } from '../engine/definition/json-schema.ts'
import { etagHeader } from '../etag.ts'
import { route } from '../router.ts'
import { type Pipeline, type Pipelines, toDefinitionData } from './model.ts'

const yamlType = 'application/x.humanitec-pipelines-v1.0+yaml'

const asksForYaml = (accept = '') => accept.toLowerCase().includes('yaml')

const withEtag = (body: Pipeline) => ({ body, headers: etagHeader(body.etag) })

export const pipelineRoutes = (pipelines: Pipelines) => [
  route('get', '/orgs/{orgId}/pipelines', 'org:member', ({ path, query, url, caller }) => ({
    status: 200,
    ...pipelines.listOfOrganization(path.orgId, query, url, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines', 'app:viewer', ({ path, query, url }) => ({
    status: 200,
    ...pipelines.list(path, query, url),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/pipelines', 'app:developer', ({ path, query, body, caller }) => {
    if (!query.dry_run) return { status: 201, ...withEtag(pipelines.create(path, body, caller)) }
    pipelines.checkNew(path, body, caller)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}', 'app:viewer', ({ path, query }) => ({
    status: 200,
    ...withEtag(pipelines.get(path, query.version)),
  })),
  route(
    'patch',
    '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}',
    'app:developer',
    ({ path, query, headers, body, caller }) => {
      const options = { caller, ifMatch: headers['if-match'] }
      if (!query.dry_run) return { status: 200, ...withEtag(pipelines.update(path, body, options)) }
      pipelines.checkUpdate(path, body, options)
      return { status: 204 }
    },
  ),
  route('delete', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}', 'app:developer', ({ path, headers }) => {
    pipelines.delete(path, { ifMatch: headers['if-match'] })
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/versions', 'app:viewer', ({ path, query, url }) => ({
    status: 200,
    ...pipelines.versions(path, query, url),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/schema', 'app:viewer', ({ path, query, headers }) => {
    const text = pipelines.text(path, query.version)
    return asksForYaml(headers['accept'])
      ? { status: 200, text, headers: { 'content-type': yamlType } }
      : { status: 200, body: toDefinitionData(text) }
  }),
  route('get', '/orgs/{orgId}/pipeline-schemas/latest', 'org:member', () => ({
    status: 200,
    body: { ...pipelineJsonSchema() },
  })),
]

import * as applyPipeline from '../../src/actions/apply-pipeline/main.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { type Release, step } from './a-release.ts'

export const pipeline = (id: string, { name = id, on = 'deployment_request: {}', message = 'hello' } = {}) => `id: ${id}
name: ${name}
on: { ${on} }
jobs:
  one:
    steps:
      - ${step.log(message)}
`

/** The trigger of a pipeline that no criteria can be about. */
export const pipelineCall = 'pipeline_call: {}'
export const release1 = pipeline('release')
export const release2 = pipeline('release', { message: 'hello again' })

/** Of a workflow that a pull request started. */
export const pull = { env: { GITHUB_EVENT_NAME: 'pull_request' } }
/** The step, with these files in its workspace; it takes those in the folder `pipelines`. */
export const apply = (release: Release, files: Record<string, string>, options: object = {}, inputs: object = {}) =>
  release.act(applyPipeline, { files, ...options, inputs: { files: 'pipelines', ...inputs } })

export const writes = (requests: readonly string[]) => requests.filter((request) => !request.startsWith('GET'))

/** The definition that the server has, to the byte. */
export const stored = async (release: Release, id: string) => {
  const { body } = await release.orchestrator.handle({
    method: 'GET',
    url: `http://orchestrator.test${shop}/pipelines/${id}/schema`,
    headers: {
      authorization: `Bearer ${release.orchestrator.token}`,
      accept: 'application/x.humanitec-pipelines-v1.0+yaml',
    },
  })
  return body
}

/** All criteria: pipeline, environment, its type, kind of deployment. */
export const criteria = async (release: Release) => {
  const all = (await release.get(`${shop}/pipeline-criteria`)) as Record<string, string>[]
  return all.map((each) => [
    each['pipeline_id'],
    each['env_id'] ?? '',
    each['env_type'] ?? '',
    each['deployment_type'] ?? '',
  ])
}

/** The criterion that each application has from the beginning. */
export const anyEnv = ['default', '', '', '']

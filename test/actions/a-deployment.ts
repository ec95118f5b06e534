import { shop } from '../orchestrator/a-shop.ts'
import type { Release } from './a-release.ts'

export const env = 'staging'
export const runsPath = `${shop}/pipeline-runs`
export const postRuns = /POST .*\/pipeline-runs$/
export const oneRun = /GET .*\/runs\/[^/]+$/
export const withInputs = (release: Release, inputs: Record<string, string> = {}) => ({
  inputs: { env, 'delta-id': release.deltaId, ...inputs },
})
export const deploys = (release: Release, envId = env) =>
  release.get(`${shop}/envs/${envId}/deploys`) as Promise<{ id: string; set_id: string }[]>
export const allRuns = (release: Release) =>
  release.get('/orgs/local-org/pipeline-runs') as Promise<{ id: string; pipeline_id: string; status: string }[]>
export const keysOf = (sent: { method: string; url: string; headers: Record<string, string> }[]) =>
  sent
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/pipeline-runs'))
    .map(({ headers }) => headers['idempotency-key'])
export const messages = (annotations: readonly { message: string }[]) =>
  annotations.map(({ message }) => message).join('\n')

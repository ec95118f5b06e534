import { startOrchestrator } from '../support/orchestrator.ts'

export const versions = '/orgs/local-org/artefact-versions'
export const artefacts = '/orgs/local-org/artefacts'
export const digest = `sha256:${'8'.repeat(64)}`

const seed = `
organizations:
  - id: local-org
    users:
      - { id: ci, name: CI, type: service, token: ci, role: artefactContributor }
      - { id: mona, name: Mona, token: mona }
`

export const image = { type: 'container', name: 'ghcr.io/acme/web', version: '1.2.7', ref: 'refs/heads/main', digest }
export const spec = { apiVersion: 'score.dev/v1b1', metadata: { name: 'web' }, containers: { web: { image: '.' } } }

/** An organization without artefacts, where CI may register some and Mona is a member. */
export const anArtefactRegister = () => {
  const started = startOrchestrator({ seed })
  const register = async (request: unknown = image) => (await started.call('POST', versions, request)).body
  return { ...started, register }
}

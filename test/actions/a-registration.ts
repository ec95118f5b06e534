import * as action from '../../src/actions/register-artefact/main.ts'
import { fakeClock } from '../support/fake-clock.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

export const versions = '/orgs/local-org/artefact-versions'
export const digest = `sha256:${'0a1b2c3d'.repeat(8)}`
export const other = `sha256:${'4e5f6071'.repeat(8)}`
export const web = 'ghcr.io/acme/web'
export const commit = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: ci, name: CI, type: service, token: ci-token, role: artefactContributor }
      - { id: mona, name: Mona, token: mona-token, role: member }
`

/** An organization in which CI may register artefacts and Mona may not, and the action, with no application named. */
export const anOrganization = () => {
  const started = startOrchestrator({ seed, clock: fakeClock({ auto: true }) })
  return {
    ...started,
    run: (inputs: Record<string, string>, options: ActionRunOptions = {}) =>
      runAction(action, started, { ...options, inputs: { app: '', ...inputs } }),
    registered: async (query = '') => (await started.call('GET', `${versions}${query}`)).body,
    register: async (fields: object) =>
      (await started.call('POST', versions, { type: 'container', name: web, version: '1', ...fields })).body,
  }
}

export const resultOf = (runner: FakeRunner) => JSON.parse(runner.outputs['result'] ?? '')
export const failureOf = (runner: FakeRunner) => runner.annotations.at(-1)

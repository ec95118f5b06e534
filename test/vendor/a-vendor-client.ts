import { apiConfig, PublicApi, ResponseError } from '@humanitec/autogen'
import { fakeClock } from '../support/fake-clock.ts'
import { serveOrchestrator } from '../support/serve.ts'

export const org = { orgId: 'local-org' }
export const app = { ...org, appId: 'shop' }
export const development = { ...app, envId: 'development' }
export const production = { ...app, envId: 'production' }

const seed = `
organizations:
  - id: local-org
    environment-types: [development, production]
    users:
      - { id: mia, name: Mia, token: mia }
    applications:
      - id: shop
        environments:
          - { id: development, type: development }
          - { id: production, type: production }
`

/** What a promise was refused with, as the server said it. */
export const refusal = async (asked: Promise<unknown>): Promise<{ status: number; body: unknown }> => {
  try {
    await asked
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error
    const text = await error.response.text()
    return { status: error.response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  throw new Error('it was not refused')
}

/**
 * The vendor's own TypeScript client, as its README shows it, on an orchestrator that listens on this machine. Nothing
 * of it is replaced: it sends by the global fetch.
 */
export const aVendorClient = async () => {
  const clock = fakeClock()
  const { url } = await serveOrchestrator({ clock, seed })
  const as = (token: string) => new PublicApi(apiConfig({ token, apiHost: url }))
  const api = as('test-token')

  /** Looks once a second until what it sees will do. */
  const until = async <T>(look: () => Promise<T>, isEnough: (seen: T) => boolean): Promise<T> => {
    for (let looks = 0; looks < 60; looks += 1) {
      const seen = await look()
      if (isEnough(seen)) return seen
      await clock.advance(1000)
    }
    throw new Error('it never came')
  }

  return {
    api,
    as,
    clock,
    until,
    /** Deploys workloads, each with an image of its name, and waits for the end. */
    deploy: async (workloads: string[], more: { externals?: Record<string, unknown>; envId?: string } = {}) => {
      const { externals = {}, envId = 'development' } = more
      const add = Object.fromEntries(
        workloads.map((name) => [
          name,
          {
            profile: 'humanitec/default-module',
            spec: { containers: { main: { id: 'main', image: `registry.test/${name}:1` } } },
            externals,
          },
        ]),
      )
      const delta = await api.orgsOrgIdAppsAppIdDeltasPost({ ...app, DeltaRequest: { modules: { add } } })
      const place = { ...app, envId }
      const { id } = await api.createDeployment({ ...place, DeploymentRequest: { delta_id: delta.id } })
      return until(
        () => api.getDeployment({ ...place, deployId: id }),
        ({ status }) => status === 'succeeded' || status === 'failed',
      )
    },
  }
}

import type { OrchestratorOptions } from '../../src/orchestrator/index.ts'
import { type Called, startOrchestrator } from '../support/orchestrator.ts'

export const acme = '/orgs/acme'
export const acmeShop = '/orgs/acme/apps/shop'

/**
 * Two organizations that have nothing to do with one another. In acme Ada is administrator, Max manager, Owen the
 * shop's owner, Dev its developer, Vera its viewer, Mia in no application; Olga may look at everything. The group
 * releasers, with Mia in it, has an owner's role on the shop and deploys to production. Each token is its user's id.
 */
const people = `
organizations:
  - id: acme
    name: Acme Corporation
    environment-types: [development, production]
    applications:
      - id: shop
        environments: [{ id: dev, type: development }, { id: prod, type: production }]
      - { id: other, environments: [{ id: dev, type: development }] }
    users:
      - { id: ada, name: Ada, token: ada, role: administrator, email: ada@acme.test }
      - { id: max, name: Max, token: max, role: manager }
      - { id: mia, name: Mia, token: mia }
      - { id: olga, name: Olga, token: olga, role: orgViewer }
      - { id: owen, name: Owen, token: owen, applications: { shop: owner } }
      - { id: dev, name: Dev, token: dev, applications: { shop: developer }, deployer: [development] }
      - { id: vera, name: Vera, token: vera, applications: { shop: viewer } }
      - { id: bot, name: Bot, token: bot, type: service, role: artefactContributor }
    groups:
      - { name: releasers, idp: okta, applications: { shop: owner }, deployer: [production], members: [mia] }
  - id: rival
    applications: [{ id: shop, environments: [{ id: dev, type: development }] }]
    users:
      - { id: rita, name: Rita, token: rita, role: administrator }
      - { id: rob, name: Rob, token: rob }
`

export const withPeople = (options: Partial<OrchestratorOptions> & Parameters<typeof startOrchestrator>[0] = {}) => {
  const started = startOrchestrator({ seed: people, ...options })
  /** One request of the user. */
  const by = (user: string, method: string, path: string, body?: unknown): Promise<Called> =>
    started.call(method, path, body, { authorization: `Bearer ${user}` })
  return {
    ...started,
    by,
    groupId: async (): Promise<string> => {
      const { body } = await by('ada', 'GET', `${acme}/users?type=group`)
      return (body as { id: string }[])[0]?.id ?? ''
    },
    ids: (body: unknown): string[] => (body as { id: string }[]).map(({ id }) => id),
  }
}

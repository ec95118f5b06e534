import { type Agents, createAgents } from '../agents/model.ts'
import { agentRoutes } from '../agents/routes.ts'
import type { Artefacts } from '../artefacts/model.ts'
import type { Auth } from '../auth.ts'
import { createImages, type Images } from '../images/model.ts'
import { imageRoutes } from '../images/routes.ts'
import { createPublicKeys, type PublicKeys } from '../keys/model.ts'
import { keyRoutes } from '../keys/routes.ts'
import type { Parts } from '../parts.ts'
import { createRegistries, type Registries } from '../registries/model.ts'
import { registryRoutes } from '../registries/routes.ts'
import type { Route } from '../router.ts'
import { createSecretStores, type SecretStoreNeighbours, type SecretStores } from '../secret-stores/model.ts'
import { secretStoreRoutes } from '../secret-stores/routes.ts'

export interface PlatformModels {
  agents: Agents
  images: Images
  publicKeys: PublicKeys
  registries: Registries
  secretStores: SecretStores
  routes: Route[]
}

/** What an organization sets up once, for all of its applications. */
export const createPlatformModels = (
  parts: Parts,
  { artefacts, auth, secretsIn }: { artefacts: Artefacts; auth: Auth; secretsIn: SecretStoreNeighbours['usesOf'] },
): PlatformModels => {
  const agents = createAgents(parts)
  const publicKeys = createPublicKeys(parts)
  const registries = createRegistries(parts, {
    isAdministrator: (caller, orgId) => auth.allows(caller, 'org:administrator', orgId),
  })
  const images = createImages(parts, artefacts)
  const secretStores = createSecretStores(parts, { usesOf: secretsIn })

  return {
    agents,
    images,
    publicKeys,
    registries,
    secretStores,
    routes: [
      ...agentRoutes(agents),
      ...imageRoutes(images),
      ...keyRoutes(publicKeys),
      ...registryRoutes(registries),
      ...secretStoreRoutes(secretStores),
    ],
  }
}

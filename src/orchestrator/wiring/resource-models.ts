import { isActiveDeployment } from '../../contract/status.ts'
import type { CheckJsonSchema } from '../json-schema.ts'
import type { Auth } from '../auth.ts'
import type { Cluster } from '../cluster/model.ts'
import type { Deployments, Place } from '../deployments/model.ts'
import type { Environments } from '../environments/model.ts'
import { createMatchingCriteria, type MatchingCriteria } from '../matching-criteria/model.ts'
import { matchingCriteriaRoutes } from '../matching-criteria/routes.ts'
import type { Parts } from '../parts.ts'
import { createResourceAccounts, isAccountType, type ResourceAccounts } from '../resource-accounts/model.ts'
import { resourceAccountRoutes } from '../resource-accounts/routes.ts'
import { builtInId } from '../resource-definitions/built-in.ts'
import { createDefinitions, type Definition, type Definitions } from '../resource-definitions/model.ts'
import { namesStore } from '../resource-definitions/inputs.ts'
import { definitionRoutes } from '../resource-definitions/routes.ts'
import { createVersions } from '../resource-definitions/versions.ts'
import { createResourceDrivers, type ResourceDrivers } from '../resource-drivers/model.ts'
import { resourceDriverRoutes } from '../resource-drivers/routes.ts'
import { createResourceGraphs, type ResourceGraphs } from '../resource-graph/model.ts'
import { resourceGraphRoutes } from '../resource-graph/routes.ts'
import { builtInTypes } from '../resource-types/built-in.ts'
import { createResourceClasses, type ResourceClasses } from '../resource-types/classes.ts'
import { createResourceTypes, type ResourceTypes } from '../resource-types/model.ts'
import { resourceClassRoutes, resourceTypeRoutes } from '../resource-types/routes.ts'
import { createClaims } from '../resources/claims.ts'
import { createResources, type Resources } from '../resources/model.ts'
import { resourceRoutes } from '../resources/routes.ts'
import { createUses, type Making } from '../resources/uses.ts'
import type { Route } from '../router.ts'
import type { SecretStores } from '../secret-stores/model.ts'
import type { Sets } from '../sets/model.ts'
import { naming, type Use } from '../use.ts'

export interface ResourceModels {
  definitions: Definitions
  graphs: ResourceGraphs
  resources: Resources
  /** What keeps secrets in a store. */
  secretsIn(orgId: string, storeId: string): Generator<Use>
  routes: Route[]
}

export interface ResourceModelNeighbours {
  auth: Auth
  checkJsonSchema: CheckJsonSchema
  cluster: Cluster
  secretStores: SecretStores
  sets: Sets
  environment(place: Place): ReturnType<Environments['record']>
  deployments(place: Place): ReturnType<Deployments['list']>
  activeDeployment: Deployments['active']
  /** Every environment of an organization. */
  places(orgId: string): Iterable<Place>
}

const builtInTypeNames = builtInTypes.map(({ type }) => type)

/** The models that resources live in: their types, drivers, accounts, definitions, and the active ones. */
export const createResourceModels = (parts: Parts, neighbours: ResourceModelNeighbours): ResourceModels => {
  const { auth, checkJsonSchema, cluster, secretStores, sets } = neighbours
  const primarySecretStore = (orgId: string) => secretStores.primary(orgId).id

  const ownDefinitions = (orgId: string) => definitions.list(orgId, {}).filter(({ is_default }) => !is_default)
  /** What the deployments of an organization that have not ended will make. */
  function* underWay(orgId: string) {
    for (const place of neighbours.places(orgId)) {
      const deployment = neighbours.activeDeployment(place)
      if (deployment?.dependency_graph_id === undefined) continue
      const { nodes } = graphs.get(place, deployment.dependency_graph_id)
      yield { place, envType: neighbours.environment(place).type, deploymentId: deployment.id, nodes }
    }
  }
  const usesBy = (orgId: string, isUse: (making: Making) => boolean) =>
    [...uses(orgId)].filter(({ making }) => isUse(making))
  const definitionsBy = (orgId: string, isUse: (definition: Definition) => boolean): Use[] =>
    ownDefinitions(orgId)
      .filter(isUse)
      .map(({ id }) => naming(`resource definition '${id}'`))

  const accounts: ResourceAccounts = createResourceAccounts(parts, {
    used: (orgId) =>
      new Set(
        [...ownDefinitions(orgId), ...[...uses(orgId)].map(({ making }) => making)].flatMap(
          ({ driver_account }) => driver_account ?? [],
        ),
      ),
    usesOf: (orgId, accountId) => [
      ...definitionsBy(orgId, ({ driver_account }) => driver_account === accountId),
      ...usesBy(orgId, ({ driver_account }) => driver_account === accountId),
    ],
    references: (orgId, accountId) => ({
      resource_definitions: ownDefinitions(orgId).filter(({ driver_account }) => driver_account === accountId),
      active_resources: [...resources.inOrganization(orgId)].filter(
        ({ driver_account }) => driver_account === accountId,
      ),
    }),
  })
  const classes: ResourceClasses = createResourceClasses(parts, {
    requireType: (orgId, type) => void types.get(orgId, type),
  })
  const types: ResourceTypes = createResourceTypes(parts, {
    checkJsonSchema,
    usesOf: (orgId, type) => [
      ...drivers.ofType(orgId, type).map(({ id }) => naming(`driver '${id}'`)),
      // A definition keeps its type.
      ...definitionsBy(orgId, (definition) => definition.type === type).map(({ by }) => ({
        by,
        remedy: 'delete that first',
      })),
      ...usesBy(orgId, (making) => making.type === type),
    ],
    forgetClasses: classes.forgetType,
  })
  const drivers: ResourceDrivers = createResourceDrivers(parts, {
    checkJsonSchema,
    typeExists: types.exists,
    accountTypeExists: isAccountType,
    usesOf: (orgId, names) => [
      ...definitionsBy(orgId, ({ driver_type }) => names.includes(driver_type)),
      ...usesBy(orgId, ({ driver_type }) => names.includes(driver_type)),
    ],
  })

  const criteria: MatchingCriteria = createMatchingCriteria(parts, {
    builtIn: (type) => (builtInTypeNames.includes(type) ? builtInId(type) : undefined),
    claims: (orgId) => claims(orgId),
  })
  const driverExists = (orgId: string, driverType: string) => drivers.find(orgId, driverType) !== undefined
  const definitions: Definitions = createDefinitions(parts, {
    versions: createVersions(parts),
    criteria,
    builtInTypes: () => builtInTypeNames,
    typeExists: types.exists,
    driverExists,
    accountExists: accounts.exists,
    secretStoreExists: secretStores.exists,
    primarySecretStore,
    claims: (orgId) => claims(orgId),
  })
  const graphs = createResourceGraphs(parts, {
    criteria,
    definitions,
    environmentType: (place) => neighbours.environment(place).type,
    pinned: (place, name) => resources.find(place, name)?.target_def_version_id,
    outputsSchema: (orgId, type) => (types.exists(orgId, type) ? types.get(orgId, type).outputs_schema : {}),
  })
  const resources: Resources = createResources(parts, {
    lastSuccess: (place) => neighbours.deployments(place).find(({ status }) => status === 'succeeded')?.id,
    isDeploying: (place) => neighbours.deployments(place).some(isActiveDeployment),
    driverExists,
    version: definitions.version,
    primarySecretStore,
    teardownMs: () => cluster.behaviour().teardownMs,
    released: definitions.purge,
  })
  const claims = createClaims({ resources, underWay })
  const uses = createUses({ resources, underWay, version: definitions.version })

  return {
    definitions,
    graphs,
    resources,
    *secretsIn(orgId, storeId) {
      yield* definitionsBy(orgId, ({ driver_inputs = {} }) => namesStore(driver_inputs['secret_refs'], storeId))
      yield* usesBy(orgId, ({ secret_refs }) => namesStore(secret_refs, storeId))
    },
    routes: [
      ...definitionRoutes(definitions),
      ...matchingCriteriaRoutes(criteria, definitions),
      ...resourceGraphRoutes(graphs, sets),
      ...resourceAccountRoutes(accounts),
      ...resourceClassRoutes(classes),
      ...resourceDriverRoutes(drivers),
      ...resourceTypeRoutes(types),
      ...resourceRoutes(resources, {
        definitions,
        sees: (caller, orgId, appId) => auth.allows(caller, 'app:viewer', orgId, appId),
      }),
    ],
  }
}

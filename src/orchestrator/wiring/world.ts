import { type Applications, createApplications } from '../applications/model.ts'
import { applicationRoutes } from '../applications/routes.ts'
import { type Artefacts, createArtefacts } from '../artefacts/model.ts'
import { artefactRoutes } from '../artefacts/routes.ts'
import { appPath, type Auth, type Caller } from '../auth.ts'
import { type Cluster, createCluster } from '../cluster/model.ts'
import { createDeltas, type Deltas } from '../deltas/model.ts'
import { deltaRoutes } from '../deltas/routes.ts'
import { createDeployments, type Deployments, type Place } from '../deployments/model.ts'
import { createEnvironmentTypes, type EnvironmentTypes } from '../environment-types/model.ts'
import { environmentTypeRoutes } from '../environment-types/routes.ts'
import { createEnvironments, type Environments } from '../environments/model.ts'
import { environmentRoutes } from '../environments/routes.ts'
import { forbidden } from '../errors.ts'
import { createEventModels, type EventModels } from './event-models.ts'
import type { CheckJsonSchema } from '../json-schema.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { createIdentityModels, type IdentityModels } from './identity-models.ts'
import type { Outgoing } from '../outbox/outgoing.ts'
import type { Parts } from '../parts.ts'
import { createPipelineModels, type PipelineModels } from './pipeline-models.ts'
import { createPlatformModels, type PlatformModels } from './platform-models.ts'
import { createResourceModels, type ResourceModels } from './resource-models.ts'
import type { Route } from '../router.ts'
import { createRuntime, type Runtime } from '../runtime/model.ts'
import { runtimeRoutes } from '../runtime/routes.ts'
import { createSets, type Sets } from '../sets/model.ts'
import { scoreRoutes } from '../score/routes.ts'
import { setRoutes } from '../sets/routes.ts'
import { createValueModels, type ValueModels } from './value-models.ts'
import { naming } from '../use.ts'
import { unknownProfiles } from '../workload-profiles/deployment-errors.ts'
import { createWorkloadProfileModels } from './workload-profile-models.ts'

export interface Models
  extends
    Omit<IdentityModels, 'routes' | 'audit'>,
    Omit<PipelineModels, 'routes' | 'outbox'>,
    Omit<PlatformModels, 'routes'>,
    Omit<ResourceModels, 'routes'>,
    Omit<ValueModels, 'routes'> {
  applications: Applications
  artefacts: Artefacts
  cluster: Cluster
  deltas: Deltas
  deployments: Deployments
  environments: Environments
  environmentTypes: EnvironmentTypes
  outboxes: readonly Outbox[]
  sets: Sets
}

export interface World {
  models: Models
  routes: Route[]
  audit: IdentityModels['audit']
  /** Throws 404 for an application or environment of the path that does not exist. */
  locate(path: Record<string, string>): void
}

interface ModelsNeighbours {
  auth: Auth
  checkJsonSchema: CheckJsonSchema
  outgoing: Outgoing
  onBug(error: unknown): void
}

/** Makes every model and tells each of the neighbours that it needs, and of nothing else. */
export const createModels = (parts: Parts, { auth, checkJsonSchema, outgoing, onBug }: ModelsNeighbours): World => {
  const cluster = createCluster(parts)
  const {
    routes: identityRoutes,
    audit,
    ...identity
  } = createIdentityModels(parts, {
    auth,
    requireEnvironmentType: (orgId, type) => void environmentTypes.get(orgId, type),
  })
  const { userRoles } = identity
  const artefacts = createArtefacts(parts, {
    registered: (orgId, version) => {
      batches.registered(orgId, version)
      events.versionRegistered(orgId, version)
    },
    deleted: (orgId, versionId) => platform.images.forgetVersion(orgId, versionId),
  })
  const deltas = createDeltas(parts)
  const sets = createSets(parts, { delta: deltas.content })

  const { routes: platformRoutes, ...platform } = createPlatformModels(parts, {
    artefacts,
    auth,
    *secretsIn(orgId, storeId) {
      const levels = [...applications.places(orgId), ...environments.inOrganization(orgId)]
      for (const by of values.secretsIn(levels, storeId)) yield naming(by)
      yield* resourcing.secretsIn(orgId, storeId)
    },
  })

  const { routes: resourceRoutes, ...resourcing }: ResourceModels = createResourceModels(parts, {
    auth,
    checkJsonSchema,
    cluster,
    secretStores: platform.secretStores,
    sets,
    environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
    deployments: (place) => deployments.list(place, {}),
    activeDeployment: (place) => deployments.active(place),
    places: (orgId) => environments.inOrganization(orgId),
  })
  const { definitions, resources, graphs } = resourcing

  const { routes: valueRoutes, ...valuing } = createValueModels(parts, platform)
  const { values, valueSetVersions } = valuing

  const { profiles, routes: profileRoutes } = createWorkloadProfileModels(parts, checkJsonSchema)

  const environments: Environments = createEnvironments(parts, {
    mayDeploy: (caller, place) => mayDeploy(caller, place),
    typeExists: (orgId, type) => environmentTypes.exists(orgId, type),
    deployment: (orgId, appId, id) => deployments.find(orgId, appId, id),
    hasActiveDeployment: (orgId, appId, envId) => deployments.active({ orgId, appId, envId }) !== undefined,
    hasActiveResources: resources.has,
    teardownMs: () => cluster.behaviour().teardownMs,
    happened: (...event) => events.environmentHappened(...event),
    // Assumption: of what goes here, only the deployments are documented to.
    forgetEnvironment: (orgId, appId, envId) => {
      resources.forgetEnvironment(orgId, appId, envId)
      graphs.forgetEnvironment(orgId, appId, envId)
      deployments.forgetEnvironment(orgId, appId, envId)
      runtime.forgetEnvironment(orgId, appId, envId)
      approvals.forgetEnvironment(orgId, appId, envId)
      values.forgetEnvironment(orgId, appId, envId)
      events.forgetEnvironment({ orgId, appId, envId })
    },
  })
  const environmentTypes = createEnvironmentTypes(parts, {
    environmentsOfType: environments.ofType,
    forgetRoles: userRoles.forgetEnvironmentType,
  })

  const mayDeploy = (caller: Caller, place: Place & { envType: string }) => {
    if (auth.mayDeploy(caller, place)) return
    throw forbidden(
      `${caller.name} may not deploy to '${place.envId}': that needs the role 'deployer' on environment type '${place.envType}' and 'developer' on the application.`,
    )
  }

  const deployments: Deployments = createDeployments(parts, {
    environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
    applyDelta: sets.applyDelta,
    requireSet: sets.require,
    modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
    deltaDeployed: deltas.deployed,
    outcomeOf: cluster.outcomeOf,
    newestValues: valueSetVersions.newest,
    hasValues: valueSetVersions.has,
    profileErrors: ({ orgId }, modules) => unknownProfiles(modules, (qid) => profiles.exists(orgId, qid)),
    valueErrors: (place, versionId, setId) =>
      valueSetVersions.deploymentErrors(place, versionId, sets.get(place.orgId, place.appId, setId)),
    planResources: (place, setId) => graphs.plan(place, sets.get(place.orgId, place.appId, setId)),
    mayDeploy,
    isPaused: (place) => runtime.isPaused(place),
    started: (place, deployment) => {
      environments.deployed(place.orgId, place.appId, place.envId, deployment.id)
      events.deploymentHappened('started', place, deployment)
    },
    isBase: environments.isBase,
    ended: (place, deployment) => {
      if (deployment.status === 'succeeded' && deployment.dependency_graph_id !== undefined) {
        const { type } = environments.record(place.orgId, place.appId, place.envId)
        const { nodes } = graphs.get(place, deployment.dependency_graph_id)
        resources.provision({ ...place, envType: type, deployId: deployment.id }, nodes)
      } else definitions.purge(place.orgId)
      engine.deploymentEnded(place, deployment)
      events.deploymentHappened('finished', place, deployment)
    },
  })

  const runtime: Runtime = createRuntime(parts, {
    environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
    environmentExists: environments.exists,
    begun: deployments.begun,
    modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
    mayDeploy,
  })

  const pipelining: PipelineModels = createPipelineModels(parts, {
    artefacts,
    auth,
    cluster,
    deltas,
    deployments,
    environments,
    sets,
    ...valuing,
    outgoing,
    onBug,
    mayDeploy,
  })
  const { pipelines, criteria, runs, approvals, batches, engine, outbox } = pipelining

  const events: EventModels = createEventModels(parts, {
    deltas,
    deployments,
    environments,
    sets,
    runs,
    outgoing,
    onBug,
    mayDeploy,
  })

  const applications = createApplications(parts, {
    environmentsOf: environments.list,
    createEnvironment: environments.createFirst,
    sees: (caller, orgId, appId) => auth.allows(caller, 'app:viewer', orgId, appId),
    mayDeploy,
    createDefaultPipeline: pipelines.createDefault,
    makeOwner: (orgId, appId, caller) => auth.grant(caller.id, appPath(orgId, appId), 'owner'),
    hasActiveResources: resources.has,
    teardownMs: () => cluster.behaviour().teardownMs,
    dependants: [
      events,
      approvals,
      runs,
      batches,
      pipelines,
      criteria,
      // Before what they hold on to: definitions that are marked as deleted go with the last of it.
      deployments,
      resources,
      graphs,
      runtime,
      environments,
      deltas,
      sets,
      values,
      userRoles,
    ],
  })

  const locate = ({ orgId = '', appId, envId }: { orgId?: string; appId?: string; envId?: string }) => {
    if (appId === undefined) return
    applications.require(orgId, appId)
    if (envId !== undefined) environments.record(orgId, appId, envId)
  }

  return {
    models: {
      ...identity,
      ...platform,
      ...resourcing,
      ...valuing,
      applications,
      artefacts,
      cluster,
      deltas,
      deployments,
      environments,
      environmentTypes,
      sets,
      pipelines,
      criteria,
      runs,
      approvals,
      batches,
      engine,
      outboxes: [outbox, events.outbox],
    },
    routes: [
      ...applicationRoutes(applications),
      ...artefactRoutes(artefacts),
      ...deltaRoutes(deltas),
      ...environmentRoutes(environments),
      ...environmentTypeRoutes(environmentTypes),
      ...events.routes,
      ...identityRoutes,
      ...pipelining.routes,
      ...platformRoutes,
      ...resourceRoutes,
      ...runtimeRoutes(runtime, {
        locate,
        definitionOf: graphs.definitionOf,
      }),
      ...scoreRoutes(),
      ...setRoutes(sets),
      ...valueRoutes,
      ...profileRoutes,
    ],
    audit,
    locate,
  }
}

import { type Applications, createApplications } from './applications/model.ts'
import { applicationRoutes } from './applications/routes.ts'
import { type Artefacts, createArtefacts } from './artefacts/model.ts'
import { artefactRoutes } from './artefacts/routes.ts'
import { appPath, type Auth, type Caller } from './auth.ts'
import { type Cluster, createCluster } from './cluster/model.ts'
import { createDeltas, type Deltas } from './deltas/model.ts'
import { deltaRoutes } from './deltas/routes.ts'
import { createDeployments, type Deployments, type Place } from './deployments/model.ts'
import { deploymentRoutes } from './deployments/routes.ts'
import { createEnvironmentTypes, type EnvironmentTypes } from './environment-types/model.ts'
import { environmentTypeRoutes } from './environment-types/routes.ts'
import { createEnvironments, type Environments } from './environments/model.ts'
import { environmentRoutes } from './environments/routes.ts'
import { forbidden } from './errors.ts'
import type { Outgoing } from './outbox/outgoing.ts'
import type { Parts } from './parts.ts'
import { createPipelineModels, type PipelineModels } from './pipeline-models.ts'
import { createResources, type Resources } from './resources/model.ts'
import { resourceRoutes } from './resources/routes.ts'
import type { Route } from './router.ts'
import { scoreRoutes } from './score/routes.ts'
import { createSets, type Sets } from './sets/model.ts'
import { setRoutes } from './sets/routes.ts'
import { createUsers } from './users/model.ts'
import { userRoutes } from './users/routes.ts'

export interface Models extends Omit<PipelineModels, 'routes'> {
  applications: Applications
  artefacts: Artefacts
  cluster: Cluster
  deltas: Deltas
  deployments: Deployments
  environments: Environments
  environmentTypes: EnvironmentTypes
  resources: Resources
  sets: Sets
}

export interface World {
  models: Models
  routes: Route[]
  /** Throws 404 for an application or environment of the path that does not exist. */
  locate(path: Record<string, string>): void
}

/** Makes every model and tells each of the neighbours that it needs, and of nothing else. */
export const createModels = (
  parts: Parts,
  { auth, outgoing, onBug }: { auth: Auth; outgoing: Outgoing; onBug(error: unknown): void },
): World => {
  const cluster = createCluster(parts)
  const resources = createResources(parts)
  const artefacts = createArtefacts(parts)
  const deltas = createDeltas(parts)
  const sets = createSets(parts, { delta: deltas.content })

  const environments: Environments = createEnvironments(parts, {
    typeExists: (orgId, type) => environmentTypes.exists(orgId, type),
    deployment: (orgId, appId, id) => deployments.find(orgId, appId, id),
    hasActiveDeployment: (orgId, appId, envId) => deployments.active({ orgId, appId, envId }) !== undefined,
    hasActiveResources: resources.has,
    teardownMs: () => cluster.behaviour().teardownMs,
    forgetEnvironment: (orgId, appId, envId) => {
      resources.forgetEnvironment(orgId, appId, envId)
      deployments.forgetEnvironment(orgId, appId, envId)
    },
  })
  const environmentTypes = createEnvironmentTypes(parts, { environmentsOfType: environments.ofType })

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
    mayDeploy,
    started: ({ orgId, appId, envId }, { id }) => environments.deployed(orgId, appId, envId, id),
    isBase: environments.isBase,
    ended: (place, deployment) => {
      if (deployment.status === 'succeeded') {
        const { type } = environments.record(place.orgId, place.appId, place.envId)
        const set = sets.get(place.orgId, place.appId, deployment.set_id)
        resources.provision({ ...place, envType: type, deployId: deployment.id }, set)
      }
      engine.deploymentEnded(place, deployment)
    },
  })

  const pipelining: PipelineModels = createPipelineModels(parts, {
    artefacts,
    auth,
    cluster,
    deltas,
    deployments,
    environments,
    sets,
    outgoing,
    onBug,
    mayDeploy,
  })
  const { pipelines, criteria, runs, approvals, engine, outbox } = pipelining

  const applications = createApplications(parts, {
    environmentsOf: environments.list,
    createEnvironment: environments.create,
    createDefaultPipeline: pipelines.createDefault,
    makeOwner: (orgId, appId, caller) => auth.grant(caller.id, appPath(orgId, appId), 'owner'),
    hasActiveResources: resources.has,
    teardownMs: () => cluster.behaviour().teardownMs,
    dependants: [runs, approvals, pipelines, criteria, resources, deployments, environments, deltas, sets],
  })

  return {
    models: {
      applications,
      artefacts,
      cluster,
      deltas,
      deployments,
      environments,
      environmentTypes,
      resources,
      sets,
      pipelines,
      criteria,
      runs,
      approvals,
      engine,
      outbox,
    },
    routes: [
      ...applicationRoutes(applications),
      ...artefactRoutes(artefacts),
      ...deltaRoutes(deltas),
      ...deploymentRoutes(deployments),
      ...environmentRoutes(environments),
      ...environmentTypeRoutes(environmentTypes),
      ...pipelining.routes,
      ...resourceRoutes(resources),
      ...scoreRoutes(),
      ...setRoutes(sets),
      ...userRoutes(createUsers(auth)),
    ],
    locate: ({ orgId = '', appId, envId }) => {
      if (appId === undefined) return
      applications.get(orgId, appId)
      if (envId !== undefined) environments.record(orgId, appId, envId)
    },
  }
}

import { type Approvals, createApprovals } from '../approvals/model.ts'
import { approvalRoutes } from '../approvals/routes.ts'
import type { Artefacts } from '../artefacts/model.ts'
import { type Auth, type Caller } from '../auth.ts'
import { readAutomationIdentity } from '../automation-rules/identity.ts'
import { type Batches, createBatches } from '../batches/model.ts'
import { batchRoutes } from '../batches/routes.ts'
import type { Cluster } from '../cluster/model.ts'
import { createCriteria, type PipelineCriteria } from '../criteria/model.ts'
import { criteriaRoutes } from '../criteria/routes.ts'
import type { Deltas } from '../deltas/model.ts'
import type { Deployments, Place } from '../deployments/model.ts'
import { deploymentRoutes } from '../deployments/routes.ts'
import { createEngine, type Engine } from '../engine/engine.ts'
import { implementedActions } from '../engine/steps/table.ts'
import type { Environments } from '../environments/model.ts'
import { forbidden } from '../errors.ts'
import { createOutbox, type Outbox } from '../outbox/outbox.ts'
import type { Outgoing } from '../outbox/outgoing.ts'
import type { Parts } from '../parts.ts'
import { createPipelines, type Pipelines } from '../pipelines/model.ts'
import { pipelineRoutes } from '../pipelines/routes.ts'
import type { Route } from '../router.ts'
import { createDirectDeployments } from '../runs/direct-deployment.ts'
import { createRuns, type Runs } from '../runs/model.ts'
import { createQueue } from '../runs/queue.ts'
import { createRunRecords } from '../runs/records.ts'
import { runRoutes } from '../runs/routes.ts'
import type { Sets } from '../sets/model.ts'
import type { ValueModels } from './value-models.ts'
import { emptySetId } from '../../sets/hash.ts'

export interface PipelineModels {
  pipelines: Pipelines
  criteria: PipelineCriteria
  runs: Runs
  approvals: Approvals
  batches: Batches
  engine: Engine
  outbox: Outbox
  routes: Route[]
}

export interface PipelineModelNeighbours extends Omit<ValueModels, 'routes'> {
  artefacts: Artefacts
  auth: Auth
  cluster: Cluster
  deltas: Deltas
  deployments: Deployments
  environments: Environments
  sets: Sets
  outgoing: Outgoing
  onBug(error: unknown): void
  /** Throws 403 unless the caller may deploy to the environment. */
  mayDeploy(caller: Caller, place: Place & { envType: string }): void
}

/** The models that pipelines live in, and what each of them needs of the others. */
export const createPipelineModels = (parts: Parts, neighbours: PipelineModelNeighbours): PipelineModels => {
  const { artefacts, auth, cluster, deltas, deployments, environments, sets, values, valueSetVersions } = neighbours
  const { transport, allowHttp = [], githubApiUrl } = neighbours.outgoing
  const records = createRunRecords(parts)

  const mayDeploy = (caller: Caller, place: Place) => {
    const { type } = environments.record(place.orgId, place.appId, place.envId)
    neighbours.mayDeploy(caller, { ...place, envType: type })
  }
  const sees = (caller: Caller, orgId: string, appId: string) => auth.allows(caller, 'app:viewer', orgId, appId)
  const baseSet = ({ orgId, appId, envId }: Place) => {
    const { from_deploy_id } = environments.record(orgId, appId, envId)
    const base = from_deploy_id === undefined ? undefined : deployments.find(orgId, appId, from_deploy_id)
    return base?.set_id ?? emptySetId
  }

  const criteria: PipelineCriteria = createCriteria(parts, { pipeline: (place) => pipelines.get(place) })

  const pipelines: Pipelines = createPipelines(parts, {
    sees,
    implemented: implementedActions,
    mayGrant: (caller, orgId, appId, { application, environmentTypes }) => {
      if (application) auth.authorize(caller, `app:${application}`, orgId, appId)
      for (const envType of Object.keys(environmentTypes)) {
        if (auth.mayDeploy(caller, { orgId, appId, envType })) continue
        throw forbidden(
          `${caller.name} cannot give runs the role 'deployer' on environment type '${envType}': who gives it must hold it.`,
        )
      }
    },
    createDefaultCriteria: (place) => void criteria.create(place, { trigger: 'deployment_request' }),
    hasCriteria: criteria.has,
    hasActiveRuns: (place) => runs.hasActive(place),
    forgetPipeline: (place) => {
      runs.forgetPipeline(place)
      criteria.forgetPipeline(place)
      batches.forgetPipeline(place)
    },
  })

  const approvals: Approvals = createApprovals(parts, {
    mayDeploy,
    decided: (approval, caller) => engine.approvalDecided(approval, caller),
  })

  const outbox: Outbox = createOutbox(parts, {
    transport,
    isAwaited: (asker, requestId) => engine.isAwaited(asker, requestId),
    answered: (asker, requestId, answer) => engine.requestAnswered(asker, requestId, answer),
    onBug: neighbours.onBug,
  })

  const engine: Engine = createEngine(parts, {
    records,
    queue: createQueue(parts),
    pipeline: (place) => pipelines.get(place),
    definition: pipelines.definition,
    runAs: pipelines.runAs,
    appValues: values.disclose,
    secretTexts: values.secretTexts,
    user: (id) => readAutomationIdentity(id) ?? auth.user(id),
    steps: {
      baseSet,
      applyDelta: sets.applyDelta,
      modulesOf: (orgId, appId, setId) => sets.get(orgId, appId, setId).modules,
      environment: ({ orgId, appId, envId }) => environments.record(orgId, appId, envId),
      deployments,
      approvals,
      cluster,
      artefacts,
      deltas,
      outbox,
      outgoing: { canSend: transport !== undefined, allowHttp, githubApiUrl },
      newUid: parts.random.uuid,
    },
  })

  const runs: Runs = createRuns(parts, {
    records,
    sees,
    mayDeploy,
    definition: (place) => pipelines.definition(place, pipelines.get(place).version),
    match: criteria.match,
    environmentType: (orgId, appId, envId) =>
      environments.exists(orgId, appId, envId) ? environments.record(orgId, appId, envId).type : undefined,
    deploymentInputs: ({ orgId, appId }) => ({
      deployment: (id) => deployments.find(orgId, appId, id),
      requireSet: (id) => sets.require(orgId, appId, id),
      hasDelta: (id) => deltas.content(orgId, appId, id) !== undefined,
      hasValues: (envId, id) => valueSetVersions.has({ orgId, appId, envId }, id),
      baseSet: (envId) => baseSet({ orgId, appId, envId }),
    }),
    check: engine.check,
    submit: engine.submit,
    begin: engine.begin,
    cancel: engine.cancel,
    abandon: engine.abandon,
    forgetApprovals: ({ orgId, appId, runId }) => approvals.forgetRun(orgId, appId, runId),
  })

  const batches: Batches = createBatches(parts, {
    listeners: pipelines.listeners,
    listener: pipelines.listener,
    submit: engine.submit,
  })

  return {
    pipelines,
    criteria,
    runs,
    approvals,
    batches,
    engine,
    outbox,
    routes: [
      ...pipelineRoutes(pipelines),
      ...batchRoutes(batches),
      ...criteriaRoutes(criteria),
      ...runRoutes(runs),
      ...approvalRoutes(approvals),
      ...deploymentRoutes(deployments, createDirectDeployments(deployments, runs)),
    ],
  }
}

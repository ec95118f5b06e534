import type { components } from '../../contract/schema.ts'
import { emptySetId } from '../../sets/hash.ts'
import type { Module } from '../../sets/types.ts'
import type { Caller } from '../auth.ts'
import { createFiring, type Images } from '../automation-rules/firing.ts'
import { automationIdentity } from '../automation-rules/identity.ts'
import { imageUpdates } from '../automation-rules/image-updates.ts'
import { createAutomationRules } from '../automation-rules/model.ts'
import { automationRuleRoutes } from '../automation-rules/routes.ts'
import type { Deltas } from '../deltas/model.ts'
import type { Deployment, Deployments, Place } from '../deployments/model.ts'
import type { EnvironmentRecord, Environments } from '../environments/model.ts'
import { createOutbox, type Outbox } from '../outbox/outbox.ts'
import type { Outgoing } from '../outbox/outgoing.ts'
import type { Dependant, Parts } from '../parts.ts'
import type { Route } from '../router.ts'
import type { Runs } from '../runs/model.ts'
import type { Sets } from '../sets/model.ts'
import { createDeliveries, type Deliveries } from '../webhooks/deliveries.ts'
import { deploymentEvent, environmentEvent } from '../webhooks/events.ts'
import { createWebhooks, type Webhooks } from '../webhooks/model.ts'
import { webhookRoutes } from '../webhooks/routes.ts'

/** What reacts to what happens: rules that deploy new versions, and webhooks that tell of it. */
export interface EventModels extends Dependant {
  /** What webhooks send; apart from that of steps, so that a slow receiver holds up no pipeline. */
  outbox: Outbox
  routes: Route[]
  versionRegistered(orgId: string, version: components['schemas']['ArtefactVersion']): void
  environmentHappened(
    type: 'created' | 'deleted',
    orgId: string,
    appId: string,
    environment: EnvironmentRecord,
    by: string,
  ): void
  deploymentHappened(type: 'started' | 'finished', place: Place, deployment: Deployment): void
  forgetEnvironment(place: Place): void
}

export interface EventModelNeighbours {
  deltas: Pick<Deltas, 'create' | 'changeMetadata'>
  deployments: Pick<Deployments, 'find' | 'active'>
  environments: Pick<Environments, 'record'>
  sets: Pick<Sets, 'get'>
  runs: Pick<Runs, 'requestDeployment'>
  outgoing: Outgoing
  onBug(error: unknown): void
  /** Throws 403 unless the caller may deploy to the environment. */
  mayDeploy(caller: Caller, place: Place & { envType: string }): void
}

/** Asks for the deployment that rules make: with a delta, through whichever pipeline answers. */
const deployer =
  ({ deltas, deployments, environments, sets, runs }: EventModelNeighbours) =>
  ({ orgId, appId, envId }: Place, images: Images, ruleIds: readonly string[]) => {
    const { type, status, from_deploy_id } = environments.record(orgId, appId, envId)
    const base = from_deploy_id === undefined ? undefined : deployments.find(orgId, appId, from_deploy_id)
    const update = imageUpdates(
      sets.get(orgId, appId, base?.set_id ?? emptySetId).modules as Record<string, Module>,
      images,
    )
    if (status !== 'active' || Object.keys(update).length === 0) return
    const caller = automationIdentity({ orgId, appId, envType: type })
    const name = `Automation ${ruleIds.length === 1 ? 'rule' : 'rules'} ${ruleIds.join(', ')}`
    const { id } = deltas.create(orgId, appId, { metadata: { env_id: envId, name }, modules: { update } }, caller)
    const request = { trigger: 'deployment_request' as const, env_id: envId, delta_id: id, comment: name }
    try {
      runs.requestDeployment({ orgId, appId }, request, { key: undefined, route: '', body: undefined, caller })
    } catch (error) {
      // It stays as a trace of what was tried, and not among those that wait to be deployed.
      deltas.changeMetadata(orgId, appId, id, { archived: true }, caller)
      throw error
    }
  }

const createWebhookModels = (parts: Parts, { outgoing, onBug }: EventModelNeighbours) => {
  const { transport } = outgoing
  const webhooks: Webhooks = createWebhooks(parts, {
    forgetDeliveries: (orgId, appId, id) => deliveries.forget(orgId, appId, id),
  })
  const outbox: Outbox = createOutbox(
    parts,
    {
      transport,
      isAwaited: (app, requestId) => deliveries.isAwaited(app, requestId),
      answered: (app, requestId, answer) => deliveries.answered(app, requestId, answer),
      onBug,
    },
    'webhook-outbox',
  )
  const deliveries: Deliveries = createDeliveries(parts, { webhooks, outbox, canSend: transport !== undefined })
  return { webhooks, outbox, deliveries }
}

export const createEventModels = (parts: Parts, neighbours: EventModelNeighbours): EventModels => {
  const { environments, deployments } = neighbours
  const rules = createAutomationRules(parts, {
    mayDeploy: (caller, place) => {
      const { type } = environments.record(place.orgId, place.appId, place.envId)
      neighbours.mayDeploy(caller, { ...place, envType: type })
    },
  })
  const firing = createFiring(parts, {
    rules,
    isBusy: (place) => deployments.active(place) !== undefined,
    deploy: deployer(neighbours),
  })
  const { webhooks, outbox, deliveries } = createWebhookModels(parts, neighbours)

  return {
    outbox,
    routes: [...automationRuleRoutes(rules), ...webhookRoutes(webhooks)],
    versionRegistered: firing.registered,
    environmentHappened: (type, orgId, appId, environment, by) =>
      deliveries.tell(
        environmentEvent(
          type,
          { orgId, appId },
          {
            env_id: environment.id,
            name: environment.name,
            type: environment.type,
            triggered_at: parts.scheduler.timestamp(),
            triggered_by: by,
          },
        ),
      ),
    deploymentHappened: (type, { orgId, appId, envId }, deployment) =>
      deliveries.tell(
        deploymentEvent(
          type,
          { orgId, appId },
          {
            env_id: envId,
            deploy_id: deployment.id,
            delta_id: deployment.delta_id ?? '',
            set_id: deployment.set_id,
            comment: deployment.comment,
            status: deployment.status,
            triggered_at: parts.scheduler.timestamp(),
            triggered_by: deployment.created_by,
          },
        ),
      ),
    forgetEnvironment: (place) => {
      firing.forgetEnvironment(place)
      rules.forgetEnvironment(place)
    },
    forgetApplication: (orgId, appId) => {
      firing.forgetApplication(orgId, appId)
      rules.forgetApplication(orgId, appId)
      webhooks.forgetApplication(orgId, appId)
    },
  }
}

import type { components } from '../../contract/schema.ts'

type Event = components['schemas']['EventResponse']

/** What has happened in an application, with a text for each of the event's properties. */
export interface Occurrence {
  orgId: string
  appId: string
  scope: string
  type: string
  values: Record<string, string>
}

const everywhere = ['event', 'org_id', 'app_id', 'env_id', 'triggered_at', 'triggered_by'] as const
const ofEnvironments = [...everywhere, 'name', 'type'] as const
const ofDeployments = [...everywhere, 'deploy_id', 'delta_id', 'set_id', 'comment', 'status'] as const

/** Everything that a webhook can be told of. */
export const events: readonly Event[] = [
  { scope: 'environment', type: 'created', properties: [...ofEnvironments] },
  { scope: 'environment', type: 'deleted', properties: [...ofEnvironments] },
  { scope: 'deployment', type: 'started', properties: [...ofDeployments] },
  { scope: 'deployment', type: 'finished', properties: [...ofDeployments] },
]

export const findEvent = (scope: string | undefined, type: string | undefined): Event | undefined =>
  events.find((event) => event.scope === scope && event.type === type)

type Values<Names extends readonly string[]> = Record<Exclude<Names[number], 'event' | 'org_id' | 'app_id'>, string>

const occurrence = (
  [scope, type]: readonly [string, string],
  { orgId, appId }: { orgId: string; appId: string },
  values: Record<string, string>,
): Occurrence => ({
  orgId,
  appId,
  scope,
  type,
  values: { event: `${scope}.${type}`, org_id: orgId, app_id: appId, ...values },
})

type App = Pick<Occurrence, 'orgId' | 'appId'>

export const environmentEvent = (type: 'created' | 'deleted', app: App, values: Values<typeof ofEnvironments>) =>
  occurrence(['environment', type], app, values)

export const deploymentEvent = (type: 'started' | 'finished', app: App, values: Values<typeof ofDeployments>) =>
  occurrence(['deployment', type], app, values)

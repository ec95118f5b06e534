import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import { checkDepth } from '../depth.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { requireNameable } from '../nameable.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { type Definition, readDefinition, type WebhookRequest } from './definition.ts'

type WebhookResponse = components['schemas']['WebhookResponse']
type WebhookUpdateResponse = components['schemas']['WebhookUpdateResponse']

export interface Webhook extends Definition {
  id: string
  created_at: string
  created_by: string
}

export interface Webhooks extends Dependant {
  list(orgId: string, appId: string): WebhookResponse[]
  get(orgId: string, appId: string, id: string): WebhookResponse
  find(orgId: string, appId: string, id: string): Webhook | undefined
  create(orgId: string, appId: string, request: WebhookRequest, caller: Caller): WebhookResponse
  update(orgId: string, appId: string, id: string, request: WebhookRequest): WebhookUpdateResponse
  delete(orgId: string, appId: string, id: string): void
  deleteAll(orgId: string, appId: string): void
  /** Those that wait for the event. */
  toldOf(orgId: string, appId: string, event: { scope: string; type: string }): Webhook[]
}

export interface WebhookNeighbours {
  /** Drops what was not delivered yet. */
  forgetDeliveries(orgId: string, appId: string, webhookId: string): void
}

const maxIdLength = 100

const readId = (id: string) => {
  requireNameable(id)
  if (id !== '' && id.length <= maxIdLength) return id
  throw badRequest(`id must have 1 to ${maxIdLength} characters.`)
}

export const createWebhooks = ({ store, scheduler, random }: Parts, neighbours: WebhookNeighbours): Webhooks => {
  const webhooks = store.table<Webhook>('webhooks')

  const find = (orgId: string, appId: string, id: string) => webhooks.get(appScope(orgId, appId), id)
  const require = (orgId: string, appId: string, id: string) => {
    const found = find(orgId, appId, id)
    if (!found) throw notFound('Webhook', id, `application '${orgId}/${appId}'`)
    return found
  }
  const isTaken = (orgId: string, id: string) => {
    for (const { value } of webhooks.scan({ scope: orgId, within: true })) if (value.id === id) return true
    return false
  }
  const remove = (orgId: string, appId: string, id: string) => {
    webhooks.delete(appScope(orgId, appId), id)
    neighbours.forgetDeliveries(orgId, appId, id)
  }
  const deleteAll = (orgId: string, appId: string) => {
    for (const { id } of webhooks.list(appScope(orgId, appId))) remove(orgId, appId, id)
  }

  return {
    list: (orgId, appId) => webhooks.list(appScope(orgId, appId)),
    get: require,
    find,
    create: (orgId, appId, request, caller) => {
      checkDepth('The request', request)
      // Assumption: an id is made up for whoever gives none.
      const id = request.id === undefined ? random.hex(8) : readId(request.id)
      const definition = readDefinition(request)
      if (isTaken(orgId, id)) throw conflict(`Webhook '${id}' exists already in organization '${orgId}'.`)
      const webhook: Webhook = { id, ...definition, created_at: scheduler.timestamp(), created_by: caller.id }
      webhooks.insert(appScope(orgId, appId), id, webhook)
      return webhook
    },
    update: (orgId, appId, id, request) => {
      checkDepth('The request', request)
      const { created_at, created_by, ...before } = require(orgId, appId, id)
      if (request.id !== undefined && request.id !== id) throw badRequest(`id is '${id}' and cannot be changed.`)
      const definition = readDefinition(request, before)
      webhooks.update(appScope(orgId, appId), id, { id, ...definition, created_at, created_by })
      return definition
    },
    delete: (orgId, appId, id) => {
      require(orgId, appId, id)
      remove(orgId, appId, id)
    },
    deleteAll,
    toldOf: (orgId, appId, { scope, type }) =>
      webhooks
        .list(appScope(orgId, appId))
        .filter(
          ({ disabled, triggers }) => !disabled && triggers.some((each) => each.scope === scope && each.type === type),
        ),
    forgetApplication: deleteAll,
  }
}

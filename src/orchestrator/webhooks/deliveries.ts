import type { Answer, Outbox, OutgoingRequest } from '../outbox/outbox.ts'
import { appScope, type Parts } from '../parts.ts'
import { deliveryHeader, targetOf } from './definition.ts'
import type { Occurrence } from './events.ts'
import type { Webhook, Webhooks } from './model.ts'
import { fillIn } from './template.ts'

/** One event for one webhook, until it was taken; under the id of the last request that was made for it. */
interface Delivery {
  id: string
  requestId: string
  webhookId: string
  values: Record<string, string>
  /** How often it was tried, this time included. */
  attempts: number
}

interface App {
  orgId: string
  appId: string
}

export interface Deliveries {
  /** Remembers, in the transaction of what has happened, whom to tell. */
  tell(occurrence: Occurrence): void
  /** Asked when a request is about to be sent, after which its answer is waited for so long. */
  isAwaited(app: App, requestId: string): boolean
  answered(app: App, requestId: string, answer: Answer): void
  /** Of one webhook. */
  forget(orgId: string, appId: string, webhookId: string): void
}

export interface DeliveryNeighbours {
  webhooks: Pick<Webhooks, 'find' | 'toldOf'>
  outbox: Pick<Outbox, 'record' | 'withdraw'>
  /** Whether there is anything to send with. */
  canSend: boolean
}

/**
 * ASSUMPTION, in this one place: an answer is waited for so long, and after a failed attempt the next one comes so much
 * later; after the last of them the delivery is given up.
 */
const patienceMs = 10_000
const pausesMs = [10_000, 60_000, 5 * 60_000, 30 * 60_000]

/** What a webhook sends that has no payload of its own. */
const defaultPayload = Object.fromEntries(
  ['event', 'triggered_at', 'triggered_by', 'org_id', 'app_id', 'env_id'].map((name) => [name, `\${${name}}`]),
)

/** A header is one line: what an event brings along may be several, and in any script. */
const toLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?')

const requestOf = ({ url, headers, payload }: Webhook, { id, values }: Delivery): OutgoingRequest => {
  const own = Object.entries(fillIn(headers, values)).map(([name, value]) => [name.toLowerCase(), toLine(value)])
  return {
    method: 'POST',
    url: targetOf(url)?.href ?? '',
    headers: {
      'user-agent': 'humanitec-webhook',
      'content-type': 'application/json',
      ...Object.fromEntries(own),
      [deliveryHeader]: id,
    },
    body: JSON.stringify(fillIn(Object.keys(payload).length > 0 ? payload : defaultPayload, values)),
  }
}

/**
 * ASSUMPTION: an answer settles it, also one that refuses or points elsewhere, unless it says to come back later or that
 * the receiver failed.
 */
const isSettled = (answer: Answer) =>
  answer.kind === 'answered' && answer.status < 500 && answer.status !== 408 && answer.status !== 429

/** Brings events to webhooks, each at least once for as long as the receiver can be reached within the attempts. */
export const createDeliveries = ({ store, scheduler, random }: Parts, neighbours: DeliveryNeighbours): Deliveries => {
  const deliveries = store.table<Delivery>('webhook-deliveries')
  const { webhooks, outbox } = neighbours

  /** A webhook that is gone or disabled by now is not told any more. */
  const attempt = ({ orgId, appId }: App, delivery: Omit<Delivery, 'requestId'>) => {
    const webhook = webhooks.find(orgId, appId, delivery.webhookId)
    if (!webhook || webhook.disabled) return
    const next = { ...delivery, attempts: delivery.attempts + 1, requestId: '' }
    next.requestId = outbox.record({ orgId, appId }, requestOf(webhook, next))
    deliveries.insert(appScope(orgId, appId), next.requestId, next)
  }

  const failed = ({ orgId, appId }: App, { requestId, attempts }: Delivery) => {
    const pause = pausesMs[attempts - 1]
    if (pause === undefined) return void deliveries.delete(appScope(orgId, appId), requestId)
    scheduler.schedule('webhook.retries', scheduler.now() + pause, { orgId, appId, requestId })
  }

  scheduler.on('webhook.retries', ({ orgId, appId, requestId }: App & { requestId: string }) => {
    const delivery = deliveries.get(appScope(orgId, appId), requestId)
    if (!delivery) return
    deliveries.delete(appScope(orgId, appId), requestId)
    attempt({ orgId, appId }, delivery)
  })
  scheduler.on('webhook.expires', ({ orgId, appId, requestId }: App & { requestId: string }) => {
    // Whatever was answered is not in the outbox any more.
    const delivery = outbox.withdraw(requestId) ? deliveries.get(appScope(orgId, appId), requestId) : undefined
    if (delivery) failed({ orgId, appId }, delivery)
  })

  return {
    tell: ({ orgId, appId, values, ...event }) => {
      if (!neighbours.canSend) return
      for (const { id: webhookId } of webhooks.toldOf(orgId, appId, event)) {
        attempt({ orgId, appId }, { id: random.uuid(), webhookId, values, attempts: 0 })
      }
    },
    isAwaited: ({ orgId, appId }, requestId) => {
      if (!deliveries.get(appScope(orgId, appId), requestId)) return false
      scheduler.schedule('webhook.expires', scheduler.now() + patienceMs, { orgId, appId, requestId })
      return true
    },
    answered: ({ orgId, appId }, requestId, answer) => {
      const delivery = deliveries.get(appScope(orgId, appId), requestId)
      if (!delivery) return
      if (isSettled(answer)) deliveries.delete(appScope(orgId, appId), requestId)
      else failed({ orgId, appId }, delivery)
    },
    forget: (orgId, appId, webhookId) => {
      const scope = appScope(orgId, appId)
      for (const each of deliveries.list(scope))
        if (each.webhookId === webhookId) deliveries.delete(scope, each.requestId)
    },
  }
}

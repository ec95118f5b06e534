import type { components } from '../../contract/schema.ts'
import { badRequest } from '../errors.ts'
import { headerProblem } from '../outbox/headers.ts'
import { isLoopback, readUrl } from '../outbox/outgoing.ts'
import { events, findEvent } from './events.ts'
import { placeholdersIn } from './template.ts'

export type WebhookRequest = components['schemas']['WebhookRequest']

/** What can be said of a webhook. */
export interface Definition {
  /** As it was given. */
  url: string
  headers: Record<string, string>
  payload: Record<string, unknown>
  triggers: components['schemas']['EventBaseResponse'][]
  disabled: boolean
}

/** Names a delivery, the same whenever it is tried (assumption: the platform documents no header of its own). */
export const deliveryHeader = 'humanitec-delivery-id'

const maxUrlLength = 2000
/** Characters of headers and payload, written as JSON. */
const maxTemplateLength = 16_384

/** Where a webhook sends to; the scheme may be left out. */
export const targetOf = (url: string): URL | undefined =>
  readUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`)

const checkUrl = (url: string) => {
  if (url.length > maxUrlLength) throw badRequest(`url must have at most ${maxUrlLength} characters.`)
  const target = targetOf(url)
  if (!target) throw badRequest(`url must be an https URL, as https://example.test/hook, not '${url}'.`)
  if (target.username !== '' || target.password !== '') {
    throw badRequest('url must not hold a user or password: put them into headers.')
  }
  if (target.protocol !== 'https:' && !isLoopback(target)) {
    throw badRequest(`url must begin with https://, which http may replace for this machine alone, not '${url}'.`)
  }
}

const checkHeaders = (headers: Record<string, unknown>) => {
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  if (repeated !== undefined) throw badRequest(`headers: ${repeated} is there twice.`)
  for (const [name, value] of Object.entries(headers)) {
    const problem = headerProblem(name, typeof value === 'string' ? value : undefined)
    if (problem !== undefined) throw badRequest(`${problem}.`)
    if (name.toLowerCase() === deliveryHeader) throw badRequest(`headers: ${name} is set by the orchestrator.`)
  }
}

const readTriggers = (triggers: NonNullable<WebhookRequest['triggers']>): Definition['triggers'] =>
  triggers.map(({ scope, type }, index) => {
    const event = findEvent(scope, type)
    if (event) return { scope: event.scope, type: event.type }
    const known = events.map((each) => `${each.scope}/${each.type}`).join(', ')
    throw badRequest(`triggers[${index}] is none of the events ${known}: '${scope ?? ''}/${type ?? ''}'.`)
  })

/** ASSUMPTION: a placeholder that none of the triggers has is a mistake, and not text that stays as it is. */
const checkTemplates = ({ headers, payload, triggers }: Definition) => {
  const of = triggers.length > 0 ? triggers : events
  const known = new Set(of.flatMap(({ scope, type }) => findEvent(scope, type)?.properties ?? []))
  for (const [field, template] of Object.entries({ headers, payload })) {
    if (JSON.stringify(template).length > maxTemplateLength) {
      throw badRequest(`${field} must have at most ${maxTemplateLength} characters as JSON.`)
    }
    const wrong = placeholdersIn(template).find((name) => !known.has(name))
    if (wrong === undefined) continue
    throw badRequest(`${field}: \${${wrong}} is no property of its triggers, which have ${[...known].join(', ')}.`)
  }
}

/** What a request makes of a webhook: it says what changes. Throws 400. */
export const readDefinition = (request: WebhookRequest, before?: Definition): Definition => {
  const { headers, payload, triggers } = request
  const url = request.url ?? before?.url
  if (url === undefined) throw badRequest('url is missing: it says where to send to.')
  if (headers) checkHeaders(headers)
  checkUrl(url)
  const definition: Definition = {
    url,
    headers: (headers as Record<string, string> | undefined) ?? before?.headers ?? {},
    payload: payload ?? before?.payload ?? {},
    triggers: triggers ? readTriggers(triggers) : (before?.triggers ?? []),
    disabled: request.disabled ?? before?.disabled ?? false,
  }
  checkTemplates(definition)
  return definition
}

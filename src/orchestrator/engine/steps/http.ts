import { headerProblem } from '../../outbox/headers.ts'
import { readUrl, refusalOf, shownUrl } from '../../outbox/outgoing.ts'
import type { Answer, Outbox, OutgoingRequest } from '../../outbox/outbox.ts'
import { toText, type Value } from '../expressions/values.ts'
import { requiredText, type StepCall, type StepInputs, type StepResult, waitingAction } from './action.ts'

export interface HttpNeighbours {
  outbox: Pick<Outbox, 'record' | 'withdraw'>
  outgoing: { canSend: boolean; allowHttp: readonly string[] }
}

interface State {
  requestId: string
  /** The request as it may be shown. */
  what: string
  /** When the answer must be there, in milliseconds since the epoch. */
  until: number
}

/**
 * ASSUMPTION, in this one place: the outputs are `status_code`, a number, and `body`, the text as it was received; an
 * answer from 400 on fails the step, which has its outputs all the same; where an answer points to is not followed; a
 * body that is no text is sent as JSON; an answer is waited for this long.
 */
const patienceSeconds = 60

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const headersOf = (given: Value | undefined): { headers: Record<string, string> } | { problem: string } => {
  const headers = new Map<string, string>()
  for (const [written, value] of Object.entries((given ?? {}) as Record<string, Value>)) {
    const isText = value === null || typeof value !== 'object'
    const problem = headerProblem(written, isText ? toText(value) : undefined)
    if (problem !== undefined) return { problem }
    headers.set(written.toLowerCase(), toText(value))
  }
  return { headers: Object.fromEntries(headers) }
}

const bodyOf = (data: Value | undefined): { body?: string; contentType?: string } => {
  if (data === undefined) return {}
  if (typeof data === 'string') return { body: data }
  return { body: JSON.stringify(data), contentType: 'application/json' }
}

const requestOf = (
  inputs: StepInputs,
  { allowHttp, canSend }: HttpNeighbours['outgoing'],
): OutgoingRequest | string => {
  const method = requiredText(inputs, 'method').toUpperCase()
  if (!methods.includes(method)) return `method must be one of ${methods.join(', ')}`
  const url = readUrl(requiredText(inputs, 'url'))
  if (!url) return 'url must be a complete one, as https://example.test/path'
  if (url.username !== '' || url.password !== '') return 'url must not hold a user or password: put them into headers'
  const refusal = canSend ? refusalOf(url, allowHttp) : 'this orchestrator was given nothing to send requests with'
  if (refusal !== undefined) return refusal
  const read = headersOf(inputs['headers'])
  if ('problem' in read) return read.problem
  const { body, contentType } = bodyOf(inputs['data'])
  const headers = {
    'user-agent': 'humanitec-pipeline',
    ...(contentType ? { 'content-type': contentType } : {}),
    ...read.headers,
  }
  return { method, url: url.href, headers, ...(body === undefined ? {} : { body }) }
}

const conclude = (call: StepCall, what: string, answer: Answer): StepResult<State> => {
  switch (answer.kind) {
    case 'interrupted':
      return { kind: 'failed', message: `${what}: outcome unknown: the orchestrator ended before the answer came` }
    case 'unanswered':
      return { kind: 'failed', message: `${what}: outcome unknown: ${answer.reason}` }
    case 'answered': {
      const { status, body } = answer
      const outputs = { status_code: status, body: call.redact(body) }
      if (status >= 400) return { kind: 'failed', message: `${what} was answered with ${status}`, outputs }
      call.log(`${what} was answered with ${status}`)
      return { kind: 'succeeded', outputs }
    }
  }
}

export const createHttp = ({ outbox, outgoing }: HttpNeighbours) =>
  waitingAction<State>({
    sends: true,
    start: (call, inputs) => {
      const request = requestOf(inputs, outgoing)
      if (typeof request === 'string') return { kind: 'failed', message: `http: ${request}` }
      // A URL may be a secret as a whole: with its end cut off nothing would recognise it.
      const written = call.redact(requiredText(inputs, 'url'))
      const url = readUrl(written)
      const what = `${request.method} ${url ? shownUrl(url) : written}`
      const requestId = outbox.record(call, request)
      const until = call.now + patienceSeconds * 1000
      call.log(`Sending ${what}`)
      return {
        kind: 'waiting',
        waitingFor: `http.request(${requestId})`,
        on: `request/${requestId}`,
        resumeAt: until,
        state: { requestId, what, until },
      }
    },
    resume: (call, { requestId, what }, signal) => {
      if (signal.kind === 'answer') return conclude(call, what, signal.answer)
      const reason = `no answer came within ${patienceSeconds} seconds`
      if (outbox.withdraw(requestId)) return conclude(call, what, { kind: 'unanswered', reason })
      return { kind: 'failed', message: `${what} was not sent: too much else was under way` }
    },
    interrupted: (call, { requestId, what }) => {
      const wasSent = outbox.withdraw(requestId)
      call.log(wasSent ? `${what} was sent; its outcome is unknown` : `${what} is not sent any more`, 'warning')
    },
  })

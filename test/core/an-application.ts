import { createClient } from '../../src/client/index.ts'
import type { HttpResponse, Transport } from '../../src/contract/http.ts'
import type { ApplicationApi } from '../../src/core/application.ts'
import type { RunEvent } from '../../src/core/run-events.ts'
import { aShop, type Shop } from '../orchestrator/a-shop.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'

export type Through = (send: Transport) => Transport

export interface AnApplication extends Shop {
  api: ApplicationApi
  clock: FakeClock
  /** `METHOD path` of every request, without its query. */
  requests: string[]
}

/** What core works with, on a shop in this process whose time moves on by itself. */
export const anApplication = ({
  timeoutMs = 3_600_000,
  through = (send) => send,
  signal,
}: { timeoutMs?: number; through?: Through; signal?: AbortSignal } = {}): AnApplication => {
  const clock = fakeClock({ auto: true })
  const shop = aShop({ clock })
  const requests: string[] = []
  const send = through((request) => shop.orchestrator.handle(request))
  const transport: Transport = (request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
    return send(request)
  }
  const deadline = clock.now() + timeoutMs
  const random = fakeRandom()
  const options = {
    baseUrl: 'http://127.0.0.1:9',
    token: shop.orchestrator.token,
    transport,
    clock,
    random,
    deadline,
    userAgent: 'test/1',
    signal,
  }
  const api: ApplicationApi = {
    client: createClient(options),
    lastLook: createClient({ ...options, deadline: deadline + 5000, retry: { maxAttempts: 1 } }),
    clock,
    random,
    orgId: 'local-org',
    appId: 'shop',
    deadline,
    ...(signal ? { signal } : {}),
  }
  return { ...shop, api, clock, requests }
}

/** Rewrites the JSON of the answers to requests whose `METHOD path` matches. */
export const rewriting =
  (pattern: RegExp, change: (body: never, request: { url: string }) => unknown): Through =>
  (send) =>
  async (request) => {
    const answer = await send(request)
    if (!pattern.test(`${request.method} ${new URL(request.url).pathname}`)) return answer
    return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as never, request)) }
  }

/** Answers matching requests itself, with what `answer` gives; undefined lets the request through. */
export const answering =
  (pattern: RegExp, answer: (count: number) => Partial<HttpResponse> | Error | undefined): Through =>
  (send) => {
    let count = 0
    return async (request) => {
      if (!pattern.test(`${request.method} ${new URL(request.url).pathname}`)) return send(request)
      count += 1
      const own = answer(count)
      if (own instanceof Error) throw own
      return own ? { status: 200, headers: {}, body: '', ...own } : send(request)
    }
  }

/** One after the other: the last is nearest to the server. */
export const both =
  (first: Through, second: Through): Through =>
  (send) =>
    first(second(send))

/** Events as short lines: the kind and what tells them apart. */
export const short = (event: RunEvent): string => {
  switch (event.kind) {
    case 'run':
      return `run ${event.run.status}`
    case 'job':
      return `job ${event.job.id} ${event.job.status}`
    case 'step-log':
      return `${event.job.id}/${event.step.index}: ${event.line.message}`
    case 'approval':
      return `approval ${event.approval.env_id}`
    case 'deployment':
      return `deployment ${event.deployment.status}`
    case 'trouble':
    case 'missing':
      return `${event.kind}: ${event.message}`
    default:
      return `${event.kind} ${event.job.id}/${event.step.index}`
  }
}

import { runPhase } from '../../src/actions/run-action.ts'
import type { Action } from '../../src/actions/step.ts'
import type { Clock } from '../../src/clock.ts'
import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { type Random, systemRandom } from '../../src/random.ts'
import { type FakeRunner, type FakeRunnerOptions, fakeRunner } from './fake-runner.ts'
import type { Started } from './orchestrator.ts'

export interface ActionRun {
  runner: FakeRunner
  /** `METHOD path?query` of every request that was sent, in order. */
  requests: string[]
  /** The same with all that was in them. */
  sent: HttpRequest[]
}

export interface ActionRunOptions extends FakeRunnerOptions {
  phase?: 'main' | 'post'
  /** The orchestrator's own unless given. */
  clock?: Clock
  /** Real chance unless given: two steps must not use the same keys. */
  random?: Random
  /** Between the action and the orchestrator: to lose answers, or to act in the middle of things. */
  through?: (send: Transport) => Transport
  onStart?(runner: FakeRunner): void
}

/**
 * Runs an action in this process against an orchestrator in this process. `token`, `org`, `app` and `api-url` are
 * given unless the inputs say otherwise (an empty text takes one away).
 */
export const runAction = async (
  action: Action,
  { orchestrator, clock: orchestratorClock }: Started,
  {
    phase = 'main',
    clock = orchestratorClock,
    random = systemRandom,
    through = (send) => send,
    onStart,
    ...options
  }: ActionRunOptions = {},
): Promise<ActionRun> => {
  const inputs = {
    token: orchestrator.token,
    org: orchestrator.org,
    app: 'shop',
    'api-url': 'http://127.0.0.1:9',
    ...options.inputs,
  }
  const runner = fakeRunner({ ...options, inputs })
  const requests: string[] = []
  const sent: HttpRequest[] = []
  const send = through((request) => orchestrator.handle(request))
  const transport: Transport = async (request) => {
    const { pathname, search } = new URL(request.url)
    requests.push(`${request.method} ${pathname}${search}`)
    sent.push(request)
    const answer = await send(request)
    if (request.signal?.aborted) throw request.signal.reason
    return answer
  }
  onStart?.(runner)
  await runPhase(action, phase, { runner, clock, random, transport })
  return { runner, requests, sent }
}

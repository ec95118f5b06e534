import { readFileSync } from 'node:fs'
import type { Action } from '../../src/actions/step.ts'
import type { Transport } from '../../src/contract/http.ts'
import { createOrchestrator, type Orchestrator } from '../../src/orchestrator/index.ts'
import type { Random } from '../../src/random.ts'
import { fakeRandom } from '../support/fake-random.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { eventClock, type EventClock } from '../support/faults/event-clock.ts'
import { createDraw, type Draw, drawPlan, type FaultPlan } from '../support/faults/fault.ts'
import { faultyTransport, type Seen } from '../support/faults/faulty-transport.ts'
import type { Called } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'
import { checkEnd, type Ended, type Interruption, token } from './invariants.ts'

export interface Acting extends Omit<ActionRunOptions, 'inputs' | 'through'> {
  readonly inputs: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** A second server beside the orchestrator. */
  readonly beside?: (send: Transport) => Transport
}

/** Where one schedule takes place: an application of its own on an orchestrator, and a network that fails. */
export interface Stage {
  readonly draw: Draw
  readonly app: string
  /** Of the application. */
  readonly path: string
  readonly clock: EventClock
  readonly orchestrator: Orchestrator
  /** Past the faults; `path` begins with `/orgs/…`. */
  call(method: string, path: string, body?: unknown): Promise<Called>
  /** What is there; throws if it cannot be read. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into answers, and assert what they find
  get(path: string): Promise<any>
  /** Runs an action through the faults. */
  act(name: string, action: Action, acting: Acting): Promise<Ended>
  /** Notes what does not hold. */
  demand(holds: boolean, what: string): void
}

export type Scenario = (stage: Stage) => Promise<void>

export interface Result {
  readonly seed: number
  /** What happened, a line for each thing: the same for the same seed. */
  readonly trace: readonly string[]
  readonly violations: readonly string[]
  readonly requests: number
  readonly faults: number
  readonly wasInterrupted: boolean
}

const relative = (seen: Seen, start: number): string => {
  const { pathname, search } = new URL(seen.request.url)
  const { kind, delivered, afterMs } = seen.fault ?? { kind: 'answered', delivered: true, afterMs: 0 }
  const fault = seen.fault ? `${kind}${delivered ? '' : ' (undelivered)'} ${afterMs}` : kind
  return `+${seen.at - start} ${seen.request.method} ${pathname}${search} → ${fault} +${seen.endedAt - start}`
}

const saidBy = (runner: FakeRunner): string =>
  [
    ...runner.logged,
    ...runner.annotations.map(({ message }) => message),
    ...Object.entries(runner.outputs).map(([name, value]) => `${name}=${value}`),
    runner.summaryText,
  ].join('\n')

const filesOf = ({ outputs }: FakeRunner): string[] =>
  Object.entries(outputs).flatMap(([name, path]) => (name.endsWith('-file') && path !== '' ? [path] : []))

/** All that leaves the step by any way but its requests. */
const everythingOf = (runner: FakeRunner): string =>
  [
    saidBy(runner),
    JSON.stringify([runner.outputs, runner.state, runner.exported, runner.debugged, runner.annotations]),
    ...filesOf(runner).map((path) => readFileSync(path, 'utf8')),
  ].join('\n')

/** Orchestrators are slow to make, so that many schedules share one, each in an application of its own. */
const createPlace = () => {
  const clock = eventClock()
  let random = fakeRandom()
  const bugs: unknown[] = []
  const switched: Random = {
    fraction: () => random.fraction(),
    hex: (bytes) => random.hex(bytes),
    uuid: () => random.uuid(),
  }
  const orchestrator = createOrchestrator({
    clock,
    random: switched,
    token,
    strict: true,
    onBug: (bug) => void bugs.push(bug),
  })
  const call = async (method: string, path: string, body?: unknown): Promise<Called> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const url = `http://orchestrator.test${path}`
    const headers = { authorization: `Bearer ${token}` }
    const answer = await orchestrator.handle({ method, url, headers, ...(text === undefined ? {} : { body: text }) })
    const isJson = answer.headers['content-type']?.includes('json') ?? false
    return { ...answer, body: isJson ? JSON.parse(answer.body) : answer.body }
  }
  return {
    clock,
    orchestrator,
    call,
    bugs,
    /** From here on the same seed brings the same ids. */
    begin: (seed: number) => {
      random = fakeRandom(seed)
      clock.forget()
      orchestrator.control.behave({ workloads: {}, pendingMs: 200, durationMs: 2000 })
    },
  }
}
type Place = ReturnType<typeof createPlace>

const drawInterruption = (draw: Draw, timeoutMs: number): Interruption => ({
  ...(draw.chance(0.5)
    ? { kind: 'request', number: 1 + draw.below(8), delivered: draw.chance(0.5) }
    : { kind: 'time', afterMs: draw.below(draw.one([400, 3000, 20_000, timeoutMs])) }),
  signal: draw.one(['SIGINT', 'SIGTERM']),
  at: undefined,
  before: 0,
})

/** What is not left to the seed. */
export interface Script {
  readonly plan?: FaultPlan
  /** `undefined` for none at all. */
  readonly interruption?: Interruption | undefined
}

interface Course {
  readonly seed: number
  readonly plan: FaultPlan
  readonly draw: Draw
  readonly script: Script
}

const createStage = (place: Place, { seed, plan, draw, script }: Course) => {
  const { clock, orchestrator, call } = place
  const app = `shop-${seed}`
  const trace: string[] = []
  const violations: string[] = []
  const counts = { requests: 0, faults: 0, interruptions: 0 }

  const act: Stage['act'] = async (name, action, { inputs, timeoutMs, beside = (send) => send, ...more }) => {
    const startedAt = clock.now()
    const drawn = draw.chance(0.3) ? drawInterruption(draw, timeoutMs) : undefined
    const interruption = 'interruption' in script ? script.interruption : drawn
    let interrupt = () => {}
    let seen: readonly Seen[] = []
    const strike = () => {
      if (!interruption || interruption.at !== undefined) return
      interruption.at = clock.now()
      interruption.before = seen.length
      interrupt()
    }
    const through = (send: Transport): Transport => {
      const isHit = (number: number) => interruption?.kind === 'request' && interruption.number === number
      const deliver: Transport = async (request) => {
        const answer = await beside(send)(request)
        if (isHit(seen.length) && interruption?.kind === 'request' && interruption.delivered) strike()
        return answer
      }
      const onRequest = (_: Seen, number: number) => {
        if (isHit(number) && interruption?.kind === 'request' && !interruption.delivered) strike()
      }
      const faulty = faultyTransport(deliver, { clock, plan, onRequest })
      seen = faulty.seen
      return faulty.send
    }
    if (interruption?.kind === 'time') clock.at(startedAt + interruption.afterMs, strike)
    const { runner } = await runAction(
      action,
      { orchestrator, clock, call },
      {
        ...more,
        inputs: { app, ...inputs, timeout: String(timeoutMs / 1000) },
        random: fakeRandom(seed * 7 + trace.length),
        through,
        onStart: (started) => {
          interrupt = () => started.interrupt(interruption?.signal)
        },
      },
    )
    const ended: Ended = {
      name,
      runner,
      seen,
      startedAt,
      endedAt: clock.now(),
      timeoutMs,
      interruption: interruption?.at === undefined ? undefined : interruption,
      said: saidBy(runner),
    }
    const lines = seen.map((each) => relative(each, startedAt))
    if (ended.interruption)
      lines.splice(ended.interruption.before, 0, `+${(interruption?.at ?? 0) - startedAt} interrupted`)
    trace.push(`▸ ${name} ${JSON.stringify(inputs)} timeout ${timeoutMs}`, ...lines)
    trace.push(`exit ${runner.exitCode} +${ended.endedAt - startedAt}: ${runner.annotations.at(-1)?.message ?? ''}`)
    counts.requests += seen.length
    counts.faults += seen.filter(({ fault }) => fault).length
    counts.interruptions += ended.interruption ? 1 : 0
    violations.push(...checkEnd(ended, everythingOf(runner)).map((problem) => `${name}: ${problem}`))
    return ended
  }
  const stage: Stage = {
    draw,
    app,
    path: `/orgs/local-org/apps/${app}`,
    clock,
    orchestrator,
    call,
    get: async (path) => {
      const { status, body } = await call('GET', path)
      if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
      return body
    },
    act,
    demand: (holds, what) => {
      if (!holds) violations.push(what)
    },
  }
  return { stage, trace, violations, counts }
}

/** Plays one seed: what is asked of the action, what fails, and when the job is cancelled all come from it. */
const play = async (place: Place, scenario: Scenario, seed: number, script: Script): Promise<Result> => {
  const draw = createDraw(fakeRandom(seed))
  const drawn = drawPlan(draw)
  place.begin(seed)
  const { stage, trace, violations, counts } = createStage(place, { seed, draw, plan: script.plan ?? drawn, script })
  await stage.call('POST', '/orgs/local-org/apps', { id: stage.app, name: stage.app })
  await scenario(stage)
  for (const bug of place.bugs.splice(0)) violations.push(`bug of the orchestrator: ${String(bug)}`)
  // What goes on by itself ends before the next one begins.
  await place.clock.advance(3_600_000)
  place.orchestrator.work()
  return {
    seed,
    trace,
    violations,
    requests: counts.requests,
    faults: counts.faults,
    wasInterrupted: counts.interruptions > 0,
  }
}

const schedulesPerPlace = 40

/** Plays seeds one after the other, until `goesOn` says no. */
export const playSeeds = async function* (
  scenario: Scenario,
  seeds: Iterable<number>,
  script: Script = {},
): AsyncGenerator<Result, void> {
  let place: Place | undefined
  let played = 0
  try {
    for (const seed of seeds) {
      if (place && played % schedulesPerPlace === 0) place.orchestrator.close()
      if (played % schedulesPerPlace === 0) place = createPlace()
      played += 1
      if (place) yield await play(place, scenario, seed, script)
    }
  } finally {
    place?.orchestrator.close()
  }
}

export const playSeed = async (scenario: Scenario, seed: number, script?: Script): Promise<Result> => {
  for await (const result of playSeeds(scenario, [seed], script)) return result
  throw new Error('unreachable')
}

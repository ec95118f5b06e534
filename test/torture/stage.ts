import type { Action } from '../../src/actions/step.ts'
import type { Orchestrator } from '../../src/orchestrator/index.ts'
import { fakeRandom } from '../support/fake-random.ts'
import type { EventClock } from '../support/faults/event-clock.ts'
import { createDraw, type Draw, drawPlan, type FaultPlan } from '../support/faults/fault.ts'
import type { Called } from '../support/orchestrator.ts'
import { type Acting, drawInterruption, everythingOf, runThrough, traceOf } from './acting.ts'
import { checkEnd, type Ended, type Interruption } from './invariants.ts'
import { createFolders, createPlace, type Place } from './place.ts'

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
  /** Lets time go by in which nobody asks for anything. */
  pass(ms: number): Promise<void>
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

/** Of a job that has a post step: it is killed more often than not, and cancelled now and then. */
const drawKill = (draw: Draw, timeoutMs: number): Interruption => {
  const drawn = drawInterruption(draw, timeoutMs)
  return draw.chance(0.8) ? { ...drawn, signal: 'SIGKILL' } : drawn
}

const drawFate = (draw: Draw, { fate, timeoutMs }: Acting): Interruption | undefined => {
  if (fate === 'spared') return undefined
  if (fate === 'killed') return drawKill(draw, timeoutMs)
  return draw.chance(0.3) ? drawInterruption(draw, timeoutMs) : undefined
}

/** What is told of the inputs: not where the server is, nor what was left open. */
const shownOf = (inputs: Acting['inputs']): string => {
  const isTold = ([name, text]: [string, string]) =>
    text !== '' && !['token', 'github-token', 'org', 'app', 'api-url', 'plan-file'].includes(name)
  return JSON.stringify(Object.fromEntries(Object.entries(inputs).filter(isTold)))
}

const createStage = (place: Place, { seed, plan, draw, script }: Course) => {
  const { clock, orchestrator, call } = place
  const app = `shop-${seed}`
  const trace: string[] = []
  const violations: string[] = []
  const counts = { requests: 0, faults: 0, interruptions: 0 }

  const act: Stage['act'] = async (name, action, acting) => {
    const drawn = drawFate(draw, acting)
    // The script is about one step: the first that can be struck.
    const isScripted = 'interruption' in script && acting.fate !== 'spared'
    const interruption = isScripted ? script.interruption : drawn
    const course = { place, plan, seed: seed * 7 + trace.length }
    const given = { ...acting, inputs: { app, ...acting.inputs } }
    const ended = await runThrough(course, { name, action, interruption }, given)
    trace.push(...traceOf(ended, `${shownOf(acting.inputs)} timeout ${acting.timeoutMs}`))
    counts.requests += ended.seen.length
    counts.faults += ended.seen.filter(({ fault }) => fault).length
    counts.interruptions += ended.interruption ? 1 : 0
    violations.push(...checkEnd(ended, everythingOf(ended)).map((problem) => `${name}: ${problem}`))
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
    pass: async (ms) => {
      await clock.advance(ms)
      orchestrator.work()
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
  await stage.pass(3_600_000)
  return {
    seed,
    trace,
    violations,
    requests: counts.requests,
    faults: counts.faults,
    wasInterrupted: counts.interruptions > 0,
  }
}

/** More make listings long, and fewer more orchestrators. */
const schedulesPerPlace = 25

/** Plays seeds one after the other, until `goesOn` says no. */
export const playSeeds = async function* (
  scenario: Scenario,
  seeds: Iterable<number>,
  script: Script = {},
): AsyncGenerator<Result, void> {
  const folders = createFolders()
  let place: Place | undefined
  let played = 0
  try {
    for (const seed of seeds) {
      if (place && played % schedulesPerPlace === 0) place.orchestrator.close()
      if (played % schedulesPerPlace === 0) place = createPlace(folders)
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

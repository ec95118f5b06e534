import { readFileSync } from 'node:fs'
import type { Action } from '../../src/actions/step.ts'
import type { Clock } from '../../src/clock.ts'
import type { Transport } from '../../src/contract/http.ts'
import { fakeRandom } from '../support/fake-random.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import type { Draw, FaultPlan } from '../support/faults/fault.ts'
import { faultyTransport, type Seen } from '../support/faults/faulty-transport.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'
import type { Ended, Interruption } from './invariants.ts'
import type { Place } from './place.ts'

export interface Acting extends Omit<
  ActionRunOptions,
  'inputs' | 'through' | 'folder' | 'clock' | 'random' | 'onStart'
> {
  readonly inputs: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** How long it may go on where that is not its timeout. */
  readonly budgetMs?: number
  /** A second server beside the orchestrator. */
  readonly beside?: (send: Transport) => Transport
  /** What happens to the job: it is cancelled now and then unless told otherwise. */
  readonly fate?: 'killed' | 'spared'
}

/** What the steps of one job have in common. */
export type Workflow = Pick<Acting, 'event' | 'env' | 'files'>

/** What the runs of all steps of a schedule have in common. */
export interface Course {
  readonly place: Place
  readonly seed: number
  readonly plan: FaultPlan
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
export const everythingOf = ({ runner, said }: Ended): string =>
  [
    said,
    JSON.stringify([runner.outputs, runner.state, runner.exported, runner.debugged, runner.annotations]),
    ...filesOf(runner).map((path) => readFileSync(path, 'utf8')),
  ].join('\n')

export const drawInterruption = (draw: Draw, timeoutMs: number): Interruption => ({
  ...(draw.chance(0.5)
    ? { kind: 'request', number: 1 + draw.below(8), delivered: draw.chance(0.5) }
    : { kind: 'time', afterMs: draw.below(draw.one([400, 3000, 20_000, timeoutMs])) }),
  signal: draw.one(['SIGINT', 'SIGTERM']),
  at: undefined,
  before: 0,
})

/** A process, and its end: what it waits for then never comes. */
const createLife = () => {
  const end = new AbortController()
  const { signal } = end
  const outlive = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      work.then(
        (value) => signal.aborted || resolve(value),
        (error: unknown) => signal.aborted || reject(error as Error),
      )
    })
  return {
    signal,
    kill: () => end.abort(new Error('killed')),
    over: new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
    transport:
      (send: Transport): Transport =>
      (request) =>
        outlive(signal.aborted ? Promise.reject(signal.reason as Error) : send(request)),
    clock: (clock: Clock): Clock => ({
      now: clock.now,
      sleep: (ms, given) => outlive(clock.sleep(ms, given ? AbortSignal.any([given, signal]) : signal)),
    }),
  }
}

interface Progress {
  runner?: FakeRunner
  seen: readonly Seen[]
}

/** What befalls the step: `strikeAt` is told of each request before and after it is delivered. */
const createBlow = (
  interruption: Interruption | undefined,
  { clock, kill, now }: { clock: Clock; kill: () => void; now: Progress },
) => {
  const strike = () => {
    if (!interruption || interruption.at !== undefined) return
    interruption.at = clock.now()
    interruption.before = now.seen.length
    if (interruption.signal === 'SIGKILL') kill()
    else now.runner?.interrupt(interruption.signal)
  }
  const strikeAt = (number: number, isDelivered: boolean) => {
    if (interruption?.kind !== 'request' || interruption.number !== number) return
    if (interruption.delivered === isDelivered) strike()
  }
  return { strike, strikeAt }
}

/** Runs an action through the faults, until its end or that of its process. */
export const runThrough = async (
  { place, seed, plan }: Course,
  { name, action, interruption }: { name: string; action: Action; interruption: Interruption | undefined },
  { inputs, timeoutMs, budgetMs = timeoutMs, beside = (send) => send, files, event, ...more }: Acting,
): Promise<Ended> => {
  const { clock, folderOf } = place
  const startedAt = clock.now()
  const isMortal = interruption?.signal === 'SIGKILL'
  const life = createLife()
  const now: Progress = { seen: [] }
  const { strike, strikeAt } = createBlow(interruption, { clock, kill: life.kill, now })
  const through = (send: Transport): Transport => {
    const deliver: Transport = async (request) => {
      const answer = await beside(send)(request)
      strikeAt(now.seen.length, true)
      return answer
    }
    const onRequest = (_seen: Seen, number: number) => {
      strikeAt(number, false)
      life.signal.throwIfAborted()
    }
    const faulty = faultyTransport(deliver, { clock, plan, onRequest })
    now.seen = faulty.seen
    return isMortal ? life.transport(faulty.send) : faulty.send
  }
  if (interruption?.kind === 'time') clock.at(startedAt + interruption.afterMs, strike)
  const running = runAction(action, place, {
    ...more,
    folder: folderOf({ ...(files && { files }), ...(event && { event }) }),
    clock: isMortal ? life.clock(clock) : clock,
    inputs: { ...inputs, timeout: String(timeoutMs / 1000) },
    random: fakeRandom(seed),
    through,
    onStart: (started) => {
      now.runner = started
    },
  })
  await (isMortal ? Promise.race([running, life.over]) : running)
  const { runner, seen } = now
  if (!runner) throw new Error('unreachable: the action has begun')
  const struck = interruption?.at === undefined ? undefined : interruption
  const said = saidBy(runner)
  return { name, runner, seen, startedAt, endedAt: clock.now(), budgetMs, interruption: struck, said }
}

/** Tokens of pages count everything that was ever made on the orchestrator. */
const withoutPage = (search: string) => search.replace(/([?&]page=)[^&]*/, '$1…')

const lineOf = (seen: Seen, start: number): string => {
  const { pathname, search } = new URL(seen.request.url)
  const { kind, delivered, afterMs } = seen.fault ?? { kind: 'answered', delivered: true, afterMs: 0 }
  const fault = seen.fault ? `${kind}${delivered ? '' : ' (undelivered)'} ${afterMs}` : kind
  const sent = `+${seen.at - start} ${seen.request.method} ${pathname}${withoutPage(search)}`
  return seen.endedAt === 0 ? `${sent} → nobody waits any more` : `${sent} → ${fault} +${seen.endedAt - start}`
}

/** The course of one step, for people. */
export const traceOf = ({ name, runner, seen, startedAt, endedAt, interruption }: Ended, about: string): string[] => {
  const lines = seen.map((each) => lineOf(each, startedAt))
  const struck = interruption?.signal === 'SIGKILL' ? 'killed' : 'interrupted'
  if (interruption) lines.splice(interruption.before, 0, `+${(interruption.at ?? 0) - startedAt} ${struck}`)
  const end = `exit ${runner.exitCode} +${endedAt - startedAt}: ${runner.annotations.at(-1)?.message ?? ''}`
  return [`▸ ${name} ${about}`, ...lines, end]
}

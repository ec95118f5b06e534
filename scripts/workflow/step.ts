import { stepExpressions } from './contexts.ts'
import type { Expressions } from './expressions.ts'
import { asText, type Step } from './model.ts'
import { errorMessage, formatPosition } from './problem.ts'
import type { Outcome } from './result.ts'
import type { Frame, Post } from './session.ts'
import { actionIdOf, runAction, runPost, type ActionEnd } from './step-action.ts'
import { annotate } from './step-process.ts'
import { runScript } from './step-run.ts'
import { formatDuration } from './terminal.ts'

export const runSteps = async (frame: Frame, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) await runStep(frame, step)
}

const runStep = async (outer: Frame, step: Step): Promise<void> => {
  const { run } = outer
  const { session } = run
  const actionId = actionIdOf(step, run.actionIds)
  const start = session.clock.now()
  const baseEnv = { ...run.env, ...outer.env }
  const expressions = stepExpressions(outer, baseEnv, { actionId })
  const { name, problem: nameProblem } = nameOf(step, expressions)

  const decision = session.kill.aborted || outer.expired.aborted ? 'skip' : decide(step, expressions)
  if (decision === 'skip') {
    record(outer, step, { name, outcome: 'skipped', conclusion: 'skipped', durationMs: 0 })
    session.terminal.ending(name, 'skipped', '')
    return
  }
  session.terminal.open(`▸ ${name}`)
  const end = await attempt(outer, step, name, async (frame) => {
    if (decision !== 'run') throw decision
    if (nameProblem) throw nameProblem
    const env = { ...baseEnv, ...expressions.texts('env', step.env) }
    const call = { frame, name, env, actionId, expressions: stepExpressions(frame, env, { actionId }) }
    return step.kind === 'run' ? runScript({ ...call, step }) : runAction({ ...call, step }, runSteps)
  })
  session.terminal.close()
  const { conclusion, problem } = concluded(step, end.outcome, expressions)
  if (problem) annotate(outer, name, { level: 'error', message: `${formatPosition(step.at)}: ${problem.message}` })
  const durationMs = session.clock.now() - start
  record(outer, step, { name, end, outcome: end.outcome, conclusion, durationMs })
  session.terminal.ending(name, end.outcome, endingNote(end.outcome, conclusion, durationMs))
  settle(outer, conclusion)
}

/** Whether the step runs; an `if:` that cannot be evaluated fails it. */
const decide = (step: Step, expressions: Expressions): 'run' | 'skip' | Error => {
  try {
    return expressions.condition(step.if) ? 'run' : 'skip'
  } catch (error) {
    return new Error(`if: ${errorMessage(error)}`, { cause: error })
  }
}

const NOTHING = { outputs: {}, state: new Map<string, string>(), exit: 1 } as const

/** Runs the body within the step's time, and turns whatever it throws into a failed step that names its place. */
const attempt = async (
  outer: Frame,
  step: Step,
  name: string,
  body: (frame: Frame) => Promise<ActionEnd>,
): Promise<ActionEnd> => {
  const { session } = outer.run
  const ended = new AbortController()
  const expired = new AbortController()
  try {
    const minutes = minutesOf(step, stepExpressions(outer, { ...outer.run.env, ...outer.env }))
    if (minutes !== undefined)
      void session.clock.sleep(minutes * 60_000, ended.signal).then(
        () => expired.abort(),
        () => {},
      )
    const frame: Frame = { ...outer, expired: AbortSignal.any([outer.expired, expired.signal]) }
    const end = await body(frame)
    if (!expired.signal.aborted) return end
    annotate(outer, name, { level: 'error', message: `The step has timed out after ${minutes} minutes.` })
    return { ...end, outcome: 'failure' }
  } catch (error) {
    annotate(outer, name, { level: 'error', message: `${formatPosition(step.at)}: ${errorMessage(error)}` })
    return { ...NOTHING, outcome: 'failure' }
  } finally {
    ended.abort()
  }
}

const minutesOf = (step: Step, expressions: Expressions) => {
  if (step.timeoutMinutes === undefined) return undefined
  const minutes = Number(expressions.value(step.timeoutMinutes))
  if (!(minutes > 0)) throw new Error(`timeout-minutes: ${asText(step.timeoutMinutes)} is not a positive number`)
  return minutes
}

const concluded = (
  step: Step,
  outcome: Outcome,
  expressions: Expressions,
): { conclusion: Outcome; problem?: Error } => {
  if (outcome !== 'failure' || step.continueOnError === undefined) return { conclusion: outcome }
  try {
    return { conclusion: expressions.value(step.continueOnError) === true ? 'success' : 'failure' }
  } catch (error) {
    return { conclusion: 'failure', problem: new Error(`continue-on-error: ${errorMessage(error)}`, { cause: error }) }
  }
}

/** For the log; what is wrong in the text of a step without a name shows when that text is run. */
const nameOf = (step: Step, expressions: Expressions): { name: string; problem?: Error } => {
  const template = step.name ?? (step.kind === 'uses' ? step.uses : step.run)
  const shown = (text: string) => (step.name === undefined ? `Run ${text.trimStart().split('\n')[0]}` : text)
  try {
    return { name: shown(expressions.text(template)) }
  } catch (error) {
    const problem = new Error(`name: ${errorMessage(error)}`, { cause: error })
    return { name: shown(asText(template)), ...(step.name !== undefined && { problem }) }
  }
}

interface StepRecord {
  readonly name: string
  readonly end?: ActionEnd
  readonly outcome: Outcome
  readonly conclusion: Outcome
  readonly durationMs: number
}

const record = (frame: Frame, step: Step, { name, end, outcome, conclusion, durationMs }: StepRecord) => {
  const outputs = end?.outputs ?? {}
  const { masks } = frame.run.session
  if (step.id !== undefined) frame.steps[step.id] = { outputs, outcome, conclusion }
  frame.results.push({
    kind: 'main',
    id: step.id,
    name: masks.apply(name),
    outcome,
    conclusion,
    outputs: Object.fromEntries(Object.entries(outputs).map(([key, value]) => [key, masks.apply(value)])),
    steps: end?.inside?.results ?? [],
    durationMs,
  })
}

/** What a step's end means for those after it. A cancellation is the job's, whatever step it hit. */
const settle = (frame: Frame, conclusion: Outcome) => {
  const { run } = frame
  if (conclusion === 'failure') {
    frame.outcome = 'failure'
    if (frame.kind === 'job' && run.status === 'success') run.status = 'failure'
  }
  if (run.cancel.aborted) {
    run.status = 'cancelled'
    if (conclusion === 'cancelled') frame.outcome = 'cancelled'
  }
}

const endingNote = (outcome: Outcome, conclusion: Outcome, durationMs: number) =>
  `${formatDuration(durationMs)}${outcome === conclusion ? '' : '  (continue-on-error)'}`

/** Runs what the actions of the job left to do at its end, the last one first. */
export const runPosts = async (frame: Frame): Promise<void> => {
  const { run } = frame
  for (const post of [...run.posts].reverse()) {
    if (run.session.kill.aborted) return
    await runPostStep(frame, post)
  }
}

const runPostStep = async (frame: Frame, post: Post) => {
  const { run } = frame
  const { session } = run
  const { name } = post
  const start = session.clock.now()
  const baseEnv = { ...run.env, ...post.frame.env }
  const expressions = stepExpressions(post.frame, baseEnv, { post: true, actionId: post.actionId })
  const result = { kind: 'post', id: undefined, name: session.masks.apply(name), outputs: {}, steps: [] } as const
  const fail = (error: unknown) => {
    annotate(frame, name, { level: 'error', message: `${formatPosition(post.step.at)}: ${errorMessage(error)}` })
    return 'failure' as const
  }
  const attemptPost = async (): Promise<Outcome> => {
    if (!expressions.condition(post.action.postIf)) return 'skipped'
    session.terminal.open(`▸ ${name}`)
    try {
      return (await runPost(post, { ...baseEnv, ...expressions.texts('env', post.step.env) })).outcome
    } finally {
      session.terminal.close()
    }
  }
  const outcome = await attemptPost().catch(fail)
  const durationMs = session.clock.now() - start
  session.terminal.ending(name, outcome, outcome === 'skipped' ? '' : formatDuration(durationMs))
  frame.results.push({ ...result, outcome, conclusion: outcome, durationMs })
  settle(frame, outcome)
}

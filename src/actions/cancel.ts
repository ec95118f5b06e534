import { isUnknownEffect } from '../client/index.ts'
import type { ApplicationApi, RunReference } from '../core/application.ts'
import type { RunResult } from '../core/await-run.ts'
import { cancelRun } from '../core/cancel-run.ts'
import { sentence } from '../text/sentence.ts'
import { type Connection, connectForLastWords, lastAnswerMs } from './connection.ts'
import { FailedStep, type Step } from './step.ts'

const named = ({ pipelineId, runId }: RunReference) => `Run '${runId}' of pipeline '${pipelineId}'`

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Asks for the cancellation of what a step leaves behind. Says what came of it, and never throws. */
const cancelRemote = async (step: Step, api: ApplicationApi, run: RunReference): Promise<string> => {
  // Told first: the process may be killed before there is an answer.
  step.runner.info(`${named(run)} is being cancelled.`)
  try {
    const wasRunning = await cancelRun(api, run)
    return wasRunning ? `${named(run)}: its cancellation was asked for` : `${named(run)} had ended already`
  } catch (error) {
    return isUnknownEffect(error)
      ? `${named(run)} may go on: whether its cancellation was taken is not known (${messageOf(error)})`
      : `${named(run)} goes on: its cancellation failed (${messageOf(error)})`
  }
}

/** After a wait that ran out of time: cancels the run if told to. */
export const cancelOnTimeout = async (
  step: Step,
  { connection, cancelOnTimeout: wanted }: { connection: Connection; cancelOnTimeout: boolean },
  run: RunReference,
  { status }: RunResult,
): Promise<void> => {
  if (status !== 'timed-out') return
  const left = `${named(run)} goes on by itself; set \`cancel-on-timeout: true\` to have it cancelled`
  step.runner.warning(`${wanted ? await cancelRemote(step, connectForLastWords(step, connection), run) : left}.`)
}

/** What goes on elsewhere if the step ends now. */
export type Left =
  | { readonly kind: 'run'; readonly run: RunReference }
  /** A call whose answer is still out; repeating it tells the run, and `lookAt` says where else to look for it. */
  | { readonly kind: 'call'; readonly lookAt: string; readonly repeat: () => Promise<RunReference> }
  /** Cannot be cancelled. */
  | { readonly kind: 'deployment'; readonly deploymentId: string }
  | { readonly kind: 'nothing' }

const goesOn = (left: Left): string => {
  switch (left.kind) {
    case 'run':
      return `${named(left.run)} may go on by itself`
    case 'call':
      return `Whether a run was started is not known: look at ${left.lookAt}`
    case 'deployment':
      return `Deployment '${left.deploymentId}' goes on by itself`
    case 'nothing':
      return 'Nothing had been started'
  }
}

/** Cancels what a step leaves behind, and says what came of it; never throws. */
export const cancelLeft = async (step: Step, connection: Connection, left: Left): Promise<string> => {
  if (left.kind === 'run') return cancelRemote(step, connectForLastWords(step, connection), left.run)
  if (left.kind !== 'call') return goesOn(left)
  try {
    const run = await left.repeat()
    return await cancelRemote(step, connectForLastWords(step, connection, lastAnswerMs), run)
  } catch (error) {
    return `${goesOn(left)} (${messageOf(error)})`
  }
}

export interface Interruptible {
  readonly connection: Connection
  readonly cancelOnAbort: boolean
}

const afterInterruption = async (step: Step, { connection, cancelOnAbort }: Interruptible, left: Left) => {
  if (cancelOnAbort) return cancelLeft(step, connection, left)
  const isCancellable = left.kind === 'run' || left.kind === 'call'
  return `${goesOn(left)}${isCancellable ? '; set `cancel-on-abort: true` to have it cancelled with the job' : ''}`
}

/**
 * What it means that work broke off that would leave this behind. When the job was cancelled, that is cancelled too if
 * told to, and named in any case. After any other error, nothing that was begun is known to have failed; the message is
 * empty where nothing goes on.
 */
export const brokenOff = async (
  step: Step,
  inputs: Interruptible,
  left: Left,
): Promise<{ status: 'cancelled' | 'failed' | 'unknown'; message: string }> => {
  if (step.runner.signal.aborted) {
    return { status: 'cancelled', message: `The job was cancelled. ${await afterInterruption(step, inputs, left)}` }
  }
  if (left.kind === 'nothing') return { status: 'failed', message: '' }
  return { status: 'unknown', message: left.kind === 'call' ? '' : goesOn(left) }
}

/**
 * Does the work of a step that may be interrupted; `leaves` is told what the step would leave behind from there on.
 * Sets the status when the work breaks off.
 */
export const withInterruption = async (
  step: Step,
  inputs: Interruptible,
  work: (leaves: (left: Left) => void) => Promise<void>,
): Promise<void> => {
  const { runner } = step
  const now: { left: Left } = { left: { kind: 'nothing' } }
  try {
    await work((left) => {
      now.left = left
    })
  } catch (error) {
    if (error instanceof FailedStep) throw error
    const { status, message } = await brokenOff(step, inputs, now.left)
    runner.setOutput('status', status)
    if (status === 'cancelled') throw new FailedStep(sentence(message), { cause: error })
    if (message !== '') runner.warning(`${message}.`)
    throw error
  }
}

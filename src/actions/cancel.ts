import type { RunReference } from '../core/application.ts'
import type { RunResult } from '../core/await-run.ts'
import { ApiError, NetworkError, TimeoutError } from '../errors.ts'
import { cancelRun } from '../core/request-deployment.ts'
import { type Connection, connectForLastWords } from './connection.ts'
import { FailedStep, type Step } from './step.ts'

const named = ({ pipelineId, runId }: RunReference) => `run '${runId}' of pipeline '${pipelineId}'`

/** Asks for the cancellation of what a step leaves behind. Says what came of it, and never throws. */
export const cancelRemote = async (step: Step, connection: Connection, run: RunReference): Promise<string> => {
  try {
    const wasRunning = await cancelRun(connectForLastWords(step, connection), run)
    return wasRunning ? `The cancellation of ${named(run)} was asked for` : `${named(run)} had ended already`
  } catch (error) {
    return `${named(run)} goes on: its cancellation failed (${error instanceof Error ? error.message : String(error)})`
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
  step.runner.warning(`${wanted ? await cancelRemote(step, connection, run) : left}.`)
}

/**
 * Does the work of a step that may be interrupted. When the job is cancelled while a run is known, the run is
 * cancelled too if told to, and named in any case.
 */
export const cancelOnInterruption = async (
  step: Step,
  { connection, cancelOnAbort }: { connection: Connection; cancelOnAbort: boolean },
  work: (started: (run: RunReference) => void) => Promise<void>,
): Promise<void> => {
  let known: RunReference | undefined
  try {
    await work((run) => {
      known = run
    })
  } catch (error) {
    if (!step.runner.signal.aborted) {
      if (error instanceof ApiError) step.runner.setOutput('status', 'failed')
      if (error instanceof NetworkError || error instanceof TimeoutError) step.runner.setOutput('status', 'unknown')
      throw error
    }
    step.runner.setOutput('status', 'cancelled')
    if (!known) throw new FailedStep('The job was cancelled before a run was known.', { cause: error })
    const left = `${named(known)} goes on by itself; set \`cancel-on-abort: true\` to have it cancelled with the job`
    const said = cancelOnAbort ? await cancelRemote(step, connection, known) : left
    throw new FailedStep(`The job was cancelled. ${said}.`, { cause: error })
  }
}

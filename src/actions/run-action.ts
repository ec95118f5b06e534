import type { HttpTransport } from '../client/transport.ts'
import { systemClock } from '../clock.ts'
import { ApiError, InputError, NetworkError, TimeoutError } from '../errors.ts'
import { GitHubError } from '../github/errors.ts'
import { systemRandom } from '../random.ts'
import { processHost } from '../runner/host.ts'
import { createRunner, type Runner } from '../runner/runner.ts'
import { InterruptedError } from '../runner/signals.ts'
import { sentence } from '../text/sentence.ts'
import { type Action, FailedStep, type Step } from './step.ts'
import { type ActionName, actions } from './table.ts'

const expected = [InputError, ApiError, GitHubError, NetworkError, TimeoutError, FailedStep, InterruptedError]

/** Tells the one reason why the step fails. What is none of the known kinds is a bug, and says where to report it. */
const report = (runner: Runner, error: unknown) => {
  if (!(error instanceof Error)) return runner.fail(`Unexpected failure: ${String(error)}`)
  // What ends with somebody else's lines is left as it is.
  const message = error.message.includes('\n') ? error.message : sentence(error.message)
  if (expected.some((kind) => error instanceof kind)) return runner.fail(message)
  runner.debug(error.stack ?? '')
  runner.fail(`Unexpected failure, which is a bug of this action: ${error.message}`)
}

/** Runs one phase of an action. Never rejects: a failure is the step's. */
export const runPhase = async (action: Action, phase: 'main' | 'post', step: Step): Promise<void> => {
  try {
    await action[phase]?.(step)
  } catch (error) {
    report(step.runner, error)
  }
}

/** Node's HTTP and TLS take a third of a step's start: a step that sends nothing does not load them. */
const createLateTransport = (): { send: HttpTransport['send']; close(): Promise<void> } => {
  let loaded: Promise<HttpTransport> | undefined
  const load = async () => {
    const { createHttpTransport } = await import('../client/transport.ts')
    return createHttpTransport({ clock: systemClock, env: processHost.env })
  }
  return {
    send: async (request) => (await (loaded ??= load())).send(request),
    close: async () => (await loaded)?.close(),
  }
}

/** An action as the runner starts it, in this process. */
export const runAction = async (name: ActionName, phase: 'main' | 'post'): Promise<void> => {
  const connections = createLateTransport()
  const runner = createRunner()
  try {
    const action: Action = await actions[name]()
    await runPhase(action, phase, { runner, clock: systemClock, random: systemRandom, transport: connections.send })
  } finally {
    await connections.close()
  }
}

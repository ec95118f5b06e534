import { writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { formatDuration } from '../../text/duration.ts'
import { FailedStep, type Step } from '../step.ts'
import { type Background, startInBackground } from './background.ts'
import { filesIn, type Ready, readLog, readReady } from './files.ts'
import { type OrchestratorInputs, readInputs } from './inputs.ts'
import { remember } from './state.ts'

const pollMs = 50
/** A large seed on a busy machine takes a few seconds. */
const startMs = 60_000
const lastLines = 30

const toArguments = async (
  { seed, dataDir, port, control }: OrchestratorInputs,
  folder: string,
): Promise<readonly string[]> => {
  const { seed: seedFile } = filesIn(folder)
  // A copy: what was read is what was checked, and the file may be a link.
  if (seed !== undefined) await writeFile(seedFile, seed)
  return [
    '--port',
    String(port),
    '--log-requests',
    ...(dataDir === undefined ? [] : ['--data-dir', dataDir]),
    ...(seed === undefined ? [] : ['--seed', seedFile]),
    ...(control ? ['--control'] : []),
  ]
}

/** Why there is no orchestrator, with what it said last. */
const failure = async (why: string, folder: string, port: number): Promise<FailedStep> => {
  const log = await readLog(folder)
  const advice = log.includes('EADDRINUSE') ? `\nPort ${port} is taken: leave out \`port\` to have any free one.` : ''
  const said = log === '' ? ', and said nothing.' : `:\n${log.split('\n').slice(-lastLines).join('\n')}`
  return new FailedStep(`The orchestrator did not start: ${why}${said}${advice}`)
}

const waitUntilReady = async (
  { runner, clock }: Step,
  background: Background,
  { folder, port }: { folder: string; port: number },
): Promise<Ready> => {
  const deadline = clock.now() + startMs
  for (;;) {
    const ending = background.ending()
    if (ending !== undefined) throw await failure(ending, folder, port)
    const ready = await readReady(folder)
    if (ready) return ready
    if (clock.now() >= deadline) {
      throw await failure(`it was not ready after ${formatDuration(startMs)}`, folder, port)
    }
    await clock.sleep(pollMs, runner.signal)
  }
}

/** Starts the orchestrator, whose command line is `script`, and tells the later steps where it is. */
export const start = async (step: Step, script: string): Promise<void> => {
  const { runner } = step
  const inputs = await readInputs(runner)
  const folder = dirname(runner.writeTempFile('orchestrator.log', ''))
  const background = await startInBackground(script, await toArguments(inputs, folder), folder)
  if (background.pid !== undefined) remember(runner, { pid: background.pid, folder })
  const ready = await waitUntilReady(step, background, { folder, port: inputs.port }).catch((error: unknown) => {
    background.kill()
    throw error
  })
  runner.mask(ready.token)
  runner.setOutput('api-url', ready.url)
  runner.setOutput('token', ready.token)
  runner.setOutput('org', ready.org)
  runner.exportVariable('HUMANITEC_API_URL', ready.url)
  runner.exportVariable('HUMANITEC_TOKEN', ready.token)
  runner.exportVariable('HUMANITEC_ORG', ready.org)
  runner.info(`The orchestrator listens at ${ready.url} and holds the organization '${ready.org}'.`)
}

import type { Step } from '../step.ts'
import { stopInBackground, type Stopped } from './background.ts'
import { readLog, readReady } from './files.ts'
import { recall } from './state.ts'

const tell = ({ runner }: Step, pid: number, stopped: Stopped): void => {
  switch (stopped) {
    case 'stopped':
      return runner.info('The orchestrator is stopped.')
    case 'gone':
      return runner.warning('The orchestrator had ended before the job did. Its log says why, if it could tell.')
    case 'killed':
      return runner.warning('The orchestrator did not end when it was asked to, so it was killed.')
    case 'left':
      return runner.warning(`The orchestrator goes on: process ${pid} could not be ended.`)
  }
}

/** At the end of the job: stops the orchestrator, and shows what it had to say. Never fails the job. */
export const post = async (step: Step): Promise<void> => {
  const { runner } = step
  const state = recall(runner)
  const ready = state && (await readReady(state.folder))
  // One that was never ready has been ended by the main step, which has said why.
  if (!state || !ready) return
  runner.mask(ready.token)
  tell(step, state.pid, await stopInBackground(step, state.pid, ready))
  const log = await readLog(state.folder)
  if (log === '') return runner.info('Its log is empty.')
  runner.startGroup('Log of the orchestrator')
  runner.info(log)
  runner.endGroup()
}

import type { Runner } from '../../runner/runner.ts'

/** What the post step has to know. */
export interface OrchestratorState {
  readonly pid: number
  /** Holds what the orchestrator printed. */
  readonly folder: string
}

export const remember = (runner: Runner, { pid, folder }: OrchestratorState): void => {
  runner.saveState('pid', pid)
  runner.saveState('folder', folder)
}

/** Undefined where nothing was started. */
export const recall = (runner: Runner): OrchestratorState | undefined => {
  const pid = runner.getState('pid')
  const folder = runner.getState('folder')
  return pid === undefined || folder === undefined ? undefined : { pid: Number(pid), folder }
}

import type { Host } from './host.ts'

/** Why `runner.signal` is aborted: GitHub's runner has cancelled the job. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
  readonly signal: 'SIGINT' | 'SIGTERM'

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`The step was interrupted (${signal}).`)
    this.signal = signal
  }
}

/**
 * Aborted at the first of SIGINT and SIGTERM, which GitHub's runner sends 7.5 s later, 2.5 s before it kills. The
 * second changes nothing: the listeners stay, or Node.js would end the process while it is still cleaning up.
 */
export const interruption = (host: Host): AbortSignal => {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    host.onSignal(signal, () => controller.abort(new InterruptedError(signal)))
  }
  return controller.signal
}

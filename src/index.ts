import type { ActionName } from './actions/table.ts'

/** Runs one phase of an action in this process: what the stubs in `dist/` call. */
export const run = async (name: ActionName, phase: 'main' | 'post' = 'main'): Promise<void> => {
  const { runAction } = await import('./actions/run-action.ts')
  await runAction(name, phase)
}

/** The orchestrator's command line. */
export const orchestrator = async (): Promise<void> => {
  const { main } = await import('./orchestrator/main.ts')
  // Whoever reads what it prints may go, or have no room for it, while others go on asking.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  process.exitCode = await main({
    argv: process.argv.slice(2),
    env: process.env,
    nodeVersion: process.version,
    out: (line) => void process.stdout.write(`${line}\n`),
    log: (line) => void process.stderr.write(`${line}\n`),
    onSignal: (stop) => {
      process.once('SIGTERM', stop)
      process.once('SIGINT', stop)
    },
  })
}

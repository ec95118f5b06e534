import type { Action } from './actions/step.ts'

/** Each action is a chunk of its own: a step loads what it runs, and nothing of the others. */
const actions = {
  approve: () => import('./actions/approve/main.ts'),
  'create-delta': () => import('./actions/create-delta/main.ts'),
  deploy: () => import('./actions/deploy/main.ts'),
  environment: () => import('./actions/environment/main.ts'),
  orchestrator: () => import('./actions/orchestrator/main.ts'),
  'preview-gate': () => import('./actions/preview-gate/main.ts'),
  'register-artefact': () => import('./actions/register-artefact/main.ts'),
  'wait-for-run': () => import('./actions/wait-for-run/main.ts'),
} satisfies Record<string, () => Promise<Action>>

/** Runs one phase of an action in this process: what the stubs in `dist/` call. */
export const run = async (name: keyof typeof actions, phase: 'main' | 'post' = 'main'): Promise<void> => {
  const { runAction } = await import('./actions/run-action.ts')
  await runAction(actions[name], phase)
}

/** The orchestrator's command line. */
export const orchestrator = async (): Promise<void> => {
  const { main } = await import('./orchestrator/main.ts')
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

import type { Action } from './step.ts'

/** Each action is a chunk of its own: a step loads what it runs, and nothing of the others. */
export const actions = {
  api: () => import('./api/main.ts'),
  'apply-pipeline': () => import('./apply-pipeline/main.ts'),
  approve: () => import('./approve/main.ts'),
  'create-delta': () => import('./create-delta/main.ts'),
  deploy: () => import('./deploy/main.ts'),
  environment: () => import('./environment/main.ts'),
  orchestrator: () => import('./orchestrator/main.ts'),
  'preview-gate': () => import('./preview-gate/main.ts'),
  'register-artefact': () => import('./register-artefact/main.ts'),
  report: () => import('./report/main.ts'),
  'run-pipeline': () => import('./run-pipeline/main.ts'),
  'wait-for-run': () => import('./wait-for-run/main.ts'),
} satisfies Record<string, () => Promise<Action>>

export type ActionName = keyof typeof actions

import type { Problem } from '../core/conclude.ts'
import type { Outcome } from './outcome.ts'

const byScope: Readonly<Record<string, string>> = {
  workload:
    "Check that the workload's image exists and can be pulled, and look at the log of its container: on the deployment's page, or with `kubectl logs`.",
  resource:
    'Check the resource definition that matches, and whether its driver may create the resource: the message above comes from there.',
  step: 'Look at what the failing step wrote last. The log of the whole step is in the step that deployed, and on the page of the run.',
}

const byOutcome: Readonly<Partial<Record<Outcome, string>>> = {
  denied: 'Talk to whoever decided. When the reason is gone, run the job again: it asks for a new approval.',
  cancelled: 'Run the job again to deploy.',
  'timed-out':
    'The run may go on by itself: follow it with the action `wait-for-run`, or give the step a longer `timeout`.',
  conflict: 'Run the job again when the other deployment has ended, or let it wait with `on-conflict: wait`.',
  'no-deployment': 'Check that the pipeline has a step that deploys to this environment, and that it is not skipped.',
  unknown: 'Look at the run before you deploy again: it may have taken effect.',
  'not-started': 'Look at the first step of the workflow that failed.',
}

/** What to try next, in Markdown of our own; empty where there is nothing to be done. */
export const adviceFor = (outcome: Outcome, problems: readonly Problem[]): string[] => {
  const general = byOutcome[outcome]
  if (outcome === 'denied' && general !== undefined) return [general]
  const scopes = [...new Set(problems.map(({ scope }) => scope))]
  const advice = scopes.flatMap((scope) => (Object.hasOwn(byScope, scope) ? [byScope[scope] ?? ''] : []))
  return general === undefined ? advice : [general, ...advice]
}

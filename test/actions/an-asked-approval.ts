import type { RunLike } from '../orchestrator/a-shop.ts'
import { aRelease, startPipeline, step } from './a-release.ts'

export const inputsOf = (run: RunLike, more: Record<string, string> = {}) => ({
  inputs: { 'run-id': run.id, 'pipeline-id': run.pipeline_id, ...more },
})

/** A run that waits for an approval, or what else its jobs ask for. */
export const anAskedApproval = async (jobs = `  ask: { steps: [${step.approve('production')}] }`) => {
  const release = await aRelease()
  const run = await startPipeline(release, jobs)
  await release.run(run)
  return { release, run, approvals: await release.approvals() }
}

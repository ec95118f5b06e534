import type { Origin } from '../../policy/origin.ts'
import { sourceOf } from '../../policy/source.ts'
import type { Runner } from '../../runner/runner.ts'

/** Who asks for the deployment; undefined where the workflow does not say all of it. */
export const originOf = ({ context, readEvent }: Runner): Origin | undefined => {
  const { repository, triggeringActor, actor, runId, runAttempt } = context
  const { commit } = sourceOf(context, readEvent())
  const by = triggeringActor ?? actor
  if (!repository || !commit || !by || !runId) return undefined
  return { repository, commit, actor: by, runId, runAttempt: runAttempt ?? '1' }
}

import type { Environment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { concurrently } from './concurrently.ts'
import { deleteEnvironment } from './delete-environment.ts'
import { listEnvironments } from './find-environment.ts'
import { isFailedCall } from './trouble.ts'

/** What is to happen to an environment, and why. One whose verdict is `unclear` stays, and counts as failed. */
export interface Judgement {
  readonly kind: 'stale' | 'needed' | 'unclear'
  readonly reason: string
}

/** `stale`: would have been deleted, but for the dry run. */
export type Swept = { readonly environment: Environment; readonly reason: string } & (
  { readonly kind: 'deleted' | 'absent' | 'stale' | 'kept' } | { readonly kind: 'failed'; readonly message: string }
)

export interface SweepOptions {
  readonly dryRun: boolean
  /** Undefined: none of those that are swept here. Asked about every environment of the application. */
  judge(environment: Environment): Promise<Judgement | undefined>
  onProgress(message: string): void
  /** Told as soon as an environment's end is known. */
  onEnd(swept: Swept): void
}

/** Tearing resources down takes the platform its time; more at once would only make a crowd. */
const concurrency = 4

const sweepOne = async (
  api: ApplicationApi,
  environment: Environment,
  { dryRun, judge, onProgress }: SweepOptions,
): Promise<Swept | undefined> => {
  let reason = ''
  try {
    const judgement = await judge(environment)
    if (!judgement) return undefined
    ;({ reason } = judgement)
    const known = { environment, reason }
    if (judgement.kind === 'unclear') return { ...known, kind: 'failed', message: reason }
    if (judgement.kind === 'needed') return { ...known, kind: 'kept' }
    if (dryRun) return { ...known, kind: 'stale' }
    const end = await deleteEnvironment(api, environment, { onProgress })
    return 'message' in end ? { ...known, kind: 'failed', message: end.message } : { ...known, kind: end.kind }
  } catch (error) {
    if (api.signal?.aborted) return { environment, reason, kind: 'failed', message: 'The job was cancelled' }
    if (!isFailedCall(error)) throw error
    return { environment, reason, kind: 'failed', message: error.message }
  }
}

/** Deletes the environments that nobody needs any more. One that fails keeps none of the others from being deleted. */
export const sweepEnvironments = async (api: ApplicationApi, options: SweepOptions): Promise<Swept[]> => {
  const swept = await concurrently(await listEnvironments(api), concurrency, async (environment) => {
    const end = await sweepOne(api, environment, options)
    if (end) options.onEnd(end)
    return end
  })
  return swept.filter((each) => each !== undefined)
}

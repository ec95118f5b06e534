import { hasStatus, isUnknownEffect } from '../client/index.ts'
import { isActiveDeployment } from '../contract/status.ts'
import type { Environment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { findEnvironment, isAnother, listEnvironments } from './find-environment.ts'
import { lookUntil } from './look-until.ts'
import { cancelRun } from './cancel-run.ts'
import { unfinishedRuns } from './unfinished-runs.ts'

export interface Doomed {
  readonly id: string
  /** What it has to be called, if anything: others are left alone. */
  readonly name: string | undefined
}

export type Deleted =
  /** `absent`: there was none to begin with. */
  | { readonly kind: 'deleted' | 'absent' }
  /** The message is a sentence without its full stop. */
  | { readonly kind: 'refused' | 'timed-out'; readonly message: string }

/** What an environment's end takes, one piece at each look, until it is gone. */
const createSteps = ({ id, name }: Doomed, onProgress: (message: string) => void) => {
  const named = `Environment '${id}'`
  const asked = new Set<string>()
  let state = `${named} was not read`
  let isSeen = false
  let isAccepted = false
  let isInDoubt = false

  const proceed = (now: string): undefined => {
    if (now === state) return
    state = now
    onProgress(`${now}.`)
  }

  /** The first time among the others: an application that does not exist is an error, and the last one has to stay. */
  const read = async (api: ApplicationApi): Promise<{ environment: Environment | undefined; isLast: boolean }> => {
    if (isSeen) return { environment: await findEnvironment(api, id), isLast: false }
    const all = await listEnvironments(api)
    return { environment: all.find((each) => each.id === id), isLast: all.length === 1 }
  }

  /** True while there are runs to wait for. */
  const cancelRuns = async (api: ApplicationApi): Promise<boolean> => {
    const runs = await unfinishedRuns(api, id)
    for (const run of runs) {
      if (asked.has(run.id)) continue
      onProgress(`Run '${run.id}' of pipeline '${run.pipeline_id}' is being cancelled.`)
      if (!run.cancellation_requested_at) await cancelRun(api, { pipelineId: run.pipeline_id, runId: run.id })
      asked.add(run.id)
    }
    const names = runs.map((run) => `'${run.id}'`).join(', ')
    if (runs.length > 0) proceed(`${named} waits for the end of run ${names}`)
    return runs.length > 0
  }

  const ask = async ({ client, orgId, appId, signal }: ApplicationApi): Promise<Deleted | undefined> => {
    const path = { orgId, appId, envId: id }
    try {
      const { status } = await client.delete('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path })
      if (status === 204) return { kind: 'deleted' }
      isAccepted = true
      return proceed(`${named} is being deleted`)
    } catch (error) {
      if (signal?.aborted || (error instanceof Error && isUnknownEffect(error))) {
        isInDoubt = true
        const why = signal?.aborted ? 'the job was cancelled' : (error as Error).message
        proceed(`Whether the deletion of environment '${id}' was asked for is not known: ${why}`)
        if (signal?.aborted) throw error
        return undefined
      }
      if (hasStatus(error, 404)) return { kind: 'deleted' }
      if (hasStatus(error, 409)) return proceed(`${named} cannot be deleted yet: ${error.message}`)
      if (!hasStatus(error, 400)) throw error
      return {
        kind: 'refused',
        message: `${named} cannot be deleted, as the last one of an application: ${error.message}`,
      }
    }
  }

  return {
    /** What there is to say when the time is up; `trouble` is why the last look failed, if it did. */
    giveUp: (trouble: string): Deleted => {
      const isAskedFor = isAccepted || isInDoubt
      const standing = isAskedFor
        ? 'was not seen to be gone in the time given, and may be gone later'
        : 'is not gone in the time given'
      const message = `${named} ${standing}. At last: ${trouble === '' ? state : trouble}`
      return { kind: 'timed-out', message }
    },
    look: async (api: ApplicationApi): Promise<Deleted | undefined> => {
      const { environment, isLast } = await read(api)
      if (!environment) return { kind: isSeen ? 'deleted' : 'absent' }
      isSeen = true
      const message = isAnother(environment, name)
      if (message !== undefined) return { kind: 'refused', message }
      if (isAccepted || environment.status === 'deleting') {
        const said = environment.status_message ? `: ${environment.status_message}` : ''
        return proceed(`${named} is being deleted${said}`)
      }
      if (isLast) {
        const where = `application '${api.orgId}/${api.appId}'`
        return { kind: 'refused', message: `${named} is the last one of ${where}, and an application keeps one` }
      }
      if (await cancelRuns(api)) return undefined
      const { last_deploy: last } = environment
      if (last && isActiveDeployment(last)) {
        return proceed(`${named} waits for the end of deployment '${last.id}' (${last.status})`)
      }
      return ask(api)
    },
  }
}

/**
 * Deletes an environment and waits until it is gone: cancels the runs that work on it, waits for them and for the
 * deployment that is active, then asks for the deletion. One that is gone, or is being deleted by somebody else, is
 * as good.
 */
export const deleteEnvironment = async (
  api: ApplicationApi,
  doomed: Doomed,
  { onProgress }: { onProgress(message: string): void },
): Promise<Deleted> => {
  const { lastLook: _, ...timed } = api
  const steps = createSteps(doomed, onProgress)
  const looked = await lookUntil(timed, {
    look: steps.look,
    onTrouble: (message) => onProgress(`${message}. Looking again.`),
  })
  return looked.kind === 'found' ? looked.found : steps.giveUp(looked.trouble)
}

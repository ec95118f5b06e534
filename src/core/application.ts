import type { Client } from '../client/index.ts'
import type { Clock } from '../clock.ts'
import type { Random } from '../random.ts'

/** What every verb of this folder works with: one organization, and the time there is. */
export interface OrganizationApi {
  readonly client: Client
  readonly clock: Clock
  readonly random: Random
  readonly orgId: string
  /** Milliseconds since the epoch at which waiting ends. */
  readonly deadline: number
  /** Aborted when the job is cancelled. */
  readonly signal?: AbortSignal
  /** For what is read once more when the deadline has come: it has a moment longer, and asks each thing only once. */
  readonly lastLook?: Client
}

/** One application of it. */
export interface ApplicationApi extends OrganizationApi {
  readonly appId: string
}

export interface RunReference {
  readonly pipelineId: string
  readonly runId: string
}

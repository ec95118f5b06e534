import type { Clock } from '../../src/clock.ts'
import type { Random } from '../../src/random.ts'
import type { WorkflowEvent } from './event.ts'
import type { MatrixCell } from './matrix.ts'
import type { Masks } from './masks.ts'
import type { Identity } from './identity.ts'
import type { Job, Json, NodeAction, RunDefaults, UsesStep, Workflow } from './model.ts'
import type { Annotation, JobResult, Outcome, StepResult } from './result.ts'
import type { Terminal } from './terminal.ts'

/** One run of one workflow: what all its jobs see. */
export interface Session {
  readonly workflow: Workflow
  readonly identity: Identity
  readonly event: WorkflowEvent
  readonly secrets: Readonly<Record<string, string>>
  readonly vars: Readonly<Record<string, string>>
  /** The variables of the machine, before the runner adds its own. */
  readonly machine: Readonly<Record<string, string>>
  /** The repository on this machine that the workflow works on. */
  readonly source: string
  /** A folder of the caller's to work in; otherwise each job has an empty one. */
  readonly workspace: string | undefined
  readonly temp: string
  readonly terminal: Terminal
  readonly masks: Masks
  readonly clock: Clock
  readonly random: Random
  readonly cancel: AbortSignal
  readonly kill: AbortSignal
  readonly debug: boolean
  readonly annotations: Annotation[]
  readonly results: JobResult[]
}

/** One job, or one combination of its matrix, while it runs. */
export interface JobRun {
  readonly session: Session
  readonly job: Job
  readonly name: string
  readonly contexts: JobContexts
  readonly defaults: readonly RunDefaults[]
  readonly workspace: string
  readonly temp: string
  readonly eventPath: string
  readonly trackingId: string
  /** The session's, unless that was cancelled before the job began: a job that runs all the same runs in full. */
  readonly cancel: AbortSignal
  /** Workflow and job `env:`, and what steps wrote to `GITHUB_ENV`. */
  env: Record<string, string>
  /** What steps wrote to `GITHUB_PATH`, newest first. */
  path: string[]
  status: 'success' | 'failure' | 'cancelled'
  readonly summaries: string[]
  readonly posts: Post[]
  readonly actionIds: Set<string>
}

export interface JobContexts {
  readonly needs: Json
  readonly matrix: MatrixCell | undefined
  readonly strategy: Json
}

/** A list of steps that sees the same `steps` and `inputs`: a job's, or a composite action's. */
export interface Frame {
  readonly run: JobRun
  readonly kind: 'job' | 'composite'
  readonly inputs: Json
  readonly steps: Record<string, Json>
  /** From `env:` of the steps that use the composite actions around. */
  readonly env: Readonly<Record<string, string>>
  readonly actionPath: string | undefined
  /** The step of the job that this belongs to, for annotations. */
  readonly stepName: string | undefined
  /** Aborted when a `timeout-minutes` around is over. */
  readonly expired: AbortSignal
  readonly results: StepResult[]
  outcome: Outcome
}

/** The second half of a node action, to be run when the steps of the job are over. */
export interface Post {
  readonly name: string
  readonly step: UsesStep
  readonly action: NodeAction
  readonly script: string
  readonly frame: Frame
  readonly actionId: string
  readonly variables: Readonly<Record<string, string>>
  state: ReadonlyMap<string, string>
}

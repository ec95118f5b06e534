import type { AnnotationLevel } from './commands.ts'
import type { Json } from './model.ts'

export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped'

/** What came of a workflow run. Masked values are masked here as well. */
export interface WorkflowResult {
  readonly workflow: string
  readonly file: string
  readonly event: string
  readonly conclusion: 'success' | 'failure' | 'cancelled'
  /** One for each job, or for each combination of its matrix, in the order they ran. */
  readonly jobs: readonly JobResult[]
  readonly annotations: readonly Annotation[]
  /** The step summaries of all jobs, in Markdown. */
  readonly summary: string
  readonly durationMs: number
}

export interface JobResult {
  readonly id: string
  readonly name: string
  readonly matrix: Readonly<Record<string, Json>> | undefined
  /** Before `continue-on-error`. */
  readonly outcome: Outcome
  readonly conclusion: Outcome
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly StepResult[]
  readonly summary: string
  readonly durationMs: number
}

export interface StepResult {
  readonly kind: 'main' | 'post'
  readonly id: string | undefined
  readonly name: string
  readonly outcome: Outcome
  readonly conclusion: Outcome
  readonly outputs: Readonly<Record<string, string>>
  /** Of a step that uses a composite action: the steps inside. */
  readonly steps: readonly StepResult[]
  readonly durationMs: number
}

export interface Annotation {
  readonly level: AnnotationLevel
  readonly message: string
  readonly title: string | undefined
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
  readonly endLine: number | undefined
  readonly endColumn: number | undefined
  /** The name of the job, as in {@link JobResult}. */
  readonly job: string
  readonly step: string
}

import type { Expression } from '../expressions/ast.ts'
import type { Template } from '../expressions/template.ts'
import type { Value } from '../expressions/values.ts'
import type { Uses } from './actions.ts'
import type { inputTypes } from './language.ts'

/** A pipeline file that was found correct, as plain data. */
export interface PipelineDefinition {
  readonly id: string | undefined
  readonly name: string
  readonly metadata: Readonly<Record<string, string>>
  readonly on: Triggers
  readonly timeoutMinutes: number
  readonly concurrency: { readonly group: Template } | undefined
  /** `inherit`: the rights of whoever starts a run; roles: at most these; undefined: the platform's default. */
  readonly permissions: 'inherit' | Permissions | undefined
  /** In the order of the file. */
  readonly jobs: readonly JobDefinition[]
}

export interface Permissions {
  readonly application: 'viewer' | 'developer' | 'owner' | undefined
  /** Role by environment type. */
  readonly environmentTypes: Readonly<Record<string, 'deployer'>>
}

/** At least one of them is there. */
export interface Triggers {
  readonly deploymentRequest: boolean
  readonly pipelineCall: { readonly inputs: Readonly<Record<string, InputDefinition>> } | undefined
  readonly artefact: ArtefactTrigger | undefined
}

export type InputKind = (typeof inputTypes)[number]

export interface InputDefinition {
  readonly type: InputKind
  readonly required: boolean
  readonly description: string | undefined
  /** undefined where there is none. */
  readonly default: Value | undefined
}

export interface ArtefactTrigger {
  readonly type: 'container' | 'workload'
  /** Regular expressions, as in the file. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly matchRef: string | undefined
  /** How long versions are gathered; undefined: each has a run of its own. */
  readonly batchMinutes: number | undefined
}

export interface JobDefinition {
  readonly id: string
  readonly name: string
  /** Ids of other jobs, never in a circle. */
  readonly needs: readonly string[]
  /** Complete: where the file says nothing of the status, `success() && …`. */
  readonly if: Expression
  readonly outputs: Readonly<Record<string, Template>>
  readonly timeoutMinutes: number | undefined
  readonly continueOnError: boolean
  readonly steps: readonly StepDefinition[]
}

export interface StepDefinition {
  /** From 0. */
  readonly index: number
  readonly id: string | undefined
  readonly name: string
  readonly uses: Uses
  readonly with: Readonly<Record<string, Template>>
  /** Complete, as in jobs. */
  readonly if: Expression
  readonly continueOnError: boolean
  readonly timeoutMinutes: number | undefined
}

import type { Position } from './problem.ts'
import type { StandIn } from './stand-ins/stand-in.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A value as the file has it: its strings may hold `${{ }}`. */
export type Template = Json
export type TemplateMap = Readonly<Record<string, Template>>

export interface Workflow {
  readonly file: string
  readonly name: string
  /** Trigger name to its configuration. */
  readonly triggers: TemplateMap
  readonly env: TemplateMap
  readonly defaults: RunDefaults
  /** Every job after all those it needs. */
  readonly jobs: readonly Job[]
  /** What the file says and this runner has no use for. */
  readonly ignored: readonly { readonly at: Position; readonly what: string }[]
}

export interface RunDefaults {
  readonly shell?: Template | undefined
  readonly workingDirectory?: Template | undefined
}

export interface Job {
  readonly at: Position
  readonly id: string
  readonly name: Template | undefined
  readonly needs: readonly string[]
  readonly if: Template | undefined
  readonly env: TemplateMap
  readonly outputs: TemplateMap
  readonly defaults: RunDefaults
  readonly matrix: Template | undefined
  readonly failFast: Template | undefined
  readonly continueOnError: Template | undefined
  readonly steps: readonly Step[]
}

export type Step = RunStep | UsesStep

interface StepBase {
  readonly at: Position
  readonly id: string | undefined
  readonly name: Template | undefined
  readonly if: Template | undefined
  readonly env: TemplateMap
  readonly continueOnError: Template | undefined
  readonly timeoutMinutes: Template | undefined
}

export interface RunStep extends StepBase {
  readonly kind: 'run'
  readonly run: Template
  readonly shell: Template | undefined
  readonly workingDirectory: Template | undefined
}

export interface UsesStep extends StepBase {
  readonly kind: 'uses'
  readonly uses: string
  readonly with: TemplateMap
  readonly action: Action
}

export type Action = NodeAction | CompositeAction | StandInAction

interface CheckoutAction {
  readonly dir: string
  /** Declared inputs with their defaults; an input without one has `''`, as on the real runner. */
  readonly inputs: TemplateMap
  /** Inputs that tell whoever sets them to stop. */
  readonly deprecated: Readonly<Record<string, string>>
}

export interface NodeAction extends CheckoutAction {
  readonly kind: 'node'
  readonly main: string
  readonly post: string | undefined
  readonly postIf: Template
}

export interface CompositeAction extends CheckoutAction {
  readonly kind: 'composite'
  readonly outputs: TemplateMap
  readonly steps: readonly Step[]
}

export interface StandInAction {
  readonly kind: 'stand-in'
  readonly standIn: StandIn
}

/**
 * Finds what `uses:` names; `within` are the folders of the composite actions around it. Throws a WorkflowError at the
 * place of the reference, or inside the action.
 */
export interface ActionLoader {
  (uses: string, at: Position, within: readonly string[]): Promise<Action>
}

export const isMap = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asMap = (value: unknown): Record<string, Json> => (isMap(value) ? value : {})

/** A list written as one item, as several, or not at all. */
export const asList = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** A scalar as text, `''` for nothing. */
export const asText = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

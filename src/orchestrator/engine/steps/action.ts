import type { Approval } from '../../approvals/model.ts'
import type { Caller } from '../../auth.ts'
import type { Deployment, Place } from '../../deployments/model.ts'
import type { Answer } from '../../outbox/outbox.ts'
import type { LogLevel, Run } from '../../runs/records.ts'
import { toText, type Value } from '../expressions/values.ts'
import type { Redact } from '../secrets.ts'

/** The inputs of a step: complete and of the right types, without those that were left empty. */
export type StepInputs = Readonly<Record<string, Value>>

/** What a step action may know of its run, and may do to it. */
export interface StepCall {
  orgId: string
  appId: string
  run: Run
  jobId: string
  index: number
  /** Milliseconds since the epoch. */
  now: number
  /** Whose rights the run has; throws 403 when there is no such user any more. */
  caller(): Caller
  log(message: string, level?: LogLevel): void
  /** Hides the secrets of the application. Lines and messages need no more of it, outputs from outside do. */
  redact: Redact
  /** Tells the step, and for `env_id` the run as well, what it works on. */
  relate(entities: Record<string, string>): void
  /** The delta that an earlier step of the run made this set of, for this environment. */
  deltaOf(setId: string, envId: string): string | undefined
}

/**
 * What a step can wait for; `approval/<id>`, `deployment/<id>` and `request/<id>` are also how its wait is found again.
 */
export type Signal =
  | { kind: 'deployment'; deployment: Deployment; place: Place }
  | { kind: 'approval'; approval: Approval; decidedBy: string }
  | { kind: 'answer'; answer: Answer }
  /** The time has come that the step wanted to be woken at. */
  | { kind: 'time' }

export type StepResult<State = unknown> =
  | { kind: 'succeeded'; outputs?: Record<string, Value> }
  | { kind: 'failed'; message: string; outputs?: Record<string, Value> }
  | {
      kind: 'waiting'
      /** For people and programs, as `waiting_for` shows it. */
      waitingFor: string
      /** The event that lets it go on, as `deployment/<id>`. */
      on?: string
      /** When it wants to be woken anyway, in milliseconds since the epoch. */
      resumeAt?: number
      state: State
    }

/**
 * One `uses:` of the pipeline language. What it throws as an HttpError fails the step with that message; it must not
 * have changed anything by then.
 */
export interface StepAction {
  /** Whether it can wait: then it is a point at which a run can be cancelled. */
  waits: boolean
  /** Whether it sends its inputs away: only then they may hold secrets, which are `***` for all others. */
  sends?: boolean
  start(call: StepCall, inputs: StepInputs): StepResult
  resume?(call: StepCall, state: unknown, signal: Signal): StepResult
  /** It was waiting, and is not waited for any more. */
  interrupted?(call: StepCall, state: unknown): void
}

/** A step action that waits, with what it remembers meanwhile: `State` must survive JSON. */
export const waitingAction = <State>(action: {
  sends?: boolean
  start(call: StepCall, inputs: StepInputs): StepResult<State>
  resume(call: StepCall, state: State, signal: Signal): StepResult<State>
  interrupted?(call: StepCall, state: State): void
}): StepAction => ({ waits: true, ...(action as Omit<StepAction, 'waits'>) })

/** The text of an input, or undefined when it was left out. */
export const textOf = (inputs: StepInputs, name: string): string | undefined => {
  const value = inputs[name]
  return value === undefined || value === null ? undefined : toText(value)
}

/** The text of an input that is known to be there. */
export const requiredText = (inputs: StepInputs, name: string): string => textOf(inputs, name) ?? ''

import type { Approval, Deployment, Job, Run, Step, StepLog } from '../contract/types.ts'

/** Where in a run something happens. */
export interface StepPlace {
  readonly job: Job
  readonly step: Step
}

/** What there is to tell while a run is followed, in the order in which it was seen. */
export type RunEvent =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'job'; readonly job: Job }
  | ({ readonly kind: 'step-started' } & StepPlace)
  | ({ readonly kind: 'step-log'; readonly line: StepLog } & StepPlace)
  | ({ readonly kind: 'step-ended' } & StepPlace)
  /** Nobody follows the step any more, though it goes on. */
  | ({ readonly kind: 'step-left' } & StepPlace)
  /** It has ended without having begun. */
  | ({ readonly kind: 'step-skipped' } & StepPlace)
  | { readonly kind: 'approval'; readonly approval: Approval }
  | { readonly kind: 'deployment'; readonly deployment: Deployment }
  /** The server could not be asked, and will be asked again. */
  | { readonly kind: 'trouble'; readonly message: string }
  /** Something could not be read, and is done without. */
  | { readonly kind: 'missing'; readonly message: string }

export type OnRunEvent = (event: RunEvent) => void

const keyOf = ({ job, step }: StepPlace) => `${job.id}/${step.index}`

type StepEvent = Extract<RunEvent, StepPlace>

const isStepEvent = (event: RunEvent): event is StepEvent => 'step' in event

const isLast = ({ kind }: StepEvent) => kind === 'step-ended' || kind === 'step-skipped'

export interface StepOrder {
  tell: OnRunEvent
  /** Tells what was kept back, and leaves what has not ended. */
  leave(): void
}

/**
 * Tells the events of one step after another, though jobs run side by side: while one step is being told, what the
 * others do is kept back until its end. So each step's lines come together, once, and in their order.
 */
export const inStepOrder = (tell: OnRunEvent): StepOrder => {
  const waiting = new Map<string, StepEvent[]>()
  let current: StepEvent | undefined

  const tellStep = (event: StepEvent): void => {
    current ??= event
    const key = keyOf(event)
    if (key !== keyOf(current)) {
      waiting.set(key, [...(waiting.get(key) ?? []), event])
      return
    }
    tell(event)
    if (!isLast(event)) return
    current = undefined
    tellNext()
  }
  const tellNext = (): void => {
    const next = waiting.entries().next().value
    if (!next) return
    waiting.delete(next[0])
    for (const kept of next[1]) tellStep(kept)
  }
  return {
    tell: (event) => (isStepEvent(event) ? tellStep(event) : tell(event)),
    leave: () => {
      while (current) {
        const { job, step } = current
        current = undefined
        tell({ kind: 'step-left', job, step })
        tellNext()
      }
    },
  }
}

import type { Approval, Job, Run, Step, StepLog } from '../contract/types.ts'

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
  | { readonly kind: 'approval'; readonly approval: Approval }
  | { readonly kind: 'trouble'; readonly message: string }

export type OnRunEvent = (event: RunEvent) => void

const keyOf = ({ job, step }: StepPlace) => `${job.id}/${step.index}`

type StepEvent = Extract<RunEvent, StepPlace>

const isStepEvent = (event: RunEvent): event is StepEvent => 'step' in event

/**
 * Tells the events of one step after another, though jobs run side by side: while one step is being told, what the
 * others do is kept back until its end. So each step's lines come together, once, and in their order.
 */
export const inStepOrder = (tell: OnRunEvent): OnRunEvent => {
  const waiting = new Map<string, StepEvent[]>()
  let current: string | undefined

  const tellStep = (event: StepEvent): void => {
    const key = keyOf(event)
    current ??= key
    if (key !== current) {
      waiting.set(key, [...(waiting.get(key) ?? []), event])
      return
    }
    tell(event)
    if (event.kind !== 'step-ended') return
    current = undefined
    const next = waiting.entries().next().value
    if (!next) return
    waiting.delete(next[0])
    for (const kept of next[1]) tellStep(kept)
  }
  return (event) => (isStepEvent(event) ? tellStep(event) : tell(event))
}

import { expect, test } from 'vitest'
import type { Job, Step, StepLog } from '../../src/contract/types.ts'
import { keepTails } from '../../src/core/log-tails.ts'
import type { RunEvent } from '../../src/core/run-events.ts'

const job = { id: 'deploy' } as Job
const aStep = (index: number, status = 'failed') => ({ index, name: `step ${index}`, status }) as Step
const line = (message: string) => ({ message }) as StepLog
const wrote = (step: Step, ...messages: string[]): RunEvent[] =>
  messages.map((message) => ({ kind: 'step-log', job, step, line: line(message) }))
const ended = (step: Step): RunEvent => ({ kind: 'step-ended', job, step })

const tailsOf = (...events: RunEvent[]) => {
  const told: RunEvent[] = []
  const { onEvent, tails } = keepTails((event) => told.push(event))
  for (const event of events) onEvent(event)
  expect(told).toEqual(events)
  return tails()
}

test('the last lines of a step that failed are kept, and it is known how many came before', () => {
  const step = aStep(0)
  const messages = Array.from({ length: 23 }, (_, index) => `line ${index}`)
  expect(tailsOf(...wrote(step, ...messages), ended(step))).toEqual([
    { jobId: 'deploy', step: 'step 0', lines: messages.slice(3).map(line), left: 3 },
  ])
})

test('those of other steps are not, nor of a step that wrote nothing', () => {
  const [well, mute] = [aStep(0, 'succeeded'), aStep(1)]
  expect(tailsOf(...wrote(well, 'fine'), ended(well), ended(mute))).toEqual([])
})

test('of many steps that fail, the first three are enough', () => {
  const steps = [0, 1, 2, 3].map((index) => aStep(index))
  const tails = tailsOf(...steps.flatMap((step) => wrote(step, 'no').concat(ended(step))))
  expect(tails.map(({ step }) => step)).toEqual(['step 0', 'step 1', 'step 2'])
})

import { type StepAction, textOf } from './action.ts'

export const createFail = (): StepAction => ({
  waits: false,
  start: (_call, inputs) => ({ kind: 'failed', message: textOf(inputs, 'message') ?? 'The step failed on purpose.' }),
})

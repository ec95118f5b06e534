import { requiredText, type StepAction } from './action.ts'

export const createLog = (): StepAction => ({
  waits: false,
  start: (call, inputs) => {
    call.log(requiredText(inputs, 'message'))
    return { kind: 'succeeded' }
  },
})

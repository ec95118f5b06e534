import type { Approvals } from '../../approvals/model.ts'
import { type StepCall, type StepInputs, textOf, waitingAction } from './action.ts'

export interface ApproveNeighbours {
  /** Throws 404 for an environment that the application does not have. */
  environment(place: { orgId: string; appId: string; envId: string }): { type: string }
  approvals: Pick<Approvals, 'ask' | 'cancel'>
}

interface State {
  approvalId: string
}

export const createApprove = (neighbours: ApproveNeighbours) => {
  const start = (call: StepCall, inputs: StepInputs) => {
    const { orgId, appId, run, jobId } = call
    const envId = textOf(inputs, 'env_id') ?? textOf(inputs, 'environment') ?? ''
    const { type } = neighbours.environment({ orgId, appId, envId })
    const message = textOf(inputs, 'message') ?? `Deploy to ${envId}?`
    const { id } = neighbours.approvals.ask({
      org_id: orgId,
      app_id: appId,
      pipeline_id: run.pipeline_id,
      run_id: run.id,
      job_id: jobId,
      env_id: envId,
      message,
    })
    call.relate({ env_id: envId, approval_id: id })
    call.log(`Asking for an approval: ${message}`)
    call.log(`Waiting for somebody who may deploy to ${envId} (environment type ${type})`)
    return {
      kind: 'waiting' as const,
      // Assumption: it is written as a deployment is, of which alone the form is documented.
      waitingFor: `application.pipeline.approval(${id})`,
      on: `approval/${id}`,
      state: { approvalId: id },
    }
  }

  return waitingAction<State>({
    start,
    resume: (call, state, signal) => {
      if (signal.kind !== 'approval') throw new Error(`approval '${state.approvalId}' was woken by ${signal.kind}`)
      const { approval, decidedBy } = signal
      if (approval.status === 'cancelled') return { kind: 'failed', message: `Cancelled by ${decidedBy}` }
      if (approval.status === 'denied') return { kind: 'failed', message: `Denied by ${decidedBy}` }
      call.log(`Approved by ${decidedBy}`)
      return { kind: 'succeeded' }
    },
    interrupted: ({ orgId, appId }, { approvalId }) => neighbours.approvals.cancel(orgId, appId, approvalId),
  })
}

import { firstOf } from '../../../first-of.ts'
import type { Cluster, DeploymentError } from '../../cluster/model.ts'
import type { Deployments, Place } from '../../deployments/model.ts'
import { type StepCall, type StepInputs, requiredText, textOf, waitingAction } from './action.ts'
import type { ApplyNeighbours } from './apply.ts'
import { type Line, narrate } from './narration.ts'

export interface DeployNeighbours extends ApplyNeighbours {
  deployments: Pick<Deployments, 'create' | 'errors'>
  cluster: Pick<Cluster, 'behaviour' | 'outcomeOf'>
  modulesOf(orgId: string, appId: string, setId: string): Record<string, unknown>
}

interface State {
  deploymentId: string
  /** What is still to be written, in order of time. */
  lines: Line[]
}

const wait = (state: State) => ({
  kind: 'waiting' as const,
  waitingFor: `application.environment.deployment(${state.deploymentId})`,
  on: `deployment/${state.deploymentId}`,
  ...(state.lines[0] ? { resumeAt: state.lines[0].at } : {}),
  state,
})

/** Writes what is due, and gives what is not. */
const writeDue = (call: StepCall, lines: readonly Line[]): Line[] => {
  for (const { at, message } of lines) if (at <= call.now) call.log(message)
  return lines.filter(({ at }) => at > call.now)
}

/** ASSUMPTION, in this one place: a run deploys in the mode that it was asked for. */
const modeOf = ({ inputs: { mode } }: StepCall['run']): { mode?: 'full' | 'incremental' } =>
  mode === 'full' || mode === 'incremental' ? { mode } : {}

const summaryOf = (errors: readonly DeploymentError[]) => {
  const named = errors.map(({ object_id, message }) => `${object_id}: ${message}`)
  return firstOf(named, 3, '; ')
}

export const createDeploy = (neighbours: DeployNeighbours) => {
  /**
   * A set that is what a delta makes of the environment's base right now is deployed as that delta, so that the
   * deployment names it and the delta counts as deployed.
   */
  const contentOf = (call: StepCall, place: Place, setId: string) => {
    const deltaId = call.deltaOf(setId, place.envId)
    if (deltaId === undefined) return { set_id: setId }
    const { orgId, appId } = call
    const asDelta = neighbours.applyDelta(orgId, appId, neighbours.baseSet(place), deltaId)
    return asDelta === setId ? { delta_id: deltaId } : { set_id: setId }
  }

  const start = (call: StepCall, inputs: StepInputs) => {
    const { orgId, appId, run, jobId, index } = call
    const setId = requiredText(inputs, 'set_id')
    const place = { orgId, appId, envId: requiredText(inputs, 'env_id') }
    const values = textOf(inputs, 'value_set_version_id')
    call.log(`Deploying set ${setId} to ${place.envId}`)
    const deployment = neighbours.deployments.create(
      place,
      {
        ...contentOf(call, place, setId),
        comment: textOf(inputs, 'message') ?? textOf(inputs, 'comment') ?? '',
        pipeline: { id: run.pipeline_id, run_id: run.id, job_id: jobId, step_index: index },
        ...(values ? { value_set_version_id: values } : {}),
        ...modeOf(run),
      },
      call.caller(),
    )
    const { id } = deployment
    call.relate({ env_id: place.envId, deployment_id: id, set_id: deployment.set_id })
    const modules = neighbours.modulesOf(orgId, appId, deployment.set_id)
    const count = Object.keys(modules).length
    call.log(`Created deployment ${id} of ${count} ${count === 1 ? 'workload' : 'workloads'}`)
    const lines = narrate({ id, envId: place.envId, modules, now: call.now }, neighbours.cluster)
    return wait({ deploymentId: id, lines: writeDue(call, lines) })
  }

  return waitingAction<State>({
    start,
    resume: (call, state, signal) => {
      const lines = writeDue(call, state.lines)
      if (signal.kind !== 'deployment') return wait({ ...state, lines })
      const { deployment, place } = signal
      if (deployment.status === 'succeeded') {
        call.log(`Deployment ${deployment.id} succeeded`)
        return { kind: 'succeeded', outputs: { deployment_id: deployment.id } }
      }
      const errors = neighbours.deployments.errors(place, deployment.id)
      for (const { object_id, message } of errors) call.log(`${object_id}: ${message}`, 'error')
      return { kind: 'failed', message: `Deployment ${deployment.id} failed: ${summaryOf(errors)}` }
    },
    interrupted: (call, { deploymentId }) =>
      call.log(`Deployment ${deploymentId} goes on, but nobody waits for it any more`, 'warning'),
  })
}

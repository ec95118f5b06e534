import type { Deployments, Place } from '../../deployments/model.ts'
import { requiredText, type StepCall, type StepResult, textOf, waitingAction } from './action.ts'

export interface ReadinessNeighbours {
  environment(place: Place): { last_deploy_id?: string }
  deployments: Pick<Deployments, 'find' | 'active' | 'readiness'>
}

interface State {
  envId: string
  minutes: number
  /** When the workloads must be ready at the latest, in milliseconds since the epoch. */
  until: number
  /** Why they are not ready, as it was written to the log last. */
  problem?: string
}

/** ASSUMPTION, in this one place: how long the step waits where it is not told. */
const defaultMinutes = 10

export const createWaitForReadiness = ({ environment, deployments }: ReadinessNeighbours) => {
  /** Why the workloads are not ready, and whether they still can be: only what was deployed can. */
  const inspect = (place: Place) => {
    const active = deployments.active(place)
    if (active) return { active, problem: `Deployment ${active.id} has not ended` }
    const { readyAt, problem } = deployments.readiness(place) ?? {}
    if (readyAt !== undefined) return { readyAt }
    const { last_deploy_id } = environment(place)
    const last = last_deploy_id === undefined ? undefined : deployments.find(place.orgId, place.appId, last_deploy_id)
    return { problem, isHopeless: last?.status !== 'succeeded' }
  }

  const look = (call: StepCall, state: State): StepResult<State> => {
    const { orgId, appId, now } = call
    const { envId, until, minutes } = state
    const { active, readyAt, problem, isHopeless = false } = inspect({ orgId, appId, envId })
    if (readyAt !== undefined && readyAt <= now) {
      call.log(`All workloads of ${envId} are ready`)
      return { kind: 'succeeded' }
    }
    const why = problem === undefined ? '' : `: ${problem}`
    if (isHopeless) return { kind: 'failed', message: `The workloads of ${envId} cannot become ready${why}` }
    if (now >= until) {
      return { kind: 'failed', message: `The workloads of ${envId} were not ready after ${minutes} minutes${why}` }
    }
    if (problem !== undefined && problem !== state.problem) call.log(`Not ready: ${problem}`, 'warning')
    return {
      kind: 'waiting',
      waitingFor: `application.environment.readiness(${envId})`,
      ...(active ? { on: `deployment/${active.id}` } : {}),
      resumeAt: Math.min(readyAt ?? until, until),
      state: { ...state, ...(problem === undefined ? {} : { problem }) },
    }
  }

  return waitingAction<State>({
    start: (call, inputs) => {
      const envId = requiredText(inputs, 'env_id')
      environment({ orgId: call.orgId, appId: call.appId, envId })
      call.relate({ env_id: envId })
      const minutes = Number(textOf(inputs, 'timeout_minutes') ?? defaultMinutes)
      if (!(minutes > 0)) return { kind: 'failed', message: 'timeout_minutes must be more than 0' }
      call.log(`Waiting until all workloads of ${envId} are ready, for ${minutes} minutes at most`)
      return look(call, { envId, minutes, until: call.now + minutes * 60_000 })
    },
    resume: look,
  })
}

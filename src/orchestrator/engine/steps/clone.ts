import type { Deployment, Deployments, Place } from '../../deployments/model.ts'
import { requiredText, type StepAction, type StepCall, textOf } from './action.ts'

export interface CloneNeighbours {
  /** Throws 404 for an environment that the application does not have. */
  environment(place: Place): { last_deploy_id?: string }
  deployments: Pick<Deployments, 'find'>
}

export const createClone = ({ environment, deployments }: CloneNeighbours): StepAction => {
  /** The deployment whose set is taken, or why there is none. */
  const sourceOf = ({ orgId, appId }: StepCall, fromId: string, given: string | undefined): Deployment | string => {
    const { last_deploy_id } = environment({ orgId, appId, envId: fromId })
    const id = given ?? last_deploy_id
    if (id === undefined) return `Nothing was ever deployed to '${fromId}', so there is nothing to clone`
    const found = deployments.find(orgId, appId, id)
    return found?.env_id === fromId ? found : `Deployment '${id}' does not exist in environment '${fromId}'`
  }

  return {
    waits: false,
    start: (call, inputs) => {
      const { orgId, appId } = call
      const fromId = requiredText(inputs, 'from_env_id')
      const toId = requiredText(inputs, 'to_env_id')
      environment({ orgId, appId, envId: toId })
      const source = sourceOf(call, fromId, textOf(inputs, 'from_deployment_id'))
      if (typeof source === 'string') return { kind: 'failed', message: source }
      const { id, set_id, status } = source
      if (status !== 'succeeded') call.log(`Deployment ${id} has not succeeded: it is ${status}`, 'warning')
      call.relate({ env_id: toId, set_id })
      call.log(`Took set ${set_id} of deployment ${id} to ${fromId}, for ${toId}`)
      return { kind: 'succeeded', outputs: { set_id } }
    },
  }
}

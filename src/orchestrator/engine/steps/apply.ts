import { requiredText, type StepAction } from './action.ts'

export interface ApplyNeighbours {
  /** The set that the environment's next deployment builds on; throws 404 without the environment. */
  baseSet(place: { orgId: string; appId: string; envId: string }): string
  /** The set that a delta makes of another; throws 400 when it does not fit. */
  applyDelta(orgId: string, appId: string, setId: string, deltaId: string): string
}

export const createApply = (neighbours: ApplyNeighbours): StepAction => ({
  waits: false,
  start: (call, inputs) => {
    const { orgId, appId } = call
    const envId = requiredText(inputs, 'env_id')
    const deltaId = requiredText(inputs, 'delta_id')
    const base = neighbours.baseSet({ orgId, appId, envId })
    call.log(`Applying delta ${deltaId} to set ${base}, which ${envId} builds on`)
    const setId = neighbours.applyDelta(orgId, appId, base, deltaId)
    call.relate({ env_id: envId, delta_id: deltaId, set_id: setId })
    call.log(`Created set ${setId}`)
    return { kind: 'succeeded', outputs: { set_id: setId } }
  },
})

import { isObject } from '../sets/json.ts'
import type { Change } from '../sets/plan.ts'
import type { Json } from '../sets/types.ts'
import type { Unsettled } from '../core/plan.ts'
import type { PlanReport } from './plan.ts'

const isText = (value: Json | undefined): value is string => typeof value === 'string'

const unsettled: readonly Unsettled[] = ['never-deployed', 'rebased', 'last-deployment-failed']

const readChange = (value: Json): Change | undefined => {
  if (!isObject(value)) return undefined
  const { scope, module, path, kind, before, after } = value
  if ((scope !== 'module' && scope !== 'shared') || !isText(module) || !isText(path)) return undefined
  if (kind !== 'added' && kind !== 'removed' && kind !== 'changed') return undefined
  const sides = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  return { scope, module, path, kind, ...sides }
}

const readSide = (value: Json | undefined) => {
  const { deployment, set } = isObject(value) ? value : {}
  return (deployment === null || isText(deployment)) && isText(set) ? { deployment, set } : undefined
}

/** The plan in a file that `create-delta` has written; undefined for anything else. */
export const readPlan = (json: unknown): PlanReport | undefined => {
  const file = json as Json
  if (!isObject(file)) return undefined
  const { env, delta, target, empty } = file
  const [base, current] = [readSide(file['base']), readSide(file['current'])]
  const set = isObject(target) ? target['set'] : undefined
  const changes = Array.isArray(file['changes']) ? file['changes'].map((change: Json) => readChange(change)) : undefined
  if (!isText(env) || !base || !current || !isText(set) || typeof empty !== 'boolean' || !changes) return undefined
  if (!changes.every((change) => change !== undefined)) return undefined
  const reason = unsettled.find((each) => each === file['unsettled'])
  const plan = { env, base, current, target: { set }, ...(reason && { unsettled: reason }), empty, changes }
  return { plan, deltaId: isText(delta) ? delta : undefined }
}

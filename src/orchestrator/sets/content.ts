import type { components } from '../../contract/schema.ts'
import { isObject, ownValue } from '../../sets/json.ts'
import { normaliseDelta, normaliseSet } from '../../sets/normalise.ts'
import { describeProblem, type Result } from '../../sets/problem.ts'
import type { Delta, DeploymentSet, Json, JsonObject, Module } from '../../sets/types.ts'
import { checkDepth } from '../depth.ts'
import { badRequest } from '../errors.ts'

type PlainDelta = components['schemas']['PlainDeltaResponse']
type SetContent = Pick<components['schemas']['SetResponse'], 'modules' | 'shared'>

/** What the parts of a module are when nobody says (assumption): requests may leave them out, answers have them all. */
const defaultProfile = 'humanitec/default-module'
const defaultDeploy = { when: 'deploy', success: 'deploy', timeout: 300 }

/** The value of a result, or 400 naming module, path and reason after `complaint`. */
export const valueOf = <Value>(result: Result<Value>, complaint: string): Value => {
  if (result.ok) return result.value
  throw badRequest(`${complaint}: ${describeProblem(result.problem)}.`, { ...result.problem })
}

const kinds = {
  'an object': isObject,
  text: (value: Json) => typeof value === 'string',
  'a whole number': Number.isInteger,
}
type Kind = keyof typeof kinds

/** A part of a module, or what stands for it while it is null or missing; 400 when it is of another kind. */
const readPart = (id: string, path: string, { kind, value }: { kind: Kind; value: Json | undefined }) => {
  if (value === undefined || value === null) return undefined
  if (kinds[kind](value)) return value
  const reason = `must be ${kind}`
  throw badRequest(`Module '${id}' is malformed: ${path} ${reason}.`, { module: id, path, reason })
}

const completeDeploy = (id: string, deploy: JsonObject): JsonObject => {
  const part = (kind: Kind, key: keyof typeof defaultDeploy) =>
    readPart(id, `/deploy/${key}`, { kind, value: ownValue(deploy, key) }) ?? defaultDeploy[key]
  return {
    ...deploy,
    when: part('text', 'when'),
    success: part('text', 'success'),
    timeout: part('a whole number', 'timeout'),
  }
}

const completeModule = (id: string, module: Module): Module => {
  const part = (kind: Kind, key: string) => readPart(id, `/${key}`, { kind, value: ownValue(module, key) })
  const { deploy: _, ...rest } = module
  const deploy = part('an object', 'deploy')
  return {
    ...rest,
    profile: part('text', 'profile') ?? defaultProfile,
    spec: part('an object', 'spec') ?? {},
    externals: part('an object', 'externals') ?? {},
    ...(deploy === undefined ? {} : { deploy: completeDeploy(id, deploy as JsonObject) }),
  }
}

const completeModules = <M extends Module | null>(modules: Readonly<Record<string, M>>): Record<string, M> =>
  Object.fromEntries(
    Object.entries<Module | null>(modules).map(([id, module]) => [id, module && completeModule(id, module)]),
  ) as Record<string, M>

/** Whole modules of a delta become complete at once, so that what is shown is what will be deployed. */
export const completeDelta = (delta: Delta): Delta => {
  checkDepth('The delta', delta)
  return { ...delta, modules: { ...delta.modules, add: completeModules(delta.modules.add) } }
}

/** Of equal sets only one is stored: they are completed before they get their id. */
export const completeSet = (set: DeploymentSet): DeploymentSet => {
  checkDepth('The set', set)
  return { ...set, modules: completeModules(set.modules) }
}

/** Throws 400 for a body that is no delta. */
export const readDelta = (body: unknown): Delta =>
  completeDelta(valueOf(normaliseDelta(body), 'The delta is malformed'))

/** Throws 400 for what is no content of a set. */
export const readSet = (body: unknown): DeploymentSet =>
  completeSet(valueOf(normaliseSet(body), 'The set is malformed'))

// Complete modules are the contract's; the algebra's types only know that they are JSON.
export const toPlainDelta = ({ modules, shared }: Delta): PlainDelta => ({ modules, shared }) as unknown as PlainDelta
export const toSetContent = ({ modules, shared }: DeploymentSet) => ({ modules, shared }) as unknown as SetContent

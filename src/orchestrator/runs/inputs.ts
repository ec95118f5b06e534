import type { components } from '../../contract/schema.ts'
import { firstOf } from '../../first-of.ts'
import type { Deployment } from '../deployments/model.ts'
import type { InputDefinition, InputKind } from '../engine/definition/definition.ts'
import { isInputOfType } from '../engine/definition/checks.ts'
import type { Value } from '../engine/expressions/values.ts'
import { badRequest, unprocessable } from '../errors.ts'

export type DeploymentRequest = components['schemas']['PipelineRunCreateByTriggerCriteriaBody']
export type Inputs = Record<string, Value>

export interface DeploymentInputs {
  envId: string
  /** What the criteria of pipelines tell apart: only what repeats a deployment is a `re-deploy`. */
  deploymentType: 'deploy' | 're-deploy'
  inputs: Inputs
}

export interface DeploymentInputNeighbours {
  environmentExists(envId: string): boolean
  deployment(id: string): Deployment | undefined
  /** Throws 400 for a set that the application does not have. */
  requireSet(id: string): void
  hasDelta(id: string): boolean
  /** Whether an environment has a version of the shared values. */
  hasValues(envId: string, versionId: string): boolean
  /** The set that the environment's next deployment builds on. */
  baseSet(envId: string): string
}

const sources = ['delta_id', 'set_id', 'deployment_id'] as const

const environmentOf = ({ env_id, environment }: DeploymentRequest): string => {
  if (env_id !== undefined && environment !== undefined && env_id !== environment) {
    throw badRequest(`env_id '${env_id}' and its old name environment '${environment}' contradict each other.`)
  }
  const id = env_id ?? environment
  if (!id) throw badRequest('env_id is missing: it says where to deploy.')
  return id
}

/**
 * The inputs of a run that a request to deploy starts; 400 for what contradicts itself or does not exist.
 * A deployment that is repeated brings its set and its value set version; a request that names nothing to deploy
 * brings the set that the environment builds on.
 */
export const readDeploymentInputs = (
  request: DeploymentRequest,
  neighbours: DeploymentInputNeighbours,
): DeploymentInputs => {
  const envId = environmentOf(request)
  const { delta_id, set_id, deployment_id, value_set_version_id, comment = '', mode } = request
  const given = sources.filter((name) => request[name])
  if (given.length > 1) throw badRequest(`${given.join(' and ')} exclude each other: give one of them.`)
  if (value_set_version_id && !delta_id && !set_id) {
    throw badRequest('value_set_version_id goes with delta_id or set_id only.')
  }
  if (!neighbours.environmentExists(envId)) throw badRequest(`Environment '${envId}' does not exist.`)
  const deployment = deployment_id ? neighbours.deployment(deployment_id) : undefined
  if (deployment_id && !deployment) throw badRequest(`Deployment '${deployment_id}' does not exist.`)
  if (delta_id && !neighbours.hasDelta(delta_id)) throw badRequest(`Delta '${delta_id}' does not exist.`)
  if (set_id) neighbours.requireSet(set_id)

  const values = deployment ? deployment.value_set_version_id : value_set_version_id
  const hasValues = values ? neighbours.hasValues(envId, values) : false
  if (value_set_version_id && !hasValues) {
    throw badRequest(`value_set_version_id '${value_set_version_id}' is not a version that '${envId}' has.`)
  }
  const set = deployment?.set_id ?? (delta_id ? undefined : set_id || neighbours.baseSet(envId))
  const inputs: Inputs = {
    env_id: envId,
    comment,
    ...(delta_id ? { delta_id } : {}),
    ...(deployment ? { deployment_id: deployment.id } : {}),
    ...(set ? { set_id: set } : {}),
    // Assumption: what another environment has of its own does not come along with its deployment.
    ...(values && hasValues ? { value_set_version_id: values } : {}),
    ...(mode ? { mode } : {}),
  }
  return { envId, deploymentType: deployment ? 're-deploy' : 'deploy', inputs }
}

const kindOf = (value: Value): InputKind | 'null' => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as InputKind
}

const mostProblems = 20

/**
 * The inputs of a call, with defaults; 422 that names what is missing, unknown or of the wrong type
 * (assumption: 400 is documented as well, and not which is for what).
 */
export const readCallInputs = (given: Inputs, declared: Readonly<Record<string, InputDefinition>>): Inputs => {
  const problems: string[] = []
  const inputs: Inputs = {}
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name)) problems.push(`input '${name}' is not one of the pipeline`)
  }
  for (const [name, { type, required, default: fallback }] of Object.entries(declared)) {
    const own = Object.hasOwn(given, name) ? given[name] : undefined
    const value = own ?? fallback ?? null
    if (value === null) {
      if (required) problems.push(`input '${name}' is missing`)
    } else if (isInputOfType(value, type)) inputs[name] = value
    else problems.push(`input '${name}' must be of type ${type}, not ${kindOf(value)}`)
  }
  if (problems.length === 0) return inputs
  throw unprocessable(`The inputs do not fit the pipeline: ${firstOf(problems, mostProblems, '; ')}.`, {
    problems: problems.slice(0, mostProblems),
  })
}

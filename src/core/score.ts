import { hasStatus, requireBody } from '../client/index.ts'
import type { ScoreConversion } from '../contract/types.ts'
import { type ApiError, InputError, NetworkError } from '../errors.ts'
import { emptyDelta } from '../sets/delta.ts'
import { isObject, jsonEqual, ownValue } from '../sets/json.ts'
import { normaliseSet } from '../sets/normalise.ts'
import { printPointer } from '../sets/pointer.ts'
import { describeProblem } from '../sets/problem.ts'
import type { Delta, DeploymentSet, Json } from '../sets/types.ts'
import type { OrganizationApi } from './application.ts'
import { concurrently } from './concurrently.ts'

/** One workload in Score. */
export interface ScoreWorkload {
  /** As the input names it, for messages. */
  readonly file: string
  readonly conversion: ScoreConversion
}

/** What a workload in Score makes of a set. */
export interface ConvertedScore {
  readonly file: string
  readonly delta: Delta
}

/** The conversion stores nothing: how many at once is a matter of not being limited by the server. */
const atOnce = 4

const convertPath = '/orgs/{orgId}/artefact-versions/convert-score'

const refused = (file: string, { message }: ApiError, cause: unknown) => {
  // Without the request, which the reader of a workflow has not written.
  const said = message.replace(/^POST \S+ failed: 400 /, '').replace(/\.$/, '')
  return new InputError(`Score file '${file}' (input 'score') cannot be converted: ${said}.`, { cause })
}

const convert = async (api: OrganizationApi, { file, conversion }: ScoreWorkload): Promise<DeploymentSet> => {
  const answer = await api.client
    .post(convertPath, { path: { orgId: api.orgId }, body: conversion, changesNothing: true })
    .catch((cause: unknown) => {
      throw hasStatus(cause, 400, 422) ? refused(file, cause, cause) : cause
    })
  const set = normaliseSet(requireBody(answer))
  if (set.ok) return set.value
  const what = `The conversion of Score file '${file}' was answered, but not with a set`
  throw new NetworkError(`${what}: ${describeProblem(set.problem)}`, { sent: true, retryable: false })
}

const toDelta = ({ modules, shared }: DeploymentSet): Delta => ({
  modules: { ...emptyDelta.modules, add: modules },
  shared: Object.entries(shared).map(([name, value]) => ({ op: 'add', path: printPointer([name]), value })),
})

/** What files say of one and the same thing has to be the same: the last one would win without a word. */
const checkTogether = (sets: readonly { file: string; set: DeploymentSet }[]) => {
  const workloads = new Map<string, string>()
  const resources = new Map<string, { file: string; value: Json }>()
  for (const { file, set } of sets) {
    for (const name of Object.keys(set.modules)) {
      const other = workloads.get(name)
      if (other !== undefined) {
        throw new InputError(`Input 'score' has '${other}' and '${file}', which both describe workload '${name}'.`)
      }
      workloads.set(name, file)
    }
    for (const [name, value] of Object.entries(set.shared)) {
      const other = resources.get(name)
      if (other && !jsonEqual(other.value, value)) {
        throw new InputError(
          `Input 'score' has '${other.file}' and '${file}', which describe the shared resource '${name}' differently. ` +
            'Give it the same type, class and parameters in both, or another id in one of them.',
        )
      }
      resources.set(name, { file, value })
    }
  }
}

/** Has the server convert the workloads, and gives a delta for each. `InputError` for what is no Score. */
export const convertScores = async (
  api: OrganizationApi,
  workloads: readonly ScoreWorkload[],
): Promise<ConvertedScore[]> => {
  const sets = await concurrently(workloads, atOnce, async (workload) => ({
    file: workload.file,
    set: await convert(api, workload),
  }))
  checkTogether(sets)
  return sets.map(({ file, set }) => ({ file, delta: toDelta(set) }))
}

/** Throws `InputError` where a container of these workloads is still without the image that is built later. */
export const checkImages = (scores: readonly ConvertedScore[], { modules }: DeploymentSet) => {
  for (const { file, delta } of scores) {
    for (const workload of Object.keys(delta.modules.add)) {
      const spec = ownValue(ownValue(modules, workload) ?? {}, 'spec')
      const containers = isObject(spec) ? ownValue(spec, 'containers') : undefined
      for (const [name, container] of Object.entries(isObject(containers) ? containers : {})) {
        const image = isObject(container) ? ownValue(container, 'image') : undefined
        if (image !== undefined && image !== '.') continue
        throw new InputError(
          `Score file '${file}' leaves the image of container '${name}' to be filled in. Give it in the input ` +
            `'score-image', or in 'images' as ${workload}/${name}=IMAGE.`,
        )
      }
    }
  }
}

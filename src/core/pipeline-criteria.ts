import { hasStatus, isUnknownEffect } from '../client/index.ts'
import type { PipelineCriteria, PipelineCriteriaRequest } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'

/** Which requests to deploy a pipeline answers; what is absent fits all. */
export interface Criterion {
  readonly envId?: string | undefined
  readonly envType?: string | undefined
  readonly deploymentType?: 'deploy' | 're-deploy' | undefined
}

/** Pipeline id → what its criteria shall be. Pipelines that are not in it keep theirs. */
export type WantedCriteria = ReadonlyMap<string, readonly Criterion[]>

export interface AddedCriterion {
  readonly pipelineId: string
  readonly criterion: Criterion
  /** Of another of the pipelines, which gives it up for this one. */
  readonly from?: RemovedCriterion
}

export interface RemovedCriterion {
  readonly pipelineId: string
  readonly id: string
  readonly criterion: Criterion
}

export interface CriteriaPlan {
  readonly add: readonly AddedCriterion[]
  /** Those that no other pipeline takes over. */
  readonly remove: readonly RemovedCriterion[]
  /** What cannot be done, since a pipeline that is not to be changed holds the same. */
  readonly conflicts: readonly { readonly pipelineId: string; readonly message: string }[]
}

const orAny = (value: string | undefined) => (value === '*' || value === '' ? undefined : value)

const toCriterion = ({ env_id, env_type, deployment_type }: PipelineCriteria): Criterion => ({
  envId: orAny(env_id),
  envType: orAny(env_type),
  deploymentType: deployment_type === 'redeploy' ? 're-deploy' : deployment_type,
})

/** Equal for criteria that fit the same requests. */
export const criterionKey = ({ envId, envType, deploymentType }: Criterion): string =>
  JSON.stringify([envId ?? '', envType ?? '', deploymentType ?? ''])

/** `environment 'production', re-deploy`. */
export const describeCriterion = ({ envId, envType, deploymentType }: Criterion): string => {
  const parts = [
    ...(envId === undefined ? [] : [`environment '${envId}'`]),
    ...(envType === undefined ? [] : [`environment type '${envType}'`]),
    ...(deploymentType === undefined ? [] : [`only ${deploymentType}`]),
  ]
  return parts.length === 0 ? 'every environment' : parts.join(', ')
}

const listPath = '/orgs/{orgId}/apps/{appId}/pipeline-criteria'
const criteriaPath = '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/criteria'
const onePath = `${criteriaPath}/{criteriaId}` as const

/** Every criterion of the application. */
export const listCriteria = async ({ client, orgId, appId }: ApplicationApi): Promise<RemovedCriterion[]> => {
  const found: RemovedCriterion[] = []
  for await (const each of client.pages(listPath, { path: { orgId, appId } })) {
    found.push({ pipelineId: each.pipeline_id, id: each.id, criterion: toCriterion(each) })
  }
  return found
}

/** What it takes to get from the present criteria to the wanted ones. */
export const planCriteria = (wanted: WantedCriteria, present: readonly RemovedCriterion[]): CriteriaPlan => {
  const holders = new Map(present.map((each) => [criterionKey(each.criterion), each]))
  const wantedKeys = new Map([...wanted].map(([id, criteria]) => [id, new Set(criteria.map(criterionKey))]))
  const isSurplus = ({ pipelineId, criterion }: RemovedCriterion) =>
    wantedKeys.get(pipelineId)?.has(criterionKey(criterion)) === false
  const add: AddedCriterion[] = []
  const conflicts: CriteriaPlan['conflicts'][number][] = []
  const handedOver = new Set<string>()
  for (const [pipelineId, criteria] of wanted) {
    for (const criterion of criteria) {
      const holder = holders.get(criterionKey(criterion))
      if (holder?.pipelineId === pipelineId) continue
      if (!holder) add.push({ pipelineId, criterion })
      else if (isSurplus(holder)) {
        handedOver.add(holder.id)
        add.push({ pipelineId, criterion, from: holder })
      } else {
        const what = `Pipeline '${holder.pipelineId}' has the criteria for ${describeCriterion(criterion)}`
        const message = `${what} already, so '${pipelineId}' cannot have them too. Take them from it first`
        conflicts.push({ pipelineId, message })
      }
    }
  }
  return { add, conflicts, remove: present.filter((each) => isSurplus(each) && !handedOver.has(each.id)) }
}

/** Removes a criterion; one that is gone already is no matter. */
export const removeCriterion = async (
  { client, orgId, appId }: ApplicationApi,
  { pipelineId, id }: RemovedCriterion,
): Promise<void> => {
  const path = { orgId, appId, pipelineId, criteriaId: id }
  await client.delete(onePath, { path }).catch((error: unknown) => {
    if (!hasStatus(error, 404)) throw error
  })
}

const toRequest = ({ envId, envType, deploymentType }: Criterion): PipelineCriteriaRequest => ({
  trigger: 'deployment_request',
  ...(envId === undefined ? {} : { env_id: envId }),
  ...(envType === undefined ? {} : { env_type: envType }),
  ...(deploymentType === undefined ? {} : { deployment_type: deploymentType }),
})

/** Adds a criterion. One that a lost answer has left behind is found, since no two may be the same. */
export const addCriterion = async (
  api: ApplicationApi,
  { pipelineId, criterion, from }: AddedCriterion,
): Promise<void> => {
  const { client, orgId, appId } = api
  const path = { orgId, appId, pipelineId }
  const send = () => client.post(criteriaPath, { path, body: toRequest(criterion) })
  if (from) await removeCriterion(api, from)
  /** How an attempt went whose effect is not known: no later refusal makes good for it. */
  let lost: unknown
  try {
    await send().catch((error: unknown) => {
      if (api.signal?.aborted || !isUnknownEffect(error)) throw error
      lost = error
      return send()
    })
  } catch (error) {
    if (!hasStatus(error, 409)) throw lost ?? error
    const present = await listCriteria(api).catch((cause: unknown) => {
      throw lost ?? cause
    })
    const key = criterionKey(criterion)
    if (!present.some((each) => each.pipelineId === pipelineId && criterionKey(each.criterion) === key)) throw error
  }
}

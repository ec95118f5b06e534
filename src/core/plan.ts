import type { Deployment } from '../contract/types.ts'
import { NetworkError } from '../errors.ts'
import { emptySet } from '../sets/delta.ts'
import { hashSet, isEmptySetId } from '../sets/hash.ts'
import { normaliseSet } from '../sets/normalise.ts'
import { type Change, planChanges } from '../sets/plan.ts'
import { describeProblem } from '../sets/problem.ts'
import type { DeploymentSet } from '../sets/types.ts'
import type { ApplicationApi } from './application.ts'
import { getEnvironment } from './environment.ts'

/** A deployment and the set that it brought; null where there has been none, with the id of the empty set. */
interface PlanSide {
  readonly deployment: string | null
  readonly set: string
}

/** Why a deployment is worth while even if no property changes. */
export type Unsettled = 'never-deployed' | 'rebased' | 'last-deployment-failed'

/** What will be different in an environment. */
export interface Plan {
  readonly env: string
  /** What the delta is built on: `from_deploy`. */
  readonly base: PlanSide
  /** What runs there now, which the changes are counted from: `last_deploy`. */
  readonly current: PlanSide
  readonly target: { readonly set: string }
  readonly unsettled?: Unsettled
  /** No property changes, and what runs is what the environment builds on: there is nothing to deploy. */
  readonly empty: boolean
  readonly changes: readonly Change[]
}

/** An environment's content: what the next deployment builds on, and what runs. */
export interface EnvironmentContent {
  readonly env: string
  readonly base: PlanSide & { readonly content: DeploymentSet }
  readonly current: PlanSide & { readonly content: DeploymentSet }
  readonly unsettled: Unsettled | undefined
}

export const getSet = async ({ client, orgId, appId }: ApplicationApi, setId: string): Promise<DeploymentSet> => {
  if (isEmptySetId(setId)) return emptySet
  const path = { orgId, appId, setId }
  const { body, ...answer } = await client.get('/orgs/{orgId}/apps/{appId}/sets/{setId}', { path })
  const set = normaliseSet(body)
  if (set.ok) return set.value
  const what = `${answer.method} ${answer.path} was answered ${answer.status}, but not with a set`
  throw new NetworkError(`${what}: ${describeProblem(set.problem)}`, { sent: true, retryable: false })
}

const sideOf = (deployment: Deployment | undefined): PlanSide =>
  deployment ? { deployment: deployment.id, set: deployment.set_id } : { deployment: null, set: hashSet(emptySet) }

const unsettledBy = (from: Deployment | undefined, last: Deployment | undefined): Unsettled | undefined => {
  if (!last) return 'never-deployed'
  if (from?.id !== last.id) return 'rebased'
  // Its set is not what runs, or not all of it: the same set again is what makes it so.
  return last.status === 'failed' ? 'last-deployment-failed' : undefined
}

/** Two requests, or three where what runs is another set than the next deployment builds on. */
export const readContent = async (api: ApplicationApi, envId: string): Promise<EnvironmentContent> => {
  const { from_deploy, last_deploy } = await getEnvironment(api, envId)
  const base = sideOf(from_deploy)
  const current = sideOf(last_deploy)
  const baseContent = getSet(api, base.set)
  const isSame = current.set === base.set
  const [content, currentContent] = await Promise.all([baseContent, isSame ? baseContent : getSet(api, current.set)])
  return {
    env: envId,
    base: { ...base, content },
    current: { ...current, content: currentContent },
    unsettled: unsettledBy(from_deploy, last_deploy),
  }
}

/** What deploying `target` changes. */
export const planOf = ({ env, base, current, unsettled }: EnvironmentContent, target: DeploymentSet): Plan => {
  const changes = planChanges(current.content, target)
  const hash = hashSet(target)
  // Ids are the server's to make: where the content is known to be the same, so is the id.
  const same = [base, current].find(({ content }) => hashSet(content) === hash)
  return {
    env,
    base: { deployment: base.deployment, set: base.set },
    current: { deployment: current.deployment, set: current.set },
    target: { set: same?.set ?? hash },
    ...(unsettled !== undefined && { unsettled }),
    empty: changes.length === 0 && unsettled === undefined,
    changes,
  }
}

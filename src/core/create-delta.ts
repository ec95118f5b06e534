import { InputError } from '../errors.ts'
import { applyDelta } from '../sets/apply.ts'
import { emptyDelta, isEmptyDelta } from '../sets/delta.ts'
import { jsonEqual, sortedKeys } from '../sets/json.ts'
import { mergeDeltas } from '../sets/merge.ts'
import { describeProblem } from '../sets/problem.ts'
import type { Delta, DeploymentSet, Json } from '../sets/types.ts'
import type { ApplicationApi } from './application.ts'
import { imageDelta, type ImageRequest, listNames } from './image-changes.ts'
import { type EnvironmentContent, type Plan, planOf, readContent } from './plan.ts'
import { type Promotion, promotionDelta, readPromotion } from './promotion.ts'
import { checkImages, type ConvertedScore, convertScores, type ScoreWorkload } from './score.ts'
import { getOpenDelta, patchDelta, postDelta } from './write-delta.ts'

export interface DeltaWishes {
  readonly envId: string
  /** Of a delta that is made; a mark is added, by which it can be told from others. */
  readonly name: string
  /** The delta to extend. */
  readonly deltaId: string | undefined
  /** The environment to promote from, another one than `envId`. */
  readonly fromEnvId: string | undefined
  /** After what is promoted. */
  readonly score: readonly ScoreWorkload[]
  /** Then these, in this order, each under the name of the input that it came by; then `remove`, then `images`. */
  readonly deltas: readonly Part[]
  /** Ids of workloads; of those that do not exist, nothing is left to do. */
  readonly remove: readonly string[]
  readonly images: readonly ImageRequest[]
}

export interface DeltaResult {
  /** Undefined where nothing would change, so that none was made. */
  readonly deltaId: string | undefined
  readonly plan: Plan
  readonly promotion: Promotion | undefined
  /** What may not be meant so, in sentences. */
  readonly warnings: readonly string[]
}

/** One part of a delta, under the name of the input that it came by. */
interface Part {
  readonly input: string
  readonly delta: Delta
}

/** A delta that grows part by part, and what it makes of the set that it is built on. */
interface Draft {
  readonly delta: Delta
  readonly set: DeploymentSet
  readonly parts: readonly Delta[]
}

const describeBase = ({ env, base }: EnvironmentContent) =>
  base.deployment === null
    ? `environment '${env}', which has nothing to build on yet,`
    : `the set that environment '${env}' builds on (deployment ${base.deployment})`

const beginDraft = (content: EnvironmentContent, stored: Delta | undefined, deltaId: string | undefined): Draft => {
  const delta = stored ?? emptyDelta
  const applied = applyDelta(content.base.content, delta)
  if (applied.ok) return { delta, set: applied.value, parts: [] }
  throw new InputError(
    `Delta '${deltaId}' (input 'delta-id') does not fit ${describeBase(content)} as it is: ` +
      `${describeProblem(applied.problem)}. Leave 'delta-id' out to have a new one made.`,
  )
}

const addPart = (draft: Draft, content: EnvironmentContent, input: string, part: Delta): Draft => {
  if (isEmptyDelta(part)) return draft
  const merged = mergeDeltas(draft.delta, [part])
  const applied = merged.ok ? applyDelta(content.base.content, merged.value) : merged
  if (merged.ok && applied.ok) return { delta: merged.value, set: applied.value, parts: [...draft.parts, part] }
  const problem = applied.ok ? '' : describeProblem(applied.problem)
  throw new InputError(`Input '${input}' cannot be applied to ${describeBase(content)}: ${problem}.`)
}

const removalOf = (ids: readonly string[]): Delta => ({
  ...emptyDelta,
  modules: { ...emptyDelta.modules, remove: [...new Set(ids)] },
})

/** What the wishes make, part by part, of a stored delta or of none. */
interface Origin {
  readonly content: EnvironmentContent
  readonly stored: Delta | undefined
  readonly parts: readonly Part[]
  readonly scores: readonly ConvertedScore[]
}

/** Throws `InputError` for what cannot be done to the set. */
const draftOf = ({ content, stored, parts, scores }: Origin, wishes: DeltaWishes) => {
  const warnings: string[] = []
  let draft = beginDraft(content, stored, wishes.deltaId)
  for (const { input, delta } of parts) draft = addPart(draft, content, input, delta)

  const { modules } = draft.set
  const missing = wishes.remove.filter((id) => !Object.hasOwn(modules, id))
  if (missing.length > 0) {
    const there = listNames(sortedKeys(modules))
    warnings.push(`Input 'remove' names what is not there (any more): ${listNames(missing)}. The workloads: ${there}.`)
  }
  const removed = wishes.remove.filter((id) => Object.hasOwn(modules, id))
  draft = addPart(draft, content, 'remove', removalOf(removed))
  draft = addPart(draft, content, 'images', imageDelta(draft.set, wishes.images, describeBase(content)))
  checkImages(scores, draft.set)
  return { draft, warnings }
}

/** With what the server stored, if it said so: it may have filled in what whole modules left out. */
const finalPlan = (content: EnvironmentContent, { set }: Draft, stored: Delta | undefined): Plan => {
  const applied = stored && applyDelta(content.base.content, stored)
  return planOf(content, applied?.ok ? applied.value : set)
}

/**
 * Makes a delta for an environment, or extends one, and plans what deploying it will change. Everything is tried on
 * the sets before anything is sent; where nothing would change, nothing is.
 */
export const createDelta = async (api: ApplicationApi, wishes: DeltaWishes): Promise<DeltaResult> => {
  const { envId, name, deltaId, fromEnvId } = wishes
  const stored = deltaId === undefined ? undefined : await getOpenDelta(api, deltaId)
  const [content, promotion, scores] = await Promise.all([
    readContent(api, envId),
    fromEnvId === undefined ? undefined : readPromotion(api, fromEnvId),
    convertScores(api, wishes.score),
  ])
  const promoted = promotion ? [{ input: 'from-env', delta: await promotionDelta(api, promotion, content) }] : []
  const scored = scores.map(({ delta }) => ({ input: 'score', delta }))
  const parts = [...promoted, ...scored, ...wishes.deltas]
  const { draft, warnings } = draftOf({ content, stored: stored?.delta, parts, scores }, wishes)
  if (stored?.envId !== undefined && stored.envId !== envId) {
    warnings.push(`Delta '${deltaId}' was made for environment '${stored.envId}'; the plan is for '${envId}'.`)
  }
  if (stored && deltaId !== undefined) {
    const isChanged = !jsonEqual(stored.delta as unknown as Json, draft.delta as unknown as Json)
    const changes = { deltaId, parts: draft.parts, expected: draft.delta }
    const written = isChanged ? await patchDelta(api, changes) : undefined
    return { deltaId, plan: finalPlan(content, draft, written?.content), promotion, warnings }
  }
  const plan = planOf(content, draft.set)
  if (plan.empty) return { deltaId: undefined, plan, promotion, warnings }
  const { id, content: made } = await postDelta(api, { envId, name, delta: draft.delta })
  return { deltaId: id, plan: made ? finalPlan(content, draft, made) : plan, promotion, warnings }
}

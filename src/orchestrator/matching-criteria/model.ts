import type { components } from '../../contract/schema.ts'
import { conflict, HttpError, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Claim } from '../resources/claim.ts'
import { bestMatch, type Context, isSameRule, type Rule } from './match.ts'

type Criteria = components['schemas']['MatchingCriteriaResponse']
type CriteriaRequest = components['schemas']['MatchingCriteriaRuleRequest']
export type DefinitionChange = components['schemas']['ResourceDefinitionChangeResponse']

interface CriteriaRecord extends Criteria {
  def_id: string
}

/** A definition as criteria see it. */
export interface Target {
  orgId: string
  defId: string
  /** The type of the resources that it makes. */
  type: string
}

/** What is left out of account when something is about to be deleted. */
export interface Without {
  defId?: string
  criteriaId?: string
}

export interface Match {
  defId: string
  /** Absent when a built-in definition is all there is. */
  criteriaId?: string
}

export interface MatchingCriteria {
  of(target: Target): Criteria[]
  /** `of` for many definitions of an organization, which reads the criteria of each type once. */
  reader(orgId: string): (target: Omit<Target, 'orgId'>) => Criteria[]
  create(target: Target, request: CriteriaRequest): Criteria
  /** Puts these in the place of all that the definition has. */
  replace(target: Target, requests: readonly CriteriaRequest[]): Criteria[]
  /** 409 with the list of changes when resources would get another definition, unless forced. */
  delete(target: Target, id: string, force: boolean): void
  deleteAll(target: Target): void
  /** Throws 409 for rules that are there already, or twice among themselves. */
  check(target: Omit<Target, 'defId'>, requests: readonly CriteriaRequest[]): void
  match(orgId: string, context: Context, without?: Without): Match | undefined
  /** Which of the resources would get another definition. */
  changes(claims: Iterable<Claim>, without: Without): DefinitionChange[]
}

export interface MatchingCriteriaNeighbours {
  /** The definition that is used for a type when no criteria fit. */
  builtIn(type: string): string | undefined
  claims(orgId: string): Iterable<Claim>
}

const ruleFields = ['app_id', 'env_id', 'env_type', 'res_id'] as const

/** An empty field is the same as none (assumption). */
const normalised = (request: CriteriaRequest): Rule => {
  const rule: Rule = { class: request.class ?? 'default' }
  for (const field of ruleFields) if (request[field]) rule[field] = request[field]
  return rule
}

const describe = (rule: Rule) =>
  [...ruleFields, 'class' as const]
    .flatMap((field) => (rule[field] === undefined ? [] : `${field} ${rule[field]}`))
    .join(', ')

const contextOf = (claim: Claim): Context => ({
  type: claim.type,
  class: claim.class,
  appId: claim.app_id,
  envId: claim.env_id,
  envType: claim.env_type,
  resId: claim.res_id,
})

export const createMatchingCriteria = (
  { store, random }: Parts,
  neighbours: MatchingCriteriaNeighbours,
): MatchingCriteria => {
  const table = store.table<CriteriaRecord>('matching-criteria')

  // Criteria of one type lie together: they are what a resource is matched against.
  const scopeOf = ({ orgId, type }: Pick<Target, 'orgId' | 'type'>) => `${orgId} ${type}`
  const toResponse = ({ def_id: _defId, ...criteria }: CriteriaRecord): Criteria => criteria
  const recordsOf = (target: Target) => table.list(scopeOf(target)).filter(({ def_id }) => def_id === target.defId)

  const checkNew = (type: string, rules: readonly Rule[], existing: readonly CriteriaRecord[]) => {
    for (const [index, rule] of rules.entries()) {
      const same = existing.find((each) => isSameRule(each, rule))
      const where = same ? `definition '${same.def_id}' has` : 'this request has'
      if (same || rules.slice(0, index).some((each) => isSameRule(each, rule))) {
        throw conflict(`For type '${type}' ${where} the same criteria already (${describe(rule)}).`)
      }
    }
  }
  const insert = (target: Target, rule: Rule, id = random.uuid()) => {
    const record = { ...rule, id, def_id: target.defId }
    table.insert(scopeOf(target), id, record)
    return toResponse(record)
  }
  const deleteAll = (target: Target) => {
    for (const { id } of recordsOf(target)) table.delete(scopeOf(target), id)
  }

  const match: MatchingCriteria['match'] = (orgId, context, without = {}) => {
    const candidates = table
      .list(scopeOf({ orgId, type: context.type }))
      .filter(({ id, def_id }) => id !== without.criteriaId && def_id !== without.defId)
    const best = bestMatch(candidates, context)
    if (best) return { defId: best.def_id, criteriaId: best.id }
    const defId = neighbours.builtIn(context.type)
    return defId === undefined ? undefined : { defId }
  }
  const changes: MatchingCriteria['changes'] = (claims, without) =>
    [...claims].flatMap((claim) => {
      const to = match(claim.org_id, contextOf(claim), without)?.defId ?? ''
      const { app_id, env_id, res_id, def_id } = claim
      return to === def_id ? [] : [{ app_id, env_id, res_id, from_def: def_id, to_def: to }]
    })

  return {
    match,
    changes,
    deleteAll,
    of: (target) => recordsOf(target).map(toResponse),
    reader: (orgId) => {
      const types = new Map<string, Map<string, CriteriaRecord[]>>()
      return ({ type, defId }) => {
        let ofType = types.get(type)
        if (!ofType) {
          ofType = Map.groupBy(table.list(scopeOf({ orgId, type })), ({ def_id }) => def_id)
          types.set(type, ofType)
        }
        return (ofType.get(defId) ?? []).map(toResponse)
      }
    },
    check: (target, requests) => checkNew(target.type, requests.map(normalised), table.list(scopeOf(target))),
    create: (target, request) => {
      const rule = normalised(request)
      checkNew(target.type, [rule], table.list(scopeOf(target)))
      return insert(target, rule)
    },
    replace: (target, requests) => {
      const rules = requests.map(normalised)
      const others = table.list(scopeOf(target)).filter(({ def_id }) => def_id !== target.defId)
      checkNew(target.type, rules, others)
      const before = recordsOf(target)
      deleteAll(target)
      // What stays the same keeps its id, which active resources refer to.
      return rules.map((rule) => insert(target, rule, before.find((each) => isSameRule(each, rule))?.id))
    },
    delete: (target, id, force) => {
      const record = table.get(scopeOf(target), id)
      if (record?.def_id !== target.defId) throw notFound('Criteria', id, `resource definition '${target.defId}'`)
      const chosen = [...neighbours.claims(target.orgId)].filter(({ criteria_id }) => criteria_id === id)
      const affected = force ? [] : changes(chosen, { criteriaId: id })
      if (affected.length > 0) {
        throw new HttpError(409, `Criteria '${id}' are in use.`, { body: affected })
      }
      table.delete(scopeOf(target), id)
    },
  }
}

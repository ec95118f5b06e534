import { artefactsOf, refPrefix } from '../../contract/automation-rule.ts'
import { RegexError } from '../../contract/regex/ast.ts'
import { compileRegex } from '../../contract/regex/search.ts'
import type { components } from '../../contract/schema.ts'
import { jsonEqual } from '../../sets/json.ts'
import type { Caller } from '../auth.ts'
import type { Place } from '../deployments/model.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'

export type Rule = components['schemas']['AutomationRuleResponse']
type RuleRequest = components['schemas']['AutomationRuleRequest']

export interface PlacedRule {
  place: Place
  rule: Rule
}

export interface AutomationRules extends Dependant {
  list(place: Place): Rule[]
  get(place: Place, id: string): Rule
  create(place: Place, request: RuleRequest, caller: Caller): Rule
  /** Takes nothing over from the rule as it was. */
  replace(place: Place, id: string, request: RuleRequest, caller: Caller): Rule
  delete(place: Place, id: string, caller: Caller): void
  /** Those of all environments of an organization that may be for the artefact of that name. */
  ofArtefact(orgId: string, name: string): PlacedRule[]
  forgetEnvironment(place: Place): void
}

export interface AutomationRuleNeighbours {
  /** Throws 403 unless the caller may deploy to the environment. */
  mayDeploy(caller: Caller, place: Place): void
}

/** Fields of the old form, and those of the new that they do not go with. */
const exclusive = [
  ['images_filter', 'artefacts_filter'],
  ['exclude_images_filter', 'exclude_artefacts_filter'],
  ['match', 'match_ref'],
  ['update_to', 'match_ref'],
] as const

const check = (request: RuleRequest) => {
  for (const [old, current] of exclusive) {
    if (request[old] === undefined || request[current] === undefined) continue
    throw badRequest(`${old} (deprecated) and ${current} exclude each other: give ${current} alone.`)
  }
  for (const name of ['match_ref', 'match'] as const) {
    try {
      compileRegex(request[name] ?? '')
    } catch (error) {
      if (error instanceof RegexError) throw badRequest(`${name} is no regular expression: ${error.message}.`)
      throw error
    }
  }
}

/**
 * ASSUMPTION, in this one place: a rule is active unless it says otherwise, `match` alone speaks of branches, and what
 * is not given is empty in answers. The old form without a pattern has that of its prefix as `match_ref`, so that an
 * answer tells it from a rule for every ref.
 */
const toContent = (request: RuleRequest) => {
  const { active = true, type, match = '', update_to, match_ref = '' } = request
  const isPrefixAlone = update_to !== undefined && match === ''
  return {
    active,
    type,
    artefacts_filter: request.artefacts_filter ?? [],
    exclude_artefacts_filter: request.exclude_artefacts_filter ?? false,
    match_ref: isPrefixAlone ? `^${refPrefix(update_to)}` : match_ref,
    images_filter: request.images_filter ?? [],
    exclude_images_filter: request.exclude_images_filter ?? false,
    match,
    update_to: update_to ?? 'branch',
  }
}

const placeScope = ({ orgId, appId, envId }: Place) => `${appScope(orgId, appId)}/${envId}`

export const createAutomationRules = (
  { store, scheduler, random }: Parts,
  { mayDeploy }: AutomationRuleNeighbours,
): AutomationRules => {
  const rules = store.table<PlacedRule>('automation-rules')
  /** Where the rules for an artefact are: whoever registers a version passes by those for all others. */
  const byArtefact = store.table<{ place: Place; id: string }>('automation-rules-by-artefact')

  const require = (place: Place, id: string): Rule => {
    const found = rules.get(placeScope(place), id)
    if (!found) throw notFound('Automation rule', id, `environment '${place.envId}'`)
    return found.rule
  }

  const artefactScope = (orgId: string, name: string) => `${orgId} ${name}`
  const scopesOf = ({ place: { orgId }, rule }: PlacedRule) =>
    (artefactsOf(rule) ?? ['']).map((name) => artefactScope(orgId, name))
  const add = (placed: PlacedRule) => {
    const { place, rule } = placed
    for (const scope of new Set(scopesOf(placed))) {
      byArtefact.insert(scope, `${placeScope(place)}/${rule.id}`, { place, id: rule.id })
    }
  }
  const remove = (placed: PlacedRule) => {
    for (const scope of scopesOf(placed)) byArtefact.delete(scope, `${placeScope(placed.place)}/${placed.rule.id}`)
  }

  const list = (place: Place) => rules.list(placeScope(place)).map(({ rule }) => rule)

  return {
    list,
    get: require,
    create: ({ orgId, appId, envId }, request, caller) => {
      const place = { orgId, appId, envId }
      mayDeploy(caller, place)
      check(request)
      const content = toContent(request)
      // Assumption: a conflict is documented, and not what it is with.
      const same = list(place).find((other) =>
        Object.entries(content).every(([key, value]) => jsonEqual(other[key as keyof typeof content], value)),
      )
      if (same) throw conflict(`Automation rule '${same.id}' of environment '${envId}' says the same already.`)
      const now = scheduler.timestamp()
      const rule: Rule = { id: random.hex(8), ...content, created_at: now, updated_at: now }
      rules.insert(placeScope(place), rule.id, { place, rule })
      add({ place, rule })
      return rule
    },
    replace: ({ orgId, appId, envId }, id, request, caller) => {
      const place = { orgId, appId, envId }
      mayDeploy(caller, place)
      const before = require(place, id)
      const { created_at } = before
      check(request)
      const rule: Rule = { id, ...toContent(request), created_at, updated_at: scheduler.timestamp() }
      remove({ place, rule: before })
      rules.update(placeScope(place), id, { place, rule })
      add({ place, rule })
      return rule
    },
    delete: (place, id, caller) => {
      mayDeploy(caller, place)
      remove({ place, rule: require(place, id) })
      rules.delete(placeScope(place), id)
    },
    ofArtefact: (orgId, name) =>
      [name, '']
        .flatMap((each) => byArtefact.list(artefactScope(orgId, each)))
        .flatMap(({ place, id }) => rules.get(placeScope(place), id) ?? []),
    forgetEnvironment: (place) => {
      for (const placed of rules.list(placeScope(place))) remove(placed)
      rules.deleteAll(placeScope(place))
    },
    forgetApplication: (orgId, appId) => {
      const all = [...rules.scan({ scope: appScope(orgId, appId), within: true })]
      for (const { value } of all) {
        remove(value)
        rules.delete(placeScope(value.place), value.rule.id)
      }
    },
  }
}

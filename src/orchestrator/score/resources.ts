import { jsonEqual, ownValue, setKey } from '../../sets/json.ts'
import type { JsonObject } from '../../sets/types.ts'
import type { Placeholders } from './placeholders.ts'
import type { ResourcePlace, ScoreProblem, ScoreResource } from './types.ts'

/** The annotation by which older files say what newer ones say by `id`. */
const idAnnotation = 'score.humanitec.io/resId'

const idOf = ({ id, metadata }: ScoreResource): string | undefined => id ?? metadata?.annotations?.[idAnnotation]

const externals = (key: string): ResourcePlace => {
  const reference = `externals.${key}`
  return { reference, properties: reference, declared: { scope: 'externals', key } }
}

/** Resources of one name and different classes live side by side. */
const shared = (name: string, resourceClass: string): ResourcePlace => {
  const isDefault = resourceClass === 'default'
  const key = isDefault ? name : `${name}-class-${resourceClass}`
  const reference = `shared.${key}`
  const declared = { scope: 'shared' as const, key, ...(isDefault ? {} : { id: `shared.${name}` }) }
  return { reference, properties: reference, declared }
}

/**
 * Undefined where the id is none. Assumption: an id without a scope is that of a shared resource, since Score takes
 * resources of one type, class and id for the same, whichever workload has them.
 */
export const placeOf = (name: string, workload: string, resource: ScoreResource): ResourcePlace | undefined => {
  // What other workloads serve, and the values of the environment, are there without being asked for.
  if (resource.type === 'environment') return { reference: 'values', properties: 'values' }
  if (resource.type === 'service') {
    return { reference: `modules.${name}`, properties: `modules.${name}.service` }
  }
  const id = idOf(resource)
  if (id === undefined || id === '') return externals(name)
  const [scope, first = '', second, ...rest] = id.split('.')
  const named = id.slice(`${scope}.`.length)
  if (scope === 'externals') return named === '' ? undefined : externals(named)
  if (scope === 'shared') return named === '' ? undefined : shared(named, resource.class ?? 'default')
  if (scope !== 'modules') return shared(id, resource.class ?? 'default')
  const key = rest.join('.')
  if (second !== 'externals' || first === '' || key === '') return undefined
  return first === workload ? externals(key) : { reference: id, properties: id }
}

const declarationOf = (
  { type, class: resourceClass = 'default', params }: ScoreResource,
  { id, path, aliases, placeholders }: DeclarationParts,
): JsonObject => ({
  type: ownValue(aliases, type) ?? type,
  class: resourceClass,
  ...(id === undefined ? {} : { id }),
  ...(params && Object.keys(params).length > 0 ? { params: placeholders.inValue(params, `${path}/params`) } : {}),
})

interface DeclarationParts {
  id: string | undefined
  path: string
  aliases: Readonly<Record<string, string>>
  placeholders: Placeholders
}

/** What a specification's resources add to its workload's externals and to a set's shared resources. */
export const convertResources = (
  resources: Readonly<Record<string, ScoreResource>>,
  parts: {
    places: ReadonlyMap<string, ResourcePlace>
    aliases: Readonly<Record<string, string>>
    placeholders: Placeholders
    problems: ScoreProblem[]
  },
): { externals: JsonObject; shared: JsonObject } => {
  const made = { externals: {} as JsonObject, shared: {} as JsonObject }
  for (const [name, resource] of Object.entries(resources)) {
    const declared = parts.places.get(name)?.declared
    if (!declared) continue
    const { scope, key, id } = declared
    const path = `/resources/${name}`
    const declaration = declarationOf(resource, { ...parts, id, path })
    const other = ownValue(made[scope], key)
    if (other !== undefined && !jsonEqual(other, declaration)) {
      parts.problems.push({ path, message: `is ${scope}.${key}, as another resource is that differs from it` })
    }
    setKey(made[scope], key, declaration)
  }
  return made
}

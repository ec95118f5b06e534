import { isObject, ownValue, setKey } from '../../sets/json.ts'
import { valueAt } from '../../sets/pointer.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import type { ResourcePlace } from './types.ts'

export interface Placeholders {
  /** A text with Score's placeholders as sets have them. `path` is where it stands, for what cannot be resolved. */
  inText(text: string, path: string): string
  /** In every text and key of a value. */
  inValue(value: Json, path: string): Json
}

const pattern = /\$(?:\$|\{([^{}]*)\})/g

/** A text that no placeholder is resolved in, by whomever: `${x}` is `$\{x}` in a set. */
export const escapePlaceholders = (text: string) => text.replaceAll('${', '$\\{')

export const createPlaceholders = ({
  metadata,
  places,
  onProblem,
}: {
  metadata: Readonly<JsonObject>
  /** Where each resource of the specification is in the set. */
  places: ReadonlyMap<string, ResourcePlace>
  onProblem(path: string, message: string): void
}): Placeholders => {
  const resolve = (reference: string, path: string): string => {
    const asItWas = `\${${reference}}`
    const [scope, name = '', ...rest] = reference.split('.')
    if (scope === 'metadata') {
      const value = valueAt(metadata, [name, ...rest])
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
      onProblem(path, `${asItWas} names no text of the metadata`)
      return asItWas
    }
    // Not Score's: the orchestrator's own, such as ${context.env.id}, are resolved when the set is deployed.
    if (scope !== 'resources') return asItWas
    const place = places.get(name)
    if (!place) {
      onProblem(path, `${asItWas} names the resource '${name}', which the specification does not have`)
      return asItWas
    }
    return rest.length === 0 ? place.reference : `\${${[place.properties, ...rest].join('.')}}`
  }

  // `$$` stands for a dollar sign.
  const inText = (text: string, path: string) =>
    text.replace(pattern, (_, reference?: string) => (reference === undefined ? '$' : resolve(reference, path)))

  const inValue = (value: Json, path: string): Json => {
    if (typeof value === 'string') return inText(value, path)
    if (Array.isArray(value)) return value.map((item, index) => inValue(item, `${path}/${index}`))
    if (!isObject(value)) return value
    const result: JsonObject = {}
    for (const key of Object.keys(value)) {
      setKey(result, inText(key, path), inValue(ownValue(value, key) ?? null, `${path}/${key}`))
    }
    return result
  }

  return { inText, inValue }
}

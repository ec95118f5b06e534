import { isObject } from './parts.ts'
import type { Json, JsonObject, Part } from './parts.ts'

const lookUp = (content: JsonObject | undefined, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), content)

/**
 * Copies in which every reference is `#/…`, as it will be once the parts are one document. What leads nowhere, or to
 * something that is not a component, is a fault.
 */
export const joinReferences = (parts: Part[]): { parts: Part[]; faults: string[] } => {
  const contents = new Map(parts.map(({ file, content }) => [file, content]))
  const faults: string[] = []

  const join = (file: string, reference: string): string => {
    const [target = '', pointer = ''] = reference.split('#')
    const found = pointer.startsWith('/components/') && lookUp(contents.get(target || file), pointer)
    if (!found) faults.push(`${file}: the reference ${reference} leads nowhere`)
    return `#${pointer}`
  }
  const rewrite = (file: string, value: Json): Json => {
    if (Array.isArray(value)) return value.map((item) => rewrite(file, item))
    return isObject(value) ? rewriteObject(file, value) : value
  }
  const rewriteObject = (file: string, value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? join(file, inner) : rewrite(file, inner),
      ]),
    )
  return { parts: parts.map(({ file, content }) => ({ file, content: rewriteObject(file, content) })), faults }
}

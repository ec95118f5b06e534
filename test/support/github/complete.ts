import { resolve, type Schema } from './description.ts'

/*
 * GitHub's answers have dozens of fields that nobody here reads, and its description requires most of them. They are
 * filled with neutral values, so that answers keep the shape that GitHub's have, and the routes name only what matters.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const neutralText = (format: string | undefined): string => {
  if (format === 'date-time') return '2026-01-01T00:00:00Z'
  if (format === 'uri') return 'https://api.github.test/unused'
  return ''
}

const neutral = (schema: Schema): unknown => {
  const { type, format, enum: values, anyOf, oneOf } = resolve<Schema>(schema)
  const types = [type].flat()
  if (types.includes('null')) return null
  const [choice] = anyOf ?? oneOf ?? []
  if (anyOf?.some((one) => one.type === 'null')) return null
  if (choice) return neutral(choice)
  if (values) return values[0]
  switch (types[0]) {
    case 'string':
      return neutralText(format)
    case 'integer':
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'array':
      return []
    default:
      return complete(schema, {})
  }
}

/** The branch of a union that is an object or a list, whatever is meant by it. */
const structured = (schema: Schema): Schema => {
  const found = resolve<Schema>(schema)
  const branches = found.anyOf ?? found.oneOf ?? []
  const branch = branches.find((one) => resolve<Schema>(one).properties ?? resolve<Schema>(one).items)
  return branch ? resolve<Schema>(branch) : found
}

/** `known`, with everything that the schema requires beside it. */
export const complete = (schema: Schema, known: unknown): unknown => {
  const { properties = {}, required = [], items } = structured(schema)
  if (Array.isArray(known)) return items ? known.map((item) => complete(items, item)) : known
  if (!isObject(known)) return known
  const whole: Record<string, unknown> = {}
  for (const name of new Set([...required, ...Object.keys(known)])) {
    const property = properties[name]
    if (name in known) whole[name] = property ? complete(property, known[name]) : known[name]
    else whole[name] = property ? neutral(property) : null
  }
  return whole
}

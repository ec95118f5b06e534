import { compilePattern } from '../contract/identifiers.ts'

/** As much of JSON Schema as seed files, the control door and Score are described in. */
export interface PlainSchema {
  type?: string | readonly string[]
  description?: string
  enum?: readonly unknown[]
  anyOf?: readonly PlainSchema[]
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
  items?: PlainSchema
  properties?: Record<string, PlainSchema>
  required?: readonly string[]
  minProperties?: number
  propertyNames?: PlainSchema
  additionalProperties?: PlainSchema | boolean
}

export interface Mismatch {
  keyword: keyof PlainSchema
  /** Keys and indexes from the root of what was checked. */
  path: readonly (string | number)[]
  message: string
  value: unknown
  schema: PlainSchema
  /** The key that is missing, or one too many. */
  key?: string
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const hasType = (type: string, value: unknown) => {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'number') return Number.isFinite(value)
  return typeOf(value) === type
}

/** In characters, counted no further than it takes to see that there are more than `limit`: each has two units at most. */
const lengthUpTo = (limit: number, text: string) => Array.from(text.slice(0, 2 * limit + 1)).length

const textProblem = ({ minLength = 0, maxLength, pattern }: PlainSchema, text: string) => {
  if (lengthUpTo(minLength, text) < minLength) {
    return ['minLength', `must NOT have fewer than ${minLength} characters`] as const
  }
  if (maxLength !== undefined && lengthUpTo(maxLength, text) > maxLength) {
    return ['maxLength', `must NOT have more than ${maxLength} characters`] as const
  }
  if (pattern === undefined || compilePattern(pattern, 'u').test(text)) return undefined
  return ['pattern', `must match pattern "${pattern}"`] as const
}

const numberProblem = ({ minimum = -Infinity, maximum = Infinity }: PlainSchema, number: number) => {
  if (number < minimum) return ['minimum', `must be >= ${minimum}`] as const
  return number > maximum ? (['maximum', `must be <= ${maximum}`] as const) : undefined
}

const valueProblem = (schema: PlainSchema, value: unknown) => {
  const { type = [], enum: values, anyOf } = schema
  const types = [type].flat()
  if (types.length > 0 && !types.some((each) => hasType(each, value))) {
    return ['type', `must be ${types.join(' or ')}`] as const
  }
  if (values?.includes(value) === false) {
    return [
      'enum',
      values.length === 1 ? `must be ${JSON.stringify(values[0])}` : `must be one of ${values.join(', ')}`,
    ] as const
  }
  // Why none of several alternatives fits says less than what is expected.
  if (anyOf?.every((each) => mismatches(each, value).length > 0)) return ['anyOf', 'must be one of several'] as const
  if (typeof value === 'string') return textProblem(schema, value)
  return typeof value === 'number' ? numberProblem(schema, value) : undefined
}

const objectMismatches = (schema: PlainSchema, value: object, path: Mismatch['path']): Mismatch[] => {
  const { properties = {}, required = [], minProperties = 0, propertyNames = {}, additionalProperties = true } = schema
  const wrong = (keyword: Mismatch['keyword'], message: string, key?: string): Mismatch => ({
    keyword,
    path,
    message,
    value,
    schema,
    ...(key === undefined ? {} : { key }),
  })
  const entries = Object.entries(value)
  if (entries.length < minProperties) {
    return [wrong('minProperties', `must NOT have fewer than ${minProperties} properties`)]
  }
  const found = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => wrong('required', `must have required property '${key}'`, key))
  for (const [key, held] of entries) {
    const [name] = mismatches(propertyNames, key)
    if (name) found.push(wrong('propertyNames', `the name '${key}' ${name.message}`, key))
    const rule = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
    if (rule === false) found.push(wrong('additionalProperties', `must not have the property '${key}'`, key))
    if (typeof rule !== 'object') continue
    for (const mismatch of mismatches(rule, held, [...path, key])) found.push(mismatch)
  }
  return found
}

/**
 * Everything about a value that is not as its schema says. Walks through both: Ajv would compile the schema first, and for
 * a seed file that was 150 ms of the orchestrator's start, four times what a process takes that does nothing.
 */
export const mismatches = (schema: PlainSchema, value: unknown, path: Mismatch['path'] = []): Mismatch[] => {
  const problem = valueProblem(schema, value)
  if (problem) return [{ keyword: problem[0], path, message: problem[1], value, schema }]
  const { items } = schema
  if (Array.isArray(value)) {
    return items ? value.flatMap((item: unknown, index) => mismatches(items, item, [...path, index])) : []
  }
  return typeof value === 'object' && value !== null ? objectMismatches(schema, value, path) : []
}

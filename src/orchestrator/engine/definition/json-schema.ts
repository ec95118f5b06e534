import { maxPatternLength } from '../../../contract/regex/search.ts'
import { actionNames, actionOf } from './actions.ts'
import type { ActionInput, ActionName } from './actions.ts'
import { pipelineShape } from './language.ts'
import type { Pattern, Shape } from './shape.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** The language of pipeline files as a JSON Schema (draft 2020-12), for editors. */
export const pipelineJsonSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Pipeline',
  ...toSchema(pipelineShape),
  $defs: Object.fromEntries(actionNames.map((name) => [name, actionSchema(name)])),
})

const textLike = (like: Pattern): JsonSchema => ({
  type: 'string',
  pattern: like.pattern,
  minLength: like.minLength ?? 1,
  maxLength: like.maxLength,
})

const toSchema = (shape: Shape): JsonSchema => {
  switch (shape.type) {
    case 'word':
      return textLike(shape.like)
    case 'text':
      return { type: 'string', minLength: shape.minLength ?? 0, maxLength: shape.maxLength }
    case 'choice':
      return { enum: shape.options }
    case 'integer':
      return { type: 'integer', minimum: shape.minimum, maximum: shape.maximum }
    case 'boolean':
      return { type: 'boolean' }
    case 'regex':
      return { type: 'string', maxLength: maxPatternLength }
    case 'value':
      return {}
    case 'condition':
      return { type: ['string', 'boolean'] }
    case 'template':
      return shape.textOnly ? { type: 'string' } : {}
    case 'list':
      return {
        type: 'array',
        items: toSchema(shape.items),
        minItems: shape.minItems ?? 0,
        ...(shape.maxItems === undefined ? {} : { maxItems: shape.maxItems }),
      }
    case 'map':
      return {
        type: 'object',
        propertyNames: textLike(shape.keys),
        additionalProperties: toSchema(shape.values),
        minProperties: shape.minSize ?? 0,
      }
    case 'record':
      return recordSchema(shape)
  }
}

const recordSchema = (shape: Extract<Shape, { type: 'record' }>): JsonSchema => {
  const fields = Object.entries(shape.fields)
  return {
    type: shape.nullable ? ['object', 'null'] : 'object',
    properties: Object.fromEntries(
      fields.map(([name, { shape, description }]) => [name, { ...toSchema(shape), description }]),
    ),
    required: fields.filter(([, field]) => field.required).map(([name]) => name),
    additionalProperties: false,
    minProperties: shape.minSize ?? 0,
    ...('uses' in shape.fields ? { allOf: actionNames.map(whenUsed) } : {}),
  }
}

/** The inputs of a step depend on its action: it is another one, or they are like this. */
const whenUsed = (name: ActionName): JsonSchema => ({
  anyOf: [
    { properties: { uses: { not: { pattern: `/${name}(@.*)?$` } } } },
    { properties: { with: { $ref: `#/$defs/${name}` } }, required: needsInputs(name) ? ['with'] : [] },
  ],
})

const requiredInputs = (name: ActionName): string[] =>
  Object.entries(actionOf(name).inputs).flatMap(([key, input]) => (input.required ? [key] : []))

const needsInputs = (name: ActionName): boolean => requiredInputs(name).length > 0 || actionOf(name).oneOf !== undefined

const actionSchema = (name: ActionName): JsonSchema => {
  const { description, inputs, oneOf } = actionOf(name)
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, inputSchema(input)])),
    required: requiredInputs(name),
    additionalProperties: false,
    ...(oneOf ? { anyOf: oneOf.map((key) => ({ required: [key] })) } : {}),
  }
}

const jsonTypes = { text: 'string', number: 'number', list: 'array', map: 'object' } as const

/** Text may hold expressions, and one expression may stand for a value of any type. */
const inputSchema = ({ type, required, description }: ActionInput): JsonSchema => {
  if (type === 'any') return { description }
  const types = [jsonTypes[type], ...(required ? [] : ['null'])]
  if (type === 'text') return { type: types, description }
  return { anyOf: [{ type: types }, { type: 'string', pattern: '^\\$\\{\\{' }], description }
}

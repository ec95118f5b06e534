import { actionNames, actionOf } from './actions.ts'
import type { ActionName, InputType } from './actions.ts'
import { pipelineShape } from './language.ts'
import type { Pattern, Shape } from './shape.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** The language of pipeline files as a JSON Schema (draft 2020-12), for editors. */
export const pipelineJsonSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Pipeline',
  ...toSchema(pipelineShape),
  $defs: { ...Object.fromEntries(actionNames.map((name) => [name, actionSchema(name)])) },
})

const textLike = (like: Pattern): JsonSchema => ({
  type: 'string',
  pattern: like.pattern,
  minLength: like.minLength ?? 1,
  maxLength: like.maxLength,
})

const toSchema = (shape: Shape): JsonSchema => {
  switch (shape.type) {
    case 'text':
      if (shape.like) return textLike(shape.like)
      return { type: 'string', minLength: shape.minLength, maxLength: shape.maxLength }
    case 'choice':
      return { enum: shape.options }
    case 'integer':
      return { type: 'integer', minimum: shape.minimum, maximum: shape.maximum }
    case 'boolean':
      return { type: 'boolean' }
    case 'regex':
      return { type: 'string', maxLength: 1000 }
    case 'value':
      return {}
    case 'condition':
      return { type: ['string', 'boolean'] }
    case 'template':
      return shape.textOnly ? { type: 'string' } : {}
    case 'list':
      return { type: 'array', items: toSchema(shape.items), minItems: shape.minItems ?? 0 }
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

/** The inputs of a step depend on its action. */
const whenUsed = (name: ActionName): JsonSchema => ({
  if: { properties: { uses: { pattern: `/${name}(@.*)?$` } }, required: ['uses'] },
  then: { properties: { with: { $ref: `#/$defs/${name}` } }, ...(needsInputs(name) ? { required: ['uses', 'with'] } : {}) },
})

const requiredInputs = (name: ActionName): string[] =>
  Object.entries(actionOf(name).inputs).flatMap(([key, input]) => (input.required ? [key] : []))

const needsInputs = (name: ActionName): boolean => requiredInputs(name).length > 0 || actionOf(name).oneOf !== undefined

const actionSchema = (name: ActionName): JsonSchema => {
  const { description, inputs, oneOf } = actionOf(name)
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(
      Object.entries(inputs).map(([key, input]) => [key, { ...inputSchema(input.type), description: input.description }]),
    ),
    required: requiredInputs(name),
    additionalProperties: false,
    ...(oneOf ? { anyOf: oneOf.map((key) => ({ required: [key] })) } : {}),
  }
}

const jsonTypes: Readonly<Record<InputType, string | undefined>> = {
  text: 'string',
  number: 'number',
  list: 'array',
  map: 'object',
  any: undefined,
}

/** An expression, which is written as text, may stand for a value of any type. */
const inputSchema = (type: InputType): JsonSchema => {
  const json = jsonTypes[type]
  return json === undefined || json === 'string' ? { type: json } : { anyOf: [{ type: json }, { type: 'string', pattern: '^\\$\\{\\{' }] }
}

import type { Pattern, Shape } from './shape.ts'

export const isLike = (like: Pattern, text: string): boolean =>
  text.length >= (like.minLength ?? 1) && text.length <= like.maxLength && new RegExp(like.pattern).test(text)

/** Go's way of switching flags on for a whole pattern (`(?i)…`), which JavaScript does not have, is taken off. */
const isRegex = (text: string): boolean => {
  try {
    return new RegExp(text.replace(/^\(\?[imsU]+\)/, '')) instanceof RegExp
  } catch {
    return false
  }
}

/** Whether a scalar is what a shape without parts asks for. */
export const isAccepted = (shape: Shape, value: unknown): boolean => {
  switch (shape.type) {
    case 'word':
      return typeof value === 'string' && isLike(shape.like, value)
    case 'text':
      return typeof value === 'string' && value.length >= (shape.minLength ?? 0) && value.length <= shape.maxLength
    case 'choice':
      return typeof value === 'string' && shape.options.includes(value)
    case 'integer':
      return Number.isInteger(value) && Number(value) >= shape.minimum && Number(value) <= shape.maximum
    case 'boolean':
      return typeof value === 'boolean'
    case 'regex':
      return typeof value === 'string' && value.length <= 1000 && isRegex(value)
    default:
      return false
  }
}

/** A shape in words, for `expected …`. */
export const expectedOf = (shape: Shape): string => {
  switch (shape.type) {
    case 'word':
      return shape.like.expected
    case 'text':
      return `text of ${shape.minLength ?? 0} to ${shape.maxLength} characters`
    case 'choice':
      return shape.options.length === 1 ? shape.options[0]! : `one of ${shape.options.join(', ')}`
    case 'integer':
      return `a whole number from ${shape.minimum} to ${shape.maximum}`
    case 'boolean':
      return 'true or false'
    case 'regex':
      return 'a regular expression of at most 1000 characters'
    case 'condition':
      return 'an expression, true or false'
    case 'template':
      return shape.textOnly ? 'text' : 'a value'
    case 'value':
      return 'a value'
    case 'list':
      return shape.minItems ? `a list of at least ${shape.minItems}` : 'a list'
    case 'map':
      return shape.minSize ? `a map of at least ${shape.minSize}` : 'a map'
    case 'record':
      return shape.minSize ? `at least ${shape.minSize} of ${Object.keys(shape.fields).join(', ')}` : 'a map'
  }
}

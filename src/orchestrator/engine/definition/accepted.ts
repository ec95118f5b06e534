import { RegexError } from '../../../contract/regex/ast.ts'
import { compileRegex, maxPatternLength } from '../../../contract/regex/search.ts'
import type { Pattern, Shape } from './shape.ts'

export const isLike = (like: Pattern, text: string): boolean =>
  text.length >= (like.minLength ?? 1) && text.length <= like.maxLength && new RegExp(like.pattern).test(text)

/** Why a text is no regular expression; undefined for one that is. */
export const regexProblem = (text: string): string | undefined => {
  try {
    compileRegex(text)
    return undefined
  } catch (error) {
    if (error instanceof RegexError) return error.message
    throw error
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
      return typeof value === 'string' && regexProblem(value) === undefined
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
      return `a regular expression in the syntax of Go, of at most ${maxPatternLength} characters`
    case 'condition':
      return 'an expression, true or false'
    case 'template':
      return shape.textOnly ? 'text' : 'a value'
    case 'value':
      return 'a value'
    case 'list':
      if (shape.maxItems !== undefined) return `a list of ${shape.minItems ?? 0} to ${shape.maxItems}`
      return shape.minItems ? `a list of at least ${shape.minItems}` : 'a list'
    case 'map':
      return shape.minSize ? `a map of at least ${shape.minSize}` : 'a map'
    case 'record':
      return shape.minSize ? `at least ${shape.minSize} of ${Object.keys(shape.fields).join(', ')}` : 'a map'
  }
}

import { ExpressionError } from './expressions/expression-error.ts'
import type { Value } from './expressions/values.ts'

/** A shared value, as much of it as expressions are concerned with. */
export interface AppValue {
  key: string
  value: string
  is_secret: boolean
}

const refuse = (key: string): never => {
  const found = `app.values.${key}, which is a secret`
  const expected = 'a value that may be read'
  throw new ExpressionError({ offset: 0, found, expected, message: `${found}, cannot be read in an expression` })
}

/**
 * The shared values of an application by their keys. Assumption: who asks for a secret gets an error, since whatever
 * an expression yields can be seen in inputs, outputs and logs.
 */
export const toContext = (values: readonly AppValue[]): Record<string, Value> => {
  const context: Record<string, Value> = {}
  for (const { key, value, is_secret } of values) {
    Object.defineProperty(context, key, { enumerable: true, get: () => (is_secret ? refuse(key) : value) })
  }
  return context
}

import type { DisclosedValue } from '../values/model.ts'
import { ExpressionError } from './expressions/expression-error.ts'
import type { Value } from './expressions/values.ts'
import { hidden } from './secrets.ts'

/**
 * Whether an expression is told what a secret is, or only that there is one.
 *
 * ASSUMPTION, in this one place: only steps that send something away are told, and conditions, of which nothing but
 * their outcome shows. As long as such a step waits, the store holds what it sends, secrets included. Two things are not
 * recognised when somebody repeats them: what was taken out of a secret, such as a member of one that is JSON, and a
 * secret that was purged while the step waited.
 */
export type Secrets = 'open' | 'hidden'

const refuse = (key: string): never => {
  const found = `app.values.${key}, a secret in another store`
  const expected = 'a value whose text is kept here'
  throw new ExpressionError({ offset: 0, found, expected, message: `${found}, cannot be read by this orchestrator` })
}

const textOf = ({ key, value, is_secret }: DisclosedValue, secrets: Secrets): string => {
  if (is_secret && secrets === 'hidden') return value === '' ? '' : hidden
  return value ?? refuse(key)
}

/** The shared values of an application by their keys. */
export const toContext = (values: readonly DisclosedValue[], secrets: Secrets): Record<string, Value> => {
  const context: Record<string, Value> = {}
  for (const value of values) {
    // A secret that nobody asks for hinders nobody.
    Object.defineProperty(context, value.key, { enumerable: true, get: () => textOf(value, secrets) })
  }
  return context
}

import { ExpressionError } from './expressions/expression-error.ts'
import type { Value } from './expressions/values.ts'
import { hidden } from './secrets.ts'

/** A shared value, as much of it as expressions are concerned with. */
export interface AppValue {
  key: string
  /** Undefined for a secret that lies in another store, into which this orchestrator cannot look. */
  value: string | undefined
  is_secret: boolean
}

/** Whether an expression is told what a secret is, or only that there is one. */
export type Secrets = 'open' | 'hidden'

const refuse = (key: string): never => {
  const found = `app.values.${key}, a secret in another store`
  const expected = 'a value whose text is kept here'
  throw new ExpressionError({ offset: 0, found, expected, message: `${found}, cannot be read by this orchestrator` })
}

const textOf = ({ key, value, is_secret }: AppValue, secrets: Secrets): string => {
  if (is_secret && secrets === 'hidden') return value === '' ? '' : hidden
  return value ?? refuse(key)
}

/** The shared values of an application by their keys. */
export const toContext = (values: readonly AppValue[], secrets: Secrets): Record<string, Value> => {
  const context: Record<string, Value> = {}
  for (const value of values) {
    // A secret that nobody asks for hinders nobody.
    Object.defineProperty(context, value.key, { enumerable: true, get: () => textOf(value, secrets) })
  }
  return context
}

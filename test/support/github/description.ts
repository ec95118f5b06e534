import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import slice from './openapi-slice.json' with { type: 'json' }

/*
 * GitHub's own description of the operations used (scripts/github-slice.ts), and what it says about requests and
 * answers.
 */

// The package is CommonJS: its default export is the module's `default` property.
const addFormats = addFormatsModule.default

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: Schema
}

type Content = Record<string, { schema: Schema }>

export interface Operation {
  operationId: string
  parameters?: ({ $ref: string } | Parameter)[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, { $ref: string } | { content?: Content }>
}

const at = (reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], slice)

export const resolve = <T extends object>(node: T | { $ref: string }): T =>
  '$ref' in node && typeof node.$ref === 'string' ? (at(node.$ref) as T) : (node as T)

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
const coercingAjv = new Ajv2020({ strict: false, validateSchema: false, coerceTypes: true })
for (const each of [ajv, coercingAjv]) {
  addFormats(each)
  each.addSchema(slice, 'github')
}

const rooted = (schema: Schema): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"github#/')) as object

const compiled = new WeakMap<Schema, ValidateFunction>()
const compiledParameters = new WeakMap<Schema, ValidateFunction>()

/** Parameters are text, whatever type they have. */
const parameterValidator = (schema: Schema): ValidateFunction => {
  const found = compiledParameters.get(schema) ?? coercingAjv.compile({ properties: { value: rooted(schema) } })
  compiledParameters.set(schema, found)
  return found
}

const validatorOf = (schema: Schema): ValidateFunction => {
  const found = compiled.get(schema) ?? ajv.compile(rooted(schema))
  compiled.set(schema, found)
  return found
}

const list = (errors: ErrorObject[] | null | undefined): string =>
  (errors ?? [])
    .slice(0, 5)
    .map(({ instancePath, message }) => `${instancePath} ${message}`)
    .join('; ')

/**
 * The description has a pull request's repository always there. It is null where the fork was deleted, and GitHub's
 * answers have been that way for as long as there are forks.
 */
const withoutKnownErrors = (operationId: string, body: unknown): unknown => {
  if (operationId !== 'pulls/get') return body
  const { head, ...rest } = body as { head?: { repo: unknown } & object; base?: { repo: unknown } }
  return head?.repo === null ? { ...rest, head: { ...head, repo: rest.base?.repo } } : body
}

export interface Found {
  readonly operation: Operation
  /** From the path, as text. */
  readonly parameters: Record<string, string>
}

/** The operation of a method and a path without host and prefix (`/repos/o/r/pulls/1`). */
export const findOperation = (method: string, path: string): Found | undefined => {
  const segments = path.split('/')
  for (const [template, item] of Object.entries(slice.paths as unknown as Record<string, Record<string, Operation>>)) {
    const names = template.split('/')
    const operation = item[method.toLowerCase()]
    if (!operation || names.length !== segments.length) continue
    if (!names.every((name, index) => name.startsWith('{') || name === segments[index])) continue
    const pairs = names.flatMap((name, index) =>
      name.startsWith('{') ? [[name.slice(1, -1), decodeURIComponent(segments[index] ?? '')] as const] : [],
    )
    return { operation, parameters: Object.fromEntries(pairs) }
  }
  return undefined
}

const parametersProblem = (operation: Operation, path: Record<string, string>, query: URLSearchParams) => {
  const known = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(parameter))
  const stray = [...query.keys()].find((name) => !known.some((one) => one.in === 'query' && one.name === name))
  if (stray !== undefined) return `there is no query parameter '${stray}'`
  for (const { name, in: place, required, schema } of known) {
    const value = place === 'path' ? path[name] : (query.get(name) ?? undefined)
    if (value === undefined && !required) continue
    if (!value || !parameterValidator(schema)({ value })) return `'${value}' is no ${place} parameter '${name}'`
  }
  return undefined
}

/** What is wrong with a request. Stricter than GitHub, which overlooks what it does not know. */
export const requestProblem = (
  { operation, parameters }: Found,
  query: URLSearchParams,
  body: unknown,
): string | undefined => {
  const problem = parametersProblem(operation, parameters, query)
  if (problem !== undefined) return problem
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema) return body === undefined ? undefined : 'it takes no body'
  const check = validatorOf(schema)
  if (!check(body)) return `its body is wrong: ${list(check.errors)}`
  const stray = Object.keys(body as object).find((name) => !(name in (schema.properties ?? {})))
  return stray === undefined ? undefined : `its body has '${stray}', which does not exist`
}

/** The schema of an answer's body; undefined for one without a body. Throws for a status that is not described. */
export const answerSchema = ({ operationId, responses }: Operation, status: number): Schema | undefined => {
  const found = responses[status]
  if (!found) throw new Error(`GitHub's description of ${operationId} has no status ${status}`)
  return resolve<{ content?: Content }>(found).content?.['application/json']?.schema
}

/** What is wrong with an answer of the fake. */
export const answerProblem = (operation: Operation, status: number, body: unknown): string | undefined => {
  const schema = answerSchema(operation, status)
  if (!schema) return body === undefined ? undefined : 'there is no body in the description'
  const check = validatorOf(schema)
  return check(withoutKnownErrors(operation.operationId, body)) ? undefined : list(check.errors)
}

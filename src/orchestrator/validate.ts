import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { compilePattern } from '../contract/identifiers.ts'
import contract from '../contract/validation.json' with { type: 'json' }
import { badRequest, type HttpError, unprocessable } from './errors.ts'

// The package is CommonJS: its default export is the module's `default` property.
const addFormats = addFormatsModule.default

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  style?: string
  schema: { type?: string | string[] }
}

interface OperationObject {
  operationId: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required?: boolean; content: Record<string, unknown> } | { $ref: string }
  responses: Record<string, unknown>
}

/** One operation of the contract, with where its schemas lie. */
export interface Operation {
  path: string
  method: string
  operationId: string
  parameters: Parameter[]
  /** Media type → JSON pointer of the schema; absent when the operation takes no body. */
  body?: { required: boolean; schemas: Map<string, string> }
  responses: Map<string, string | undefined>
}

const escapeSegment = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1')
const pointer = (...segments: string[]) => `#/${segments.map(escapeSegment).join('/')}`

/** Follows a `#/…` reference, giving the object and its own place. */
const resolve = <T>(node: T | { $ref: string }, at: string): { node: T; at: string } => {
  if (typeof node !== 'object' || node === null || !('$ref' in node)) return { node, at }
  const target = node.$ref
    .slice(2)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], contract)
  return resolve(target as T | { $ref: string }, node.$ref)
}

const schemasOf = (content: Record<string, unknown>, at: string) =>
  new Map(Object.keys(content).map((type) => [type, `${at}/content/${escapeSegment(type)}/schema`]))

const readOperation = (path: string, method: string, item: { parameters?: OperationObject['parameters'] }) => {
  const operation = (item as Record<string, unknown>)[method] as OperationObject
  const at = pointer('paths', path, method)
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
  const body = operation.requestBody && resolve(operation.requestBody, `${at}/requestBody`)
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const found = resolve<{ content?: Record<string, unknown> }>(response as object, `${at}/responses/${status}`)
    return [status, schemasOf(found.node.content ?? {}, found.at).get('application/json')] as const
  })
  return {
    path,
    method,
    operationId: operation.operationId,
    parameters: parameters.map((parameter) => resolve<Parameter>(parameter, '').node),
    ...(body
      ? { body: { required: body.node.required ?? false, schemas: schemasOf(body.node.content, body.at) } }
      : {}),
    responses: new Map(responses),
  }
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** Every operation of the contract, by path and then by method. */
export const contractOperations = (): [string, Map<string, Operation>][] =>
  Object.entries(contract.paths as Record<string, object>).map(([path, item]) => [
    path,
    new Map(
      Object.keys(item)
        .filter((key) => methods.has(key))
        .map((method) => [method, readOperation(path, method, item)]),
    ),
  ])

const describe = (subject: string, errors: ErrorObject[] | null | undefined) =>
  (errors ?? [])
    .slice(0, 5)
    .map(({ instancePath, message, params }) => {
      const extra = 'additionalProperty' in params ? ` '${params['additionalProperty']}'` : ''
      const allowed = 'allowedValues' in params ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : ''
      return `${subject}${instancePath} ${message}${extra}${allowed}`
    })
    .join('; ')

export interface Validator {
  /** Path and query parameters in their contract's types; 400 naming the one that is wrong. */
  parameters(operation: Operation, path: Record<string, string>, search: URLSearchParams): CheckedParameters
  /** The body as the contract describes it; 400, or 422 where the contract has it. */
  body(operation: Operation, contentType: string, text: string): unknown
  /** What is wrong with an answer, if anything: a bug of the orchestrator. */
  responseProblem(operation: Operation, status: number, body: unknown): string | undefined
}

export interface CheckedParameters {
  path: Record<string, unknown>
  query: Record<string, unknown>
}

const hasType = ({ schema }: Parameter, type: string) => [resolve(schema, '').node.type].flat().includes(type)

/** The raw text of a query parameter: one string, a list, or for `name[key]=value` a map; undefined when absent. */
const readQuery = (parameter: Parameter, search: URLSearchParams) => {
  if (parameter.style === 'deepObject') {
    const prefix = `${parameter.name}[`
    const entries = [...search].filter(([name]) => name.startsWith(prefix) && name.endsWith(']'))
    return entries.length > 0
      ? Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length, -1), value]))
      : undefined
  }
  if (hasType(parameter, 'array')) {
    const values = search.getAll(parameter.name)
    return values.length > 0 ? values : undefined
  }
  return search.get(parameter.name) ?? undefined
}

const createValidator = (): Validator => {
  const makeAjv = (coerceTypes: boolean) => {
    const ajv = new Ajv2020({
      strict: false,
      allErrors: true,
      coerceTypes,
      validateSchema: false,
      code: { regExp: compilePattern },
    })
    addFormats(ajv)
    return ajv.addSchema(contract, 'contract')
  }
  const bodies = makeAjv(false)
  const texts = makeAjv(true)
  const compiled = new Map<string, ValidateFunction>()
  const validatorAt = (at: string) => {
    const known = compiled.get(at)
    if (known) return known
    const made = bodies.compile({ $ref: `contract${at}` })
    compiled.set(at, made)
    return made
  }
  const checkParameter = (parameter: Parameter, value: unknown): unknown => {
    const key = `${parameter.in} ${parameter.name} ${JSON.stringify(parameter.schema)}`
    const schema = JSON.parse(JSON.stringify(parameter.schema).replaceAll('"#/', '"contract#/')) as object
    const check = compiled.get(key) ?? texts.compile({ type: 'object', properties: { value: schema } })
    compiled.set(key, check)
    const holder = { value }
    if (check(holder)) return holder.value
    throw badRequest(describe(`${parameter.in} parameter '${parameter.name}'`, check.errors).replaceAll('/value', ''))
  }

  return {
    parameters: (operation, path, search) => {
      const checked: CheckedParameters = { path: {}, query: {} }
      for (const parameter of operation.parameters) {
        const value = parameter.in === 'query' ? readQuery(parameter, search) : path[parameter.name]
        if (parameter.in === 'header') continue
        if (value !== undefined) checked[parameter.in][parameter.name] = checkParameter(parameter, value)
        else if (parameter.required) throw badRequest(`${parameter.in} parameter '${parameter.name}' is missing`)
      }
      return checked
    },
    body: (operation, contentType, text) => {
      if (!operation.body) return undefined
      const { required, schemas } = operation.body
      const refuse = (message: string): HttpError =>
        operation.responses.has('422') ? unprocessable(message) : badRequest(message)
      // People send JSON under any content type (`curl -d`): only forms and YAML are taken at their word.
      const type = [...schemas.keys()].find((one) => contentType.startsWith(one)) ?? [...schemas.keys()][0] ?? ''
      if (!/[/+]json$/.test(type)) return text
      if (text.trim() === '') {
        if (required) throw refuse('The request needs a JSON body.')
        return undefined
      }
      let body: unknown
      try {
        body = JSON.parse(text)
      } catch (error) {
        throw refuse(`The body is not JSON: ${(error as Error).message}`)
      }
      const check = validatorAt(schemas.get(type) ?? '')
      if (!check(body)) throw refuse(describe('body', check.errors))
      return body
    },
    responseProblem: (operation, status, body) => {
      if (!operation.responses.has(String(status))) return `status ${status} is not in the contract`
      const at = operation.responses.get(String(status))
      if (at === undefined) return body === undefined ? undefined : `status ${status} has no body in the contract`
      const check = validatorAt(at)
      return check(body) ? undefined : describe('body', check.errors)
    },
  }
}

let validator: Validator | undefined

/** The contract's validator: compiling its schemas takes a while, and they are the same for every orchestrator. */
export const contractValidator = (): Validator => (validator ??= createValidator())

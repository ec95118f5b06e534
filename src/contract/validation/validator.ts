import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { didYouMean } from '../closest.ts'
import { compilePattern } from '../identifiers.ts'
import contract from '../validation.json' with { type: 'json' }
import { roundedNumber } from './numbers.ts'
import { once } from './once.ts'
import { hasType, type Operation, type Parameter, type Schema, schemaAt } from './operations.ts'

// The package is CommonJS: its default export is the module's `default` property.
const addFormats = addFormatsModule.default

/** What was checked, as the contract's types have it, or one sentence about what is wrong, naming the field. */
export type Checked<T> = { value: T } | { problem: string }

export interface CheckedParameters {
  path: Record<string, unknown>
  query: Record<string, unknown>
}

/** Schemas are compiled when they are first needed. */
export interface Validator {
  /** Path and query, as they are sent. What the operation does not know is passed over. */
  parameters(operation: Operation, path: Record<string, string>, search: URLSearchParams): Checked<CheckedParameters>
  header(parameter: Parameter, value: string): Checked<unknown>
  /** A body as it is sent; undefined where none is taken. What is not JSON is taken as it is. */
  body(operation: Operation, contentType: string, text: string): Checked<unknown>
  /** Which of a body's outermost fields the operation does not know: the server may pass over it without a word. */
  unknownField(operation: Operation, body: unknown): string | undefined
  /** What is wrong with an answer, if anything. */
  responseProblem(operation: Operation, status: number, answer: AnswerBody): string | undefined
}

export interface AnswerBody {
  contentType: string
  body: unknown
}

const describe = (subject: string, errors: ErrorObject[] | null | undefined) => {
  const problems = (errors ?? []).slice(0, 20).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` '${params['additionalProperty']}'` : ''
    const allowed = 'allowedValues' in params ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : ''
    return `${subject}${instancePath} ${message}${extra}${allowed}`
  })
  // Where there is a choice of schemas, each of them may say the same.
  return [...new Set(problems)].slice(0, 5).join('; ')
}

/** The raw text of a query parameter: one string, a list, or for `name[key]=value` a map; undefined when absent. */
const readQuery = (parameter: Parameter, search: URLSearchParams) => {
  if (parameter.style === 'deepObject') {
    const prefix = `${parameter.name}[`
    const entries = [...search].filter(([name]) => name.startsWith(prefix) && name.endsWith(']'))
    return entries.length > 0
      ? Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length, -1), value]))
      : undefined
  }
  if (hasType(parameter.schema, 'array')) {
    const values = search.getAll(parameter.name)
    return values.length > 0 ? values : undefined
  }
  return search.get(parameter.name) ?? undefined
}

const isJson = (mediaType: string) => /[/+]json$/.test(mediaType)

/** The one of an operation's media types that a body is sent in. */
export const mediaTypeOf = (schemas: ReadonlyMap<string, string>, contentType: string) =>
  // People send JSON under any content type (`curl -d`): only forms and YAML are taken at their word.
  [...schemas.keys()].find((type) => contentType.startsWith(type)) ?? [...schemas.keys()][0] ?? ''

/** Compiles the contract's schemas, each when it is first asked for. */
const createSchemas = () => {
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
  const values = once(() => makeAjv(false))
  const texts = once(() => makeAjv(true))
  const compiled = new Map<string, ValidateFunction>()
  const remember = (key: string, compile: () => ValidateFunction) => {
    const check = compiled.get(key) ?? compile()
    compiled.set(key, check)
    return check
  }
  return {
    at: (pointer: string) => remember(pointer, () => values().compile({ $ref: `contract${pointer}` })),
    /** The same, and closed: nothing but what the schema names. */
    closedAt: (pointer: string) =>
      remember(`closed ${pointer}`, () =>
        values().compile({ $ref: `contract${pointer}`, unevaluatedProperties: false }),
      ),
    /** For an object with the parameter's text as its `value`, which becomes what its schema says. */
    ofParameter: (parameter: Parameter) =>
      remember(`${parameter.in} ${parameter.name} ${JSON.stringify(parameter.schema)}`, () => {
        const schema = JSON.parse(JSON.stringify(parameter.schema).replaceAll('"#/', '"contract#/')) as object
        return texts().compile({ type: 'object', properties: { value: schema } })
      }),
  }
}

type Schemas = ReturnType<typeof createSchemas>

/** Any text fits, as with most parameters of a path: those need no schema to be compiled, nor Ajv at all. */
const isAnyText = (schema: Schema) => schema.type === 'string' && Object.keys(schema).length === 1

const checkParameter = (schemas: Schemas, parameter: Parameter, value: unknown): Checked<unknown> => {
  if (isAnyText(parameter.schema) && typeof value === 'string') return { value }
  const check = schemas.ofParameter(parameter)
  const holder = { value }
  if (check(holder)) return { value: holder.value }
  const subject = `${parameter.in} parameter '${parameter.name}'`
  return { problem: describe(subject, check.errors).replaceAll('/value', '') }
}

const checkParameters = (
  schemas: Schemas,
  { parameters }: Operation,
  { path, search }: { path: Record<string, string>; search: URLSearchParams },
): Checked<CheckedParameters> => {
  const checked: CheckedParameters = { path: {}, query: {} }
  for (const parameter of parameters) {
    if (parameter.in === 'header') continue
    const value = parameter.in === 'query' ? readQuery(parameter, search) : path[parameter.name]
    if (value === undefined) {
      if (parameter.required) return { problem: `${parameter.in} parameter '${parameter.name}' is missing` }
      continue
    }
    const result = checkParameter(schemas, parameter, value)
    if ('problem' in result) return result
    checked[parameter.in][parameter.name] = result.value
  }
  return { value: checked }
}

const checkBody = (schemas: Schemas, taken: Operation['body'], contentType: string, text: string): Checked<unknown> => {
  if (!taken) return { value: undefined }
  const type = mediaTypeOf(taken.schemas, contentType)
  if (!isJson(type)) return { value: text }
  if (text.trim() === '') return taken.required ? { problem: 'The request needs a JSON body.' } : { value: undefined }
  let body: unknown
  try {
    body = JSON.parse(text)
    const rounded = roundedNumber(text)
    if (rounded !== undefined) return { problem: rounded }
  } catch (error) {
    return { problem: `The body is not JSON: ${(error as Error).message}` }
  }
  const check = schemas.at(taken.schemas.get(type) ?? '')
  return check(body) ? { value: body } : { problem: describe('body', check.errors) }
}

const unknownField = (schemas: Schemas, taken: Operation['body'], body: unknown): string | undefined => {
  const at = taken?.schemas.get('application/json')
  if (at === undefined) return undefined
  const { properties, oneOf, anyOf, allOf } = schemaAt(at)
  // What names no field at all is for any.
  if (!properties && !oneOf && !anyOf && !allOf) return undefined
  const check = schemas.closedAt(at)
  if (check(body)) return undefined
  const found = check.errors?.find(({ keyword }) => keyword === 'unevaluatedProperties')
  if (!found) return undefined
  const name = String(found.params['unevaluatedProperty'])
  const guess = didYouMean(name, Object.keys(properties ?? {}))
  return `body has the field '${name}', which is not one of its fields${guess}`
}

const responseProblem = (
  schemas: Schemas,
  { responses }: Operation,
  status: number,
  { contentType, body }: AnswerBody,
): string | undefined => {
  const types = responses.get(String(status)) ?? (status < 400 ? undefined : responses.get('default'))
  if (!types) return `status ${status} is not in the contract`
  if (types.size === 0) return body === undefined ? undefined : `status ${status} has no body in the contract`
  const at = types.get(contentType)
  if (at === undefined) return `status ${status} has no body of type ${contentType} in the contract`
  if (!isJson(contentType)) return undefined
  const check = schemas.at(at)
  return check(body) ? undefined : describe('body', check.errors)
}

const createValidator = (): Validator => {
  const schemas = createSchemas()
  return {
    parameters: (operation, path, search) => checkParameters(schemas, operation, { path, search }),
    header: (parameter, value) => checkParameter(schemas, parameter, value),
    body: ({ body }, contentType, text) => checkBody(schemas, body, contentType, text),
    unknownField: (operation, body) => unknownField(schemas, operation.body, body),
    responseProblem: (operation, status, answer) => responseProblem(schemas, operation, status, answer),
  }
}

/** One for the whole process: compiling schemas takes a while, and they are the same for everybody. */
export const contractValidator: () => Validator = once(createValidator)

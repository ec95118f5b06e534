import { toQuery } from '../client/url.ts'
import type { UntypedOptions } from '../client/index.ts'
import { didYouMean } from '../contract/closest.ts'
import { hasType, type Operation, type Parameter, schemaAt } from '../contract/validation/operations.ts'
import { type Checked, contractValidator } from '../contract/validation/validator.ts'
import { InputError } from '../errors.ts'
import type { Random } from '../random.ts'
import type { FoundOperation } from './find-operation.ts'

/** How the body of an operation is written down. */
export type BodyForm = 'none' | 'json' | 'json-string' | 'text'

export interface CallRequest extends FoundOperation {
  /** Texts, numbers and booleans, lists of them, or maps of them. */
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: ReadonlyMap<string, string>
  /** A value for JSON, text for what is not; undefined for none. */
  readonly body: unknown
}

/** A call that the contract has nothing against. */
export interface PreparedCall {
  readonly operation: Operation
  readonly options: UntypedOptions
}

const json = 'application/json'

/** Throws an `InputError` for an operation whose body cannot be written as text. */
export const bodyFormOf = ({ operationId, body }: Operation): BodyForm => {
  if (!body) return 'none'
  const at = body.schemas.get(json)
  if (at !== undefined) return hasType(schemaAt(at), 'string') ? 'json-string' : 'json'
  const [type = ''] = body.schemas.keys()
  if (type === 'multipart/form-data')
    throw new InputError(`${operationId} takes a file upload, which is not for this action.`)
  return 'text'
}

const valueOf = <T>({ operationId }: Operation, checked: Checked<T>): T => {
  if ('problem' in checked) throw new InputError(`${operationId}: ${checked.problem.replace(/\.$/, '')}.`)
  return checked.value
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** What a query parameter has to be, where the value given is something else. */
const misfit = ({ style, schema }: Parameter, value: unknown): string | undefined => {
  const isContainer = typeof value === 'object' && value !== null && Object.values(value).every(isScalar)
  if (style === 'deepObject') return isContainer && !Array.isArray(value) ? undefined : 'a mapping of texts'
  if (isScalar(value)) return undefined
  if (!hasType(schema, 'array')) return 'one text, number or boolean'
  return isContainer && Array.isArray(value) ? undefined : 'a list of texts'
}

const checkQuery = (operation: Operation, query: CallRequest['query']): NonNullable<UntypedOptions['query']> => {
  const { operationId } = operation
  const known = operation.parameters.filter((each) => each.in === 'query')
  const names = known.map(({ name }) => name)
  for (const [name, value] of Object.entries(query)) {
    const parameter = known.find((each) => each.name === name)
    if (!parameter) {
      const choices = names.length === 0 ? 'It has none' : `It has ${names.join(', ')}`
      throw new InputError(
        `Input 'query' has '${name}', which is no query parameter of ${operationId}${didYouMean(name, names)}. ${choices}.`,
      )
    }
    const wanted = misfit(parameter, value)
    if (wanted !== undefined) throw new InputError(`Input 'query': '${name}' of ${operationId} has to be ${wanted}.`)
  }
  return query as NonNullable<UntypedOptions['query']>
}

/** The media types of an operation's successes. */
const formsOf = ({ responses }: Operation): string[] =>
  [...responses].flatMap(([status, types]) => (status.startsWith('2') ? Array.from(types.keys()) : []))

/** Names in lower case. */
const checkHeaders = (operation: Operation, headers: CallRequest['headers']): Record<string, string> => {
  const { operationId } = operation
  const declared = operation.parameters.filter((each) => each.in === 'header')
  const forms = formsOf(operation)
  const known = new Set([...declared.map(({ name }) => name), ...(forms.length > 1 ? ['Accept'] : [])])
  const checked: Record<string, string> = {}
  for (const [name, value] of headers) {
    const choice = [...known].find((each) => each.toLowerCase() === name.toLowerCase())
    if (choice === undefined) {
      const choices = known.size === 0 ? 'It has none' : `It has ${[...known].join(', ')}`
      throw new InputError(`Input 'headers' has '${name}', which is no header of ${operationId}. ${choices}.`)
    }
    if (!/^[\x20-\x7e]+$/.test(value)) {
      throw new InputError(
        `Input 'headers': '${choice}' holds what no header can, such as line breaks. Write it in one line of ASCII.`,
      )
    }
    if (choice === 'Accept' && !forms.includes(value)) {
      const wanted = forms.join(' or ')
      throw new InputError(`Input 'headers': ${operationId} does not answer with '${value}'. Write Accept: ${wanted}.`)
    }
    const parameter = declared.find((each) => each.name === choice)
    if (parameter) valueOf(operation, contractValidator().header(parameter, value))
    checked[choice.toLowerCase()] = value
  }
  return checked
}

const checkBody = (operation: Operation, body: unknown): Pick<UntypedOptions, 'body' | 'contentType'> => {
  const { operationId } = operation
  const form = bodyFormOf(operation)
  if (body === undefined) {
    if (operation.body?.required)
      throw new InputError(`${operationId} needs a body. Give it in input 'body' or 'body-file'.`)
    return {}
  }
  if (form === 'none') throw new InputError(`${operationId} takes no body.`)
  if (form === 'text') {
    const [contentType = ''] = operation.body?.schemas.keys() ?? []
    return { body, contentType }
  }
  const validator = contractValidator()
  valueOf(operation, validator.body(operation, json, JSON.stringify(body)))
  const unknown = validator.unknownField(operation, body)
  if (unknown !== undefined) throw new InputError(`${operationId}: ${unknown}.`)
  return { body }
}

/** Holds a call against the contract. Throws an `InputError` that names the operation and the field. */
export const prepareCall = ({ operation, path, query, headers, body }: CallRequest, random: Random): PreparedCall => {
  const checkedQuery = checkQuery(operation, query)
  valueOf(operation, contractValidator().parameters(operation, { ...path }, new URLSearchParams(toQuery(checkedQuery))))
  const { 'idempotency-key': givenKey, ...otherHeaders } = checkHeaders(operation, headers)
  const takesKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key')
  return {
    operation,
    options: {
      path,
      query: checkedQuery,
      headers: otherHeaders,
      ...checkBody(operation, body),
      ...(takesKey ? { idempotencyKey: givenKey ?? random.uuid() } : {}),
    },
  }
}

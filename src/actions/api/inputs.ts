import { findOperation, type FoundOperation, type OperationTarget } from '../../core/find-operation.ts'
import { bodyFormOf, type CallRequest } from '../../core/prepare-call.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { type OrganizationConnection, readServerConnection } from '../connection.ts'

export interface ApiInputs {
  readonly connection: OrganizationConnection
  readonly request: CallRequest
  /** Undefined for one answer only. */
  readonly maxPages: number | undefined
  readonly failOnError: boolean
  readonly summary: boolean
}

const minute = 60 * 1000

const readTarget = (inputs: Inputs): OperationTarget => {
  const method = inputs.choice('method', ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
  if (inputs.exactlyOne('operation', 'path') === 'path')
    return { method: method ?? 'GET', path: inputs.required('path') }
  if (method !== undefined) inputs.refuse('method', "does not go with 'operation', which has a method of its own")
  return { operationId: inputs.required('operation') }
}

const readKnown = (inputs: Inputs): Map<string, string> => {
  const values = { orgId: inputs.text('org'), appId: inputs.text('app'), envId: inputs.text('env') }
  return new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** A JSON string may be written without its quotes: ids such as 12e4 must not become numbers. */
const readString = (text: string | undefined): string | undefined => {
  if (text?.startsWith('"') !== true) return text
  try {
    return JSON.parse(text) as string
  } catch {
    return text
  }
}

const readBody = async (inputs: Inputs, { operation }: FoundOperation): Promise<unknown> => {
  const given = inputs.atMostOne('body', 'body-file')
  if (given === undefined) return undefined
  const form = bodyFormOf(operation)
  if (form === 'json') return given === 'body' ? inputs.json('body') : inputs.jsonFile('body-file')
  const text = given === 'body' ? inputs.text('body') : await inputs.file('body-file')
  return form === 'json-string' ? readString(text?.trim()) : text
}

export const readInputs = async (inputs: Inputs): Promise<ApiInputs> => {
  const server = readServerConnection(inputs, { timeoutMs: 5 * minute })
  const known = readKnown(inputs)
  const found = findOperation(readTarget(inputs), { given: await inputs.mapping('parameters'), known })
  const maxPages = inputs.integer('max-pages', { default: 100, min: 1, max: 1000 })
  return {
    connection: { ...server, orgId: known.get('orgId') ?? '' },
    request: {
      ...found,
      query: (await inputs.object('query')) ?? {},
      headers: await inputs.mapping('headers'),
      body: await readBody(inputs, found),
    },
    maxPages: inputs.boolean('paginate', false) ? maxPages : undefined,
    failOnError: inputs.boolean('fail-on-error', true),
    summary: inputs.boolean('summary', true),
  }
}

import contract from '../validation.json' with { type: 'json' }
import { once } from './once.ts'

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  style?: string
  schema: Schema
}

export interface Schema {
  type?: string | string[]
  properties?: object
  oneOf?: unknown
  anyOf?: unknown
  allOf?: unknown
}

interface OperationObject {
  operationId: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required?: boolean; content: Record<string, unknown> } | { $ref: string }
  responses: Record<string, unknown>
}

/** One operation of the contract, with where its schemas lie: media type → JSON pointer. */
export interface Operation {
  path: string
  /** In lower case. */
  method: string
  operationId: string
  parameters: Parameter[]
  /** Absent when the operation takes no body. */
  body?: { required: boolean; schemas: Map<string, string> }
  /** By status; empty where the answer has no body. */
  responses: Map<string, Map<string, string>>
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

/** The schema at a pointer, with what it refers to in its place. */
export const schemaAt = (at: string): Schema => resolve<Schema>({ $ref: at }, '').node

/** Whether a value of this type may be what the schema describes. */
export const hasType = (schema: Schema, type: string): boolean => [resolve(schema, '').node.type].flat().includes(type)

const schemasOf = (content: Record<string, unknown>, at: string) =>
  new Map(Object.keys(content).map((type) => [type, `${at}/content/${escapeSegment(type)}/schema`]))

const readOperation = (
  path: string,
  method: string,
  item: { parameters?: OperationObject['parameters'] },
): Operation => {
  const operation = (item as Record<string, unknown>)[method] as OperationObject
  const at = pointer('paths', path, method)
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
  const body = operation.requestBody && resolve(operation.requestBody, `${at}/requestBody`)
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const found = resolve<{ content?: Record<string, unknown> }>(response as object, `${at}/responses/${status}`)
    return [status, schemasOf(found.node.content ?? {}, found.at)] as const
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

const readOperations = (): [string, Map<string, Operation>][] =>
  Object.entries(contract.paths as Record<string, object>).map(([path, item]) => [
    path,
    new Map(
      Object.keys(item)
        .filter((key) => methods.has(key))
        .map((method) => [method, readOperation(path, method, item)]),
    ),
  ])

/** Every operation of the contract, by path and then by method. */
export const contractOperations: () => readonly [string, ReadonlyMap<string, Operation>][] = once(readOperations)

import { didYouMean } from '../contract/closest.ts'
import { contractOperations, type Operation } from '../contract/validation/operations.ts'
import { createPathTree } from '../contract/validation/path-tree.ts'
import { InputError } from '../errors.ts'

/** An operation by its name, or by its method and a path in which `{name}` stands for a parameter. */
export type OperationTarget = { readonly operationId: string } | { readonly method: string; readonly path: string }

export interface PathValues {
  readonly given: ReadonlyMap<string, string>
  /** For parameters that are not given: what the step knows anyway. */
  readonly known: ReadonlyMap<string, string>
}

export interface FoundOperation {
  readonly operation: Operation
  /** The values of the path's parameters, each of them. */
  readonly path: Readonly<Record<string, string>>
}

const list = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '))

/** The inputs of a step that give values to the parameters that most paths have. */
const inputs = new Map([
  ['orgId', 'org'],
  ['appId', 'app'],
  ['envId', 'env'],
])

/** The value of a parameter that `what` needs. */
const valueOf = (name: string, { given, known }: PathValues, what: string): string => {
  const value = given.get(name) ?? known.get(name)
  if (value !== undefined) return value
  const input = inputs.get(name)
  const other = input === undefined ? '' : `, or as input '${input}'`
  throw new InputError(`${what} needs the path parameter '${name}'. Give it in input 'parameters'${other}.`)
}

const refuseUnknown = ({ given }: PathValues, names: readonly string[], what: string) => {
  for (const name of given.keys()) {
    if (names.includes(name)) continue
    throw new InputError(
      `Input 'parameters' has '${name}', which is no path parameter of ${what}${didYouMean(name, names)}. It has: ${list(names)}.`,
    )
  }
}

const findById = (operationId: string, values: PathValues): FoundOperation => {
  const all = contractOperations().flatMap(([, operations]) => Array.from(operations.values()))
  const operation = all.find((each) => each.operationId === operationId)
  if (!operation) {
    const ids = all.map((each) => each.operationId)
    const guess = didYouMean(operationId, ids)
    const alike = ids.filter((id) => id.toLowerCase().includes(operationId.toLowerCase())).slice(0, 10)
    const hint = guess === '' && alike.length > 0 ? `. There are ${list(alike)}` : guess
    throw new InputError(`Input 'operation' is "${operationId}", which is no operation of the API${hint}.`)
  }
  const names = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name)
  refuseUnknown(values, names, operationId)
  return { operation, path: Object.fromEntries(names.map((name) => [name, valueOf(name, values, operationId)])) }
}

const placeholder = /^\{([^{}]+)\}$/

/** The segments of a path as somebody writes it, decoded and with the parameters in their places. */
const segmentsOf = (path: string, values: PathValues): string[] => {
  const refuse = (problem: string): never => {
    throw new InputError(`Input 'path' is "${path}", which ${problem}.`)
  }
  if (!path.startsWith('/')) refuse('does not begin with /. Write it without the address of the API')
  if (/[?#]/.test(path)) refuse("has a query. Give it in input 'query'")
  const segments = path.split('/').slice(1)
  const names = segments.flatMap((segment) => placeholder.exec(segment)?.[1] ?? [])
  refuseUnknown(values, names, path)
  return segments.map((segment) => {
    const name = placeholder.exec(segment)?.[1]
    if (name !== undefined) return valueOf(name, values, path)
    try {
      return decodeURIComponent(segment)
    } catch {
      return refuse('is not percent-encoded correctly')
    }
  })
}

/** Paths of the same length that differ in one word. */
const pathsLike = (segments: readonly string[]): string[] =>
  contractOperations()
    .map(([path]) => path)
    .filter((path) => {
      const parts = path.split('/').slice(1)
      if (parts.length !== segments.length) return false
      return parts.filter((part, index) => part !== segments[index] && !placeholder.test(part)).length <= 1
    })

const findByPath = (method: string, path: string, values: PathValues): FoundOperation => {
  const segments = segmentsOf(path, values)
  const match = createPathTree(contractOperations())(segments)
  if (!match) {
    const alike = pathsLike(segments).slice(0, 3)
    const hint = alike.length > 0 ? ` (did you mean ${alike.join(' or ')}?)` : ''
    throw new InputError(`Input 'path' is "${path}", which is no path of the API${hint}.`)
  }
  const operation = match.found.get(method.toLowerCase())
  if (operation) return { operation, path: match.parameters }
  const methods = [...match.found.keys()].map((each) => each.toUpperCase())
  throw new InputError(`Input 'method' is "${method}", which ${path} does not take. It takes ${list(methods)}.`)
}

/** The operation that a step asks for. Throws an `InputError` that names what is wrong and what is close to it. */
export const findOperation = (target: OperationTarget, values: PathValues): FoundOperation =>
  'operationId' in target ? findById(target.operationId, values) : findByPath(target.method, target.path, values)

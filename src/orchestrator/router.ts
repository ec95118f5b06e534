import type { paths } from '../contract/schema.ts'
import type { Access, Caller } from './auth.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Path = keyof paths

type Parameters<O, In extends string> = O extends { parameters: infer P }
  ? In extends keyof P
    ? NonNullable<P[In]>
    : Record<string, never>
  : Record<string, never>

type JsonBody<O> = O extends { requestBody?: infer B }
  ? NonNullable<B> extends { content: infer C }
    ? keyof C extends 'application/x-yaml'
      ? string
      : C[keyof C]
    : undefined
  : undefined

export interface Call<O> {
  path: Parameters<O, 'path'>
  query: Parameters<O, 'query'>
  /** Names in lower case. */
  headers: Record<string, string>
  body: JsonBody<O>
  caller: Caller
  /** Absolute, as it was asked for: pages build their `Link` on it. */
  url: string
}

/** What is sent as it is, where the contract has another form of answer beside JSON. */
type TextAnswer<S, R> = R extends { content: infer C }
  ? Exclude<keyof C, 'application/json'> extends never
    ? never
    : { status: S; text: string; headers: { 'content-type': Exclude<keyof C, 'application/json'> } }
  : never

type JsonOf<R> = R extends { content: { 'application/json': infer J } } ? J : undefined

/** The documented successes, as status and body. */
export type Answer<O> = O extends { responses: infer R }
  ? {
      [S in keyof R]: S extends 200 | 201 | 202 | 204 | 307
        ? JsonOf<R[S]> extends undefined
          ? { status: S; headers?: Record<string, string> }
          : { status: S; body: JsonOf<R[S]>; headers?: Record<string, string> } | TextAnswer<S, R[S]>
        : never
    }[keyof R]
  : never

export interface Route {
  method: Method
  path: string
  access: Access
  answer(call: Call<never>): { status: number; body?: unknown; text?: string; headers?: Record<string, string> }
}

/** One operation of the contract: its types come from the path literal. */
export const route = <P extends Path, M extends Method & keyof paths[P]>(
  method: M,
  path: P,
  access: Access,
  answer: (call: Call<paths[P][M]>) => Answer<paths[P][M]>,
): Route => ({ method, path, access, answer })

export interface Match<T> {
  found: T
  parameters: Record<string, string>
}

interface Node<T> {
  literal: Map<string, Node<T>>
  parameter?: Node<T>
  /** What the path that ends here belongs to, and the names of its parameters from left to right. */
  end?: { found: T; names: string[] }
}

/** Finds what belongs to a path such as `/orgs/{orgId}/apps`; a literal segment wins over a parameter. */
export const createPathTree = <T>(entries: Iterable<readonly [string, T]>) => {
  const newNode = (): Node<T> => ({ literal: new Map() })
  const root = newNode()
  for (const [path, found] of entries) {
    const names: string[] = []
    let at = root
    for (const segment of path.split('/').slice(1)) {
      const name = /^\{(.+)\}$/.exec(segment)?.[1]
      if (name === undefined) {
        const next = at.literal.get(segment) ?? newNode()
        at.literal.set(segment, next)
        at = next
      } else {
        names.push(name)
        at = at.parameter ??= newNode()
      }
    }
    at.end = { found, names }
  }

  const find = (node: Node<T>, segments: readonly string[], values: string[]): Match<T> | undefined => {
    const segment = segments[0]
    if (segment === undefined) {
      if (!node.end) return undefined
      const { found, names } = node.end
      return { found, parameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) }
    }
    const rest = segments.slice(1)
    const literal = node.literal.get(segment)
    const below = literal && find(literal, rest, values)
    if (below || !node.parameter || segment === '') return below
    return find(node.parameter, rest, [...values, segment])
  }

  /** `segments` are percent-decoded already. */
  return (segments: readonly string[]) => find(root, segments, [])
}

import type { paths } from '../contract/schema.ts'
import type { Access, Caller } from './auth.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Path = keyof paths

type Parameters<O, In extends string> = O extends { parameters: infer P }
  ? In extends keyof P
    ? NonNullable<P[In]>
    : Record<string, never>
  : Record<string, never>

/** JSON as what the contract makes of it, YAML as its text, a form as its bytes. */
type Body<O> = O extends { requestBody?: infer B }
  ? NonNullable<B> extends { content: infer C }
    ? {
        [T in keyof C]: T extends 'application/x-yaml' ? string : T extends 'multipart/form-data' ? Buffer : C[T]
      }[keyof C]
    : undefined
  : undefined

export interface Call<O> {
  path: Parameters<O, 'path'>
  query: Parameters<O, 'query'>
  /** Names in lower case. */
  headers: Record<string, string>
  body: Body<O>
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

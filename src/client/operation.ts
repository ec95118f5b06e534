/**
 * Types only: what a caller may pass to an operation of the contract, and what comes back. They read the shape that
 * openapi-typescript gives to an operation, and leave nothing behind at run time.
 */

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The paths of `Paths` that know `M`. */
export type PathsWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends { [K in M]: { responses: unknown } } ? P : never
}[keyof Paths] &
  string

export type OperationAt<Paths, P extends PropertyKey, M extends Method> = Paths extends {
  [K in P]: { [L in M]: infer Op }
}
  ? Op
  : never

type ParametersOf<Op> = Op extends { parameters: infer P } ? P : object

/** Optional members may also be given as `undefined`, which is the same as leaving them out. */
type Optional<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] }

/** The member `From` of `T`, renamed to `To`, as required or optional as it was, and nothing where it is `never`. */
type Part<T, From extends PropertyKey, To extends string> = T extends { [K in From]: infer V }
  ? { [K in To]: Optional<V> }
  : T extends { [K in From]?: infer V }
    ? [NonNullable<V>] extends [never]
      ? object
      : { [K in To]?: Optional<NonNullable<V>> }
    : object

type Key = 'Idempotency-Key'

type HeaderPart<P> = P extends { header?: infer H }
  ? [NonNullable<H>] extends [never]
    ? object
    : (Exclude<keyof NonNullable<H>, Key> extends never
        ? object
        : Part<{ header?: Omit<NonNullable<H>, Key> }, 'header', 'headers'>) &
        (Key extends keyof NonNullable<H> ? { idempotencyKey?: string | undefined } : object)
  : object

/** JSON is passed as a value; any other type as the text to send, with its name. */
type BodyPart<Content> = {
  [T in keyof Content]: T extends 'application/json'
    ? { body: Content[T] }
    : { body: string | Uint8Array; contentType: `${T & string}${'' | `;${string}`}` }
}[keyof Content]

type RequestBody<Op> = Op extends { requestBody: { content: infer C } }
  ? BodyPart<C>
  : Op extends { requestBody?: infer B }
    ? [NonNullable<B>] extends [never]
      ? object
      : NonNullable<B> extends { content: infer C }
        ? BodyPart<C> | { body?: never }
        : object
    : object

export interface CallLimits {
  /** Instead of the client's. */
  signal?: AbortSignal | undefined
  /** Instead of the client's: milliseconds since the epoch after which nothing is sent or repeated. */
  deadline?: number | undefined
  requestTimeoutMs?: number | undefined
  /** Whatever its method says, as a trial or a conversion: it is repeated like a read. */
  changesNothing?: boolean | undefined
}

export type OptionsOf<Op> = Part<ParametersOf<Op>, 'path', 'path'> &
  Part<ParametersOf<Op>, 'query', 'query'> &
  HeaderPart<ParametersOf<Op>> &
  RequestBody<Op> &
  CallLimits

/** A rest parameter that may be left out where the operation needs nothing. */
export type OptionsArgument<Op> = object extends OptionsOf<Op> ? [options?: OptionsOf<Op>] : [options: OptionsOf<Op>]

/** What the calls by `M` take beside their path. */
export type ArgumentsOf<Paths, M extends Method> = {
  [P in PathsWith<Paths, M>]: OptionsArgument<OperationAt<Paths, P, M>>
}

type Success = 200 | 201 | 202 | 203 | 204 | 205 | 206 | '2XX'

type JsonOf<R> = R extends { content: infer C }
  ? C extends { 'application/json': infer B }
    ? B
    : C[keyof C] extends never
      ? undefined
      : string
  : undefined

/** The documented JSON bodies of an operation's successes; `undefined` for those without a body. */
export type BodyOf<Op> = Op extends { responses: infer R }
  ? { [S in keyof R & Success]: JsonOf<R[S]> }[keyof R & Success]
  : never

export interface Answer<Body> {
  readonly method: string
  /** Without host and query. */
  readonly path: string
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** As the server wrote it, fit for `If-Match`. */
  readonly etag?: string
  readonly body: Body
}

/** A read without a body is an error, so this never lacks one. */
export type ReadAnswer<Op> = Answer<Exclude<BodyOf<Op>, undefined>>

/** Any write may be answered without a body, whatever is documented: the compiler makes the caller say what then. */
export type WriteAnswer<Op> = Answer<BodyOf<Op> | undefined>

/** Paths whose GET answers with a list. */
export type ListPaths<Paths> = {
  [P in PathsWith<Paths, 'get'>]: ReadAnswer<OperationAt<Paths, P, 'get'>>['body'] extends readonly unknown[]
    ? P
    : never
}[PathsWith<Paths, 'get'>]

export type ItemOf<Op> = Exclude<BodyOf<Op>, undefined> extends readonly (infer Item)[] ? Item : never

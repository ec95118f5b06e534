import type { Clock } from '../clock.ts'
import type { Transport } from '../contract/http.ts'
import type { paths } from '../contract/schema.ts'
import { InputError, NetworkError } from '../errors.ts'
import type { Random } from '../random.ts'
import type { Call, Caller, Retry } from './call.ts'
import { createCaller } from './call.ts'
import type {
  Answer,
  ArgumentsOf,
  CallLimits,
  ItemOf,
  ListPaths,
  OperationAt,
  ReadAnswer,
  WriteAnswer,
} from './operation.ts'
import { readAnswers, readPages } from './pages.ts'
import type { RetryLimits } from './retry.ts'
import { defaultRetry } from './retry.ts'
import type { Query } from './url.ts'
import { toBaseUrl, toPath, toQuery } from './url.ts'

export type { Retry } from './call.ts'
export { hasStatus } from './errors.ts'
export type { Answer } from './operation.ts'
export { itemsOf } from './pages.ts'
export { isUnknownEffect } from './retry.ts'

export interface ClientOptions {
  baseUrl: string
  token: string
  transport: Transport
  clock: Clock
  random: Random
  /** `name/version`. */
  userAgent: string
  /** For one request, the body of its answer included; 30 s unless given. */
  requestTimeoutMs?: number | undefined
  retry?: Partial<RetryLimits> | undefined
  /** Milliseconds since the epoch after which nothing is sent or repeated. */
  deadline?: number | undefined
  /** Ends whatever is under way. */
  signal?: AbortSignal | undefined
  onRetry?: ((retry: Retry) => void) | undefined
}

// Interfaces, since the compiler works out each of their members once, and a conditional type anew for every path at every
// call: types are checked in a third of the time.
interface GetArguments extends ArgumentsOf<paths, 'get'> {}
interface PostArguments extends ArgumentsOf<paths, 'post'> {}
interface PutArguments extends ArgumentsOf<paths, 'put'> {}
interface PatchArguments extends ArgumentsOf<paths, 'patch'> {}
interface DeleteArguments extends ArgumentsOf<paths, 'delete'> {}

/** The API by its paths, as the contract writes them: `client.get('/orgs/{orgId}/apps', { path: { orgId } })`. */
export interface Client {
  get<P extends keyof GetArguments>(
    path: P,
    ...options: GetArguments[P]
  ): Promise<ReadAnswer<OperationAt<paths, P, 'get'>>>

  post<P extends keyof PostArguments>(
    path: P,
    ...options: PostArguments[P]
  ): Promise<WriteAnswer<OperationAt<paths, P, 'post'>>>

  put<P extends keyof PutArguments>(
    path: P,
    ...options: PutArguments[P]
  ): Promise<WriteAnswer<OperationAt<paths, P, 'put'>>>

  patch<P extends keyof PatchArguments>(
    path: P,
    ...options: PatchArguments[P]
  ): Promise<WriteAnswer<OperationAt<paths, P, 'patch'>>>

  delete<P extends keyof DeleteArguments>(
    path: P,
    ...options: DeleteArguments[P]
  ): Promise<WriteAnswer<OperationAt<paths, P, 'delete'>>>

  /** The items of a list, page after page, each page read when its first item is asked for. */
  pages<P extends ListPaths<paths>>(
    path: P,
    ...options: GetArguments[P]
  ): AsyncIterable<ItemOf<OperationAt<paths, P, 'get'>>>

  /** An operation that only the run knows, held against the contract by the caller; with the answers of further pages. */
  send(method: string, path: string, options?: UntypedOptions): AsyncIterable<Answer<unknown>>
}

/** What the types above let through, once they are gone. */
export interface UntypedOptions extends CallLimits {
  path?: Readonly<Record<string, string | number>>
  query?: Query
  headers?: Readonly<Record<string, string | undefined>>
  body?: unknown
  contentType?: string
  idempotencyKey?: string
}

const toCall = (baseUrl: string, method: string, template: string, options: UntypedOptions = {}): Call => {
  const { path, query, body, contentType, ...others } = options
  const isText = typeof body === 'string' || body instanceof Uint8Array
  return {
    method,
    url: new URL(`${baseUrl}${toPath(template, path)}${toQuery(query)}`),
    body: contentType !== undefined && isText ? body : JSON.stringify(body),
    contentType,
    ...others,
  }
}

const checkToken = (token: string) => {
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new InputError('The token is empty or holds characters that no token has, such as spaces or line ends')
  return token
}

/** Throws `InputError` for a token or an address that cannot be used. */
export const createClient = (options: ClientOptions): Client => {
  const baseUrl = toBaseUrl(options.baseUrl)
  const caller: Caller = createCaller({
    ...options,
    token: checkToken(options.token),
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
    retry: { ...defaultRetry, ...options.retry },
    deadline: options.deadline ?? Number.POSITIVE_INFINITY,
  })
  const call = (method: string) => async (path: string, callOptions?: UntypedOptions) =>
    caller(toCall(baseUrl, method, path, callOptions))

  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
    send: (method: string, path: string, callOptions?: UntypedOptions) =>
      readAnswers(caller, toCall(baseUrl, method, path, callOptions)),
    pages: (path: string, callOptions?: UntypedOptions) => readPages(caller, toCall(baseUrl, 'GET', path, callOptions)),
  } as unknown as Client
}

/** The body of a write that has to have one; a `NetworkError` of unknown effect where the server sent none. */
export const requireBody = <Body>(answer: Answer<Body>): NonNullable<Body> => {
  if (answer.body !== undefined && answer.body !== null) return answer.body
  const { method, path, status } = answer
  throw new NetworkError(`${method} ${path} was answered ${status}, but with nothing in the answer`, {
    sent: true,
    retryable: false,
  })
}

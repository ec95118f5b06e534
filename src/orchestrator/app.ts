import type { HttpRequest, HttpResponse } from '../contract/http.ts'
import { contractDocument } from '../contract/validation/document.ts'
import { contractOperations, type Operation } from '../contract/validation/operations.ts'
import { createPathTree, type Match } from '../contract/validation/path-tree.ts'
import { contractValidator } from '../contract/validation/validator.ts'
import type { Auth, Caller } from './auth.ts'
import { StorageError } from './data-file.ts'
import { errorBody, HttpError, notFound } from './errors.ts'
import type { Call, Route } from './router.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'
import { checkBody, checkParameters } from './validate.ts'

interface Endpoint {
  operation: Operation
  /** Absent: in the contract, not in the orchestrator. */
  route: Route | undefined
}

export interface Change {
  caller: Caller
  /** Of the path. */
  parameters: Record<string, string>
  method: string
  path: string
  status: number
}

export interface AppParts {
  store: Store
  scheduler: Scheduler
  auth: Auth
  routes: readonly Route[]
  /** Told of every change that a request has made, within its transaction. */
  audit(change: Change): void
  /** Throws 404 for an application or environment of the path that does not exist. */
  locate(path: Record<string, string>): void
  /** Checks every answer against the contract too, and fails loudly on a difference. */
  strict: boolean
  /** Called with what is a bug of the orchestrator, before the caller gets a 500. */
  onBug(error: unknown): void
}

/** Each endpoint of the contract under its path and method, with the route that serves it. */
const endpointTree = (routes: readonly Route[]) => {
  const byKey = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]))
  const entries = contractOperations().map(([path, operations]) => {
    const endpoints = [...operations].map(([method, operation]): [string, Endpoint] => {
      const key = `${method} ${path}`
      const route = byKey.get(key)
      byKey.delete(key)
      return [method, { operation, route }]
    })
    return [path, new Map(endpoints)] as const
  })
  if (byKey.size > 0) throw new Error(`routes that the contract does not have: ${[...byKey.keys()].join(', ')}`)
  return createPathTree(entries)
}

const decodeSegments = (pathname: string): string[] => {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent)
  } catch {
    throw new HttpError(400, 'The path is not percent-encoded correctly.')
  }
}

const toResponse = (status: number, body: unknown, headers: Record<string, string> = {}): HttpResponse =>
  body === undefined
    ? { status, headers, body: '' }
    : { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }

/** The contract has errors without a body, as the 401 of the current user, and without a code, as those of registries. */
const toErrorResponse = (error: HttpError, operation: Operation | undefined): HttpResponse => {
  const status = String(error.status)
  const schema = operation?.responses.get(status)?.get('application/json')
  const isBodiless = operation?.responses.has(status) === true && schema === undefined
  const isCodeless = schema?.startsWith('#/components/responses/ErrorInfo/') === true
  const body = isCodeless ? { error: error.message } : errorBody(error)
  return toResponse(error.status, isBodiless ? undefined : body, error.headers)
}

/** Whoever wants to know what there is needs no token: the contract is no secret. */
const isForDocument = (method: string, { pathname }: URL) => method === 'GET' && pathname === '/openapi.json'

/** A dry run changes nothing. */
const isChange = (method: string, status: number, query: Record<string, unknown>) =>
  method !== 'GET' && status < 300 && query['dry_run'] !== true

const bytesOf = (body: HttpRequest['body'] = '') => (typeof body === 'string' ? Buffer.from(body) : Buffer.from(body))

const requireContract = (operation: Operation, { status, body, text, headers }: ReturnType<Route['answer']>) => {
  const contentType = headers?.['content-type'] ?? 'application/json'
  const answer = { contentType, body: text !== undefined && contentType.endsWith('json') ? JSON.parse(text) : body }
  const problem = contractValidator().responseProblem(operation, status, answer)
  if (problem) throw new Error(`${operation.operationId} broke the contract: ${problem}`)
}

/** The server as one function from request to response. It never rejects. */
export const createApp = ({ store, scheduler, auth, routes, locate, audit, strict, onBug }: AppParts) => {
  const find = endpointTree(routes)

  const endpointOf = (method: string, url: URL): Match<Endpoint> => {
    const match = find(decodeSegments(url.pathname))
    if (!match) throw notFound('Path', url.pathname, 'this API')
    const found = match.found.get(method.toLowerCase())
    if (found) return { found, parameters: match.parameters }
    const allowed = [...match.found.keys()].map((name) => name.toUpperCase()).join(', ')
    throw new HttpError(405, `${url.pathname} takes ${allowed}, not ${method}.`, { headers: { allow: allowed } })
  }

  const answer = (
    { found: { operation, route }, parameters }: Match<Endpoint>,
    request: HttpRequest,
    url: URL,
  ): HttpResponse => {
    const caller = auth.authenticate(request.headers)
    if (!route) throw new HttpError(501, `This orchestrator does not implement ${operation.operationId} yet.`)
    auth.authorize(caller, route.access, parameters['orgId'], parameters['appId'])
    locate(parameters)
    const checked = checkParameters(operation, parameters, url.searchParams)
    const body = checkBody(operation, request.headers['content-type'] ?? '', bytesOf(request.body))
    const call = { ...checked, headers: request.headers, body, caller, url: request.url }
    const result = store.transaction(() => {
      const result = route.answer(call as unknown as Call<never>)
      if (isChange(request.method, result.status, checked.query)) {
        audit({ caller, parameters, method: request.method, path: url.pathname, status: result.status })
      }
      return result
    })
    if (strict) requireContract(operation, result)
    if (result.text !== undefined) return { status: result.status, headers: result.headers ?? {}, body: result.text }
    return toResponse(result.status, result.body, result.headers)
  }

  const refuse = (error: HttpError, operation: Operation | undefined): HttpResponse => {
    const response = toErrorResponse(error, operation)
    const { status, body } = response
    if (!strict || !operation) return response
    const answer = { contentType: 'application/json', body: body === '' ? undefined : JSON.parse(body) }
    const problem = contractValidator().responseProblem(operation, status, answer)
    if (problem) onBug(new Error(`${operation.operationId} broke the contract with ${status}: ${problem}`))
    return response
  }

  /** What cannot be written must not keep anybody from reading. */
  const runDue = () => {
    try {
      scheduler.runDue()
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
    }
  }

  return (request: HttpRequest): HttpResponse => {
    let match: Match<Endpoint> | undefined
    try {
      runDue()
      const url = new URL(request.url)
      if (isForDocument(request.method, url)) return toResponse(200, contractDocument(url.origin))
      match = endpointOf(request.method, url)
      return answer(match, request, url)
    } catch (error) {
      if (error instanceof HttpError) return refuse(error, match?.found.operation)
      if (error instanceof StorageError) return toResponse(507, errorBody(new HttpError(507, error.message)))
      onBug(error)
      return toResponse(
        500,
        errorBody(new HttpError(500, 'The orchestrator failed on this request; its log says why.')),
      )
    }
  }
}

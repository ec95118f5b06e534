import type { HttpRequest, HttpResponse } from '../../../src/contract/http.ts'
import { commentRoutes } from './comments.ts'
import { complete } from './complete.ts'
import { deploymentRoutes } from './deployments.ts'
import { answerProblem, answerSchema, findOperation, type Found, requestProblem } from './description.ts'
import { notAccessible, problem } from './failures.ts'
import { pageOf } from './pages.ts'
import { peopleRoutes } from './people.ts'
import { pullRequestRoutes } from './pull-requests.ts'
import type { Answer, Call, Route } from './route.ts'
import type { GitHubState } from './state.ts'

/** Of the one repository; GitHub uses it in the addresses of pages. */
const repositoryId = 4711

export interface Place {
  readonly state: GitHubState
  readonly repository: string
  readonly apiUrl: string
  readonly webUrl: string
  /** Whether refusals say which permissions are enough. */
  readonly namesPermissions: boolean
  nextId(): number
  now(): string
}

const routes: Readonly<Record<string, Route>> = {
  ...pullRequestRoutes,
  ...commentRoutes,
  ...deploymentRoutes,
  ...peopleRoutes,
}

/** `repos/{owner}/{repo}` for the number that pages go by. */
const named = (path: string, repository: string) =>
  path.replace(`/repositories/${repositoryId}/`, `/repos/${repository}/`)

const readBody = ({ body }: HttpRequest): unknown =>
  body === undefined || body.length === 0 ? undefined : (JSON.parse(String(body)) as unknown)

/** `issues=write; pull_requests=write` against what the token has. Every token may read metadata. */
const isPermitted = ({ state }: Place, takes: string): boolean =>
  takes.split('; ').some((set) => {
    const [name = '', level] = set.split('=')
    const held = name === 'metadata' ? 'read' : state.token.permissions[name.replaceAll('_', '-')]
    return held === 'write' || held === level
  })

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const toResponse = ({ operation }: Found, route: Route, answer: Answer, url: URL): HttpResponse => {
  const { operationId } = operation
  if ('refusal' in answer) {
    const { refusal, message, errors } = answer
    const body = { message, ...(errors && { errors }), documentation_url: 'https://docs.github.com/rest' }
    // Not every refusal is described, nor every body of those that are.
    const isDescribed = String(refusal) in operation.responses && answerSchema(operation, refusal) !== undefined
    const wrong = isDescribed ? answerProblem(operation, refusal, body) : undefined
    if (wrong !== undefined) throw new Error(`${operationId} refused in a way that GitHub does not: ${wrong}`)
    return { ...problem(refusal, message), body: JSON.stringify({ ...body, status: String(refusal) }) }
  }
  const page = 'list' in answer ? pageOf(answer.list, url, repositoryId) : undefined
  const status = 'status' in answer ? answer.status : 200
  const known = 'status' in answer ? answer.body : page?.items
  const schema = answerSchema(operation, status)
  const body = known === undefined || !schema ? known : complete(schema, known)
  const wrong = answerProblem(operation, status, body)
  if (wrong !== undefined) throw new Error(`${operationId} answered ${status} in a way that GitHub does not: ${wrong}`)
  return {
    status,
    headers: {
      'x-accepted-github-permissions': route.takes,
      'x-ratelimit-remaining': '999',
      ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...(page?.link === undefined ? {} : { link: page.link }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}

/** The one question that is asked of GraphQL. No description covers it. */
const answerGraphql = ({ state }: Place, body: unknown): HttpResponse => {
  const { query } = body as { query?: string }
  if (query?.replace(/\s+/g, '') !== 'query{viewer{login}}') throw new Error(`nobody asks GraphQL for ${query}`)
  const data = { viewer: { login: state.token.account.login } }
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify({ data }) }
}

/** The path of a request without the prefix of an Enterprise Server. */
const pathOf = (url: URL, apiUrl: string): string => {
  const prefix = new URL(apiUrl).pathname.replace(/\/$/, '')
  if (prefix !== '' && url.pathname === prefix.replace(/v3$/, 'graphql')) return '/graphql'
  if (!url.pathname.startsWith(`${prefix}/`)) throw new Error(`${url.pathname} is not below ${apiUrl}`)
  return url.pathname.slice(prefix.length)
}

export interface Asked {
  /** As GitHub's description calls it (`issues/create-comment`), or `graphql`. */
  readonly operationId: string
  /** Does it. Throws where the request or the answer is none that GitHub knows. */
  answer(): HttpResponse
}

/** What a request asks for. Throws for one that no operation of the description fits. */
export const readRequest = (place: Place, request: HttpRequest): Asked => {
  const url = new URL(request.url)
  const path = named(pathOf(url, place.apiUrl), place.repository)
  const body = readBody(request)
  if (path === '/graphql' && request.method === 'POST')
    return { operationId: 'graphql', answer: () => answerGraphql(place, body) }

  const found = findOperation(request.method, path)
  const { operationId = '' } = found?.operation ?? {}
  const route = routes[operationId]
  if (!found || !route) throw new Error(`there is no operation for ${request.method} ${path}`)
  const wrong = requestProblem(found, url.searchParams, body)
  if (wrong !== undefined) throw new Error(`${operationId} was asked in a way that GitHub does not know: ${wrong}`)

  const answer = (): HttpResponse => {
    const { owner, repo } = found.parameters
    if (owner !== undefined && !isSame(`${owner}/${repo}`, place.repository)) return problem(404, 'Not Found')
    if (!isPermitted(place, route.takes)) return notAccessible(place.namesPermissions ? route.takes : undefined)
    const call: Call = {
      ...place,
      path: found.parameters,
      query: url.searchParams,
      body: (body ?? {}) as Call['body'],
    }
    return toResponse(found, route, route.answer(call), url)
  }
  return { operationId, answer }
}

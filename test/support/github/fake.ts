import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Clock } from '../../../src/clock.ts'
import type { HttpRequest, HttpResponse, Transport } from '../../../src/contract/http.ts'
import { afterwards } from '../afterwards.ts'
import { fakeClock } from '../fake-clock.ts'
import { type Place, readRequest } from './answers.ts'
import { type Failure, failureAnswer, lostAnswer, problem } from './failures.ts'
import { allPermissions, type CommentState, type GitHubState, type TokenState, workflowBot } from './state.ts'

/** Of pull request 1, unless it says otherwise. */
export type GivenComment = Pick<CommentState, 'body' | 'author'> & Partial<CommentState>

export interface GitHubFakeOptions extends Partial<Omit<GitHubState, 'comments' | 'token'>> {
  /** Standing still, unless given. */
  clock?: Clock
  /** The secret. */
  token?: string
  /** Whose it is, and what it may; that of a workflow with all that the actions use, unless given. */
  identity?: Partial<TokenState>
  /** `owner/name`. */
  repository?: string
  /** `https://host/api/v3` for an Enterprise Server. */
  apiUrl?: string
  comments?: GivenComment[]
  /** `false` for a server that does not say which permissions are enough. */
  namesPermissions?: boolean
}

export interface RecordedRequest {
  operationId: string
  method: string
  /** With its query. */
  path: string
  body: unknown
}

export interface GitHubFake {
  /** Everything GitHub knows, to read and to change. */
  readonly state: GitHubState
  /** What `createGitHub` takes. */
  readonly connection: { token: string; apiUrl: string; repository: string; transport: Transport; clock: Clock }
  readonly transport: Transport
  /** What was asked for and answered in whatever way. */
  readonly requests: readonly RecordedRequest[]
  /** Operations by the names of GitHub's description (`issues/create-comment`), and `graphql`. */
  fail(operationId: string, failure: Failure, options?: { times?: number }): void
  /** On a loopback port, for processes of their own. Gives the API's address there. */
  serve(): Promise<string>
}

const toComment = (given: GivenComment, id: number, at: string): CommentState => ({
  id,
  issue: 1,
  createdAt: at,
  updatedAt: at,
  history: [],
  reactions: [],
  ...given,
})

const toState = (options: GitHubFakeOptions, nextId: () => number, now: () => string): GitHubState => ({
  token: { account: { ...workflowBot }, permissions: allPermissions(), ...options.identity },
  pullRequests: options.pullRequests ?? [],
  comments: (options.comments ?? []).map((given) => toComment(given, nextId(), now())),
  deployments: options.deployments ?? [],
  people: options.people ?? {},
  teams: options.teams ?? {},
  approvals: options.approvals ?? {},
  refs: options.refs ?? {},
})

const readIncoming = async (message: IncomingMessage, origin: string): Promise<HttpRequest> => ({
  method: message.method ?? '',
  url: `${origin}${message.url ?? ''}`,
  headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
  body: await text(message),
})

/** An HTTP server in front of a transport. An exchange without an answer ends with its connection. */
const serveTransport = async (transport: Transport): Promise<string> => {
  const server = createServer((message, response) => {
    const { port } = server.address() as AddressInfo
    readIncoming(message, `http://127.0.0.1:${port}`)
      .then(transport)
      .then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => message.socket.destroy(),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/**
 * GitHub as far as the actions use it, for one repository and one token. A request that GitHub's description does not
 * know, or an answer of the fake that it does not, fails the test, whatever the code under test makes of it.
 */
export const startGitHub = (options: GitHubFakeOptions = {}): GitHubFake => {
  const {
    clock = fakeClock(),
    token = 'ghs_0123456789abcdefghij',
    repository = 'octo/shop',
    apiUrl = 'https://api.github.test',
    namesPermissions = true,
  } = options
  let lastId = 1000
  const nextId = () => (lastId += 1)
  const now = () => new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z')
  const state = toState(options, nextId, now)
  const webUrl = new URL(apiUrl).origin.replace('//api.', '//')
  const place: Place = { state, repository, apiUrl, webUrl, namesPermissions, nextId, now }

  const requests: RecordedRequest[] = []
  const failures: { operationId: string; failure: Failure; left: number }[] = []
  const bugs: unknown[] = []

  const handle = (request: HttpRequest): HttpResponse => {
    const asked = readRequest(place, request)
    const { pathname, search } = new URL(request.url)
    const body: unknown = request.body ? JSON.parse(String(request.body)) : undefined
    requests.push({ operationId: asked.operationId, method: request.method, path: pathname + search, body })
    if (!/^(?:token|bearer) /i.test(request.headers['authorization'] ?? '') || !isOurs(request))
      return problem(401, 'Bad credentials')

    const next = failures.find(({ operationId, left }) => operationId === asked.operationId && left > 0)
    if (!next) return asked.answer()
    next.left -= 1
    const named = `${request.method} ${pathname}`
    const answer = failureAnswer(next.failure, named)
    if (answer) return answer
    asked.answer()
    throw lostAnswer(named)
  }
  const isOurs = ({ headers }: HttpRequest) => headers['authorization']?.split(' ')[1] === token

  const transport: Transport = async (request) => {
    request.signal?.throwIfAborted()
    try {
      return handle(request)
    } catch (error) {
      if (error instanceof Error && error.name === 'Error') bugs.push(error)
      throw error
    }
  }
  afterwards(() => {
    if (bugs.length > 0) throw bugs[0]
  })

  return {
    state,
    connection: { token, apiUrl, repository, transport, clock },
    transport,
    requests,
    fail: (operationId, failure, { times = 1 } = {}) => void failures.push({ operationId, failure, left: times }),
    serve: async () => (await serveTransport(transport)) + new URL(apiUrl).pathname.replace(/\/$/, ''),
  }
}

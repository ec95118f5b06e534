import { getOctokit } from '@actions/github'
import { InputError, NetworkError } from '../errors.ts'
import { createRedactor } from '../text/redact.ts'
import { nextPage } from './link.ts'
import { createFetch, type FetchOptions } from './fetch.ts'
import type { Operation } from './permission.ts'
import { type Refusal, toGitHubError } from './refusal.ts'

export interface ApiOptions extends FetchOptions {
  readonly token: string
  /** `GITHUB_API_URL`: `https://api.github.com`, or `https://host/api/v3` of a GitHub Enterprise Server. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  /** `name/version`, to which Octokit adds its own. */
  readonly userAgent?: string | undefined
}

interface Answer<T> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly data: T
}

/** Octokit reads integers that a number cannot hold as bigint; GitHub's ids are far from that. */
export type ReceivedId = number | bigint

/** Octokit, with its failures turned into ours. No type of its own leaves this folder. */
export interface Api {
  /** A route with its parameters; their types come from its text. */
  readonly request: ReturnType<typeof getOctokit>['request']
  readonly repository: { readonly owner: string; readonly repo: string }
  /** The body of the answer. Throws GitHubError, NetworkError or TimeoutError. */
  call<T>(operation: Operation, send: () => Promise<Answer<T>>): Promise<T>
  /** The items of every page, in order. */
  pages<T>(operation: Operation, first: () => Promise<Answer<T[]>>): AsyncIterable<T>
  /** Asks GraphQL, for the little that the REST API does not tell. */
  query(operation: Operation, text: string): Promise<unknown>
}

const silent = () => undefined
/** Octokit writes what servers send it to the console, where the runner takes lines for commands. */
const log = { debug: silent, info: silent, warn: silent, error: silent }

/** Change of the API that this code was written for; GitHub keeps answering in it when a newer one becomes the default. */
const apiVersion = '2022-11-28'

const readRepository = (text: string): Api['repository'] => {
  const [, owner, repo] = /^([\w-]+)\/([\w.-]+)$/.exec(text) ?? []
  if (owner === undefined || repo === undefined)
    throw new InputError(`'${text}' is not a repository. Write it as owner/name`)
  return { owner, repo }
}

const readApiUrl = (text: string): string => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new InputError(`'${text}' is not the address of GitHub's API, such as https://api.github.com`)
  return text.replace(/\/+$/, '')
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'data' in value

/** Octokit wraps both: an answer that is no success, and what our own fetch has thrown. */
const unwrap = (error: unknown): { refusal: Refusal } | { error: unknown } => {
  if (!(error instanceof Error) || error.name !== 'HttpError') return { error }
  if ('response' in error && isRefusal(error.response)) return { refusal: error.response }
  return { error: error.cause ?? error }
}

export const createApi = ({ token, apiUrl, repository, userAgent, ...options }: ApiOptions): Api => {
  const baseUrl = readApiUrl(apiUrl)
  if (token.trim() === '') throw new InputError("GitHub's API takes a token, and there is none")
  const redact = createRedactor([token])
  const request = { fetch: createFetch(options), log }
  const octokit = getOctokit(token, { baseUrl, log, request, ...(userAgent && { userAgent }) })
  octokit.hook.before('request', ({ headers }) => {
    headers['x-github-api-version'] = apiVersion
  })

  const ask = async <T>(operation: Operation, send: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    try {
      const answer = await send()
      if (answer.status >= 300) throw toGitHubError(operation, answer as Refusal, redact)
      if (answer.status !== 204 && (typeof answer.data !== 'object' || answer.data === null))
        throw new NetworkError(`GitHub was asked to ${operation} and answered ${answer.status}, but not with JSON`, {
          sent: true,
          retryable: false,
        })
      return answer
    } catch (error) {
      const found = unwrap(error)
      throw 'refusal' in found ? toGitHubError(operation, found.refusal, redact) : found.error
    }
  }

  return {
    request: octokit.request,
    repository: readRepository(repository),
    call: async (operation, send) => (await ask(operation, send)).data,
    pages: async function* <T>(operation: Operation, first: () => Promise<Answer<T[]>>) {
      const seen = new Set<string>()
      let send = first
      for (;;) {
        const { data, headers } = await ask(operation, send)
        if (!Array.isArray(data))
          throw new NetworkError(`GitHub was asked to ${operation} and did not answer with a list`, { sent: true })
        yield* data
        const next = nextPage(String(headers['link'] ?? ''), baseUrl)
        if (next === undefined) return
        if (seen.has(next))
          throw new NetworkError(`GitHub was asked to ${operation}, and its pages lead in a circle`, { sent: true })
        seen.add(next)
        send = async () => (await octokit.request(`GET ${next}`)) as Answer<T[]>
      }
    },
    query: async (operation, text) => {
      const url = baseUrl.endsWith('/api/v3') ? baseUrl.replace(/v3$/, 'graphql') : `${baseUrl}/graphql`
      const answer = await ask<unknown>(operation, () => octokit.request(`POST ${url}`, { query: text }))
      return answer.data
    },
  }
}

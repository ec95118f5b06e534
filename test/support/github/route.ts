import type { GitHubState } from './state.ts'

/** What a route works with. Bodies need hold only the fields that matter: the rest is filled in. */
export interface Call {
  readonly state: GitHubState
  /** `owner/name` of the one repository. */
  readonly repository: string
  readonly apiUrl: string
  readonly webUrl: string
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  nextId(): number
  /** ISO 8601, in whole seconds, as GitHub has it. */
  now(): string
}

export type Answer =
  | { status: number; body?: unknown }
  /** The whole list, of which a page will be sent. */
  | { list: unknown[] }
  | { refusal: number; message: string; errors?: unknown[] }

export interface Route {
  /** Sets of permissions, any of which is enough, as in `x-accepted-github-permissions`. */
  readonly takes: string
  answer(call: Call): Answer
}

export const notFound: Answer = { refusal: 404, message: 'Not Found' }

/** 422 as GitHub words it. */
export const invalid = (...errors: unknown[]): Answer => ({ refusal: 422, message: 'Validation Failed', errors })

import type { HttpResponse } from '../contract/http.ts'
import { ApiError } from '../errors.ts'
import { firstOf } from '../first-of.ts'

const LONGEST_MESSAGE = 500
/** Enough of a body to find its message in; what is cut off is never shown. */
const LONGEST_UNPARSED = 4_000

const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** One line of at most `limit` characters, whatever the server sent: no control characters, no bidirectional marks. */
export const oneLine = (text: string, limit = LONGEST_MESSAGE): string => {
  const line = text
    .slice(0, limit * 10)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  if (line.length <= limit) return line
  return `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** HTML, as proxies and sign-in pages are, whatever was asked for. */
export const isPage = (text: string): boolean => /^\s*<(?:!|html|head|body|\?xml)/i.test(text)

/** The text of a page that some proxy put in the answer's place: its title, or what is left without its tags. */
const pageText = (html: string) => {
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1]?.trim()
  if (title) return title
  return html.replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')
}

/**
 * A server may quote the token that it refuses, and a page what it was asked for. Shorter ones than any real token would
 * blank out ordinary words.
 */
export const withoutToken = (body: string, token: string): string =>
  token.length >= 8 ? body.replaceAll(token, '***') : body

/** What can be shown of a body that is not the JSON it should be. */
export const excerpt = (body: string): string => {
  const text = body.slice(0, LONGEST_UNPARSED)
  return oneLine(isPage(text) ? pageText(text) : text, 200)
}

/** Tolerates the byte order mark that some gateways prefix. Throws SyntaxError. */
export const parseJson = (body: string): unknown => JSON.parse(body.replace(/^\ufeff/, ''))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const asText = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

interface Explanation {
  message?: string | undefined
  code?: string | undefined
  details?: unknown
}

const explainRecord = (body: Readonly<Record<string, unknown>>): Explanation => {
  const { error, message, details } = body
  // Gateways in front of the API wrap: {"error": {"code": 403, "message": "…"}}.
  if (isRecord(error) && message === undefined) return { message: asText(error['message'] ?? error), details: error }
  const word = typeof error === 'string' || typeof error === 'number' ? String(error) : undefined
  const isCode = word !== undefined && /^[A-Z]{2,}-\d+$/.test(word)
  const text = asText(message) ?? (isCode ? undefined : asText(error))
  return { message: text, code: message === undefined && !isCode ? undefined : word, details }
}

/** `app_id=shop env_id=production; app_id=…`: what stands in the way of a deletion comes as a list of objects. */
const explainList = (items: readonly unknown[]): Explanation => {
  const texts = items.map((item) => {
    if (!isRecord(item)) return asText(item) ?? 'null'
    return Object.entries(item)
      .map(([name, value]) => `${name}=${asText(value) ?? ''}`)
      .join(' ')
  })
  return { message: firstOf(texts, 5, '; ') || undefined, details: items }
}

const explain = (body: string): Explanation => {
  if (body.trim() === '') return {}
  try {
    const value = parseJson(body)
    if (isRecord(value)) return explainRecord(value)
    if (Array.isArray(value)) return explainList(value)
    return { message: asText(value) }
  } catch {
    // Not JSON, or nested so deeply that it cannot be written down again.
    return { message: excerpt(body) || undefined }
  }
}

/** Which roles an operation takes, the first match wins. */
const ROLES: readonly (readonly [RegExp, string])[] = [
  [/\/(?:approve|deny)$/, "the role 'developer' on the application and 'deployer' on the environment's type"],
  [/\/artefact/, "the organization role 'artefactContributor' or higher"],
  [/^\/orgs\/[^/]+\/env-types/, "the organization role 'administrator'"],
  [/\/apps\/[^/]+\/envs/, "the role 'developer' on the application and 'deployer' on the environment's type"],
  [/\/apps\/[^/]+\/pipeline-runs$/, "the role 'developer' on the application and 'deployer' on the environment's type"],
  [/\/apps\/[^/]+/, "the role 'developer' on the application"],
]

const roleFor = (method: string, path: string) => {
  if (method === 'GET' && !path.includes('/artefact'))
    return path.includes('/apps/') ? "the role 'viewer' or higher on the application" : undefined
  return ROLES.find(([pattern]) => pattern.test(path))?.[1]
}

const advise = (method: string, path: string, status: number): string | undefined => {
  switch (status) {
    case 401:
      return 'The token was not accepted: it may be mistyped, expired or revoked'
    case 403: {
      const role = roleFor(method, path)
      return `The token may not do this${role === undefined ? '' : `: it takes ${role}`}. Check the organization's name too`
    }
    case 404:
      return 'Check the ids in this path'
    case 429:
      return 'The server limits how often it is asked: try again later, or with fewer jobs at once'
    default:
      if (status < 300 || status >= 400) return undefined
      return "The server sends this to another address, which is not followed here: check the API's address"
  }
}

/**
 * The error of an answer that is not a success. Its body comes in many shapes: `{error, message, details}`, only
 * `{error}`, a bare string, a list, nothing, or the page of some proxy.
 */
export const toApiError = (
  {
    method,
    path,
    token,
    afterUnanswered = false,
  }: { method: string; path: string; token: string; afterUnanswered?: boolean },
  response: HttpResponse,
): ApiError => {
  const { status } = response
  const body = withoutToken(response.body, token)
  const { message, code, details } = explain(body)
  const said = oneLine(message ?? STATUS_TEXT[status] ?? 'without an explanation')
  const advice = advise(method, path, status)
  return new ApiError({
    method,
    path,
    status,
    message: advice === undefined ? said : `${said.replace(/[.\s]+$/, '')}. ${advice}`,
    code: code === undefined ? undefined : oneLine(code, 100),
    details,
    body,
    afterUnanswered,
  })
}

/** `hasStatus(error, 404, 409)`: the server answered with one of these. */
export const hasStatus = (error: unknown, ...statuses: number[]): error is ApiError =>
  error instanceof ApiError && statuses.includes(error.status)

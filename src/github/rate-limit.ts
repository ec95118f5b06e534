/** Names of the headers in lower case. */
interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/** GitHub's advice for a limit without a time: at least a minute, and longer each time. */
const unnamedWaitMs = 60_000
/** The two clocks may differ a little, and asking a moment too early counts against the caller. */
const skewMs = 1000

/** Whether GitHub turned a request away unread because there were too many. */
export const isRateLimited = ({ status, headers, body }: Answer): boolean => {
  if (status !== 403 && status !== 429) return false
  return (
    status === 429 ||
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(body)
  )
}

const readNumber = (header: string | undefined): number | undefined =>
  header !== undefined && /^\s*\d+\s*$/.test(header) ? Number(header) : undefined

/** Milliseconds to wait before a request that was turned away is sent again. `attempt` is 1 for the first. */
export const rateLimitDelay = ({ headers }: Answer, { now, attempt }: { now: number; attempt: number }): number => {
  const seconds = readNumber(headers['retry-after'])
  if (seconds !== undefined) return seconds * 1000
  const reset = readNumber(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined) return Math.max(0, reset * 1000 - now) + skewMs
  return unnamedWaitMs * 2 ** (attempt - 1)
}

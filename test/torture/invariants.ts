import type { FakeRunner } from '../support/fake-runner.ts'
import { elsewhere, type Seen } from '../support/faults/faulty-transport.ts'

/** When the job is cancelled. `at` and `before` (requests until then) are known once it has been. */
export type Interruption = {
  /** After SIGKILL the step does nothing any more. */
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'
  at: number | undefined
  before: number
} & (
  | { readonly kind: 'request'; readonly number: number; readonly delivered: boolean }
  | { readonly kind: 'time'; readonly afterMs: number }
)

/** One action as it ended. */
export interface Ended {
  readonly name: string
  readonly runner: FakeRunner
  readonly seen: readonly Seen[]
  readonly startedAt: number
  readonly endedAt: number
  /** From its start to its deadline. */
  readonly budgetMs: number
  readonly interruption: Interruption | undefined
  /** All that people and later steps get to read. */
  readonly said: string
}

/** Nothing else looks like it, so that it is found wherever it leaks. */
export const token = 'hum-torture-7d1e0c55aa90b1'

/** What is read once more at the deadline may take so long; so may the last words. */
const graceMs = 5000
/** GitHub sends SIGINT, 7.5 s later SIGTERM, and 2.5 s after that it kills. */
const killedAfterMs = 10_000

const isRead = ({ request }: Seen) => request.method === 'GET'
const isCancel = ({ request }: Seen) => request.url.endsWith('/cancel')
const lineOf = ({ request }: Seen) => `${request.method} ${new URL(request.url).pathname}`
const keyOf = ({ request }: Seen) => request.headers['idempotency-key']

/** Of the fake GitHub, which wants it alone. */
const githubToken = 'ghs_0123456789abcdefghij'

/** The token in any of the forms in which it could still be read. */
const formsOfToken = [token, githubToken, Buffer.from(token).toString('base64').replace(/=+$/, '')]

const homes = new Map([
  ['http://127.0.0.1:9', token],
  ['https://api.github.com', githubToken],
  [elsewhere, 'none'],
])

const checkRequest = ({ request }: Seen): string[] => {
  const { origin } = new URL(request.url)
  const carried = [token, githubToken].filter((each) => JSON.stringify(request.headers).includes(each))
  const allowed = homes.get(origin)
  return [
    ...(allowed === undefined ? [`a request went to ${origin}`] : []),
    ...(carried.some((each) => each !== allowed) ? [`a token went to ${origin}`] : []),
    ...(request.url.includes(token) ? ['the token was in a URL'] : []),
  ]
}

const checkToken = ({ seen }: Ended, everything: string): string[] => [
  ...(formsOfToken.some((form) => everything.includes(form)) ? ['the token was shown'] : []),
  ...seen.flatMap(checkRequest),
]

/**
 * Nothing begins after the deadline; a write that was on its way then keeps its time, and reads and cancellations have
 * a moment more to find out what there is to say.
 */
const checkDeadline = ({ seen, startedAt, budgetMs }: Ended): string[] => {
  const deadline = startedAt + budgetMs
  const lastBusy = Math.max(
    deadline,
    ...seen.filter((each) => !isRead(each) && each.at < deadline).map(({ endedAt }) => endedAt),
  )
  return seen.flatMap((each) => {
    const until = isCancel(each) ? lastBusy + 2 * graceMs : isRead(each) ? lastBusy + graceMs : deadline
    return each.at < until ? [] : [`${lineOf(each)} was sent ${each.at - deadline} ms after the deadline`]
  })
}

/** After the interruption the action only cancels what it has begun, and is done before it is killed. */
const checkInterruption = ({ seen, interruption, endedAt, runner }: Ended): string[] => {
  if (interruption?.at === undefined) return []
  const { at, before } = interruption
  const keys = new Set(seen.slice(0, before).map(keyOf))
  const isLastWord = (each: Seen) => isCancel(each) || (keyOf(each) !== undefined && keys.has(keyOf(each)))
  return [
    ...seen
      .slice(before)
      .filter((each) => !isLastWord(each))
      .map((each) => `${lineOf(each)} was sent after the job was cancelled`),
    ...(endedAt - at > killedAfterMs ? [`it took ${endedAt - at} ms to end after the job was cancelled`] : []),
    ...(runner.exitCode === 1 && !runner.annotations.some(({ message }) => /cancel|interrupt/i.test(message))
      ? [`a cancelled job is not what it says: ${runner.annotations.at(-1)?.message}`]
      : []),
  ]
}

const checkMessage = ({ runner }: Ended): string[] => {
  const errors = runner.annotations.filter(({ kind }) => kind === 'error')
  return [
    ...((runner.exitCode === 1) === errors.length > 0 ? [] : [`exit ${runner.exitCode} with ${errors.length} errors`]),
    ...(errors.some(({ message }) => message.startsWith('Unexpected failure'))
      ? ['it broke: a bug of the action']
      : []),
  ]
}

/** Without a word, and whatever it was about to do. */
export const wasKilled = ({ interruption }: Ended): boolean => interruption?.signal === 'SIGKILL'

/** What holds for every action, however it ended. */
export const checkEnd = (ended: Ended, everything: string): string[] => [
  ...checkToken(ended, everything),
  ...checkDeadline(ended),
  ...(wasKilled(ended) ? [] : [...checkInterruption(ended), ...checkMessage(ended)]),
]

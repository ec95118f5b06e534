import type { HttpRequest } from '../../../src/contract/http.ts'
import type { Random } from '../../../src/random.ts'

/** What can go wrong with one request, in process and on the wire alike. */
export const faultKinds = [
  'refused',
  'tls',
  'reset-before',
  'reset-after',
  'late',
  'half-headers',
  'cut-body',
  'wrong-length',
  'slow-headers',
  'slow-body',
  'endless-body',
  'throttled',
  'throttled-with-time',
  'error-500',
  'error-502',
  'error-503',
  'error-503-with-time',
  'error-504',
  'error-page',
  'page',
  'truncated-json',
  'not-json',
  'empty',
  'redirect',
  'foreign-link',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  readonly kind: FaultKind
  /** Whether the request takes effect, where the kind leaves that open. */
  readonly delivered: boolean
  /** How long a slow answer takes, and how late what is late arrives. */
  readonly afterMs: number
}

/** The fault of the n-th request, from 1; undefined where nothing goes wrong. */
export type FaultPlan = (number: number, request: Pick<HttpRequest, 'method' | 'url'>) => Fault | undefined

/** A chance that is easy to draw from. */
export const createDraw = (random: Random) => ({
  chance: (probability: number): boolean => random.fraction() < probability,
  below: (limit: number): number => Math.floor(random.fraction() * limit),
  one: <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(random.fraction() * choices.length)] ?? choices[0],
})
export type Draw = ReturnType<typeof createDraw>

const drawFault = (draw: Draw): Fault => ({
  kind: draw.one(faultKinds),
  delivered: draw.chance(0.5),
  afterMs: draw.one([50, 500, 4000, 29_000, 90_000]),
})

/**
 * Single faults, and outages of one kind that last for some requests; a quiet network, or one that hardly works. Often
 * only writes suffer, or only what comes later: where the first reads fail, nothing is at stake yet.
 */
export const drawPlan = (draw: Draw): FaultPlan => {
  const sparesReads = draw.chance(0.4)
  const quietUntil = draw.one([0, 0, 3, 6, 10])
  const probability = draw.one([0.02, 0.1, 0.25, 0.5, 0.8])
  const outage = draw.one([0, 0.05, 0.2])
  let left = 0
  let lasting: Fault | undefined
  return (number, { method }) => {
    if (number <= quietUntil || (sparesReads && method === 'GET')) return undefined
    if (left > 0) {
      left -= 1
      return lasting
    }
    if (draw.chance(outage)) {
      left = draw.one([2, 7, 40])
      lasting = drawFault(draw)
      return lasting
    }
    return draw.chance(probability) ? drawFault(draw) : undefined
  }
}

/** Faults by the number of the request. */
export const scriptedPlan =
  (script: Readonly<Record<number, FaultKind | Fault>>): FaultPlan =>
  (number) => {
    const given = script[number]
    return typeof given === 'string' ? { kind: given, delivered: true, afterMs: 1000 } : given
  }

const statusOf: Partial<Record<FaultKind, number>> = {
  throttled: 429,
  'throttled-with-time': 429,
  'error-500': 500,
  'error-502': 502,
  'error-503': 503,
  'error-503-with-time': 503,
  'error-504': 504,
  'error-page': 502,
  page: 200,
  'not-json': 200,
}

/** An answer in the real one's place. It quotes what it was sent, as careless servers do, credentials and all. */
export const faultAnswer = (
  { kind, afterMs }: Fault,
  quoted: string,
): { status: number; headers: Record<string, string>; body: string } | undefined => {
  const status = statusOf[kind]
  if (status === undefined) return undefined
  const hasTime = kind === 'throttled-with-time' || kind === 'error-503-with-time'
  const time: Record<string, string> = hasTime ? { 'retry-after': String(Math.ceil(afterMs / 1000)) } : {}
  if (kind === 'error-page' || kind === 'page') {
    const body = `<!doctype html><html><head><title>Sign in (${quoted})</title></head><body>${quoted}</body></html>`
    return { status, headers: { 'content-type': 'text/html' }, body }
  }
  if (kind === 'not-json')
    return { status, headers: { 'content-type': 'text/plain' }, body: `OK, but no JSON: ${quoted}` }
  const body = JSON.stringify({ error: `API-${status}`, message: `It broke over ${quoted}` })
  return { status, headers: { 'content-type': 'application/json', ...time }, body }
}

/** Kinds of which the server promises that nothing was done. */
export const isSurelyUndelivered = ({ kind }: Fault): boolean =>
  ['refused', 'tls', 'reset-before', 'throttled', 'throttled-with-time', 'error-503-with-time', 'redirect'].includes(
    kind,
  )

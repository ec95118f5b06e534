import { createClient } from '../src/client/index.ts'
import type { HttpResponse } from '../src/contract/http.ts'
import { followRun } from '../src/core/follow-run.ts'
import { systemRandom } from '../src/random.ts'
import { fakeClock } from '../test/support/fake-clock.ts'
import type { Bench, Row } from './row.ts'

const roundTripMs = 75
const second = 1000

const answer = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body: JSON.stringify(body) })

/** Follows, on a clock of its own, a run that ends after `durationMs`, with the code that the actions run. */
const follow = async (durationMs: number): Promise<{ lateMs: number; polls: number[] }> => {
  const clock = fakeClock({ auto: true })
  const began = clock.now()
  const polls: number[] = []
  const client = createClient({
    baseUrl: 'http://127.0.0.1:9',
    token: 'bench',
    userAgent: 'bench/1',
    clock,
    random: systemRandom,
    deadline: began + 24 * 3600 * second,
    transport: async ({ url }) => {
      await clock.sleep(roundTripMs)
      const elapsed = clock.now() - began
      await clock.sleep(roundTripMs)
      if (url.includes('/jobs')) return answer([])
      if (url.includes('/approvals')) return answer([])
      polls.push(elapsed)
      const ended = elapsed >= durationMs ? { completed_at: new Date(began + durationMs).toISOString() } : {}
      return answer({
        id: 'run',
        pipeline_id: 'it',
        status: elapsed >= durationMs ? 'succeeded' : 'executing',
        ...ended,
      })
    },
  })
  const api = { client, clock, random: systemRandom, orgId: 'o', appId: 'a', deadline: began + 24 * 3600 * second }
  const reference = { pipelineId: 'it', runId: 'run' }
  await followRun(api, reference, { until: 'completed', logs: false, onEvent: () => undefined })
  return { lateMs: clock.now() - began - durationMs, polls }
}

const durations = [5, 8, 12, 20, 30, 45, 60, 90, 120, 180, 300, 420, 600, 900, 1200, 1800].map((each) => each * second)
const spreadAround = (duration: number) =>
  Array.from({ length: 40 }, (_, turn) => Math.round(duration * (0.9 + turn / 200)))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const rows = async (): Promise<Row[]> => {
  const shares: number[] = []
  for (const duration of durations) {
    const late: number[] = []
    for (const each of spreadAround(duration)) {
      const { lateMs } = await follow(each)
      late.push(lateMs / Math.max(1.2 * second, 0.03 * each))
    }
    shares.push(mean(late))
  }
  const { polls } = await follow(1800 * second)
  const table = durations.map((duration, index) => `${duration / second} s: ${shares[index]?.toFixed(2)}`).join(', ')
  const what = 'from the end of a run to the end of the step, over max(1.2 s, 3 %)'
  return [
    { id: 'late', what: `${what}, mean`, unit: 'ratio', value: mean(shares), note: table },
    {
      id: 'late-worst',
      what: `${what}, of the duration for which it is worst`,
      unit: 'ratio',
      value: Math.max(...shares),
    },
    {
      id: 'polls',
      what: 'looks at a run in its first ten minutes',
      unit: 'polls',
      value: polls.filter((elapsed) => elapsed < 600 * second).length,
    },
  ]
}

/** Waiting for a run, simulated: the same figures on every machine. */
export const waiting: Bench = { name: 'waiting', rows }

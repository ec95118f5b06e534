import { onTestFinished } from 'vitest'
import type { HttpResponse } from '../../src/contract/http.ts'
import { createOrchestrator, type Orchestrator, type OrchestratorOptions } from '../../src/orchestrator/index.ts'
import { recorded } from './coverage.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { fakeRandom } from './fake-random.ts'

export interface Called {
  status: number
  /** Parsed; undefined when the answer is empty. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into answers, and assert what they find
  body: any
  headers: Record<string, string>
}

export interface Started {
  orchestrator: Orchestrator
  clock: FakeClock
  /** One request with the administrator's token; `path` begins with `/orgs/…`. A body of text or bytes is sent as it is. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Called>
}

const toCalled = ({ status, body, headers }: HttpResponse): Called => ({
  status,
  headers,
  body: body === '' ? undefined : JSON.parse(body),
})

/** An orchestrator in this process on a clock that the test advances; every answer is held against the contract. */
export const startOrchestrator = (
  options: Omit<OrchestratorOptions, 'clock'> & { clock?: FakeClock } = {},
): Started => {
  const clock = options.clock ?? fakeClock()
  const bugs: unknown[] = []
  const orchestrator = recorded(
    createOrchestrator({
      random: fakeRandom(),
      token: 'test-token',
      strict: true,
      onBug: (error) => void bugs.push(error),
      ...options,
      clock,
    }),
  )
  onTestFinished(() => {
    orchestrator.close()
    if (bugs.length > 0) throw bugs[0]
  })
  return {
    orchestrator,
    clock,
    call: async (method, path, body, headers = {}) => {
      const isReady = body === undefined || typeof body === 'string' || body instanceof Uint8Array
      const sent = isReady ? body : JSON.stringify(body)
      const response = await orchestrator.handle({
        method,
        url: `http://orchestrator.test${path}`,
        headers: { authorization: `Bearer ${orchestrator.token}`, ...headers },
        ...(sent === undefined ? {} : { body: sent }),
      })
      return toCalled(response)
    },
  }
}

import { type Clock, systemClock } from '../../src/clock.ts'
import { createOrchestrator, type Orchestrator, type OrchestratorOptions } from '../../src/orchestrator/index.ts'
import { listen } from '../../src/orchestrator/listen.ts'
import { recorded } from './coverage.ts'
import { afterwards } from './afterwards.ts'

export interface Served {
  orchestrator: Orchestrator
  url: string
  /** What an action needs to reach it. */
  inputs: { token: string; org: string; app: string; 'api-url': string }
  /** `METHOD path` of every request that came in. */
  requests: string[]
}

/** An orchestrator on a loopback port, for bundles that run as processes of their own. */
export const serveOrchestrator = async ({
  clock = systemClock,
  app = 'shop',
  ...options
}: Omit<OrchestratorOptions, 'clock'> & { clock?: Clock; app?: string } = {}): Promise<Served> => {
  const bugs: unknown[] = []
  const onBug = (bug: unknown) => void bugs.push(bug)
  const inner = recorded(
    createOrchestrator({
      token: 'test-token',
      strict: true,
      onBug,
      ...options,
      clock,
    }),
  )
  const requests: string[] = []
  const orchestrator: Orchestrator = {
    ...inner,
    handle: (request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`)
      return inner.handle(request)
    },
  }
  const { url, close } = await listen(orchestrator, { host: '127.0.0.1', port: 0, onBug })
  afterwards(async () => {
    await close()
    inner.close()
    if (bugs.length > 0) throw bugs[0]
  })
  return { orchestrator, url, requests, inputs: { token: inner.token, org: inner.org, app, 'api-url': url } }
}

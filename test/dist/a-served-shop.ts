import type { HttpResponse } from '../../src/contract/http.ts'
import type { ClusterBehaviour } from '../../src/orchestrator/cluster/model.ts'
import { called, type RunLike, shop } from '../orchestrator/a-shop.ts'
import { serveOrchestrator } from '../support/serve.ts'

const seed = `
organizations:
  - id: local-org
    environment-types: [development, production]
    applications:
      - id: shop
        environments:
          - { id: staging, type: development }
          - { id: production, type: production }
`

/** A shop on a loopback port, with a delta to release. Its deployments take 100 ms unless told otherwise. */
export const aServedShop = async (behaviour: Partial<ClusterBehaviour> = {}) => {
  const served = await serveOrchestrator({ seed })
  const { orchestrator } = served
  orchestrator.control.behave({ pendingMs: 20, durationMs: 80, ...behaviour })

  // Past the port, so that `requests` holds only what a bundle has sent.
  const call = async (method: string, path: string, body?: object | string) => {
    const text = typeof body === 'object' ? JSON.stringify(body) : body
    const answer: HttpResponse = await orchestrator.handle({
      method,
      url: `http://orchestrator.test${path}`,
      headers: { authorization: `Bearer ${orchestrator.token}` },
      ...(text === undefined ? {} : { body: text }),
    })
    served.requests.pop()
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
    return answer.body === '' ? undefined : JSON.parse(answer.body)
  }

  const web = { profile: 'humanitec/default-module', spec: { containers: { main: { image: 'web:1' } } }, externals: {} }
  const { id: deltaId } = await call('POST', `${shop}/deltas`, { modules: { add: { web } } })
  const runPath = ({ pipeline_id, id }: RunLike) => `${shop}/pipelines/${pipeline_id}/runs/${id}`
  return {
    ...served,
    call,
    deltaId: deltaId as string,
    runs: () => call('GET', '/orgs/local-org/pipeline-runs') as Promise<(RunLike & { status: string })[]>,
    statusOf: async (run: RunLike) => (await call('GET', runPath(run))).status as string,
    deployTo: (envId: string) =>
      call('POST', `${shop}/pipeline-runs`, {
        trigger: 'deployment_request',
        env_id: envId,
        delta_id: deltaId,
      }) as Promise<RunLike>,
    /** Starts a run with these jobs. */
    start: async (jobs: string): Promise<RunLike> => {
      const { id } = await call('POST', `${shop}/pipelines`, called('it', jobs))
      return call('POST', `${shop}/pipelines/${id}/runs`, { inputs: {} })
    },
  }
}

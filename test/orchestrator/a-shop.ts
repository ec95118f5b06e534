import type { OrchestratorOptions } from '../../src/orchestrator/index.ts'
import { type Called, startOrchestrator } from '../support/orchestrator.ts'

export const shop = '/orgs/local-org/apps/shop'

/** Seconds, as the fake clock takes them. */
export const seconds = (count: number) => count * 1000
export const minutes = (count: number) => count * 60_000

export const as = (token: string) => ({ authorization: `Bearer ${token}` })

/**
 * An application with three environments: development and staging of the type development, production of its own.
 * Dora may deploy to what is of the type development, Pia to everything, Vera may only look, Otto sees nothing.
 */
const seed = `
organizations:
  - id: local-org
    environment-types: [development, production]
    applications:
      - id: shop
        environments:
          - { id: development }
          - { id: staging, type: development }
          - { id: production, type: production }
      - { id: other, environments: [{ id: development }] }
    users:
      - { id: dora, name: Dora, token: dora, applications: { shop: developer }, deployer: [development] }
      - { id: pia, name: Pia, token: pia, applications: { shop: developer }, deployer: [development, production] }
      - { id: vera, name: Vera, token: vera, applications: { shop: viewer } }
      - { id: otto, name: Otto, token: otto }
`

const workload = (image: string) => ({
  profile: 'humanitec/default-module',
  spec: { containers: { main: { image } } },
  externals: {},
})

export interface RunLike {
  id: string
  pipeline_id: string
}

/** What tests do with the shop, on an orchestrator that may be opened again on the same folder. */
export const aShop = (options: Partial<OrchestratorOptions> & Parameters<typeof startOrchestrator>[0] = {}) => {
  const started = startOrchestrator({ seed, ...options })
  const { call, clock } = started

  const get = async (path: string, headers?: Record<string, string>) =>
    (await call('GET', path, undefined, headers)).body
  const runPath = (run: RunLike) => `${shop}/pipelines/${run.pipeline_id}/runs/${run.id}`

  return {
    ...started,
    get,
    runPath,
    /** Creates a delta that puts these workloads in, each with an image of its name. */
    aDelta: async (...workloads: string[]): Promise<string> => {
      const add = Object.fromEntries(workloads.map((name) => [name, workload(`registry.test/${name}:1`)]))
      return (await call('POST', `${shop}/deltas`, { modules: { add } })).body.id as string
    },
    aPipeline: async (yaml: string): Promise<string> => {
      const { status, body } = await call('POST', `${shop}/pipelines`, yaml)
      if (status !== 201) throw new Error(`the pipeline was refused: ${JSON.stringify(body)}`)
      return body.id as string
    },
    /** Asks for a deployment; the run as the answer has it. */
    request: (body: object, headers?: Record<string, string>): Promise<Called> =>
      call('POST', `${shop}/pipeline-runs`, { trigger: 'deployment_request', ...body }, headers),
    callPipeline: (id: string, inputs: object = {}, headers?: Record<string, string>): Promise<Called> =>
      call('POST', `${shop}/pipelines/${id}/runs`, { inputs }, headers),
    run: (run: RunLike) => get(runPath(run)),
    job: (run: RunLike, id: string) => get(`${runPath(run)}/jobs/${id}`),
    /** The lines of a step, without their times. */
    log: async (run: RunLike, jobId: string, index: number): Promise<string[]> => {
      const lines = (await get(`${runPath(run)}/jobs/${jobId}/steps/${index}/logs`)) as { message: string }[]
      return lines.map(({ message }) => message)
    },
    /** Job → status. */
    statuses: async (run: RunLike): Promise<Record<string, string>> => {
      const jobs = (await get(`${runPath(run)}/jobs`)) as { id: string; status: string }[]
      return Object.fromEntries(jobs.map(({ id, status }) => [id, status]))
    },
    /** The states of the steps of a job, in their order. */
    steps: async (run: RunLike, jobId: string): Promise<string[]> => {
      const { steps } = (await get(`${runPath(run)}/jobs/${jobId}`)) as { steps: { status: string }[] }
      return steps.map(({ status }) => status)
    },
    approvals: (query = '') => get(`${shop}/approvals${query}`) as Promise<ApprovalLike[]>,
    decide: (approval: ApprovalLike, decision: 'approve' | 'deny', token = 'pia'): Promise<Called> => {
      const { pipeline_id, run_id, job_id, id } = approval
      const path = `${shop}/pipelines/${pipeline_id}/runs/${run_id}/jobs/${job_id}/approvals/${id}`
      return call('POST', `${path}/${decision}`, undefined, as(token))
    },
    cancel: (run: RunLike, headers?: Record<string, string>) =>
      call('POST', `${runPath(run)}/cancel`, undefined, headers),
    /** Lets time pass, with somebody looking in between as a client would. */
    after: async (ms: number) => {
      await clock.advance(ms)
      started.orchestrator.work()
    },
  }
}

export interface ApprovalLike {
  id: string
  pipeline_id: string
  run_id: string
  job_id: string
  status: string
}

export type Shop = ReturnType<typeof aShop>

/** A pipeline that is called, from the lines of its jobs. */
export const called = (id: string, jobs: string, head = '') => `
id: ${id}
name: ${id}
on:
  pipeline_call: {}
${head}
jobs:
${jobs}
`

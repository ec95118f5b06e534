import type { Transport } from '../../src/contract/http.ts'
import { shop } from '../orchestrator/a-shop.ts'
import type { aServedShop } from '../dist/a-served-shop.ts'
import { startGitHub } from '../support/github/fake.ts'
import { aPullRequest } from '../support/github/state.ts'
import type { BundleOptions, BundleRun } from '../support/run-bundle.ts'
import { deltaFile } from './scenarios/artefacts.ts'

export type ServedShop = Awaited<ReturnType<typeof aServedShop>>

interface Prepared extends Pick<BundleOptions, 'inputs' | 'phase' | 'state' | 'event' | 'files'> {
  /** Other than the orchestrator. */
  readonly server?: Transport
  /** How often what the step is for has happened. */
  effect(): Promise<number>
}

/** A bundle as a workflow starts it, with something at stake. */
export interface Faulted {
  /** The action's, and what of it is meant where there are several. */
  readonly name: string
  /** It writes nothing that could go wrong. */
  readonly isReadOnly?: boolean
  /** Never reads. */
  readonly isWriteOnly?: boolean
  /** Unless it is false. */
  readonly isOfApp?: boolean
  prepare(shop: ServedShop): Promise<Prepared>
  /** Whether the step says that what it is for has happened; where it does not say so by succeeding. */
  claims?(run: BundleRun): boolean
}

/** These send nothing to the API. */
export const silent = ['orchestrator', 'preview-gate']

const pipeline = `id: web
name: web
on: { pipeline_call: {} }
jobs: { one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hello } }] } }
`
const ask = '  ask: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging, message: Ship? } }] }'

const succeeded = async ({ runs }: ServedShop) => (await runs()).filter(({ status }) => status === 'succeeded').length

const countOf = async ({ call }: ServedShop, path: string, matches: (each: Record<string, string>) => boolean) =>
  ((await call('GET', path)) as Record<string, string>[]).filter(matches).length

const previews = (served: ServedShop) => countOf(served, `${shop}/envs`, ({ id }) => id === 'preview')

/** As `main` leaves it when it is killed before an answer has come: the call was taken, and only its key is known. */
const unanswered = async ({ orchestrator, inputs, runs }: ServedShop, path: string, body: object, sent: object) => {
  const key = 'killed-before-an-answer'
  const headers = { authorization: `Bearer ${inputs.token}`, 'idempotency-key': key }
  const url = `http://orchestrator.test${shop}/${path}`
  const { status } = await orchestrator.handle({ method: 'POST', url, headers, body: JSON.stringify(sent) })
  if (status !== 201) throw new Error(`the call was answered ${status}`)
  return {
    phase: 'post' as const,
    state: { key, body: JSON.stringify(body) },
    effect: async () => (await runs()).length,
  }
}

const saysCancelled = ({ stdout }: BundleRun) => stdout.includes('its cancellation was asked for')

const aGitHub = () =>
  startGitHub({ repository: 'acme/shop', pullRequests: [aPullRequest({ headRepository: 'acme/shop' })] })

export const faultedBundles: readonly Faulted[] = [
  {
    name: 'register-artefact',
    isOfApp: false,
    prepare: async (served) => ({
      inputs: { image: 'registry.test/web:1' },
      effect: () => countOf(served, '/orgs/local-org/artefact-versions', () => true),
    }),
  },
  {
    name: 'create-delta',
    prepare: async (served) => ({
      inputs: { env: 'staging', 'delta-file': 'delta.json' },
      files: { 'delta.json': deltaFile },
      effect: () => countOf(served, `${shop}/deltas`, ({ id }) => id !== served.deltaId),
    }),
  },
  {
    name: 'deploy',
    prepare: async (served) => ({
      inputs: { env: 'staging', 'delta-id': served.deltaId },
      effect: () => succeeded(served),
    }),
  },
  {
    name: 'deploy, after it was killed',
    prepare: async (served) => {
      served.orchestrator.control.behave({ durationMs: 60_000 })
      const body = { trigger: 'deployment_request', env_id: 'staging', delta_id: served.deltaId }
      return {
        ...(await unanswered(served, 'pipeline-runs', body, body)),
        inputs: { env: 'staging', 'delta-id': served.deltaId, 'cancel-on-abort': 'true' },
      }
    },
    isWriteOnly: true,
    claims: saysCancelled,
  },
  {
    name: 'wait-for-run',
    isReadOnly: true,
    prepare: async (served) => {
      const { id, pipeline_id } = await served.deployTo('staging')
      return { inputs: { 'run-id': id, 'pipeline-id': pipeline_id }, effect: () => succeeded(served) }
    },
  },
  {
    name: 'approve',
    prepare: async (served) => {
      const { id, pipeline_id } = await served.start(ask)
      return {
        inputs: { 'run-id': id, 'pipeline-id': pipeline_id, 'wait-for-request': 'true' },
        effect: () => countOf(served, `${shop}/approvals`, ({ status }) => status === 'approved'),
      }
    },
  },
  {
    name: 'environment',
    prepare: async (served) => ({
      inputs: { command: 'ensure', env: 'preview', type: 'development' },
      effect: () => previews(served),
    }),
  },
  {
    name: 'run-pipeline',
    prepare: async (served) => {
      await served.call('POST', `${shop}/pipelines`, pipeline)
      return { inputs: { 'pipeline-id': 'web' }, effect: () => succeeded(served) }
    },
  },
  {
    name: 'run-pipeline, after it was killed',
    prepare: async (served) => {
      await served.call('POST', `${shop}/pipelines`, pipeline.replace(/jobs:.*/s, `jobs:\n${ask}`))
      return {
        ...(await unanswered(served, 'pipelines/web/runs', {}, { inputs: {} })),
        inputs: { 'pipeline-id': 'web', 'cancel-on-abort': 'true' },
      }
    },
    isWriteOnly: true,
    claims: saysCancelled,
  },
  {
    name: 'apply-pipeline',
    prepare: async (served) => ({
      inputs: { files: 'web.yaml' },
      files: { 'web.yaml': pipeline },
      effect: () => countOf(served, `${shop}/pipelines`, ({ id }) => id === 'web'),
    }),
  },
  {
    name: 'api',
    isWriteOnly: true,
    prepare: async (served) => ({
      inputs: { operation: 'createEnvironment', body: '{ "id": "preview", "name": "preview", "type": "development" }' },
      effect: () => previews(served),
    }),
  },
  {
    name: 'report',
    prepare: async ({ orchestrator, deployTo }) => {
      const { id, pipeline_id } = await deployTo('staging')
      const github = aGitHub()
      const { apiUrl, token } = github.connection
      return {
        inputs: { env: 'staging', 'run-id': id, 'pipeline-id': pipeline_id, 'github-token': token, timeout: '20s' },
        event: {
          pull_request: { number: 1, head: { ref: 'feature', sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d' } },
        },
        server: (request) => {
          const { pathname, search } = new URL(request.url)
          const isPlatform = pathname.startsWith('/orgs/')
          return isPlatform
            ? orchestrator.handle(request)
            : github.transport({ ...request, url: apiUrl + pathname + search })
        },
        effect: async () => github.state.comments.length,
      }
    },
    claims: ({ outputs }) => outputs['comment-url'] !== '',
  },
]

import { expect, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { aServedShop } from '../dist/a-served-shop.ts'
import { type FaultKind, faultKinds, type FaultPlan } from '../support/faults/fault.ts'
import { aClosedPort, anUntrustedServer, startProxy } from '../support/faults/proxy.ts'
import { type BundleRun, runBundle } from '../support/run-bundle.ts'
import { deltaFile } from './scenarios/artefacts.ts'

type Shop = Awaited<ReturnType<typeof aServedShop>>

interface Bundle {
  readonly name: string
  prepare(shop: Shop): Promise<Record<string, string>>
  /** How often what the step is for has happened. */
  effect(shop: Shop): Promise<number>
}

const pipeline = `id: web
name: web
on: { pipeline_call: {} }
jobs: { one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hello } }] } }
`
const ask = '  ask: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging, message: Ship? } }] }'
const count = (list: readonly unknown[]) => list.length
const succeeded = (runs: readonly { status: string }[]) => runs.filter(({ status }) => status === 'succeeded').length

const bundles: readonly Bundle[] = [
  {
    name: 'register-artefact',
    prepare: () => Promise.resolve({ image: 'registry.test/web:1' }),
    effect: async ({ call }) => count(await call('GET', '/orgs/local-org/artefact-versions')),
  },
  {
    name: 'create-delta',
    prepare: () => Promise.resolve({ env: 'staging', 'delta-file': 'delta.json' }),
    // The shop has one already.
    effect: async ({ call }) => count(await call('GET', `${shop}/deltas`)) - 1,
  },
  {
    name: 'deploy',
    prepare: ({ deltaId }) => Promise.resolve({ env: 'staging', 'delta-id': deltaId }),
    effect: async ({ runs }) => succeeded(await runs()),
  },
  {
    name: 'wait-for-run',
    prepare: async ({ deployTo }) => {
      const { id, pipeline_id } = await deployTo('staging')
      return { 'run-id': id, 'pipeline-id': pipeline_id }
    },
    effect: async ({ runs }) => succeeded(await runs()),
  },
  {
    name: 'approve',
    prepare: async ({ start }) => {
      const { id, pipeline_id } = await start(ask)
      return { 'run-id': id, 'pipeline-id': pipeline_id, 'wait-for-request': 'true' }
    },
    effect: async ({ call }) =>
      ((await call('GET', `${shop}/approvals`)) as { status: string }[]).filter(({ status }) => status === 'approved')
        .length,
  },
  {
    name: 'environment',
    prepare: () => Promise.resolve({ command: 'ensure', env: 'preview', type: 'development' }),
    effect: async ({ call }) =>
      ((await call('GET', `${shop}/envs`)) as { id: string }[]).filter(({ id }) => id === 'preview').length,
  },
  {
    name: 'run-pipeline',
    prepare: async ({ call }) => {
      await call('POST', `${shop}/pipelines`, pipeline)
      return { 'pipeline-id': 'web' }
    },
    effect: async ({ runs }) => succeeded(await runs()),
  },
  {
    name: 'apply-pipeline',
    prepare: () => Promise.resolve({ files: 'web.yaml' }),
    effect: async ({ call }) =>
      ((await call('GET', `${shop}/pipelines`)) as { id: string }[]).filter(({ id }) => id === 'web').length,
  },
]

/** Those with an own address, where nobody is behind it. */
const addresses: Partial<Record<FaultKind, () => Promise<string>>> = { refused: aClosedPort, tls: anUntrustedServer }

/** Once: the first write, or the first read for what writes nothing, or would wait for half a minute. */
const once = (kind: FaultKind, bundle: string): FaultPlan => {
  const isAboutReads = bundle === 'wait-for-run' || ['endless-body', 'foreign-link'].includes(kind)
  let isDone = false
  return (_, { method, url }) => {
    if (isDone || (method === 'GET') !== isAboutReads || url.includes('dry_run')) return undefined
    isDone = true
    return { kind, delivered: true, afterMs: 1000 }
  }
}

const inDoubt = /not known|may go on|may have been|may or may not|goes on by itself/

/** Every kind with every bundle takes minutes: unless asked for, each kind meets one of them. */
const isWhole = process.env['TORTURE_BUNDLES'] === 'all'
const cases = faultKinds.flatMap((kind, at) =>
  bundles
    .filter((_, index) => isWhole || index === at % bundles.length)
    .map((bundle) => ({ kind, name: bundle.name, bundle })),
)

const checkSecrets = (run: BundleRun, token: string, abroad: readonly string[]) => {
  const shown = [run.summary, run.stderr, JSON.stringify([run.outputs, run.state, run.exported])].join('\n')
  const log = run.stdout.replaceAll(`::add-mask::${token}`, '')
  expect(shown + log).not.toContain(token)
  expect(abroad.join('\n')).not.toContain(token)
  expect(abroad.join('\n').toLowerCase()).not.toContain('authorization')
}

test.each(cases)('$kind: the bundle $name tells the truth', { timeout: 120_000 }, async ({ kind, bundle }) => {
  const served = await aServedShop()
  const { orchestrator, inputs } = served
  const given = await bundle.prepare(served)
  const proxy = await startProxy((request) => orchestrator.handle(request), once(kind, bundle.name))
  const url = await (addresses[kind]?.() ?? proxy.url)
  const { app, ...connection } = inputs
  const run = await runBundle(bundle.name, {
    inputs: {
      ...connection,
      ...(bundle.name === 'register-artefact' ? {} : { app }),
      'api-url': url,
      timeout: '6s',
      ...given,
    },
    files: { 'delta.json': deltaFile, 'web.yaml': pipeline },
  })
  const effect = await bundle.effect(served)
  const said = [run.stdout, JSON.stringify(run.outputs)].join('\n')
  const course = [...proxy.trace, said].join('\n')
  expect(kind in addresses || proxy.trace.some((line) => line.endsWith(`→ ${kind}`)), course).toBe(true)
  expect(run.stderr).toBe('')
  expect(effect, course).toBeLessThanOrEqual(1)
  // Who only waits has no part in what happens.
  const isTold = effect === 0 || bundle.name === 'wait-for-run' || inDoubt.test(said)
  expect(run.exitCode === 0 ? effect === 1 : run.annotations.length > 0 && isTold, course).toBe(true)
  expect(said).not.toContain('Unexpected failure')
  checkSecrets(run, inputs.token, proxy.abroad)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { aShop, minutes, seconds, type Shop, shop } from './a-shop.ts'

/** Everything that a run can wait for, one thing after the other and two at a time. */
const release = `
id: release
name: Release
on: { deployment_request: {} }
concurrency: { group: release }
jobs:
  test:
    outputs: { set: '\${{ steps.apply.outputs.set_id }}' }
    steps:
      - { id: apply, uses: actions/humanitec/apply@v1, with: { env_id: staging, delta_id: '\${{ inputs.delta_id }}' } }
      - { uses: actions/humanitec/deploy@v1, with: { env_id: staging, set_id: '\${{ steps.apply.outputs.set_id }}' } }
      - { uses: actions/humanitec/wait-for-readiness@v1, with: { env_id: staging } }
  ask:
    steps:
      - { uses: actions/humanitec/approve@v1, with: { env_id: production } }
  ship:
    needs: [test, ask]
    steps:
      - { uses: actions/humanitec/deploy@v1, with: { env_id: production, set_id: '\${{ needs.test.outputs.set }}' } }
      - { timeout-minutes: 1, continue-on-error: true, uses: actions/humanitec/approve@v1, with: { env_id: production } }
      - { if: 'always()', uses: actions/humanitec/log@v1, with: { message: shipped } }
`

/** What happens, and how often somebody looks while time passes. */
const story: ((it: Shop, runs: Runs) => Promise<unknown>)[] = [
  async (it, runs) => {
    const delta_id = await it.aDelta('web', 'api')
    for (const key of ['one', 'two'] as const) {
      runs[key] = (await it.request({ env_id: 'staging', delta_id }, { 'idempotency-key': key })).body
    }
  },
  (it) => it.after(0),
  (it) => it.after(200),
  (it) => it.after(seconds(1)),
  (it, { one, two }) => Promise.all([it.run(one!), it.run(two!)]),
  (it) => it.after(seconds(1)),
  (it) => it.after(seconds(1)),
  async (it, { one }) => {
    const [approval] = await it.approvals(`?run=${one!.id}`)
    await it.decide(approval!, 'approve')
  },
  (it) => it.after(seconds(3)),
  (it) => it.after(seconds(30)),
  (it) => it.after(seconds(31)),
  (it, { two }) => it.cancel(two!),
  (it) => it.after(minutes(1)),
]

interface Runs {
  one?: { id: string; pipeline_id: string }
  two?: { id: string; pipeline_id: string }
}

/** All that can be read about the two runs. */
const everything = async (it: Shop, { one, two }: Runs) => ({
  runs: await it.get('/orgs/local-org/pipeline-runs'),
  jobs: await Promise.all([one!, two!].flatMap((run) => ['test', 'ask', 'ship'].map((id) => it.job(run, id)))),
  logs: await Promise.all(
    [one!, two!].flatMap((run) =>
      ['test', 'ask', 'ship'].flatMap((id) =>
        [0, 1, 2].map((index) => it.get(`${it.runPath(run)}/jobs/${id}/steps/${index}/logs`)),
      ),
    ),
  ),
  approvals: await it.approvals(),
  staging: await it.get(`${shop}/envs/staging/deploys`),
  production: await it.get(`${shop}/envs/production/deploys`),
})

/** The same with ids and ETags numbered in the order in which they are met: they are made up by chance. */
const numbered = (value: unknown): unknown => {
  const numbers = new Map<string, number>()
  const text = JSON.stringify(value).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{16}\b/g, (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return `#${numbers.get(id)}`
  })
  return JSON.parse(text)
}

/** Tells the story; before each chapter of `crashes` the orchestrator is gone and another one opens its folder. */
const tell = async (crashes: (chapter: number) => boolean) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const options = { dataDir, clock: fakeClock(), random: fakeRandom() }
  const runs: Runs = {}
  let it = aShop(options)
  await it.aPipeline(release)
  await it.call('POST', `${shop}/pipelines/release/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
  for (const [chapter, happens] of story.entries()) {
    // Not closed: nobody closes what is killed.
    if (crashes(chapter)) it = aShop(options)
    await happens(it, runs)
  }
  return everything(it, runs)
}

test('a run that nothing interrupts does everything once', async () => {
  const { runs, approvals, staging, production, logs } = await tell(() => false)
  expect(runs).toMatchObject([{ status: 'cancelled' }, { status: 'succeeded', env_ids: ['staging', 'production'] }])
  expect(approvals.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'approved'])
  expect(staging).toHaveLength(2)
  expect(production).toHaveLength(1)
  expect(logs.flat().map(({ message }: { message: string }) => message)).toContain('shipped')
})

test('an orchestrator that is killed at any point goes on as if nothing had happened', async () => {
  const undisturbed = numbered(await tell(() => false))
  for (const point of story.keys()) {
    expect(numbered(await tell((chapter) => chapter === point)), `killed before chapter ${point}`).toEqual(undisturbed)
  }
  expect(numbered(await tell(() => true))).toEqual(undisturbed)
}, 60_000)

test('a request whose answer was lost in the crash is answered with the run that it started', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const options = { dataDir, clock: fakeClock(), random: fakeRandom() }
  const key = { 'idempotency-key': 'lost' }
  const before = await aShop(options).request({ env_id: 'staging' }, key)
  const it = aShop(options)
  const again = await it.request({ env_id: 'staging' }, key)
  expect(again.body.id).toBe(before.body.id)
  expect(await it.get('/orgs/local-org/pipeline-runs')).toHaveLength(1)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { aShop, minutes, seconds, type Shop, shop } from './a-shop.ts'
import { mortalRandom } from './mortal-random.ts'

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

/** What happens: time passes, and then somebody does something. Doing it again after a crash is safe. */
const story: { after?: number; act?: (it: Shop, runs: Runs) => Promise<unknown> }[] = [
  {
    act: async (it, runs) => {
      runs.delta = await it.aDelta('web', 'api')
    },
  },
  { act: (it, runs) => ask(it, runs, 'one') },
  { act: (it, runs) => ask(it, runs, 'two') },
  { after: 0 },
  { after: 200 },
  { after: seconds(1) },
  { act: (it, { one, two }) => Promise.all([it.run(one!), it.run(two!)]) },
  { after: seconds(1) },
  { after: seconds(1) },
  {
    act: async (it, { one }) => {
      const [approval] = await it.approvals(`?run=${one!.id}&status=waiting`)
      if (approval) await it.decide(approval, 'approve')
    },
  },
  { after: seconds(3) },
  { after: seconds(30) },
  { after: seconds(31) },
  { act: (it, { two }) => it.cancel(two!) },
  { after: minutes(1) },
]

const ask = async (it: Shop, runs: Runs, key: 'one' | 'two') => {
  runs[key] = (await it.request({ env_id: 'staging', delta_id: runs.delta }, { 'idempotency-key': key })).body
}

interface Runs {
  delta?: string
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
  const text = JSON.stringify(value).replaceAll(
    /[0-9a-f]{8}-[0-9a-f-]{27}|\b(?:[0-9a-f]{16}|[0-9a-f]{40})\b/g,
    (id) => {
      if (!numbers.has(id)) numbers.set(id, numbers.size)
      return `#${numbers.get(id)}`
    },
  )
  return JSON.parse(text)
}

/** Tells the story; where `crashes` says so the orchestrator is gone, and another one opens its folder. */
const tell = async ({
  crashes = () => false,
  dieAt = Infinity,
}: {
  crashes?: (chapter: number) => boolean
  dieAt?: number
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const random = mortalRandom(dieAt)
  const clock = fakeClock()
  // Not closed: nobody closes what is killed.
  const onBug = (error: unknown) => {
    if (random.life.isOver) throw error
  }
  const open = () => aShop({ dataDir, clock, random, onBug })
  const runs: Runs = {}
  let it = open()
  await it.aPipeline(release)
  await it.call('POST', `${shop}/pipelines/release/criteria`, { trigger: 'deployment_request', env_id: 'staging' })
  const callsBefore = random.life.calls

  const go = async (act: (it: Shop, runs: Runs) => Promise<unknown>) => {
    try {
      it.orchestrator.work()
      await act(it, runs)
    } catch (error) {
      if (!random.life.isOver) throw error
    }
  }
  for (const [chapter, { after = 0, act = () => Promise.resolve() }] of story.entries()) {
    if (crashes(chapter)) it = open()
    await clock.advance(after)
    await go(act)
    if (!random.life.isOver) continue
    random.life.isOver = false
    it = open()
    await go(act)
  }
  return { seen: await everything(it, runs), calls: { from: callsBefore + 1, to: random.life.calls } }
}

test('a run that nothing interrupts does everything once', async () => {
  const { runs, approvals, staging, production, logs } = (await tell({})).seen
  expect(runs).toMatchObject([{ status: 'cancelled' }, { status: 'succeeded', env_ids: ['staging', 'production'] }])
  expect(approvals.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'approved'])
  expect(staging).toHaveLength(2)
  expect(production).toHaveLength(1)
  expect(logs.flat().map(({ message }: { message: string }) => message)).toContain('shipped')
})

test('an orchestrator that is killed between two moments goes on as if nothing had happened', async () => {
  const undisturbed = numbered((await tell({})).seen)
  for (const point of story.keys()) {
    const { seen } = await tell({ crashes: (chapter) => chapter === point })
    expect(numbered(seen), `killed before chapter ${point}`).toEqual(undisturbed)
  }
  expect(numbered((await tell({ crashes: () => true })).seen)).toEqual(undisturbed)
}, 60_000)

test('an orchestrator that is killed in the middle of something does it once, after its restart', async () => {
  const { seen, calls } = await tell({})
  const undisturbed = numbered(seen)
  for (let dieAt = calls.from; dieAt <= calls.to; dieAt += 3) {
    const { seen: again } = await tell({ dieAt })
    expect(numbered(again), `killed at call ${dieAt} of ${calls.to}`).toEqual(undisturbed)
  }
}, 120_000)

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

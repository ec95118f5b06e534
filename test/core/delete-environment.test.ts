import { expect, test } from 'vitest'
import type { Run } from '../../src/contract/types.ts'
import { deleteEnvironment } from '../../src/core/delete-environment.ts'
import { called, type RunLike, shop } from '../orchestrator/a-shop.ts'
import { answering, anApplication, rewriting } from './an-application.ts'

const runsPath = /^GET \/orgs\/local-org\/pipeline-runs$/

/** A run that deploys to staging for a long time. */
const deploying = async ({
  durationMs = 30_000,
  ...options
}: Parameters<typeof anApplication>[0] & { durationMs?: number } = {}) => {
  const application = anApplication(options)
  application.orchestrator.control.behave({ pendingMs: 0, durationMs })
  const { body } = await application.request({ env_id: 'staging', delta_id: await application.aDelta('web') })
  const told: string[] = []
  return {
    ...application,
    run: body as RunLike,
    told,
    remove: (name?: string) => {
      application.requests.length = 0
      return deleteEnvironment(
        application.api,
        { id: 'staging', name },
        { onProgress: (message) => told.push(message) },
      )
    },
  }
}

const writesOf = (requests: readonly string[]) => requests.filter((each) => !each.startsWith('GET'))

test('a run that takes its time to be cancelled is asked once, and waited for', async () => {
  let looks = 0
  let going: Run[] = []
  const through = rewriting(runsPath, (body: Run[]) => {
    looks += 1
    if (looks === 1) going = body
    return looks <= 40 ? going : body
  })
  const { remove, requests, told, run } = await deploying({ through })
  expect(await remove()).toEqual({ kind: 'deleted' })
  expect(writesOf(requests)).toEqual([
    `POST ${shop}/pipelines/default/runs/${run.id}/cancel`,
    `DELETE ${shop}/envs/staging`,
  ])
  const lookedBefore = requests.slice(0, requests.indexOf(`DELETE ${shop}/envs/staging`))
  expect(lookedBefore.filter((each) => each.endsWith('/pipeline-runs')).length).toBeGreaterThan(40)
  expect(told.slice(0, 2)).toEqual([
    `Run '${run.id}' of pipeline 'default' is being cancelled.`,
    `Environment 'staging' waits for the end of run '${run.id}'.`,
  ])
})

test('a run whose cancellation was asked for already is only waited for', async () => {
  const at = '2026-01-05T12:00:00Z'
  let looks = 0
  const through = rewriting(runsPath, (body: Run[]) => {
    looks += 1
    return looks === 1 ? body.map((run) => ({ ...run, cancellation_requested_at: at })) : []
  })
  const { remove, requests } = await deploying({ through })
  expect(await remove()).toEqual({ kind: 'deleted' })
  expect(writesOf(requests)).toEqual([`DELETE ${shop}/envs/staging`])
})

test('a run counts that only its inputs send to the environment', async () => {
  const through = rewriting(runsPath, (body: Run[]) => body.map((run) => ({ ...run, env_ids: [] })))
  const { remove, requests, run } = await deploying({ through })
  await remove()
  expect(writesOf(requests)[0]).toBe(`POST ${shop}/pipelines/default/runs/${run.id}/cancel`)
})

test('runs of other applications and environments do not count, nor those that have ended', async () => {
  const change = (run: Run): Run[] => [
    { ...run, app_id: 'other' },
    { ...run, env_ids: ['production'], inputs: { env_id: 'production' } },
    { ...run, completed_at: '2026-01-05T12:00:00Z' },
  ]
  const through = rewriting(runsPath, (body: Run[]) => body.flatMap(change))
  const { remove, requests } = await deploying({ through })
  expect(await remove()).toEqual({ kind: 'deleted' })
  expect(writesOf(requests)).toEqual([`DELETE ${shop}/envs/staging`])
})

test('a run of any pipeline that works on the environment is cancelled', async () => {
  const application = anApplication()
  const step = '{ uses: actions/humanitec/approve@v1, with: { env_id: staging, message: Go on? } }'
  const { body: run } = await application.callPipeline(
    await application.aPipeline(called('release', `  go: { steps: [${step}] }`)),
  )
  await application.after(1000)
  await deleteEnvironment(application.api, { id: 'staging', name: undefined }, { onProgress: () => {} })
  expect(await application.run(run as RunLike)).toMatchObject({ status: 'cancelled' })
})

test('a name that is another one by now stops everything', async () => {
  const { remove, requests, get } = await deploying()
  expect(await remove('octo-org/shop#7')).toMatchObject({ kind: 'refused' })
  expect(writesOf(requests)).toEqual([])
  expect(await get(`${shop}/envs/staging`)).toMatchObject({ status: 'active' })
})

test('at the deadline nothing is begun any more', async () => {
  // The deployment ends as the time does.
  const { remove, requests, get } = await deploying({ timeoutMs: 10_000, durationMs: 10_000 })
  expect(await remove()).toMatchObject({
    kind: 'timed-out',
    message: expect.stringMatching(
      /At last: Environment 'staging' waits for the end of deployment '.*' \(in progress\)$/,
    ),
  })
  expect(writesOf(requests)).toHaveLength(1)
  expect(await get(`${shop}/envs/staging`)).toMatchObject({ status: 'active' })
})

test('a deletion that was accepted is not asked for again, whatever the environment says then', async () => {
  const through = answering(/^DELETE .*\/envs\/staging$/, () => ({ status: 202 }))
  const { remove, requests } = await deploying({ through, timeoutMs: 120_000 })
  expect(await remove()).toMatchObject({
    kind: 'timed-out',
    message: expect.stringContaining("At last: Environment 'staging' is being deleted"),
  })
  expect(writesOf(requests).filter((each) => each.startsWith('DELETE'))).toHaveLength(1)
})

test('a server that is away for a while only makes it take longer', async () => {
  const through = answering(/^GET .*\/envs\/staging$/, (count) => (count < 20 ? { status: 503 } : undefined))
  const { remove, told } = await deploying({ through })
  expect(await remove()).toEqual({ kind: 'deleted' })
  expect(told.filter((message) => message.endsWith('Looking again.'))).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { type Judgement, sweepEnvironments } from '../../src/core/sweep-environments.ts'
import { anApplication } from './an-application.ts'

const stale: Judgement = { kind: 'stale', reason: 'nobody needs it' }

const sweeping = async (judge: (id: string) => Promise<Judgement | undefined>) => {
  const application = anApplication()
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const id = `pr-${number}`
    await application.call('POST', '/orgs/local-org/apps/shop/envs', { id, name: id })
  }
  const ended: string[] = []
  return {
    ...application,
    ended,
    sweep: (dryRun = false) =>
      sweepEnvironments(application.api, {
        dryRun,
        judge: ({ id }) => judge(id),
        onProgress: () => {},
        onEnd: ({ environment, kind }) => ended.push(`${environment.id} ${kind}`),
      }),
    ids: async () =>
      ((await application.get('/orgs/local-org/apps/shop/envs')) as { id: string }[]).map(({ id }) => id),
  }
}

test('at most four are under way at a time', async () => {
  let underWay = 0
  let most = 0
  const { sweep } = await sweeping(async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise((resolve) => setImmediate(resolve))
    underWay -= 1
    return undefined
  })
  expect(await sweep()).toEqual([])
  expect(most).toBe(4)
})

test('each end is told once, and the results are in the order of the environments', async () => {
  const { sweep, ended, ids } = await sweeping(async (id) => {
    if (id === 'pr-2') return { kind: 'needed', reason: 'it is open' }
    if (id === 'pr-3') return { kind: 'unclear', reason: 'who knows' }
    return id.startsWith('pr-') ? stale : undefined
  })
  const swept = await sweep()
  expect(swept.map(({ environment, kind }) => `${environment.id} ${kind}`)).toEqual([
    'pr-1 deleted',
    'pr-2 kept',
    'pr-3 failed',
    'pr-4 deleted',
    'pr-5 deleted',
    'pr-6 deleted',
  ])
  expect(new Set(ended)).toEqual(new Set(swept.map(({ environment, kind }) => `${environment.id} ${kind}`)))
  expect(ended).toHaveLength(6)
  expect(await ids()).toEqual(['development', 'staging', 'production', 'pr-2', 'pr-3'])
})

test('one that is gone in between is no failure', async () => {
  const { sweep, call } = await sweeping(async (id) => {
    if (id !== 'pr-1') return undefined
    await call('DELETE', '/orgs/local-org/apps/shop/envs/pr-1')
    return stale
  })
  expect(await sweep()).toMatchObject([{ kind: 'absent' }])
})

test('a bug in the judging is no verdict', async () => {
  const { sweep } = await sweeping(() => Promise.reject(new TypeError('undefined is not a function')))
  await expect(sweep()).rejects.toThrow(TypeError)
})

import { describe, expect, test } from 'vitest'
import { aShop, shop } from './a-shop.ts'

const staging = `${shop}/envs/staging`

interface Behaviour {
  durationMs?: number
  readyAfterMs?: number
  neverReady?: string
  fail?: { message: string }
}

/** The shop while workloads with these conditions are deployed; `behaviours` are those of the cluster. */
const deploying = async (
  conditions: Record<string, object | undefined>,
  behaviours: Record<string, Behaviour> = {},
) => {
  const made = aShop()
  made.orchestrator.control.behave({ pendingMs: 0, durationMs: 2000, readyAfterMs: 1000, workloads: behaviours })
  const modules = Object.entries(conditions).map(([name, deploy]) => [name, { spec: {}, ...(deploy && { deploy }) }])
  const { body: set_id } = await made.call('POST', `${shop}/sets/0`, { modules: { add: Object.fromEntries(modules) } })
  const { body: run } = await made.request({ env_id: 'staging', set_id })
  await made.after(0)
  const [{ id }] = await made.get(`${staging}/deploys`)
  const status = async () => (await made.get(`${staging}/deploys/${id}`)).status as string
  return {
    ...made,
    errors: async () => {
      const errors = (await made.get(`${staging}/deploys/${id}/errors`)) as Record<string, string>[]
      return errors.map(({ object_id, summary, message }) => `${object_id}: ${summary}: ${message}`)
    },
    /** Workload → how it runs. */
    states: async () => {
      const { modules } = await made.get(`${staging}/runtime`)
      return Object.fromEntries(Object.keys(modules).map((name) => [name, modules[name][name].status as string]))
    },
    /** In which state the deployment ends; it must do so after just so many milliseconds. */
    endsAfter: async (ms: number) => {
      await made.after(ms - 1)
      expect(await status()).toBe('in progress')
      await made.after(1)
      return status()
    },
    /** Which workloads have come up so far, as the log has them. */
    risen: async () => (await made.log(run, 'deploy', 1)).flatMap((line) => /^(\w+) is up/.exec(line)?.[1] ?? []),
  }
}

describe('a workload', () => {
  test('without a condition may come up, or not at all, after its deployment has succeeded', async () => {
    const { endsAfter, errors } = await deploying({ web: undefined }, { web: { neverReady: 'no node has room' } })
    expect(await endsAfter(2000)).toBe('succeeded')
    expect(await errors()).toEqual([])
  })

  test.each(['available', 'complete'])('that has to be %s is waited for', async (success) => {
    const { endsAfter, states } = await deploying({ web: { success }, api: undefined })
    expect(await endsAfter(3000)).toBe('succeeded')
    expect(await states()).toEqual({ web: 'Running', api: 'Starting' })
  })

  test('that has to be deployed only is not', async () => {
    const { endsAfter } = await deploying({ web: { success: 'deploy', timeout: 0 } })
    expect(await endsAfter(2000)).toBe('succeeded')
  })

  test.each([
    ['comes up later, if ever,', { neverReady: 'no node has room' }, 'no node has room'],
    ['takes longer', { readyAfterMs: 30_001 }, 'It was not available within 30 seconds.'],
  ])('that %s than its condition allows fails the deployment then', async (_, behaviour, message) => {
    const { endsAfter, errors } = await deploying({ web: { success: 'available', timeout: 30 } }, { web: behaviour })
    expect(await endsAfter(32_000)).toBe('failed')
    expect(await errors()).toEqual([`web: Workload 'web' did not meet its condition: ${message}`])
  })

  test('that does not start is not waited for', async () => {
    const behaviours = { web: { readyAfterMs: 5000, fail: { message: 'no such image' } } }
    const { endsAfter, errors } = await deploying({ web: { success: 'available' } }, behaviours)
    expect(await endsAfter(2000)).toBe('failed')
    expect(await errors()).toEqual(["web: Workload 'web' did not start: no such image"])
  })

  test('is waited for as long as its condition allows, five minutes if that says nothing', async () => {
    const { endsAfter } = await deploying({ web: { success: 'complete' } }, { web: { readyAfterMs: 300_000 } })
    expect(await endsAfter(302_000)).toBe('succeeded')
    const late = await deploying({ web: { success: 'complete' } }, { web: { readyAfterMs: 300_001 } })
    expect(await late.endsAfter(302_000)).toBe('failed')
  })

  test.each([
    [-1, 0],
    [1e300, 86_400],
  ])('with a timeout of %d seconds is waited for %d seconds, at most a day', async (timeout, most) => {
    const behaviour = { readyAfterMs: 1_000_000_000 }
    const { endsAfter, errors } = await deploying({ web: { success: 'available', timeout } }, { web: behaviour })
    expect(await endsAfter(2000 + most * 1000)).toBe('failed')
    expect(await errors()).toEqual([
      `web: Workload 'web' did not meet its condition: It was not available within ${most} seconds.`,
    ])
  })
})

describe('workloads', () => {
  const ordered = { last: { when: 'after' }, second: undefined, third: { when: 'sometime' }, first: { when: 'before' } }

  test('are deployed before others or after them, if they say so', async () => {
    const { endsAfter, after, risen } = await deploying(ordered, { third: { durationMs: 3000 } })
    const seen: string[][] = []
    for (const ms of [2000, 2000, 1000]) {
      await after(ms)
      seen.push(await risen())
    }
    expect(seen).toEqual([['first'], ['first', 'second'], ['first', 'second', 'third']])
    expect(await endsAfter(2000)).toBe('succeeded')
    expect(await risen()).toEqual(['first', 'second', 'third', 'last'])
  })

  test('are not deployed at all when one fails that comes before them', async () => {
    const { endsAfter, errors, risen, states } = await deploying(ordered, {
      first: { fail: { message: 'no migration' } },
    })
    expect(await endsAfter(2000)).toBe('failed')
    const told = (name: string) => `${name}: Workload '${name}' was not deployed: It comes after 'first', which failed.`
    expect(await errors()).toEqual([
      "first: Workload 'first' did not start: no migration",
      told('second'),
      told('third'),
      told('last'),
    ])
    expect(await risen()).toEqual([])
    expect(await states()).toEqual({ first: 'Failed', second: 'Failed', third: 'Failed', last: 'Failed' })
  })

  test('wait for one that has to be complete', async () => {
    const { endsAfter, after, risen } = await deploying({
      web: undefined,
      migrate: { when: 'before', success: 'complete' },
    })
    await after(4999)
    expect(await risen()).toEqual(['migrate'])
    expect(await endsAfter(1)).toBe('succeeded')
  })
})

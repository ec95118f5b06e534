import { expect, test } from 'vitest'
import type { HttpRequest, HttpResponse } from '../../src/contract/http.ts'
import { minutes, seconds } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

/** What a site answers to its checks: states for its health, try after try, and what is spent of its budget. */
interface Site {
  health: (number | 'silence')[]
  budget: Partial<HttpResponse>
}

const check = async ({ health, budget }: Site) => {
  const left = [...health]
  const sent: string[] = []
  const it = anExampleShop({
    allowHttp: ['shop.acme.example'],
    transport: async ({ url, signal }: HttpRequest) => {
      sent.push(new URL(url).pathname)
      if (!url.endsWith('/healthz')) return { status: 200, headers: {}, body: '', ...budget }
      const status = left.shift() ?? 500
      if (status !== 'silence') return { status, headers: {}, body: '' }
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error))
      })
    },
  })
  await it.add('optional-checks')
  const run = await it.start('optional-checks')
  return {
    ...it,
    sent,
    started: run,
    states: async () => ({ ...(await it.statuses(run)), run: (await it.run(run)).status }),
  }
}

const good = { body: '{"spent":80}' }
const bad = { body: '{"spent":120}' }
const verdict = (health: string, performance: string) => `health ${health}, performance ${performance}`

test.each<[string, Site, { health: string; performance: string; run: string; warns: boolean }]>([
  [
    'everything is fine',
    { health: [200], budget: good },
    { health: 'succeeded', performance: 'succeeded', run: 'succeeded', warns: false },
  ],
  [
    'its second try is fine',
    { health: [503, 200], budget: good },
    { health: 'succeeded', performance: 'succeeded', run: 'succeeded', warns: false },
  ],
  [
    'it is slow',
    { health: [200], budget: bad },
    { health: 'succeeded', performance: 'failed', run: 'succeeded', warns: true },
  ],
  [
    'nobody knows how slow it is',
    { health: [200], budget: { status: 500 } },
    { health: 'succeeded', performance: 'failed', run: 'succeeded', warns: true },
  ],
  [
    'its budget is no JSON',
    { health: [200], budget: { body: '<html>' } },
    { health: 'succeeded', performance: 'failed', run: 'succeeded', warns: true },
  ],
  [
    'it is ill twice',
    { health: [503, 503], budget: good },
    { health: 'failed', performance: 'succeeded', run: 'failed', warns: false },
  ],
  [
    'everything is broken',
    { health: [503, 503], budget: bad },
    { health: 'failed', performance: 'failed', run: 'failed', warns: false },
  ],
])('a site of which %s', async (_, site, { health, performance, run, warns }) => {
  const it = await check(site)
  expect(await it.states()).toEqual({ health, performance, verdict: 'succeeded', run })
  expect(await it.log(it.started, 'verdict', 0)).toEqual([verdict(health, performance)])
  expect(await it.steps(it.started, 'verdict')).toEqual(['succeeded', warns ? 'succeeded' : 'skipped'])
  expect(it.sent.filter((path) => path === '/healthz')).toHaveLength(site.health.length)
})

test('the warning repeats what the site said, or that it said nothing', async () => {
  const slow = await check({ health: [200], budget: bad })
  expect(await slow.log(slow.started, 'verdict', 1)).toEqual(['The site is slow. It said {"spent":120}'])
  const silent = await check({ health: [200], budget: { status: 500 } })
  expect(await silent.log(silent.started, 'verdict', 1)).toEqual(['The site is slow. It said nothing'])
})

test('a first try that is never answered times out, and the second decides', async () => {
  const it = await check({ health: ['silence', 200], budget: good })
  await it.after(minutes(1))
  await it.settle()
  expect(await it.states()).toMatchObject({ health: 'succeeded', run: 'succeeded' })
  expect(await it.log(it.started, 'health', 0)).toContainEqual(expect.stringContaining('Timed out after 1 minute'))
})

test('checks that are cancelled end at once, with no verdict', async () => {
  const it = await check({ health: ['silence'], budget: good })
  await it.after(seconds(5))
  await it.cancel(it.started)
  expect(await it.states()).toEqual({
    health: 'cancelled',
    performance: 'succeeded',
    verdict: 'cancelled',
    run: 'cancelled',
  })
  expect(await it.log(it.started, 'verdict', 0)).toEqual([])
})

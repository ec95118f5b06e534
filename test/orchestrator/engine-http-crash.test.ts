import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { scriptedTransport } from '../support/scripted-transport.ts'
import { heldTransport, notify, post, aNotifyingShop } from './a-notifying-shop.ts'
import { aShop, minutes } from './a-shop.ts'
import { mortalRandom } from './mortal-random.ts'

const aFolder = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

test('a request that was sent before a crash is not sent again: its step fails with its outcome unknown', async () => {
  const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
  const before = heldTransport()
  const { run } = await aNotifyingShop(notify(post, 'continue-on-error: true,'), {
    ...options,
    transport: before.transport,
  })
  expect(before.sent).toHaveLength(1)
  const after = scriptedTransport()
  const it = aShop({ ...options, transport: after.send })
  await it.after(0)
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
  expect(await it.steps(run, 'tell')).toEqual(['failed', 'succeeded'])
  expect(await it.log(run, 'tell', 0)).toContain(
    'POST http://127.0.0.1:9000/hook: outcome unknown: the orchestrator ended before the answer came',
  )
  expect(after.requests).toEqual([])
})

test('a request that was recorded before a crash, and not sent, is sent once after it', async () => {
  const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
  const before = heldTransport()
  const first = aShop({ ...options, transport: before.transport })
  await first.aPipeline(notify(post))
  const { body: run } = await first.callPipeline('notify')
  // What is due is worked off, and the process ends before it looks into its outbox.
  first.orchestrator.control.advance(0)
  expect(before.sent).toEqual([])
  const after = scriptedTransport({ body: 'ok' })
  const it = aShop({ ...options, transport: after.send })
  await it.after(0)
  await it.after(0)
  expect(after.requests).toHaveLength(1)
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
})

test('a request is in the store as sent before anything leaves', async () => {
  const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
  const seen: unknown[] = []
  const transport: Transport = async () => {
    // Whoever takes over at this moment does not send it once more.
    const other = scriptedTransport()
    const it = aShop({ ...options, transport: other.send })
    await it.after(0)
    seen.push(other.requests.length)
    return { status: 200, headers: {}, body: '' }
  }
  const { it, run } = await aNotifyingShop(notify(post), { ...options, transport })
  await it.after(0)
  expect(seen).toEqual([0])
  expect((await it.run(run)).status_message).toContain('outcome unknown')
})

/** Runs the pipeline on an orchestrator that dies once, and on the one that takes its place. */
const lastingThrough = async (dieAt: number) => {
  const random = mortalRandom(dieAt)
  const sent: HttpRequest[] = []
  const transport: Transport = async (request) => {
    sent.push(request)
    return { status: 200, headers: {}, body: 'ok' }
  }
  // Scheduled work must not be given up as faulty: who is dead does not do that. An answer has nobody to throw to.
  const onBug = (error: unknown) => {
    if (sent.length === 0) throw error
  }
  const options = { dataDir: aFolder(), clock: fakeClock(), random, transport, onBug }
  const before = aShop(options)
  await before.aPipeline(notify(post))
  const { body: run } = await before.callPipeline('notify')
  const from = random.life.calls + 1
  const workOn = async (it: ReturnType<typeof aShop>) => {
    try {
      for (let turn = 0; turn < 3; turn += 1) if (!random.life.isOver) await it.after(0)
    } catch (error) {
      if (!random.life.isOver) throw error
    }
  }
  await workOn(before)
  random.life.isOver = false
  const after = aShop(options)
  await workOn(after)
  await after.after(minutes(2))
  return { sent: sent.length, calls: { from, to: random.life.calls }, ...(await after.run(run)) }
}

test('wherever the orchestrator dies, the request is sent once at most, and the run ends as it has to', async () => {
  const { calls, status } = await lastingThrough(Infinity)
  expect(status).toBe('succeeded')
  const endings = new Set<string>()
  for (let dieAt = calls.from; dieAt <= calls.to; dieAt += 1) {
    const { sent, status: ending, status_message: why } = await lastingThrough(dieAt)
    expect(sent, `killed at call ${dieAt} of ${calls.to}`).toBeLessThanOrEqual(1)
    endings.add(`${ending}, ${sent} sent, ${/outcome unknown/.exec(why)?.[0] ?? 'known'}`)
  }
  expect([...endings].toSorted()).toEqual(['failed, 1 sent, outcome unknown', 'succeeded, 1 sent, known'])
}, 60_000)

test('an orchestrator that is closed takes no answer any more', async () => {
  const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
  const first = aShop({ ...options, transport: heldTransport().transport })
  await first.aPipeline(notify(post))
  await first.callPipeline('notify')
  first.orchestrator.control.advance(0)
  const { transport, answers, sent } = heldTransport()
  const bugs: unknown[] = []
  const second = createOrchestrator({ ...options, transport, onBug: (error) => void bugs.push(error) })
  second.work()
  second.close()
  expect(sent[0]?.signal?.aborted).toBe(true)
  answers[0]?.('late')
  await options.clock.advance(0)
  expect(bugs).toEqual([])
})

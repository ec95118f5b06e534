import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { aListeningShop, aReceiver, bodyOf, idOf, type ListeningShop } from './a-listening-shop.ts'
import { minutes, seconds } from './a-shop.ts'
import { mortalRandom } from './mortal-random.ts'

const aFolder = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

describe('after a restart', () => {
  test('what was recorded and not sent is sent', async () => {
    const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
    const before = await aListeningShop({ ...options, transport: aReceiver('never').transport })
    await before.request({ env_id: 'staging', delta_id: await before.aDelta('web') })
    // What is due is worked off, and the process ends before it looks into its outbox.
    before.orchestrator.control.advance(0)
    const { received, transport } = aReceiver()
    const it = await aListeningShop({ ...options, transport })
    await it.after(0)
    expect(received.map((request) => bodyOf(request).event)).toEqual(['deployment.started'])
  })

  test('what was sent and not answered is sent again, under the same id', async () => {
    const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
    const first = aReceiver('never')
    const before = await aListeningShop({ ...options, transport: first.transport })
    await before.createEnvironment()
    expect(first.received).toHaveLength(1)
    const second = aReceiver()
    const it = await aListeningShop({ ...options, transport: second.transport })
    await it.after(seconds(10))
    expect(second.received).toHaveLength(1)
    expect(idOf(second.received[0])).toBe(idOf(first.received[0]))
    await it.after(minutes(60))
    expect(second.received).toHaveLength(1)
  })

  test('what was to be tried again is', async () => {
    const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
    const first = aReceiver(503)
    const before = await aListeningShop({ ...options, transport: first.transport })
    await before.createEnvironment()
    await before.after(0)
    const second = aReceiver()
    const it = await aListeningShop({ ...options, transport: second.transport })
    await it.after(seconds(10))
    expect(second.received.map(idOf)).toEqual(first.received.map(idOf))
  })
})

/** Creates an environment on an orchestrator that dies once, and on the one that takes its place. */
const lastingThrough = async (dieAt: number) => {
  const random = mortalRandom(dieAt)
  const { received, transport } = aReceiver(500)
  const bugs: unknown[] = []
  const turn = { isOurs: false }
  const onBug = (error: unknown) => {
    if (!random.life.isOver) bugs.push(error)
    // Scheduled work must not be given up as faulty: who is dead does not do that. An answer has nobody to throw to.
    else if (turn.isOurs) throw error
  }
  const ours = <T>(work: () => T): T => {
    turn.isOurs = true
    try {
      return work()
    } finally {
      turn.isOurs = false
    }
  }
  const options = { dataDir: aFolder(), clock: fakeClock(), random, transport, onBug }
  const before = await aListeningShop(options)
  const from = random.life.calls + 1
  const workOn = async (it: ListeningShop) => {
    try {
      // Sent again by whoever got no answer.
      await ours(() => it.createEnvironment())
      for (let count = 0; count < 3 && !random.life.isOver; count += 1) {
        await it.clock.advance(seconds(5))
        ours(() => it.orchestrator.work())
      }
    } catch (error) {
      if (!random.life.isOver) throw error
    }
  }
  await workOn(before)
  const to = random.life.calls
  random.life.isOver = false
  const after = await aListeningShop(options)
  await workOn(after)
  for (let count = 0; count < 4; count += 1) await after.after(minutes(1))
  return { received, from, to, bugs }
}

test('wherever the orchestrator dies, the event is told at least once, always under one id', async () => {
  const { from, to, received: undisturbed } = await lastingThrough(Infinity)
  expect(undisturbed).toHaveLength(2)
  for (let dieAt = from; dieAt <= to; dieAt += 1) {
    const { received, bugs } = await lastingThrough(dieAt)
    expect(bugs).toEqual([])
    expect(received.length, `killed at call ${dieAt} of ${to}`).toBeGreaterThanOrEqual(2)
    expect(new Set(received.map(idOf)).size).toBe(1)
  }
}, 60_000)

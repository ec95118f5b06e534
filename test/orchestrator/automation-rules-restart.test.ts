import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'
import { aRunningShop, aShopWithRules, web } from './a-shop-with-rules.ts'
import { minutes } from './a-shop.ts'
import { mortalRandom } from './mortal-random.ts'

/** Registers on an orchestrator that dies once, and lets the one that takes its place go on. */
const lastingThrough = async (dieAt: number) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const random = mortalRandom(dieAt)
  // Scheduled work must not be given up as faulty: who is dead does not do that.
  const onBug = (error: unknown) => {
    if (random.life.isOver) throw error
  }
  const options = { dataDir, clock: fakeClock(), random, onBug }
  const before = await aRunningShop(options)
  await before.rule()
  const from = random.life.calls + 1
  const go = async (it: typeof before) => {
    try {
      // Sent again by whoever got no answer.
      await it.register()
      for (let turn = 0; turn < 4; turn += 1) if (!random.life.isOver) await it.after(0)
    } catch (error) {
      if (!random.life.isOver) throw error
    }
  }
  await go(before)
  const to = random.life.calls
  random.life.isOver = false
  const after = await aShopWithRules(options)
  await go(after)
  await after.after(minutes(1))
  return { from, to, deploys: await after.deploys(), images: await after.images() }
}

test('wherever the orchestrator dies, the version is deployed once', async () => {
  const { from, to } = await lastingThrough(Infinity)
  expect(to).toBeGreaterThan(from)
  for (let dieAt = from; dieAt <= to; dieAt += 2) {
    const { deploys, images } = await lastingThrough(dieAt)
    expect(deploys, `killed at call ${dieAt} of ${to}`).toHaveLength(2)
    expect(images['web']).toBe(`${web}:2`)
  }
}, 60_000)

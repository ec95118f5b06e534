import { expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { type Group, groups } from './scenarios/table.ts'
import { playSeed, playSeeds, type Result } from './stage.ts'

/** How many schedules of each action and flow; `npm run torture` sets a first seed and a time instead. */
const perAction = Number(process.env['TORTURE_SCHEDULES'] ?? (process.env['CI'] === undefined ? 200 : 2000))
const firstSeed = Number(process.env['TORTURE_SEED'] ?? 1)
const minutes = Number(process.env['TORTURE_MINUTES'] ?? 0)
/** Part of the names of the only scenarios to play. */
const only = process.env['TORTURE_ONLY'] ?? ''

const all = Object.values(groups).flatMap((group) => Object.keys(group))
const msForEach = (minutes * 60_000) / all.filter((name) => name.includes(only)).length

const actionOf = (name: string) => name.split(',', 1)[0]
/** Scenarios of one action share its schedules. */
const countOf = (name: string) =>
  Math.ceil(perAction / all.filter((other) => actionOf(other) === actionOf(name)).length)

const seeds = function* (count: number): Generator<number> {
  const began = systemClock.now()
  const goesOn = (seed: number) => (minutes > 0 ? systemClock.now() - began < msForEach : seed < firstSeed + count)
  for (let seed = firstSeed; goesOn(seed); seed += 1) yield seed
}

const describe = (name: string, { seed, violations, trace }: Result) =>
  [`${name}, seed ${seed}:`, ...violations.map((each) => `  ✗ ${each}`), ...trace.map((line) => `    ${line}`)].join(
    '\n',
  )

/** The tests of a group of scenarios; a file of them runs beside the others. */
export const playGroup = (group: Group): void => {
  const chosen = Object.entries(group).filter(([name]) => name.includes(only))

  test('every scenario has a name of its own', () => {
    expect(all).toEqual([...new Set(all)])
  })

  // A second try would play the same seeds again.
  test.each(chosen)(
    '%s tells the truth, whatever the network does',
    { timeout: 60_000 + perAction * 1000 + msForEach * 2, retry: 0 },
    async (name, scenario) => {
      const counts = { schedules: 0, requests: 0, faults: 0, interrupted: 0 }
      const failures: string[] = []
      for await (const result of playSeeds(scenario, seeds(countOf(name)))) {
        counts.schedules += 1
        counts.requests += result.requests
        counts.faults += result.faults
        if (result.wasInterrupted) counts.interrupted += 1
        if (result.violations.length > 0) failures.push(describe(name, result))
      }
      const { schedules, requests, faults, interrupted } = counts
      // oxlint-disable-next-line no-console -- the counts are for people to see
      console.log(
        `${name}: ${schedules} schedules, ${requests} requests, ${faults} faults, ${interrupted} cancelled or killed jobs`,
      )

      expect(failures.slice(0, 3).join('\n\n'), `${failures.length} of ${schedules} schedules`).toBe('')
      expect(schedules < 50 || Math.min(faults, interrupted) > 0).toBe(true)
    },
  )

  test.each(chosen)('%s succeeds where nothing goes wrong', async (name, scenario) => {
    const exits: string[] = []
    for await (const { trace, violations, faults } of playSeeds(scenario, [1, 2, 3, 4, 5], {
      interruption: undefined,
      plan: () => undefined,
    })) {
      expect(violations, name).toEqual([])
      expect(faults).toBe(0)
      exits.push(trace.findLast((line) => line.startsWith('exit')) ?? '')
    }
    expect(exits).toContainEqual(expect.stringMatching(/^exit 0 /))
  })

  test.each(chosen)('%s takes the same course from the same seed, whatever was played before', async (_, scenario) => {
    const traces: (readonly string[])[] = []
    for await (const { seed, trace } of playSeeds(scenario, [1, 2, 3, 4])) {
      expect(await playSeed(scenario, seed)).toMatchObject({ trace })
      traces.push(trace)
    }
    expect(new Set(traces.map((trace) => trace.join('\n'))).size).toBe(traces.length)
  })
}

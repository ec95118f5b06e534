import { performance } from 'node:perf_hooks'
import { applyDelta } from '../src/sets/apply.ts'
import { diffSets } from '../src/sets/diff.ts'
import { planChanges } from '../src/sets/plan.ts'
import type { DeploymentSet, Module } from '../src/sets/types.ts'
import { type Bench, type Row, summarise } from './row.ts'

const sizes = [10, 100, 1000, 10_000]

const moduleOf = (index: number, tag: string): Module => ({
  profile: 'humanitec/default-module',
  spec: {
    containers: {
      main: {
        id: 'main',
        image: `registry.test/team-${index % 7}/service-${index}:${tag}`,
        resources: { limits: { cpu: '500m', memory: '256Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
        variables: { LOG_LEVEL: 'info', DB_HOST: '${externals.db.host}', PORT: '8080', NAME: `service-${index}` },
      },
    },
    service: { ports: { http: { container_port: 8080, service_port: 80 } } },
  },
  externals: { db: { type: 'postgres' }, dns: { type: 'dns' } },
})

/** A set of so many modules, and the same with a new image in every hundredth. */
const aPair = (count: number): { before: DeploymentSet; after: DeploymentSet } => {
  const setOf = (tag: (index: number) => string): DeploymentSet => ({
    modules: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`service-${index}`, moduleOf(index, tag(index))]),
    ),
    shared: {},
  })
  return { before: setOf(() => '1.0.0'), after: setOf((index) => (index % 100 === 0 ? '1.1.0' : '1.0.0')) }
}

const timesOf = (runs: number, work: () => unknown): number[] => {
  const times: number[] = []
  for (let turn = -2; turn < runs; turn += 1) {
    const began = performance.now()
    work()
    if (turn >= 0) times.push(performance.now() - began)
  }
  return times
}

const measure = (count: number, runs: number) => {
  const { before, after } = aPair(count)
  const texts = [JSON.stringify(before), JSON.stringify(after)]
  const parse = summarise(timesOf(runs, () => texts.map((text) => JSON.parse(text) as unknown))).value
  const work = timesOf(runs, () => {
    const target = applyDelta(before, diffSets(after, before))
    if (!target.ok) throw new Error('the difference does not fit')
    return planChanges(before, target.value)
  })
  return { count, microseconds: (summarise(work).value * 1000) / count, ratio: summarise(work.map((ms) => ms / parse)) }
}

const rows = async (runs: number): Promise<Row[]> => {
  const measured = sizes.map((count) => measure(count, count < 1000 ? runs * 10 : runs))
  const [largest, before] = [measured.at(-1), measured.at(-2)]
  if (!largest || !before) return []
  const note = measured.map(({ count, microseconds }) => `${count}: ${microseconds.toFixed(1)} µs a module`).join(', ')
  return [
    {
      id: 'plan',
      what: `diff, apply and plan of ${largest.count} modules with 1 % changed, over JSON.parse of both sets`,
      unit: 'ratio',
      ...largest.ratio,
    },
    {
      id: 'plan-growth',
      what: `the same ratio with ${largest.count} modules, over that with ${before.count}`,
      unit: 'ratio',
      value: largest.ratio.value / before.ratio.value,
      note,
    },
  ]
}

/** The algebra of sets, in this process. */
export const algebra: Bench = { name: 'algebra', rows: ({ quick }) => rows(quick ? 5 : 21) }

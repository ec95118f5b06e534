import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { algebra } from './algebra.ts'
import budgets from './budget.json' with { type: 'json' }
import { calls } from './calls.ts'
import { orchestrator } from './orchestrator.ts'
import type { Bench, Budget, Row } from './row.ts'
import { sizes } from './sizes.ts'
import { steps } from './steps.ts'
import { waiting } from './waiting.ts'

const benches: readonly Bench[] = [steps, sizes, calls, waiting, algebra, orchestrator]

const print = (value: number, unit: Row['unit']): string => {
  if (unit === 'bytes') return `${(value / 1000).toFixed(0)} kB`
  if (unit === 'ratio') return value.toFixed(2)
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`
}

const budgetOf = ({ id }: Row): Budget | undefined => (budgets as Record<string, Budget>)[id]
const keeps = (value: number, bound: number, { better }: Budget) =>
  better === 'less' ? value <= bound : value >= bound

const lineOf = (row: Row, earlier: Row | undefined): string[] => {
  const budget = budgetOf(row)
  const goal = budget ? `${budget.better === 'less' ? '≤' : '≥'} ${print(budget.goal, row.unit)}` : ''
  const verdict =
    !budget || keeps(row.value, budget.goal, budget) ? '' : keeps(row.value, budget.limit, budget) ? 'missed' : 'OVER'
  const spread = row.spread ? row.spread.map((value) => print(value, row.unit)).join('–') : ''
  const change = earlier ? `${(((row.value - earlier.value) / earlier.value) * 100).toFixed(0)} %` : ''
  return [row.what, print(row.value, row.unit), spread, goal, verdict, change, row.note ?? '']
}

const printTable = (lines: readonly string[][]) => {
  const heads = ['what', 'median', 'middle half', 'goal', '', 'change', 'figures']
  const shown = heads.map((_, column) => lines.some((line) => line[column] !== ''))
  const row = (cells: readonly string[]) => `| ${cells.filter((_, column) => shown[column]).join(' | ')} |`
  console.log([row(heads), row(heads.map(() => '---')), ...lines.map(row)].join('\n'))
}

const readEarlier = (file: string | undefined): Map<string, Row> => {
  const rows = file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as { rows: Row[] }).rows
  return new Map(rows.map((row) => [row.id, row]))
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      compare: { type: 'string' },
      out: { type: 'string', default: join(import.meta.dirname, 'results/latest.json') },
    },
  })
  const names = values.only?.split(',')
  const unknown = names?.find((name) => !benches.some((bench) => bench.name === name))
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: there are ${benches.map(({ name }) => name).join(', ')}`)
  const chosen = benches.filter(({ name, slow = false }) => names?.includes(name) ?? !(values.quick && slow))
  const rows: Row[] = []
  for (const bench of chosen) {
    console.error(`measuring ${bench.name} …`)
    rows.push(...(await bench.rows({ quick: values.quick })))
  }
  const earlier = readEarlier(values.compare)
  printTable(rows.map((row) => lineOf(row, earlier.get(row.id))))
  mkdirSync(dirname(values.out), { recursive: true })
  writeFileSync(values.out, `${JSON.stringify({ node: process.version, rows }, undefined, 2)}\n`)
  const over = rows.filter((row) => {
    const budget = budgetOf(row)
    return budget && !keeps(row.value, budget.limit, budget)
  })
  for (const { id, what } of over) console.error(`over budget: ${id} (${what})`)
  if (over.length > 0) process.exitCode = 1
}

await main()

import { expect, test } from 'vitest'
import { type Import, readSource, readSources, type Source } from './sources.ts'

/** A folder of `src/`, or a file in it. */
interface Layer {
  readonly imports: readonly string[]
  /** Only their types: gone when the program runs. */
  readonly types?: readonly string[]
}

/** Everybody may import these, and they import nothing of ours. */
const base = new Set(['clock', 'random', 'errors', 'version', 'exact-number', 'first-of'])

/** Which layer may import what, beside itself and the base files. */
const layers: Readonly<Record<string, Layer>> = {
  clock: { imports: [] },
  random: { imports: [] },
  errors: { imports: [] },
  version: { imports: [] },
  'exact-number': { imports: [] },
  'first-of': { imports: [] },
  contract: { imports: [] },
  text: { imports: [] },
  policy: { imports: [] },
  runner: { imports: ['text'] },
  github: { imports: ['text'], types: ['contract'] },
  sets: { imports: ['contract'] },
  client: { imports: ['contract'] },
  orchestrator: { imports: ['contract', 'sets'] },
  core: { imports: ['contract', 'sets', 'client'] },
  report: { imports: ['contract', 'sets', 'text'], types: ['core'] },
  actions: { imports: ['contract', 'text', 'policy', 'runner', 'github', 'sets', 'client', 'core', 'report'] },
  index: { imports: ['actions', 'orchestrator'] },
}

/** Packages and parts of Node.js that have one place. */
const homes: Readonly<Record<string, RegExp>> = {
  '@actions/core': /^src\/runner\//,
  '@actions/http-client': /^src\/client\/transport\.ts$/,
  '@actions/github': /^src\/github\//,
  'node:sqlite': /^src\/orchestrator\//,
  'node:timers': /^src\/clock\.ts$/,
  'node:timers/promises': /^src\/clock\.ts$/,
  undici: /^$/,
}

const layerOf = (path: string) => /^src\/([^/.]+)/.exec(path)?.[1] ?? path

const mayImport = (from: string, { path = '', isTypeOnly }: Import): boolean => {
  const to = layerOf(path)
  const layer = layers[from]
  if (!layer || !path.startsWith('src/')) return false
  if (from === to) return true
  // Base files are the floor: they stand on nothing.
  if (base.has(from)) return false
  return base.has(to) || layer.imports.includes(to) || (isTypeOnly && (layer.types ?? []).includes(to))
}

/** What a file imports against the table. */
const wrongImports = ({ path, imports }: Source): string[] =>
  imports
    .filter((each) => {
      const home = homes[each.specifier]
      return each.path === undefined ? home?.test(path) === false : !mayImport(layerOf(path), each)
    })
    .map(({ specifier }) => `${path} imports ${specifier}`)

/** One cycle through the imports, types included, as a list of files; undefined when there is none. */
const findCycle = (sources: ReadonlyMap<string, Source>): string[] | undefined => {
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const { path: next } of sources.get(path)?.imports ?? []) {
      const cycle = next === undefined ? undefined : visit(next, [...trail, path])
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of sources.keys()) {
    const cycle = visit(path, [])
    if (cycle) return cycle
  }
  return undefined
}

const sources = readSources('src')

test('the table names every folder and file of src', () => {
  const missing = new Set([...sources.keys()].map(layerOf).filter((layer) => !layers[layer]))
  expect([...missing]).toEqual([])
})

test('every layer imports what the table lets it, and nothing else', () => {
  expect([...sources.values()].flatMap(wrongImports)).toEqual([])
})

test('no file imports itself, in whatever detour, and be it for a type', () => {
  expect(findCycle(sources)).toBeUndefined()
})

test('what a file imports exists', () => {
  const all = [...sources.values()].flatMap(({ path, imports }) => imports.map((each) => ({ from: path, ...each })))
  const missing = all.filter(({ path }) => path?.endsWith('.ts') && !sources.has(path))
  expect(missing.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([])
})

test.each([
  ['a static import', 'src/core/a.ts', `import { b } from '../orchestrator/b.ts'`],
  ['a dynamic import', 'src/core/a.ts', `export const b = () => import('../orchestrator/b.ts')`],
  ['a type import', 'src/client/a.ts', `import type { B } from '../core/b.ts'`],
  ['a type in an import of values', 'src/client/a.ts', `import { type B } from '../core/b.ts'`],
  ['a type written as an import', 'src/client/a.ts', `export type A = import('../core/b.ts').B`],
  ['an export from elsewhere', 'src/sets/a.ts', `export { b } from '../text/b.ts'`],
  ['a value where only types may come from', 'src/report/a.ts', `import { b } from '../core/b.ts'`],
  ['a value beside a type', 'src/report/a.ts', `import { type A, b } from '../core/b.ts'`],
  ['an import of the whole bundle', 'src/actions/a.ts', `import { run } from '../index.ts'`],
  ['a base file that leans on a layer', 'src/errors.ts', `import type { Run } from './contract/types.ts'`],
  ['a file outside of src', 'src/core/a.ts', `import { fakeClock } from '../../test/support/fake-clock.ts'`],
  ['a package outside of its home', 'src/actions/a.ts', `import * as core from '@actions/core'`],
])('%s is seen', (_, path, text) => {
  expect(wrongImports(readSource(path, text))).toHaveLength(1)
})

test.each([
  ['src/report/a.ts', `import type { RunResult } from '../core/await-run.ts'`],
  ['src/report/a.ts', `import { type RunResult } from '../core/await-run.ts'`],
  ['src/policy/a.ts', `import { InputError } from '../errors.ts'`],
  ['src/runner/a.ts', `import * as core from '@actions/core'`],
])('%s may say %s', (path, text) => {
  expect(wrongImports(readSource(path, text))).toEqual([])
})

test('a cycle is found through the type that closes it', () => {
  const files = [
    readSource('src/core/a.ts', `import { b } from './b.ts'`),
    readSource('src/core/b.ts', `import { c } from './c.ts'`),
    readSource('src/core/c.ts', `import type { B } from './b.ts'`),
  ]
  expect(findCycle(new Map(files.map((file) => [file.path, file])))).toEqual([
    'src/core/b.ts',
    'src/core/c.ts',
    'src/core/b.ts',
  ])
})

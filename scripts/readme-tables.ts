import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** What the tables need of an `action.yml`. */
interface Manifest {
  name: string
  description: string
  inputs?: Record<string, { description: string }>
  outputs?: Record<string, { description: string }>
  runs: { using: string }
}

const root = fileURLToPath(new URL('..', import.meta.url))

const cell = (text: string) =>
  text
    .trim()
    .replaceAll('|', String.raw`\|`)
    .replace(/\s*\n\s*/g, ' ')

/** A Markdown table. Prettier would pad each column to its longest cell, and every change would then change every line. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`)
  return ['<!-- prettier-ignore-start -->', ...lines, '<!-- prettier-ignore-end -->'].join('\n')
}

/** The description of an input ends with its default, which is a column of its own here. */
const inputRow = ([name, { description }]: [string, { description: string }]): string[] => {
  const [, what = description, fallback = ''] = /^(.*?)\.? Default: (.*)$/s.exec(description.trim()) ?? []
  return [`\`${name}\``, what, fallback]
}

export const inputTable = ({ inputs = {} }: Pick<Manifest, 'inputs'>): string =>
  table(['Input', 'What it is', 'Default'], Object.entries(inputs).map(inputRow))

export const outputTable = ({ outputs = {} }: Pick<Manifest, 'outputs'>): string =>
  table(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  )

/** The action of the repository itself, whose README is about more than that. */
const rootAction = { name: 'release', page: 'docs/release.md' }

const pageOf = (name: string): string => (name === rootAction.name ? rootAction.page : `actions/${name}/README.md`)

const actionTable = (head: string, manifests: readonly [string, Manifest][]): string =>
  table(
    [head, 'What it does'],
    manifests.map(([name, { description }]) => [`[\`${name}\`](${pageOf(name)})`, description]),
  )

/** Puts a text between `<!-- name -->` and `<!-- /name -->`. */
export const fill = (text: string, name: string, content: string): string => {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest, ...more] = text.split(open)
  const [old, after, ...others] = rest?.split(close) ?? []
  if (before === undefined || old === undefined || after === undefined || more.length > 0 || others.length > 0) {
    throw new Error(`expected ${open} and ${close}, once each and in this order`)
  }
  return `${before}${open}\n\n${content}\n\n${close}${after}`
}

const fillFile = async (path: string, tables: Readonly<Record<string, string>>): Promise<[string, string]> => {
  try {
    let text = await readFile(join(root, path), 'utf8')
    for (const [name, content] of Object.entries(tables)) text = fill(text, name, content)
    return [path, text]
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

const readManifests = async (): Promise<Map<string, Manifest>> => {
  const files = await readdir(join(root, 'actions'), { recursive: true })
  const names = files.filter((file) => basename(file) === 'action.yml').map((file) => dirname(file))
  const read = async (folder: string) => parse(await readFile(join(root, folder, 'action.yml'), 'utf8')) as Manifest
  const own = await Promise.all(names.sort().map(async (name) => [name, await read(`actions/${name}`)] as const))
  return new Map([[rootAction.name, await read('.')], ...own])
}

/** The READMEs with their tables of actions, inputs and outputs, by their path from the root of the repository. */
export const generateReadmeTables = async (): Promise<Map<string, string>> => {
  const manifests = await readManifests()
  const ofActions = [...manifests].map(([name, manifest]) =>
    fillFile(pageOf(name), { inputs: inputTable(manifest), outputs: outputTable(manifest) }),
  )
  const isFlow = ([, { runs }]: [string, Manifest]) => runs.using === 'composite'
  const flows = actionTable('Flow', [...manifests].filter(isFlow))
  const leaves = actionTable(
    'Action',
    [...manifests].filter((each) => !isFlow(each)),
  )
  return new Map(await Promise.all([fillFile('README.md', { actions: leaves, flows }), ...ofActions]))
}

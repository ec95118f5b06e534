import ts from 'typescript'
import { expect, test } from 'vitest'
import { nodesOf, readSource, readSources, type Source } from './sources.ts'

/** Ways by which text could leave a step without passing `src/runner`, and so without being made harmless. */
const processDoors = new Set(['stdout', 'stderr', 'env', 'exit', 'exitCode', 'emitWarning', 'send', 'kill'])
const fileDoors = new Set([
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'createWriteStream',
  'open',
  'openSync',
  'write',
  'writeSync',
])

/** `src/actions/orchestrator` starts a process with a log file; the orchestrator itself is no step. */
const isFree = (path: string): boolean =>
  /^src\/(?:orchestrator\/|actions\/orchestrator\/|index\.ts$|runner\/host\.ts$|runner\/runner\.ts$)/.test(path)

const isDoor = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) {
    const [object, property] = [node.expression.getText().replace(/^globalThis\./, ''), node.name.text]
    return object === 'console' || (object === 'process' && processDoors.has(property))
  }
  return ts.isImportSpecifier(node) && fileDoors.has((node.propertyName ?? node.name).text)
}

const importsDoor = ({ imports }: Source): boolean =>
  imports.some(({ specifier }) => ['node:child_process', 'node:console', 'node:process'].includes(specifier))

const doorsOf = (source: Source): string[] => [
  ...(importsDoor(source) ? [`${source.path} imports another way out`] : []),
  ...nodesOf(source.tree)
    .filter(isDoor)
    .map(
      (node) =>
        `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`,
    ),
]

/** A call on the host, of something that prints. */
const printing = /^host\.(?:log|debug|annotate|startGroup|appendSummary)$/
/** What makes a text fit to be printed, or is that already. */
const harmless = /\b(?:plainText|plainLine|logLines|cutMarkdown)\(|^kind$|^text$|^truncated \?/

const rawPrints = ({ path, tree }: Source): string[] =>
  nodesOf(tree)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => printing.test(expression.getText()))
    .flatMap(({ arguments: given }) => given.filter((each) => !ts.isObjectLiteralExpression(each)))
    .filter((argument) => !harmless.test(argument.getText()))
    .map((argument) => `${path}: ${argument.getText()}`)

test('nothing leaves a step but through the runner', () => {
  const others = [...readSources('src').values()].filter(({ path }) => !isFree(path))
  expect(others.flatMap(doorsOf)).toEqual([])
})

test('the runner prints nothing that the text layer has not seen', () => {
  expect(rawPrints(readSource('src/runner/runner.ts'))).toEqual([])
})

test('only GitHub’s own layer writes to GitHub, and Markdown is made in the report layer only', () => {
  const writers = [...readSources('src').values()].filter(({ tree }) => /\boctokit\b|api\.github\.com/i.test(tree.text))
  expect(
    writers.filter(({ path }) => !/^src\/(?:github|runner|orchestrator)\//.test(path)).map(({ path }) => path),
  ).toEqual([])
  const markdown = [...readSources('src/actions').values()].filter(({ tree }) =>
    /`#{2,} |\| ---|<details>/.test(tree.text),
  )
  expect(markdown.map(({ path }) => path)).toEqual([])
})

test.each([
  'console.log(1)',
  'globalThis.process.stdout.write("x")',
  'process.env["X"]',
  'process.exit(1)',
  `import { writeFile } from 'node:fs/promises'`,
  `import { appendFileSync as add } from 'node:fs'`,
  `import { exec } from 'node:child_process'`,
])('%s is seen', (text) => {
  expect(doorsOf(readSource('src/core/a.ts', text))).not.toEqual([])
})

test.each(['host.log(message)', 'host.startGroup(title)', 'host.annotate(kind, message, {})'])('%s is seen', (text) => {
  expect(rawPrints(readSource('src/runner/a.ts', text))).toHaveLength(1)
})

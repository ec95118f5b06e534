import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionProblems } from '../../scripts/workflow/github-parser.ts'
import { nodesOf, readSources, root, type Source } from './sources.ts'

interface FlowStep {
  id?: string
  if?: string
  uses?: string
  with?: Record<string, string>
}

interface Manifest {
  name: string
  description: string
  inputs?: Record<string, { description: string; default?: string }>
  outputs?: Record<string, { description: string; value?: string }>
  runs: { using: string; main?: string; post?: string; 'post-if'?: string; steps?: FlowStep[] }
}

const sources = readSources('src/actions')
const manifestPath = (name: string) => (name === 'release' ? 'action.yml' : `actions/${name}/action.yml`)
const readManifest = (name: string) => parse(readFileSync(join(root, manifestPath(name)), 'utf8')) as Manifest

// The action of the repository itself is a flow called release.
const all = ['release', ...readdirSync(join(root, 'actions'))].sort()
const isFlow = (name: string) => readManifest(name).runs.using === 'composite'
const names = all.filter((name) => !isFlow(name))
const flows = all.filter(isFlow)

/** The named functions, constants and so on at the top of a file. */
const declarationsOf = ({ tree }: Source): [name: string, node: ts.Node][] =>
  tree.statements.flatMap((statement) => {
    const found = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement]
    return found.flatMap((node): [string, ts.Node][] => {
      const name = 'name' in node ? (node.name as ts.Node | undefined) : undefined
      return name && ts.isIdentifier(name) ? [[name.text, node]] : []
    })
  })

const declarations = new Map([...sources.values()].map((source) => [source, new Map(declarationsOf(source))]))

/** What a name stands for in a file: one of its own declarations, or one that it imports from beside the actions. */
const lookUp = (source: Source, name: string): [Source, ts.Node] | undefined => {
  const own = declarations.get(source)?.get(name)
  if (own) return [source, own]
  for (const statement of source.tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings) || !bindings.elements.some((each) => each.name.text === name))
      continue
    const from = sources.get(join(dirname(source.path), statement.moduleSpecifier.text))
    const node = from && declarations.get(from)?.get(name)
    return from && node ? [from, node] : undefined
  }
  return undefined
}

/** All code of an action: what is in its folder, and every declaration beside it that this leads to. */
const codeOf = (name: string): ts.Node[] => {
  const own = [...sources.values()].filter(({ path }) => path.startsWith(`src/actions/${name}/`))
  const found = new Map<ts.Node, Source>(own.flatMap((source) => source.tree.statements.map((node) => [node, source])))
  // A map tells what is added while it is walked through.
  for (const [node, source] of found) {
    for (const each of nodesOf(node)) {
      const [from, declaration] = (ts.isIdentifier(each) && lookUp(source, each.text)) || []
      if (from && declaration && !own.includes(from)) found.set(declaration, from)
    }
  }
  return [...found.keys()].flatMap(nodesOf)
}

const textsOf = (code: readonly ts.Node[]): string[] =>
  code.flatMap((node) => (ts.isStringLiteralLike(node) ? [node.text] : []))

/** The texts given first to calls of a method: `inputs.text('env')`. */
const firstArguments = (
  code: readonly ts.Node[],
  isMethod: (callee: ts.PropertyAccessExpression) => boolean,
): string[] =>
  code.flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
    const [first] = node.arguments
    return first && ts.isStringLiteralLike(first) && isMethod(node.expression) ? [first.text] : []
  })

const inputsRead = (code: readonly ts.Node[]) =>
  firstArguments(
    code,
    ({ expression, name }) => /(?:^|\.)inputs$/.test(expression.getText()) && name.text !== 'renamed',
  )

const cutOutputs = (code: readonly ts.Node[]) =>
  firstArguments(code, ({ name }) => name.text === 'setCutOutput').flatMap((name) => [name, `${name}-truncated`])

const outputsSet = (code: readonly ts.Node[]) => [
  ...firstArguments(code, ({ name }) => name.text === 'setOutput'),
  ...cutOutputs(code),
]

const without = (all: Iterable<string>, known: Iterable<string>) => {
  const set = new Set(known)
  return [...new Set(all)].filter((name) => !set.has(name)).sort()
}

test('every folder with an action that is no flow has its code, and every action its folder', () => {
  const entries = readFileSync(join(root, 'src/actions/table.ts'), 'utf8').matchAll(/\.\/([a-z-]+)\/main\.ts/g)
  expect(new Set(Array.from(entries, ([, name]) => name))).toEqual(new Set(names))
})

test('no two actions start the same file', () => {
  const started = names.map((name) => readManifest(name).runs.main)
  expect(new Set(started).size).toBe(names.length)
})

describe.each(all)('%s', (name) => {
  const { description, inputs = {}, outputs = {} } = readManifest(name)

  test('is an action to GitHub', async () => {
    const path = manifestPath(name)
    expect(await actionProblems(path, readFileSync(join(root, path), 'utf8'))).toEqual([])
  })

  test('has a page of its own', () => {
    expect(existsSync(join(root, name === 'release' ? 'docs/release.md' : `actions/${name}/README.md`))).toBe(true)
  })

  test('has no defaults that would hide an environment variable, but for a token of the workflow', () => {
    const defaults = Object.entries(inputs).filter(([, each]) => 'default' in each)
    expect(defaults.filter(([, each]) => each.default !== '${{ github.token }}')).toEqual([])
  })

  test('describes itself and each of its inputs and outputs', () => {
    const descriptions = [
      description,
      ...[...Object.values(inputs), ...Object.values(outputs)].map((each) => each.description),
    ]
    expect(descriptions.filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })
})

describe.each(flows)('the flow %s', (name) => {
  const { inputs = {}, outputs = {}, runs } = readManifest(name)
  const { steps = [] } = runs
  const expressions = JSON.stringify({ steps, outputs })
  const leafOf = ({ uses = '' }: FlowStep) => readManifest(uses.replace('$/actions/', ''))

  test('consists of the actions that are no flows, of its own version', () => {
    expect(
      steps.map(({ uses = '' }) => uses).filter((uses) => !names.includes(uses.replace('$/actions/', ''))),
    ).toEqual([])
    expect(steps.every(({ uses = '' }) => uses.startsWith('$/actions/'))).toBe(true)
  })

  test('gives its steps the inputs that they have', () => {
    const unknown = steps.flatMap((step) =>
      without(Object.keys(step.with ?? {}), Object.keys(leafOf(step).inputs ?? {})).map(
        (input) => `${step.uses}: ${input}`,
      ),
    )
    expect(unknown).toEqual([])
  })

  test('takes from its steps and its inputs what is there', () => {
    const known = new Set(
      steps.flatMap((step) => Object.keys(leafOf(step).outputs ?? {}).map((output) => `${step.id}.outputs.${output}`)),
    )
    const ids = new Set(steps.map(({ id }) => id))
    const read = Array.from(expressions.matchAll(/steps\.([\w-]+)\.(outputs\.[\w-]+|\w+)/g))
    const unknown = read.filter(([, id = '', what = '']) =>
      what.startsWith('outputs.') ? !known.has(`${id}.${what}`) : !ids.has(id) || what !== 'outcome',
    )
    expect(unknown.map(([text]) => text)).toEqual([])
    const used = Array.from(expressions.matchAll(/inputs\.([\w-]+)/g), ([, input = '']) => input)
    expect(without(used, Object.keys(inputs))).toEqual([])
    expect(without(Object.keys(inputs), used)).toEqual([])
  })

  test('tells GitHub last, whatever has happened before', () => {
    const last = steps.at(-1)
    expect(last?.uses).toBe('$/actions/report')
    expect(last?.if).toMatch(/^always\(\)/)
    expect(steps.slice(0, -1).filter((step) => step.if?.includes('always()'))).toEqual([])
  })

  test('says the same of its end as it tells GitHub, but where nothing was to be told', () => {
    const words = (text = '') => Array.from(text.matchAll(/&& '([a-z-]+)'/g), ([, word]) => word)
    expect(words(outputs['status']?.value)).toEqual(words(steps.at(-1)?.with?.['status']))
  })
})

describe.each(names)('%s', (name) => {
  const { inputs = {}, outputs = {}, runs } = readManifest(name)
  const code = codeOf(name)
  const texts = textsOf(code)

  test('runs on Node.js 24, from its stubs', () => {
    expect(runs.using).toBe('node24')
    expect(runs.main).toMatch(/^\.\.\/\.\.\/dist\/[a-z-]+\/index\.js$/)
    const { imports } = sources.get(`src/actions/${name}/main.ts`)!
    const hasPost = imports.some(({ specifier }) => specifier === './post.ts')
    expect(runs.post).toBe(hasPost ? runs.main?.replace('index.js', 'post.js') : undefined)
  })

  test('reads the inputs that it declares, and no others', () => {
    expect(without(inputsRead(code), Object.keys(inputs))).toEqual([])
    expect(without(Object.keys(inputs), texts)).toEqual([])
  })

  test('sets the outputs that it declares, and no others', () => {
    expect(without(outputsSet(code), Object.keys(outputs))).toEqual([])
    expect(without(Object.keys(outputs), [...texts, ...cutOutputs(code)])).toEqual([])
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { nodesOf, readSources, root, type Source } from './sources.ts'

interface Manifest {
  name: string
  description: string
  inputs?: Record<string, { description: string; default?: string }>
  outputs?: Record<string, { description: string }>
  runs: { using: string; main?: string; post?: string; 'post-if'?: string }
}

const sources = readSources('src/actions')
const names = readdirSync(join(root, 'actions')).sort()

const readManifest = (name: string) =>
  parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')) as Manifest

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

test('every folder with an action has its code, and every action its folder', () => {
  const entries = readFileSync(join(root, 'src/index.ts'), 'utf8').matchAll(/\.\/actions\/([a-z-]+)\/main\.ts/g)
  expect(new Set(Array.from(entries, ([, name]) => name))).toEqual(new Set(names))
})

test('no two actions start the same file', () => {
  const started = names.map((name) => readManifest(name).runs.main)
  expect(new Set(started).size).toBe(names.length)
})

describe.each(names)('%s', (name) => {
  const { description, inputs = {}, outputs = {}, runs } = readManifest(name)
  const code = codeOf(name)
  const texts = textsOf(code)

  test('runs on Node.js 24, from its stubs', () => {
    expect(runs.using).toBe('node24')
    expect(runs.main).toMatch(/^\.\.\/\.\.\/dist\/[a-z-]+\/index\.js$/)
    const { imports } = sources.get(`src/actions/${name}/main.ts`)!
    const hasPost = imports.some(({ specifier }) => specifier === './post.ts')
    expect(runs.post).toBe(hasPost ? runs.main?.replace('index.js', 'post.js') : undefined)
  })

  test('has a README', () => {
    expect(existsSync(join(root, 'actions', name, 'README.md'))).toBe(true)
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

  test('reads the inputs that it declares, and no others', () => {
    expect(without(inputsRead(code), Object.keys(inputs))).toEqual([])
    expect(without(Object.keys(inputs), texts)).toEqual([])
  })

  test('sets the outputs that it declares, and no others', () => {
    expect(without(outputsSet(code), Object.keys(outputs))).toEqual([])
    expect(without(Object.keys(outputs), [...texts, ...cutOutputs(code)])).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

export const root = join(import.meta.dirname, '../..')

export interface Import {
  /** As it is written. */
  readonly specifier: string
  /** Path of one of our files from the root; undefined for a package. */
  readonly path: string | undefined
  /** Gone when the program runs. */
  readonly isTypeOnly: boolean
}

export interface Source {
  /** From the root of the repository: `src/core/poll.ts`. */
  readonly path: string
  readonly imports: readonly Import[]
  readonly tree: ts.SourceFile
}

/** Every node below this one, and itself. */
export const nodesOf = (node: ts.Node): ts.Node[] => {
  const found = [node]
  ts.forEachChild(node, (child) => void found.push(...nodesOf(child)))
  return found
}

const literal = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : undefined)

/** `import { type A }` brings in nothing either. */
const bringsTypesOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const { importClause } = node
  if (!importClause || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return importClause !== undefined
  const { name, namedBindings } = importClause
  return name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings)
    ? namedBindings.elements.length > 0 && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
    : false
}

const importOf = (node: ts.Node): { specifier: string; isTypeOnly: boolean } | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const specifier = literal(node.moduleSpecifier)
    return specifier === undefined ? undefined : { specifier, isTypeOnly: bringsTypesOnly(node) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: literal(node.argument.literal) ?? '', isTypeOnly: true }
  }
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const specifier = literal(node.arguments[0])
  if (specifier === undefined) throw new Error(`${node.getText()} imports what nobody can know beforehand`)
  return { specifier, isTypeOnly: false }
}

export const readSource = (path: string, text = readFileSync(join(root, path), 'utf8')): Source => {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports = nodesOf(tree).flatMap((node): Import[] => {
    const found = importOf(node)
    if (!found) return []
    return [{ ...found, path: found.specifier.startsWith('.') ? join(dirname(path), found.specifier) : undefined }]
  })
  return { path, imports, tree }
}

/** All TypeScript of a folder, by path. */
export const readSources = (folder: string): Map<string, Source> => {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))
  return new Map(paths.sort().map((path) => [path, readSource(path)]))
}

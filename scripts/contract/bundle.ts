import { pathFaults } from './paths.ts'
import { isObject } from './parts.ts'
import { joinReferences } from './references.ts'
import type { Json, JsonObject, Part } from './parts.ts'

/** Something with a name that only one part may give. */
interface Entry {
  file: string
  name: string
  value: Json
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

const entriesOf = (value: Json | undefined): [string, Json][] => (isObject(value) ? Object.entries(value) : [])

const byName = (entries: Iterable<[string, Json]>): JsonObject =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))

const duplicates = (what: string, entries: Entry[]): string[] => {
  const owners = new Map<string, string>()
  return entries.flatMap(({ file, name }) => {
    const owner = owners.get(name)
    if (owner !== undefined) return [`${file}: ${what} ${name} is defined in ${owner} too`]
    owners.set(name, file)
    return []
  })
}

const joinComponents = (parts: Part[]): { components: JsonObject; faults: string[] } => {
  const kinds = new Map<string, Entry[]>()
  for (const { file, content } of parts) {
    for (const [kind, named] of entriesOf(content['components'])) {
      const known = kinds.get(kind) ?? []
      kinds.set(kind, [...known, ...entriesOf(named).map(([name, value]) => ({ file, name, value }))])
    }
  }
  const joined = ([kind, entries]: [string, Entry[]]): [string, Json] => [
    kind,
    byName(entries.map(({ name, value }) => [name, value])),
  ]
  return {
    components: byName([...kinds].map(joined)),
    faults: [...kinds].flatMap(([kind, entries]) => duplicates(kind, entries)),
  }
}

const joinPaths = (parts: Part[]): { paths: Map<string, JsonObject>; faults: string[] } => {
  const paths = new Map<string, JsonObject>()
  const members: Entry[] = []
  const ids: Entry[] = []
  for (const { file, content } of parts) {
    for (const [path, item] of entriesOf(content['paths'])) {
      for (const [key, value] of entriesOf(item)) {
        // Two paths that differ only in what their parameters are called cannot be told apart by a request.
        members.push({ file, name: `${key} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`, value })
        const id = isObject(value) ? value['operationId'] : undefined
        if (typeof id === 'string') ids.push({ file, name: id, value })
        paths.set(path, { ...paths.get(path), [key]: value })
      }
    }
  }
  return { paths, faults: [...duplicates('the path item', members), ...duplicates('operationId', ids)] }
}

const inOrderOfMethods = (item: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(item).sort(([a], [b]) => methods.indexOf(a) - methods.indexOf(b)))

/**
 * Joins the parts into one OpenAPI document, paths and components in the order of their names.
 * Throws one Error that lists every fault: what is defined twice, references that lead nowhere, parameters of paths
 * that are not declared.
 */
export const bundle = (parts: Part[]): JsonObject => {
  const references = joinReferences(parts)
  const { components, faults: componentFaults } = joinComponents(references.parts)
  const { paths, faults: duplicatePaths } = joinPaths(references.parts)
  const faults = [...references.faults, ...componentFaults, ...duplicatePaths, ...pathFaults(paths, components)]
  if (faults.length > 0) throw new Error(`The contract has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)

  const head: JsonObject = {}
  for (const { content } of references.parts) Object.assign(head, content)
  delete head['paths']
  delete head['components']
  return { ...head, paths: byName([...paths].map(([path, item]) => [path, inOrderOfMethods(item)])), components }
}

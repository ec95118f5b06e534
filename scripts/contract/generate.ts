import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import type { OpenAPI3 } from 'openapi-typescript'
import { bundle } from './bundle.ts'
import { readParts } from './parts.ts'

const source = fileURLToPath(new URL('../../src/contract/openapi/', import.meta.url))

const banner = '// Generated from src/contract/openapi/*.yaml by `npm run generate`. Do not edit.\n\n'

const prose = new Set(['description', 'summary', 'title'])

/** Without what is for people: the orchestrator carries this in its bundle. A property may be called `title`. */
const withoutProse = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutProse)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key, value]) => !(prose.has(key) && typeof value === 'string'))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutProse(value)]))
}

/** The files that follow from the contract's YAML, by their path from the root of the repository. */
export const generateContract = async (): Promise<Map<string, string>> => {
  const document = bundle(await readParts(source))
  // The generator resolves references in the document that it is given, in place.
  const types = astToString(await openapiTS(structuredClone(document) as unknown as OpenAPI3))
  return new Map([
    ['src/contract/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['src/contract/schema.ts', banner + types],
    ['src/contract/validation.json', `${JSON.stringify(withoutProse(document))}\n`],
  ])
}

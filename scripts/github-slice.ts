// Cuts the operations that src/github uses out of GitHub's own OpenAPI description, for test/support/github.
//
//   cd /tmp && npm pack @octokit/openapi@23 && tar xzf octokit-openapi-23*.tgz package/generated/api.github.com.json
//   node scripts/github-slice.ts /tmp/package/generated/api.github.com.json
//
// The package has 400 MB, which is why it is not among the dependencies.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'

type Json = null | boolean | number | string | Json[] | JsonObject
interface JsonObject {
  [key: string]: Json
}

const operations: readonly (readonly [path: string, method: string])[] = [
  ['/orgs/{org}/teams/{team_slug}', 'get'],
  ['/orgs/{org}/teams/{team_slug}/memberships/{username}', 'get'],
  ['/repos/{owner}/{repo}/actions/runs/{run_id}/approvals', 'get'],
  ['/repos/{owner}/{repo}/collaborators/{username}/permission', 'get'],
  ['/repos/{owner}/{repo}/deployments', 'get'],
  ['/repos/{owner}/{repo}/deployments', 'post'],
  ['/repos/{owner}/{repo}/deployments/{deployment_id}/statuses', 'get'],
  ['/repos/{owner}/{repo}/deployments/{deployment_id}/statuses', 'post'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'delete'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'get'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}', 'patch'],
  ['/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', 'post'],
  ['/repos/{owner}/{repo}/issues/{issue_number}/comments', 'get'],
  ['/repos/{owner}/{repo}/issues/{issue_number}/comments', 'post'],
  ['/repos/{owner}/{repo}/pulls/{pull_number}', 'get'],
]

const target = fileURLToPath(new URL('../test/support/github/openapi-slice.json', import.meta.url))

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectAt = (holder: JsonObject, key: string): JsonObject => {
  const found = holder[key]
  if (!isObject(found)) throw new Error(`The description has no ${key}`)
  return found
}

/** What people read, and what no validator looks at. */
const isForPeople = (key: string, value: Json): boolean =>
  key.startsWith('x-') ||
  ['summary', 'externalDocs', 'tags', 'deprecated', 'example', 'examples'].includes(key) ||
  (['description', 'title'].includes(key) && typeof value === 'string')

/** A schema may have a property called `description` or `title`: there the names are no keywords. */
const withoutProse = (value: Json, areNames = false): Json => {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key, item]) => areNames || !isForPeople(key, item))
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutProse(item, !areNames && key === 'properties')]))
}

/** OpenAPI 3.0 says `nullable`; the JSON Schema of 2020 knows only types and unions. */
const withoutNullable = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withoutNullable)
  if (!isObject(value)) return value
  const { nullable, ...rest } = value
  const converted = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, withoutNullable(item)]))
  if (typeof nullable !== 'boolean') return nullable === undefined ? converted : { ...converted, nullable }
  if (!nullable) return converted
  const { type, enum: values } = converted
  if (typeof type !== 'string') return { anyOf: [converted, { type: 'null' }] }
  return { ...converted, type: [type, 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

const referencesIn = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isObject(value)) return []
  const own = typeof value['$ref'] === 'string' ? [value['$ref']] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}

const slim = (value: Json): Json => withoutNullable(withoutProse(value))

const cut = (whole: JsonObject): JsonObject => {
  const allPaths = objectAt(whole, 'paths')
  const allComponents = objectAt(whole, 'components')
  const paths: Record<string, JsonObject> = {}
  const components: Record<string, JsonObject> = {}
  const left: string[] = []

  const take = (part: Json): Json => {
    const taken = slim(part)
    left.push(...referencesIn(taken))
    return taken
  }
  for (const [path, method] of operations) {
    const operation = take(objectAt(objectAt(allPaths, path), method))
    paths[path] = { ...paths[path], [method]: operation }
  }
  for (let reference = left.pop(); reference !== undefined; reference = left.pop()) {
    const [, , kind = '', name = ''] = reference.split('/')
    if (components[kind]?.[name] !== undefined) continue
    components[kind] = { ...components[kind], [name]: take(objectAt(objectAt(allComponents, kind), name)) }
  }
  return { openapi: '3.1.0', info: slim(objectAt(whole, 'info')), paths, components }
}

const [, , source] = process.argv
if (source === undefined) {
  console.error('Give the path to api.github.com.json of the package @octokit/openapi.')
  process.exitCode = 1
} else {
  const slice = cut(JSON.parse(await readFile(source, 'utf8')) as JsonObject)
  await writeFile(target, await format(JSON.stringify(slice), { parser: 'json', printWidth: 120 }))
}

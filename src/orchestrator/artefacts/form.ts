import { isCommit } from '../../contract/identifiers.ts'
import { isObject } from '../../sets/json.ts'
import { badRequest } from '../errors.ts'
import { readYaml } from '../yaml.ts'
import type { ArtefactVersionRequest } from './model.ts'
import { readMultipart } from './multipart.ts'

const texts = ['version', 'ref', 'commit'] as const
const objects = ['overrides', 'property_overrides', 'resource_type_aliases', 'extensions'] as const

/** YAML, of which JSON is a part. */
const readObject = (name: string, text: string): Record<string, unknown> => {
  let value: unknown
  try {
    value = readYaml(text)
  } catch (error) {
    throw badRequest(`Form field '${name}' is not YAML: ${(error as Error).message}`)
  }
  if (!isObject(value)) throw badRequest(`Form field '${name}' must be an object, as YAML or JSON.`)
  return value
}

/** A registration sent as a form; what the contract demands of the same fields in JSON holds for them too. */
export const readForm = (contentType: string, body: Buffer): ArtefactVersionRequest => {
  const fields = new Map([...readMultipart(contentType, body)].map(([name, value]) => [name, value.toString('utf8')]))
  const required = (name: string) => {
    const value = fields.get(name)
    if (value === undefined) throw badRequest(`Form field '${name}' is missing.`)
    return value
  }
  const given = (names: readonly string[]) => names.filter((name) => fields.has(name))
  const type = required('type')
  const commit = fields.get('commit')
  if (commit !== undefined && !isCommit(commit)) {
    throw badRequest(`Form field 'commit' must be 5 to 40 hexadecimal digits, not '${commit}'.`)
  }
  const common = { name: required('name'), ...Object.fromEntries(given(texts).map((name) => [name, required(name)])) }
  if (type === 'container') {
    return { type, ...common, ...Object.fromEntries(given(['digest']).map((name) => [name, required(name)])) }
  }
  if (type !== 'workload') throw badRequest(`Form field 'type' must be container or workload, not '${type}'.`)
  return {
    type,
    ...common,
    spec: readObject('spec', required('spec')),
    ...Object.fromEntries(given(['image']).map((name) => [name, required(name)])),
    ...Object.fromEntries(given(objects).map((name) => [name, readObject(name, required(name))])),
  }
}

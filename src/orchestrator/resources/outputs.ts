import { isObject, ownValue, setKey } from '../../sets/json.ts'
import type { Json, JsonObject } from '../../sets/types.ts'
import type { Place } from '../deployments/model.ts'
import type { Node } from '../resource-graph/model.ts'
import { readYaml } from '../yaml.ts'

/** What a resource gives out. Of secrets only where they are kept. */
export interface Outputs {
  values: JsonObject
  secretRefs: JsonObject
}

/** A node whose placeholders are filled in. */
export interface ReadyNode extends Node {
  resource: JsonObject
  driver: JsonObject
}

const ports: Record<string, number> = {
  amqp: 5672,
  elasticsearch: 9200,
  mariadb: 3306,
  mongodb: 27_017,
  mssql: 1433,
  mysql: 3306,
  postgres: 5432,
  rabbitmq: 5672,
  redis: 6379,
}

/** `modules.web.externals.dns` of type dns is `web`, under any other name `web-<name>`. */
const slugOf = ({ type, id }: Node) =>
  id
    .replace(/^modules\.(.+?)\.externals\.(.+)$/, (_, workload: string, own: string) =>
      own === type ? workload : `${workload}-${own}`,
    )
    .replaceAll(/[^a-z0-9]+/g, '-')

/** Hosts lie under `.test`, which never resolves (RFC 6761). */
const hostOf = (node: Node, { orgId, appId, envId }: Place) => {
  const given = node.type === 'route' ? node.resource['host'] : undefined
  if (typeof given === 'string' && given !== '' && !given.includes('${')) return given
  const isPublic = node.type === 'dns' || node.type === 'route'
  return `${slugOf(node)}.${envId}.${isPublic ? `${appId}.${orgId}` : 'svc'}.test`
}

/** Properties of one half, `values` or `secrets`, of the outputs of a type. */
const propertiesOf = (schema: JsonObject, half: 'values' | 'secrets'): JsonObject => {
  const properties = ownValue(schema, 'properties')
  const section = ownValue(schema, half) ?? (isObject(properties) ? ownValue(properties, half) : undefined)
  const found = isObject(section) ? ownValue(section, 'properties') : undefined
  return isObject(found) ? found : {}
}

const madeUp = (name: string, schema: Json, node: Node, place: Place): Json => {
  if (name === 'host') return hostOf(node, place)
  if (name === 'port') return ports[node.type] ?? 80
  const type = isObject(schema) ? schema['type'] : undefined
  if (type === 'integer' || type === 'number') return 0
  if (type === 'boolean') return false
  if (type === 'array') return []
  return type === 'object' ? {} : slugOf(node)
}

/** What the type promises, made up. */
const fromSchema = (node: ReadyNode, place: Place): { values: JsonObject; secrets: string[] } => {
  const schema = node.resource_schema as JsonObject
  const values: JsonObject = {}
  for (const [name, each] of Object.entries(propertiesOf(schema, 'values'))) {
    setKey(values, name, madeUp(name, each, node, place))
  }
  return { values, secrets: Object.keys(propertiesOf(schema, 'secrets')) }
}

/** Text of a template without template language in it, as YAML; nothing where it has some, for that is not run. */
const fromTemplate = (template: Json | undefined): JsonObject => {
  if (isObject(template)) return template
  if (typeof template !== 'string' || template.includes('{{')) return {}
  try {
    const parsed = readYaml(template)
    return isObject(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

/** Assumption: an output that is named like a secret is one, whichever half it comes in. */
const looksSecret = (name: string) => /passw|secret|token|credential|private_?key/i.test(name)

const readDriver = ({ driver }: ReadyNode) => {
  const half = (name: 'values' | 'secret_refs') => {
    const found = ownValue(driver, name)
    return isObject(found) ? found : {}
  }
  return { values: half('values'), secretRefs: half('secret_refs') }
}

/** What the driver would answer. No driver is run: `echo` and static templates say it all, others promise their type. */
const answerOf = (node: ReadyNode, place: Place): { values: JsonObject; secrets: string[]; secretRefs: JsonObject } => {
  const { values, secretRefs } = readDriver(node)
  if (node.driver_type === 'humanitec/template') {
    const templates = ownValue(values, 'templates')
    const part = (name: string) => fromTemplate(isObject(templates) ? ownValue(templates, name) : undefined)
    return { values: part('outputs'), secrets: Object.keys(part('secrets')), secretRefs: {} }
  }
  const isTold = Object.keys(values).length > 0 || Object.keys(secretRefs).length > 0
  if (node.driver_type === 'humanitec/echo' && isTold) return { values, secrets: [], secretRefs }
  return { ...fromSchema(node, place), secretRefs: {} }
}

/** `store` is where new secrets go. */
export const outputsOf = (node: ReadyNode, place: Place, store: string): Outputs => {
  const answer = answerOf(node, place)
  const outputs: Outputs = { values: {}, secretRefs: { ...answer.secretRefs } }
  const addSecret = (name: string) =>
    setKey(outputs.secretRefs, name, {
      store,
      ref: `orgs/${place.orgId}/resources/${node.guresid}/secrets/.${name}`,
      version: '1',
    })
  for (const name of answer.secrets) addSecret(name)
  for (const [name, value] of Object.entries(answer.values)) {
    if (looksSecret(name)) addSecret(name)
    else setKey(outputs.values, name, value)
  }
  // Whatever the driver: people look here for where to find what they deployed.
  const needsHost = (node.type === 'dns' || node.type === 'route') && !Object.hasOwn(outputs.values, 'host')
  if (needsHost) outputs.values['host'] = hostOf(node, place)
  return outputs
}

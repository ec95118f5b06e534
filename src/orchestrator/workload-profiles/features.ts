import type { components } from '../../contract/schema.ts'

type Feature = components['schemas']['WorkloadProfileFeatureResponse']
type Schema = Record<string, unknown>

/** The organization that everything built in belongs to. */
export const builtInOrg = 'humanitec'

/** The one version that features have had. */
export const featureVersion = '0.1'

const text: Schema = { type: 'string' }
const number: Schema = { type: ['integer', 'string'] }
const anything: Schema = { type: 'object' }
const mapOf = (values: Schema): Schema => ({ type: 'object', additionalProperties: values })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const objectOf = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties })

const overrides = listOf(text)
const texts = mapOf(text)
const files = mapOf(objectOf({ value: text, mode: text, encoding: text }))
const volumeMounts = mapOf(objectOf({ id: text, sub_path: text, read_only: { type: 'boolean' } }))
const ports = mapOf(objectOf({ container_port: number, service_port: number, protocol: text }))
const quantities = objectOf({ cpu: text, memory: text })

const schemas: Record<string, Schema> = {
  annotations: texts,
  // A collection of them is what a profile has; the feature itself holds whatever its properties say.
  containers: mapOf(anything),
  cronjob: anything,
  deployment: anything,
  envs: listOf(anything),
  'extra-containers': mapOf(anything),
  'extra-variables': mapOf({}),
  'extra-volumes': mapOf(anything),
  files,
  image: text,
  'image-pull-secrets': listOf(anything),
  ingress: objectOf({ rules: mapOf(anything) }),
  job: anything,
  labels: texts,
  logs: {},
  overrides,
  pod: anything,
  probe: objectOf({ type: text, path: text, port: number, command: overrides }),
  replicas: { type: 'integer', minimum: 0 },
  resources: objectOf({ limits: quantities, requests: quantities }),
  schedules: mapOf(objectOf({ schedule: text, containers: mapOf(anything) })),
  service: objectOf({ ports }),
  'service-account': text,
  variables: mapOf({ type: ['string', 'number', 'boolean'] }),
  'volume-mounts': volumeMounts,
  volumes: mapOf(anything),
}

/** What profiles are made of; there are no others. */
export const features: readonly Feature[] = Object.entries(schemas).map(([id, schema]) => ({
  id,
  org_id: builtInOrg,
  version: featureVersion,
  schema,
}))

/** By the name that profiles use, such as `humanitec/labels`. */
export const featureSchemas: ReadonlyMap<string, Schema> = new Map(
  features.map(({ id, schema }) => [`${builtInOrg}/${id}`, schema]),
)

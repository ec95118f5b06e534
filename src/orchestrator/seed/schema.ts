import { idPattern, maxIdLength } from '../../contract/identifiers.ts'
import { applicationRoles, organizationRoleNames } from '../auth.ts'

/** What a seed file may say. What only the API's own code can know is checked by it: seeding goes through it. */
export interface Seed {
  organizations?: SeedOrganization[]
  cluster?: SeedCluster
}

export interface SeedOrganization {
  id: string
  'environment-types'?: (string | { id: string; description?: string })[]
  users?: SeedUser[]
  artefacts?: { name: string; version?: string; ref?: string; commit?: string; digest?: string }[]
  applications?: SeedApplication[]
}

export interface SeedUser {
  id: string
  name: string
  email?: string
  type?: 'user' | 'service'
  token?: string
  /** On the organization. */
  role?: string
  /** Application → role. */
  applications?: Record<string, string>
  /** The types that the user may deploy to. */
  deployer?: string[]
}

export interface SeedApplication {
  id: string
  name?: string
  environments?: { id: string; name?: string; type?: string }[]
  /** `definition` is a pipeline file's text; the criteria say which deployment requests it answers. */
  pipelines?: { definition: string; criteria?: SeedCriteria[] }[]
  /** A set, and where it runs at the beginning. */
  deployed?: { set: { modules: Record<string, unknown>; shared?: Record<string, unknown> }; environments: string[] }[]
}

export interface SeedCriteria {
  env_id?: string
  env_type?: string
  deployment_type?: 'deploy' | 'redeploy' | 're-deploy'
}

/** Durations as `500ms`, `2s`, `1m`, or a number of seconds. */
export interface SeedCluster {
  pending?: string | number
  duration?: string | number
  'ready-after'?: string | number
  teardown?: string | number
  workloads?: Record<string, SeedWorkload>
}

export interface SeedWorkload {
  duration?: string | number
  'ready-after'?: string | number
  'never-ready'?: string
  fail?: { env?: string; image?: string; code?: string; summary?: string; message: string }
}

const text = { type: 'string', minLength: 1 }
const texts = { type: 'array', items: text }
const id = {
  type: 'string',
  pattern: idPattern,
  maxLength: maxIdLength,
  description: `an id of 2 to ${maxIdLength} small letters and digits, with single - between them`,
}
// No header can carry a token with a blank in it.
const token = { type: 'string', pattern: '^\\S+$', description: 'text without blanks' }
const duration = {
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$' },
  ],
  description: 'a duration, as 500ms, 2s, 1m or a number of seconds',
}
const mapOf = (values: object) => ({ type: 'object', additionalProperties: values })
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const environmentType = {
  anyOf: [id, object({ id, description: { type: 'string' } }, ['id'])],
  description: 'the id of an environment type, or its id and description',
}

const workload = object({
  duration,
  'ready-after': duration,
  'never-ready': text,
  fail: object({ env: text, image: text, code: text, summary: text, message: text }, ['message']),
})

const criteria = object({
  env_id: text,
  env_type: text,
  deployment_type: { enum: ['deploy', 'redeploy', 're-deploy'] },
})

const deployed = object(
  { set: object({ modules: mapOf({ type: 'object' }), shared: { type: 'object' } }, ['modules']), environments: texts },
  ['set', 'environments'],
)

const application = object(
  {
    id,
    name: text,
    environments: listOf(object({ id, name: text, type: text }, ['id'])),
    pipelines: listOf(object({ definition: text, criteria: listOf(criteria) }, ['definition'])),
    deployed: listOf(deployed),
  },
  ['id'],
)

const user = object(
  {
    id: text,
    name: text,
    email: text,
    type: { enum: ['user', 'service'] },
    token,
    role: { enum: organizationRoleNames },
    applications: mapOf({ enum: applicationRoles }),
    deployer: texts,
  },
  ['id', 'name'],
)

export const seedSchema = object({
  organizations: listOf(
    object(
      {
        id,
        'environment-types': listOf(environmentType),
        users: listOf(user),
        artefacts: listOf(object({ name: text, version: text, ref: text, commit: text, digest: text }, ['name'])),
        applications: listOf(application),
      },
      ['id'],
    ),
  ),
  cluster: object({
    pending: duration,
    duration,
    'ready-after': duration,
    teardown: duration,
    workloads: mapOf(workload),
  }),
})

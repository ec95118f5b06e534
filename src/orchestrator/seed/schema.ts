import { idPattern, maxIdLength } from '../../contract/identifiers.ts'
import type { components } from '../../contract/schema.ts'
import { applicationRoles, organizationRoleNames } from '../auth.ts'
import type { PlainSchema } from '../plain-schema.ts'

/** What a seed file may say. What only the API's own code can know is checked by it: seeding goes through it. */
export interface Seed {
  organizations?: SeedOrganization[]
  cluster?: SeedCluster
}

export interface SeedOrganization {
  id: string
  name?: string
  'environment-types'?: (string | { id: string; description?: string })[]
  users?: SeedUser[]
  groups?: SeedGroup[]
  artefacts?: { name: string; version?: string; ref?: string; commit?: string; digest?: string }[]
  applications?: SeedApplication[]
}

/** What users and groups may be: on the organization, by application, and on the types that they may deploy to. */
export interface SeedRoles {
  role?: components['schemas']['OrganizationRole']
  applications?: Record<string, string>
  deployer?: string[]
}

export interface SeedUser extends SeedRoles {
  id: string
  name: string
  email?: string
  type?: 'user' | 'service'
  token?: string
}

export interface SeedGroup extends SeedRoles {
  name: string
  /** The identity provider that the group is from. */
  idp?: string
  /** Ids of users. */
  members?: string[]
}

export interface SeedApplication {
  id: string
  name?: string
  values?: Record<string, SeedValue>
  environments?: { id: string; name?: string; type?: string; values?: Record<string, SeedValue> }[]
  /** `definition` is a pipeline file's text; the criteria say which deployment requests it answers. */
  pipelines?: { definition: string; criteria?: SeedCriteria[] }[]
  /** A set, and where it runs at the beginning. */
  deployed?: { set: { modules: Record<string, unknown>; shared?: Record<string, unknown> }; environments: string[] }[]
}

/** A shared value: its text alone, or with more about it. */
export type SeedValue = string | { value: string; secret?: boolean; description?: string }

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
const mapOf = (values: PlainSchema): PlainSchema => ({ type: 'object', additionalProperties: values })
const listOf = (items: PlainSchema): PlainSchema => ({ type: 'array', items })
const object = (properties: Record<string, PlainSchema>, required: string[] = []): PlainSchema => ({
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

const sharedValue = {
  anyOf: [
    { type: 'string' },
    object({ value: { type: 'string' }, secret: { type: 'boolean' }, description: { type: 'string' } }, ['value']),
  ],
  description: 'text, or a value with secret and description',
}
const values = mapOf(sharedValue)

const application = object(
  {
    id,
    name: text,
    values,
    environments: listOf(object({ id, name: text, type: text, values }, ['id'])),
    pipelines: listOf(object({ definition: text, criteria: listOf(criteria) }, ['definition'])),
    deployed: listOf(deployed),
  },
  ['id'],
)

const roles = {
  role: { enum: organizationRoleNames },
  applications: mapOf({ enum: applicationRoles }),
  deployer: texts,
}

const user = object(
  {
    id: text,
    name: text,
    email: text,
    type: { enum: ['user', 'service'] },
    token,
    ...roles,
  },
  ['id', 'name'],
)

const group = object({ name: text, idp: id, members: texts, ...roles }, ['name'])

export const seedSchema = object({
  organizations: listOf(
    object(
      {
        id,
        name: text,
        'environment-types': listOf(environmentType),
        users: listOf(user),
        groups: listOf(group),
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

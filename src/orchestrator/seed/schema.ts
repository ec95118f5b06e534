/** What a seed file may say. Ids are checked by the API's own code, which seeding goes through. */
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
  pipelines?: { definition: string; criteria?: Record<string, string>[] }[]
  /** A set, and where it runs at the beginning. */
  deployed?: { set: { modules: Record<string, unknown>; shared?: Record<string, unknown> }; environments: string[] }[]
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
const duration = {
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$' },
  ],
}
const mapOf = (schema: object) => ({ type: 'object', additionalProperties: schema })
const listOf = (items: object) => ({ type: 'array', items })
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const workload = object({
  duration,
  'ready-after': duration,
  'never-ready': text,
  fail: object({ env: text, image: text, code: text, summary: text, message: text }, ['message']),
})

const application = object(
  {
    id: text,
    name: text,
    environments: listOf(object({ id: text, name: text, type: text }, ['id'])),
    pipelines: listOf(object({ definition: text, criteria: listOf(mapOf(text)) }, ['definition'])),
    deployed: listOf(
      object(
        {
          set: object({ modules: mapOf({ type: 'object' }), shared: { type: 'object' } }, ['modules']),
          environments: texts,
        },
        ['set', 'environments'],
      ),
    ),
  },
  ['id'],
)

const user = object(
  {
    id: text,
    name: text,
    email: text,
    type: { enum: ['user', 'service'] },
    token: text,
    role: text,
    applications: mapOf(text),
    deployer: texts,
  },
  ['id', 'name'],
)

export const seedSchema = object({
  organizations: listOf(
    object(
      {
        id: text,
        'environment-types': listOf({ anyOf: [text, object({ id: text, description: text }, ['id'])] }),
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

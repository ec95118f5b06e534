import type { components } from '../../contract/schema.ts'

type ResourceType = components['schemas']['ResourceTypeResponse']
type Schema = Record<string, unknown>
/** Property → what it is: text that says what the text means, or a schema. */
type Properties = Record<string, string | Schema>

interface Data {
  values?: Properties
  secrets?: Properties
  /** Inputs are optional as a rule, outputs are not. */
  optional?: readonly string[]
}

const toObject = (properties: Properties, optional: readonly string[]): Schema => {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        typeof property === 'string' ? { type: 'string', description: property } : property,
      ]),
    ),
    ...(required.length > 0 ? { required } : {}),
  }
}

/** Values and secrets each in an object of their own (assumption: the document does not show the schemas). */
const toSchema = ({ values, secrets, optional = [] }: Data): Schema => ({
  type: 'object',
  properties: {
    ...(values ? { values: toObject(values, optional) } : {}),
    ...(secrets ? { secrets: toObject(secrets, optional) } : {}),
  },
})

const inputs = (values: Properties): Data => ({ values, optional: Object.keys(values) })

const port: Schema = { type: 'integer', minimum: 0, maximum: 65535, description: 'The TCP port it listens on.' }
const host = 'The name or address of the server.'
const login: Properties = { username: 'Whom to connect as.', password: 'The password of that user.' }
const database: Data = { values: { host, port, name: 'The name of the database.' }, secrets: login }
const databaseServer: Data = { values: { host, port }, secrets: login }
const awsKeys: Properties = {
  aws_access_key_id: 'The id of a key that may use it.',
  aws_secret_access_key: 'The secret of that key.',
}
const arn = 'The Amazon Resource Name.'
const anything: Schema = { type: 'object', additionalProperties: true }

const directs: readonly [type: string, name: string, category: string, outputs: Data, inputs?: Data][] = [
  ['amqp', 'AMQP', 'messaging', { values: { host, port, vhost: 'The virtual host.' }, secrets: login }],
  [
    'azure-blob',
    'Azure Blob Storage',
    'datastore',
    { values: { account: 'The name of the storage account.', container: 'The name of the container.' } },
  ],
  [
    'cassandra',
    'Cassandra',
    'datastore',
    { values: { host, port, keyspace: 'The name of the keyspace.' }, secrets: login },
  ],
  [
    'dns',
    'DNS',
    'dns',
    { values: { host: 'A domain name that leads to the environment.' } },
    inputs({ subdomain: 'The part of the name before the domain.' }),
  ],
  ['elasticsearch', 'Elasticsearch', 'datastore', databaseServer],
  [
    'gcp-pubsub-subscription',
    'GCP Pub/Sub subscription',
    'messaging',
    { values: { name: 'Its name.', project: 'Its project.' } },
  ],
  ['gcp-pubsub-topic', 'GCP Pub/Sub topic', 'messaging', { values: { name: 'Its name.', project: 'Its project.' } }],
  ['gcs', 'Google Cloud Storage', 'datastore', { values: { name: 'The name of the bucket.' } }],
  ['kafka-topic', 'Kafka topic', 'messaging', { values: { host, port, name: 'The name of the topic.' } }],
  ['mariadb', 'MariaDB', 'datastore', database],
  ['mongodb', 'MongoDB', 'datastore', database],
  ['mssql', 'Microsoft SQL Server', 'datastore', database],
  ['mysql', 'MySQL', 'datastore', database],
  [
    'postgres',
    'PostgreSQL',
    'datastore',
    database,
    inputs({
      extensions: {
        type: 'object',
        description: 'Extensions to load, by name.',
        additionalProperties: {
          type: 'object',
          properties: { schema: { type: 'string' }, version: { type: 'string' } },
        },
      },
    }),
  ],
  ['redis', 'Redis', 'datastore', { values: { host, port }, secrets: login, optional: ['username', 'password'] }],
  [
    'route',
    'Route',
    'ingress',
    { values: {} },
    inputs({
      host: 'The domain name.',
      path: 'Where in that domain the workload is.',
      path_type: { type: 'string', enum: ['Prefix', 'Exact'], description: 'How much of the path must be the same.' },
      port: { type: ['integer', 'string'], description: 'The port of the workload, by number or name.' },
    }),
  ],
  [
    's3',
    'S3',
    'datastore',
    {
      values: { bucket: 'The name of the bucket.', region: 'Where it lies.' },
      secrets: awsKeys,
      optional: Object.keys(awsKeys),
    },
  ],
  ['sns-topic', 'SNS topic', 'messaging', { values: { arn, region: 'Where it lies.' } }],
  [
    'sqs',
    'SQS',
    'messaging',
    {
      values: { url: 'Where the queue is.', region: 'Where it lies.', arn },
      secrets: awsKeys,
      optional: ['arn', ...Object.keys(awsKeys)],
    },
  ],
  [
    'volume',
    'Volume',
    'storage',
    { values: { source: { ...anything, description: 'A volume source of Kubernetes.' } } },
  ],
]

const indirects: typeof directs = [
  ['agent', 'Agent', 'k8s', { secrets: { url: 'A proxy through which what is private can be reached.' } }],
  ['aws-policy', 'AWS IAM policy', 'aws', { values: { arn } }],
  ['aws-role', 'AWS IAM role', 'aws', { values: { arn } }],
  ['config', 'Configuration', 'general', { values: {}, secrets: {} }],
  ['horizontal-pod-autoscaler', 'Horizontal pod autoscaler', 'k8s', {}],
  ['ingress', 'Ingress', 'ingress', {}],
  [
    'k8s-service-account',
    'Kubernetes service account',
    'k8s',
    { values: { name: 'The name of the service account.' } },
  ],
  ['mysql-instance', 'MySQL server', 'datastore', databaseServer],
  ['postgres-instance', 'PostgreSQL server', 'datastore', databaseServer],
  [
    'tls-cert',
    'TLS certificate',
    'ingress',
    { values: { tls_secret_name: 'The Kubernetes secret that holds it.' } },
    inputs({ host: 'The domain name that it is for.' }),
  ],
]

const implicits: typeof directs = [
  ['base-env', 'Base environment', 'general', { values: {} }, inputs({ id: 'The environment.' })],
  [
    'k8s-cluster',
    'Kubernetes cluster',
    'k8s',
    {
      values: {
        name: 'The name of the cluster.',
        cluster_type: 'What kind of cluster it is, such as gke.',
        loadbalancer: 'The address that outside traffic goes to.',
      },
      secrets: { credentials: { ...anything, description: 'What proves to the cluster who one is.' } },
      optional: ['name', 'loadbalancer', 'credentials'],
    },
  ],
  ['k8s-namespace', 'Kubernetes namespace', 'k8s', { values: { namespace: 'The name of the namespace.' } }],
  ['logging', 'Logging', 'k8s', { values: { cluster_type: 'What kind of cluster the logs are of.' } }],
  [
    'workload',
    'Workload',
    'k8s',
    {
      values: { update: { type: 'array', items: anything, description: 'A JSON patch of the workload.' } },
      optional: ['update'],
    },
    inputs({ id: 'The workload.' }),
  ],
]

const withUse = (use: string, types: typeof directs): ResourceType[] =>
  types.map(([type, name, category, outputs, inputs = {}]) => ({
    type,
    name,
    category,
    use,
    inputs_schema: toSchema(inputs),
    outputs_schema: toSchema(outputs),
  }))

/** The types that every organization has. */
export const builtInTypes: readonly ResourceType[] = [
  ...withUse('direct', directs),
  ...withUse('indirect', indirects),
  ...withUse('implicit', implicits),
].sort((one, other) => (one.type < other.type ? -1 : 1))

import type { components } from '../../contract/schema.ts'

type Driver = components['schemas']['DriverDefinitionResponse']
type Schema = Record<string, unknown>

/** The organization that the built-in drivers belong to. */
export const builtInOrg = 'humanitec'

/** The type of a driver that makes resources of whatever type (assumption: the document does not say its word). */
export const anyType = 'any'

const toObject = (properties: Record<string, string>): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(properties).map(([name, description]) => [name, { description }])),
})

const inputs = (values: Record<string, string>, secrets: Record<string, string> = {}): Schema => ({
  type: 'object',
  properties: { values: toObject(values), secrets: toObject(secrets) },
})

const whatever: Schema = {
  type: 'object',
  properties: { values: { type: 'object' }, secrets: { type: 'object' } },
}

const aws = ['aws', 'aws-role']
const azure = ['azure', 'azure-identity']
const gcp = ['gcp', 'gcp-identity']
const clouds = [...aws, ...azure, ...gcp]

const credentials = { credentials: 'What proves who one is, where no account does.' }
const cloudSql = inputs(
  { instance: 'The Cloud SQL instance, as project:region:name.' },
  { credentials: 'A service account key.', dbcredentials: 'Whom to connect to the database as.' },
)
const cluster = (values: Record<string, string>) =>
  inputs(
    { loadbalancer: 'The address that outside traffic goes to.', name: 'The name of the cluster.', ...values },
    credentials,
  )

const table: readonly [id: string, type: string, accountTypes: string[], inputsSchema: Schema][] = [
  ['agent', 'agent', [], inputs({ id: 'The agent.' })],
  [
    'container',
    anyType,
    clouds,
    inputs(
      { job: 'The container to run, and how.', cluster: 'Where to run it.', account: 'As whom.' },
      { ...credentials },
    ),
  ],
  [
    'dns-aws-route53',
    'dns',
    aws,
    inputs({ domain: 'The domain to make names in.', hosted_zone_id: 'Its hosted zone.' }),
  ],
  ['echo', anyType, [], whatever],
  ['ingress', 'ingress', [], inputs({ class: 'The ingress class.', annotations: 'Annotations of the ingress.' })],
  ['k8s-cluster', 'k8s-cluster', [], cluster({ cluster_data: 'How to reach the cluster.' })],
  [
    'k8s-cluster-aks',
    'k8s-cluster',
    azure,
    cluster({ resource_group: 'Its resource group.', subscription_id: 'Its subscription.' }),
  ],
  ['k8s-cluster-eks', 'k8s-cluster', aws, cluster({ region: 'Its region.' })],
  ['k8s-cluster-gke', 'k8s-cluster', gcp, cluster({ project_id: 'Its project.', zone: 'Its zone or region.' })],
  ['k8s-namespace', 'k8s-namespace', [], inputs({ namespace: 'The name of the namespace.' })],
  ['mariadb-cloudsql', 'mariadb', gcp, cloudSql],
  ['mysql-cloudsql', 'mysql', gcp, cloudSql],
  ['newapp-io-dns', 'dns', [], inputs({})],
  ['newapp-io-tls', 'tls-cert', [], inputs({})],
  ['postgres-cloudsql', 'postgres', gcp, cloudSql],
  ['postgres-cloudsql-static', 'postgres', gcp, cloudSql],
  ['static', anyType, [], whatever],
  [
    'template',
    anyType,
    [],
    inputs(
      { templates: 'Go templates: init, manifests, outputs and cookie.' },
      { templates: 'The same, for secrets.' },
    ),
  ],
  [
    'terraform',
    anyType,
    clouds,
    inputs(
      {
        source: 'The Git repository with the module.',
        script: 'Terraform code.',
        variables: 'What the module is given.',
      },
      { source: 'What opens the repository.', variables: 'Secret variables.', account: 'Credentials of the cloud.' },
    ),
  ],
]

/** The drivers that every organization can use. Where they are is their organization's secret. */
export const builtInDrivers: readonly Driver[] = table.map(([id, type, account_types, inputs_schema]) => ({
  id,
  org_id: builtInOrg,
  type,
  account_types,
  inputs_schema,
}))

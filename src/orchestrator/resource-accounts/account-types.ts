import type { components } from '../../contract/schema.ts'

type AccountType = components['schemas']['AccountTypeResponse']

/** Credential → what it is. */
type Credentials = Record<string, string>

const table: readonly [type: string, name: string, credentials: Credentials, optional?: Credentials][] = [
  [
    'aws',
    'Amazon Web Services, by access key',
    { aws_access_key_id: 'The id of the key.', aws_secret_access_key: 'The secret of the key.' },
  ],
  [
    'aws-role',
    'Amazon Web Services, by IAM role',
    { aws_role: 'The Amazon Resource Name of the role.', external_id: 'What the role wants to hear.' },
    { sts_region: 'Where to ask for the role.' },
  ],
  [
    'azure',
    'Azure, by service principal',
    { appId: 'The service principal.', password: 'Its password.', tenant: 'Its tenant.' },
  ],
  [
    'azure-identity',
    'Azure, by managed identity',
    { azure_identity_tenant_id: 'The tenant.', azure_identity_client_id: 'The identity.' },
  ],
  // A key file as Google gives it out. It has many fields, and none of them is demanded (assumption).
  ['gcp', 'Google Cloud, by service account key', {}, { client_email: 'Whose key it is.', private_key: 'The key.' }],
  [
    'gcp-identity',
    'Google Cloud, by workload identity',
    { gcp_service_account: 'The service account.', gcp_audience: 'The workload identity provider.' },
  ],
  ['gcp-service-account', 'Google Cloud, by name and password', { username: 'Who.', password: 'The password.' }],
]

const toSchema = (required: Credentials, optional: Credentials = {}) => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries({ ...required, ...optional }).map(([name, description]) => [name, { type: 'string', description }]),
  ),
  required: Object.keys(required),
})

/** Which credentials an account of each type must have. */
export const requiredCredentials: ReadonlyMap<string, readonly string[]> = new Map(
  table.map(([type, , required]) => [type, Object.keys(required)]),
)

/** ASSUMPTION: no list of them is documented; these are the ones that public examples use. */
export const accountTypes: readonly AccountType[] = table.map(([type, name, required, optional]) => ({
  type,
  name,
  inputs_schema: toSchema(required, optional),
}))

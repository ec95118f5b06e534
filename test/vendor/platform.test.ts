import { generateKeyPairSync } from 'node:crypto'
import { WorkloadProfileSpecDefinitionPropertyType } from '@humanitec/autogen'
import { expect, test } from 'vitest'
import { aChart } from '../orchestrator/a-chart.ts'
import { anRsaKey } from '../orchestrator/public-keys.ts'
import { aVendorClient, org, refusal } from './a-vendor-client.ts'

test('a registry is added, gives its credentials to CI, and is taken away', async () => {
  const { api, as } = await aVendorClient()
  const creds = { username: 'robot', password: 'hush' }
  const RegistryRequest = { id: 'mine', registry: 'mine.test/acme', type: 'basic', enable_ci: true, creds }
  const made = await api.orgsOrgIdRegistriesPost({ ...org, RegistryRequest })
  expect(made).toMatchObject({ id: 'mine', registry: 'mine.test/acme', type: 'basic', enable_ci: true })
  expect(JSON.stringify(made)).not.toContain('hush')
  const mine = { ...org, regId: 'mine' }
  expect(await api.orgsOrgIdRegistriesRegIdGet(mine)).toEqual(made)
  expect(await api.orgsOrgIdRegistriesRegIdCredsGet(mine)).toMatchObject({ registry: 'mine.test/acme', ...creds })
  expect(await refusal(as('mia').orgsOrgIdRegistriesRegIdCredsGet(mine))).toMatchObject({ status: 403 })
  const changed = { ...RegistryRequest, creds: { ...creds, password: 'hush again' } }
  await api.orgsOrgIdRegistriesRegIdPatch({ ...mine, RegistryRequest: changed })
  expect(await api.orgsOrgIdRegistriesRegIdCredsGet(mine)).toMatchObject({ password: 'hush again' })
  await api.orgsOrgIdRegistriesRegIdDelete(mine)
  expect((await api.orgsOrgIdRegistriesGet(org)).map(({ id }) => id)).not.toContain('mine')
})

test('of the secret stores one is the primary, and none tells how it is opened', async () => {
  const { api } = await aVendorClient()
  const vault = { url: 'https://vault.test', path: 'kv', agent_id: 'agent', auth: { role: 'ci', token: 'hush' } }
  const CreateSecretStorePayloadRequest = { id: 'safe', primary: true, vault }
  const made = await api.orgsOrgIdSecretstoresPost({ ...org, CreateSecretStorePayloadRequest })
  expect(made).toMatchObject({ id: 'safe', primary: true, vault: { url: 'https://vault.test', path: 'kv' } })
  expect(JSON.stringify(made)).not.toContain('hush')
  const primaries = async () =>
    (await api.orgsOrgIdSecretstoresGet(org)).filter(({ primary }) => primary).map(({ id }) => id)
  expect(await primaries()).toEqual(['safe'])
  const humanitec = { ...org, storeId: 'humanitec', UpdateSecretStorePayloadRequest: { primary: true } }
  await api.orgsOrgIdSecretstoresStoreIdPatch(humanitec)
  expect(await primaries()).toEqual(['humanitec'])
  expect(await api.orgsOrgIdSecretstoresStoreIdGet({ ...org, storeId: 'safe' })).toMatchObject({ primary: false })
  await api.orgsOrgIdSecretstoresStoreIdDelete({ ...org, storeId: 'safe' })
  expect(await api.orgsOrgIdSecretstoresGet(org)).toHaveLength(1)
})

test('public keys have fingerprints, and Humanitec has keys of its own', async () => {
  const { api } = await aVendorClient()
  const made = await api.createPublicKey({ ...org, body: anRsaKey('a') })
  expect(made).toMatchObject({ key: anRsaKey('a'), fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await api.listPublicKeys({ ...org, fingerprint: made.fingerprint })).toEqual([made])
  expect(await api.getPublicKey({ ...org, keyId: made.id })).toEqual(made)
  const { publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  expect(await refusal(api.createPublicKey({ ...org, body: publicKey }))).toMatchObject({ status: 400 })
  await api.deletePublicKey({ ...org, keyId: made.id })
  expect(await api.listPublicKeys(org)).toEqual([])
  expect(await api.listHumanitecPublicKeys({ ...org, active: true })).toContainEqual({
    pub_key: expect.stringContaining('BEGIN PUBLIC KEY'),
    active: true,
    created_at: expect.any(Date),
  })
})

test('an agent is found by its keys, which come and go, and gets another description', async () => {
  const { api } = await aVendorClient()
  const AgentCreateBody = { id: 'cellar', public_key: anRsaKey('a'), description: 'In the cellar' }
  expect(await api.createAgent({ ...org, AgentCreateBody })).toMatchObject({ id: 'cellar' })
  const agent = { ...org, agentId: 'cellar' }
  await api.patchAgent({ ...agent, AgentPatchBody: { description: 'In the attic' } })
  const { fingerprint } = await api.createKey({ ...agent, KeyCreateBody: { public_key: anRsaKey('b') } })
  expect(await api.listAgents({ ...org, fingerprint })).toMatchObject([{ id: 'cellar', description: 'In the attic' }])
  await api.deleteKeyInAgent({ ...agent, fingerprint })
  expect(await api.listKeysInAgent(agent)).toMatchObject([{ public_key: anRsaKey('a'), expired_at: expect.any(Date) }])
  await api.deleteAgent(agent)
  expect(await api.listAgents(org)).toEqual([])
})

test('a profile is made of features and of a chart that is uploaded, and keeps its versions', async () => {
  const { api } = await aVendorClient()
  expect((await api.listWorkloadProfileFeatures(org)).map(({ id }) => id)).toContain('labels')
  const chart = await api.createWorkloadProfileChartVersion({
    ...org,
    file: new File([new Uint8Array(aChart('web-chart', '1.0.1'))], 'web-chart-1.0.1.tgz', {
      type: 'application/x-gzip',
    }),
  })
  expect(chart).toMatchObject({ id: 'web-chart', version: '1.0.1', org_id: 'local-org' })
  expect(await api.listWorkloadProfileChartVersions({ ...org, id: 'web-chart' })).toEqual([chart])

  const spec_definition = {
    properties: {
      labels: { type: WorkloadProfileSpecDefinitionPropertyType.feature, feature_name: 'humanitec/labels' },
    },
  }
  const content = { spec_definition, workload_profile_chart: { id: 'local-org/web-chart', version: '1.0.1' } }
  const made = await api.createWorkloadProfile({ ...org, WorkloadProfileRequest: { id: 'web-app', ...content } })
  expect(made).toMatchObject({ id: 'web-app', org_id: 'local-org', spec_schema: { properties: { labels: {} } } })
  const profile = { ...org, profileQid: 'local-org/web-app' }
  const WorkloadProfileUpdateRequest = { ...content, description: 'Web applications' }
  await api.updateWorkloadProfile({ ...profile, WorkloadProfileUpdateRequest })
  expect(await api.getWorkloadProfile(profile)).toMatchObject({ description: 'Web applications' })
  const versions = await api.listWorkloadProfileVersions(profile)
  expect(versions).toHaveLength(2)
  expect(await api.getLatestWorkloadProfileVersion(profile)).toEqual(versions[0])
  expect((await api.listWorkloadProfiles(org)).map(({ id }) => id)).toContain('web-app')
  await api.deleteWorkloadProfile(profile)
  expect(await refusal(api.getWorkloadProfile(profile))).toMatchObject({ status: 404 })
})

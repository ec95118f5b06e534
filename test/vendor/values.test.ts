import { expect, test } from 'vitest'
import { app, aVendorClient, development, refusal } from './a-vendor-client.ts'

const value = (key: string, text: string, more: object = {}) => ({
  ValueCreatePayloadRequest: { key, value: text, description: 'For tests', ...more },
})

test('values of the application show in its environments, which may have their own', async () => {
  const { api } = await aVendorClient()
  const made = await api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('COLOUR', 'red') })
  expect(made).toMatchObject({ key: 'COLOUR', value: 'red', source: 'app', is_secret: false })
  const inherited = await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesGet(development)
  expect(inherited).toMatchObject([{ key: 'COLOUR', value: 'red', source: 'app' }])
  await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesPost({ ...development, ...value('COLOUR', 'blue') })
  expect(await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesGet(development)).toMatchObject([{ value: 'blue', source: 'env' }])
  await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesKeyPatch({
    ...development,
    key: 'COLOUR',
    ValuePatchPayloadRequest: { value: 'green' },
  })
  await api.orgsOrgIdAppsAppIdValuesKeyPut({
    ...app,
    key: 'COLOUR',
    ValueEditPayloadRequest: { value: 'black', description: 'Changed' },
  })
  expect(await api.orgsOrgIdAppsAppIdValuesGet(app)).toMatchObject([{ value: 'black', description: 'Changed' }])
  expect(await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesGet(development)).toMatchObject([{ value: 'green' }])
  await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesKeyDelete({ ...development, key: 'COLOUR' })
  expect(await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesGet(development)).toMatchObject([{ value: 'black' }])
  await api.orgsOrgIdAppsAppIdValuesDelete(app)
  expect(await api.orgsOrgIdAppsAppIdValuesGet(app)).toEqual([])
})

test('a secret is told to nobody, neither now nor in the versions', async () => {
  const { api } = await aVendorClient()
  const made = await api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('KEY', 'hush', { is_secret: true }) })
  expect(made).toMatchObject({ key: 'KEY', is_secret: true, secret_store_id: 'humanitec' })
  const seen = [
    made,
    await api.orgsOrgIdAppsAppIdValuesGet(app),
    await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesGet(development),
    await api.orgsOrgIdAppsAppIdValueSetVersionsGet(app),
  ]
  expect(JSON.stringify(seen)).not.toContain('hush')
})

test('every change of the application is a version, and one of them can be restored, wholly or by key', async () => {
  const { api } = await aVendorClient()
  await api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('A', 'old') })
  await api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('B', 'old') })
  const id = (await api.orgsOrgIdAppsAppIdValueSetVersionsGet(app))[0]?.id ?? ''
  for (const key of ['A', 'B']) {
    await api.orgsOrgIdAppsAppIdValuesKeyPatch({ ...app, key, ValuePatchPayloadRequest: { value: 'new' } })
  }
  expect(await api.orgsOrgIdAppsAppIdValueSetVersionsGet({ ...app, key_changed: 'B' })).toHaveLength(2)
  const version = { ...app, valueSetVersionId: id, ValueSetActionPayloadRequest: { comment: 'As before' } }
  expect(await api.orgsOrgIdAppsAppIdValueSetVersionsValueSetVersionIdGet(version)).toMatchObject({
    values: { A: { value: 'old' }, B: { value: 'old' } },
  })
  const byKey = await api.orgsOrgIdAppsAppIdValueSetVersionsValueSetVersionIdRestoreKeyPost({ ...version, key: 'A' })
  expect(byKey).toMatchObject({
    comment: 'As before',
    source_value_set_version_id: id,
    values: { A: { value: 'old' }, B: { value: 'new' } },
  })
  const whole = await api.orgsOrgIdAppsAppIdValueSetVersionsValueSetVersionIdRestorePost(version)
  expect(whole).toMatchObject({ values: { A: { value: 'old' }, B: { value: 'old' } } })
  expect(whole.created_at).toBeInstanceOf(Date)
})

test('versions of an environment are restored and purged, and what is purged deploys no more', async () => {
  const { api, deploy, until } = await aVendorClient()
  await api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('A', 'base') })
  await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesPost({ ...development, ...value('A', 'old') })
  const { set_id, value_set_version_id = '' } = await deploy(['web'])
  const version = { ...development, valueSetVersionId: value_set_version_id, ValueSetActionPayloadRequest: {} }
  const [newest] = await api.orgsOrgIdAppsAppIdEnvsEnvIdValueSetVersionsGet(development)
  expect(newest).toMatchObject({ id: value_set_version_id, values: { A: { value: 'old' } } })
  await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesDelete(development)
  for (const restored of [
    await api.orgsOrgIdAppsAppIdEnvsEnvIdValueSetVersionsValueSetVersionIdRestorePost(version),
    await api.orgsOrgIdAppsAppIdEnvsEnvIdValueSetVersionsValueSetVersionIdRestoreKeyPost({ ...version, key: 'A' }),
  ]) {
    expect(restored).toMatchObject({ values: { A: { value: 'old', source: 'env' } } })
  }
  const purge = () =>
    api.orgsOrgIdAppsAppIdEnvsEnvIdValueSetVersionsValueSetVersionIdPurgeKeyPost({ ...version, key: 'A' })
  expect(await refusal(purge())).toMatchObject({ status: 400, body: { message: expect.stringContaining('in force') } })
  await api.orgsOrgIdAppsAppIdEnvsEnvIdValuesDelete(development)
  await purge()
  const read = await api.orgsOrgIdAppsAppIdEnvsEnvIdValueSetVersionsValueSetVersionIdGet(version)
  expect(read.values).toEqual({})
  const { id: deployId } = await api.createDeployment({
    ...development,
    DeploymentRequest: { set_id, value_set_version_id },
  })
  const ended = await until(
    () => api.getDeployment({ ...development, deployId }),
    ({ status }) => status === 'succeeded' || status === 'failed',
  )
  expect(ended.status).toBe('failed')
  expect(await api.listDeploymentErrors({ ...development, deployId })).toMatchObject([
    { message: expect.stringContaining("'A'") },
  ])
})

test('a key that exists is refused, and one that does not is not found', async () => {
  const { api } = await aVendorClient()
  await api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('A', '1') })
  expect(await refusal(api.orgsOrgIdAppsAppIdValuesPost({ ...app, ...value('A', '2') }))).toMatchObject({ status: 409 })
  expect(await refusal(api.orgsOrgIdAppsAppIdValuesKeyDelete({ ...app, key: 'B' }))).toMatchObject({ status: 404 })
})

import { expect, test } from 'vitest'
import { aVendorClient, development, org, refusal } from './a-vendor-client.ts'

const database = {
  id: 'my-db',
  name: 'My database',
  type: 'postgres',
  driver_type: 'humanitec/echo',
  driver_inputs: { values: { host: 'db.test', port: 5432, name: 'shop' }, secrets: { password: 'hush' } },
}
const db = { ...org, defId: 'my-db' }

const withDefinition = async (more: object = {}) => {
  const made = await aVendorClient()
  const CreateResourceDefinitionRequestRequest = { ...database, ...more }
  const definition = await made.api.createResourceDefinition({ ...org, CreateResourceDefinitionRequestRequest })
  return { ...made, definition }
}

test('types and account types say what they take', async () => {
  const { api } = await aVendorClient()
  const types = await api.listResourceTypes(org)
  expect(types).toContainEqual(expect.objectContaining({ type: 'dns', use: expect.any(String) }))
  expect(types.find(({ type }) => type === 'postgres')).toMatchObject({ outputs_schema: { type: 'object' } })
  expect((await api.listResourceAccountTypes(org)).map(({ type }) => type)).toContain('aws')
})

test('classes are made for a type, described and deleted', async () => {
  const { api } = await aVendorClient()
  const ResourceClassRequest = { id: 'large', description: 'Much room' }
  const made = await api.createResourceClass({ ...org, typeId: 'postgres', ResourceClassRequest })
  expect(made).toMatchObject({ ...ResourceClassRequest, resource_type: 'postgres' })
  const large = { ...org, typeId: 'postgres', classId: 'large' }
  await api.updateResourceClass({ ...large, UpdateResourceClassRequest: { description: 'Very much room' } })
  expect(await api.getResourceClass(large)).toMatchObject({ description: 'Very much room' })
  expect(await api.listResourceClasses(org)).toHaveLength(1)
  await api.deleteResourceClass(large)
  expect(await api.listResourceClasses(org)).toEqual([])
})

test('an account is in use while a definition names it', async () => {
  const { api } = await aVendorClient()
  const credentials = { aws_access_key_id: 'AKIA1', aws_secret_access_key: 'hush' }
  const account = { ...org, accId: 'aws-keys' }
  const made = await api.createResourceAccount({
    ...org,
    CreateResourceAccountRequestRequest: { id: 'aws-keys', name: 'AWS', type: 'aws', credentials },
  })
  expect(made).toMatchObject({ id: 'aws-keys', is_used: false })
  expect(JSON.stringify(made)).not.toContain('hush')
  const CreateResourceDefinitionRequestRequest = { ...database, driver_account: 'aws-keys' }
  await api.createResourceDefinition({ ...org, CreateResourceDefinitionRequestRequest })
  expect(await api.getResourceAccount(account)).toMatchObject({ is_used: true })
  expect(await refusal(api.deleteResourceAccount(account))).toMatchObject({ status: 400 })
  await api.deleteResourceDefinition(db)
  const renamed = { name: 'Keys of AWS' }
  expect(await api.patchResourceAccount({ ...account, UpdateResourceAccountRequestRequest: renamed })).toMatchObject({
    ...renamed,
    is_used: false,
  })
  await api.deleteResourceAccount(account)
  expect(await api.listResourceAccounts(org)).toEqual([])
})

test('a driver is registered, replaced and deleted', async () => {
  const { api } = await aVendorClient()
  const driver = {
    type: 's3',
    account_types: ['aws'],
    inputs_schema: { type: 'object' },
    target: 'https://drivers.test/s3/',
  }
  const made = await api.createResourceDriver({
    ...org,
    CreateDriverRequestRequest: { id: 'bucket-maker', ...driver },
  })
  expect(made).toMatchObject({ id: 'bucket-maker', org_id: 'local-org', ...driver })
  const maker = { ...org, driverId: 'bucket-maker' }
  const UpdateDriverRequestRequest = { ...driver, target: 'https://drivers.test/other/' }
  await api.updateResourceDriver({ ...maker, UpdateDriverRequestRequest })
  expect(await api.getResourceDriver(maker)).toMatchObject({ target: 'https://drivers.test/other/' })
  expect((await api.listResourceDrivers(org)).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['echo', 'template', 'bucket-maker']),
  )
  await api.deleteResourceDriver(maker)
  expect(await refusal(api.getResourceDriver(maker))).toMatchObject({ status: 404 })
})

test('a definition keeps its secrets to itself, is changed by merging, replaced, and has versions', async () => {
  const { api, definition } = await withDefinition({ criteria: [{ env_type: 'development' }] })
  expect(definition).toMatchObject({
    id: 'my-db',
    is_default: false,
    criteria: [{ env_type: 'development', _class: 'default' }],
    driver_inputs: { values: { host: 'db.test' } },
  })
  expect(JSON.stringify(definition)).not.toContain('hush')
  const patched = await api.patchResourceDefinition({
    ...db,
    PatchResourceDefinitionRequestRequest: { driver_inputs: { values: { port: 1 } } },
  })
  expect(patched.driver_inputs?.values).toEqual({ host: 'db.test', port: 1, name: 'shop' })
  const replaced = await api.updateResourceDefinition({
    ...db,
    UpdateResourceDefinitionRequestRequest: { name: 'Another', provision: { dns: { is_dependent: true } } },
  })
  expect(replaced).toMatchObject({ name: 'Another', provision: { dns: { is_dependent: true } } })
  expect(replaced.driver_inputs).toBeUndefined()
  const versions = await api.listResourceDefinitionVersions(db)
  expect(versions).toHaveLength(3)
  const [newest] = versions
  expect(await api.getResourceDefinitionVersion({ ...db, defVersionId: newest?.id ?? '' })).toEqual(newest)
  await api.deleteResourceDefinition(db)
  expect(await refusal(api.getResourceDefinition(db))).toMatchObject({ status: 404 })
})

test('criteria choose the definition for a resource, are replaced, and none is there twice', async () => {
  const { api } = await withDefinition()
  const fitting = async () =>
    (
      await api.listResourceDefinitions({
        ...org,
        app: 'shop',
        env: 'development',
        env_type: 'development',
        res: 'shared.db',
        res_type: 'postgres',
        _class: 'default',
      })
    ).map(({ id }) => id)
  expect(await fitting()).not.toContain('my-db')
  const rule = { app_id: 'shop' }
  const criteria = await api.createResourceDefinitionCriteria({ ...db, MatchingCriteriaRuleRequest: rule })
  expect(criteria).toMatchObject({ app_id: 'shop', _class: 'default' })
  expect(await fitting()).toContain('my-db')
  expect(
    await refusal(api.createResourceDefinitionCriteria({ ...db, MatchingCriteriaRuleRequest: rule })),
  ).toMatchObject({ status: 409 })
  const [other, ...more] = await api.updateResourceDefinitionCriteria({
    ...db,
    MatchingCriteriaRuleRequest: [{ env_id: 'production' }],
  })
  expect(more).toEqual([])
  await api.deleteResourceDefinitionCriteria({ ...db, criteriaId: other?.id ?? '' })
  expect((await api.getResourceDefinition(db)).criteria ?? []).toEqual([])
})

test('a deployment provisions what workloads need, which is seen from both sides and stays while it is used', async () => {
  const { api, deploy } = await withDefinition({ criteria: [{ app_id: 'shop' }] })
  const { id: deployId } = await deploy(['web'], { externals: { db: { type: 'postgres' }, dns: { type: 'dns' } } })
  const resources = await api.listActiveResources(development)
  const resource = resources.find(({ type }) => type === 'postgres')
  expect(resource).toMatchObject({
    def_id: 'my-db',
    res_id: 'modules.web.externals.db',
    deploy_id: deployId,
    status: 'active',
    _class: 'default',
    resource: { host: 'db.test', port: 5432 },
  })
  expect(resources.find(({ type }) => type === 'dns')).toMatchObject({ resource: { host: expect.any(String) } })
  expect(await api.listActiveResourceByDefinition(db)).toEqual([resource])
  const place = { ...development, type: 'postgres', resId: 'modules.web.externals.db' }
  expect(await refusal(api.deleteActiveResource(place))).toMatchObject({ status: 409 })
  expect(await refusal(api.deleteResourceDefinition(db))).toMatchObject({ status: 409 })
  await api.deleteResourceDefinition({ ...db, force: true })
  expect(await refusal(api.getResourceDefinition(db))).toMatchObject({ status: 404 })
  expect(await api.getResourceDefinition({ ...db, deleted: true })).toMatchObject({ is_deleted: true })
})

test('the graph of what would be provisioned is told, and kept', async () => {
  const { api } = await withDefinition({ criteria: [{ app_id: 'shop' }] })
  const ResourceProvisionRequestRequest = [{ id: 'shared.db', type: 'postgres', resource: {} }]
  const nodes = await api.queryResourceGraph({ ...development, ResourceProvisionRequestRequest })
  expect(nodes).toMatchObject([{ id: 'shared.db', def_id: 'my-db', depends_on: [] }])
  const graph = await api.createDependencyGraph({ ...development, ResourceProvisionRequestRequest })
  expect(graph.nodes.map(({ guresid }) => guresid)).toEqual(nodes.map(({ guresid }) => guresid))
  expect(await api.getDependencyGraph({ ...development, graphId: graph.id })).toEqual(graph)
})

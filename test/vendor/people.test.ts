import { expect, test } from 'vitest'
import { app, aVendorClient, development, org, refusal } from './a-vendor-client.ts'

test('the organization is read, and listed for whoever is in it', async () => {
  const { api, as } = await aVendorClient()
  const one = await api.getOrganization(org)
  expect(one).toMatchObject({ id: 'local-org', trial_expires_at: null })
  expect(await as('mia').listOrganizations()).toEqual([one])
})

test('the current user knows its roles, and changes its name', async () => {
  const { as } = await aVendorClient()
  expect(await as('mia').getCurrentUser()).toMatchObject({ id: 'mia', roles: { '/orgs/local-org': 'member' } })
  const changed = await as('mia').updateCurrentUser({ UserProfileExtendedRequest: { name: 'Mia B.' } })
  expect(changed).toMatchObject({ id: 'mia', name: 'Mia B.' })
})

test('somebody is given roles step by step until a deployment is allowed, and loses them again', async () => {
  const { api, as } = await aVendorClient()
  const mia = as('mia')
  const asked = () => mia.createDeployment({ ...development, DeploymentRequest: {} })
  expect(await refusal(asked())).toMatchObject({ status: 403 })
  const inApp = { ...app, userId: 'mia' }
  const onType = { ...org, envType: 'development', userId: 'mia' }
  await api.createUserRoleInApp({ ...app, UserRoleRequest: { id: 'mia', role: 'viewer' } })
  await api.createUserRoleInEnvType({ ...onType, UserRoleRequest: { id: 'mia', role: 'deployer' } })
  expect(await refusal(asked())).toMatchObject({ status: 403 })
  expect(await api.updateUserRoleInApp({ ...inApp, RoleRequest: { role: 'developer' } })).toMatchObject({
    id: 'mia',
    role: 'developer',
  })
  expect(await asked()).toMatchObject({ env_id: 'development', status: 'pending' })

  expect(await api.getUserRoleInApp(inApp)).toMatchObject({ name: 'Mia', role: 'developer' })
  expect((await api.listUserRolesInApp(app)).map(({ id }) => id)).toContain('mia')
  expect(await api.updateUserRoleInEnvType({ ...onType, RoleRequest: { role: 'deployer' } })).toMatchObject({
    role: 'deployer',
  })
  expect(await api.getUserRoleInEnvType(onType)).toMatchObject({ role: 'deployer' })
  expect(await api.listUserRolesInEnvType(onType)).toMatchObject([{ id: 'mia' }])
  await api.deleteUserRoleInEnvType(onType)
  await api.deleteUserRoleInApp(inApp)
  expect(await refusal(api.getUserRoleInApp(inApp))).toMatchObject({ status: 404 })

  const inOrg = { ...org, userId: 'mia' }
  expect(await api.updateUserRoleInOrg({ ...inOrg, RoleRequest: { role: 'manager' } })).toMatchObject({
    role: 'manager',
  })
  expect(await api.getUserRoleInOrg(inOrg)).toMatchObject({ role: 'manager' })
  await api.deleteUserRoleInOrg(inOrg)
  expect((await api.listUserRolesInOrg(org)).map(({ id }) => id)).not.toContain('mia')
})

test('somebody is invited', async () => {
  const { api } = await aVendorClient()
  const UserInviteRequestRequest = { email: 'jane@acme.test', role: 'member' }
  const [invited] = await api.createInviteInOrg({ ...org, UserInviteRequestRequest })
  expect(invited).toMatchObject({ email: 'jane@acme.test', role: 'member', invite: 'pending' })
  expect(await api.listInvitesInOrg(org)).toMatchObject([{ user_id: invited?.id, email: 'jane@acme.test' }])
})

test('a service user signs in with a token, which is shown once, until it is taken back', async () => {
  const { api, as } = await aVendorClient()
  const { id: userId } = await api.createServiceUserInOrg({
    ...org,
    NewServiceUserRequest: { name: 'CI', role: 'artefactContributor' },
  })
  const { token } = await api.createUserToken({
    userId,
    TokenDefinitionRequest: { id: 'ci', type: 'static', description: 'For CI' },
  })
  expect(await as(token).getCurrentUser()).toMatchObject({ id: userId, type: 'service' })
  const info = await api.getUserToken({ userId, tokenId: 'ci' })
  expect(info).toMatchObject({ id: 'ci', description: 'For CI' })
  expect(await api.listUserTokens({ userId })).toEqual([info])
  expect(JSON.stringify(info)).not.toContain(token)
  await api.deleteUserToken({ userId, tokenId: 'ci' })
  expect(await refusal(as(token).listApplications(org))).toMatchObject({ status: 401 })
})

test('the audit log tells who changed what and when, a page at a time', async () => {
  const { api, clock } = await aVendorClient()
  const began = clock.now()
  for (const id of ['one', 'two', 'three']) {
    await api.createEnvironmentType({ ...org, EnvironmentTypeRequest: { id } })
    await clock.advance(1000)
  }
  const first = await api.listAuditLogEntriesRaw({
    ...org,
    per_page: 2,
    from: new Date(began - 1),
    to: new Date(clock.now()),
  })
  expect(await first.value()).toMatchObject([
    {
      at: new Date(clock.now() - 1000),
      user_id: 'local-administrator',
      request_method: 'POST',
      request_path: '/orgs/local-org/env-types',
      response_status: 201,
    },
    { at: new Date(clock.now() - 2000) },
  ])
  const page = /[?&]page=([^&>]+)/.exec(first.raw.headers.get('link') ?? '')?.[1] ?? ''
  expect(await api.listAuditLogEntries({ ...org, per_page: 2, page: decodeURIComponent(page) })).toMatchObject([
    { at: new Date(began) },
  ])
})

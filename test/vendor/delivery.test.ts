import { expect, test } from 'vitest'
import { app, aVendorClient, development, org, production, refusal } from './a-vendor-client.ts'

test('an application is made with its first environment, listed, and deleted', async () => {
  const { api } = await aVendorClient()
  const env = { id: 'first', name: 'First', type: 'development' }
  const made = await api.createApplication({
    ...org,
    ApplicationCreationRequest: { id: 'stall', name: 'Stall', env },
  })
  expect(made).toMatchObject({ id: 'stall', name: 'Stall', org_id: 'local-org', envs: [env] })
  expect(await api.getApplication({ ...org, appId: 'stall' })).toEqual(made)
  expect((await api.listApplications(org)).map(({ id }) => id)).toEqual(['shop', 'stall'])
  await api.deleteApplication({ ...org, appId: 'stall' })
  expect(await refusal(api.getApplication({ ...org, appId: 'stall' }))).toMatchObject({ status: 404 })
})

test('an environment type is made, described, and deleted when no environment is of it', async () => {
  const { api } = await aVendorClient()
  const EnvironmentTypeRequest = { id: 'preview', description: 'For pull requests' }
  expect(await api.createEnvironmentType({ ...org, EnvironmentTypeRequest })).toEqual(EnvironmentTypeRequest)
  const preview = { ...org, envTypeId: 'preview' }
  const described = { id: 'preview', description: 'For a while' }
  expect(
    await api.updateEnvironmentType({
      ...preview,
      UpdateEnvironmentTypePayloadRequest: { description: 'For a while' },
    }),
  ).toEqual(described)
  expect(await api.getEnvironmentType(preview)).toEqual(described)
  expect(await api.listEnvironmentTypes(org)).toContainEqual(described)
  expect(await refusal(api.deleteEnvironmentType({ ...org, envTypeId: 'production' }))).toMatchObject({ status: 409 })
})

test('deleting an environment type takes effect, though the client fails on the answer: it reads a body from 204', async () => {
  const { api } = await aVendorClient()
  await api.createEnvironmentType({ ...org, EnvironmentTypeRequest: { id: 'preview' } })
  await expect(api.deleteEnvironmentType({ ...org, envTypeId: 'preview' })).rejects.toThrow(SyntaxError)
  expect((await api.listEnvironmentTypes(org)).map(({ id }) => id)).toEqual(['development', 'production'])
})

test('an environment is cloned from a deployment, renamed, deployed, and deleted', async () => {
  const { api, deploy, until } = await aVendorClient()
  const { id: from_deploy_id, set_id } = await deploy(['web'])
  const EnvironmentDefinitionRequest = { id: 'pr-1', name: 'First', type: 'development', from_deploy_id }
  const made = await api.createEnvironment({ ...app, EnvironmentDefinitionRequest })
  expect(made).toMatchObject({ id: 'pr-1', from_deploy: { id: from_deploy_id, set_id } })
  const pr = { ...app, envId: 'pr-1' }
  expect(
    await api.updateEnvironment({ ...pr, EnvironmentBaseUpdateRequest: { name: 'Pull request 1' } }),
  ).toMatchObject({ name: 'Pull request 1' })
  await api.createDeployment({ ...pr, DeploymentRequest: { set_id } })
  const deployed = await until(
    () => api.getEnvironment(pr),
    ({ last_deploy }) => last_deploy?.status === 'succeeded',
  )
  expect(deployed.last_deploy).toMatchObject({ set_id, env_id: 'pr-1' })
  await api.deleteEnvironment(pr)
  const left = await until(
    () => api.listEnvironments(app),
    (list) => list.length === 2,
  )
  expect(left.map(({ id }) => id)).toEqual(['development', 'production'])
})

test('a container is registered, found by its reference, and archived', async () => {
  const { api } = await aVendorClient()
  const CreateArtefactVersion = {
    type: 'container' as const,
    name: 'registry.test/acme/web',
    version: '1.2.0',
    ref: 'refs/tags/1.2.0',
    commit: '884bccaa807ea27cc1997a7492a3b6279fd7bd55',
    digest: `sha256:${'ab'.repeat(32)}`,
  }
  expect(await api.createArtefactVersion({ ...org, CreateArtefactVersion, dry_run: true })).toBeNull()
  const made = await api.createArtefactVersion({ ...org, CreateArtefactVersion, vcs: 'git' })
  expect(made).toMatchObject({ ...CreateArtefactVersion, archived: false })
  const { id: versionId = '', artefact_id: artefactId = '' } = made ?? {}
  expect(await api.getArtefactVersion({ ...org, artefactVersionId: versionId })).toEqual(made)
  const reference = `${CreateArtefactVersion.name}:1.2.0@${CreateArtefactVersion.digest}`
  expect(await api.listArtefactVersionsInOrg({ ...org, reference })).toEqual([made])
  expect(await api.listArtefactVersions({ ...org, artefactId, limit: 1 })).toEqual([made])
  expect(await api.listArtefacts({ ...org, type: 'container', name: CreateArtefactVersion.name })).toMatchObject([
    { id: artefactId, name: CreateArtefactVersion.name },
  ])
  await api.patchArtefactVersion({
    ...org,
    artefactId,
    versionId,
    UpdateArtefactVersionPayloadRequest: { archived: true },
  })
  expect(await api.listArtefactVersionsInOrg({ ...org, reference })).toEqual([])
  expect(await api.listArtefactVersionsInOrg({ ...org, reference, archived: true })).toMatchObject([{ id: versionId }])
  await api.deleteArtefact({ ...org, artefactId })
  expect(await api.listArtefacts(org)).toEqual([])
})

test('a workload in Score is registered, and is a set of its own', async () => {
  const { api } = await aVendorClient()
  const made = await api.createArtefactVersion({
    ...org,
    CreateArtefactVersion: {
      type: 'workload',
      name: 'web',
      version: '1.0.0',
      spec: { apiVersion: 'score.dev/v1b1', metadata: { name: 'web' }, containers: { main: { image: '.' } } },
      image: 'registry.test/acme/web:1.0.0',
    },
  })
  expect(made).toMatchObject({ type: 'workload', name: 'web' })
  const set = await api.getWorkloadArtefactVersionDeploymentSet({ ...org, artefactVersionId: made?.id ?? '' })
  expect(set.modules['web']).toMatchObject({
    spec: { containers: { main: { image: 'registry.test/acme/web:1.0.0' } } },
  })
})

test('the old images are a view on what is registered', async () => {
  const { api } = await aVendorClient()
  const ImageBuildRequest = {
    image: 'registry.test/acme/web:1.2',
    branch: 'main',
    commit: '884bccaa807ea27cc1997a7492a3b6279fd7bd55',
    tags: ['v1.2'],
  }
  await api.createDeprecatedImageBuild({ ...org, imageId: 'web', ImageBuildRequest })
  expect(await api.listDeprecatedImageBuilds({ ...org, imageId: 'web' })).toMatchObject([ImageBuildRequest])
  expect(await api.getDeprecatedImage({ ...org, imageId: 'web' })).toMatchObject({ builds: [ImageBuildRequest] })
  expect((await api.listDeprecatedImages(org)).map(({ id }) => id)).toEqual(['web'])
  expect(await api.listArtefacts(org)).toMatchObject([{ name: 'registry.test/acme/web' }])
})

test('a delta is made, extended, replaced, renamed, moved and archived', async () => {
  const { api } = await aVendorClient()
  const { id: deltaId } = await api.orgsOrgIdAppsAppIdDeltasPost({
    ...app,
    DeltaRequest: { metadata: { env_id: 'development', name: 'Web' }, modules: { add: { web: { spec: {} } } } },
  })
  const delta = { ...app, deltaId }
  const changed = await api.orgsOrgIdAppsAppIdDeltasDeltaIdPatch({
    ...delta,
    DeltaRequest: [{ modules: { add: { api: { spec: {} } } } }],
  })
  expect(Object.keys(changed.modules.add)).toEqual(['web', 'api'])
  await api.putDelta({ ...delta, DeltaRequest: { modules: { remove: ['web'] } } })
  await api.orgsOrgIdAppsAppIdDeltasDeltaIdMetadataNamePut({ ...delta, body: 'No web' })
  await api.orgsOrgIdAppsAppIdDeltasDeltaIdMetadataEnvIdPut({ ...delta, body: 'production' })
  await api.orgsOrgIdAppsAppIdDeltasDeltaIdMetadataArchivedPut({ ...delta, body: true })
  const read = await api.getDelta(delta)
  expect(read).toMatchObject({
    metadata: { name: 'No web', env_id: 'production', archived: true },
    modules: { add: {}, remove: ['web'], update: {} },
    shared: [],
  })
  expect(await api.orgsOrgIdAppsAppIdDeltasGet({ ...app, archived: true, env: 'production' })).toEqual([read])
  expect(await api.orgsOrgIdAppsAppIdDeltasGet(app)).toEqual([])
})

test('a delta applied to the empty set is a set, and the difference gives the delta back', async () => {
  const { api } = await aVendorClient()
  const add = { web: { profile: 'humanitec/default-module', spec: { replicas: 2 }, externals: {} } }
  const DeltaRequest = {
    modules: { add },
    shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
  }
  const setId = await api.orgsOrgIdAppsAppIdSetsSetIdPost({ ...app, setId: '0', DeltaRequest })
  expect(setId).toMatch(/^[\w-]{10,}$/)
  expect(await api.getSets(app)).toMatchObject([{ id: setId, modules: add, shared: { dns: { type: 'dns' } } }])
  expect(await api.orgsOrgIdAppsAppIdSetsSetIdDiffSourceSetIdGet({ ...app, setId, sourceSetId: '0' })).toMatchObject({
    modules: { add, remove: [], update: {} },
    shared: DeltaRequest.shared,
  })
})

test('a set can only be read raw: the client takes it for a delta first, whose shared resources are a list', async () => {
  const { api } = await aVendorClient()
  const setId = await api.orgsOrgIdAppsAppIdSetsSetIdPost({
    ...app,
    setId: '0',
    DeltaRequest: { modules: { add: { web: { spec: {} } } } },
  })
  await expect(api.orgsOrgIdAppsAppIdSetsSetIdGet({ ...app, setId })).rejects.toThrow(TypeError)
  const { raw } = await api.orgsOrgIdAppsAppIdSetsSetIdGetRaw({ ...app, setId })
  expect(await raw.json()).toMatchObject({ id: setId, modules: { web: { spec: {} } }, shared: {} })
})

test('deployments are listed, the environment goes back to the first one, and runs what that one ran', async () => {
  const { api, deploy } = await aVendorClient()
  const first = await deploy(['web'])
  const second = await deploy(['api'])
  expect(second).toMatchObject({ status: 'succeeded', env_id: 'development', from_id: first.id })
  expect((await api.listDeployments(development)).map(({ id }) => id)).toEqual([second.id, first.id])
  expect(await api.listDeploymentErrors({ ...development, deployId: second.id })).toEqual([])
  await api.rebaseEnvironment({ ...development, body: first.id })
  expect(await api.getEnvironment(development)).toMatchObject({
    from_deploy: { id: first.id },
    last_deploy: { id: second.id },
  })
  expect(await api.createDeployment({ ...development, DeploymentRequest: { comment: 'Back' } })).toMatchObject({
    set_id: first.set_id,
    from_id: first.id,
    comment: 'Back',
  })
})

test('what runs can be looked at, scaled and paused', async () => {
  const { api, clock, deploy } = await aVendorClient()
  await deploy(['web'])
  await clock.advance(5000)
  expect((await api.getRuntime(development)).modules['web']).toMatchObject({
    web: { kind: 'Deployment', replicas: 1, status: 'Running' },
  })
  await api.patchReplicas({ ...development, request_body: { web: 3 } })
  await clock.advance(5000)
  expect((await api.getRuntime(development)).modules['web']).toMatchObject({ web: { replicas: 3 } })
  await api.updatePaused({ ...development, body: true })
  await clock.advance(5000)
  expect(await api.listRuntime({ ...app, id: ['development', 'production'] })).toMatchObject([
    { id: 'development', paused: true },
    { id: 'production', paused: false },
  ])
})

test('whoever may not deploy is refused, and nothing is made; nobody known is let in', async () => {
  const { api, as } = await aVendorClient()
  const asked = as('mia').createDeployment({ ...production, DeploymentRequest: {} })
  expect(await refusal(asked)).toMatchObject({ status: 403 })
  expect(await api.listDeployments(production)).toEqual([])
  expect(await refusal(as('nobody').listApplications(org))).toMatchObject({ status: 401 })
})

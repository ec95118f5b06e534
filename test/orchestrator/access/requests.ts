import { aChart } from '../a-chart.ts'
import {
  account,
  agentKeys,
  definition,
  driver,
  image,
  log,
  operatorKeys,
  pipeline,
  profile,
  registry,
  score,
  store,
  value,
} from './samples.ts'
import type { World } from './world.ts'

/** What an operation is sent: parameters of its path where they are not the usual ones, and a body. */
export interface Request {
  path?: Record<string, string>
  query?: string
  body?: unknown
  type?: string
}

const chart = Buffer.concat([
  Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="c.tgz"\r\n\r\n'),
  aChart('acme-chart', '1.0.0'),
  Buffer.from('\r\n--b--\r\n'),
])

const trigger = 'deployment_request'
const spare = 'spare'
const callable = '{ pipeline_call: {}, deployment_request: {} }'

/** The parameters of paths, for what is only looked at or changed a little. */
export const usualPath = (world: World): Record<string, string> => ({
  orgId: 'acme',
  appId: 'shop',
  envId: 'dev',
  envType: 'development',
  envTypeId: 'development',
  userId: 'changed',
  tokenId: 'first',
  groupId: world.groupId,
  artefactId: world.container.artefact_id,
  versionId: world.container.id,
  artefactVersionId: world.workload.id,
  imageId: 'web',
  regId: 'used',
  storeId: 'used',
  keyId: world.keyId,
  agentId: 'used',
  fingerprint: world.fingerprint,
  typeId: 'acme/used',
  classId: 'used',
  driverId: 'used',
  accId: 'used',
  defId: 'used',
  defVersionId: world.defVersionId,
  criteriaId: world.usedCriteria,
  profileQid: 'used',
  jobId: 'only',
  key: 'USED',
  valueSetVersionId: world.appVersion,
  deltaId: world.deltaId,
  setId: world.setId,
  sourceSetId: '0',
  deployId: world.deployId,
  ruleId: world.ruleId,
  type: 'postgres',
  resId: 'modules.web.externals.db',
  graphId: world.graphId,
  pipelineId: 'used',
  runId: world.doneRun,
  stepIndex: '0',
  batchType: 'artefact',
  approvalId: world.waiting[0]?.approvalId ?? '',
})

const ofOrganization = (world: World): Record<string, Request> => ({
  updateCurrentUser: { body: { properties: { seen: 'yes' } } },
  createServiceUser: { body: { name: 'Another robot', role: 'member' } },
  listUserTokens: { path: { userId: 'robot' } },
  getUserToken: { path: { userId: 'robot' } },
  createUserToken: { path: { userId: 'robot' }, body: { id: 'added', type: 'static' } },
  deleteUserToken: { path: { userId: 'robot', tokenId: spare } },
  updateUserRoleInOrg: { body: { role: 'orgViewer' } },
  deleteUserRoleInOrg: { path: { userId: 'leaver' } },
  createInvitation: { body: { email: 'new@acme.test', role: 'member' } },
  createGroup: { body: { group_id: 'added', idp_id: 'okta', role: 'member' } },
  createUserRoleInEnvType: { body: { id: 'newcomer', role: 'deployer' } },
  updateUserRoleInEnvType: { body: { role: 'deployer' } },
  deleteUserRoleInEnvType: { path: { userId: 'leaver' } },
  createEnvironmentType: { body: { id: 'added' } },
  updateEnvironmentType: { path: { envTypeId: 'changed' }, body: { description: 'Changed' } },
  deleteEnvironmentType: { path: { envTypeId: spare } },
  convertScoreToSet: { body: { spec: score } },
  createArtefactVersion: { body: { ...image, name: 'added' } },
  updateArtefactVersion: { body: { archived: true } },
  deleteArtefact: { path: { artefactId: world.spareContainer.artefact_id } },
  createDeprecatedImageBuild: { body: { image: 'web:2', branch: 'main', commit: 'abcdef1', tags: [] } },
  createRegistry: { body: registry('added') },
  updateRegistry: { body: registry('used') },
  deleteRegistry: { path: { regId: spare } },
  createSecretStore: { body: { id: 'added', ...store } },
  updateSecretStore: { body: { primary: false } },
  deleteSecretStore: { path: { storeId: spare } },
  createPublicKey: { body: JSON.stringify(operatorKeys.added) },
  deletePublicKey: { path: { keyId: world.spareKeyId } },
  createAgent: { body: { id: 'added', public_key: agentKeys.added } },
  patchAgent: { body: { description: 'Changed' } },
  createKey: { body: { public_key: agentKeys.another } },
  deleteKeyInAgent: {},
  deleteAgent: { path: { agentId: spare } },
})

const ofResources = (world: World): Record<string, Request> => ({
  createResourceType: { body: { type: 'acme/added', use: 'direct' } },
  updateResourceType: { body: { use: 'direct' } },
  patchResourceType: { body: { name: 'Changed' } },
  deleteResourceType: { path: { typeId: 'acme/spare' } },
  createResourceClass: { path: { typeId: 'postgres' }, body: { id: 'added', description: '' } },
  getResourceClass: { path: { typeId: 'postgres' } },
  updateResourceClass: { path: { typeId: 'postgres' }, body: { description: 'Changed' } },
  deleteResourceClass: { path: { typeId: 'postgres', classId: spare } },
  createResourceDriver: { body: { id: 'added', ...driver } },
  updateResourceDriver: { body: driver },
  deleteResourceDriver: { path: { driverId: spare } },
  createResourceAccount: { body: { id: 'added', ...account } },
  patchResourceAccount: { body: { name: 'Changed' } },
  deleteResourceAccount: { path: { accId: spare } },
  createResourceDefinition: { body: { id: 'added', ...definition } },
  updateResourceDefinition: { body: { name: 'Changed', driver_type: 'humanitec/echo' } },
  patchResourceDefinition: { body: { name: 'Changed' } },
  deleteResourceDefinition: { path: { defId: spare } },
  archiveResourceDefinitionVersion: { body: { archived: false } },
  createResourceDefinitionCriteria: { body: { app_id: 'elsewhere' } },
  updateResourceDefinitionCriteria: { path: { defId: spare }, body: [{ app_id: 'anywhere' }] },
  deleteResourceDefinitionCriteria: { path: { criteriaId: world.criteriaId } },
  checkClusterConnectivity: { body: { app_id: 'shop', env_id: 'dev', env_type: 'development' } },
  createWorkloadProfile: { body: { id: 'added', ...profile } },
  updateWorkloadProfile: { body: profile },
  deleteWorkloadProfile: { path: { profileQid: spare } },
  createWorkloadProfileChartVersion: { body: chart, type: 'multipart/form-data; boundary=b' },
})

const ofPipelines = ({ waiting, spareRun, spareCriteria, ...world }: World): Record<string, Request> => {
  const gate = (index: number) => {
    const { runId = '', approvalId = '' } = waiting[index] ?? {}
    return { pipelineId: 'gate', runId, approvalId }
  }
  return {
    getBatch: { path: { pipelineId: 'listener' } },
    createPipeline: { body: pipeline('added', '{ pipeline_call: {} }', log), type: 'application/x-yaml' },
    updatePipeline: { body: pipeline('used', callable, log), type: 'application/x-yaml' },
    deletePipeline: { path: { pipelineId: spare } },
    createPipelineCriteria: { body: { trigger, env_id: 'staging' } },
    deletePipelineCriteria: { path: { criteriaId: spareCriteria } },
    requestDeployment: { body: { trigger, env_id: 'staging', deployment_id: world.deployId } },
    createPipelineRun: { body: { inputs: {} } },
    deletePipelineRun: { path: { runId: spareRun } },
    cancelPipelineRun: { path: gate(2) },
    getApproval: { path: gate(0) },
    approve: { path: gate(0) },
    deny: { path: gate(1) },
  }
}

const ofApplications = (world: World): Record<string, Request> => {
  const inEnvironment = { valueSetVersionId: world.envVersion }
  const key = 'SPARE'
  return {
    createApplication: { body: { id: 'added', name: 'Added' } },
    patchApplication: { body: { name: 'Changed' } },
    createUserRoleInApp: { body: { id: 'newcomer', role: 'viewer' } },
    updateUserRoleInApp: { body: { role: 'viewer' } },
    deleteUserRoleInApp: { path: { userId: 'leaver' } },
    getWebhook: { path: { jobId: 'used' } },
    createWebhook: { body: { id: 'added', url: 'https://hooks.test' } },
    updateWebhook: { path: { jobId: 'used' }, body: { disabled: true } },
    deleteWebhook: { path: { jobId: spare } },
    createEnvironment: { body: { id: 'added', name: 'Added', type: 'development' } },
    updateEnvironment: { body: { name: 'Changed' } },
    rebaseEnvironment: { body: JSON.stringify(world.deployId) },
    deleteEnvironment: { path: { envId: spare } },
    createApplicationValue: { body: { key: 'NEW', ...value } },
    replaceApplicationValue: { body: value },
    updateApplicationValue: { body: { value: 'three' } },
    deleteApplicationValue: { path: { key } },
    purgeApplicationValueSetVersionKey: { body: {} },
    restoreApplicationValueSetVersion: { body: {} },
    restoreApplicationValueSetVersionKey: { body: {} },
    createEnvironmentValue: { body: { key: 'ADDED', ...value } },
    replaceEnvironmentValue: { body: value },
    updateEnvironmentValue: { body: { value: 'three' } },
    deleteEnvironmentValue: { path: { key } },
    getEnvironmentValueSetVersion: { path: inEnvironment },
    purgeEnvironmentValueSetVersionKey: { path: inEnvironment, body: {} },
    restoreEnvironmentValueSetVersion: { path: inEnvironment, body: {} },
    restoreEnvironmentValueSetVersionKey: { path: inEnvironment, body: {} },
    createDelta: { body: {} },
    replaceDelta: { body: { modules: {} } },
    mergeDeltas: { body: [{ modules: {} }] },
    changeDeltaEnvironment: { body: '"dev"' },
    renameDelta: { body: '"Changed"' },
    archiveDelta: { body: false },
    applyDelta: { body: { modules: {} } },
    createAutomationRule: { body: { type: 'update', match_ref: 'y' } },
    updateAutomationRule: { body: { type: 'update' } },
    deleteAutomationRule: { path: { ruleId: world.spareRuleId } },
    listRuntime: { query: 'id=dev' },
    updatePaused: { path: { envId: 'paused' }, body: true },
    patchReplicas: { body: { web: 2 } },
    createDeployment: { body: {} },
    pinActiveResource: { body: { target_def_version_id: null } },
    deleteActiveResource: { path: { envId: 'paused' }, query: 'detach=true' },
    queryResourceGraph: { body: [] },
    createDependencyGraph: { body: [] },
  }
}

/** A request for each operation that needs more than the usual path. */
export const requests = (world: World): Record<string, Request> => ({
  ...ofOrganization(world),
  ...ofResources(world),
  ...ofPipelines(world),
  ...ofApplications(world),
})

import { assumption, type Row, vendor } from './rows.ts'

const reading = assumption('org:member', 'Developers choose among what the platform offers them.')
const settings = assumption('org:administrator', 'Workload profiles shape every application, as resources do.')
/** Administrators are the only ones who may change resources. */
const resources = vendor('org:administrator')

/** What the platform offers to the applications of an organization. */
export const resourceTable = {
  listResourceTypes: reading,
  createResourceType: resources,
  updateResourceType: resources,
  patchResourceType: resources,
  deleteResourceType: resources,
  listResourceClasses: reading,
  getResourceClass: reading,
  createResourceClass: resources,
  updateResourceClass: resources,
  deleteResourceClass: resources,

  listResourceDrivers: reading,
  getResourceDriver: reading,
  createResourceDriver: resources,
  updateResourceDriver: resources,
  deleteResourceDriver: resources,

  listResourceAccountTypes: reading,
  listResourceAccounts: reading,
  getResourceAccount: reading,
  createResourceAccount: resources,
  patchResourceAccount: resources,
  deleteResourceAccount: resources,
  checkResourceAccount: assumption('org:administrator', 'It uses the credentials of the account.'),

  listResourceDefinitions: reading,
  getResourceDefinition: reading,
  createResourceDefinition: resources,
  updateResourceDefinition: resources,
  patchResourceDefinition: resources,
  deleteResourceDefinition: resources,
  listResourceDefinitionVersions: reading,
  getResourceDefinitionVersion: reading,
  archiveResourceDefinitionVersion: resources,
  promoteResourceDefinitionVersion: resources,
  createResourceDefinitionCriteria: resources,
  updateResourceDefinitionCriteria: resources,
  deleteResourceDefinitionCriteria: resources,
  listActiveResourcesByDefinition: assumption('org:member', 'It lists what is in applications that the caller sees.'),
  checkClusterConnectivity: assumption('org:administrator', 'It is there to try resource definitions out.'),

  listWorkloadProfiles: reading,
  getWorkloadProfile: reading,
  listWorkloadProfileVersions: reading,
  getLatestWorkloadProfileVersion: reading,
  listWorkloadProfileChartVersions: reading,
  listWorkloadProfileFeatures: reading,
  createWorkloadProfile: settings,
  updateWorkloadProfile: settings,
  deleteWorkloadProfile: settings,
  createWorkloadProfileChartVersion: settings,
} satisfies Record<string, Row>

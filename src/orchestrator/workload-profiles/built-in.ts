import type { components } from '../../contract/schema.ts'
import { builtInOrg, featureVersion } from './features.ts'
import { type SpecDefinition, toSpecSchema } from './spec.ts'

type Profile = components['schemas']['WorkloadProfileResponse']
type Properties = components['schemas']['WorkloadProfileSpecDefinitionProperties']

/** The version of the built-in charts, and of the built-in profiles (assumption). */
export const builtInChartVersion = '1.0.0'

/** Property → feature. */
const toProperties = (names: Record<string, string>): Properties =>
  Object.fromEntries(
    Object.entries(names).map(([property, feature]) => [
      property,
      { type: 'feature' as const, feature_name: `${builtInOrg}/${feature}`, version: featureVersion },
    ]),
  )

const containers: Properties = {
  containers: {
    type: 'collection',
    feature_name: `${builtInOrg}/containers`,
    title: 'Containers',
    version: featureVersion,
    properties: toProperties({
      args: 'overrides',
      command: 'overrides',
      env: 'envs',
      files: 'files',
      image: 'image',
      liveness_probe: 'probe',
      readiness_probe: 'probe',
      resources: 'resources',
      variables: 'variables',
      volume_mounts: 'volume-mounts',
    }),
    runtime_properties: [{ type: 'feature', feature_name: `${builtInOrg}/logs`, version: featureVersion }],
  },
}

const everywhere = {
  annotations: 'annotations',
  extraContainers: 'extra-containers',
  extraVolumes: 'extra-volumes',
  imagePullSecrets: 'image-pull-secrets',
  labels: 'labels',
  pod: 'pod',
  serviceAccountName: 'service-account',
  variables: 'extra-variables',
  volumes: 'volumes',
}

const toProfile = (id: string, description: string, spec_definition: SpecDefinition): Profile => ({
  id,
  org_id: builtInOrg,
  description,
  spec_definition,
  spec_schema: toSpecSchema(spec_definition),
  version: builtInChartVersion,
  workload_profile_chart: { id: `${builtInOrg}/${id}`, version: builtInChartVersion },
  created_at: '2020-01-01T00:00:00.000Z',
  created_by: builtInOrg,
  updated_at: '2020-01-01T00:00:00.000Z',
  updated_by: builtInOrg,
})

/** The profiles that every organization can use. */
export const builtInProfiles: readonly Profile[] = [
  toProfile('default-cronjob', 'Kubernetes CronJobs, one for each schedule.', {
    properties: {
      ...containers,
      ...toProperties({ ...everywhere, cronjob: 'cronjob', job: 'job', schedules: 'schedules' }),
    },
  }),
  toProfile('default-job', 'A Kubernetes Job that runs with each deployment.', {
    properties: { ...containers, ...toProperties({ ...everywhere, job: 'job' }) },
  }),
  toProfile('default-module', 'A Kubernetes Deployment; what workloads are that say nothing else.', {
    properties: {
      ...containers,
      ...toProperties({ ...everywhere, deployment: 'deployment', ingress: 'ingress', service: 'service' }),
    },
    runtime_properties: [{ type: 'feature', feature_name: `${builtInOrg}/replicas`, version: featureVersion }],
  }),
]

/** Each with a chart of its own. */
export const builtInProfileIds: readonly string[] = builtInProfiles.map(({ id }) => id)

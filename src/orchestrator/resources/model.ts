import { createHash } from 'node:crypto'
import type { components } from '../../contract/schema.ts'
import type { Place } from '../deployments/model.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'

export type ActiveResource = components['schemas']['ActiveResourceResponse']

export interface Resources extends Dependant {
  list(place: Place): ActiveResource[]
  has(orgId: string, appId: string, envId?: string): boolean
  /** Makes what a set needs and the environment does not have yet; what it has stays until the environment goes. */
  provision(place: Place & { envType: string; deployId: string }, set: NeedyWorkloads): void
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

/** What of a set decides which resources it needs. */
export interface NeedyWorkloads {
  modules: Record<string, unknown>
  shared: Record<string, unknown>
}

interface Need {
  resId: string
  type: string
  class: string
}

const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' && value !== '' ? value : otherwise)

/** A workload's own resources are `modules.<workload>.externals.<name>`, those between workloads `shared.<name>`. */
const needsOf = ({ modules, shared }: NeedyWorkloads): Need[] => {
  const needs = (prefix: string, resources: unknown) =>
    Object.entries((resources ?? {}) as Record<string, { type?: unknown; class?: unknown } | null>).flatMap(
      ([name, resource]) =>
        typeof resource?.type === 'string'
          ? [{ resId: `${prefix}.${name}`, type: resource.type, class: textOr(resource.class, 'default') }]
          : [],
    )
  return [
    ...Object.entries(modules).flatMap(([name, module]) =>
      needs(`modules.${name}.externals`, (module as { externals?: unknown } | null)?.externals),
    ),
    ...needs('shared', shared),
  ]
}

/** Values as a driver would give them. Hosts lie under `.test`, which never resolves (RFC 6761). */
const valuesOf = ({ type, resId }: Need, { orgId, appId, envId }: Place): Record<string, unknown> => {
  // `modules.web.externals.dns` of type dns is `web`, under any other name `web-<name>`.
  const name = resId
    .replace(/^modules\.(.+?)\.externals\.(.+)$/, (_, workload: string, own: string) =>
      own === type ? workload : `${workload}-${own}`,
    )
    .replaceAll(/[^a-z0-9]+/g, '-')
  if (type === 'dns' || type === 'route') return { host: `${name}.${envId}.${appId}.${orgId}.test` }
  if (type === 'redis') return { host: `${name}.${envId}.svc.test`, port: 6379 }
  return {}
}

export const createResources = ({ store, scheduler }: Parts): Resources => {
  const resources = store.table<ActiveResource>('active-resources')
  const scopeOf = (place: Place) => `${appScope(place.orgId, place.appId)}/${place.envId}`

  const toActive = (need: Need, place: Parameters<Resources['provision']>[0]): ActiveResource => ({
    org_id: place.orgId,
    app_id: place.appId,
    env_id: place.envId,
    env_type: place.envType,
    res_id: need.resId,
    type: need.type,
    class: need.class,
    def_id: `default-${need.type}`,
    def_version_id: '',
    deploy_id: place.deployId,
    driver_type: 'humanitec/echo',
    gu_res_id: createHash('sha1')
      .update(`${scopeOf(place)} ${need.type}#${need.resId}`)
      .digest('hex'),
    resource: valuesOf(need, place),
    secret_refs: {},
    scheduled_deletion: false,
    status: 'active',
    updated_at: scheduler.timestamp(),
  })

  return {
    list: (place) => resources.list(scopeOf(place)),
    has: (orgId, appId, envId) => {
      const scope = envId === undefined ? appScope(orgId, appId) : scopeOf({ orgId, appId, envId })
      return !resources.scan({ scope, within: envId === undefined }).next().done
    },
    provision: (place, set) => {
      const scope = scopeOf(place)
      for (const need of needsOf(set)) {
        const id = `${need.type}#${need.resId}`
        const active = toActive(need, place)
        if (resources.get(scope, id)) resources.update(scope, id, active)
        else resources.insert(scope, id, active)
      }
    },
    forgetEnvironment: (orgId, appId, envId) => resources.deleteAll(scopeOf({ orgId, appId, envId })),
    forgetApplication: (orgId, appId) => {
      const scopes = new Set<string>()
      for (const { value } of resources.scan({ scope: appScope(orgId, appId), within: true })) {
        scopes.add(scopeOf({ orgId, appId, envId: value.env_id }))
      }
      for (const scope of scopes) resources.deleteAll(scope)
    },
  }
}

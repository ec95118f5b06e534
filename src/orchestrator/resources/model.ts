import type { components } from '../../contract/schema.ts'
import type { Place } from '../deployments/model.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import type { Version } from '../resource-definitions/versions.ts'
import type { Node } from '../resource-graph/model.ts'
import { keyOf, type ResourceName } from '../resource-graph/need.ts'
import { parseName } from '../resource-graph/references.ts'
import { type Provisioned, provisionAll } from './provision.ts'

export type ActiveResource = components['schemas']['ActiveResourceResponse']

export interface Resources extends Dependant {
  list(place: Place, filter?: { scheduled_deletion?: boolean }): ActiveResource[]
  inOrganization(orgId: string): Generator<ActiveResource>
  has(orgId: string, appId: string, envId?: string): boolean
  find(place: Place, name: ResourceName): ActiveResource | undefined
  /** Makes what a deployment needs, in order, or makes it anew; what it does not need stays. */
  provision(place: Place & { envType: string; deployId: string }, nodes: readonly Node[]): void
  /** `type` may carry a class, as `postgres.large`; 409 for what is in use. */
  delete(place: Place, type: string, resId: string): 'deleting'
  /** Forgets a resource, in use or not. */
  detach(place: Place, type: string, resId: string): void
  /** Keeps a resource on a version of its definition from the next deployment on; null for the one that counts. */
  pin(place: Place, name: { type: string; resId: string }, versionId: string | null): ActiveResource
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

export interface ResourceNeighbours {
  /** The newest deployment of the environment that succeeded: what it needs is in use. */
  lastSuccess(place: Place): string | undefined
  isDeploying(place: Place): boolean
  driverExists(orgId: string, driverType: string): boolean
  version(orgId: string, defId: string, versionId: string): Version
  primarySecretStore(orgId: string): string
  /** Milliseconds that the destruction of a resource takes. */
  teardownMs(): number
  /** After resources of the organization are gone, or were made from another definition. */
  released(orgId: string): void
}

interface Teardown {
  place: Place
  key: string
  /** When it was last provisioned: a resource that is needed again in the meantime stays. */
  updatedAt: string
}

export const createResources = ({ store, scheduler }: Parts, neighbours: ResourceNeighbours): Resources => {
  const resources = store.table<ActiveResource>('active-resources')
  const scopeOf = ({ orgId, appId, envId }: Place) => `${appScope(orgId, appId)}/${envId}`
  const keyOfActive = ({ type, class: resourceClass, res_id }: ActiveResource) =>
    keyOf({ type, class: resourceClass, id: res_id })

  const require = (place: Place, type: string, resId: string) => {
    const name = parseName(type, resId)
    const found = name && resources.get(scopeOf(place), keyOf(name))
    if (!found) throw notFound('Active resource', `${type}#${resId}`, `environment '${place.envId}'`)
    return found
  }
  const forget = (place: Place, key: string) => {
    if (resources.delete(scopeOf(place), key)) neighbours.released(place.orgId)
  }
  scheduler.on('resource.deleted', ({ place, key, updatedAt }: Teardown) => {
    const active = resources.get(scopeOf(place), key)
    if (active?.status === 'deleting' && active.updated_at === updatedAt) forget(place, key)
  })

  const toActive = (
    { node, outputs }: Provisioned,
    { orgId, appId, envId, envType, deployId }: Parameters<Resources['provision']>[0],
    pin: string | undefined,
  ): ActiveResource => ({
    org_id: orgId,
    app_id: appId,
    env_id: envId,
    env_type: envType,
    res_id: node.id,
    gu_res_id: node.guresid,
    type: node.type,
    class: node.class,
    def_id: node.def_id,
    def_version_id: node.def_version_id,
    ...(pin === undefined ? {} : { target_def_version_id: pin }),
    ...(node.criteria_id === '' ? {} : { criteria_id: node.criteria_id }),
    driver_type: node.driver_type,
    ...(node.driver_account === undefined ? {} : { driver_account: node.driver_account }),
    deploy_id: deployId,
    resource: outputs.values,
    secret_refs: outputs.secretRefs,
    scheduled_deletion: false,
    status: 'active',
    updated_at: scheduler.timestamp(),
  })

  return {
    list: (place, { scheduled_deletion: scheduled } = {}) =>
      resources
        .list(scopeOf(place))
        .filter(({ scheduled_deletion }) => scheduled === undefined || scheduled === scheduled_deletion),
    *inOrganization(orgId) {
      for (const { value } of resources.scan({ scope: orgId, within: true })) yield value
    },
    has: (orgId, appId, envId) => {
      const scope = envId === undefined ? appScope(orgId, appId) : scopeOf({ orgId, appId, envId })
      for (const _ of resources.scan({ scope, within: envId === undefined })) return true
      return false
    },
    find: (place, name) => resources.get(scopeOf(place), keyOf(name)),
    provision: (place, nodes) => {
      const scope = scopeOf(place)
      for (const provisioned of provisionAll(nodes, place, neighbours.primarySecretStore(place.orgId))) {
        const { node } = provisioned
        const key = keyOf({ type: node.type, class: node.class, id: node.id })
        const before = resources.get(scope, key)
        // A pin is to a version of one definition, and ends with it (assumption).
        const pin = before?.def_id === node.def_id ? before.target_def_version_id : undefined
        const active = toActive(provisioned, place, pin)
        if (before) resources.update(scope, key, active)
        else resources.insert(scope, key, active)
      }
      neighbours.released(place.orgId)
    },
    delete: (place, type, resId) => {
      const active = require(place, type, resId)
      if (active.status === 'deleting') return 'deleting'
      if (neighbours.isDeploying(place)) {
        throw conflict(`Environment '${place.envId}' has an active deployment; wait for its end.`)
      }
      if (active.deploy_id === neighbours.lastSuccess(place)) {
        throw conflict(
          `Active resource '${type}#${resId}' is in use in environment '${place.envId}': deploy a set without it first, or detach it.`,
        )
      }
      if (!neighbours.driverExists(place.orgId, active.driver_type)) {
        throw badRequest(
          `Resource driver '${active.driver_type}', which would destroy '${type}#${resId}', does not exist: detach the resource instead.`,
        )
      }
      const key = keyOfActive(active)
      resources.update(scopeOf(place), key, { ...active, status: 'deleting', scheduled_deletion: true })
      const { orgId, appId, envId } = place
      const teardown: Teardown = { place: { orgId, appId, envId }, key, updatedAt: active.updated_at }
      scheduler.schedule('resource.deleted', scheduler.now() + neighbours.teardownMs(), teardown)
      return 'deleting'
    },
    detach: (place, type, resId) => forget(place, keyOfActive(require(place, type, resId))),
    pin: (place, { type, resId }, versionId) => {
      const { target_def_version_id: _, ...active } = require(place, type, resId)
      const pinned = versionId === null ? active : { ...active, target_def_version_id: versionId }
      if (versionId !== null) {
        const version = neighbours.version(place.orgId, active.def_id, versionId)
        const reason = version.id !== versionId ? `not a version of '${active.def_id}'` : version.archived && 'archived'
        if (reason) {
          throw badRequest(
            `target_def_version_id: '${versionId}' is ${reason}, from which '${type}#${resId}' was made.`,
          )
        }
      }
      resources.update(scopeOf(place), keyOfActive(active), pinned)
      return pinned
    },
    forgetEnvironment: (orgId, appId, envId) => {
      resources.deleteAll(scopeOf({ orgId, appId, envId }))
      neighbours.released(orgId)
    },
    forgetApplication: (orgId, appId) => {
      const rows = [...resources.scan({ scope: appScope(orgId, appId), within: true })]
      const scopes = new Set(rows.map(({ value }) => scopeOf({ orgId, appId, envId: value.env_id })))
      for (const scope of scopes) resources.deleteAll(scope)
      neighbours.released(orgId)
    },
  }
}

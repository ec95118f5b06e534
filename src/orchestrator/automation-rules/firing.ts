import { ruleFires } from '../../contract/automation-rule.ts'
import type { components } from '../../contract/schema.ts'
import type { Place } from '../deployments/model.ts'
import { imageOf } from '../engine/steps/images.ts'
import { HttpError } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import type { AutomationRules, Rule } from './model.ts'

type ArtefactVersion = components['schemas']['ArtefactVersion']

/** A version that a rule brings to an environment, once that is free. */
interface Pending {
  place: Place
  versionId: string
  name: string
  ref: string
  image: string
  /** Milliseconds since the epoch. */
  until: number
}

/** Images by the names of their artefacts. */
export type Images = ReadonlyMap<string, string>

export interface Firing extends Dependant {
  /** Sets off the rules that a new version fits; they do their work after the call. */
  registered(orgId: string, version: ArtefactVersion): void
  forgetEnvironment(place: Place): void
}

export interface FiringNeighbours {
  rules: Pick<AutomationRules, 'ofArtefact' | 'list'>
  /** Whether the environment takes no deployment at the moment. */
  isBusy(place: Place): boolean
  /** Asks for a deployment of the images, if a container of the environment uses them. */
  deploy(place: Place, images: Images, ruleIds: readonly string[]): void
}

/** ASSUMPTION, in this one place: so often and so long is tried again while an environment is busy. */
const retryMs = 10_000
const patienceMs = 60 * 60 * 1000

const fires = (rule: Rule, version: Pick<Pending, 'name' | 'ref'>) => ruleFires(rule, version) === true

const placeScope = ({ orgId, appId, envId }: Place) => `${appScope(orgId, appId)}/${envId}`

/**
 * What rules have set off and not done yet: a queue for each environment. Whatever is in it goes out as one deployment,
 * of two versions of an artefact the newer, so that no older one comes after it (assumption).
 */
export const createFiring = ({ store, scheduler }: Parts, neighbours: FiringNeighbours): Firing => {
  const queue = store.table<Pending>('automation-queue')

  const add = (pending: Pending) => {
    const scope = placeScope(pending.place)
    if (queue.get(scope, pending.versionId)) return
    const isFirst = queue.first(scope) === undefined
    queue.insert(scope, pending.versionId, pending)
    if (isFirst) scheduler.schedule('automation.fires', scheduler.now(), pending.place)
  }

  const fire = (place: Place) => {
    const inTime = queue.list(placeScope(place)).filter(({ until }) => scheduler.now() < until)
    // They may have been changed or deleted since.
    const rules = neighbours.rules.list(place).filter((rule) => inTime.some((pending) => fires(rule, pending)))
    const wanted = inTime.filter((pending) => rules.some((rule) => fires(rule, pending)))
    if (wanted.length > 0 && neighbours.isBusy(place)) {
      return scheduler.schedule('automation.fires', scheduler.now() + retryMs, place)
    }
    queue.deleteAll(placeScope(place))
    if (wanted.length === 0) return
    const images = new Map(wanted.map(({ name, image }) => [name, image]))
    const ruleIds = rules.map(({ id }) => id)
    try {
      neighbours.deploy(place, images, ruleIds)
    } catch (error) {
      // As when no pipeline answers a request to deploy: there is nobody to tell.
      if (!(error instanceof HttpError)) throw error
    }
  }
  scheduler.on('automation.fires', fire)

  return {
    registered: (orgId, version) => {
      if (version.type !== 'container') return
      const image = imageOf(version)
      if (image === undefined) return
      const { id: versionId, name, ref } = version
      const until = scheduler.now() + patienceMs
      for (const { place, rule } of neighbours.rules.ofArtefact(orgId, name)) {
        if (fires(rule, { name, ref })) add({ place, versionId, name, ref, image, until })
      }
    },
    forgetEnvironment: (place) => queue.deleteAll(placeScope(place)),
    forgetApplication: (orgId, appId) => {
      const all = [...queue.scan({ scope: appScope(orgId, appId), within: true })]
      for (const { value } of all) queue.delete(placeScope(value.place), value.versionId)
    },
  }
}

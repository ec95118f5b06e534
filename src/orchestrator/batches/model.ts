import type { components } from '../../contract/schema.ts'
import type { ArtefactTrigger } from '../engine/definition/definition.ts'
import { notFound } from '../errors.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import type { Listener, PipelinePlace } from '../pipelines/model.ts'
import { compileRegex } from '../../contract/regex/search.ts'
import { remember } from '../remember.ts'
import type { NewRun } from '../runs/model.ts'

type Batch = components['schemas']['Batch']
type ArtefactVersion = Pick<
  components['schemas']['ArtefactVersion'],
  'id' | 'artefact_id' | 'type' | 'name' | 'ref' | 'created_by'
>

/** Versions that will start one run. */
interface BatchRecord {
  id: string
  pipelineId: string
  type: ArtefactTrigger['type']
  items: { artefactId: string; versionId: string }[]
  /** Milliseconds since the epoch. */
  dueAt: number
  /** Whether it takes more versions. */
  isOpen: boolean
  /** Id of the user who registered the last version. */
  registeredBy: string
}

export interface Batches extends Dependant {
  /** What has gathered for the pipeline's next run; throws 404 when nothing has. */
  get(place: PipelinePlace, batchType: string): Batch
  /** Sees to it that every pipeline of the organization that listens for the version has a run for it. */
  registered(orgId: string, version: ArtefactVersion): void
  forgetPipeline(place: PipelinePlace): void
}

export interface BatchNeighbours {
  listeners(orgId: string): Listener[]
  /** Undefined for a pipeline that no artefact starts; throws 404 for one that does not exist. */
  listener(place: PipelinePlace): Listener | undefined
  submit(run: NewRun): void
}

/** Patterns are looked for with every version that is registered: so many are kept compiled. */
const keptPatterns = 500

/** ASSUMPTION, in this one place: a pattern may be found anywhere in the name or ref, as Go's MatchString does. */
const fits = (
  compile: typeof compileRegex,
  { type, include, exclude, matchRef }: ArtefactTrigger,
  version: ArtefactVersion,
): boolean =>
  version.type === type &&
  include.some((pattern) => compile(pattern).isIn(version.name)) &&
  !exclude.some((pattern) => compile(pattern).isIn(version.name)) &&
  (matchRef === undefined || compile(matchRef).isIn(version.ref ?? ''))

/**
 * Artefact versions on their way to the runs that they start. Registering one only writes that down, in its own
 * transaction; runs are started afterwards, so that no pipeline can refuse an artefact.
 *
 * ASSUMPTIONS, in this one place: within a batch the newest version of an artefact takes the place of those before it;
 * a run is created by whoever registered the last version, and where its pipeline says `run-as: inherit` it has the
 * rights of the pipeline's author, since nobody called it.
 */
export const createBatches = ({ store, scheduler, random }: Parts, neighbours: BatchNeighbours): Batches => {
  const batches = store.table<BatchRecord>('batches')
  const compile = remember(keptPatterns, compileRegex)

  const open = ({ place: { orgId, appId, pipelineId }, trigger: { type } }: Listener) =>
    batches
      .list(appScope(orgId, appId))
      .find((each) => each.isOpen && each.pipelineId === pipelineId && each.type === type)

  const begin = ({ place, trigger }: Listener, first: Pick<BatchRecord, 'items' | 'registeredBy'>) => {
    const { orgId, appId, pipelineId } = place
    const { type, batchMinutes } = trigger
    const dueAt = scheduler.now() + (batchMinutes ?? 0) * 60_000
    const id = random.uuid()
    const isOpen = batchMinutes !== undefined
    batches.insert(appScope(orgId, appId), id, { ...first, id, pipelineId, type, dueAt, isOpen })
    scheduler.schedule('batch.due', dueAt, { place, id })
  }
  const gather = (listener: Listener, { id, artefact_id, created_by }: ArtefactVersion) => {
    const item = { artefactId: artefact_id, versionId: id }
    const registeredBy = created_by ?? listener.author
    const before = listener.trigger.batchMinutes === undefined ? undefined : open(listener)
    if (!before) return begin(listener, { items: [item], registeredBy })
    const items = [...before.items.filter(({ artefactId }) => artefactId !== artefact_id), item]
    const { orgId, appId } = listener.place
    batches.update(appScope(orgId, appId), before.id, { ...before, items, registeredBy })
  }

  scheduler.on('batch.due', ({ place, id }: { place: PipelinePlace; id: string }) => {
    const scope = appScope(place.orgId, place.appId)
    const batch = batches.get(scope, id)
    if (!batch) return
    batches.delete(scope, id)
    const listener = neighbours.listener(place)
    // The pipeline was changed meanwhile, and does not take these any more.
    if (listener?.trigger.type !== batch.type) return
    neighbours.submit({
      pipeline: place,
      trigger: 'artefact',
      inputs: { [`${batch.type}_artefacts`]: batch.items.map(({ versionId }) => versionId) },
      createdBy: batch.registeredBy,
      inheritsFrom: listener.author,
    })
  })

  return {
    get: (place, batchType) => {
      const listener = neighbours.listener(place)
      const batch = listener && batchType === 'artefact' ? open(listener) : undefined
      if (!batch) throw notFound('Pending batch', batchType, `pipeline '${place.pipelineId}'`)
      return {
        items: batch.items.map(({ versionId }) => ({ type: batch.type, ref: versionId })),
        scheduled_at: new Date(batch.dueAt).toISOString(),
      }
    },
    registered: (orgId, version) => {
      for (const listener of neighbours.listeners(orgId))
        if (fits(compile, listener.trigger, version)) gather(listener, version)
    },
    forgetPipeline: ({ orgId, appId, pipelineId }) => {
      const scope = appScope(orgId, appId)
      for (const each of batches.list(scope)) if (each.pipelineId === pipelineId) batches.delete(scope, each.id)
    },
    forgetApplication: (orgId, appId) => batches.deleteAll(appScope(orgId, appId)),
  }
}

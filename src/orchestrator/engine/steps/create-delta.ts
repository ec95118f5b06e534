import type { components } from '../../../contract/schema.ts'
import { isUuid } from '../../../contract/identifiers.ts'
import { printPointer } from '../../../sets/pointer.ts'
import type { Module, UpdateAction } from '../../../sets/types.ts'
import type { Artefacts } from '../../artefacts/model.ts'
import type { Deltas } from '../../deltas/model.ts'
import { badRequest } from '../../errors.ts'
import { isList, toText } from '../expressions/values.ts'
import { requiredText, type StepAction, type StepCall, type StepInputs } from './action.ts'
import type { ApplyNeighbours } from './apply.ts'
import { imageOf, replaceImages } from './images.ts'

export interface CreateDeltaNeighbours extends Pick<ApplyNeighbours, 'baseSet'> {
  artefacts: Pick<Artefacts, 'version' | 'workloadSet'>
  deltas: Pick<Deltas, 'create'>
  modulesOf(orgId: string, appId: string, setId: string): Record<string, unknown>
}

type DeltaRequest = components['schemas']['DeltaRequest']
type Modules = Readonly<Record<string, Module>>

/** A delta while it is put together. */
interface Draft {
  add: Record<string, Module>
  update: Record<string, UpdateAction[]>
  shared: UpdateAction[]
}

const idsOf = (inputs: StepInputs, name: string): string[] => {
  const list = inputs[name]
  if (list === undefined || !isList(list)) return []
  return list.map((value, index) => {
    const id = toText(value)
    if (isUuid(id)) return id
    throw badRequest(`${name}[${index}] is not the id of an artefact version, which is a UUID: '${id}'`)
  })
}

const toPointer = (name: string) => printPointer([name])

/**
 * Makes a delta from versions of artefacts: a workload as a whole is put in place of what the environment has under
 * its name, a container's image in place of every image of the same name, whatever its version.
 */
export const createCreateDelta = (neighbours: CreateDeltaNeighbours): StepAction => {
  const { artefacts } = neighbours

  const addWorkload = (call: StepCall, draft: Draft, versionId: string) => {
    const { modules, shared } = artefacts.workloadSet(call.orgId, versionId)
    for (const [name, module] of Object.entries(modules)) {
      draft.add[name] = module
      call.log(`Workload ${name} becomes that of version ${versionId}`)
    }
    for (const [name, value] of Object.entries(shared)) {
      draft.shared.push({ op: 'add', path: toPointer(name), value })
    }
  }

  const containerImage = (orgId: string, versionId: string) => {
    const version = artefacts.version(orgId, versionId)
    if (version.type !== 'container') {
      throw badRequest(`Artefact version '${versionId}' is a workload: it belongs into workload_artefacts.`)
    }
    const image = imageOf(version)
    if (image === undefined) throw badRequest(`Artefact version '${versionId}' has neither version nor digest.`)
    return { name: version.name, image }
  }

  /** ASSUMPTION, in this one place: an image that no workload of the environment uses is no error and changes nothing. */
  const setImage = (call: StepCall, draft: Draft, { versionId, base }: { versionId: string; base: Modules }) => {
    const change = containerImage(call.orgId, versionId)
    const used: string[] = []
    for (const [id, module] of Object.entries({ ...base, ...draft.add })) {
      const { module: changed, containers } = replaceImages(module, change)
      used.push(...containers.map((container) => `${id}/${container}`))
      if (Object.hasOwn(draft.add, id)) draft.add[id] = changed
      else if (containers.length > 0) {
        const paths = containers.map((container) => `/spec/containers${toPointer(container)}/image`)
        // Of two versions of one artefact the later in the list counts.
        const others = (draft.update[id] ?? []).filter(({ path }) => !paths.includes(path))
        draft.update[id] = [...others, ...paths.map((path) => ({ op: 'replace' as const, path, value: change.image }))]
      }
    }
    for (const place of used) call.log(`Container ${place} becomes ${change.image}`)
    if (used.length === 0) call.log(`No container of the environment uses ${change.name}`, 'warning')
  }

  return {
    waits: false,
    start: (call, inputs) => {
      const { orgId, appId, run } = call
      const envId = requiredText(inputs, 'env_id')
      const base = neighbours.modulesOf(orgId, appId, neighbours.baseSet({ orgId, appId, envId })) as Modules
      const draft: Draft = { add: {}, update: {}, shared: [] }
      for (const versionId of idsOf(inputs, 'workload_artefacts')) addWorkload(call, draft, versionId)
      for (const versionId of idsOf(inputs, 'container_artefacts')) setImage(call, draft, { versionId, base })
      const { add, update, shared } = draft
      const metadata = { env_id: envId, name: `Run ${run.id} of pipeline ${run.pipeline_id}` }
      const request = { metadata, modules: { add, update }, shared } as DeltaRequest
      const { id } = neighbours.deltas.create(orgId, appId, request, call.caller())
      call.relate({ env_id: envId, delta_id: id })
      call.log(`Created delta ${id}`)
      return { kind: 'succeeded', outputs: { delta_id: id } }
    },
  }
}

import { parse as parseYaml } from 'yaml'
import type { components } from '../../contract/schema.ts'
import type { Caller } from '../auth.ts'
import type { ActionName } from '../engine/definition/actions.ts'
import { defaultPipelineYaml } from '../engine/definition/default-pipeline.ts'
import type { ArtefactTrigger, Permissions, PipelineDefinition, Triggers } from '../engine/definition/definition.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import { requireMatch } from '../etag.ts'
import { mapRows, type PageQuery, placeOf, toPage } from '../pages.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { createDefinitionReader } from './definitions.ts'

export type Pipeline = components['schemas']['Pipeline']
type PipelineVersion = components['schemas']['PipelineVersion']

interface AppPlace {
  orgId: string
  appId: string
}

export interface PipelinePlace extends AppPlace {
  pipelineId: string
}

interface PipelineRecord {
  pipeline: Pipeline
  /** The service identity of its runs. */
  runAs: string
}

interface VersionRecord {
  version: PipelineVersion
  /** The pipeline as it was with this version. */
  pipeline: Pipeline
  /** The definition, as it was sent. */
  text: string
}

interface PipelineQuery extends PageQuery {
  app?: string[]
  trigger?: string
  metadata?: Record<string, string>
}

type Page<T> = ReturnType<typeof toPage<T>>

export interface Pipelines extends Dependant {
  listOfOrganization(orgId: string, query: PipelineQuery, url: string, caller: Caller): Page<Pipeline>
  list(place: AppPlace, query: PipelineQuery, url: string): Page<Pipeline>
  get(place: PipelinePlace, version?: string): Pipeline
  create(place: AppPlace, text: string, caller: Caller): Pipeline
  update(place: PipelinePlace, text: string, options: { caller: Caller } & IfMatch): Pipeline
  /** Refuses what `create` would refuse. */
  checkNew(place: AppPlace, text: string, caller: Caller): void
  /** Refuses what `update` would refuse. */
  checkUpdate(place: PipelinePlace, text: string, options: { caller: Caller } & IfMatch): void
  delete(place: PipelinePlace, options: IfMatch): void
  versions(place: PipelinePlace, query: PageQuery, url: string): Page<PipelineVersion>
  /** The very text that was sent. */
  text(place: PipelinePlace, version?: string): string
  /** What a run of that version does; a version stays as long as its pipeline. */
  definition(place: PipelinePlace, version: string): PipelineDefinition
  runAs(place: PipelinePlace): string
  /** Those of the organization that artefacts start. */
  listeners(orgId: string): Listener[]
  /** Undefined for a pipeline that no artefact starts. */
  listener(place: PipelinePlace): Listener | undefined
  createDefault(orgId: string, appId: string, caller: Caller): void
}

/** A pipeline that new artefact versions start. */
export interface Listener {
  place: PipelinePlace
  trigger: ArtefactTrigger
  /** Id of the user who wrote the pipeline as it is. */
  author: string
}

interface IfMatch {
  ifMatch?: string | undefined
}

export interface PipelineNeighbours {
  /** Whether the caller may look into the application. */
  sees(caller: Caller, orgId: string, appId: string): boolean
  /** Throws 403 unless the author has the rights that runs are to have. */
  mayGrant(caller: Caller, orgId: string, appId: string, permissions: Permissions): void
  implemented: ReadonlySet<ActionName>
  createDefaultCriteria(place: PipelinePlace): void
  hasCriteria(place: PipelinePlace): boolean
  hasActiveRuns(place: PipelinePlace): boolean
  forgetPipeline(place: PipelinePlace): void
}

const builtIn = 'default'

const triggersOf = ({ deploymentRequest, pipelineCall, artefact }: Triggers): string[] => [
  ...(deploymentRequest ? ['deployment_request'] : []),
  ...(pipelineCall ? ['pipeline_call'] : []),
  ...(artefact ? ['artefact'] : []),
]

export const createPipelines = (parts: Parts, neighbours: PipelineNeighbours): Pipelines => {
  const { store, scheduler, random } = parts
  const pipelines = store.table<PipelineRecord>('pipelines')
  const versions = store.table<VersionRecord>('pipeline-versions')
  /** Apart, so that whoever registers an artefact reads no definition, and no pipeline that does not listen. */
  const listeners = store.table<Listener>('pipeline-listeners')
  const read = createDefinitionReader(neighbours.implemented)

  const versionScope = ({ orgId, appId, pipelineId }: PipelinePlace) => `${appScope(orgId, appId)}/${pipelineId}`
  const record = ({ orgId, appId, pipelineId }: PipelinePlace) => {
    const found = pipelines.get(appScope(orgId, appId), pipelineId)
    if (!found) throw notFound('Pipeline', pipelineId, `application '${orgId}/${appId}'`)
    return found
  }
  const listenerId = ({ appId, pipelineId }: PipelinePlace) => `${appId}/${pipelineId}`
  const unlisten = (place: PipelinePlace) => listeners.delete(place.orgId, listenerId(place))
  const versionRecord = (place: PipelinePlace, id: string | undefined) => {
    const wanted = id ?? record(place).pipeline.version
    const found = versions.get(versionScope(place), wanted)
    if (!found) throw notFound('Version', wanted, `pipeline '${place.pipelineId}'`)
    return found
  }
  const listScope = (
    scope: { scope: string; within?: boolean },
    query: PipelineQuery,
    url: string,
    caller?: Caller,
  ) => {
    const { app, trigger, metadata = {} } = query
    const from = placeOf(query.page)
    const keep = (each: Pipeline) =>
      (app === undefined || app.includes(each.app_id)) &&
      (trigger === undefined || each.trigger_types.includes(trigger)) &&
      Object.entries(metadata).every(([key, value]) => each.metadata?.[key] === value) &&
      (caller === undefined || neighbours.sees(caller, each.org_id, each.app_id))
    const rows = pipelines.scan({ ...scope, ...(from === undefined ? {} : { from }) })
    return toPage(
      mapRows(rows, ({ pipeline }) => pipeline),
      { query, url, keep },
    )
  }

  const checkRights = (caller: Caller, orgId: string, appId: string, { permissions }: PipelineDefinition) => {
    if (permissions !== undefined && permissions !== 'inherit') neighbours.mayGrant(caller, orgId, appId, permissions)
  }

  /** The pipeline with a new version, not stored yet. */
  const nextVersion = (before: Omit<Pipeline, 'etag' | 'version' | 'name' | 'trigger_types'>, text: string) => {
    const { name, on, metadata } = read(text)
    const { id, org_id, app_id, status, created_at } = before
    const pipeline: Pipeline = {
      id,
      etag: random.hex(8),
      org_id,
      app_id,
      name,
      status,
      version: random.uuid(),
      created_at,
      trigger_types: triggersOf(on),
      metadata: { ...metadata },
    }
    return pipeline
  }
  const listen = (place: PipelinePlace, { on: { artefact } }: PipelineDefinition, { id: author }: Caller) => {
    const id = listenerId(place)
    if (!artefact) unlisten(place)
    else if (listeners.get(place.orgId, id)) listeners.update(place.orgId, id, { place, trigger: artefact, author })
    else listeners.insert(place.orgId, id, { place, trigger: artefact, author })
  }
  const insertVersion = (pipeline: Pipeline, text: string, caller: Caller) => {
    const { id, org_id, app_id } = pipeline
    const version: PipelineVersion = {
      id: pipeline.version,
      org_id,
      app_id,
      pipeline_id: id,
      created_by: caller.id,
      created_at: scheduler.timestamp(),
    }
    const place = { orgId: org_id, appId: app_id, pipelineId: id }
    versions.insert(versionScope(place), version.id, { version, pipeline, text })
    listen(place, read(text), caller)
  }

  const checkNew = ({ orgId, appId }: AppPlace, text: string, caller: Caller): PipelineDefinition => {
    const definition = read(text)
    const { id } = definition
    if (id !== undefined && pipelines.get(appScope(orgId, appId), id)) {
      throw conflict(`Pipeline '${id}' exists already in application '${orgId}/${appId}'.`)
    }
    checkRights(caller, orgId, appId, definition)
    return definition
  }
  const create: Pipelines['create'] = ({ orgId, appId }, text, caller) => {
    const { id = random.uuid() } = checkNew({ orgId, appId }, text, caller)
    const created_at = scheduler.timestamp()
    const pipeline = nextVersion({ id, org_id: orgId, app_id: appId, status: 'active', created_at }, text)
    pipelines.insert(appScope(orgId, appId), id, { pipeline, runAs: `s-${random.uuid()}` })
    insertVersion(pipeline, text, caller)
    return pipeline
  }

  /** The pipeline as it is, if it may be changed so. */
  const checkUpdate = (place: PipelinePlace, text: string, { caller, ifMatch }: { caller: Caller } & IfMatch) => {
    const before = record(place)
    requireMatch('pipeline', before.pipeline.etag, ifMatch)
    const definition = read(text)
    const { orgId, appId, pipelineId } = place
    if (definition.id !== undefined && definition.id !== pipelineId) {
      throw badRequest(`The definition's id is '${definition.id}'; the id of pipeline '${pipelineId}' cannot change.`)
    }
    if (!definition.on.deploymentRequest && neighbours.hasCriteria(place)) {
      throw conflict(`Pipeline '${pipelineId}' has criteria, which need its trigger 'deployment_request'.`)
    }
    checkRights(caller, orgId, appId, definition)
    return before
  }
  const update: Pipelines['update'] = (place, text, options) => {
    const before = checkUpdate(place, text, options)
    const pipeline = nextVersion(before.pipeline, text)
    pipelines.update(appScope(place.orgId, place.appId), place.pipelineId, { ...before, pipeline })
    insertVersion(pipeline, text, options.caller)
    return pipeline
  }

  const remove: Pipelines['delete'] = (place, { ifMatch }) => {
    const { orgId, appId, pipelineId } = place
    requireMatch('pipeline', record(place).pipeline.etag, ifMatch)
    // Assumption: a conflict is documented, and not what it is with.
    if (pipelineId === builtIn) throw conflict(`Pipeline '${builtIn}' is built in and cannot be deleted.`)
    if (neighbours.hasActiveRuns(place)) {
      throw conflict(`Pipeline '${pipelineId}' has runs that have not ended; cancel them or wait for their end.`)
    }
    neighbours.forgetPipeline(place)
    versions.deleteAll(versionScope(place))
    unlisten(place)
    pipelines.delete(appScope(orgId, appId), pipelineId)
  }

  return {
    listOfOrganization: (orgId, query, url, caller) => listScope({ scope: orgId, within: true }, query, url, caller),
    list: ({ orgId, appId }, query, url) => listScope({ scope: appScope(orgId, appId) }, query, url),
    get: (place, version) => (version === undefined ? record(place) : versionRecord(place, version)).pipeline,
    create,
    update,
    checkNew: (place, text, caller) => void checkNew(place, text, caller),
    checkUpdate: (place, text, options) => void checkUpdate(place, text, options),
    delete: remove,
    versions: (place, query, url) => {
      record(place)
      const from = placeOf(query.page)
      const newest = { scope: versionScope(place), order: 'newest-first' as const }
      const rows = versions.scan({ ...newest, ...(from === undefined ? {} : { from }) })
      return toPage(
        mapRows(rows, ({ version }) => version),
        { query, url },
      )
    },
    text: (place, version) => versionRecord(place, version).text,
    definition: (place, version) => read(versionRecord(place, version).text),
    runAs: (place) => record(place).runAs,
    listeners: (orgId) => listeners.list(orgId),
    listener: (place) => {
      record(place)
      return listeners.get(place.orgId, listenerId(place))
    },
    createDefault: (orgId, appId, caller) => {
      create({ orgId, appId }, defaultPipelineYaml, caller)
      neighbours.createDefaultCriteria({ orgId, appId, pipelineId: builtIn })
    },
    forgetApplication: (orgId, appId) => {
      for (const { pipeline } of pipelines.list(appScope(orgId, appId))) {
        const place = { orgId, appId, pipelineId: pipeline.id }
        versions.deleteAll(versionScope(place))
        unlisten(place)
      }
      pipelines.deleteAll(appScope(orgId, appId))
    },
  }
}

/** A definition as the data that its YAML stands for. */
export const toDefinitionData = (text: string) => parseYaml(text) as components['schemas']['PipelineDefinition']

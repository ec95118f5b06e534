import type { components } from '../../contract/schema.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import type { Pipeline, PipelinePlace } from '../pipelines/model.ts'
import { type PageQuery, placeOf, toPage } from '../pages.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import type { Row } from '../store.ts'

type Criteria = components['schemas']['PipelineCriteria']
type CriteriaRequest = components['schemas']['PipelineCriteriaCreateBody']

/** A request to deploy, as criteria see it. */
export interface Request {
  envId: string
  envType: string
  deploymentType: 'deploy' | 're-deploy'
}

interface CriteriaQuery extends PageQuery {
  pipeline?: string
  match?: Record<string, string>
}

export interface PipelineCriteria extends Dependant {
  list(place: { orgId: string; appId: string }, query: CriteriaQuery, url: string): ReturnType<typeof toPage<Criteria>>
  get(place: PipelinePlace, id: string): Criteria
  create(place: PipelinePlace, request: CriteriaRequest): Criteria
  delete(place: PipelinePlace, id: string): void
  /** The id of the pipeline that answers a request: the one of the most specific criteria. */
  match(orgId: string, appId: string, request: Request): string | undefined
  has(place: PipelinePlace): boolean
  forgetPipeline(place: PipelinePlace): void
}

export interface CriteriaNeighbours {
  /** Throws 404 for a pipeline that the application does not have. */
  pipeline(place: PipelinePlace): Pipeline
}

/** As they are stored: `*` means the same as nothing, and one spelling of a repeated deployment is enough. */
const normalised = ({ trigger, env_type, env_id, deployment_type }: CriteriaRequest) => ({
  trigger,
  ...(env_type && env_type !== '*' ? { env_type } : {}),
  ...(env_id && env_id !== '*' ? { env_id } : {}),
  ...(deployment_type
    ? { deployment_type: deployment_type === 'redeploy' ? ('re-deploy' as const) : deployment_type }
    : {}),
})

const compared = ['trigger', 'env_type', 'env_id', 'deployment_type'] as const

const isSame = (one: Partial<Criteria>, other: Partial<Criteria>) => compared.every((key) => one[key] === other[key])

const fits = (criteria: Criteria, { envId, envType, deploymentType }: Request) =>
  (criteria.env_id ?? envId) === envId &&
  (criteria.env_type ?? envType) === envType &&
  (criteria.deployment_type ?? deploymentType) === deploymentType

/**
 * ASSUMPTION, in this one place, since only "the most specific wins" is documented: an environment beats an
 * environment type, which beats the application alone; then criteria with a deployment type beat those without.
 */
const specificity = ({ env_id, env_type, deployment_type }: Criteria) =>
  (env_id === undefined ? 0 : 4) + (env_type === undefined ? 0 : 2) + (deployment_type === undefined ? 0 : 1)

const matchable = new Set(['trigger', 'app_id', 'env_type', 'env_id', 'deployment_type'])

/** What a list is narrowed to by `match[…]`. */
const readMatch = (match: Record<string, string> = {}) => {
  for (const key of Object.keys(match)) {
    if (!matchable.has(key)) throw badRequest(`match[${key}]: criteria have ${[...matchable].join(', ')}.`)
  }
  const wanted = { ...match, ...(match['deployment_type'] === 'redeploy' ? { deployment_type: 're-deploy' } : {}) }
  return (criteria: Criteria) =>
    Object.entries(wanted).every(([key, value]) => (criteria[key as keyof Criteria] ?? '*') === value)
}

export const createCriteria = ({ store, random }: Parts, neighbours: CriteriaNeighbours): PipelineCriteria => {
  const table = store.table<Omit<Criteria, 'pipeline_name'>>('pipeline-criteria')

  const complete = (orgId: string, appId: string, criteria: Omit<Criteria, 'pipeline_name'>): Criteria => {
    const { name } = neighbours.pipeline({ orgId, appId, pipelineId: criteria.pipeline_id })
    return { ...criteria, pipeline_name: name }
  }
  const list = (orgId: string, appId: string) =>
    table.list(appScope(orgId, appId)).map((each) => complete(orgId, appId, each))
  const require = ({ orgId, appId, pipelineId }: PipelinePlace, id: string) => {
    const found = table.get(appScope(orgId, appId), id)
    if (found?.pipeline_id !== pipelineId) throw notFound('Criteria', id, `pipeline '${pipelineId}'`)
    return complete(orgId, appId, found)
  }
  function* rows(orgId: string, appId: string, from: number | undefined): Generator<Row<Criteria>> {
    const all = [...table.scan({ scope: appScope(orgId, appId), ...(from === undefined ? {} : { from }) })]
    for (const { place, value } of all) yield { place, value: complete(orgId, appId, value) }
  }

  return {
    list: ({ orgId, appId }, query, url) => {
      const matches = readMatch(query.match)
      const keep = (each: Criteria) =>
        (query.pipeline === undefined || each.pipeline_id === query.pipeline) && matches(each)
      return toPage(rows(orgId, appId, placeOf(query.page)), { query, url, keep })
    },
    get: require,
    create: (place, request) => {
      const { orgId, appId, pipelineId } = place
      const pipeline = neighbours.pipeline(place)
      if ((request.app_id ?? appId) !== appId) {
        throw badRequest(`app_id may only be '${appId}', the application of the pipeline, not '${request.app_id}'.`)
      }
      if (!pipeline.trigger_types.includes(request.trigger)) {
        throw badRequest(`Pipeline '${pipelineId}' has no trigger '${request.trigger}' for criteria to start.`)
      }
      const wanted = normalised(request)
      const same = list(orgId, appId).find((each) => isSame(each, wanted))
      if (same) throw conflict(`Pipeline '${same.pipeline_id}' has the same criteria already, '${same.id}'.`)
      const criteria = { ...wanted, id: random.uuid(), pipeline_id: pipelineId, app_id: appId }
      table.insert(appScope(orgId, appId), criteria.id, criteria)
      return complete(orgId, appId, criteria)
    },
    delete: (place, id) => {
      require(place, id)
      table.delete(appScope(place.orgId, place.appId), id)
    },
    match: (orgId, appId, request) =>
      list(orgId, appId)
        .filter((each) => fits(each, request))
        .toSorted((one, other) => specificity(other) - specificity(one))[0]?.pipeline_id,
    has: ({ orgId, appId, pipelineId }) =>
      table.list(appScope(orgId, appId)).some((each) => each.pipeline_id === pipelineId),
    forgetPipeline: ({ orgId, appId, pipelineId }) => {
      const scope = appScope(orgId, appId)
      for (const each of table.list(scope)) if (each.pipeline_id === pipelineId) table.delete(scope, each.id)
    },
    forgetApplication: (orgId, appId) => table.deleteAll(appScope(orgId, appId)),
  }
}

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { compilePattern } from '../../contract/identifiers.ts'
import type { components } from '../../contract/schema.ts'
import { isObject, setKey } from '../../sets/json.ts'
import type { JsonObject } from '../../sets/types.ts'
import { convertContainer, convertService } from './containers.ts'
import { mergeOver, setProperties } from './overrides.ts'
import { createPlaceholders } from './placeholders.ts'
import { convertResources, placeOf } from './resources.ts'
import { scoreSchema } from './schema.ts'
import type { ResourcePlace, Score, ScoreProblem } from './types.ts'

export type ScoreRequest = components['schemas']['ConvertScoreToSetBody']

/** A workload and the shared resources that it needs. */
export interface ScoreSet {
  modules: Record<string, JsonObject>
  shared: Record<string, JsonObject>
}

export type Converted = { ok: true; set: ScoreSet } | { ok: false; problems: readonly ScoreProblem[] }

const defaultProfile = 'humanitec/default-module'

let compiled: ValidateFunction | undefined

/** Compiled when the first specification comes: most orchestrators never see one. */
const scoreValidator = (): ValidateFunction =>
  (compiled ??= new Ajv2020({ strict: false, allErrors: true, code: { regExp: compilePattern } }).compile(scoreSchema))

const toProblem = ({ instancePath, message = 'is wrong', params, propertyName }: ErrorObject): ScoreProblem => {
  if ('additionalProperty' in params) {
    return { path: instancePath, message: `must not have the property '${params['additionalProperty']}'` }
  }
  if ('allowedValue' in params)
    return { path: instancePath, message: `must be ${JSON.stringify(params['allowedValue'])}` }
  if ('allowedValues' in params) {
    return { path: instancePath, message: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}` }
  }
  const what = propertyName === undefined ? '' : `the name '${propertyName}' `
  return { path: instancePath, message: `${what}${message}` }
}

/** These only say that something under them is wrong, which is reported for itself. */
const isSummary = ({ keyword }: ErrorObject) => keyword === 'if' || keyword === 'propertyNames'

/** `image` for the containers that leave theirs to whoever builds it. */
const withImage = (spec: JsonObject, image: string | undefined): JsonObject => {
  const { containers } = spec
  if (!image || !isObject(containers)) return spec
  const filled: JsonObject = {}
  for (const [name, container] of Object.entries(containers)) {
    const isOpen = isObject(container) && (container['image'] ?? '.') === '.'
    setKey(filled, name, isOpen ? { ...container, image } : container)
  }
  return { ...spec, containers: filled }
}

const overridden = (request: ScoreRequest): { spec: JsonObject; problems: ScoreProblem[] } => {
  const merged = mergeOver(request.spec as JsonObject, (request.overrides ?? {}) as JsonObject)
  const { spec, problems } = setProperties(merged, (request.property_overrides ?? {}) as JsonObject)
  return { spec: withImage(spec, request.image), problems }
}

const placesOf = ({ metadata, resources = {} }: Score, onProblem: (path: string, message: string) => void) => {
  const places = new Map<string, ResourcePlace>()
  for (const [name, resource] of Object.entries(resources)) {
    const place = placeOf(name, metadata.name, resource)
    if (place) places.set(name, place)
    else
      onProblem(
        `/resources/${name}`,
        'has an id that is none: write externals.NAME, shared.NAME or modules.WORKLOAD.externals.NAME',
      )
  }
  return places
}

const convertValid = (score: Score, { extensions, resource_type_aliases: aliases = {} }: ScoreRequest): Converted => {
  const problems: ScoreProblem[] = []
  const onProblem = (path: string, message: string) => void problems.push({ path, message })
  const places = placesOf(score, onProblem)
  const placeholders = createPlaceholders({ metadata: score.metadata, places, onProblem })
  const { name, annotations } = score.metadata
  const containers = Object.entries(score.containers).map(([id, container]) => [
    id,
    convertContainer(id, container, { placeholders, onProblem }),
  ])
  const service = convertService(score)
  const spec: JsonObject = {
    ...(annotations && Object.keys(annotations).length > 0 ? { annotations } : {}),
    containers: Object.fromEntries(containers) as JsonObject,
    ...(service ? { service } : {}),
  }
  const added = placeholders.inValue((extensions?.spec ?? {}) as JsonObject, 'extensions.spec')
  const { externals, shared } = convertResources(score.resources ?? {}, { places, aliases, placeholders, problems })
  const module: JsonObject = {
    profile: extensions?.profile || defaultProfile,
    // Assumption: where both have a word for something, the extensions have the last one.
    spec: isObject(added) ? mergeOver(spec, added) : spec,
    externals,
    ...(extensions?.deploy ? { deploy: extensions.deploy } : {}),
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, set: { modules: { [name]: module }, shared: shared as Record<string, JsonObject> } }
}

/** What a specification in Score v1b1 makes of a set, after its overrides; or everything that is wrong with it. */
export const convertScore = (request: ScoreRequest): Converted => {
  const { spec, problems } = overridden(request)
  if (problems.length > 0) return { ok: false, problems }
  const check = scoreValidator()
  if (check(spec)) return convertValid(spec as unknown as Score, request)
  return { ok: false, problems: (check.errors ?? []).filter((error) => !isSummary(error)).map(toProblem) }
}

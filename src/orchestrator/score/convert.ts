import type { components } from '../../contract/schema.ts'
import { isObject, setKey } from '../../sets/json.ts'
import type { JsonObject } from '../../sets/types.ts'
import { type Mismatch, mismatches } from '../plain-schema.ts'
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

const escapeKey = (key: string | number) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

const toProblem = ({ path, message }: Mismatch): ScoreProblem => ({
  path: path.map((key) => `/${escapeKey(key)}`).join(''),
  message,
})

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
  const found = mismatches(scoreSchema, spec)
  if (found.length === 0) return convertValid(spec as unknown as Score, request)
  return { ok: false, problems: found.map(toProblem) }
}

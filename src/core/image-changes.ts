import { InputError } from '../errors.ts'
import { firstOf } from '../first-of.ts'
import { emptyDelta } from '../sets/delta.ts'
import { isObject, ownValue, sortedKeys } from '../sets/json.ts'
import { printPointer } from '../sets/pointer.ts'
import type { Delta, DeploymentSet, Json, JsonObject, UpdateAction } from '../sets/types.ts'
import { type ImageReference, parseImageReference, printImageReference } from './image-reference.ts'

/** An image for a container of a workload: `workload[/container]=reference`. */
export interface ImageRequest {
  readonly workload: string
  /** Undefined where the workload has to tell which one is meant. */
  readonly container: string | undefined
  readonly image: ImageReference
}

const mostNames = 20

/** For messages: there may be thousands. */
export const listNames = (names: readonly string[]): string => (names.length === 0 ? 'none' : firstOf(names, mostNames))

const printRequest = ({ workload, container, image }: ImageRequest) =>
  `${workload}${container === undefined ? '' : `/${container}`}=${printImageReference(image)}`

const refuse = (request: ImageRequest, problem: string): never => {
  throw new InputError(`Input 'images' has "${printRequest(request)}", but ${problem}.`)
}

const objectIn = (parent: JsonObject, key: string): JsonObject => {
  const value = ownValue(parent, key)
  return isObject(value) ? value : {}
}

/** Containers by name, with the image of each, which may be missing. */
const containersOf = (module: JsonObject): Map<string, Json | undefined> =>
  new Map(
    Object.entries(objectIn(objectIn(module, 'spec'), 'containers'))
      .filter(([, container]) => isObject(container))
      .map(([name, container]) => [name, ownValue(container as JsonObject, 'image')]),
  )

const repositoryOf = (image: Json | undefined): string | undefined => {
  const parsed = typeof image === 'string' ? parseImageReference(image) : undefined
  return parsed?.ok ? parsed.value.name : undefined
}

const findContainer = (request: ImageRequest, containers: Map<string, Json | undefined>): string => {
  const { workload, container, image } = request
  const names = [...containers.keys()]
  if (container !== undefined) {
    if (containers.has(container)) return container
    return refuse(
      request,
      `workload '${workload}' has no container '${container}'. Its containers: ${listNames(names)}`,
    )
  }
  const [first] = names
  if (first === undefined) return refuse(request, `workload '${workload}' has no container to give an image to`)
  if (names.length === 1) return first
  const matching = names.filter((name) => repositoryOf(containers.get(name)) === image.name)
  const [match] = matching
  if (match !== undefined && matching.length === 1) return match
  const choices = names.map((name) => {
    const now = containers.get(name)
    return typeof now === 'string' ? `${name} (${now})` : name
  })
  const how = match === undefined ? 'none of its containers runs' : 'more than one of its containers runs'
  return refuse(
    request,
    `workload '${workload}' has ${names.length} containers and ${how} ${image.name}. ` +
      `Write ${workload}/CONTAINER=…, with one of: ${listNames(choices)}`,
  )
}

/**
 * The changes that give containers of a set these images; none for an image that is there already. `InputError` for a
 * workload or container that is unknown or not clear, naming the choices. `where` describes the set.
 */
export const imageDelta = (set: DeploymentSet, requests: readonly ImageRequest[], where: string): Delta => {
  const chosen = new Map<string, string>()
  const updates = new Map<string, UpdateAction[]>()
  for (const request of requests) {
    const { workload } = request
    const module = ownValue(set.modules, workload)
    if (!module) {
      const workloads = sortedKeys(set.modules)
      const known =
        workloads.length === 0
          ? "It has none yet: bring them with 'score', 'delta' or 'from-env'"
          : `Its workloads: ${listNames(workloads)}`
      return refuse(request, `${where} has no workload '${workload}'. ${known}`)
    }
    const containers = containersOf(module)
    const container = findContainer(request, containers)
    const image = printImageReference(request.image)
    const place = printPointer([workload, container])
    const other = chosen.get(place)
    if (other === image) continue
    if (other !== undefined) refuse(request, `container '${container}' of it is given ${other} as well`)
    chosen.set(place, image)
    const now = containers.get(container)
    if (now === image) continue
    const path = printPointer(['spec', 'containers', container, 'image'])
    const action: UpdateAction = { op: now === undefined ? 'add' : 'replace', path, value: image }
    updates.set(workload, [...(updates.get(workload) ?? []), action])
  }
  return { ...emptyDelta, modules: { ...emptyDelta.modules, update: Object.fromEntries(updates) } }
}

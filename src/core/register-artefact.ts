import { hasStatus, isUnknownEffect, requireBody } from '../client/index.ts'
import type { ContainerArtefactVersion, ContainerArtefactVersionRequest } from '../contract/types.ts'
import type { OrganizationApi } from './application.ts'
import { concurrently } from './concurrently.ts'
import { printImageReference } from './image-reference.ts'
import { readBack } from './read-back.ts'
import { isFailedCall } from './trouble.ts'

/** What to register: an image's tag, its digest, or both. */
export interface ContainerImage {
  /** The repository, without tag and digest. */
  readonly name: string
  readonly version?: string
  readonly digest?: string
}

export interface RegistrationOptions {
  /** Where the images were built from. With `git`, the ref has to begin with `refs/`. */
  readonly ref?: string | undefined
  readonly commit?: string | undefined
  readonly vcs: string
  /** Has the server check what is not registered yet, and registers nothing. */
  readonly dryRun: boolean
  /** How many images are under way at a time. */
  readonly concurrency: number
  /** Told as soon as an image's end is known. */
  onEnd(registration: Registration): void
}

/**
 * How it ended for one image: `created` by this call, `found` since it was registered already, `valid` in a dry run,
 * `failed`, or `unknown` when there was no answer and the version cannot be found either.
 */
export type Registration =
  | { readonly kind: 'created' | 'found'; readonly image: ContainerImage; readonly version: ContainerArtefactVersion }
  | { readonly kind: 'valid'; readonly image: ContainerImage }
  | { readonly kind: 'failed' | 'unknown'; readonly image: ContainerImage; readonly message: string }

/** As the API takes it: `name:version@digest`, without what the image does not have. */
export const artefactReference = ({ name, version, digest }: ContainerImage): string =>
  printImageReference({
    name,
    ...(version === undefined ? {} : { tag: version }),
    ...(digest === undefined ? {} : { digest }),
  })

const path = '/orgs/{orgId}/artefact-versions'

/**
 * Whether a version is the image. A digest settles it. A tag alone may have moved since, so that the commit has to be
 * the same too.
 */
const isVersionOf = (
  { name, version, digest, commit }: ContainerArtefactVersion,
  image: ContainerImage,
  built: { readonly commit?: string | undefined },
): boolean => {
  if (name !== image.name || (image.version !== undefined && version !== image.version)) return false
  if (image.digest !== undefined) return digest === image.digest
  return built.commit === undefined || commit === built.commit
}

/** The version that the image is registered as; an archived one if there is no other. */
export const findVersion = async (
  { client, orgId }: OrganizationApi,
  image: ContainerImage,
  built: { readonly commit?: string | undefined },
  limits: { readonly deadline?: number } = {},
): Promise<ContainerArtefactVersion | undefined> => {
  const query = { reference: artefactReference(image), archived: true }
  let archived: ContainerArtefactVersion | undefined
  for await (const version of client.pages(path, { path: { orgId }, query, ...limits })) {
    if (version.type !== 'container' || !isVersionOf(version, image, built)) continue
    if (!version.archived) return version
    archived ??= version
  }
  return archived
}

const toRequest = (image: ContainerImage, { ref, commit }: RegistrationOptions): ContainerArtefactVersionRequest => ({
  type: 'container',
  ...image,
  ...(ref === undefined ? {} : { ref }),
  ...(commit === undefined ? {} : { commit }),
})

const validate = async (
  { client, orgId }: OrganizationApi,
  image: ContainerImage,
  options: RegistrationOptions,
): Promise<Registration> => {
  const query = { vcs: options.vcs, dry_run: true }
  await client.post(path, { path: { orgId }, query, body: toRequest(image, options), changesNothing: true })
  return { kind: 'valid', image }
}

const create = async (
  api: OrganizationApi,
  image: ContainerImage,
  options: RegistrationOptions,
): Promise<Registration> => {
  const { client, orgId, signal } = api
  try {
    const query = { vcs: options.vcs }
    const answer = await client.post(path, { path: { orgId }, query, body: toRequest(image, options) })
    return { kind: 'created', image, version: requireBody(answer) as ContainerArtefactVersion }
  } catch (error) {
    if (!signal?.aborted && !(isFailedCall(error) && isUnknownEffect(error))) throw error
    const version = await readBack(api, (limits) => findVersion(api, image, options, limits))
    if (version) return { kind: 'created', image, version }
    const why = signal?.aborted ? 'The job was cancelled' : (error as Error).message
    const message =
      `${why}. Whether it was registered is not known: look for '${artefactReference(image)}' among the artefact ` +
      `versions of organization '${orgId}', or run the step again, which registers only what is missing`
    return { kind: 'unknown', image, message }
  }
}

/** Registers one image unless it is registered: one call if it is, two if it is not. */
const registerOne = async (
  api: OrganizationApi,
  image: ContainerImage,
  options: RegistrationOptions,
): Promise<Registration> => {
  const version = await findVersion(api, image, options)
  if (version) return { kind: 'found', image, version }
  return options.dryRun ? validate(api, image, options) : create(api, image, options)
}

/**
 * Registers images as versions of container artefacts. One that fails keeps none of the others from being tried, unless
 * it is the token that is refused.
 */
export const registerArtefacts = (
  api: OrganizationApi,
  images: readonly ContainerImage[],
  options: RegistrationOptions,
): Promise<Registration[]> => {
  let refusal: string | undefined
  const tryOne = async (image: ContainerImage): Promise<Registration> => {
    if (refusal !== undefined) return { kind: 'failed', image, message: `It was not tried: ${refusal}` }
    try {
      return await registerOne(api, image, options)
    } catch (error) {
      const message = 'The job was cancelled before it was registered'
      if (api.signal?.aborted) return { kind: 'failed', image, message }
      if (!isFailedCall(error)) throw error
      if (hasStatus(error, 401)) refusal = error.message
      return { kind: 'failed', image, message: error.message }
    }
  }
  return concurrently(images, options.concurrency, async (image) => {
    const registration = await tryOne(image)
    options.onEnd(registration)
    return registration
  })
}

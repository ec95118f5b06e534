import type { components } from '../../contract/schema.ts'
import { isCommit } from '../../contract/identifiers.ts'
import type { Artefacts } from '../artefacts/model.ts'
import type { Caller } from '../auth.ts'
import { imageOf } from '../engine/steps/images.ts'
import { badRequest, notFound } from '../errors.ts'
import type { Parts } from '../parts.ts'

type Image = components['schemas']['ImageResponse']
type Build = components['schemas']['ImageBuildResponse']
type BuildRequest = components['schemas']['ImageBuildRequest']
type Version = components['schemas']['ContainerArtefactVersion']

/** Containers as they were known before there were artefacts: each build is a version of a container. */
export interface Images {
  list(orgId: string): Image[]
  get(orgId: string, id: string): Image
  addBuild(orgId: string, id: string, build: BuildRequest, caller: Caller): void
  forgetVersion(orgId: string, versionId: string): void
}

/** What of a build its artefact version does not have: who told of it calls the image by another name. */
interface BuildRecord {
  imageId: string
  versionId: string
  /** Of the artefact. */
  name: string
  branch: string
  tags: string[]
}

/** Assumption: which words there are for where an image was made known is not documented. */
const source = 'api'

const heads = 'refs/heads/'
const gitTags = 'refs/tags/'

const after = (prefix: string, ref: string) => (ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined)

/** Assumption: a branch says more than tags. Some send the branch as the whole ref. */
const refOf = ({ branch = '', tags = [] }: BuildRequest): string => {
  if (branch.startsWith('refs/')) return branch
  if (branch !== '') return `${heads}${branch}`
  return tags[0] ? `${gitTags}${tags[0]}` : ''
}

/** A build of a version that was registered as an artefact: the image is called what the artefact is called. */
const toRecord = ({ id: versionId, name, ref }: Version): BuildRecord => {
  const tag = after(gitTags, ref)
  return { imageId: name, versionId, name, branch: after(heads, ref) ?? '', tags: tag === undefined ? [] : [tag] }
}

const toBuild = (version: Version, { branch, tags }: BuildRecord): Required<Build> => ({
  image: imageOf(version) ?? version.name,
  commit: version.commit,
  branch,
  tags,
  added_at: version.created_at ?? '',
})

/** Name, tag and digest. */
const imagePattern = /^((?:[\w.-]+(?::\d+)?\/)?[\w.-]+(?:\/[\w.-]+)*)(?::([\w.-]+))?(?:@(\w+:[0-9a-f]+))?$/

/** Assumption: an image without a tag is what the first of the build's tags says. */
const readImage = ({ image = '', tags = [] }: BuildRequest) => {
  const [, name, version = tags[0] ?? '', digest = ''] = imagePattern.exec(image) ?? []
  if (name === undefined || (version === '' && digest === '')) {
    throw badRequest(
      `image must be an image with its registry and tag, such as 'ghcr.io/acme/web:1.2', not '${image}'.`,
    )
  }
  return { name, version, digest }
}

const checkCommit = (commit: string) => {
  if (commit !== '' && !isCommit(commit)) {
    throw badRequest(`commit must be 5 to 40 lower-case hexadecimal digits, not '${commit}'.`)
  }
}

/** Images with their builds, from versions of containers, the oldest first. */
const toImages = (versions: readonly Version[], toldOf: (versionId: string) => readonly BuildRecord[]) => {
  const images = new Map<string, Image>()
  for (const version of versions) {
    const told = toldOf(version.id)
    for (const record of told.length > 0 ? told : [toRecord(version)]) {
      const id = record.imageId
      const build = toBuild(version, record)
      const image = images.get(id)
      if (image) image.builds.push(build)
      else images.set(id, { id, source, added_at: build.added_at, builds: [build] })
    }
  }
  return images
}

export const createImages = ({ store }: Parts, artefacts: Pick<Artefacts, 'register' | 'versions'>): Images => {
  const records = store.table<BuildRecord>('image-builds')
  /** The artefacts that builds of an image were told of, so that nobody who asks for one image reads all others. */
  const artefactNames = store.table<string>('image-artefacts')
  const scopeOf = (orgId: string, part: string) => `${orgId}/${part}`

  const containers = (orgId: string, names?: readonly string[]) =>
    artefacts
      .versions(orgId, { type: 'container', ...(names ? { names } : {}) })
      .filter((version) => version.type === 'container')
      .toReversed()

  return {
    list: (orgId) => {
      const told = Map.groupBy(records.scan({ scope: orgId, within: true }), ({ value }) => value.versionId)
      const toldOf = (versionId: string) => (told.get(versionId) ?? []).map(({ value }) => value)
      return [...toImages(containers(orgId), toldOf).values()]
    },
    get: (orgId, id) => {
      const names = new Set([id, ...artefactNames.list(scopeOf(orgId, id))])
      const images = toImages(containers(orgId, [...names]), (versionId) => records.list(scopeOf(orgId, versionId)))
      const found = images.get(id)
      if (!found) throw notFound('Image', id, `organization '${orgId}'`)
      return found
    },
    addBuild: (orgId, imageId, build, caller) => {
      const { branch = '', commit = '', tags = [] } = build
      if (/\s/.test(imageId)) throw badRequest(`path parameter 'imageId' must have no blanks in it, not '${imageId}'`)
      checkCommit(commit)
      const request = { type: 'container' as const, ...readImage(build), ref: refOf(build), commit }
      const { id: versionId, name } = artefacts.register(orgId, request, {}, caller)
      const scope = scopeOf(orgId, versionId)
      records.delete(scope, imageId)
      records.insert(scope, imageId, { imageId, versionId, name, branch: after(heads, branch) ?? branch, tags })
      const names = scopeOf(orgId, imageId)
      if (artefactNames.get(names, name) === undefined) artefactNames.insert(names, name, name)
    },
    forgetVersion: (orgId, versionId) => {
      const scope = scopeOf(orgId, versionId)
      for (const { imageId, name } of records.list(scope)) artefactNames.delete(scopeOf(orgId, imageId), name)
      records.deleteAll(scope)
    },
  }
}

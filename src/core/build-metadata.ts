import { isImageDigest, parseImageReference } from './image-reference.ts'

/** One image as a build has named it: the same content under one tag, or under none. */
export interface BuiltImage {
  /** Undefined for a build that was given no tags. */
  readonly name: string | undefined
  readonly tag?: string
  readonly digest?: string
}

/** `reason` continues a sentence that begins with the metadata: "…, which holds no image". */
export type BuildMetadata =
  | { readonly ok: true; readonly images: readonly BuiltImage[]; readonly targetsWithoutImage: readonly string[] }
  | { readonly ok: false; readonly reason: string }

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What one build says of its image. Names come as one text with commas, one for each tag that was pushed. */
const readBuild = (fields: Fields, place: string): readonly BuiltImage[] | { readonly reason: string } => {
  const names = fields['image.name'] ?? ''
  const digest = fields['containerimage.digest']
  if (typeof names !== 'string') return { reason: `has an image.name${place} that is not a text` }
  if (digest !== undefined && (typeof digest !== 'string' || !isImageDigest(digest))) {
    return { reason: `has a containerimage.digest${place} that is not sha256: and 64 hexadecimal digits` }
  }
  const content = digest === undefined ? {} : { digest }
  const texts = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (texts.length === 0) return digest === undefined ? [] : [{ name: undefined, ...content }]
  const images: BuiltImage[] = []
  for (const text of texts) {
    const parsed = parseImageReference(text)
    if (!parsed.ok) return { reason: `has the image.name ${JSON.stringify(text)}${place}: it ${parsed.reason}` }
    images.push({ ...parsed.value, ...content })
  }
  return images
}

/** Keys of one build have a dot, which the name of a target cannot have. */
const isTarget = (key: string) => !key.includes('.')

const noImage =
  'tells of no image. Give the `metadata` of a build that had `tags` and pushed (`push: true`), or name what to register'

/**
 * The images in what `docker buildx` writes with `--metadata-file`, which is also the output `metadata` of Docker's
 * actions: an object with the keys of one build, or one of those for each target of a bake.
 */
export const readBuildMetadata = (metadata: unknown): BuildMetadata => {
  if (!isFields(metadata)) return { ok: false, reason: 'is not an object as docker buildx writes it' }
  const targets = Object.entries(metadata).filter(([key, value]) => isTarget(key) && isFields(value))
  const builds: readonly (readonly [string | undefined, unknown])[] =
    targets.length > 0 ? targets : [[undefined, metadata]]
  const images: BuiltImage[] = []
  const targetsWithoutImage: string[] = []
  for (const [target, fields] of builds) {
    const found = readBuild(fields as Fields, target === undefined ? '' : ` (of target '${target}')`)
    if ('reason' in found) return { ok: false, reason: found.reason }
    if (found.length === 0 && target !== undefined) targetsWithoutImage.push(target)
    for (const image of found) images.push(image)
  }
  return images.length === 0 ? { ok: false, reason: noImage } : { ok: true, images, targetsWithoutImage }
}

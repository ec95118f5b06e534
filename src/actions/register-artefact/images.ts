import { type BuiltImage, readBuildMetadata } from '../../core/build-metadata.ts'
import { isImageDigest, isImageTag, parseImageReference } from '../../core/image-reference.ts'
import { artefactReference, type ContainerImage } from '../../core/register-artefact.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { isStructuredMapping } from '../../runner/lists.ts'
import { cutCharacters } from '../../text/cut.ts'
import { readImage } from '../read-image.ts'

const sources = ['image', 'images', 'metadata', 'metadata-file'] as const
type SourceInput = (typeof sources)[number] | 'name'

export interface ImagesRead {
  readonly images: readonly ContainerImage[]
  /** Targets of a bake that made no image, such as tests. */
  readonly targetsWithoutImage: readonly string[]
}

const quoted = (text: string) => JSON.stringify(cutCharacters(text, 100))

const readOne = (inputs: Inputs): BuiltImage => {
  const parsed = readImage(inputs.required('image'), 'Several images go into the input `images`')
  return parsed.ok ? parsed.value : inputs.refuse('image', parsed.reason)
}

/** A list of images; or, for whoever gives the same to create-delta, of the workloads that they are for as well. */
const listTexts = async (inputs: Inputs): Promise<string[]> => {
  const text = inputs.text('images') ?? ''
  if (!/^(?:\[|- )/.test(text) && isStructuredMapping(text))
    return [...(await inputs.mapping('images', 'workload=image')).values()]
  // No reference holds `=`: what stands before it is the workload.
  return (await inputs.list('images')).map((item) => item.replace(/^[\w./-]+\s*=\s*/, ''))
}

const readList = async (inputs: Inputs): Promise<BuiltImage[]> => {
  const texts = await listTexts(inputs)
  if (texts.length === 0) return inputs.refuse('images', 'lists no image')
  return texts.map((text) => {
    const parsed = readImage(text, 'Write one image a line')
    return parsed.ok ? parsed.value : inputs.refuse('images', `lists ${quoted(text)}: it ${parsed.reason}`)
  })
}

const readSource = async (
  inputs: Inputs,
  source: SourceInput,
): Promise<{ images: readonly BuiltImage[]; targetsWithoutImage: readonly string[] }> => {
  switch (source) {
    case 'image':
      return { images: [readOne(inputs)], targetsWithoutImage: [] }
    case 'images':
      return { images: await readList(inputs), targetsWithoutImage: [] }
    case 'name':
      return { images: [{ name: undefined }], targetsWithoutImage: [] }
    case 'metadata':
    case 'metadata-file': {
      const value = source === 'metadata' ? await inputs.json(source) : await inputs.jsonFile(source)
      const metadata = readBuildMetadata(value)
      return metadata.ok ? metadata : inputs.refuse(source, metadata.reason)
    }
  }
}

const readName = (inputs: Inputs): string | undefined => {
  const text = inputs.text('name')
  if (text === undefined) return undefined
  const parsed = parseImageReference(text)
  if (!parsed.ok) return inputs.refuse('name', parsed.reason)
  const { name, tag, digest } = parsed.value
  if (tag !== undefined || digest !== undefined) {
    return inputs.refuse('name', 'has a tag or a digest. Give the repository alone, with `version` and `digest`')
  }
  return name
}

const readVersion = (inputs: Inputs): string | undefined => {
  const text = inputs.text('version')
  if (text === undefined || isImageTag(text)) return text
  const rule = "at most 128 letters, digits, '_', '.' and '-', the first no '.' or '-'"
  return inputs.refuse('version', `is not the tag of an image: ${rule}`)
}

const readDigest = (inputs: Inputs): string | undefined => {
  const text = inputs.text('digest')
  if (text === undefined || isImageDigest(text)) return text
  return inputs.refuse('digest', 'is not sha256: and 64 hexadecimal digits in lower case')
}

/** `name` and `digest` are said of one image; tags of the same repository are one. */
const checkOneRepository = (inputs: Inputs, images: readonly BuiltImage[]) => {
  const names = [...new Set(images.map(({ name }) => name ?? 'one without a name'))]
  if (names.length < 2) return
  for (const input of ['name', 'digest'] as const) {
    if (inputs.text(input) === undefined) continue
    inputs.refuse(input, `cannot be said of several images: ${cutCharacters(names.join(', '), 200)}. Leave it out`)
  }
}

/** Of an image: what the inputs say wins over what the build says; only a digest cannot be two things. */
const completer = (inputs: Inputs, source: SourceInput) => {
  const given = { name: readName(inputs), version: readVersion(inputs), digest: readDigest(inputs) }
  return (image: BuiltImage): ContainerImage => {
    const name = given.name ?? image.name
    const version = given.version ?? image.tag
    const digest = given.digest ?? image.digest
    if (name === undefined) {
      return inputs.refuse(source, 'tells of an image that was given no name. Build with `tags`, or give `name` too')
    }
    if (image.digest !== undefined && digest !== image.digest) {
      return inputs.refuse('digest', `contradicts \`${source}\`, where ${quoted(name)} has the digest ${image.digest}`)
    }
    if (version === undefined && digest === undefined) {
      const how = `${source === 'name' ? '' : 'add its tag or digest, or '}give \`version\` or \`digest\``
      return inputs.refuse(source, `does not say which version of ${quoted(name)} to register: ${how}`)
    }
    return { name, ...(version === undefined ? {} : { version }), ...(digest === undefined ? {} : { digest }) }
  }
}

/** Each image once. The same tag with and without a digest is one; with two digests, it is a mistake. */
const distinct = (inputs: Inputs, source: SourceInput, images: readonly ContainerImage[]): ContainerImage[] => {
  const known = new Map<string, ContainerImage>()
  for (const image of images) {
    const { name, version, digest } = image
    const key = version === undefined ? artefactReference(image) : `${name}:${version}`
    const other = known.get(key)
    if (other?.digest !== undefined && digest !== undefined && other.digest !== digest) {
      inputs.refuse(source, `has ${quoted(key)} twice, with the digests ${other.digest} and ${digest}`)
    }
    if (other === undefined || other.digest === undefined) known.set(key, image)
  }
  return [...known.values()]
}

/** What to register: from one of the inputs that tell of images, or from `name` alone. */
export const readImages = async (inputs: Inputs): Promise<ImagesRead> => {
  const source = inputs.atMostOne(...sources) ?? inputs.exactlyOne(...sources, 'name')
  const { images, targetsWithoutImage } = await readSource(inputs, source)
  checkOneRepository(inputs, images)
  const completed = images.map(completer(inputs, source))
  return { images: distinct(inputs, source, completed), targetsWithoutImage }
}

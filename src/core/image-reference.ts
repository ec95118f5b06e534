/** An image as people write it: `ghcr.io/acme/web:1.2.3@sha256:…`. */
export interface ImageReference {
  /** The repository, with its registry if one is written: `ghcr.io/acme/web`, `localhost:5000/web`, `nginx`. */
  readonly name: string
  readonly tag?: string
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string
}

/** `reason` continues a sentence that begins with the text: "…, which has an empty tag". */
export type ParsedImageReference =
  { readonly ok: true; readonly value: ImageReference } | { readonly ok: false; readonly reason: string }

const longestName = 255

const pathPart = '[a-z0-9]+(?:(?:[.]|__?|-+)[a-z0-9]+)*'
const path = new RegExp(`^${pathPart}(?:/${pathPart})*$`)
const registry =
  /^(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:[.][A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/
const tag = /^\w[\w.-]{0,127}$/
const digest = /^sha256:[0-9a-f]{64}$/

/** What may follow the colon of an image: at most 128 letters, digits, `_`, `.` and `-`, not beginning with the last two. */
export const isImageTag = (text: string): boolean => tag.test(text)

export const isImageDigest = (text: string): boolean => digest.test(text)

/** Whether what stands before the first slash is a registry, as Docker tells it from a part of the repository's path. */
const isRegistry = (part: string) => /[.:[A-Z]/.test(part) || part === 'localhost'

const nameProblem = (name: string): string | undefined => {
  if (name === '') return 'names no repository'
  if (name.length > longestName) return `has a repository of more than ${longestName} characters`
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const host = isRegistry(first) ? first : undefined
  if (host !== undefined && !registry.test(host))
    return 'has a registry that is not the name of a host, with or without a port'
  const rest = host === undefined ? name : name.slice(slash + 1)
  if (rest !== rest.toLowerCase()) return 'has capital letters in its repository, which no registry takes'
  return path.test(rest) ? undefined : 'has a repository that is not one: write it like ghcr.io/acme/web'
}

/** Splits a reference to an image into its parts, and says what is wrong with one that is none. */
export const parseImageReference = (text: string): ParsedImageReference => {
  const no = (reason: string) => ({ ok: false, reason }) as const
  if (/\s/.test(text)) return no('has white space in it')
  if (text.includes('://')) return no('has a scheme: leave out what stands before the registry')
  const at = text.indexOf('@')
  const tagged = at < 0 ? text : text.slice(0, at)
  const digestPart = at < 0 ? undefined : text.slice(at + 1)
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1)
  const name = colon < 0 ? tagged : tagged.slice(0, colon)
  const tagPart = colon < 0 ? undefined : tagged.slice(colon + 1)

  const problem = nameProblem(name)
  if (problem !== undefined) return no(problem)
  if (tagPart === '') return no('has an empty tag')
  if (tagPart !== undefined && !isImageTag(tagPart)) {
    return no("has a tag that is not one: at most 128 letters, digits, '_', '.' and '-', the first no '.' or '-'")
  }
  if (digestPart !== undefined && !isImageDigest(digestPart)) {
    return no('has a digest that is not sha256: and 64 hexadecimal digits in lower case')
  }
  return {
    ok: true,
    value: {
      name,
      ...(tagPart === undefined ? {} : { tag: tagPart }),
      ...(digestPart === undefined ? {} : { digest: digestPart }),
    },
  }
}

export const printImageReference = ({ name, tag: version, digest: content }: ImageReference): string =>
  `${name}${version === undefined ? '' : `:${version}`}${content === undefined ? '' : `@${content}`}`

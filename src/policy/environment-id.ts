import { createHash } from 'node:crypto'

/** A repository on GitHub. */
export interface Repository {
  /** Outlives its name, and is never given to another one. */
  readonly id: string
  /** `owner/name` */
  readonly name: string
}

/** What a preview environment is made for. */
export type Subject =
  { readonly kind: 'pull-request'; readonly number: number } | { readonly kind: 'branch'; readonly branch: string }

/** What an environment is known by. Only both together tell whose it is: anybody may give any id or any name. */
export interface EnvironmentIdentity {
  readonly id: string
  readonly name: string
}

const maxIdLength = 50
const hashLength = 8

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, hashLength)

/** What of a text may stand in an id, in words with single hyphens between them. */
const readable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxIdLength - hashLength - 1)
    .replace(/^-|-$/g, '')

/** The one environment of a pull request, or of a branch, of a repository; of 2 to 50 characters that ids may have. */
export const identityOf = (repository: Repository, subject: Subject): EnvironmentIdentity => {
  if (subject.kind === 'pull-request') {
    const { number } = subject
    return { id: `pr-${number}-${shortHash(repository.id)}`, name: `${repository.name}#${number}` }
  }
  const { branch } = subject
  // As JSON, no two pairs of texts are the same text.
  const hash = shortHash(JSON.stringify([repository.id, branch]))
  return { id: `${readable(branch) || 'branch'}-${hash}`, name: `${repository.name}@${branch}` }
}

const subjectNamed = (repository: Repository, name: string): Subject | undefined => {
  if (!name.startsWith(repository.name)) return undefined
  const rest = name.slice(repository.name.length + 1)
  switch (name[repository.name.length]) {
    case '#':
      return /^[1-9]\d{0,14}$/.test(rest) ? { kind: 'pull-request', number: Number(rest) } : undefined
    case '@':
      return { kind: 'branch', branch: rest }
    default:
      return undefined
  }
}

/** What an environment was made for in this repository; undefined when its id and its name do not both say so. */
export const subjectOf = (repository: Repository, { id, name }: EnvironmentIdentity): Subject | undefined => {
  const subject = subjectNamed(repository, name)
  return subject && identityOf(repository, subject).id === id ? subject : undefined
}

import type { Registration } from '../core/register-artefact.ts'
import { code } from '../text/escape.ts'
import { blocks, cell, table } from './markdown.ts'

type Kind = Registration['kind']

const marks: Record<Kind, string> = { created: '✅', found: '☑️', valid: '✅', failed: '❌', unknown: '❓' }

const ends: Record<Kind, string> = {
  created: 'registered',
  found: 'registered already',
  valid: 'would be registered',
  failed: 'failed',
  unknown: 'not known',
}

const endOf = (registration: Registration): string => {
  const { kind } = registration
  if ('message' in registration) return `${marks[kind]} ${ends[kind]}: ${cell(registration.message)}`
  const isArchived = 'version' in registration && registration.version.archived
  return `${marks[kind]} ${ends[kind]}${isArchived ? ', but archived' : ''}`
}

const hexLength = 'sha256:'.length + 12

const rowOf = (registration: Registration): string[] => {
  const { name, version = '', digest = '' } = registration.image
  const id = 'version' in registration ? registration.version.id : ''
  const shortDigest = digest === '' ? '' : `${digest.slice(0, hexLength)}…`
  return [code(name), code(version), code(shortDigest), endOf(registration), code(id)]
}

/** `2 registered, 1 failed` */
const counts = (registrations: readonly Registration[]): string =>
  (Object.keys(ends) as Kind[])
    .map((kind) => [registrations.filter((each) => each.kind === kind).length, ends[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, end]) => `${count} ${end}`)
    .join(', ')

/** What became of each image, for the job summary. */
export const registrationSummary = (
  registrations: readonly Registration[],
  { ref, commit, dryRun }: { ref?: string | undefined; commit?: string | undefined; dryRun: boolean },
): string => {
  const built = [
    ...(ref === undefined ? [] : [`ref ${code(ref)}`]),
    ...(commit === undefined ? [] : [`commit ${code(commit)}`]),
  ]
  return blocks(
    `### Artefacts${dryRun ? ' (dry run)' : ''}: ${counts(registrations)}`,
    built.length === 0 ? '' : `Built from ${built.join(', ')}`,
    table(['Image', 'Version', 'Digest', 'Result', 'Artefact version'], registrations.map(rowOf)),
  )
}

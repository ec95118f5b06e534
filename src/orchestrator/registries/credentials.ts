import { createHash } from 'node:crypto'
import type { components } from '../../contract/schema.ts'

export type Credentials = components['schemas']['AccountCredsRequest']

const hour = 3_600_000

/**
 * Registries that are logged in to with something short-lived. Assumption: user names and lifetimes are those of the
 * clouds' own tools, and for the built-in registry they are made up.
 */
const issuers = new Map([
  ['amazon_ecr', { username: 'AWS', lifetime: 12 * hour }],
  ['google_gcr', { username: 'oauth2accesstoken', lifetime: hour }],
  ['built-in', { username: 'humanitec', lifetime: hour }],
])

/** What the registry's cloud would issue at `now`, without asking it; undefined where nothing is issued. */
export const issueCredentials = (kind: string, registry: string, now: number): Credentials | undefined => {
  const issuer = issuers.get(kind)
  if (!issuer) return undefined
  const expires = new Date(now + issuer.lifetime).toISOString()
  const password = createHash('sha256').update(`${registry} until ${expires}`).digest('hex')
  return { username: issuer.username, password, expires }
}

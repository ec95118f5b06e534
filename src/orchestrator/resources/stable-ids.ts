import { createHash } from 'node:crypto'

/** The UUID that always goes with `text`. */
export const stableUuid = (text: string) => {
  const digits = createHash('sha256').update(text).digest('hex')
  // The version says "made up by whoever uses it", the variant that it is an RFC 9562 UUID.
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}

/** What tells a resource from every other, anywhere: the same for the same resource of the same environment. */
export const globalResourceId = (
  { orgId, appId, envId }: { orgId: string; appId: string; envId: string },
  key: string,
) => createHash('sha1').update(`${orgId}/${appId}/${envId} ${key}`).digest('hex')

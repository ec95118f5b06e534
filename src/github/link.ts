import { NetworkError } from '../errors.ts'

/**
 * The address of the next page in a `Link` header. The token goes with it, so it has to be on the API's own host:
 * anything else throws.
 */
export const nextPage = (header: string, apiUrl: string): string | undefined => {
  const target = /<([^>]*)>\s*;[^,<]*\brel="?next\b/.exec(header)?.[1]
  if (target === undefined) return undefined
  if (URL.canParse(target) && new URL(target).origin === new URL(apiUrl).origin) return target
  throw new NetworkError("The next page of GitHub's list is not on the host of its API", {
    sent: true,
    retryable: false,
  })
}

/** Where the change that a workflow works on comes from. */
export interface Source {
  /** Always begins with `refs/`. */
  readonly ref: string | undefined
  /** Forty hexadecimal digits. */
  readonly commit: string | undefined
}

type Event = Readonly<Record<string, unknown>>

const textAt = (value: unknown, ...keys: string[]): string | undefined => {
  const found = keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  )
  return typeof found === 'string' && found !== '' ? found : undefined
}

/**
 * What was built, not what GitHub made of it: on a pull request the source branch as `refs/pr_head/<branch>` and its
 * head commit, where GITHUB_REF and GITHUB_SHA name a merge that exists nowhere else.
 */
export const sourceOf = (
  { ref, sha, headRef }: { ref: string | undefined; sha: string | undefined; headRef: string | undefined },
  event: Event,
): Source => {
  const branch = textAt(event, 'pull_request', 'head', 'ref') ?? headRef
  if (branch === undefined) return { ref, commit: sha }
  return { ref: `refs/pr_head/${branch}`, commit: textAt(event, 'pull_request', 'head', 'sha') ?? sha }
}

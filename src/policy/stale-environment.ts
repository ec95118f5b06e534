/** Whether a preview environment is still needed, and why. `unclear` ones stay, and somebody has to look. */
export interface Verdict {
  readonly kind: 'stale' | 'needed' | 'unclear'
  /** Part of a sentence. */
  readonly reason: string
}

/** `ttlMs` undefined: no environment is too old. */
export const isExpired = (createdAt: string, { ttlMs, now }: { ttlMs: number | undefined; now: number }): boolean =>
  ttlMs !== undefined && now - Date.parse(createdAt) > ttlMs

/** `pullRequest` undefined: GitHub knows none of that number, or shows it to nobody with this token. */
export const judgeByPullRequest = (
  number: number,
  pullRequest: { readonly state: 'open' | 'closed'; readonly merged: boolean } | undefined,
): Verdict => {
  if (pullRequest === undefined) {
    const reason = `GitHub shows no pull request #${number}: the token may lack the permission \`pull-requests: read\``
    return { kind: 'unclear', reason }
  }
  if (pullRequest.state === 'open') return { kind: 'needed', reason: `pull request #${number} is open` }
  return { kind: 'stale', reason: `pull request #${number} is ${pullRequest.merged ? 'merged' : 'closed'}` }
}

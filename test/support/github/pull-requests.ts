import { userBody } from './accounts.ts'
import { notFound, type Route } from './route.ts'

const repositoryBody = (fullName: string) => {
  const [owner = '', name = ''] = fullName.split('/')
  return { name, full_name: fullName, owner: userBody(owner) }
}

export const pullRequestRoutes: Readonly<Record<string, Route>> = {
  'pulls/get': {
    takes: 'pull_requests=read',
    answer: ({ state, path, repository, webUrl }) => {
      const found = state.pullRequests.find(({ number }) => String(number) === path['pull_number'])
      if (!found) return notFound
      const base = repositoryBody(repository)
      const head = found.headRepository === null ? null : repositoryBody(found.headRepository)
      const url = `${webUrl}/${repository}/pull/${found.number}`
      const body = {
        number: found.number,
        id: 5_000_000 + found.number,
        title: found.title,
        body: found.body,
        html_url: url,
        state: found.state,
        merged: found.merged,
        merged_at: found.merged ? '2026-01-02T00:00:00Z' : null,
        closed_at: found.state === 'closed' ? '2026-01-02T00:00:00Z' : null,
        draft: found.isDraft,
        locked: found.isLocked,
        user: userBody(found.author),
        labels: found.labels.map((name, index) => ({ id: index + 1, name, color: 'ededed' })),
        head: { ref: found.headRef, sha: found.headSha, repo: head, user: userBody(found.author) },
        base: { ref: found.baseRef, repo: base, user: userBody(repository.split('/')[0] ?? '') },
      }
      return { status: 200, body }
    },
  },
}

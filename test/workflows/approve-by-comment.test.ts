import { expect, test } from 'vitest'
import type { Json } from '../../scripts/workflow/model.ts'
import { aPullRequest } from '../support/github/state.ts'
import { aGitHubShop, sha } from './a-github-shop.ts'

const at = '2026-01-01T00:00:00Z'
const people = {
  octocat: { permission: 'write' as const },
  robin: { permission: 'admin' as const },
  mona: { permission: 'write' as const, role: 'maintain' },
  hubot: { permission: 'write' as const },
}

/** A shop where robin has asked for the head of pull request 7 in production, which waits for an approval. */
const aWaitingShop = async (comments: { body: string; author: string }[]) => {
  const shop = await aGitHubShop({
    people,
    pullRequests: [aPullRequest({ number: 7, headSha: sha, headRepository: 'acme/shop' })],
    comments: comments.map(({ body, author }, index) => ({
      id: index + 1,
      issue: 7,
      body,
      author: { login: author, type: 'User' as const },
      createdAt: at,
      updatedAt: at,
    })),
  })
  shop.orchestrator.control.behave({ pendingMs: 0, durationMs: 0 })
  const ask = `
on: workflow_dispatch
jobs:
  ask:
    runs-on: ubuntu-latest
    env: { HUMANITEC_TOKEN: '\${{ secrets.HUMANITEC_TOKEN }}', HUMANITEC_ORG: acme, HUMANITEC_APP: shop }
    steps:
      - id: delta
        uses: humanitec-actions/humanitec-actions/actions/create-delta@v1
        with: { env: production, images: web=ghcr.io/acme/web:2, api-url: '\${{ vars.HUMANITEC_API_URL }}' }
      - id: ask
        uses: humanitec-actions/humanitec-actions/actions/deploy@v1
        with: { env: production, delta-id: '\${{ steps.delta.outputs.delta-id }}', wait: false, api-url: '\${{ vars.HUMANITEC_API_URL }}' }
      - uses: humanitec-actions/humanitec-actions/actions/wait-for-run@v1
        with: { run-id: '\${{ steps.ask.outputs.run-id }}', pipeline-id: '\${{ steps.ask.outputs.pipeline-id }}', env: production, until: approval, api-url: '\${{ vars.HUMANITEC_API_URL }}' }
`
  const asked = await shop.runChanged('promote', () => ask, { event: 'workflow_dispatch' })
  expect(asked.result.conclusion).toBe('success')
  return shop
}

/** An `issue_comment` event with the members that GitHub gives it. */
const commentEvent = (comment: { id: number; body: string; author: string }, action = 'created') => {
  const user = { login: comment.author, id: 7, type: 'User', site_admin: false }
  return {
    action,
    issue: {
      number: 7,
      title: 'A new cart',
      state: 'open',
      user: { login: 'octocat', id: 8, type: 'User' },
      pull_request: { url: 'https://api.github.com/repos/acme/shop/pulls/7' },
    },
    comment: {
      id: comment.id,
      body: comment.body,
      user,
      author_association: 'MEMBER',
      created_at: at,
      updated_at: action === 'created' ? at : '2026-01-01T00:05:00Z',
      html_url: `https://github.com/acme/shop/pull/7#issuecomment-${comment.id}`,
    },
    repository: { id: 1, name: 'shop', full_name: 'acme/shop', owner: { login: 'acme', id: 2, type: 'Organization' } },
    sender: user,
  } satisfies Record<string, Json>
}

const command = `/approve production ${sha.slice(0, 7)}`

const say = async (body: string, author: string, action?: string) => {
  const shop = await aWaitingShop([{ body, author }])
  const payload = commentEvent({ id: 1, body, author }, action)
  const { result } = await shop.run('approve-by-comment', { event: 'issue_comment', payload, actor: author })
  const [comment, ...replies] = shop.github.state.comments
  const [approval] = await shop.get('/apps/shop/approvals')
  return {
    result,
    status: approval.status,
    reactions: comment?.reactions.map(({ content }) => content),
    replies: replies.map((reply) => reply.body),
  }
}

test('a maintainer who neither wrote the change nor asked for it approves by a comment', async () => {
  const { result, status, reactions, replies } = await say(`Looks good.\n\n${command}`, 'mona')
  expect(result.conclusion).toBe('success')
  expect(status).toBe('approved')
  expect(reactions).toEqual(['eyes', '+1'])
  expect(replies).toHaveLength(1)
  expect(replies[0]).toMatch(/mona/)
})

test.each([
  ['whoever asked for the deployment', command, 'robin', /started the run/],
  ['somebody whose rights are not enough', command, 'hubot', /may not decide/],
  ['a command for another commit', '/approve production fffffff', 'mona', /not decided/],
  ['a command that is not whole', '/approve production', 'mona', /stand alone/],
])('%s is refused, with a reply that says so', async (_, body, author, why) => {
  const { result, status, reactions, replies } = await say(body, author)
  expect(result.conclusion).toBe('failure')
  expect(status).toBe('waiting')
  expect(reactions).toEqual(['eyes', '-1'])
  expect(replies).toHaveLength(1)
  expect(replies[0]).toMatch(why)
})

test.each([
  ['a command in a quote', `> ${command}`, undefined],
  ['a comment that was edited', command, 'edited'],
])('%s is no command, and is not answered', async (_, body, action) => {
  const { result, status, reactions, replies } = await say(body, 'mona', action)
  expect(result.conclusion).toBe('success')
  expect([status, reactions, replies]).toEqual(['waiting', [], []])
})

test('a comment without the command starts no job', async () => {
  const { result } = await say('Looks good.', 'mona')
  expect(result.jobs.map(({ conclusion }) => conclusion)).toEqual(['skipped'])
})

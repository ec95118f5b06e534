import { expect, test } from 'vitest'
import { workflowBot } from '../support/github/state.ts'
import { aGitHub, listed } from './a-github.ts'

test('a comment is made, under the name of the token', async () => {
  const { fake, github } = aGitHub()

  const comment = await github.comments.create(1, 'Deployed. ✅')

  expect(comment).toEqual({
    id: fake.state.comments[0]?.id,
    body: 'Deployed. ✅',
    author: 'github-actions[bot]',
    authorType: 'Bot',
    url: `https://github.test/octo/shop/pull/1#issuecomment-${comment.id}`,
    createdAt: '2026-01-05T12:00:00Z',
    updatedAt: '2026-01-05T12:00:00Z',
  })
  expect(fake.state.comments).toMatchObject([{ issue: 1, body: 'Deployed. ✅', author: workflowBot }])
})

test('an edited comment keeps its id, and shows that it was edited', async () => {
  const { fake, github, clock } = aGitHub()
  const { id } = await github.comments.create(1, 'first')
  await clock.sleep(5000)

  const edited = await github.comments.update(id, 'second')

  expect(edited).toMatchObject({ id, body: 'second', updatedAt: '2026-01-05T12:00:05Z' })
  expect(fake.state.comments).toMatchObject([{ body: 'second', history: ['first'] }])
})

test('one comment is read by its id, and one that does not exist is nothing', async () => {
  const { fake, github } = aGitHub({ comments: [{ body: '/approve', author: { login: 'mona', type: 'User' } }] })

  expect(await github.comments.get(fake.state.comments[0]?.id ?? 0)).toMatchObject({ body: '/approve', author: 'mona' })
  expect(await github.comments.get(77)).toBeUndefined()
})

test('the comment of a deleted account has no author', async () => {
  const { github } = aGitHub({ comments: [{ body: 'bye', author: null }] })

  const [comment] = await listed(github.comments.list(1))

  expect(comment).toMatchObject({ body: 'bye', author: undefined, authorType: undefined })
})

test('a comment is deleted, and deleting it again is fine', async () => {
  const { fake, github } = aGitHub()
  const { id } = await github.comments.create(1, 'gone soon')

  await github.comments.delete(id)
  await github.comments.delete(id)

  expect(fake.state.comments).toEqual([])
})

test('the same reaction twice counts once', async () => {
  const { fake, github } = aGitHub({ comments: [{ body: '/approve', author: { login: 'mona', type: 'User' } }] })
  const id = fake.state.comments[0]?.id ?? 0

  await github.comments.react(id, '+1')
  await github.comments.react(id, '+1')
  await github.comments.react(id, 'eyes')

  expect(fake.state.comments[0]?.reactions).toMatchObject([
    { login: 'github-actions[bot]', content: '+1' },
    { login: 'github-actions[bot]', content: 'eyes' },
  ])
})

test('a comment that is too long is refused with what GitHub says about it', async () => {
  const { github } = aGitHub()

  await github.comments.create(1, '🚀'.repeat(65_536))
  await expect(github.comments.create(1, 'x'.repeat(65_537))).rejects.toMatchObject({
    name: 'GitHubError',
    status: 422,
    operation: 'create a comment',
    message:
      'GitHub refused to create a comment: 422 Validation Failed: Body is too long (maximum is 65536 characters)',
  })
})

test('a locked conversation is told apart from a missing permission', async () => {
  const { fake, github } = aGitHub()
  Object.assign(fake.state.pullRequests[0] ?? {}, { isLocked: true })

  await expect(github.comments.create(1, 'hello')).rejects.toMatchObject({
    status: 403,
    missingPermission: undefined,
    message: 'GitHub refused to create a comment: 403 Unable to create comment because issue is locked',
  })
})

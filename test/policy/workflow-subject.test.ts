import { describe, expect, test } from 'vitest'
import { branchOf, pullRequestOf, repositoryOf, type Workflow } from '../../src/policy/workflow-subject.ts'

const shop = { id: '4711', name: 'acme/shop' }

const workflow = (eventName: string, event: object, ref = 'refs/heads/main'): Workflow => ({
  context: { repository: shop.name, repositoryId: shop.id, eventName, ref },
  event: event as Workflow['event'],
})

const ofPullRequest = (head: object) =>
  workflow('pull_request', { pull_request: { number: 7, head } }, 'refs/pull/7/merge')

describe('the pull request', () => {
  test.each([
    ['of its own event', ofPullRequest({ ref: 'feat/cart' })],
    ['that a comment stands on', workflow('issue_comment', { issue: { number: 7, pull_request: {} } })],
  ])('%s', (_, given) => {
    expect(pullRequestOf(given)).toEqual({ kind: 'pull-request', number: 7 })
  })

  test.each([
    ['a push', workflow('push', { ref: 'refs/heads/main' })],
    ['a comment on an issue', workflow('issue_comment', { issue: { number: 7 } })],
    ['an event that is broken', workflow('pull_request', { pull_request: { number: '7' } })],
    ['no event', workflow('', {})],
  ])('there is none in %s', (_, given) => {
    expect(pullRequestOf(given)).toEqual({
      problem: `needs a pull request, and the event '${given.context.eventName}' has none. Give its number in the input 'pull-request'`,
    })
  })
})

describe('the branch', () => {
  test.each([
    ['that was pushed to', workflow('push', {}, 'refs/heads/feat/cart')],
    ['of a pull request', ofPullRequest({ ref: 'feat/cart', repo: { id: 4711 } })],
    ['that was deleted', workflow('delete', { ref: 'feat/cart', ref_type: 'branch' })],
  ])('%s', (_, given) => {
    expect(branchOf(given, shop)).toEqual({ kind: 'branch', branch: 'feat/cart' })
  })

  test.each([
    ['of a fork', ofPullRequest({ ref: 'main', repo: { id: 99 } }), "this one is a fork's"],
    ['of a fork that was deleted', ofPullRequest({ ref: 'main', repo: null }), "this one is a fork's"],
    ['of a tag', workflow('push', {}, 'refs/tags/v1'), "the workflow runs for 'refs/tags/v1'"],
    ['of a deleted tag', workflow('delete', { ref: 'v1', ref_type: 'tag' }), 'a tag was deleted'],
    ['of nothing', workflow('release', {}, ''), "the workflow runs for ''"],
  ])('%s is none of this repository', (_, given, problem) => {
    expect(branchOf(given, shop)).toEqual({ problem: expect.stringContaining(problem) })
  })
})

describe('the repository', () => {
  test('is what the variables say, or the event where the server is too old for them', () => {
    expect(repositoryOf(workflow('push', { repository: { id: 1 } }))).toEqual(shop)
    const old = {
      context: { ...workflow('push', {}).context, repositoryId: undefined },
      event: { repository: { id: 1 } },
    }
    expect(repositoryOf(old)).toEqual({ id: '1', name: 'acme/shop' })
  })

  test('is not guessed', () => {
    const { context } = workflow('push', {})
    expect(repositoryOf({ context: { ...context, repositoryId: undefined }, event: {} })).toBeUndefined()
    expect(repositoryOf({ context: { ...context, repository: undefined }, event: {} })).toBeUndefined()
  })
})

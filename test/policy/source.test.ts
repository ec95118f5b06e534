import { expect, test } from 'vitest'
import { sourceOf } from '../../src/policy/source.ts'

const head = 'b'.repeat(40)
const merge = 'c'.repeat(40)
const pull = { ref: 'refs/pull/7/merge', sha: merge, headRef: 'feature/x' }

test('of a push is what was pushed', () => {
  const context = { ref: 'refs/heads/main', sha: head, headRef: undefined }
  expect(sourceOf(context, { after: head })).toEqual({ ref: 'refs/heads/main', commit: head })
})

test('of a pull request is its branch and its head, not the merge that GitHub made', () => {
  const event = { pull_request: { head: { ref: 'feature/x', sha: head } } }
  expect(sourceOf(pull, event)).toEqual({ ref: 'refs/pr_head/feature/x', commit: head })
})

test('of a pull request whose event cannot be read is the branch that the runner names', () => {
  expect(sourceOf(pull, {})).toEqual({ ref: 'refs/pr_head/feature/x', commit: merge })
})

test.each([{ pull_request: null }, { pull_request: { head: 'x' } }, { pull_request: { head: { ref: 1, sha: '' } } }])(
  'lives with an event that is none: %j',
  (event) => {
    expect(sourceOf({ ref: 'refs/heads/main', sha: head, headRef: undefined }, event)).toEqual({
      ref: 'refs/heads/main',
      commit: head,
    })
  },
)

test('is unknown outside of a workflow', () => {
  expect(sourceOf({ ref: undefined, sha: undefined, headRef: undefined }, {})).toEqual({
    ref: undefined,
    commit: undefined,
  })
})

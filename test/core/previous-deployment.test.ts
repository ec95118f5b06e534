import { describe, expect, test } from 'vitest'
import type { Deployment } from '../../src/contract/types.ts'
import { previousOf } from '../../src/core/previous-deployment.ts'

/** `A` for a set that was deployed successfully, `A!` for one that failed, `A?` for one under way, `A2` with other values. */
const deployments = (texts: string): Deployment[] =>
  texts.split(' ').map((text, index, { length }) => ({
    id: String(length - index),
    env_id: 'staging',
    set_id: text.charAt(0),
    value_set_version_id: /\d/.exec(text)?.[0] ?? null,
    from_id: '',
    comment: '',
    status: text.endsWith('!') ? 'failed' : text.endsWith('?') ? 'in progress' : 'succeeded',
    status_changed_at: '2026-01-01T00:00:00Z',
    created_at: '2026-01-01T00:00:00Z',
    created_by: 'ci',
  })) as Deployment[]

describe('what an environment ran before', () => {
  // Newest first, as the API lists them.
  test.each([
    ['is the deployment before the last', 'B A', '1'],
    ['is the last that succeeded, after a failure', 'C! B A', '2'],
    ['is no deployment that failed', 'C B! A', '1'],
    ['is no deployment under way', 'C B? A', '1'],
    ['is not the same once more', 'B B B A', '1'],
    ['is not the very set that has just failed', 'B! B A', '1'],
    ['is the same set with other values', 'B2 B', '1'],
    ['is what was rolled back, after a rollback', 'A B A', '2'],
  ])('%s', (_, texts, expected) => {
    expect(previousOf(deployments(texts))?.id).toBe(expected)
  })

  test.each([
    ['after the first deployment', 'A'],
    ['where nothing else has succeeded', 'B A! C!'],
    ['where all brought the same', 'A A A'],
  ])('is nothing %s', (_, texts) => {
    expect(previousOf(deployments(texts))).toBeUndefined()
  })

  test('is nothing without any deployment', () => {
    expect(previousOf([])).toBeUndefined()
  })
})

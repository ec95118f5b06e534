import { expect, test } from 'vitest'
import type { Environment } from '../../src/contract/types.ts'
import type { Swept } from '../../src/core/sweep-environments.ts'
import { environmentSummary, sweepSummary } from '../../src/report/environment.ts'

test('one environment is shown with what happened to it, and where it is', () => {
  const summary = environmentSummary({
    id: 'pr-7-de650d61',
    name: 'acme/shop#7',
    type: 'preview',
    status: 'succeeded',
    message: "Environment 'pr-7-de650d61' was created.",
    fromDeployment: '1a2b3c',
    url: 'https://app.humanitec.io/orgs/acme/apps/shop/envs/pr-7-de650d61',
  })
  expect(summary).toBe(
    [
      '### Environment `pr-7-de650d61`',
      '',
      "✅ Environment 'pr-7-de650d61' was created.",
      '',
      '|  |  |',
      '| --- | --- |',
      '| Name | acme/shop\\#&#8203;7 |',
      '| Type | `preview` |',
      '| Starts from deployment | `1a2b3c` |',
      '| Where | [Humanitec portal](https://app.humanitec.io/orgs/acme/apps/shop/envs/pr-7-de650d61) |',
    ].join('\n'),
  )
})

test('what is not known of an environment is left out', () => {
  const message = 'The job was cancelled.'
  const end = { id: 'test', name: undefined, type: undefined, fromDeployment: undefined, url: '' }
  expect(environmentSummary({ ...end, status: 'cancelled', message })).toBe(`### Environment \`test\`\n\n🚫 ${message}`)
})

const swept = (id: string, name: string, end: Pick<Swept, 'kind'> & { message?: string; reason: string }): Swept => {
  const at = '2026-01-05T12:00:00Z'
  const environment: Environment = {
    id,
    name,
    type: 'preview',
    created_at: at,
    created_by: 'ci',
    status: 'active',
    status_changed_at: at,
  }
  return { environment, ...end } as Swept
}

test('a sweep is a table, with the sum above it', () => {
  const summary = sweepSummary(
    [
      swept('pr-7-x', 'acme/shop#7', { kind: 'deleted', reason: 'pull request #7 is closed' }),
      swept('pr-8-x', 'acme/shop#8', { kind: 'kept', reason: 'pull request #8 is open' }),
      swept('pr-9-x', 'acme/shop#9', { kind: 'failed', reason: 'it is older than 7d', message: 'no access' }),
      swept('pr-10-x', 'acme/shop#10', { kind: 'failed', reason: 'not shown', message: 'not shown' }),
    ],
    { dryRun: false },
  )
  expect(summary.split('\n')).toEqual([
    '### Preview environments: 1 deleted, 1 kept, 2 failed',
    '',
    '| Environment | Made for | Why | Result |',
    '| --- | --- | --- | --- |',
    '| `pr-7-x` | acme/shop\\#&#8203;7 | pull request \\#&#8203;7 is closed | 🗑️ deleted |',
    '| `pr-8-x` | acme/shop\\#&#8203;8 | pull request \\#&#8203;8 is open | ✅ kept |',
    '| `pr-9-x` | acme/shop\\#&#8203;9 | it is older than 7d | ❌ failed: no access |',
    '| `pr-10-x` | acme/shop\\#&#8203;10 | not shown | ❌ failed |',
  ])
})

test('names and messages from outside change nothing but their own text', () => {
  const hostile = '| x |\n# <img src=x> @mona [a](https://evil.test) `'
  const lines = sweepSummary([swept('pr-7-x', hostile, { kind: 'failed', reason: hostile, message: `${hostile}!` })], {
    dryRun: true,
  }).split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[4]?.replace(/\\\|/g, '').split('|')).toHaveLength(6)
  expect(lines[4]).not.toMatch(/<img|@mona|\[a\]\(/)
  const end = { id: 'test', type: hostile, fromDeployment: hostile, url: 'javascript:alert(1)' }
  const one = environmentSummary({ ...end, name: hostile, status: 'failed', message: hostile })
  expect(one).not.toMatch(/<img|[^>]@mona|\[a\]\(|javascript:/)
  expect(one.match(/^#/gm)).toHaveLength(1)
})

import { expect, test } from 'vitest'
import type { Approval } from '../../src/contract/types.ts'
import { approvalSummary, doneReply, notDoneReply, refusalSummary } from '../../src/report/approval.ts'

const approval: Approval = {
  id: 'a1',
  org_id: 'acme',
  app_id: 'shop',
  pipeline_id: 'release',
  run_id: 'r1',
  job_id: 'ask',
  env_id: 'production',
  message: 'Ship it?',
  created_at: '2026-01-05T12:00:00Z',
  status: 'approved',
  approved_by: 'u-1',
}
const hostile = 'x\n# @octocat <img src=x> | [a](b) `c` #1'
const runUrl = 'https://github.com/octo/shop/actions/runs/7/attempts/1'

test('a decision names whoever took it, rather than the user of the token', () => {
  expect(approvalSummary(approval)).toContain('| Decided by | `u-1` |')
  expect(approvalSummary(approval, 'mona')).toContain('| Decided by | `mona` |')
})

test('a refusal says why', () => {
  expect(refusalSummary(approval, 'only a person can decide')).toMatchInlineSnapshot(`
    "### Approval for production: ⛔ refused

    > only a person can decide.

    |  |  |
    | --- | --- |
    | Pipeline | \`release\` |
    | Run | \`r1\` |"
  `)
  expect(refusalSummary(undefined, 'only a person can decide')).toBe(
    '### Approval: ⛔ refused\n\n> only a person can decide.',
  )
})

test('the answers to a comment are one line each', () => {
  expect(doneReply(approval, { by: 'mona', runUrl })).toBe(
    `**production: ✅ approved** by mona. [Workflow run](${runUrl})`,
  )
  expect(notDoneReply('only a person can decide', undefined)).toBe('**⛔ Refused:** only a person can decide.')
  expect(notDoneReply(undefined, runUrl)).toBe(
    `**⚠️ This was not decided.** The log says why. [Workflow run](${runUrl})`,
  )
})

test('text from outside mentions nobody, and stays text', () => {
  const replies = [
    approvalSummary({ ...approval, message: hostile }).split('\n\n')[1] ?? '',
    doneReply({ ...approval, env_id: hostile }, { by: hostile, runUrl: `javascript:${hostile}` }),
    notDoneReply(hostile, undefined),
    refusalSummary({ ...approval, env_id: hostile }, hostile)
      .split('\n\n')
      .slice(0, 2)
      .join(' '),
  ]
  for (const reply of replies) {
    expect(reply).not.toMatch(/\n|@octocat|<img|\[a\]|javascript:x\]/)
    expect(reply).toContain('@&#8203;octocat')
  }
})

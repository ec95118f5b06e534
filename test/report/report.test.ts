import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Approval, Deployment, Job, Run } from '../../src/contract/types.ts'
import { givenStatuses, standingOf } from '../../src/report/outcome.ts'
import { reportHeadline, reportMarkdown, reportText } from '../../src/report/report.ts'
import { runSummary } from '../../src/report/run.ts'
import { hostile as dangerous } from '../actions/a-release.ts'
import { aJob, aReport, plan, scenarios } from './scenarios.ts'

/** With marks that show what follows from right to left, and what cannot be seen. */
const hostile = `${dangerous}\u202egnp.exe\u200b`

const golden = (name: string) => join(import.meta.dirname, 'golden', name)

/** Without what stands in blocks of code and between backticks, which is shown as it is. */
const outsideOfCode = (text: string) => text.replace(/^(`{3,}).*?^\1$/gms, '').replace(/`[^`\n]*`/g, '')

describe.each(Object.entries(scenarios))('%s', (name, scenario) => {
  const report = aReport(scenario)

  test.each(['summary', 'comment'] as const)('is what people see in the %s', async (place) => {
    await expect(`${reportMarkdown(report, place)}\n`).toMatchFileSnapshot(golden(`${name}.${place}.md`))
  })

  test('is what people see in the log', async () => {
    await expect(`${reportText(report)}\n`).toMatchFileSnapshot(golden(`${name}.log.txt`))
  })

  test('does not show what is secret', () => {
    const all = `${reportMarkdown(report, 'summary')}${reportText(report)}`
    expect(all).not.toContain('hunter2')
  })
})

test('a chart stands only in the summary, and only where jobs run beside or after each other', () => {
  const { success, timeout } = scenarios
  expect(reportMarkdown(aReport(success!), 'summary')).toContain('```mermaid\ngantt')
  expect(reportMarkdown(aReport(success!), 'comment')).not.toContain('mermaid')
  expect(reportMarkdown(aReport(timeout!), 'summary')).not.toContain('mermaid')
})

test('names in a chart mean nothing to it', () => {
  const name = 'a: b; click x "y" #35; %%{init}%%\n  section z'
  const jobs = [aJob('one', 'succeeded', [name, 'succeeded', 0, 1]), aJob('two', 'failed', ['b', 'failed', 1, 2])]
  const review = { ...scenarios['success']!.review!, result: { ...scenarios['success']!.review!.result, jobs } }
  const [chart] = /```mermaid.*?```/s.exec(reportMarkdown(aReport({ review }), 'summary')) ?? []
  expect(chart?.split('\n').slice(4)).toEqual([
    '  section one',
    '    a b click x y 35 init section z :done, 1767614400000, 1767614401000',
    '  section two',
    '    b :crit, 1767614401000, 1767614402000',
    '```',
  ])
})

test('the summary of a step that has followed the run shows the same last lines', () => {
  const { result, tails } = scenarios['failure-in-the-cluster']!.review!
  const text = runSummary({ ...result, tails }, { title: 'Deploy to production', url: '', now: 0 })
  expect(text).toContain('The last lines of **deploy / Deploy set** (14 before them):')
})

test('many changes are folded', () => {
  const [change] = plan.plan.changes
  const changes = Array.from({ length: 16 }, (_, index) => ({ ...change!, module: `web-${index}` }))
  const text = reportMarkdown(
    aReport({ given: 'succeeded', plan: { ...plan, plan: { ...plan.plan, changes } } }),
    'comment',
  )
  expect(text).toContain('<summary>16 changes</summary>')
})

describe('how things stand', () => {
  const { success, timeout } = scenarios
  const denied = scenarios['denied-approval']!.review
  const failed = scenarios['failure-in-the-cluster']!.review

  test.each([
    ['nothing is known of anything', undefined, undefined, false, 'not-started'],
    ['there is only a plan', undefined, undefined, true, 'planned'],
    ['the job has a plan and went well', 'success', undefined, true, 'planned'],
    ['the job went well', 'success', undefined, false, 'succeeded'],
    ['the job failed before anything was deployed', 'failure', undefined, true, 'failed'],
    ['the platform says so', undefined, success!.review, false, 'succeeded'],
    ['the platform knows why the job failed', 'failure', denied, false, 'denied'],
    ['the step failed over an approval', 'failed', denied, false, 'denied'],
    ['the job failed after the deployment', 'failure', success!.review, false, 'failed'],
    ['the job was cancelled', 'cancelled', failed, false, 'cancelled'],
    ['the run goes on', undefined, timeout!.review, false, 'in-progress'],
    ['the run goes on without the step', 'timed-out', timeout!.review, false, 'timed-out'],
    ['the run has ended well since the step gave up', 'timed-out', success!.review, false, 'succeeded'],
    ['the run has ended since the step left', 'in-progress', failed, false, 'failed'],
    ['the step could not tell, and the platform can', 'unknown', success!.review, false, 'succeeded'],
    ['the environment is gone', 'deleted', undefined, false, 'deleted'],
  ] as const)('when %s', (_, given, review, hasPlan, outcome) => {
    expect(standingOf(given, { review, plan: hasPlan ? plan : undefined }).outcome).toBe(outcome)
  })

  test('a failure after the deployment does not blame it', () => {
    expect(standingOf('failure', { review: success!.review, plan: undefined }).reason).toBe(
      'The deployment succeeded, but a step of the workflow failed',
    )
  })

  test('when there was nothing to deploy, it says so', () => {
    const empty = { ...plan, plan: { ...plan.plan, empty: true, changes: [] } }
    expect(reportMarkdown(aReport({ given: 'succeeded', plan: empty }), 'comment')).toContain(
      '✅ succeeded\n\nNothing had to be deployed: what runs is what was asked for.',
    )
  })

  test.each(givenStatuses)('there are words for %s', (given) => {
    const report = aReport({ given })
    for (const text of [reportHeadline(report), reportMarkdown(report, 'comment'), reportText(report)]) {
      expect(text).toMatch(/(?:Deploy to|Environment|Plan for) production of shop: \S/)
      expect(text).not.toContain('undefined')
    }
  })
})

test('text from outside makes no structure, wherever it stands', () => {
  const run = { id: hostile, pipeline_id: hostile, created_at: hostile } as Run
  const job = { ...aJob(hostile, 'failed', [hostile, hostile, 0, 1], ['b', 'failed', 1, 2]), name: hostile } as Job
  const review = {
    result: {
      status: 'failed' as const,
      reason: hostile,
      envId: hostile,
      run,
      jobs: [job, { ...job, id: 'other' }],
      approvals: [{ env_id: hostile, message: hostile } as Approval],
      deployment: { id: hostile, env_id: hostile, set_id: hostile } as Deployment,
      problems: [
        { scope: 'workload', object: hostile, code: hostile, summary: hostile, message: `\`\`\`\n${hostile}` },
      ],
      hosts: { [hostile]: hostile, web: 'javascript:alert(1)' },
    },
    decisions: [{ env_id: hostile, message: hostile, status: 'denied', approved_by: hostile } as Approval],
    tails: [
      {
        jobId: hostile,
        step: hostile,
        left: 1,
        lines: [{ at: hostile, level: 'info', message: `\`\`\`\n</details>${hostile}` }],
      },
    ],
  }
  const change = { scope: 'module' as const, module: hostile, path: `/${hostile}`, kind: 'changed' as const }
  const shown = {
    ...plan,
    plan: { ...plan.plan, env: hostile, changes: [{ ...change, before: hostile, after: hostile }] },
  }
  const report = { ...aReport({ given: 'failed', review, plan: shown }), env: hostile, app: hostile, commit: hostile }
  for (const place of ['summary', 'comment'] as const) {
    const text = reportMarkdown(report, place)
    for (const character of ['\u001b', '\u202e', '\u200b']) expect(text).not.toContain(character)
    const rest = outsideOfCode(text)
    expect(rest).not.toMatch(/<(?!br>|\/?code>|\/?details>|\/?summary>)/)
    expect(rest).not.toMatch(/(?<!\\)\]\((?!https:\/\/(?:app\.humanitec\.io|github\.com)\/)/)
    expect(rest).not.toMatch(/@octocat/)
  }
})

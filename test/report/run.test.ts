import { describe, expect, test } from 'vitest'
import type { Approval, Deployment, Job, Run } from '../../src/contract/types.ts'
import type { RunResult } from '../../src/core/await-run.ts'
import { endStatuses } from '../../src/core/conclude.ts'
import { runSummary } from '../../src/report/run.ts'
import { hostile } from '../actions/a-release.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 5, 12, 0, second)).toISOString()
const now = Date.parse(at(200))

const run = { id: 'run-1', pipeline_id: 'default', created_at: at(0), completed_at: at(65) } as Run
const deployment = { id: 'dep-1', env_id: 'staging', set_id: 'set-1' } as Deployment
const jobs = [
  {
    id: 'deploy',
    name: 'Deploy',
    status: 'succeeded',
    created_at: at(0),
    completed_at: at(65),
    steps: [
      { index: 0, name: 'Create set', status: 'succeeded', created_at: at(0), completed_at: at(5) },
      { index: 1, name: 'Deploy set', status: 'succeeded', created_at: at(0), completed_at: at(65) },
      { index: 2, name: 'Never', status: 'skipped', created_at: at(0), completed_at: at(65) },
    ],
  },
] as Job[]
const success: RunResult = {
  status: 'succeeded',
  reason: "Deployment 'dep-1' succeeded",
  envId: 'staging',
  run,
  jobs,
  approvals: [],
  deployment,
  problems: [],
  current: true,
  hosts: { web: 'web.example.test' },
}
const summary = (change: Partial<RunResult> = {}, url = '') =>
  runSummary({ ...success, ...change }, { title: 'Deploy to staging', url, now })

describe('the summary of a run', () => {
  test('that succeeded', () => {
    expect(summary({}, 'https://app.humanitec.io/orgs/o/apps/a/envs/staging/deploys/dep-1')).toMatchInlineSnapshot(`
      "### Deploy to staging: ✅ succeeded after 1m 5s

      #### Where it runs

      - web: [web.example.test](https://web.example.test/)

      #### Where to look

      |  |  |
      | --- | --- |
      | Pipeline | \`default\` |
      | Run | \`run-1\` |
      | Deployment | [dep-1](https://app.humanitec.io/orgs/o/apps/a/envs/staging/deploys/dep-1) |
      | Set | \`set-1\` |

      #### How long it took

      | Job and steps | Status | Time |
      | --- | --- | --- |
      | ✅ **Deploy** | succeeded | 1m 5s |
      | &nbsp;&nbsp;✅ Create set | succeeded | 5s |
      | &nbsp;&nbsp;✅ Deploy set | succeeded | 1m |
      | &nbsp;&nbsp;⏭️ Never | skipped |  |"
    `)
  })

  test('that failed shows what went wrong first', () => {
    const failed = summary({
      status: 'failed',
      reason: "Run 'run-1' failed: Job 'deploy' failed.",
      hosts: {},
      problems: [
        {
          scope: 'workload',
          object: 'web',
          code: 'CLD-001',
          summary: 'It did not start',
          message: 'Back-off pulling image\nweb:1',
        },
        { scope: 'step', object: 'deploy / x', code: '', summary: 'deploy / x failed', message: 'deploy / x failed' },
      ],
      jobs: [{ ...jobs[0]!, status: 'failed' }],
    })
    expect(failed).toMatchInlineSnapshot(`
      "### Deploy to staging: ❌ failed after 1m 5s

      Run 'run-1' failed: Job 'deploy' failed.

      #### What went wrong

      **workload web** (\`CLD-001\`): It did not start

      \`\`\`
      Back-off pulling image
      web:1
      \`\`\`

      **step deploy / x**: deploy / x failed

      #### What to try

      - Check that the workload's image exists and can be pulled, and look at the log of its container: on the deployment's page, or with \`kubectl logs\`.
      - Look at what the failing step wrote last. The log of the whole step is in the step that deployed, and on the page of the run.

      #### Where to look

      |  |  |
      | --- | --- |
      | Pipeline | \`default\` |
      | Run | \`run-1\` |
      | Deployment | \`dep-1\` |
      | Set | \`set-1\` |

      #### How long it took

      | Job and steps | Status | Time |
      | --- | --- | --- |
      | ❌ **Deploy** | failed | 1m 5s |
      | &nbsp;&nbsp;✅ Create set | succeeded | 5s |
      | &nbsp;&nbsp;✅ Deploy set | succeeded | 1m |
      | &nbsp;&nbsp;⏭️ Never | skipped |  |"
    `)
  })

  test('that ran out of time shows what it waits for, and how long that has taken by now', () => {
    const { completed_at: _, ...open } = run
    const approvals = [{ env_id: 'production', message: 'Ship it?' }] as Approval[]
    const waiting = summary({
      status: 'timed-out',
      reason: 'It is waiting',
      run: open,
      approvals,
      hosts: {},
      jobs: [
        {
          ...jobs[0]!,
          status: 'executing',
          completed_at: undefined,
          steps: [{ ...jobs[0]!.steps[0]! }, { ...jobs[0]!.steps[1]!, status: 'executing', completed_at: undefined }],
        } as unknown as Job,
      ],
    })
    expect(waiting).toMatchInlineSnapshot(`
      "### Deploy to staging: ⏱️ timed out after 3m 20s

      It is waiting.

      #### What to try

      - The run may go on by itself: follow it with the action \`wait-for-run\`, or give the step a longer \`timeout\`.

      #### Waiting for

      - for environment \`production\`, by whoever may deploy there: Ship it?

      #### Where to look

      |  |  |
      | --- | --- |
      | Pipeline | \`default\` |
      | Run | \`run-1\` |
      | Deployment | \`dep-1\` |
      | Set | \`set-1\` |

      #### How long it took

      | Job and steps | Status | Time |
      | --- | --- | --- |
      | ⏳ **Deploy** | executing | 3m 20s |
      | &nbsp;&nbsp;✅ Create set | succeeded | 5s |
      | &nbsp;&nbsp;⏳ Deploy set | executing | 3m 15s |"
    `)
  })

  test('of a bare deployment has no run', () => {
    const { run: _, ...bare } = success
    expect(runSummary({ ...bare, jobs: [], hosts: {}, current: false }, { title: 'Deploy to staging', url: '', now }))
      .toMatchInlineSnapshot(`
        "### Deploy to staging: ✅ succeeded

        #### Where to look

        |  |  |
        | --- | --- |
        | Deployment | \`dep-1\` |
        | Set | \`set-1\` |
        | Current | no: another deployment has come after this one |"
      `)
  })

  test.each(endStatuses)('has words for %s', (status) => {
    expect(summary({ status })).toMatch(/^### Deploy to staging: \S+ \S+/)
    expect(summary({ status })).not.toContain('undefined')
  })
})

test('text from outside makes no structure, wherever it stands', () => {
  const step = { index: 0, name: hostile, status: hostile, created_at: at(0), completed_at: at(1) }
  const text = runSummary(
    {
      status: 'failed',
      reason: hostile,
      envId: hostile,
      run: { ...run, id: hostile, pipeline_id: hostile },
      jobs: [{ ...jobs[0]!, name: hostile, status: hostile, steps: [step] } as Job],
      approvals: [{ env_id: hostile, message: hostile } as Approval],
      deployment: { ...deployment, id: hostile, set_id: hostile },
      problems: [
        { scope: hostile, object: hostile, code: hostile, summary: hostile, message: `\`\`\`\n${hostile}\n</details>` },
      ],
      hosts: { [hostile]: hostile, web: 'javascript:alert(1)', api: 'a b"onclick=x' },
    },
    { title: hostile, url: `https://app.test/${encodeURIComponent(hostile)}`, now },
  )
  expect(text).not.toContain('\u001b')
  const outsideOfCode = text.replace(/^(`{3,}).*?^\1$/gms, '').replace(/`[^`\n]*`/g, '')
  expect(outsideOfCode).not.toMatch(/<(?!br>|code>|\/code>)/)
  expect(outsideOfCode).not.toMatch(/(?<!\\)\]\((?!https:\/\/app\.test\/)/)
  expect(outsideOfCode).not.toMatch(/@octocat/)
})

import { describe, expect, test } from 'vitest'
import * as approve from '../../src/actions/approve/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { answering, rewriting, type Through } from '../core/an-application.ts'
import { messages } from './a-deployment.ts'
import { aRelease, hostile, startPipeline, step } from './a-release.ts'
import { anAskedApproval, inputsOf } from './an-asked-approval.ts'

const posts = (requests: string[]) => requests.filter((request) => request.startsWith('POST'))

describe('a request', () => {
  test.each([
    ['approve', 'approved', 'succeeded'],
    ['deny', 'denied', 'failed'],
  ])('of a run: %s', async (decision, status, end) => {
    const { release, run, approvals } = await anAskedApproval()
    const { runner, requests } = await release.act(approve, inputsOf(run, { decision }))
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toEqual({ status, 'approval-id': approvals[0]?.id, 'decided-by': 'local-administrator' })
    expect(posts(requests)).toHaveLength(1)
    expect(await release.run(run)).toMatchObject({ status: end })
    expect(runner.annotations).toEqual([])
  })

  test('is found by its id alone', async () => {
    const { release, run, approvals } = await anAskedApproval()
    const { runner } = await release.act(approve, { inputs: { 'approval-id': approvals[0]!.id } })
    expect(runner.outputs['status']).toBe('approved')
    expect(await release.run(run)).toMatchObject({ status: 'succeeded' })
  })

  test('by an id that nobody has is none', async () => {
    const { release } = await anAskedApproval()
    const { runner, requests } = await release.act(approve, { inputs: { 'approval-id': 'nobody' } })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toEqual({ status: 'no-request', 'approval-id': '', 'decided-by': '' })
    expect(messages(runner.annotations)).toBe("There is no approval request 'nobody' in this application.")
    expect(posts(requests)).toEqual([])
  })

  test('that was not made yet is none, with what to do', async () => {
    const release = await aRelease()
    const run = await startPipeline(release, `  go: { steps: [${step.log('x')}] }`)
    const { runner } = await release.act(approve, inputsOf(run))
    expect(runner.outputs['status']).toBe('no-request')
    expect(messages(runner.annotations)).toContain('set `wait-for-request: true`')
  })

  test('among several has to be named, and the choices are', async () => {
    const jobs = `  one: { steps: [${step.approve('staging')}] }\n  two: { steps: [${step.approve('production')}] }`
    const { release, run, approvals } = await anAskedApproval(jobs)
    const { runner, requests } = await release.act(approve, inputsOf(run))
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('failed')
    expect(posts(requests)).toEqual([])
    for (const { id, job_id } of approvals)
      expect(messages(runner.annotations)).toContain(`'${id}' (job '${job_id}', environment '`)
    const chosen = await release.act(approve, inputsOf(run, { env: 'production' }))
    expect(chosen.runner.outputs['status']).toBe('approved')
    expect((await release.approvals('?status=waiting')).map(({ job_id }) => job_id)).toEqual(['one'])
  })

  test('for another environment is told from none at all', async () => {
    const { release, run } = await anAskedApproval()
    const { runner } = await release.act(approve, inputsOf(run, { env: 'elsewhere' }))
    expect(runner.outputs['status']).toBe('no-request')
    expect(messages(runner.annotations)).toContain(
      `There is no approval request of run '${run.id}' of pipeline '${run.pipeline_id}' for environment 'elsewhere'.`,
    )
  })

  test('that was decided the other way says what this step was to do', async () => {
    const { release, run, approvals } = await anAskedApproval()
    await release.decide(approvals[0]!, 'approve')
    const { runner } = await release.act(approve, inputsOf(run, { decision: 'deny' }))
    expect(messages(runner.annotations)).toMatch(/: approved by pia\. This step was to deny it\.$/)
  })

  test.each([
    ['the same way is fine', 'approve', 'approve', 0],
    ['the other way is a failure', 'deny', 'approve', 1],
  ] as const)('that was decided before, %s', async (_, before, decision, exitCode) => {
    const { release, run, approvals } = await anAskedApproval()
    await release.decide(approvals[0]!, before)
    const { runner, requests } = await release.act(approve, inputsOf(run, { decision }))
    expect(posts(requests)).toEqual([])
    expect(runner.exitCode).toBe(exitCode)
    expect(runner.outputs).toMatchObject({ status: before === 'approve' ? 'approved' : 'denied', 'decided-by': 'pia' })
  })

  test.each([
    ['the same way is fine', 'approve', 0],
    ['the other way is a failure', 'deny', 1],
  ] as const)('that somebody else decides at the same moment, %s', async (_, other, exitCode) => {
    const { release, run, approvals } = await anAskedApproval()
    const through: Through = (send) => async (request) => {
      if (request.method === 'POST') await release.decide(approvals[0]!, other)
      return send(request)
    }
    const { runner } = await release.act(approve, { ...inputsOf(run), through })
    expect(runner.exitCode).toBe(exitCode)
    expect(runner.outputs).toMatchObject({ 'decided-by': 'pia' })
  })

  test('of a run that was cancelled is gone', async () => {
    const { release, run } = await anAskedApproval()
    await release.cancel(run)
    const { runner, requests } = await release.act(approve, inputsOf(run))
    expect(posts(requests)).toEqual([])
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('cancelled')
  })

  test('that this token may not decide about says who may', async () => {
    const { release, run, approvals } = await anAskedApproval()
    const { runner } = await release.act(approve, inputsOf(run, { token: 'dora' }))
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'failed', 'approval-id': approvals[0]?.id, 'decided-by': '' })
    expect(messages(runner.annotations)).toContain(
      "it takes the role 'developer' on the application and 'deployer' on the environment's type",
    )
    expect(await release.approvals()).toMatchObject([{ status: 'waiting' }])
  })

  test('that cannot be looked for fails with the reason', async () => {
    const { release, run } = await anAskedApproval()
    const { runner } = await release.act(approve, {
      ...inputsOf(run),
      through: answering(/GET/, () => ({ status: 401 })),
    })
    expect(runner.outputs['status']).toBe('failed')
    expect(messages(runner.annotations)).toContain('The token was not accepted')
  })
})

describe('a lost answer', () => {
  const losing =
    (times: number, { takesEffect }: { takesEffect: boolean }): Through =>
    (send) => {
      let left = times
      return async (request) => {
        const answer = request.method === 'POST' && left > 0 && !takesEffect ? undefined : await send(request)
        if (request.method === 'POST' && left-- > 0) throw new NetworkError('connection reset')
        return answer!
      }
    }

  test('of a decision that was taken is read back, and not given twice', async () => {
    const { release, run } = await anAskedApproval()
    const { runner, requests } = await release.act(approve, {
      ...inputsOf(run),
      through: losing(1, { takesEffect: true }),
    })
    expect(runner.outputs['status']).toBe('approved')
    expect(posts(requests)).toHaveLength(1)
  })

  test('of a decision that never arrived is given again once it is seen to be missing', async () => {
    const { release, run } = await anAskedApproval()
    const { runner, requests } = await release.act(approve, {
      ...inputsOf(run),
      through: losing(1, { takesEffect: false }),
    })
    expect(runner.outputs['status']).toBe('approved')
    expect(posts(requests)).toHaveLength(2)
  })

  test('that stays lost ends as unknown, and says what to look at', async () => {
    const { release, run, approvals } = await anAskedApproval()
    const { runner, requests } = await release.act(approve, {
      ...inputsOf(run),
      through: losing(100, { takesEffect: false }),
    })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'unknown', 'approval-id': approvals[0]?.id })
    expect(posts(requests)).toHaveLength(3)
    expect(messages(runner.annotations)).toContain(
      `approval request '${approvals[0]?.id}' for environment 'production' was taken is not known`,
    )
  })

  test('without a body is read back', async () => {
    const { release, run } = await anAskedApproval()
    const through: Through = (send) => async (request) => {
      const answer = await send(request)
      return request.method === 'POST' ? { ...answer, status: 204, body: '' } : answer
    }
    const { runner } = await release.act(approve, { ...inputsOf(run), through })
    expect(runner.outputs['status']).toBe('approved')
  })
})

test('shows the decision in the summary, whatever the request says', async () => {
  const { release, run } = await anAskedApproval(`  ask: { steps: [${step.approve('production', hostile)}] }`)
  const { runner } = await release.act(approve, inputsOf(run))
  expect(runner.summaryText.replaceAll(run.id, 'RUN')).toMatchInlineSnapshot(`
    "### Approval for production: ✅ approved

    > ::error::gotcha ::set-output name=status::succeeded \\#\\#\\[error\\]x \\[click\\](https:&#8203;//evil.test) &lt;img src=x&gt; \\| \\\`x\\\` red @&#8203;octocat

    |  |  |
    | --- | --- |
    | Pipeline | \`it\` |
    | Run | \`RUN\` |
    | Decided by | \`local-administrator\` |

    "
  `)
  const quiet = await release.act(approve, inputsOf(run, { summary: 'false' }))
  expect(quiet.runner.summaryText).toBe('')
})

test('takes answers that hold null for what is missing', async () => {
  const { release, run } = await anAskedApproval()
  const through = rewriting(/\/approve$/, (body: object) => ({ ...body, approved_by: null }))
  const { runner } = await release.act(approve, { ...inputsOf(run), through })
  expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': '' })
  expect(runner.logged.join('\n')).not.toContain('null')
})

describe('an input that cannot be used is named, and nothing is sent', () => {
  const run = { 'run-id': 'r', 'pipeline-id': 'p' }
  test.each([
    [{}, "One of the inputs 'run-id', 'approval-id' is required"],
    [{ ...run, 'approval-id': 'a' }, "Inputs 'run-id', 'approval-id' exclude each other"],
    [{ 'run-id': 'r' }, "Input 'pipeline-id' is required"],
    [
      { 'approval-id': 'a', 'wait-for-request': 'true' },
      'Input \'wait-for-request\' is "true", which needs `run-id` and `pipeline-id`',
    ],
    [{ ...run, decision: 'yes' }, 'Input \'decision\' is "yes", which is not one of its choices: approve, deny.'],
    [{ ...run, 'wait-for-request': 'maybe' }, 'Input \'wait-for-request\' is "maybe"'],
    [{ ...run, summary: 'maybe' }, 'Input \'summary\' is "maybe"'],
    [{ ...run, timeout: '-1' }, 'Input \'timeout\' is "-1"'],
    [{ ...run, token: '' }, "Input 'token' is required"],
  ])('%j', async (inputs, message) => {
    const release = await aRelease()
    const { runner, requests } = await release.act(approve, { inputs })
    expect(requests).toEqual([])
    expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining(message) }])
  })
})

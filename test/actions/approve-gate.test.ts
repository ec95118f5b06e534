import { describe, expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { withOrigin } from '../../src/policy/origin.ts'
import { allPermissions } from '../support/github/state.ts'
import { answering } from '../core/an-application.ts'
import { aGate, endOf, failure, head, origin, refused } from './a-gate.ts'

const posts = (requests: string[]) => requests.filter((request) => request.startsWith('POST /orgs'))

describe('a workflow started by hand', () => {
  test('decides in the name of whoever started this attempt', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ env: { GITHUB_ACTOR: 'rita' } })
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
    expect(runner.summaryText).toContain('| Decided by | `mona` |')
    expect(await gate.statusOfRequest()).toBe('approved')
  })

  test('denies as well', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ inputs: { decision: 'deny' } })
    expect(runner.outputs).toMatchObject({ status: 'denied', 'decided-by': 'mona' })
  })

  test('is refused to whoever re-runs it and may not, whoever started it first', async () => {
    const gate = await aGate()
    const env = { GITHUB_ACTOR: 'mona', GITHUB_TRIGGERING_ACTOR: 'rita' }
    const { runner, requests } = await gate.act({ env })
    expect(await endOf(gate, runner)).toEqual(refused('this person may not decide about it'))
    expect(posts(requests)).toEqual([])
    expect(runner.summaryText).toContain('### Approval for production: ⛔ refused')
  })

  test.each([
    ['write', 'approved'],
    ['maintain', 'approved'],
    ['admin', 'refused'],
  ])('by a maintainer, where the permission %s is required, is %s', async (permission, status) => {
    const gate = await aGate()
    const { runner } = await gate.act({ inputs: { 'require-permission': permission } })
    expect(runner.outputs['status']).toBe(status)
  })

  test('is refused to whoever started the run', async () => {
    const gate = await aGate()
    const env = { GITHUB_TRIGGERING_ACTOR: 'Starter' }
    const { runner } = await gate.act({ env, inputs: { 'prevent-self-approval': 'true' } })
    expect(await endOf(gate, runner)).toEqual(refused('whoever started the run does not decide about it'))
    expect((await gate.act({ env })).runner.exitCode).toBe(0)
  })

  test('asks nobody what a person may do when only self-approval is prevented', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ inputs: { 'require-permission': '', 'prevent-self-approval': 'true' } })
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
    expect(gate.github.requests.map(({ operationId }) => operationId)).toEqual(['actions/get-reviews-for-run'])
  })

  test('has no head to compare with', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ inputs: { 'require-head': 'true' } })
    expect(await endOf(gate, runner)).toEqual(refused('there is no pull request to compare the commit with'))
  })

  test('is a decision, and a push is none', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ env: { GITHUB_EVENT_NAME: 'push' } })
    expect(failure(runner)).toContain('Refused: nobody has decided anything by the event that started this workflow')
    expect(await gate.statusOfRequest()).toBe('waiting')
  })

  test('leaves what others have decided before as it is', async () => {
    const gate = await aGate()
    await gate.decide((await gate.approvals())[0]!, 'approve')
    const { runner } = await gate.act()
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'pia' })
  })
})

describe('nothing is approved on doubt', () => {
  test('about the origin of a run', async () => {
    const reason = 'it is not known who asked for this run, and for which commit: the action `deploy` writes it down'
    for (const comment of ['', 'Release 7', `${withOrigin('', origin)}\nand more`]) {
      const gate = await aGate({}, { comment })
      expect(await endOf(gate, (await gate.act()).runner)).toEqual(refused(reason))
    }
  })

  test('about a run of another repository', async () => {
    const gate = await aGate({}, { comment: withOrigin('', { ...origin, repository: 'octo-org/cart' }) })
    expect(await endOf(gate, (await gate.act()).runner)).toEqual(refused('the run belongs to another repository'))
  })

  test.each([
    ['repos/get-collaborator-permission-level', 'GitHub refused to say what a person may do: 500 It did not work'],
    ['actions/get-reviews-for-run', 'GitHub refused to list the approvals of the workflow run: 500 It did not work'],
  ])('when GitHub fails at %s', async (operation, message) => {
    const gate = await aGate()
    gate.github.fail(operation, { kind: 'status', status: 500 }, { times: 99 })
    const { runner } = await gate.act()
    expect(await endOf(gate, runner)).toEqual(refused(`it could not be found out who may decide: ${message}`))
    expect(runner.summaryText).not.toContain('500')
  })

  test('when the token may not look, which says what it lacks', async () => {
    const { actions: _, ...permissions } = allPermissions()
    const gate = await aGate({ identity: { permissions } })
    const { runner } = await gate.act()
    expect(runner.outputs['status']).toBe('refused')
    expect(failure(runner)).toContain(
      'The token lacks the permission actions: read: add it under permissions in the job',
    )
  })

  test('when GitHub does not tell what a person may do', async () => {
    const gate = await aGate()
    gate.github.fail('repos/get-collaborator-permission-level', { kind: 'missing-permission' })
    expect(await endOf(gate, (await gate.act()).runner)).toEqual(
      refused('it could not be found out what this person may do in the repository'),
    )
  })

  test('when GitHub has a word for it that nobody knows', async () => {
    const gate = await aGate({ people: { mona: { permission: 'owner' as 'admin' } } })
    expect(await endOf(gate, (await gate.act()).runner)).toEqual(
      refused('it could not be found out what this person may do in the repository'),
    )
  })

  test('when the run cannot be read', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ through: answering(/GET .*\/runs\/[^/]+$/, () => ({ status: 500 })) })
    expect(runner.outputs['status']).toBe('refused')
    expect(failure(runner)).toContain('it could not be found out who may decide')
    expect(await gate.statusOfRequest()).toBe('waiting')
  })

  test('when it is not known who started the workflow, or which one it is', async () => {
    const gate = await aGate()
    expect((await gate.act({ env: { GITHUB_TRIGGERING_ACTOR: '' } })).runner.outputs['status']).toBe('refused')
    expect((await gate.act({ env: { GITHUB_RUN_ID: '' } })).runner.outputs['status']).toBe('refused')
    expect((await gate.act({ env: { GITHUB_REPOSITORY: '' } })).runner.outputs['status']).toBe('refused')
    expect(await gate.statusOfRequest()).toBe('waiting')
  })
})

test('the run of a deployment that the deploy action asked for is one whose origin is known', async () => {
  const gate = await aGate()
  await gate.decide((await gate.approvals())[0]!, 'approve')
  const env = { GITHUB_TRIGGERING_ACTOR: 'starter', GITHUB_SHA: head }
  const deployed = await gate.perform(deploy, {
    env,
    inputs: { env: 'production', 'delta-id': gate.deltaId, comment: 'Release 8', wait: 'false' },
  })
  const { 'run-id': runId = '', 'pipeline-id': pipelineId = '' } = deployed.runner.outputs
  const inputs = { 'run-id': runId, 'pipeline-id': pipelineId, 'prevent-self-approval': 'true' }
  const own = await gate.act({ env, inputs })
  expect(failure(own.runner)).toBe('Refused: whoever started the run does not decide about it.')
  const { runner } = await gate.act({ inputs })
  expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
})

describe('inputs that cannot be used are named, and nothing is sent', () => {
  test.each([
    [{ 'require-permission': 'owner' }, 'not one of its choices: read, triage, write, maintain, admin'],
    [{ 'allowed-teams': 'ops' }, 'has "ops". Write a team as org/team'],
    [{ 'allowed-teams': '@octo-org/ops' }, 'has "@octo-org/ops". Write a team as org/team'],
    [{ 'allowed-teams': 'octo-org/..' }, 'has "octo-org/..". Write a team as org/team'],
    [{ 'prevent-self-approval': 'maybe' }, 'Input \'prevent-self-approval\' is "maybe"'],
    [{ 'require-head': 'maybe' }, 'Input \'require-head\' is "maybe"'],
    [{ 'comment-command': 'approve' }, 'is not a command. Write a slash and one word, such as /approve'],
    [{ 'comment-command': '/approve production' }, 'is not a command'],
    [
      { 'comment-command': '/approve', 'require-permission': '' },
      'would let everybody decide who can comment. Add `require-permission` or `allowed-teams`',
    ],
    [{ 'github-token': '' }, "Input 'github-token' is required"],
  ])('%j', async (inputs, message) => {
    const gate = await aGate()
    const { runner, requests } = await gate.act({ inputs })
    expect(failure(runner)).toContain(message)
    expect(requests).toEqual([])
    expect(gate.github.requests).toEqual([])
  })
})

test('without a rule GitHub is not asked', async () => {
  const gate = await aGate()
  const { runner } = await gate.act({ inputs: { 'require-permission': '' } })
  expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'local-administrator' })
  expect(gate.github.requests).toEqual([])
})

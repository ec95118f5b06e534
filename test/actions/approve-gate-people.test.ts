import { describe, expect, test } from 'vitest'
import { allPermissions, aPullRequest, type RunApprovalState } from '../support/github/state.ts'
import { aGate, endOf, failure, head, refused, repository } from './a-gate.ts'

describe('a protected environment', () => {
  const reviewed = (...approvals: RunApprovalState[]) => aGate({ approvals: { 7000000001: approvals } })
  const by = (user: string, given: Partial<RunApprovalState> = {}): RunApprovalState => ({
    user,
    state: 'approved',
    environments: ['production'],
    ...given,
  })
  const push = { env: { GITHUB_EVENT_NAME: 'push', GITHUB_TRIGGERING_ACTOR: 'rita' } }

  test('lets its reviewers decide, whoever pushed', async () => {
    const gate = await reviewed(by('hubot'))
    const { runner } = await gate.act(push)
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'hubot' })
  })

  test('asks about each of several reviewers', async () => {
    const gate = await reviewed(by('hubot'), by('mona'))
    expect((await gate.act(push)).runner.outputs['decided-by']).toBe('hubot, mona')
    const other = await reviewed(by('hubot'), by('rita'))
    expect(await endOf(other, (await other.act(push)).runner)).toEqual(refused('this person may not decide about it'))
  })

  test('counts for the environment of that name only', async () => {
    const gate = await reviewed(by('hubot', { environments: ['staging'] }))
    const { runner } = await gate.act()
    expect(failure(runner)).toContain(
      'Refused: the reviewers of this workflow run were asked about another environment',
    )
  })

  test('is refused when one of them rejected it', async () => {
    const gate = await reviewed(by('hubot'), by('mona', { state: 'rejected' }))
    expect(await endOf(gate, (await gate.act(push)).runner)).toEqual(
      refused('a reviewer has rejected this environment in this workflow run'),
    )
  })

  test.each([
    ['feature', repository],
    ['a fork', 'octocat/shop'],
    ['a fork that is gone', null],
  ])('compares with the head of the pull request: %s', async (_, headRepository) => {
    const pullRequests = [aPullRequest({ headRepository, headSha: head })]
    const gate = await aGate({ pullRequests, approvals: { 7000000001: [by('hubot')] } })
    const inputs = { 'require-head': 'true', 'prevent-self-approval': 'true' }
    const options = { inputs, event: { pull_request: { number: 1 } }, env: { GITHUB_EVENT_NAME: 'pull_request' } }
    gate.state.pullRequests[0]!.headSha = 'f'.repeat(40)
    expect(await endOf(gate, (await gate.act(options)).runner)).toEqual(
      refused('the run is for another commit than the head of the pull request'),
    )
    gate.state.pullRequests[0]!.headSha = head
    expect((await gate.act(options)).runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'hubot' })
  })

  test('does not help a workflow that runs with secrets for the code of a fork', async () => {
    const gate = await reviewed(by('hubot'))
    const { runner } = await gate.act({ env: { GITHUB_EVENT_NAME: 'pull_request_target' } })
    expect(runner.outputs['status']).toBe('refused')
  })
})

describe('a team', () => {
  const teams = { 'octo-org/ops': { rita: 'active', invited: 'pending' } } as const
  const identity = { permissions: { ...allPermissions(), members: 'read' as const } }
  const asRita = { env: { GITHUB_TRIGGERING_ACTOR: 'rita' }, inputs: { 'allowed-teams': 'octo-org/ops' } }

  test('may decide without the permission', async () => {
    const gate = await aGate({ teams, identity })
    expect((await gate.act(asRita)).runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'rita' })
  })

  test('is one of several', async () => {
    const gate = await aGate({ teams: { ...teams, 'octo-org/dev': {} }, identity })
    const inputs = { 'allowed-teams': 'octo-org/dev\nocto-org/ops', 'require-permission': '' }
    expect((await gate.act({ ...asRita, inputs })).runner.exitCode).toBe(0)
  })

  test('has only members who have accepted', async () => {
    const people = { invited: { permission: 'read' as const } }
    const gate = await aGate({ teams, identity, people })
    const { runner } = await gate.act({ ...asRita, env: { GITHUB_TRIGGERING_ACTOR: 'invited' } })
    expect(await endOf(gate, runner)).toEqual(refused('this person may not decide about it'))
  })

  test('that the token may not see refuses, and is not named', async () => {
    const gate = await aGate({ teams })
    const { runner } = await gate.act(asRita)
    expect(await endOf(gate, runner)).toEqual(refused('the token of this workflow may not see who is in a team'))
    expect(runner.logged.join('\n') + runner.summaryText + runner.debugged.join('\n')).not.toContain('ops')
  })

  test('that cannot be asked about refuses, and is not named', async () => {
    const gate = await aGate({ teams, identity })
    gate.github.fail('teams/get-membership-for-user-in-org', { kind: 'no-connection' }, { times: 99 })
    const { runner } = await gate.act(asRita)
    expect(await endOf(gate, runner)).toEqual(
      refused('it could not be found out who may decide: no usable answer came'),
    )
    expect(runner.logged.join('\n')).toContain('trying again')
    expect(runner.logged.join('\n') + runner.summaryText + runner.debugged.join('\n')).not.toContain('octo-org/ops')
    expect(runner.logged.join('\n') + runner.debugged.join('\n')).not.toContain('/teams/')
  })
})

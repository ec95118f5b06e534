import { describe, expect, test } from 'vitest'
import { withOrigin } from '../../src/policy/origin.ts'
import { answering } from '../core/an-application.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { aPullRequest, allPermissions } from '../support/github/state.ts'
import { aGate, command, commentEvent, head, origin, repository } from './a-gate.ts'

const runUrl = 'https://github.com/octo-org/shop/actions/runs/7000000001/attempts/1'
const failure = (runner: FakeRunner) => runner.annotations.find(({ kind }) => kind === 'error')?.message
const by = (login: string, type: 'User' | 'Bot' = 'User', body = command) => ({
  comments: [{ body, author: { login, type } }],
})

type Gate = Awaited<ReturnType<typeof aGate>>

/** All that came of a step. */
const endOf = async (gate: Gate, runner: FakeRunner) => ({
  message: failure(runner),
  exitCode: runner.exitCode,
  status: runner.outputs['status'],
  decidedBy: runner.outputs['decided-by'],
  request: await gate.statusOfRequest(),
  reactions: gate.reactions(),
  replies: gate.replies(),
})

/** It said no under the comment, and nothing happened. */
const refused = (reason: string) => ({
  message: `Refused: ${reason}.`,
  exitCode: 1,
  status: 'refused',
  decidedBy: '',
  request: 'waiting',
  reactions: ['eyes', '-1'],
  replies: [expect.stringMatching(/^\*\*⛔ Refused:\*\* /)],
})

/** Nobody was told anything. */
const skipped = (...reactions: string[]) => ({
  message: undefined,
  exitCode: 0,
  status: 'skipped',
  decidedBy: '',
  request: 'waiting',
  reactions,
  replies: [],
})

describe('a command in a comment', () => {
  test('decides in the name of its author, and is answered', async () => {
    const gate = await aGate(by('mona', 'User', `Looks good.\n\n${command}`))
    const { runner } = await gate.actOnComment()
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
    expect(await gate.statusOfRequest()).toBe('approved')
    expect(gate.reactions()).toEqual(['eyes', '+1'])
    expect(gate.replies()).toEqual([`**production: ✅ approved** by mona. [Workflow run](${runUrl})`])
  })

  test('denies, where it is the command for that', async () => {
    const gate = await aGate(by('mona', 'User', command.replace('approve', 'deny')))
    const { runner } = await gate.actOnComment({ inputs: { 'comment-command': '/deny', decision: 'deny' } })
    expect(runner.outputs).toMatchObject({ status: 'denied', 'decided-by': 'mona' })
    expect(gate.reactions()).toEqual(['eyes', '+1'])
    expect(gate.replies()).toEqual([expect.stringContaining('**production: 🚫 denied** by mona.')])
  })

  test('is seen before anything is looked for', async () => {
    const gate = await aGate()
    await gate.actOnComment()
    expect(gate.github.requests.map(({ operationId }) => operationId)).toEqual([
      'reactions/create-for-issue-comment',
      'issues/get-comment',
      'repos/get-collaborator-permission-level',
      'pulls/get',
      'reactions/create-for-issue-comment',
      'issues/create-comment',
    ])
  })

  test('on a pull request from a fork is for its head just the same', async () => {
    const gate = await aGate({ pullRequests: [aPullRequest({ headRepository: 'octocat/shop', headSha: head })] })
    expect((await gate.actOnComment()).runner.outputs['status']).toBe('approved')
  })

  test('is not looked for where the workflow was started by hand', async () => {
    const gate = await aGate()
    const { runner } = await gate.act({ inputs: { 'comment-command': '/approve' } })
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
    expect(gate.reactions()).toEqual([])
  })
})

describe('a command is refused', () => {
  test('to somebody who may not, who learns no more than that', async () => {
    const gate = await aGate(by('rita', 'User', '/approve staging fffffff'))
    const { runner } = await gate.actOnComment({ inputs: { 'require-permission': 'maintain' } })
    expect(await endOf(gate, runner)).toEqual(refused('this person may not decide about it'))
    expect(gate.replies()).toEqual([`**⛔ Refused:** this person may not decide about it. [Workflow run](${runUrl})`])
  })

  test('to a bot', async () => {
    const gate = await aGate(by('release[bot]', 'Bot'))
    expect(await endOf(gate, (await gate.actOnComment()).runner)).toEqual(refused('only a person can decide'))
  })

  test('to an account that is gone', async () => {
    const gate = await aGate()
    const event = commentEvent(gate.state.comments[0]!)
    gate.state.comments[0]!.author = null
    expect(await endOf(gate, (await gate.actOnComment({ event })).runner)).toEqual(
      refused('it is not known who decides'),
    )
  })

  test.each([
    ['octocat', 'the author of the change does not decide about it'],
    ['Starter', 'whoever started the run does not decide about it'],
  ])('to %s, about their own', async (login, reason) => {
    const gate = await aGate(by(login))
    expect(
      await endOf(gate, (await gate.actOnComment({ inputs: { 'prevent-self-approval': 'true' } })).runner),
    ).toEqual(refused(reason))
    expect((await gate.actOnComment()).runner.outputs['status']).toBe('approved')
  })

  test('that names another environment', async () => {
    const gate = await aGate(by('mona', 'User', '/approve staging 1a2b3c4'))
    const { runner } = await gate.actOnComment()
    expect(await endOf(gate, runner)).toEqual(
      refused('the request of the run is for another environment than the one named'),
    )
  })

  test('that names a commit which is not the head any more', async () => {
    const gate = await aGate()
    gate.state.pullRequests[0]!.headSha = 'f'.repeat(40)
    const { runner } = await gate.actOnComment()
    expect(await endOf(gate, runner)).toEqual(refused('the commit named is not the head of the pull request'))
  })

  test('that names the head, for a run of another commit', async () => {
    const comment = withOrigin('', { ...origin, commit: 'f'.repeat(40) })
    const gate = await aGate({}, { comment })
    const { runner } = await gate.actOnComment()
    expect(await endOf(gate, runner)).toEqual(
      refused('the run is for another commit than the head of the pull request'),
    )
  })

  test('on a pull request that was closed', async () => {
    const gate = await aGate({ pullRequests: [aPullRequest({ headRepository: repository, state: 'closed' })] })
    const { runner } = await gate.actOnComment()
    expect(await endOf(gate, runner)).toEqual(refused('the pull request was closed without being merged'))
  })

  test('on an issue', async () => {
    const gate = await aGate()
    const event = commentEvent(gate.state.comments[0]!, { issue: { number: 1 } })
    const { runner } = await gate.actOnComment({ event })
    expect(await endOf(gate, runner)).toEqual(refused('there is no pull request to compare the commit with'))
  })

  test('when the pull request cannot be read', async () => {
    const gate = await aGate()
    gate.github.fail('pulls/get', { kind: 'status', status: 404, message: 'Not Found' })
    expect(await endOf(gate, (await gate.actOnComment()).runner)).toEqual(refused('the pull request could not be read'))
  })

  test('when the comment cannot be read again, with the reason in the log only', async () => {
    const gate = await aGate()
    gate.github.fail('issues/get-comment', { kind: 'status', status: 502 }, { times: 99 })
    const { runner } = await gate.actOnComment()
    expect(await endOf(gate, runner)).toEqual(
      refused('it could not be found out who may decide: GitHub refused to read the comment: 502 It did not work'),
    )
    expect(gate.replies()[0]).toBe(
      `**⛔ Refused:** it could not be found out who may decide. [Workflow run](${runUrl})`,
    )
  })

  test.each([
    ['/approve', 'the command has to stand alone on its line, with the environment and at least seven digits'],
    ['/approve production', 'the command has to stand alone on its line'],
    [`${command} now`, 'the command has to stand alone on its line'],
    [`${command}\n/approve staging 1a2b3c4`, 'the comment holds more than one command'],
  ])('when it is written as %j, with how to write it, and without asking the platform', async (body, reason) => {
    const gate = await aGate(by('mona', 'User', body))
    const { runner, requests } = await gate.actOnComment()
    expect(failure(runner)).toContain(`Refused: ${reason}`)
    expect(runner.outputs).toEqual({ status: 'refused', 'approval-id': '', 'decided-by': '' })
    expect(requests.filter((request) => request.includes('/orgs/local-org'))).toEqual([])
    expect(gate.reactions()).toEqual(['eyes', '-1'])
    expect(gate.replies()).toEqual([expect.stringContaining(reason)])
  })
})

describe('it ends well, and nobody is told anything, for', () => {
  test.each([
    ['a comment without a command', 'Looks good.'],
    ['a quoted command', `> ${command}`],
    ['a command in code', `\`\`\`\n${command}\n\`\`\``],
    ['another command', '/deploy production 1a2b3c4'],
    ['nothing', ' '],
  ])('%s', async (_, body) => {
    const gate = await aGate(by('mona', 'User', body))
    const { runner, requests } = await gate.actOnComment()
    expect(await endOf(gate, runner)).toEqual(skipped())
    expect(requests).toEqual([])
    expect(gate.github.requests).toEqual([])
  })

  test.each([
    ['that was edited', { action: 'edited' }],
    ['that was deleted', { action: 'deleted' }],
    ['that is none', { comment: {} }],
    ['without a pull request or issue', { issue: undefined }],
  ])('an event about a comment %s', async (_, more) => {
    const gate = await aGate()
    const { runner, requests } = await gate.actOnComment({ event: commentEvent(gate.state.comments[0]!, more) })
    expect(await endOf(gate, runner)).toEqual(skipped())
    expect(requests).toEqual([])
    expect(gate.github.requests).toEqual([])
  })

  test('a comment whose event says that it was edited', async () => {
    const gate = await aGate()
    const { runner } = await gate.actOnComment({
      event: commentEvent({ ...gate.state.comments[0]!, updatedAt: '2027-01-01T00:00:00Z' }),
    })
    expect(await endOf(gate, runner)).toEqual(skipped())
    expect(gate.github.requests).toEqual([])
  })

  test('a comment that was edited, or changed, after its event', async () => {
    const gate = await aGate()
    const event = commentEvent(gate.state.comments[0]!)
    gate.state.comments[0]!.updatedAt = '2027-01-01T00:00:00Z'
    expect(await endOf(gate, (await gate.actOnComment({ event })).runner)).toEqual(skipped('eyes'))
    const other = await aGate()
    const before = commentEvent(other.state.comments[0]!, {
      comment: { ...commentEvent(other.state.comments[0]!).comment, body: '/approve production 1a2b3c4d5' },
    })
    expect(await endOf(other, (await other.actOnComment({ event: before })).runner)).toEqual(skipped('eyes'))
  })

  test('a comment that was deleted after its event', async () => {
    const gate = await aGate()
    const event = commentEvent(gate.state.comments[0]!)
    gate.state.comments.splice(0)
    const { runner } = await gate.actOnComment({ event })
    expect(runner.outputs['status']).toBe('skipped')
    expect(runner.exitCode).toBe(0)
    expect(await gate.statusOfRequest()).toBe('waiting')
  })
})

describe('a command finds the request it means', () => {
  const unnamed = { inputs: { 'run-id': '', 'pipeline-id': '' } }

  test('by the environment and the commit that it names', async () => {
    const gate = await aGate()
    const { runner } = await gate.actOnComment(unnamed)
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
    expect(await gate.statusOfRequest()).toBe('approved')
    expect(gate.reactions()).toEqual(['eyes', '+1'])
  })

  test.each([
    ['for another environment', '/approve staging 1a2b3c4', origin],
    ['for another commit', '/approve production 1a2b3c5', origin],
    ['of a run of another repository', command, { ...origin, repository: 'octo-org/cart' }],
    ['of a run that nobody knows the origin of', command, undefined],
  ])('and none %s', async (_, body, from) => {
    const gate = await aGate(by('mona', 'User', body), { comment: withOrigin('', from) })
    const { runner } = await gate.actOnComment(unnamed)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs['status']).toBe('no-request')
    expect(failure(runner)).toContain('is waiting whose run this repository has asked for')
    expect(await gate.statusOfRequest()).toBe('waiting')
    expect(gate.reactions()).toEqual(['eyes', '-1'])
    expect(gate.replies()).toEqual([`**⚠️ This was not decided.** The log says why. [Workflow run](${runUrl})`])
  })

  test('and chooses none of several', async () => {
    const gate = await aGate()
    const comment = withOrigin('Once more', origin)
    await gate.request({ env_id: 'production', delta_id: gate.deltaId, comment })
    expect(await gate.approvals('?status=waiting')).toHaveLength(2)
    const { runner } = await gate.actOnComment(unnamed)
    expect(runner.outputs['status']).toBe('no-request')
    expect(failure(runner)).toContain('2 approval requests')
    expect(await gate.approvals('?status=waiting')).toHaveLength(2)
  })

  test('and is refused like any other', async () => {
    const gate = await aGate(by('rita'))
    expect(await endOf(gate, (await gate.actOnComment(unnamed)).runner)).toEqual(
      refused('this person may not decide about it'),
    )
  })

  test('but only in a comment: whoever starts a workflow has to name the request', async () => {
    const gate = await aGate()
    const { runner, requests } = await gate.act({ inputs: { ...unnamed.inputs, 'comment-command': '/approve' } })
    expect(failure(runner)).toContain("One of the inputs 'run-id', 'approval-id' is required")
    expect(requests).toEqual([])
  })
})

describe('the answer', () => {
  test('that cannot be given is a warning, and decides nothing', async () => {
    const { 'pull-requests': _, issues: __, ...permissions } = allPermissions()
    const gate = await aGate({ identity: { permissions: { ...permissions, 'pull-requests': 'read' } } })
    const { runner } = await gate.actOnComment()
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'approved', 'decided-by': 'mona' })
    const warnings = runner.annotations.filter(({ kind }) => kind === 'warning').map(({ message }) => message)
    expect(warnings).toHaveLength(3)
    for (const warning of warnings) expect(warning).toContain('lacks the permission pull-requests: write')
    expect(gate.reactions()).toEqual([])
  })

  test('says where to look when there is nothing to decide about', async () => {
    const gate = await aGate()
    await gate.decide((await gate.approvals())[0]!, 'deny')
    const { runner } = await gate.actOnComment()
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'denied', 'decided-by': 'pia' })
    expect(gate.reactions()).toEqual(['eyes', '-1'])
    expect(gate.replies()).toEqual([`**⚠️ This was not decided.** The log says why. [Workflow run](${runUrl})`])
  })

  test('tells nothing of what the platform said', async () => {
    const gate = await aGate()
    const through = answering(/POST .*\/approve$/, () => ({
      status: 403,
      body: '{"message":"@octocat <b>secret</b>"}',
    }))
    const { runner } = await gate.actOnComment({ through })
    expect(runner.outputs['status']).toBe('failed')
    expect(gate.replies()).toEqual([`**⚠️ This was not decided.** The log says why. [Workflow run](${runUrl})`])
  })

  test('has no secret in it, whatever an account is called', async () => {
    const gate = await aGate({ ...by('test-token'), people: { 'test-token': { permission: 'write' } } })
    await gate.actOnComment()
    expect(gate.replies()).toEqual([`**production: ✅ approved** by ***. [Workflow run](${runUrl})`])
  })

  test('is not waited for when the job is cancelled', async () => {
    const gate = await aGate()
    let interrupt = () => {}
    const { runner } = await gate.actOnComment({
      onStart: (started) => void (interrupt = () => started.interrupt()),
      through: (send) => (request) => {
        if (/\/runs\/[^/]+$/.test(request.url)) interrupt()
        return send(request)
      },
    })
    expect(runner.exitCode).toBe(1)
    expect(failure(runner)).toContain('interrupted')
    expect(gate.reactions()).toEqual(['eyes'])
    expect(gate.replies()).toEqual([])
    expect(await gate.statusOfRequest()).toBe('waiting')
  })
})

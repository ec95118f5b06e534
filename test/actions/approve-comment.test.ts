import { describe, expect, test } from 'vitest'
import { withOrigin } from '../../src/policy/origin.ts'
import { answering } from '../core/an-application.ts'
import { allPermissions, aPullRequest } from '../support/github/state.ts'
import { by, endOf, refused, runUrl } from './a-commented-gate.ts'
import { aGate, command, failure, head, origin } from './a-gate.ts'

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

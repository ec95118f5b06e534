import { describe, expect, test } from 'vitest'
import { withOrigin } from '../../src/policy/origin.ts'
import { aPullRequest } from '../support/github/state.ts'
import { by, endOf, refused, runUrl } from './a-commented-gate.ts'
import { aGate, command, commentEvent, failure, origin, repository } from './a-gate.ts'

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

import { describe, expect, test } from 'vitest'
import { decidePreview, type PreviewWorkflow } from '../../src/policy/preview.ts'

const own = { id: 4711 }
const fork = { id: 99 }

interface Given {
  action?: string
  state?: string
  repo?: object | null
  author?: string
  actor?: string
}

const workflow = (eventName: string, event: object, actor = 'octocat'): PreviewWorkflow => ({
  context: { repository: 'acme/shop', repositoryId: '4711', eventName, ref: 'refs/heads/main', actor },
  event: event as PreviewWorkflow['event'],
})

const pullRequest = ({ action = 'opened', state = 'open', repo = own, author = 'octocat' }: Given) => ({
  action,
  pull_request: { number: 7, state, user: { login: author }, head: { ref: 'cart', repo } },
})

const decide = (eventName: string, given: Given = {}, number?: number) =>
  decidePreview(workflow(eventName, pullRequest(given), given.actor), number)

const bot = 'dependabot[bot]'
const changes = ['opened', 'reopened', 'synchronize', 'ready_for_review', 'labeled', 'edited']

const branch = { repo: own }
const outside: [string, Given][] = [
  ['a fork', { repo: fork }],
  ['a fork whose workflow somebody of the repository runs again', { repo: fork, actor: 'maintainer' }],
  ['a fork that was deleted', { repo: null }],
  ['a repository that nothing is known of', { repo: {} }],
  ['a fork, by Dependabot', { repo: fork, author: bot, actor: bot }],
]
const robots: [string, Given][] = [
  ['Dependabot', { author: bot, actor: bot }],
  ['somebody else, changed by Dependabot', { actor: bot }],
]

describe('on pull_request', () => {
  test.each(changes)('a branch is deployed when it is %s', (action) => {
    expect(decide('pull_request', { ...branch, action })).toEqual({ kind: 'deploy', number: 7 })
  })

  test('what a branch had is deleted when it is closed', () => {
    const closed = { action: 'closed', state: 'closed' }
    expect(decide('pull_request', closed)).toEqual({ kind: 'delete', number: 7 })
    expect(decide('pull_request', { ...closed, author: bot, actor: 'maintainer' })).toEqual({
      kind: 'delete',
      number: 7,
    })
  })

  test.each(['labeled', 'edited'])('a closed one that is %s is no reason to deploy', (action) => {
    expect(decide('pull_request', { action, state: 'closed' })).toEqual({
      kind: 'skip',
      reason: 'Pull request #7 is closed.',
    })
  })

  const everyAction = [...changes, 'closed']
  test.each(outside)('nothing of %s is deployed or deleted', (_, given) => {
    const decisions = everyAction.map((action) =>
      decide('pull_request', { ...given, action, state: action === 'closed' ? 'closed' : 'open' }),
    )
    expect(decisions.map(({ kind }) => kind)).toEqual(everyAction.map(() => 'skip'))
    expect(decisions[0]).toMatchObject({ reason: expect.stringMatching(/fork's.*workflow_dispatch/) })
  })

  test.each(robots)('nothing of %s is deployed or deleted', (_, given) => {
    const decisions = everyAction.map((action) => decide('pull_request', { ...given, action }))
    expect(decisions.map(({ kind }) => kind)).toEqual(everyAction.map(() => 'skip'))
    expect(decisions[0]).toMatchObject({ reason: expect.stringMatching(/Dependabot.*workflow_dispatch/) })
  })

  test('nothing by Dependabot is deployed when somebody else pushes to it', () => {
    expect(decide('pull_request', { author: bot, actor: 'maintainer', action: 'synchronize' }).kind).toBe('skip')
  })

  test('the number that a workflow names has to be its own', () => {
    expect(decide('pull_request', {}, 7)).toEqual({ kind: 'deploy', number: 7 })
    expect(decide('pull_request', {}, 8)).toMatchObject({ kind: 'refuse', reason: expect.stringContaining('#8') })
  })

  test.each([{}, { pull_request: null }, { pull_request: { number: '7' } }])('an event like %j is refused', (event) => {
    expect(decidePreview(workflow('pull_request', event), undefined).kind).toBe('refuse')
  })
})

describe('on workflow_dispatch', () => {
  test('whoever may start it names the pull request', () => {
    expect(decidePreview(workflow('workflow_dispatch', {}, 'maintainer'), 7)).toEqual({ kind: 'deploy', number: 7 })
  })

  test('without a number there is nothing to deploy', () => {
    const decision = decidePreview(workflow('workflow_dispatch', {}), undefined)
    expect(decision).toMatchObject({ kind: 'refuse', reason: expect.stringContaining("'pull-request' is required") })
  })
})

const people = [undefined, 'octocat', 'maintainer', bot]
const others = ['push', 'schedule', 'release', 'merge_group', 'repository_dispatch', 'issues', 'constructor', '']

describe.each(['pull_request_target', 'workflow_run', 'issue_comment', ...others])("on '%s'", (eventName) => {
  test('everything is refused, whoever has written it, and whatever number is named', () => {
    const given = [branch, ...outside.map(([, each]) => each), ...robots.map(([, each]) => each)]
    for (const each of given) {
      for (const actor of people) {
        for (const action of ['opened', 'synchronize', 'closed']) {
          for (const number of [undefined, 7]) {
            const decision = decidePreview(workflow(eventName, pullRequest({ ...each, action }), actor), number)
            expect(decision).toMatchObject({ kind: 'refuse', reason: expect.stringContaining('`workflow_dispatch`') })
          }
        }
      }
    }
  })
})

test('pull_request_target is refused with the reason', () => {
  expect(decide('pull_request_target')).toMatchObject({ reason: expect.stringContaining('with the secrets') })
})

test('without a repository nothing is decided', () => {
  const { context, event } = workflow('pull_request', pullRequest({}))
  const decision = decidePreview({ context: { ...context, repositoryId: undefined }, event }, undefined)
  expect(decision.kind).toBe('refuse')
})

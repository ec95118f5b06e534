import { describe, expect, test } from 'vitest'
import { allPermissions, type Collaborator } from '../support/github/state.ts'
import { aGitHub } from './a-github.ts'

const withMembers = { permissions: { ...allPermissions(), members: 'read' as const } }

describe('what a person may do', () => {
  test.each<[Collaborator, string]>([
    [{ permission: 'admin' }, 'admin'],
    [{ permission: 'write' }, 'write'],
    [{ permission: 'read' }, 'read'],
    [{ permission: 'none' }, 'none'],
    [{ permission: 'write', role: 'maintain' }, 'maintain'],
    [{ permission: 'read', role: 'triage' }, 'triage'],
    // Roles of an organization's own making count as what they are built on.
    [{ permission: 'write', role: 'release-manager' }, 'write'],
    [{ permission: 'read', role: 'maintain' }, 'read'],
    [{ permission: 'none', role: 'triage' }, 'none'],
  ])('%j is %s', async (collaborator, expected) => {
    const { github } = aGitHub({ people: { mona: collaborator } })
    expect(await github.people.permissionOf('mona')).toBe(expected)
  })

  test('a login that nobody has may do nothing', async () => {
    const { github } = aGitHub()
    expect(await github.people.permissionOf('nobody')).toBe('none')
  })

  test.each(['', '.', '..'])('is not asked for a login %j, which would lead elsewhere', async (login) => {
    const { fake, github } = aGitHub()
    await expect(github.people.permissionOf(login)).rejects.toThrow('cannot be asked of GitHub')
    expect(fake.requests).toEqual([])
  })

  test('is not known when the repository cannot be seen', async () => {
    const { fake, github } = aGitHub()
    fake.fail('repos/get-collaborator-permission-level', { kind: 'status', status: 404, message: 'Not Found' })
    expect(await github.people.permissionOf('mona')).toBeUndefined()
  })

  test('is not known when the token may not look', async () => {
    const { fake, github } = aGitHub({ people: { mona: { permission: 'admin' } } })
    fake.fail('repos/get-collaborator-permission-level', { kind: 'missing-permission' })
    expect(await github.people.permissionOf('mona')).toBeUndefined()
  })

  test('is not known when GitHub has a word for it that we do not', async () => {
    const { github } = aGitHub({ people: { mona: { permission: 'owner' as 'admin' } } })
    expect(await github.people.permissionOf('mona')).toBeUndefined()
  })

  test('is an error when GitHub cannot be asked, and nobody takes that for an answer', async () => {
    const { fake, github } = aGitHub({ people: { mona: { permission: 'admin' } } })
    fake.fail('repos/get-collaborator-permission-level', { kind: 'status', status: 500 }, { times: 99 })
    await expect(github.people.permissionOf('mona')).rejects.toMatchObject({ name: 'GitHubError', status: 500 })
  })

  test.each(['', '.', '..'])('login %j leads nowhere else', async (login) => {
    const { fake, github } = aGitHub()
    await expect(github.people.permissionOf(login)).rejects.toThrow("is empty, '.' or '..'")
    expect(fake.requests).toEqual([])
  })

  test.each(['../../orgs/octo', 'mona/permission?x=1#', '%2e%2e', 'möna'])('login %j is one name', async (login) => {
    const { fake, github } = aGitHub()
    expect(await github.people.permissionOf(login)).toBe('none')
    expect(fake.requests.map(({ path }) => path)).toEqual([
      `/repos/octo/shop/collaborators/${encodeURIComponent(login)}/permission`,
    ])
  })
})

describe('membership of a team', () => {
  const teams = { 'octo/ops': { mona: 'active', invited: 'pending' } } as const

  test.each([
    ['mona', true],
    ['MONA', true],
    ['invited', false],
    ['hubot', false],
  ])('of %s is %s', async (login, expected) => {
    const { github } = aGitHub({ teams, identity: withMembers })
    expect(await github.people.isTeamMember('octo', 'ops', login)).toBe(expected)
  })

  test('is not known for a team that does not exist or cannot be seen', async () => {
    const { github } = aGitHub({ teams, identity: withMembers })
    expect(await github.people.isTeamMember('octo', 'admins', 'mona')).toBeUndefined()
  })

  test('is not known to the token of a workflow, which cannot read teams', async () => {
    const { github } = aGitHub({ teams })
    expect(await github.people.isTeamMember('octo', 'ops', 'mona')).toBeUndefined()
  })

  test('is an error when GitHub cannot be asked', async () => {
    const { fake, github } = aGitHub({ teams, identity: withMembers })
    fake.fail('teams/get-membership-for-user-in-org', { kind: 'no-connection' }, { times: 99 })
    await expect(github.people.isTeamMember('octo', 'ops', 'mona')).rejects.toMatchObject({ name: 'NetworkError' })
  })
})

describe('whose token it is', () => {
  test('is asked in the way that is open to the tokens of workflows too', async () => {
    const { github } = aGitHub()
    expect(await github.people.self()).toBe('github-actions[bot]')
  })

  test('is a person for the token of a person', async () => {
    const { github } = aGitHub({ identity: { account: { login: 'mona', type: 'User' } } })
    expect(await github.people.self()).toBe('mona')
  })

  test('is not known where GitHub does not tell', async () => {
    const { fake, github } = aGitHub()
    fake.fail('graphql', { kind: 'status', status: 403, message: 'Resource not accessible by integration' })
    expect(await github.people.self()).toBeUndefined()
    fake.fail('graphql', { kind: 'status', status: 200, message: 'no data in here' })
    expect(await github.people.self()).toBeUndefined()
  })

  test('is asked again after an answer that got lost, since asking changes nothing', async () => {
    const { fake, github } = aGitHub()
    fake.fail('graphql', { kind: 'lost-answer' })
    expect(await github.people.self()).toBe('github-actions[bot]')
  })
})

test('the reviewers of a workflow run are those whom GitHub lists', async () => {
  const approvals = {
    7: [
      { user: 'mona', state: 'approved' as const, environments: ['production', 'staging'] },
      { user: 'hubot', state: 'rejected' as const, environments: ['production'] },
    ],
    8: [],
  }
  const { github } = aGitHub({ approvals })

  expect(await github.runs.approvals(7)).toEqual(approvals[7])
  expect(await github.runs.approvals(8)).toEqual([])
  await expect(github.runs.approvals(9)).rejects.toMatchObject({ status: 404 })
})

import { describe, expect, test } from 'vitest'
import { aReporter, warnings } from './a-reporter.ts'

describe('the deployment on GitHub', () => {
  test('has no secret in its description, whatever its application is called', async () => {
    const { report, deployments } = await aReporter()
    await report({ status: 'succeeded', 'run-id': 'x', 'pipeline-id': 'y', app: 'test-token' })
    expect(deployments[0]?.statuses.map(({ description }) => description)).toEqual([
      'Deploy to staging of ***: succeeded',
    ])
  })

  test('is a new one for each commit, and for a commit that is deployed again after another', async () => {
    const { report, states, deployments } = await aReporter()
    const at = (sha: string, run: string) => ({
      event: { pull_request: { number: 1, head: { ref: 'feature', sha: sha.repeat(40) } } },
      env: { GITHUB_RUN_ID: run },
    })
    await report({ status: 'succeeded' }, at('a', '1'))
    await report({ status: 'succeeded' }, at('b', '2'))
    await report({ status: 'succeeded' }, at('a', '3'))
    expect(deployments.map(({ sha }) => sha[0])).toEqual(['a', 'b', 'a'])
    expect(states()).toEqual([['success', 'inactive'], ['success', 'inactive'], ['success']])
  })

  test('is not mixed up with those of others', async () => {
    const { report, deployments } = await aReporter()
    await report({ status: 'succeeded' })
    await report({ status: 'succeeded', app: 'other' })
    expect(deployments).toHaveLength(2)
  })

  test('of a preview environment is transient, and ends with it', async () => {
    const { report, deployments, states, comments } = await aReporter()
    const env = 'pr-1-0123abcd'
    await report({ env, status: 'succeeded' })
    await report({ status: 'succeeded' })
    await report({ env, status: 'deleted' })
    await report({ env, status: 'deleted' })
    expect(deployments.map(({ transient }) => transient)).toEqual([true, false])
    expect(states()).toEqual([['success', 'inactive'], ['success']])
    expect(comments[0]?.body).toContain(`### Environment ${env} of shop: 🗑️ deleted`)
  })

  test('can be switched off, and said to be production', async () => {
    const { report, deployments } = await aReporter()
    await report({ status: 'succeeded', deployment: 'false' })
    expect(deployments).toEqual([])
    await report({ status: 'succeeded', production: 'true', transient: 'true' })
    expect(deployments).toMatchObject([{ production: true, transient: true }])
  })
})

test.each(['deleted', 'skipped'])('%s is not worth a new comment', async (status) => {
  const { report, comments, deployments } = await aReporter()
  const { runner } = await report({ status })
  expect([comments, deployments]).toEqual([[], []])
  expect(runner.outputs).toEqual({ 'comment-url': '', 'github-deployment-id': '' })
})

describe('what GitHub refuses', () => {
  test('is one warning that names each missing permission, and the summary is written', async () => {
    const { report, github } = await aReporter({ identity: { permissions: { contents: 'read', metadata: 'read' } } })
    const { runner } = await report({ status: 'succeeded' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toHaveLength(1)
    expect(warnings(runner.annotations)[0]).toMatch(/deployments: .*pull-requests: .*The job summary has all of it\.$/)
    // GitHub refuses what comes first, for which reading would be enough.
    expect(warnings(runner.annotations)[0]).toContain('Reporting takes deployments: write and pull-requests: write.')
    expect(runner.summaryText).toContain('✅ succeeded')
    expect(github.state.comments).toEqual([])
  })

  test('is a warning for a token that may only read, as that of a fork', async () => {
    const permissions = { contents: 'read', metadata: 'read', deployments: 'read', 'pull-requests': 'read' } as const
    const { report } = await aReporter({ identity: { permissions } })
    const { runner } = await report({ status: 'succeeded' })
    expect(runner.exitCode).toBe(0)
    expect(warnings(runner.annotations)[0]).toMatch(/deployments: write.*pull-requests: write/)
  })

  test.each([
    ['a limit', { kind: 'rate-limit', resetAt: Date.UTC(2030, 0, 1) }],
    ['a pull request that is not there', { kind: 'status', status: 404, message: 'Not Found' }],
    ['a server that is down', { kind: 'status', status: 503 }],
    ['no connection', { kind: 'no-connection' }],
    ['an answer that got lost', { kind: 'lost-answer' }],
    ['a page of a proxy', { kind: 'page', status: 502, html: '<html>no</html>' }],
  ] as const)('%s is a warning', async (_, failure) => {
    const { report, github, states } = await aReporter()
    github.fail('issues/create-comment', failure, { times: 20 })
    const { runner } = await report({ status: 'succeeded' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toHaveLength(1)
    expect(warnings(runner.annotations)[0]).toContain('Not everything could be told to GitHub')
    expect(runner.summaryText).toContain('✅ succeeded')
    expect(states()).toEqual([['success']])
  })

  test('a missing token is a warning', async () => {
    const { report } = await aReporter()
    const { runner } = await report({ status: 'succeeded', 'github-token': '' })
    expect(runner.exitCode).toBe(0)
    expect(warnings(runner.annotations)[0]).toContain("Input 'github-token' is empty")
  })
})

test('an Enterprise Server is asked at its own address, and linked to', async () => {
  const apiUrl = 'https://github.corp.test/api/v3'
  const { report, github, comments } = await aReporter({ apiUrl })
  const { runner } = await report(
    { status: 'succeeded' },
    {
      env: { GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: 'https://github.corp.test' },
      through: () => github.transport,
    },
  )
  expect(runner.annotations).toEqual([])
  expect(comments[0]?.body).toContain('[on GitHub](https://github.corp.test/octo-org/shop/actions/runs/')
})

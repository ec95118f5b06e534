import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { listen } from '../client/loopback.ts'
import { type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { aPullRequest } from '../support/github/state.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const headSha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const event = { pull_request: { number: 1, head: { ref: 'feature', sha: headSha } } }

const aServedGitHub = (options: GitHubFakeOptions = {}) =>
  startGitHub({ repository: 'acme/shop', pullRequests: [aPullRequest({ headRepository: 'acme/shop' })], ...options })

test('reports a run that a step before has followed', async () => {
  const { inputs, deltaId } = await aServedShop()
  const github = aServedGitHub()
  const deployed = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId } })
  const { outputs } = deployed
  const { exitCode, annotations, stderr, ...run } = await runBundle('report', {
    event,
    env: { GITHUB_API_URL: await github.serve() },
    inputs: {
      ...inputs,
      env: 'staging',
      'github-token': github.connection.token,
      status: outputs['status'] ?? '',
      'run-id': outputs['run-id'] ?? '',
      'pipeline-id': outputs['pipeline-id'] ?? '',
    },
  })
  expect({ exitCode, annotations, stderr }).toEqual({ exitCode: 0, annotations: [], stderr: '' })
  const [comment] = github.state.comments
  const [deployment] = github.state.deployments
  expect(comment?.body).toContain('### Deploy to staging of shop: ✅ succeeded after')
  expect(deployment).toMatchObject({ environment: 'staging', sha: headSha, statuses: [{ state: 'success' }] })
  expect(run.summary).toContain('### Deploy to staging of shop: ✅ succeeded after')
  expect(run.stdout).toContain('Deploy to staging of shop: succeeded after')
  expect(run.outputs).toEqual({
    'comment-url': `https://github.test/acme/shop/pull/1#issuecomment-${comment?.id}`,
    'github-deployment-id': String(deployment?.id),
  })
})

test('ends well, with one warning, when the token may do nothing', async () => {
  const github = aServedGitHub({ identity: { permissions: { metadata: 'read' } } })
  const run = await runBundle('report', {
    event,
    env: { GITHUB_API_URL: await github.serve() },
    inputs: { env: 'staging', status: 'failed', 'github-token': github.connection.token },
  })
  expect(run.exitCode).toBe(0)
  expect(run.annotations).toEqual([expect.stringMatching(/^::warning::.*deployments: .*pull-requests: /)])
  expect(run.summary).toContain('### Deploy to staging: ❌ failed')
})

test('refuses bad input with a reason', async () => {
  const run = await runBundle('report', { inputs: { env: 'staging', status: 'fine' } })
  expect(run.exitCode).toBe(1)
  expect(run.annotations).toEqual([expect.stringContaining('is not one of its choices')])
})

test('reaches GitHub through a proxy, under a name that only the proxy knows', async () => {
  const github = aServedGitHub({ apiUrl: 'http://api.github.test' })
  const { port: target } = new URL(await github.serve())
  const asked: string[] = []
  const proxy = createServer()
  proxy.on('connect', ({ url = '' }, client) => {
    asked.push(url)
    const server = connect(Number(target), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      server.pipe(client).pipe(server)
    })
  })
  const port = await listen(proxy)
  const run = await runBundle('report', {
    event,
    env: { GITHUB_API_URL: 'http://api.github.test', http_proxy: `http://127.0.0.1:${port}`, no_proxy: '' },
    inputs: { env: 'staging', status: 'succeeded', 'github-token': github.connection.token },
  })
  expect(run).toMatchObject({ exitCode: 0, annotations: [] })
  expect(github.state.comments).toHaveLength(1)
  expect(new Set(asked)).toEqual(new Set(['api.github.test:80']))
})

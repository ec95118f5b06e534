import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createGitHub } from '../../src/github/client.ts'
import { createHttpTransport } from '../../src/client/transport.ts'
import { systemClock } from '../../src/clock.ts'
import { aGitHub, listed } from './a-github.ts'
import { scriptedTransport } from '../support/scripted-transport.ts'

const run = promisify(execFile)

test('an Enterprise Server is asked below its own address', async () => {
  const apiUrl = 'https://github.corp.test/api/v3'
  const { fake, github } = aGitHub({
    apiUrl,
    comments: Array.from({ length: 101 }, () => ({ body: '', author: null })),
  })

  expect(await github.pullRequests.get(1)).toMatchObject({ number: 1 })
  expect(await listed(github.comments.list(1))).toHaveLength(101)
  expect(await github.people.self()).toBe('github-actions[bot]')

  expect(fake.requests.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
    '/api/v3/repos/octo/shop/pulls/1',
    '/api/v3/repos/octo/shop/issues/1/comments',
    '/api/v3/repositories/4711/issues/1/comments',
    '/api/graphql',
  ])
})

test('a slash at the end of the address does no harm', async () => {
  const { github } = aGitHub({}, { apiUrl: 'https://api.github.test/' })
  expect(await github.pullRequests.get(1)).toMatchObject({ number: 1 })
})

test('requests name the change of the API that they are made for, and who sends them', async () => {
  const { fake } = aGitHub()
  const { send, requests } = scriptedTransport(fake.transport)
  const github = createGitHub({ ...fake.connection, transport: send, userAgent: 'humanitec-actions/1.2.3' })
  await github.pullRequests.get(1)
  expect(requests[0]?.headers).toMatchObject({
    'x-github-api-version': '2022-11-28',
    'user-agent': expect.stringMatching(/^humanitec-actions\/1\.2\.3 /) as string,
    accept: 'application/vnd.github.v3+json',
  })
})

test('it works over a real connection', async () => {
  const { fake } = aGitHub({ people: { mona: { permission: 'write' } } })
  const apiUrl = await fake.serve()
  const transport = await createHttpTransport({ clock: systemClock, env: {} })
  onTestFinished(() => transport.close())
  const github = createGitHub({ ...fake.connection, apiUrl, transport: transport.send })

  const { id } = await github.comments.create(1, 'Grüße 🚀')
  expect(fake.state.comments).toMatchObject([{ id, body: 'Grüße 🚀' }])
  expect(await github.people.permissionOf('mona')).toBe('write')
  await github.comments.delete(id)
  fake.fail('issues/create-comment', { kind: 'lost-answer' })
  await expect(github.comments.create(1, 'lost')).rejects.toMatchObject({ name: 'NetworkError' })
})

/** Runs with every part of the platform's own HTTP stack out of order: using it would load it. */
const program = `
for (const name of ['fetch', 'Response', 'Request', 'Headers', 'FormData'])
  Object.defineProperty(globalThis, name, { get: () => { throw new Error(name + ' was touched') } })
const { createGitHub } = await import('./src/github/client.ts')
const answer = (body, status = 200) => ({ status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) })
const comment = { id: 1, body: 'hello', user: null, html_url: '', created_at: '', updated_at: '' }
const transport = async ({ method, url }) => {
  if (url.endsWith('/graphql')) return answer({ data: { viewer: { login: 'me' } } })
  if (method === 'DELETE') return { status: 204, headers: {}, body: '' }
  if (method === 'POST') return answer(comment, 201)
  return url.includes('pulls') ? answer({ message: 'gone' }, 404) : answer([comment])
}
const clock = { now: () => 0, sleep: async () => undefined }
const github = createGitHub({ token: 'ghs_x', apiUrl: 'https://api.github.test', repository: 'a/b', transport, clock })
const results = [
  await github.pullRequests.get(1),
  (await Array.fromAsync(github.comments.list(1))).length,
  (await github.comments.create(1, 'hello')).body,
  await github.comments.delete(1),
  await github.people.self(),
]
console.log(JSON.stringify(results))
`

test.each([
  ['', {}],
  [' behind a proxy', { https_proxy: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }],
])("the platform's own HTTP stack is not touched%s", async (_, env) => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], ...env },
  })
  expect(JSON.parse(stdout)).toEqual([null, 1, 'hello', null, 'me'])
})

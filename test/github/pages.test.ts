import { describe, expect, test } from 'vitest'
import { createGitHub } from '../../src/github/client.ts'
import { nextPage } from '../../src/github/link.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { scriptedTransport } from '../support/scripted-transport.ts'
import { aGitHub, listed } from './a-github.ts'

const manyComments = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ body: `comment ${index}`, author: null }))

const connection = {
  token: 'ghs_0123456789abcdefghij',
  apiUrl: 'https://api.github.test',
  repository: 'octo/shop',
  clock: fakeClock(),
}

test.each([
  [0, 1],
  [1, 1],
  [100, 1],
  [101, 2],
  [250, 3],
])('%i comments are all found, in order, with %i requests', async (count, requests) => {
  const { fake, github } = aGitHub({ comments: manyComments(count) })

  const found = await listed(github.comments.list(1))

  expect(found.map(({ body }) => body)).toEqual(manyComments(count).map(({ body }) => body))
  expect(fake.requests).toHaveLength(requests)
})

test('a reader who has found what it wanted asks for no further page', async () => {
  const { fake, github } = aGitHub({ comments: manyComments(250) })

  for await (const { body } of github.comments.list(1)) if (body === 'comment 120') break

  expect(fake.requests).toHaveLength(2)
})

test('pages that are smaller than asked for are read to their end', async () => {
  const page = (login: string, next?: number) => ({
    headers: {
      'content-type': 'application/json',
      ...(next && { link: `<https://api.github.test/repositories/1/x?page=${next}>; rel="next"` }),
    },
    json: [{ id: 1, user: { login, type: 'User' }, html_url: '', created_at: '', updated_at: '' }],
  })
  const { send, unused } = scriptedTransport(page('a', 2), page('b', 3), page('c'))
  const github = createGitHub({ ...connection, transport: send })

  const authors = (await listed(github.comments.list(1))).map(({ author }) => author)

  expect(authors).toEqual(['a', 'b', 'c'])
  expect(unused()).toBe(0)
})

test('deployments and statuses are read over several pages, the newest first', async () => {
  const { github } = aGitHub()
  const { id } = await github.deployments.create({ ref: 'feature', environment: 'production' })
  for (let index = 0; index < 101; index += 1)
    await github.deployments.setStatus(id, { state: 'in_progress', description: `step ${index}` })
  for (let index = 0; index < 100; index += 1)
    await github.deployments.create({ ref: 'feature', environment: 'production' })

  const descriptions = (await listed(github.deployments.statuses(id))).map(({ description }) => description)
  expect(descriptions).toHaveLength(101)
  expect(descriptions[0]).toBe('step 100')
  const deployments = await listed(github.deployments.list({ environment: 'production' }))
  expect(deployments).toHaveLength(101)
  expect(deployments.at(-1)?.id).toBe(id)
})

test('pages that lead in a circle end with an error', async () => {
  const link = '<https://api.github.test/repositories/1/x?page=2>; rel="next"'
  const page = { headers: { 'content-type': 'application/json', link }, json: [] }
  const { send, unused } = scriptedTransport(page, page)
  const github = createGitHub({ ...connection, transport: send })

  await expect(listed(github.comments.list(1))).rejects.toThrow('circle')
  expect(unused()).toBe(0)
})

describe('the next page', () => {
  test.each([
    ['', undefined],
    ['<https://api.github.test/a?page=1>; rel="prev"', undefined],
    ['<https://api.github.test/a?page=3>; rel="next"', 'https://api.github.test/a?page=3'],
    [
      '<https://api.github.test/a?page=1>; rel="prev", <https://api.github.test/a?page=3>; rel="next", <https://api.github.test/a?page=9>; rel="last"',
      'https://api.github.test/a?page=3',
    ],
    ['<https://api.github.test/a?q=a,b&page=2>; rel=next', 'https://api.github.test/a?q=a,b&page=2'],
  ])('of %j is %j', (header, expected) => {
    expect(nextPage(header, 'https://api.github.test')).toBe(expected)
  })

  test.each(['https://evil.test/a?page=2', 'http://api.github.test/a?page=2', '/a?page=2'])(
    'is not fetched from %s, where the token would go with the request',
    (target) => {
      expect(() => nextPage(`<${target}>; rel="next"`, 'https://api.github.test')).toThrow('not on the host of its API')
    },
  )
})

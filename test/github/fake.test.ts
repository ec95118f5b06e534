import { describe, expect, test } from 'vitest'
import type { HttpRequest } from '../../src/contract/http.ts'
import { type Place, readRequest } from '../support/github/answers.ts'
import { answerProblem, findOperation } from '../support/github/description.ts'
import { startGitHub } from '../support/github/fake.ts'
import { aPullRequest } from '../support/github/state.ts'

const place = (): Place => ({
  state: startGitHub({ pullRequests: [aPullRequest({ headRepository: 'octo/shop' })] }).state,
  repository: 'octo/shop',
  apiUrl: 'https://api.github.test',
  webUrl: 'https://github.test',
  namesPermissions: true,
  nextId: () => 1,
  now: () => '2026-01-05T12:00:00Z',
})

const request = (method: string, path: string, body?: unknown): HttpRequest => ({
  method,
  url: `https://api.github.test${path}`,
  headers: {},
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

describe("the fake refuses to guess what GitHub's description does not have", () => {
  test.each<[string, HttpRequest, string]>([
    ['a path', request('GET', '/repos/octo/shop/stars'), 'there is no operation for GET /repos/octo/shop/stars'],
    ['a method', request('PUT', '/repos/octo/shop/pulls/1'), 'there is no operation'],
    ['a number that is none', request('GET', '/repos/octo/shop/pulls/one'), "'one' is no path parameter 'pull_number'"],
    ['a query parameter', request('GET', '/repos/octo/shop/deployments?env=x'), "no query parameter 'env'"],
    [
      'a value of a query parameter',
      request('GET', '/repos/octo/shop/deployments?per_page=all'),
      "'all' is no query parameter 'per_page'",
    ],
    ['a body where none goes', request('GET', '/repos/octo/shop/pulls/1', {}), 'it takes no body'],
    ['a missing field', request('POST', '/repos/octo/shop/deployments', { environment: 'x' }), "property 'ref'"],
    [
      'a field with a slip of the pen',
      request('POST', '/repos/octo/shop/deployments', { ref: 'x', transient: true }),
      "its body has 'transient', which does not exist",
    ],
    [
      'a word that is not in the list',
      request('POST', '/repos/octo/shop/issues/comments/1/reactions', { content: 'thumbsup' }),
      'must be equal to one of the allowed values',
    ],
    ['another question to GraphQL', request('POST', '/graphql', { query: 'query { rateLimit { cost } }' }), 'nobody'],
  ])('%s', (_, sent, message) => {
    expect(() => readRequest(place(), sent).answer()).toThrow(message)
  })
})

test('an answer that lacks what GitHub always sends is seen', () => {
  const found = findOperation('GET', '/repos/octo/shop/issues/comments/1')
  expect(found && answerProblem(found.operation, 200, { id: 1 })).toContain("must have required property 'html_url'")
})

test('another repository is none that the token can see', () => {
  const { status } = readRequest(place(), request('GET', '/repos/octo/other/pulls/1')).answer()
  expect(status).toBe(404)
})

test('pages carry the links that GitHub sends, and thirty items unless more are asked for', () => {
  const { state, ...rest } = place()
  const comment = { id: 1, issue: 1, body: '', author: null, createdAt: rest.now(), updatedAt: rest.now() }
  state.comments.push(...Array.from({ length: 65 }, () => ({ ...comment, history: [], reactions: [] })))
  const asked = readRequest({ ...rest, state }, request('GET', '/repos/octo/shop/issues/1/comments?page=2'))

  const { headers, body } = asked.answer()

  expect(JSON.parse(body)).toHaveLength(30)
  const page = (number: number) => `<https://api.github.test/repositories/4711/issues/1/comments?page=${number}>`
  expect(headers['link']).toBe(
    `${page(1)}; rel="prev", ${page(3)}; rel="next", ${page(3)}; rel="last", ${page(1)}; rel="first"`,
  )
})

import { describe, expect, it } from 'vitest'

import type { Client } from '../../src/client/index.ts'
import { NetworkError } from '../../src/errors.ts'
import { aClient, rejection, TOKEN } from './a-client.ts'

const runs = (client: Client) =>
  client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId: 'acme' }, query: { per_page: 2 } })

const all = async (client: Client) => {
  const ids: string[] = []
  for await (const { id } of runs(client)) ids.push(id)
  return ids
}

const aPage = (ids: string[], next?: string) => ({
  json: ids.map((id) => ({ id })),
  headers: next === undefined ? {} : { link: `<${next}>; rel="next"` },
})

describe('pages', () => {
  it('are read to the end, by relative and absolute links, over empty ones', async () => {
    const { client, requests } = aClient([
      aPage(['a', 'b'], '/orgs/acme/pipeline-runs?page=A%3D%3D&per_page=2'),
      aPage([], 'https://api.example.test/orgs/acme/pipeline-runs?page=B'),
      aPage(['c'], '?page=C'),
      aPage(['d']),
    ])
    expect(await all(client)).toEqual(['a', 'b', 'c', 'd'])
    expect(requests.map(({ url }) => url.replace('https://api.example.test/orgs/acme/pipeline-runs', ''))).toEqual([
      '?per_page=2',
      '?page=A%3D%3D&per_page=2',
      '?page=B',
      '?page=C',
    ])
    expect(requests.map(({ headers }) => headers['authorization'])).toEqual(Array(4).fill(`Bearer ${TOKEN}`))
  })

  it('are not read before their items are asked for', async () => {
    const { client, requests } = aClient([aPage(['a', 'b'], '?page=2')])
    for await (const { id } of runs(client)) if (id === 'b') break
    expect(requests).toHaveLength(1)
  })

  it.each(['https://elsewhere.test/runs?page=2', 'https://api.example.test:8443/runs?page=2', '//elsewhere.test/runs'])(
    'at another origin (%s) are read without the token',
    async (next) => {
      const { client, requests } = aClient([
        aPage(['a'], next),
        aPage(['b'], 'https://api.example.test/runs?page=3'),
        aPage([]),
      ])
      expect(await all(client)).toEqual(['a', 'b'])
      expect(requests.map(({ headers }) => headers['authorization'] !== undefined)).toEqual([true, false, true])
    },
  )

  it.each([
    ['http://api.example.test/runs', /leads away from https/],
    ['file:///etc/passwd', /no usable address/],
    ['https://me:you@api.example.test/runs', /user name/],
    ['https://[', /no usable address/],
  ])('at %s are refused', async (next, message) => {
    const { client } = aClient([aPage(['a'], next)])
    const error = await rejection(all(client))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error.message).toMatch(message)
  })

  it('that lead in a circle are noticed', async () => {
    const { client } = aClient([aPage(['a'], '?page=2'), aPage(['b'], '?page=3'), aPage(['c'], '?page=2')])
    expect((await rejection(all(client))).message).toBe(
      'GET /orgs/acme/pipeline-runs: the pages of the list lead in a circle',
    )
  })

  it('are read again where one fails', async () => {
    const { client } = aClient([aPage(['a'], '?page=2'), { status: 502 }, aPage(['b'])])
    expect(await all(client)).toEqual(['a', 'b'])
  })

  it('take null for an empty list, and nothing else that is no list', async () => {
    expect(await all(aClient([{ body: 'null' }]).client)).toEqual([])
    const { client } = aClient([{ json: { items: [] } }])
    expect((await rejection(all(client))).message).toMatch(/was answered 200, but not with a list$/)
  })
})

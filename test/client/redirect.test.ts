import type { ServerResponse } from 'node:http'

import { describe, expect, it } from 'vitest'

import { NetworkError } from '../../src/errors.ts'
import { rejection } from './a-client.ts'
import { aGet, aServer, aTransport } from './loopback.ts'

const redirect = (status: number, location: string) => (response: ServerResponse) =>
  response.writeHead(status, { location }).end('moved')

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%d of a read is followed', async (status) => {
    const server = await aServer((response, { url }) =>
      url === '/logs' ? redirect(status, '/elsewhere?page=1')(response) : response.end('[]'),
    )
    const { send } = aTransport()
    expect(await send(aGet(`${server.url}/logs`))).toMatchObject({ status: 200, body: '[]' })
    expect(server.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/logs', 'Bearer secret-token'],
      ['/elsewhere?page=1', 'Bearer secret-token'],
    ])
  })

  it('to another origin goes without the token, and does not get it back on the way home', async () => {
    const other = await aServer((response, { url }) => redirect(307, `${home.url}${url}-home`)(response))
    const home = await aServer((response, { url }) =>
      url === '/logs' ? redirect(307, `${other.url}/away`)(response) : response.end('[]'),
    )
    const { send } = aTransport()
    const headers = { ...aGet('').headers, 'humanitec-user-agent': 'app x', cookie: 'a=b' }
    expect(await send(aGet(`${home.url}/logs`, { headers }))).toMatchObject({ body: '[]' })
    for (const { headers } of [other.received[0], home.received[1]].map((one) => one ?? { headers: undefined })) {
      expect(headers).toMatchObject({ accept: 'application/json', 'user-agent': 'humanitec-actions/1' })
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('humanitec-user-agent')
      expect(headers).not.toHaveProperty('cookie')
    }
    expect(home.received.map(({ url }) => url)).toEqual(['/logs', '/away-home'])
  })

  it('of a write is not followed', async () => {
    const server = await aServer(redirect(307, '/elsewhere'))
    const { send } = aTransport()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(await send({ ...aGet(server.url), method })).toMatchObject({ status: 307 })
    expect(server.received).toHaveLength(4)
  })

  it('is followed five times at most', async () => {
    const server = await aServer((response, { url }, number) =>
      number <= 5 ? redirect(302, `/${number}`)(response) : response.end(url),
    )
    const endless = await aServer(redirect(302, '/again'))
    const { send } = aTransport()
    expect(await send(aGet(server.url))).toMatchObject({ body: '/5' })
    const error = await rejection(send(aGet(`${endless.url}/orgs`)))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error.message).toBe('GET /again was sent on more than 5 times')
    expect(endless.received).toHaveLength(6)
  })

  it.each(['http://[', 'file:///etc/passwd'])('to %s is refused', async (location) => {
    const server = await aServer(redirect(302, location))
    const { send } = aTransport()
    const error = await rejection(send(aGet(`${server.url}/orgs`)))
    expect(error).toMatchObject({ name: 'NetworkError', retryable: false })
    expect(error.message).toBe('GET /orgs was sent on to no usable address')
  })

  it('without an address is an answer like any other', async () => {
    const server = await aServer((response) => response.writeHead(307).end())
    const { send } = aTransport()
    expect(await send(aGet(server.url))).toMatchObject({ status: 307 })
  })
})

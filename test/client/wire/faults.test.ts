import { describe, expect, it } from 'vitest'

import { systemClock } from '../../../src/clock.ts'
import type { ClientOptions } from '../../../src/client/index.ts'
import { createClient, isUnknownEffect } from '../../../src/client/index.ts'
import { systemRandom } from '../../../src/random.ts'
import { createDelta, getEnvironment, rejection, requestDeployment, TOKEN } from '../a-client.ts'
import { aServer, aTransport } from '../loopback.ts'

/** A client on a socket, which repeats without waiting. */
const onTheWire = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  createClient({
    baseUrl,
    token: TOKEN,
    transport: aTransport().send,
    clock: systemClock,
    random: systemRandom,
    userAgent: 'humanitec-actions/1.2.3',
    retry: { maxAttempts: 3, baseDelayMs: 0 },
    ...options,
  })

describe('over a socket', () => {
  it('a run whose answer was lost is asked for again under the same key', async () => {
    const server = await aServer((response, _, number) =>
      number === 1 ? response.destroy() : response.writeHead(201).end('{"id":"r1"}'),
    )
    const answer = await requestDeployment(onTheWire(server.url), 'k1')
    expect(answer.body).toEqual({ id: 'r1' })
    expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1'])
    expect(new Set(server.received.map(({ body }) => body))).toEqual(
      new Set(['{"trigger":"deployment_request","env_id":"staging"}']),
    )
  })

  it('a delta whose answer was lost is sent once, and its effect is unknown', async () => {
    const server = await aServer((response) => response.destroy())
    expect(isUnknownEffect(await rejection(createDelta(onTheWire(server.url))))).toBe(true)
    expect(server.received).toHaveLength(1)
  })

  it('a read whose answer ended half-way is read again', async () => {
    const server = await aServer((response, _, number) => {
      if (number > 1) return response.end('{"id":"staging"}')
      response.writeHead(200, { 'content-length': '16' })
      return response.write('{"id":', () => response.destroy())
    })
    expect((await getEnvironment(onTheWire(server.url))).body).toEqual({ id: 'staging' })
    expect(server.received).toHaveLength(2)
  })

  it('a server that asks for a rest gets it', async () => {
    const server = await aServer((response, _, number) =>
      number === 1 ? response.writeHead(429, { 'retry-after': '0' }).end() : response.end('{"id":"staging"}'),
    )
    expect((await getEnvironment(onTheWire(server.url))).body).toEqual({ id: 'staging' })
  })

  it('a server that is not there is named, and the token is not', async () => {
    const error = await rejection(createDelta(onTheWire('http://127.0.0.1:1')))
    expect(error.message).toMatch(
      /^POST \/orgs\/acme\/apps\/shop\/deltas was not sent: no connection to 127\.0\.0\.1:1/,
    )
    expect(JSON.stringify(error) + String(error.stack)).not.toContain(TOKEN)
    expect(isUnknownEffect(error)).toBe(false)
  })

  it('a write that the server sends elsewhere fails with what to check', async () => {
    const server = await aServer((response) => response.writeHead(308, { location: 'https://example.test/' }).end())
    expect((await rejection(createDelta(onTheWire(server.url)))).message).toMatch(
      /failed: 308 .*sends this to another address.*check the API's address$/,
    )
  })
})

import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { connect, createServer as createPlainServer } from 'node:net'
import tls from 'node:tls'

import { describe, expect, it, onTestFinished } from 'vitest'

import { aCertificate } from '../support/certificate.ts'
import { rejection } from './a-client.ts'
import { aGet, aServer, aTransport, listen } from './loopback.ts'

const certificate = aCertificate()

const aSecureServer = (listener: RequestListener) => listen(createServer({ ...certificate }, listener))

const trust = () => {
  const before = tls.getCACertificates('default')
  tls.setDefaultCACertificates([...before, certificate?.cert ?? ''])
  onTestFinished(() => tls.setDefaultCACertificates(before))
}

/** A proxy that knows where `api.example.test` is, and keeps what it was asked for. */
const aProxy = async () => {
  const asked: string[] = []
  const port = await listen(
    createPlainServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (head: Buffer) => {
        const [method, target = ''] = head.toString('latin1').split(' ')
        asked.push(`${method} ${target}`)
        const upstream = connect(Number(target.split(':')[1]), '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
          upstream.pipe(socket)
          socket.pipe(upstream)
        })
        upstream.on('error', () => socket.destroy())
        socket.on('close', () => upstream.destroy())
      })
    }),
  )
  return { asked, url: `http://127.0.0.1:${port}` }
}

describe.skipIf(certificate === undefined)('over TLS', () => {
  it('a certificate that nobody vouches for is refused for good, with what to do', async () => {
    const port = await aSecureServer((_, response) => response.end('{}'))
    const { send } = aTransport()
    const error = await rejection(send(aGet(`https://127.0.0.1:${port}/orgs`)))
    expect(error).toMatchObject({ name: 'NetworkError', sent: false, retryable: false })
    expect(error.message).toMatch(
      /certificate of 127\.0\.0\.1:\d+ is not trusted \(self-signed certificate\); set NODE_EXTRA/,
    )
  })

  it('a certificate for another name is refused for good', async () => {
    trust()
    const port = await aSecureServer((_, response) => response.end('{}'))
    const { send } = aTransport()
    const error = await rejection(send(aGet(`https://localhost:${port}/orgs`)))
    expect(error).toMatchObject({ name: 'NetworkError', sent: false, retryable: false })
  })

  it('a server that speaks no TLS is told as what it is', async () => {
    const { port } = await aServer((response) => response.end('{}'))
    const { send } = aTransport()
    const error = await rejection(send(aGet(`https://127.0.0.1:${port}/orgs`)))
    expect(error).toMatchObject({ name: 'NetworkError', sent: false })
    expect(error.message).toBe(
      `GET /orgs was not sent: 127.0.0.1:${port} did not answer as a server of HTTPS does (wrong version number). ` +
        "Check the API's address",
    )
  })

  it('a trusted one is fine, and a connection that then breaks leaves the effect unknown', async () => {
    trust()
    const port = await aSecureServer((request, response) =>
      request.method === 'GET' ? response.end('{}') : response.destroy(),
    )
    const { send } = aTransport()
    expect(await send(aGet(`https://127.0.0.1:${port}/orgs`))).toMatchObject({ status: 200 })
    const error = await rejection(send({ ...aGet(`https://127.0.0.1:${port}/orgs`), method: 'POST' }))
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' })
  })

  it('a connection of its own that breaks leaves the effect unknown', async () => {
    trust()
    const port = await aSecureServer((_, response) => response.destroy())
    const { send } = aTransport()
    const error = await rejection(send({ ...aGet(`https://127.0.0.1:${port}/orgs`), method: 'POST' }))
    expect(error).toMatchObject({ name: 'NetworkError', sent: 'unknown' })
  })

  it('a redirect away from it is refused', async () => {
    trust()
    const plain = await aServer((response) => response.end('[]'))
    const port = await aSecureServer((_, response) => response.writeHead(307, { location: plain.url }).end())
    const { send } = aTransport()
    const error = await rejection(send(aGet(`https://127.0.0.1:${port}/logs`)))
    expect(error.message).toBe('GET /logs was sent on from https to an address without it')
    expect(plain.received).toEqual([])
  })

  it('a redirect to it is followed, without the token', async () => {
    trust()
    const tokens: unknown[] = []
    const port = await aSecureServer((request, response) => {
      tokens.push(request.headers.authorization)
      response.end('[]')
    })
    const plain = await aServer((response) => response.writeHead(307, { location: `https://127.0.0.1:${port}/` }).end())
    const { send } = aTransport()
    expect(await send(aGet(plain.url))).toMatchObject({ body: '[]' })
    expect(tokens).toEqual([undefined])
  })

  it('a proxy carries it through a tunnel, and finds the server by its name', async () => {
    trust()
    const port = await aSecureServer((request, response) => response.end(JSON.stringify(request.headers.host)))
    const proxy = await aProxy()
    const { send } = aTransport({ proxy: proxy.url })
    const target = `api.example.test:${port}`
    expect(await send(aGet(`https://${target}/orgs`))).toMatchObject({ status: 200, body: `"${target}"` })
    expect(proxy.asked).toEqual([`CONNECT ${target}`])
  })
})

describe('a handshake', () => {
  it('that breaks shows that nothing was sent', async () => {
    const port = await listen(createPlainServer((socket) => socket.destroy()))
    const { send } = aTransport()
    const error = await rejection(send({ ...aGet(`https://127.0.0.1:${port}/orgs`), method: 'POST' }))
    expect(error).toMatchObject({ name: 'NetworkError', sent: false })
  })
})

describe('a proxy', () => {
  it('carries plain http through a tunnel as well', async () => {
    const server = await aServer((response) => response.end('{}'))
    const proxy = await aProxy()
    const { send } = aTransport({ proxy: proxy.url })
    const target = `api.example.test:${server.port}`
    expect(await send(aGet(`http://${target}/orgs?x=1`))).toMatchObject({ status: 200 })
    expect(proxy.asked).toEqual([`CONNECT ${target}`])
    expect(server.received).toEqual([expect.objectContaining({ method: 'GET', url: '/orgs?x=1' })])
  })

  it('is passed by for this machine, and for names in no_proxy', async () => {
    const server = await aServer((response) => response.end('{}'))
    const proxy = await aProxy()
    const { send } = aTransport({ proxy: proxy.url, noProxy: 'nowhere.invalid' })
    expect(await send(aGet(server.url))).toMatchObject({ status: 200 })
    expect(await rejection(send(aGet('http://nowhere.invalid/')))).toMatchObject({ sent: false })
    expect(proxy.asked).toEqual([])
  })

  it('that is not there, or refuses, shows that nothing was sent', async () => {
    const refusing = await listen(
      createPlainServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'))
      }),
    )
    for (const proxy of ['http://127.0.0.1:1', `http://127.0.0.1:${refusing}`]) {
      const { send } = aTransport({ proxy })
      const error = await rejection(send({ ...aGet('http://api.example.test/orgs'), method: 'POST' }))
      expect(error).toMatchObject({ name: 'NetworkError', sent: false })
    }
  })
})

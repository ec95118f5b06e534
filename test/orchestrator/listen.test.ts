import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { listen, type ListenOptions } from '../../src/orchestrator/listen.ts'
import { aCertificate } from '../support/certificate.ts'

const start = async (options: Partial<ListenOptions> = {}) => {
  const orchestrator = createOrchestrator({ token: 'test-token', strict: true })
  const { url, close } = await listen(orchestrator, { host: '127.0.0.1', port: 0, ...options })
  onTestFinished(async () => {
    await close()
    orchestrator.close()
  })
  return { url, orchestrator }
}

const send = (url: string, { body, ca, method = 'GET' }: { body?: string; ca?: string; method?: string } = {}) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest
    const headers = { authorization: 'Bearer test-token' }
    const sent = request(url, { method, headers, ...(ca === undefined ? {} : { ca }), agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

test('serves the API on a loopback port', async () => {
  const { url } = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const created = await send(`${url}/orgs/local-org/apps`, { method: 'POST', body: '{"id":"shop","name":"Shop"}' })
  expect(created.status).toBe(201)
  expect(JSON.parse((await send(`${url}/orgs/local-org/apps`)).text)).toHaveLength(1)
})

test('tells of every request that was answered, without what stands in its query', async () => {
  const answered: string[] = []
  const { url } = await start({
    onAnswer: ({ method, path, status }) => void answered.push(`${method} ${path} ${status}`),
  })
  await send(`${url}/orgs/local-org/pipeline-runs?app=secret`)
  await send(`${url}/orgs/nope/apps`)
  expect(answered).toEqual(['GET /orgs/local-org/pipeline-runs 200', 'GET /orgs/nope/apps 403'])
})

test('refuses a body that is too large with 413, and goes on', async () => {
  const { url } = await start()
  const body = `{"id":"shop","name":"${'x'.repeat(17 * 1024 * 1024)}"}`
  expect(await send(`${url}/orgs/local-org/apps`, { method: 'POST', body })).toMatchObject({ status: 413 })
  expect(await send(`${url}/orgs/local-org/apps`)).toMatchObject({ status: 200 })
})

test('says no length of an answer that has no body', async () => {
  const { url } = await start()
  await send(`${url}/orgs/local-org/apps`, { method: 'POST', body: '{"id":"shop","name":"Shop"}' })
  const deleted = await fetch(`${url}/orgs/local-org/apps/shop`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer test-token' },
  })
  expect([deleted.status, deleted.headers.get('content-length')]).toEqual([204, null])
})

test('a request that is left without an answer is told as a bug, and one that nobody waits for is not', async () => {
  const bugs: unknown[] = []
  const inner = createOrchestrator({ token: 'test-token' })
  onTestFinished(() => inner.close())
  const orchestrator = { ...inner, handle: () => Promise.reject(new Error('a part of the program is missing')) }
  const { url, close } = await listen(orchestrator, {
    host: '127.0.0.1',
    port: 0,
    onBug: (bug) => void bugs.push(bug),
  })
  onTestFinished(close)
  await new Promise<void>((resolve) => {
    const head = 'POST / HTTP/1.1\r\nhost: shop\r\ncontent-length: 9\r\n\r\n{'
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(head, () => socket.destroy()))
    socket.on('close', () => resolve())
  })
  await expect(send(`${url}/orgs/local-org/apps`)).rejects.toThrow('socket hang up')
  expect(bugs).toEqual([new Error('a part of the program is missing')])
})

const certificate = aCertificate()

test.skipIf(!certificate)('speaks HTTPS with a certificate', async () => {
  const { url } = await start({ ...(certificate && { tls: certificate }) })
  expect(url).toMatch(/^https:/)
  expect(await send(`${url}/current-user`, { ca: certificate?.cert ?? '' })).toMatchObject({ status: 200 })
})

test('a port that is taken is an error that says so', async () => {
  const { url } = await start()
  const other = createOrchestrator()
  onTestFinished(() => other.close())
  await expect(listen(other, { host: '127.0.0.1', port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE')
})

import { Agent, request as httpRequest } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { listen } from '../../src/orchestrator/listen.ts'
import type { Called } from '../support/orchestrator.ts'
import { as, called } from './a-shop.ts'

const clients = 64
const org = '/orgs/acme'
const shop = `${org}/apps/shop`

const seed = `
organizations:
  - id: acme
    environment-types: [development]
    users:
      - { id: ada, name: Ada, token: ada, role: administrator }
      - { id: bob, name: Bob, token: bob, role: administrator }
      - { id: cy, name: Cy, token: cy, role: administrator }
    applications:
      - { id: shop, environments: [{ id: staging, type: development }] }
cluster: { pending: 10s, duration: 10m }
`

const serve = async () => {
  const bugs: unknown[] = []
  const orchestrator = createOrchestrator({ seed, token: 'root', strict: true, onBug: (bug) => void bugs.push(bug) })
  const { url, close } = await listen(orchestrator, { host: '127.0.0.1', port: 0 })
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  onTestFinished(async () => {
    agent.destroy()
    await close()
    orchestrator.close()
    expect(bugs).toEqual([])
  })

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    new Promise<Called>((resolve, reject) => {
      const sent = httpRequest(`${url}${path}`, { method, agent, headers: { ...as('root'), ...headers } }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: text === '' ? undefined : JSON.parse(text),
            headers: answer.headers as Record<string, string>,
          }),
        )
      })
      sent.on('error', reject)
      sent.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body))
    })
  return {
    call,
    /** One call of each client, all on the way together. */
    atOnce: (make: (client: number) => Promise<Called>) =>
      Promise.all(Array.from({ length: clients }, (_, n) => make(n))),
  }
}

const counted = (answers: readonly Called[]): Record<number, number> => {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const idsOf = (answers: readonly Called[]) => new Set(answers.map(({ body }) => (body as { id: string }).id))

const text = (id: string, message: string) =>
  called(id, `  go: { steps: [{ uses: actions/humanitec/log@v1, with: { message: ${message} } }] }`)

const gate = called(
  'gate',
  '  ask: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging, message: Go? } }] }',
)

describe(`${clients} clients at once`, () => {
  test('get ids of their own, and everything that they were told they have is there', async () => {
    const { call, atOnce } = await serve()
    const made = {
      deltas: await atOnce(() => call('POST', `${shop}/deltas`, { modules: {} })),
      'artefact-versions': await atOnce((n) =>
        call('POST', `${org}/artefact-versions`, {
          type: 'container',
          name: 'web',
          version: String(n),
          commit: 'abcdef1',
        }),
      ),
    }
    expect(counted(made.deltas)).toEqual({ 200: clients })
    expect(idsOf(made.deltas).size).toBe(clients)
    expect(counted(made['artefact-versions'])).toEqual({ 200: clients })
    expect(idsOf(made['artefact-versions']).size).toBe(clients)
    const kept = (await call('GET', `${shop}/deltas`)).body as { id: string }[]
    expect(new Set(kept.map(({ id }) => id))).toEqual(idsOf(made.deltas))
    expect((await call('GET', `${org}/artefacts`)).body).toHaveLength(1)
  })

  test('who all make the same make one', async () => {
    const { call, atOnce } = await serve()
    const counts = {
      applications: counted(await atOnce(() => call('POST', `${org}/apps`, { id: 'new', name: 'New' }))),
      environments: counted(
        await atOnce(() => call('POST', `${shop}/envs`, { id: 'new', name: 'New', type: 'development' })),
      ),
      values: counted(
        await atOnce(() => call('POST', `${shop}/values`, { key: 'NEW', value: 'x', description: null })),
      ),
      pipelines: counted(await atOnce(() => call('POST', `${shop}/pipelines`, text('new', 'hello')))),
    }
    const once = { 201: 1, 409: clients - 1 }
    expect(counts).toEqual({ applications: once, environments: once, values: once, pipelines: once })
    expect((await call('GET', `${org}/apps/new/pipelines`)).body).toHaveLength(1)
  })

  test('who repeat one request under one key have one run', async () => {
    const { call, atOnce } = await serve()
    await call('POST', `${shop}/pipelines`, text('new', 'hello'))
    const answers = await atOnce(() =>
      call('POST', `${shop}/pipelines/new/runs`, { inputs: {} }, { 'idempotency-key': 'one' }),
    )
    expect(counted(answers)).toEqual({ 201: clients })
    expect(idsOf(answers).size).toBe(1)
    expect((await call('GET', `${shop}/pipelines/new/runs`)).body).toHaveLength(1)
  })

  test('who change the same state of a pipeline: one wins, and the others are told', async () => {
    const { call, atOnce } = await serve()
    const { headers } = await call('POST', `${shop}/pipelines`, text('new', 'hello'))
    const etag = headers['etag'] ?? ''
    const answers = await atOnce((n) =>
      call('PATCH', `${shop}/pipelines/new`, text('new', `m${n}`), { 'if-match': etag }),
    )
    expect(counted(answers)).toEqual({ 200: 1, 412: clients - 1 })
    const winner = answers.findIndex(({ status }) => status === 200)
    const versions = (await call('GET', `${shop}/pipelines/new/versions`)).body as unknown[]
    expect(versions).toHaveLength(2)
    const schema = await call('GET', `${shop}/pipelines/new`)
    expect(schema.headers['etag']).toBe(answers[winner]?.headers['etag'])
  })

  test('who deploy to one environment: one does, and it is the only one that is active', async () => {
    const { call, atOnce } = await serve()
    const answers = await atOnce(() => call('POST', `${shop}/envs/staging/deploys`, { set_id: '0' }))
    expect(counted(answers)).toEqual({ 201: 1, 409: clients - 1 })
    const deploys = (await call('GET', `${shop}/envs/staging/deploys`)).body as { status: string }[]
    expect(deploys.map(({ status }) => status)).toEqual(['pending'])
  })

  test('who answer one approval: it is decided once', async () => {
    const { call, atOnce } = await serve()
    await call('POST', `${shop}/pipelines`, gate)
    const { body: run } = await call('POST', `${shop}/pipelines/gate/runs`, { inputs: {} })
    const [approval] = (await call('GET', `${shop}/approvals`)).body as { id: string }[]
    const path = `${shop}/pipelines/gate/runs/${run.id}/jobs/ask/approvals/${approval?.id}`
    const answers = await atOnce((n) => call('POST', `${path}/${n % 2 === 0 ? 'approve' : 'deny'}`))
    const winner = answers.find(({ status }) => status === 200)
    const { body } = await call('GET', path)
    expect(body.status).toBe(winner?.body.status)
    expect(counted(answers)).toEqual({ 200: 1, 400: clients - 1 })
  })

  test('who take each other away: an administrator stays', async () => {
    const { call, atOnce } = await serve()
    const people = ['ada', 'bob', 'cy', 'local-administrator']
    const answers = await atOnce((n) => {
      const [id, other] = [people[n % 4], people[(n + 1) % 4]]
      const headers = as(other === 'local-administrator' ? 'root' : String(other))
      return n % 3 === 0
        ? call('DELETE', `${org}/users/${id}`, undefined, headers)
        : call('PATCH', `${org}/users/${id}`, { role: 'member' }, headers)
    })
    for (const { status } of answers) expect(status).toBeLessThan(500)
    const left = []
    for (const token of ['ada', 'bob', 'cy', 'root']) {
      const { body } = await call('GET', '/current-user', undefined, as(token))
      if (body.roles?.[org] === 'administrator') left.push(token)
    }
    expect(left).toHaveLength(1)
  })

  test('who change values: each change is a version that follows from the one before it', async () => {
    const { call, atOnce } = await serve()
    await call('POST', `${shop}/values`, { key: 'COUNT', value: 'first', description: null })
    const answers = await atOnce((n) =>
      n % 2 === 0
        ? call('PATCH', `${shop}/values/COUNT`, { value: `v${n}` })
        : call('POST', `${shop}/values`, { key: `KEY_${n}`, value: `v${n}`, description: null }),
    )
    expect(counted(answers)).toEqual({ 200: clients / 2, 201: clients / 2 })
    interface Version {
      id: string
      values: Record<string, { value: string }>
      change: { op: string; path: string; value: { value: string } }[]
    }
    const versions = ((await call('GET', `${shop}/value-set-versions`)).body as Version[]).toReversed()
    expect(versions).toHaveLength(clients + 1)
    const built: Record<string, string> = {}
    for (const { values, change } of versions) {
      for (const { path, value } of change) built[path.slice(1)] = value.value
      expect(Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]))).toEqual(built)
    }
    expect(new Set(versions.map(({ id }) => id)).size).toBe(clients + 1)
  })
})

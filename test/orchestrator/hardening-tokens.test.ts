import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { as } from './a-shop.ts'

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokens-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const contentOf = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')

const seed = `
organizations:
  - id: acme
    users: [{ id: robot, name: Robot, type: service, token: token-of-the-seed }]
    applications: [{ id: shop }]
`

const current = ({ call }: ReturnType<typeof startOrchestrator>, token: string) =>
  call('GET', '/current-user', undefined, as(token))

test('no token is ever in the data: not the first, not of the seed, not one that was made or refused', async () => {
  const dataDir = aFolder()
  const it = startOrchestrator({ dataDir, seed, token: 'token-of-the-start' })
  const made = await it.call('POST', '/users/robot/tokens', { id: 'ci', type: 'static' })
  const tokens = ['token-of-the-start', 'token-of-the-seed', made.body.token as string]
  for (const token of tokens) {
    expect(await current(it, token)).toMatchObject({ status: 200 })
    const name = { id: `app-${tokens.indexOf(token)}`, name: 'App' }
    const key = { 'idempotency-key': 'one' }
    await it.call('POST', '/orgs/acme/apps', name, as(token))
    await it.call('POST', '/orgs/acme/apps/shop/pipelines/default/runs', { inputs: {} }, { ...as(token), ...key })
    await it.call('POST', '/orgs/acme/apps/shop/webhooks', { id: 'told', url: 'https://hooks.test' }, as(token))
  }
  expect(await current(it, 'token-of-nobody')).toMatchObject({ status: 401 })
  expect(contentOf(dataDir)).toContain('app-0')
  it.orchestrator.close()
  startOrchestrator({ dataDir, token: 'token-of-the-second-start' }).orchestrator.close()
  const content = contentOf(dataDir)
  expect(content).toContain('app-0')
  for (const token of [...tokens, 'token-of-nobody', 'token-of-the-second-start']) expect(content).not.toContain(token)
})

test('each start has a token of its own, and ends that of the last one', async () => {
  const dataDir = aFolder()
  const tokens: string[] = []
  for (const given of [undefined, undefined, 'given', 'given', undefined]) {
    const orchestrator = createOrchestrator({ dataDir, ...(given === undefined ? {} : { token: given }) })
    tokens.push(orchestrator.token)
    const open = []
    for (const token of new Set(tokens)) {
      const request = { method: 'GET', url: 'http://orchestrator.test/current-user', headers: as(token) }
      if ((await orchestrator.handle(request)).status === 200) open.push(token)
    }
    expect(open).toEqual([orchestrator.token])
    orchestrator.close()
  }
  expect(new Set(tokens).size).toBe(4)
  expect(tokens[2]).toBe('given')
})

test("a start with a user's token is refused, and changes nothing", async () => {
  const dataDir = aFolder()
  startOrchestrator({ dataDir, seed, token: 'first' }).orchestrator.close()
  expect(() => createOrchestrator({ dataDir, token: 'token-of-the-seed' })).toThrow(
    "The administrator's token is the token of user 'robot' too: choose another.",
  )
  const it = startOrchestrator({ dataDir, token: 'first' })
  expect(await current(it, 'first')).toMatchObject({ status: 200 })
  expect((await current(it, 'token-of-the-seed')).body).toMatchObject({ id: 'robot' })
})

test('a reset through the control door leaves the token that whoever asked for it has', async () => {
  const orchestrator = createOrchestrator()
  onTestFinished(() => orchestrator.close())
  const { token } = orchestrator
  orchestrator.control.reset('organizations: [{ id: acme }]')
  const request = { method: 'GET', url: 'http://orchestrator.test/orgs/acme/apps', headers: as(token) }
  expect(await orchestrator.handle(request)).toMatchObject({ status: 200 })
})

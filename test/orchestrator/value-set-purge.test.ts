import * as fc from 'fast-check'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { shop } from './a-shop.ts'
import { at, attempt, attempts, aValueShop, levels } from './value-shop.ts'

/** A was `gone`, B was made beside it, then A became `here`. */
const aPast = async ({ isSecret = false } = {}) => {
  const made = aValueShop()
  await made.call('POST', `${shop}/values`, { key: 'A', value: 'gone', description: 'Mine', is_secret: isSecret })
  await made.create('B', '1')
  const [second, first] = await made.versions()
  await made.patch('A', 'here')
  return { ...made, first: first?.id ?? '', second: second?.id ?? '' }
}

describe.each([
  ['a value', false],
  ['a secret', true],
])('%s that is purged', (_, isSecret) => {
  test('is in no version any more, and can be restored from none', async () => {
    const { act, first, second, values, versions, version } = await aPast({ isSecret })
    const before = await values()
    const answer = await act('purge/A', first, undefined, { comment: 'Leaked' })
    expect(answer).toMatchObject({ status: 204, body: undefined })
    expect(await values()).toEqual(before)
    expect((await versions())[0]).toMatchObject({
      result_of: 'app_value_set_version_purge',
      source_value_set_version_id: first,
      comment: 'Leaked',
      change: [],
      values: before,
    })
    expect(JSON.stringify(await versions())).not.toContain('gone')
    expect(await version(first)).toMatchObject({ values: {}, change: [] })
    expect(Object.keys((await version(second)).values)).toEqual(['B'])
    for (const action of ['restore', 'restore/A', 'purge/A']) {
      const refused = await act(action, second)
      expect(refused).toMatchObject({ status: 400 })
      expect(refused.body.message).toBe(`Value 'A' of value set version '${second}' was purged.`)
    }
    expect(await act('restore/B', second)).toMatchObject({ status: 200 })
  })

  test('must not be in force', async () => {
    const { act, versions, values } = await aPast({ isSecret })
    const [last] = await versions()
    const before = await values()
    const answer = await act('purge/A', last?.id ?? '')
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body.message).toContain('is in force in the application or one of its environments')
    expect(await values()).toEqual(before)
    expect(await versions()).toHaveLength(3)
  })

  test('must not be in force in an environment, not even as the same text said anew', async () => {
    const { call, act, first, remove } = await aPast({ isSecret })
    const request = { key: 'A', value: 'gone', description: null, is_secret: isSecret }
    expect(await call('POST', `${at('staging')}/values`, request)).toMatchObject({ status: 201 })
    expect(await act('purge/A', first)).toMatchObject({ status: 400 })
    await remove('A', 'staging')
    expect(await act('purge/A', first)).toMatchObject({ status: 204 })
  })

  test('is gone wherever the application and its environments had it', async () => {
    const { call, act, first, remove, versions } = await aPast({ isSecret })
    const request = { key: 'A', value: 'gone', description: null, is_secret: isSecret }
    await call('POST', `${at('staging')}/values`, request)
    await remove('A', 'staging')
    const [, overridden] = await versions('staging')
    expect(await act('purge/A', overridden?.id ?? '', 'staging')).toMatchObject({ status: 204 })
    expect((await versions('staging'))[0]).toMatchObject({ result_of: 'env_value_set_version_purge' })
    expect(await act('restore/A', first)).toMatchObject({ status: 400 })
    expect(await act('restore/A', first, 'production')).toMatchObject({ status: 400 })
  })
})

test('a key that the version does not have cannot be purged from it', async () => {
  const { act, first } = await aPast()
  const answer = await act('purge/B', first)
  expect(answer).toMatchObject({ status: 400 })
  expect(answer.body.message).toBe(`Value set version '${first}' has no value 'B'.`)
})

test('a secret that lies in another store is forgotten', async () => {
  const { call, ok, act, versions, remove } = aValueShop()
  const vault = { id: 'vault', primary: false, vault: { url: 'https://vault.test', auth: { token: 't' } } }
  await ok(call('POST', '/orgs/local-org/secretstores', vault))
  const request = { key: 'A', description: null, is_secret: true, secret_ref: { store: 'vault', ref: 'its/path' } }
  await ok(call('POST', `${shop}/values`, request))
  const [first] = await versions()
  await remove('A')
  await ok(act('purge/A', first?.id ?? ''))
  expect(JSON.stringify(await versions())).not.toContain('its/path')
})

/** Everything that the store of a folder holds, as text. */
const contentOf = (folder: string): string => {
  const database = new DatabaseSync(join(folder, 'orchestrator.sqlite'), { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    return JSON.stringify(tables.map(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all()))
  } finally {
    database.close()
  }
}

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'values-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('whatever has happened, a purge leaves the value nowhere in the store', async () => {
  const dataDir = aFolder()
  const { anotherShop } = aValueShop({ dataDir })
  let stored = 0
  await fc.assert(
    fc.asyncProperty(attempts({ purges: true }), fc.boolean(), async (history, isSecret) => {
      const verb = await anotherShop()
      const text = () => `text-${(stored += 1)}.`
      const leaked = `leaked-${text()}`
      await verb.call('POST', `${verb.at()}/values`, {
        key: 'A',
        value: leaked,
        description: null,
        is_secret: isSecret,
      })
      const [first] = await verb.versions()
      for (const each of history) await attempt(verb, each, text())
      // Whatever it takes to make it be in force no more.
      for (const level of levels) await verb.call('DELETE', `${verb.at(level)}/values/A`)
      expect([204, 400]).toContain((await verb.act('purge/A', first?.id ?? '')).status)
      expect(contentOf(dataDir)).not.toContain(leaked)
      for (const level of levels) expect(JSON.stringify(await verb.versions(level))).not.toContain(leaked)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('what is forgotten with its environment or its application leaves nothing in the store', async () => {
  const dataDir = aFolder()
  const { anotherShop, call } = aValueShop({ dataDir })
  const { create, patch, at: where } = await anotherShop()
  const secret = (value: string, envId?: string) =>
    call('POST', `${where(envId)}/values`, { key: 'S', value, description: null, is_secret: true })
  await create('A', 'app-text')
  await create('A', 'env-text', 'staging')
  await patch('A', 'env-text-2', 'staging')
  await secret('app-secret')
  await secret('env-secret', 'staging')
  expect(contentOf(dataDir)).toContain('env-secret')
  await call('DELETE', where('staging'))
  expect(contentOf(dataDir)).not.toMatch(/env-text|env-secret/)
  expect(contentOf(dataDir)).toMatch(/app-text.*app-secret/)
  await call('DELETE', where())
  expect(contentOf(dataDir)).not.toMatch(/app-text|app-secret/)
})

test('not even the bytes of a purged value stay in the file', async () => {
  const dataDir = aFolder()
  const { create, patch, versions, act, ok } = aValueShop({ dataDir })
  await create('A', 'leaked-text')
  const [first] = await versions()
  await patch('A', 'another')
  await ok(act('purge/A', first?.id ?? ''))
  // The write-ahead log becomes part of the file, as when the orchestrator ends.
  const database = new DatabaseSync(join(dataDir, 'orchestrator.sqlite'))
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  const bytes = readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file), 'latin1'))
  expect(bytes.join('')).toContain('another')
  expect(bytes.join('')).not.toContain('leaked-text')
})

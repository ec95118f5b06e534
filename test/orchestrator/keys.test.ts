import { expect, test } from 'vitest'
import { humanitecKeys } from '../../src/orchestrator/keys/humanitec-keys.ts'
import { aShop, as, seconds } from './a-shop.ts'
import { anRsaKey, badKeys } from './public-keys.ts'

const keys = '/orgs/local-org/keys'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: mia, name: Mia, token: mia, role: manager }
  - id: second-org
`

const aKeyring = () => {
  const shop = aShop({ seed })
  return {
    ...shop,
    add: (pem: string, org = 'local-org') => shop.call('POST', `/orgs/${org}/keys`, JSON.stringify(pem)),
    names: async (query = '') =>
      ((await shop.get(`${keys}${query}`)) as { created_at: string }[]).map(({ created_at }) => created_at.slice(17)),
  }
}

test('a key is added, under the fingerprint that openssl gives it, for two years', async () => {
  const { add, get } = aKeyring()
  // openssl rsa -pubin -outform DER | sha256sum
  const fingerprint = '4fc8e5e90075ec478e9be08cd27803dda10623e259d14a29d4f124bf8f260921'
  const [{ pub_key: pem } = { pub_key: '' }] = humanitecKeys
  const { status, body } = await add(pem)
  expect(status).toBe(200)
  expect(body).toEqual({
    id: body.id,
    key: pem,
    fingerprint,
    created_at: '2026-01-05T12:00:00.000Z',
    created_by: 'local-administrator',
    expired_at: '2028-01-05T12:00:00.000Z',
  })
  expect(await get(`${keys}/${body.id}`)).toEqual(body)
  expect(await get(keys)).toEqual([body])
})

test.each([
  ['ends of lines written as \\n', (pem: string) => pem.replaceAll('\n', String.raw`\n`)],
  ['the ends of lines of Windows', (pem: string) => pem.replaceAll('\n', '\r\n')],
  ['no last end of line', (pem: string) => pem.trimEnd()],
])('a key is taken with %s, and is the same key', async (_, written) => {
  const { add } = aKeyring()
  const { status, body } = await add(written(anRsaKey('a')))
  expect(status).toBe(200)
  expect((await add(anRsaKey('a'))).body.message).toContain(`has this key already, as '${body.id}'`)
})

test.each(badKeys)('%s is refused with 400', async (_, text, reason) => {
  const { add, get } = aKeyring()
  const { status, body } = await add(text)
  expect(status).toBe(400)
  expect(body.message).toMatch(/^body (must|has|holds)/)
  expect(body.message).toContain(reason)
  expect(await get(keys)).toEqual([])
})

test.each([
  ['an object', '{"key":"x"}'],
  ['no JSON', anRsaKey('a')],
  ['an empty body', ''],
])('%s instead of a text is refused with 400', async (_, body) => {
  expect(await aKeyring().call('POST', keys, body)).toMatchObject({ status: 400 })
})

test('an organization has a key once; another may have it too', async () => {
  const { add, get } = aKeyring()
  await add(anRsaKey('a'))
  expect(await add(anRsaKey('a'))).toMatchObject({ status: 409 })
  expect(await add(anRsaKey('a'), 'second-org')).toMatchObject({ status: 200 })
  expect(await get(keys)).toHaveLength(1)
})

test('keys are listed the last added first, and found by fingerprint', async () => {
  const { add, after, get, call, names } = aKeyring()
  const { body: first } = await add(anRsaKey('a'))
  await after(seconds(1))
  await add(anRsaKey('b'))
  await after(seconds(1))
  await add(anRsaKey('c'))
  expect(await names()).toEqual(['02.000Z', '01.000Z', '00.000Z'])
  expect(await get(`${keys}?fingerprint=${first.fingerprint}`)).toEqual([first])
  expect(await get(`${keys}?fingerprint=${'0'.repeat(64)}`)).toEqual([])
  expect(await names('?fingerprint=')).toHaveLength(3)
  const wrong = await call('GET', `${keys}?fingerprint=${first.fingerprint.toUpperCase()}`)
  expect(wrong.status).toBe(400)
  expect(wrong.body.message).toContain("query parameter 'fingerprint'")
})

test('a key that is deleted is gone, and can be added again', async () => {
  const { add, call, get } = aKeyring()
  const { body } = await add(anRsaKey('a'))
  expect(await call('DELETE', `/orgs/second-org/keys/${body.id}`)).toMatchObject({ status: 404 })
  expect(await call('DELETE', `${keys}/${body.id}`)).toMatchObject({ status: 204 })
  expect(await get(keys)).toEqual([])
  expect(await add(anRsaKey('a'))).toMatchObject({ status: 200 })
})

test.each(['GET', 'DELETE'])('%s of a key that there is not is 404', async (method) => {
  const answer = await aKeyring().call(method, `${keys}/moon`)
  expect(answer.status).toBe(404)
  expect(answer.body.message).toBe("Key 'moon' does not exist in organization 'local-org'.")
})

test('members look at keys, administrators change them', async () => {
  const { add, call } = aKeyring()
  const { body } = await add(anRsaKey('a'))
  expect(await call('GET', keys, undefined, as('mia'))).toMatchObject({ status: 200 })
  expect(await call('GET', `${keys}/${body.id}`, undefined, as('mia'))).toMatchObject({ status: 200 })
  expect(await call('POST', keys, JSON.stringify(anRsaKey('b')), as('mia'))).toMatchObject({ status: 403 })
  expect(await call('DELETE', `${keys}/${body.id}`, undefined, as('mia'))).toMatchObject({ status: 403 })
  expect(await call('GET', keys, undefined, { authorization: '' })).toMatchObject({ status: 401 })
  expect(await call('GET', '/orgs/moon-org/keys')).toMatchObject({ status: 403 })
})

test('the platform tells by which keys it is known', async () => {
  const { call, get } = aKeyring()
  const path = '/orgs/local-org/humanitec-keys'
  const all = await get(path, as('mia'))
  expect(all).toEqual([{ active: true, created_at: '2020-01-01T00:00:00.000Z', pub_key: all[0].pub_key }])
  expect(await get(`${path}?active=true`)).toEqual(all)
  expect(await get(`${path}?active=false`)).toEqual([])
  expect(await call('GET', `${path}?active=moon`)).toMatchObject({
    status: 400,
    body: { message: "query parameter 'active' must be boolean" },
  })
})

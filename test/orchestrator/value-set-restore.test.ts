import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shop } from './a-shop.ts'
import { at, attempt, attempts, aValueShop } from './value-shop.ts'

const texts = (values: Record<string, { value: string }>) =>
  Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]))

/** A was 1 and B was 1, then A became 2, B went and C came. */
const aPast = async () => {
  const made = aValueShop()
  await made.create('A', '1')
  await made.create('B', '1')
  const [past] = await made.versions()
  await made.patch('A', '2')
  await made.remove('B')
  await made.create('C', '2')
  return { ...made, past: past?.id ?? '' }
}

describe('of an application', () => {
  test('a version is restored: what it lacks is deleted, what it has is as it was', async () => {
    const { act, past, values, versions, version } = await aPast()
    const { status, body } = await act('restore', past, undefined, { comment: 'Back' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      result_of: 'app_value_set_version_restore',
      source_value_set_version_id: past,
      comment: 'Back',
    })
    expect(await values()).toEqual((await version(past)).values)
    expect(texts(await values())).toEqual({ A: '1', B: '1' })
    expect(body.change.map((each: { op: string; path: string }) => `${each.op} ${each.path}`).toSorted()).toEqual([
      'add /B',
      'remove /C',
      'replace /A',
    ])
    expect((await versions())[0]).toEqual(body)
  })

  test('one key is restored, and nothing else', async () => {
    const { act, past, values } = await aPast()
    const { status, body } = await act('restore/B', past, undefined, { comment: 'Back' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      result_of: 'app_value_set_version_restore',
      source_value_set_version_id: past,
      comment: 'Back',
      change: [{ op: 'add', path: '/B' }],
    })
    expect(texts(await values())).toEqual({ A: '2', B: '1', C: '2' })
  })

  test('a key that the version does not have is refused with 400', async () => {
    const { act, past, versions } = await aPast()
    const answer = await act('restore/C', past)
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body.message).toBe(`Value set version '${past}' has no value 'C'.`)
    expect(await versions()).toHaveLength(5)
  })

  test('what is so already makes a version without a change', async () => {
    const { act, versions, values } = await aPast()
    const before = await values()
    const [last] = await versions()
    expect((await act('restore', last?.id ?? '')).body).toMatchObject({
      change: [],
      source_value_set_version_id: last?.id,
    })
    expect(await values()).toEqual(before)
  })

  test('a secret comes back too, as the version of it that it was', async () => {
    const { call, act, versions, values } = aValueShop()
    await call('POST', `${shop}/values`, { key: 'A', value: 'one', description: null, is_secret: true })
    await call('PATCH', `${shop}/values/A`, { value: 'two' })
    const [, first] = await versions()
    expect(await act('restore/A', first?.id ?? '')).toMatchObject({ status: 200 })
    expect(await values()).toMatchObject({ A: { value: '', secret_version: '1' } })
    expect((await call('PATCH', `${shop}/values/A`, { value: 'three' })).body).toMatchObject({ secret_version: '3' })
  })
})

describe('of an environment', () => {
  test('what it had of its own comes back', async () => {
    const { create, patch, remove, versions, act, values } = aValueShop()
    await create('A', '1')
    await create('B', '1')
    await create('A', 'own', 'staging')
    const [past] = await versions('staging')
    await patch('A', 'other', 'staging')
    await create('B', 'own', 'staging')
    await remove('A', 'staging')
    const { body } = await act('restore', past?.id ?? '', 'staging')
    expect(body).toMatchObject({ result_of: 'env_value_set_version_restore', values: past?.values })
    expect(await values('staging')).toEqual(past?.values)
    expect(texts(await values())).toEqual({ A: '1', B: '1' })
  })

  test('what it had of its application, it has of its own from then on, if that has changed', async () => {
    const { act, past, values } = await aPast()
    await act('restore', past, 'staging')
    expect(await values('staging')).toMatchObject({ A: { value: '1', source: 'env' }, C: { source: 'app' } })
    // What the application has no more cannot be overridden.
    expect(await values('staging')).not.toHaveProperty('B')
    expect(await values('production')).toEqual(await values())
  })

  test('one key is restored', async () => {
    const { act, past, values, patch } = await aPast()
    await act('restore/A', past, 'staging')
    expect(await values('staging')).toMatchObject({ A: { value: '1', source: 'env' } })
    await patch('A', '3')
    expect(await values('staging')).toMatchObject({ A: { value: '1', source: 'env' } })
  })

  test('a key that its application has no more is refused with 400', async () => {
    const { act, past } = await aPast()
    const answer = await act('restore/B', past, 'staging')
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.body.message).toContain("has no value 'B' any more: restore it there first")
  })

  test('a secret that it has of its application outlives the environment', async () => {
    const { call, act, versions, values } = aValueShop()
    await call('POST', `${shop}/values`, { key: 'A', value: 'one', description: null, is_secret: true })
    const [first] = await versions()
    await call('PATCH', `${shop}/values/A`, { value: 'two' })
    await act('restore', first?.id ?? '', 'staging')
    await call('PATCH', `${at('staging')}/values/A`, { description: 'Own' })
    await call('DELETE', at('staging'))
    expect(await act('restore', first?.id ?? '')).toMatchObject({ status: 200 })
    expect(await values()).toMatchObject({ A: { secret_version: '1' } })
  })
})

const laws = { numRuns: 30 }

test('whatever has happened, a version that an application restores is what it has then', async () => {
  const { anotherShop } = aValueShop()
  await fc.assert(
    fc.asyncProperty(attempts(), fc.nat(), async (history, pick) => {
      const verb = await anotherShop()
      for (const [index, each] of history.entries()) await attempt(verb, each, `text ${index}`)
      const known = await verb.versions()
      fc.pre(known.length > 0)
      const chosen = known[pick % known.length]
      expect(await verb.act('restore', chosen?.id ?? '')).toMatchObject({
        status: 200,
        body: { values: chosen?.values },
      })
      expect(await verb.values()).toEqual(chosen?.values)
    }),
    laws,
  )
}, 60_000)

test('whatever has happened, an environment has a restored version’s values of all that its application has', async () => {
  const { anotherShop } = aValueShop()
  await fc.assert(
    fc.asyncProperty(attempts(), fc.nat(), async (history, pick) => {
      const verb = await anotherShop()
      for (const [index, each] of history.entries()) await attempt(verb, each, `text ${index}`)
      const [base, known] = [await verb.values(), await verb.versions('staging')]
      fc.pre(known.length > 0)
      const chosen = known[pick % known.length]
      const { status, body } = await verb.act('restore', chosen?.id ?? '', 'staging')
      expect(status).toBe(200)
      const values = await verb.values('staging')
      expect(body.values).toEqual(values)
      expect(await verb.values()).toEqual(base)
      for (const [key, found] of Object.entries(values)) {
        const [, expected = base[key]] = Object.entries(chosen?.values ?? {}).find(([each]) => each === key) ?? []
        expect({ ...found, source: '' }).toEqual({ ...expected, source: '' })
      }
    }),
    laws,
  )
}, 60_000)

import { describe, expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'

const apps = '/orgs/local-org/apps'
const sets = `${apps}/shop/sets`
const zeros = '0'.repeat(43)

const web = {
  profile: 'humanitec/default-module',
  spec: { containers: { web: { image: 'ghcr.io/acme/web:1' } } },
  externals: { db: { type: 'postgres' } },
}

const withShop = async () => {
  const started = startOrchestrator()
  await started.call('POST', apps, { id: 'shop', name: 'Shop' })
  const apply = async (id: string, delta: unknown) => {
    const { status, body } = await started.call('POST', `${sets}/${id}`, delta)
    expect(status).toBe(200)
    return body as string
  }
  return { ...started, apply }
}

test.each(['0', '0000', zeros])('the empty set can be read as %s in an application without sets', async (id) => {
  const { call } = await withShop()
  expect(await call('GET', `${sets}/${id}`)).toMatchObject({
    status: 200,
    body: { id, modules: {}, shared: {}, version: 0 },
  })
  expect(await call('GET', sets)).toMatchObject({ status: 200, body: [] })
})

test('applying a delta answers the id of the new set, and leaves the old one as it is', async () => {
  const { call, apply } = await withShop()
  const first = await apply('0', {
    modules: { add: { web } },
    shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
  })
  expect(first).toMatch(/^[\w-]{43}$/)
  const path = '/spec/containers/web/image'
  const second = await apply(first, {
    modules: { update: { web: [{ op: 'replace', path, value: 'ghcr.io/acme/web:2' }] } },
  })
  expect((await call('GET', `${sets}/${first}`)).body).toEqual({
    id: first,
    version: 0,
    modules: { web },
    shared: { dns: { type: 'dns' } },
  })
  expect((await call('GET', `${sets}/${second}`)).body).toMatchObject({
    id: second,
    modules: { web: { spec: { containers: { web: { image: 'ghcr.io/acme/web:2' } } }, externals: web.externals } },
    shared: { dns: { type: 'dns' } },
  })
  expect((await call('GET', sets)).body.map(({ id }: { id: string }) => id)).toEqual([first, second])
})

test('the same content is the same set, stored once, whatever way led to it', async () => {
  const { call, apply } = await withShop()
  const direct = await apply('0', { modules: { add: { web, api: web } } })
  const only = await apply(direct, { modules: { remove: ['api'] } })
  expect(await apply(only, { modules: { add: { api: web } } })).toBe(direct)
  expect(await apply(direct, {})).toBe(direct)
  expect(await apply(direct, { modules: { add: null, remove: null, update: null }, shared: null })).toBe(direct)
  expect(await apply(direct, { id: 'mine', metadata: { name: 'x', url: 'https://x.test' } })).toBe(direct)
  expect((await call('GET', sets)).body).toHaveLength(2)
})

test('a set from which everything is removed is the empty set', async () => {
  const { apply } = await withShop()
  const set = await apply('0', { modules: { add: { web } } })
  expect(await apply(set, { modules: { remove: ['web'] } })).toBe(zeros)
})

test('what a module leaves out has its default, and makes no other set', async () => {
  const { call, apply } = await withShop()
  const add = { job: { spec: null, deploy: { when: 'before' } }, web: { deploy: {} } }
  const short = await apply('0', { modules: { add } })
  const { body } = await call('GET', `${sets}/${short}`)
  expect(body.modules.web.deploy).toEqual({ when: 'deploy', success: 'deploy', timeout: 300 })
  expect(body.modules.job).toEqual({
    profile: 'humanitec/default-module',
    spec: {},
    externals: {},
    deploy: { when: 'before', success: 'deploy', timeout: 300 },
  })
  expect(await apply('0', { modules: { add: body.modules } })).toBe(short)
})

test('updates are read under their other spelling too', async () => {
  const { call, apply } = await withShop()
  const set = await apply('0', { modules: { add: { web } } })
  const changed = await apply(set, { modules: { updates: { web: [{ op: 'add', path: '/spec/replicas', value: 2 }] } } })
  expect((await call('GET', `${sets}/${changed}`)).body.modules.web.spec.replicas).toBe(2)
})

describe('a delta is refused with 400 and changes nothing', () => {
  const update = (action: object, module = 'web') => ({ modules: { update: { [module]: [action] } } })
  test.each([
    [
      'updates a module that is not there',
      update({ op: 'add', path: '/a', value: 1 }, 'api'),
      ['api', 'no such module'],
    ],
    ['replaces what is not there', update({ op: 'replace', path: '/spec/x', value: 1 }), ['web', '/spec/x', 'nothing']],
    [
      'goes below what is not there',
      update({ op: 'add', path: '/spec/x/y', value: 1 }),
      ['web', '/spec/x/y', '/spec/x'],
    ],
    ['has a path that is no pointer', update({ op: 'add', path: 'spec', value: 1 }), ['web', 'spec']],
    ['has no path', update({ op: 'remove' }), ['an action needs']],
    ['makes a module malformed', update({ op: 'replace', path: '/spec', value: 7 }), ['web', '/spec', 'an object']],
    ['makes a profile no text', update({ op: 'add', path: '/profile', value: {} }), ['web', '/profile', 'text']],
    [
      'makes a timeout no number',
      update({ op: 'add', path: '/deploy', value: { timeout: 'long' } }),
      ['web', '/deploy/timeout', 'a whole number'],
    ],
  ])('that %s', async (_, delta, words) => {
    const { call, apply } = await withShop()
    const set = await apply('0', { modules: { add: { web } } })
    const { status, body } = await call('POST', `${sets}/${set}`, delta)
    expect(status).toBe(400)
    for (const word of words) expect(body.message).toContain(word)
    expect((await call('GET', sets)).body).toHaveLength(1)
  })

  test.each([
    ['an operation that does not exist', update({ op: 'move', path: '/spec' })],
    ['a module that is a text', { modules: { add: { web: 'nginx' } } }],
    ['a list', []],
  ])('as against the contract for %s', async (_, delta) => {
    const { call } = await withShop()
    expect((await call('POST', `${sets}/0`, delta)).status).toBe(422)
  })
})

test('a value that is nested beyond all reason is refused with 400, whichever way it comes about', async () => {
  const { call, apply } = await withShop()
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  const add = (value: string) => `{"modules":{"add":{"web":{"spec":{"x":${value}}}}}}`
  const deep = await call('POST', `${sets}/0`, add(nested(20_000)))
  expect(deep).toMatchObject({ status: 400, body: { message: 'The delta is nested more than 500 levels deep.' } })
  const set = await apply('0', add(nested(400)))
  const path = `/spec/x${'/0'.repeat(399)}/-`
  const update = `{"modules":{"update":{"web":[{"op":"add","path":"${path}","value":${nested(400)}}]}}}`
  const deeper = await call('POST', `${sets}/${set}`, update)
  expect(deeper).toMatchObject({ status: 400, body: { message: 'The set is nested more than 500 levels deep.' } })
})

test('names that mean something to JavaScript are names of modules like any other', async () => {
  const { call, apply } = await withShop()
  const set = await apply('0', '{"modules":{"add":{"__proto__":{"spec":{"__proto__":1}},"constructor":{}}}}')
  const { body } = await call('GET', `${sets}/${set}?diff=0`)
  expect(Object.keys(body.modules.add).sort()).toEqual(['__proto__', 'constructor'])
  expect(Object.entries(body.modules.add)[0]).toMatchObject(['__proto__', { profile: 'humanitec/default-module' }])
  expect(await apply(set, { modules: { remove: ['constructor', '__proto__', 'toString'] } })).toBe(zeros)
})

test('the difference of two sets leads from one to the other, by either of its addresses', async () => {
  const { call, apply } = await withShop()
  const source = await apply('0', { modules: { add: { web, old: web } } })
  const target = await apply(source, {
    modules: {
      add: { new: web },
      remove: ['old'],
      update: { web: [{ op: 'add', path: '/spec/replicas', value: 2 }] },
    },
    shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
  })
  const { status, body } = await call('GET', `${sets}/${target}/diff/${source}`)
  expect(status).toBe(200)
  expect(body).toEqual({
    modules: { add: { new: web }, remove: ['old'], update: { web: [{ op: 'add', path: '/spec/replicas', value: 2 }] } },
    shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
  })
  expect((await call('GET', `${sets}/${target}?diff=${source}`)).body).toEqual(body)
  expect(await apply(source, body)).toBe(target)
  const nothing = { modules: { add: {}, remove: [], update: {} }, shared: [] }
  expect((await call('GET', `${sets}/${target}?diff=${target}`)).body).toEqual(nothing)
  expect((await call('GET', `${sets}/${target}?diff=0`)).body.modules.add).toHaveProperty('new')
})

test('a set that the application does not have is told in a plain text, also when another one has it', async () => {
  const { call, apply } = await withShop()
  await call('POST', apps, { id: 'other', name: 'Other' })
  const set = await apply('0', { modules: { add: { web } } })
  const elsewhere = `${apps}/other/sets/${set}`
  const text = `Set '${set}' does not exist in application 'local-org/other'.`
  expect(await call('GET', elsewhere)).toMatchObject({ status: 404, body: text })
  expect(await call('POST', elsewhere, {})).toMatchObject({ status: 404, body: text })
  expect(await call('GET', `${elsewhere}/diff/0`)).toMatchObject({ status: 404, body: text })
  expect(await call('GET', `${apps}/other/sets/0?diff=${set}`)).toMatchObject({ status: 404, body: text })
})

test('an application that does not exist is told in the usual form', async () => {
  const { call } = await withShop()
  const { status, body } = await call('GET', `${apps}/nowhere/sets/0`)
  expect(status).toBe(404)
  expect(body.message).toContain("'nowhere'")
})

test('an application that is made anew does not have the sets of the one that was deleted', async () => {
  const { call, apply } = await withShop()
  const set = await apply('0', { modules: { add: { web } } })
  await call('DELETE', `${apps}/shop`)
  await call('POST', apps, { id: 'shop', name: 'Shop' })
  expect((await call('GET', `${sets}/${set}`)).status).toBe(404)
})

describe('deploying', () => {
  const deploys = `${apps}/shop/envs/development/deploys`

  test('a delta deploys what it makes of the set that is there', async () => {
    const { call, clock, apply } = await withShop()
    const first = await apply('0', { modules: { add: { web } } })
    await call('POST', deploys, { set_id: first })
    await clock.advance(60_000)
    const { body: delta } = await call('POST', `${apps}/shop/deltas`, { modules: { add: { api: web } } })
    const { status, body } = await call('POST', deploys, { delta_id: delta.id })
    expect(status).toBe(201)
    expect(body.set_id).toBe(await apply(first, { modules: { add: { api: web } } }))
  })

  test.each([
    ['a set that does not exist', { set_id: 'nothing' }, "Set 'nothing' does not exist"],
    ['a delta that does not exist', { delta_id: 'nothing' }, "Delta 'nothing' does not exist"],
  ])('%s cannot be deployed', async (_, request, message) => {
    const { call } = await withShop()
    const { status, body } = await call('POST', deploys, request)
    expect(status).toBe(400)
    expect(body.message).toContain(message)
  })

  test('a delta that does not fit says which module, where and why, and nothing is deployed', async () => {
    const { call } = await withShop()
    const update = { web: [{ op: 'replace', path: '/spec/x', value: 1 }] }
    const { body: delta } = await call('POST', `${apps}/shop/deltas`, { modules: { update } })
    const { status, body } = await call('POST', deploys, { delta_id: delta.id })
    expect(status).toBe(400)
    expect(body.details).toMatchObject({ module: 'web', reason: expect.stringContaining('no such module') })
    expect((await call('GET', deploys)).body).toEqual([])
    expect((await call('GET', `${apps}/shop/deltas/${delta.id}`)).body.metadata.archived).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { minutes } from './a-shop.ts'
import { acme, acmeShop, withPeople } from './people.ts'

const log = `${acme}/audit-logs`
const days = (count: number) => minutes(count * 24 * 60)

interface Entry {
  at: string
  request_method: string
  request_path: string
  response_status: number
}

const inShort = (body: unknown) =>
  (body as Entry[]).map(
    ({ request_method, request_path, response_status }) => `${request_method} ${request_path} ${response_status}`,
  )

const made = () => {
  const started = withPeople()
  /** Creates an environment type of that id: one change. */
  const change = (id: string) => started.by('ada', 'POST', `${acme}/env-types`, { id })
  const read = (query = '') => started.by('ada', 'GET', `${log}${query}`)
  const at = (entries: unknown) => (entries as Entry[]).map((entry) => entry.at)
  /** Every page from there on, following the links. */
  const pages = async (query = ''): Promise<Entry[][]> => {
    const found: Entry[][] = []
    let path: string | undefined = `${log}${query}`
    while (path !== undefined) {
      const answer = await started.by('ada', 'GET', path)
      expect(answer.status).toBe(200)
      found.push(answer.body as Entry[])
      const next = /^<([^>]+)>; rel="next"$/.exec(answer.headers['link'] ?? '')?.[1]
      path = next === undefined ? undefined : next.slice('http://orchestrator.test'.length)
    }
    return found
  }
  return { ...started, change, read, at, pages }
}

describe('the audit log', () => {
  test('tells who changed what, the newest first', async () => {
    const { by, read, clock } = made()
    await by('max', 'POST', `${acme}/apps`, { id: 'new', name: 'New' })
    await clock.advance(minutes(1))
    await by('ada', 'PATCH', `${acme}/users/mia`, { role: 'manager' })
    await by('ada', 'DELETE', `${acme}/users/mia`)
    const { status, body } = await read()
    expect(status).toBe(200)
    expect(inShort(body)).toEqual([
      'DELETE /orgs/acme/users/mia 204',
      'PATCH /orgs/acme/users/mia 200',
      'POST /orgs/acme/apps 201',
    ])
    expect(body[2]).toEqual({
      at: '2026-01-05T12:00:00.000Z',
      org_id: 'acme',
      user_id: 'max',
      request_method: 'POST',
      request_path: '/orgs/acme/apps',
      response_status: 201,
    })
  })

  test('has nothing of what was read, refused, tried without effect, or seeded', async () => {
    const { by, read } = made()
    await by('ada', 'GET', `${acme}/users`)
    expect(await by('mia', 'POST', `${acme}/apps`, { id: 'new', name: 'New' })).toMatchObject({ status: 403 })
    expect(await by('ada', 'POST', `${acme}/apps`, { id: 'shop', name: 'Shop' })).toMatchObject({
      status: 409,
      body: { message: "Application 'shop' exists already in organization 'acme'." },
    })
    expect(await by('ada', 'POST', `${acme}/apps`, { id: '!' })).toMatchObject({
      status: 422,
      body: {
        message: 'body must have required property \'name\'; body/id must match pattern "^[a-z0-9](?:-?[a-z0-9]+)+$"',
      },
    })
    const artefact = { type: 'container', name: 'web', version: '1' }
    const dryRun = await by('ada', 'POST', `${acme}/artefact-versions?dry_run=true`, artefact)
    expect(dryRun).toMatchObject({ status: 204 })
    expect((await read()).body).toEqual([])
    await by('ada', 'POST', `${acme}/artefact-versions?dry_run=false`, artefact)
    expect(inShort((await read()).body)).toEqual(['POST /orgs/acme/artefact-versions 200'])
  })

  test('knows of tokens too, but not their secrets, nor what stood in bodies and queries', async () => {
    const { by, read } = made()
    const { token } = (await by('ada', 'POST', '/users/bot/tokens', { id: 'ci', type: 'static' })).body
    await by('ada', 'DELETE', '/users/bot/tokens/ci?because=hunter2')
    const { body } = await read()
    expect(inShort(body)).toEqual(['DELETE /users/bot/tokens/ci 204', 'POST /users/bot/tokens 200'])
    expect(JSON.stringify(body)).not.toContain(token)
    expect(JSON.stringify(body)).not.toContain('hunter2')
  })

  test('is of one organization: another has its own', async () => {
    const { by, read } = made()
    await by('rita', 'POST', '/orgs/rival/env-types', { id: 'theirs' })
    await by('rita', 'PATCH', '/current-user', { name: 'Margarita' })
    expect((await read()).body).toEqual([])
    expect((await by('rita', 'GET', '/orgs/rival/audit-logs')).body).toHaveLength(1)
  })

  test.each(['max', 'mia', 'olga', 'owen', 'bot', 'rita'])('is not for %s', async (caller) => {
    const { by } = made()
    expect(await by(caller, 'GET', log)).toMatchObject({ status: 403 })
  })

  test('is kept over a request that fails half-way: nothing was changed, nothing is recorded', async () => {
    const { by, read } = made()
    const env = { id: 'dev', name: 'Dev', type: 'nowhere' }
    expect(await by('ada', 'POST', `${acme}/apps`, { id: 'new', name: 'New', env })).toMatchObject({
      status: 400,
      body: { message: "Environment type 'nowhere' does not exist in organization 'acme'." },
    })
    expect((await read()).body).toEqual([])
    expect(await by('ada', 'GET', `${acme}/apps/new`)).toMatchObject({ status: 404 })
  })
})

describe('pages', () => {
  test('follow one another without a gap and without a repetition', async () => {
    const { change, pages, clock } = made()
    const ids = Array.from({ length: 7 }, (_, index) => `type-${index}`)
    for (const id of ids) {
      await change(id)
      await clock.advance(minutes(8 * 60))
    }
    const all = (await pages()).flat()
    expect(all).toHaveLength(7)
    for (const size of [1, 2, 3, 7]) {
      const found = await pages(`?per_page=${size}`)
      expect(found.flat()).toEqual(all)
      expect(found.every((page) => page.length <= size)).toBe(true)
    }
  })

  test('look at 32 days each: one may be empty with more to come', async () => {
    const { change, pages, clock, at } = made()
    await change('first')
    await clock.advance(days(100))
    await change('last')
    await clock.advance(days(40))
    const found = await pages()
    expect(found.map((page) => page.length)).toEqual([0, 1, 0, 0, 1])
    expect(at(found.flat())).toEqual(['2026-04-15T12:00:00.000Z', '2026-01-05T12:00:00.000Z'])
  })

  test('end where the log does', async () => {
    const { change, read } = made()
    expect((await read()).headers).not.toHaveProperty('link')
    await change('only')
    expect((await read()).headers).not.toHaveProperty('link')
    expect((await read('?per_page=1')).headers).not.toHaveProperty('link')
  })

  test.each([
    ['page=nonsense', "query parameter 'page' must be a token of a 'next' link"],
    ['per_page=101', "query parameter 'per_page'"],
    ['from=yesterday', "query parameter 'from'"],
    ['to=2026-13-01T00:00:00Z', "query parameter 'to'"],
    ['from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', "'from' must not be after 'to'"],
  ])('of ?%s there are none', async (query, message) => {
    const { read } = made()
    expect(await read(`?${query}`)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    })
  })
})

describe('from and to', () => {
  const noon = (day: string) => `2026-01-${day}T12:00:00.000Z`

  test.each([
    ['', ['08', '07', '06', '05']],
    [`?from=${noon('06')}`, ['08', '07']],
    [`?to=${noon('07')}`, ['06', '05']],
    [`?from=${noon('05')}&to=${noon('08')}`, ['07', '06']],
    [`?from=${noon('06')}&to=${noon('06')}`, []],
    ['?from=2026-01-06T12:59:00%2B01:00', ['08', '07', '06']],
    ['?from=2000-01-01T00:00:00Z&to=9999-12-31T00:00:00Z', ['08', '07', '06', '05']],
    ['?to=2000-01-01T00:00:00Z', []],
    ['?from=9999-12-31T00:00:00Z', []],
  ])('%s leave what lies between them', async (query, expected) => {
    const { change, pages, clock, at } = made()
    for (const id of ['one', 'two', 'three', 'four']) {
      await change(id)
      await clock.advance(days(1))
    }
    for (const whole of [query, `${query || '?'}&per_page=1`]) {
      expect(at((await pages(whole)).flat())).toEqual(expected.map(noon))
    }
  })
})

test('an environment of an application is deleted: that is recorded like the rest', async () => {
  const { by, read } = made()
  await by('ada', 'POST', `${acmeShop}/envs`, { id: 'qa', name: 'QA', type: 'development' })
  await by('ada', 'DELETE', `${acmeShop}/envs/qa`)
  expect(inShort((await read()).body)).toEqual([`DELETE ${acmeShop}/envs/qa 204`, `POST ${acmeShop}/envs 201`])
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { aShop, called, shop } from './a-shop.ts'
import { account, definition, driver, profile, registry, store } from './access/samples.ts'

/** Texts that mean something to a database, a template, a path, a shell, a page or a terminal, whole and in pieces. */
const nasty = [
  `'; DROP TABLE "applications"; --`,
  `" OR 1=1 --`,
  '%" ; DELETE FROM tokens',
  '${values.SECRET}',
  '${{ inputs.text }}',
  '${{ secrets }}',
  '${resources.db.outputs.password}',
  '{{ .Values.x }}',
  '$(id)',
  '`id`',
  '$&$1$$',
  '../../../etc/passwd',
  '..%2f..%2f',
  'a/b\\c',
  '\0',
  '\r\nSet-Cookie: a=b',
  '\u001b[2J',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '\u202e\u{1f600}\ufeff',
  '\ud800',
  '..',
  '.',
]
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 5 })), { maxLength: 4 })
    .map((all) => all.join('')),
)
const nonEmpty = text.filter((it) => it.trim() !== '')
const runs = { numRuns: 150 }

describe('text stays the text that it is', () => {
  test('as a name, a description, a comment or a value', async () => {
    const { call } = aShop()
    let made = 0
    await fc.assert(
      fc.asyncProperty(nonEmpty, async (it) => {
        made += 1
        const key = `KEY_${made}`
        const delta = await call('POST', `${shop}/deltas`, { metadata: { name: it }, modules: {} })
        const answers = [
          await call('PATCH', shop, { name: it }),
          await call('POST', `${shop}/values`, { key, value: it, description: it }),
          await call('PATCH', `${shop}/envs/staging`, { name: it }),
        ]
        expect([delta.status, ...answers.map(({ status }) => status)]).toEqual([200, 200, 201, 200])
        expect((await call('GET', `${shop}/deltas/${delta.body.id}`)).body.metadata.name).toBe(it)
        expect((await call('GET', shop)).body.name).toBe(it)
        expect((await call('GET', `${shop}/envs/staging`)).body.name).toBe(it)
        const values = (await call('GET', `${shop}/values`)).body as { key: string; value: string }[]
        expect(values.find((value) => value.key === key)).toMatchObject({ value: it, description: it })
      }),
      runs,
    )
    // And everything else is where it was.
    expect((await call('GET', '/orgs/local-org/apps')).body).toHaveLength(2)
  })

  test('inside sets: in keys as well as in values', async () => {
    const { call } = aShop()
    await fc.assert(
      fc.asyncProperty(text, nonEmpty, async (it, key) => {
        const content = {
          profile: 'humanitec/default-module',
          spec: { labels: JSON.parse(`{${JSON.stringify(key)}:0}`), it },
        }
        const { status, body } = await call('POST', `${shop}/deltas`, { modules: { add: { web: content } } })
        expect(status).toBe(200)
        const kept = (await call('GET', `${shop}/deltas/${body.id}`)).body.modules.add.web
        expect(JSON.stringify(kept.spec)).toBe(JSON.stringify(content.spec))
        const set = await call('POST', `${shop}/sets/0`, { modules: { add: { web: content } } })
        expect(set.status).toBe(200)
        const { body: read } = await call('GET', `${shop}/sets/${set.body}`)
        expect(read.modules.web.spec).toEqual(content.spec)
      }),
      runs,
    )
  })

  test('as an input of a pipeline: what it looks like is not worked out a second time', async () => {
    const { aPipeline, callPipeline, log, after } = aShop()
    const head = ''
    const yaml = called(
      'tell',
      `  tell: { steps: [{ uses: actions/humanitec/log@v1, with: { message: '<\${{ inputs.text }}>' } }] }`,
      head,
    ).replace('pipeline_call: {}', 'pipeline_call: { inputs: { text: { type: string } } }')
    await aPipeline(yaml)
    await fc.assert(
      fc.asyncProperty(nonEmpty, async (it) => {
        const { status, body: run } = await callPipeline('tell', { text: it })
        expect(status).toBe(201)
        await after(0)
        expect((await log(run, 'tell', 0)).join('\n')).toContain(`<${it}>`)
      }),
      { numRuns: 60 },
    )
  })

  test('in what a webhook sends: a value is never taken for a template, nor for a header of its own', async () => {
    const sent: HttpRequest[] = []
    const transport: Transport = (request) => {
      sent.push(request)
      return Promise.resolve({ status: 200, headers: {}, body: '' })
    }
    const { call, after } = aShop({ transport })
    await call('POST', `${shop}/webhooks`, {
      id: 'told',
      url: 'https://hooks.test/in',
      headers: { 'X-Name': 'of ${name}' },
      payload: { name: '${name}', type: '${type}' },
      triggers: [{ scope: 'environment', type: 'created' }],
    })
    let made = 0
    await fc.assert(
      fc.asyncProperty(nonEmpty, async (name) => {
        made += 1
        const body = { id: `env-${made}`, name, type: 'development' }
        expect(await call('POST', `${shop}/envs`, body)).toMatchObject({ status: 201 })
        await after(0)
        const last = sent.at(-1)
        expect(sent).toHaveLength(made)
        expect(JSON.parse(String(last?.body))).toEqual({ name: name.slice(0, 1000), type: 'development' })
        expect(Object.keys(last?.headers ?? {}).filter((key) => key.toLowerCase() === 'set-cookie')).toEqual([])
        expect(JSON.stringify(last?.headers)).not.toMatch(/\\[rn0]|\\u00[01]/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('an id is one, or refused, and never a way to something else', () => {
  const refused = [400, 404, 422]

  const org = '/orgs/local-org'
  test.each<[string, string, (id: string) => object]>([
    ['an application', `${org}/apps`, (id) => ({ id, name: 'x' })],
    ['an environment', `${shop}/envs`, (id) => ({ id, name: 'x', type: 'development' })],
    ['an environment type', `${org}/env-types`, (id) => ({ id })],
    ['a webhook', `${shop}/webhooks`, (id) => ({ id, url: 'https://hooks.test' })],
    ['a registry', `${org}/registries`, (id) => ({ ...registry('x'), id })],
    ['a secret store', `${org}/secretstores`, (id) => ({ ...store, id })],
    ['a resource definition', `${org}/resources/defs`, (id) => ({ ...definition, id })],
    ['a resource account', `${org}/resources/accounts`, (id) => ({ ...account, id })],
    ['a resource driver', `${org}/resources/drivers`, (id) => ({ ...driver, id })],
    ['a resource class', `${org}/resources/types/postgres/classes`, (id) => ({ id, description: '' })],
    ['a workload profile', `${org}/workload-profiles`, (id) => ({ ...profile, id })],
    ['a token', '/users/robot/tokens', (id) => ({ id, type: 'static' })],
  ])('of %s', async (_, path, bodyOf) => {
    const users = '[{ id: robot, name: Robot, type: service }]'
    const { call } = aShop({
      seed: `organizations: [{ id: local-org, users: ${users}, applications: [{ id: shop }] }]`,
    })
    expect((await call('POST', path, bodyOf('plain'))).status).toBeLessThan(300)
    await fc.assert(
      fc.asyncProperty(text, async (id) => {
        const { status } = await call('POST', path, bodyOf(id))
        expect([200, 201, 409, ...refused]).toContain(status)
        if (status >= 300) return
        expect((await call('GET', `${path}/${encodeURIComponent(id)}`)).body.id).toBe(id)
      }),
      runs,
    )
  })

  test('of a path: anything there is 404 or 400, in every place', async () => {
    const { call } = aShop()
    const places = [
      (id: string) => `/orgs/local-org/apps/${id}`,
      (id: string) => `${shop}/envs/${id}`,
      (id: string) => `${shop}/deltas/${id}`,
      (id: string) => `${shop}/sets/${id}`,
      (id: string) => `${shop}/pipelines/${id}`,
      (id: string) => `${shop}/envs/staging/deploys/${id}`,
      (id: string) => `/orgs/local-org/artefacts/${id}/versions`,
      (id: string) => `/orgs/local-org/artefact-versions/${id}`,
      (id: string) => `/orgs/local-org/resources/defs/${id}`,
      (id: string) => `/users/${id}/tokens/x`,
    ]
    const inPath = text.filter((it) => it.isWellFormed() && !/^\.{0,2}$/.test(it) && !/^0+$/.test(it))
    await fc.assert(
      fc.asyncProperty(inPath, fc.constantFrom(...places), async (id, place) => {
        expect([400, 403, 404]).toContain((await call('GET', place(encodeURIComponent(id)))).status)
      }),
      { numRuns: 400 },
    )
  })
})

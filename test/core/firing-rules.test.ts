import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AutomationRule } from '../../src/contract/types.ts'
import { findFiringRules, firingRules } from '../../src/core/firing-rules.ts'
import { minutes, shop } from '../orchestrator/a-shop.ts'
import { anApplication } from './an-application.ts'

const web = 'registry.test/web'
const api = 'registry.test/api'
const main = 'refs/heads/main'

const aRule = (fields: Partial<AutomationRule> = {}): AutomationRule => ({
  id: 'r1',
  active: true,
  type: 'update',
  artefacts_filter: [],
  exclude_artefacts_filter: false,
  match_ref: '',
  images_filter: [],
  exclude_images_filter: false,
  match: '',
  update_to: 'branch',
  created_at: '2026-01-05T12:00:00Z',
  updated_at: '2026-01-05T12:00:00Z',
  ...fields,
})

test.each([
  [{}, main, true],
  [{}, undefined, true],
  [{ active: false }, main, false],
  [{ artefacts_filter: [web, 'other'] }, main, true],
  [{ artefacts_filter: [api] }, main, false],
  [{ artefacts_filter: ['registry.test/web:1'] }, main, false],
  [{ artefacts_filter: [web], exclude_artefacts_filter: true }, main, false],
  [{ artefacts_filter: [api], exclude_artefacts_filter: true }, main, true],
  [{ exclude_artefacts_filter: true }, main, true],
  [{ images_filter: [api] }, main, false],
  [{ images_filter: [web], exclude_images_filter: true }, main, false],
  [{ match_ref: 'main' }, 'refs/heads/mainline', true],
  [{ match_ref: '^main' }, main, false],
  [{ match_ref: '^refs/heads/main$' }, main, true],
  [{ match_ref: '^refs/heads/main$' }, 'refs/heads/mainline', false],
  [{ match_ref: '.' }, undefined, false],
  [{ match_ref: '(?i)MAIN' }, main, true],
  [{ match_ref: '^refs/(heads|tags)/' }, 'refs/pr_head/main', false],
  [{ match: '^main$' }, main, true],
  [{ match: '^main$', update_to: 'tag' }, main, false],
  [{ match: '^v1', update_to: 'tag' }, 'refs/tags/v1.2', true],
  [{ match: 'heads' }, main, false],
  [{ match: '.*' }, undefined, false],
  [{ match_ref: '^refs/tags/', match: 'main' }, main, false],
  // What cannot be read may fit.
  [{ match_ref: '(' }, main, true],
  [{ match_ref: '(', artefacts_filter: [api] }, main, false],
] as [Partial<AutomationRule>, string | undefined, boolean][])('the rule %j fires for %s: %s', (fields, ref, fires) => {
  const image = { name: web, version: '1' }
  expect(firingRules([aRule(fields)], [image], ref)).toEqual(fires ? [{ id: 'r1', images: [image] }] : [])
})

test('each rule has the images that it is for', () => {
  const images = [
    { name: web, version: '1' },
    { name: api, digest: 'sha256:0' },
    { name: web, version: '2' },
  ]
  const rules = [aRule({ id: 'one', artefacts_filter: [web] }), aRule({ id: 'two', artefacts_filter: [api] })]
  expect(firingRules(rules, images, main)).toEqual([
    { id: 'one', images: [images[0], images[2]] },
    { id: 'two', images: [images[1]] },
  ])
})

/** A shop whose staging runs web and api. */
const start = async () => {
  const it = anApplication({ timeoutMs: minutes(600) })
  const deploys = async () => ((await it.get(`${shop}/envs/staging/deploys`)) as unknown[]).length
  await it.request({ env_id: 'staging', delta_id: await it.aDelta('web', 'api') })
  await it.after(minutes(1))
  return {
    ...it,
    deploys,
    add: (fields: object) => it.call('POST', `${shop}/envs/staging/rules`, { type: 'update', ...fields }),
    register: async (version: object) => {
      const body = { type: 'container', ...version }
      expect((await it.call('POST', '/orgs/local-org/artefact-versions', body)).status).toBe(200)
      await it.after(0)
      await it.after(minutes(1))
    },
  }
}

describe('against the orchestrator', () => {
  test('an image that is registered sets off nothing, and is looked for only where a rule is for it', async () => {
    const { api: client, add, register, requests } = await start()
    const { id } = (await add({ artefacts_filter: [web] })).body
    const images = [
      { name: web, version: '1' },
      { name: web, version: '2' },
      { name: api, version: '1' },
    ]
    await register({ ...images[0], ref: main })
    requests.length = 0
    const built = { ref: main, concurrency: 4 }
    expect(await findFiringRules(client, 'staging', images, built)).toEqual([{ id, images: [images[1]] }])
    expect(requests.map((request) => request.split('/').at(-1))).toEqual([
      'rules',
      'artefact-versions',
      'artefact-versions',
    ])
    expect(await findFiringRules(client, 'production', images, built)).toEqual([])
  })

  const names = fc.subarray([web, api, 'registry.test/other'], { maxLength: 2 })
  const patterns = fc.constantFrom(
    '',
    'main',
    '^main',
    '^refs/heads/main$',
    '^refs/tags/',
    'v[0-9]+$',
    '(?i)MAIN',
    'a|b',
  )
  const filter = fc.oneof(
    fc.record({ artefacts_filter: names, exclude_artefacts_filter: fc.boolean() }, { requiredKeys: [] }),
    fc.record({ images_filter: names, exclude_images_filter: fc.boolean() }, { requiredKeys: [] }),
  )
  const ref = fc.oneof(
    fc.record({ match_ref: patterns }, { requiredKeys: [] }),
    fc.record({ match: patterns, update_to: fc.constantFrom('branch', 'tag') }, { requiredKeys: [] }),
  )
  const version = fc.record({
    name: fc.constantFrom(web, api),
    ref: fc.constantFrom(
      '',
      main,
      'refs/heads/mainline',
      'refs/tags/v1',
      'refs/tags/main',
      'refs/pr_head/main',
      'refs/heads/b',
    ),
  })

  test('what is said beforehand is what fires', async () => {
    const it = await start()
    let count = 0
    const outcomes = new Set<boolean>()
    await fc.assert(
      fc.asyncProperty(filter, ref, fc.boolean(), version, async (one, other, active, { name, ref: given }) => {
        const { status, body } = await it.add({ ...one, ...other, active })
        expect(status).toBe(201)
        count += 1
        const image = { name, version: `run-${count}` }
        const said = await findFiringRules(it.api, 'staging', [image], { ref: given, concurrency: 1 })
        const before = await it.deploys()
        await it.register({ ...image, ref: given })
        const fired = (await it.deploys()) > before
        await it.call('DELETE', `${shop}/envs/staging/rules/${body.id}`)
        outcomes.add(fired)
        expect(said.length > 0).toBe(fired)
      }),
      { numRuns: 80 },
    )
    expect(outcomes.size).toBe(2)
  }, 60_000)
})

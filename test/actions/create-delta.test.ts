import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { env, shop, aShopToChange } from './a-shop-to-change.ts'

describe('a release of new images', () => {
  const images = 'web=ghcr.io/acme/web:2\napi=ghcr.io/acme/api:2'

  test('is a delta, in three calls, and a plan of exactly what will change', async () => {
    const { run, environment, delta } = aShopToChange()
    const { runner, requests, outputs, plan } = await run({ images, name: 'Release 2' })
    expect(runner.annotations).toEqual([])
    const { last_deploy } = await environment(env)
    expect(requests).toEqual([
      `GET ${shop}/envs/staging`,
      `GET ${shop}/sets/${last_deploy.set_id}`,
      `POST ${shop}/deltas`,
    ])
    const { metadata, modules, shared } = await delta(outputs['delta-id'])
    expect(metadata).toMatchObject({ env_id: env, name: expect.stringMatching(/^Release 2 \([0-9a-f]{10}\)$/) })
    const replace = (container: string, value: string) => [
      { op: 'replace', path: `/spec/containers/${container}/image`, value },
    ]
    expect({ modules, shared }).toEqual({
      modules: {
        add: {},
        remove: [],
        update: { web: replace('main', 'ghcr.io/acme/web:2'), api: replace('server', 'ghcr.io/acme/api:2') },
      },
      shared: [],
    })
    expect(outputs).toMatchObject({ empty: 'false', changes: '2', 'plan-truncated': 'false' })
    expect(outputs['plan-markdown-truncated']).toBe('false')
    const side = { deployment: last_deploy.id, set: last_deploy.set_id }
    const changed = (module: string, container: string, name: string) => ({
      scope: 'module',
      module,
      path: `/spec/containers/${container}/image`,
      kind: 'changed',
      before: `ghcr.io/acme/${name}:1`,
      after: `ghcr.io/acme/${name}:2`,
    })
    expect(plan).toEqual({
      env,
      delta: outputs['delta-id'],
      base: side,
      current: side,
      target: { set: expect.any(String) },
      empty: false,
      changes: [changed('api', 'server', 'api'), changed('web', 'main', 'web')],
    })
    expect(JSON.parse(readFileSync(outputs['plan-file'] ?? '', 'utf8'))).toEqual(plan)
    expect(runner.logged).toContain('    ~ /spec/containers/main/image: "ghcr.io/acme/web:1" → "ghcr.io/acme/web:2"')
    expect(runner.summaryText).toContain('| web | `/spec/containers/main/image` | `ghcr.io/acme/web:1` |')
    expect(runner.summaryText.trim()).toBe(outputs['plan-markdown'])
  })

  test('deployed, makes the very set that the plan names', async () => {
    const { run, deploy } = aShopToChange()
    const { outputs, plan } = await run({
      images,
      delta: 'modules: { add: { mailer: { spec: { containers: { mailer: { image: "mailer:1" } } } } } }',
    })
    const deployed = await deploy(env, { delta_id: outputs['delta-id'] })
    expect(deployed.set_id).toBe(plan.target.set)
  })

  test.each([
    { form: 'a YAML mapping', text: 'web: ghcr.io/acme/web:2\napi/server: ghcr.io/acme/api:2' },
    { form: 'a JSON mapping', text: '{"web":"ghcr.io/acme/web:2","api":"ghcr.io/acme/api:2"}' },
    { form: 'a YAML list', text: '- web=ghcr.io/acme/web:2\n- api=ghcr.io/acme/api:2' },
    { form: 'a JSON list', text: '["web = ghcr.io/acme/web:2", "api/server=ghcr.io/acme/api:2"]' },
  ])('may be written as $form', async ({ text }) => {
    const { run } = aShopToChange()
    const { plan } = await run({ images: text })
    expect(plan.changes.map(({ after }: { after: string }) => after)).toEqual([
      'ghcr.io/acme/api:2',
      'ghcr.io/acme/web:2',
    ])
  })

  test('without a name is named after the commit and the workflow run', async () => {
    const { run, delta } = aShopToChange()
    const { outputs } = await run({ images })
    const { metadata } = await delta(outputs['delta-id'])
    expect(metadata.name).toMatch(/^octo-org\/shop@0a1b2c3 run 7000000001 \([0-9a-f]{10}\)$/)
  })

  test('writes no summary when told not to', async () => {
    const { run } = aShopToChange()
    const { runner, outputs } = await run({ images, summary: 'false' })
    expect(runner.summaryText).toBe('')
    expect(outputs['plan-markdown']).toContain('### Plan for staging: 2 changes')
  })

  test('falls back to HUMANITEC_ENV', async () => {
    const { run } = aShopToChange()
    const { plan } = await run({ images, env: '' }, { env: { HUMANITEC_ENV: 'staging' } })
    expect(plan.env).toBe('staging')
  })
})

describe('deltas, files and removals', () => {
  const mailer = { profile: 'p', spec: { containers: { mailer: { image: 'mailer:1' } } }, externals: {} }

  test('are merged in the order file, delta, remove, images', async () => {
    const { run, delta } = aShopToChange()
    const file = {
      modules: {
        add: { mailer, gone: mailer },
        updates: { api: [{ op: 'add', path: '/spec/containers/server/variables/LOG', value: 'debug' }] },
      },
      shared: null,
    }
    const { runner, outputs, plan } = await run(
      {
        'delta-file': 'release/delta.json',
        delta: `
modules:
  update:
    api: [{ op: replace, path: /spec/containers/server/variables/LOG, value: warn }]
shared: [{ op: add, path: /dns, value: { type: dns } }]`,
        remove: 'gone\nweb',
        images: 'mailer=mailer:2',
      },
      { files: { 'release/delta.json': JSON.stringify(file) } },
    )
    expect(runner.annotations).toEqual([])
    const { modules, shared } = await delta(outputs['delta-id'])
    expect({ modules, shared }).toEqual({
      modules: {
        add: { mailer: { ...mailer, spec: { containers: { mailer: { image: 'mailer:2' } } } } },
        remove: ['gone', 'web'],
        update: { api: [{ op: 'add', path: '/spec/containers/server/variables/LOG', value: 'warn' }] },
      },
      shared: [{ op: 'add', path: '/dns', value: { type: 'dns' } }],
    })
    expect(plan.changes.map(({ module, path, kind }: Record<string, string>) => `${kind} ${module}${path}`)).toEqual([
      'changed api/spec/containers/server/variables/LOG',
      'added mailer',
      'removed web',
      'added shared/dns',
    ])
  })

  test('an image with neither tag nor digest is a warning, since nobody knows what will run', async () => {
    const { run } = aShopToChange()
    const { runner } = await run({ images: 'web=localhost:5000/web\napi/server=ghcr.io/acme/api:2' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toMatchObject([
      {
        kind: 'warning',
        message:
          "Input 'images' gives 'web' the image localhost:5000/web with neither tag nor digest: what runs is whatever is " +
          '`latest` when it is pulled, and a later one is no change.',
      },
    ])
  })

  test('a workload that is gone already is a warning, so that a job can be run again', async () => {
    const { run } = aShopToChange()
    const { runner, outputs } = await run({ remove: 'old' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toMatchObject([
      { kind: 'warning', message: "Input 'remove' names what is not there (any more): old. The workloads: api, web." },
    ])
    expect(outputs['empty']).toBe('true')
  })

  test('secrets are in no output, no log and no summary', async () => {
    const { run } = aShopToChange()
    const { runner, outputs } = await run({
      delta: `
modules: { update: { api: [
  { op: add, path: /spec/containers/server/variables/DB_PASSWORD, value: hunter2 },
  { op: add, path: /spec/containers/server/variables/NOTE, value: uses test-token here } ] } }`,
    })
    const file = readFileSync(outputs['plan-file'] ?? '', 'utf8')
    for (const text of [...Object.values(outputs), runner.logged.join('\n'), runner.summaryText, file]) {
      expect(text).not.toMatch(/hunter2|test-token/)
    }
    expect(outputs['plan']).toContain('uses *** here')
    expect(outputs['changes']).toBe('2')
  })

  test('a plan that is too large for an output is whole in the file', async () => {
    const { run } = aShopToChange()
    const value = 'x'.repeat(70_000)
    const body = { modules: { update: { web: [{ op: 'add', path: '/spec/text', value }] } } }
    const files = { 'delta.json': JSON.stringify(body) }
    const { runner, outputs } = await run({ 'delta-file': 'delta.json' }, { files })
    expect(runner.exitCode).toBe(0)
    expect(outputs['plan-truncated']).toBe('true')
    expect(Buffer.byteLength(outputs['plan'] ?? '')).toBe(60_000)
    expect(JSON.parse(readFileSync(outputs['plan-file'] ?? '', 'utf8')).changes[0].after).toBe(value)
    expect(Buffer.byteLength(outputs['plan-markdown'] ?? '')).toBeLessThanOrEqual(60_000)
  })
})

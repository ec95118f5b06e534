import { describe, expect, test } from 'vitest'
import * as action from '../../src/actions/create-delta/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

const shop = '/orgs/local-org/apps/shop'
const convert = '/orgs/local-org/artefact-versions/convert-score'

const seed = `
organizations:
  - id: local-org
    applications:
      - id: shop
        environments: [{ id: staging, type: development }]
        deployed:
          - environments: [staging]
            set:
              modules:
                web:
                  spec: { containers: { main: { id: main, image: 'web:1', variables: { OLD: '1' } } } }
                api: { spec: { containers: { main: { image: 'api:1' } } } }
              shared: { db: { type: postgres, class: default } }
`

const web = `
apiVersion: score.dev/v1b1
metadata: { name: web }
containers:
  main:
    image: .
    variables: { DB: '\${resources.db.host}' }
resources:
  db: { type: postgres, id: shared.db }
  dns: { type: dns, id: shared.dns }
`
const api = `
apiVersion: score.dev/v1b1
metadata: { name: api }
containers: { main: { image: 'api:1' } }
resources: { cache: { type: redis } }
`

const start = () => {
  const started = startOrchestrator({ clock: fakeClock({ auto: true }), seed })
  const run = async (inputs: Record<string, string>, options: ActionRunOptions = {}) => {
    const files = { 'web/score.yaml': web, 'api.yaml': api, ...options.files }
    const result = await runAction(action, started, { ...options, files, inputs: { env: 'staging', ...inputs } })
    const { outputs, annotations } = result.runner
    const conversions = result.sent
      .filter(({ url }) => url.endsWith('/convert-score'))
      .map(({ body }) => JSON.parse(body as string))
    return { ...result, outputs, conversions, message: annotations.map(({ message }) => message).join() }
  }
  const delta = async (id: string | undefined) => (await started.call('GET', `${shop}/deltas/${id}`)).body
  return { ...started, run, delta }
}

const changes = (outputs: Readonly<Record<string, string>>): string[] =>
  JSON.parse(outputs['plan'] ?? '').changes.map(
    ({ kind, module, path }: Record<string, string>) => `${kind} ${module}${path}`,
  )

const image = 'ghcr.io/acme/web:2'

describe('a Score file', () => {
  test('is converted and becomes its workload, and nothing else is touched', async () => {
    const { run, delta } = start()
    const { outputs, requests, conversions, runner } = await run({ score: 'web/score.yaml', 'score-image': image })
    expect(runner.annotations).toEqual([])
    expect(requests).toContain(`POST ${convert}`)
    expect(requests).toHaveLength(4)
    expect(requests.at(-1)).toBe(`POST ${shop}/deltas`)
    expect(conversions).toMatchObject([{ spec: { metadata: { name: 'web' } }, image }])
    const { modules, shared } = await delta(outputs['delta-id'])
    const spec = { containers: { main: { id: 'main', image, variables: { DB: '${shared.db.host}' } } } }
    expect(modules).toEqual({
      add: { web: { profile: 'humanitec/default-module', spec, externals: {} } },
      remove: [],
      update: {},
    })
    expect(shared).toEqual([
      { op: 'add', path: '/db', value: { type: 'postgres', class: 'default' } },
      { op: 'add', path: '/dns', value: { type: 'dns', class: 'default' } },
    ])
    expect(changes(outputs)).toEqual([
      'changed web/spec/containers/main/image',
      'added web/spec/containers/main/variables/DB',
      'removed web/spec/containers/main/variables/OLD',
      'added shared/dns',
    ])
  })

  test('deployed once is no change when it comes again', async () => {
    const { run, call, orchestrator } = start()
    const inputs = { score: 'web/score.yaml', 'score-image': image }
    const { outputs } = await run(inputs)
    const body = { delta_id: outputs['delta-id'] }
    expect((await call('POST', `${shop}/envs/staging/deploys`, body)).status).toBe(201)
    orchestrator.control.advance(600_000)
    expect((await run(inputs)).outputs).toMatchObject({ empty: 'true', 'delta-id': '', changes: '0' })
  })

  test('may get its image from `images` as well', async () => {
    const { run, delta } = start()
    const { outputs } = await run({ score: 'web/score.yaml', images: `web=${image}` })
    const { modules } = await delta(outputs['delta-id'])
    expect(modules.add.web.spec.containers.main.image).toBe(image)
  })

  test('may extend a delta', async () => {
    const { run, delta } = start()
    const first = await run({ images: 'api=api:2' })
    const inputs = { score: 'web/score.yaml', 'score-image': image, 'delta-id': first.outputs['delta-id'] ?? '' }
    const { outputs } = await run(inputs)
    const { modules } = await delta(outputs['delta-id'])
    expect([Object.keys(modules.add), Object.keys(modules.update)]).toEqual([['web'], ['api']])
  })

  test('brings the files that it mounts, from beside it', async () => {
    const { run } = start()
    const spec = (files: string) => api.replace("image: 'api:1'", `image: 'api:1', files: ${files}`)
    const inputs = { score: 'a/api.yaml', 'score-overrides': 'b/overrides.yaml' }
    const files = {
      'a/api.yaml': spec(
        "{ '/one': { source: one.txt, mode: '0600' }, '/two': 'x', '/three': { source: ../b/two.txt } }",
      ),
      'a/one.txt': '1',
      'b/two.txt': '2',
      'b/overrides.yaml': "containers: { main: { files: { '/four': { source: two.txt, noExpand: true } } } }",
    }
    const result = await run(inputs, { files })
    expect(result.message).toBe('')
    const [{ spec: sent, overrides }] = result.conversions
    expect(sent.containers.main.files).toEqual({
      '/one': { mode: '0600', content: '1' },
      '/two': 'x',
      '/three': { content: '2' },
    })
    expect(overrides.containers.main.files).toEqual({ '/four': { content: '2', noExpand: true } })
  })
})

describe('several Score files', () => {
  const score = 'web/score.yaml\napi.yaml'

  test('are one delta, each with what is meant for it', async () => {
    const { run, delta } = start()
    const files = {
      'ext.yaml': 'apiVersion: humanitec.org/v1b1\nprofile: acme/job\n',
      'over.yaml': 'containers: { main: { args: [serve] } }',
    }
    const { outputs, conversions, requests } = await run(
      {
        score,
        'score-image': `web=${image}`,
        'score-extensions': 'api: ext.yaml',
        'score-overrides': 'over.yaml',
        'score-property-overrides':
          '{ web: { containers.main.variables.DB: null }, api: { containers.main.image: api:2 } }',
      },
      { files },
    )
    expect(requests.filter((request) => request === `POST ${convert}`)).toHaveLength(2)
    const overrides = { containers: { main: { args: ['serve'] } } }
    expect(conversions).toMatchObject([
      { image, overrides, property_overrides: { 'containers.main.variables.DB': null } },
      { extensions: { profile: 'acme/job' }, overrides, property_overrides: { 'containers.main.image': 'api:2' } },
    ])
    expect(conversions[0]).not.toHaveProperty('extensions')
    expect(conversions[1]).not.toHaveProperty('image')
    const { modules } = await delta(outputs['delta-id'])
    expect(modules.add).toMatchObject({
      web: { spec: { containers: { main: { image, args: ['serve'] } } } },
      api: { profile: 'acme/job', spec: { containers: { main: { image: 'api:2' } } } },
    })
  })

  test('may share one image', async () => {
    const { run } = start()
    const { conversions } = await run({ score, 'score-image': image })
    expect(conversions).toMatchObject([{ image }, { image }])
  })

  test('that declare a shared resource differently are refused', async () => {
    const { run } = start()
    const files = { 'api.yaml': api.replace('cache: { type: redis }', 'dns: { type: route, id: shared.dns }') }
    const { message, requests } = await run({ score, 'score-image': image }, { files })
    expect(message).toContain("describe the shared resource 'dns' differently")
    expect(requests).not.toContain(`POST ${shop}/deltas`)
  })

  test('that become one workload by an override are refused', async () => {
    const { run } = start()
    const overrides = '{ api: { metadata.name: web } }'
    const { message } = await run({ score, 'score-image': image, 'score-property-overrides': overrides })
    expect(message).toBe("Input 'score' has 'web/score.yaml' and 'api.yaml', which both describe workload 'web'.")
  })
})

describe('bad Score is refused', () => {
  const sendsNothing: [string, Record<string, string>, string][] = [
    ['a file that is not there', { score: 'nope.yaml' }, '"nope.yaml", which does not exist'],
    ['a file outside of the workspace', { score: '/etc/hostname' }, 'lies outside of the workspace'],
    ['a file that is no YAML', { score: 'bad.yaml' }, '"bad.yaml", which is neither JSON nor YAML'],
    ['a file that is a list', { score: 'list.yaml' }, '"list.yaml", which is not a mapping'],
    ['a file without a name', { score: 'nameless.yaml' }, 'does not say in metadata.name which workload it is'],
    ['two files of one workload', { score: 'api.yaml\napi2.yaml' }, "which both describe workload 'api'"],
    ['a mounted file that is not there', { score: 'mounts.yaml' }, '"sub/nope.txt", which does not exist'],
    ['a mounted file outside of the workspace', { score: 'escapes.yaml' }, 'lies outside of the workspace'],
    [
      'an image for nobody',
      { score: 'api.yaml', 'score-image': 'wbe=web:1' },
      'names workload "wbe", which none of the Score files describes. They describe: api',
    ],
    [
      'an image whose tag the shell would have filled in',
      { score: 'api.yaml', 'score-image': 'web:$TAG' },
      '`with:` fills in `${{ env.NAME }}`, and no `$NAME`',
    ],
    ['an image that is none', { score: 'api.yaml', 'score-image': 'api=Web' }, "Input 'score-image' is"],
    [
      'extensions that are not there',
      { score: 'api.yaml', 'score-extensions': 'nope.yaml' },
      `Input 'score-extensions' is "nope.yaml", which does not exist`,
    ],
    ['overrides that are a list', { score: 'api.yaml', 'score-overrides': 'list.yaml' }, 'which is not a mapping'],
    [
      'properties for nobody in particular',
      { score: 'api.yaml\nweb/score.yaml', 'score-property-overrides': 'containers.main.image: x' },
      'which of the 2 workloads',
    ],
    [
      'an image without Score',
      { 'score-image': 'web:1', images: 'api=api:2' },
      "Input 'score-image' says something about Score files, but the input 'score' names none",
    ],
  ]
  const mounting = (source: string) =>
    api.replace("image: 'api:1'", `image: 'api:1', files: { '/a': { source: ${source} } }`)

  test.each(sendsNothing)('before anything is sent: %s', async (_, inputs, says) => {
    const { run } = start()
    const files = {
      'bad.yaml': 'a: [',
      'list.yaml': '- a',
      'nameless.yaml': 'metadata: {}',
      'api2.yaml': api,
      'mounts.yaml': mounting('sub/nope.txt'),
      'git.yaml': mounting('.git/HEAD'),
      'escapes.yaml': mounting('/etc/hostname'),
    }
    const { message, requests, runner } = await run(inputs, { files })
    expect(message).toContain(says)
    expect(runner.exitCode).toBe(1)
    expect(requests).toEqual([])
  })

  test('by the server, in its words', async () => {
    const { run } = start()
    const files = { 'api.yaml': api.replace('containers:', 'contaners:') }
    const { message, outputs, requests } = await run({ score: 'api.yaml' }, { files })
    expect(message).toBe(
      "Score file 'api.yaml' (input 'score') cannot be converted: The Score specification is invalid: " +
        "must have required property 'containers'; must not have the property 'contaners'.",
    )
    expect(outputs).toEqual({})
    expect(requests).not.toContain(`POST ${shop}/deltas`)
  })

  test('where an image is left open', async () => {
    const { run } = start()
    const { message, requests } = await run({ score: 'web/score.yaml' })
    expect(message).toBe(
      "Score file 'web/score.yaml' leaves the image of container 'main' to be filled in. Give it in the input " +
        "'score-image', or in 'images' as web/main=IMAGE.",
    )
    expect(requests).not.toContain(`POST ${shop}/deltas`)
  })

  test('not by a gateway that fails for a moment', async () => {
    const { run, orchestrator } = start()
    orchestrator.control.failNext({ method: 'POST', status: 502 })
    const { runner, requests } = await run({ score: 'api.yaml' })
    expect(runner.exitCode).toBe(0)
    expect(requests.filter((request) => request === `POST ${convert}`)).toHaveLength(2)
  })

  test('where the server answers with something else', async () => {
    const { run } = start()
    const through =
      (send: Transport): Transport =>
      (request) =>
        request.url.endsWith('/convert-score')
          ? Promise.resolve({ status: 200, headers: {}, body: '{"modules":[]}' })
          : send(request)
    const { message } = await run({ score: 'api.yaml' }, { through })
    expect(message).toContain("The conversion of Score file 'api.yaml' was answered, but not with a set")
  })
})

import { describe, expect, test } from 'vitest'
import * as action from '../../src/actions/create-delta/main.ts'
import type { HttpRequest, HttpResponse, Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

const shop = '/orgs/local-org/apps/shop'

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
                web: { spec: { containers: { main: { image: 'web:1' } } } }
                api: { spec: { containers: { a: { image: 'a:1' }, b: { image: 'b:1' } } } }
`

const withShop = () => {
  const started = startOrchestrator({ clock: fakeClock({ auto: true }), seed })
  const run = (inputs: Record<string, string>, options: ActionRunOptions = {}) =>
    runAction(action, started, { ...options, inputs: { env: 'staging', ...inputs } })
  const deltas = async (): Promise<{ id: string; metadata: { name: string } }[]> =>
    (await started.call('GET', `${shop}/deltas`)).body
  return { ...started, run, deltas }
}

type Answers = (request: HttpRequest, send: Transport) => Promise<HttpResponse>

/** Handles the first write by `answers`; everything else goes its way. */
const atWrite =
  (answers: Answers) =>
  (send: Transport): Transport => {
    let isFirst = true
    return async (request) => {
      if (request.method === 'GET' || !isFirst) return send(request)
      isFirst = false
      return answers(request, send)
    }
  }

const delivered: Answers = async (request, send) => {
  await send(request)
  throw new NetworkError('connection reset')
}
const undelivered: Answers = () => Promise.reject(new NetworkError('connection reset'))
const saying = (change: (answer: HttpResponse) => Partial<HttpResponse>): Answers => {
  return async (request, send) => {
    const answer = await send(request)
    return { ...answer, ...change(answer) }
  }
}

const message = ({ runner }: Awaited<ReturnType<typeof runAction>>) => runner.annotations.at(-1)?.message ?? ''

describe('when the answer to the creation', () => {
  const images = 'web=web:2'

  const found = [
    { name: 'is lost', answers: delivered },
    { name: 'is empty', answers: saying(() => ({ body: '' })) },
    { name: 'has no id', answers: saying(() => ({ body: '{"metadata":{}}' })) },
    { name: 'is no JSON', answers: saying(() => ({ body: '<html>gateway</html>' })) },
    { name: 'is a gateway error', answers: saying(() => ({ status: 502, body: '' })) },
  ]
  test.each(found)('$name, the delta is found again, and not made twice', async ({ answers }) => {
    const { run, deltas } = withShop()
    const { runner, requests } = await run({ images }, { through: atWrite(answers) })
    expect(runner.exitCode).toBe(0)
    const [made, ...others] = await deltas()
    expect(others).toEqual([])
    expect(runner.outputs).toMatchObject({ 'delta-id': made?.id, changes: '1' })
    expect(requests.slice(2)).toEqual([`POST ${shop}/deltas`, `GET ${shop}/deltas?env=staging`])
  })

  const understood = [
    { name: 'is the bare id', change: ({ body }: HttpResponse) => ({ body: JSON.stringify(JSON.parse(body).id) }) },
    {
      name: 'has nothing but the id',
      change: ({ body }: HttpResponse) => ({ body: `{"id":"${JSON.parse(body).id}"}` }),
    },
    { name: 'says 201', change: () => ({ status: 201 }) },
  ]
  test.each(understood)('$name, it is understood', async ({ change }) => {
    const { run, deltas } = withShop()
    const { runner, requests } = await run({ images }, { through: atWrite(saying(change)) })
    expect(runner.exitCode).toBe(0)
    expect(requests).toHaveLength(3)
    expect(runner.outputs).toMatchObject({ 'delta-id': (await deltas())[0]?.id, changes: '1' })
  })

  test('is lost and the delta cannot be found, the step fails and names what to look for', async () => {
    const { run, deltas, clock } = withShop()
    const result = await run({ images }, { through: atWrite(undelivered) })
    expect(result.runner.exitCode).toBe(1)
    const sentName: string = JSON.parse(String(result.sent[2]?.body)).metadata.name
    const mark = sentName.slice(sentName.lastIndexOf('('))
    expect(message(result)).toContain(
      'connection reset. Whether the delta was made is not known: look among the deltas',
    )
    expect(message(result)).toContain(`whose name ends with ${mark}`)
    expect(result.requests.slice(3)).toEqual(Array(3).fill(`GET ${shop}/deltas?env=staging`))
    expect(clock.slept).toEqual([1410, 1410])
    expect(await deltas()).toEqual([])
  })

  test('is a refusal, the step fails with it and looks for nothing', async () => {
    const { run } = withShop()
    const result = await run(
      { images },
      { through: atWrite(saying(() => ({ status: 403, body: '{"message":"no"}' }))) },
    )
    expect(message(result)).toContain(`POST ${shop}/deltas failed: 403 no`)
    expect(result.requests).toHaveLength(3)
  })

  test('does not come before the job is cancelled, the mark is named', async () => {
    const { run } = withShop()
    let interrupt = () => {}
    const through = atWrite((request, send) => {
      interrupt()
      return send(request)
    })
    const result = await run({ images }, { through, onStart: (runner) => (interrupt = () => runner.interrupt()) })
    expect(result.runner.exitCode).toBe(1)
    expect(message(result)).toMatch(
      /^The job was cancelled while the delta was being written.*ends with \([0-9a-f]{10}\)/,
    )
    expect(result.requests).toHaveLength(3)
  })
})

test('a job that is cancelled before anything was written says only that', async () => {
  const { run, deltas } = withShop()
  const result = await run({ images: 'web=web:2' }, { onStart: (runner) => runner.interrupt() })
  expect(message(result)).toBe('The step was interrupted (SIGINT).')
  expect(await deltas()).toEqual([])
})

describe('when the answer to an extension', () => {
  const extend = async (answers: Answers, inputs: Record<string, string> = { images: 'web=web:2' }) => {
    const shopping = withShop()
    const { body } = await shopping.call('POST', `${shop}/deltas`, { modules: { remove: ['api'] } })
    const result = await shopping.run({ 'delta-id': body.id, ...inputs }, { through: atWrite(answers) })
    const stored = (await shopping.call('GET', `${shop}/deltas/${body.id}`)).body
    return { ...result, id: body.id as string, stored }
  }

  test.each([
    { name: 'is lost', answers: delivered },
    { name: 'is empty', answers: saying(() => ({ body: '' })) },
  ])('$name, the delta is read back', async ({ answers }) => {
    // The server fills in what a whole workload leaves out.
    const delta = '{"modules":{"add":{"new":{"spec":{"containers":{"n":{"image":"n:1"}}},"externals":null}}}}'
    const { runner, requests, id } = await extend(answers, { images: 'web=web:2', delta })
    expect(runner.exitCode).toBe(0)
    expect(requests.slice(3)).toEqual([`PATCH ${shop}/deltas/${id}`, `GET ${shop}/deltas/${id}`])
    expect(runner.outputs).toMatchObject({ 'delta-id': id, changes: '3' })
  })

  test('is lost and the delta is as it was, the step fails and says where to look', async () => {
    const result = await extend(undelivered)
    expect(result.runner.exitCode).toBe(1)
    expect(message(result)).toContain(
      `Whether delta '${result.id}' of application 'local-org/shop' has taken the changes`,
    )
    expect(result.requests.filter((request) => request.startsWith('PATCH'))).toHaveLength(1)
    expect(result.stored.modules.update).toEqual({})
  })
})

describe('what cannot be done to the set fails before anything is written', () => {
  const impossible = [
    {
      name: 'an unknown workload',
      inputs: { images: 'wbe=web:2' },
      says: /^Input 'images' has "wbe=web:2", but the set .* has no workload 'wbe'\. Its workloads: api, web\.$/,
    },
    {
      name: 'an ambiguous container',
      inputs: { images: 'api=c:1' },
      says: /Write api\/CONTAINER=…, with one of: a \(a:1\), b \(b:1\)\.$/,
    },
    {
      name: 'the image of a workload that is removed',
      inputs: { images: 'web=web:2', remove: 'web' },
      says: /has no workload 'web'\. Its workloads: api\.$/,
    },
    {
      name: 'a patch of what is not there',
      inputs: { delta: '{"modules":{"update":{"web":[{"op":"replace","path":"/spec/x/y","value":1}]}}}' },
      says: /^Input 'delta' cannot be applied to .*: web: cannot replace \/spec\/x\/y: there is nothing at \/spec\/x\.$/,
    },
    {
      name: 'an update of a workload that is not there',
      inputs: { delta: '{"modules":{"update":{"no":[{"op":"add","path":"/x","value":1}]}}}' },
      says: /^Input 'delta' cannot be applied to .*: no: the set has no such module to update\.$/,
    },
    {
      name: 'a shared resource that is not there',
      inputs: { delta: '{"shared":[{"op":"replace","path":"/dns","value":1}]}' },
      says: /^Input 'delta' cannot be applied to .*: shared: cannot replace \/dns: there is nothing to replace; use add\.$/,
    },
  ]
  test.each(impossible)('$name', async ({ inputs, says }) => {
    const { run, deltas } = withShop()
    const result = await run(inputs)
    expect(result.runner.exitCode).toBe(1)
    expect(message(result)).toMatch(says)
    expect(result.requests.filter((request) => !request.startsWith('GET '))).toEqual([])
    expect(await deltas()).toEqual([])
  })

  test('an environment that is not there', async () => {
    const { run } = withShop()
    const result = await run({ env: 'nowhere', images: 'web=web:2' })
    expect(message(result)).toMatch(/^GET .*\/envs\/nowhere failed: 404 /)
    expect(result.requests).toHaveLength(1)
  })
})

describe('bad input is refused before any request', () => {
  const nine = (item: string) => `[${Array(9).fill(item).join(', ')}]`
  const bomb = Array.from({ length: 9 }, (_, index) => `l${index + 1}: &l${index + 1} ${nine(`*l${index}`)}`)
  const deep = `{"modules":{"add":{"web":{"spec":${'{"x":'.repeat(80)}1${'}'.repeat(84)}`

  const refused: { name: string; inputs: Record<string, string>; says: RegExp }[] = [
    {
      name: 'nothing to change',
      inputs: {},
      says: /^Give at least one of the inputs 'images', 'score', 'from-env', 'delta'/,
    },
    { name: 'no environment', inputs: { env: '', images: 'web=web:2' }, says: /^Input 'env' is required/ },
    { name: 'a line without an image', inputs: { images: 'web' }, says: /^Input 'images' .*not key=value: "web"/ },
    {
      name: 'an item without an image',
      inputs: { images: '- web' },
      says: /^Input 'images' .*not workload=image: "web"/,
    },
    {
      name: 'an empty tag',
      inputs: { images: 'web=web:' },
      says: /^Input 'images' .*has the image "web:", which has an empty tag/,
    },
    {
      name: 'an empty reference in a list',
      inputs: { images: '["web="]' },
      says: /^Input 'images' .*names no repository/,
    },
    {
      name: 'a path for a container',
      inputs: { images: 'web/a/b=web:2' },
      says: /Write workload=image or workload\/container=image/,
    },
    {
      name: 'no workload',
      inputs: { images: '/main=web:2' },
      says: /Write workload=image or workload\/container=image/,
    },
    {
      name: 'a workload called __proto__',
      inputs: { images: '__proto__=web:2' },
      says: /^Input 'images' .*has "__proto__=web:2"/,
    },
    {
      name: 'the key __proto__ in images',
      inputs: { images: '{"__proto__":"a:1"}' },
      says: /^Input 'images' .*"__proto__"/,
    },
    {
      name: 'a removal of __proto__',
      inputs: { remove: '__proto__' },
      says: /^Input 'remove' .*"__proto__", which is no id/,
    },
    { name: 'a workload twice', inputs: { images: 'web=a:1\nweb=a:2' }, says: /^Input 'images' .*"web" twice/ },
    {
      name: 'a delta that is a list',
      inputs: { delta: '[]' },
      says: /^Input 'delta' is "\[\]", which is not a delta: must be an object/,
    },
    {
      name: 'a misspelled part',
      inputs: { delta: '{"modules":{"updat":{}}}' },
      says: /^Input 'delta' .*the key "modules\.updat"/,
    },
    { name: 'a misspelled delta', inputs: { delta: 'module: {}' }, says: /^Input 'delta' .*the key "module"/ },
    {
      name: 'an operation that does not exist',
      inputs: { delta: '{"modules":{"update":{"web":[{"op":"move","path":"/x"}]}}}' },
      says: /^Input 'delta' .*web: cannot move \/x: only add, remove and replace are supported/,
    },
    {
      name: 'the key __proto__ in a delta',
      inputs: { delta: '{"modules":{"add":{"__proto__":{}}}}' },
      says: /^Input 'delta' .*"__proto__"/,
    },
    {
      name: 'aliases that multiply',
      inputs: { delta: [`l0: &l0 ${nine('x')}`, ...bomb].join('\n') },
      says: /^Input 'delta' /,
    },
    {
      name: 'a value that is nested too deep',
      inputs: { delta: deep },
      says: /^Input 'delta' .*nested more than 64 levels/,
    },
    { name: 'brackets without an end', inputs: { delta: '['.repeat(100_000) }, says: /^Input 'delta' / },
    {
      name: 'a file that is not there',
      inputs: { 'delta-file': 'no.json' },
      says: /^Input 'delta-file' is "no\.json", which does not exist/,
    },
    {
      name: 'a file outside of the workspace',
      inputs: { 'delta-file': '/etc/passwd' },
      says: /^Input 'delta-file' .*outside of the workspace/,
    },
    {
      name: 'a file that is no delta',
      inputs: { 'delta-file': 'delta.yaml' },
      says: /^Input 'delta-file' .*the key "hello"/,
    },
    {
      name: 'a word for a boolean',
      inputs: { images: 'web=web:2', 'fail-if-empty': 'yes' },
      says: /^Input 'fail-if-empty' is "yes"/,
    },
  ]
  test.each(refused)('$name', async ({ inputs, says }) => {
    const { run } = withShop()
    const result = await run(inputs, { files: { 'delta.yaml': 'hello: world' } })
    expect(message(result)).toMatch(says)
    expect(result.runner.exitCode).toBe(1)
    expect(result.requests).toEqual([])
  })
})

test('an answer that is no set is told as one', async () => {
  const { run } = withShop()
  const through =
    (send: Transport): Transport =>
    async (request) =>
      request.url.includes('/sets/') ? { status: 200, headers: {}, body: '{"modules":[]}' } : send(request)
  const result = await run({ images: 'web=web:2' }, { through })
  expect(message(result)).toMatch(/was answered 200, but not with a set: \/modules: must be an object/)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { HttpRequest, HttpResponse, Transport } from '../../src/contract/http.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { aShop, called, minutes, seconds } from './a-shop.ts'

const api = 'https://github.test/api/v3'

/** A pipeline that starts a workflow, with some inputs of the step written otherwise. */
const starting = (changes: Record<string, string> = {}) => {
  const usual = { repo: 'acme/shop', ref: 'main', workflow: '.github/workflows/e2e.yml', access_token: 'sesame' }
  const inputs = Object.entries({ ...usual, ...changes }).map(([name, value]) => `${name}: ${value}`)
  return called(
    'tests',
    `  go:
    steps:
      - id: github
        uses: actions/humanitec/github-workflow@v1
        with: { ${inputs.join(', ')} }
      - uses: actions/humanitec/log@v1
        if: always()
        with: { message: "\${{ join(steps.github.outputs.*, ' ') }}." }
`,
  )
}
const pipeline = starting({ inputs: '{ suite: all, shards: [1, 2], dry: true }' })

type Answer = Partial<HttpResponse> | Error | undefined

/** As much of GitHub as the step talks to. `answer` has the first word. */
const aGithub = ({ answer = () => undefined }: { answer?: (request: HttpRequest) => Answer } = {}) => {
  const sent: HttpRequest[] = []
  const state = { uid: '', status: 'queued', conclusion: null as string | null, isListed: true }
  const run = () => ({
    id: 42,
    name: 'E2E',
    display_title: `E2E for ${state.uid}`,
    html_url: 'https://github.test/acme/shop/actions/runs/42',
    status: state.status,
    conclusion: state.conclusion,
  })
  const others = [
    { id: 1, name: 'E2E', display_title: 'E2E for somebody else', status: 'completed', conclusion: 'failure' },
  ]
  const serve = (request: HttpRequest): Partial<HttpResponse> => {
    const path = request.url.slice(`${api}/repos/acme/shop/actions/`.length)
    if (request.method === 'POST' && path === 'workflows/e2e.yml/dispatches') {
      const { inputs } = JSON.parse(String(request.body)) as { inputs: Record<string, string> }
      state.uid = inputs['request_uid'] ?? ''
      return { status: 204 }
    }
    if (path.startsWith('workflows/e2e.yml/runs?')) {
      return { body: JSON.stringify({ workflow_runs: [...others, ...(state.isListed ? [run()] : [])] }) }
    }
    return path === 'runs/42' ? { body: JSON.stringify(run()) } : { status: 404, body: '{"message":"Not Found"}' }
  }
  const transport: Transport = async (request) => {
    sent.push(request)
    const given = answer(request) ?? serve(request)
    if (given instanceof Error) throw given
    return { status: 200, headers: {}, body: '', ...given }
  }
  return {
    sent,
    transport,
    state,
    end: (conclusion: string) => Object.assign(state, { status: 'completed', conclusion }),
    methods: () => sent.map(({ method, url }) => `${method} ${url.slice(api.length)}`),
  }
}

const start = async (
  github: { transport: Transport },
  { yaml = pipeline, ...options }: Parameters<typeof aShop>[0] & { yaml?: string } = {},
) => {
  const it = aShop({ transport: github.transport, githubApiUrl: api, ...options })
  await it.aPipeline(yaml)
  const { body: run } = await it.callPipeline('tests')
  await it.after(0)
  await it.after(0)
  return { it, run }
}

test('github-workflow starts the workflow, finds its run by the id in its name, and waits for its end', async () => {
  const github = aGithub()
  const { it, run } = await start(github)
  expect(github.sent[0]).toMatchObject({
    method: 'POST',
    url: `${api}/repos/acme/shop/actions/workflows/e2e.yml/dispatches`,
    headers: { authorization: 'Bearer sesame', accept: 'application/vnd.github+json' },
  })
  expect(JSON.parse(String(github.sent[0]?.body))).toEqual({
    ref: 'main',
    inputs: { suite: 'all', shards: '[1,2]', dry: 'true', request_uid: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
  await it.after(seconds(10))
  await it.after(0)
  await it.after(seconds(10))
  await it.after(0)
  expect(await it.job(run, 'go')).toMatchObject({
    status: 'executing',
    waiting_for: 'github.run(https://github.test/acme/shop/actions/runs/42)',
  })
  github.end('success')
  await it.after(seconds(10))
  await it.after(0)
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
  expect(await it.log(run, 'go', 1)).toEqual(['42 https://github.test/acme/shop/actions/runs/42 success.'])
  expect(await it.log(run, 'go', 0)).toEqual([
    'Starting e2e.yml in acme/shop',
    `Started e2e.yml in acme/shop at main, as ${github.state.uid}`,
    'It is run 42: https://github.test/acme/shop/actions/runs/42',
    'e2e.yml in acme/shop succeeded: https://github.test/acme/shop/actions/runs/42',
  ])
  expect(github.methods()).toEqual([
    'POST /repos/acme/shop/actions/workflows/e2e.yml/dispatches',
    'GET /repos/acme/shop/actions/workflows/e2e.yml/runs?event=workflow_dispatch&per_page=30',
    'GET /repos/acme/shop/actions/runs/42',
    'GET /repos/acme/shop/actions/runs/42',
  ])
  expect(JSON.stringify(await it.log(run, 'go', 0))).not.toContain('sesame')
})

test('a workflow that ends in another way fails the step, which says where to look', async () => {
  const github = aGithub()
  const { it, run } = await start(github)
  github.end('failure')
  await it.after(seconds(10))
  await it.after(0)
  expect((await it.run(run)).status_message).toContain(
    'e2e.yml in acme/shop ended as failure: https://github.test/acme/shop/actions/runs/42',
  )
  expect(await it.log(run, 'go', 1)).toEqual(['42 https://github.test/acme/shop/actions/runs/42 failure.'])
})

test('a run that is not listed yet is looked for again, for five minutes', async () => {
  const github = aGithub()
  const { it, run } = await start(github)
  github.state.isListed = false
  for (let time = 0; time < 40; time += 1) {
    await it.after(seconds(10))
    await it.after(0)
  }
  const { status_message } = await it.run(run)
  expect(status_message).toContain(`has '${github.state.uid}' in its name`)
  expect(status_message).toContain("'run-name: … ${{ inputs.request_uid }}'")
  expect(github.sent).toHaveLength(31)
})

test('the id can go to another input', async () => {
  const github = aGithub()
  await start(github, { yaml: starting({ inputs: '{ request_uid: mine }', request_uid_input: 'marker' }) })
  expect(JSON.parse(String(github.sent[0]?.body)).inputs).toEqual({
    request_uid: 'mine',
    marker: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

test.each<[string, Answer, RegExp]>([
  ['refuses', { status: 422, body: '{"message":"No ref found"}' }, /answered the start of e2e.yml .* with 422: No ref/],
  ['sends nowhere', { status: 300 }, /with 300/],
  ['redirects', { status: 301, headers: { location: 'https://evil.test/' } }, /with 301/],
  ['does not answer', new Error('socket hang up'), /outcome unknown: socket hang up/],
  ['answers without end', { body: 'x'.repeat(1_100_000) }, /outcome unknown: the answer is larger/],
])('a start that GitHub %s fails the step at once', async (_, answer, message) => {
  const github = aGithub({ answer: () => answer })
  const { it, run } = await start(github)
  expect((await it.run(run)).status_message).toMatch(message)
  expect(github.sent).toHaveLength(1)
})

test.each<[string, Answer]>([
  ['no JSON', { body: '<html>' }],
  ['a list', { body: '[]' }],
  ['depth without end', { body: '['.repeat(200_000) }],
  ['runs that are none', { body: '{"workflow_runs":{"find":1}}' }],
  ['an error of its own', { status: 500 }],
  ['a request for patience', { status: 429 }],
  ['nothing', new Error('connect ETIMEDOUT')],
])('looks that are answered with %s are repeated, and given up after five', async (_, answer) => {
  const github = aGithub({ answer: ({ method }) => (method === 'GET' ? answer : undefined) })
  const { it, run } = await start(github)
  for (let time = 0; time < 4; time += 1) {
    await it.after(seconds(10))
    await it.after(0)
  }
  expect(await it.run(run)).toMatchObject({ status: 'executing' })
  const warnings = (await it.log(run, 'go', 0)).filter((line) => line.startsWith('Cannot see what became of e2e.yml'))
  expect(warnings).toHaveLength(4)
  await it.after(seconds(10))
  await it.after(0)
  expect((await it.run(run)).status_message).toMatch(/Cannot see what became of e2e.yml .* 5 times in a row/)
})

test('a good look makes the bad ones before it forgotten', async () => {
  let looks = 0
  const github = aGithub({
    answer: ({ method }) => (method === 'GET' && (looks += 1) % 5 > 0 ? { status: 502 } : undefined),
  })
  const { it, run } = await start(github)
  for (let time = 0; time < 14; time += 1) {
    await it.after(seconds(10))
    await it.after(0)
  }
  expect(looks).toBe(14)
  expect(await it.run(run)).toMatchObject({ status: 'executing' })
})

test.each([300, 401])('a look that is refused with %i fails the step', async (status) => {
  const github = aGithub({ answer: ({ method }) => (method === 'GET' ? { status } : undefined) })
  const { it, run } = await start(github)
  await it.after(seconds(10))
  await it.after(0)
  expect((await it.run(run)).status_message).toContain(`GitHub answered a look at e2e.yml in acme/shop with ${status}`)
})

test.each([
  ['repo', 'acme', /repo must be owner\/name/],
  ['repo', '../..', /repo must be owner\/name/],
  ['repo', 'acme/shop/../../x', /repo must be owner\/name/],
  ['workflow', '../../../user', /workflow must be a file in/],
  ['workflow', '"e2e.yml?x"', /workflow must be a file in/],
  ['access_token', 'a b', /access_token holds characters/],
  ['inputs', '{ request_uid: 1 }', /inputs has request_uid/],
])('github-workflow whose %s is %s fails and sends nothing', async (name, value, message) => {
  const github = aGithub()
  const { it, run } = await start(github, { yaml: starting({ [name]: value }) })
  expect((await it.run(run)).status_message).toMatch(message)
  expect(github.sent).toEqual([])
})

test('no workflow is started unless the orchestrator was told where GitHub is', async () => {
  const github = aGithub()
  const it = aShop({ transport: github.transport })
  await it.aPipeline(pipeline)
  const { body: run } = await it.callPipeline('tests')
  await it.after(0)
  expect((await it.run(run)).status_message).toContain('--github-api-url')
  expect(github.sent).toEqual([])
})

test('a run that is cancelled meanwhile stops looking, and says that the workflow goes on', async () => {
  const github = aGithub()
  const { it, run } = await start(github)
  await it.cancel(run)
  await it.after(minutes(1))
  expect(await it.run(run)).toMatchObject({ status: 'cancelled' })
  expect(await it.log(run, 'go', 0)).toContain('e2e.yml in acme/shop goes on, but nobody waits for it any more')
  expect(github.sent).toHaveLength(1)
})

test('a start and a look that are never answered are not waited for without end', async () => {
  const never: Transport = () => new Promise(() => {})
  const { it, run } = await start({ transport: never })
  await it.after(seconds(30))
  expect((await it.run(run)).status_message).toContain('outcome unknown: nothing came within 30 seconds')
})

const aFolder = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

test('after a restart between two looks the step goes on, and starts nothing again', async () => {
  const github = aGithub()
  const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
  const { run } = await start(github, options)
  github.end('success')
  const it = aShop({ ...options, transport: github.transport, githubApiUrl: api })
  await it.after(seconds(10))
  await it.after(0)
  expect(await it.run(run)).toMatchObject({ status: 'succeeded' })
  expect(github.methods().filter((each) => each.startsWith('POST'))).toHaveLength(1)
})

test.each([
  ['start', 'POST'],
  ['look', 'GET'],
])('after a restart during a %s the step fails with its outcome unknown', async (_, method) => {
  const github = aGithub()
  const hanging: Transport = (request) =>
    request.method === method ? new Promise(() => {}) : github.transport(request)
  const options = { dataDir: aFolder(), clock: fakeClock(), random: fakeRandom() }
  const { it: before, run } = await start({ transport: hanging }, options)
  await before.after(seconds(10))
  const sentBefore = github.sent.length
  const it = aShop({ ...options, transport: github.transport, githubApiUrl: api })
  await it.after(seconds(10))
  expect((await it.run(run)).status_message).toContain('outcome unknown: the orchestrator ended')
  expect(github.sent).toHaveLength(sentBefore)
})

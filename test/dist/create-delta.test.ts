import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runBundle } from '../support/run-bundle.ts'
import { serveOrchestrator } from '../support/serve.ts'

const shop = '/orgs/local-org/apps/shop'
const env = 'staging'
const images = 'web=ghcr.io/acme/web:2'

const seed = `
organizations:
  - id: local-org
    applications:
      - id: shop
        environments: [{ id: staging, type: development }, { id: fresh, type: development }]
        deployed:
          - environments: [staging]
            set: { modules: { web: { spec: { containers: { main: { image: 'ghcr.io/acme/web:1' } } } } } }
`

const start = () => serveOrchestrator({ seed })

test('makes a delta, shows the plan, and leaves it for other steps', async () => {
  const { inputs, requests } = await start()
  const { exitCode, annotations, stderr, outputs, stdout, summary } = await runBundle('create-delta', {
    inputs: { ...inputs, env, images },
  })
  expect({ exitCode, annotations, stderr }).toEqual({ exitCode: 0, annotations: [], stderr: '' })
  expect(requests).toEqual([
    `GET ${shop}/envs/staging`,
    expect.stringMatching(`^GET ${shop}/sets/[\\w-]{43}$`),
    `POST ${shop}/deltas`,
  ])
  expect(outputs).toMatchObject({
    'delta-id': expect.stringMatching(/^[0-9a-f]{40}$/),
    empty: 'false',
    changes: '1',
    'plan-truncated': 'false',
    'plan-markdown-truncated': 'false',
  })
  expect(readFileSync(outputs['plan-file'] ?? '', 'utf8')).toBe(outputs['plan'])
  expect(stdout).toContain(
    [
      'Plan for staging: 1 change.',
      '  ~ web',
      '    ~ /spec/containers/main/image: "ghcr.io/acme/web:1" → "ghcr.io/acme/web:2"',
      `Delta ${outputs['delta-id']} is made.`,
    ].join('\n'),
  )
  expect(summary).toContain('### Plan for staging: 1 change')
  expect(outputs['plan-markdown']).toBe(summary.trim())
})

test('extends a delta from a file in the workspace', async () => {
  const { inputs, requests } = await start()
  const first = await runBundle('create-delta', { inputs: { ...inputs, env, images } })
  const deltaId = first.outputs['delta-id'] ?? ''
  requests.length = 0
  const { exitCode, outputs } = await runBundle('create-delta', {
    inputs: { ...inputs, env, 'delta-id': deltaId, 'delta-file': 'delta.yaml', summary: 'false' },
    files: { 'delta.yaml': 'shared: [{ op: add, path: /dns, value: { type: dns } }]' },
  })
  expect(exitCode).toBe(0)
  expect(requests.map((request) => request.replace(/[\w-]{40,}/, 'ID'))).toEqual([
    `GET ${shop}/deltas/ID`,
    `GET ${shop}/envs/staging`,
    `GET ${shop}/sets/ID`,
    `PATCH ${shop}/deltas/ID`,
  ])
  expect(outputs).toMatchObject({ 'delta-id': deltaId, changes: '2' })
})

const score = `
apiVersion: score.dev/v1b1
metadata: { name: web }
containers: { main: { image: ., files: { /etc/motd: { source: motd.txt } } } }
`

test('makes a delta of a Score file and what belongs to it', async () => {
  const { inputs, requests } = await start()
  const { exitCode, annotations, outputs, summary } = await runBundle('create-delta', {
    inputs: { ...inputs, env, score: 'score.yaml', 'score-image': 'ghcr.io/acme/web:2' },
    files: { 'score.yaml': score, 'motd.txt': 'hello' },
  })
  expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
  expect(requests).toHaveLength(4)
  expect(requests).toContain('POST /orgs/local-org/artefact-versions/convert-score')
  expect(requests.at(-1)).toBe(`POST ${shop}/deltas`)
  expect(outputs['plan']).toContain('"after":"ghcr.io/acme/web:2"')
  expect(outputs['plan']).toContain('hello')
  expect(summary).toContain('### Plan for staging')
})

test('refuses a Score file with what the server says of it', async () => {
  const { inputs } = await start()
  const { exitCode, annotations, outputs } = await runBundle('create-delta', {
    inputs: { ...inputs, env, score: 'score.yaml' },
    files: { 'score.yaml': 'apiVersion: score.dev/v1b1\nmetadata: { name: web }\ncontainers: {}\n' },
  })
  expect(exitCode).toBe(1)
  expect(annotations).toEqual([
    "::error::Score file 'score.yaml' (input 'score') cannot be converted: The Score specification is invalid: " +
      '/containers must NOT have fewer than 1 properties.',
  ])
  expect(outputs).toEqual({})
})

test('promotes one environment to another', async () => {
  const { inputs, requests } = await start()
  const { exitCode, outputs, stdout } = await runBundle('create-delta', {
    inputs: { ...inputs, env: 'fresh', 'from-env': env },
  })
  expect(exitCode).toBe(0)
  expect(requests.map((request) => request.replace(/[\w-]{43}$/, 'ID'))).toEqual([
    `GET ${shop}/envs/fresh`,
    `GET ${shop}/envs/staging`,
    `GET ${shop}/sets/ID`,
    `POST ${shop}/deltas`,
  ])
  expect(outputs).toMatchObject({ empty: 'false', changes: '1' })
  expect(stdout).toContain("What runs in environment 'staging' is promoted")
})

test('makes nothing where nothing would change, and fails if told to, with its outputs set', async () => {
  const { inputs, requests } = await start()
  const { exitCode, outputs, annotations } = await runBundle('create-delta', {
    inputs: { ...inputs, env, images: 'web=ghcr.io/acme/web:1', 'fail-if-empty': 'true' },
  })
  expect(exitCode).toBe(1)
  expect(outputs).toMatchObject({ 'delta-id': '', empty: 'true', changes: '0' })
  expect(annotations).toEqual(["::error::Nothing would change in environment 'staging', and `fail-if-empty` is true."])
  expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([])
})

test('refuses a workload that is not there, naming those that are', async () => {
  const { inputs, requests } = await start()
  const { exitCode, annotations, outputs } = await runBundle('create-delta', {
    inputs: { ...inputs, env, images: 'wbe=ghcr.io/acme/web:2' },
  })
  expect(exitCode).toBe(1)
  expect(annotations).toEqual([expect.stringContaining("has no workload 'wbe'. Its workloads: web.")])
  expect(outputs).toEqual({})
  expect(requests).toHaveLength(2)
})

test('refuses bad input before it sends anything', async () => {
  const { inputs, requests } = await start()
  const { exitCode, annotations } = await runBundle('create-delta', {
    inputs: { ...inputs, env, delta: '{"modules":{"add":{"__proto__":{}}}}' },
  })
  expect(exitCode).toBe(1)
  expect(annotations).toEqual([expect.stringMatching(/^::error::Input 'delta' .*"__proto__", which is not allowed/)])
  expect(requests).toEqual([])
})

test('finds the delta again when the answer about it is lost', async () => {
  const { inputs, requests, orchestrator } = await start()
  orchestrator.control.failNext({ method: 'POST', path: '/deltas', status: 502, after: true })
  const { exitCode, outputs } = await runBundle('create-delta', { inputs: { ...inputs, env, images } })
  expect(exitCode).toBe(0)
  expect(outputs['delta-id']).toMatch(/^[0-9a-f]{40}$/)
  expect(requests.slice(2)).toEqual([`POST ${shop}/deltas`, `GET ${shop}/deltas`])
})

test('ends at once when the job is cancelled', async () => {
  const { inputs, requests, orchestrator } = await start()
  orchestrator.control.failNext({ method: 'GET', status: 503, headers: { 'retry-after': '60' } })
  const { exitCode, annotations, outputs } = await runBundle('create-delta', {
    inputs: { ...inputs, env, images },
    onOutput: (text, interrupt) => {
      if (text.includes('trying again')) interrupt()
    },
  })
  expect(exitCode).toBe(1)
  expect(annotations).toEqual(['::error::The step was interrupted (SIGINT).'])
  expect(outputs).toEqual({})
  expect(requests).toEqual([`GET ${shop}/envs/staging`])
})

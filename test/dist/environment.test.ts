import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identityOf } from '../../src/policy/environment-id.ts'
import { startGitHub } from '../support/github/fake.ts'
import { runBundle } from '../support/run-bundle.ts'
import { type Served, serveOrchestrator } from '../support/serve.ts'

const shop = '/orgs/local-org/apps/shop'
/** As `runBundle` names it to its steps. */
const repository = { id: '4711', name: 'acme/shop' }
const preview = identityOf(repository, { kind: 'pull-request', number: 7 })
const event = { pull_request: { number: 7 } }

const seed = `
organizations:
  - id: local-org
    environment-types: [development, preview]
    applications:
      - { id: shop, environments: [{ id: development }] }
`

const start = () => serveOrchestrator({ seed })

const call = async ({ orchestrator, inputs }: Served, method: string, path: string, body?: object) => {
  const answer = await orchestrator.handle({
    method,
    url: `http://orchestrator.test${path}`,
    headers: { authorization: `Bearer ${inputs.token}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return answer.body === '' ? undefined : JSON.parse(answer.body)
}

test('a pull request gets its environment, keeps it, and loses it at its end', async () => {
  const served = await start()
  const { requests } = served
  const inputs = { ...served.inputs, 'env-from': 'pull-request' }
  const ensure = { inputs: { ...inputs, command: 'ensure', type: 'preview' }, event }

  const first = await runBundle('environment', ensure)
  expect(first).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(first.outputs).toMatchObject({ status: 'succeeded', env: preview.id, created: 'true' })
  expect(first.summary).toContain(`### Environment \`${preview.id}\``)
  expect(requests).toEqual([`GET ${shop}/envs/${preview.id}`, `POST ${shop}/envs`])
  expect(await call(served, 'GET', `${shop}/envs/${preview.id}`)).toMatchObject({
    name: 'acme/shop#7',
    type: 'preview',
  })

  const again = await runBundle('environment', ensure)
  expect(again.outputs).toMatchObject({ status: 'succeeded', created: 'false' })

  const gone = await runBundle('environment', { inputs: { ...inputs, command: 'delete' }, event })
  expect(gone).toMatchObject({ exitCode: 0, annotations: [] })
  expect(gone.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
  expect(gone.stdout).toContain(`Environment '${preview.id}' is deleted.`)
})

test('refuses an environment of another type, with its outputs set', async () => {
  const { inputs } = await start()
  const run = await runBundle('environment', {
    inputs: { ...inputs, command: 'ensure', env: 'development', type: 'preview' },
  })
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ status: 'failed', env: 'development', created: 'false' })
  expect(run.annotations).toEqual([
    "::error::Environment 'development' exists with the type 'development', not 'preview'. A type cannot be changed: " +
      'delete the environment first, or give its type.',
  ])
})

test('refuses to delete what only an environment variable names, before anything is sent', async () => {
  const { inputs, requests } = await start()
  const run = await runBundle('environment', {
    inputs: { ...inputs, command: 'delete' },
    env: { HUMANITEC_ENV: 'development' },
  })
  expect(run.exitCode).toBe(1)
  expect(run.annotations).toEqual(["::error::One of the inputs 'env', 'env-from' is required."])
  expect(requests).toEqual([])
})

test('a sweep asks GitHub, and deletes what nobody needs', async () => {
  const served = await start()
  const author = { author: 'mona', title: '', body: '', merged: false, isDraft: false, isLocked: false, labels: [] }
  const branch = { headRef: 'feat/cart', headSha: 'a'.repeat(40), headRepository: repository.name, baseRef: 'main' }
  const github = startGitHub({
    repository: repository.name,
    pullRequests: [
      { number: 7, state: 'closed', ...author, ...branch },
      { number: 8, state: 'open', ...author, ...branch },
    ],
  })
  const open = identityOf(repository, { kind: 'pull-request', number: 8 })
  for (const { id, name } of [preview, open]) await call(served, 'POST', `${shop}/envs`, { id, name })
  const run = await runBundle('environment', {
    inputs: { ...served.inputs, command: 'sweep', 'github-token': github.connection.token },
    env: { GITHUB_API_URL: await github.serve() },
  })
  expect(run).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(run.outputs).toMatchObject({ status: 'succeeded', deleted: '1' })
  expect(run.summary).toContain('### Preview environments: 1 deleted, 1 kept')
  expect(run.stdout).not.toMatch(/^(?!::add-mask::).*ghs_/m)
  const left = (await call(served, 'GET', `${shop}/envs`)) as { id: string }[]
  expect(left.map(({ id }) => id)).toEqual(['development', open.id])
})

test('a job that is cancelled while an environment is torn down says that it goes on', async () => {
  const served = await start()
  served.orchestrator.control.behave({ pendingMs: 0, durationMs: 0, teardownMs: 60_000 })
  const { id, name } = preview
  await call(served, 'POST', `${shop}/envs`, { id, name })
  const externals = { dns: { type: 'dns', class: 'default' } }
  const web = { profile: 'humanitec/default-module', spec: { containers: { web: { image: 'web:1' } } }, externals }
  const delta = await call(served, 'POST', `${shop}/deltas`, { modules: { add: { web } } })
  const deployed = await runBundle('deploy', { inputs: { ...served.inputs, env: id, 'delta-id': delta.id } })
  expect(deployed.outputs['status']).toBe('succeeded')

  const run = await runBundle('environment', {
    inputs: { ...served.inputs, command: 'delete', env: id },
    onOutput: (text, interrupt) => {
      if (text.includes(`Environment '${id}' is being deleted.`)) interrupt()
    },
  })
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ status: 'cancelled', env: id })
  expect(run.annotations).toEqual([`::error::The job was cancelled. Environment '${id}' is being deleted.`])
})

/** Makes a step tell at its end which files it has loaded. */
const spy = `
import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { process.stderr.write('FILE ' + url + '\\n'); return next(url, context) } })
`

test('only a sweep loads Octokit', async () => {
  const { inputs } = await start()
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(spy)}` }
  const loads = async (more: Record<string, string>) => {
    const { stderr } = await runBundle('environment', { env, inputs: { ...inputs, ...more } })
    const files = Array.from(stderr.matchAll(/^FILE (file:.*)$/gm), ([, url = '']) => new URL(url))
    expect(files.length).toBeGreaterThan(2)
    return files.some((file) => readFileSync(file, 'utf8').includes('octokit'))
  }
  expect(await loads({ command: 'ensure', env: 'test' })).toBe(false)
  expect(await loads({ command: 'delete', env: 'test' })).toBe(false)
  expect(await loads({ command: 'sweep', 'github-token': 'ghs_0123456789abcdefghij' })).toBe(true)
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type BundleOptions, runBundle } from '../support/run-bundle.ts'

const seed = 'organizations: [{ id: acme, applications: [{ id: shop, environments: [{ id: dev }] }] }]'

/** Starts it as the runner does; whatever becomes of the test, it has ended after it. */
const start = async (options: BundleOptions = {}) => {
  const step = await runBundle('orchestrator', options)
  const pid = Number(step.state['pid'] ?? 0)
  onTestFinished(() => {
    try {
      if (pid > 0) process.kill(pid, 'SIGKILL')
    } catch {
      // It ended long ago.
    }
  })
  return step
}

test('the orchestrator outlives its step, serves those that follow, and ends with the post step', async () => {
  // A step ends for `runBundle` when nobody holds its output any more.
  const { exitCode, outputs, exported, state, stdout, stderr } = await start({
    inputs: { seed: 'seed.yaml' },
    files: { 'seed.yaml': seed },
  })
  const { 'api-url': url, token } = outputs
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toBe(`::add-mask::${token}\nThe orchestrator listens at ${url} and holds the organization 'acme'.\n`)
  expect(outputs).toEqual({ 'api-url': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), token, org: 'acme' })
  expect(exported).toEqual({ HUMANITEC_API_URL: url, HUMANITEC_TOKEN: token, HUMANITEC_ORG: 'acme' })

  const next = await runBundle('register-artefact', { env: exported, inputs: { image: 'ghcr.io/acme/web:1' } })
  expect({ exitCode: next.exitCode, created: next.outputs['created'] }).toEqual({ exitCode: 0, created: 'true' })

  const post = await runBundle('orchestrator', { phase: 'post', state })
  expect({ exitCode: post.exitCode, stderr: post.stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(post.stdout.replaceAll(/\d+ms$/gm, 'N ms')).toBe(
    `::add-mask::${token}
The orchestrator is stopped.
::group::Log of the orchestrator
GET /orgs/acme/artefact-versions 200 N ms
POST /orgs/acme/artefact-versions 200 N ms
GET /current-user 200 N ms
::endgroup::
`,
  )
  await expect(fetch(url ?? '')).rejects.toThrow('fetch failed')
})

test('a token of your own is taken from ORCHESTRATOR_TOKEN', async () => {
  const { outputs, stdout } = await start({ env: { ORCHESTRATOR_TOKEN: 'of-my-own' } })
  expect(outputs['token']).toBe('of-my-own')
  expect(stdout).toContain('::add-mask::of-my-own\n')
})

test('a seed with a mistake fails the step with the line, and starts nothing', async () => {
  const { exitCode, annotations, outputs, exported } = await start({
    inputs: { seed: 'seed.yaml' },
    files: { 'seed.yaml': 'organizations:\n  - id: acme\n    pipelines: []\n' },
  })
  expect({ exitCode, outputs, exported }).toEqual({ exitCode: 1, outputs: {}, exported: {} })
  expect(annotations).toEqual([
    expect.stringMatching(/^::error::The orchestrator did not start: .*%0A {2}line 3, .*'pipelines' is not known here/),
  ])
})

test('a port that is taken fails the step, and it says what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  const { exitCode, annotations } = await start({ inputs: { port: String(port) } })
  expect(exitCode).toBe(1)
  expect(annotations).toEqual([expect.stringContaining(`Port ${port} is taken: leave out \`port\``)])
})

test('bad input is refused, and nothing is started', async () => {
  const { exitCode, annotations, state } = await start({ inputs: { seed: '../seed.yaml' } })
  expect({ exitCode, state }).toEqual({ exitCode: 1, state: {} })
  expect(annotations).toEqual([`::error::Input 'seed' is "../seed.yaml", which does not exist.`])
})

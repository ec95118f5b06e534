import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runBundle } from '../support/run-bundle.ts'
import { serveOrchestrator } from '../support/serve.ts'

const versions = '/orgs/local-org/artefact-versions'
const digest = `sha256:${'0a1b2c3d'.repeat(8)}`

/** An artefact belongs to the organization: there is no input `app`. */
const start = async () => {
  const served = await serveOrchestrator()
  const { app: _, ...inputs } = served.inputs
  return { ...served, inputs }
}

test('registers what a build made, and finds it when the job runs again', async () => {
  const { inputs, requests } = await start()
  const metadata = JSON.stringify({ 'containerimage.digest': digest, 'image.name': 'ghcr.io/acme/web:1' })
  const first = await runBundle('register-artefact', { inputs: { ...inputs, metadata } })
  expect(first).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(requests).toEqual([`GET ${versions}`, `POST ${versions}`])
  expect(first.outputs).toMatchObject({ reference: `ghcr.io/acme/web:1@${digest}`, created: 'true' })
  expect(first.stdout).toContain(`ghcr.io/acme/web:1@${digest}: registered as ${first.outputs['artefact-version-id']}`)
  expect(first.summary).toContain('### Artefacts: 1 registered\n')
  expect(first.summary).toContain('ref `refs/heads/main`, commit `1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d`')

  requests.length = 0
  const again = await runBundle('register-artefact', { inputs: { ...inputs, metadata } })
  expect(requests).toEqual([`GET ${versions}`])
  expect(again.exitCode).toBe(0)
  expect(again.outputs).toMatchObject({
    created: 'false',
    'artefact-id': first.outputs['artefact-id'],
    'artefact-version-id': first.outputs['artefact-version-id'],
  })
})

test('registers many images, from the environment variables that humctl reads, and leaves the whole list in a file', async () => {
  const { inputs, requests } = await start()
  const images = Array.from({ length: 300 }, (_, index) => `ghcr.io/acme/service-${index}:1@${digest}`)
  const { outputs, exitCode } = await runBundle('register-artefact', {
    inputs: { images: images.join('\n'), concurrency: '16' },
    env: { HUMANITEC_TOKEN: inputs.token, HUMANITEC_ORG: inputs.org, HUMANITEC_API_URL: inputs['api-url'] },
  })
  const list = JSON.parse(readFileSync(outputs['result-file'] ?? '', 'utf8'))
  expect(exitCode).toBe(0)
  expect(requests).toHaveLength(600)
  expect(list).toHaveLength(300)
  expect(outputs['result-truncated']).toBe('true')
  expect(Buffer.byteLength(outputs['result'] ?? '')).toBeLessThanOrEqual(60_000)
})

test('fails when one image fails, with the others registered and the outputs set', async () => {
  const { inputs, orchestrator } = await start()
  orchestrator.control.failNext({ method: 'POST', status: 403, body: '{"message":"no access"}' })
  const { exitCode, outputs, annotations, summary } = await runBundle('register-artefact', {
    inputs: { ...inputs, images: 'web:1\nworker:1', concurrency: '1' },
  })
  expect(exitCode).toBe(1)
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject([
    { reference: 'web:1', created: false, error: expect.stringContaining("role 'artefactContributor'") },
    { reference: 'worker:1', created: true },
  ])
  expect(annotations).toHaveLength(2)
  expect(annotations[1]).toBe('::error::1 of 2 images were not registered: web:1.')
  expect(summary).toContain('### Artefacts: 1 registered, 1 failed')
})

test('refuses a bad image before anything is sent', async () => {
  const { inputs, requests } = await start()
  const { exitCode, annotations } = await runBundle('register-artefact', { inputs: { ...inputs, image: 'Web:1' } })
  expect(exitCode).toBe(1)
  expect(requests).toEqual([])
  expect(annotations).toEqual([
    `::error::Input 'image' is "Web:1", which has capital letters in its repository, which no registry takes.`,
  ])
})

test('stops when the job is cancelled, and says what was not registered', async () => {
  const { inputs, requests } = await start()
  const images = Array.from({ length: 300 }, (_, index) => `service-${index}:1`)
  const { exitCode, outputs, annotations } = await runBundle('register-artefact', {
    inputs: { ...inputs, images: images.join('\n'), concurrency: '1' },
    onOutput: (text, interrupt) => {
      if (text.includes('service-0:1: registered')) interrupt()
    },
  })
  expect(exitCode).toBe(1)
  expect(requests.length).toBeLessThan(600)
  expect(JSON.parse(readFileSync(outputs['result-file'] ?? '', 'utf8'))[0]).toMatchObject({
    reference: 'service-0:1',
    created: true,
  })
  expect(annotations.at(-1)).toMatch(/of 300 images were not registered: .* and \d+ more\.$/)
})

test('registers nothing that an automation rule of the environment would deploy by itself', async () => {
  const { inputs, orchestrator, requests } = await start()
  const send = (path: string, body: object) =>
    orchestrator.handle({
      method: 'POST',
      url: `${inputs['api-url']}/orgs/local-org/apps${path}`,
      headers: { authorization: `Bearer ${inputs.token}` },
      body: JSON.stringify(body),
    })
  await send('', { id: 'shop', name: 'Shop' })
  const rule = await send('/shop/envs/development/rules', { type: 'update', match_ref: '^refs/heads/main$' })
  const { id } = JSON.parse(rule.body) as { id: string }
  requests.length = 0
  const given = { ...inputs, app: 'shop', image: 'web:1', 'for-env': 'development' }
  const refused = await runBundle('register-artefact', { inputs: given })
  expect(refused.exitCode).toBe(1)
  expect(refused.annotations).toEqual([
    expect.stringContaining(`Registering web:1 sets off a deployment by automation rule '${id}' of environment`),
  ])
  expect(requests).toEqual(['GET /orgs/local-org/apps/shop/envs/development/rules', `GET ${versions}`])

  const ignored = await runBundle('register-artefact', { inputs: { ...given, 'on-rule': 'ignore' } })
  expect(ignored).toMatchObject({ exitCode: 0, outputs: { created: 'true', rules: `["${id}"]` } })
})

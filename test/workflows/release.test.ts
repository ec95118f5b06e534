import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failingImage, releaseOptions, SEED_FILE, TAG } from '../../scripts/demo/release.ts'
import type { WorkflowResult } from '../../scripts/workflow/result.ts'
import { runWorkflow } from '../../scripts/workflow/run.ts'
import { serveOrchestrator } from '../support/serve.ts'

const registry = 'us-central1-docker.pkg.dev/google-samples/microservices-demo'
const services = [
  'adservice',
  'cartservice',
  'checkoutservice',
  'currencyservice',
  'emailservice',
  'frontend',
  'loadgenerator',
  'paymentservice',
  'productcatalogservice',
  'recommendationservice',
  'shippingservice',
]
const imagesAt = (tag: string): Record<string, string> => ({
  ...Object.fromEntries(services.map((name) => [name, `${registry}/${name}:${tag}`])),
  'redis-cart': 'redis:alpine',
})

/** Runs examples/workflows/release.yml against an orchestrator that holds the example seed, only faster. */
const release = async (change: object = {}) => {
  const { orchestrator, url, requests } = await serveOrchestrator({ seed: readFileSync(SEED_FILE, 'utf8') })
  orchestrator.control.behave({ pendingMs: 0, durationMs: 200, readyAfterMs: 0, ...change })
  const get = async (path: string) => {
    const { body } = await orchestrator.handle({
      method: 'GET',
      url: `${url}/orgs/acme${path}`,
      headers: { authorization: `Bearer ${orchestrator.token}` },
    })
    return JSON.parse(body)
  }
  let log = ''
  const write = (text: string) => {
    log += text
  }
  const result = await runWorkflow({ ...releaseOptions(url), write })
  const app = '/apps/online-boutique'
  return {
    result,
    log,
    get,
    requests,
    lastDeploy: async (envId: string) => (await get(`${app}/envs/${envId}`)).last_deploy,
    images: async (envId: string) => {
      const { last_deploy } = await get(`${app}/envs/${envId}`)
      const { modules } = await get(`${app}/sets/${last_deploy.set_id}`)
      return Object.fromEntries(
        Object.entries<{ spec: { containers: Record<string, { image: string }> } }>(modules).map(([name, { spec }]) => [
          name,
          Object.values(spec.containers)[0]?.image,
        ]),
      )
    },
  }
}

const stepsOf = ({ jobs }: WorkflowResult) =>
  jobs.map(({ name, conclusion, steps }) => [
    name,
    conclusion,
    ...steps.filter(({ kind }) => kind === 'main').map((step) => `${step.name}: ${step.conclusion}`),
  ])

test('a release brings the new images to staging, and the very same set to production', async () => {
  const { result, images, lastDeploy, get } = await release()
  expect(stepsOf(result)).toEqual([
    [
      'Staging',
      'success',
      'List the images: success',
      'Register the images: success',
      'Plan the change: success',
      'Deploy to staging: success',
    ],
    ['Promotion', 'success', 'Ask for production: success', 'Wait until it asks for an approval: success'],
    ['Production', 'success', 'Approve: success', 'Wait for production: success'],
  ])
  expect(result.conclusion).toBe('success')

  expect(await images('development')).toEqual(imagesAt('v0.10.4'))
  expect(await images('staging')).toEqual(imagesAt(TAG))
  expect(await images('production')).toEqual(imagesAt(TAG))
  const [staging, production] = [await lastDeploy('staging'), await lastDeploy('production')]
  expect(production.set_id).toBe(staging.set_id)
  expect(staging).toMatchObject({ status: 'succeeded', pipeline: { id: 'default' } })
  expect(production).toMatchObject({ status: 'succeeded', pipeline: { id: 'production' } })
  expect(production.comment).toMatch(/^Release v0\.10\.5\n+github: acme\/online-boutique@[0-9a-f]{40} robin \d+\/1$/)

  const versions = await get('/artefact-versions')
  expect(versions.map(({ name, version }: { name: string; version: string }) => `${name}:${version}`).sort()).toEqual(
    services.map((name) => `${registry}/${name}:${TAG}`),
  )
  const approvals = await get('/apps/online-boutique/approvals')
  expect(approvals).toMatchObject([{ env_id: 'production', status: 'approved', approved_by: 'release-manager' }])
})

test('a release tells what it changes, what it waits for and what has happened', async () => {
  const { result, log } = await release()
  expect(result.jobs.map(({ summary }) => summary.match(/^### .*/gm))).toEqual([
    [
      '### Artefacts: 11 registered',
      '### Plan for staging: 11 changes',
      expect.stringMatching(/^### Deploy to staging: ✅/),
    ],
    [expect.stringMatching(/^### Deploy to production: ⏸️ waits for an approval/)],
    ['### Approval for production: ✅ approved', expect.stringMatching(/^### Deploy to production: ✅/)],
  ])
  expect(result.summary).toContain('`/spec/containers/server/image`')
  expect(result.annotations).toMatchObject([{ level: 'notice', title: 'Approval needed', job: 'Promotion' }])
  for (const name of [...services, 'redis-cart']) expect(log).toMatch(new RegExp(`${name} is up \\(\\d+ of 12\\)`))
  expect(log).toContain('Approved by Robin, release manager')
  expect(log).not.toContain('on-this-machine')
})

test('an image that does not start stops the release before production, and says why where people look', async () => {
  const { result, images, requests } = await release(failingImage)
  expect(stepsOf(result)).toEqual([
    [
      'Staging',
      'failure',
      'List the images: success',
      'Register the images: success',
      'Plan the change: success',
      'Deploy to staging: failure',
    ],
    ['Promotion', 'skipped'],
    ['Production', 'skipped'],
  ])
  expect(result.conclusion).toBe('failure')

  const [cause, end] = result.annotations.filter(({ level }) => level === 'error')
  expect(cause).toMatchObject({
    title: 'Container server of paymentservice does not start',
    job: 'Staging',
    step: 'Deploy to staging',
  })
  expect(cause?.message).toContain('workload paymentservice (CLD-001): CrashLoopBackOff')
  expect(cause?.message).toContain("Error: Cannot find module '@grpc/grpc-js'")
  expect(end?.message).toMatch(/^Run '[0-9a-f-]+' failed: Job 'deploy' failed: Step 'Deploy Set To Environment' failed/)
  expect(result.summary).toMatch(/### Deploy to staging: ❌ failed/)
  expect(result.summary).toContain('#### What went wrong')
  expect(result.summary).toContain("Error: Cannot find module '@grpc/grpc-js'")

  expect(await images('production')).toEqual(imagesAt('v0.10.4'))
  expect(requests.filter((request) => request.includes('/approvals'))).toEqual([])
})

/** Runs the demo as a process; `onOutput` sees all that it has printed so far. */
const runDemo = (args: string[], onOutput: (stdout: string, interrupt: () => void) => void = () => {}) =>
  new Promise<{ exitCode: number | null; stdout: string; stderr: string }>((resolve) => {
    const script = join(import.meta.dirname, '../../scripts/demo.ts')
    const child = spawn(process.execPath, [script, ...args], { cwd: tmpdir() })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      onOutput(stdout, () => void child.kill('SIGINT'))
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })

/** Whether anything answers at the address that the demo named. */
const isUp = (stdout: string) => {
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(stdout) ?? []
  if (url === undefined) throw new Error('the demo named no address')
  return fetch(url).then(
    () => true,
    () => false,
  )
}

test('the failing demo ends with the errors, exit code 1, and nothing left running', async () => {
  const { exitCode, stdout, stderr } = await runDemo(['--fail'])
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
  const [, end = ''] = stdout.split('\nAnnotations\n')
  expect(end).toContain('Container server of paymentservice does not start')
  expect(end).toMatch(/^Deploy to staging: ❌ failed/m)
  expect(end).toMatch(/^ {2}Error: Cannot find module '@grpc\/grpc-js'$/m)
  expect(stdout.trimEnd()).toMatch(/✗ failure in [\d.]+s$/)
  expect(await isUp(stdout)).toBe(false)
})

test('Ctrl-C cancels the demo, and nothing is left running', async () => {
  let isInterrupted = false
  const { exitCode, stdout } = await runDemo([], (printed, interrupt) => {
    if (isInterrupted || !printed.includes('adservice is up')) return
    isInterrupted = true
    interrupt()
  })
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/⊘ Staging {2}cancelled/)
  expect(stdout.trimEnd()).toMatch(/⊘ cancelled in [\d.]+s$/)
  expect(await isUp(stdout)).toBe(false)
})

test('the demo tells how it is used', async () => {
  expect(await runDemo(['--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--fail') })
  expect(await runDemo(['--fial'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("'--fial'") })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { shop } from '../orchestrator/a-shop.ts'

const bundle = join(import.meta.dirname, '../../dist/orchestrator/index.js')

const seed = `
cluster: { pending: 20ms, duration: 120ms, ready-after: 50ms }
organizations:
  - id: local-org
    environment-types: [development, production]
    applications:
      - id: shop
        environments:
          - { id: development }
          - { id: staging, type: development }
          - { id: production, type: production }
`

const deployTo = (env: string, set: string) =>
  `{ uses: actions/humanitec/deploy, with: { env_id: ${env}, set_id: '${set}' } }`

/** Two jobs beside each other, a question between, and eleven deployments, one of them of the delta. */
const release = `
id: release
name: Release
on: { deployment_request: {} }
concurrency: { group: release }
jobs:
  staging:
    outputs: { set: '\${{ steps.apply.outputs.set_id }}' }
    steps:
      - { id: apply, uses: actions/humanitec/apply, with: { env_id: staging, delta_id: '\${{ inputs.delta_id }}' } }
      - ${deployTo('staging', '${{ steps.apply.outputs.set_id }}')}
      - { uses: actions/humanitec/wait-for-readiness, with: { env_id: staging } }
      - ${deployTo('staging', '0')}
      - ${deployTo('staging', '${{ steps.apply.outputs.set_id }}')}
      - ${deployTo('staging', '0')}
  beside:
    steps: [${Array.from({ length: 3 }, () => deployTo('development', '0')).join(', ')}]
  ask:
    needs: [staging]
    steps: [{ uses: actions/humanitec/approve, with: { env_id: production } }]
  production:
    needs: [staging, beside, ask]
    steps:
      - ${deployTo('production', '${{ needs.staging.outputs.set }}')}
      - { uses: actions/humanitec/log, with: { message: halfway } }
      - ${deployTo('production', '0')}
      - { uses: actions/humanitec/wait-for-readiness, with: { env_id: production } }
      - ${deployTo('production', '${{ needs.staging.outputs.set }}')}
      - ${deployTo('production', '0')}
`

/** How long it lives after it listens, in milliseconds. */
const lifetimes = [0, 20, 5, 45, 12, 70, 30, 2, 55, 80]
/** Each lives a little longer than the one before, so that slow machines come to an end as well. */
const growth = 8
const mostLives = 40

/** A folder that one orchestrator after the other opens. */
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'orchestrator-'))
  writeFileSync(join(folder, 'seed.yaml'), seed)
  const processes = new Set<ReturnType<typeof spawn>>()
  onTestFinished(async () => {
    for (const child of processes) await kill(child)
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async () => {
    const child = spawn(
      process.execPath,
      [bundle, '--port', '0', '--data-dir', folder, '--seed', `${folder}/seed.yaml`],
      {
        env: { ORCHESTRATOR_TOKEN: 'of-this-test' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    processes.add(child)
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { url } = JSON.parse(line) as { url: string }
    return { child, call: caller(url) }
  }
  return { open }
}

const kill = async (child: ReturnType<typeof spawn>) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

type Call = ReturnType<typeof caller>

const caller = (url: string) => async (method: string, path: string, body?: object | string, key?: string) => {
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: 'Bearer of-this-test',
      'content-type': typeof body === 'string' ? 'application/x-yaml' : 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(text === undefined ? {} : { body: text }),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`)
  return answer === '' ? undefined : JSON.parse(answer)
}

/** Asks for the run, again under the same key where nobody knows, answers its question, and sees it to its end. */
const follow = async (call: Call, deltaId: string): Promise<string> => {
  const request = { trigger: 'deployment_request', env_id: 'staging', delta_id: deltaId }
  const { id } = await call('POST', `${shop}/pipeline-runs`, request, 'once')
  for (let look = 0; look < 500; look += 1) {
    const { completed_at } = await call('GET', `${shop}/pipelines/release/runs/${id}`)
    if (completed_at !== undefined) return id as string
    for (const { id: approval } of await call('GET', `${shop}/approvals?status=waiting`)) {
      const path = `${shop}/pipelines/release/runs/${id}/jobs/ask/approvals/${approval}`
      await call('POST', `${path}/approve`)
    }
    await systemClock.sleep(10)
  }
  throw new Error('the run did not end')
}

/** Whoever speaks to a process that is killed gets no answer, or half of one. */
const unlessKilled = (error: unknown): undefined => {
  if (!(error instanceof TypeError)) throw error
}

const everyLog = async (call: Call, run = '') => {
  const logs: Record<string, string[]> = {}
  for (const { id } of await call('GET', `${shop}/pipelines/release/runs/${run}/jobs`)) {
    const { steps } = await call('GET', `${shop}/pipelines/release/runs/${run}/jobs/${id}`)
    for (const { index } of steps) {
      const lines = await call('GET', `${shop}/pipelines/release/runs/${run}/jobs/${id}/steps/${index}/logs`)
      logs[`${id} ${index}`] = lines.map(({ message }: { message: string }) => message)
    }
  }
  return logs
}

test('an orchestrator that is killed again and again carries out a release once, and completely', async () => {
  const { open } = aFolder()
  let life = await open()
  const web = { profile: 'humanitec/default-module', spec: { containers: { main: { image: 'web:1' } } }, externals: {} }
  const { id: deltaId } = await life.call('POST', `${shop}/deltas`, { modules: { add: { web } } })
  await life.call('POST', `${shop}/pipelines`, release)
  await life.call('POST', `${shop}/pipelines/release/criteria`, { trigger: 'deployment_request', env_id: 'staging' })

  let run: string | undefined
  let lives = 0
  for (; run === undefined && lives < mostLives; lives += 1) {
    const { child, call } = life
    const following = follow(call, deltaId).catch(unlessKilled)
    const lifetime = systemClock.sleep(lifetimes[lives % lifetimes.length]! + growth * lives).then(() => undefined)
    run = await Promise.race([following, lifetime])
    await kill(child)
    run ??= await following
    life = await open()
  }
  const { call } = life

  // Otherwise it was not killed at many points.
  expect(lives).toBeGreaterThan(5)
  expect(await call('GET', '/orgs/local-org/pipeline-runs')).toMatchObject([{ id: run, status: 'succeeded' }])
  expect(await call('GET', `${shop}/approvals`)).toMatchObject([{ status: 'approved' }])
  expect(await call('GET', `${shop}/deltas/${deltaId}`)).toMatchObject({ metadata: { archived: true } })

  const deployments = await Promise.all(
    ['development', 'staging', 'production'].map((env) => call('GET', `${shop}/envs/${env}/deploys`)),
  )
  const all = deployments.flat() as {
    status: string
    pipeline: { job_id: string; step_index: number }
  }[]
  const steps = all.map(({ pipeline }) => `${pipeline.job_id} ${pipeline.step_index}`).toSorted()
  const expected = { beside: [0, 1, 2], production: [0, 2, 4, 5], staging: [1, 3, 4, 5] }
  expect(steps).toEqual(Object.entries(expected).flatMap(([job, indexes]) => indexes.map((index) => `${job} ${index}`)))
  expect(all.every(({ status }) => status === 'succeeded')).toBe(true)

  const logs = await everyLog(call, run)
  expect(Object.keys(logs)).toHaveLength(16)
  for (const [step, lines] of Object.entries(logs)) {
    expect(lines.length, step).toBeGreaterThan(0)
    expect([...new Set(lines)], step).toEqual(lines)
  }
  expect(logs['production 1']).toEqual(['halfway'])
}, 60_000)

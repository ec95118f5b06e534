import { expect, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

/** An environment in which something runs, and the inputs of a deployment that will fail there. */
const aFailureToCome = async () => {
  const served = await aServedShop({ workloads: { bad: { fail: { message: 'no image' } } } })
  const { inputs, deltaId, call } = served
  const good = await runBundle('deploy', { inputs: { ...inputs, env: 'staging', 'delta-id': deltaId } })
  const bad = { profile: 'humanitec/default-module', spec: { containers: { main: { image: 'bad:1' } } }, externals: {} }
  const { id } = (await call('POST', `${shop}/deltas`, { modules: { add: { bad } } })) as { id: string }
  served.requests.length = 0
  return {
    ...served,
    goodId: good.outputs['deployment-id'] ?? '',
    given: { ...inputs, env: 'staging', 'delta-id': id, 'rollback-on-failure': 'true' },
  }
}

test('rolls back what fails, says so everywhere, and fails', async () => {
  const { given, goodId, call, requests } = await aFailureToCome()
  const run = await runBundle('deploy', { inputs: given })
  expect(run).toMatchObject({ exitCode: 1, stderr: '' })
  expect(run.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'succeeded', 'rolled-back-to': goodId })
  expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(2)
  const [again, failed] = await call('GET', `${shop}/envs/staging/deploys`)
  expect(again).toMatchObject({ status: 'succeeded' })
  expect(again.comment).toContain(`Rollback of ${failed.id} to ${goodId}\ngithub: acme/shop@`)
  expect(run.outputs['deployment-id']).toBe(failed.id)
  expect(run.annotations.at(-1)).toContain(`Rolled back: deployment '${goodId}' was deployed again`)
  expect(run.summary).toContain(`### Rollback of staging to deployment ${goodId}: ✅ succeeded`)
})

test('names the run of the rollback, and cancels it, when the job is cancelled', async () => {
  const { given, runs, orchestrator } = await aFailureToCome()
  let isInterrupted = false
  const run = await runBundle('deploy', {
    inputs: { ...given, 'cancel-on-abort': 'true' },
    onOutput: (text, interrupt) => {
      if (text.includes('is in progress')) orchestrator.control.behave({ durationMs: 60_000 })
      if (isInterrupted || !text.includes("rolls 'staging' back")) return
      isInterrupted = true
      interrupt()
    },
  })
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ status: 'failed', 'rollback-status': 'cancelled', 'rolled-back-to': '' })
  const [rollback] = await runs()
  expect(rollback).toMatchObject({ status: 'cancelled' })
  expect(run.annotations.at(-1)).toContain(
    `Run '${rollback?.id}' of pipeline 'default': its cancellation was asked for`,
  )
})

test('leaves a rollback that the step was killed over to the post step', async () => {
  const { given, runs, orchestrator } = await aFailureToCome()
  const inputs = { ...given, 'cancel-on-abort': 'true' }
  const killed = await runBundle('deploy', {
    inputs,
    onOutput: (text, interrupt) => {
      if (text.includes('is in progress')) orchestrator.control.behave({ durationMs: 60_000 })
      if (text.includes("rolls 'staging' back")) interrupt('SIGKILL')
    },
  })
  expect(killed.exitCode).toBeNull()
  // Told before the rollback, for steps with `if: always()`.
  expect(killed.outputs).toMatchObject({ status: 'failed' })
  const post = await runBundle('deploy', { inputs, phase: 'post', state: killed.state })
  expect(post.annotations).toEqual([expect.stringContaining('its cancellation was asked for')])
  expect((await runs())[0]).toMatchObject({ status: 'cancelled' })
})

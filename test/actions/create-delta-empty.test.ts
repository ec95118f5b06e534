import { describe, expect, test } from 'vitest'
import { env, shop, aShopToChange, writes } from './a-shop-to-change.ts'

describe('nothing to change', () => {
  const images = 'web=ghcr.io/acme/web:1'

  test('makes no delta, and says so', async () => {
    const { run, deltas } = aShopToChange()
    const { runner, outputs, requests } = await run({ images })
    expect(runner.exitCode).toBe(0)
    expect(outputs).toMatchObject({ 'delta-id': '', empty: 'true', changes: '0' })
    expect(writes(requests)).toEqual([])
    expect(await deltas()).toEqual([])
    expect(runner.summaryText).toContain('### Plan for staging: nothing to deploy')
  })

  test('fails the step if told to, with the outputs set', async () => {
    const { run } = aShopToChange()
    const { runner, outputs } = await run({ images, 'fail-if-empty': 'true' })
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations.at(-1)?.message).toContain("Nothing would change in environment 'staging'")
    expect(outputs).toMatchObject({ 'delta-id': '', empty: 'true' })
  })

  test('an environment that was never deployed is never empty: all of it is new there', async () => {
    const { call, run, environment } = aShopToChange()
    const { last_deploy } = await environment(env)
    await call('POST', `${shop}/envs`, {
      id: 'clone',
      name: 'Clone',
      type: 'development',
      from_deploy_id: last_deploy.id,
    })
    const { outputs, plan, requests } = await run({ images, env: 'clone', 'fail-if-empty': 'true' })
    expect(requests).toHaveLength(3)
    expect(outputs).toMatchObject({ empty: 'false', changes: '3' })
    expect(outputs['delta-id']).toMatch(/^[0-9a-f]{40}$/)
    expect(plan).toMatchObject({
      unsettled: 'never-deployed',
      base: { deployment: last_deploy.id },
      current: { deployment: null, set: '0'.repeat(43) },
      target: { set: last_deploy.set_id },
    })
  })

  test('an environment without anything takes two calls', async () => {
    const { run } = aShopToChange()
    const { plan, requests } = await run({
      env: 'fresh',
      delta: '{"modules":{"add":{"web":{"spec":{"containers":{"main":{}}}}}}}',
      images: 'web=ghcr.io/acme/web:1',
    })
    expect(requests).toEqual([`GET ${shop}/envs/fresh`, `POST ${shop}/deltas`])
    expect(plan.changes).toMatchObject([
      {
        module: 'web',
        kind: 'added',
        path: '',
        after: { spec: { containers: { main: { image: 'ghcr.io/acme/web:1' } } } },
      },
    ])
  })

  test('an environment that was rebased is never empty, even onto the same set', async () => {
    const { call, run, environment, deploy } = aShopToChange()
    const { last_deploy: first } = await environment(env)
    await deploy(env, {})
    await call('PUT', `${shop}/envs/staging/from_deploy_id`, JSON.stringify(first.id))
    const { outputs, plan, requests } = await run({ images })
    expect(requests).toHaveLength(3)
    expect(outputs).toMatchObject({ empty: 'false', changes: '0' })
    expect(outputs['delta-id']).not.toBe('')
    expect(plan).toMatchObject({ unsettled: 'rebased', base: { deployment: first.id } })
  })

  test('the plan of a rebased environment has what the rebase brings, for one call more', async () => {
    const { call, run, environment, deploy } = aShopToChange()
    const { last_deploy: first } = await environment(env)
    const { outputs } = await run({ images: 'web=ghcr.io/acme/web:2' })
    await deploy(env, { delta_id: outputs['delta-id'] })
    await call('PUT', `${shop}/envs/staging/from_deploy_id`, JSON.stringify(first.id))
    const { plan, requests } = await run({ images: 'api=ghcr.io/acme/api:2' })
    expect(requests).toHaveLength(4)
    expect(plan.changes).toMatchObject([
      { module: 'api', before: 'ghcr.io/acme/api:1', after: 'ghcr.io/acme/api:2' },
      { module: 'web', before: 'ghcr.io/acme/web:2', after: 'ghcr.io/acme/web:1' },
    ])
  })

  test('after a failed deployment the same release is not empty, so that a re-run deploys it', async () => {
    const { run, deploy, orchestrator, environment } = aShopToChange()
    const { outputs } = await run({ images: 'web=ghcr.io/acme/web:2' })
    orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
    await deploy(env, { delta_id: outputs['delta-id'] })
    expect((await environment(env)).last_deploy.status).toBe('failed')
    const again = await run({ images: 'web=ghcr.io/acme/web:2' })
    expect(again.outputs).toMatchObject({ empty: 'false', changes: '0' })
    expect(again.plan.unsettled).toBe('last-deployment-failed')
    expect(again.outputs['delta-id']).not.toBe('')
  })
})

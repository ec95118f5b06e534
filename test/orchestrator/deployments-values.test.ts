import { describe, expect, test } from 'vitest'
import { seconds, shop } from './a-shop.ts'
import { at, aValueShop } from './value-shop.ts'

const unknown = '01234567-89ab-4def-8123-456789abcdef'

/** A workload whose variables mention these values. */
const module = (...keys: string[]) => ({
  profile: 'humanitec/default-module',
  spec: {
    containers: {
      main: {
        image: 'registry.test/web:1',
        variables: Object.fromEntries(keys.map((key) => [key, `is \${values.${key}}!`])),
      },
    },
  },
  externals: {},
})

const aDeployingShop = () => {
  const made = aValueShop()
  const { call, ok, get, after, versions } = made
  const deploys = (envId: string) => `${at(envId)}/deploys`
  return {
    ...made,
    newest: async (envId?: string): Promise<string> => (await versions(envId))[0]?.id ?? '',
    deploy: (envId: string, request: object = {}) => call('POST', deploys(envId), request),
    /** Deploys, waits for the end, and gives the deployment with its errors. */
    deployed: async (envId: string, request: object = {}) => {
      const { id } = await ok(call('POST', deploys(envId), request))
      await after(seconds(3))
      const deployment = await get(`${deploys(envId)}/${id}`)
      return { deployment, errors: await get(`${deploys(envId)}/${id}/errors`) }
    },
    aDeltaOf: async (modules: object, shared: object[] = []): Promise<string> =>
      (await ok(call('POST', `${shop}/deltas`, { modules: { add: modules }, shared }))).id,
  }
}

describe('a deployment', () => {
  test('has no version of the values while there is none', async () => {
    const { deployed } = aDeployingShop()
    expect((await deployed('staging')).deployment).not.toHaveProperty('value_set_version_id')
  })

  test('takes the newest version that its environment sees', async () => {
    const { create, deployed, newest } = aDeployingShop()
    await create('A', '1')
    const first = await newest()
    expect((await deployed('staging')).deployment).toMatchObject({ value_set_version_id: first, status: 'succeeded' })
    await create('A', 'own', 'staging')
    const own = await newest('staging')
    expect(own).not.toBe(first)
    expect((await deployed('staging')).deployment).toMatchObject({ value_set_version_id: own })
    expect((await deployed('production')).deployment).toMatchObject({ value_set_version_id: first })
    await create('B', '1')
    expect((await deployed('staging')).deployment).toMatchObject({ value_set_version_id: await newest() })
  })

  test('takes the version that is asked for', async () => {
    const { create, patch, deployed, newest } = aDeployingShop()
    await create('A', '1')
    const first = await newest()
    await patch('A', '2')
    expect((await deployed('staging', { value_set_version_id: first })).deployment).toMatchObject({
      value_set_version_id: first,
    })
    expect((await deployed('staging', { value_set_version_id: null })).deployment).toMatchObject({
      value_set_version_id: await newest(),
    })
  })

  test('with a version that does not exist, or is another environment’s, is refused with 400', async () => {
    const { create, deploy, request, newest, aDeltaOf, get } = aDeployingShop()
    await create('A', '1')
    await create('A', 'own', 'production')
    const delta_id = await aDeltaOf({ web: module() })
    for (const value_set_version_id of [unknown, await newest('production')]) {
      const answer = await deploy('staging', { value_set_version_id })
      expect(answer).toMatchObject({ status: 400 })
      expect(answer.body.message).toContain(`value_set_version_id '${value_set_version_id}' is not a version that`)
      const asked = await request({ env_id: 'staging', delta_id, value_set_version_id })
      expect(asked).toMatchObject({ status: 400 })
      expect(asked.body.message).toContain(`value_set_version_id '${value_set_version_id}' is not a version that`)
    }
    expect(await get(`${shop}/envs/staging/deploys`)).toEqual([])
  })

  test('that is repeated has the values that it had', async () => {
    const { create, patch, deployed, request, after, get, newest } = aDeployingShop()
    await create('A', '1')
    const { deployment } = await deployed('staging')
    await patch('A', '2')
    const { body } = await request({ env_id: 'staging', deployment_id: deployment.id })
    expect(body.inputs).toMatchObject({ value_set_version_id: deployment.value_set_version_id })
    await after(seconds(3))
    const [last] = await get(`${shop}/envs/staging/deploys`)
    expect(last).toMatchObject({ value_set_version_id: deployment.value_set_version_id, status: 'succeeded' })
    expect(last.value_set_version_id).not.toBe(await newest())
  })

  test('that is repeated elsewhere leaves behind what its environment had of its own', async () => {
    const { create, deployed, request, after, get, newest } = aDeployingShop()
    await create('A', '1')
    await create('A', 'own', 'staging')
    const { deployment } = await deployed('staging')
    const { body } = await request({ env_id: 'production', deployment_id: deployment.id })
    expect(body.inputs).not.toHaveProperty('value_set_version_id')
    await after(seconds(3))
    expect(await get(`${shop}/envs/production/deploys`)).toMatchObject([
      { value_set_version_id: await newest(), status: 'succeeded' },
    ])
  })
})

describe('a deployment with a version of which a value was purged', () => {
  test('fails, naming the key and the version, and nothing of it comes up', async () => {
    const { create, patch, act, deployed, newest, get, aDeltaOf } = aDeployingShop()
    await create('A', 'leaked')
    const version = await newest()
    await patch('A', '2')
    await act('purge/A', version)
    const { deployment, errors } = await deployed('staging', {
      value_set_version_id: version,
      delta_id: await aDeltaOf({ web: module() }),
    })
    expect(deployment).toMatchObject({ status: 'failed', value_set_version_id: version })
    expect(errors).toEqual([
      {
        code: 'VAL-001',
        error_type: 'value',
        scope: 'environment',
        object_id: 'staging',
        summary: "Value 'A' was purged",
        message: `Value 'A' of value set version '${version}' was purged: deploy with a version that does not have it.`,
      },
    ])
    expect((await get(`${shop}/envs/staging/runtime`)).modules).toEqual({})
    expect((await deployed('staging')).deployment).toMatchObject({ status: 'succeeded' })
  })

  test('fails when an earlier one is repeated, and so does its run, with the reason', async () => {
    const { create, patch, act, deployed, request, after, run, newest } = aDeployingShop()
    await create('A', 'leaked')
    const version = await newest()
    const { deployment } = await deployed('staging')
    await patch('A', '2')
    await act('purge/A', version)
    const { body } = await request({ env_id: 'staging', deployment_id: deployment.id })
    await after(seconds(3))
    const ended = await run(body)
    expect(ended.status).toBe('failed')
    expect(ended.status_message).toContain(`Value 'A' of value set version '${version}' was purged`)
  })
})

describe('a placeholder in a set', () => {
  test('that names a value is filled, and a secret may fill it', async () => {
    const { create, call, deployed, aDeltaOf } = aDeployingShop()
    await create('A.b-c_D', '1')
    await call('POST', `${shop}/values`, { key: 'S', value: 's', description: null, is_secret: true })
    const { deployment } = await deployed('staging', { delta_id: await aDeltaOf({ web: module('A.b-c_D', 'S') }) })
    expect(deployment).toMatchObject({ status: 'succeeded' })
  })

  test('that names none fails the deployment, for each workload and shared resource', async () => {
    const { create, deployed, aDeltaOf } = aDeployingShop()
    await create('A', '1')
    const delta_id = await aDeltaOf({ web: module('A', 'B', 'constructor'), api: module('B'), fine: module('A') }, [
      { op: 'add', path: '/dns', value: { type: 'dns', params: { host: '${values.HOST}' } } },
    ])
    const { deployment, errors } = await deployed('staging', { delta_id })
    expect(deployment).toMatchObject({ status: 'failed' })
    const named = (errors as { scope: string; object_id: string; summary: string }[]).map(
      ({ scope, object_id, summary }) => `${scope} ${object_id}: ${summary}`,
    )
    expect(named.toSorted()).toEqual([
      "resource dns: Value 'HOST' cannot be resolved",
      "workload api: Value 'B' cannot be resolved",
      "workload web: Value 'B' cannot be resolved",
      "workload web: Value 'constructor' cannot be resolved",
    ])
    expect(errors).toContainEqual({
      code: 'VAL-002',
      error_type: 'value',
      scope: 'workload',
      object_id: 'api',
      summary: "Value 'B' cannot be resolved",
      message: "${values.B} in workload 'api' names a shared value that the environment does not have.",
    })
  })

  test('is looked up in the version that is deployed', async () => {
    const { create, remove, deployed, newest, aDeltaOf } = aDeployingShop()
    await create('A', '1')
    const first = await newest()
    await remove('A')
    const delta_id = await aDeltaOf({ web: module('A') })
    expect((await deployed('staging', { delta_id })).deployment).toMatchObject({ status: 'failed' })
    expect((await deployed('staging', { delta_id, value_set_version_id: first })).deployment).toMatchObject({
      status: 'succeeded',
    })
  })

  test('that is escaped is none', async () => {
    const { deployed, aDeltaOf } = aDeployingShop()
    const web = { ...module(), spec: { text: '$\\{values.A} ${value.A} ${values.} ${shared.values.A}' } }
    expect((await deployed('staging', { delta_id: await aDeltaOf({ web }) })).deployment).toMatchObject({
      status: 'succeeded',
    })
  })
})

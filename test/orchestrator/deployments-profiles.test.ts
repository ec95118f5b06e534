import { describe, expect, test } from 'vitest'
import { aShop, seconds, shop } from './a-shop.ts'

const chart = { id: 'humanitec/default-module', version: '1.0.0' }
const profiles = '/orgs/local-org/workload-profiles'

/** Deploys a workload of each of these profiles, and waits for the end. */
const deployer =
  ({ call, get, after }: ReturnType<typeof aShop>) =>
  async (workloads: Record<string, object>) => {
    const { body: set_id } = await call('POST', `${shop}/sets/0`, { modules: { add: workloads } })
    const { body, status } = await call('POST', `${shop}/envs/development/deploys`, { set_id })
    expect(status).toBe(201)
    await after(seconds(3))
    const path = `${shop}/envs/development/deploys/${body.id}`
    return { deployment: await get(path), errors: await get(`${path}/errors`), run: body.pipeline }
  }

describe('a workload', () => {
  test.each([
    'humanitec/default-module',
    'humanitec/default-cronjob',
    'humanitec/default-job',
    'local-org/my-profile',
    'my-profile',
  ])('of the profile %s is deployed', async (profile) => {
    const made = aShop()
    const spec_definition = { properties: {} }
    await made.call('POST', profiles, { id: 'my-profile', spec_definition, workload_profile_chart: chart })
    const { deployment, errors } = await deployer(made)({ web: { profile, spec: {} } })
    expect(deployment).toMatchObject({ status: 'succeeded' })
    expect(errors).toEqual([])
  })

  test('that names no profile has the default one', async () => {
    const { deployment } = await deployer(aShop())({ web: { spec: {} } })
    expect(deployment).toMatchObject({ status: 'succeeded' })
  })

  test.each(['moon', 'humanitec/moon', 'default-module', 'another-org/default-module', 'humanitec/', ' '])(
    'of the profile %j, which there is not, fails the deployment',
    async (profile) => {
      const fine = { profile: 'humanitec/default-job', spec: {} }
      const { deployment, errors } = await deployer(aShop())({ web: { profile, spec: {} }, fine })
      expect(deployment).toMatchObject({ status: 'failed' })
      expect(errors).toEqual([
        {
          code: 'WLP-001',
          error_type: 'workload',
          scope: 'workload',
          object_id: 'web',
          summary: "Workload 'web' has a profile that does not exist",
          message: `Workload 'web' has the profile '${profile}', which does not exist: name a built-in one, such as 'humanitec/default-module', or one of the organization's own.`,
        },
      ])
    },
  )
})

test('a profile that has been deleted fails the next deployment, and the cluster keeps what ran', async () => {
  const made = aShop()
  const deploy = deployer(made)
  const spec_definition = { properties: {} }
  await made.call('POST', profiles, { id: 'my-profile', spec_definition, workload_profile_chart: chart })
  await deploy({ web: { profile: 'my-profile', spec: {} } })
  await made.after(seconds(3))
  const before = await made.get(`${shop}/envs/development/runtime`)
  expect(await made.call('DELETE', `${profiles}/my-profile`)).toMatchObject({ status: 204 })
  const { deployment, run } = await deploy({ web: { profile: 'my-profile', spec: {} } })
  expect(deployment).toMatchObject({ status: 'failed' })
  expect(await made.get(`${shop}/envs/development/runtime`)).toEqual(before)
  const { status, status_message } = await made.run({ id: run.run_id, pipeline_id: run.id })
  expect(status).toBe('failed')
  expect(status_message).toContain("Workload 'web' has the profile 'my-profile', which does not exist")
})

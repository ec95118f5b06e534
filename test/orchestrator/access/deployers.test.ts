import { describe, expect, test } from 'vitest'
import { acme, acmeShop, withPeople } from '../people.ts'

const envs = `${acmeShop}/envs`
const qa = { id: 'qa', name: 'QA' }

describe('environments of a type', () => {
  test.each([
    ['made', 'development', 201],
    ['refused', 'production', 403],
  ])('are %s by developers who may deploy to it: %s', async (_, type, status) => {
    const { by, ids } = withPeople()
    expect(await by('dev', 'POST', envs, { ...qa, type })).toMatchObject({ status })
    expect(ids((await by('vera', 'GET', envs)).body).includes('qa')).toBe(status === 201)
  })

  test('are refused where the type comes from the deployment that they begin with', async () => {
    const { by } = withPeople()
    const { body: deployment } = await by('ada', 'POST', `${envs}/prod/deploys`, {})
    const refusal = await by('dev', 'POST', envs, { ...qa, from_deploy_id: deployment.id })
    expect(refusal).toMatchObject({ status: 403 })
    expect(refusal.body.message).toContain("environment type 'production'")
  })

  test('are deleted by those who may make them', async () => {
    const { by } = withPeople()
    expect(await by('dev', 'DELETE', `${envs}/prod`)).toMatchObject({ status: 403 })
    expect(await by('mia', 'DELETE', `${envs}/dev`)).toMatchObject({ status: 403 })
    expect(await by('dev', 'DELETE', `${envs}/dev`)).toMatchObject({ status: 204 })
  })
})

test('an owner deletes an application only when it may deploy to all its environments', async () => {
  const { by } = withPeople()
  const remove = () => by('owen', 'DELETE', acmeShop)
  for (const type of ['development', 'production']) {
    expect(await remove()).toMatchObject({ status: 403 })
    await by('ada', 'POST', `${acme}/env-types/${type}/users`, { id: 'owen', role: 'deployer' })
  }
  expect(await remove()).toMatchObject({ status: 204 })
})

test('whoever creates an application gets its first environment without being a deployer, and no other', async () => {
  const { by } = withPeople()
  const mine = `${acme}/apps/mine`
  expect(await by('max', 'POST', `${acme}/apps`, { id: 'mine', name: 'Mine' })).toMatchObject({ status: 201 })
  expect(await by('max', 'GET', `${mine}/envs/development`)).toMatchObject({ status: 200 })
  expect(await by('max', 'POST', `${mine}/envs`, qa)).toMatchObject({ status: 403 })
})

test.each([
  ['ada', ['shop', 'other']],
  ['olga', ['shop', 'other']],
  ['vera', ['shop']],
  ['mia', ['shop']],
  ['max', []],
  ['bot', []],
])('%s finds the applications that it has a role on: %j', async (user, applications) => {
  const { by, ids } = withPeople()
  expect(ids((await by(user, 'GET', `${acme}/apps`)).body)).toEqual(applications)
})

import { expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'
import { acme, acmeShop, withPeople } from './people.ts'

const types = `${acme}/env-types`

test('an organization has the type development from the start, and what is not described says nothing', async () => {
  const { call } = startOrchestrator()
  const own = '/orgs/local-org/env-types'
  expect((await call('GET', own)).body).toMatchObject([{ id: 'development' }])
  expect(await call('POST', own, { id: 'qa' })).toMatchObject({ status: 201, body: { id: 'qa', description: '' } })
  expect((await call('GET', own)).body).toHaveLength(2)
})

test('an environment type is made, looked at, described and deleted', async () => {
  const { by } = withPeople()
  const qa = { id: 'qa', description: 'For testers' }
  expect(await by('ada', 'POST', types, qa)).toMatchObject({ status: 201, body: qa })
  expect(await by('mia', 'GET', `${types}/qa`)).toMatchObject({ status: 200, body: qa })
  const described = { id: 'qa', description: 'For everybody' }
  expect(await by('ada', 'PATCH', `${types}/qa`, { description: 'For everybody' })).toMatchObject({ body: described })
  expect((await by('mia', 'GET', types)).body).toContainEqual(described)
  expect(await by('ada', 'DELETE', `${types}/qa`)).toMatchObject({ status: 204 })
  expect(await by('mia', 'GET', `${types}/qa`)).toMatchObject({ status: 404 })
})

test('environments are of a type only once there is one', async () => {
  const { by } = withPeople()
  const make = () => by('ada', 'POST', `${acmeShop}/envs`, { id: 'test', name: 'Test', type: 'qa' })
  expect(await make()).toMatchObject({
    status: 400,
    body: { message: "Environment type 'qa' does not exist in organization 'acme'." },
  })
  await by('ada', 'POST', types, { id: 'qa' })
  expect(await make()).toMatchObject({ status: 201, body: { type: 'qa' } })
})

test('a type in use is not deleted, and the answer names its environments', async () => {
  const { by } = withPeople()
  expect(await by('ada', 'DELETE', `${types}/production`)).toMatchObject({
    status: 409,
    body: [{ app_id: 'shop', env_id: 'prod' }],
  })
  await by('ada', 'DELETE', `${acmeShop}/envs/prod`)
  expect(await by('ada', 'DELETE', `${types}/production`)).toMatchObject({ status: 204 })
})

test.each([
  ['exists', { id: 'development' }, 409],
  ['has an id that is none', { id: 'Not An Id' }, 422],
  ['has an id of one character', { id: 'q' }, 422],
  ['has no id', { description: 'Nameless' }, 422],
  ['is no JSON', '{', 422],
])('a type that %s is not made', async (_, body, status) => {
  const { by } = withPeople()
  const before = (await by('ada', 'GET', types)).body
  expect(await by('ada', 'POST', types, body)).toMatchObject({ status })
  expect((await by('ada', 'GET', types)).body).toEqual(before)
})

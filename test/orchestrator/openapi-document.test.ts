import { expect, test } from 'vitest'
import { contractOperations } from '../../src/contract/validation/operations.ts'
import { startOrchestrator } from '../support/orchestrator.ts'

const anonymous = { authorization: '' }

test('the contract is there for everybody, as JSON, and says where the orchestrator is', async () => {
  const { status, headers, body } = await startOrchestrator().call('GET', '/openapi.json', undefined, anonymous)
  expect(status).toBe(200)
  expect(headers).toEqual({ 'content-type': 'application/json' })
  expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://orchestrator.test' }] })
})

test('it has a title, and every operation', async () => {
  const { body } = await startOrchestrator().call('GET', '/openapi.json')
  expect(body.info).toEqual({ title: expect.any(String), version: expect.any(String) })
  const known = contractOperations().flatMap(([path, operations]) =>
    [...operations.values()].map(({ method, operationId }) => ({ path, method, operationId })),
  )
  expect(known.length).toBeGreaterThan(200)
  for (const { path, method, operationId } of known) {
    expect(body.paths[path][method]).toMatchObject({ operationId })
  }
})

test('every answer in it is described, as OpenAPI wants it, or described elsewhere', async () => {
  const { body } = await startOrchestrator().call('GET', '/openapi.json')
  const operations = Object.values(body.paths).flatMap((item) => Object.values(item as Record<string, object>))
  const responses = operations.flatMap((operation) => ('responses' in operation ? [operation.responses] : []))
  const all = [...responses, body.components.responses].flatMap((each) => Object.values(each as object) as object[])
  expect(all.length).toBeGreaterThan(1000)
  expect(all.filter((response) => !('description' in response) && !('$ref' in response))).toEqual([])
})

test('nothing else is answered without a token, and nobody can put another one there', async () => {
  const { call } = startOrchestrator()
  expect(await call('GET', '/orgs/local-org', undefined, anonymous)).toMatchObject({ status: 401 })
  expect(await call('PUT', '/openapi.json', {}, anonymous)).toMatchObject({ status: 404 })
})

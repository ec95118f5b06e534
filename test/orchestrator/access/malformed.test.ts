import { expect, test } from 'vitest'
import { contractOperations } from '../../../src/contract/validation/operations.ts'
import { asker, operations } from './asking.ts'
import { aWorld } from './world.ts'

const inContract = new Map(
  contractOperations().flatMap(([, all]) => [...all.values()].map((operation) => [operation.operationId, operation])),
)

const takeJson = operations.filter(({ id }) => inContract.get(id)?.body?.schemas.has('application/json'))

test.each([
  ['no JSON', '{'],
  ['of another type', '[[1]]'],
  ['missing', ''],
])('a body that is %s is refused with a status that the contract has for it', async (_, body) => {
  const ask = asker(await aWorld())
  const others: Record<string, number> = {}
  for (const operation of takeJson) {
    const { status } = await ask('administrator', operation, { body })
    const isDeclared = inContract.get(operation.id)?.responses.has(String(status)) === true
    if (![400, 422].includes(status) || !isDeclared) others[operation.id] = status
  }
  expect(others).toEqual({})
})

test('a path that is not percent-encoded correctly is refused, whatever it is asked for', async () => {
  const { call } = await aWorld()
  const others: Record<string, number> = {}
  for (const { id, method, path } of operations.filter(({ path }) => path.includes('{'))) {
    const { status } = await call(method, path.replaceAll(/\{\w+\}/g, '%E0%A4'))
    if (status !== 400) others[id] = status
  }
  expect(others).toEqual({})
})

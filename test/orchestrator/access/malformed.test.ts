import { expect, test } from 'vitest'
import { contractOperations } from '../../../src/contract/validation/operations.ts'
import { asker, codeOf, operations, reasonOf } from './asking.ts'
import { aWorld } from './world.ts'

const inContract = new Map(
  contractOperations().flatMap(([, all]) => [...all.values()].map((operation) => [operation.operationId, operation])),
)

const takeJson = operations.filter(({ id }) => inContract.get(id)?.body?.schemas.has('application/json'))

test.each([
  ['no JSON', '{', /^The body is not JSON: .+/],
  [
    'of another type',
    '[[1]]',
    /^body(?:\/0)? must be (?:object|string|boolean)(?:; body must match exactly one schema in oneOf)?$/,
  ],
  ['missing', '', /^The request needs a JSON body\.$/],
])('a body that is %s is refused with a status that the contract has for it, and the reason', async (_, body, text) => {
  const ask = asker(await aWorld())
  const others: Record<string, unknown> = {}
  for (const operation of takeJson) {
    const answer = await ask('administrator', operation, { body })
    const { status } = answer
    const isDeclared = inContract.get(operation.id)?.responses.has(String(status)) === true
    if (![400, 422].includes(status) || !isDeclared) others[operation.id] = status
    else if (!text.test(reasonOf(answer) ?? '')) others[operation.id] = answer.body
    expect([status === 400 ? 'API-001' : 'API-007', undefined]).toContain(codeOf(answer))
  }
  expect(others).toEqual({})
})

test('a path that is not percent-encoded correctly is refused, whatever it is asked for', async () => {
  const { call } = await aWorld()
  const others: Record<string, unknown> = {}
  for (const { id, method, path } of operations.filter(({ path }) => path.includes('{'))) {
    const { status, body } = await call(method, path.replaceAll(/\{\w+\}/g, '%E0%A4'))
    const isExplained = body?.message === 'The path is not percent-encoded correctly.' && body.error === 'API-001'
    if (status !== 400 || !isExplained) others[id] = { status, body }
  }
  expect(others).toEqual({})
})

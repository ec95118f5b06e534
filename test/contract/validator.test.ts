import { expect, test } from 'vitest'
import { contractOperations } from '../../src/contract/validation/operations.ts'
import { contractValidator } from '../../src/contract/validation/validator.ts'

const validator = contractValidator()

const json = 'application/json'
const operation = (operationId: string) => {
  const all = contractOperations().flatMap(([, operations]) => Array.from(operations.values()))
  const found = all.find((each) => each.operationId === operationId)
  if (!found) throw new Error(`there is no ${operationId}`)
  return found
}

const path = { orgId: 'acme', appId: 'shop', envId: 'qa' }

test('parameters become what the contract says they are', () => {
  const search = new URLSearchParams('app=shop&app=other&completed=true&per_page=20')
  expect(validator.parameters(operation('listPipelineRunsInOrg'), { orgId: 'acme' }, search)).toEqual({
    value: { path: { orgId: 'acme' }, query: { app: ['shop', 'other'], completed: true, per_page: 20 } },
  })
})

test.each([
  [{ ...path, orgId: 'A' }, '', "path parameter 'orgId' must match pattern"],
  [{ orgId: 'acme', appId: 'shop' }, '', "path parameter 'envId' is missing"],
  [path, 'limit=none', "query parameter 'limit' must match pattern"],
  [path, 'asc=1.5', "query parameter 'asc' must be boolean"],
])('of %j with %j names what is wrong', (given, query, problem) => {
  const checked = validator.parameters(operation('listContainerLogs'), given, new URLSearchParams(query))
  expect(checked).toEqual({ problem: expect.stringContaining(problem) })
})

test.each([
  ['createApplication', '{"id":"shop","name":"Shop"}', { value: { id: 'shop', name: 'Shop' } }],
  ['updatePipeline', 'id: it', { value: 'id: it' }],
  ['getApplication', 'whatever', { value: undefined }],
  ['createApplication', '', { problem: 'The request needs a JSON body.' }],
  ['createApplication', '{', { problem: expect.stringContaining('The body is not JSON') }],
  ['createApplication', '{"id":"shop"}', { problem: "body must have required property 'name'" }],
  [
    'createApplication',
    '{"id":"shop","name":7,"env":[]}',
    { problem: 'body/name must be string; body/env must be object' },
  ],
])('the body of %s as %j', (operationId, text, checked) => {
  expect(validator.body(operation(operationId), 'text/plain', text)).toEqual(checked)
})

test.each([
  [
    '9007199254740993',
    "'timeout' is the number 9007199254740993, which is too large to be kept exactly: give it as text.",
  ],
  ['-12345678901234567890', "'timeout' is the number -12345678901234567890, which"],
  ['9007199254740993.0', "'timeout' is the number 9007199254740993.0, which"],
  ['90071992547409930e-1', "'timeout' is the number 90071992547409930e-1, which"],
  ['90071992.54740993E+8', "'timeout' is the number 90071992.54740993E+8, which"],
  ['9007199254740993.5', "'timeout' is the number 9007199254740993.5, which"],
  // Two to the power of sixty is there exactly, but JavaScript would write 1152921504606847000.
  ['1152921504606846976', "'timeout' is the number 1152921504606846976, which"],
  ['1e999', "'timeout' is the number 1e999, which"],
  [`1${'0'.repeat(400)}`, `'timeout' is the number 1${'0'.repeat(39)}…, which`],
])('a body with the number %s is refused, since it would become another', (number, problem) => {
  const body = `{"id":"shop","name":"Shop","env":{"deep":[{"timeout":${number}}]}}`
  const checked = validator.body(operation('createApplication'), json, body)
  expect(checked).toEqual({ problem: expect.stringContaining(problem) })
})

test.each([
  '9007199254740991',
  '-9007199254740991',
  '9007199254740991.0',
  '-900719925474099.1e1',
  '9007199254740992',
  '1152921504606847000',
  '1e21',
  '100000000000000000000000',
  '-1.5e300',
  '0.1234567890123456789',
  '12E+2',
  '0e9999',
])('a body with the number %s is taken', (number) => {
  const body = `{"id":"shop","name":"123456789012345678 and 1e999","more":${number}}`
  expect(validator.body(operation('createApplication'), json, body)).toEqual({ value: JSON.parse(body) })
})

test.each([
  ['in a list', '[1,[12345678901234567890]]', 'body has the number 12345678901234567890, which'],
  [
    'under a key that is not fit to be shown',
    `{"${'k'.repeat(100)}\\n":1e999}`,
    `'${'k'.repeat(40)}…' is the number 1e999, which`,
  ],
  ['after texts with quotation marks', '{"a\\"":"\\\\","b":"\\"1e999","c" : 1e999}', "'c' is the number 1e999, which"],
  ['nested however deep', `${'['.repeat(5000)}1e999${']'.repeat(5000)}`, 'body has the number 1e999, which'],
])('a number that is refused is found %s', (_, env, problem) => {
  const checked = validator.body(operation('createApplication'), json, `{"id":"shop","name":"Shop","env":${env}}`)
  expect(checked).toEqual({ problem: expect.stringContaining(problem) })
})

test('a number of however many digits is refused at once', { timeout: 5000 }, () => {
  const body = `{"id":"shop","name":"Shop","more":[9007199254740992.${'0'.repeat(8_000_000)}, 9007199254740993.${'0'.repeat(8_000_000)}]}`
  expect(validator.body(operation('createApplication'), json, body)).toEqual({
    problem: expect.stringContaining(`body has the number 9007199254740993.${'0'.repeat(23)}…, which`),
  })
})

test('a body is not taken for broken because a large number lies deep in it', () => {
  const body = `{"id":"shop","name":"Shop","more":${'['.repeat(5000)}1e21${']'.repeat(5000)}}`
  expect(validator.body(operation('createApplication'), json, body)).toHaveProperty('value')
})

const error = { error: 'API-003', message: 'no' }

test.each([
  ['getRuntime', 200, json, { namespace: 'a', modules: {} }, undefined],
  ['getRuntime', 200, 'application/v2+json', { namespace: 'a', modules: {} }, undefined],
  ['getRuntime', 200, 'application/v2+json', { modules: {} }, "body must have required property 'namespace'"],
  ['getRuntime', 200, 'text/html', '<p>', 'status 200 has no body of type text/html in the contract'],
  ['getRuntime', 404, json, error, undefined],
  ['getRuntime', 218, json, error, 'status 218 is not in the contract'],
  ['getRuntime', 418, json, error, undefined],
  ['getRuntime', 418, json, { message: 'no' }, "body must have required property 'error'"],
  ['updatePaused', 204, json, undefined, undefined],
  ['updatePaused', 204, json, {}, 'status 204 has no body in the contract'],
])('the answer of %s with %i as %s: %j', (operationId, status, contentType, body, problem) => {
  expect(validator.responseProblem(operation(operationId), status, { contentType, body })).toBe(problem)
})

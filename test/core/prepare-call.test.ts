import { expect, test } from 'vitest'
import { findOperation } from '../../src/core/find-operation.ts'
import { bodyFormOf, type CallRequest, prepareCall } from '../../src/core/prepare-call.ts'
import { fakeRandom } from '../support/fake-random.ts'

const values = new Map(
  Object.entries({ orgId: 'acme', appId: 'shop', envId: 'qa', key: 'PORT', pipelineId: 'p1', runId: 'r1' }),
)

/** The operation, with what its path needs of these values. */
const found = (operationId: string) => findOperation({ operationId }, { given: new Map(), known: values })

const prepare = (
  operationId: string,
  request: { query?: CallRequest['query']; headers?: Record<string, string>; body?: unknown; path?: object } = {},
) => {
  const { operation, path } = found(operationId)
  const { query = {}, headers = {}, body } = request
  return prepareCall(
    { operation, path: { ...path, ...request.path }, query, headers: new Map(Object.entries(headers)), body },
    fakeRandom(),
  )
}

test('a call that is right is passed on as it is', () => {
  const query = { app: ['shop', 'other'], per_page: 20, completed: true }
  expect(prepare('listPipelineRunsInOrg', { query }).options).toMatchObject({ path: { orgId: 'acme' }, query })
})

test('a map becomes a query in brackets', () => {
  const query = { match: { env_id: 'qa' } }
  expect(prepare('listPipelineCriteria', { query }).options.query).toEqual(query)
})

test('the creation of a run has a key of its own, or the one that is given', () => {
  const body = { trigger: 'deployment_request', env_id: 'qa' }
  expect(prepare('requestDeployment', { body }).options.idempotencyKey).toMatch(/./)
  const headers = { 'idempotency-key': 'mine' }
  expect(prepare('requestDeployment', { body, headers }).options).toMatchObject({
    idempotencyKey: 'mine',
    headers: {},
  })
  expect(prepare('getApplication').options).not.toHaveProperty('idempotencyKey')
})

test('headers are sent whatever their case, and the form of an answer can be asked for where there is a choice', () => {
  expect(prepare('deletePipeline', { headers: { 'IF-MATCH': '"1"' } }).options.headers).toEqual({ 'if-match': '"1"' })
  const headers = { accept: 'application/v2+json' }
  expect(prepare('getRuntime', { headers }).options.headers).toEqual(headers)
})

test.each([
  ['createApplication', 'json'],
  ['updatePaused', 'json'],
  ['rebaseEnvironment', 'json-string'],
  ['updatePipeline', 'text'],
  ['getApplication', 'none'],
])('the body of %s is written as %s', (operationId, form) => {
  expect(bodyFormOf(found(operationId).operation)).toBe(form)
})

test('what is not JSON keeps its type', () => {
  expect(prepare('updatePipeline', { body: 'id: p1' }).options).toMatchObject({
    body: 'id: p1',
    contentType: 'application/x-yaml',
  })
})

test.each([
  [
    'getApplication',
    { query: { page: 1 } },
    "Input 'query' has 'page', which is no query parameter of getApplication. It has none.",
  ],
  [
    'listPipelineRunsInOrg',
    { query: { stauts: 'failed' } },
    "Input 'query' has 'stauts', which is no query parameter of listPipelineRunsInOrg (did you mean 'status'?). It has",
  ],
  ['listPipelineRunsInOrg', { query: { per_page: 1000 } }, "query parameter 'per_page' must be <= 100"],
  [
    'listPipelineRunsInOrg',
    { query: { status: null } },
    "Input 'query': 'status' of listPipelineRunsInOrg has to be a list of texts.",
  ],
  [
    'listPipelineRunsInOrg',
    { query: { status: [['failed']] } },
    "Input 'query': 'status' of listPipelineRunsInOrg has to be a list of texts.",
  ],
  [
    'listPipelineRunsInOrg',
    { query: { per_page: { a: 1 } } },
    "'per_page' of listPipelineRunsInOrg has to be one text, number or boolean.",
  ],
  [
    'listPipelineRunsInOrg',
    { query: { per_page: [1, 2] } },
    "'per_page' of listPipelineRunsInOrg has to be one text, number or boolean.",
  ],
  ['listPipelineCriteria', { query: { match: 'qa' } }, "'match' of listPipelineCriteria has to be a mapping of texts."],
  [
    'getRuntime',
    { headers: { Accept: 'text/html' } },
    "Input 'headers': getRuntime does not answer with 'text/html'. Write Accept: application/json",
  ],
  ['listRuntime', {}, "listRuntime: query parameter 'id' is missing."],
  ['getApplication', { path: { orgId: 'Not An Id' } }, "getApplication: path parameter 'orgId' must match pattern"],
  [
    'getApplication',
    { headers: { Authorization: 'Bearer x' } },
    "Input 'headers' has 'Authorization', which is no header of getApplication. It has none.",
  ],
  [
    'deletePipeline',
    { headers: { Accept: '*/*' } },
    "Input 'headers' has 'Accept', which is no header of deletePipeline. It has If-Match.",
  ],
  [
    'deletePipeline',
    { headers: { 'If-Match': 'a\nb' } },
    "Input 'headers': 'If-Match' holds what no header can, such as line breaks. Write it in one line of ASCII.",
  ],
  ['createApplication', {}, "createApplication needs a body. Give it in input 'body' or 'body-file'."],
  ['getApplication', { body: {} }, 'getApplication takes no body.'],
  ['createApplication', { body: { id: 'shop' } }, "createApplication: body must have required property 'name'."],
  ['createApplication', { body: { id: 'Shop', name: 'Shop' } }, 'createApplication: body/id must match pattern'],
  [
    'createApplication',
    { body: { id: 'shop', name: 'S', envs: {} } },
    "has the field 'envs', which is not one of its fields (did you mean 'env'?).",
  ],
  ['createArtefactVersion', { body: { type: 'container', name: 'web', tag: '1' } }, "body has the field 'tag'"],
  ['updatePaused', { body: 'true' }, 'updatePaused: body must be boolean.'],
  ['patchReplicas', { body: { web: 'two' } }, 'patchReplicas: body/web must be integer.'],
  ['createPipelineRun', { body: { input: {} } }, "body must have required property 'inputs'"],
])('%s with %j is refused', (operationId, request, message) => {
  expect(() => prepare(operationId, request)).toThrow(message)
})

test('fields of any name are left alone where any name will do', () => {
  expect(prepare('patchReplicas', { body: { web: 2 } }).options.body).toEqual({ web: 2 })
})

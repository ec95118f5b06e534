import { expect, test } from 'vitest'
import { findOperation, type OperationTarget } from '../../src/core/find-operation.ts'

const known = new Map([
  ['orgId', 'acme'],
  ['appId', 'shop'],
])

const find = (target: OperationTarget, given: Record<string, string> = {}) =>
  findOperation(target, { given: new Map(Object.entries(given)), known })

const get = (path: string): OperationTarget => ({ method: 'GET', path })

test.each([
  ['an id', { operationId: 'getEnvironment' }, { envId: 'qa' }],
  ['a path', get('/orgs/acme/apps/shop/envs/qa'), {}],
  ['a template', get('/orgs/{orgId}/apps/{appId}/envs/{envId}'), { envId: 'qa' }],
  ['a mixture', get('/orgs/acme/apps/{appId}/envs/{name}'), { name: 'qa' }],
] as const)('finds an operation by %s', (_, target, given) => {
  const { operation, path } = find(target, given)
  expect(operation.operationId).toBe('getEnvironment')
  expect(path).toEqual({ orgId: 'acme', appId: 'shop', envId: 'qa' })
})

test('what is given wins over what is known', () => {
  expect(find({ operationId: 'getApplication' }, { appId: 'other' }).path).toEqual({ orgId: 'acme', appId: 'other' })
})

test('a path is decoded, and a word wins over a parameter', () => {
  expect(find({ method: 'DELETE', path: '/orgs/acme/apps/shop/values/a%2Fb' }).path).toMatchObject({ key: 'a/b' })
  expect(find(get('/orgs/acme/pipeline-schemas/latest')).operation.path).toBe('/orgs/{orgId}/pipeline-schemas/latest')
})

test.each([
  [{ operationId: 'getEnviroment' }, {}, "no operation of the API (did you mean 'getEnvironment'?)"],
  [{ operationId: 'listEnvs' }, {}, "no operation of the API (did you mean 'listEnvironments'?)"],
  [{ operationId: 'registr' }, {}, 'no operation of the API. There are listRegistries'],
  [{ operationId: 'teleport' }, {}, 'which is no operation of the API.'],
  [{ operationId: 'getEnvironment' }, {}, "getEnvironment needs the path parameter 'envId'"],
  [{ operationId: 'getEnvironment' }, {}, "or as input 'env'"],
  [{ operationId: 'getPipeline' }, {}, "needs the path parameter 'pipelineId'. Give it in input 'parameters'."],
  [
    { operationId: 'getEnvironment' },
    { envid: 'qa' },
    "'envid', which is no path parameter of getEnvironment (did you mean 'envId'?)",
  ],
  [
    get('/orgs/acme/apps/shop'),
    { envId: 'qa' },
    "has 'envId', which is no path parameter of /orgs/acme/apps/shop. It has: none.",
  ],
  [get('/orgs/{org}/apps'), {}, "needs the path parameter 'org'"],
  [get('/orgs/{constructor}/apps'), {}, "needs the path parameter 'constructor'. Give it in input 'parameters'."],
  [get('orgs/acme/apps'), {}, 'does not begin with /'],
  [get('https://api.humanitec.io/orgs/acme/apps'), {}, 'Write it without the address of the API'],
  [get('/orgs/acme/pipeline-runs?status=failed'), {}, "has a query. Give it in input 'query'"],
  [get('/orgs/acme/apps/100%'), {}, 'is not percent-encoded correctly'],
  [get('/orgs/acme/application'), {}, 'did you mean /orgs/{orgId}/'],
  [get('/orgs/acme/apps/'), {}, 'is no path of the API'],
  [get('/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o'), {}, 'which is no path of the API.'],
  [
    { method: 'POST', path: '/orgs/acme/apps/shop' },
    {},
    'Input \'method\' is "POST", which /orgs/acme/apps/shop does not take. It takes GET, PATCH, DELETE.',
  ],
] as const)('%j with %j is refused', (target, given, message) => {
  expect(() => find(target, given)).toThrow(message)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as api from '../../src/actions/api/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { aShop, called, shop } from '../orchestrator/a-shop.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'
import { messages } from './a-deployment.ts'

/** What the step's `with:` says, and how it goes, in a shop whose time moves on by itself. */
const aCaller = () => {
  const at = aShop({ clock: fakeClock({ auto: true }) })
  const act = async (inputs: Record<string, string>, options: ActionRunOptions = {}) => {
    const { runner, sent, requests } = await runAction(api, at, { inputs, ...options })
    const { outputs } = runner
    const isJson = outputs['response-file']?.endsWith('.json') === true
    return { runner, sent, requests, outputs, response: isJson ? JSON.parse(outputs['response'] ?? '') : undefined }
  }
  return { ...at, act }
}

test('calls an operation by its name, with what the step knows in its path', async () => {
  const { act } = aCaller()
  const { runner, requests, outputs, response } = await act({ operation: 'getEnvironment', env: 'development' })
  expect(requests).toEqual([`GET ${shop}/envs/development`])
  expect(runner.exitCode).toBe(0)
  expect(response).toMatchObject({ id: 'development', type: 'development' })
  expect(outputs).toMatchObject({ status: '200', 'response-truncated': 'false', etag: '' })
  expect(readFileSync(outputs['response-file'] ?? '', 'utf8')).toBe(outputs['response'])
  expect(runner.logged.join('\n')).toContain(`getEnvironment: GET ${shop}/envs/development was answered 200.`)
  expect(runner.summaryText).toContain('### getEnvironment')
})

test('calls an operation by method and path', async () => {
  const { act, get } = aCaller()
  const { outputs } = await act({ method: 'PATCH', path: '/orgs/{orgId}/apps/shop', body: '{ name: Corner Shop }' })
  expect(outputs['status']).toBe('200')
  expect(await get(shop)).toMatchObject({ name: 'Corner Shop' })
})

test('reads when no method is given', async () => {
  const { requests } = await aCaller().act({ path: '/orgs/local-org/apps' })
  expect(requests).toEqual(['GET /orgs/local-org/apps'])
})

test('takes the environment from the environment variables that people have', async () => {
  const env = { HUMANITEC_ENV: 'staging' }
  const { response } = await aCaller().act({ operation: 'getEnvironment' }, { env })
  expect(response).toMatchObject({ id: 'staging' })
})

test('needs no organization where the path has none', async () => {
  const { response, runner } = await aCaller().act({ operation: 'getCurrentUser', org: '', app: '' })
  expect(runner.exitCode).toBe(0)
  expect(response).toHaveProperty('id')
})

test('sends YAML as JSON, and a text as it is written', async () => {
  const { act, call, after } = aCaller()
  const { body } = await call('POST', `${shop}/envs/development/deploys`, {})
  await after(10_000)
  const rebase = { operation: 'rebaseEnvironment', env: 'development' }
  const bare = await act({ ...rebase, body: body.id })
  expect(bare.sent[0]?.body).toBe(JSON.stringify(body.id))
  expect(bare.outputs).toMatchObject({ status: '204', response: '', 'response-file': '' })
  expect((await act({ ...rebase, body: JSON.stringify(body.id) })).outputs['status']).toBe('204')
  // As YAML it would be a number.
  const numeric = await act({ ...rebase, body: '12e4' })
  expect(numeric.sent[0]?.body).toBe('"12e4"')
  expect(messages(numeric.runner.annotations)).toContain("'12e4' is not a deployment")
})

test('sends a file as the body, in the form that the operation takes', async () => {
  const { act, get } = aCaller()
  const definition = called('it', '  one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hi } }] }')
  const files = { 'it.yaml': definition, 'app.json': '{"name": "From a file"}' }
  const created = await act({ operation: 'createPipeline', 'body-file': 'it.yaml' }, { files })
  expect(created.outputs).toMatchObject({ status: '201', etag: expect.stringMatching(/./) })
  expect(created.sent[0]?.headers['content-type']).toBe('application/x-yaml')
  await act({ operation: 'patchApplication', 'body-file': 'app.json' }, { files })
  expect(await get(shop)).toMatchObject({ name: 'From a file' })
})

test('an ETag that was answered guards the next change', async () => {
  const { act, aPipeline } = aCaller()
  await aPipeline(called('it', '  one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hi } }] }'))
  const { outputs } = await act({ operation: 'getPipeline', parameters: 'pipelineId=it' })
  const remove = { operation: 'deletePipeline', parameters: 'pipelineId: it' }
  const stale = await act({ ...remove, headers: 'If-Match=other' })
  expect(stale.outputs['status']).toBe('412')
  const fresh = await act({ ...remove, headers: `If-Match=${outputs['etag']}` })
  expect(fresh.outputs['status']).toBe('204')
})

test('an answer that is not JSON is given as it is', async () => {
  const { act, aPipeline } = aCaller()
  await aPipeline(called('it', '  one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hi } }] }'))
  const accept = 'Accept: application/x.humanitec-pipelines-v1.0+yaml'
  const inputs = { operation: 'getPipelineDefinition', parameters: 'pipelineId=it', headers: accept }
  const { outputs } = await act(inputs, { through: () => async () => yaml('id: it\n') })
  expect(outputs).toMatchObject({ status: '200', response: 'id: it\n' })
  expect(outputs['response-file']).toMatch(/response\.txt$/)
})

const yaml = (body: string) => ({ status: 200, headers: { 'content-type': 'application/x-yaml' }, body })

test('another form of an answer is asked for by its header', async () => {
  const { response } = await aCaller().act({
    operation: 'getRuntime',
    env: 'development',
    headers: 'Accept: application/v2+json',
  })
  expect(response).toEqual({ namespace: 'shop-development', modules: {} })
})

test('passes a query on, lists and maps included', async () => {
  const { act } = aCaller()
  const { requests, runner } = await act({
    operation: 'listPipelineRunsInOrg',
    query: 'app: [shop, other]\nper_page: 20\ncompleted: true\n',
  })
  expect(runner.exitCode).toBe(0)
  expect(requests).toEqual(['GET /orgs/local-org/pipeline-runs?app=shop&app=other&per_page=20&completed=true'])
})

const manyCriteria = async () => {
  const caller = aCaller()
  for (const id of ['p1', 'p2', 'p3']) {
    await caller.aPipeline(called(id, '  one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: hi } }] }'))
  }
  return caller
}
const paged = { operation: 'listPipelines', query: 'per_page: 2', paginate: 'true' }

test('joins the pages of a list', async () => {
  const { act } = await manyCriteria()
  const { response, requests, runner } = await act(paged)
  expect(requests).toHaveLength(2)
  expect(response.map(({ id }: { id: string }) => id).sort()).toEqual(['default', 'p1', 'p2', 'p3'])
  expect(runner.summaryText).toContain('200, 4 items')
})

test('without being told to, reads one page', async () => {
  const { act } = await manyCriteria()
  const { response, requests } = await act({ ...paged, paginate: 'false' })
  expect(requests).toHaveLength(1)
  expect(response).toHaveLength(2)
})

test('more pages than expected are a failure, not half a list', async () => {
  const { act } = await manyCriteria()
  const { runner, outputs } = await act({ ...paged, 'max-pages': '1' })
  expect(runner.exitCode).toBe(1)
  expect(messages(runner.annotations)).toContain('listPipelines has more than 1 pages')
  expect(outputs['response']).toBeUndefined()
})

test('a refusal fails the step, and its answer is there for steps that run all the same', async () => {
  const { runner, outputs, response } = await aCaller().act({ operation: 'getEnvironment', env: 'nowhere' })
  expect(runner.exitCode).toBe(1)
  expect(outputs['status']).toBe('404')
  expect(response).toMatchObject({ error: 'API-003', message: expect.stringContaining("'nowhere' does not exist") })
  expect(messages(runner.annotations)).toContain(`GET ${shop}/envs/nowhere failed: 404`)
  expect(runner.summaryText).toContain('❌')
})

test('a refusal can be an answer like any other', async () => {
  const inputs = { operation: 'getEnvironment', env: 'nowhere', 'fail-on-error': 'false' }
  const { runner, outputs } = await aCaller().act(inputs)
  expect(runner).toMatchObject({ exitCode: 0, annotations: [] })
  expect(outputs['status']).toBe('404')
})

test('writes no summary if told not to', async () => {
  expect((await aCaller().act({ operation: 'listApplications', summary: 'false' })).runner.summaryText).toBe('')
})

test('secrets of the request and of the answer are hidden, and the answer is whole', async () => {
  const body = 'name: ci-bot\nrole: member\n'
  const { act, call } = aCaller()
  const user = (await act({ operation: 'createServiceUser', body })).response
  expect((await call('GET', '/orgs/local-org/users')).status).toBe(200)
  const { runner, response } = await act({
    operation: 'createUserToken',
    parameters: `userId=${user.id}`,
    body: 'id: ci\ndescription: CI\ntype: static\n',
  })
  expect(response.token).toMatch(/./)
  expect(runner.masks).toContain(response.token)
  expect(runner.summaryText).not.toContain(response.token)
  const value = await act({
    operation: 'createApplicationValue',
    body: '{ key: PIN, value: hunter22, is_secret: true, description: "" }',
  })
  expect(value.runner.masks).toContain('hunter22')
})

test('a long answer is cut in the output, and whole in the file', async () => {
  const long = JSON.stringify([{ name: 'x'.repeat(70_000) }])
  const through = () => async () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: long })
  const { runner } = await runAction(api, aShop(), { inputs: { operation: 'listApplications' }, through })
  expect(runner.outputs['response']).toHaveLength(60_000)
  expect(runner.outputs['response-truncated']).toBe('true')
  expect(readFileSync(runner.outputs['response-file'] ?? '', 'utf8')).toBe(long)
})

/** Loses the answers to the first calls that match. */
const losing =
  (count: number, method: string) =>
  (send: Transport): Transport => {
    let left = count
    return async (request) => {
      const answer = await send(request)
      if (request.method !== method || left === 0) return answer
      left -= 1
      throw new NetworkError('connection reset', { sent: true })
    }
  }

test('a read is repeated when its answer is lost', async () => {
  const { requests, runner } = await aCaller().act({ operation: 'listApplications' }, { through: losing(1, 'GET') })
  expect(requests).toHaveLength(2)
  expect(runner.exitCode).toBe(0)
})

test('a write is not, and says that nobody knows', async () => {
  const inputs = { operation: 'patchApplication', body: 'name: New' }
  const { requests, runner, outputs } = await aCaller().act(inputs, { through: losing(1, 'PATCH') })
  expect(requests).toHaveLength(1)
  expect(runner.exitCode).toBe(1)
  expect(outputs).toEqual({})
  expect(messages(runner.annotations)).toContain('Whether patchApplication took effect is not known: connection reset')
})

test.each([
  [500, 'true', 1],
  [504, 'true', 1],
  [502, 'false', 0],
])(
  'what a gateway answers to a write, as %i, does not hide that nobody knows',
  async (status, failOnError, exitCode) => {
    const inputs = { operation: 'patchApplication', body: 'name: New', 'fail-on-error': failOnError }
    const through =
      (send: Transport): Transport =>
      async (request) => {
        await send(request)
        return { status, headers: { 'content-type': 'text/plain' }, body: 'bad gateway' }
      }
    const { requests, runner, outputs } = await aCaller().act(inputs, { through })
    expect(requests).toHaveLength(1)
    expect(runner.exitCode).toBe(exitCode)
    expect(outputs).toMatchObject({ status: String(status), response: 'bad gateway' })
    expect(messages(runner.annotations) + runner.logged.join('\n')).toContain(
      `Whether patchApplication took effect is not known: PATCH ${shop} failed: ${status} bad gateway. Look before`,
    )
  },
)

test('the creation of a run is repeated with its key, and starts one run', async () => {
  const { act, get } = aCaller()
  const inputs = { operation: 'requestDeployment', body: '{ trigger: deployment_request, env_id: development }' }
  const { sent, response } = await act(inputs, { through: losing(1, 'POST') })
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(await get('/orgs/local-org/pipeline-runs')).toMatchObject([{ id: response.id }])
})

test.each<[Record<string, string>, string]>([
  [{}, "One of the inputs 'operation', 'path' is required."],
  [{ operation: 'listApplications', path: '/orgs/local-org/apps' }, "'operation', 'path' exclude each other"],
  [{ operation: 'listApplications', method: 'GET' }, "does not go with 'operation'"],
  [{ path: '/orgs/local-org/apps', method: 'get' }, 'is not one of its choices: GET, POST, PUT, PATCH, DELETE'],
  [{ operation: 'listApplication' }, "did you mean 'listApplications'?"],
  [{ operation: 'getEnvironment' }, "needs the path parameter 'envId'"],
  [{ operation: 'listApplications', org: 'Not An Org' }, "path parameter 'orgId' must match pattern"],
  [{ operation: 'listApplications', query: '[1]' }, 'is not a mapping'],
  [{ operation: 'listApplications', body: '{}' }, 'listApplications takes no body'],
  [{ operation: 'patchApplication', body: 'nam: New' }, "body must have required property 'name'"],
  [{ operation: 'patchApplication', body: '{' }, 'is neither JSON nor YAML'],
  [{ operation: 'patchApplication', body: 'name: a', 'body-file': 'b' }, "'body', 'body-file' exclude each other"],
  [{ operation: 'patchApplication', 'body-file': '../secret.json' }, "Input 'body-file' is"],
  [
    { operation: 'updateEnvironmentType', parameters: 'envTypeId=development', body: 'descripton: x' },
    "did you mean 'description'?",
  ],
  [{ operation: 'createWorkloadProfileChartVersion', body: 'x' }, 'takes a file upload'],
  [{ operation: 'listApplications', paginate: 'true' }, 'listApplications has no pages'],
  [{ operation: 'listPipelines', 'max-pages': '0' }, 'is too small'],
  [{ operation: 'listApplications', 'fail-on-error': 'maybe' }, 'is not a boolean'],
  [{ operation: 'listApplications', token: 'a b' }, 'is not a token'],
])('%j is refused, and nothing is sent', async (inputs, message) => {
  const { runner, requests } = await aCaller().act(inputs)
  expect(runner.exitCode).toBe(1)
  expect(messages(runner.annotations)).toContain(message)
  expect(requests).toEqual([])
})

import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import document from '../../src/contract/openapi.json' with { type: 'json' }
import { compilePattern } from '../../src/contract/identifiers.ts'
import { approvalStatuses, deploymentStatuses, lifecycleStatuses } from '../../src/contract/status.ts'

// The package is CommonJS: its default export is the module's `default` property.
const addFormats = addFormatsModule.default

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  requestBody?: { required?: boolean; content: Record<string, unknown> }
  responses: Record<string, unknown>
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.has(method))
    .map(([method, operation]) => ({
      title: `${method.toUpperCase()} ${path}`,
      operation: operation as unknown as Operation,
    })),
)

const parametersOf = (title: string) => [...title.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)

/** An image comes into being with the first build that is told of: this path looks nothing up. */
const imageBuild = 'POST /orgs/{orgId}/images/{imageId}/builds'

test('the contract has the 221 operations of its groups', () => {
  const count = (tag: string) => operations.filter(({ operation }) => operation.tags?.[0] === tag).length

  expect(Object.fromEntries(document.tags.map(({ name }) => [name, count(name)]))).toEqual({
    Organization: 2,
    'User Profiles': 3,
    'User Roles': 20,
    'Token Info': 4,
    'Audit Logs': 1,
    Applications: 5,
    'Environment Types': 5,
    Environments: 6,
    'Shared Values': 12,
    'Shared Value Set Version': 10,
    Artefact: 4,
    'Artefact Version': 6,
    'Image (deprecated)': 4,
    'Deployment Deltas': 8,
    'Deployment Sets': 4,
    Deployments: 4,
    'Runtime Information': 6,
    'Automation Rules': 5,
    'Webhooks / Events': 7,
    Pipelines: 10,
    'Pipeline Criteria': 4,
    'Pipeline Runs': 11,
    'Pipeline Approvals': 4,
    'Resource Types': 10,
    'Resource Drivers': 5,
    'Resource Accounts': 7,
    'Resource Definitions': 10,
    'Matching Criteria': 3,
    'Active Resources': 4,
    'Resources Dependency': 4,
    'Workload Profiles': 10,
    Registry: 6,
    'Secret Store': 5,
    Keys: 5,
    Agents: 7,
  })
  expect(operations).toHaveLength(221)
})

describe.each(operations)('$title', ({ title, operation }) => {
  test('has an id, a summary and one group', () => {
    expect(operation.operationId).toMatch(/^[a-z]+(?:[A-Z][a-z]*)*$/)
    expect(operation.summary).toBeTruthy()
    expect(operation.tags).toHaveLength(1)
    expect(document.tags.map(({ name }) => name)).toContain(operation.tags?.[0])
  })

  test('says how it succeeds, how it refuses a caller, and whether there may be nothing there', () => {
    const codes = Object.keys(operation.responses)

    expect(codes.filter((code) => code.startsWith('2'))).not.toEqual([])
    expect(codes).toEqual(expect.arrayContaining(['401', 'default']))
    // Somebody may lack a role in what a path names, while their own account and list of organizations are for all.
    expect(codes.includes('403')).toBe(title.includes('{'))
    // Who has no role in an organization gets 403 even if there is none: only what lies below it can be missed.
    const isLookedUp = parametersOf(title).some((name) => name !== 'orgId') && title !== imageBuild
    // A body may name something, too: that each answer which is declared comes up is for the coverage to say.
    const mayBeMissed = isLookedUp || operation.requestBody !== undefined
    expect([isLookedUp, mayBeMissed]).toContain(codes.includes('404'))
  })

  test('takes its body as JSON, except for pipelines and charts, and may refuse it', () => {
    if (operation.requestBody === undefined) return
    const types = Object.keys(operation.requestBody.content)

    const isPipeline = /\/pipelines(?:\/\{pipelineId\})?$/.test(title)
    const isChart = title.endsWith('/workload-profile-chart-versions')
    const expected = isPipeline ? 'application/x-yaml' : isChart ? 'multipart/form-data' : 'application/json'
    expect(types[0]).toBe(expected)
    expect(operation.requestBody.required).toBe(true)
    expect(Object.keys(operation.responses)).toContain('400')
  })
})

describe('schemas', () => {
  const ajv = addFormats(new Ajv2020({ strict: false, code: { regExp: compilePattern } }))
  ajv.addSchema(document, 'contract')
  const validator = (name: string) => {
    const validate = ajv.getSchema(`contract#/components/schemas/${name}`)
    if (!validate) throw new Error(`There is no schema ${name}`)
    return validate
  }

  test.each(Object.keys(document.components.schemas))('%s is a JSON Schema', (name) => {
    expect(validator(name)).toBeTypeOf('function')
  })

  test('statuses are the ones that the code knows', () => {
    const { DeploymentStatus, LifecycleStatus, PipelineApprovalStatus } = document.components.schemas

    expect(DeploymentStatus.enum).toEqual(deploymentStatuses)
    expect(LifecycleStatus.enum).toEqual(lifecycleStatuses)
    expect(PipelineApprovalStatus.enum).toEqual(approvalStatuses)
  })

  test.each([
    { name: 'Timestamp', value: '2024-05-21T09:30:00.123Z', isValid: true },
    { name: 'Timestamp', value: 'yesterday', isValid: false },
    { name: 'Id', value: 'my-app', isValid: true },
    { name: 'Id', value: 'My App', isValid: false },
    { name: 'ModuleDeltasRequest', value: { add: { web: null }, update: null }, isValid: true },
    { name: 'ModuleDeltasRequest', value: { update: { web: [{ op: 'move', path: '/a' }] } }, isValid: false },
    { name: 'PlainDeltaResponse', value: { modules: { add: {}, remove: [] }, shared: [] }, isValid: false },
    { name: 'CreateArtefactVersion', value: { type: 'container', name: 'acme/web' }, isValid: true },
    { name: 'CreateArtefactVersion', value: { type: 'workload', name: 'acme/web' }, isValid: false },
    { name: 'CreateArtefactVersion', value: { type: 'chart', name: 'acme/web' }, isValid: false },
  ])('$name: $value is valid: $isValid', ({ name, value, isValid }) => {
    expect(validator(name)(value)).toBe(isValid)
  })

  test('an endless id that does not fit is refused at once', () => {
    const almost = `${'a'.repeat(50_000)}!`

    expect(validator('Id')(almost)).toBe(false)
  })
})

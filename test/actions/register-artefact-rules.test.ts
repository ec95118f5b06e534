import { describe, expect, test } from 'vitest'
import * as action from '../../src/actions/register-artefact/main.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

const versions = '/orgs/local-org/artefact-versions'
const rules = '/orgs/local-org/apps/shop/envs/staging/rules'
const web = 'ghcr.io/acme/web'

const seed = `
organizations:
  - id: local-org
    environment-types: [development]
    applications:
      - { id: shop, environments: [{ id: staging, type: development }, { id: production, type: development }] }
    users:
      - { id: ci, name: CI, type: service, token: ci-token, role: artefactContributor }
      - { id: vi, name: Vi, type: service, token: vi-token, role: artefactContributor, applications: { shop: viewer } }
`

const start = () => {
  const started = startOrchestrator({ seed, clock: fakeClock({ auto: true }) })
  return {
    ...started,
    addRule: async (fields: object = {}): Promise<string> =>
      (await started.call('POST', rules, { type: 'update', ...fields })).body.id,
    run: (inputs: Record<string, string>, options: ActionRunOptions = {}) =>
      runAction(action, started, { ...options, inputs: { image: `${web}:1`, 'for-env': 'staging', ...inputs } }),
    registered: async () => ((await started.call('GET', versions)).body as { name: string }[]).map(({ name }) => name),
  }
}

const failureOf = ({ annotations }: { annotations: readonly { message: string }[] }) => annotations.at(-1)?.message

describe('a rule that would deploy what is registered', () => {
  test('fails the step before anything is registered, and says what to do', async () => {
    const { run, addRule, registered } = start()
    const id = await addRule({ artefacts_filter: [web], match_ref: '^refs/heads/main$' })
    const { runner, requests } = await run({ images: `${web}:1\n${web}:2\nghcr.io/acme/api:1`, image: '' })
    expect(runner.exitCode).toBe(1)
    expect(failureOf(runner)).toBe(
      `Registering ${web}:1, ${web}:2 sets off a deployment by automation rule '${id}' of environment 'staging': ` +
        'a workflow that deploys there too would deploy twice. Nothing was registered. Either leave the deployment to ' +
        'the rule: set `on-rule: ignore` and drop the step that deploys; or switch the rule off.',
    )
    expect(runner.outputs['rules']).toBe(JSON.stringify([id]))
    expect(await registered()).toEqual([])
    expect(requests[0]).toBe(`GET ${rules}`)
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
  })

  test('can be ignored: a notice says so, and all is registered', async () => {
    const { run, addRule, registered } = start()
    const ids = [await addRule(), await addRule({ match_ref: 'main' })]
    const { runner } = await run({ 'on-rule': 'ignore' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toMatchObject([
      {
        message: `Registering ${web}:1 sets off a deployment by automation rules '${ids[0]}', '${ids[1]}' of environment 'staging'.`,
      },
    ])
    expect(runner.outputs).toMatchObject({ rules: JSON.stringify(ids), created: 'true' })
    expect(await registered()).toEqual([web])
  })

  test('fails a dry run too', async () => {
    const { run, addRule } = start()
    await addRule()
    const { runner } = await run({ 'dry-run': 'true' })
    expect(failureOf(runner)).toContain('Nothing was registered')
  })

  test('is no matter when the image is registered already, as when a job runs again', async () => {
    const { run, addRule } = start()
    await run({})
    await addRule()
    const { runner } = await run({})
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ rules: '[]', created: 'false' })
  })

  test('names five images and five rules at most', async () => {
    const { run, addRule } = start()
    for (let count = 0; count < 7; count += 1) await addRule({ match_ref: `main|${count}` })
    const images = Array.from({ length: 12 }, (_, index) => `${web}-${index}:1`).join('\n')
    const { runner } = await run({ image: '', images })
    expect(failureOf(runner)).toMatch(
      /web-4:1 and 7 more sets off a deployment by automation rules ('\w+', ){4}'\w+' and 2 more of/,
    )
  })
})

test.each([
  ['of another environment', { 'for-env': 'production' }, {}],
  ['that is not active', {}, { active: false }],
  ['for other artefacts', {}, { artefacts_filter: ['ghcr.io/acme/api'] }],
  ['for other refs', {}, { match_ref: '^refs/tags/' }],
  ['for refs of the workflow, when another is given', { ref: 'refs/heads/dev' }, { match_ref: 'main' }],
] as [string, Record<string, string>, object][])('a rule %s is no matter', async (_, inputs, rule) => {
  const { run, addRule, registered } = start()
  await addRule(rule)
  const { runner } = await run(inputs)
  expect(runner.exitCode).toBe(0)
  expect(runner.annotations).toEqual([])
  expect(runner.outputs['rules']).toBe('[]')
  expect(await registered()).toEqual([web])
})

test('rules are not looked at without for-env', async () => {
  const { run, addRule } = start()
  await addRule()
  const { runner, requests } = await run({ 'for-env': '', app: '' })
  expect(runner.exitCode).toBe(0)
  expect(runner.outputs['rules']).toBeUndefined()
  expect(requests.filter((request) => request.includes('/rules'))).toEqual([])
})

describe('a token', () => {
  test('that may look at the application is enough', async () => {
    const { run, addRule } = start()
    await addRule({ artefacts_filter: ['other'] })
    expect((await run({ token: 'vi-token' })).runner.exitCode).toBe(0)
  })

  test('that may not read the rules fails the step, which registers nothing', async () => {
    const { run, registered } = start()
    const { runner } = await run({ token: 'ci-token' })
    expect(runner.exitCode).toBe(1)
    expect(failureOf(runner)).toMatch(
      /^The automation rules of environment 'staging' cannot be read \(GET .* 403 .*\), so .* Nothing was registered\. Give the service user the role 'viewer' on application 'shop', or set `on-rule: ignore`\.$/,
    )
    expect(await registered()).toEqual([])
  })

  test('that may not read the rules registers with a warning where rules are ignored', async () => {
    const { run, registered } = start()
    const { runner } = await run({ token: 'ci-token', 'on-rule': 'ignore' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations[0]?.message).toContain('it is not known whether registering deploys by itself')
    expect(runner.outputs['rules']).toBeUndefined()
    expect(await registered()).toEqual([web])
  })
})

test('an environment that does not exist fails the step', async () => {
  const { run, registered } = start()
  const { runner } = await run({ 'for-env': 'none', 'on-rule': 'ignore' })
  expect(failureOf(runner)).toMatch(/rules failed: 404 /)
  expect(await registered()).toEqual([])
})

test.each([
  [{ 'on-rule': 'warn' }, 'Input \'on-rule\' is "warn", which is not one of its choices: fail, ignore'],
  [{ 'on-rule': 'ignore', 'for-env': '' }, 'Input \'on-rule\' is "ignore", which goes with `for-env`'],
  [{ app: '' }, "Input 'app' is required"],
])('%j is refused before anything is sent', async (inputs, message) => {
  const { run } = start()
  const { runner, requests } = await run(inputs)
  expect(requests).toEqual([])
  expect(failureOf(runner)).toContain(message)
})

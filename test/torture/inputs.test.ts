import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { runPhase } from '../../src/actions/run-action.ts'
import { type ActionName, actions } from '../../src/actions/table.ts'
import type { Transport } from '../../src/contract/http.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { type FakeRunner, fakeRunner } from '../support/fake-runner.ts'
import { root } from '../architecture/sources.ts'
import { type BadValue, badValues } from './bad-inputs.ts'

const connection = { token: 'a-token-of-tests', org: 'acme', app: 'shop', 'api-url': 'https://api.test' }
const github = { 'github-token': 'ghs_0123456789abcdefghij' }
const anImage = { image: 'registry.test/web:1' }

/** Inputs with which each action sends something, and which inputs have to go where another one is tried. */
const valid: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  api: [
    { ...connection, operation: 'createDelta', body: '{}' },
    { ...connection, path: '/orgs/acme/apps' },
  ],
  'apply-pipeline': [{ ...connection, files: 'pipeline.yaml' }],
  approve: [
    { ...connection, 'approval-id': 'a' },
    { ...connection, 'run-id': 'r', 'pipeline-id': 'p' },
    { ...connection, ...github, 'run-id': 'r', 'pipeline-id': 'p', 'require-permission': 'write' },
  ],
  'create-delta': [{ ...connection, env: 'staging', images: 'web=registry.test/web:1' }],
  deploy: [
    { ...connection, env: 'staging', 'delta-id': 'd' },
    { ...connection, env: 'staging', 'set-id': 's' },
    { ...connection, env: 'staging', 'deployment-id': 'd' },
  ],
  environment: [
    { ...connection, command: 'ensure', env: 'staging' },
    { ...connection, command: 'ensure', 'env-from': 'pull-request', 'pull-request': '7' },
    { ...connection, ...github, command: 'sweep' },
  ],
  'register-artefact': [
    { token: connection.token, org: 'acme', 'api-url': connection['api-url'], ...anImage },
    { token: connection.token, org: 'acme', 'api-url': connection['api-url'], name: 'registry.test/web', version: '1' },
    { ...connection, ...anImage, 'for-env': 'staging' },
  ],
  report: [
    { ...connection, ...github, env: 'staging', status: 'succeeded' },
    { ...connection, ...github, env: 'staging', 'run-id': 'r', 'pipeline-id': 'p' },
    { ...connection, ...github, env: 'staging', 'deployment-id': 'd' },
  ],
  'run-pipeline': [{ ...connection, 'pipeline-id': 'p' }],
  'wait-for-run': [
    { ...connection, 'run-id': 'r', 'pipeline-id': 'p' },
    { ...connection, 'deployment-id': 'd', env: 'staging' },
  ],
}

/** What says the same as an input, and cannot stand beside it. */
const rivals = new Set(['image', 'images', 'metadata', 'metadata-file'])

/** Any text will do, or it is said at length elsewhere what they take. */
const free = new Set(
  (
    'value-set-version-id comment type vcs key environment-url name remove score-image score-extensions ' +
    'score-overrides score-property-overrides deployment transient production'
  ).split(' '),
)

const files = {
  'pipeline.yaml': 'id: p\nname: p\non: { pipeline_call: {} }\njobs: { one: { steps: [] } }\n',
  'text.txt': 'text',
  'folder/.keep': '',
  'latin1.yaml': Buffer.from([0x61, 0xe9, 0x62]),
}

interface Tried {
  readonly runner: FakeRunner
  readonly requests: readonly string[]
}

const attempt = async (name: string, inputs: Readonly<Record<string, string>>): Promise<Tried> => {
  const isHuge = Object.values(inputs).includes('huge.yaml')
  const runner = fakeRunner({ inputs, files: isHuge ? { 'huge.yaml': Buffer.alloc(10_000_001, ' ') } : files })
  symlinkSync('/etc/passwd', join(runner.context.workspace, 'link-out'))
  symlinkSync('link-loop', join(runner.context.workspace, 'link-loop'))
  const requests: string[] = []
  const transport: Transport = (request) => {
    requests.push(`${request.method} ${request.url}`)
    return Promise.resolve({ status: 400, headers: {}, body: '{}' })
  }
  const action = await actions[name as ActionName]()
  await runPhase(action, 'main', { runner, clock: fakeClock({ auto: true }), random: fakeRandom(), transport })
  return { runner, requests }
}

const inputsOf = (name: string): string[] => {
  const manifest = parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')) as { inputs?: object }
  return Object.keys(manifest.inputs ?? {})
}

const withBad = (given: Readonly<Record<string, string>>, input: string, value: string) => {
  const others = rivals.has(input)
    ? Object.fromEntries(Object.entries(given).filter(([key]) => !rivals.has(key)))
    : given
  return { ...others, [input]: value }
}

const messageOf = ({ runner }: Tried) => runner.annotations.at(-1)?.message ?? ''

/** How a bad value is met otherwise than it should; undefined if it is refused. One of the ways takes the input. */
const complaintAbout = async (name: string, input: string, { value, says }: BadValue): Promise<string | undefined> => {
  const said: string[] = []
  for (const given of valid[name] ?? []) {
    const tried = await attempt(name, withBad(given, input, value))
    const message = messageOf(tried)
    if (message.includes(`'${input}'`) && says.test(message) && tried.requests.length === 0) return undefined
    said.push(`${message.slice(0, 200)} (${tried.requests.length} sent)`)
  }
  return `${input}=${JSON.stringify(value).slice(0, 60)}: ${said.join(' | ')}`
}

test.each(Object.keys(valid))(
  '%s refuses every bad value before it sends anything, and names the input',
  async (name) => {
    const complaints: (string | undefined)[] = []
    for (const input of inputsOf(name)) {
      for (const bad of badValues[input] ?? []) complaints.push(await complaintAbout(name, input, bad))
    }
    expect(complaints.filter((each) => each !== undefined)).toEqual([])
    expect(complaints.length).toBeGreaterThan(50)
    expect(Object.prototype).not.toHaveProperty('polluted')
  },
)

test.each(Object.keys(valid))('%s does send something when its inputs are good', async (name) => {
  for (const given of valid[name] ?? []) expect((await attempt(name, given)).requests).not.toEqual([])
})

test('no input of any action is left out', () => {
  const leaves = readdirSync(join(root, 'actions')).filter((name) => name in actions && name in valid)
  const untested = leaves.flatMap((name) => inputsOf(name).filter((input) => !(input in badValues) && !free.has(input)))
  expect(untested).toEqual([])
})

test.each(Object.keys(valid))('whatever text an input of %s holds, nothing breaks', async (name) => {
  const inputs = inputsOf(name).filter((input) => input !== 'timeout')
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '::error::x',
      '##[error]x',
      '../..',
      '__proto__',
      '{{}}',
      '${{ github.token }}',
      '$(id)',
      '-x',
      '%0A::x',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...inputs), hostile, fc.nat(2), async (input, value, way) => {
      const ways = valid[name] ?? []
      const { runner } = await attempt(name, { ...ways[way % ways.length], [input]: value })
      expect(runner.annotations.map(({ message }) => message).join('\n')).not.toContain('Unexpected failure')
      expect(runner.logged.join('\n')).not.toMatch(/^\s*::|##\[/m)
    }),
    { numRuns: 40, seed: 7 },
  )
})

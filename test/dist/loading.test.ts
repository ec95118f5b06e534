import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runBundle } from '../support/run-bundle.ts'
import { serveOrchestrator } from '../support/serve.ts'

const root = join(import.meta.dirname, '../..')
const manifestOf = (name: string) => readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')
// Flows have no bundle of their own.
const actions = readdirSync(join(root, 'actions')).filter((name) => !manifestOf(name).includes('using: composite'))

/** Makes a step tell, at its end, which files and which of Node's own modules it has loaded. */
const spy = `
import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { process.stderr.write('FILE ' + url + '\\n'); return next(url, context) } })
process.on('exit', () => process.stderr.write(process.moduleLoadList.map((name) => 'INTERNAL ' + name).join('\\n') + '\\n'))
`
const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(spy)}` }

const loadedBy = (stderr: string) => {
  const rest = (prefix: string) =>
    stderr
      .split('\n')
      .filter((line) => line.startsWith(prefix))
      .map((line) => line.slice(prefix.length))
  const files = rest('FILE file:').map((path) => fileURLToPath(`file:${path}`))
  return { files, internal: rest('INTERNAL ') }
}

const expectLean = (stderr: string) => {
  const { files, internal } = loadedBy(stderr)
  expect(files.length).toBeGreaterThan(2)
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(internal.filter((name) => /undici|sqlite|http2/.test(name))).toEqual([])
  // Words that stand in those parts and nowhere else.
  expect(text.includes('octokit')).toBe(false)
  expect(text.includes('DatabaseSync')).toBe(false)
}

test.each(actions)('%s starts without Octokit, undici or the orchestrator', async (name) => {
  // All others fail without any input.
  const inputs: Record<string, string> = name === 'orchestrator' ? { port: 'none' } : {}
  const { stderr, exitCode } = await runBundle(name, { env, inputs })
  expect(exitCode).toBe(1)
  expectLean(stderr)
  // Nor what it takes to send anything, or to say what came of it: its inputs are wrong.
  const early = /(?:^| )(?:http|https|tls|crypto|fs\/promises)$/
  // The gate has an output for that, and a file of outputs takes a delimiter that nobody can guess.
  const needed = (module: string) => name === 'preview-gate' && module.endsWith(' crypto')
  expect(loadedBy(stderr).internal.filter((module) => early.test(module) && !needed(module))).toEqual([])
})

test.each(actions.filter((name) => name !== 'api'))('%s does without the contract and what checks it', async (name) => {
  const { stderr } = await runBundle(name, { env, inputs: name === 'orchestrator' ? { port: 'none' } : {} })
  const text = loadedBy(stderr).files.map((file) => readFileSync(file, 'utf8'))
  expect(text.filter((each) => /unevaluatedProperties|operationId/.test(each))).toEqual([])
})

test('a step that calls the API loads none of them either, nor the YAML parser', async () => {
  const { inputs } = await serveOrchestrator()
  const { stderr, stdout } = await runBundle('deploy', { env, inputs: { ...inputs, env: 'development' } })
  expect(stdout).toContain('GET /orgs/local-org/apps/shop/envs/development failed: 404')
  expectLean(stderr)
  const text = loadedBy(stderr)
    .files.map((file) => readFileSync(file, 'utf8'))
    .join('')
  expect(text).not.toContain('LineCounter')
  // Nobody named a proxy.
  expect(text).not.toContain('tunneling socket')
})

test('dist is small: the runner downloads it for every step', () => {
  const sizes = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
})

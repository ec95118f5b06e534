import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { runStep, type StepInputs } from './process.ts'
import type { Bench, Row } from './row.ts'
import { openShop, type Shop } from './shop.ts'

const root = join(import.meta.dirname, '..')

/** Prints the files of ours that a step loads. */
const spy = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { process.stderr.write('FILE ' + url + '\\n'); return next(url, context) } })`
const withSpy = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(spy)}` }

const bytesLoaded = async (action: string, { inputs, env, files = {} }: StepInputs): Promise<number> => {
  const { stderr } = await runStep(action, { inputs, env: { ...env, ...withSpy }, files })
  const loaded = [...stderr.matchAll(/^FILE (file:.*)$/gm)].map(([, url = '']) => fileURLToPath(url))
  return loaded.filter((file) => file.startsWith(root)).reduce((sum, file) => sum + statSync(file).size, 0)
}

const delta = 'modules:\n  add:\n    web: { profile: humanitec/default-module, spec: { containers: {} } }\n'

/** Steps that go through to their end, each with what it loads on the way. */
const leaves = (shop: Shop): [id: string, what: string, action: string, inputs: Record<string, string>][] => [
  ['register-artefact', 'register-artefact', 'register-artefact', { image: 'registry.test/web:1' }],
  [
    'create-delta',
    'create-delta with plan',
    'create-delta',
    { env: 'staging', images: 'web/main=registry.test/web:1' },
  ],
  ['deploy', 'deploy', 'deploy', { env: 'staging' }],
  ['wait-for-run', 'wait-for-run', 'wait-for-run', { 'run-id': 'none', 'pipeline-id': 'default' }],
  ['environment', 'environment', 'environment', { command: 'ensure', env: 'staging' }],
  ['yaml', 'create-delta of a YAML file', 'create-delta', { env: 'staging', 'delta-file': 'delta.yaml' }],
  ['report', 'report', 'report', { env: 'staging', status: 'succeeded', 'github-token': 'none' }],
  ['approve', 'approve with its gate', 'approve', { ...gate, 'run-id': 'none', 'pipeline-id': 'default' }],
  ['sweep', 'environment sweep', 'environment', { command: 'sweep', ttl: '1d', 'github-token': 'none' }],
  ['api', 'api', 'api', { operation: 'listApplications' }],
  ['orchestrator', 'orchestrator', 'orchestrator', { port: 'none', ...withoutServer(shop) }],
]
const gate = { env: 'staging', 'github-token': 'none', 'require-permission': 'write' }
const withoutServer = ({ inputs }: Shop) => Object.fromEntries(Object.keys(inputs).map((name) => [name, '']))

const loaded = async (): Promise<Row[]> => {
  const shop = await openShop({ secure: false })
  const exists = new Set(readdirSync(join(root, 'actions')))
  try {
    const rows: Row[] = []
    for (const [id, what, action, inputs] of leaves(shop)) {
      if (!exists.has(action)) continue
      const value = await bytesLoaded(action, {
        inputs: { ...shop.inputs, ...inputs },
        env: shop.env,
        files: { 'delta.yaml': delta },
      })
      rows.push({ id: `loaded-${id}`, what: `JavaScript that ${what} loads`, unit: 'bytes', value })
    }
    return rows
  } finally {
    await shop.close()
  }
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

/** What GitHub's runner downloads: the archive of a commit, without what `.gitattributes` leaves out. */
const archive = (): Row[] => {
  const options = { cwd: root, maxBuffer: 2 ** 28 }
  try {
    const value = gzipSync(execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], options)).length
    return [{ id: 'archive', what: 'the archive that one `uses:` downloads, of the last commit', unit: 'bytes', value }]
  } catch {
    return []
  }
}

/** Bytes: the same on every machine. */
export const sizes: Bench = {
  name: 'sizes',
  rows: async () => [
    { id: 'dist', what: 'dist/', unit: 'bytes', value: sizeOf(join(root, 'dist')) },
    ...archive(),
    ...(await loaded()),
  ],
}

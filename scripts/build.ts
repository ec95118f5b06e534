import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'terser'
import { parse } from 'yaml'

/**
 * Builds `dist/`: one bundle whose dynamic imports are chunks, and for every action stubs of a line that call it.
 * The bundle is the same, byte for byte, wherever and whenever it is built; so `--check` builds it beside the
 * committed one, changes nothing, and fails when they differ.
 */
const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')
const dist = isCheck ? 'build/dist' : 'dist'

const run = (tool: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, encoding: 'utf8' })

interface Manifest {
  runs: { using: string; main?: string; post?: string }
}

/** Where an `action.yml` looks for a stub. */
const inDist = (path: string) => path.replace('../../dist/', '')

const writeStub = (file: string, call: string) => {
  const [folder = ''] = file.split('/')
  mkdirSync(join(root, dist, folder), { recursive: true })
  writeFileSync(join(root, dist, file), `require('../bundle/index.js').${call}\n`)
}

/** Halves other people's code. Ours stays as it is, since a stack trace that a user sends has to mean something. */
const squeeze = async (file: string) => {
  const { code } = await minify(readFileSync(file, 'utf8'), {
    compress: false,
    module: true,
    format: { comments: false },
  })
  writeFileSync(file, `${code}\n`)
}

/**
 * A copy of @actions/core that says of itself that loading its modules does nothing, so that those which nobody uses
 * stay out of the bundle. It is true, and keeps out its OpenID Connect and platform parts: without their http, tls and
 * exec a step starts sooner.
 */
const shakeCore = async () => {
  const copy = join(root, 'build/node_modules/@actions/core')
  cpSync(join(root, 'node_modules/@actions/core'), copy, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as object
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
  const modules = join(copy, 'lib')
  for (const name of readdirSync(modules)) if (name.endsWith('.js')) await squeeze(join(modules, name))
}

/**
 * Has Node's modules that take a step the longest loaded when something of them is first used: an output needs
 * `crypto`, and a step that fails on its inputs none of them. Takes 9 ms of the 68 that such a step took.
 */
const loadLate = (file: string) => {
  const late = [
    'let loaded;',
    'const load = () => (loaded ??= require($1));',
    "const get = (_, name) => (name === '__esModule' ? false : load()[name]);",
    // For who imports the module as a whole.
    'const ownKeys = () => Reflect.ownKeys(load());',
    'module.exports = new Proxy({}, { get, ownKeys });',
  ].join('\n')
  const names =
    /module\.exports = require\(("(?:node:)?(?:assert|child_process|crypto|fs\/promises|https?|net|tls)")\);/g
  writeFileSync(file, readFileSync(file, 'utf8').replace(names, late))
}

const build = async () => {
  rmSync(join(root, 'build'), { recursive: true, force: true })
  // Sources that do not compile leave the last bundle where it is.
  run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
  await shakeCore()
  // Without a type of its own the package is bundled as CommonJS, which starts 4 ms sooner than ES modules do.
  writeFileSync(join(root, 'build/package.json'), '{}')
  rmSync(join(root, dist), { recursive: true, force: true })
  // From the root: the ids of its modules are their paths from the working directory.
  // What ncc keeps in the home directory of an earlier build in the same place can change what it makes of this one.
  const options = ['--target', 'es2023', '--license', 'licenses.txt', '--no-cache']
  run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/index.js', '-o', `${dist}/bundle`, ...options)
  const bundle = join(root, dist, 'bundle')
  loadLate(join(bundle, 'index.js'))
  for (const name of readdirSync(bundle)) {
    const file = join(bundle, name)
    // The YAML parser, Ajv and the like have chunks of their own.
    if (/^\d+\.index\.js$/.test(name) && !readFileSync(file, 'utf8').includes('./build/')) await squeeze(file)
  }

  const actionsFolder = join(root, 'actions')
  for (const name of readdirSync(actionsFolder).sort()) {
    const { runs } = parse(readFileSync(join(actionsFolder, name, 'action.yml'), 'utf8')) as Manifest
    if (runs.main !== undefined) writeStub(inDist(runs.main), `run('${name}')`)
    if (runs.post !== undefined) writeStub(inDist(runs.post), `run('${name}', 'post')`)
  }
  writeStub('orchestrator/index.js', 'orchestrator()')
  rmSync(join(root, dist, 'bundle/package.json'), { force: true })
  writeFileSync(join(root, dist, 'package.json'), '{"type":"commonjs"}\n')
}

const filesOf = (folder: string): Map<string, Buffer> => {
  const path = join(root, folder)
  if (!existsSync(path)) return new Map()
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(path, name)).isFile(),
  )
  return new Map(names.sort().map((name) => [name, readFileSync(join(path, name))]))
}

/** What of `dist/` is not what a build makes of the sources. */
const staleFiles = (): string[] => {
  const committed = filesOf('dist')
  const built = filesOf(dist)
  const changed = [...built]
    .filter(([name, bytes]) => committed.get(name)?.equals(bytes) !== true)
    .map(([name]) => name)
  const left = [...committed.keys()].filter((name) => !built.has(name))
  return [...changed, ...left].map((name) => `dist/${name}`)
}

try {
  await build()
  const stale = isCheck ? staleFiles() : []
  for (const file of stale) console.error(`${file} is stale`)
  if (stale.length > 0) {
    console.error('Run `npm run build` and commit the result.')
    process.exitCode = 1
  }
} catch (error) {
  // The tools say on their standard output what is wrong.
  const { stdout, message } = error as Error & { stdout?: string }
  console.error(stdout ? `${stdout.trim()}\n` : message)
  process.exitCode = 1
} finally {
  rmSync(join(root, 'build'), { recursive: true, force: true })
}

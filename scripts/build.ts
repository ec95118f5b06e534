import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * Builds `dist/`: one bundle whose dynamic imports are chunks, and for every action stubs of two lines that call it.
 * The bundle is the same, byte for byte, wherever and whenever it is built.
 */
const root = join(import.meta.dirname, '..')
const run = (tool: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })

interface Manifest {
  runs: { using: string; main?: string; post?: string }
}

const writeStub = (file: string, call: string) => {
  const [folder = ''] = file.split('/')
  mkdirSync(join(root, 'dist', folder), { recursive: true })
  writeFileSync(join(root, 'dist', file), `import { ${call.split('(')[0]} } from '../shared/index.js'\nawait ${call}\n`)
}

for (const folder of ['build', 'dist']) rmSync(join(root, folder), { recursive: true, force: true })
run('typescript/bin/tsc', '-p', 'tsconfig.build.json')
run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/index.js', '-o', 'dist/shared', '--target', 'es2023', '--license', 'licenses.txt')
rmSync(join(root, 'build'), { recursive: true })

const actionsFolder = join(root, 'actions')
for (const name of readdirSync(actionsFolder).sort()) {
  const { runs } = parse(readFileSync(join(actionsFolder, name, 'action.yml'), 'utf8')) as Manifest
  if (runs.main !== undefined) writeStub(`${name}/index.js`, `run('${name}')`)
  if (runs.post !== undefined) writeStub(`${name}/post.js`, `run('${name}', 'post')`)
}
writeStub('orchestrator/index.js', 'orchestrator()')
rmSync(join(root, 'dist/shared/package.json'), { force: true })
writeFileSync(join(root, 'dist/package.json'), '{"type":"module"}\n')

import { readFile, stat } from 'node:fs/promises'
import { join, posix, relative, resolve, sep } from 'node:path'
import { actionProblems } from './github-parser.ts'
import { asMap, asText, type Action, type ActionLoader, type Json, type TemplateMap } from './model.ts'
import { WorkflowError } from './problem.ts'
import { PROJECT } from './project.ts'
import { parseSource, type Source } from './source.ts'
import { buildPush, login, setupBuildx } from './stand-ins/docker.ts'
import { checkout } from './stand-ins/checkout.ts'
import type { StandIn } from './stand-ins/stand-in.ts'
import { parseSteps } from './steps.ts'

/** Actions that are not ours and have a stand-in here, without their version. */
const STAND_INS: Readonly<Record<string, StandIn>> = {
  'actions/checkout': checkout,
  'docker/build-push-action': buildPush,
  'docker/login-action': login,
  'docker/setup-buildx-action': setupBuildx,
}

/** The runner's limit on composite actions inside composite actions. */
const MAX_DEPTH = 9

export const createActionLoader = (checkoutDir: string): ActionLoader => {
  const load: ActionLoader = async (uses, at, within) => {
    const reference = parseReference(uses)
    if (reference.kind === 'problem') throw new WorkflowError([{ at, message: reference.message }])
    if (reference.kind === 'stand-in') return reference
    const dir = resolve(checkoutDir, reference.path)
    const name = relative(checkoutDir, dir).split(sep).join('/') || '.'
    const fail = (message: string) => new WorkflowError([{ at, message: `uses: ${uses}: ${message}` }])
    if (name === '..' || name.startsWith('../')) throw fail('the path leaves the repository')
    if (within.includes(dir)) throw fail('the action uses itself')
    const manifest = await readManifest(dir, name)
    if (!manifest) throw fail(`there is no action.yml in ${name === '.' ? 'the root of the repository' : name}`)
    if (within.length >= MAX_DEPTH && usingOf(manifest) === 'composite')
      throw fail(`composite actions may be at most ${MAX_DEPTH} deep`)
    return readAction({ manifest, dir, load, within: [...within, dir] })
  }
  return load
}

type Reference =
  | { readonly kind: 'checkout'; readonly path: string }
  | { readonly kind: 'stand-in'; readonly standIn: StandIn }
  | { readonly kind: 'problem'; readonly message: string }

/** Pure: which of the forms of `uses:` this is. */
const parseReference = (uses: string): Reference => {
  const problem = (message: string): Reference => ({ kind: 'problem', message: `uses: ${uses}: ${message}` })
  if (uses.includes('${{')) return problem('expressions are not allowed here')
  if (uses.startsWith('./')) return { kind: 'checkout', path: uses }
  if (uses.startsWith('$/')) {
    if (uses.includes('@')) return problem('a reference into the same repository takes no @version')
    const path = posix.normalize(uses.slice(2))
    return path === '.' ? problem('name a folder after $/') : { kind: 'checkout', path }
  }
  if (uses.startsWith('docker://')) return problem('Docker actions are not supported here')
  const match = /^([^/@\s]+)\/([^/@\s]+)(?:\/([^@\s]+))?@(\S+)$/.exec(uses)
  if (!match) return problem('expected OWNER/REPO@VERSION, OWNER/REPO/PATH@VERSION, ./PATH or $/PATH')
  const [, owner = '', repo = '', path = ''] = match
  if (repo.toLowerCase() === PROJECT.repo) return { kind: 'checkout', path: path || '.' }
  const name = [owner, repo, ...(path === '' ? [] : [path])].join('/').toLowerCase()
  const standIn = Object.hasOwn(STAND_INS, name) ? STAND_INS[name] : undefined
  if (standIn) return { kind: 'stand-in', standIn }
  const known = Object.keys(STAND_INS).join(', ')
  return problem(`this action cannot run here; besides the actions of ${PROJECT.repo} there are only ${known}`)
}

const readManifest = async (dir: string, name: string): Promise<Source | undefined> => {
  for (const base of ['action.yml', 'action.yaml']) {
    const text = await readFile(join(dir, base), 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const file = posix.join(name, base)
    const source = parseSource(file, text)
    const problems = await actionProblems(file, text)
    if (problems.length > 0) throw new WorkflowError(problems)
    return source
  }
  return undefined
}

const usingOf = (manifest: Source) => asMap(asMap(manifest.value)['runs'])['using']

interface ManifestReading {
  readonly manifest: Source
  readonly dir: string
  readonly load: ActionLoader
  readonly within: readonly string[]
}

const readAction = async ({ manifest, dir, load, within }: ManifestReading): Promise<Action> => {
  const root = asMap(manifest.value)
  const runs = asMap(root['runs'])
  const fail = (key: string, message: string) =>
    new WorkflowError([{ at: manifest.at(['runs', key]), message: `runs.${key}: ${message}` }])
  const base = { dir, ...readInputs(asMap(root['inputs'])) }

  const using = usingOf(manifest)
  if (using === 'composite') {
    const context = { source: manifest, load, within }
    const steps = await parseSteps(context, ['runs', 'steps'], { isComposite: true })
    return { kind: 'composite', ...base, steps, outputs: readOutputs(asMap(root['outputs'])) }
  }
  if (using !== 'node20' && using !== 'node24')
    throw fail('using', `${asText(using)} is not supported here, only node24, node20 and composite`)
  if (runs['pre'] !== undefined) throw fail('pre', 'not supported here')

  const script = async (key: 'main' | 'post') => {
    const value = runs[key]
    if (value === undefined || value === null) return undefined
    const path = resolve(dir, asText(value))
    if (!(await stat(path).catch(() => undefined))?.isFile())
      throw fail(key, `${asText(value)} does not exist; if it is a bundle, run npm run build`)
    return path
  }
  const main = await script('main')
  if (main === undefined) throw fail('main', 'missing')
  return { kind: 'node', ...base, main, post: await script('post'), postIf: runs['post-if'] ?? 'always()' }
}

const readInputs = (inputs: Record<string, Json>) => ({
  inputs: Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, asMap(input)['default'] ?? ''])),
  deprecated: Object.fromEntries(
    Object.entries(inputs).flatMap(([name, input]) => {
      const message = asMap(input)['deprecationMessage']
      return typeof message === 'string' ? [[name, message]] : []
    }),
  ),
})

const readOutputs = (outputs: Record<string, Json>): TemplateMap =>
  Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, asMap(output)['value'] ?? '']))

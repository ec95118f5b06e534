// Takes one guard after another out of a copy of the sources and runs the tests that have to notice. Fails when they do
// not. `npm run mutations -- token` does so only for those whose name or file has this word.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { mutations } from './mutations/all.ts'
import { type Mutation, withoutGuard } from './mutations/mutation.ts'

const root = join(import.meta.dirname, '..')
const left = new Set(['.git', 'dist', 'node_modules'])
/** A mutation may make the code run for ever. */
const patienceMs = 180_000

type Verdict =
  | { kind: 'passed' }
  /** The name of the first test that failed. */
  | { kind: 'failed'; test: string }
  /** No test has failed, and yet they did not run to their end. */
  | { kind: 'broken'; output: string }

interface Report {
  testResults: { assertionResults: { status: string; fullName: string }[] }[]
}

/** The repository in a folder of its own. */
const createCopy = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutations-'))
  cpSync(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path)) })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const firstFailure = (reportFile: string): string | undefined => {
  if (!existsSync(reportFile)) return undefined
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  return testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed')
    ?.fullName
}

const runTests = async (folder: string, tests: readonly string[], workers: number): Promise<Verdict> => {
  const report = join(folder, 'mutations.json')
  rmSync(report, { force: true })
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const options = ['run', '--bail', '1', '--retry', '0', '--maxWorkers', String(workers), '--reporter', 'json']
  const child = spawn(process.execPath, [vitest, ...options, '--outputFile', report, ...tests], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patienceMs,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code === 0) return { kind: 'passed' }
  const test = firstFailure(report)
  return test === undefined ? { kind: 'broken', output } : { kind: 'failed', test }
}

const runWithout = async (folder: string, mutation: Mutation): Promise<Verdict> => {
  const path = join(folder, mutation.file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, withoutGuard(text, mutation))
  const verdict = await runTests(folder, mutation.tests, 1)
  writeFileSync(path, text)
  return verdict
}

/** What is printed of a mutation, and whether its tests have noticed. */
const judge = ({ name }: Mutation, verdict: Verdict): { line: string; isNoticed: boolean } => {
  switch (verdict.kind) {
    case 'failed':
      return { line: `killed    ${name}\n          by: ${verdict.test}`, isNoticed: true }
    case 'passed':
      return { line: `SURVIVED  ${name}`, isNoticed: false }
    case 'broken':
      return { line: `BROKEN    ${name}\n${verdict.output}`, isNoticed: false }
  }
}

const testAll = async (chosen: readonly Mutation[], folders: readonly string[]): Promise<number> => {
  const waiting = [...chosen]
  let noticed = 0
  const work = async (folder: string) => {
    for (let mutation = waiting.shift(); mutation; mutation = waiting.shift()) {
      const { line, isNoticed } = judge(mutation, await runWithout(folder, mutation))
      console.log(line)
      if (isNoticed) noticed += 1
    }
  }
  await Promise.all(folders.map(work))
  return noticed
}

const word = process.argv[2] ?? ''
const chosen = mutations.filter(({ name, file }) => `${name} ${file}`.toLowerCase().includes(word.toLowerCase()))
if (chosen.length === 0) throw new Error(`no guard has '${word}' in its name or file`)
// Says at once what is not there to be taken away.
for (const mutation of chosen) withoutGuard(readFileSync(join(root, mutation.file), 'utf8'), mutation)

const folders = Array.from({ length: Math.min(availableParallelism(), 4) }, createCopy)
try {
  const [folder = ''] = folders
  const before = await runTests(folder, [...new Set(chosen.flatMap(({ tests }) => tests))], folders.length)
  const noticed = before.kind === 'passed' ? await testAll(chosen, folders) : 0
  if (before.kind === 'passed') console.log(`${noticed} of ${chosen.length} guards are missed when they are gone.`)
  else console.log('Nothing is taken away, and a test fails:', before.kind === 'failed' ? before.test : before.output)
  if (noticed < chosen.length) process.exitCode = 1
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true })
}

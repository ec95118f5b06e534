// Writes down which test of the orchestrator asks for which operation, by running them. With --check it runs all tests
// of the repository, writes nothing, and fails when a test no longer asks for what is written down, or when none sees an
// answer that the contract declares. --calls FILE looks at what a test run with COVERAGE_FILE=FILE has written instead
// of running them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import document from '../src/contract/openapi.json' with { type: 'json' }
import { coverageFile, readCoverage, unseenAnswers } from './api-coverage.ts'
import { lostCoverage, testFolders, toCoverage } from './recorded-calls.ts'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

/** What the tests write down of their calls; undefined when one of them fails. */
const runTests = (...files: string[]): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const calls = join(folder, 'calls.txt')
  try {
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
      cwd: root,
      env: { ...process.env, COVERAGE_FILE: calls },
      stdio: 'inherit',
    })
    return status === 0 ? readFileSync(calls, 'utf8') : undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, calls: { type: 'string' } } })
const isCheck = values.check
const run = () => (isCheck ? runTests() : runTests(...testFolders))
const calls = values.calls === undefined ? run() : readFileSync(values.calls, 'utf8')
const path = join(root, coverageFile)

if (calls === undefined) process.exitCode = 1
else {
  const coverage = toCoverage(calls)
  const unseen = unseenAnswers(document, readCoverage(coverage))
  if (isCheck) {
    const lost = lostCoverage(readCoverage(readFileSync(path, 'utf8')), readCoverage(coverage))
    if (lost.length > 0) {
      console.log(
        `${lost.join('\n')}\nRun \`node scripts/coverage.ts\` and \`npm run generate\`, and commit the result.`,
      )
    }
    if (lost.length + unseen.length > 0) process.exitCode = 1
  } else {
    writeFileSync(path, coverage)
    console.log(`${coverageFile} written`)
  }
  if (unseen.length > 0) {
    console.log(`${unseen.join('\n')}\nTest what can be answered, and take out of the contract what cannot.`)
  }
}

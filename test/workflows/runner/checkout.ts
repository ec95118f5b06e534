import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runWorkflow, type WorkflowOptions } from '../../../scripts/workflow/run.ts'

/** A temporary checkout of the project with these files in it (path to content), gone when the test ends. */
export const aCheckout = (files: Record<string, string> = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

const WORKFLOW_FILE = '.github/workflows/test.yml'

type Options = Omit<WorkflowOptions, 'file' | 'checkout'> & { files?: Record<string, string> }

/** Runs the text of a workflow file in a checkout of its own. */
export const run = async (workflow: string, { files = {}, write, ...options }: Options = {}) => {
  const checkout = aCheckout({ ...files, [WORKFLOW_FILE]: workflow })
  let log = ''
  const result = await runWorkflow({
    ...options,
    file: join(checkout, WORKFLOW_FILE),
    checkout,
    write: (text) => {
      log += text
      write?.(text)
    },
  })
  return { ...result, log, checkout }
}

/** The lines of a log without their indent. */
export const linesOf = (log: string) => log.split('\n').map((line) => line.trim())

/** A workflow of one job, from the text of its `steps:`, indented by nothing. */
export const oneJob = (steps: string, extra = '') =>
  `on: [push, workflow_dispatch, pull_request]
jobs:
  only:
    runs-on: ubuntu-latest
${extra === '' ? '' : `${indent(extra, 4)}\n`}    steps:
${indent(steps, 6)}
`

const indent = (text: string, by: number) =>
  text
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(by) + line))
    .join('\n')

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECT_ROOT } from '../../scripts/workflow/project.ts'
import type { WorkflowResult } from '../../scripts/workflow/result.ts'
import { runWorkflow, type WorkflowOptions } from '../../scripts/workflow/run.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { aServedShop } from '../dist/a-served-shop.ts'

const pipelines = {
  'pipelines/release.yaml': `id: release
name: Release
on: { deployment_request: {} }
jobs:
  deploy:
    steps:
      - uses: actions/humanitec/log@v1
        with: { message: deploying }
`,
  'pipelines/announce.yaml': `id: announce
name: Announce
on:
  pipeline_call:
    inputs:
      commit: { type: string, required: true }
      attempt: { type: number, default: 1 }
jobs:
  say:
    steps:
      - uses: actions/humanitec/log@v1
        with: { message: 'Pipelines of \${{ inputs.commit }}' }
`,
}

/** Runs the example in a repository with these files. */
const run = async (files: Record<string, string>, options: Partial<WorkflowOptions>) => {
  const source = mkdtempSync(join(tmpdir(), 'pipelines-'))
  onTestFinished(() => rmSync(source, { recursive: true, force: true }))
  for (const [path, text] of Object.entries({ ...pipelines, ...files })) {
    mkdirSync(dirname(join(source, path)), { recursive: true })
    writeFileSync(join(source, path), text)
  }
  mkdirSync(join(source, 'pipelines/seed'))
  cpSync(join(PROJECT_ROOT, 'examples/seeds/online-boutique.yaml'), join(source, 'pipelines/seed/shop.yaml'))
  let log = ''
  const write = (text: string) => {
    log += text
  }
  const result = await runWorkflow({
    file: join(PROJECT_ROOT, 'examples/workflows/pipelines.yml'),
    source,
    write,
    ...options,
  })
  return { result, log }
}

const conclusions = ({ jobs }: WorkflowResult) =>
  Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]))

test('a pull request is told what would change, without an account', async () => {
  const { result, log } = await run({}, { event: 'pull_request' })
  expect(conclusions(result)).toEqual({ Check: 'success', Apply: 'skipped' })
  expect(log).toContain('2 of 2 pipelines would change. This was a dry run.')
  expect(result.summary).toContain('📝 planned')
  expect(result.summary).toContain('➕ environment `staging`')
})

test('a pull request with a mistake is shown where it is', async () => {
  const wrong = pipelines['pipelines/release.yaml'].replace('log@v1', 'lgo@v1')
  const { result } = await run({ 'pipelines/release.yaml': wrong }, { event: 'pull_request' })
  expect(conclusions(result)).toMatchObject({ Check: 'failure' })
  expect(result.annotations[0]).toMatchObject({ level: 'error', file: 'pipelines/release.yaml', line: 7 })
})

test('what is merged is applied, and run', async () => {
  const { url, call, inputs, runs } = await aServedShop()
  const vars = { HUMANITEC_ORG: inputs.org, HUMANITEC_APP: inputs.app, HUMANITEC_API_URL: url }
  const { result, log } = await run({}, { event: 'push', vars, secrets: { HUMANITEC_TOKEN: inputs.token } })
  expect(conclusions(result)).toEqual({ Check: 'skipped', Apply: 'success' })
  expect(log).toMatch(/Pipelines of [0-9a-f]{40}/)
  expect(await call('GET', `${shop}/pipeline-criteria?pipeline=release`)).toMatchObject([{ env_id: 'staging' }])
  expect(await runs()).toMatchObject([{ pipeline_id: 'announce', status: 'succeeded', inputs: { attempt: 1 } }])
})

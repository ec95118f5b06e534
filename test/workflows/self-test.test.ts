import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECT_ROOT } from '../../scripts/workflow/project.ts'
import type { WorkflowResult } from '../../scripts/workflow/result.ts'
import { runWorkflow, type WorkflowOptions } from '../../scripts/workflow/run.ts'

const run = async (options: WorkflowOptions) => {
  let log = ''
  const result = await runWorkflow({
    ...options,
    write: (text) => {
      log += text
    },
  })
  return { result, log }
}

const stepsOf = ({ jobs }: WorkflowResult) =>
  jobs.flatMap(({ steps }) => steps.map(({ name, conclusion }) => `${name}: ${conclusion}`))

/** Where the log says that an orchestrator listens. */
const addressesIn = (log: string) => Array.from(log.matchAll(/listens at (http:\S+)/g), ([, url = '']) => url)

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )

test('a release is tried against an orchestrator that runs within the job, and ends with it', async () => {
  const { result, log } = await run({
    file: join(PROJECT_ROOT, 'examples/workflows/self-test.yml'),
    event: 'pull_request',
  })
  expect(stepsOf(result)).toEqual([
    'Check out: success',
    'Start the orchestrator: success',
    'Register the image: success',
    'Plan the change: success',
    'Deploy to staging: success',
    'Plan the same change again: success',
    'Ask for production: success',
    'Wait until it asks for an approval: success',
    'Compare what came out: success',
    'Post Ask for production: skipped',
    'Post Deploy to staging: skipped',
    'Post Start the orchestrator: success',
  ])
  expect(result.conclusion).toBe('success')
  expect(result.annotations).toMatchObject([{ level: 'notice', title: 'Approval needed' }])
  expect(log).toContain('The orchestrator is stopped.')
  // Nothing was left for the runner to end.
  expect(log).not.toContain('background process')
  expect(log).not.toMatch(/local-[0-9a-f]{40}/)
  const [url = ''] = addressesIn(log)
  expect(await isUp(url)).toBe(false)
})

/** Runs a job with these steps; `ORCHESTRATOR` stands for the action. */
const runJob = (steps: string, options: Partial<WorkflowOptions> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'self-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'workflow.yml')
  const uses = 'humanitec-actions/humanitec-actions/actions/orchestrator@v1'
  const text = `on: push\njobs:\n  only:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
  writeFileSync(file, text.replaceAll('ORCHESTRATOR', uses))
  return run({ ...options, file })
}

test('a job that fails stops its orchestrator all the same', async () => {
  const { result, log } = await runJob(`
      - uses: ORCHESTRATOR
      - run: |
          curl --noproxy 127.0.0.1 --silent --fail -H "Authorization: Bearer $HUMANITEC_TOKEN" "$HUMANITEC_API_URL/orgs/$HUMANITEC_ORG/apps"
      - run: exit 1
`)
  expect(stepsOf(result).map((step) => step.split(': ').at(-1))).toEqual(['success', 'success', 'failure', 'success'])
  expect(log).toContain('The orchestrator is stopped.')
  expect(await isUp(addressesIn(log)[0] ?? '')).toBe(false)
})

test('two orchestrators of one job are two, and the later steps use the second', async () => {
  const { result, log } = await runJob(`
      - { id: one, uses: ORCHESTRATOR }
      - { id: two, uses: ORCHESTRATOR }
      - run: test "$HUMANITEC_API_URL" = '\${{ steps.two.outputs.api-url }}' && test '\${{ steps.one.outputs.api-url }}' != "$HUMANITEC_API_URL"
`)
  expect(result.conclusion).toBe('success')
  const addresses = addressesIn(log)
  expect(addresses).toHaveLength(2)
  expect(await Promise.all(addresses.map(isUp))).toEqual([false, false])
  expect(log.match(/The orchestrator is stopped\./g)).toHaveLength(2)
})

test('an orchestrator that its post step no longer finds is ended by the runner, with the job', async () => {
  const { result, log } = await runJob(`
      - uses: ORCHESTRATOR
      - run: rm -r "$RUNNER_TEMP"/humanitec-*
`)
  expect(result.jobs[0]?.conclusion).toBe('success')
  expect(log).toContain('Ended 1 background process.')
  expect(await isUp(addressesIn(log)[0] ?? '')).toBe(false)
})

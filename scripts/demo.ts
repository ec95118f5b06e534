import { parseArgs } from 'node:util'
import { renderMarkdown, type Screen } from './demo/markdown.ts'
import { type RunningOrchestrator, startOrchestrator } from './demo/orchestrator.ts'
import { failingImage, releaseOptions, SEED_FILE, TAG } from './demo/release.ts'
import { formatResult } from './workflow/report.ts'
import type { WorkflowResult } from './workflow/result.ts'
import { runWorkflow } from './workflow/run.ts'
import { listenForSignals } from './workflow/signals.ts'

const USAGE = `Usage: npm run demo [-- options]

Releases Google's Online Boutique: starts the orchestrator with examples/seeds/online-boutique.yaml, runs
examples/workflows/release.yml against it, and shows the job summaries. Everything happens on this machine.

  --fail   one of the new images does not start
  --help   show this text

Exit code: 0 after a release, 1 when it failed or was cancelled, 2 for wrong options.`

const write = (text: string) => void process.stdout.write(text)

const screen: Screen = {
  columns: Math.min(process.stdout.columns ?? 120, 160),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
}

/** As GitHub's page of the run shows them: one after the other, under the names of their jobs. */
const renderSummaries = ({ jobs }: WorkflowResult) =>
  jobs
    .filter(({ summary }) => summary !== '')
    .map(({ name, summary }) => {
      const title = `── ${name} summary `
      return `${title.padEnd(screen.columns, '─')}\n\n${renderMarkdown(summary, screen)}`
    })
    .join('\n\n')

const breakImage = async ({ url }: RunningOrchestrator) => {
  const response = await fetch(`${url}/_orchestrator/cluster`, { method: 'POST', body: JSON.stringify(failingImage) })
  if (!response.ok) throw new Error(`The control door answered ${response.status}: ${await response.text()}`)
}

const demonstrate = async ({ fail }: { fail: boolean }): Promise<number> => {
  const signals = listenForSignals(write)
  const orchestrator = await startOrchestrator(['--seed', SEED_FILE, ...(fail ? ['--control'] : [])])
  try {
    write(`The orchestrator listens on ${orchestrator.url}. Releasing Online Boutique ${TAG}:\n\n`)
    if (fail) await breakImage(orchestrator)
    const options = releaseOptions(orchestrator.url)
    const result = await runWorkflow({ ...options, ...signals, colour: screen.colour, write })
    write(formatResult({ ...result, summary: renderSummaries(result) }))
    return result.conclusion === 'success' ? 0 : 1
  } finally {
    await orchestrator.stop()
  }
}

const readOptions = () => {
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { fail: flag, help: flag } }).values
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`)
    return undefined
  }
}

const options = readOptions()
if (!options) process.exitCode = 2
else if (options.help) write(`${USAGE}\n`)
else {
  try {
    process.exitCode = await demonstrate(options)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}

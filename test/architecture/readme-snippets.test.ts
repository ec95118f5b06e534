import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { createActionLoader } from '../../scripts/workflow/actions.ts'
import { parseWorkflowFile } from '../../scripts/workflow/parse.ts'
import { root } from './sources.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = [
  'README.md',
  'docs/release.md',
  ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}/README.md`),
]

const indented = (text: string) => text.replace(/^(?=.)/gm, '      ')

/** What a page shows as a whole workflow; jobs and steps stand in the least of one. Undefined for other YAML. */
const toWorkflow = (snippet: string): string | undefined => {
  if (/^- (?:id|if|uses|run|name):/.test(snippet))
    return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented(snippet)}`
  if (!/^jobs:/m.test(snippet)) return undefined
  return /^on:/m.test(snippet) ? snippet : `on: push\n${snippet}`
}

const workflows = pages.flatMap((page) =>
  Array.from(read(page).matchAll(/^```yaml\n(.*?)^```/gms), ([, snippet = '']) => toWorkflow(snippet))
    .filter((workflow) => workflow !== undefined)
    .map((workflow, index) => ({ page, number: index + 1, workflow })),
)

interface Steps {
  env?: object
  jobs: Record<string, { env?: object; steps?: { uses?: string; with?: object }[] }>
}

/** The inputs that a workflow gives to actions of ours that do not have them. */
const unknownInputs = (workflow: string): string[] =>
  Object.values((parse(workflow) as Steps).jobs).flatMap(({ steps = [] }) =>
    steps.flatMap(({ uses = '', with: given = {} }) => {
      const [, path] = /^humanitec-actions\/humanitec-actions\/?([^@]*)@/.exec(uses) ?? []
      if (path === undefined) return []
      const { inputs = {} } = parse(read(join(path, 'action.yml'))) as { inputs?: object }
      return Object.keys(given)
        .filter((input) => !(input in inputs))
        .map((input) => `${uses}: ${input}`)
    }),
  )

test.each(workflows)('$page shows a workflow that can be run: $number', async ({ page, workflow }) => {
  await parseWorkflowFile(page, workflow, createActionLoader(root))
  expect(unknownInputs(workflow)).toEqual([])
})

const examples = readdirSync(join(root, 'examples/workflows')).map((name) => `examples/workflows/${name}`)

test.each([...workflows, ...examples.map((page) => ({ page, number: 1, workflow: read(page) }))])(
  '$page hands secrets to the steps that need them, and not to all of a job: $number',
  ({ workflow }) => {
    const { env, jobs } = parse(workflow) as Steps
    expect(JSON.stringify([env, ...Object.values(jobs).map((job) => job.env)])).not.toContain('secrets.')
  },
)

test('every action shows at least one', () => {
  const shown = new Set(workflows.map(({ page }) => page))
  expect(pages.filter((page) => !shown.has(page))).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { answering } from '../core/an-application.ts'
import { messages } from './a-deployment.ts'
import {
  anyEnv,
  apply,
  pipelineCall,
  criteria,
  pipeline,
  pull,
  release1,
  release2,
  stored,
  writes,
} from './a-pipeline-file.ts'
import { aRelease } from './a-release.ts'

const broken = `id: broken
name: Broken
on: { deployment_request: {} }
jobs:
  one:
    steps:
      - uses: actions/humanitec/lgo@v1
  two:
    needs: [three]
    steps: []
`

test('creates what is new, updates what has changed, and leaves the rest alone', async () => {
  const release = await aRelease()
  await release.aPipeline(release1)
  await release.aPipeline(pipeline('same'))
  const files = {
    'pipelines/a.yaml': release2,
    'pipelines/b.yml': pipeline('fresh', { on: pipelineCall }),
    'pipelines/c.yaml': pipeline('same'),
    'pipelines/notes.md': 'not a pipeline',
  }
  const { runner, requests } = await apply(release, files)
  expect(runner.annotations).toEqual([])
  expect(runner.outputs).toMatchObject({ status: 'applied', changed: 'true', 'result-truncated': 'false' })
  expect(JSON.parse(runner.outputs['result'] ?? '')).toMatchObject([
    { id: 'release', file: 'pipelines/a.yaml', change: 'update', outcome: 'applied', problems: [] },
    { id: 'fresh', file: 'pipelines/b.yml', change: 'create' },
    { id: 'same', file: 'pipelines/c.yaml', change: 'none' },
  ])
  expect(await stored(release, 'release')).toBe(release2)
  expect(await stored(release, 'fresh')).toBe(files['pipelines/b.yml'])
  expect(writes(requests)).toEqual([
    `PATCH ${shop}/pipelines/release?dry_run=true`,
    `POST ${shop}/pipelines?dry_run=true`,
    `PATCH ${shop}/pipelines/release`,
    `POST ${shop}/pipelines`,
  ])
  expect(runner.summaryText).toContain('### Pipelines of local-org/shop: ✅ applied')
  expect(runner.summaryText).toContain('1 new, 1 changed, 1 unchanged')
  expect(runner.summaryText).toMatch(/```diff\n@@ -4,4 \+4,4 @@\n(?: .*\n)+-.*"hello".*\n\+.*"hello again"/)
})

test('a second time there is nothing to do', async () => {
  const release = await aRelease()
  const inputs = { criteria: 'release: [{ env_type: production }]' }
  await apply(release, { 'pipelines/a.yaml': release1 }, {}, inputs)
  const again = await apply(release, { 'pipelines/a.yaml': release1.replaceAll('\n', '\r\n') }, {}, inputs)
  expect(writes(again.requests)).toEqual([])
  expect(again.runner.outputs).toMatchObject({ status: 'applied', changed: 'false' })
})

test('sends the update under the condition that nobody has changed the pipeline', async () => {
  const release = await aRelease()
  await release.aPipeline(release1)
  const { sent } = await apply(release, { 'pipelines/a.yaml': release2 })
  const etags = sent.filter(({ method }) => method === 'PATCH').map(({ headers }) => headers['if-match'])
  expect(etags).toEqual([expect.stringMatching(/^"\w+"$/), expect.stringMatching(/^"\w+"$/)])
})

describe('on a pull request', () => {
  test('tells what would change, and changes nothing', async () => {
    const release = await aRelease()
    await release.aPipeline(release1)
    const { runner } = await apply(release, { 'pipelines/a.yaml': release2 }, pull, {
      criteria: 'release: [{ env_id: production }]',
    })
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({ status: 'planned', changed: 'true' })
    expect(await stored(release, 'release')).toBe(release1)
    expect(await criteria(release)).toEqual([anyEnv])
    expect(runner.summaryText).toContain('➕ environment `production`')
    expect(runner.summaryText).toContain('+      - { uses')
  })

  test('is applied all the same if told to', async () => {
    const release = await aRelease()
    const { runner } = await apply(release, { 'pipelines/a.yaml': release1 }, pull, { 'dry-run': 'false' })
    expect(runner.outputs['status']).toBe('applied')
  })

  test('every problem is shown at its line, in every file', async () => {
    const release = await aRelease()
    const files = { 'pipelines/a.yaml': broken, 'pipelines/b.yaml': 'id: [unclosed\n', 'pipelines/c.yaml': release1 }
    const { runner } = await apply(release, files, pull)
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'refused' })
    const places = runner.annotations.map(({ properties: { file, line } }) => [file, line])
    expect(places).toContainEqual(['pipelines/a.yaml', '7'])
    expect(places).toContainEqual(['pipelines/a.yaml', '9'])
    expect(places.filter(([file]) => file === 'pipelines/b.yaml').length).toBeGreaterThan(0)
    expect(places.at(-1)).toEqual([undefined, undefined])
    expect(runner.annotations[0]).toMatchObject({ kind: 'error', properties: { column: '15' } })
    expect(runner.annotations[0]?.message).toContain('lgo')
  })
})

test('one wrong file is enough to leave all as they are', async () => {
  const release = await aRelease()
  const { runner, requests } = await apply(release, { 'pipelines/a.yaml': release1, 'pipelines/b.yaml': broken })
  expect(runner.outputs).toMatchObject({ status: 'refused', changed: 'false' })
  expect(writes(requests).filter((request) => !request.includes('dry_run'))).toEqual([])
  expect(messages(runner.annotations)).toContain('Nothing was changed')
})

test.each([
  ['no id', 'name: x\n', 'The file has no `id`', '1'],
  ['an id that is a number', 'name: x\nid: 42\n', 'The `id` is not a text', '2'],
  ['no mapping', '- a\n', 'A pipeline file is a mapping', '1'],
  ['nothing in it', '', 'A pipeline file is a mapping', '1'],
  ['the id of another file', release1, "The id 'release' is that of pipelines/a.yaml already", '1'],
])('refuses a file with %s', async (_what, text, message, line) => {
  const release = await aRelease()
  const { runner } = await apply(release, { 'pipelines/a.yaml': release1, 'pipelines/b.yaml': text }, pull)
  expect(runner.annotations[0]).toMatchObject({ properties: { file: 'pipelines/b.yaml', line } })
  expect(runner.annotations[0]?.message).toContain(message)
})

test('a server that only says in words where a problem is has it shown there too', async () => {
  const release = await aRelease()
  const refusal = { status: 400, body: '{"error":"PIP-1","message":"invalid YAML at line 6, column 3: no such thing"}' }
  const through = answering(/POST .*\/pipelines$/, () => refusal)
  const { runner } = await apply(release, { 'pipelines/a.yaml': release1 }, { through, ...pull })
  expect(runner.annotations[0]?.properties).toMatchObject({ file: 'pipelines/a.yaml', line: '6', column: '3' })
})

test.each([
  [{ files: '' }, "Input 'files' is required"],
  [{ files: 'nowhere' }, 'Input \'files\' is "nowhere", which does not exist.'],
  [{ files: 'nowhere\nelsewhere' }, 'has "nowhere", which does not exist'],
  [{ files: 'docs/*.yaml' }, 'is a pattern, and patterns are not filled in. Name the folder, or each file.'],
  [{ files: '../..' }, 'lies outside of the workspace'],
  [{ files: '.git' }, 'lies in .git'],
  [{ files: 'docs' }, 'is a folder with no file that ends with .yaml or .yml'],
  [{ criteria: 'a' }, 'is not a mapping'],
  [{ criteria: 'release: {}' }, 'at pipeline "release" has no list'],
  [{ criteria: 'release: [x]' }, 'has an item that is not a mapping'],
  [{ criteria: 'release: [{ env: x }]' }, 'has the key "env"; there are env_id, env_type'],
  [{ criteria: 'release: [{ env_id: 3 }]' }, 'has a `env_id` that is not a text'],
  [{ criteria: 'release: [{ deployment_type: x }]' }, 'has the `deployment_type` "x"; there are deploy and re-deploy'],
  [
    { criteria: '{ release: [{}], other: [{ env_id: "*" }] }' },
    'has the criteria for every environment, which "release"',
  ],
  [{ 'dry-run': 'maybe' }, 'is not a boolean'],
])('refuses %j, and sends nothing', async (inputs, message) => {
  const release = await aRelease()
  const { runner, requests } = await apply(release, { 'pipelines/a.yaml': release1, 'docs/x.md': '' }, {}, inputs)
  expect(runner.exitCode).toBe(1)
  expect(messages(runner.annotations)).toContain(message)
  expect(requests).toEqual([])
})

import { describe, expect, test } from 'vitest'
import * as applyPipeline from '../../src/actions/apply-pipeline/main.ts'
import { NetworkError } from '../../src/errors.ts'
import { shop } from '../orchestrator/a-shop.ts'
import { answering, type Through } from '../core/an-application.ts'
import { messages } from './a-deployment.ts'
import { aRelease, type Release, step } from './a-release.ts'

const pipeline = (id: string, { name = id, on = 'deployment_request: {}', message = 'hello' } = {}) => `id: ${id}
name: ${name}
on: { ${on} }
jobs:
  one:
    steps:
      - ${step.log(message)}
`

const call = 'pipeline_call: {}'
const release1 = pipeline('release')
const release2 = pipeline('release', { message: 'hello again' })
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

const pull = { env: { GITHUB_EVENT_NAME: 'pull_request' } }
const apply = (release: Release, files: Record<string, string>, options: object = {}, inputs: object = {}) =>
  release.act(applyPipeline, { files, ...options, inputs: { files: 'pipelines', ...inputs } })

const writes = (requests: readonly string[]) => requests.filter((request) => !request.startsWith('GET'))
const stored = async (release: Release, id: string) => {
  const { body } = await release.orchestrator.handle({
    method: 'GET',
    url: `http://orchestrator.test${shop}/pipelines/${id}/schema`,
    headers: {
      authorization: `Bearer ${release.orchestrator.token}`,
      accept: 'application/x.humanitec-pipelines-v1.0+yaml',
    },
  })
  return body
}
const criteria = async (release: Release) => {
  const all = (await release.get(`${shop}/pipeline-criteria`)) as Record<string, string>[]
  return all.map((each) => [
    each['pipeline_id'],
    each['env_id'] ?? '',
    each['env_type'] ?? '',
    each['deployment_type'] ?? '',
  ])
}
const anyEnv = ['default', '', '', '']

test('creates what is new, updates what has changed, and leaves the rest alone', async () => {
  const release = await aRelease()
  await release.aPipeline(release1)
  await release.aPipeline(pipeline('same'))
  const files = {
    'pipelines/a.yaml': release2,
    'pipelines/b.yml': pipeline('fresh', { on: call }),
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

describe('somebody else who changes a pipeline meanwhile', () => {
  const meanwhile =
    (release: Release, text: string): Through =>
    (send) => {
      let isDone = false
      return async (request) => {
        if (request.method === 'PATCH' && !request.url.includes('dry_run') && !isDone) {
          isDone = true
          await release.call('PATCH', `${shop}/pipelines/release`, text, { authorization: 'Bearer dora' })
        }
        return send(request)
      }
    }

  test('is named, and the change is left as it is', async () => {
    const release = await aRelease()
    await release.aPipeline(release1)
    const theirs = pipeline('release', { message: 'theirs' })
    const through = meanwhile(release, theirs)
    const files = { 'pipelines/a.yaml': release2, 'pipelines/b.yaml': pipeline('fresh') }
    const { runner } = await apply(release, files, { through })
    expect(runner.exitCode).toBe(1)
    expect(runner.outputs).toMatchObject({ status: 'conflict', changed: 'false' })
    expect(await stored(release, 'release')).toBe(theirs)
    expect(messages(runner.annotations)).toMatch(
      /Pipeline 'release' was changed by 'dora' at \d{4}-.* after it was read/,
    )
    const outcomes = JSON.parse(runner.outputs['result'] ?? '').map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes).toEqual(['conflict', 'skipped'])
  })

  test('to the same text, or back to what it was, does no harm', async () => {
    for (const theirs of [release2, release1]) {
      const release = await aRelease()
      await release.aPipeline(release1)
      const through = meanwhile(release, theirs)
      const { runner } = await apply(release, { 'pipelines/a.yaml': release2 }, { through })
      expect(runner.outputs['status']).toBe('applied')
      expect(await stored(release, 'release')).toBe(release2)
    }
  })
})

describe('answers that are lost', () => {
  const losing = (pattern: RegExp, { delivered }: { delivered: boolean }): Through => {
    let count = 0
    return (send) => async (request) => {
      if (!pattern.test(`${request.method} ${request.url}`) || ++count > 1) return send(request)
      if (delivered) await send(request)
      throw new NetworkError('connection reset')
    }
  }

  test.each([
    ['a new pipeline', /POST .*\/pipelines$/, true],
    ['a new pipeline that was never made', /POST .*\/pipelines$/, false],
    ['an update', /PATCH .*\/pipelines\/release$/, true],
    ['an update that was never made', /PATCH .*\/pipelines\/release$/, false],
    ['a criterion', /POST .*\/criteria$/, true],
    ['a criterion that was never made', /POST .*\/criteria$/, false],
    ['the removal of a criterion', /DELETE /, true],
    ['a trial of a new pipeline', /POST .*dry_run/, true],
    ['a trial of an update', /PATCH .*dry_run/, false],
  ])('for %s', async (_what, pattern, delivered) => {
    const release = await aRelease()
    await release.aPipeline(release1)
    await release.call('POST', `${shop}/pipelines/release/criteria`, {
      trigger: 'deployment_request',
      env_id: 'staging',
    })
    const { runner } = await apply(
      release,
      { 'pipelines/a.yaml': release2, 'pipelines/b.yaml': pipeline('fresh', { on: call }) },
      { through: losing(pattern, { delivered }) },
      { criteria: 'release: [{ env_type: production }]' },
    )
    expect(runner.outputs['status']).toBe('applied')
    expect(await stored(release, 'release')).toBe(release2)
    expect(await stored(release, 'fresh')).toContain('id: fresh')
    expect(await criteria(release)).toEqual([anyEnv, ['release', '', 'production', '']])
    const versions = await release.get(`${shop}/pipelines/release/versions`)
    expect(versions).toHaveLength(2)
  })

  test('for good leave the status unknown', async () => {
    const release = await aRelease()
    const through = answering(/POST .*\/pipelines$/, (count) => (count > 1 ? new NetworkError('reset') : undefined))
    const { runner } = await apply(release, { 'pipelines/a.yaml': release1 }, { through })
    expect(runner.outputs['status']).toBe('unknown')
    expect(messages(runner.annotations)).toContain("Pipeline 'release' may have been changed or not")
  })
})

describe('criteria', () => {
  const files = {
    'pipelines/a.yaml': release1,
    'pipelines/b.yaml': pipeline('block'),
    'pipelines/c.yaml': pipeline('called', { on: call }),
  }
  const given = (text: string) => ({ criteria: text })

  test('become what the workflow says, and those of other pipelines stay', async () => {
    const release = await aRelease()
    await apply(
      release,
      files,
      {},
      given('release: [{ env_id: staging }, { env_type: production, deployment_type: redeploy }]'),
    )
    expect(await criteria(release)).toEqual([
      anyEnv,
      ['release', 'staging', '', ''],
      ['release', '', 'production', 're-deploy'],
    ])
    const { runner } = await apply(
      release,
      files,
      {},
      given('{ release: [{ env_type: production }], block: [{ env_id: staging }] }'),
    )
    expect(await criteria(release)).toEqual([anyEnv, ['release', '', 'production', ''], ['block', 'staging', '', '']])
    expect(JSON.parse(runner.outputs['result'] ?? '')[0].criteria).toEqual({ added: 1, removed: 2 })
  })

  test('go before the trigger that they need, and come after it', async () => {
    const release = await aRelease()
    await apply(release, files, {}, given('release: [{ env_id: staging }]'))
    const swapped = {
      ...files,
      'pipelines/a.yaml': pipeline('release', { on: call }),
      'pipelines/c.yaml': pipeline('called'),
    }
    const wanted = given('{ release: [], called: [{ env_id: staging }] }')
    const checked = await apply(release, swapped, pull, wanted)
    expect(checked.runner.outputs['status']).toBe('planned')
    const { runner } = await apply(release, swapped, {}, wanted)
    expect(runner.outputs['status']).toBe('applied')
    expect(await criteria(release)).toEqual([anyEnv, ['called', 'staging', '', '']])
  })

  test.each([
    ['release: [{}]', "Pipeline 'default' has the criteria for every environment already"],
    ['called: [{ env_id: staging }]', "Criteria for 'called' need its trigger `deployment_request`"],
  ])('that cannot be are refused before anything is changed: %s', async (text, message) => {
    const release = await aRelease()
    const { runner, requests } = await apply(release, files, {}, given(text))
    expect(runner.outputs['status']).toBe('refused')
    expect(messages(runner.annotations)).toContain(message)
    expect(writes(requests).filter((request) => !request.includes('dry_run'))).toEqual([])
  })

  test('of a pipeline that no file is about are refused', async () => {
    const release = await aRelease()
    const { runner } = await apply(release, files, {}, given('relaese: [{ env_id: staging }]'))
    expect(messages(runner.annotations)).toContain("Input 'criteria' names pipeline 'relaese', which none of the files")
    expect(runner.outputs['status']).toBe('failed')
  })

  test('that the server refuses say what has been done', async () => {
    const release = await aRelease()
    const through = answering(/POST .*\/criteria$/, () => ({ status: 403, body: '{"error":"API-002","message":"no"}' }))
    const { runner } = await apply(release, files, { through }, given('release: [{ env_id: staging }]'))
    expect(runner.outputs).toMatchObject({ status: 'failed', changed: 'true' })
    expect(messages(runner.annotations)).toContain("The criteria of pipeline 'release' could not be changed")
  })
})

test.each([
  [{ files: '' }, "Input 'files' is required"],
  [{ files: 'nowhere' }, 'has "nowhere", which does not exist'],
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

test('a job that is cancelled says what may have happened, and starts nothing more', async () => {
  const release = await aRelease()
  let stop = () => {}
  const through: Through = (send) => async (request) => {
    const answer = await send(request)
    if (request.method === 'POST' && !request.url.includes('dry_run')) stop()
    return answer
  }
  const { runner, requests } = await apply(
    release,
    { 'pipelines/a.yaml': release1, 'pipelines/b.yaml': pipeline('fresh') },
    { through, onStart: (started: { interrupt(): void }) => void (stop = () => started.interrupt()) },
  )
  expect(runner.outputs['status']).toBe('cancelled')
  expect(messages(runner.annotations)).toContain(
    "Pipeline 'release' may have been changed or not: the job was cancelled",
  )
  expect(writes(requests).filter((request) => !request.includes('dry_run'))).toHaveLength(1)
})

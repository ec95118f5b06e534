import { describe, expect, test } from 'vitest'
import type { RunLike } from '../orchestrator/a-shop.ts'
import { hostile, startPipeline, step } from './a-release.ts'
import { aReporter, headSha, marker, planFile, warnings } from './a-reporter.ts'

const of = (run: RunLike) => ({ 'run-id': run.id, 'pipeline-id': run.pipeline_id })

describe('a deployment', () => {
  test('that succeeded is a comment, a deployment and a summary', async () => {
    const { deploy, after, report, comments, deployments } = await aReporter()
    const run = await deploy()
    await after(10_000)
    const { runner } = await report(of(run))
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toEqual([])
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain(`${marker}\n### Deploy to staging of shop: ✅ succeeded after 2s\n`)
    expect(comments[0]?.body).toContain('| Workflow run | [on GitHub](https://github.com/octo-org/shop/actions/runs/')
    expect(runner.summaryText).toContain('### Deploy to staging of shop: ✅ succeeded after 2s\n')
    expect(deployments).toMatchObject([{ sha: headSha, environment: 'staging', transient: false, production: false }])
    expect(deployments[0]?.statuses).toMatchObject([
      {
        state: 'success',
        description: 'Deploy to staging of shop: succeeded after 2s',
        log_url: 'https://github.com/octo-org/shop/actions/runs/7000000001/attempts/1',
        environment_url: '',
      },
    ])
    expect(runner.outputs).toEqual({
      'comment-url': `https://github.com/octo-org/shop/pull/1#issuecomment-${comments[0]?.id}`,
      'github-deployment-id': String(deployments[0]?.id),
    })
  })

  test('is found at the public host of its resources, or where the workflow says', async () => {
    const { call, request, after, report, deployments } = await aReporter()
    const web = { externals: { dns: { type: 'dns' } }, profile: 'humanitec/default-module', spec: {} }
    const delta = await call('POST', '/orgs/local-org/apps/shop/deltas', { modules: { add: { web } } })
    const run = (await request({ env_id: 'staging', delta_id: delta.body.id })).body as RunLike
    await after(10_000)
    await report(of(run))
    await report({ ...of(run), 'environment-url': 'https://shop.example.com/a?b=c' })
    expect(deployments[0]?.statuses.map(({ environment_url }) => environment_url)).toEqual([
      'https://web.staging.shop.local-org.test',
      'https://shop.example.com/a?b=c',
    ])
  })

  test('has a life of statuses, on one deployment and in one comment', async () => {
    const { deploy, after, report, states, comments } = await aReporter()
    await report({ status: 'queued' })
    const run = await deploy()
    await report(of(run))
    await report(of(run))
    await after(10_000)
    await report(of(run))
    expect(states()).toEqual([['queued', 'in_progress', 'success']])
    expect(comments).toHaveLength(1)
    expect(comments[0]?.history.map((body) => /: (\S+ [a-z ]+)/.exec(body)?.[1])).toEqual([
      '⏳ queued',
      '⏳ in progress',
    ])
  })

  test('that failed says why, what its step wrote last, and what to try', async () => {
    const { orchestrator, deploy, after, report, comments, states } = await aReporter()
    orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
    const run = await deploy()
    await after(10_000)
    const { runner } = await report({ ...of(run), status: 'failed' })
    expect(runner.exitCode).toBe(0)
    const body = comments[0]?.body ?? ''
    expect(body).toContain('❌ failed after')
    expect(body).toContain('```\nno such image\n```')
    expect(body).toMatch(/The last lines of \*\*deploy \/ Deploy Set To Environment\*\*.*\n\n```\n/)
    expect(body).toContain('#### What to try')
    expect(states()).toEqual([['failure']])
  })

  test('that was denied says by whom', async () => {
    const release = await aReporter()
    const run = await startPipeline(release, `  go: { steps: [${step.approve('staging')}] }`)
    await release.after(1000)
    const [approval] = await release.approvals()
    await release.decide(approval!, 'deny')
    await release.after(1000)
    await release.report({ ...of(run), status: 'failure' })
    expect(release.comments[0]?.body).toContain('### Deploy to staging of shop: 🚫 denied after')
    expect(release.comments[0]?.body).toMatch(/#### Who decided\n\n- for environment `staging`: 🚫 denied by `\S+`/)
  })

  test('that waits for an approval is queued', async () => {
    const release = await aReporter()
    const run = await startPipeline(release, `  go: { steps: [${step.approve('staging')}] }`)
    await release.after(1000)
    await release.report(of(run))
    expect(release.comments[0]?.body).toContain('⏸️ waits for an approval')
    expect(release.states()).toEqual([['queued']])
  })

  test('without a run is told by its own id', async () => {
    const { deploy, after, report, get, comments } = await aReporter()
    await deploy()
    await after(10_000)
    const [deployment] = await get('/orgs/local-org/apps/shop/envs/staging/deploys')
    await report({ 'deployment-id': deployment.id })
    expect(comments[0]?.body).toContain(`✅ succeeded\n`)
  })
})

describe('after steps that failed', () => {
  test('nothing was deployed when nothing is known, and no token of Humanitec is needed', async () => {
    const { report, comments, deployments } = await aReporter()
    const { runner, requests } = await report({ token: '', org: '', 'run-id': '', 'plan-file': '', status: '' })
    expect(runner.exitCode).toBe(0)
    expect(comments[0]?.body).toContain('❌ not started')
    expect(deployments).toEqual([])
    expect(requests.filter((request) => request.includes('/orgs/'))).toEqual([])
  })

  test('a deployment that had been announced has failed', async () => {
    const { report, states } = await aReporter()
    await report({ status: 'in-progress' })
    await report()
    expect(states()).toEqual([['in_progress', 'failure']])
  })

  test('a platform that cannot be read is a warning, and the rest is told', async () => {
    const { report, comments } = await aReporter()
    const { runner } = await report({ 'run-id': 'none', 'pipeline-id': 'none', status: 'failed' })
    expect(runner.exitCode).toBe(0)
    expect(warnings(runner.annotations)).toEqual([expect.stringContaining('could not be read')])
    expect(comments[0]?.body).toContain('❌ failed\n')
  })
})

test('a plan alone is a comment, and no deployment', async () => {
  const { report, comments, deployments } = await aReporter()
  const change = { scope: 'module', module: 'web', path: '/x', kind: 'changed', before: 1, after: 2 }
  await report({ 'plan-file': 'plan.json' }, { files: planFile([change]) })
  expect(comments[0]?.body).toContain('### Plan for staging of shop: 1 change\n')
  expect(comments[0]?.body).toContain('| web | `/x` | `1` | `2` |')
  expect(deployments).toEqual([])
})

test('hostile text changes nothing but itself', async () => {
  const { report, comments, deployments } = await aReporter()
  const nasty = `${hostile}\u202e --> </details> \`\`\``
  const change = { scope: 'module', module: nasty, path: `/${nasty}`, kind: 'changed', before: nasty, after: nasty }
  const { runner } = await report(
    { status: 'succeeded', 'plan-file': 'plan.json', key: 'a --> <b> | `x`' },
    { files: planFile([change]) },
  )
  const body = comments[0]?.body ?? ''
  expect(body.split('\n')[0]).toMatch(/^<!-- [^>]* -->$/)
  const rest = body
    .slice(body.indexOf('\n'))
    .replace(/^(`{3,}).*?^\1$/gms, '')
    .replace(/`[^`\n]*`/g, '')
  expect(rest).not.toMatch(/<(?!br>|\/?code>|\/?details>|\/?summary>)/)
  expect(rest).not.toMatch(/@octocat/)
  for (const character of ['\u001b', '\u202e']) expect(body).not.toContain(character)
  expect(runner.logged.filter((line) => /^\s*::|##\[/.test(line))).toEqual([])
  expect(deployments[0]?.statuses[0]?.description).not.toContain('\u202e')
})

test('secrets stay here', async () => {
  const { report, comments, deployments } = await aReporter()
  const change = {
    scope: 'module',
    module: 'web',
    path: '/x',
    kind: 'changed',
    before: 'a',
    after: 'is test-token here',
  }
  const inputs = { status: 'succeeded', 'plan-file': 'plan.json', 'run-id': 'x', 'pipeline-id': 'y' }
  const { runner } = await report(
    { ...inputs, 'environment-url': 'https://shop.example.com/?t=test-token' },
    { files: planFile([change]) },
  )
  for (const text of [comments[0]?.body, runner.summaryText, JSON.stringify(deployments), runner.logged.join('\n')]) {
    expect(text).toContain('***')
    expect(text).not.toContain('test-token')
  }
})

test.each([
  [
    'where there is nothing to ask the platform',
    { status: 'succeeded', 'environment-url': 'https://test-token.example' },
  ],
  ['in an error about another input', { env: 'staging', status: 'test-token' }],
])('the token stays here, even %s', async (_, inputs) => {
  const { report, comments, deployments } = await aReporter()
  const { runner } = await report(inputs)
  const everything = [comments, deployments, runner.summaryText, runner.logged, runner.annotations]
  expect(JSON.stringify(everything)).toContain('***')
  expect(JSON.stringify(everything)).not.toContain('test-token')
})

test.each([
  [{ env: '' }, "Input 'env' is required"],
  [{ status: 'fine' }, 'is not one of its choices'],
  [{ 'run-id': 'x' }, "Input 'pipeline-id' is required"],
  [{ 'run-id': 'x', 'pipeline-id': 'y', token: '' }, "Input 'token' is required"],
  [{ 'plan-file': 'plan.json' }, 'is not a plan'],
  [{ 'plan-file': 'none.json' }, 'does not exist'],
  [{ 'environment-url': 'javascript:alert(1)' }, 'is not an address'],
  [{ 'environment-url': 'https://a:b@shop.test' }, 'carries a user name or password'],
  [{ 'pull-request': 'seven' }, 'is not a whole number'],
  [{ timeout: '1s' }, 'is too small'],
] as [Record<string, string>, string][])('%j is refused before anything is sent', async (inputs, message) => {
  const { report } = await aReporter()
  const { runner, requests } = await report(inputs, { files: { 'plan.json': '{"changes": 3}' } })
  expect(runner.exitCode).toBe(1)
  expect(runner.annotations).toMatchObject([{ kind: 'error', message: expect.stringContaining(message) as string }])
  expect(requests).toEqual([])
})

test('summaries can be switched off', async () => {
  const { report } = await aReporter()
  const { runner } = await report({ status: 'succeeded', summary: 'false' })
  expect(runner.summaryText).toBe('')
})

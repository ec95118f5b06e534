import { describe, expect, test } from 'vitest'
import * as report from '../../src/actions/report/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { type GitHubFakeOptions, startGitHub } from '../support/github/fake.ts'
import { aPullRequest, workflowBot } from '../support/github/state.ts'
import type { ActionRunOptions } from '../support/run-action.ts'
import type { RunLike } from '../orchestrator/a-shop.ts'
import { aRelease, hostile, startPipeline, step } from './a-release.ts'

const headSha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const event = { pull_request: { number: 1, head: { ref: 'feature', sha: headSha } } }
const marker = '<!-- humanitec-actions:report env=staging app=shop key= -->'
const octocat = { login: 'octocat', type: 'User' } as const

/** A release, and GitHub beside it, with one open pull request that the workflow is about. */
const aReporter = async (options: GitHubFakeOptions = {}) => {
  const release = await aRelease()
  const github = startGitHub({
    repository: 'octo-org/shop',
    apiUrl: 'https://api.github.com',
    clock: release.clock,
    pullRequests: [aPullRequest({ headRepository: 'octo-org/shop' })],
    ...options,
  })
  const besideGitHub =
    (send: Transport): Transport =>
    (request) =>
      request.url.startsWith('https://api.github.com/') ? github.transport(request) : send(request)
  const { comments, deployments } = github.state
  return {
    ...release,
    github,
    comments,
    deployments,
    /** The states of each deployment, the oldest first. */
    states: () => deployments.map(({ statuses }) => statuses.map(({ state }) => state)),
    deploy: async () => (await release.request({ env_id: 'staging', delta_id: release.deltaId })).body as RunLike,
    report: (inputs: Record<string, string> = {}, { through = (send) => send, ...more }: ActionRunOptions = {}) =>
      release.act(report, {
        event,
        ...more,
        inputs: { env: 'staging', 'github-token': github.connection.token, ...inputs },
        through: (send) => through(besideGitHub(send)),
      }),
  }
}

const of = (run: RunLike) => ({ 'run-id': run.id, 'pipeline-id': run.pipeline_id })
const warnings = (annotations: readonly { kind: string; message: string }[]) =>
  annotations.filter(({ kind }) => kind === 'warning').map(({ message }) => message)

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

describe('the comment', () => {
  test('is left alone when it says what there is to say', async () => {
    const { report, comments, github } = await aReporter()
    await report({ status: 'succeeded' })
    await report({ status: 'succeeded' })
    expect(comments).toMatchObject([{ history: [] }])
    expect(github.requests.filter(({ operationId }) => operationId === 'issues/update-comment')).toEqual([])
    expect(github.state.deployments[0]?.statuses).toHaveLength(1)
  })

  test('is found on later pages, and not where others have copied its mark', async () => {
    const body = `${marker}\nold`
    const others = Array.from({ length: 120 }, () => ({ body: 'Nice!', author: octocat }))
    const given = [{ body, author: octocat }, { body, author: null }, ...others, { body, author: workflowBot }]
    const { report, comments } = await aReporter({ comments: given })
    await report({ status: 'succeeded' })
    expect(comments).toHaveLength(given.length)
    expect(comments.map(({ history }) => history.length)).toEqual([...given.slice(1).map(() => 0), 1])
  })

  test('is one for each environment, application and key', async () => {
    const { report, comments } = await aReporter()
    for (const inputs of [{}, { env: 'production' }, { app: 'other' }, { key: 'eu' }, { key: 'eu' }]) {
      await report({ status: 'succeeded', ...inputs })
    }
    expect(comments).toHaveLength(4)
  })

  test('is one after two steps have made it at the same time, with the text of one of them', async () => {
    const { report, comments } = await aReporter()
    await Promise.all([report({ status: 'failed' }), report({ status: 'succeeded' })])
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toMatch(/❌ failed|✅ succeeded/)
  })

  test.each([2, 5])('is one after %i steps that all find none and make one', async (count) => {
    const { report, comments, github } = await aReporter()
    let [listed, made] = [0, 0]
    const waiting: { list: (() => void)[]; create: (() => void)[] } = { list: [], create: [] }
    /** Nobody goes on before everybody has come so far. */
    const together =
      (send: Transport): Transport =>
      async (request) => {
        const { pathname } = new URL(request.url)
        const isComments = pathname.endsWith('/issues/1/comments')
        if (isComments && request.method === 'GET' && listed < count) {
          listed += 1
          const answer = await send(request)
          if (listed === count) for (const go of waiting.list) go()
          else await new Promise<void>((resolve) => waiting.list.push(resolve))
          return answer
        }
        const answer = await send(request)
        if (isComments && request.method === 'POST') {
          made += 1
          if (made === count) for (const go of waiting.create) go()
          else await new Promise<void>((resolve) => waiting.create.push(resolve))
        }
        return answer
      }
    const steps = Array.from({ length: count }, () => report({ status: 'succeeded' }, { through: together }))
    const ends = await Promise.all(steps)
    expect(github.requests.filter(({ operationId }) => operationId === 'issues/create-comment')).toHaveLength(count)
    expect(comments).toHaveLength(1)
    expect(new Set(ends.map(({ runner }) => runner.outputs['comment-url'])).size).toBe(1)
  })

  test('is made again when somebody deletes it just before it is brought up to date', async () => {
    const { report, comments } = await aReporter()
    await report({ status: 'queued' })
    const deleting =
      (send: Transport): Transport =>
      (request) => {
        if (request.method === 'PATCH') comments.splice(0)
        return send(request)
      }
    await report({ status: 'succeeded' }, { through: deleting })
    expect(comments).toMatchObject([{ body: expect.stringContaining('✅ succeeded') as string }])
  })

  test('stays one when GitHub does not say whose token it is', async () => {
    const { report, comments, github } = await aReporter()
    github.fail('graphql', { kind: 'missing-permission' }, { times: 2 })
    await report({ status: 'queued' })
    await report({ status: 'succeeded' })
    expect(comments).toMatchObject([{ body: expect.stringContaining('✅ succeeded') as string }])
  })

  test('is named once it is made, though nobody can tell whether another step made one too', async () => {
    const { report, comments } = await aReporter()
    const through = (send: Transport): Transport => {
      let isMade = false
      return async (request) => {
        const isComments = request.url.split('?')[0]?.endsWith('/issues/1/comments')
        if (isComments && isMade) throw new NetworkError('connection refused', { sent: false, retryable: false })
        isMade ||= isComments === true && request.method === 'POST'
        return send(request)
      }
    }
    const { runner } = await report({ status: 'succeeded' }, { through })
    expect(runner.annotations).toEqual([])
    expect(runner.outputs['comment-url']).toContain(`#issuecomment-${comments[0]?.id}`)
  })

  test('is none without a pull request, or when none is wanted', async () => {
    const { report, comments } = await aReporter()
    await report({ status: 'succeeded' }, { event: {} })
    await report({ status: 'succeeded', comment: 'false' })
    expect(comments).toEqual([])
  })

  test('goes to the pull request that is named, whose commit is then the deployed one', async () => {
    const { report, comments, deployments } = await aReporter()
    await report({ status: 'succeeded', 'pull-request': '1' }, { event: {} })
    expect(comments).toHaveLength(1)
    expect(deployments).toMatchObject([{ sha: headSha }])
  })

  test('is cut where GitHub would refuse it, with a note, and its Markdown whole', async () => {
    const { report, comments } = await aReporter()
    const change = {
      scope: 'module',
      path: '/spec/x',
      kind: 'changed',
      before: 'a'.repeat(400),
      after: 'b'.repeat(900),
    }
    const changes = Array.from({ length: 200 }, (_, index) => ({ ...change, module: `web-${index}` }))
    const { runner } = await report({ status: 'succeeded', 'plan-file': 'plan.json' }, { files: planFile(changes) })
    expect(runner.annotations).toEqual([])
    const body = comments[0]?.body ?? ''
    expect(body.length).toBeGreaterThan(60_000)
    expect(body).toContain('_Cut here: the whole text has')
    expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length)
    expect((body.match(/^```/gm)?.length ?? 0) % 2).toBe(0)
    expect(body.slice(body.lastIndexOf('</details>'))).toContain('_Cut here')
  })
})

const planFile = (changes: object[]) => ({
  'plan.json': JSON.stringify({
    env: 'staging',
    delta: null,
    base: { deployment: null, set: '0' },
    current: { deployment: null, set: '0' },
    target: { set: 'abc' },
    unsettled: 'never-deployed',
    empty: false,
    changes,
  }),
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

describe('the deployment on GitHub', () => {
  test('has no secret in its description, whatever its application is called', async () => {
    const { report, deployments } = await aReporter()
    await report({ status: 'succeeded', 'run-id': 'x', 'pipeline-id': 'y', app: 'test-token' })
    expect(deployments[0]?.statuses.map(({ description }) => description)).toEqual([
      'Deploy to staging of ***: succeeded',
    ])
  })

  test('is a new one for each commit, and for a commit that is deployed again after another', async () => {
    const { report, states, deployments } = await aReporter()
    const at = (sha: string, run: string) => ({
      event: { pull_request: { number: 1, head: { ref: 'feature', sha: sha.repeat(40) } } },
      env: { GITHUB_RUN_ID: run },
    })
    await report({ status: 'succeeded' }, at('a', '1'))
    await report({ status: 'succeeded' }, at('b', '2'))
    await report({ status: 'succeeded' }, at('a', '3'))
    expect(deployments.map(({ sha }) => sha[0])).toEqual(['a', 'b', 'a'])
    expect(states()).toEqual([['success', 'inactive'], ['success', 'inactive'], ['success']])
  })

  test('is not mixed up with those of others', async () => {
    const { report, deployments } = await aReporter()
    await report({ status: 'succeeded' })
    await report({ status: 'succeeded', app: 'other' })
    expect(deployments).toHaveLength(2)
  })

  test('of a preview environment is transient, and ends with it', async () => {
    const { report, deployments, states, comments } = await aReporter()
    const env = 'pr-1-0123abcd'
    await report({ env, status: 'succeeded' })
    await report({ status: 'succeeded' })
    await report({ env, status: 'deleted' })
    await report({ env, status: 'deleted' })
    expect(deployments.map(({ transient }) => transient)).toEqual([true, false])
    expect(states()).toEqual([['success', 'inactive'], ['success']])
    expect(comments[0]?.body).toContain(`### Environment ${env} of shop: 🗑️ deleted`)
  })

  test('can be switched off, and said to be production', async () => {
    const { report, deployments } = await aReporter()
    await report({ status: 'succeeded', deployment: 'false' })
    expect(deployments).toEqual([])
    await report({ status: 'succeeded', production: 'true', transient: 'true' })
    expect(deployments).toMatchObject([{ production: true, transient: true }])
  })
})

test.each(['deleted', 'skipped'])('%s is not worth a new comment', async (status) => {
  const { report, comments, deployments } = await aReporter()
  const { runner } = await report({ status })
  expect([comments, deployments]).toEqual([[], []])
  expect(runner.outputs).toEqual({ 'comment-url': '', 'github-deployment-id': '' })
})

describe('what GitHub refuses', () => {
  test('is one warning that names each missing permission, and the summary is written', async () => {
    const { report, github } = await aReporter({ identity: { permissions: { contents: 'read', metadata: 'read' } } })
    const { runner } = await report({ status: 'succeeded' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toHaveLength(1)
    expect(warnings(runner.annotations)[0]).toMatch(/deployments: .*pull-requests: .*The job summary has all of it\.$/)
    expect(runner.summaryText).toContain('✅ succeeded')
    expect(github.state.comments).toEqual([])
  })

  test('is a warning for a token that may only read, as that of a fork', async () => {
    const permissions = { contents: 'read', metadata: 'read', deployments: 'read', 'pull-requests': 'read' } as const
    const { report } = await aReporter({ identity: { permissions } })
    const { runner } = await report({ status: 'succeeded' })
    expect(runner.exitCode).toBe(0)
    expect(warnings(runner.annotations)[0]).toMatch(/deployments: write.*pull-requests: write/)
  })

  test.each([
    ['a limit', { kind: 'rate-limit', resetAt: Date.UTC(2030, 0, 1) }],
    ['a pull request that is not there', { kind: 'status', status: 404, message: 'Not Found' }],
    ['a server that is down', { kind: 'status', status: 503 }],
    ['no connection', { kind: 'no-connection' }],
    ['an answer that got lost', { kind: 'lost-answer' }],
    ['a page of a proxy', { kind: 'page', status: 502, html: '<html>no</html>' }],
  ] as const)('%s is a warning', async (_, failure) => {
    const { report, github, states } = await aReporter()
    github.fail('issues/create-comment', failure, { times: 20 })
    const { runner } = await report({ status: 'succeeded' })
    expect(runner.exitCode).toBe(0)
    expect(runner.annotations).toHaveLength(1)
    expect(warnings(runner.annotations)[0]).toContain('Not everything could be told to GitHub')
    expect(runner.summaryText).toContain('✅ succeeded')
    expect(states()).toEqual([['success']])
  })

  test('a missing token is a warning', async () => {
    const { report } = await aReporter()
    const { runner } = await report({ status: 'succeeded', 'github-token': '' })
    expect(runner.exitCode).toBe(0)
    expect(warnings(runner.annotations)[0]).toContain("Input 'github-token' is empty")
  })
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

test('an Enterprise Server is asked at its own address, and linked to', async () => {
  const apiUrl = 'https://github.corp.test/api/v3'
  const { report, github, comments } = await aReporter({ apiUrl })
  const { runner } = await report(
    { status: 'succeeded' },
    {
      env: { GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: 'https://github.corp.test' },
      through: () => github.transport,
    },
  )
  expect(runner.annotations).toEqual([])
  expect(comments[0]?.body).toContain('[on GitHub](https://github.corp.test/octo-org/shop/actions/runs/')
})

test('summaries can be switched off', async () => {
  const { report } = await aReporter()
  const { runner } = await report({ status: 'succeeded', summary: 'false' })
  expect(runner.summaryText).toBe('')
})

import { describe, expect, test } from 'vitest'
import { identityOf } from '../../src/policy/environment-id.ts'
import { aPullRequest, type PullRequestState } from '../support/github/state.ts'
import { aGitHubShop, commentsOf, deploymentsOf, pullRequestEvent, sha, stepsOf } from './a-github-shop.ts'

const { id: env } = identityOf({ id: '1', name: 'acme/shop' }, { kind: 'pull-request', number: 7 })
const base = ['development', 'production', 'staging']

const aPreviewShop = (pullRequest: Partial<PullRequestState> = {}) =>
  aGitHubShop({
    pullRequests: [aPullRequest({ number: 7, headSha: sha, headRepository: 'acme/shop', ...pullRequest })],
  })

type Shop = Awaited<ReturnType<typeof aPreviewShop>>

const idsOf = async (shop: Shop) => (await shop.environments()).map(({ id }) => id).sort()
const on = (shop: Shop, event: Parameters<typeof pullRequestEvent>[0], actor = 'octocat') =>
  shop.run('preview', { event: 'pull_request', payload: pullRequestEvent(event), actor })

describe('the pull request of a branch', () => {
  test('gets an environment when it is opened, keeps it with each push, and loses it when it is closed', async () => {
    const shop = await aPreviewShop()
    const opened = await on(shop, { action: 'opened' })
    expect(stepsOf(opened.result)).toEqual([
      '[Build: success]',
      'Decide: success',
      'Check out: success',
      'Set up the builder: success',
      'Log in to the registry: success',
      'Build: success',
      '[Preview environment: success]',
      'Preview: success',
      '  gate: success',
      '  environment: success',
      '  register: success',
      '  delta: success',
      '  deploy: success',
      '  report: success',
    ])
    expect(opened.result.annotations).toEqual([])
    expect(await idsOf(shop)).toEqual([...base, env].sort())
    expect(await shop.environment(env)).toMatchObject({ name: 'acme/shop#7', last_deploy: { status: 'succeeded' } })
    expect(await shop.images(env)).toEqual({ web: `ghcr.io/acme/web:${sha}`, api: 'ghcr.io/acme/api:1' })
    expect(commentsOf(shop.github)).toEqual([expect.stringMatching(`^### Deploy to ${env} of shop: ✅ succeeded`)])
    expect(shop.github.state.comments[0]?.body).toContain(`https://web.${env}.shop.acme.test`)
    expect(deploymentsOf(shop.github)).toEqual([[env, sha, 'success']])
    expect(shop.github.state.deployments[0]).toMatchObject({ transient: true, production: false })
    const versions = await shop.get('/artefact-versions')
    expect(versions).toMatchObject([{ name: 'ghcr.io/acme/web', version: sha, commit: sha, ref: 'refs/pr_head/cart' }])

    // The same commit again: what is there is deployed once more, and nothing is made twice.
    const pushed = await on(shop, { action: 'synchronize' })
    expect(pushed.result.conclusion).toBe('success')
    expect(await idsOf(shop)).toEqual([...base, env].sort())
    expect(shop.github.state.comments).toHaveLength(1)
    expect(shop.github.state.deployments).toHaveLength(1)

    const closed = await on(shop, { action: 'closed', merged: true })
    expect(stepsOf(closed.result).slice(6)).toEqual([
      '[Preview environment: success]',
      'Preview: success',
      '  gate: success',
      '  environment: success',
      '  register: skipped',
      '  delta: skipped',
      '  deploy: skipped',
      '  report: success',
    ])
    expect(await idsOf(shop)).toEqual(base)
    expect(commentsOf(shop.github)).toEqual([expect.stringMatching(`^### Environment ${env} of shop: .*deleted$`)])
    expect(deploymentsOf(shop.github)[0]?.at(-1)).toBe('inactive')
  }, 90_000)

  test('is told when the deployment fails in the cluster, and the job fails', async () => {
    const shop = await aPreviewShop()
    shop.orchestrator.control.behave({ workloads: { web: { fail: { message: 'Back-off pulling image' } } } })
    const { result } = await on(shop, { action: 'opened' })
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).slice(-3)).toEqual(['  delta: success', '  deploy: failure', '  report: success'])
    expect(commentsOf(shop.github)).toEqual([expect.stringMatching(`^### Deploy to ${env} of shop: ❌ failed`)])
    expect(shop.github.state.comments[0]?.body).toContain('Back-off pulling image')
    expect(deploymentsOf(shop.github)).toEqual([[env, sha, 'failure']])
  })

  test('is told too when it does not come to a deployment', async () => {
    const shop = await aPreviewShop()
    const wrong = (text: string) => text.replace('images: web=', 'images: nothing-like-it=')
    const payload = pullRequestEvent({ action: 'opened' })
    const { result } = await shop.runChanged('preview', wrong, { event: 'pull_request', payload })
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).slice(-3)).toEqual(['  delta: failure', '  deploy: skipped', '  report: success'])
    expect(commentsOf(shop.github)).toEqual([`### Deploy to ${env} of shop: ❌ failed`])
    expect(deploymentsOf(shop.github)).toEqual([[env, sha, 'failure']])
  })

  test('is deployed all the same when the token may not comment, with a warning that says what it lacks', async () => {
    const shop = await aPreviewShop()
    shop.github.state.token.permissions = { contents: 'read', metadata: 'read' }
    const { result } = await on(shop, { action: 'opened' })
    expect(result.conclusion).toBe('success')
    expect(await shop.environment(env)).toMatchObject({ last_deploy: { status: 'succeeded' } })
    expect(result.annotations).toMatchObject([{ level: 'warning' }])
    expect(result.annotations[0]?.message).toMatch(
      /lacks the permission deployments.*lacks the permission pull-requests/,
    )
    expect(commentsOf(shop.github)).toEqual([])
  })
})

describe('a change from outside', () => {
  const skipped = [
    '[Build: success]',
    'Decide: success',
    'Check out: skipped',
    'Set up the builder: skipped',
    'Log in to the registry: skipped',
    'Build: skipped',
    '[Preview environment: skipped]',
  ]

  test.each([
    ['of a fork', { action: 'opened', head: 'mallory/shop', author: 'mallory' }, 'mallory', /a fork's/],
    ['of a fork that was deleted', { action: 'synchronize', head: null, author: 'mallory' }, 'mallory', /a fork's/],
    ['of a closed fork', { action: 'closed', head: 'mallory/shop', author: 'mallory' }, 'robin', /a fork's/],
    ['of Dependabot', { action: 'opened', author: 'dependabot[bot]' }, 'dependabot[bot]', /Dependabot/],
  ] as const)(
    '%s is skipped, with one notice and without secrets, and nothing is sent',
    async (_, event, actor, why) => {
      const shop = await aPreviewShop()
      const payload = pullRequestEvent(event)
      const { result } = await shop.run('preview', { event: 'pull_request', payload, actor, secrets: {}, vars: {} })
      expect(result.conclusion).toBe('success')
      expect(stepsOf(result)).toEqual(skipped)
      expect(result.annotations).toMatchObject([{ level: 'notice', title: 'No preview environment' }])
      expect(result.annotations[0]?.message).toMatch(why)
      expect(shop.requests).toEqual([])
      expect(shop.github.requests).toEqual([])
    },
  )

  test('is skipped by the flow itself as well', async () => {
    const shop = await aPreviewShop()
    const payload = pullRequestEvent({ action: 'opened', head: 'mallory/shop', author: 'mallory' })
    const always = (text: string) => text.replace("if: needs.build.outputs.decision != 'skip'", 'if: always()')
    const { result } = await shop.runChanged('preview', always, { event: 'pull_request', payload, secrets: {} })
    expect(result.conclusion).toBe('success')
    expect(result.jobs[1]?.steps[0]?.outputs).toMatchObject({ status: 'skipped', decision: 'skip', env: '' })
    expect(result.jobs[1]?.steps[0]?.steps.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      ...Array<string>(5).fill('skipped'),
    ])
    expect(shop.requests).toEqual([])
    expect(shop.github.requests).toEqual([])
  })

  test('of a fork is deployed by a maintainer who starts the workflow with its number', async () => {
    const shop = await aPreviewShop({ headRepository: 'mallory/shop', author: 'mallory' })
    const { result } = await shop.run('preview', { event: 'workflow_dispatch', inputs: { 'pull-request': '7' } })
    expect(result.conclusion).toBe('success')
    expect(await shop.environment(env)).toMatchObject({ name: 'acme/shop#7', last_deploy: { status: 'succeeded' } })
    expect(commentsOf(shop.github)).toEqual([expect.stringMatching(`^### Deploy to ${env} of shop: ✅ succeeded`)])
    expect(deploymentsOf(shop.github)).toEqual([[env, sha, 'success']])
    const [version] = await shop.get('/artefact-versions')
    expect(version).toMatchObject({ ref: 'refs/pull/7/head' })
  })

  test('never gets in by pull_request_target, which is refused with the reason', async () => {
    const shop = await aPreviewShop()
    const target = (text: string) => text.replace('  pull_request:\n', '  pull_request_target:\n')
    const payload = pullRequestEvent({ action: 'opened', head: 'mallory/shop', author: 'mallory' })
    const { result } = await shop.runChanged('preview', target, { event: 'pull_request_target', payload })
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).filter((step) => !step.endsWith('skipped]') && !step.endsWith('skipped'))).toEqual([
      '[Build: failure]',
      'Decide: failure',
    ])
    expect(result.annotations).toMatchObject([{ level: 'error' }])
    expect(result.annotations[0]?.message).toMatch(
      /pull_request_target.*runs with the secrets.*anybody may have written/,
    )
    expect(shop.requests).toEqual([])
    expect(shop.github.requests).toEqual([])
  })

  test('never gets in by pull_request_target where nothing but the flow decides', async () => {
    const shop = await aPreviewShop()
    const target = (text: string) =>
      text
        .replace('  pull_request:\n', '  pull_request_target:\n')
        .replace("if: needs.build.outputs.decision != 'skip'", 'if: always()')
    const payload = pullRequestEvent({ action: 'opened' })
    const { result } = await shop.runChanged('preview', target, { event: 'pull_request_target', payload })
    expect(result.jobs[1]?.conclusion).toBe('failure')
    expect(result.jobs[1]?.steps[0]?.steps.map(({ id, conclusion }) => `${id}: ${conclusion}`)).toEqual([
      'gate: failure',
      ...['environment', 'register', 'delta', 'deploy', 'report'].map((id) => `${id}: skipped`),
    ])
    expect(shop.requests).toEqual([])
    expect(shop.github.requests).toEqual([])
  })
})

test('the sweep deletes what closed pull requests have left, and leaves the rest alone', async () => {
  const shop = await aPreviewShop()
  await on(shop, { action: 'opened' })
  const payload = { schedule: '17 3 * * *', repository: { id: 1, full_name: 'acme/shop' } }
  const kept = await shop.run('sweep', { event: 'schedule', payload })
  expect(kept.result.conclusion).toBe('success')
  expect(await idsOf(shop)).toEqual([...base, env].sort())

  shop.github.state.pullRequests[0]!.state = 'closed'
  const dry = await shop.run('sweep', { event: 'workflow_dispatch', inputs: { 'dry-run': 'true' } })
  expect(dry.log).toContain(`Environment '${env}' (acme/shop#7) would be deleted: pull request #7 is closed.`)
  expect(await idsOf(shop)).toEqual([...base, env].sort())

  const swept = await shop.run('sweep', { event: 'schedule', payload })
  expect(swept.result.conclusion).toBe('success')
  expect(await idsOf(shop)).toEqual(base)
})

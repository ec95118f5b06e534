import { describe, expect, test } from 'vitest'
import { aGitHubShop, deploymentsOf, pushEvent, sha, stepsOf } from './a-github-shop.ts'

const push = { event: 'push', payload: pushEvent('refs/heads/main') }
const tag = { event: 'push', payload: pushEvent('refs/tags/v1.2.0') }
const released = { web: `ghcr.io/acme/web:${sha}`, api: 'ghcr.io/acme/api:1' }
const before = { web: 'ghcr.io/acme/web:1', api: 'ghcr.io/acme/api:1' }

describe('a push', () => {
  test('is built, registered, deployed and told to GitHub; once more, it changes nothing', async () => {
    const shop = await aGitHubShop()
    const { result } = await shop.run('release-on-push', push)
    const steps = ['  register: success', '  delta: success', '  deploy: success', '  report: success']
    expect(stepsOf(result).slice(-5)).toEqual(['Release: success', ...steps])
    expect(result.annotations).toEqual([])
    expect(await shop.images('development')).toEqual(released)
    const { last_deploy: last } = await shop.environment('development')
    expect(last?.comment).toBe(`A new cart (#7)\ngithub: acme/shop@${sha} robin 1000000001/1`)
    expect(await shop.get('/artefact-versions')).toMatchObject([
      { name: 'ghcr.io/acme/web', version: sha, commit: sha, ref: 'refs/heads/main' },
    ])
    expect(deploymentsOf(shop.github)).toEqual([['development', sha, 'success']])
    expect(shop.github.state.deployments[0]?.statuses[0]).toMatchObject({
      environment_url: 'https://web.development.shop.acme.test',
      log_url: 'https://github.com/acme/shop/actions/runs/1000000001/attempts/1',
    })
    expect(shop.github.state.comments).toEqual([])

    const again = await shop.run('release-on-push', push)
    const [flow] = again.result.jobs[0]?.steps.filter(({ name }) => name === 'Release') ?? []
    expect(flow?.outputs).toMatchObject({ status: 'succeeded', empty: 'true', 'run-id': '' })
    expect(again.result.conclusion).toBe('success')
    expect((await shop.environment('development')).last_deploy?.id).toBe(last?.id)
  })

  test('whose image does not start fails, and GitHub knows', async () => {
    const shop = await aGitHubShop()
    shop.orchestrator.control.behave({ workloads: { web: { fail: { message: 'Back-off pulling image' } } } })
    const { result } = await shop.run('release-on-push', push)
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).slice(-2)).toEqual(['  deploy: failure', '  report: success'])
    expect(result.summary).toContain('Back-off pulling image')
    expect(deploymentsOf(shop.github)).toEqual([['development', sha, 'failure']])
    const [flow] = result.jobs[0]?.steps.filter(({ name }) => name === 'Release') ?? []
    expect(flow?.outputs).toMatchObject({ status: 'failed', 'github-deployment-id': expect.stringMatching(/^\d+$/) })
  })

  test('that cannot be registered deploys nothing, and GitHub knows', async () => {
    const shop = await aGitHubShop()
    const { result } = await shop.run('release-on-push', { ...push, secrets: { HUMANITEC_TOKEN: 'wrong' } })
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).slice(-4)).toEqual([
      '  register: failure',
      '  delta: skipped',
      '  deploy: skipped',
      '  report: success',
    ])
    expect(deploymentsOf(shop.github)).toEqual([['development', sha, 'failure']])
    expect(await shop.images('development')).toEqual(before)
  })

  test.each([
    ['an input', (text: string) => text],
    [
      'a variable of the job',
      (text: string) =>
        text.replace('env:\n', 'env:\n  HUMANITEC_ENV: development\n').replace(/\n +env: development\n/, '\n'),
    ],
  ])(
    'of an image that a rule of the environment, given as %s, deploys by itself registers nothing',
    async (_, change) => {
      const shop = await aGitHubShop()
      await shop.orchestrator.handle({
        method: 'POST',
        url: `${shop.url}/orgs/acme/apps/shop/envs/development/rules`,
        headers: { authorization: `Bearer ${shop.orchestrator.token}` },
        body: '{"type":"update"}',
      })
      const { result } = await shop.runChanged('release-on-push', change, push)
      expect(result.conclusion).toBe('failure')
      expect(stepsOf(result)).toContain('  register: failure')
      expect(result.annotations.map(({ message }) => message).join()).toMatch(/rule '\w+' of environment 'development'/)
      expect(await shop.get('/artefact-versions')).toEqual([])
      expect(await shop.images('development')).toEqual(before)
    },
  )

  test('whose job is cancelled is told as cancelled', async () => {
    const shop = await aGitHubShop()
    shop.orchestrator.control.behave({ durationMs: 600_000 })
    const cancel = new AbortController()
    const write = (text: string) => {
      if (text.includes('is in progress')) cancel.abort()
    }
    const abort = (text: string) => text.replace('timeout: 20m', 'timeout: 20m\n          cancel-on-abort: true')
    const { result } = await shop.runChanged('release-on-push', abort, { ...push, cancel: cancel.signal, write })
    expect(result.conclusion).toBe('cancelled')
    const [flow] = result.jobs[0]?.steps.filter(({ name }) => name === 'Release') ?? []
    expect(flow?.steps.map(({ id, conclusion }) => `${id}: ${conclusion}`).at(-1)).toBe('report: success')
    expect(deploymentsOf(shop.github)).toEqual([['development', sha, 'failure']])
    expect(shop.github.state.deployments[0]?.statuses[0]?.description).toContain('cancelled')
  })
})

describe('a tag', () => {
  const people = { robin: { permission: 'write' as const }, mona: { permission: 'write' as const } }
  const reviewed = (user: string) => ({
    people,
    approvals: { 1000000001: [{ user, state: 'approved' as const, environments: ['production'] }] },
  })

  test('is released to staging, and to production when a reviewer has approved', async () => {
    const shop = await aGitHubShop(reviewed('mona'))
    const { result } = await shop.run('release-on-tag', tag)
    expect(result.jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
      'Staging: success',
      'Ask for production: success',
      'Production: success',
    ])
    const tagged = { web: 'ghcr.io/acme/web:v1.2.0', api: 'ghcr.io/acme/api:1' }
    expect(await shop.images('staging')).toEqual(tagged)
    expect(await shop.images('production')).toEqual(tagged)
    expect(await shop.get('/apps/shop/approvals')).toMatchObject([
      { env_id: 'production', status: 'approved', approved_by: 'release-manager' },
    ])
    // The job's own environment is GitHub's deployment for production.
    expect(deploymentsOf(shop.github)).toEqual([['staging', sha, 'success']])
    expect(result.summary).toMatch(/### Deploy to production of shop: ✅ succeeded/)
  })

  test('does not reach production when whoever started it is the one who reviews', async () => {
    const shop = await aGitHubShop(reviewed('robin'))
    const { result } = await shop.run('release-on-tag', tag)
    expect(result.jobs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'failure'])
    expect(result.annotations.find(({ level }) => level === 'error')?.message).toMatch(/started the run/)
    expect(await shop.images('production')).toEqual(before)
    expect(await shop.get('/apps/shop/approvals')).toMatchObject([{ status: 'waiting' }])
    expect(stepsOf(result).slice(-3)).toEqual(['Approve: failure', 'Wait for production: skipped', 'Report: success'])
  })
})

test('every application of a monorepo is released by a leg of the matrix, with all its services', async () => {
  const shop = await aGitHubShop()
  const { result } = await shop.run('monorepo', push)
  expect(result.jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
    'Build web: success',
    'Build api: success',
    'Build invoices: success',
    'Release shop: success',
    'Release billing: success',
  ])
  expect(await shop.images('development')).toEqual({
    web: `ghcr.io/acme/web:${sha}`,
    api: `ghcr.io/acme/api:${sha}`,
  })
  expect(await shop.images('development', 'billing')).toEqual({ invoices: `ghcr.io/acme/invoices:${sha}` })
  // One for each application, and none ended by the other.
  expect(deploymentsOf(shop.github)).toEqual([
    ['development', sha, 'success'],
    ['development', sha, 'success'],
  ])
})

describe('by hand', () => {
  const inputs = { from: 'development', to: 'staging' }

  test('what runs in one environment is promoted to another', async () => {
    const shop = await aGitHubShop()
    await shop.run('release-on-push', push)
    const { result } = await shop.run('promote', { event: 'workflow_dispatch', inputs })
    expect(stepsOf(result)).toEqual([
      '[development to staging: success]',
      'Promote: success',
      '  delta: success',
      '  deploy: success',
      '  report: success',
    ])
    expect(await shop.images('staging')).toEqual(released)
    const { last_deploy: last } = await shop.environment('staging')
    expect(last?.comment).toMatch(/^Promoted from development by robin\n/)
    expect(deploymentsOf(shop.github)).toEqual([
      ['development', sha, 'success'],
      ['staging', sha, 'success'],
    ])
  })

  test('what has failed is not promoted, and GitHub knows', async () => {
    const shop = await aGitHubShop()
    shop.orchestrator.control.behave({ workloads: { web: { fail: { message: 'Back-off pulling image' } } } })
    await shop.run('release-on-push', push)
    const { result } = await shop.run('promote', { event: 'workflow_dispatch', inputs })
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).slice(-3)).toEqual(['  delta: failure', '  deploy: skipped', '  report: success'])
    expect(await shop.images('staging')).toEqual(before)
    expect(deploymentsOf(shop.github)[1]).toEqual(['staging', sha, 'failure'])
  })

  test('an environment goes back to what it ran before', async () => {
    const shop = await aGitHubShop()
    await shop.run('release-on-push', push)
    expect(await shop.images('development')).toEqual(released)
    const rollback = { event: 'workflow_dispatch', inputs: { env: 'development' } }
    const { result } = await shop.run('rollback', rollback)
    expect(stepsOf(result)).toEqual([
      '[Roll back development: success]',
      'Roll back: success',
      '  deploy: success',
      '  report: success',
    ])
    expect(await shop.images('development')).toEqual(before)
    const { last_deploy: last } = await shop.environment('development')
    expect(last?.comment).toMatch(/^Rolled back by robin\n/)
  })

  test('an environment with nothing to go back to stays as it is, and GitHub knows', async () => {
    const shop = await aGitHubShop()
    const { result } = await shop.run('rollback', { event: 'workflow_dispatch', inputs: { env: 'staging' } })
    expect(result.conclusion).toBe('failure')
    expect(stepsOf(result).slice(-2)).toEqual(['  deploy: failure', '  report: success'])
    expect(result.annotations[0]?.message).toContain("Environment 'staging' has nothing to go back to")
    expect(shop.requests.filter((request) => request.startsWith('POST'))).toEqual([])
    expect(deploymentsOf(shop.github)).toEqual([['staging', sha, 'failure']])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commit, digest, failureOf, other, resultOf, anOrganization, versions, web } from './a-registration.ts'

describe('one image', () => {
  test('is registered with the ref and commit of the workflow, in two calls, without an application', async () => {
    const { run, registered } = anOrganization()
    const { runner, requests } = await run({ image: `${web}:1@${digest}` })
    const [version] = await registered()
    expect(version).toMatchObject({
      type: 'container',
      name: web,
      version: '1',
      digest,
      ref: 'refs/heads/main',
      commit,
    })
    expect(requests).toEqual([
      `GET ${versions}?reference=${encodeURIComponent(`${web}:1@${digest}`)}&archived=true`,
      `POST ${versions}?vcs=git`,
    ])
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs).toMatchObject({
      'artefact-version-id': version.id,
      'artefact-id': version.artefact_id,
      reference: `${web}:1@${digest}`,
      created: 'true',
      'result-truncated': 'false',
    })
    const item = {
      reference: `${web}:1@${digest}`,
      name: web,
      version: '1',
      digest,
      'artefact-id': version.artefact_id,
      'artefact-version-id': version.id,
      created: true,
    }
    expect(resultOf(runner)).toEqual([item])
    expect(JSON.parse(readFileSync(runner.outputs['result-file'] ?? '', 'utf8'))).toEqual([item])
  })

  test('that is registered already is found in one call', async () => {
    const { run, registered } = anOrganization()
    const first = await run({ image: `${web}:1@${digest}` })
    const { runner, requests } = await run({ image: `${web}:1@${digest}`, ref: 'refs/tags/v1' })
    expect(requests).toHaveLength(1)
    expect(await registered()).toHaveLength(1)
    expect(runner.outputs).toMatchObject({
      created: 'false',
      'artefact-version-id': first.runner.outputs['artefact-version-id'],
    })
    expect(runner.logged.join('\n')).toMatch(/registered already as \S+, from refs\/heads\/main/)
    expect(runner.exitCode).toBe(0)
  })

  test('by its tag alone is found again for the same commit, and is another version for another', async () => {
    const { run, registered } = anOrganization()
    await run({ image: `${web}:main` })
    const again = await run({ image: `${web}:main` })
    expect(again.runner.outputs['created']).toBe('false')
    const moved = await run({ image: `${web}:main`, commit: 'abcde12' })
    expect(moved.runner.outputs['created']).toBe('true')
    expect(await registered()).toHaveLength(2)
  })

  test('with a new digest under an old tag is another version', async () => {
    const { run, registered } = anOrganization()
    await run({ image: `${web}:main@${digest}` })
    const { runner } = await run({ image: `${web}:main@${other}` })
    expect(runner.outputs['created']).toBe('true')
    expect(await registered()).toHaveLength(2)
  })

  test('by its digest alone is registered without a version', async () => {
    const { run, registered } = anOrganization()
    const { runner } = await run({ image: `${web}@${digest}` })
    expect((await registered())[0]).not.toHaveProperty('version')
    expect(runner.outputs['reference']).toBe(`${web}@${digest}`)
    expect((await run({ image: `${web}@${digest}` })).requests).toHaveLength(1)
  })

  test('on a pull request has the source branch and its head commit', async () => {
    const { run, registered } = anOrganization()
    const event = { pull_request: { head: { ref: 'feat/cart', sha: 'f'.repeat(40) } } }
    await run(
      { image: `${web}:pr-7` },
      { event, env: { GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'feat/cart' } },
    )
    expect((await registered())[0]).toMatchObject({ ref: 'refs/pr_head/feat/cart', commit: 'f'.repeat(40) })
  })

  test('takes ref and commit from the inputs first', async () => {
    const { run, registered } = anOrganization()
    await run({ image: `${web}:1`, ref: 'refs/tags/v1', commit: 'abcde' })
    expect((await registered())[0]).toMatchObject({ ref: 'refs/tags/v1', commit: 'abcde' })
  })

  test('of another version control system may have any ref', async () => {
    const { run, registered } = anOrganization()
    const { runner, requests } = await run({ image: `${web}:1`, ref: '//depot/main', vcs: 'perforce' })
    expect(runner.exitCode).toBe(0)
    expect(requests[1]).toBe(`POST ${versions}?vcs=perforce`)
    expect((await registered())[0]).toMatchObject({ ref: '//depot/main' })
  })

  test('may be given as name, version and digest', async () => {
    const { run, registered } = anOrganization()
    await run({ name: web, version: '1', digest })
    expect((await registered())[0]).toMatchObject({ name: web, version: '1', digest })
  })

  test('goes by another name and version if told to', async () => {
    const { run, registered } = anOrganization()
    await run({ image: `registry.local:5000/web:build-7@${digest}`, name: web, version: '1' })
    expect((await registered())[0]).toMatchObject({ name: web, version: '1', digest })
  })

  test('that is archived counts as registered, stays archived and is warned about', async () => {
    const { run, register, registered, call } = anOrganization()
    const { id, artefact_id } = await register({ digest })
    await call('PATCH', `/orgs/local-org/artefacts/${artefact_id}/versions/${id}`, { archived: true })
    const { runner, requests } = await run({ image: `${web}:1@${digest}` })
    expect(requests).toHaveLength(1)
    expect(await registered()).toEqual([])
    expect(runner.annotations).toMatchObject([{ kind: 'warning', message: expect.stringContaining('archived') }])
    expect(resultOf(runner)).toMatchObject([{ 'artefact-version-id': id, created: false, archived: true }])
    expect(runner.summaryText).toContain('registered already, but archived')
    expect(runner.exitCode).toBe(0)
  })

  test('is found as the version that is not archived, if there is one of each', async () => {
    const { run, register, call } = anOrganization()
    const gone = await register({ digest, ref: 'refs/heads/old' })
    const kept = await register({ digest })
    const last = await register({ digest, ref: 'refs/heads/newest' })
    for (const { id, artefact_id } of [gone, last]) {
      await call('PATCH', `/orgs/local-org/artefacts/${artefact_id}/versions/${id}`, { archived: true })
    }
    const { runner } = await run({ image: `${web}:1@${digest}` })
    expect(runner.outputs['artefact-version-id']).toBe(kept.id)
    expect(runner.annotations).toEqual([])
  })
})

describe('a dry run', () => {
  test('has the server check, and registers nothing', async () => {
    const { run, registered, register } = anOrganization()
    const { id } = await register({ digest })
    const { runner, requests } = await run({ images: `${web}:1@${digest}\n${web}:2`, 'dry-run': 'true' })
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([`POST ${versions}?vcs=git&dry_run=true`])
    expect(await registered()).toHaveLength(1)
    expect(resultOf(runner)).toMatchObject([
      { 'artefact-version-id': id, created: false },
      { 'artefact-version-id': '', created: false },
    ])
    expect(runner.summaryText).toContain('### Artefacts (dry run): 1 registered already, 1 would be registered')
    expect(runner.exitCode).toBe(0)
  })

  test('is repeated when its answer is lost', async () => {
    const { run, orchestrator } = anOrganization()
    orchestrator.control.failNext({ method: 'POST', status: 502 })
    const { runner } = await run({ image: `${web}:1`, 'dry-run': 'true' })
    expect(runner.exitCode).toBe(0)
  })

  test('fails on what the server would not take', async () => {
    const { run, orchestrator } = anOrganization()
    orchestrator.control.failNext({ method: 'POST', status: 400, body: '{"message":"not like this"}' })
    const { runner } = await run({ image: `${web}:1`, 'dry-run': 'true' })
    expect(runner.exitCode).toBe(1)
    expect(failureOf(runner)?.message).toBe(`${web}:1: POST ${versions} failed: 400 not like this.`)
  })
})

test('the summary can be left out', async () => {
  const { run } = anOrganization()
  expect((await run({ image: `${web}:1`, summary: 'false' })).runner.summaryText).toBe('')
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as action from '../../src/actions/register-artefact/main.ts'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { fakeClock } from '../support/fake-clock.ts'
import type { FakeRunner } from '../support/fake-runner.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { type ActionRunOptions, runAction } from '../support/run-action.ts'

const versions = '/orgs/local-org/artefact-versions'
const digest = `sha256:${'0a1b2c3d'.repeat(8)}`
const other = `sha256:${'4e5f6071'.repeat(8)}`
const web = 'ghcr.io/acme/web'
const commit = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: ci, name: CI, type: service, token: ci-token, role: artefactContributor }
      - { id: mona, name: Mona, token: mona-token, role: member }
`

const start = () => {
  const started = startOrchestrator({ seed, clock: fakeClock({ auto: true }) })
  return {
    ...started,
    run: (inputs: Record<string, string>, options: ActionRunOptions = {}) =>
      runAction(action, started, { ...options, inputs: { app: '', ...inputs } }),
    registered: async (query = '') => (await started.call('GET', `${versions}${query}`)).body,
    register: async (fields: object) =>
      (await started.call('POST', versions, { type: 'container', name: web, version: '1', ...fields })).body,
  }
}

const resultOf = (runner: FakeRunner) => JSON.parse(runner.outputs['result'] ?? '')
const failureOf = (runner: FakeRunner) => runner.annotations.at(-1)

describe('one image', () => {
  test('is registered with the ref and commit of the workflow, in two calls, without an application', async () => {
    const { run, registered } = start()
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
    const { run, registered } = start()
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
    const { run, registered } = start()
    await run({ image: `${web}:main` })
    const again = await run({ image: `${web}:main` })
    expect(again.runner.outputs['created']).toBe('false')
    const moved = await run({ image: `${web}:main`, commit: 'abcde12' })
    expect(moved.runner.outputs['created']).toBe('true')
    expect(await registered()).toHaveLength(2)
  })

  test('with a new digest under an old tag is another version', async () => {
    const { run, registered } = start()
    await run({ image: `${web}:main@${digest}` })
    const { runner } = await run({ image: `${web}:main@${other}` })
    expect(runner.outputs['created']).toBe('true')
    expect(await registered()).toHaveLength(2)
  })

  test('by its digest alone is registered without a version', async () => {
    const { run, registered } = start()
    const { runner } = await run({ image: `${web}@${digest}` })
    expect((await registered())[0]).not.toHaveProperty('version')
    expect(runner.outputs['reference']).toBe(`${web}@${digest}`)
    expect((await run({ image: `${web}@${digest}` })).requests).toHaveLength(1)
  })

  test('on a pull request has the source branch and its head commit', async () => {
    const { run, registered } = start()
    const event = { pull_request: { head: { ref: 'feat/cart', sha: 'f'.repeat(40) } } }
    await run(
      { image: `${web}:pr-7` },
      { event, env: { GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'feat/cart' } },
    )
    expect((await registered())[0]).toMatchObject({ ref: 'refs/pr_head/feat/cart', commit: 'f'.repeat(40) })
  })

  test('takes ref and commit from the inputs first', async () => {
    const { run, registered } = start()
    await run({ image: `${web}:1`, ref: 'refs/tags/v1', commit: 'abcde' })
    expect((await registered())[0]).toMatchObject({ ref: 'refs/tags/v1', commit: 'abcde' })
  })

  test('of another version control system may have any ref', async () => {
    const { run, registered } = start()
    const { runner, requests } = await run({ image: `${web}:1`, ref: '//depot/main', vcs: 'perforce' })
    expect(runner.exitCode).toBe(0)
    expect(requests[1]).toBe(`POST ${versions}?vcs=perforce`)
    expect((await registered())[0]).toMatchObject({ ref: '//depot/main' })
  })

  test('may be given as name, version and digest', async () => {
    const { run, registered } = start()
    await run({ name: web, version: '1', digest })
    expect((await registered())[0]).toMatchObject({ name: web, version: '1', digest })
  })

  test('goes by another name and version if told to', async () => {
    const { run, registered } = start()
    await run({ image: `registry.local:5000/web:build-7@${digest}`, name: web, version: '1' })
    expect((await registered())[0]).toMatchObject({ name: web, version: '1', digest })
  })

  test('that is archived counts as registered, stays archived and is warned about', async () => {
    const { run, register, registered, call } = start()
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
    const { run, register, call } = start()
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

describe('many images', () => {
  test('may be given as create-delta takes them, with the workloads that they are for', async () => {
    const { run, registered } = start()
    const { runner } = await run({ images: 'web=ghcr.io/acme/web:1\nworker/main = ghcr.io/acme/worker:2' })
    expect(runner.exitCode).toBe(0)
    const names = (await registered()).map(
      ({ name, version }: { name: string; version: string }) => `${name}:${version}`,
    )
    expect(names.sort()).toEqual(['ghcr.io/acme/web:1', 'ghcr.io/acme/worker:2'])
  })

  const images = Array.from({ length: 20 }, (_, index) => `ghcr.io/acme/service-${index}:1`)

  test('are all registered, told of in order, and given in the summary', async () => {
    const { run, registered, register } = start()
    await register({ name: 'ghcr.io/acme/service-3', commit })
    const { runner, requests } = await run({ images: images.join('\n') })
    expect(requests).toHaveLength(2 * 20 - 1)
    expect(await registered()).toHaveLength(20)
    expect(resultOf(runner).map(({ reference }: { reference: string }) => reference)).toEqual(images)
    expect(runner.outputs['reference']).toBe(images[0])
    expect(runner.summaryText).toContain('### Artefacts: 19 registered, 1 registered already')
    expect(runner.summaryText).toContain('| `ghcr.io/acme/service-0` | `1` |')
  })

  test('are under way no more than `concurrency` at a time', async () => {
    const { run } = start()
    let underWay = 0
    let most = 0
    const through =
      (send: Transport): Transport =>
      async (request) => {
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise((resolve) => setImmediate(resolve))
        underWay -= 1
        return send(request)
      }
    await run({ images: images.join('\n'), concurrency: '3' }, { through })
    expect(most).toBe(3)
  })

  test('may be a list in JSON or YAML', async () => {
    const { run } = start()
    expect(resultOf((await run({ images: JSON.stringify(images) })).runner)).toHaveLength(20)
    expect(resultOf((await run({ images: '- web:1.10\n- worker:1.10' })).runner)).toMatchObject([
      { version: '1.10' },
      { version: '1.10' },
    ])
  })

  test('that are the same are registered once, with the digest where one has it', async () => {
    const { run, registered } = start()
    const { runner } = await run({ images: `${web}:1\n${web}:1@${digest}\n${web}:1` })
    expect(resultOf(runner)).toMatchObject([{ reference: `${web}:1@${digest}` }])
    expect(await registered()).toHaveLength(1)
  })

  test('may share a version', async () => {
    const { run } = start()
    const { runner } = await run({ images: `web@${digest}\nworker@${other}`, version: '2' })
    expect(resultOf(runner)).toMatchObject([{ reference: `web:2@${digest}` }, { reference: `worker:2@${other}` }])
  })

  test('are all tried when one of them fails, and the step fails after its outputs are set', async () => {
    const { run, registered } = start()
    const through =
      (send: Transport): Transport =>
      async (request) =>
        request.method === 'POST' && String(request.body).includes('service-1"')
          ? { status: 400, headers: {}, body: '{"error":"API-001","message":"<b>no</b> such thing"}' }
          : send(request)
    const { runner } = await run({ images: images.join('\n') }, { through })
    expect(await registered()).toHaveLength(19)
    expect(runner.exitCode).toBe(1)
    expect(resultOf(runner)[1]).toMatchObject({ created: false, error: expect.stringContaining('no</b> such thing') })
    expect(runner.annotations.map(({ message }) => message)).toEqual([
      `ghcr.io/acme/service-1:1: POST ${versions} failed: 400 <b>no</b> such thing.`,
      '1 of 20 images were not registered: ghcr.io/acme/service-1:1.',
    ])
    expect(runner.summaryText).toContain('### Artefacts: 19 registered, 1 failed')
    expect(runner.summaryText).toContain('❌ failed: POST')
    expect(runner.summaryText).not.toContain('<b>')
  })

  test('that all fail give no more annotations than GitHub shows', async () => {
    const { run } = start()
    const { runner } = await run({ images: images.join('\n'), token: 'mona-token' })
    expect(runner.annotations).toHaveLength(10)
    expect(failureOf(runner)?.message).toContain('20 of 20 images were not registered')
  })
})

describe('what a build says', () => {
  const build = { 'containerimage.digest': digest, 'image.name': `${web}:1,${web}:latest` }

  test('is registered, tag by tag', async () => {
    const { run } = start()
    const { runner } = await run({ metadata: JSON.stringify(build) })
    expect(resultOf(runner)).toMatchObject([
      { reference: `${web}:1@${digest}`, created: true },
      { reference: `${web}:latest@${digest}`, created: true },
    ])
  })

  test('is read from a file, of a bake too, whose targets without an image are named', async () => {
    const { run } = start()
    const bake = { web: build, lint: { 'buildx.build.ref': 'b' } }
    const { runner } = await run({ 'metadata-file': 'bake.json' }, { files: { 'bake.json': JSON.stringify(bake) } })
    expect(resultOf(runner)).toHaveLength(2)
    expect(runner.logged.join('\n')).toContain('No image came from lint')
  })

  test('needs a name where the build had no tags', async () => {
    const { run } = start()
    const metadata = JSON.stringify({ 'containerimage.digest': digest })
    expect(failureOf((await run({ metadata })).runner)?.message).toContain('was given no name')
    const { runner } = await run({ metadata, name: web, version: '1' })
    expect(runner.outputs['reference']).toBe(`${web}:1@${digest}`)
  })

  test('takes one name for all tags of one repository', async () => {
    const { run } = start()
    const { runner } = await run({ metadata: JSON.stringify(build), name: 'web' })
    expect(resultOf(runner)).toMatchObject([
      { name: 'web', version: '1' },
      { name: 'web', version: 'latest' },
    ])
  })
})

describe('a dry run', () => {
  test('has the server check, and registers nothing', async () => {
    const { run, registered, register } = start()
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
    const { run, orchestrator } = start()
    orchestrator.control.failNext({ method: 'POST', status: 502 })
    const { runner } = await run({ image: `${web}:1`, 'dry-run': 'true' })
    expect(runner.exitCode).toBe(0)
  })

  test('fails on what the server would not take', async () => {
    const { run, orchestrator } = start()
    orchestrator.control.failNext({ method: 'POST', status: 400, body: '{"message":"not like this"}' })
    const { runner } = await run({ image: `${web}:1`, 'dry-run': 'true' })
    expect(runner.exitCode).toBe(1)
    expect(failureOf(runner)?.message).toBe(`${web}:1: POST ${versions} failed: 400 not like this.`)
  })
})

describe('a request without an answer', () => {
  const losing =
    (isDelivered: boolean) =>
    (send: Transport): Transport =>
    async (request) => {
      if (request.method !== 'POST') return send(request)
      if (isDelivered) await send(request)
      throw new NetworkError('the connection was closed')
    }

  test('is not repeated: the version that it made is read back', async () => {
    const { run, registered } = start()
    const { runner, requests } = await run({ image: `${web}:1@${digest}` }, { through: losing(true) })
    expect(requests.map((request) => request.split(' ')[0])).toEqual(['GET', 'POST', 'GET'])
    expect(await registered()).toHaveLength(1)
    expect(runner.outputs['created']).toBe('true')
    expect(runner.outputs['artefact-version-id']).toBe((await registered())[0].id)
    expect(runner.exitCode).toBe(0)
  })

  test('may take effect a little later', async () => {
    const { run, register, clock } = start()
    const through =
      (send: Transport): Transport =>
      async (request) => {
        if (request.method === 'POST') throw new NetworkError('the connection was closed')
        if (clock.slept.length === 1) await register({ digest })
        return send(request)
      }
    const { runner } = await run({ image: `${web}:1@${digest}` }, { through })
    expect(runner.outputs['created']).toBe('true')
    expect(runner.exitCode).toBe(0)
  })

  test('that made nothing fails, and says what to look for', async () => {
    const { run, clock } = start()
    const { runner } = await run({ image: `${web}:1@${digest}` }, { through: losing(false) })
    expect(clock.slept).toEqual([1410, 1410])
    expect(runner.exitCode).toBe(1)
    expect(failureOf(runner)?.message).toMatch(/closed\. Whether it was registered is not known: look for '.*web:1@/)
    expect(runner.outputs['created']).toBe('false')
    expect(runner.summaryText).toContain('❓ not known')
  })

  test('is read back as well where the answer is empty', async () => {
    const { run } = start()
    const through =
      (send: Transport): Transport =>
      async (request) => {
        const answer = await send(request)
        return request.method === 'POST' ? { ...answer, body: '' } : answer
      }
    expect((await run({ image: `${web}:1` }, { through })).runner.outputs['created']).toBe('true')
  })

  test('is read back with a little time beyond the timeout', async () => {
    const { run, clock } = start()
    const through =
      (send: Transport): Transport =>
      async (request) => {
        if (request.method !== 'POST') return send(request)
        await send(request)
        await clock.sleep(30_000)
        throw new NetworkError('the connection was closed')
      }
    const { runner } = await run({ image: `${web}:1`, timeout: '10s' }, { through })
    expect(runner.outputs['created']).toBe('true')
  })
})

test('a token without the role is told which one it takes', async () => {
  const { run } = start()
  const { runner } = await run({ image: `${web}:1`, token: 'mona-token' })
  expect(runner.exitCode).toBe(1)
  expect(failureOf(runner)?.message).toMatch(/403 .*artefactContributor/)
  expect(runner.outputs).toMatchObject({ created: 'false', 'artefact-version-id': '' })
})

test('an artefact contributor may register', async () => {
  const { run } = start()
  expect((await run({ image: `${web}:1`, token: 'ci-token' })).runner.exitCode).toBe(0)
})

test('a token without access to the organization is told which role it takes', async () => {
  const { run } = start()
  const { runner } = await run({ image: `${web}:1`, org: 'other-org' })
  expect(failureOf(runner)?.message).toMatch(/GET .* failed: 403 .*artefactContributor/)
})

test('the summary can be left out', async () => {
  const { run } = start()
  expect((await run({ image: `${web}:1`, summary: 'false' })).runner.summaryText).toBe('')
})

test('a job that is cancelled says what is not known and what was not begun', async () => {
  const { run, registered } = start()
  const interrupt: { runner?: FakeRunner } = {}
  const through =
    (send: Transport): Transport =>
    async (request) => {
      if (request.method === 'POST') interrupt.runner?.interrupt()
      return send(request)
    }
  const { runner } = await run(
    { images: 'web:1\nworker:1\nadmin:1', concurrency: '1' },
    { through, onStart: (started) => Object.assign(interrupt, { runner: started }) },
  )
  expect(await registered()).toHaveLength(1)
  expect(runner.exitCode).toBe(1)
  expect(resultOf(runner).map(({ error }: { error: string }) => error)).toEqual([
    expect.stringContaining("The job was cancelled. Whether it was registered is not known: look for 'web:1'"),
    'The job was cancelled before it was registered',
    'The job was cancelled before it was registered',
  ])
})

describe('inputs that cannot be are refused before anything is sent', () => {
  const metadata = JSON.stringify({ 'containerimage.digest': digest, 'image.name': `${web}:1` })
  test.each([
    [{}, "One of the inputs 'image', 'images', 'metadata', 'metadata-file', 'name' is required"],
    [{ image: 'a:1', images: 'b:1' }, "Inputs 'image', 'images' exclude each other"],
    [{ image: 'a:1', metadata }, "Inputs 'image', 'metadata' exclude each other"],
    [{ image: 'ghcr.io/Acme/web:1' }, `Input 'image' is "ghcr.io/Acme/web:1", which has capital letters`],
    [
      { image: web },
      `Input 'image' is "${web}", which does not say which version of "${web}" to register: add its tag`,
    ],
    [{ images: `${web}:1\nb:c:d` }, 'which lists "b:c:d": it has a tag that is not one'],
    [{ images: '[]' }, 'Input \'images\' is "[]", which lists no image'],
    [{ images: '[1]' }, 'number 1'],
    [{ images: `a:1@${digest}\na:1@${other}` }, 'which has "a:1" twice, with the digests'],
    [{ metadata: '{}' }, 'Input \'metadata\' is "{}", which tells of no image'],
    [{ metadata: '{"a"' }, "Input 'metadata' is"],
    [{ 'metadata-file': 'none.json' }, 'Input \'metadata-file\' is "none.json", which does not exist'],
    [
      { name: web },
      `Input 'name' is "${web}", which does not say which version of "${web}" to register: give \`version\``,
    ],
    [{ name: `${web}:1` }, 'which has a tag or a digest. Give the repository alone'],
    [{ name: 'no name', version: '1' }, 'Input \'name\' is "no name", which has white space'],
    [{ images: 'a:1\nb:1', name: 'web' }, 'Input \'name\' is "web", which cannot be said of several images: a, b'],
    [{ images: 'a:1\nb:1', digest }, "Input 'digest' is \"sha256:"],
    [{ image: `a:1@${digest}`, digest: other }, `which contradicts \`image\`, where "a" has the digest ${digest}`],
    [{ metadata, digest: other }, 'which contradicts `metadata`'],
    [{ image: 'a:1', digest: 'sha256:1' }, 'Input \'digest\' is "sha256:1", which is not sha256: and 64'],
    [{ image: 'a:1', version: '1+2' }, 'Input \'version\' is "1+2", which is not the tag of an image'],
    [{ image: 'a:1', ref: 'main' }, 'Input \'ref\' is "main", which does not begin with refs/. Write refs/heads/main'],
    [{ image: 'a:1', ref: 'refs/' }, 'does not begin with refs/'],
    [{ image: 'a:1', commit: 'abcd' }, 'Input \'commit\' is "abcd", which is not a commit: write 5 to 40'],
    [{ image: 'a:1', commit: 'g'.repeat(40) }, 'is not a commit'],
    [{ image: 'a:1', commit: 'f'.repeat(41) }, 'is not a commit'],
    [{ image: 'a:1', concurrency: '0' }, 'Input \'concurrency\' is "0", which is too small. Write 1 or more'],
    [{ image: 'a:1', concurrency: '33' }, 'which is too large. Write 32 or less'],
    [{ image: 'a:1', 'dry-run': 'maybe' }, 'Input \'dry-run\' is "maybe", which is not a boolean'],
    [{ image: 'a:1', org: '' }, "Input 'org' is required"],
    [{ image: 'a:1', token: '' }, "Input 'token' is required"],
  ] as [Record<string, string>, string][])('%o', async (inputs, message) => {
    const { run } = start()
    const { runner, requests } = await run(inputs)
    expect(requests).toEqual([])
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations.map((annotation) => annotation.message).join('\n')).toContain(message)
  })
})

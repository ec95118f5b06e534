import { describe, expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'

const versions = '/orgs/local-org/artefact-versions'
const artefacts = '/orgs/local-org/artefacts'
const digest = `sha256:${'8'.repeat(64)}`
const unknownId = '662b80db-cc71-40cf-b601-08d57983f6e4'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: ci, name: CI, type: service, token: ci, role: artefactContributor }
      - { id: mona, name: Mona, token: mona }
`
const as = (token: string) => ({ authorization: `Bearer ${token}` })

const image = { type: 'container', name: 'ghcr.io/acme/web', version: '1.2.7', ref: 'refs/heads/main', digest }
const spec = { apiVersion: 'score.dev/v1b1', metadata: { name: 'web' }, containers: { web: { image: '.' } } }

const start = () => {
  const started = startOrchestrator({ seed })
  const register = async (request: unknown = image) => (await started.call('POST', versions, request)).body
  return { ...started, register }
}

describe('registering', () => {
  test('answers 200 with the version, and makes its artefact', async () => {
    const { call } = start()
    const { status, body } = await call('POST', versions, image, as('ci'))
    expect(status).toBe(200)
    const by = { created_by: 'ci', created_at: '2026-01-05T12:00:00.000Z' }
    expect(body).toMatchObject({ ...image, ...by, commit: '', archived: false })
    expect((await call('GET', artefacts)).body).toMatchObject([
      { id: body.artefact_id, name: image.name, type: 'container' },
    ])
    expect((await call('GET', `${versions}/${body.id}`)).body).toEqual(body)
  })

  test('another version belongs to the same artefact', async () => {
    const { call, clock, register } = start()
    const first = await register()
    await clock.advance(60_000)
    const second = await register({ ...image, version: '1.2.8' })
    expect(second.artefact_id).toBe(first.artefact_id)
    expect((await call('GET', artefacts)).body).toMatchObject([
      { created_at: '2026-01-05T12:00:00.000Z', updated_at: '2026-01-05T12:01:00.000Z' },
    ])
  })

  test('the same again is the version that is there already', async () => {
    const { call, register } = start()
    const first = await register({ ...image, digest: undefined })
    expect(await register({ ...image, digest: '' })).toEqual(first)
    expect((await call('GET', versions)).body).toHaveLength(1)
  })

  test.each([
    ['digest', { ...image, digest: `sha256:${'9'.repeat(64)}` }],
    ['ref', { ...image, ref: 'refs/tags/v1' }],
    ['commit', { ...image, commit: '884bcca' }],
  ])('the same version with another %s is a version of its own', async (_, request) => {
    const { call, register } = start()
    const first = await register()
    expect((await register(request)).id).not.toBe(first.id)
    expect((await call('GET', versions)).body).toHaveLength(2)
  })

  test('a workload and a container of one name are two artefacts', async () => {
    const { register } = start()
    const container = await register({ type: 'container', name: 'shop/web' })
    const workload = await register({ type: 'workload', name: 'shop/web', version: '7', spec })
    expect(workload).toMatchObject({ type: 'workload', name: 'shop/web', version: '7', archived: false })
    expect(workload).not.toHaveProperty('digest')
    expect(workload.artefact_id).not.toBe(container.artefact_id)
    const changed = { ...spec, containers: { web: { image: '.', command: ['serve'] } } }
    expect((await register({ type: 'workload', name: 'shop/web', version: '7', spec: changed })).id).not.toBe(
      workload.id,
    )
  })

  test.each([
    ['a branch without its path', '', { ref: 'main' }, 400, 'refs/'],
    ['a branch without its path, for Git by name', '?vcs=git', { ref: 'main' }, 400, 'refs/'],
    ['an empty name', '', { name: '' }, 400, 'name'],
    ['a commit that is none', '', { commit: 'main' }, 422, 'commit'],
    ['an unknown type', '', { type: 'chart' }, 422, 'type'],
  ])('refuses %s', async (_, query, change, status, word) => {
    const { call } = start()
    const answer = await call('POST', `${versions}${query}`, { ...image, ...change })
    expect(answer.status).toBe(status)
    expect(answer.body.message).toContain(word)
    expect((await call('GET', artefacts)).body).toEqual([])
  })

  test.each([
    ['any path for a ref', '', { ref: 'refs/pull/7/merge' }],
    ['an empty ref', '', { ref: '' }],
    ['any ref of another version control', '?vcs=svn', { ref: 'trunk' }],
  ])('takes %s', async (_, query, change) => {
    const { call } = start()
    const answer = await call('POST', `${versions}${query}`, { ...image, ...change })
    expect(answer).toMatchObject({ status: 200, body: change })
  })

  test('a dry run checks the request and keeps nothing', async () => {
    const { call } = start()
    expect(await call('POST', `${versions}?dry_run=true`, image)).toMatchObject({ status: 204, body: undefined })
    expect((await call('POST', `${versions}?dry_run=true`, { ...image, ref: 'main' })).status).toBe(400)
    expect((await call('GET', artefacts)).body).toEqual([])
    expect((await call('POST', `${versions}?dry_run=false`, image)).status).toBe(200)
  })
})

describe('registering by a form', () => {
  const post = async (form: FormData) => {
    const request = new Request('http://orchestrator.test', { method: 'POST', body: form })
    const started = start()
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    return { ...started, answer: await started.call('POST', versions, await request.text(), headers) }
  }
  const formOf = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return form
  }

  test('takes a workload with its specification as a YAML file', async () => {
    const form = formOf({ type: 'workload', name: 'shop/web', version: '7', ref: 'refs/heads/main' })
    const yaml = 'apiVersion: score.dev/v1b1\nmetadata: { name: web }\ncontainers:\n  web: { image: . }\n'
    form.set('spec', new File([yaml], 'score.yaml', { type: 'application/x-yaml' }))
    const { answer, register } = await post(form)
    expect(answer).toMatchObject({ status: 200, body: { type: 'workload', name: 'shop/web', version: '7' } })
    // The same in JSON is the same version: nothing was lost on the way.
    const { type, name, version, ref } = answer.body
    expect((await register({ type, name, version, ref, spec })).id).toBe(answer.body.id)
  })

  test('takes a container', async () => {
    const { answer } = await post(formOf({ ...image, name: 'ghcr.io/acme/wäb' }))
    expect(answer).toMatchObject({ status: 200, body: { ...image, name: 'ghcr.io/acme/wäb' } })
  })

  test.each([
    ['without a type', { name: 'web' }, "'type' is missing"],
    ['with an unknown type', { type: 'chart', name: 'web' }, "not 'chart'"],
    ['without a name', { type: 'container' }, "'name' is missing"],
    ['of a workload without a specification', { type: 'workload', name: 'web' }, "'spec' is missing"],
    ['with a specification that is no YAML', { type: 'workload', name: 'web', spec: '{' }, "'spec' is not YAML"],
    ['with a specification that is a text', { type: 'workload', name: 'web', spec: 'web' }, "'spec' must be an object"],
    ['with a commit that is none', { type: 'container', name: 'web', commit: 'main' }, "'commit'"],
    ['with a ref that is none', { type: 'container', name: 'web', ref: 'main' }, 'refs/'],
  ])('refuses one %s', async (_, fields, message) => {
    const { answer } = await post(formOf(fields))
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(message)
  })

  test.each([
    ['no boundary', 'multipart/form-data', '--b\r\n\r\n', 'boundary'],
    [
      'no end',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="type"\r\n\r\ncon',
      'ends before',
    ],
    ['no name', 'multipart/form-data; boundary=b', '--b\r\ncontent-type: text/plain\r\n\r\nx\r\n--b--', 'no name'],
    ['a part without header', 'multipart/form-data; boundary=b', '--b\r\nx\r\n--b--', 'no header'],
    [
      'a field twice',
      'multipart/form-data; boundary="b"',
      '--b\r\ncontent-disposition: form-data; name=a\r\n\r\n1\r\n--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n2\r\n--b--',
      "'a' twice",
    ],
  ])('refuses one with %s', async (_, contentType, body, message) => {
    const { call } = start()
    const answer = await call('POST', versions, body, { 'content-type': contentType })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(message)
  })
})

describe('finding', () => {
  const filled = async () => {
    const started = start()
    const { call, register } = started
    const first = await register()
    await register({ ...image, version: '1.2.8', digest: '' })
    await register({ ...image, name: 'ghcr.io/acme/api' })
    await register({ type: 'workload', name: 'shop/web', version: '7', spec })
    const old = await register({ ...image, version: '0.9.0' })
    const archived = await call('PATCH', `${artefacts}/${old.artefact_id}/versions/${old.id}`, { archived: true })
    expect(archived).toMatchObject({ status: 200, body: { id: old.id, archived: true } })
    return { ...started, artefactId: first.artefact_id as string }
  }
  const texts = (body: { name: string; version: string }[]) => body.map(({ name, version }) => `${name}:${version}`)
  const web = encodeURIComponent(`${image.name}:1.2.7@${digest}`)

  test.each([
    [
      'all but the archived ones',
      '',
      ['shop/web:7', 'ghcr.io/acme/api:1.2.7', 'ghcr.io/acme/web:1.2.8', 'ghcr.io/acme/web:1.2.7'],
    ],
    ['those of one name', '?name=ghcr.io/acme/web', ['ghcr.io/acme/web:1.2.8', 'ghcr.io/acme/web:1.2.7']],
    [
      'the archived ones too',
      '?name=ghcr.io/acme/web&archived=true',
      ['ghcr.io/acme/web:0.9.0', 'ghcr.io/acme/web:1.2.8', 'ghcr.io/acme/web:1.2.7'],
    ],
    ['those of one type', '?type=workload', ['shop/web:7']],
    ['the one that a whole reference names', `?reference=${web}`, ['ghcr.io/acme/web:1.2.7']],
    ['the one of a name and version', '?reference=ghcr.io/acme/web:1.2.7', ['ghcr.io/acme/web:1.2.7']],
    ['the one of a name and digest', `?reference=ghcr.io/acme/api@${digest}`, ['ghcr.io/acme/api:1.2.7']],
    ['a workload by its reference', '?reference=shop/web:7', ['shop/web:7']],
    ['no archived one by its reference', '?reference=ghcr.io/acme/web:0.9.0', []],
    ['none for a reference with another digest', '?reference=ghcr.io/acme/web:1.2.7@sha256:0', []],
  ])('lists %s, newest first', async (_, query, expected) => {
    const { call } = await filled()
    const { status, body } = await call('GET', `${versions}${query}`)
    expect(status).toBe(200)
    expect(texts(body)).toEqual(expected)
  })

  test.each([
    ['', ['1.2.8', '1.2.7']],
    ['?archived=true', ['0.9.0', '1.2.8', '1.2.7']],
    ['?limit=1', ['1.2.8']],
    [`?reference=${web}`, ['1.2.7']],
  ])('lists the versions of one artefact, with %j', async (query, expected) => {
    const { call, artefactId } = await filled()
    const { body } = await call('GET', `${artefacts}/${artefactId}/versions${query}`)
    expect(body.map(({ version }: { version: string }) => version)).toEqual(expected)
  })

  test.each([
    ['?type=workload', ['shop/web']],
    ['?name=ghcr.io/acme/api', ['ghcr.io/acme/api']],
    ['', ['ghcr.io/acme/web', 'ghcr.io/acme/api', 'shop/web']],
  ])('lists artefacts, with %j', async (query, expected) => {
    const { call } = await filled()
    const { body } = await call('GET', `${artefacts}${query}`)
    expect(body.map(({ name }: { name: string }) => name)).toEqual(expected)
  })

  test.each([
    ['a name together with a reference', 'GET', `${versions}?name=a&reference=a:1`, 400],
    ['a limit of nothing', 'GET', `${artefacts}/${unknownId}/versions?limit=0`, 400],
    ['a version by what is no id', 'GET', `${versions}/latest`, 400],
    ['a version that does not exist', 'GET', `${versions}/${unknownId}`, 404],
    ['the versions of what is no id', 'GET', `${artefacts}/web/versions`, 400],
    ['the versions of an artefact that does not exist', 'GET', `${artefacts}/${unknownId}/versions`, 404],
    ['the deletion of an artefact that does not exist', 'DELETE', `${artefacts}/${unknownId}`, 404],
  ])('refuses %s', async (_, method, path, status) => {
    const { call } = start()
    expect((await call(method, path)).status).toBe(status)
  })
})

describe('archiving', () => {
  test('can be undone, and says who did it', async () => {
    const { call, clock, register } = start()
    const { id, artefact_id } = await register()
    await clock.advance(60_000)
    const path = `${artefacts}/${artefact_id}/versions/${id}`
    const changed = { updated_by: 'ci', updated_at: '2026-01-05T12:01:00.000Z', created_by: 'local-administrator' }
    expect((await call('PATCH', path, { archived: true }, as('ci'))).body).toMatchObject({ archived: true, ...changed })
    expect((await call('PATCH', path, { archived: null })).body).toMatchObject({ archived: true, ...changed })
    expect((await call('PATCH', path, { archived: false })).body).toMatchObject({ archived: false })
    expect((await call('GET', `${versions}/${id}`)).body).toMatchObject({ id, archived: false })
  })

  test('needs the version and its artefact to exist', async () => {
    const { call, register } = start()
    const { id, artefact_id } = await register()
    const { artefact_id: otherId } = await register({ ...image, name: 'ghcr.io/acme/api' })
    const answers = [`${artefact_id}/versions/${unknownId}`, `${otherId}/versions/${id}`, `${unknownId}/versions/${id}`]
    for (const path of answers)
      expect((await call('PATCH', `${artefacts}/${path}`, { archived: true })).status).toBe(404)
    expect((await call('PATCH', `${artefacts}/${artefact_id}/versions/1`, { archived: true })).status).toBe(400)
  })
})

test('deleting an artefact takes its versions along, and no others', async () => {
  const { call, register } = start()
  const { id, artefact_id } = await register()
  const other = await register({ ...image, name: 'ghcr.io/acme/api' })
  expect((await call('DELETE', `${artefacts}/${artefact_id}`)).status).toBe(204)
  expect((await call('GET', `${versions}/${id}`)).status).toBe(404)
  expect((await call('GET', versions)).body).toEqual([other])
  expect((await register()).artefact_id).not.toBe(artefact_id)
})

test('members read, contributors register, and only administrators delete', async () => {
  const { call, register } = start()
  const { id, artefact_id } = await register()
  expect((await call('GET', `${versions}/${id}`, undefined, as('mona'))).status).toBe(200)
  expect((await call('POST', versions, image, as('mona'))).status).toBe(403)
  expect((await call('POST', versions, image, as('ci'))).status).toBe(200)
  expect((await call('DELETE', `${artefacts}/${artefact_id}`, undefined, as('ci'))).status).toBe(403)
})

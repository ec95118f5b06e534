import { describe, expect, test } from 'vitest'
import { as } from './a-shop.ts'
import { anArtefactRegister, artefacts, image, spec, versions } from './an-artefact-register.ts'

describe('registering', () => {
  test('answers 200 with the version, and makes its artefact', async () => {
    const { call } = anArtefactRegister()
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
    const { call, clock, register } = anArtefactRegister()
    const first = await register()
    const made = { created_at: '2026-01-05T12:00:00.000Z', created_by: 'local-administrator' }
    const unchanged = { updated_at: made.created_at, updated_by: made.created_by }
    expect(first).toMatchObject({ ...made, ...unchanged })
    expect((await call('GET', artefacts)).body).toMatchObject([{ ...made, ...unchanged }])
    await clock.advance(60_000)
    const { body: second } = await call('POST', versions, { ...image, version: '1.2.8' }, as('ci'))
    expect(second.artefact_id).toBe(first.artefact_id)
    expect((await call('GET', artefacts)).body).toMatchObject([
      { ...made, updated_at: '2026-01-05T12:01:00.000Z', updated_by: 'ci' },
    ])
  })

  test('the same again is the version that is there already', async () => {
    const { call, register } = anArtefactRegister()
    const first = await register({ ...image, digest: undefined })
    expect(await register({ ...image, digest: '' })).toEqual(first)
    expect((await call('GET', versions)).body).toHaveLength(1)
  })

  test.each([
    ['digest', { ...image, digest: `sha256:${'9'.repeat(64)}` }],
    ['ref', { ...image, ref: 'refs/tags/v1' }],
    ['commit', { ...image, commit: '884bcca' }],
  ])('the same version with another %s is a version of its own', async (_, request) => {
    const { call, register } = anArtefactRegister()
    const first = await register()
    expect((await register(request)).id).not.toBe(first.id)
    expect((await call('GET', versions)).body).toHaveLength(2)
  })

  test('a workload and a container of one name are two artefacts', async () => {
    const { register } = anArtefactRegister()
    const container = await register({ type: 'container', name: 'shop/web' })
    const from = { ref: 'refs/heads/main', commit: '884bcca' }
    const workload = await register({ type: 'workload', name: 'shop/web', version: '7', ...from, spec })
    expect(workload).toMatchObject({ type: 'workload', name: 'shop/web', version: '7', ...from, archived: false })
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
    const { call } = anArtefactRegister()
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
    const { call } = anArtefactRegister()
    const answer = await call('POST', `${versions}${query}`, { ...image, ...change })
    expect(answer).toMatchObject({ status: 200, body: change })
  })

  test('a dry run checks the request and keeps nothing', async () => {
    const { call } = anArtefactRegister()
    expect(await call('POST', `${versions}?dry_run=true`, image)).toMatchObject({ status: 204, body: undefined })
    expect((await call('POST', `${versions}?dry_run=true`, { ...image, ref: 'main' })).status).toBe(400)
    expect((await call('GET', artefacts)).body).toEqual([])
    expect((await call('POST', `${versions}?dry_run=false`, image)).status).toBe(200)
  })
})

describe('registering by a form', () => {
  const post = async (form: FormData) => {
    const request = new Request('http://orchestrator.test', { method: 'POST', body: form })
    const started = anArtefactRegister()
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
    const container = { ...image, name: 'ghcr.io/acme/wäb', commit: '884bcca' }
    const { answer } = await post(formOf(container))
    expect(answer).toMatchObject({ status: 200, body: container })
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
    const { call } = anArtefactRegister()
    const answer = await call('POST', versions, body, { 'content-type': contentType })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(message)
  })
})

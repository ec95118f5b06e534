import { describe, expect, test } from 'vitest'
import { as } from './a-shop.ts'
import { anArtefactRegister, artefacts, digest, image, spec, versions } from './an-artefact-register.ts'

const unknownId = '662b80db-cc71-40cf-b601-08d57983f6e4'

describe('finding', () => {
  const filled = async () => {
    const started = anArtefactRegister()
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
    ['?reference=ghcr.io/acme/api:1.2.7', []],
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
    const { call } = anArtefactRegister()
    expect((await call(method, path)).status).toBe(status)
  })
})

describe('archiving', () => {
  test('can be undone, and says who did it', async () => {
    const { call, clock, register } = anArtefactRegister()
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
    const { call, register } = anArtefactRegister()
    const { id, artefact_id } = await register()
    const { artefact_id: otherId } = await register({ ...image, name: 'ghcr.io/acme/api' })
    const answers = [`${artefact_id}/versions/${unknownId}`, `${otherId}/versions/${id}`, `${unknownId}/versions/${id}`]
    for (const path of answers)
      expect((await call('PATCH', `${artefacts}/${path}`, { archived: true })).status).toBe(404)
    for (const path of [`${artefact_id}/versions/1`, `web/versions/${id}`]) {
      expect((await call('PATCH', `${artefacts}/${path}`, { archived: true })).status).toBe(400)
    }
  })
})

test('deleting an artefact takes its versions along, and no others', async () => {
  const { call, register } = anArtefactRegister()
  const { id, artefact_id } = await register()
  const other = await register({ ...image, name: 'ghcr.io/acme/api' })
  expect((await call('DELETE', `${artefacts}/${artefact_id}`)).status).toBe(204)
  expect((await call('GET', `${versions}/${id}`)).status).toBe(404)
  expect((await call('GET', versions)).body).toEqual([other])
  expect((await call('GET', `${versions}?reference=${image.name}:${image.version}`)).body).toEqual([])
  expect((await call('GET', artefacts)).body).toMatchObject([{ id: other.artefact_id }])
  expect((await register()).artefact_id).not.toBe(artefact_id)
})

test('members read, contributors register, and only administrators delete', async () => {
  const { call, register } = anArtefactRegister()
  const { id, artefact_id } = await register()
  expect((await call('GET', `${versions}/${id}`, undefined, as('mona'))).status).toBe(200)
  expect((await call('POST', versions, image, as('mona'))).status).toBe(403)
  expect((await call('POST', versions, image, as('ci'))).status).toBe(200)
  expect((await call('DELETE', `${artefacts}/${artefact_id}`, undefined, as('ci'))).status).toBe(403)
})

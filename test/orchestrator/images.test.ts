import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/orchestrator/store.ts'
import { aShop, as, minutes, seconds, shop } from './a-shop.ts'

const images = '/orgs/local-org/images'
const versions = '/orgs/local-org/artefact-versions'

const seed = `
organizations:
  - id: local-org
    users:
      - { id: mia, name: Mia, token: mia, role: member }
      - { id: ci, name: CI, token: ci, role: artefactContributor, type: service }
`

const commit = '884bccaa807ea27cc1997a7492a3b6279fd7bd55'
const build = { image: 'registry.test/acme/web:1.2', branch: 'main', commit, tags: ['v1.2'] }

const aBuilder = (options: Parameters<typeof aShop>[0] = {}) => {
  const made = aShop({ seed, ...options })
  return {
    ...made,
    tell: (id: string, body: object, token = 'ci') =>
      made.call('POST', `${images}/${encodeURIComponent(id)}/builds`, body, as(token)),
    image: (id: string) => made.call('GET', `${images}/${encodeURIComponent(id)}`),
    ids: async () => ((await made.get(images)) as { id: string }[]).map(({ id }) => id),
  }
}

test('the first build makes the image, and is read as it was told', async () => {
  const { tell, image, get } = aBuilder()
  expect(await tell('web', build)).toEqual({ status: 204, headers: {}, body: undefined })
  const told = { ...build, added_at: '2026-01-05T12:00:00.000Z' }
  const { status, body } = await image('web')
  expect(status).toBe(200)
  expect(body).toEqual({ id: 'web', source: 'api', added_at: told.added_at, builds: [told] })
  expect(await get(images)).toEqual([body])
  expect(await get(`${images}/web/builds`)).toEqual([told])
})

test.each([
  ['a tag and a branch', build, { version: '1.2', ref: 'refs/heads/main', commit, digest: '' }],
  ['a tag in Git', { image: build.image, tags: ['v1.2'] }, { version: '1.2', ref: 'refs/tags/v1.2', commit: '' }],
  ['a whole ref', { image: build.image, branch: 'refs/pull/7/merge' }, { version: '1.2', ref: 'refs/pull/7/merge' }],
  ['neither', { image: build.image }, { version: '1.2', ref: '' }],
  ['no tag but that in Git', { image: 'registry.test/acme/web', tags: ['v1.2'] }, { version: 'v1.2' }],
  ['a digest', { image: 'registry.test/acme/web:1.2@sha256:ab12' }, { version: '1.2', digest: 'sha256:ab12' }],
  ['a digest alone', { image: 'registry.test/acme/web@sha256:ab12' }, { digest: 'sha256:ab12' }],
])('a build with %s is a version of the container', async (_, body, expected) => {
  const { tell, get } = aBuilder()
  expect(await tell('anything', body)).toMatchObject({ status: 204 })
  const [version, ...others] = await get(versions)
  expect(version).toMatchObject({ type: 'container', name: 'registry.test/acme/web', created_by: 'ci', ...expected })
  expect(others).toEqual([])
})

test.each([
  ['registry.test:5000/acme/web:1.2', 'registry.test:5000/acme/web', '1.2'],
  ['localhost:5000/web:12', 'localhost:5000/web', '12'],
  ['web:12', 'web', '12'],
])('%s is version %3$s of %2$s', async (image, name, version) => {
  const { tell, get } = aBuilder()
  await tell('web', { image })
  expect(await get(versions)).toMatchObject([{ name, version }])
  expect(await get(`${images}/web/builds`)).toMatchObject([{ image }])
})

test.each([
  ['no image', { branch: 'main' }, 'image must be'],
  ['an image without a tag', { image: 'registry.test/acme/web' }, "not 'registry.test/acme/web'"],
  ['a port without a tag', { image: 'registry.test:5000/web' }, 'image must be'],
  ['something else', { image: 'https://registry.test/web:1' }, 'image must be'],
  ['an image that is no text', { image: 1 }, 'body/image'],
  ['a commit that is none', { image: build.image, commit: 'HEAD' }, 'commit must be 5 to 40'],
  ['tags that are no list', { image: build.image, tags: 'v1' }, 'body/tags'],
])('a build with %s is refused with 400', async (_, body, reason) => {
  const { tell, get } = aBuilder()
  const answer = await tell('web', body)
  expect(answer.status).toBe(400)
  expect(answer.body.message).toContain(reason)
  expect(await get(versions)).toEqual([])
  expect(await get(images)).toEqual([])
})

test('an image id with a blank in it is refused with 400', async () => {
  const { tell, ids } = aBuilder()
  expect(await tell('my web', build)).toMatchObject({
    status: 400,
    body: { message: "path parameter 'imageId' must have no blanks in it, not 'my web'" },
  })
  expect(await ids()).toEqual([])
})

test('a version that was registered as an artefact is a build of the image of its name', async () => {
  const { call, image, tell } = aBuilder()
  const name = 'registry.test/acme/web'
  await call('POST', versions, { type: 'container', name, version: '1', ref: 'refs/heads/main', commit })
  await call('POST', versions, { type: 'container', name, version: '2', ref: 'refs/tags/v2' })
  await call('POST', versions, { type: 'container', name })
  await tell(name, { ...build, image: `${name}:3` })
  const { builds } = (await image(name)).body as { builds: object[] }
  expect(builds).toMatchObject([
    { image: `${name}:1`, branch: 'main', commit, tags: [] },
    { image: `${name}:2`, branch: '', commit: '', tags: ['v2'] },
    { image: name, branch: '', commit: '', tags: [] },
    { image: `${name}:3`, branch: 'main', commit, tags: ['v1.2'] },
  ])
})

test('workloads are no images', async () => {
  const { call, ids } = aBuilder()
  const spec = { apiVersion: 'score.dev/v1b1', metadata: { name: 'web' }, containers: { main: { image: 'x:1' } } }
  expect(await call('POST', versions, { type: 'workload', name: 'web', spec })).toMatchObject({ status: 200 })
  expect(await ids()).toEqual([])
})

test('the same build told again is one build; another is added after it', async () => {
  const { tell, after, get } = aBuilder()
  await tell('web', build)
  await tell('web', build)
  await after(seconds(1))
  await tell('web', { ...build, image: 'registry.test/acme/web:1.3' })
  expect(await get(`${images}/web/builds`)).toMatchObject([
    { image: 'registry.test/acme/web:1.2', added_at: '2026-01-05T12:00:00.000Z' },
    { image: 'registry.test/acme/web:1.3', added_at: '2026-01-05T12:00:01.000Z' },
  ])
  expect(await get(versions)).toHaveLength(2)
})

test('one build can belong to two images, and goes from both with its artefact', async () => {
  const { tell, ids, get, call, image } = aBuilder()
  await tell('web', build)
  await tell('front', build)
  expect(await ids()).toEqual(['web', 'front'])
  const [{ artefact_id }] = await get(versions)
  await call('DELETE', `/orgs/local-org/artefacts/${artefact_id}`)
  expect(await ids()).toEqual([])
  expect(await image('front')).toMatchObject({ status: 404 })
})

test('nothing is kept of the builds of an artefact that is deleted', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'images-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const { tell, get, call, orchestrator } = aBuilder({ dataDir })
  await tell('front', build)
  await tell('front', { ...build, image: 'registry.test/acme/other:1' })
  const [{ artefact_id }] = await get(versions)
  await call('DELETE', `/orgs/local-org/artefacts/${artefact_id}`)
  expect(await get(`${images}/front/builds`)).toMatchObject([{ image: 'registry.test/acme/web:1.2' }])
  const [{ artefact_id: last }] = await get(versions)
  await call('DELETE', `/orgs/local-org/artefacts/${last}`)
  orchestrator.close()
  const store = openStore(join(dataDir, 'orchestrator.sqlite'))
  onTestFinished(() => store.close())
  for (const name of ['image-builds', 'image-artefacts', 'artefact-versions']) {
    expect(Array.from(store.table(name).scan({ scope: 'local-org', within: true })), name).toEqual([])
  }
})

test('an image that is asked for alone is as it is in the list, whatever its builds are called', async () => {
  const { tell, get } = aBuilder()
  await tell('web', build)
  await tell('front', { ...build, image: 'registry.test/acme/other:1' })
  await tell('registry.test/acme/web', { ...build, image: 'registry.test/acme/web:2' })
  await tell('web', { ...build, image: 'registry.test/acme/other:2' })
  await tell('web', build)
  const listed = (await get(images)) as { id: string }[]
  expect(listed.map(({ id }) => id)).toEqual(['web', 'front', 'registry.test/acme/web'])
  for (const each of listed) expect(await get(`${images}/${encodeURIComponent(each.id)}`)).toEqual(each)
})

test('a build that is archived is not shown', async () => {
  const { tell, get, call, image } = aBuilder()
  await tell('web', build)
  const [{ id, artefact_id }] = await get(versions)
  await call('PATCH', `/orgs/local-org/artefacts/${artefact_id}/versions/${id}`, { archived: true })
  expect(await image('web')).toMatchObject({ status: 404 })
})

test.each(['', '/builds'])('an image that there is not is 404%s', async (path) => {
  const answer = await aBuilder().call('GET', `${images}/moon${path}`)
  expect(answer.status).toBe(404)
  expect(answer.body.message).toBe("Image 'moon' does not exist in organization 'local-org'.")
})

test('members look at images; telling of builds needs the role artefactContributor', async () => {
  const { tell, call } = aBuilder()
  expect(await tell('web', build, 'mia')).toMatchObject({ status: 403 })
  expect(await tell('web', build, 'moon')).toMatchObject({ status: 401 })
  await tell('web', build)
  for (const path of ['', '/web', '/web/builds']) {
    expect(await call('GET', `${images}${path}`, undefined, as('mia'))).toMatchObject({ status: 200 })
    expect(await call('GET', `${images}${path}`, undefined, { authorization: '' })).toMatchObject({ status: 401 })
    expect(await call('GET', `/orgs/moon-org/images${path}`)).toMatchObject({ status: 403 })
  }
})

test('a build is deployed where an automation rule follows its branch', async () => {
  const { aDelta, request, after, call, get } = aShop()
  await request({ env_id: 'staging', delta_id: await aDelta('web') })
  await after(minutes(1))
  const rule = { type: 'update', active: true, match_ref: '^refs/heads/main$', artefacts_filter: ['registry.test/web'] }
  expect(await call('POST', `${shop}/envs/staging/rules`, rule)).toMatchObject({ status: 201 })
  await call('POST', `${images}/web/builds`, { image: 'registry.test/web:2', branch: 'topic' })
  await after(minutes(1))
  expect(await get(`${shop}/envs/staging/deploys`)).toHaveLength(1)
  await call('POST', `${images}/web/builds`, { image: 'registry.test/web:2', branch: 'main' })
  await after(minutes(1))
  const [{ set_id }] = await get(`${shop}/envs/staging/deploys`)
  const { modules } = await get(`${shop}/sets/${set_id}`)
  expect(modules.web.spec.containers.main.image).toBe('registry.test/web:2')
})

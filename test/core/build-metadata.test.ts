import { describe, expect, test } from 'vitest'
import { readBuildMetadata } from '../../src/core/build-metadata.ts'

const digest = `sha256:${'0a1b2c3d'.repeat(8)}`
const other = `sha256:${'4e5f6071'.repeat(8)}`

/** With the keys that docker buildx writes beside those that matter here. */
const aBuild = (fields: object) => ({
  'buildx.build.provenance': { buildType: 'https://mobyproject.org/buildkit@v1', materials: [] },
  'buildx.build.ref': 'builder/builder0/0fjb6ubs52xx3vygf6fgdl611',
  'containerimage.config.digest': `sha256:${'1'.repeat(64)}`,
  'containerimage.descriptor': { mediaType: 'application/vnd.oci.image.index.v1+json', digest, size: 856 },
  ...fields,
})

const pushed = (names: string, content = digest) => aBuild({ 'containerimage.digest': content, 'image.name': names })

describe('the metadata of a build', () => {
  test.each([
    {
      what: 'one tag',
      metadata: pushed('ghcr.io/acme/web:1'),
      images: [{ name: 'ghcr.io/acme/web', tag: '1', digest }],
    },
    {
      what: 'every tag of one build, which have one digest',
      metadata: pushed('ghcr.io/acme/web:1, ghcr.io/acme/web:latest,docker.io/acme/web:1'),
      images: [
        { name: 'ghcr.io/acme/web', tag: '1', digest },
        { name: 'ghcr.io/acme/web', tag: 'latest', digest },
        { name: 'docker.io/acme/web', tag: '1', digest },
      ],
    },
    {
      what: 'a build that was pushed by its digest',
      metadata: pushed('ghcr.io/acme/web'),
      images: [{ name: 'ghcr.io/acme/web', digest }],
    },
    {
      what: 'a build without tags',
      metadata: aBuild({ 'containerimage.digest': digest }),
      images: [{ name: undefined, digest }],
    },
    {
      what: 'a build without a digest',
      metadata: aBuild({ 'image.name': 'web:1' }),
      images: [{ name: 'web', tag: '1' }],
    },
    {
      what: 'each target of a bake',
      metadata: { 'buildx.build.warnings': [], web: pushed('web:1'), worker: pushed('worker:1', other) },
      images: [
        { name: 'web', tag: '1', digest },
        { name: 'worker', tag: '1', digest: other },
      ],
    },
  ])('tells of $what', ({ metadata, images }) => {
    expect(readBuildMetadata(metadata)).toEqual({ ok: true, images, targetsWithoutImage: [] })
  })

  test('names the targets of a bake that made no image', () => {
    const metadata = { 'buildx.build.warnings': {}, web: pushed('web:1'), lint: { 'buildx.build.ref': 'b/b0/x' } }
    expect(readBuildMetadata(metadata)).toMatchObject({ ok: true, targetsWithoutImage: ['lint'] })
  })

  test.each([
    { what: 'an empty object', metadata: {}, reason: 'tells of no image' },
    { what: 'a build that was not exported', metadata: { 'buildx.build.ref': 'b/b0/x' }, reason: 'tells of no image' },
    { what: 'a bake of nothing but tests', metadata: { lint: {}, test: {} }, reason: 'tells of no image' },
    { what: 'a list', metadata: [pushed('web:1')], reason: 'is not an object' },
    { what: 'a text', metadata: 'web:1', reason: 'is not an object' },
    { what: 'nothing', metadata: null, reason: 'is not an object' },
    {
      what: 'names that are a list',
      metadata: { 'image.name': ['web:1'] },
      reason: 'an image.name that is not a text',
    },
    { what: 'a bad name', metadata: pushed('Web:1'), reason: 'the image.name "Web:1": it has capital letters' },
    {
      what: 'a bad digest of a target',
      metadata: { web: pushed('web:1', 'sha256:1') },
      reason: "a containerimage.digest (of target 'web') that is not",
    },
  ])('is refused: $what', ({ metadata, reason }) => {
    expect(readBuildMetadata(metadata)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})

import { describe, expect, test } from 'vitest'
import { digest, failureOf, other, resultOf, anOrganization, web } from './a-registration.ts'

describe('what a build says', () => {
  const build = { 'containerimage.digest': digest, 'image.name': `${web}:1,${web}:latest` }

  test('is registered, tag by tag', async () => {
    const { run } = anOrganization()
    const { runner } = await run({ metadata: JSON.stringify(build) })
    expect(resultOf(runner)).toMatchObject([
      { reference: `${web}:1@${digest}`, created: true },
      { reference: `${web}:latest@${digest}`, created: true },
    ])
  })

  test('is read from a file, of a bake too, whose targets without an image are named', async () => {
    const { run } = anOrganization()
    const bake = { web: build, lint: { 'buildx.build.ref': 'b' } }
    const { runner } = await run({ 'metadata-file': 'bake.json' }, { files: { 'bake.json': JSON.stringify(bake) } })
    expect(resultOf(runner)).toHaveLength(2)
    expect(runner.logged.join('\n')).toContain('No image came from lint')
  })

  test('needs a name where the build had no tags', async () => {
    const { run } = anOrganization()
    const metadata = JSON.stringify({ 'containerimage.digest': digest })
    expect(failureOf((await run({ metadata })).runner)?.message).toContain('was given no name')
    const { runner } = await run({ metadata, name: web, version: '1' })
    expect(runner.outputs['reference']).toBe(`${web}:1@${digest}`)
  })

  test('takes one name for all tags of one repository', async () => {
    const { run } = anOrganization()
    const { runner } = await run({ metadata: JSON.stringify(build), name: 'web' })
    expect(resultOf(runner)).toMatchObject([
      { name: 'web', version: '1' },
      { name: 'web', version: 'latest' },
    ])
  })
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
    [{ images: 'a:1,b:1' }, 'which lists "a:1,b:1": it has blanks, commas or semicolons in it. Write one image a line'],
    [{ images: 'a:1 b:1' }, 'which lists "a:1 b:1": it has blanks, commas or semicolons in it. Write one image a line'],
    [{ image: 'a:1\nb:1' }, 'which has blanks, commas or semicolons in it. Several images go into the input `images`'],
    [{ image: 'ghcr.io/acme/web:$TAG' }, 'which has a `$` in it: `with:` fills in `${{ env.NAME }}`, and no `$NAME`'],
    [{ images: 'web: b:c:d' }, 'which lists "b:c:d": it has a tag that is not one'],
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
    const { run } = anOrganization()
    const { runner, requests } = await run(inputs)
    expect(requests).toEqual([])
    expect(runner.exitCode).toBe(1)
    expect(runner.annotations.map((annotation) => annotation.message).join('\n')).toContain(message)
  })
})

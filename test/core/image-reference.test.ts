import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseImageReference, printImageReference } from '../../src/core/image-reference.ts'

const digest = `sha256:${'0a1b2c3d'.repeat(8)}`

describe('the parts of an image reference', () => {
  const understood = [
    { text: 'nginx', value: { name: 'nginx' } },
    { text: 'nginx:1.27', value: { name: 'nginx', tag: '1.27' } },
    { text: 'library/nginx:1.27', value: { name: 'library/nginx', tag: '1.27' } },
    { text: 'ghcr.io/acme/web:v1.2.3', value: { name: 'ghcr.io/acme/web', tag: 'v1.2.3' } },
    { text: `ghcr.io/acme/web@${digest}`, value: { name: 'ghcr.io/acme/web', digest } },
    { text: `ghcr.io/acme/web:v1@${digest}`, value: { name: 'ghcr.io/acme/web', tag: 'v1', digest } },
    { text: 'localhost/web:1', value: { name: 'localhost/web', tag: '1' } },
    { text: 'localhost:5000/web', value: { name: 'localhost:5000/web' } },
    { text: 'registry.internal:5000/a/b/c:1', value: { name: 'registry.internal:5000/a/b/c', tag: '1' } },
    { text: '10.0.0.1:5000/web:1', value: { name: '10.0.0.1:5000/web', tag: '1' } },
    { text: '[2001:db8::1]:5000/web:1', value: { name: '[2001:db8::1]:5000/web', tag: '1' } },
    { text: 'web:5000', value: { name: 'web', tag: '5000' } },
    { text: 'Registry/web:1', value: { name: 'Registry/web', tag: '1' } },
    { text: 'ghcr.io/acme/my_web__app.x---y:_a', value: { name: 'ghcr.io/acme/my_web__app.x---y', tag: '_a' } },
    { text: `web:${'a'.repeat(128)}`, value: { name: 'web', tag: 'a'.repeat(128) } },
  ]
  test.each(understood)('$text is understood', ({ text, value }) => {
    expect(parseImageReference(text)).toEqual({ ok: true, value })
  })

  const refused = [
    { text: '', reason: 'names no repository' },
    { text: ':1', reason: 'names no repository' },
    { text: `@${digest}`, reason: 'names no repository' },
    { text: 'ghcr.io/acme/web 1', reason: 'white space' },
    { text: 'web:1\n', reason: 'white space' },
    { text: 'https://ghcr.io/acme/web:1', reason: 'a scheme' },
    { text: 'docker://web:1', reason: 'a scheme' },
    { text: 'ghcr.io/Acme/web:1', reason: 'capital letters' },
    { text: 'Web:1', reason: 'capital letters' },
    { text: 'ghcr.io/acme//web', reason: 'is not one' },
    { text: 'ghcr.io/acme/web/', reason: 'is not one' },
    { text: '/web', reason: 'is not one' },
    { text: 'ghcr.io/-web', reason: 'is not one' },
    { text: 'a___b', reason: 'is not one' },
    { text: '../web', reason: 'not the name of a host' },
    { text: 'ghcr.io:port/web', reason: 'not the name of a host' },
    { text: 'ghcr.io:/web', reason: 'not the name of a host' },
    { text: 'web:', reason: 'an empty tag' },
    { text: 'web:-1', reason: 'a tag that is not one' },
    { text: 'web:1+2', reason: 'a tag that is not one' },
    { text: 'web:1:2', reason: 'a tag that is not one' },
    { text: `web:${'a'.repeat(129)}`, reason: 'a tag that is not one' },
    { text: 'web@', reason: 'sha256:' },
    { text: 'web@latest', reason: 'sha256:' },
    { text: `web@${digest}0`, reason: 'sha256:' },
    { text: `web@${digest.toUpperCase()}`, reason: 'sha256:' },
    { text: `web@sha512:${'0'.repeat(128)}`, reason: 'sha256:' },
    { text: `web@${digest}@${digest}`, reason: 'sha256:' },
    { text: 'a'.repeat(256), reason: 'more than 255 characters' },
  ]
  test.each(refused)('$text is refused', ({ text, reason }) => {
    expect(parseImageReference(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})

const lower = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('')
const word = fc.string({ unit: fc.constantFrom(...lower), minLength: 1, maxLength: 6 })
const part = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom('.', '_', '__', '-', '--'), word), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.flat().join(''))
const host = fc.oneof(
  fc.constantFrom('localhost', 'ghcr.io', 'registry.Internal', '[::1]'),
  fc.nat(65_535).map((port) => `registry:${port}`),
)
// Without a registry the first part has no dot, by which it would be taken for one.
const name = fc
  .tuple(fc.oneof(host, word), fc.array(part, { minLength: 1, maxLength: 4 }))
  .map(([first, parts]) => [first, ...parts].join('/'))
const tag = fc
  .tuple(
    fc.constantFrom(...lower, 'A', '_'),
    fc.string({ unit: fc.constantFrom(...lower, 'Z', '_', '.', '-'), maxLength: 127 }),
  )
  .map((texts) => texts.join(''))
const content = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'.split('')), minLength: 64, maxLength: 64 })
  .map((hex) => `sha256:${hex}`)
const reference = fc.record({ name, tag, digest: content }, { requiredKeys: ['name'] })

test('what is printed is read back as it was', () => {
  fc.assert(
    fc.property(reference, (value) => {
      expect(parseImageReference(printImageReference(value))).toEqual({ ok: true, value })
    }),
  )
})

test('whatever is understood is printed as it was written', () => {
  const near = fc.string({ unit: fc.constantFrom(...'aB0.:/@_-[]'.split('')), maxLength: 20 })
  const written = fc.oneof(
    near,
    fc.tuple(near, content).map((texts) => texts.join('@')),
    fc.string(),
  )
  fc.assert(
    fc.property(written, (text) => {
      const parsed = parseImageReference(text)
      expect(parsed.ok ? printImageReference(parsed.value) : text).toBe(text)
    }),
    { numRuns: 2000 },
  )
})

test('a name made to keep a matcher busy is refused at once', () => {
  expect(parseImageReference(`${'a-'.repeat(127)}!`).ok).toBe(false)
  expect(parseImageReference('a'.repeat(5_000_000)).ok).toBe(false)
})

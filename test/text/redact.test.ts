import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inline } from '../../src/text/escape.ts'
import { createRedactor, isSensitiveName, secretParts } from '../../src/text/redact.ts'

const secret = 'p@ss/"word" +1_ž'

describe('redacting', () => {
  it.each([
    { form: 'as it is', text: secret },
    { form: 'in a URL', text: encodeURIComponent(secret) },
    { form: 'in a URL, lower case', text: encodeURIComponent(secret).replace(/%../g, (each) => each.toLowerCase()) },
    { form: 'in a form', text: new URLSearchParams({ a: secret }).toString().slice(2) },
    { form: 'in JSON', text: JSON.stringify(secret).slice(1, -1) },
    { form: 'in Markdown', text: inline(secret) },
  ])('hides a secret $form', ({ text }) => {
    expect(createRedactor([secret])(`before ${text} after`)).toBe('before *** after')
  })

  it.each(['', 'u', 'us', 'user:'])('hides a secret in Base64 behind "%s"', (before) => {
    const token = 'hmc-0123456789abcdef'
    for (const encoding of ['base64', 'base64url'] as const) {
      const encoded = Buffer.from(`${before}${token}`).toString(encoding)
      const redacted = createRedactor([token])(encoded)
      expect(redacted).toContain('***')
      // What stays is what the characters around the secret have a part in.
      expect(redacted.length).toBeLessThan(encoded.length - token.length + 3)
    }
  })

  it('hides every telling line of a secret that has several', () => {
    const key = '-----BEGIN KEY-----\nMIIEow\n{\n-----END KEY-----\n'
    expect(secretParts(key)).toEqual(['-----BEGIN KEY-----', 'MIIEow', '-----END KEY-----'])
    expect(createRedactor([key])('error near MIIEow { there')).toBe('error near *** { there')
  })

  it('hides the longer of two secrets whole', () => {
    expect(createRedactor(['abcd', 'abcdefgh'])('x abcdefgh y abcd')).toBe('x *** y ***')
  })

  it('hides nothing when it knows nothing', () => {
    expect(createRedactor(['', '  '])('a b')).toBe('a b')
  })

  it('leaves no secret in any text', () => {
    const anySecret = fc.string({ unit: 'grapheme-ascii', minLength: 4 }).filter((text) => !/^[\s*]*$/.test(text))
    fc.assert(
      fc.property(anySecret, fc.string(), fc.string(), (hidden, before, after) => {
        // A secret of stars may come together with the stars that stand for it.
        fc.pre(!hidden.includes('*'))
        expect(createRedactor([hidden])(before + hidden + after)).not.toContain(hidden.trim())
      }),
    )
  })
})

describe('a name', () => {
  it.each([
    'DB_PASSWORD',
    'dbPassword',
    'DBPASSWORD',
    'apiKey',
    'API-KEY',
    'aws_secret_access_key',
    'GITHUB_TOKEN',
    'credentials',
    'PGPASS',
    'KEY2',
    'auth',
    'tls.key',
  ])('such as %s tells that its value is secret', (name) => {
    expect(isSensitiveName(name)).toBe(true)
  })

  it.each(['MONKEY', 'keyboard', 'AUTHOR', 'LOG_LEVEL', 'compass', 'bypass_cache', 'PORT', ''])(
    'such as %s tells nothing of that kind',
    (name) => {
      expect(isSensitiveName(name)).toBe(false)
    },
  )
})

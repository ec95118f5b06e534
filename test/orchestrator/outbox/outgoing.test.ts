import { expect, test } from 'vitest'
import {
  isLoopback,
  readApiUrl,
  readHost,
  readUrl,
  refusalOf,
  shownUrl,
} from '../../../src/orchestrator/outbox/outgoing.ts'

test.each([
  ['http://localhost/', true],
  ['http://127.0.0.1:81/', true],
  ['http://127.9.9.9/', true],
  ['http://2130706433/', true],
  ['http://[::1]/', true],
  ['http://[0:0:0:0:0:0:0:1]/', true],
  ['http://LOCALHOST/', true],
  ['http://0.0.0.0/', false],
  ['http://localhost.test/', false],
  ['http://127.0.0.1.test/', false],
  ['http://my-localhost/', false],
  ['http://10.0.0.1/', false],
  ['http://169.254.169.254/', false],
  ['http://localhost@evil.test/', false],
])('%s is loopback: %s', (url, expected) => {
  expect(isLoopback(new URL(url))).toBe(expected)
})

test.each(['ftp://x.test/', 'x.test', '/path', 'http://', 'http://[', 'javascript:alert(1)', ''])(
  '%j is no URL to send a request to',
  (text) => {
    expect(readUrl(text)).toBeUndefined()
  },
)

test('a URL is shown without what may be secret', () => {
  expect(shownUrl(new URL('https://user:word@x.test:8443/a/b?key=1#part'))).toBe('https://x.test:8443/a/b')
})

test('a host that is allowed without a port is allowed on each, and one with a port on that alone', () => {
  expect(refusalOf(new URL('https://x.test:8443/'), ['x.test'])).toBeUndefined()
  expect(refusalOf(new URL('https://x.test:8443/'), ['x.test:8443'])).toBeUndefined()
  expect(refusalOf(new URL('https://x.test/'), ['x.test:8443'])).toContain('--allow-http x.test')
  expect(refusalOf(new URL('https://a.x.test/'), ['x.test'])).toContain('--allow-http a.x.test')
})

test.each([
  ['Example.Test', 'example.test'],
  ['example.test:8443', 'example.test:8443'],
  ['[fe80::1]:81', '[fe80::1]:81'],
])('the host %s is read as %s', (text, expected) => {
  expect(readHost(text)).toBe(expected)
})

test.each(['', 'http://x.test', 'x.test/path', 'a b', 'user@x.test', 'x.test?', 'x:99999'])('%j is no host', (text) => {
  expect(() => readHost(text)).toThrow(/--allow-http must be a host/)
})

test.each([
  ['https://api.github.com', 'https://api.github.com'],
  ['https://github.acme.test/api/v3/', 'https://github.acme.test/api/v3'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])("GitHub's API can be at %s", (text, expected) => {
  expect(readApiUrl(text)).toBe(expected)
})

test.each(['http://api.github.com', 'api.github.com', 'https://a:b@x.test', 'https://x.test/?a', ''])(
  "GitHub's API cannot be at %j",
  (text) => {
    expect(() => readApiUrl(text)).toThrow(/--github-api-url must be an https URL/)
  },
)

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toBaseUrl, toPath, toQuery } from '../../src/client/url.ts'
import { InputError } from '../../src/errors.ts'

describe('a path', () => {
  it('is percent-encoded, segment by segment', () => {
    expect(toPath('/orgs/{orgId}/apps/{appId}', { orgId: 'a/../b', appId: 'ä ?#%2e' })).toBe(
      '/orgs/a%2F..%2Fb/apps/%C3%A4%20%3F%23%252e',
    )
  })

  it.each([
    ['', /orgId is empty/],
    ['.', /orgId cannot be '\.'/],
    ['..', /orgId cannot be '\.\.'/],
    ['\ud800', /orgId is not valid text/],
  ])('refuses %j, naming the parameter', (orgId, message) => {
    expect(() => toPath('/orgs/{orgId}/apps', { orgId })).toThrow(InputError)
    expect(() => toPath('/orgs/{orgId}/apps', { orgId })).toThrow(message)
  })

  it('names a parameter that is missing', () => {
    expect(() => toPath('/orgs/{orgId}')).toThrow(/orgId is empty/)
  })

  it('stays where it was put, whatever its value', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text !== '.' && text !== '..'),
        (value) => {
          const url = new URL(`https://api.example.test${toPath('/orgs/{id}/apps', { id: value })}`)
          const [, orgs, id, apps, ...more] = url.pathname.split('/')
          expect([orgs, decodeURIComponent(id ?? ''), apps, more, url.search, url.hash]).toEqual([
            'orgs',
            value,
            'apps',
            [],
            '',
            '',
          ])
        },
      ),
    )
  })
})

describe('a query', () => {
  it.each([
    ['nothing', {}, ''],
    ['undefined', { page: undefined }, ''],
    [
      'scalars',
      { per_page: 100, completed: false, name: 'a b&c=d' },
      '?per_page=100&completed=false&name=a%20b%26c%3Dd',
    ],
    ['a list, which repeats its name', { status: ['queued', 'executing'] }, '?status=queued&status=executing'],
    ['an empty list', { status: [] }, ''],
    ['an object', { match: { environment: 'x y', app: undefined } }, '?match%5Benvironment%5D=x%20y'],
  ])('writes %s', (_, query, expected) => {
    expect(toQuery(query)).toBe(expected)
  })
})

describe("the API's address", () => {
  it.each([
    ['https://api.humanitec.io', 'https://api.humanitec.io'],
    ['https://api.humanitec.io/', 'https://api.humanitec.io'],
    ['https://proxy.example.test/humanitec//', 'https://proxy.example.test/humanitec'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://localhost', 'http://localhost'],
  ])('%s becomes %s', (text, expected) => {
    expect(toBaseUrl(text)).toBe(expected)
  })

  it.each([
    ['api.humanitec.io', /has to be a URL/],
    ['ftp://api.humanitec.io', /has to be a URL/],
    ['http://api.humanitec.io', /unencrypted/],
    ['http://127.0.0.1.example.test', /unencrypted/],
    ['http://localhost.example.test', /unencrypted/],
    ['https://me:secret@api.humanitec.io', /user name/],
    ['https://api.humanitec.io?a=b', /query/],
  ])('refuses %s', (text, message) => {
    expect(() => toBaseUrl(text)).toThrow(InputError)
    expect(() => toBaseUrl(text)).toThrow(message)
  })
})

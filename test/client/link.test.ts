import { describe, expect, it } from 'vitest'

import { nextLink } from '../../src/client/link.ts'

describe('the next page', () => {
  it.each([
    ['relative', '</orgs/acme/apps?page=2>; rel="next"', '/orgs/acme/apps?page=2'],
    ['absolute', '<https://api.example.test/x?page=AAA==>; rel="next"', 'https://api.example.test/x?page=AAA=='],
    ['without quotes', '</x?page=2>; rel=next', '/x?page=2'],
    ['in capitals', '</x?page=2>; REL="Next"', '/x?page=2'],
    ['after another link', '</x?page=1>; rel="prev", </x?page=3>; rel="next"', '/x?page=3'],
    ['with a comma in its address', '</x?page=2,3>; rel="next"', '/x?page=2,3'],
    ['with two relations', '</x?page=2>; rel="last next"', '/x?page=2'],
    ['with more parameters', '</x?page=2>; title="a; b"; rel="next"; type="text/html"', '/x?page=2'],
  ])('is found where the link is %s', (_, header, expected) => {
    expect(nextLink(header)).toBe(expected)
  })

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['only other relations', '</x>; rel="prev", </y>; rel="nextish"'],
    ['no relation', '</x?page=2>'],
    ['no brackets', '/x?page=2; rel="next"'],
  ])('is absent with %s', (_, header) => {
    expect(nextLink(header)).toBeUndefined()
  })
})

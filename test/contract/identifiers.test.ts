import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compilePattern,
  idPattern,
  isCommit,
  isDeltaId,
  isEmptySetId,
  isId,
  isSetId,
  isUuid,
} from '../../src/contract/identifiers.ts'

const tables: { predicate: (text: string) => boolean; accepted: string[]; refused: string[] }[] = [
  {
    predicate: isId,
    accepted: ['ab', '42', 'my-app', 'a-b', 'pr-007', 'x'.repeat(50)],
    refused: ['', 'a', '7', '-ab', 'ab-', 'a--b', 'My-app', 'my_app', 'my app', 'ab\n', 'äb', 'x'.repeat(51)],
  },
  {
    predicate: isDeltaId,
    accepted: ['0123456789abcdef0123456789abcdef01234567'],
    refused: [
      '',
      '0123456789ABCDEF0123456789ABCDEF01234567',
      '0123456789abcdef0123456789abcdef0123456',
      '0'.repeat(41),
    ],
  },
  {
    predicate: isSetId,
    accepted: ['0', '000', '0'.repeat(50), 'uf6OiM_uMN_xhOO9iYVCGULbLlQjPqc2y6wHyfy6eBQ'],
    refused: ['', '1', 'uf6OiM/uMN+xhOO9iYVCGULbLlQjPqc2y6wHyfy6eBQ', 'uf6OiM_uMN_xhOO9iYVCGULbLlQjPqc2y6wHyfy6eBQ='],
  },
  { predicate: isEmptySetId, accepted: ['0', '0'.repeat(43)], refused: ['', '01', 'O'] },
  {
    predicate: isCommit,
    accepted: ['c0ffe', '0123456789abcdef0123456789abcdef01234567'],
    refused: ['', 'cafe', 'C0FFE', 'main', '0'.repeat(41)],
  },
  {
    predicate: isUuid,
    accepted: ['662b80db-cc71-40cf-b601-08d57983f6e4', '00000000-0000-0000-0000-000000000000'],
    refused: ['', 'default', '662b80dbcc7140cfb60108d57983f6e4', '662B80DB-CC71-40CF-B601-08D57983F6E4'],
  },
]

describe.each(tables)('$predicate.name', ({ predicate, accepted, refused }) => {
  test.each(accepted)('accepts %j', (text) => {
    expect(predicate(text)).toBe(true)
  })
  test.each(refused)('refuses %j', (text) => {
    expect(predicate(text)).toBe(false)
  })
})

describe('compilePattern', () => {
  test('takes the same ids as the documented pattern', () => {
    const documented = new RegExp(idPattern)
    const compiled = compilePattern(idPattern)
    // Short enough for the documented pattern, which takes time exponential in the length.
    const text = string({ unit: constantFrom('a', '9', '-', 'A', '\n'), maxLength: 8 })

    assert(
      property(text, (id) => {
        expect(compiled.test(id)).toBe(documented.test(id))
      }),
    )
  })

  test('answers about a text of any length at once', () => {
    expect(compilePattern(idPattern, 'u').test(`${'a'.repeat(50_000)}!`)).toBe(false)
    const group = compilePattern(`^g-${idPattern.slice(1)}`, 'u')
    expect(group.test(`g-${'a'.repeat(50_000)}!`)).toBe(false)
    expect(['g-a1-b', 'g-aa', 'g-a', 'a-aa', 'g-a--b'].map((id) => group.test(id))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('leaves every other pattern as it is', () => {
    expect(compilePattern('^[0-9]+$', 'u')).toEqual(/^[0-9]+$/u)
  })
})

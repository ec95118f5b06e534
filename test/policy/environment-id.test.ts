import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isId } from '../../src/contract/identifiers.ts'
import { identityOf, type Repository, type Subject, subjectOf } from '../../src/policy/environment-id.ts'

const shop: Repository = { id: '4711', name: 'acme/shop' }
const api: Repository = { id: '4712', name: 'acme/api' }

const pullRequest = (number: number): Subject => ({ kind: 'pull-request', number })
const branch = (name: string): Subject => ({ kind: 'branch', branch: name })

test('a pull request has the id that was agreed on, whatever else changes', () => {
  expect(identityOf(shop, pullRequest(7))).toEqual({ id: 'pr-7-de650d61', name: 'acme/shop#7' })
})

test.each([
  ['main', /^main-[0-9a-f]{8}$/],
  ['feat/Cart_2', /^feat-cart-2-[0-9a-f]{8}$/],
  ['--weird--', /^weird-[0-9a-f]{8}$/],
  ['Überweisung', /^uberweisung-[0-9a-f]{8}$/],
  ['機能', /^branch-[0-9a-f]{8}$/],
  ['pr-7', /^pr-7-[0-9a-f]{8}$/],
  [`${'a'.repeat(40)}/bcd`, /^a{40}-[0-9a-f]{8}$/],
  ['x'.repeat(200), /^x{41}-[0-9a-f]{8}$/],
])('branch %s is still to be recognised in its id', (name, pattern) => {
  const identity = identityOf(shop, branch(name))
  expect(identity.id).toMatch(pattern)
  expect(identity.name).toBe(`acme/shop@${name}`)
})

describe('whatever the repository and the subject are called', () => {
  const repository = fc.record({
    id: fc.integer({ min: 1, max: 2 ** 40 }).map(String),
    name: fc.stringMatching(/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/),
  })
  const subject = fc.oneof(
    fc.integer({ min: 1, max: 2 ** 48 }).map(pullRequest),
    fc.string({ minLength: 1, maxLength: 250, unit: 'binary' }).map(branch),
    fc.stringMatching(/^[a-z0-9/_.#@-]{1,100}$/).map(branch),
  )

  test('ids are valid, have at most 50 characters, and are the same each time', () => {
    fc.assert(
      fc.property(repository, subject, (of, what) => {
        const { id, name } = identityOf(of, what)
        expect(isId(id)).toBe(true)
        expect(id.length).toBeLessThanOrEqual(50)
        expect(identityOf({ ...of }, { ...what })).toEqual({ id, name })
      }),
    )
  })

  test('two subjects of a repository have different ids and names', () => {
    fc.assert(
      fc.property(repository, subject, subject, (of, one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other))
        const [first, second] = [identityOf(of, one), identityOf(of, other)]
        expect(first.id).not.toBe(second.id)
        expect(first.name).not.toBe(second.name)
      }),
    )
  })

  test('two repositories have different ids for the same subject', () => {
    fc.assert(
      fc.property(repository, repository, subject, (one, other, what) => {
        fc.pre(one.id !== other.id)
        expect(identityOf(one, what).id).not.toBe(identityOf(other, what).id)
      }),
    )
  })

  test('a repository knows its own environments again, and nobody else does', () => {
    fc.assert(
      fc.property(repository, repository, subject, (one, other, what) => {
        fc.pre(one.id !== other.id)
        const identity = identityOf(one, what)
        expect(subjectOf(one, identity)).toEqual(what)
        expect(subjectOf(other, identity)).toBeUndefined()
        // A repository that has taken over the name of another one is another one.
        expect(subjectOf({ ...other, name: one.name }, identity)).toBeUndefined()
      }),
    )
  })
})

const { id, name } = identityOf(shop, pullRequest(7))

test.each([
  ['an environment of people', { id: 'production', name: 'Production' }],
  ['only the id', { id, name: 'My preview' }],
  ['only the name', { id: 'preview-7', name }],
  ['the number of another', { id, name: 'acme/shop#8' }],
  ['a number with zeros before it', { id: 'pr-007-de650d61', name: 'acme/shop#007' }],
  ['no number', { id: 'pr--de650d61', name: 'acme/shop#' }],
  ['a number that is none', { id: 'pr-1e3-de650d61', name: 'acme/shop#1e3' }],
  ['a number beyond counting', { id: `pr-${'9'.repeat(20)}-de650d61`, name: `acme/shop#${'9'.repeat(20)}` }],
  ['a repository whose name only begins like this one', { id, name: 'acme/shop-api#7' }],
  ['another repository', identityOf(api, pullRequest(7))],
  ['a branch that is called like a pull request', { id: identityOf(shop, branch('pr-7')).id, name }],
])('%s is not ours', (_, identity) => {
  expect(subjectOf(shop, identity)).toBeUndefined()
})

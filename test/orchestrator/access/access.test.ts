import { describe, expect, test } from 'vitest'
import type { Called } from '../../support/orchestrator.ts'
import { asker, operations, reasonOf } from './asking.ts'
import { type Caller, members, unknownCallers } from './callers.ts'
import { requests } from './requests.ts'
import { having } from './rows.ts'
import { table } from './table.ts'
import { aWorld } from './world.ts'

const ids = operations.map(({ id }) => id)

/** Who lacks what, and where. */
const refusal =
  /^[\w, ]+ (?:needs (?:at least )?the role '\w+' on (?:application|organization) '[^']+'|may not deploy to '[^']+': that needs the role 'deployer' on environment type '[^']+')/

const outcome = (answer: Called): string => {
  const { status, body } = answer
  if (status < 300) return 'answered'
  const isExplained = body === undefined || refusal.test(reasonOf(answer) ?? '')
  return status === 403 && isExplained ? 'refused' : `${status} ${JSON.stringify(body)}`
}

/** What comes out differently from what the table says, when the caller asks for each operation in a world of its own. */
const differences = async (caller: Caller) => {
  const ask = asker(await aWorld())
  const found: Record<string, string> = {}
  for (const operation of operations) {
    const row = table[operation.id]
    const expected = row && having[row.needs].includes(caller) ? 'answered' : 'refused'
    const actual = outcome(await ask(caller, operation))
    if (actual !== expected) found[operation.id] = actual
  }
  return found
}

describe('the table of what operations need', () => {
  test('has a row for every operation of the contract, and for nothing else', () => {
    expect(Object.keys(table).sort()).toEqual(ids.toSorted())
  })

  test('gives a reason for each row that is written nowhere', () => {
    const reasons = Object.values(table).flatMap((row) => (row.source === 'assumption' ? [row.note] : []))
    expect(reasons.filter((reason) => !/^[A-Z].+\.$/.test(reason))).toEqual([])
  })
})

test('there are special requests for operations only', async () => {
  expect(ids).toEqual(expect.arrayContaining(Object.keys(requests(await aWorld()))))
})

const advice = 'send "Authorization: Bearer <token>".'

describe('every operation', () => {
  test('asks whoever is not known for a token', async () => {
    const ask = asker(await aWorld())
    for (const caller of unknownCallers) {
      for (const operation of operations) {
        const answer = await ask(caller, operation)
        expect(answer, operation.id).toMatchObject({ status: 401 })
        expect(reasonOf(answer) ?? advice, operation.id).toContain(advice)
      }
    }
  })

  test.each([...members, 'stranger' as const])('answers or refuses as the table says: %s', async (caller) => {
    expect(await differences(caller)).toEqual({})
  })
})

describe('who is refused learns nothing', () => {
  /** The answer without the names that were asked for. */
  const blank = ({ status, body }: Called, name: string) =>
    `${status} ${JSON.stringify(body ?? '').replaceAll(name, '…')}`

  test.each([
    ['of an organization', 'stranger', 'orgId', 'acme'],
    ['of an application', 'member', 'appId', 'shop'],
  ] as const)('%s: what exists is refused as what does not', async (_, caller, parameter, name) => {
    const ask = asker(await aWorld())
    const inside = operations.filter(({ path }) => path.includes(`{${parameter}}`))
    expect(inside.length).toBeGreaterThan(100)
    for (const operation of inside) {
      const refusal = blank(await ask(caller, operation), name)
      expect(refusal, operation.id).toMatch(/^403 /)
      expect(blank(await ask(caller, operation, { path: { [parameter]: 'nowhere' } }), 'nowhere'), operation.id).toBe(
        refusal,
      )
    }
  })
})

test('users look at their own tokens, and delete them, without any role', async () => {
  const { call } = await aWorld()
  const mine = { authorization: 'Bearer member' }
  const [token, ...others] = (await call('GET', '/users/member/tokens', undefined, mine)).body
  expect(others).toEqual([])
  const path = `/users/member/tokens/${token.id}`
  expect(await call('GET', path, undefined, mine)).toMatchObject({ status: 200 })
  expect(await call('DELETE', path, undefined, mine)).toMatchObject({ status: 204 })
  expect(await call('GET', path, undefined, mine)).toMatchObject({ status: 401 })
})

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { coverageFile, coveragePage, newerOperations, ownTests, readCoverage } from '../../scripts/api-coverage.ts'
import { lostCoverage, toCoverage } from '../../scripts/recorded-calls.ts'
import { contractOperations } from '../../src/contract/validation/operations.ts'

const root = new URL('../../', import.meta.url)
const ids = contractOperations().flatMap(([, operations]) =>
  [...operations.values()].map(({ operationId }) => operationId),
)
const committed = readCoverage(await readFile(new URL(coverageFile, root), 'utf8'))

describe('the operations that tests ask for', () => {
  test('are all of the contract, each in a test of what it does', () => {
    const ofItsOwn = [...committed].filter(([, covered]) => ownTests(covered).length > 0)
    expect(ofItsOwn.map(([id]) => id).sort()).toEqual(ids.toSorted())
  })

  test('are asked for in tests that there are', () => {
    const files = new Set([...committed.values()].flatMap(({ tests }) => tests))
    expect([...files].filter((file) => !existsSync(new URL(`test/orchestrator/${file}`, root)))).toEqual([])
  })

  test('are newer than the document where the contract has them at all', () => {
    expect(ids).toEqual(expect.arrayContaining([...newerOperations]))
    expect(ids.length - newerOperations.length).toBe(186)
  })
})

const calls = `
getThing 404 test/orchestrator/things.test.ts
getThing 200 test/orchestrator/things.test.ts
getThing 200 test/orchestrator/others.test.ts
getThing 200 test/actions/things.test.ts
dropThing 204 test/orchestrator/things.test.ts
`

test('calls are put together by operation, those of the orchestrator’s own tests', () => {
  expect(toCoverage(calls)).toBe('dropThing 204 things.test.ts\ngetThing 200,404 others.test.ts things.test.ts\n')
})

test('what is not asked for any more is named, and what is new is welcome', () => {
  const before = readCoverage('getThing 200,404,409 gone.test.ts things.test.ts\n')
  expect(lostCoverage(before, readCoverage(toCoverage(calls)))).toEqual([
    'test/orchestrator/gone.test.ts does not ask for getThing.',
    'No test sees getThing answer 409.',
  ])
})

test('the page has a row for an operation, with a link to each test but those that ask for all', () => {
  const document = {
    tags: [{ name: 'Things' }],
    paths: { '/things/{id}': { get: { operationId: 'getThing', tags: ['Things'] } } },
  }
  const page = coveragePage(document, readCoverage('getThing 200,404 access/access.test.ts things.test.ts\n'))
  expect(page).toContain('## Things')
  expect(page).toContain(
    '| `GET /things/{id}` | `getThing` | document | 200 404 | [things](../test/orchestrator/things.test.ts) |',
  )
})

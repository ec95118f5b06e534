import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  coverageFile,
  coveragePage,
  newerOperations,
  ownTests,
  readCoverage,
  unseenAnswers,
} from '../../scripts/api-coverage.ts'
import { lostCoverage, toCoverage } from '../../scripts/recorded-calls.ts'
import document from '../../src/contract/openapi.json' with { type: 'json' }
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
    expect([...files].filter((file) => !existsSync(new URL(`test/${file}`, root)))).toEqual([])
  })

  test('have been seen to give every answer that is declared', () => {
    expect(unseenAnswers(document, committed)).toEqual([])
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
getThing 200 test/vendor/things.test.ts
getThing 200 test/actions/things.test.ts
dropThing 204 test/orchestrator/things.test.ts
`

test('calls are put together by operation, those of the orchestrator’s own tests and of the vendor’s client', () => {
  expect(toCoverage(calls)).toBe(
    'dropThing 204 orchestrator/things.test.ts\n' +
      'getThing 200,404 orchestrator/others.test.ts orchestrator/things.test.ts vendor/things.test.ts\n',
  )
})

test('what is not asked for any more is named, and what is new is welcome', () => {
  const before = readCoverage('getThing 200,404,409 orchestrator/gone.test.ts orchestrator/things.test.ts\n')
  expect(lostCoverage(before, readCoverage(toCoverage(calls)))).toEqual([
    'test/orchestrator/gone.test.ts does not ask for getThing.',
    'No test sees getThing answer 409.',
  ])
})

describe('an operation with its answers', () => {
  const things = (...statuses: string[]) => {
    const responses = Object.fromEntries(statuses.map((status) => [status, {}]))
    const get = { operationId: 'getThing', tags: ['Things'], responses }
    return { tags: [{ name: 'Things' }], paths: { '/things/{id}': { parameters: [], get } } }
  }
  const seen = readCoverage(
    'getThing 200,404 orchestrator/access/access.test.ts orchestrator/things.test.ts vendor/things.test.ts\n',
  )

  test('has a row on the page, with a link to each test but those that ask for all', () => {
    const page = coveragePage(things('200', '404', 'default'), seen)
    expect(page).toContain('## Things')
    expect(page).toContain('Tests have seen every answer that the contract declares')
    expect(page).toContain(
      '| `GET /things/{id}` | `getThing` | document | 200 404 | [things](../test/orchestrator/things.test.ts), [vendor/things](../test/vendor/things.test.ts) |',
    )
  })

  test('is marked on the page, and named, where no test sees one of them', () => {
    const document = things('200', '202', '404', '409', 'default')
    const page = coveragePage(document, seen)
    expect(page).toContain('| document | 200 404 **not seen: 202 409** |')
    expect(page).toContain('2 have been seen by no test')
    expect(unseenAnswers(document, seen)).toEqual([
      'No test sees getThing answer 202, which the contract declares.',
      'No test sees getThing answer 409, which the contract declares.',
    ])
  })

  test('need not show what no request brings about', () => {
    expect(unseenAnswers(things('200', '307', '429', '500', '503', 'default'), seen)).toEqual([])
  })
})

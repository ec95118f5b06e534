import type { Coverage } from './api-coverage.ts'

const root = 'test/'

/** Tests of the orchestrator's own: those in process, and those by way of the vendor's client. */
export const testFolders: readonly string[] = ['test/orchestrator', 'test/vendor']

/** What `readCoverage` reads, from lines of an operation, a status and a file, in any order and number. */
export const toCoverage = (calls: string): string => {
  const found = new Map<string, { answers: Set<string>; tests: Set<string> }>()
  for (const line of calls.split('\n')) {
    const [id = '', status = '', test = ''] = line.split(' ')
    if (!testFolders.some((folder) => test.startsWith(`${folder}/`))) continue
    const { answers, tests } = found.get(id) ?? { answers: new Set(), tests: new Set() }
    found.set(id, { answers: answers.add(status), tests: tests.add(test.slice(root.length)) })
  }
  const lines = [...found].map(([id, { answers, tests }]) =>
    [id, [...answers].sort().join(','), ...[...tests].sort()].join(' '),
  )
  return `${lines.sort().join('\n')}\n`
}

/** What was true before and is not any more, a sentence each. */
export const lostCoverage = (before: Coverage, now: Coverage): string[] =>
  [...before].flatMap(([id, { answers, tests }]) => {
    const { answers: answersNow = [], tests: testsNow = [] } = now.get(id) ?? {}
    const lostTests = tests.filter((test) => !testsNow.includes(test))
    const lostAnswers = answers.filter((status) => !answersNow.includes(status))
    return [
      lostTests.map((test) => `${root}${test} does not ask for ${id}.`),
      lostAnswers.map((status) => `No test sees ${id} answer ${status}.`),
    ].flat()
  })

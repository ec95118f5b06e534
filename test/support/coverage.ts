import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { expect } from 'vitest'
import type { HttpRequest } from '../../src/contract/http.ts'
import { contractOperations } from '../../src/contract/validation/operations.ts'
import { createPathTree } from '../../src/contract/validation/path-tree.ts'
import type { Orchestrator } from '../../src/orchestrator/index.ts'

const root = new URL('../../', import.meta.url).pathname

/** Appends one line for each operation, test file and status that comes up: `scripts/coverage.ts` reads them. */
const recorder = (file: string) => {
  const find = createPathTree(contractOperations())
  const written = new Set<string>()
  return ({ method, url }: HttpRequest, status: number) => {
    const segments = new URL(url).pathname.split('/').slice(1)
    const operation = find(segments)?.found.get(method.toLowerCase())
    if (operation === undefined) return
    const line = `${operation.operationId} ${status} ${relative(root, expect.getState().testPath ?? '')}\n`
    if (written.has(line)) return
    written.add(line)
    appendFileSync(file, line)
  }
}

const record = process.env['COVERAGE_FILE'] === undefined ? undefined : recorder(process.env['COVERAGE_FILE'])

/** The same orchestrator; where `COVERAGE_FILE` names a file, what is asked of it is written down there. */
export const recorded = (orchestrator: Orchestrator): Orchestrator =>
  record === undefined
    ? orchestrator
    : {
        ...orchestrator,
        handle: async (request) => {
          const response = await orchestrator.handle(request)
          record(request, response.status)
          return response
        },
      }

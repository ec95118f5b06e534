import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bundle } from './contract/bundle.ts'
import { readParts } from './contract/parts.ts'
import { table } from './readme-tables.ts'

/** How the tests of the orchestrator ask for one operation. */
export interface Covered {
  /** Statuses of the answers. */
  answers: readonly string[]
  /** Files in `test`. */
  tests: readonly string[]
}

/** By operationId. */
export type Coverage = ReadonlyMap<string, Covered>

export const coverageFile = 'test/orchestrator/coverage.txt'

/** These tests ask for every operation alike, which says nothing of what one of them does. */
const accessTests = 'orchestrator/access/'

/** The tests of what an operation does. */
export const ownTests = ({ tests }: Covered): string[] => tests.filter((test) => !test.startsWith(accessTests))

const root = new URL('..', import.meta.url)
const contract = fileURLToPath(new URL('src/contract/openapi/', root))

/** The operations that the API document does not have, but the vendor's own description of the API. */
export const newerOperations: readonly string[] = `
  archiveResourceDefinitionVersion checkClusterConnectivity checkResourceAccount convertScoreToSet
  createDependencyGraph createGroup createResourceClass createResourceType deleteResourceClass deleteResourceType
  getBatch getDependencyGraph getResourceClass getResourceDefinitionVersion getSetResourceInputs
  getSubjectPermissions listContainerLogs listGroupUsers listHumanitecPublicKeys listInvitations
  listResourceAccountTypes listResourceClasses listResourceDefinitionVersions listUserGroups
  listWorkloadProfileFeatures patchApplication patchReplicas patchResourceType pinActiveResource
  promoteResourceDefinitionVersion updateEnvironment updateEnvironmentType updatePaused updateResourceClass
  updateResourceType`
  .trim()
  .split(/\s+/)

/** One line an operation: its id, the statuses, and the files. */
export const readCoverage = (text: string): Coverage =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', answers = '', ...tests] = line.split(' ')
        return [id, { answers: answers.split(','), tests }]
      }),
  )

interface OperationObject {
  operationId: string
  tags: [string]
  responses: Record<string, unknown>
}

interface PlacedOperation {
  /** Method and path. */
  title: string
  operation: OperationObject
}

const operationsOf = (document: Record<string, unknown>): PlacedOperation[] =>
  Object.entries(document['paths'] as Record<string, Record<string, OperationObject>>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => 'operationId' in operation)
      .map(([method, operation]) => ({ title: `${method.toUpperCase()} ${path}`, operation })),
  )

/**
 * A declared answer has to come up in a test when a request can bring it about: not so `default`, which stands for
 * what nobody foresees, 5xx, which is a failure of the server, nor 3xx and 429, since the orchestrator has all that it
 * answers with itself and limits nobody.
 */
const hasToBeSeen = (status: string) => /^[24]/.test(status) && status !== '429'

const unseenOf = ({ operationId, responses }: OperationObject, coverage: Coverage): string[] => {
  const seen = coverage.get(operationId)?.answers ?? []
  return Object.keys(responses).filter((status) => hasToBeSeen(status) && !seen.includes(status))
}

/** The answers that the contract declares and no test sees, a sentence each. */
export const unseenAnswers = (document: Record<string, unknown>, coverage: Coverage): string[] =>
  operationsOf(document).flatMap(({ operation }) =>
    unseenOf(operation, coverage).map(
      (status) => `No test sees ${operation.operationId} answer ${status}, which the contract declares.`,
    ),
  )

const heads = ['Operation', 'Name', 'Described', 'Answers', 'Tests']

/** Those of the orchestrator's own are named by what they test, the others with their folder. */
const toLink = (test: string) => `[${test.replace(/^orchestrator\//, '').replace(/\.test\.ts$/, '')}](../test/${test})`

const toRow = (coverage: Coverage, { title, operation }: PlacedOperation): string[] => {
  const { operationId } = operation
  const covered = coverage.get(operationId) ?? { answers: [], tests: [] }
  const unseen = unseenOf(operation, coverage)
  return [
    `\`${title}\``,
    `\`${operationId}\``,
    newerOperations.includes(operationId) ? 'newer' : 'document',
    [...covered.answers, ...(unseen.length > 0 ? [`**not seen: ${unseen.join(' ')}**`] : [])].join(' '),
    ownTests(covered).map(toLink).join(', '),
  ]
}

/** The page with a table for each group of the contract's operations. */
export const coveragePage = (document: Record<string, unknown>, coverage: Coverage): string => {
  const operations = operationsOf(document)
  const groups = new Map((document['tags'] as { name: string }[]).map(({ name }): [string, string[][]] => [name, []]))
  for (const each of operations) groups.get(each.operation.tags[0])?.push(toRow(coverage, each))
  const count = operations.length
  const unseen = unseenAnswers(document, coverage).length
  const intro = `# The operations of the API

Generated by \`npm run generate\` from the contract and from \`${coverageFile}\`, which \`node scripts/coverage.ts\` writes while it runs the tests.

The orchestrator has all ${count} operations: the ${count - newerOperations.length} of the API document, and ${newerOperations.length} newer ones. For each of them the tables say with which statuses it has answered in tests, and in which; every answer was held against the contract. Those under \`vendor\` ask through the vendor's own client. Beside the tests that are named, the ones in [test/orchestrator/access](../test/orchestrator/access) ask for every operation in every role, and for what does not exist.

${unseen === 0 ? 'Tests have seen every answer that the contract declares' : `Of the answers that the contract declares, ${unseen} have been seen by no test, and are marked`}, apart from \`default\`, redirects, 429 and failures of the server, which no request brings about here.`
  const tables = [...groups].map(([name, rows]) => `## ${name}\n\n${table(heads, rows)}`)
  return `${[intro, ...tables].join('\n\n')}\n`
}

/** The page by its path from the root of the repository. */
export const generateApiCoverage = async (): Promise<Map<string, string>> => {
  const coverage = readCoverage(await readFile(new URL(coverageFile, root), 'utf8'))
  return new Map([['docs/api-coverage.md', coveragePage(bundle(await readParts(contract)), coverage)]])
}

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'

import { actionNames } from '../../../../src/orchestrator/engine/definition/actions.ts'
import { defaultPipelineYaml } from '../../../../src/orchestrator/engine/definition/default-pipeline.ts'
import { parsePipeline } from '../../../../src/orchestrator/engine/definition/parse-pipeline.ts'
import { anyPipeline } from './any-pipeline.ts'
import { everyKeyYaml } from './every-key.ts'
import { printPipeline } from './print-pipeline.ts'

const parsed = (yaml: string) => {
  const result = parsePipeline(yaml, new Set(actionNames))
  if (!result.ok) throw new Error(`${JSON.stringify(result.problems, null, 2)}\n${yaml}`)
  return result.definition
}

/** Where an expression stood in its file is no part of what it says. */
const meaning = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(meaning)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([key]) => !('kind' in value && key === 'offset'))
  return Object.fromEntries(members.map(([key, member]) => [key, meaning(member)]))
}

test.each([
  ['with every key', everyKeyYaml],
  ['that is built in', defaultPipelineYaml],
])('the pipeline %s is the same when it is printed and read again', (_, yaml) => {
  const definition = parsed(yaml)
  expect(meaning(parsed(printPipeline(definition)))).toEqual(meaning(definition))
})

test('whatever the table of the language allows is read, and is the same when it is printed and read again', () => {
  fc.assert(
    fc.property(anyPipeline, (data) => {
      const definition = parsed(stringify(data, { aliasDuplicateObjects: false }))
      expect(meaning(parsed(printPipeline(definition)))).toEqual(meaning(definition))
    }),
    { numRuns: 100 },
  )
})

import type { ActionName } from '../engine/definition/actions.ts'
import type { PipelineDefinition } from '../engine/definition/definition.ts'
import { parsePipeline } from '../engine/definition/parse-pipeline.ts'
import { badRequest } from '../errors.ts'
import { remember } from '../remember.ts'

/** Definitions are read again for every step of a run: the most recent ones are kept. */
const keptDefinitions = 100

/** Reads definitions, 400 with every problem of a wrong one, remembering the last ones by their text. */
export const createDefinitionReader = (implemented: ReadonlySet<ActionName>) =>
  remember(keptDefinitions, (text): PipelineDefinition => {
    const parsed = parsePipeline(text, implemented)
    if (!parsed.ok) {
      const [first] = parsed.problems
      const more = parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1} more, see details)` : ''
      const where = first ? `line ${first.line}, column ${first.column}: ${first.message}` : 'it cannot be read'
      throw badRequest(`The pipeline is not valid: ${where}${more}`, { problems: parsed.problems })
    }
    return parsed.definition
  })

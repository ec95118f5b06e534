import type { ActionName } from '../engine/definition/actions.ts'
import type { PipelineDefinition } from '../engine/definition/definition.ts'
import { parsePipeline } from '../engine/definition/parse-pipeline.ts'
import { badRequest } from '../errors.ts'

/** Definitions are read again for every step of a run: the most recent ones are kept. */
const keptDefinitions = 100

/** Reads definitions, 400 with every problem of a wrong one, remembering the last ones by their text. */
export const createDefinitionReader = (implemented: ReadonlySet<ActionName>) => {
  const known = new Map<string, PipelineDefinition>()
  return (text: string): PipelineDefinition => {
    const before = known.get(text)
    if (before) return before
    const parsed = parsePipeline(text, implemented)
    if (!parsed.ok) {
      const [first] = parsed.problems
      const more = parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1} more, see details)` : ''
      const where = first ? `line ${first.line}, column ${first.column}: ${first.message}` : 'it cannot be read'
      throw badRequest(`The pipeline is not valid: ${where}${more}`, { problems: parsed.problems })
    }
    const oldest = known.keys().next().value
    if (known.size >= keptDefinitions && oldest !== undefined) known.delete(oldest)
    known.set(text, parsed.definition)
    return parsed.definition
  }
}

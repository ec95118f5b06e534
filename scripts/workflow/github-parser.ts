import { registerHooks } from 'node:module'
import type { Problem } from './problem.ts'

/**
 * The parser imports its schemas as JSON without the import attribute that Node.js asks for. The attribute is added
 * while the package loads, and only for its own files.
 */
const loadParser = async () => {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context)
      const isSchema = resolved.url.endsWith('.json') && resolved.url.includes('/@actions/workflow-parser/')
      return isSchema ? { ...resolved, importAttributes: { type: 'json' } } : resolved
    },
  })
  try {
    const parser = await import('@actions/workflow-parser')
    const actions = await import('@actions/workflow-parser/actions/action-parser')
    const template = await import('@actions/workflow-parser/actions/action-template')
    return { ...parser, ...actions, ...template }
  } finally {
    hooks.deregister()
  }
}

/** `ErrorPolicy.TryConversion`: a const of the package that its types do not export by value. */
const TRY_CONVERSION = 1

/** What GitHub's own parser has against a workflow file. */
export const workflowProblems = async (file: string, text: string): Promise<Problem[]> => {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await loadParser()
  const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter())
  if (value) await convertWorkflowTemplate(context, value, undefined, { errorPolicy: TRY_CONVERSION })
  return toProblems(file, context.errors.getErrors())
}

/** What GitHub's own parser has against an `action.yml`. */
export const actionProblems = async (file: string, text: string): Promise<Problem[]> => {
  const { parseAction, convertActionTemplate, NoOperationTraceWriter } = await loadParser()
  const { context, value } = parseAction({ name: file, content: text }, new NoOperationTraceWriter())
  if (value) convertActionTemplate(context, value, { errorPolicy: TRY_CONVERSION })
  return toProblems(file, context.errors.getErrors())
}

interface ParserError {
  readonly rawMessage: string
  readonly range: { readonly start: { readonly line: number; readonly column: number } } | undefined
}

const toProblems = (file: string, errors: readonly ParserError[]): Problem[] =>
  errors.map(({ rawMessage, range }) => ({
    at: { file, line: range?.start.line ?? 1, column: range?.start.column ?? 1 },
    message: rawMessage,
  }))

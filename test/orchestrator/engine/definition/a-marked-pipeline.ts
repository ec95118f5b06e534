import { actionNames } from '../../../../src/orchestrator/engine/definition/actions.ts'
import { parsePipeline } from '../../../../src/orchestrator/engine/definition/parse-pipeline.ts'

export const problemsOf = (yaml: string) => {
  const result = parsePipeline(yaml, new Set(actionNames))
  return result.ok ? [] : result.problems
}

/** The problems of a file in which `▶` marks a place, each with the mark where the problem is. */
export const located = (marked: string) => {
  const lines = marked.replace('▶', '').split('\n')
  return problemsOf(lines.join('\n')).map(({ line, column, message }) => {
    const yaml = lines.map((text, index) =>
      index === line - 1 ? `${text.slice(0, column - 1)}▶${text.slice(column - 1)}` : text,
    )
    return { yaml: yaml.join('\n'), message }
  })
}

export const head = 'name: P\non: {deployment_request: {}}\n'
export const okStep = '{uses: actions/humanitec/fail}'

import { convertScore, type ScoreRequest } from '../../../src/orchestrator/score/convert.ts'

export type Part = Record<string, unknown>

export const score = ({ container = {}, ...rest }: Part & { container?: Part } = {}) => ({
  apiVersion: 'score.dev/v1b1',
  metadata: { name: 'web' },
  containers: { main: { image: 'ghcr.io/acme/web:1', ...container } },
  ...rest,
})

// oxlint-disable-next-line typescript/no-explicit-any -- tests reach into what is made, and assert what they find
export const convert = (spec: object, more: Omit<ScoreRequest, 'spec'> = {}): { modules: any; shared: any } => {
  const converted = convertScore({ spec: spec as Record<string, unknown>, ...more })
  if (!converted.ok) throw new Error(JSON.stringify(converted.problems))
  return converted.set
}

export const problemsOf = (spec: object, more: Omit<ScoreRequest, 'spec'> = {}): string[] => {
  const converted = convertScore({ spec: spec as Record<string, unknown>, ...more })
  return converted.ok ? [] : converted.problems.map(({ path, message }) => `${path} ${message}`)
}

import { asMap, asText, type ActionLoader, type Json, type Step } from './model.ts'
import { WorkflowError, type Problem } from './problem.ts'
import type { Source } from './source.ts'

export interface StepReading {
  readonly source: Source
  readonly load: ActionLoader
  /** The composite actions that these steps are inside of. */
  readonly within: readonly string[]
}

type Path = readonly (string | number)[]

/** Keys of steps that GitHub's schema knows and this runner cannot do. */
const UNSUPPORTED = ['background', 'wait', 'wait-all', 'cancel', 'parallel']

/** The steps at `path`, with every action they use; all problems of all steps are reported together. */
export const parseSteps = async (reading: StepReading, path: Path, { isComposite = false } = {}): Promise<Step[]> => {
  const list = valueAt(reading.source.value, path)
  const steps: Step[] = []
  const problems: Problem[] = []
  const ids = new Set<string>()
  for (const [index, value] of (Array.isArray(list) ? list : []).entries()) {
    try {
      const step = await parseStep(reading, [...path, index], { value: asMap(value), isComposite })
      if (step.id !== undefined && ids.has(step.id.toLowerCase())) {
        const at = reading.source.at([...path, index, 'id'])
        problems.push({ at, message: `the step id '${step.id}' is used twice` })
      }
      if (step.id !== undefined) ids.add(step.id.toLowerCase())
      steps.push(step)
    } catch (error) {
      if (!(error instanceof WorkflowError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new WorkflowError(problems)
  return steps
}

interface StepText {
  readonly value: Record<string, Json>
  readonly isComposite: boolean
}

const parseStep = async (
  { source, load, within }: StepReading,
  path: Path,
  { value, isComposite }: StepText,
): Promise<Step> => {
  const unsupported = UNSUPPORTED.filter((key) => Object.hasOwn(value, key))
  if (unsupported.length > 0)
    throw new WorkflowError(
      unsupported.map((key) => ({ at: source.atKey([...path, key]), message: `${key}: is not supported here` })),
    )
  const base = {
    at: source.at(path),
    id: value['id'] === undefined ? undefined : asText(value['id']),
    name: value['name'],
    if: value['if'],
    env: asMap(value['env']),
    continueOnError: value['continue-on-error'],
    timeoutMinutes: value['timeout-minutes'],
  }
  if (value['uses'] !== undefined) {
    const uses = asText(value['uses']).trim()
    const action = await load(uses, source.at([...path, 'uses']), within)
    return { kind: 'uses', ...base, uses, with: asMap(value['with']), action }
  }
  checkShell(value['shell'], { source, path, isComposite })
  return {
    kind: 'run',
    ...base,
    run: value['run'] ?? '',
    shell: value['shell'],
    workingDirectory: value['working-directory'],
  }
}

interface ShellPlace {
  readonly source: Source
  readonly path: Path
  readonly isComposite: boolean
}

const checkShell = (shell: Json | undefined, { source, path, isComposite }: ShellPlace) => {
  if (shell === undefined && isComposite)
    throw new WorkflowError([{ at: source.at(path), message: 'shell: is required in the steps of a composite action' }])
  const problem = shellProblem(shell)
  if (problem) throw new WorkflowError([{ at: source.at([...path, 'shell']), message: problem }])
}

/** Why a shell cannot be used, or undefined. What an expression makes of it is checked when the step runs. */
export const shellProblem = (shell: Json | undefined): string | undefined => {
  if (shell === undefined || asText(shell).includes('${{')) return undefined
  const text = asText(shell)
  if (text === 'bash' || text === 'sh' || text.includes('{0}')) return undefined
  return `shell: ${text} is not supported here, only bash, sh and a command line with {0}`
}

const valueAt = (root: Json, path: Path) => path.reduce<Json | undefined>((value, key) => asMap(value)[key], root)

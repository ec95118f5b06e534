import { readdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Expressions } from './expressions.ts'
import type { RunStep, Template } from './model.ts'
import { about } from './problem.ts'
import type { Frame } from './session.ts'
import { annotate, runStepProcess, type StepEnd } from './step-process.ts'
import { shellProblem } from './steps.ts'

export interface StepCall<Step> {
  readonly frame: Frame
  readonly step: Step
  readonly name: string
  readonly expressions: Expressions
  readonly env: Readonly<Record<string, string>>
  readonly actionId: string
}

/** Runs a `run:` step: its text becomes a script, and its shell runs that. */
export const runScript = async (call: StepCall<RunStep>): Promise<StepEnd> => {
  const { frame, step, name, expressions, env, actionId } = call
  const { run } = frame
  const chosen = (own: Template | undefined, key: 'shell' | 'workingDirectory') =>
    own ?? (frame.kind === 'job' ? run.defaults.map((defaults) => defaults[key]).find((value) => value) : undefined)
  const shell = chosen(step.shell, 'shell')
  const shellText = shell === undefined ? undefined : about('shell', () => expressions.text(shell))
  const problem = shellProblem(shellText)
  if (problem) throw new Error(problem)

  const folder = chosen(step.workingDirectory, 'workingDirectory') ?? ''
  const cwd = resolve(
    run.workspace,
    about('working-directory', () => expressions.text(folder)),
  )
  if (!(await stat(cwd).catch(() => undefined))?.isDirectory())
    throw new Error(`working-directory: ${cwd} does not exist${await emptyHint(run.workspace)}`)
  const script = join(run.temp, `${run.session.random.uuid()}.sh`)
  await writeFile(
    script,
    about('run', () => expressions.text(step.run)),
  )
  const [file = '', ...args] = commandLine(shellText, script)
  const end = await runStepProcess({
    frame,
    stepName: name,
    file,
    args,
    cwd,
    env,
    variables: { GITHUB_ACTION: actionId, ...(frame.actionPath && { GITHUB_ACTION_PATH: frame.actionPath }) },
  })
  if (end.outcome === 'failure' && end.exit !== 0)
    annotate(frame, name, { level: 'error', message: `Process completed with exit code ${end.exit}.` })
  return end
}

const emptyHint = async (workspace: string) =>
  (await readdir(workspace)).length === 0 ? ': the workspace is empty, is actions/checkout missing?' : ''

/** The runner's command lines: a `shell:` that is named is stricter than the default. */
const commandLine = (shell: string | undefined, script: string): string[] => {
  if (shell === undefined) return ['bash', '-e', script]
  if (shell === 'bash') return ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', script]
  if (shell === 'sh') return ['sh', '-e', script]
  return shell
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('{0}', script))
}

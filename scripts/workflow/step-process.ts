import { createCommandReader, type AnnotationLevel } from './commands.ts'
import { stepVariables } from './contexts.ts'
import { createStepFiles, type StepFileContents } from './files.ts'
import { errorMessage } from './problem.ts'
import { runProcess } from './process.ts'
import type { Outcome } from './result.ts'
import type { Frame } from './session.ts'

export interface StepProcess {
  readonly frame: Frame
  readonly stepName: string
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The `env` context of the step. */
  readonly env: Readonly<Record<string, string>>
  /** What only this kind of step has: inputs, state, its name. */
  readonly variables: Readonly<Record<string, string>>
}

export interface StepEnd {
  readonly outcome: Outcome
  readonly outputs: Record<string, string>
  readonly state: ReadonlyMap<string, string>
  /** The exit code, or the name of the signal that ended the process. */
  readonly exit: number | string
}

/** Runs the process of one step, obeys what it says on its output and in its files, and changes the job accordingly. */
export const runStepProcess = async (step: StepProcess): Promise<StepEnd> => {
  const { frame, stepName } = step
  const { run } = frame
  const { session } = run
  const files = await createStepFiles(run.temp, session.random)
  const output = listen(frame, stepName)
  const isCancelledAtStart = run.cancel.aborted
  // A step that starts after the cancellation was told to run anyway: only its own end, or the second signal, ends it.
  const signals = isCancelledAtStart ? [frame.expired] : [frame.expired, run.cancel]
  let exit: number | string
  try {
    exit = await runProcess(
      {
        file: step.file,
        args: step.args,
        cwd: step.cwd,
        env: stepVariables(run, step.env, { ...files.variables, ...step.variables }),
      },
      { clock: session.clock, onLine: output.onLine, cancel: AbortSignal.any(signals), kill: session.kill },
    )
  } catch (error) {
    output.fail(errorMessage(error))
    exit = 1
  } finally {
    output.end()
  }
  const contents = await files.read()
  for (const problem of contents.problems) output.fail(problem)
  applyToJob(frame, contents)
  const isCancelled = session.kill.aborted || (run.cancel.aborted && !isCancelledAtStart)
  return {
    outcome: isCancelled ? 'cancelled' : exit === 0 && !output.failed() ? 'success' : 'failure',
    outputs: { ...output.outputs, ...Object.fromEntries(contents.outputs) },
    state: new Map([...output.state, ...contents.state]),
    exit,
  }
}

const applyToJob = ({ run }: Frame, { env, path, summary }: StepFileContents) => {
  Object.assign(run.env, Object.fromEntries(env))
  for (const folder of path) run.path = [folder, ...run.path.filter((other) => other !== folder)]
  if (summary.trim() !== '') run.summaries.push(summary.trimEnd())
}

/** Adds to the annotations of the run, and prints. */
export const annotate = (
  frame: Frame,
  stepName: string,
  { level, message, properties = {} }: { level: AnnotationLevel; message: string; properties?: Record<string, string> },
) => {
  const { session, name } = frame.run
  const number = (key: string) => {
    const value = Number(properties[key])
    return properties[key] !== undefined && Number.isInteger(value) ? value : undefined
  }
  const mask = (text: string | undefined) => (text === undefined ? undefined : session.masks.apply(text))
  session.annotations.push({
    level,
    message: session.masks.apply(message),
    title: mask(properties['title']),
    file: mask(properties['file']),
    line: number('line'),
    column: number('col'),
    endLine: number('endLine'),
    endColumn: number('endColumn'),
    job: session.masks.apply(name),
    step: session.masks.apply(frame.stepName ?? stepName),
  })
  session.terminal.print(`${{ error: 'Error', warning: 'Warning', notice: 'Notice' }[level]}: ${message}`)
}

const listen = (frame: Frame, stepName: string) => {
  const { terminal, masks, debug } = frame.run.session
  const outputs: Record<string, string> = {}
  const state = new Map<string, string>()
  let openGroups = 0
  let failed = false
  const fail = (message: string) => {
    failed = true
    annotate(frame, stepName, { level: 'error', message })
  }
  const endGroup = () => {
    if (openGroups === 0) return
    openGroups -= 1
    terminal.close()
  }
  const onLine = createCommandReader(
    {
      print: (line) => terminal.print(line),
      annotate: (level, message, properties) => annotate(frame, stepName, { level, message, properties }),
      mask: (value) => masks.add(value),
      group: (title) => {
        // Groups do not nest: a second one ends the first, as in GitHub's log.
        endGroup()
        terminal.open(`▾ ${title}`)
        openGroups += 1
      },
      endGroup,
      setOutput: (name, value) => {
        outputs[name] = value
      },
      saveState: (name, value) => state.set(name, value),
      refuse: fail,
    },
    { debug },
  )
  return { onLine, outputs, state, fail, failed: () => failed, end: endGroup }
}

import { relative, sep } from 'node:path'
import { stepExpressions } from './contexts.ts'
import type { Action, CompositeAction, NodeAction, StandInAction, Step, TemplateMap, UsesStep } from './model.ts'
import { errorMessage } from './problem.ts'
import { PROJECT } from './project.ts'
import type { Frame, Post } from './session.ts'
import { annotate, runStepProcess, type StepEnd } from './step-process.ts'
import type { StepCall } from './step-run.ts'

/** Runs the steps of a composite action in a frame of their own. */
export type RunSteps = (frame: Frame, steps: readonly Step[]) => Promise<void>

export type ActionEnd = StepEnd & { readonly inside?: Frame }

export const runAction = async (call: StepCall<UsesStep>, runSteps: RunSteps): Promise<ActionEnd> => {
  const { step } = call
  warnAboutInputs(call)
  switch (step.action.kind) {
    case 'stand-in':
      return runStandIn(call, step.action)
    case 'composite':
      return runComposite(call, step.action, runSteps)
    case 'node':
      return runNode(call, step.action)
  }
}

const warnAboutInputs = ({ frame, step, name }: StepCall<UsesStep>) => {
  const { action } = step
  const warn = (message: string) => annotate(frame, name, { level: 'warning', message })
  if (action.kind === 'stand-in') return
  const known = Object.keys(action.inputs)
  const unknown = Object.keys(step.with).filter((key) => !known.some((input) => sameName(input, key)))
  if (unknown.length > 0) {
    const names = (keys: readonly string[]) => keys.map((key) => `'${key}'`).join(', ')
    warn(`Unexpected input(s) ${names(unknown)}, valid inputs are [${names(known)}]`)
  }
  for (const [input, message] of Object.entries(action.deprecated)) {
    if (Object.keys(step.with).some((key) => sameName(key, input)))
      warn(`Input '${input}' has been deprecated: ${message}`)
  }
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** What `with:` gives, and the default of each input it does not mention: an input given as `''` keeps that. */
const inputsOf = (call: StepCall<UsesStep>, defaults: TemplateMap) => {
  const given = call.expressions.texts('with', call.step.with)
  const absent = Object.entries(defaults).filter(([input]) => !Object.keys(given).some((key) => sameName(key, input)))
  return { ...given, ...call.expressions.texts('inputs', Object.fromEntries(absent)) }
}

const runNode = async (call: StepCall<UsesStep>, action: NodeAction): Promise<StepEnd> => {
  const { frame, name, env, actionId, step } = call
  const variables = {
    GITHUB_ACTION: actionId,
    ...referenceVariables(frame, step),
    ...Object.fromEntries(
      Object.entries(inputsOf(call, action.inputs)).map(([input, value]) => [inputVariable(input), value]),
    ),
  }
  const post: Post | undefined =
    action.post === undefined
      ? undefined
      : {
          name: `Post ${name}`,
          step,
          action,
          script: action.post,
          // The time of the step does not count against its post step.
          frame: { ...frame, expired: new AbortController().signal },
          actionId,
          variables,
          state: new Map(),
        }
  // Registered before main runs: the post step is there for the case that main does not come to its end.
  if (post) frame.run.posts.push(post)
  const end = await runStepProcess({
    frame,
    stepName: name,
    file: process.execPath,
    args: [action.main],
    cwd: frame.run.workspace,
    env,
    variables,
  })
  if (post) post.state = end.state
  return end
}

export const runPost = (post: Post, env: Readonly<Record<string, string>>): Promise<StepEnd> =>
  runStepProcess({
    frame: post.frame,
    stepName: post.name,
    file: process.execPath,
    args: [post.script],
    cwd: post.frame.run.workspace,
    env,
    variables: {
      ...post.variables,
      ...Object.fromEntries([...post.state].map(([name, value]) => [`STATE_${name}`, value])),
    },
  })

/** The runner's spelling: upper case, spaces to underscores, everything else kept. */
const inputVariable = (input: string) => `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`

/** `./` and `$/` references have no repository of their own. */
const referenceVariables = (frame: Frame, { uses }: UsesStep) => {
  const match = /^([^/.$][^/]*\/[^/@]+)[^@]*@(.+)$/.exec(uses)
  return {
    GITHUB_ACTION_REPOSITORY: match?.[1] ?? '',
    GITHUB_ACTION_REF: match?.[2] ?? '',
    ...(frame.actionPath !== undefined && { GITHUB_ACTION_PATH: frame.actionPath }),
  }
}

const runComposite = async (
  call: StepCall<UsesStep>,
  action: CompositeAction,
  runSteps: RunSteps,
): Promise<ActionEnd> => {
  const { frame, env, name } = call
  const inside: Frame = {
    run: frame.run,
    kind: 'composite',
    inputs: inputsOf(call, action.inputs),
    steps: {},
    env: { ...frame.env, ...call.expressions.texts('env', call.step.env) },
    actionPath: action.dir,
    stepName: frame.stepName ?? name,
    expired: frame.expired,
    results: [],
    outcome: 'success',
  }
  await runSteps(inside, action.steps)
  const outputs = stepExpressions(inside, { ...env }).texts('outputs', action.outputs)
  return { outcome: inside.outcome, outputs, state: new Map(), exit: 0, inside }
}

const runStandIn = async (call: StepCall<UsesStep>, { standIn }: StandInAction): Promise<StepEnd> => {
  const { frame, step, name } = call
  const { run } = frame
  const { session } = run
  const inputs = Object.entries(call.expressions.texts('with', step.with))
  session.terminal.print(`This is a stand-in for ${step.uses}: nothing leaves this machine.`)
  const unused = inputs.map(([key]) => key).filter((key) => !standIn.inputs.some((input) => sameName(input, key)))
  if (unused.length > 0) session.terminal.print(`Without effect here: ${unused.join(', ')}`)
  try {
    const outputs = await standIn.run({
      input: (input) => inputs.find(([key]) => sameName(key, input))?.[1].trim() ?? '',
      workspace: run.workspace,
      source: session.source,
      repository: session.identity.repository,
      ref: session.event.ref,
      sha: session.identity.sha,
      print: (line) => session.terminal.print(line),
      mask: (value) => session.masks.add(value),
    })
    return { outcome: 'success', outputs, state: new Map(), exit: 0 }
  } catch (error) {
    annotate(frame, name, { level: 'error', message: errorMessage(error) })
    return { outcome: 'failure', outputs: {}, state: new Map(), exit: 1 }
  }
}

/** The runner's names for steps without an id: `__run`, `__owner_repo`, `__self`, numbered from the second on. */
export const actionIdOf = (step: Step, used: Set<string>): string => {
  if (step.id !== undefined) return step.id
  const base = step.kind === 'run' ? '__run' : baseIdOf(step.action, step.uses)
  const number = [...used].filter((id) => id === base || id.startsWith(`${base}_`)).length + 1
  const id = number === 1 ? base : `${base}_${number}`
  used.add(id)
  return id
}

const baseIdOf = (action: Action, uses: string) => {
  if (action.kind !== 'stand-in' && /^[.$]\//.test(uses)) return '__self'
  const name = action.kind === 'stand-in' ? uses.replace(/@.*$/, '') : `${PROJECT.owner}/${PROJECT.repo}`
  return `__${relative('/', `/${name}`).split(sep).join('_')}`
}

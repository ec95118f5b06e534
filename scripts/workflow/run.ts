import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { systemClock, type Clock } from '../../src/clock.ts'
import { systemRandom, type Random } from '../../src/random.ts'
import { createActionLoader } from './actions.ts'
import { resolveEvent } from './event.ts'
import { resolveIdentity, type Identity } from './identity.ts'
import { runJob } from './job.ts'
import { createMasks } from './masks.ts'
import type { Json, Workflow } from './model.ts'
import { parseWorkflowFile } from './parse.ts'
import { errorMessage, formatPosition, UsageError } from './problem.ts'
import { PROJECT_ROOT } from './project.ts'
import type { JobResult, WorkflowResult } from './result.ts'
import type { Session } from './session.ts'
import { createTerminal } from './terminal.ts'

export interface WorkflowOptions {
  /** The workflow file. */
  readonly file: string
  /** The checkout that our own actions are taken from: this project. */
  readonly checkout?: string | undefined
  /** The repository the workflow works on, which `actions/checkout` copies: by default `checkout`. */
  readonly source?: string | undefined
  /** Run every job in this folder instead of in an empty one each. */
  readonly workspace?: string | undefined
  /** Event name; by default that of the payload, or the first trigger that makes sense. */
  readonly event?: string | undefined
  /** The event's payload, laid over a default one. */
  readonly payload?: Readonly<Record<string, Json>> | undefined
  readonly inputs?: Readonly<Record<string, string>> | undefined
  readonly secrets?: Readonly<Record<string, string>> | undefined
  readonly vars?: Readonly<Record<string, string>> | undefined
  /** Variables of the machine, on top of the few that are taken from this process. */
  readonly env?: Readonly<Record<string, string>> | undefined
  readonly github?: Partial<Identity> | undefined
  /** Takes the log. */
  readonly write?: ((text: string) => void) | undefined
  readonly colour?: boolean | undefined
  /** Says what of the workflow file has no effect here. */
  readonly verbose?: boolean | undefined
  /** Shows debug messages and sets RUNNER_DEBUG, as re-running with debug logging does on GitHub. */
  readonly debug?: boolean | undefined
  /** Cancels the run: the running step is interrupted, `always()` steps and post steps still run. */
  readonly cancel?: AbortSignal | undefined
  /** Kills the running step and runs nothing more. */
  readonly kill?: AbortSignal | undefined
  /** Leaves the jobs' folders in place. */
  readonly keep?: boolean | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

/**
 * Runs a workflow file to its end. Throws WorkflowError when the file cannot be run here and UsageError when the
 * options do not fit it; in both cases nothing has been run.
 */
export const runWorkflow = async (options: WorkflowOptions): Promise<WorkflowResult> => {
  const clock = options.clock ?? systemClock
  const start = clock.now()
  const checkout = await realpath(options.checkout ?? PROJECT_ROOT)
  const workflow = await readWorkflow(options.file, checkout)
  const session = await createSession(options, { workflow, checkout, clock })
  try {
    announce(session, options.verbose ?? false)
    for (const job of workflow.jobs) await runJob(session, job)
    return resultOf(session, clock.now() - start)
  } finally {
    if (options.keep) session.terminal.print(`The folders of the jobs are in ${session.temp}.`)
    else await rm(session.temp, { recursive: true, force: true })
  }
}

const readWorkflow = async (path: string, checkout: string): Promise<Workflow> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${errorMessage(error)}`)
  })
  const fromHere = relative(process.cwd(), resolve(path))
  const shown = fromHere.startsWith('..') ? path : fromHere
  return parseWorkflowFile(shown, text, createActionLoader(checkout))
}

interface SessionParts {
  readonly workflow: Workflow
  readonly checkout: string
  readonly clock: Clock
}

const createSession = async (options: WorkflowOptions, parts: SessionParts): Promise<Session> => {
  const source = await realpath(options.source ?? parts.checkout)
  const secrets = options.secrets ?? {}
  const identity = await resolveIdentity({ ...options.github, ...tokenOf(options) }, source)
  const request = { name: options.event, payload: options.payload, inputs: options.inputs ?? {} }
  const event = resolveEvent(parts.workflow, request, identity)
  const masks = createMasks()
  for (const secret of [identity.token, ...Object.values(secrets)]) masks.add(secret)
  return {
    ...parts,
    identity,
    event,
    secrets,
    vars: options.vars ?? {},
    machine: { ...machineVariables(process.env), ...options.env },
    source,
    workspace: options.workspace === undefined ? undefined : await realpath(options.workspace),
    temp: await realpath(await mkdtemp(join(tmpdir(), 'workflow-'))),
    terminal: createTerminal({
      write: options.write ?? (() => {}),
      mask: masks.apply,
      colour: options.colour ?? false,
    }),
    masks,
    random: options.random ?? systemRandom,
    cancel: options.cancel ?? new AbortController().signal,
    kill: options.kill ?? new AbortController().signal,
    debug: options.debug ?? false,
    annotations: [],
    results: [],
  }
}

const tokenOf = ({ github, secrets }: WorkflowOptions): Partial<Identity> => {
  const token = github?.token ?? secrets?.['GITHUB_TOKEN']
  return token === undefined ? {} : { token }
}

/** What a step sees of this process's environment: enough to run programs, none of the person's own settings. */
const MACHINE_VARIABLES = [
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'NODE_EXTRA_CA_CERTS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
]

const machineVariables = (env: NodeJS.ProcessEnv): Record<string, string> => {
  const present = MACHINE_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))
  // GitHub's machines have Node.js on the path; here it comes last, as a fallback.
  const path = [env['PATH'] ?? '', dirname(process.execPath)].join(delimiter)
  return { ...(Object.fromEntries(present) as Record<string, string>), PATH: path }
}

const announce = ({ workflow, event, identity, terminal }: Session, verbose: boolean) => {
  const ref = event.ref.replace(/^refs\/(heads|tags)\//, '')
  terminal.heading(`${workflow.name} · ${event.name} · ${ref} @ ${identity.sha.slice(0, 7)}`)
  if (!verbose) return
  for (const { at, what } of workflow.ignored) terminal.print(`${formatPosition(at)}: ${what} has no effect here`)
}

const resultOf = (session: Session, durationMs: number): WorkflowResult => {
  const { workflow, event, annotations, results } = session
  return {
    workflow: workflow.name,
    file: workflow.file,
    event: event.name,
    conclusion: conclusionOf(session, results),
    jobs: results,
    annotations,
    summary: results
      .map(({ summary }) => summary)
      .filter((summary) => summary !== '')
      .join('\n\n'),
    durationMs,
  }
}

const conclusionOf = ({ cancel }: Session, results: readonly JobResult[]) => {
  if (cancel.aborted) return 'cancelled'
  if (results.some(({ conclusion }) => conclusion === 'failure')) return 'failure'
  return results.some(({ conclusion }) => conclusion === 'cancelled') ? 'cancelled' : 'success'
}

import { parseArgs, type ParseArgsConfig } from 'node:util'
import { errorMessage, UsageError } from './problem.ts'

export const USAGE = `Usage: npm run workflow -- FILE [options]

Runs a GitHub workflow file on this machine.

  --event NAME            the event that starts it (default: one it is triggered by)
  --event FILE.json       its payload, laid over a default one
  --event-name NAME       the event's name, where --event gives a payload that does not tell
  --input NAME=VALUE      an input of workflow_dispatch
  --secret NAME=VALUE     a secret; --secret NAME takes it from the environment
  --var NAME=VALUE        a configuration variable (the vars context)
  --env NAME=VALUE        a variable of the machine; --env NAME takes it from the environment
  --repository OWNER/REPO, --ref REF, --sha SHA, --actor LOGIN, --run-id ID, --api-url URL, --server-url URL
                          members of the github context
  --source DIR            the repository that actions/checkout copies (default: this project)
  --workspace DIR         run all jobs in this folder instead of in an empty one each
  --summary FILE          write the job summaries (Markdown)
  --json FILE             write the result
  --verbose               say what of the file has no effect here
  --debug                 show debug messages
  --keep                  leave the folders of the jobs in place
  --help

Exit code: 0 success, 1 failure or cancelled, 2 the file or the options cannot be used.
Input, secret, var and env can be repeated.`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const list = { type: 'string', multiple: true } as const

const OPTIONS = {
  event: text,
  'event-name': text,
  input: list,
  secret: list,
  var: list,
  env: list,
  repository: text,
  ref: text,
  sha: text,
  actor: text,
  'run-id': text,
  'api-url': text,
  'server-url': text,
  source: text,
  workspace: text,
  summary: text,
  json: text,
  verbose: flag,
  debug: flag,
  keep: flag,
  help: flag,
} as const satisfies ParseArgsConfig['options']

export interface Arguments {
  readonly file: string
  readonly help: boolean
  readonly eventName: string | undefined
  readonly eventFile: string | undefined
  readonly inputs: Record<string, string>
  readonly secrets: Record<string, string>
  readonly vars: Record<string, string>
  readonly env: Record<string, string>
  readonly github: Record<string, string>
  readonly source: string | undefined
  readonly workspace: string | undefined
  readonly summary: string | undefined
  readonly json: string | undefined
  readonly verbose: boolean
  readonly debug: boolean
  readonly keep: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** Pure: the command line as values. Throws UsageError. */
export const parseArguments = (argv: readonly string[], environment: Environment): Arguments => {
  const { values, positionals } = parse(argv)
  const [file = '', ...others] = positionals
  if (!values.help && (file === '' || others.length > 0))
    throw new UsageError(file === '' ? 'Name a workflow file.' : `Name one workflow file, not ${positionals.length}.`)
  const isFile = values.event !== undefined && /[/.]/.test(values.event)
  const github = {
    repository: repositoryOf(values.repository),
    ref: values.ref,
    sha: values.sha,
    actor: values.actor,
    runId: values['run-id'],
    apiUrl: values['api-url'],
    serverUrl: values['server-url'],
  }
  return {
    file,
    help: values.help ?? false,
    eventName: values['event-name'] ?? (isFile ? undefined : values.event),
    eventFile: isFile ? values.event : undefined,
    inputs: assignments('--input', values.input),
    secrets: assignments('--secret', values.secret, environment),
    vars: assignments('--var', values.var),
    env: assignments('--env', values.env, environment),
    github: Object.fromEntries(Object.entries(github).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >,
    source: values.source,
    workspace: values.workspace,
    summary: values.summary,
    json: values.json,
    verbose: values.verbose ?? false,
    debug: values.debug ?? false,
    keep: values.keep ?? false,
  }
}

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(errorMessage(error), { cause: error })
  }
}

const repositoryOf = (repository: string | undefined) => {
  if (repository !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(repository))
    throw new UsageError(`--repository ${repository}: expected OWNER/REPO`)
  return repository
}

const assignments = (option: string, items: readonly string[] = [], environment?: Environment) =>
  Object.fromEntries(
    items.map((item): [string, string] => {
      const equals = item.indexOf('=')
      if (equals > 0) return [item.slice(0, equals), item.slice(equals + 1)]
      if (equals === 0 || !environment) throw new UsageError(`${option} ${item}: expected NAME=VALUE`)
      const value = environment[item]
      if (value === undefined)
        throw new UsageError(`${option} ${item}: there is no variable ${item} in the environment`)
      return [item, value]
    }),
  )

import { isId } from '../../contract/identifiers.ts'
import type { Base } from '../../core/base-deployment.ts'
import { type EnvironmentIdentity, identityOf, type Repository } from '../../policy/environment-id.ts'
import { branchOf, pullRequestOf, repositoryOf, type Workflow } from '../../policy/workflow-subject.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { type Connection, readConnection } from '../connection.ts'

interface Target {
  readonly connection: Connection
  readonly summary: boolean
  readonly id: string
  /** What the environment has to be called, when its id is not written out. */
  readonly name: string | undefined
}

export interface EnsureInputs extends Target {
  readonly command: 'ensure'
  readonly type: string | undefined
  readonly base: Base | undefined
}

export interface RebaseInputs extends Target {
  readonly command: 'rebase'
  readonly base: Base
}

export interface DeleteInputs extends Target {
  readonly command: 'delete'
}

export interface SweepInputs {
  readonly command: 'sweep'
  readonly connection: Connection
  readonly summary: boolean
  readonly repository: Repository
  readonly ttlMs: number | undefined
  readonly dryRun: boolean
  readonly githubToken: string
}

export type EnvironmentInputs = EnsureInputs | RebaseInputs | DeleteInputs | SweepInputs

const halfHour = 30 * 60 * 1000
const hour = 60 * 60 * 1000

const commands = ['ensure', 'rebase', 'delete', 'sweep'] as const
type Command = (typeof commands)[number]

const target = ['env', 'env-from', 'pull-request']
const base = ['from-env', 'from-deployment']

/** The inputs that a command knows what to do with, of those that not every command has. */
const taken: Readonly<Record<Command, readonly string[]>> = {
  ensure: [...target, 'type', ...base],
  rebase: [...target, ...base],
  delete: target,
  sweep: ['ttl', 'dry-run'],
}

/** Nobody is to believe that a deletion is only tried, or that an environment which exists is brought up to date. */
const refuseOthers = (inputs: Inputs, command: Command): void => {
  for (const name of new Set(Object.values(taken).flat())) {
    if (taken[command].includes(name) || inputs.atMostOne(name) === undefined) continue
    inputs.refuse(name, `does not go with \`command: ${command}\`. Leave it out`)
  }
}

const readRepository = (workflow: Workflow, inputs: Inputs, name: string): Repository => {
  const repository = repositoryOf(workflow)
  return repository ?? inputs.refuse(name, 'needs the variables GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID of GitHub')
}

const ofPullRequest = (inputs: Inputs, workflow: Workflow) => {
  const number = inputs.integer('pull-request', { min: 1 })
  return number === undefined ? pullRequestOf(workflow) : ({ kind: 'pull-request', number } as const)
}

const readIdentity = (inputs: Inputs, workflow: Workflow): EnvironmentIdentity => {
  const from = inputs.choice('env-from', ['pull-request', 'branch'])
  const repository = readRepository(workflow, inputs, 'env-from')
  const subject = from === 'branch' ? branchOf(workflow, repository) : ofPullRequest(inputs, workflow)
  return 'problem' in subject ? inputs.refuse('env-from', subject.problem) : identityOf(repository, subject)
}

const readTarget = (inputs: Inputs, workflow: Workflow, command: Command) => {
  // What an environment variable says of every step of a job is not enough to delete by.
  const given = inputs.atMostOne('env', 'env-from')
  if (given === undefined && (command === 'delete' || inputs.text('env') === undefined)) {
    inputs.exactlyOne('env', 'env-from')
  }
  const isNumbered = inputs.atMostOne('pull-request') !== undefined
  if (isNumbered && (given !== 'env-from' || inputs.text('env-from') === 'branch')) {
    inputs.refuse('pull-request', 'goes with `env-from: pull-request` only')
  }
  if (given === 'env-from') return readIdentity(inputs, workflow)
  const id = inputs.required('env')
  const rule = 'Write 2 to 50 small letters and digits, with single hyphens between them'
  return isId(id) ? { id, name: undefined } : inputs.refuse('env', `is not an id of an environment. ${rule}`)
}

const baseOf = (inputs: Inputs, from: 'from-env' | 'from-deployment'): Base =>
  from === 'from-env'
    ? { kind: 'environment', envId: inputs.required('from-env') }
    : { kind: 'deployment', deploymentId: inputs.required('from-deployment') }

/** Throws `InputError` for what does not fit together, before anything is sent. */
export const readInputs = (inputs: Inputs, workflow: Workflow): EnvironmentInputs => {
  inputs.required('command')
  const command = inputs.choice('command', commands, 'ensure')
  refuseOthers(inputs, command)
  const always = {
    connection: readConnection(inputs, { timeoutMs: halfHour }),
    summary: inputs.boolean('summary', true),
  }
  if (command === 'sweep') {
    return {
      ...always,
      command,
      repository: readRepository(workflow, inputs, 'command'),
      ttlMs: inputs.duration('ttl', { min: hour }),
      dryRun: inputs.boolean('dry-run', false),
      githubToken: inputs.token('github-token'),
    }
  }
  const { id, name } = readTarget(inputs, workflow, command)
  const found = { ...always, id, name }
  if (command === 'delete') return { ...found, command }
  if (command === 'rebase') {
    return { ...found, command, base: baseOf(inputs, inputs.exactlyOne('from-env', 'from-deployment')) }
  }
  const from = inputs.atMostOne('from-env', 'from-deployment')
  return { ...found, command, type: inputs.text('type'), base: from && baseOf(inputs, from) }
}

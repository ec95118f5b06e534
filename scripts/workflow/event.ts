import { asList, asMap, asText, isMap, type Json, type TemplateMap, type Workflow } from './model.ts'
import type { Identity } from './identity.ts'
import { UsageError } from './problem.ts'

export interface EventRequest {
  readonly name: string | undefined
  readonly payload: Readonly<Record<string, Json>> | undefined
  readonly inputs: Readonly<Record<string, string>>
}

export interface WorkflowEvent {
  readonly name: string
  readonly payload: Record<string, Json>
  /** The `inputs` context: values by their declared type. */
  readonly inputs: Record<string, Json>
  readonly ref: string
  readonly headRef: string
  readonly baseRef: string
}

/** Tried in this order when the caller names no event. */
const PREFERRED = ['workflow_dispatch', 'push', 'pull_request', 'pull_request_target', 'release', 'issue_comment']

/** Why the workflow runs. Throws UsageError for an event it has no trigger for, and for inputs that do not fit. */
export const resolveEvent = (workflow: Workflow, request: EventRequest, identity: Identity): WorkflowEvent => {
  const triggers = Object.keys(workflow.triggers)
  const name =
    request.name ??
    eventOfPayload(request.payload, triggers) ??
    PREFERRED.find((event) => triggers.includes(event)) ??
    triggers[0] ??
    ''
  if (!triggers.includes(name))
    throw new UsageError(`${workflow.file} is not triggered by ${name}, only by ${triggers.join(', ')}`)
  if (name === 'workflow_call')
    throw new UsageError(`${workflow.file}: a reusable workflow cannot be run by itself here`)

  const inputs = name === 'workflow_dispatch' ? dispatchInputs(workflow, request) : {}
  const unknown = name === 'workflow_dispatch' ? undefined : Object.keys(request.inputs)[0]
  if (unknown !== undefined) throw new UsageError(`input ${unknown}: only workflow_dispatch has inputs, not ${name}`)

  const payload = {
    ...defaultPayload(name, identity),
    ...request.payload,
    ...(name === 'workflow_dispatch' && { inputs: mapValues(inputs, asText) }),
  }
  return { name, payload, inputs, ...refsOf(name, payload, identity) }
}

const eventOfPayload = (payload: EventRequest['payload'], triggers: readonly string[]) => {
  if (payload === undefined) return undefined
  const candidates = [
    ...(isMap(payload['comment']) ? ['issue_comment', 'pull_request_review_comment'] : []),
    ...(isMap(payload['pull_request']) ? ['pull_request', 'pull_request_target'] : []),
    ...(isMap(payload['release']) ? ['release'] : []),
    ...('inputs' in payload ? ['workflow_dispatch'] : []),
    ...('client_payload' in payload ? ['repository_dispatch'] : []),
    ...('commits' in payload || 'before' in payload ? ['push'] : []),
  ]
  return candidates.find((event) => triggers.includes(event))
}

const mapValues = (values: Record<string, Json>, change: (value: Json) => Json) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))

const dispatchInputs = (workflow: Workflow, request: EventRequest): Record<string, Json> => {
  const declared = asMap(asMap(workflow.triggers['workflow_dispatch'])['inputs'])
  const fromPayload = mapValues(asMap(request.payload?.['inputs']), asText)
  const given = { ...fromPayload, ...request.inputs } as Record<string, string>
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name))
      throw new UsageError(
        `${workflow.file} has no input ${name}; it has ${Object.keys(declared).join(', ') || 'none'}`,
      )
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, definition]) => [name, inputValue(name, asMap(definition), given[name])]),
  )
}

const inputValue = (name: string, definition: TemplateMap, given: string | undefined): Json => {
  const type = asText(definition['type']) || 'string'
  const text = given ?? (definition['default'] === undefined ? undefined : asText(definition['default']))
  if (definition['required'] === true && (text ?? '') === '')
    throw new UsageError(`input ${name} is required: --input ${name}=…`)
  if (type === 'boolean') {
    if (text !== undefined && text !== 'true' && text !== 'false')
      throw new UsageError(`input ${name} must be true or false, not '${text}'`)
    return text === 'true'
  }
  if (type === 'number') {
    if (text === undefined || text === '') return 0
    if (Number.isNaN(Number(text))) throw new UsageError(`input ${name} must be a number, not '${text}'`)
    return Number(text)
  }
  if (type === 'choice') {
    const choices = asList(definition['options'] ?? null).map(String)
    const value = text ?? choices[0] ?? ''
    if (!choices.includes(value))
      throw new UsageError(`input ${name} must be one of ${choices.join(', ')}, not '${value}'`)
    return value
  }
  return text ?? ''
}

const DEFAULT_REF = 'refs/heads/main'

const defaultPayload = (name: string, identity: Identity): Record<string, Json> => {
  const { repository: fullName, actor, sha, serverUrl } = identity
  const [owner = '', repo = ''] = fullName.split('/')
  const repository = {
    id: 1,
    name: repo,
    full_name: fullName,
    private: true,
    owner: { login: owner, id: 1, type: 'Organization' },
    html_url: `${serverUrl}/${fullName}`,
    clone_url: `${serverUrl}/${fullName}.git`,
    default_branch: 'main',
  }
  const common = { repository, sender: { login: actor, id: 1, type: 'User' } }
  const ref = identity.ref ?? DEFAULT_REF
  switch (name) {
    case 'push':
      return {
        ...common,
        ref,
        before: '0'.repeat(40),
        after: sha,
        commits: [],
        head_commit: { id: sha, message: 'A change', author: { name: actor } },
      }
    case 'pull_request':
    case 'pull_request_target':
      return { ...common, action: 'synchronize', number: 1, pull_request: defaultPullRequest(identity, repository) }
    case 'workflow_dispatch':
      return { ...common, ref, workflow: '' }
    default:
      return common
  }
}

const defaultPullRequest = ({ actor, sha, serverUrl, repository: fullName }: Identity, repository: Json) => ({
  number: 1,
  state: 'open',
  draft: false,
  merged: false,
  title: 'A change',
  body: '',
  html_url: `${serverUrl}/${fullName}/pull/1`,
  user: { login: actor, id: 1, type: 'User' },
  head: { ref: 'change', sha, repo: repository },
  base: { ref: 'main', sha, repo: repository },
  labels: [],
})

const refsOf = (name: string, payload: Record<string, Json>, identity: Identity) => {
  const pullRequest = asMap(payload['pull_request'])
  const head = asMap(pullRequest['head'])
  const base = asMap(pullRequest['base'])
  if (name === 'pull_request' || name === 'pull_request_target') {
    const baseRef = asText(base['ref']) || 'main'
    const number = asText(pullRequest['number'] ?? payload['number']) || '1'
    return {
      ref: name === 'pull_request' ? `refs/pull/${number}/merge` : `refs/heads/${baseRef}`,
      headRef: asText(head['ref']),
      baseRef,
    }
  }
  const ofPayload = payload['ref']
  const ref = typeof ofPayload === 'string' && ofPayload.startsWith('refs/') ? ofPayload : undefined
  return { ref: ref ?? identity.ref ?? DEFAULT_REF, headRef: '', baseRef: '' }
}

/** What a value may be when it is written out; an expression may stand for any of them. */
export type InputType = 'text' | 'number' | 'list' | 'map' | 'any'

export interface ActionInput {
  readonly type: InputType
  readonly required?: true
  readonly description: string
}

interface Action {
  readonly description: string
  readonly inputs: Readonly<Record<string, ActionInput>>
  /** One of these has to be given, where no single input is required. */
  readonly oneOf?: readonly string[]
}

const environment: ActionInput = { type: 'text', required: true, description: 'Environment id' }

/**
 * Every step action the language knows. ASSUMPTION, in this one place: `message` may be left out of `approve` and
 * `fail`, and the container input of `create-delta` is named like the one for workloads.
 */
const actions = {
  apply: {
    description: 'Applies a delta to the current set of an environment; gives set_id',
    inputs: { env_id: environment, delta_id: { type: 'text', required: true, description: 'Delta to apply' } },
  },
  deploy: {
    description: 'Deploys a set to an environment and waits for the end; gives deployment_id',
    inputs: {
      env_id: environment,
      set_id: { type: 'text', required: true, description: 'Set to deploy' },
      value_set_version_id: { type: 'text', description: 'Values to deploy with; the current ones by default' },
      message: { type: 'text', description: 'Comment of the deployment' },
      comment: { type: 'text', description: 'The same as message' },
    },
  },
  'create-delta': {
    description: 'Makes a delta from artefact versions; gives delta_id',
    inputs: {
      env_id: environment,
      workload_artefacts: { type: 'list', description: 'Ids of versions of workload artefacts' },
      container_artefacts: { type: 'list', description: 'Ids of versions of container artefacts' },
    },
    oneOf: ['workload_artefacts', 'container_artefacts'],
  },
  clone: {
    description: 'Takes the set of one environment for use in another; gives set_id',
    inputs: {
      from_env_id: { type: 'text', required: true, description: 'Environment to take the set from' },
      to_env_id: { type: 'text', required: true, description: 'Environment the set is meant for' },
      from_deployment_id: { type: 'text', description: 'Deployment to take the set from; the last one by default' },
    },
  },
  approve: {
    description: 'Asks for an approval and waits for it',
    inputs: {
      env_id: { type: 'text', description: 'Environment whose deployers may approve' },
      environment: { type: 'text', description: 'Older name of env_id' },
      message: { type: 'text', description: 'What is asked' },
    },
    oneOf: ['env_id', 'environment'],
  },
  'wait-for-readiness': {
    description: 'Waits until all workloads of an environment are ready',
    inputs: {
      env_id: environment,
      timeout_minutes: { type: 'number', description: 'How long to wait before failing' },
    },
  },
  http: {
    description: 'Sends an HTTP request',
    inputs: {
      method: { type: 'text', required: true, description: 'GET, POST, …' },
      url: { type: 'text', required: true, description: 'Where to' },
      headers: { type: 'map', description: 'Header names and values' },
      data: { type: 'any', description: 'Body of the request' },
    },
  },
  'github-workflow': {
    description: 'Starts a GitHub Actions workflow and waits for its end',
    inputs: {
      repo: { type: 'text', required: true, description: 'owner/name' },
      ref: { type: 'text', required: true, description: 'Branch or tag' },
      workflow: { type: 'text', required: true, description: 'Path of the workflow file' },
      access_token: { type: 'text', required: true, description: 'Token that may start workflows' },
      inputs: { type: 'map', description: 'Inputs of the workflow' },
      request_uid_input: { type: 'text', description: 'Input that receives an id to find the run by' },
    },
  },
  log: {
    description: 'Writes a line to the log of the step',
    inputs: { message: { type: 'text', required: true, description: 'What to write' } },
  },
  fail: {
    description: 'Fails the step',
    inputs: { message: { type: 'text', description: 'Why' } },
  },
} as const satisfies Record<string, Action>

export type ActionName = keyof typeof actions

export const actionNames = Object.keys(actions) as readonly ActionName[]

export const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name)

export const actionOf = (name: ActionName): Action => actions[name]

export interface Uses {
  readonly action: ActionName
  readonly version: 'v1'
}

/** All spellings of an action: with or without its scheme and its version. */
export const usesPattern = '^(?:native://)?actions/humanitec/([a-z0-9-]+)(?:@(v[0-9]+))?$'

export const usesExpected = 'actions/humanitec/<name>@v1'

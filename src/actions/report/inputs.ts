import { type GivenStatus, givenStatuses } from '../../report/outcome.ts'
import type { PlanReport } from '../../report/plan.ts'
import { readPlan } from '../../report/plan-file.ts'
import { pullRequestOf, type Workflow } from '../../policy/workflow-subject.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { type Connection, readConnection } from '../connection.ts'

/** What happened on the platform, to be read there. */
export type Subject =
  | { readonly kind: 'run'; readonly pipelineId: string; readonly runId: string }
  | { readonly kind: 'deployment'; readonly deploymentId: string }

export interface ReportInputs {
  readonly env: string
  readonly app: string | undefined
  /** Of one leg of a matrix. */
  readonly key: string | undefined
  readonly status: GivenStatus | undefined
  readonly platform: { readonly connection: Connection; readonly subject: Subject } | undefined
  readonly plan: PlanReport | undefined
  readonly environmentUrl: string | undefined
  /** Number of the pull request to comment on. */
  readonly pullRequest: number | undefined
  /** Whether the event is about that pull request, and knows its commit. */
  readonly isPullRequestEvent: boolean
  readonly deployment: boolean
  readonly transient: boolean
  readonly production: boolean | undefined
  readonly githubToken: string | undefined
  readonly timeoutMs: number
  readonly summary: boolean
}

const fiveMinutes = 5 * 60 * 1000

/** An earlier step that failed has given nothing, and nothing is then read. */
const readSubject = (inputs: Inputs): Subject | undefined => {
  if (inputs.text('run-id') !== undefined) {
    return { kind: 'run', runId: inputs.required('run-id'), pipelineId: inputs.required('pipeline-id') }
  }
  const deploymentId = inputs.text('deployment-id')
  return deploymentId === undefined ? undefined : { kind: 'deployment', deploymentId }
}

const readPlanFile = async (inputs: Inputs): Promise<PlanReport | undefined> => {
  const file = await inputs.jsonFile('plan-file')
  if (file === undefined) return undefined
  return readPlan(file) ?? inputs.refuse('plan-file', 'is not a plan. Give the `plan-file` of `create-delta`')
}

const readAddress = (inputs: Inputs): string | undefined => {
  const text = inputs.text('environment-url')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:\/\//i.test(text) || /\s/.test(text)) {
    return inputs.refuse('environment-url', 'is not an address. Write one like https://shop.example.com')
  }
  if (url.username !== '' || url.password !== '') {
    return inputs.refuse('environment-url', 'carries a user name or password. Leave it out')
  }
  return url.href
}

/** As preview environments of pull requests are called. */
const isPreview = (env: string) => /^pr-\d+-[0-9a-f]{8}$/.test(env)

/** Throws `InputError` for what cannot be meant; whatever earlier steps have not given is left out. */
export const readInputs = async (inputs: Inputs, workflow: Workflow): Promise<ReportInputs> => {
  const env = inputs.required('env')
  const given = inputs.integer('pull-request', { min: 1 })
  const subject = readSubject(inputs)
  const ofEvent = pullRequestOf(workflow)
  const eventNumber = 'problem' in ofEvent || ofEvent.kind !== 'pull-request' ? undefined : ofEvent.number
  const number = given ?? eventNumber
  const inEvent = (workflow.event['pull_request'] as { number?: unknown } | undefined)?.number
  const timeoutMs = inputs.duration('timeout', { default: fiveMinutes, min: 10_000, max: 60 * 60 * 1000 })
  return {
    env,
    app: inputs.text('app'),
    key: inputs.text('key'),
    status: inputs.choice('status', givenStatuses),
    platform: subject && { subject, connection: readConnection(inputs, { timeoutMs: fiveMinutes }) },
    plan: await readPlanFile(inputs),
    environmentUrl: readAddress(inputs),
    pullRequest: inputs.boolean('comment', true) ? number : undefined,
    isPullRequestEvent: number !== undefined && number === inEvent,
    deployment: inputs.boolean('deployment', true),
    transient: inputs.boolean('transient', isPreview(env)),
    production: inputs.boolean('production'),
    githubToken: inputs.optionalToken('github-token'),
    timeoutMs,
    summary: inputs.boolean('summary', true),
  }
}

import { type ClientOptions, createClient } from '../client/index.ts'
import type { ApplicationApi, OrganizationApi } from '../core/application.ts'
import type { Inputs } from '../runner/inputs.ts'
import { retryLine } from '../text/retry-line.ts'
import { version } from '../version.ts'
import type { Step } from './step.ts'

/** The inputs that every leaf has. */
export interface ServerConnection {
  readonly apiUrl: string
  readonly token: string
  readonly timeoutMs: number
}

export interface OrganizationConnection extends ServerConnection {
  readonly orgId: string
}

/** The same for what belongs to an application, as most things do. */
export interface Connection extends OrganizationConnection {
  readonly appId: string
}

const defaultApiUrl = 'https://api.humanitec.io'
/** GitHub ends a job after six hours on its own machines, and after five days elsewhere. */
const longestTimeoutMs = 5 * 24 * 60 * 60 * 1000

export const readServerConnection = (inputs: Inputs, { timeoutMs }: { timeoutMs: number }): ServerConnection => ({
  token: inputs.token('token'),
  apiUrl: inputs.apiUrl('api-url', defaultApiUrl),
  timeoutMs: inputs.duration('timeout', { default: timeoutMs, min: 1000, max: longestTimeoutMs }),
})

export const readOrganizationConnection = (
  inputs: Inputs,
  defaults: { timeoutMs: number },
): OrganizationConnection => ({ ...readServerConnection(inputs, defaults), orgId: inputs.required('org') })

export const readConnection = (inputs: Inputs, defaults: { timeoutMs: number }): Connection => ({
  ...readOrganizationConnection(inputs, defaults),
  appId: inputs.required('app'),
})

/** How long what is read once more at the deadline may take. */
const lastLookMs = 5000

/** The organization as core sees it. The time that the step has begins here. */
export const connectOrganization = (
  { runner, clock, random, transport }: Step,
  { apiUrl, token, orgId, timeoutMs }: OrganizationConnection,
): OrganizationApi => {
  const deadline = clock.now() + timeoutMs
  const options: ClientOptions = {
    baseUrl: apiUrl,
    token,
    transport,
    clock,
    random,
    deadline,
    signal: runner.signal,
    userAgent: `humanitec-actions/${version}`,
    onRetry: (retry) => runner.info(retryLine(retry)),
  }
  const client = createClient(options)
  const lastLook = createClient({ ...options, deadline: deadline + lastLookMs, retry: { maxAttempts: 1 } })
  return { client, clock, random, orgId, deadline, signal: runner.signal, lastLook }
}

/** The application as core sees it. */
export const connect = (step: Step, connection: Connection): ApplicationApi => ({
  ...connectOrganization(step, connection),
  appId: connection.appId,
})

/** What is left of the runner's 10 s between the cancellation of a job and the end of its process. */
const lastWordsMs = 5000
/** A server that does not answer must not use up all of it. */
const lastRequestMs = 2500
/** Where a run has to be found out about before it can be cancelled: for the one, and for the other. */
export const lastQuestionMs = 1000
export const lastAnswerMs = lastWordsMs - lastQuestionMs

/**
 * The same application for what has to be said after the job was cancelled, or the step's time ran out. Nothing is sent
 * after `forMs`; whoever has two things to say shares the time out.
 */
export const connectForLastWords = (
  step: Step,
  { apiUrl, token, orgId, appId }: Connection,
  forMs = lastWordsMs,
): ApplicationApi => {
  const { clock, random, transport } = step
  const deadline = clock.now() + forMs
  const client = createClient({
    baseUrl: apiUrl,
    token,
    transport,
    clock,
    random,
    deadline,
    requestTimeoutMs: lastRequestMs,
    userAgent: `humanitec-actions/${version}`,
  })
  return { client, clock, random, orgId, appId, deadline }
}

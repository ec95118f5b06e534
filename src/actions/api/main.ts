import { isUnknownEffect } from '../../client/index.ts'
import { secretsIn } from '../../contract/secrets.ts'
import { callOperation, callPages, type OperationAnswer, requirePages } from '../../core/call-operation.ts'
import { type PreparedCall, prepareCall } from '../../core/prepare-call.ts'
import { ApiError } from '../../errors.ts'
import { operationSummary } from '../../report/operation.ts'
import type { Runner } from '../../runner/runner.ts'
import { sentence } from '../../text/sentence.ts'
import { connectOrganization } from '../connection.ts'
import { FailedStep, type Step } from '../step.ts'
import { type ApiInputs, readInputs } from './inputs.ts'

const maskSecrets = (runner: Runner, value: unknown) => {
  for (const secret of secretsIn(value)) runner.mask(secret)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A refusal is an answer as well. */
const toAnswer = ({ method, path, status, body }: ApiError): OperationAnswer => {
  const value = body === '' ? undefined : parsed(body)
  return { method, path, status, body: value, isText: typeof value === 'string' && value === body }
}

/** What is not there any more may be gone by an earlier attempt, of which nobody has heard. */
const isGoneUnheard = (error: unknown): boolean =>
  error instanceof ApiError && error.method === 'DELETE' && error.status === 404 && error.afterUnanswered

/** As it is, or with a word about a write that may have taken effect all the same. */
const withDoubt = <E>({ runner }: Step, { operation }: PreparedCall, error: E): E | FailedStep => {
  const { aborted } = runner.signal
  const isInDoubt = aborted || isUnknownEffect(error) || isGoneUnheard(error)
  if (!(error instanceof Error) || operation.method === 'get' || !isInDoubt) return error
  const why = sentence(aborted ? 'the job was cancelled before there was an answer' : error.message)
  const text = `Whether ${operation.operationId} took effect is not known: ${why}`
  return new FailedStep(`${text} Look before running this again.`, { cause: error })
}

const send = async (
  step: Step,
  call: PreparedCall,
  { connection, maxPages }: ApiInputs,
): Promise<{ answer: OperationAnswer; refusal?: ApiError | FailedStep }> => {
  const api = connectOrganization(step, connection)
  try {
    const answer = await (maxPages === undefined ? callOperation(api, call) : callPages(api, call, { maxPages }))
    return { answer }
  } catch (error) {
    if (error instanceof ApiError) return { answer: toAnswer(error), refusal: withDoubt(step, call, error) }
    throw withDoubt(step, call, error)
  }
}

const toText = ({ body, isText }: OperationAnswer): string => {
  if (body === undefined) return ''
  return isText && typeof body === 'string' ? body : JSON.stringify(body)
}

const setOutputs = (runner: Runner, answer: OperationAnswer) => {
  const { status, etag, isText } = answer
  const text = toText(answer)
  const file = text === '' ? '' : runner.writeTempFile(isText ? 'response.txt' : 'response.json', text)
  runner.setOutput('status', status)
  runner.setCutOutput('response', text)
  runner.setOutput('response-file', file)
  runner.setOutput('etag', etag ?? '')
}

/** Calls one operation of the API, after holding the call against the contract. */
export const main = async (step: Step): Promise<void> => {
  const { runner, random } = step
  const inputs = await readInputs(runner.inputs)
  maskSecrets(runner, inputs.request.body)
  const call = prepareCall(inputs.request, random)
  if (inputs.maxPages !== undefined) requirePages(call)

  const { answer, refusal } = await send(step, call, inputs)
  maskSecrets(runner, answer.body)
  setOutputs(runner, answer)
  const { operationId } = call.operation
  if (inputs.summary) runner.summary(operationSummary(operationId, answer))
  if (refusal && inputs.failOnError) throw refusal
  runner.info(refusal?.message ?? `${operationId}: ${answer.method} ${answer.path} was answered ${answer.status}.`)
}

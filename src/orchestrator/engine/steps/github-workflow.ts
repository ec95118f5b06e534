import type { Answer, Outbox, OutgoingRequest } from '../../outbox/outbox.ts'
import { toText, type Value } from '../expressions/values.ts'
import { requiredText, type StepCall, type StepInputs, type StepResult, textOf, waitingAction } from './action.ts'
import { findRun, messageOf, parseRun, type WorkflowRun } from './github-answers.ts'

export interface GithubNeighbours {
  outbox: Pick<Outbox, 'record' | 'withdraw'>
  outgoing: { canSend: boolean; githubApiUrl?: string | undefined }
  newUid(): string
}

/** What the step is about. The token stays in the store for as long as the step waits. */
interface Target {
  repo: string
  file: string
  ref: string
  token: string
  /** How GitHub's run is recognised: it has this in its name. */
  uid: string
  uidInput: string
}

interface State {
  target: Target
  /** The request that is under way; none between two looks. */
  requestId?: string
  phase: 'dispatching' | 'finding' | 'following'
  run?: Pick<WorkflowRun, 'id' | 'url'>
  /** Until when GitHub's run has to be found, in milliseconds since the epoch. */
  findUntil?: number
  /** Looks that came to nothing, one after the other. */
  failures: number
}

/**
 * ASSUMPTION, in this one place: the input that receives the id is `request_uid` unless named, the outputs are
 * `run_id`, `html_url` and `conclusion`, only the conclusion `success` is one, and these are the patience and the pace.
 */
const defaultUidInput = 'request_uid'
const pollSeconds = 10
const patienceSeconds = 30
const findMinutes = 5
const mostFailures = 5

const isName = (text: string) => /^[\w.-]+$/.test(text) && !/^\.+$/.test(text)
const isRepo = (text: string) => text.split('/').length === 2 && text.split('/').every(isName)

/** GitHub takes the inputs of a workflow as text. */
const toInput = (value: Value) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : toText(value))

const targetOf = (inputs: StepInputs, uid: string): Target | string => {
  const repo = requiredText(inputs, 'repo')
  if (!isRepo(repo)) return `repo must be owner/name, not '${repo}'`
  const workflow = requiredText(inputs, 'workflow')
  const file = workflow.replace(/^(?:\.\/)?\.github\/workflows\//, '')
  if (!isName(file)) return `workflow must be a file in .github/workflows, not '${workflow}'`
  const token = requiredText(inputs, 'access_token')
  if (!/^[\x21-\x7e]+$/.test(token)) return 'access_token holds characters that no token has'
  const uidInput = textOf(inputs, 'request_uid_input') ?? defaultUidInput
  if (Object.hasOwn((inputs['inputs'] ?? {}) as object, uidInput)) {
    return `inputs has ${uidInput}, which receives the id to find the run by: name another in request_uid_input`
  }
  return { repo, file, ref: requiredText(inputs, 'ref'), token, uid, uidInput }
}

const named = ({ file, repo }: Target) => `${file} in ${repo}`

export const createGithubWorkflow = ({ outbox, outgoing, newUid }: GithubNeighbours) => {
  const ask = (call: StepCall, state: State, request: { path: string; body?: object }): StepResult<State> => {
    const { target } = state
    const full: OutgoingRequest = {
      method: request.body ? 'POST' : 'GET',
      url: `${outgoing.githubApiUrl}/repos/${target.repo}/actions/${request.path}`,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${target.token}`,
        'user-agent': 'humanitec-pipeline',
        'x-github-api-version': '2022-11-28',
        ...(request.body ? { 'content-type': 'application/json' } : {}),
      },
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
    }
    const requestId = outbox.record(call, full)
    return {
      kind: 'waiting',
      waitingFor: `github.workflow(${target.repo}/${target.file})`,
      on: `request/${requestId}`,
      resumeAt: call.now + patienceSeconds * 1000,
      state: { ...state, requestId },
    }
  }

  const look = (call: StepCall, state: State): StepResult<State> => {
    const { file } = state.target
    if (state.run) return ask(call, state, { path: `runs/${state.run.id}` })
    return ask(call, state, { path: `workflows/${file}/runs?event=workflow_dispatch&per_page=30` })
  }

  const lookLater = (call: StepCall, state: State): StepResult<State> => {
    const { requestId: _, ...rest } = state
    const { run, target } = state
    return {
      kind: 'waiting',
      waitingFor: run ? `github.run(${run.url})` : `github.workflow(${target.repo}/${target.file})`,
      resumeAt: call.now + pollSeconds * 1000,
      state: rest,
    }
  }

  /** The look came to nothing, and may do better next time. */
  const lookAgain = (call: StepCall, state: State, reason: string): StepResult<State> => {
    const failures = state.failures + 1
    const message = `Cannot see what became of ${named(state.target)}: ${reason}`
    if (failures >= mostFailures) return { kind: 'failed', message: `${message}, ${failures} times in a row` }
    call.log(message, 'warning')
    return lookLater(call, { ...state, failures })
  }

  const refused = (call: StepCall, what: string, { status, body }: { status: number; body: string }) => ({
    kind: 'failed' as const,
    message: `GitHub answered ${what} with ${status}${messageOf(call.redact(body))}`,
  })

  const dispatched = (call: StepCall, state: State, answer: Answer): StepResult<State> => {
    const { target } = state
    const what = `the start of ${named(target)}`
    if (answer.kind !== 'answered') {
      return { kind: 'failed', message: `No answer to ${what}: outcome unknown: ${reasonOf(answer)}` }
    }
    if (answer.status < 200 || answer.status > 299) return refused(call, what, answer)
    call.log(`Started ${named(target)} at ${target.ref}, as ${target.uid}`)
    return lookLater(call, { ...state, phase: 'finding', findUntil: call.now + findMinutes * 60_000 })
  }

  const ended = (call: StepCall, target: Target, { id, url, conclusion }: WorkflowRun): StepResult<State> => {
    const outputs = { run_id: id, html_url: call.redact(url), conclusion: call.redact(conclusion) }
    if (conclusion !== 'success') {
      return { kind: 'failed', message: `${named(target)} ended as ${conclusion || 'nothing'}: ${url}`, outputs }
    }
    call.log(`${named(target)} succeeded: ${url}`)
    return { kind: 'succeeded', outputs }
  }

  const seen = (call: StepCall, state: State, body: string): StepResult<State> => {
    const { target, phase, findUntil = 0 } = state
    const run = phase === 'finding' ? findRun(body, target.uid) : parseRun(body)
    if (run === 'malformed') return lookAgain(call, state, 'the answer is not what GitHub documents')
    if (run === undefined) {
      if (call.now < findUntil) return lookLater(call, { ...state, failures: 0 })
      const advice = `does it have 'run-name: … \${{ inputs.${target.uidInput} }}'?`
      return { kind: 'failed', message: `No run of ${named(target)} has '${target.uid}' in its name: ${advice}` }
    }
    if (phase === 'finding') call.log(`It is run ${run.id}: ${run.url}`)
    if (run.isCompleted) return ended(call, target, run)
    return lookLater(call, { ...state, phase: 'following', run: { id: run.id, url: run.url }, failures: 0 })
  }

  const looked = (call: StepCall, state: State, answer: Answer): StepResult<State> => {
    if (answer.kind === 'interrupted') {
      return { kind: 'failed', message: `${named(state.target)}: outcome unknown: ${reasonOf(answer)}` }
    }
    if (answer.kind === 'unanswered') return lookAgain(call, state, answer.reason)
    const { status, body } = answer
    if (status >= 500 || status === 429) return lookAgain(call, state, `GitHub answers with ${status}`)
    if (status < 200 || status > 299) return refused(call, `a look at ${named(state.target)}`, answer)
    return seen(call, state, body)
  }

  const answered = (call: StepCall, state: State, answer: Answer) =>
    state.phase === 'dispatching' ? dispatched(call, state, answer) : looked(call, state, answer)

  const start = (call: StepCall, inputs: StepInputs): StepResult<State> => {
    const fail = (problem: string) => ({ kind: 'failed' as const, message: `github-workflow: ${problem}` })
    if (!outgoing.canSend) return fail('this orchestrator was given nothing to send requests with')
    if (outgoing.githubApiUrl === undefined) {
      return fail('start the orchestrator with --github-api-url, as https://api.github.com, to let it start workflows')
    }
    const target = targetOf(inputs, newUid())
    if (typeof target === 'string') return fail(target)
    const given = Object.entries((inputs['inputs'] ?? {}) as Record<string, Value>)
    const values = {
      ...Object.fromEntries(given.map(([name, value]) => [name, toInput(value)])),
      [target.uidInput]: target.uid,
    }
    call.log(`Starting ${named(target)}`)
    const path = `workflows/${target.file}/dispatches`
    return ask(call, { target, phase: 'dispatching', failures: 0 }, { path, body: { ref: target.ref, inputs: values } })
  }

  return waitingAction<State>({
    sends: true,
    start,
    resume: (call, state, signal) => {
      if (signal.kind === 'answer') return answered(call, state, signal.answer)
      if (state.requestId === undefined) return look(call, state)
      const wasSent = outbox.withdraw(state.requestId)
      if (!wasSent && state.phase === 'dispatching') {
        return { kind: 'failed', message: `${named(state.target)} was not started: too much else was under way` }
      }
      return answered(call, state, { kind: 'unanswered', reason: `nothing came within ${patienceSeconds} seconds` })
    },
    interrupted: (call, { requestId, phase, target }) => {
      const wasSent = requestId !== undefined && outbox.withdraw(requestId)
      const isStarted = phase !== 'dispatching' || wasSent
      call.log(
        isStarted
          ? `${named(target)} goes on, but nobody waits for it any more`
          : `${named(target)} is not started any more`,
        'warning',
      )
    },
  })
}

const reasonOf = (answer: Exclude<Answer, { kind: 'answered' }>) =>
  answer.kind === 'unanswered' ? answer.reason : 'the orchestrator ended before the answer came'

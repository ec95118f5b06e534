import { expect, test } from 'vitest'
import { type Fault, type FaultKind, type FaultPlan, scriptedPlan } from '../support/faults/fault.ts'
import type { Interruption } from './invariants.ts'
import { apiWriteScenario } from './scenarios/api.ts'
import { approveScenario } from './scenarios/approvals.ts'
import { createDeltaScenario, registerForEnvScenario, registerScenario } from './scenarios/artefacts.ts'
import { deployScenario, rollbackOnFailureScenario, waitScenario } from './scenarios/deployments.ts'
import { deleteScenario, ensureScenario, rebaseScenario, sweepScenario } from './scenarios/environments.ts'
import { applyScenario, runPipelineScenario } from './scenarios/pipelines.ts'
import { playSeed, type Scenario } from './stage.ts'

interface Regression {
  readonly name: string
  readonly scenario: Scenario
  /** That found it, and what it came down to. */
  readonly seed: number
  readonly faults: FaultPlan
  readonly interruption?: Interruption
  /** What has to happen for the test to be about it. */
  readonly course: readonly RegExp[]
}

const undelivered = (kind: FaultKind): Fault => ({ kind, delivered: false, afterMs: 1000 })
const delivered = (kind: FaultKind, afterMs = 1000): Fault => ({ kind, delivered: true, afterMs })

const isWrite = ({ method, url }: { method: string; url: string }) => method !== 'GET' && !url.includes('dry_run')

/** One fault for the first write, another one for all that follows. */
const afterTheWrite = (first: Fault, then: Fault): FaultPlan => {
  let isWritten = false
  return (_, request) => {
    if (isWritten) return then
    isWritten = isWrite(request)
    return isWritten ? first : undefined
  }
}

/** Only writes suffer: the first, the second, and so on. */
const writes = (...faults: readonly Fault[]): FaultPlan => {
  const left = [...faults]
  return (_, request) => (isWrite(request) ? left.shift() : undefined)
}

/** The n-th request to an address. */
const nth = (address: RegExp, number: number, fault: Fault): FaultPlan => {
  let count = 0
  return (_, { url }) => (address.test(url) && ++count === number ? fault : undefined)
}

const atRequest = (number: number): Interruption => ({
  kind: 'request',
  number,
  delivered: true,
  signal: 'SIGINT',
  at: undefined,
  before: 0,
})

const regressions: readonly Regression[] = [
  {
    name: 'a deployment that was asked for is in doubt when the last attempt finds a certificate that is not trusted',
    scenario: deployScenario,
    seed: 13,
    faults: writes(delivered('error-502'), undelivered('tls')),
    course: [/pipeline-runs → error-502/, /pipeline-runs → tls/, /exit 1/],
  },
  {
    name: 'a deployment that was asked for is in doubt when the server has enough of being asked',
    scenario: deployScenario,
    seed: 120,
    faults: writes(delivered('reset-after'), ...Array.from({ length: 20 }, () => undelivered('throttled'))),
    course: [/pipeline-runs → reset-after/, /pipeline-runs → throttled/, /exit 1/],
  },
  {
    name: 'so is a run of a pipeline',
    scenario: runPipelineScenario,
    seed: 4,
    faults: writes(delivered('reset-after'), undelivered('redirect')),
    course: [/runs → reset-after/, /runs → redirect/, /exit 1/],
  },
  {
    name: 'a page that quotes the token does not bring it into the output of register-artefact',
    scenario: registerScenario,
    seed: 1,
    faults: scriptedPlan({ 1: 'page' }),
    course: [/→ page/, /exit 1/],
  },
  {
    name: 'nor into the output of a sweep',
    scenario: sweepScenario,
    seed: 39,
    faults: (_, request) => (isWrite(request) ? delivered('not-json') : undefined),
    course: [/DELETE .* → not-json/],
  },
  {
    name: 'rules that cannot be looked at keep nobody waiting for the others, nor hide that the job is cancelled',
    scenario: registerForEnvScenario,
    seed: 90280,
    faults: (_, { url }) => {
      if (url.includes('web-0')) return { kind: 'error-503-with-time', delivered: false, afterMs: 90_000 }
      return url.includes('web-1') ? undelivered('slow-headers') : undefined
    },
    interruption: { ...atRequest(0), kind: 'time', afterMs: 2000 },
    course: [/web-0.* → error-503-with-time/, /web-1.* → nobody waits any more/, /exit 1/],
  },
  {
    name: 'an environment whose creation got no answer is not said to be missing when the time is up',
    scenario: ensureScenario,
    seed: 2,
    faults: afterTheWrite(delivered('error-502'), delivered('truncated-json')),
    course: [/POST .* → error-502/, /exit 1/],
  },
  {
    name: 'nor is it said that nothing had been changed when the job is cancelled then',
    scenario: ensureScenario,
    seed: 13,
    faults: afterTheWrite(delivered('error-502'), delivered('slow-body')),
    interruption: atRequest(3),
    course: [/POST .* → error-502/, /interrupted/, /exit 1/],
  },
  {
    name: 'a deletion whose answer cannot be read is looked after, and not taken for refused',
    scenario: deleteScenario,
    seed: 1,
    faults: writes(delivered('cut-body'), delivered('page')),
    course: [/DELETE .* → cut-body/],
  },
  {
    name: 'a decision on its way when the job is cancelled is in doubt',
    scenario: approveScenario,
    seed: 188,
    faults: writes(delivered('endless-body')),
    interruption: { ...atRequest(0), kind: 'time', afterMs: 1195 },
    course: [/approve → endless-body|deny → endless-body/, /interrupted/, /exit 1/],
  },
  {
    name: 'a decision that may arrive late is in doubt, however the next one is refused',
    scenario: approveScenario,
    seed: 3,
    faults: writes({ kind: 'late', delivered: true, afterMs: 90_000 }, undelivered('redirect')),
    course: [/→ late/, /→ redirect/, /exit 1/],
  },
  {
    name: 'a pipeline whose writing got no answer may have been changed, though it cannot be read back',
    scenario: applyScenario,
    seed: 1,
    faults: afterTheWrite(delivered('reset-after'), undelivered('tls')),
    course: [/→ reset-after/, /→ tls/, /exit 1/],
  },
  {
    name: 'a pipeline that was written without an answer, and reads as something else, was not left as it is',
    scenario: applyScenario,
    seed: 1656,
    faults: (number, { method, url }) => {
      if (isWrite({ method, url })) return delivered('empty')
      return number > 7 && url.includes('/schema') ? undelivered('not-json') : undefined
    },
    course: [/PATCH .*web → empty/, /schema.* → not-json/, /exit 1/],
  },
  {
    name: 'a delta on its way is told by its mark when the job is cancelled while it is looked for',
    scenario: createDeltaScenario,
    seed: 1,
    faults: afterTheWrite(delivered('cut-body'), undelivered('page')),
    interruption: { ...atRequest(0), kind: 'time', afterMs: 2000 },
    course: [/POST .*deltas → cut-body/, /interrupted/, /exit 1/],
  },
  {
    name: 'a cancellation that got no answer is in doubt, however the next one is refused',
    scenario: waitScenario,
    seed: 1,
    faults: writes(delivered('reset-after'), undelivered('tls')),
    interruption: { ...atRequest(0), kind: 'time', afterMs: 100 },
    course: [/cancel → reset-after/, /cancel → tls/, /exit 1/],
  },
  {
    name: 'a run that has to be found out about first is cancelled before the job is killed, on the slowest of servers',
    scenario: deployScenario,
    seed: 9,
    faults: scriptedPlan({ 2: 'slow-headers', 3: delivered('slow-body', 2400), 4: 'slow-headers', 5: 'slow-headers' }),
    interruption: atRequest(1),
    course: [/interrupted/, /pipeline-runs → slow-headers/, /exit 1/],
  },
  {
    name: 'a rebase that was asked for is in doubt when the server then sends it elsewhere',
    scenario: rebaseScenario,
    seed: 75,
    faults: writes(delivered('reset-after'), undelivered('redirect')),
    course: [/from_deploy_id → reset-after/, /from_deploy_id → redirect/, /exit 1/],
  },
  {
    name: 'so is one on its way when the job is cancelled',
    scenario: rebaseScenario,
    seed: 66,
    faults: writes(delivered('error-502'), delivered('slow-body')),
    interruption: atRequest(3),
    course: [/from_deploy_id → error-502/, /interrupted/, /exit 1/],
  },
  {
    name: 'any write of api on its way when the job is cancelled is in doubt',
    scenario: apiWriteScenario,
    seed: 118,
    faults: () => undefined,
    interruption: atRequest(1),
    course: [/POST .*deltas/, /interrupted/, /exit 1/],
  },
  {
    name: 'what api has deleted without hearing of it is not said to have been missing',
    scenario: apiWriteScenario,
    seed: 158,
    faults: writes(delivered('reset-after')),
    course: [/DELETE .* → reset-after/, /failed: 404|not known/, /exit 1/],
  },
  {
    name: 'a rollback whose deployment cannot be read is not said to have failed',
    scenario: rollbackOnFailureScenario,
    seed: 104,
    faults: nth(/deploys\?pipelineRunId/, 2, undelivered('page')),
    course: [/deploys\?pipelineRunId.* → page/, /exit 1/],
  },
]

test.each(regressions)('$name', async ({ scenario, seed, faults: plan, interruption, course }) => {
  const { trace, violations } = await playSeed(scenario, seed, { plan, interruption })
  const lines = trace.join('\n')
  for (const each of course) expect(lines).toMatch(each)
  expect(violations, lines).toEqual([])
})

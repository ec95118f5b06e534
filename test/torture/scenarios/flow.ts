import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { createExpressions } from '../../../scripts/workflow/expressions.ts'
import type { Json, TemplateMap } from '../../../scripts/workflow/model.ts'
import type { Ended } from '../invariants.ts'
import type { Stage } from '../stage.ts'
import { hasFailed } from './outcome.ts'

interface FlowStep {
  readonly id: string
  readonly if?: string
  readonly uses: string
  readonly with: TemplateMap
}

interface Flow {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly steps: readonly FlowStep[] }
}

/** A composite action as it is shipped. */
export const readFlow = (path: string): Flow =>
  parse(readFileSync(join(import.meta.dirname, '../../..', path), 'utf8')) as Flow

/** Runs a step of a flow with what its `with:` comes to. */
export type Player = (inputs: Record<string, string>) => Promise<Ended>

type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped'

interface Played {
  readonly outcome: Outcome
  readonly outputs: Readonly<Record<string, string>>
}

const outcomeOf = (ended: Ended): Outcome =>
  !hasFailed(ended) ? 'success' : ended.interruption ? 'cancelled' : 'failure'

/** What expressions see after the steps so far. */
const scopeAfter = (inputs: Record<string, string>, { steps, isCancelled }: FlowState) => {
  const isFailed = Object.values(steps).some(({ outcome }) => outcome === 'failure')
  const status = { success: !isFailed && !isCancelled, failure: isFailed && !isCancelled, cancelled: isCancelled }
  const job = isCancelled ? 'cancelled' : isFailed ? 'failure' : 'success'
  return createExpressions({
    contexts: { inputs, env: {}, job: { status: job }, steps: steps as unknown as Json },
    status,
    hashFiles: () => '',
  })
}

interface FlowState {
  readonly steps: Record<string, Played>
  isCancelled: boolean
}

export interface FlowEnd {
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, Played>>
  readonly isCancelled: boolean
}

/** Plays a composite action step by step, as GitHub would: a step that is cancelled takes its job with it. */
export const playFlow = async (
  { orchestrator, app }: Stage,
  flow: Flow,
  { inputs, players }: { inputs: Record<string, string>; players: Readonly<Record<string, Player>> },
): Promise<FlowEnd> => {
  const empty = Object.fromEntries(Object.keys(flow.inputs).map((name) => [name, '']))
  const connection = { token: orchestrator.token, org: orchestrator.org, app, 'api-url': 'http://127.0.0.1:9' }
  const given = { ...empty, ...connection, ...inputs }
  const state: FlowState = { steps: {}, isCancelled: false }
  for (const step of flow.runs.steps) {
    const expressions = scopeAfter(given, state)
    if (!expressions.condition(step.if)) {
      state.steps[step.id] = { outcome: 'skipped', outputs: {} }
      continue
    }
    const action = step.uses.replace('$/actions/', '')
    const player = players[action]
    if (!player) throw new Error(`nobody plays ${action}`)
    const ended = await player(expressions.texts('with', step.with))
    state.steps[step.id] = { outcome: outcomeOf(ended), outputs: { ...ended.runner.outputs } }
    state.isCancelled ||= ended.interruption !== undefined
  }
  const expressions = scopeAfter(given, state)
  const values = Object.fromEntries(Object.entries(flow.outputs).map(([name, { value }]) => [name, value]))
  return { outputs: expressions.texts('outputs', values), ...state }
}

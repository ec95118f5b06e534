import type { ActionName } from '../definition/actions.ts'
import type { StepAction } from './action.ts'
import { createApply } from './apply.ts'
import { type ApproveNeighbours, createApprove } from './approve.ts'
import { createDeploy, type DeployNeighbours } from './deploy.ts'
import { createFail } from './fail.ts'
import { createLog } from './log.ts'
import { createWaitForReadiness, type ReadinessNeighbours } from './wait-for-readiness.ts'

export type StepNeighbours = DeployNeighbours & ApproveNeighbours & ReadinessNeighbours

/** What each `uses:` does. A new action is one file and one line here. */
const makers = {
  apply: createApply,
  deploy: createDeploy,
  approve: createApprove,
  'wait-for-readiness': createWaitForReadiness,
  log: createLog,
  fail: createFail,
} satisfies Partial<Record<ActionName, (neighbours: StepNeighbours) => StepAction>>

/** The step actions that a run can carry out. */
export const implementedActions: ReadonlySet<ActionName> = new Set(Object.keys(makers) as (keyof typeof makers)[])

export const createStepActions = (neighbours: StepNeighbours): ReadonlyMap<ActionName, StepAction> =>
  new Map(Object.entries(makers).map(([name, make]) => [name as ActionName, make(neighbours)]))

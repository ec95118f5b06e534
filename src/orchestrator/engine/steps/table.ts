import type { ActionName } from '../definition/actions.ts'
import type { StepAction } from './action.ts'
import { createApply } from './apply.ts'
import { type ApproveNeighbours, createApprove } from './approve.ts'
import { type CloneNeighbours, createClone } from './clone.ts'
import { type CreateDeltaNeighbours, createCreateDelta } from './create-delta.ts'
import { createDeploy, type DeployNeighbours } from './deploy.ts'
import { createFail } from './fail.ts'
import { createGithubWorkflow, type GithubNeighbours } from './github-workflow.ts'
import { createHttp, type HttpNeighbours } from './http.ts'
import { createLog } from './log.ts'
import { createWaitForReadiness, type ReadinessNeighbours } from './wait-for-readiness.ts'

export type StepNeighbours = DeployNeighbours &
  ApproveNeighbours &
  ReadinessNeighbours &
  CloneNeighbours &
  CreateDeltaNeighbours &
  HttpNeighbours &
  GithubNeighbours

/** What each `uses:` does. A new action is one file and one line here. */
const makers = {
  apply: createApply,
  deploy: createDeploy,
  'create-delta': createCreateDelta,
  clone: createClone,
  approve: createApprove,
  'wait-for-readiness': createWaitForReadiness,
  http: createHttp,
  'github-workflow': createGithubWorkflow,
  log: createLog,
  fail: createFail,
} satisfies Partial<Record<ActionName, (neighbours: StepNeighbours) => StepAction>>

/** The step actions that a run can carry out. */
export const implementedActions: ReadonlySet<ActionName> = new Set(Object.keys(makers) as (keyof typeof makers)[])

export const createStepActions = (neighbours: StepNeighbours): ReadonlyMap<ActionName, StepAction> =>
  new Map(Object.entries(makers).map(([name, make]) => [name as ActionName, make(neighbours)]))

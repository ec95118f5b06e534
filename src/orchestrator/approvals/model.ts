import type { components } from '../../contract/schema.ts'
import type { ApprovalStatus } from '../../contract/status.ts'
import type { Caller } from '../auth.ts'
import { badRequest, notFound } from '../errors.ts'
import { type PageQuery, placeOf, toPage } from '../pages.ts'
import { appScope, type Dependant, type Parts } from '../parts.ts'
import { mayBecome } from './lifecycle.ts'

export type Approval = components['schemas']['PipelineApprovalRequest']

/** An approval by the ids of its path. */
interface ApprovalPlace {
  orgId: string
  appId: string
  pipelineId: string
  runId: string
  jobId: string
  approvalId: string
}

interface ApprovalQuery extends PageQuery {
  pipeline?: string[]
  run?: string[]
  status?: ApprovalStatus
}

export interface Approvals extends Dependant {
  /** Newest first. */
  list(place: { orgId: string; appId: string }, query: ApprovalQuery, url: string): ReturnType<typeof toPage<Approval>>
  get(place: ApprovalPlace): Approval
  /** What waits for the decision goes on before the answer is given. */
  decide(place: ApprovalPlace, decision: 'approved' | 'denied', caller: Caller): Approval
  ask(
    approval: Pick<Approval, 'org_id' | 'app_id' | 'pipeline_id' | 'run_id' | 'job_id' | 'env_id' | 'message'>,
  ): Approval
  /** Takes the question back: nobody waits for the answer any more. */
  cancel(orgId: string, appId: string, id: string): void
  forgetRun(orgId: string, appId: string, runId: string): void
  /** Takes back what is asked about an environment that is gone: another one may get its id. */
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

export interface ApprovalNeighbours {
  /** Throws 403 unless the caller may deploy to the environment. */
  mayDeploy(caller: Caller, place: { orgId: string; appId: string; envId: string }): void
  decided(approval: Approval, by: Pick<Caller, 'name'>): void
}

export const createApprovals = (parts: Parts, neighbours: ApprovalNeighbours): Approvals => {
  const { store, scheduler, random } = parts
  const approvals = store.table<Approval>('approvals')

  const require = ({ orgId, appId, pipelineId, runId, jobId, approvalId }: ApprovalPlace) => {
    const found = approvals.get(appScope(orgId, appId), approvalId)
    if (found?.pipeline_id !== pipelineId || found.run_id !== runId || found.job_id !== jobId) {
      throw notFound('Approval', approvalId, `job '${jobId}' of run '${runId}' of pipeline '${pipelineId}'`)
    }
    return found
  }
  const save = (approval: Approval) =>
    approvals.update(appScope(approval.org_id, approval.app_id), approval.id, approval)

  return {
    list: ({ orgId, appId }, query, url) => {
      const { pipeline, run, status } = query
      const from = placeOf(query.page)
      const newest = { scope: appScope(orgId, appId), order: 'newest-first' as const }
      return toPage(approvals.scan({ ...newest, ...(from === undefined ? {} : { from }) }), {
        query,
        url,
        keep: (each) =>
          (pipeline === undefined || pipeline.includes(each.pipeline_id)) &&
          (run === undefined || run.includes(each.run_id)) &&
          (status === undefined || status === each.status),
      })
    },
    get: require,
    decide: (place, decision, caller) => {
      const approval = require(place)
      const { orgId, appId } = place
      neighbours.mayDeploy(caller, { orgId, appId, envId: approval.env_id })
      if (!mayBecome(approval.status, decision)) {
        throw badRequest(`Approval '${approval.id}' is ${approval.status} already.`)
      }
      const decided: Approval = {
        ...approval,
        status: decision,
        approved_by: caller.id,
        approved_at: scheduler.timestamp(),
      }
      save(decided)
      neighbours.decided(decided, caller)
      return decided
    },
    ask: (asked) => {
      const approval: Approval = {
        ...asked,
        id: random.uuid(),
        created_at: scheduler.timestamp(),
        status: 'waiting',
      }
      approvals.insert(appScope(approval.org_id, approval.app_id), approval.id, approval)
      return approval
    },
    cancel: (orgId, appId, id) => {
      const approval = approvals.get(appScope(orgId, appId), id)
      if (approval && mayBecome(approval.status, 'cancelled')) save({ ...approval, status: 'cancelled' })
    },
    forgetRun: (orgId, appId, runId) => {
      const scope = appScope(orgId, appId)
      for (const each of approvals.list(scope)) if (each.run_id === runId) approvals.delete(scope, each.id)
    },
    forgetEnvironment: (orgId, appId, envId) => {
      for (const each of approvals.list(appScope(orgId, appId))) {
        if (each.env_id !== envId || !mayBecome(each.status, 'cancelled')) continue
        const cancelled: Approval = { ...each, status: 'cancelled' }
        save(cancelled)
        neighbours.decided(cancelled, { name: `the deletion of environment '${envId}'` })
      }
    },
    forgetApplication: (orgId, appId) => approvals.deleteAll(appScope(orgId, appId)),
  }
}

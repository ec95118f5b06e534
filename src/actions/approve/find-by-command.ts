import type { ApplicationApi } from '../../core/application.ts'
import { listApprovals } from '../../core/approvals.ts'
import { getRun } from '../../core/get-run.ts'
import type { Approval } from '../../contract/types.ts'
import { readOrigin } from '../../policy/origin.ts'
import type { Runner } from '../../runner/runner.ts'
import { FailedStep } from '../step.ts'
import { finish } from './end.ts'

/** What a command names. */
interface Named {
  readonly environment: string
  readonly commit: string
}

/**
 * The one request about the environment whose run this repository has asked for, for the commit. Whether that is the
 * right one is not told here: the gate looks at all of it again.
 */
const search = async (api: ApplicationApi, named: Named, repository: string): Promise<Approval[]> => {
  const found: Approval[] = []
  for (const approval of await listApprovals(api, { waiting: true })) {
    if (approval.env_id !== named.environment) continue
    const run = await getRun(api, { pipelineId: approval.pipeline_id, runId: approval.run_id })
    const origin = readOrigin(run.inputs['comment'])
    const isOurs = origin?.repository.toLowerCase() === repository.toLowerCase()
    if (isOurs && origin.commit.startsWith(named.commit)) found.push(approval)
  }
  return found
}

/** Id of the request that a command means, where no input says which. */
export const findByCommand = async (runner: Runner, api: ApplicationApi, named: Named): Promise<string> => {
  const found = await search(api, named, runner.context.repository ?? '').catch((error: unknown) => {
    if (!runner.signal.aborted) finish(runner, 'failed')
    throw error
  })
  const [approval, second] = found
  if (approval && !second) return approval.id
  finish(runner, 'no-request')
  const what = `about environment '${named.environment}' for commit ${named.commit}`
  throw new FailedStep(
    approval
      ? `${found.length} approval requests ${what} are waiting: ${found.map(({ id }) => `'${id}'`).join(', ')}. Name one with \`approval-id\`.`
      : `No approval request ${what} is waiting whose run this repository has asked for.`,
  )
}

import type { Caller } from '../auth.ts'
import type { Deployment, DeploymentRequest, Deployments, Place } from '../deployments/model.ts'
import { badRequest } from '../errors.ts'
import { hasEnded } from './lifecycle.ts'
import type { Runs } from './model.ts'
import type { Run } from './records.ts'

/** Why a run has not deployed, for whoever asked it to. */
const refusalOf = (run: Run, envId: string) => {
  const pipeline = `Pipeline '${run.pipeline_id}'`
  if (run.status === 'succeeded') return badRequest(`${pipeline} ended without a deployment to '${envId}'.`)
  if (hasEnded(run)) return badRequest(`${pipeline} does not deploy to '${envId}': ${run.status_message}`)
  const jobs = Object.keys(run.waiting_for).map((id) => `'${id}'`)
  return badRequest(
    `${pipeline} has to wait (in ${jobs.join(', ')}) before it deploys to '${envId}': ask for a run of it, which can be waited for, with POST …/pipeline-runs.`,
  )
}

/**
 * Deployments that are asked for without a pipeline.
 *
 * ASSUMPTION, in this one place: such a request is answered by the pipeline that the criteria choose. Its run begins at
 * once, and the answer is the deployment that its deploy step made. The request is refused, and its run with all that
 * it did is forgotten, when the run does not get so far: with 400 and the reason when it failed, ended otherwise or has
 * to wait for something, since asking again would not help; with 409 when its environment or concurrency group is taken.
 */
export const createDirectDeployments =
  (deployments: Pick<Deployments, 'active' | 'check' | 'create'>, runs: Pick<Runs, 'deployNow'>) =>
  (place: Place, request: DeploymentRequest, caller: Caller): Deployment => {
    // It belongs to a run that goes on already: whoever may deploy is believed.
    if (request.pipeline) return deployments.create(place, request, caller)
    const set_id = deployments.check(place, request, caller)
    const { comment, delta_id, value_set_version_id, mode } = request
    const run = runs.deployNow(
      place,
      {
        trigger: 'deployment_request',
        env_id: place.envId,
        ...(delta_id ? { delta_id } : { set_id }),
        ...(comment === undefined ? {} : { comment }),
        ...(value_set_version_id ? { value_set_version_id } : {}),
        ...(mode ? { mode } : {}),
      },
      caller,
    )
    const made = deployments.active(place)
    if (made?.pipeline?.run_id !== run.id) throw refusalOf(run, place.envId)
    return made
  }

import type { Problem } from '../core/conclude.ts'
import type { RunResult } from '../core/await-run.ts'
import type { Runner } from '../runner/runner.ts'
import { sentence } from '../text/sentence.ts'
import type { Connection } from './connection.ts'
import { FailedStep } from './step.ts'

/** The deployment's page; the API's own host has one, other hosts are not known to. */
export const deploymentUrl = (
  { apiUrl, orgId, appId }: Connection,
  envId: string,
  deploymentId: string | undefined,
): string => {
  const { hostname } = new URL(apiUrl)
  if (hostname !== 'api.humanitec.io') return ''
  const [org, app, env] = [orgId, appId, envId].map(encodeURIComponent)
  const environment = `https://app.humanitec.io/orgs/${org}/apps/${app}/envs/${env}`
  return deploymentId === undefined ? environment : `${environment}/deploys/${encodeURIComponent(deploymentId)}`
}

export const describeProblem = ({ scope, object, code, summary, message }: Problem): string =>
  `${scope} ${object}${code === '' ? '' : ` (${code})`}: ${message === '' ? summary : message}`

/** GitHub shows ten annotations of a step and drops the others. */
const mostAnnotations = 9

const annotate = (runner: Runner, problems: readonly Problem[]) => {
  for (const problem of problems.slice(0, mostAnnotations)) {
    runner.error(describeProblem(problem), { title: problem.summary === '' ? 'Deployment error' : problem.summary })
  }
  for (const problem of problems.slice(mostAnnotations)) runner.info(describeProblem(problem))
}

export const setRunOutputs = (runner: Runner, { status, problems, deployment }: RunResult): void => {
  runner.setOutput('status', status)
  runner.setOutput('deployment-id', deployment?.id ?? '')
  runner.setCutOutput('errors', problems)
}

/** Outputs first, so that steps with `if: always()` can read them; then the failure, unless there is none. */
export const finishRun = (runner: Runner, result: RunResult): void => {
  const { status, reason, problems, deployment, current } = result
  setRunOutputs(runner, result)
  annotate(runner, problems)
  if (current === false) {
    runner.warning(`Deployment '${deployment?.id}' succeeded, but another has come after it in '${result.envId}'.`)
  }
  if (status !== 'succeeded' && status !== 'waiting-for-approval') throw new FailedStep(sentence(reason))
  runner.info(sentence(reason))
}

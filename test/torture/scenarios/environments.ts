import * as environment from '../../../src/actions/environment/main.ts'
import { identityOf } from '../../../src/policy/environment-id.ts'
import { startGitHub } from '../../support/github/fake.ts'
import { aPullRequest } from '../../support/github/state.ts'
import type { Workflow } from '../acting.ts'
import type { Ended } from '../invariants.ts'
import { beside } from '../place.ts'
import type { Scenario, Stage } from '../stage.ts'
import { repository } from './report.ts'
import { env, hasFailed, isInDoubt, outputOf } from './outcome.ts'
import { aDelta, aDeployment } from './runs.ts'

const timeouts = [10_000, 60_000, 600_000] as const

interface EnvironmentLike {
  readonly id: string
  readonly status?: string
  readonly from_deploy?: { readonly id: string }
}

const find = async (stage: Stage, id: string): Promise<EnvironmentLike | undefined> =>
  ((await stage.get(`${stage.path}/envs`)) as EnvironmentLike[]).find((each) => each.id === id)

const act = (stage: Stage, inputs: Record<string, string>, workflow: Workflow = {}) =>
  stage.act(`environment ${inputs['command']}`, environment, {
    ...workflow,
    inputs,
    timeoutMs: stage.draw.one(timeouts),
  })

/** `inputs` make sure of the environment `id`. */
export const ensureAndCheck = async (
  stage: Stage,
  id: string,
  inputs: Record<string, string>,
  workflow?: Workflow,
): Promise<Ended> => {
  const { demand } = stage
  const before = await find(stage, id)
  const ended = await act(stage, { command: 'ensure', ...inputs }, workflow)
  const status = outputOf(ended, 'status')
  if (!hasFailed(ended)) demand((await find(stage, id))?.status !== 'deleting', 'it is not there')
  await stage.pass(200_000)
  const after = await find(stage, id)
  if (!hasFailed(ended)) {
    demand(after !== undefined && status === 'succeeded', 'it is not there')
    demand(before !== undefined || outputOf(ended, 'created') === 'true', 'it was made, and is said to have been there')
  } else if (after && !before) {
    demand(ended.said.includes(id) && isInDoubt(ended), `it is there, though the step says ${status}`)
  }
  return ended
}

export const ensureScenario: Scenario = async (stage) => {
  const id = 'preview-1'
  if (stage.draw.chance(0.2)) await stage.call('POST', `${stage.path}/envs`, { id, name: id, type: 'development' })
  if (stage.draw.chance(0.1)) await stage.call('DELETE', `${stage.path}/envs/${id}`)
  await ensureAndCheck(stage, id, { env: id, type: 'development' })
}

/** `inputs` name the environment `id`. */
export const deleteAndCheck = async (
  stage: Stage,
  id: string,
  inputs: Record<string, string>,
  workflow?: Workflow,
): Promise<Ended> => {
  const wasThere = (await find(stage, id)) !== undefined
  const ended = await act(stage, { command: 'delete', ...inputs }, workflow)
  const now = await find(stage, id)
  if (!hasFailed(ended)) stage.demand(now === undefined, 'it is still there')
  await stage.pass(600_000)
  const isDeleted = now?.status === 'deleting' || !(await find(stage, id))
  const isHidden = hasFailed(ended) && wasThere && isDeleted
  stage.demand(!isHidden || isInDoubt(ended) || /is being deleted/.test(ended.said), 'it hides that it is deleted')
  return ended
}

export const deleteScenario: Scenario = async (stage) => {
  const id = 'preview-1'
  await stage.call('POST', `${stage.path}/envs`, { id, name: id, type: 'development' })
  if (stage.draw.chance(0.5)) {
    const body = { trigger: 'deployment_request', env_id: id, delta_id: await aDelta(stage) }
    await stage.call('POST', `${stage.path}/pipeline-runs`, body)
    await stage.pass(stage.draw.one([0, 1000, 20_000]))
  }
  await deleteAndCheck(stage, id, { env: id })
}

/** The next deployment is to start from another one. */
export const rebaseScenario: Scenario = async (stage) => {
  const { demand, draw } = stage
  const older = await aDeployment(stage, 'registry.test/web:1')
  const newer = await aDeployment(stage, 'registry.test/web:2')
  const isGone = draw.chance(0.1)
  const inputs = { command: 'rebase', env: isGone ? 'nowhere' : env, 'from-deployment': older.id }
  const ended = await act(stage, inputs)
  await stage.pass(200_000)
  const base = (await find(stage, env))?.from_deploy?.id
  if (!hasFailed(ended)) {
    demand(base === older.id && outputOf(ended, 'from-deployment') === base, `it starts from ${base}`)
    demand(outputOf(ended, 'status') === 'succeeded', 'it passed without a success')
    return
  }
  const status = outputOf(ended, 'status')
  demand(base === newer.id || isInDoubt(ended), `it was rebased, and the step says ${status}`)
}

const previewOf = (number: number) => identityOf(repository, { kind: 'pull-request', number })

/** Pull request 1 is closed, and 2 is open. */
export const sweepScenario: Scenario = async (stage) => {
  const { demand, draw } = stage
  for (const number of [1, 2]) {
    await stage.call('POST', `${stage.path}/envs`, { ...previewOf(number), type: 'development' })
  }
  const github = startGitHub({
    clock: stage.clock,
    repository: repository.name,
    apiUrl: 'https://api.github.com',
    pullRequests: [
      aPullRequest({ number: 1, state: 'closed', headRepository: repository.name }),
      aPullRequest({ number: 2, headRepository: repository.name }),
    ],
  })
  const ended = await stage.act('environment sweep', environment, {
    inputs: { command: 'sweep', 'github-token': github.connection.token },
    timeoutMs: draw.one(timeouts),
    beside: beside(github),
  })
  const isThere = async (number: number) => (await find(stage, previewOf(number).id)) !== undefined
  if (!hasFailed(ended)) demand(!(await isThere(1)), 'a stale environment is still there')
  await stage.pass(200_000)
  demand(await isThere(2), 'an environment that is needed was deleted')
  demand((await find(stage, 'development')) !== undefined, 'an environment that is nobody’s preview was deleted')
  const hidden = hasFailed(ended) && !(await isThere(1))
  demand(!hidden || ended.said.includes(previewOf(1).id), 'it deleted an environment that it did not name')
}

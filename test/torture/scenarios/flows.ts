import * as previewGate from '../../../src/actions/preview-gate/main.ts'
import { identityOf } from '../../../src/policy/environment-id.ts'
import type { GitHubFake } from '../../support/github/fake.ts'
import type { Workflow } from '../acting.ts'
import type { Scenario, Stage } from '../stage.ts'
import { createDeltaAndCheck, registerAndCheck } from './artefacts.ts'
import { deployAndCheck } from './deployments.ts'
import { deleteAndCheck, ensureAndCheck } from './environments.ts'
import { type FlowEnd, type Player, playFlow, readFlow } from './flow.ts'
import { env, flag } from './outcome.ts'
import { aPullRequestOn, onPullRequest, reportAndCheck, repository } from './report.ts'
import { aDeployment, deploysOf } from './runs.ts'

const flows = {
  release: readFlow('action.yml'),
  preview: readFlow('actions/preview-environment/action.yml'),
  promote: readFlow('actions/promote/action.yml'),
  rollback: readFlow('actions/rollback/action.yml'),
}

/** The environment of pull request 1. */
const preview = identityOf(repository, { kind: 'pull-request', number: 1 }).id

const players = (stage: Stage, github: GitHubFake, workflow: Workflow): Readonly<Record<string, Player>> => ({
  'preview-gate': (inputs) =>
    stage.act('preview-gate', previewGate, { ...workflow, inputs, timeoutMs: 10_000, fate: 'spared' }),
  environment: (inputs) =>
    (inputs['command'] === 'delete' ? deleteAndCheck : ensureAndCheck)(stage, preview, inputs, workflow),
  'register-artefact': (inputs) => {
    const images = (inputs['images'] ?? '').split('\n').map((line) => line.replace(/^[^=]*=/, ''))
    return registerAndCheck(stage, images, inputs, workflow)
  },
  'create-delta': (inputs) => createDeltaAndCheck(stage, inputs, workflow),
  deploy: (inputs) => deployAndCheck(stage, inputs, workflow),
  report: (inputs) => reportAndCheck(stage, inputs, { github, ...workflow }),
})

/** Below the marker that nobody sees. */
const headlineOf = (body: string) => body.split('\n')[1] ?? ''

/** What the flow as a whole comes to is true as well, and so is what the pull request is told. */
const checkFlow = async (
  stage: Stage,
  { outputs, steps, isCancelled }: FlowEnd,
  { github, told, envId }: { github: GitHubFake; told: ReadonlySet<string>; envId: string },
) => {
  const { demand } = stage
  const status = outputs['status'] ?? ''
  const { report: _, ...work } = steps
  const isBroken = Object.values(work).some(({ outcome }) => outcome === 'failure' || outcome === 'cancelled')
  const isGood = ['succeeded', 'deleted'].includes(status)
  demand(
    // A job may be cancelled when all is done.
    isGood === !isBroken || (isCancelled && !isBroken),
    `it ends as '${status}' after ${JSON.stringify(Object.values(work).map((each) => each.outcome))}`,
  )
  const isThere = (await stage.call('GET', `${stage.path}/envs/${envId}`)).status === 200
  const deployments = isThere ? await deploysOf(stage, envId) : []
  const own = deployments.find(({ pipeline }) => pipeline?.run_id === outputs['run-id'])
  if (status === 'succeeded' && outputs['empty'] !== 'true') {
    demand(own?.status === 'succeeded', `it succeeded, and its deployment is ${own?.status}`)
  }
  // The report looks for itself, so that it may know better than a step that has run out of time.
  const tellsOfSuccess = github.state.comments.some(({ body }) => !told.has(body) && headlineOf(body).includes('✅'))
  const isTrue = isGood || outputs['empty'] === 'true' || own?.status === 'succeeded'
  demand(isTrue || !tellsOfSuccess, 'the comment tells of a success')
}

const common = (stage: Stage, github: GitHubFake) => ({
  'github-token': github.connection.token,
  'cancel-on-timeout': flag(stage),
  'cancel-on-abort': flag(stage),
  'on-conflict': stage.draw.one(['wait', 'fail']),
})

interface Playing {
  readonly inputs: Record<string, string>
  readonly github?: GitHubFake
  readonly workflow?: Workflow
}

/** Plays a flow over what runs already, and holds it to its word. */
const playAndCheck = async (
  stage: Stage,
  name: keyof typeof flows,
  { inputs, github = aPullRequestOn(stage), workflow = onPullRequest() }: Playing,
) => {
  // Later deployments may fail.
  stage.orchestrator.control.behave({
    durationMs: stage.draw.one([500, 2000, 6000, 25_000]),
    workloads: stage.draw.chance(0.2) ? { web: { fail: { message: 'no such image' } } } : {},
  })
  const told = new Set(github.state.comments.map(({ body }) => body))
  const end = await playFlow(stage, flows[name], {
    inputs: { ...common(stage, github), ...inputs },
    players: players(stage, github, workflow),
  })
  await checkFlow(stage, end, { github, told, envId: inputs['env'] ?? preview })
}

export const releaseScenario: Scenario = async (stage) => {
  await aDeployment(stage, 'registry.test/web:1')
  await playAndCheck(stage, 'release', { inputs: { env, images: `web=registry.test/${stage.app}/web:2` } })
}

/** As a pull request lives: its environment is made and deployed to, and deleted in the end. */
export const previewScenario: Scenario = async (stage) => {
  await aDeployment(stage, 'registry.test/web:1')
  const github = aPullRequestOn(stage)
  const inputs = { type: 'development', 'from-env': env, images: `web=registry.test/${stage.app}/web:2` }
  await playAndCheck(stage, 'preview', { inputs, github })
  await playAndCheck(stage, 'preview', { inputs: {}, github, workflow: onPullRequest('closed') })
}

export const promoteScenario: Scenario = async (stage) => {
  const { draw, path } = stage
  await stage.call('POST', `${path}/envs`, { id: 'production', name: 'Production', type: 'development' })
  await aDeployment(stage, 'registry.test/web:1', 'production')
  await aDeployment(stage, draw.one(['registry.test/web:2', 'registry.test/web:2', 'registry.test/web:1']))
  await playAndCheck(stage, 'promote', { inputs: { 'from-env': env, env: 'production' } })
}

export const rollbackScenario: Scenario = async (stage) => {
  const { demand } = stage
  const older = await aDeployment(stage, 'registry.test/web:1')
  await aDeployment(stage, 'registry.test/web:2')
  await playAndCheck(stage, 'rollback', { inputs: { env } })
  const [newest, ...others] = await deploysOf(stage)
  demand(others.length === 1 || newest?.set_id === older.set_id, 'it rolled back to another set')
}

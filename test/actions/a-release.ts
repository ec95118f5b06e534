import type { Action } from '../../src/actions/step.ts'
import { aShop, called, type RunLike, type Shop } from '../orchestrator/a-shop.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type ActionRun, type ActionRunOptions, runAction } from '../support/run-action.ts'

export interface Release extends Shop {
  deltaId: string
  act(action: Action, options?: ActionRunOptions): Promise<ActionRun>
}

/** A shop with a delta to release, whose time moves on by itself, and the actions to do it with. */
export const aRelease = async (): Promise<Release> => {
  const shop = aShop({ clock: fakeClock({ auto: true }) })
  const deltaId = await shop.aDelta('web')
  return { ...shop, deltaId, act: (action, options) => runAction(action, shop, options) }
}

/** Starts a run of a pipeline with these jobs. */
export const startPipeline = async (release: Release, jobs: string, head = ''): Promise<RunLike> => {
  const id = await release.aPipeline(called('it', jobs, head))
  return (await release.callPipeline(id)).body as RunLike
}

export const step = {
  log: (message: string) => `{ uses: actions/humanitec/log@v1, with: { message: ${JSON.stringify(message)} } }`,
  fail: (message: string) => `{ uses: actions/humanitec/fail@v1, with: { message: ${JSON.stringify(message)} } }`,
  approve: (env: string, message = `Ship to ${env}?`) =>
    `{ uses: actions/humanitec/approve@v1, with: { env_id: ${env}, message: ${JSON.stringify(message)} } }`,
}

/** What would be dangerous in a log, in Markdown, in HTML or on a terminal. */
export const hostile =
  '::error::gotcha\n::set-output name=status::succeeded\n##[error]x [click](https://evil.test) <img src=x> | `x` \u001b[31mred @octocat'

/** What a step that waits for the run is given. */
export const ofRun = (run: RunLike, more: Record<string, string> = {}) => ({
  inputs: { 'run-id': run.id, 'pipeline-id': run.pipeline_id, ...more },
})

/** The run of a deployment to staging, in a cluster that behaves like that. */
export const deployed = async (release: Release, behaviour: object = {}): Promise<RunLike> => {
  release.orchestrator.control.behave(behaviour)
  return (await release.request({ env_id: 'staging', delta_id: release.deltaId })).body as RunLike
}

export const messagesOf = (annotations: readonly { message: string }[]) =>
  annotations.map(({ message }) => message).join('\n')

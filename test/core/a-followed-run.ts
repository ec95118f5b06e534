import { type FollowOptions, followRun, type RunEnd } from '../../src/core/follow-run.ts'
import type { RunEvent } from '../../src/core/run-events.ts'
import type { RunLike } from '../orchestrator/a-shop.ts'
import { type AnApplication, anApplication, short } from './an-application.ts'

export const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** `onTold` is called after each event. */
export const follow = async (
  application: AnApplication,
  run: RunLike,
  { onTold = () => {}, ...options }: Partial<FollowOptions> & { onTold?: (event: string) => void } = {},
) => {
  const events: string[] = []
  const onEvent = (event: RunEvent) => {
    events.push(short(event))
    onTold(short(event))
  }
  application.requests.length = 0
  const end: RunEnd = await followRun(
    application.api,
    { pipelineId: run.pipeline_id, runId: run.id },
    { until: 'completed', logs: true, onEvent, ...options },
  )
  return { end, events, slept: application.clock.slept }
}

/** A deployment to staging that takes that long. */
export const deploying = async (
  durationMs: number,
  options: Parameters<typeof anApplication>[0] = {},
  workloads = ['web'],
) => {
  const application = anApplication(options)
  application.orchestrator.control.behave({ pendingMs: 0, durationMs })
  const { body } = await application.request({ env_id: 'staging', delta_id: await application.aDelta(...workloads) })
  return { application, run: body as RunLike }
}

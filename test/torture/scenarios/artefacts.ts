import * as createDelta from '../../../src/actions/create-delta/main.ts'
import * as registerArtefact from '../../../src/actions/register-artefact/main.ts'
import type { Workflow } from '../acting.ts'
import type { Ended } from '../invariants.ts'
import type { Scenario, Stage } from '../stage.ts'
import { env, hasFailed, outputOf } from './outcome.ts'
import { runsOf } from './runs.ts'

/** Of the workflow, as the runner has it. */
const commit = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'
const timeouts = [10_000, 60_000, 600_000] as const

interface Version {
  readonly id: string
  readonly name: string
  readonly version: string
}

interface Item {
  readonly reference: string
  readonly 'artefact-version-id': string
  readonly created: boolean
  readonly error?: string
}

const versionsOf = async (stage: Stage, images: readonly string[]): Promise<Map<string, Version[]>> => {
  const found = new Map<string, Version[]>()
  for (const image of images) {
    found.set(image, await stage.get(`/orgs/local-org/artefact-versions?reference=${encodeURIComponent(image)}`))
  }
  return found
}

const checkItem = (
  { demand }: Stage,
  { ended, item, wasThere }: { ended: Ended; item: Item; wasThere: boolean },
  versions: readonly Version[],
) => {
  demand(versions.length <= 1, `${item.reference} was registered ${versions.length} times`)
  const [version] = versions
  if (item.error === undefined) {
    demand(version !== undefined && version.id === item['artefact-version-id'], `${item.reference} is not there`)
  } else if (version && !wasThere) {
    demand(/not known/.test(item.error), `${item.reference} is there, though: ${item.error}`)
  }
  demand(item.error === undefined || hasFailed(ended), `${item.reference} failed, and the step did not`)
}

/** `inputs` may say more than the images. */
export const registerAndCheck = async (
  stage: Stage,
  images: readonly string[],
  more: Record<string, string> = {},
  workflow: Workflow = {},
): Promise<Ended> => {
  const { draw, demand } = stage
  const inputs = { images: images.join('\n'), concurrency: String(draw.one([1, 3])), ...more }
  const before = await versionsOf(stage, images)
  const acting = { ...workflow, inputs, timeoutMs: draw.one(timeouts) }
  const ended = await stage.act('register-artefact', registerArtefact, acting)
  await stage.clock.advance(200_000)
  const versions = await versionsOf(stage, images)
  const items: Item[] = JSON.parse(outputOf(ended, 'result') || '[]')
  // What is looked at first may keep it from registering anything.
  const isBegun = items.length > 0 || more['for-env'] === undefined || !hasFailed(ended)
  demand(!isBegun || items.length === images.length, 'not every image has a result')
  if (!isBegun)
    demand(
      [...versions].every(([image, found]) => found.length === (before.get(image)?.length ?? 0)),
      'it registered images without a result',
    )
  for (const item of items) {
    const wasThere = before.get(item.reference)?.length === 1
    checkItem(stage, { ended, item, wasThere }, versions.get(item.reference) ?? [])
  }
  return ended
}

const imagesOf = ({ app, draw }: Stage): string[] =>
  Array.from({ length: 1 + draw.below(4) }, (_, index) => `registry.test/${app}/web-${index}:1.0`)

export const registerScenario: Scenario = async (stage) => {
  const images = imagesOf(stage)
  if (stage.draw.chance(0.2)) {
    const body = { type: 'container', name: `registry.test/${stage.app}/web-0`, version: '1.0', commit }
    await stage.call('POST', '/orgs/local-org/artefact-versions', body)
  }
  await registerAndCheck(stage, images)
}

/** A rule of the environment may deploy what is registered: nothing is registered unless that is known to be wanted. */
export const registerForEnvScenario: Scenario = async (stage) => {
  const { draw, demand, path } = stage
  const isActive = draw.chance(0.7)
  const rule = { type: 'update', active: isActive, match_ref: draw.one(['', '^refs/heads/main$', '^refs/tags/']) }
  await stage.call('POST', `${path}/envs/${env}/rules`, rule)
  const fires = isActive && rule.match_ref !== '^refs/tags/'
  const onRule = draw.one(['', 'fail', 'ignore'])
  const images = imagesOf(stage)
  const ended = await registerAndCheck(stage, images, { 'for-env': env, 'on-rule': onRule })
  const registered = [...(await versionsOf(stage, images)).values()].flat()
  const isForbidden = fires && onRule !== 'ignore'
  demand(!isForbidden || registered.length === 0, 'it registered what a rule deploys')
  demand(!isForbidden || hasFailed(ended), 'it passed though a rule would have deployed')
  demand(
    !hasFailed(ended) || !/Nothing was registered/.test(ended.said) || registered.length === 0,
    'it says that nothing was registered',
  )
  demand((await runsOf(stage)).length === 0, 'it started a run')
}

interface DeltaLike {
  readonly id: string
  readonly metadata: { readonly name?: string }
}

export const deltaFile = JSON.stringify({
  modules: {
    add: { web: { profile: 'humanitec/default-module', spec: { containers: { main: { image: 'web:2' } } } } },
  },
})

export const createDeltaAndCheck = async (
  stage: Stage,
  inputs: Record<string, string>,
  workflow: Workflow = {},
): Promise<Ended> => {
  const { demand, draw } = stage
  const before = new Set(((await stage.get(`${stage.path}/deltas`)) as DeltaLike[]).map(({ id }) => id))
  const acting = { ...workflow, inputs, timeoutMs: draw.one(timeouts) }
  const ended = await stage.act('create-delta', createDelta, acting)
  await stage.clock.advance(200_000)
  const made = ((await stage.get(`${stage.path}/deltas`)) as DeltaLike[]).filter(({ id }) => !before.has(id))
  demand(made.length <= 1, `${made.length} deltas were made`)
  const [delta] = made
  const isEmpty = outputOf(ended, 'empty') === 'true'
  if (!hasFailed(ended))
    demand((delta?.id ?? '') === outputOf(ended, 'delta-id') && isEmpty === !delta, 'its delta is not there')
  else if (delta) {
    const mark = /\([0-9a-f]{10}\)$/.exec(delta.metadata.name ?? '')?.[0] ?? 'no mark'
    demand(ended.said.includes(delta.id) || ended.said.includes(mark), 'it left a delta behind that it did not name')
  }
  return ended
}

export const createDeltaScenario: Scenario = async (stage) => {
  await createDeltaAndCheck(stage, { env, 'delta-file': 'delta.json' }, { files: { 'delta.json': deltaFile } })
}

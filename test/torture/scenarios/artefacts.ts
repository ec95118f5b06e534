import * as createDelta from '../../../src/actions/create-delta/main.ts'
import * as registerArtefact from '../../../src/actions/register-artefact/main.ts'
import type { Ended } from '../invariants.ts'
import type { Scenario, Stage } from '../stage.ts'
import { deployAndCheck, deployInputs, hasFailed, isInDoubt, outputOf } from './deployments.ts'

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

const registerAndCheck = async (stage: Stage, images: readonly string[]): Promise<Ended> => {
  const { draw, demand } = stage
  const inputs = { images: images.join('\n'), concurrency: String(draw.one([1, 3])) }
  const before = await versionsOf(stage, images)
  const ended = await stage.act('register-artefact', registerArtefact, { inputs, timeoutMs: draw.one(timeouts) })
  await stage.clock.advance(200_000)
  const versions = await versionsOf(stage, images)
  const items: Item[] = JSON.parse(outputOf(ended, 'result') || '[]')
  demand(items.length === images.length, 'not every image has a result')
  for (const item of items) {
    const wasThere = before.get(item.reference)?.length === 1
    checkItem(stage, { ended, item, wasThere }, versions.get(item.reference) ?? [])
  }
  return ended
}

export const registerScenario: Scenario = async (stage) => {
  const count = 1 + stage.draw.below(4)
  const images = Array.from({ length: count }, (_, index) => `registry.test/${stage.app}/web-${index}:1.0`)
  if (stage.draw.chance(0.2)) {
    const body = { type: 'container', name: `registry.test/${stage.app}/web-0`, version: '1.0', commit }
    await stage.call('POST', '/orgs/local-org/artefact-versions', body)
  }
  await registerAndCheck(stage, images)
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

export const createDeltaAndCheck = async (stage: Stage, inputs: Record<string, string>): Promise<Ended> => {
  const { demand, draw } = stage
  const before = new Set(((await stage.get(`${stage.path}/deltas`)) as DeltaLike[]).map(({ id }) => id))
  const acting = { inputs, files: { 'delta.json': deltaFile }, timeoutMs: draw.one(timeouts) }
  const ended = await stage.act('create-delta', createDelta, acting)
  await stage.clock.advance(200_000)
  const made = ((await stage.get(`${stage.path}/deltas`)) as DeltaLike[]).filter(({ id }) => !before.has(id))
  demand(made.length <= 1, `${made.length} deltas were made`)
  const [delta] = made
  if (!hasFailed(ended)) demand(delta?.id === outputOf(ended, 'delta-id'), 'its delta is not there')
  else if (delta) {
    const mark = /\([0-9a-f]{10}\)$/.exec(delta.metadata.name ?? '')?.[0] ?? 'no mark'
    demand(ended.said.includes(delta.id) || ended.said.includes(mark), 'it left a delta behind that it did not name')
  }
  return ended
}

export const createDeltaScenario: Scenario = async (stage) => {
  await createDeltaAndCheck(stage, { env: 'development', 'delta-file': 'delta.json' })
}

/** Each step gets what the one before has put out; the first that fails is the last. */
export const releaseScenario: Scenario = async (stage) => {
  const registered = await registerAndCheck(stage, [`registry.test/${stage.app}/web:2`])
  if (hasFailed(registered)) return
  const planned = await createDeltaAndCheck(stage, { env: 'development', 'delta-file': 'delta.json' })
  if (hasFailed(planned)) return
  const inputs = { ...deployInputs(stage), 'delta-id': outputOf(planned, 'delta-id') }
  const deployed = await deployAndCheck(stage, inputs)
  stage.demand(hasFailed(deployed) || !isInDoubt(deployed) || deployed.interruption !== undefined, 'it passed in doubt')
}

import { expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { aFolder, type Answer, type Call, caller, org, startProcess } from './an-orchestrator-process.ts'

/** What a writer makes, one after the other, each under a name of its own. */
const kinds = {
  applications: (call: Call, name: string) => call('POST', `${org}/apps`, { id: name, name }),
  environments: (call: Call, name: string) =>
    call('POST', `${org}/apps/shop/envs`, { id: name, name, type: 'development' }),
  deltas: (call: Call, name: string) => call('POST', `${org}/apps/shop/deltas`, { metadata: { name }, modules: {} }),
  versions: (call: Call, name: string) =>
    call('POST', `${org}/artefact-versions`, { type: 'container', name: 'web', version: name }),
  values: (call: Call, name: string) =>
    call('POST', `${org}/apps/shop/values`, {
      key: name.toUpperCase().replace('-', '_'),
      value: name,
      description: null,
    }),
}

type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

interface Listed {
  id: string
  value: string
  version: string
  metadata: { name: string }
  values: object
}

/** The names of what is there, in all its places. */
const whatIsThere = async (call: Call): Promise<Record<Kind, string[]>> => {
  const list = async (path: string) => (await call('GET', `${org}${path}`)).body as Listed[]
  const there = {
    applications: (await list('/apps')).map(({ id }) => id),
    environments: (await list('/apps/shop/envs')).map(({ id }) => id),
    deltas: (await list('/apps/shop/deltas')).map(({ metadata }) => metadata.name),
    versions: (await list('/artefact-versions')).map(({ version }) => version),
    values: (await list('/apps/shop/values')).map(({ value }) => value),
  }
  // Each value came with a version of the values of its own, and the last of those has them all.
  const versions = await list('/apps/shop/value-set-versions')
  expect(versions).toHaveLength(there.values.length)
  expect(Object.keys(versions[0]?.values ?? {})).toHaveLength(there.values.length)
  return there
}

/** How many of each kind the log of changes has: it is written with the last that a request does. */
const logged = async (call: Call): Promise<Record<Kind, number>> => {
  const counts = { applications: 0, environments: 0, deltas: 0, versions: 0, values: 0 }
  const kindOf: Record<string, Kind> = {
    [`${org}/apps`]: 'applications',
    [`${org}/apps/shop/envs`]: 'environments',
    [`${org}/apps/shop/deltas`]: 'deltas',
    [`${org}/artefact-versions`]: 'versions',
    [`${org}/apps/shop/values`]: 'values',
  }
  let path: string | undefined = `${org}/audit-logs?per_page=100`
  while (path !== undefined) {
    const { body, next }: Answer = await call('GET', path)
    for (const { request_path } of body as { request_path: string }[]) {
      const kind = kindOf[request_path]
      if (kind !== undefined) counts[kind] += 1
    }
    path = next
  }
  return counts
}

const kills = 6
const writers = 10

test('killed under load, again and again, it has kept all that it had answered, once, and nothing by half', async () => {
  const dataDir = aFolder()
  const acknowledged: Record<Kind, Set<string>> = {
    applications: new Set(['shop']),
    environments: new Set(['development']),
    deltas: new Set(),
    versions: new Set(),
    values: new Set(),
  }
  const asked: Record<Kind, Set<string>> = structuredClone(acknowledged)
  let made = 0

  const write = async (call: Call, kind: Kind, life: { isOver: boolean }) => {
    while (!life.isOver) {
      const name = `n-${(made += 1)}`
      asked[kind].add(name)
      try {
        const { status } = await kinds[kind](call, name)
        expect(status).toBeLessThan(300)
        acknowledged[kind].add(name)
      } catch (error) {
        // Without an answer nobody was promised anything.
        if (!life.isOver && !('code' in (error as object))) throw error
        return
      }
    }
  }

  const check = async (call: Call) => {
    const there = await whatIsThere(call)
    const changes = await logged(call)
    for (const kind of kindNames) {
      const names = new Set(there[kind])
      expect(names.size, `${kind}, each once`).toBe(there[kind].length)
      // The environment of the shop came with it.
      expect(changes[kind], `${kind} by half`).toBe(names.size - (kind === 'environments' ? 1 : 0))
      expect(
        [...acknowledged[kind]].filter((name) => !names.has(name)),
        `${kind} that are lost`,
      ).toEqual([])
      expect(
        [...names].filter((name) => !asked[kind].has(name)),
        `${kind} of nobody`,
      ).toEqual([])
      // What was there once stays, answered or not.
      for (const name of names) acknowledged[kind].add(name)
    }
    for (const name of there.applications) {
      const [pipelines, environments, criteria] = await Promise.all(
        ['pipelines', 'envs', 'pipeline-criteria'].map((part) => call('GET', `${org}/apps/${name}/${part}`)),
      )
      expect([pipelines?.body.length, criteria?.body.length], name).toEqual([1, 1])
      expect(environments?.body.length, name).toBeGreaterThan(0)
    }
  }

  const first = await startProcess(dataDir)
  const created = await caller(first.url)('POST', `${org}/apps`, { id: 'shop', name: 'Shop' })
  expect(created.status).toBe(201)
  let running = first
  for (let kill = 0; kill < kills; kill += 1) {
    const call = caller(running.url)
    const life = { isOver: false }
    const writing = Array.from({ length: writers }, (_, n) =>
      write(call, kindNames[n % kindNames.length] ?? 'deltas', life),
    )
    const enough = kindNames.map((kind) => ({ kind, size: acknowledged[kind].size + 2 }))
    while (enough.some(({ kind, size }) => acknowledged[kind].size < size)) await systemClock.sleep(5)
    // The moment is not chosen: whatever is being done then.
    await systemClock.sleep(37 * kill)
    running.child.kill('SIGKILL')
    expect(await running.ended).toEqual([null, 'SIGKILL'])
    life.isOver = true
    await Promise.all(writing)
    running = await startProcess(dataDir)
    expect(running.url, running.stderr()).toBeDefined()
    await check(caller(running.url))
  }
  for (const kind of kindNames) expect(acknowledged[kind].size, kind).toBeGreaterThan(kills)
  running.child.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
  expect(running.stderr()).toBe('')
}, 60_000)

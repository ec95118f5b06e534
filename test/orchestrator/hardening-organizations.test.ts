import { describe, expect, test } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import { type Called, type Started, startOrchestrator } from '../support/orchestrator.ts'
import { as } from './a-shop.ts'
import { asker, type Operation, operations } from './access/asking.ts'
import { callersOfRival } from './access/callers.ts'
import { requests, usualPath } from './access/requests.ts'
import { aWorld, type World } from './access/world.ts'

/**
 * Two organizations that look alike: `acme`, with one of everything, and `rival`, whose administrator, `stranger`, asks
 * for all that acme has under the ids that it has there.
 */
const furnishRival = async ({ call }: Pick<Started, 'call'>) => {
  const post = async (path: string, body: object) => {
    const answer = await call('POST', `/orgs/rival${path}`, body, as('stranger'))
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  }
  await post('/apps', { id: 'shop', name: 'Rival shop' })
  for (const id of ['dev', 'staging', 'spare', 'paused']) {
    await post('/apps/shop/envs', { id, name: id, type: 'development' })
  }
}

const reads = operations.filter(({ method }) => method === 'GET')
/** What asks about the caller itself, whoever it is, needs no organization. */
const inOrganization = operations.filter(({ path }) => path.startsWith('/orgs/{orgId}'))

const stringsIn = (value: unknown, found = new Set<string>()): Set<string> => {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) stringsIn(inner, found)
  }
  return found
}

/** What the administrator of acme reads, operation by operation. */
const everythingOfAcme = async (world: World): Promise<Record<string, unknown>> => {
  const ask = asker(world)
  const answers: Record<string, unknown> = {}
  for (const operation of reads) {
    const { status, body } = await ask('administrator', operation)
    if (status !== 200) throw new Error(`${operation.id}: ${status}`)
    answers[operation.id] = body
  }
  return answers
}

/** What rival reads where there is no acme, as what every organization begins with. */
const textsOfRival = async (world: World): Promise<Set<string>> => {
  const seed = JSON.stringify({ organizations: [{ id: 'rival', ...callersOfRival }] })
  const alone = startOrchestrator({ seed, random: systemRandom })
  await furnishRival(alone)
  const ask = asker({ ...world, call: alone.call })
  const found = new Set<string>()
  // Graphs are named by a hash of their content: two that are empty are alike.
  for (const operation of operations.filter(({ id }) => id === 'createDependencyGraph').concat(reads)) {
    const { status, body } = await ask('stranger', operation, { path: { orgId: 'rival' } })
    if (status === 200) stringsIn(body, found)
  }
  return found
}

/** What a request says itself comes back in answers, as in "'x' does not exist". */
const saidIn = (world: World, { id, path }: Operation): string => {
  const request = requests(world)[id]
  const parameters = { ...usualPath(world), ...request?.path }
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameters[name])
  return JSON.stringify([path, names, request?.query, request?.body])
}

/** Words, and times, are anybody's. */
const isTelling = (text: string) => text.length >= 6 && !/^[A-Za-z_]+$|^\d{4}-\d\d-\d\dT/.test(text)

describe('an administrator of another organization', () => {
  const open = async () => {
    const world = await aWorld()
    await furnishRival(world)
    const anybodys = await textsOfRival(world)
    const everything = await everythingOfAcme(world)
    const texts = [...stringsIn(everything)].filter((text) => isTelling(text) && !anybodys.has(text))
    const leaks = (operation: Operation, { body, headers }: Called): string[] => {
      const said = saidIn(world, operation)
      const answer = JSON.stringify([body, headers])
      return texts.filter((text) => !said.includes(text) && answer.includes(JSON.stringify(text).slice(1, -1)))
    }
    return { world, texts, everything, leaks }
  }
  test('has much to look for', async () => {
    const it = await open()
    expect(it.texts.length).toBeGreaterThan(100)
    for (const id of [it.world.deltaId, it.world.deployId, it.world.doneRun, it.world.keyId]) {
      expect(it.texts).toContain(id)
    }
  })

  test.each(['rival', 'acme'])('reads nothing of acme by any operation, asked of %s', async (orgId) => {
    const it = await open()
    const ask = asker(it.world)
    const found: Record<string, string[]> = {}
    for (const operation of reads) {
      const leaked = it.leaks(operation, await ask('stranger', operation, { path: { orgId } }))
      if (leaked.length > 0) found[operation.id] = leaked
    }
    expect(found).toEqual({})
  })

  test('changes nothing of acme by any operation on its own organization, and is told nothing of it', async () => {
    const it = await open()
    const ask = asker(it.world)
    const found: Record<string, unknown> = {}
    for (const operation of inOrganization) {
      const answer = await ask('stranger', operation, { path: { orgId: 'rival' } })
      const leaked = it.leaks(operation, answer)
      if (leaked.length > 0 || answer.status >= 500) found[operation.id] = { status: answer.status, leaked }
    }
    expect(found).toEqual({})
    expect(await everythingOfAcme(it.world)).toEqual(it.everything)
  })
})

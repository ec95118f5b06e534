import * as fc from 'fast-check'
import type { Called } from '../support/orchestrator.ts'
import { aShop, shop } from './a-shop.ts'

export interface ValueLike {
  key: string
  value: string
  is_secret: boolean
  source: 'app' | 'env'
}

export interface VersionLike {
  id: string
  values: Record<string, ValueLike>
  change: { op: string; path: string; value?: ValueLike }[]
  result_of: string
}

/** Where the values of the shop are: the application's own, without an environment. */
export const at = (envId?: string, app = shop) => (envId === undefined ? app : `${app}/envs/${envId}`)

const ok = async (answer: Promise<Called>) => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** What tests do with the values of an application. */
const verbs = ({ call }: Pick<ReturnType<typeof aShop>, 'call'>, app: string) => ({
  ok,
  call,
  at: (envId?: string) => at(envId, app),
  create: (key: string, value: string, envId?: string) =>
    ok(call('POST', `${at(envId, app)}/values`, { key, value, description: null })),
  patch: (key: string, value: string, envId?: string) =>
    ok(call('PATCH', `${at(envId, app)}/values/${key}`, { value })),
  remove: (key: string, envId?: string) => ok(call('DELETE', `${at(envId, app)}/values/${key}`)),
  values: async (envId?: string): Promise<Record<string, ValueLike>> => {
    const list = (await ok(call('GET', `${at(envId, app)}/values`))) as ValueLike[]
    return Object.fromEntries(list.map((each) => [each.key, each]))
  },
  /** Newest first. */
  versions: (envId?: string, query = ''): Promise<VersionLike[]> =>
    ok(call('GET', `${at(envId, app)}/value-set-versions${query}`)),
  version: (id: string, envId?: string): Promise<VersionLike> =>
    ok(call('GET', `${at(envId, app)}/value-set-versions/${id}`)),
  act: (action: string, versionId: string, envId?: string, body: object = {}) =>
    call('POST', `${at(envId, app)}/value-set-versions/${versionId}/${action}`, body),
})

export type ValueVerbs = ReturnType<typeof verbs>

export const aValueShop = (...options: Parameters<typeof aShop>) => {
  const made = aShop(...options)
  const environments = [
    { id: 'staging', name: 'Staging', type: 'development' },
    { id: 'production', name: 'Production', type: 'production' },
  ]
  let shops = 0
  return {
    ...made,
    ...verbs(made, shop),
    /** One more application with the environments staging and production. */
    anotherShop: async () => {
      shops += 1
      const id = `shop-${shops}`
      await ok(made.call('POST', '/orgs/local-org/apps', { id, name: id, env: environments[0] }))
      await ok(made.call('POST', `/orgs/local-org/apps/${id}/envs`, environments[1]))
      return verbs(made, `/orgs/local-org/apps/${id}`)
    },
  }
}

export const levels = [undefined, 'staging', 'production'] as const

/** Something that somebody tries with the values; it may be refused. `pick` chooses one of the versions. */
export interface Attempt {
  action: 'create' | 'update' | 'describe' | 'delete' | 'delete-all' | 'restore' | 'restore-key' | 'purge'
  level: (typeof levels)[number]
  key: string
  isSecret: boolean
  pick: number
}

/** A history of attempts. The weights are such that most of them succeed. */
export const attempts = (options: { purges?: boolean } = {}): fc.Arbitrary<Attempt[]> =>
  fc.array(
    fc.record({
      action: fc.oneof(
        { weight: 4, arbitrary: fc.constant('create' as const) },
        { weight: 4, arbitrary: fc.constant('update' as const) },
        { weight: 2, arbitrary: fc.constantFrom('describe' as const, 'delete' as const, 'delete-all' as const) },
        { weight: 2, arbitrary: fc.constantFrom('restore' as const, 'restore-key' as const) },
        { weight: options.purges ? 4 : 0, arbitrary: fc.constant('purge' as const) },
      ),
      level: fc.constantFrom(...levels),
      key: fc.constantFrom('A', 'B', '__proto__'),
      isSecret: fc.boolean(),
      pick: fc.nat(),
    }),
    { minLength: 4, maxLength: 16 },
  )

/** Makes one attempt; `text` is what is stored if it stores anything. */
export const attempt = async (verb: ValueVerbs, { action, level, key, isSecret, pick }: Attempt, text: string) => {
  const { call, versions, act } = verb
  const values = `${verb.at(level)}/values`
  if (action === 'create') return call('POST', values, { key, value: text, description: 'd', is_secret: isSecret })
  if (action === 'update') return call('PATCH', `${values}/${key}`, { value: text })
  if (action === 'describe') return call('PATCH', `${values}/${key}`, { description: `About ${pick}` })
  if (action === 'delete') return call('DELETE', `${values}/${key}`)
  if (action === 'delete-all') return call('DELETE', values)
  const known = await versions(level)
  const { id = 'none' } = known[pick % Math.max(1, known.length)] ?? {}
  return act(action === 'restore' ? 'restore' : `${action === 'purge' ? 'purge' : 'restore'}/${key}`, id, level)
}

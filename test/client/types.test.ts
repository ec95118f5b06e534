import { expectTypeOf, it } from 'vitest'

import type { Client } from '../../src/client/index.ts'
import type { BodyOf, OptionsArgument, OptionsOf } from '../../src/client/operation.ts'
import type { ApplicationRequest, AutomationRule, Delta, Environment, Run } from '../../src/contract/types.ts'

/*
 * What is not called is still compiled: these tests fail in `npm run types`. A line that is expected not to compile
 * fails there once it does.
 */

const app = { orgId: 'acme', appId: 'shop' }

it('a read gives the documented body, never without one', () => {
  expectTypeOf(async (client: Client) => {
    const answer = await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path: { ...app, envId: 'qa' } })
    expectTypeOf(answer.body).toEqualTypeOf<Environment>()
    expectTypeOf(answer.status).toEqualTypeOf<number>()
    expectTypeOf(answer.etag).toEqualTypeOf<string | undefined>()
  }).toBeFunction()
})

it('a write may be answered without a body, and one body or another', () => {
  expectTypeOf(async (client: Client) => {
    const delta = await client.post('/orgs/{orgId}/apps/{appId}/deltas', { path: app, body: {} })
    expectTypeOf(delta.body).toEqualTypeOf<string | Delta | undefined>()
    const deleted = await client.delete('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path: { ...app, envId: 'qa' } })
    expectTypeOf(deleted.body).toEqualTypeOf<undefined>()
  }).toBeFunction()
})

it('pages give items', () => {
  expectTypeOf((client: Client) => {
    const runs = client.pages('/orgs/{orgId}/pipeline-runs', { path: { orgId: 'acme' }, query: { per_page: 100 } })
    expectTypeOf(runs).toEqualTypeOf<AsyncIterable<Run>>()
    // @ts-expect-error one environment is no list
    return client.pages('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path: { ...app, envId: 'qa' } })
  }).toBeFunction()
})

it('an operation without parameters takes no options', () => {
  expectTypeOf((client: Client) => client.get('/current-user')).toBeFunction()
})

it('an optional parameter may be undefined', () => {
  expectTypeOf((client: Client) =>
    client.get('/orgs/{orgId}/pipeline-runs', { path: { orgId: 'acme' }, query: { page: undefined } }),
  ).toBeFunction()
})

it('refuses a path, a method or a parameter that the contract does not have', () => {
  expectTypeOf((client: Client) => [
    // @ts-expect-error no such path
    client.get('/orgs/{orgId}/nothing', { path: { orgId: 'acme' } }),
    // @ts-expect-error no such method there
    client.put('/orgs/{orgId}/apps', { path: { orgId: 'acme' }, body: {} }),
    // @ts-expect-error the application is missing
    client.get('/orgs/{orgId}/apps/{appId}', { path: { orgId: 'acme' } }),
    // @ts-expect-error nothing at all
    client.get('/orgs/{orgId}/apps/{appId}'),
    // @ts-expect-error a parameter that is none
    client.get('/orgs/{orgId}/apps/{appId}', { path: { ...app, envId: 'qa' } }),
    // @ts-expect-error a query that is none
    client.get('/orgs/{orgId}/pipeline-runs', { path: { orgId: 'acme' }, query: { pages: '2' } }),
    // @ts-expect-error an option that is none
    client.get('/orgs/{orgId}/apps/{appId}', { path: app, retries: 3 }),
    // @ts-expect-error a reading has no body
    client.get('/orgs/{orgId}/apps/{appId}', { path: app, body: {} }),
  ]).toBeFunction()
})

it('refuses a body that the contract does not have', () => {
  expectTypeOf<OptionsOf<{ requestBody: { content: { 'application/json': ApplicationRequest } } }>>().toHaveProperty(
    'body',
  )
  expectTypeOf((client: Client) => [
    // @ts-expect-error no body
    client.post('/orgs/{orgId}/apps', { path: { orgId: 'acme' } }),
    // @ts-expect-error a name that is a number
    client.post('/orgs/{orgId}/apps', { path: { orgId: 'acme' }, body: { id: 'shop', name: 3 } }),
    client.post('/orgs/{orgId}/apps', { path: { orgId: 'acme' }, body: { id: 'shop', name: 'Shop' } }),
  ]).toBeFunction()
})

it('a body that is not JSON comes as text with its type', () => {
  expectTypeOf((client: Client) => [
    client.post('/orgs/{orgId}/apps/{appId}/pipelines', {
      path: app,
      body: 'id: p',
      contentType: 'application/x-yaml',
    }),
    // @ts-expect-error as a value
    client.post('/orgs/{orgId}/apps/{appId}/pipelines', { path: app, body: { id: 'p' } }),
    // @ts-expect-error under another type
    client.post('/orgs/{orgId}/apps/{appId}/pipelines', { path: app, body: 'id: p', contentType: 'text/plain' }),
  ]).toBeFunction()
})

it('a key goes only where the API takes one', () => {
  const body = { trigger: 'deployment_request', env_id: 'staging' } as const
  expectTypeOf((client: Client) => [
    client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path: app, body, idempotencyKey: 'k' }),
    // @ts-expect-error the header has an option of its own
    client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', { path: app, body, headers: { 'Idempotency-Key': 'k' } }),
    // @ts-expect-error a delta takes none
    client.post('/orgs/{orgId}/apps/{appId}/deltas', { path: app, body: {}, idempotencyKey: 'k' }),
  ]).toBeFunction()
})

it('options may be left out only where nothing is required', () => {
  interface Bare {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    requestBody?: never
    responses: { 200: { content: { 'application/json': string[] } }; 204: { content?: never } }
  }
  interface Demanding {
    parameters: { query: { name: string }; header?: { 'If-Match'?: string }; path?: never }
    requestBody?: { content: { 'application/json': number } }
    responses: {
      '2XX': { content: { 'application/x-yaml': object } }
      default: { content: { 'application/json': Error } }
    }
  }
  expectTypeOf<[]>().toExtend<OptionsArgument<Bare>>()
  expectTypeOf<BodyOf<Bare>>().toEqualTypeOf<string[] | undefined>()
  expectTypeOf<[]>().not.toExtend<OptionsArgument<Demanding>>()
  expectTypeOf<{ query: { name: string }; headers: { 'If-Match': string }; body: 3 }>().toExtend<OptionsOf<Demanding>>()
  expectTypeOf<{ query: object }>().not.toExtend<OptionsOf<Demanding>>()
  expectTypeOf<BodyOf<Demanding>>().toEqualTypeOf<string>()
})

it('holds for shared values', () => {
  const place = { ...app, envId: 'qa' }
  const value = { key: 'COLOUR', value: 'red', description: null }
  expectTypeOf(async (client: Client) => {
    const made = await client.post('/orgs/{orgId}/apps/{appId}/envs/{envId}/values', { path: place, body: value })
    expectTypeOf(made.body?.source).toEqualTypeOf<'app' | 'env' | undefined>()
    const list = await client.get('/orgs/{orgId}/apps/{appId}/value-set-versions', {
      path: app,
      query: { key_changed: 'COLOUR' },
    })
    expectTypeOf(list.body[0]?.values['COLOUR']?.is_secret).toEqualTypeOf<boolean | undefined>()
    // @ts-expect-error a field that no value has
    return made.body?.secret
  }).toBeFunction()
  expectTypeOf((client: Client) => [
    // @ts-expect-error versions are under value-set-versions
    client.get('/orgs/{orgId}/apps/{appId}/values/versions', { path: app }),
    // @ts-expect-error the environment is missing
    client.post('/orgs/{orgId}/apps/{appId}/envs/{envId}/values', { path: app, body: value }),
    // @ts-expect-error versions are not found by key
    client.get('/orgs/{orgId}/apps/{appId}/value-set-versions', { path: app, query: { key: 'COLOUR' } }),
    // @ts-expect-error a field that the request does not have
    client.post('/orgs/{orgId}/apps/{appId}/values', { path: app, body: { ...value, secret: true } }),
    // @ts-expect-error a field of another type
    client.post('/orgs/{orgId}/apps/{appId}/values', { path: app, body: { ...value, is_secret: 'yes' } }),
    // @ts-expect-error a field is missing: whoever has nothing to say about a value says null
    client.post('/orgs/{orgId}/apps/{appId}/values', { path: app, body: { key: 'COLOUR', value: 'red' } }),
  ]).toBeFunction()
})

it('holds for resource definitions', () => {
  const org = { orgId: 'acme' }
  const definition = { id: 'db', name: 'Database', type: 'postgres', driver_type: 'humanitec/echo' }
  expectTypeOf(async (client: Client) => {
    const list = await client.get('/orgs/{orgId}/resources/defs', { path: org, query: { res_type: 'postgres' } })
    expectTypeOf(list.body[0]?.criteria?.[0]?.class).toEqualTypeOf<string | undefined>()
    // @ts-expect-error a field that definitions had under another name
    return list.body[0]?.driver
  }).toBeFunction()
  expectTypeOf((client: Client) => [
    client.delete('/orgs/{orgId}/resources/defs/{defId}', { path: { ...org, defId: 'db' }, query: { force: true } }),
    // @ts-expect-error no such path
    client.get('/orgs/{orgId}/resources/definitions', { path: org }),
    // @ts-expect-error a parameter under another name
    client.get('/orgs/{orgId}/resources/defs/{defId}', { path: { ...org, definitionId: 'db' } }),
    // @ts-expect-error a query of another type
    client.delete('/orgs/{orgId}/resources/defs/{defId}', { path: { ...org, defId: 'db' }, query: { force: 'yes' } }),
    // @ts-expect-error a field that the request does not have
    client.post('/orgs/{orgId}/resources/defs', { path: org, body: { ...definition, driver: 'humanitec/echo' } }),
    // @ts-expect-error a field of a field
    client.post('/orgs/{orgId}/resources/defs', { path: org, body: { ...definition, criteria: [{ app: 'shop' }] } }),
  ]).toBeFunction()
})

it('holds for automation rules and the audit log', () => {
  const place = { ...app, envId: 'qa' }
  expectTypeOf((client: Client) => {
    const entries = client.pages('/orgs/{orgId}/audit-logs', { path: { orgId: 'acme' }, query: { per_page: 100 } })
    expectTypeOf(entries).toExtend<AsyncIterable<{ request_path: string; response_status: number }>>()
    // @ts-expect-error the audit log is of an organization
    return client.pages('/orgs/{orgId}/audit-logs', { path: { orgId: 'acme', appId: 'shop' } })
  }).toBeFunction()
  expectTypeOf(async (client: Client) => {
    const rules = await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', { path: place })
    expectTypeOf(rules.body).toEqualTypeOf<AutomationRule[]>()
    // @ts-expect-error a field that rules do not have
    return rules.body[0]?.pattern
  }).toBeFunction()
  expectTypeOf((client: Client) => [
    client.post('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', { path: place, body: { type: 'update' } }),
    // @ts-expect-error a rule has a type
    client.post('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', { path: place, body: { match_ref: 'main' } }),
    client.post('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', {
      path: place,
      // @ts-expect-error a filter is a list
      body: { type: 'update', artefacts_filter: 'web' },
    }),
    // @ts-expect-error rules are replaced, not patched
    client.patch('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', {
      path: { ...place, ruleId: 'r' },
      body: {},
    }),
    // @ts-expect-error the path has no rule in it
    client.delete('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', { path: place }),
  ]).toBeFunction()
})

import { onTestFinished } from 'vitest'

import type { Client, ClientOptions } from '../../src/client/index.ts'
import { createClient } from '../../src/client/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import type { Script } from '../support/scripted-transport.ts'
import { scriptedTransport } from '../support/scripted-transport.ts'

export const TOKEN = 'secret-token-0123456789'

/** A client on answers from a list. The test fails if it leaves some of them. */
export const aClient = (script: Script[], options: Partial<ClientOptions> = {}) => {
  const clock = fakeClock({ auto: true })
  const transport = scriptedTransport(...script)
  onTestFinished(() => {
    if (transport.unused() > 0) throw new Error(`${transport.unused()} answers were never asked for`)
  })
  const client: Client = createClient({
    baseUrl: 'https://api.example.test',
    token: TOKEN,
    transport: transport.send,
    clock,
    random: { ...fakeRandom(), fraction: () => 0.5 },
    userAgent: 'humanitec-actions/1.2.3',
    ...options,
  })
  return { client, clock, requests: transport.requests }
}

const anEnvironment = { orgId: 'acme', appId: 'shop', envId: 'staging' }

export const getEnvironment = (client: Client, options: { signal?: AbortSignal; deadline?: number } = {}) =>
  client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path: anEnvironment, ...options })

export const requestDeployment = (client: Client, idempotencyKey?: string) =>
  client.post('/orgs/{orgId}/apps/{appId}/pipeline-runs', {
    path: { orgId: 'acme', appId: 'shop' },
    body: { trigger: 'deployment_request', env_id: 'staging' },
    idempotencyKey,
  })

export const createDelta = (client: Client) =>
  client.post('/orgs/{orgId}/apps/{appId}/deltas', { path: { orgId: 'acme', appId: 'shop' }, body: {} })

/** What a promise was rejected with. */
export const rejection = async (promise: Promise<unknown>): Promise<Error> => {
  try {
    await promise
  } catch (error) {
    if (error instanceof Error) return error
    throw new Error('rejected with something that is no error', { cause: error })
  }
  throw new Error('was not rejected')
}

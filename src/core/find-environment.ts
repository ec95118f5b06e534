import { hasStatus } from '../client/index.ts'
import type { Environment } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { getEnvironment } from './environment.ts'

/** Undefined when there is none. */
export const findEnvironment = (api: ApplicationApi, envId: string): Promise<Environment | undefined> =>
  getEnvironment(api, envId).catch((error: unknown) => {
    if (hasStatus(error, 404)) return undefined
    throw error
  })

/** Throws for an application that does not exist, where `findEnvironment` finds nothing. */
export const listEnvironments = async ({ client, orgId, appId }: ApplicationApi): Promise<Environment[]> => {
  const { body } = await client.get('/orgs/{orgId}/apps/{appId}/envs', { path: { orgId, appId } })
  return body ?? []
}

/** Why an environment is not the one that is meant, as a sentence without its full stop; undefined if it is. */
export const isAnother = ({ id, name }: Environment, expected: string | undefined): string | undefined => {
  if (expected === undefined || name === expected) return undefined
  return (
    `Environment '${id}' is called '${name}' and not '${expected}', so it was made for something else, ` +
    'or the repository has got another name since; it is left alone'
  )
}

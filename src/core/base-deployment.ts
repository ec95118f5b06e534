import { InputError } from '../errors.ts'
import type { ApplicationApi } from './application.ts'
import { findEnvironment } from './find-environment.ts'

/** Where an environment's next deployment is to start from: a deployment, or the last one of an environment. */
export type Base =
  | { readonly kind: 'environment'; readonly envId: string }
  | { readonly kind: 'deployment'; readonly deploymentId: string }

export interface BaseDeployment {
  readonly deploymentId: string
  /** What may not be meant so, as a sentence. */
  readonly warning?: string
}

/** `InputError` for an environment that does not exist, or that has nothing to start from. */
export const readBase = async (api: ApplicationApi, base: Base): Promise<BaseDeployment> => {
  if (base.kind === 'deployment') return base
  const { envId } = base
  const environment = await findEnvironment(api, envId)
  if (!environment) {
    const where = `application '${api.orgId}/${api.appId}'`
    throw new InputError(`Input 'from-env' is "${envId}", which is no environment of ${where}.`)
  }
  const { last_deploy: last } = environment
  if (!last) {
    throw new InputError(
      `Input 'from-env' is "${envId}", which has never been deployed, so there is nothing to start from. ` +
        "Deploy it first, or name another environment, or a deployment with 'from-deployment'.",
    )
  }
  if (last.status !== 'failed') return { deploymentId: last.id }
  const warning =
    `The last deployment of '${envId}', ${last.id}, has failed. What it brought is taken all the same; ` +
    "name another one with 'from-deployment' if that is not what you want."
  return { deploymentId: last.id, warning }
}

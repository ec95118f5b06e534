import { ruleFires } from '../contract/automation-rule.ts'
import type { AutomationRule } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { concurrently } from './concurrently.ts'
import { type ContainerImage, findVersion } from './register-artefact.ts'

/** A rule of an environment, and the images that it deploys by itself once they are registered. */
export interface FiringRule {
  readonly id: string
  readonly images: readonly ContainerImage[]
}

interface Built {
  readonly ref?: string | undefined
  readonly commit?: string | undefined
  /** How many images to look for at a time. */
  readonly concurrency: number
}

/** Which images each rule deploys. One whose pattern cannot be read here may deploy whatever its filter lets through. */
export const firingRules = (
  rules: readonly AutomationRule[],
  images: readonly ContainerImage[],
  ref: string | undefined,
): FiringRule[] =>
  rules
    .map((rule) => ({ id: rule.id, images: images.filter(({ name }) => ruleFires(rule, { name, ref }) !== false) }))
    .filter((rule) => rule.images.length > 0)

/** The rules of an environment that registering the images would set off: those of them that are registered set off none. */
export const findFiringRules = async (
  api: ApplicationApi,
  envId: string,
  images: readonly ContainerImage[],
  { ref, concurrency, ...built }: Built,
): Promise<FiringRule[]> => {
  const { client, orgId, appId } = api
  const path = { orgId, appId, envId }
  const rules = (await client.get('/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', { path })).body ?? []
  const meant = new Set(firingRules(rules, images, ref).flatMap((rule) => rule.images))
  const missing = await concurrently([...meant], concurrency, async (image) =>
    (await findVersion(api, image, built)) === undefined ? [image] : [],
  )
  return firingRules(rules, missing.flat(), ref)
}

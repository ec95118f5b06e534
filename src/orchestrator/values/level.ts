import { appScope } from '../parts.ts'

/** An application, or one environment of it, whose own values override the application's. */
export interface Level {
  orgId: string
  appId: string
  envId?: string
}

/** Both levels have the same operations, under these paths. */
export const levelPaths = ['/orgs/{orgId}/apps/{appId}', '/orgs/{orgId}/apps/{appId}/envs/{envId}'] as const

/** Where lies what belongs to the whole application. */
export const appScopeOf = ({ orgId, appId }: Level) => appScope(orgId, appId)

/** Where lies what belongs to this level alone. */
export const scopeOf = (level: Level) =>
  level.envId === undefined ? appScopeOf(level) : `${appScopeOf(level)}/${level.envId}`

export const nameOf = ({ orgId, appId, envId }: Level) =>
  envId === undefined ? `application '${orgId}/${appId}'` : `environment '${envId}'`

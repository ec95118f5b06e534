import { appScope } from '../parts.ts'

/** An application, or one environment of it, whose own values override the application's. */
export interface Level {
  orgId: string
  appId: string
  envId?: string
}

/** Where lies what belongs to the whole application. */
export const appScopeOf = ({ orgId, appId }: Level) => appScope(orgId, appId)

/** Where lies what belongs to this level alone. */
export const scopeOf = (level: Level) =>
  level.envId === undefined ? appScopeOf(level) : `${appScopeOf(level)}/${level.envId}`

export const nameOf = ({ orgId, appId, envId }: Level) =>
  envId === undefined ? `application '${orgId}/${appId}'` : `environment '${envId}'`

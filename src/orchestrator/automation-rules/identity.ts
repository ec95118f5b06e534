import { appPath, type Caller, envTypePath, orgPath } from '../auth.ts'

interface Reach {
  orgId: string
  appId: string
  envType: string
}

const prefix = 'automation-rules'

/**
 * ASSUMPTION: a rule deploys with an identity of the platform that may do just that where the rule is, and not with
 * the rights of whoever registers a version, who need not have any there.
 */
export const automationIdentity = ({ orgId, appId, envType }: Reach): Caller => ({
  id: `${prefix}/${orgId}/${appId}/${envType}`,
  name: 'Automation rules',
  type: 'system',
  created_at: '1970-01-01T00:00:00.000Z',
  properties: {},
  roles: {
    [orgPath(orgId)]: 'member',
    [appPath(orgId, appId)]: 'developer',
    [envTypePath(orgId, envType)]: 'deployer',
  },
})

/** The identity of that id; undefined when it is that of somebody else. No user's id has a slash. */
export const readAutomationIdentity = (id: string): Caller | undefined => {
  const [first, orgId, appId, envType, ...rest] = id.split('/')
  if (first !== prefix || !orgId || !appId || !envType || rest.length > 0) return undefined
  return automationIdentity({ orgId, appId, envType })
}

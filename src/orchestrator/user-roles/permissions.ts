import type { components } from '../../contract/schema.ts'
import { type Auth, type Caller, heldRoles, includedRoles, orgPath } from '../auth.ts'
import { forbidden, notFound } from '../errors.ts'

type Permissions = components['schemas']['SubjectPermissions']

/** What somebody may do in an organization: the roles on each thing with what they include, weakest first (assumption). */
export const permissionsIn = (auth: Auth, orgId: string, id: string, caller: Caller): Permissions => {
  // Everybody may look at their own, managers at everybody's (assumption).
  if (caller.id !== id && !auth.allows(caller, 'org:manager', orgId)) {
    throw forbidden(`${caller.name} needs the role 'manager' on organization '${orgId}' to see what others may do.`)
  }
  const subject = auth.user(id)
  if (!subject || !auth.allows(subject, 'org:member', orgId)) throw notFound('User', id, `organization '${orgId}'`)
  const isHere = (path: string) => path === orgPath(orgId) || path.startsWith(`${orgPath(orgId)}/`)
  const held = Map.groupBy(
    heldRoles(subject).filter(([path]) => isHere(path)),
    ([path]) => path,
  )
  const objects = [...held].map(([path, roles]) => {
    const permissions = [...new Set(roles.flatMap(([, role]) => includedRoles(role)))]
    return [path, { permissions }] as const
  })
  return { objects: Object.fromEntries(objects) }
}

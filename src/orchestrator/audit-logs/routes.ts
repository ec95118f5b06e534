import { route } from '../router.ts'
import type { AuditLogs } from './model.ts'

export const auditLogRoutes = (auditLogs: AuditLogs) => [
  route('get', '/orgs/{orgId}/audit-logs', 'org:administrator', ({ path, query, url }) => ({
    status: 200,
    ...auditLogs.list(path.orgId, query, url),
  })),
]

import { route } from '../router.ts'
import type { Agents } from './model.ts'

export const agentRoutes = (agents: Agents) => [
  route('get', '/orgs/{orgId}/agents', 'org:member', ({ path, query }) => ({
    status: 200,
    body: agents.list(path.orgId, query),
  })),
  route('post', '/orgs/{orgId}/agents', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: agents.create(path.orgId, body, caller),
  })),
  route('patch', '/orgs/{orgId}/agents/{agentId}', 'org:administrator', ({ path, body }) => ({
    status: 200,
    body: agents.describe(path.orgId, path.agentId, body.description),
  })),
  route('delete', '/orgs/{orgId}/agents/{agentId}', 'org:administrator', ({ path }) => {
    agents.delete(path.orgId, path.agentId)
    return { status: 204 }
  }),
  route('get', '/orgs/{orgId}/agents/{agentId}/keys', 'org:member', ({ path }) => ({
    status: 200,
    body: agents.keys(path.orgId, path.agentId),
  })),
  route('post', '/orgs/{orgId}/agents/{agentId}/keys', 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: agents.addKey(path.orgId, path.agentId, body.public_key, caller),
  })),
  route('delete', '/orgs/{orgId}/agents/{agentId}/keys/{fingerprint}', 'org:administrator', ({ path }) => {
    agents.deleteKey(path.orgId, path.agentId, path.fingerprint)
    return { status: 204 }
  }),
]

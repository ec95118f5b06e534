import { route } from '../router.ts'
import { accountTypes } from './account-types.ts'
import type { ResourceAccounts } from './model.ts'

const toAnswer = <T>(account: T | undefined) =>
  account === undefined ? { status: 204 as const } : { status: 200 as const, body: account }

export const resourceAccountRoutes = (accounts: ResourceAccounts) => [
  route('get', '/orgs/{orgId}/resources/account-types', 'org:member', () => ({ status: 200, body: [...accountTypes] })),
  route('get', '/orgs/{orgId}/resources/accounts', 'org:member', ({ path }) => ({
    status: 200,
    body: accounts.list(path.orgId),
  })),
  route('post', '/orgs/{orgId}/resources/accounts', 'org:administrator', ({ path, query, body, caller }) =>
    toAnswer(accounts.create(path.orgId, body, query, caller)),
  ),
  route('get', '/orgs/{orgId}/resources/accounts/{accId}', 'org:member', ({ path }) => ({
    status: 200,
    body: accounts.get(path.orgId, path.accId),
  })),
  route('patch', '/orgs/{orgId}/resources/accounts/{accId}', 'org:administrator', ({ path, query, body }) =>
    toAnswer(accounts.update(path.orgId, path.accId, body, query)),
  ),
  route('delete', '/orgs/{orgId}/resources/accounts/{accId}', 'org:administrator', ({ path }) => {
    accounts.delete(path.orgId, path.accId)
    return { status: 204 }
  }),
  route('post', '/orgs/{orgId}/resources/accounts/{accId}/actions/check', 'org:administrator', ({ path }) => ({
    status: 200,
    body: accounts.check(path.orgId, path.accId),
  })),
]

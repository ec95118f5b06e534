import { route } from '../router.ts'
import type { AutomationRules } from './model.ts'

export const automationRuleRoutes = (rules: AutomationRules) => [
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', 'app:viewer', ({ path }) => ({
    status: 200,
    body: rules.list(path),
  })),
  route('post', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules', 'app:developer', ({ path, body, caller }) => ({
    status: 201,
    body: rules.create(path, body, caller),
  })),
  route('get', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: rules.get(path, path.ruleId),
  })),
  route('put', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', 'app:developer', (call) => ({
    status: 200,
    body: rules.replace(call.path, call.path.ruleId, call.body, call.caller),
  })),
  route('delete', '/orgs/{orgId}/apps/{appId}/envs/{envId}/rules/{ruleId}', 'app:developer', ({ path, caller }) => {
    rules.delete(path, path.ruleId, caller)
    return { status: 204 }
  }),
]

import type { Mutation } from './mutation.ts'

/** Who may do what in the orchestrator, and who gets to see what is secret. */
export const accessMutations: readonly Mutation[] = [
  {
    name: 'Whoever has a token may do everything',
    file: 'src/orchestrator/app.ts',
    find: "auth.authorize(caller, route.access, parameters['orgId'], parameters['appId'])",
    replace: '',
    tests: ['test/orchestrator/app.test.ts'],
  },
  {
    name: 'A weaker role on an application is enough',
    file: 'src/orchestrator/auth.ts',
    find: 'applicationRoles.indexOf(role) >= least',
    replace: 'applicationRoles.includes(role) || least < 0',
    tests: ['test/orchestrator/access/deployers.test.ts', 'test/orchestrator/user-roles.test.ts'],
  },
  {
    name: 'A role in one organization counts in every other',
    file: 'src/orchestrator/auth.ts',
    find: 'const held = rolesOn(caller, orgPath(orgId))',
    replace: 'const held = heldRoles(caller).map(([, role]) => role)',
    tests: ['test/orchestrator/organizations.test.ts'],
  },
  {
    name: 'What a group may do is not for its members',
    file: 'src/orchestrator/auth.ts',
    find: 'inherited: found.groups.map((groupId) => subjects.get(groupId)?.roles ?? {})',
    replace: 'inherited: []',
    tests: ['test/orchestrator/groups.test.ts'],
  },
  {
    name: 'A manager gets rights of its own by the token of a stronger service user',
    file: 'src/orchestrator/tokens/model.ts',
    find: ' && covers(auth, caller, user)',
    replace: '',
    tests: ['test/orchestrator/tokens.test.ts'],
  },
  {
    name: 'A token is good for longer than it should be',
    file: 'src/orchestrator/auth.ts',
    find: 'Date.parse(known.expires_at) <= scheduler.now()',
    replace: "known.expires_at === ''",
    tests: ['test/orchestrator/tokens.test.ts'],
  },
  {
    name: 'Tokens lie in the file as they are',
    file: 'src/orchestrator/tokens/store.ts',
    find: "hash('sha256', secret)",
    replace: 'secret',
    tests: ['test/orchestrator/tokens.test.ts'],
  },
  {
    name: 'A deleted token goes on opening everything',
    file: 'src/orchestrator/tokens/store.ts',
    find: 'keys.delete(scope, found.hash)',
    replace: '',
    tests: ['test/orchestrator/tokens.test.ts'],
  },
  {
    name: 'The text of a secret stands in the list of values and their versions',
    file: 'src/orchestrator/values/revisions.ts',
    find: "value: isOpen ? content.text : ''",
    replace: "value: 'text' in content ? content.text : ''",
    tests: ['test/orchestrator/values-secret.test.ts'],
  },
  {
    name: 'A purge leaves the text of the secret behind',
    file: 'src/orchestrator/values/revisions.ts',
    find: 'for (const id of secretIds(erased)) texts.delete(scope, id)',
    replace: '',
    tests: ['test/orchestrator/value-set-purge.test.ts'],
  },
  {
    name: 'Somebody approves who may not deploy',
    file: 'src/orchestrator/approvals/model.ts',
    find: 'neighbours.mayDeploy(caller, { orgId, appId, envId: approval.env_id })',
    replace: '',
    tests: ['test/orchestrator/approvals.test.ts'],
  },
]

import { appPath, type Caller, envTypePath, orgPath } from '../auth.ts'
import { forbidden } from '../errors.ts'
import type { Run } from '../runs/records.ts'
import type { PipelineDefinition } from './definition/definition.ts'

/**
 * Whose rights a run has: those of its starter, or of a service identity with the roles that the pipeline asks for.
 * ASSUMPTION: a pipeline that asks for none may do in its application what the platform itself may.
 */
export const identityOf = (
  run: Run,
  { permissions, name }: Pick<PipelineDefinition, 'permissions' | 'name'>,
  user: (id: string) => Caller | undefined,
): Caller => {
  if (permissions === 'inherit') {
    const starter = user(run.run_as)
    if (!starter) throw forbidden(`User '${run.run_as}', with whose rights the run goes on, does not exist any more.`)
    return starter
  }
  const { org_id: orgId, app_id: appId } = run
  const roles =
    permissions === undefined
      ? { [orgPath(orgId)]: 'administrator' }
      : {
          [orgPath(orgId)]: 'member',
          ...(permissions.application ? { [appPath(orgId, appId)]: permissions.application } : {}),
          ...Object.fromEntries(
            Object.entries(permissions.environmentTypes).map(([type, role]) => [envTypePath(orgId, type), role]),
          ),
        }
  return {
    id: run.run_as,
    name: `Pipeline ${name}`,
    type: 'service',
    created_at: run.created_at,
    properties: {},
    roles,
  }
}

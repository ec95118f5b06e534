import type { DeploymentError } from '../cluster/model.ts'

/** Assumption: which code the platform has for this is not known. */
const code = 'WLP-001'

/** Why a set cannot be deployed: an error for each workload with a profile that there is not. */
export const unknownProfiles = (
  modules: Record<string, unknown>,
  exists: (profile: string) => boolean,
): DeploymentError[] =>
  Object.entries(modules).flatMap(([name, module]) => {
    const { profile } = module as { profile: string }
    if (exists(profile)) return []
    return {
      code,
      error_type: 'workload',
      scope: 'workload',
      object_id: name,
      summary: `Workload '${name}' has a profile that does not exist`,
      message: `Workload '${name}' has the profile '${profile}', which does not exist: name a built-in one, such as 'humanitec/default-module', or one of the organization's own.`,
    }
  })

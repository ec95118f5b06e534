import type { DeploymentError } from '../cluster/model.ts'

/** What is deployed: workloads, and the resources that they share. */
export interface Content {
  modules: Record<string, unknown>
  shared: Record<string, unknown>
}

/** Assumption: which codes the platform has for values is not known. */
const codes = { purged: 'VAL-001', unresolved: 'VAL-002' }

export const purgedError = (envId: string, key: string, versionId: string): DeploymentError => ({
  code: codes.purged,
  error_type: 'value',
  scope: 'environment',
  object_id: envId,
  summary: `Value '${key}' was purged`,
  message: `Value '${key}' of value set version '${versionId}' was purged: deploy with a version that does not have it.`,
})

/** The keys that a part of a set mentions, as `${values.KEY}`. */
const keysIn = (part: unknown): Set<string> => {
  const mentions = JSON.stringify(part).matchAll(/\$\{values\.([A-Za-z0-9_.-]+)\}/g)
  return new Set([...mentions].flatMap(([, key]) => key ?? []))
}

/** An error for each value that a workload or a shared resource mentions and that cannot be had, for what `fault` says. */
export const unresolvedErrors = (
  { modules, shared }: Content,
  fault: (key: string) => string | undefined,
): DeploymentError[] => {
  const errorsIn = (scope: 'workload' | 'resource', parts: Record<string, unknown>) =>
    Object.entries(parts).flatMap(([name, part]) =>
      [...keysIn(part)].flatMap((key) => {
        const reason = fault(key)
        if (reason === undefined) return []
        return {
          code: codes.unresolved,
          error_type: 'value',
          scope,
          object_id: name,
          summary: `Value '${key}' cannot be resolved`,
          message: `\${values.${key}} in ${scope} '${name}' names a shared value ${reason}.`,
        }
      }),
    )
  return [...errorsIn('workload', modules), ...errorsIn('resource', shared)]
}

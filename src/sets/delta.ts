import type { Delta, DeploymentSet } from './types.ts'

export const emptySet: DeploymentSet = { modules: {}, shared: {} }

export const emptyDelta: Delta = { modules: { add: {}, remove: [], update: {} }, shared: [] }

/** True if no part names anything; a delta may still change nothing, which only applying it can tell. */
export const isEmptyDelta = ({ modules, shared }: Delta) =>
  Object.keys(modules.add).length === 0 &&
  modules.remove.length === 0 &&
  Object.values(modules.update).every((actions) => actions.length === 0) &&
  shared.length === 0

/** Why a delta cannot be read, merged or applied. */
export interface Problem {
  /** The module's id, `shared` for the shared resources, empty where the delta as a whole is malformed. */
  readonly module: string
  /** The action's path inside the module; for a malformed delta, the place in its body. */
  readonly path: string
  readonly op?: string
  readonly reason: string
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value })

export const failed = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem })

/** One line for people: `web: cannot replace /spec/x: nothing is there …`. Its parts are untrusted text. */
export const describeProblem = ({ module, path, op, reason }: Problem) => {
  const what = op === undefined ? path : `cannot ${op} ${path || '""'}`
  return [module, what, reason].filter((part) => part !== '').join(': ')
}

/** One thing that is wrong with a pipeline file. */
export interface Problem {
  /** From 1, as editors count. */
  readonly line: number
  /** From 1, as editors count. */
  readonly column: number
  /** Where in the tree: `jobs.build.steps[0].uses`; empty for the file as a whole. */
  readonly path: string
  readonly found: string
  readonly expected: string
  readonly message: string
}

export type Report = (problem: { offset: number; path: string; found: string; expected: string }) => void

/** The path of a member, with `["…"]` for keys that would not read as one word. */
export const memberPath = (path: string, key: string): string => {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key.slice(0, 100))}]`
  return path === '' ? key : `${path}.${key}`
}

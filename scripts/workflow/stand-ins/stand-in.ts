/** What runs here in place of an action that is not ours. It prints that it is one. */
export interface StandIn {
  /** Inputs of the real action that it acts on. Others are accepted, and said to have no effect. */
  readonly inputs: readonly string[]
  /** Throws to fail the step. Gives the step's outputs. */
  readonly run: (call: StandInCall) => Promise<Record<string, string>>
}

interface StandInCall {
  /** As the real action reads them: trimmed, `''` when absent. */
  readonly input: (name: string) => string
  readonly workspace: string
  /** The repository that is being worked on, as it is on this machine. */
  readonly source: string
  readonly repository: string
  readonly ref: string
  readonly sha: string
  readonly print: (line: string) => void
  readonly mask: (value: string) => void
}

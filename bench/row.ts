export type Unit = 'ratio' | 'bytes' | 'calls' | 'MiB' | 'requests/s' | 'polls'

/** One line of the table. */
export interface Row {
  /** Its key in `budget.json` and in earlier results. */
  readonly id: string
  readonly what: string
  readonly unit: Unit
  /** A median where there were several runs. */
  readonly value: number
  /** The middle half of the runs. */
  readonly spread?: readonly [number, number]
  /** The absolute figures behind a ratio, for the curious: they belong to the machine. */
  readonly note?: string
}

/** What a goal and a budget say about a row; a value beyond `limit` fails. */
export interface Budget {
  readonly goal: number
  /** The goal, or what is reached instead of it, and as much as the measure is known to waver. */
  readonly limit: number
  readonly better: 'less' | 'more'
}

export interface Options {
  /** Fewer runs, and no rows that take minutes. */
  readonly quick: boolean
}

/** A group of rows that are measured together. */
export interface Bench {
  readonly name: string
  readonly rows: (options: Options) => Promise<Row[]>
  /** Takes too long, or wavers too much, for every push. */
  readonly slow?: boolean
}

const at = (sorted: readonly number[], share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN

export const summarise = (values: readonly number[]): { value: number; spread: readonly [number, number] } => {
  const sorted = [...values].sort((a, b) => a - b)
  return { value: at(sorted, 0.5), spread: [at(sorted, 0.25), at(sorted, 0.75)] }
}

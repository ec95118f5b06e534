import type { Ended } from '../invariants.ts'
import type { Stage } from '../stage.ts'

/** In which most of it happens. */
export const env = 'development'

export const flag = ({ draw }: Stage, probability = 0.5) => String(draw.chance(probability))

export const outputOf = ({ runner }: Ended, name: string): string => runner.outputs[name] ?? ''
export const hasFailed = ({ runner }: Ended): boolean => runner.exitCode === 1
/** Says that it does not know, and so hides nothing. */
export const isInDoubt = ({ said }: Pick<Ended, 'said'>): boolean =>
  /not known|may go on|goes on by itself|may have been|may or may not|may be gone/.test(said)

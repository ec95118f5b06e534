import { dirname, join } from 'node:path'
import type { Step } from '../step.ts'
import { start } from './start.ts'

/** The orchestrator's command line lies beside the stub that runs here, in `dist/`. */
const script = () => join(dirname(process.argv[1] ?? ''), '../orchestrator/index.js')

/** Starts the orchestrator for the rest of the job. */
export const main = (step: Step): Promise<void> => start(step, script())

export { post } from './post.ts'

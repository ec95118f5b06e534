import { firstOf } from '../../first-of.ts'
import { checkDepth } from '../depth.ts'
import { badRequest } from '../errors.ts'
import { completeSet } from '../sets/content.ts'
import { convertScore, type ScoreRequest, type ScoreSet } from './convert.ts'
import type { ScoreProblem } from './types.ts'

/** A hostile specification has no end of them. */
const mostProblems = 20

const describe = ({ path, message }: ScoreProblem) => (path === '' ? message : `${path} ${message}`)

/** Throws 400 that lists the first problems, each with its place, and says how many more there are. */
export const toScoreSet = (request: ScoreRequest): ScoreSet => {
  checkDepth('The request', request)
  const converted = convertScore(request)
  // As it will be stored: what is converted once more and has not changed is no difference.
  if (converted.ok) return completeSet(converted.set) as ScoreSet
  const { problems } = converted
  const list = firstOf(problems.map(describe), mostProblems, '; ')
  throw badRequest(`The Score specification is invalid: ${list}.`, { problems: problems.slice(0, mostProblems) })
}

import { isDeepStrictEqual } from 'node:util'
import { asList, asMap, isMap, type Json } from './model.ts'

export type MatrixCell = Readonly<Record<string, Json>>

/** The most jobs one matrix may make, on GitHub and here. */
const MAX_CELLS = 256

/**
 * The combinations of a `strategy.matrix`, in GitHub's order: the lists multiplied, minus `exclude`, and then each
 * `include` added to the combinations it agrees with, or as one of its own where it agrees with none.
 */
export const expandMatrix = (matrix: Json): MatrixCell[] => {
  if (!isMap(matrix)) throw new Error('strategy.matrix must be a map of lists')
  const { include, exclude, ...axes } = matrix
  const excluded = asList(exclude).map(asMap)
  const originals = multiply(axes).filter((cell) => !excluded.some((entry) => agrees(entry, cell)))
  const cells = addIncludes(originals, asList(include).map(asMap), Object.keys(axes))
  if (cells.length === 0) throw new Error('strategy.matrix has no combination')
  if (cells.length > MAX_CELLS)
    throw new Error(`strategy.matrix has ${cells.length} combinations, at most ${MAX_CELLS}`)
  return cells
}

const multiply = (axes: Record<string, Json>): MatrixCell[] => {
  const entries = Object.entries(axes)
  if (entries.length === 0) return []
  return entries.reduce<MatrixCell[]>(
    (cells, [name, values]) => {
      if (!Array.isArray(values)) throw new Error(`strategy.matrix.${name} must be a list`)
      return cells.flatMap((cell) => values.map((value) => Object.assign({}, cell, { [name]: value })))
    },
    [{}],
  )
}

const agrees = (entry: MatrixCell, cell: MatrixCell) =>
  Object.entries(entry).every(([name, value]) => isDeepStrictEqual(cell[name], value))

const addIncludes = (originals: MatrixCell[], includes: MatrixCell[], axes: string[]): MatrixCell[] => {
  const extended = originals.map((cell) => ({ cell, extras: {} as MatrixCell }))
  const added: MatrixCell[] = []
  for (const entry of includes) {
    const onAxes = Object.fromEntries(Object.entries(entry).filter(([name]) => axes.includes(name)))
    const matching = extended.filter(({ cell }) => agrees(onAxes, cell))
    for (const match of matching) match.extras = { ...match.extras, ...entry }
    if (matching.length === 0) added.push(entry)
  }
  return [...extended.map(({ cell, extras }) => Object.assign({}, cell, extras)), ...added]
}

import { badRequest } from './errors.ts'

/** 400 for an id that no path can name, a dot or two or half a character: what has it could never be deleted. */
export const requireNameable = (id: string) => {
  if (!id.isWellFormed() || id === '.' || id === '..')
    throw badRequest(`The id ${JSON.stringify(id)} cannot stand in a path.`)
}

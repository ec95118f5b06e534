import { badRequest } from './errors.ts'

/** Far beyond what anybody writes, and far from where JSON.stringify runs out of stack. */
const maxDepth = 500

/** Throws 400 for a value that could not be written as JSON again. Keeps its own stack, so that it needs none. */
export const checkDepth = (name: string, value: unknown) => {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth === maxDepth) throw badRequest(`${name} is nested more than ${maxDepth} levels deep.`)
    for (const child of Object.values(next.value)) open.push({ value: child, depth: next.depth + 1 })
  }
}

import { contractOperations } from '../../../src/contract/validation/operations.ts'
import { type Caller, tokenOf } from './callers.ts'
import { type Request, requests, usualPath } from './requests.ts'
import type { Called } from '../../support/orchestrator.ts'
import type { World } from './world.ts'

export interface Operation {
  id: string
  method: string
  path: string
}

/** What takes things away that others look at comes late, most of all what takes everything away. */
const late = [/^purge/, /^delete(?!All|Jobs$|Application$)/, /^delete(?:All|Jobs$)/, /^deleteApplication$/]
const lateness = ({ id }: Operation) => late.findIndex((pattern) => pattern.test(id))

/** Every operation of the contract, in an order in which one does not get into the way of another. */
export const operations: readonly Operation[] = contractOperations()
  .flatMap(([path, all]) =>
    [...all.values()].map(({ operationId: id, method }): Operation => ({ id, method: method.toUpperCase(), path })),
  )
  .sort((one, other) => lateness(one) - lateness(other))

/** The sentence of a refusal, in whichever of its forms it comes; undefined where the contract gives it no body. */
export const reasonOf = ({ body }: Called): string | undefined =>
  typeof body === 'string' ? body : (body?.message ?? body?.error)

/** The code of a refusal, where it has one beside its sentence. */
export const codeOf = ({ body }: Called): string | undefined => (body?.message === undefined ? undefined : body.error)

const authorization = (world: World, caller: Caller): Record<string, string> => {
  // `call` puts the token of its administrator where this is absent.
  if (caller === 'nobody') return { authorization: '' }
  const token = caller === 'somebody with an expired token' ? world.expired : tokenOf(caller)
  return { authorization: `Bearer ${token}` }
}

/** How to ask for operations in this world; `instead` takes the place of parts of the request. */
export const asker = (world: World) => {
  const usual = usualPath(world)
  const special = requests(world)

  return (caller: Caller, { id, method, path }: Operation, instead: Request = {}) => {
    const request = { ...special[id], ...instead }
    const parameters = { ...usual, ...special[id]?.path, ...instead.path }
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const parameter = parameters[name]
      if (parameter === undefined) throw new Error(`${id} needs the parameter ${name}`)
      return encodeURIComponent(parameter)
    })
    const query = request.query === undefined ? '' : `?${request.query}`
    return world.call(method, `${filled}${query}`, request.body, {
      ...authorization(world, caller),
      ...(request.type === undefined ? {} : { 'content-type': request.type }),
    })
  }
}

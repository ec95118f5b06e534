import { hasStatus, isUnknownEffect, requireBody } from '../client/index.ts'
import type { Delta as StoredDelta, DeltaRequest } from '../contract/types.ts'
import { InputError, NetworkError } from '../errors.ts'
import { isObject, jsonEqual, ownValue } from '../sets/json.ts'
import { normaliseDelta } from '../sets/normalise.ts'
import type { Delta, Json } from '../sets/types.ts'
import type { ApplicationApi } from './application.ts'
import { type LookBack, readBack } from './read-back.ts'

const deltasPath = '/orgs/{orgId}/apps/{appId}/deltas'
const deltaPath = `${deltasPath}/{deltaId}` as const

/** A delta as the server has it; the content is undefined where it did not say. */
export interface Written {
  readonly id: string
  readonly content: Delta | undefined
}

// The algebra's types only know that modules are JSON.
const toBody = ({ modules, shared }: Delta) => ({ modules, shared }) as unknown as DeltaRequest

const contentOf = (answer: unknown): Delta | undefined => {
  // Any part of a delta may be missing in what people write; an answer without `modules` says nothing about them.
  if (!isObject(answer) || !isObject(ownValue(answer, 'modules'))) return undefined
  const read = normaliseDelta(answer)
  return read.ok ? read.value : undefined
}

/** A delta that changes can be added to. `InputError` for one that does not exist or is archived. */
export const getOpenDelta = async (
  { client, orgId, appId }: ApplicationApi,
  deltaId: string,
): Promise<{ delta: Delta; envId: string | undefined }> => {
  const { body } = await client.get(deltaPath, { path: { orgId, appId, deltaId } }).catch((cause: unknown) => {
    if (!hasStatus(cause, 404)) throw cause
    const problem = `which is no delta of application '${orgId}/${appId}'`
    throw new InputError(`Input 'delta-id' is "${deltaId}", ${problem}. Leave it out to have one made.`, { cause })
  })
  if (body.metadata.archived) {
    throw new InputError(
      `Input 'delta-id' is "${deltaId}", which is archived, as deltas are once they are deployed: it cannot be changed ` +
        'any more. Leave it out to have a new one made.',
    )
  }
  const delta = contentOf(body)
  if (delta) return { delta, envId: body.metadata.env_id }
  throw new NetworkError(`The answer about delta '${deltaId}' is none that this action can read`, {
    sent: true,
    retryable: false,
  })
}

const unknownEffect = (cause: unknown, { signal }: ApplicationApi, advice: string) => {
  const why = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)
  const what = signal?.aborted ? `The job was cancelled while the delta was being written (${why})` : why
  return new NetworkError(`${what}. ${advice}`, { cause, retryable: false })
}

/** Sends a write that cannot be repeated; after a lost answer, looks for what it would have left. */
const writeOnce = async (
  api: ApplicationApi,
  { send, find, advice }: { send(): Promise<Written>; find: LookBack<Written>; advice: string },
): Promise<Written> => {
  try {
    return await send()
  } catch (error) {
    if (!api.signal?.aborted && !isUnknownEffect(error)) throw error
    const found = await readBack(api, find)
    if (found) return found
    throw unknownEffect(error, api, advice)
  }
}

/** Stores a new delta. Its name ends with a mark of its own, by which it is found again if the answer is lost. */
export const postDelta = async (
  api: ApplicationApi,
  { envId, name, delta }: { envId: string; name: string; delta: Delta },
): Promise<Written> => {
  const { client, orgId, appId, random } = api
  const path = { orgId, appId }
  const mark = `(${random.hex(5)})`
  const body: DeltaRequest = { metadata: { env_id: envId, name: `${name} ${mark}` }, ...toBody(delta) }
  return writeOnce(api, {
    send: async () => {
      const { id, content } = readAnswer(requireBody(await client.post(deltasPath, { path, body })))
      if (id !== '') return { id, content }
      throw new NetworkError('POST of the delta was answered without its id', { sent: true, retryable: false })
    },
    find: async (limits) => {
      for await (const stored of client.pages(deltasPath, { path, query: { env: envId }, ...limits })) {
        if (stored.metadata.name?.endsWith(mark)) return readAnswer(stored)
      }
      return undefined
    },
    advice:
      `Whether the delta was made is not known: look among the deltas of application '${orgId}/${appId}' for one ` +
      `whose name ends with ${mark}. Running this again makes another one, which does no harm`,
  })
}

/** The whole delta, or its bare id. */
const readAnswer = (answer: string | StoredDelta): Written => {
  if (typeof answer === 'string') return { id: answer, content: undefined }
  const id: unknown = answer.id
  return { id: typeof id === 'string' ? id : '', content: contentOf(answer) }
}

/** Adds changes to a stored delta, all of them or none. `expected` is what should come out. */
export const patchDelta = async (
  api: ApplicationApi,
  { deltaId, parts, expected }: { deltaId: string; parts: readonly Delta[]; expected: Delta },
): Promise<Written> => {
  const { client, orgId, appId } = api
  const path = { orgId, appId, deltaId }
  return writeOnce(api, {
    send: async () => {
      const answer = requireBody(await client.patch(deltaPath, { path, body: parts.map(toBody) }))
      return { id: deltaId, content: contentOf(answer) }
    },
    find: async (limits) => {
      const content = contentOf((await client.get(deltaPath, { path, ...limits })).body)
      return content && hasContent(content, expected) ? { id: deltaId, content } : undefined
    },
    advice:
      `Whether delta '${deltaId}' of application '${orgId}/${appId}' has taken the changes is not known: ` +
      'compare its content before you run this again',
  })
}

/** Servers fill in what a whole module leaves out; everything that was sent has to be there. */
const covers = (stored: Json | undefined, sent: Json): boolean => {
  if (stored === undefined) return false
  if (!isObject(stored) || !isObject(sent)) return jsonEqual(stored, sent)
  return Object.entries(sent).every(([key, value]) => value === null || covers(ownValue(stored, key), value))
}

const sortedIds = ({ modules }: Delta): Json => [...modules.remove].sort()

const hasContent = (stored: Delta, expected: Delta): boolean => {
  const isSame = (of: (delta: Delta) => unknown) => jsonEqual(of(stored) as Json, of(expected) as Json)
  return (
    isSame(sortedIds) &&
    isSame(({ modules }) => modules.update) &&
    isSame(({ shared }) => shared) &&
    isSame(({ modules }) => Object.keys(modules.add).sort()) &&
    covers(stored.modules.add, expected.modules.add)
  )
}

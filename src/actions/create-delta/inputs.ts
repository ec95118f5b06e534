import type { DeltaWishes } from '../../core/create-delta.ts'
import type { ImageRequest } from '../../core/image-changes.ts'
import { InputError } from '../../errors.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { isObject } from '../../sets/json.ts'
import { normaliseDelta } from '../../sets/normalise.ts'
import { describeProblem } from '../../sets/problem.ts'
import type { Delta } from '../../sets/types.ts'
import { plainLine } from '../../text/control.ts'
import { cutCharacters } from '../../text/cut.ts'
import { type Connection, readConnection } from '../connection.ts'
import { readImage } from '../read-image.ts'
import { readScore } from './score.ts'

export interface CreateDeltaInputs {
  readonly connection: Connection
  /** Without a name where none is given. */
  readonly wishes: Omit<DeltaWishes, 'name'> & { readonly name: string | undefined }
  readonly failIfEmpty: boolean
  readonly summary: boolean
}

const fiveMinutes = 5 * 60 * 1000
const longestName = 200

const isWorkload = (text: string) => /^[A-Za-z0-9][\w.-]*$/.test(text)

/** `workload=reference` pairs: lines, a list of such lines, or a mapping. */
const readPairs = async (inputs: Inputs): Promise<(readonly [string, string])[]> => {
  const text = inputs.text('images') ?? ''
  if (!text.startsWith('[') && !text.startsWith('- ')) return [...(await inputs.mapping('images', 'workload=image'))]
  const lines = await inputs.list('images')
  return lines.map((line) => {
    const equals = line.indexOf('=')
    if (equals < 1) inputs.refuse('images', `has an item that is not workload=image: ${JSON.stringify(line)}`)
    return [line.slice(0, equals).trim(), line.slice(equals + 1).trim()] as const
  })
}

const readImages = async (inputs: Inputs): Promise<ImageRequest[]> =>
  (await readPairs(inputs)).map(([target, reference]) => {
    const shown = JSON.stringify(`${target}=${reference}`)
    const [workload = '', container, ...rest] = target.split('/')
    if (rest.length > 0 || !isWorkload(workload) || (container !== undefined && !isWorkload(container))) {
      inputs.refuse('images', `has ${shown}. Write workload=image or workload/container=image`)
    }
    const image = readImage(reference, 'Write one workload=image a line')
    if (!image.ok) return inputs.refuse('images', `has the image ${JSON.stringify(reference)}: it ${image.reason}`)
    return { workload, container, image: image.value }
  })

const readRemove = async (inputs: Inputs): Promise<string[]> => {
  const ids = await inputs.list('remove')
  const wrong = ids.find((id) => !isWorkload(id))
  if (wrong !== undefined) inputs.refuse('remove', `has ${JSON.stringify(wrong)}, which is no id of a workload`)
  return ids
}

const deltaKeys = new Set(['modules', 'shared', 'id', 'metadata'])
const moduleKeys = new Set(['add', 'remove', 'update', 'updates'])

/** What is spelled wrong would be left out without a word. */
const unknownKey = (body: unknown): string | undefined => {
  if (!isObject(body)) return undefined
  const { modules } = body
  const inner = isObject(modules) ? Object.keys(modules).find((key) => !moduleKeys.has(key)) : undefined
  return Object.keys(body).find((key) => !deltaKeys.has(key)) ?? (inner === undefined ? undefined : `modules.${inner}`)
}

const toDelta = (inputs: Inputs, input: string, body: unknown): Delta => {
  const unknown = unknownKey(body)
  if (unknown !== undefined) {
    inputs.refuse(input, `has the key ${JSON.stringify(unknown)}. A delta has modules (add, remove, update) and shared`)
  }
  const read = normaliseDelta(body)
  return read.ok ? read.value : inputs.refuse(input, `is not a delta: ${describeProblem(read.problem)}`)
}

/** In the order in which they are merged. */
const readDeltas = async (inputs: Inputs): Promise<{ input: string; delta: Delta }[]> => {
  const bodies = [
    ['delta-file', await inputs.jsonFile('delta-file')],
    ['delta', await inputs.json('delta')],
  ] as const
  return bodies.flatMap(([input, body]) => (body === undefined ? [] : [{ input, delta: toDelta(inputs, input, body) }]))
}

const readName = (inputs: Inputs): string | undefined => {
  const name = inputs.text('name')
  return name === undefined ? undefined : cutCharacters(plainLine(name), longestName) || undefined
}

const readFromEnv = (inputs: Inputs, envId: string): string | undefined => {
  const fromEnvId = inputs.text('from-env')
  if (fromEnvId !== envId) return fromEnvId
  return inputs.refuse('from-env', 'is the environment that the delta is for. Name another one to promote from')
}

export const readInputs = async (inputs: Inputs): Promise<CreateDeltaInputs> => {
  const sources = ['images', 'score', 'from-env', 'delta', 'delta-file', 'remove', 'delta-id'] as const
  const connection = readConnection(inputs, { timeoutMs: fiveMinutes })
  const envId = inputs.required('env')
  if (sources.every((name) => inputs.text(name) === undefined)) {
    throw new InputError(
      `Give at least one of the inputs ${sources.map((name) => `'${name}'`).join(', ')}: without any, there is nothing to change.`,
    )
  }
  return {
    connection,
    wishes: {
      envId,
      name: readName(inputs),
      deltaId: inputs.text('delta-id'),
      fromEnvId: readFromEnv(inputs, envId),
      score: await readScore(inputs),
      deltas: await readDeltas(inputs),
      remove: await readRemove(inputs),
      images: await readImages(inputs),
    },
    failIfEmpty: inputs.boolean('fail-if-empty', false),
    summary: inputs.boolean('summary', true),
  }
}

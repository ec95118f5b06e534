import { dirname, isAbsolute, join } from 'node:path'
import type { ScoreExtensions } from '../../contract/types.ts'
import { printImageReference } from '../../core/image-reference.ts'
import type { ScoreWorkload } from '../../core/score.ts'
import { InputError } from '../../errors.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { isObject, type Json, type JsonObject, parseStructured } from '../../runner/structured.ts'
import { readImage } from '../read-image.ts'

/** One workload's file, as far as it is read here. */
interface ScoreFile {
  readonly path: string
  readonly workload: string
  readonly spec: JsonObject
}

type MapJson = (value: Json) => Promise<Json>

const mapValues = async (object: JsonObject, map: MapJson): Promise<JsonObject> =>
  Object.fromEntries(
    await Promise.all(Object.entries(object).map(async ([key, value]) => [key, await map(value)] as const)),
  )

const mapAt = async (object: Json, key: string, map: MapJson): Promise<Json> =>
  isObject(object) && Object.hasOwn(object, key) ? { ...object, [key]: await map(object[key] ?? null) } : object

const mapItems: (map: MapJson) => MapJson = (map) => async (value) => {
  if (Array.isArray(value)) return Promise.all((value as readonly Json[]).map(map))
  return isObject(value) ? mapValues(value, map) : value
}

/** With the content of the files that containers mount: the server cannot read them. */
const withSources = async (spec: JsonObject, read: (source: string) => Promise<string>): Promise<JsonObject> => {
  const inline: MapJson = async (file) => {
    if (!isObject(file) || typeof file['source'] !== 'string') return file
    const { source, ...rest } = file
    return { ...rest, content: await read(source) }
  }
  const inContainer: MapJson = (container) => mapAt(container, 'files', mapItems(inline))
  return (await mapAt(spec, 'containers', mapItems(inContainer))) as JsonObject
}

/** A mapping from a file that the input names; the files that it mounts lie beside it. */
const readMappingFile = async (inputs: Inputs, input: string, path: string): Promise<JsonObject> => {
  const refuse = (problem: string) => inputs.refuse(input, `has ${JSON.stringify(path)}, which ${problem}`)
  const value = await parseStructured(await inputs.fileAt(input, path), refuse)
  if (!isObject(value)) return refuse('is not a mapping')
  return withSources(value, (source) =>
    inputs.workspaceFile(input, isAbsolute(source) ? source : join(dirname(path), source)),
  )
}

const readFile = async (inputs: Inputs, path: string): Promise<ScoreFile> => {
  const spec = await readMappingFile(inputs, 'score', path)
  const { metadata } = spec
  const workload = isObject(metadata) ? metadata['name'] : undefined
  if (typeof workload === 'string' && workload !== '') return { path, workload, spec }
  return inputs.refuse('score', `has ${JSON.stringify(path)}, which does not say in metadata.name which workload it is`)
}

const readFiles = async (inputs: Inputs): Promise<ScoreFile[]> => {
  const files = await Promise.all((await inputs.list('score')).map((path) => readFile(inputs, path)))
  const paths = new Map<string, string>()
  for (const { path, workload } of files) {
    const other = paths.get(workload)
    if (other !== undefined) {
      inputs.refuse('score', `has "${other}" and "${path}", which both describe workload '${workload}'`)
    }
    paths.set(workload, path)
  }
  return files
}

const checkWorkloads = (inputs: Inputs, input: string, names: Iterable<string>, files: readonly ScoreFile[]) => {
  const known = new Set(files.map(({ workload }) => workload))
  for (const name of names) {
    if (known.has(name)) continue
    inputs.refuse(
      input,
      `names workload ${JSON.stringify(name)}, which none of the Score files describes. They describe: ${[...known].join(', ')}`,
    )
  }
}

/** One line that is no `workload=value`, and no mapping in YAML or JSON. */
const isOne = (text: string) => !/[\n=]|^\{|:\s/.test(text)

/** What an input says of each workload: one value for all of them, or a mapping from workload to value. */
const readForEach = async <T>(
  inputs: Inputs,
  input: string,
  { files, read }: { files: readonly ScoreFile[]; read(text: string): Promise<T> },
): Promise<(workload: string) => T | undefined> => {
  const text = inputs.text(input)
  if (text === undefined) return () => undefined
  if (isOne(text)) {
    const value = await read(text)
    return () => value
  }
  const pairs = await inputs.mapping(input)
  checkWorkloads(inputs, input, pairs.keys(), files)
  const values = new Map(await Promise.all([...pairs].map(async ([name, item]) => [name, await read(item)] as const)))
  return (workload) => values.get(workload)
}

const readScoreImage = async (inputs: Inputs, text: string): Promise<string> => {
  const image = readImage(text, 'Write one workload=image a line')
  if (image.ok) return printImageReference(image.value)
  return inputs.refuse('score-image', `has the image ${JSON.stringify(text)}: it ${image.reason}`)
}

const readProperties = async (
  inputs: Inputs,
  files: readonly ScoreFile[],
): Promise<(workload: string) => JsonObject | undefined> => {
  const input = 'score-property-overrides'
  const properties = await inputs.object(input)
  if (!properties) return () => undefined
  const entries = Object.entries(properties)
  const isByWorkload = entries.every(
    ([name, value]) => isObject(value) && files.some(({ workload }) => workload === name),
  )
  if (isByWorkload) return (workload) => properties[workload] as JsonObject | undefined
  if (files.length === 1) return () => properties
  return inputs.refuse(
    input,
    `does not say for each part which of the ${files.length} workloads it is for. Write a mapping from workload to properties`,
  )
}

const extras = ['score-image', 'score-extensions', 'score-overrides', 'score-property-overrides'] as const

/** The workloads of the Score files in `score`, with what the other inputs lay over them. */
export const readScore = async (inputs: Inputs): Promise<ScoreWorkload[]> => {
  const files = await readFiles(inputs)
  if (files.length === 0) {
    const extra = extras.find((name) => inputs.text(name) !== undefined)
    if (extra === undefined) return []
    throw new InputError(`Input '${extra}' says something about Score files, but the input 'score' names none.`)
  }
  const mappingFrom = (input: string) => ({
    files,
    read: (path: string) => readMappingFile(inputs, input, path),
  })
  const imageOf = await readForEach(inputs, 'score-image', {
    files,
    read: (text) => readScoreImage(inputs, text),
  })
  const extensionsOf = await readForEach(inputs, 'score-extensions', mappingFrom('score-extensions'))
  const overridesOf = await readForEach(inputs, 'score-overrides', mappingFrom('score-overrides'))
  const propertiesOf = await readProperties(inputs, files)
  return files.map(({ path, workload, spec }) => {
    const parts = {
      image: imageOf(workload),
      // The server says what is missing from it.
      extensions: extensionsOf(workload) as ScoreExtensions | undefined,
      overrides: overridesOf(workload),
      property_overrides: propertiesOf(workload),
    }
    const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
    return { file: path, conversion: { spec, ...given } }
  })
}

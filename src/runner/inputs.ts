import { InputError } from '../errors.ts'
import { plainLine } from '../text/control.ts'
import { cutCharacters } from '../text/cut.ts'
import { formatDuration, parseDuration } from '../text/duration.ts'
import { parseApiUrl } from './api-url.ts'
import { listInputFiles, readInputFile } from './input-file.ts'
import { parseList, parseMapping } from './lists.ts'
import type { Refuse } from './refuse.ts'
import { isObject, type Json, type JsonObject, parseStructured } from './structured.ts'

/**
 * The inputs of a step. An input that is absent, empty or blank is undefined, or the given default. Anything else that
 * is not as it must be is an `InputError` that names the input, its value, and what to write instead.
 */
export interface Inputs {
  /** Trimmed. */
  text(name: string): string | undefined
  required(name: string): string
  /** A credential, which is hidden from the beginning. Required. */
  token(name: Credential): string
  /** As `token`, but may be absent. */
  optionalToken(name: Credential): string | undefined
  choice<const T extends string, D extends T | undefined = undefined>(
    name: string,
    choices: readonly T[],
    fallback?: D,
  ): T | D
  /** `true`, `True`, `TRUE` and the same of false. */
  boolean<D extends boolean | undefined = undefined>(name: string, fallback?: D): boolean | D
  integer<D extends number | undefined = undefined>(name: string, limits?: Limits<D>): number | D
  /** In milliseconds, as are the limits: `30s`, `10m`, `1h30m`, or a number of seconds. */
  duration<D extends number | undefined = undefined>(name: string, limits?: Limits<D>): number | D
  /** https, or http to this machine; without a slash at its end. */
  apiUrl<D extends string | undefined = undefined>(name: string, fallback?: D): string | D
  /** One item a line, or a JSON or YAML list. Empty if absent. */
  list(name: string): Promise<string[]>
  /** `key=value` lines, or a JSON or YAML mapping. Empty if absent. `pair` is what errors call a line. */
  mapping(name: string, pair?: string): Promise<Map<string, string>>
  /** JSON or YAML. */
  json(name: string): Promise<Json | undefined>
  /** JSON or YAML that has to be a mapping. */
  object(name: string): Promise<JsonObject | undefined>
  /** The text of a file in the workspace or under RUNNER_TEMP: at most 10 MB of UTF-8. */
  file(name: string): Promise<string | undefined>
  /** The text of such a file that is one of several in the input. */
  fileAt(name: string, path: string): Promise<string>
  /** The paths of the files that a path in the input stands for: itself, or those in the folder that end so. */
  filesAt(name: string, path: string, endings: readonly string[]): Promise<string[]>
  /**
   * The text of a file that a file of the input leads to. Only from the workspace: who writes that file need not be
   * who writes the workflow, and RUNNER_TEMP may hold credentials.
   */
  workspaceFile(name: string, path: string): Promise<string>
  /** The JSON or YAML in such a file. */
  jsonFile(name: string): Promise<Json | undefined>
  /** The one of these inputs that is given, if any; an error if several are. Environment variables do not count. */
  atMostOne<const T extends string>(...names: readonly T[]): T | undefined
  exactlyOne<const T extends string>(...names: readonly T[]): T
  /** An error with the exact change to make, if the input is still written under its old name. */
  renamed(oldName: string, newName: string): void
  /** For rules that only the action knows. `problem` continues "Input 'x' is "value", which …". */
  refuse(name: string, problem: string): never
}

export interface Limits<D extends number | undefined> {
  readonly default?: D
  readonly min?: number
  readonly max?: number
}

export interface InputSources {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where files may lie; relative paths start from the first. */
  readonly fileRoots: readonly [string, ...string[]]
  mask(secret: string): void
  redact(text: string): string
}

const credentials = ['token', 'github-token'] as const
type Credential = (typeof credentials)[number]

/** What humctl reads, for whoever has it in the environment already. */
const variables: Readonly<Record<string, string>> = {
  token: 'HUMANITEC_TOKEN',
  org: 'HUMANITEC_ORG',
  app: 'HUMANITEC_APP',
  env: 'HUMANITEC_ENV',
  'api-url': 'HUMANITEC_API_URL',
}

/** They stand in addresses, where a dot or two would lead elsewhere. */
const ids = new Set(
  'org app env from-env for-env run-id pipeline-id delta-id set-id deployment-id approval-id from-deployment'.split(
    ' ',
  ),
)

const truths = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

const shownPath = (path: string): string => JSON.stringify(cutCharacters(path, 100))

const checkLimits = (
  value: number,
  limits: Limits<number | undefined>,
  show: (n: number) => string,
  refuse: Refuse,
) => {
  const { min, max } = limits
  if (min !== undefined && value < min) return refuse(`is too small. Write ${show(min)} or more`)
  if (max !== undefined && value > max) return refuse(`is too large. Write ${show(max)} or less`)
  return value
}

export const createInputs = ({ env, fileRoots, mask, redact }: InputSources): Inputs => {
  const given = (name: string): string | undefined =>
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined

  const fromVariable = (name: string): string | undefined => env[variables[name] ?? '']?.trim() || undefined

  const written = (name: string): string | undefined => given(name) ?? fromVariable(name)

  // Before any other input can fail, or be shown: whoever pasted one in the wrong place may have pasted it twice.
  for (const name of credentials) {
    for (const value of [given(name), fromVariable(name)]) if (value !== undefined) mask(value)
  }

  const placeOf = (name: string): string =>
    given(name) === undefined && fromVariable(name) !== undefined
      ? `Environment variable ${variables[name]} (read because input '${name}' is empty)`
      : `Input '${name}'`

  const refuserOf = (name: string): Refuse => {
    return (problem) => {
      // A password in an address is a secret that nobody has masked.
      const shown = redact(written(name) ?? '').replace(/\/\/[^/@\s]*@/g, '//***@')
      const value = cutCharacters(plainLine(shown), 100)
      // Problems quote keys and lines of the value.
      throw new InputError(`${placeOf(name)} is "${value}", which ${redact(problem)}.`)
    }
  }

  const text = (name: string): string | undefined => {
    const value = written(name)
    return ids.has(name) && (value === '.' || value === '..') ? refuserOf(name)('is not an id') : value
  }

  const required = (name: string): string => {
    const value = text(name)
    if (value !== undefined) return value
    const variable = variables[name]
    throw new InputError(
      `Input '${name}' is required and missing or empty. Give it in the step's \`with:\`${
        variable ? `, or set the environment variable ${variable}` : ''
      }.`,
    )
  }

  const optionalToken = (name: Credential): string | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    // It goes into a header. The value stays out of the message: masks are for what comes after.
    if (!/^[\x21-\x7e]+$/.test(value)) {
      throw new InputError(
        `${placeOf(name)} is not a token: it holds spaces, line breaks or other characters that no token has. ` +
          'Check how the secret was pasted.',
      )
    }
    return value
  }

  /** Reads with a parser, unless the input is absent. */
  const parsed = <T, D = undefined>(name: string, parse: (value: string, refuse: Refuse) => T, fallback?: D): T | D => {
    const value = text(name)
    return value === undefined ? (fallback as D) : parse(value, refuserOf(name))
  }

  const file = (name: string): Promise<string | undefined> =>
    Promise.resolve(parsed(name, (path, refuse) => readInputFile(path, fileRoots, refuse)))

  /** For a path that may be all that stands in the input, or one of several. */
  const pathRefuser =
    (name: string, path: string): Refuse =>
    (problem) =>
      refuserOf(name)(path === written(name) ? problem : `has ${shownPath(path)}, which ${problem}`)

  const readAmong = async (name: string, path: string, roots: InputSources['fileRoots']): Promise<string> =>
    readInputFile(path, roots, pathRefuser(name, path))

  const listAmong = async (name: string, path: string, endings: readonly string[]): Promise<string[]> =>
    listInputFiles(path, { roots: fileRoots, endings }, pathRefuser(name, path))

  const asObject = (value: Json, refuse: Refuse): JsonObject =>
    isObject(value) ? value : refuse('is not a mapping. Write a JSON or YAML mapping')

  const atMostOne = <T extends string>(...names: readonly T[]): T | undefined => {
    const present = names.filter((name) => given(name) !== undefined)
    if (present.length > 1) throw new InputError(`Inputs ${quoted(present)} exclude each other. Give only one of them.`)
    return present[0]
  }

  return {
    text,
    required,
    optionalToken,
    token: (name) => optionalToken(name) ?? required(name),
    choice: (name, choices, fallback) =>
      parsed(
        name,
        (value, refuse) =>
          choices.find((choice) => choice === value) ?? refuse(`is not one of its choices: ${choices.join(', ')}`),
        fallback,
      ),
    boolean: (name, fallback) =>
      parsed(name, (value, refuse) => truths.get(value) ?? refuse('is not a boolean. Write true or false'), fallback),
    integer: (name, limits = {}) =>
      parsed(
        name,
        (value, refuse) => {
          if (!/^[+-]?\d{1,15}$/.test(value)) return refuse('is not a whole number')
          return checkLimits(Number(value), limits, String, refuse)
        },
        limits.default,
      ),
    duration: (name, limits = {}) =>
      parsed(
        name,
        (value, refuse) => {
          const ms = parseDuration(value)
          if (ms === undefined) return refuse('is not a duration. Write 30s, 10m, 1h30m or a number of seconds')
          return checkLimits(ms, limits, formatDuration, refuse)
        },
        limits.default,
      ),
    apiUrl: (name, fallback) => parsed(name, parseApiUrl, fallback),
    list: async (name) => parsed(name, parseList, []),
    mapping: async (name, pair) =>
      parsed(name, (value, refuse) => parseMapping(value, refuse, pair), new Map<string, string>()),
    json: async (name) => parsed(name, (value, refuse) => parseStructured(value, refuse)),
    object: async (name) =>
      parsed(name, async (value, refuse) => asObject(await parseStructured(value, refuse), refuse)),
    file,
    fileAt: (name, path) => readAmong(name, path, fileRoots),
    filesAt: listAmong,
    workspaceFile: (name, path) => readAmong(name, path, [fileRoots[0]]),
    jsonFile: async (name) => {
      const content = await file(name)
      return content === undefined ? undefined : parseStructured(content, refuserOf(name))
    },
    atMostOne,
    exactlyOne: (...names) => {
      const present = atMostOne(...names)
      if (present === undefined) throw new InputError(`One of the inputs ${quoted(names)} is required.`)
      return present
    },
    renamed: (oldName, newName) => {
      if (given(oldName) === undefined) return
      throw new InputError(
        `Input '${oldName}' is called '${newName}' now. Write \`${newName}:\` instead of \`${oldName}:\` in the step's \`with:\`.`,
      )
    },
    refuse: (name, problem) => refuserOf(name)(problem),
  }
}

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '../../src/random.ts'
import { errorMessage } from './problem.ts'

const FILES = {
  GITHUB_OUTPUT: 'set_output',
  GITHUB_ENV: 'set_env',
  GITHUB_PATH: 'add_path',
  GITHUB_STATE: 'save_state',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const

type FileVariable = keyof typeof FILES

/** The files through which one step talks back. */
export interface StepFiles {
  /** The variables that name them. */
  readonly variables: Readonly<Record<FileVariable, string>>
  read(): Promise<StepFileContents>
}

export interface StepFileContents {
  readonly outputs: ReadonlyMap<string, string>
  readonly env: ReadonlyMap<string, string>
  readonly state: ReadonlyMap<string, string>
  readonly path: readonly string[]
  readonly summary: string
  /** One message for each file that could not be understood; the step has failed. */
  readonly problems: readonly string[]
}

/** GitHub's limit for the summary of one step, in bytes. */
const MAX_SUMMARY_BYTES = 1024 * 1024

export const createStepFiles = async (temp: string, random: Random): Promise<StepFiles> => {
  const dir = join(temp, '_runner_file_commands')
  const id = random.uuid()
  const variables = Object.fromEntries(
    Object.entries(FILES).map(([variable, name]) => [variable, join(dir, `${name}_${id}`)]),
  ) as Record<FileVariable, string>
  await mkdir(dir, { recursive: true })
  await Promise.all(Object.values(variables).map((path) => writeFile(path, '')))
  return { variables, read: () => readStepFiles(variables) }
}

const readStepFiles = async (variables: Record<FileVariable, string>): Promise<StepFileContents> => {
  const problems: string[] = []
  // A step may delete a file of its own; that says nothing, as on the real runner.
  const text = (variable: FileVariable) => readFile(variables[variable], 'utf8').catch(() => '')
  const pairs = async (variable: FileVariable) => {
    try {
      return parsePairs(await text(variable))
    } catch (error) {
      problems.push(`Unable to process the file in $${variable}: ${errorMessage(error)}`)
      return new Map<string, string>()
    }
  }
  const env = await pairs('GITHUB_ENV')
  for (const name of [...env.keys()].filter((name) => name.toUpperCase() === 'NODE_OPTIONS')) {
    env.delete(name)
    problems.push('NODE_OPTIONS cannot be set through $GITHUB_ENV.')
  }
  const summary = await text('GITHUB_STEP_SUMMARY')
  const isTooLong = Buffer.byteLength(summary) > MAX_SUMMARY_BYTES
  if (isTooLong) problems.push('The step summary is longer than the 1024 kB that GitHub accepts.')
  return {
    outputs: await pairs('GITHUB_OUTPUT'),
    env,
    state: await pairs('GITHUB_STATE'),
    path: (await text('GITHUB_PATH')).split(/\r?\n/).filter((line) => line !== ''),
    summary: isTooLong ? '' : summary,
    problems,
  }
}

/** The `NAME=value` and `NAME<<DELIMITER … DELIMITER` format of the runner's files. Later names win. */
export const parsePairs = (text: string): Map<string, string> => {
  const pairs = new Map<string, string>()
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const name = line.slice(0, heredoc)
      const delimiter = line.slice(heredoc + 2)
      if (name === '' || delimiter === '')
        throw new Error(`Invalid format '${line}': the name and the delimiter must not be empty`)
      const end = lines.indexOf(delimiter, index + 1)
      if (end < 0) throw new Error(`Invalid value of '${name}': no line is its delimiter '${delimiter}'`)
      pairs.set(name, lines.slice(index + 1, end).join('\n'))
      index = end
    } else if (equals >= 0) {
      if (equals === 0) throw new Error(`Invalid format '${line}': the name must not be empty`)
      pairs.set(line.slice(0, equals), line.slice(equals + 1))
    } else {
      throw new Error(`Invalid format '${line}'`)
    }
  }
  return pairs
}

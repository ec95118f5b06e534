import { randomUUID } from 'node:crypto'

/*
 * The two ways in which a step talks to GitHub's runner: command lines on standard output, and files of names and
 * values. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

type Command = 'add-mask' | 'debug' | 'notice' | 'warning' | 'error' | 'group' | 'endgroup'

/** One line of standard output that the runner obeys. Properties that are undefined or empty are left out. */
export const commandLine = (
  command: Command,
  message = '',
  properties: Readonly<Record<string, string | number | undefined>> = {},
): string => {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',')
  return `::${command}${written && ` ${written}`}::${escapeMessage(message)}\n`
}

/** One entry of the files of outputs and state. The value ends where a delimiter says that nobody could foresee. */
export const fileEntry = (name: string, value: string): string => {
  const delimiter = `end-${randomUUID()}`
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}

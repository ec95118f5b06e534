export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** A line as a workflow command (`::name key=value,…::message`), or undefined for plain output. */
export const parseCommand = (line: string): Command | undefined => {
  const match = /^\s*::([^\s:]+)(?:[ \t]+(.*?))?::(.*)$/s.exec(line)
  if (!match) return undefined
  const [, name = '', properties = '', message = ''] = match
  return { name: name.toLowerCase(), properties: parseProperties(properties), message: unescapeMessage(message) }
}

const parseProperties = (text: string) =>
  Object.fromEntries(
    text
      .split(',')
      .map((property) => property.trim())
      .filter((property) => property.includes('='))
      .map((property) => {
        const equals = property.indexOf('=')
        return [property.slice(0, equals), unescapeProperty(property.slice(equals + 1))]
      }),
  )

const unescapeMessage = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const unescapeProperty = (text: string) => unescapeMessage(text.replaceAll('%3A', ':').replaceAll('%2C', ','))

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** What a step's output does besides being printed. */
export interface CommandEffects {
  print(line: string): void
  annotate(level: AnnotationLevel, message: string, properties: Readonly<Record<string, string>>): void
  mask(value: string): void
  group(title: string): void
  endGroup(): void
  setOutput(name: string, value: string): void
  saveState(name: string, value: string): void
  /** A command that the runner refuses; the step has failed. */
  refuse(message: string): void
}

/** Reads a step's output line by line. `debug` shows debug messages. */
export const createCommandReader = (effects: CommandEffects, { debug }: { debug: boolean }) => {
  let stopToken: string | undefined
  const warned = new Set<string>()
  const warnDeprecated = (name: string, file: string) => {
    if (warned.has(name)) return
    warned.add(name)
    effects.annotate('warning', `The ${name} command is deprecated: append to the file in $${file} instead.`, {})
  }
  const run = ({ name, properties, message }: Command): boolean => {
    switch (name) {
      case 'error':
      case 'warning':
      case 'notice':
        effects.annotate(name, message, properties)
        return true
      case 'debug':
        if (debug) for (const line of message.split('\n')) effects.print(`Debug: ${line}`)
        return true
      case 'add-mask':
        effects.mask(message)
        return true
      case 'group':
        effects.group(message)
        return true
      case 'endgroup':
        effects.endGroup()
        return true
      case 'stop-commands':
        stopToken = message
        return true
      case 'set-output':
        warnDeprecated(name, 'GITHUB_OUTPUT')
        effects.setOutput(properties['name'] ?? '', message)
        return true
      case 'save-state':
        warnDeprecated(name, 'GITHUB_STATE')
        effects.saveState(properties['name'] ?? '', message)
        return true
      case 'set-env':
      case 'add-path':
        effects.refuse(
          `The ${name} command is disabled: append to the file in $GITHUB_${name === 'set-env' ? 'ENV' : 'PATH'}.`,
        )
        return true
      case 'echo':
      case 'add-matcher':
      case 'remove-matcher':
        return true
      default:
        return false
    }
  }
  return (line: string) => {
    if (stopToken !== undefined) {
      if (line.trim() === `::${stopToken}::`) stopToken = undefined
      else effects.print(line)
      return
    }
    const command = parseCommand(line)
    if (!command || !run(command)) effects.print(line)
  }
}

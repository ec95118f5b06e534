import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { logLines, plainLine, plainText } from '../text/control.ts'
import { cutBytes, cutMarkdown } from '../text/cut.ts'
import { createRedactor, secretParts } from '../text/redact.ts'
import { type Context, readContext } from './context.ts'
import { type AnnotationKind, type Host, processHost } from './host.ts'
import { createInputs, type Inputs } from './inputs.ts'
import { interruption } from './signals.ts'

export type OutputValue = string | number | boolean | object

/** Where an annotation points to. `file` is relative to the repository. */
export interface Annotation {
  readonly title?: string
  readonly file?: string
  readonly line?: number
  /** From 1; goes with a line. */
  readonly column?: number
}

/** GitHub's runner, seen from one step. All text given to it may come from anywhere. */
export interface Runner {
  readonly inputs: Inputs
  readonly context: Context
  /** Aborted, with an `InterruptedError` as the reason, when the job is cancelled. */
  readonly signal: AbortSignal

  /** Hides a secret, and each line of one that has several, from the log and from all that `redact` sees. */
  mask(secret: string): void
  /** The text without the secrets that were masked: for whatever leaves for GitHub by another way than the log. */
  redact(text: string): string

  /** Prints to the log, line by line. */
  info(text: string): void
  /** Prints only where step debug logging is on. */
  debug(text: string): void
  notice(message: string, annotation?: Annotation): void
  warning(message: string, annotation?: Annotation): void
  error(message: string, annotation?: Annotation): void
  /** Folds the lines that follow under a title, until `endGroup` or the next group: GitHub knows no groups in groups. */
  startGroup(title: string): void
  endGroup(): void
  group<T>(title: string, body: () => Promise<T>): Promise<T>

  /** What is not a text is written as JSON. */
  setOutput(name: string, value: OutputValue): void
  /** At most 60 kB of it, with `<name>-truncated` telling whether that was all. */
  setCutOutput(name: string, value: OutputValue): void
  /** Sets an environment variable of the job's later steps; what one has in its own `env:` wins over it. */
  exportVariable(name: string, value: string): void
  /** Adds Markdown to the job summary, in the order of the calls: at most 1 MiB in all, cut with a note. */
  summary(markdown: string): void
  /** For the post step of the same action. */
  saveState(name: string, value: OutputValue): void
  getState(name: string): string | undefined
  /** Writes a file under RUNNER_TEMP, in a folder of its own, and answers its path. */
  writeTempFile(fileName: string, text: string): string
  /** The event that started the workflow; empty where there is none. */
  readEvent(): Readonly<Record<string, unknown>>
  /** Ends the step as failed. Only the outermost function of an action calls it. */
  fail(message: string): void
}

/** One environment variable cannot hold more than 128 KiB, and an output becomes one as soon as a step takes it in. */
const maxOutputBytes = 60_000
/** GitHub drops the whole summary of a step that writes more. */
const maxSummaryBytes = 1024 * 1024
/** GitHub cuts the message of an annotation here, without a word. */
const maxAnnotationBytes = 4000

const toText = (value: OutputValue): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Secrets, and a text without them. Each one is told to GitHub's runner before anything else is printed. */
const createMasks = (host: Host) => {
  const secrets = new Set<string>()
  /** Of many secrets it takes a while, and one is told after the other. */
  let redactor: ReturnType<typeof createRedactor> | undefined
  return {
    redact: (text: string) => (redactor ??= createRedactor(secrets))(text),
    mask: (secret: string) => {
      const whole = secret.trim()
      if (whole === '' || secrets.has(whole)) return
      secrets.add(whole)
      redactor = undefined
      // Line by line, as the log is: the runner would hide even the lines `{` and `}` of a secret given as a whole.
      for (const part of secretParts(whole)) host.setSecret(part)
    },
  }
}

const createLog = (host: Host, redact: (text: string) => string) => {
  let isGroupOpen = false
  const annotate =
    (kind: AnnotationKind) =>
    (message: string, { title = '', file = '', line, column }: Annotation = {}) => {
      const { text, truncated } = cutBytes(plainText(redact(message)), maxAnnotationBytes)
      const shown = { title: plainLine(redact(title)), file: plainLine(file) }
      host.annotate(kind, truncated ? `${text}…` : text, {
        ...(shown.title && { title: shown.title }),
        ...(shown.file && { file: shown.file }),
        ...(line !== undefined && { startLine: line }),
        ...(line !== undefined && column !== undefined && { startColumn: column }),
      })
    }
  const endGroup = () => {
    if (isGroupOpen) host.endGroup()
    isGroupOpen = false
  }
  const startGroup = (title: string) => {
    endGroup()
    host.startGroup(plainLine(redact(title)))
    isGroupOpen = true
  }
  return {
    info: (text: string) => host.log(logLines(redact(text)).join('\n')),
    debug: (text: string) => {
      if (host.isDebug()) host.debug(plainText(redact(text)))
    },
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    startGroup,
    endGroup,
    group: async <T>(title: string, body: () => Promise<T>): Promise<T> => {
      startGroup(title)
      try {
        return await body()
      } finally {
        endGroup()
      }
    },
  }
}

/** What other steps, the post step and the job's page get to see. */
const createResults = (host: Host, { redact, warning }: Pick<Runner, 'redact' | 'warning'>) => {
  let summaryBytes = 0
  const setOutput = (name: string, value: OutputValue) => host.setOutput(name, toText(value))
  return {
    setOutput,
    setCutOutput: (name: string, value: OutputValue) => {
      const { text, truncated } = cutBytes(toText(value), maxOutputBytes)
      setOutput(name, text)
      setOutput(`${name}-truncated`, truncated)
    },
    summary: (markdown: string): void => {
      const { text } = cutMarkdown(`${redact(markdown).replace(/\n*$/, '')}\n\n`, maxSummaryBytes - summaryBytes)
      summaryBytes += Buffer.byteLength(text)
      if (text === '') return
      try {
        host.appendSummary(text)
      } catch (error) {
        // What the step has done is no worse for it.
        warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    exportVariable: (name: string, value: string) => host.exportVariable(name, value),
    saveState: (name: string, value: OutputValue) => host.saveState(name, toText(value)),
    getState: (name: string) => host.getState(name) || undefined,
  }
}

const readEvent = (path: string | undefined): Readonly<Record<string, unknown>> => {
  if (path === undefined) return {}
  const event: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {}
}

/** The runner that this process is a step of. */
export const createRunner = (host: Host = processHost): Runner => {
  const { mask, redact } = createMasks(host)
  const context = readContext(host.env)
  const log = createLog(host, redact)
  return {
    ...log,
    ...createResults(host, { ...log, redact }),
    mask,
    redact,
    context,
    inputs: createInputs({ env: host.env, fileRoots: [context.workspace, context.temp], mask, redact }),
    signal: interruption(host),
    writeTempFile: (fileName, text) => {
      const path = join(mkdtempSync(join(context.temp, 'humanitec-')), basename(fileName))
      writeFileSync(path, text)
      return path
    },
    readEvent: () => readEvent(context.eventPath),
    fail: (message) => {
      log.endGroup()
      log.error(message)
      host.setExitCode(1)
    },
  }
}

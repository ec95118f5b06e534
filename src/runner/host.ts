import { appendFileSync } from 'node:fs'

import * as core from '@actions/core'

export type AnnotationKind = 'notice' | 'warning' | 'error'

/** What a step has of the machine it runs on. Text is safe to print already; a name is one of our own. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Prints lines, none of which may look like a workflow command. */
  log(text: string): void
  isDebug(): boolean
  debug(text: string): void
  annotate(
    kind: AnnotationKind,
    message: string,
    properties: Pick<core.AnnotationProperties, 'title' | 'file' | 'startLine' | 'startColumn'>,
  ): void
  startGroup(title: string): void
  endGroup(): void
  /** Has GitHub hide this text, which has one line, from the log. */
  setSecret(text: string): void
  setOutput(name: string, text: string): void
  exportVariable(name: string, text: string): void
  saveState(name: string, text: string): void
  /** Empty where nothing was saved. */
  getState(name: string): string
  appendSummary(markdown: string): void
  onSignal(signal: 'SIGINT' | 'SIGTERM', listener: () => void): void
  setExitCode(code: number): void
}

/**
 * GitHub's runner names a file for each of these. Elsewhere, as on a developer's own machine, the package would print
 * commands that nobody reads, or throw.
 */
const namesFile = (variable: 'GITHUB_OUTPUT' | 'GITHUB_ENV' | 'GITHUB_STATE'): boolean => Boolean(process.env[variable])

const annotators = { notice: core.notice, warning: core.warning, error: core.error }

/** The one place that touches the process and knows how to talk to GitHub's runner. */
export const processHost: Host = {
  env: process.env,
  log: core.info,
  isDebug: core.isDebug,
  debug: core.debug,
  annotate: (kind, message, properties) => annotators[kind](message, properties),
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  setSecret: core.setSecret,
  setOutput: (name, text) => {
    if (namesFile('GITHUB_OUTPUT')) core.setOutput(name, text)
  },
  exportVariable: (name, text) => {
    if (namesFile('GITHUB_ENV')) core.exportVariable(name, text)
  },
  saveState: (name, text) => {
    if (namesFile('GITHUB_STATE')) core.saveState(name, text)
  },
  getState: core.getState,
  appendSummary: (markdown) => {
    // What the package does as well, without its builder of HTML and what that loads.
    const file = process.env['GITHUB_STEP_SUMMARY']
    if (file) appendFileSync(file, markdown)
  },
  onSignal: (signal, listener) => {
    process.on(signal, listener)
  },
  setExitCode: (code) => {
    process.exitCode = code
  },
}

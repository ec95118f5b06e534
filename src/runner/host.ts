import { appendFileSync } from 'node:fs'

/** What a step has of the machine it runs on. The one place that touches the process. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>
  /** To standard output, where GitHub's runner reads log lines and commands. */
  write(text: string): void
  append(path: string, text: string): void
  onSignal(signal: 'SIGINT' | 'SIGTERM', listener: () => void): void
  setExitCode(code: number): void
}

export const processHost: Host = {
  env: process.env,
  write: (text) => {
    process.stdout.write(text)
  },
  append: (path, text) => appendFileSync(path, text),
  onSignal: (signal, listener) => {
    process.on(signal, listener)
  },
  setExitCode: (code) => {
    process.exitCode = code
  },
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

const script = join(import.meta.dirname, '../../dist/orchestrator/index.js')
export const token = 'token-of-the-test'
export const org = '/orgs/local-org'

interface Process {
  child: ChildProcess
  /** Undefined when it ended without having listened. */
  url: string | undefined
  ended: Promise<[number | null, NodeJS.Signals | null]>
  stderr(): string
}

export const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The orchestrator's bundle as a process, with a command line before it if need be, as a limit on what it may write. */
export const startProcess = async (
  dataDir: string,
  { before = [], ...options }: { before?: readonly string[]; uid?: number } = {},
): Promise<Process> => {
  const [command, ...args] = [...before, process.execPath, script, '--port', '0', '--data-dir', dataDir]
  const child = spawn(command, args, {
    env: { ORCHESTRATOR_TOKEN: token, PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = once(child, 'close') as Process['ended']
  const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const url = value === undefined ? undefined : (JSON.parse(value) as { url: string }).url
  return { child, url, ended, stderr: () => stderr }
}

export interface Answer {
  status: number
  /** Of its `Link`, without the origin. */
  next?: string | undefined
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into answers, and assert what they find
  body: any
}

/** Calls the API as its administrator, on connections that stay open. */
export const caller = (url = '') => {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  onTestFinished(() => agent.destroy())
  return (method: string, path: string, body?: unknown) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` }
      const sent = httpRequest(`${url}${path}`, { method, agent, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            next: /^<[a-z]+:..[^/]+([^>]+)>; rel="next"/.exec(String(answer.headers['link']))?.[1],
            body: text === '' ? undefined : JSON.parse(text),
          }),
        )
      })
      sent.on('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })
}

export type Call = ReturnType<typeof caller>

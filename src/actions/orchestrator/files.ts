import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the orchestrator prints once it listens. */
export interface Ready {
  readonly url: string
  readonly org: string
  readonly token: string
}

/** What the main step leaves in a folder for the orchestrator, and the orchestrator for the post step. */
export const filesIn = (folder: string) => ({
  seed: join(folder, 'seed.yaml'),
  /** Apart from the log, since it holds the token. */
  ready: join(folder, 'ready.json'),
  log: join(folder, 'orchestrator.log'),
})

const parseReady = (line: string): Ready | undefined => {
  try {
    const { event, url, org, token } = JSON.parse(line) as Record<string, unknown>
    const isReady = event === 'ready' && [url, org, token].every((each) => typeof each === 'string')
    return isReady ? ({ url, org, token } as Ready) : undefined
  } catch {
    return undefined
  }
}

/** Undefined as long as it does not listen. What is not a whole line yet is none. */
export const readReady = async (folder: string): Promise<Ready | undefined> => {
  const text = await readFile(filesIn(folder).ready, 'utf8').catch(() => '')
  const lines = text.split('\n').slice(0, -1)
  return lines.map(parseReady).find((ready) => ready !== undefined)
}

const maxLogBytes = 256 * 1024

/** The end of the log; an ellipsis stands for a beginning that was left out. */
export const readLog = async (folder: string): Promise<string> => {
  const file = await open(filesIn(folder).log)
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - maxLogBytes)
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size - start), position: start })
    const text = buffer.toString('utf8', 0, bytesRead)
    // The first line is not whole where something was left out.
    return (start === 0 ? text : `…\n${text.slice(text.indexOf('\n') + 1)}`).trimEnd()
  } finally {
    await file.close()
  }
}

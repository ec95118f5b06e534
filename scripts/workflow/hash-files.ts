import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The expression function `hashFiles`: SHA-256 over the SHA-256 of each matching file, `''` when none matches. A
 * pattern that starts with `!` takes files out again.
 */
export const hashFilesIn = (workspace: string) => (patterns: readonly string[]) => {
  const files = new Set<string>()
  for (const pattern of patterns.flatMap((text) => text.split('\n')).map((line) => line.trim())) {
    const isExclusion = pattern.startsWith('!')
    for (const name of globSync(isExclusion ? pattern.slice(1) : pattern, { cwd: workspace })) {
      if (isExclusion) files.delete(name)
      else files.add(name)
    }
  }
  const digests = [...files]
    .sort()
    .map((name) => join(workspace, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => createHash('sha256').update(readFileSync(path)).digest())
  return digests.length === 0 ? '' : createHash('sha256').update(Buffer.concat(digests)).digest('hex')
}

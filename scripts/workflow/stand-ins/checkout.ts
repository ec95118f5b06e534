import { execFile } from 'node:child_process'
import { cp, readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import type { StandIn } from './stand-in.ts'

/** Copies the files of the repository into the workspace as they are on this machine, changes included. */
export const checkout: StandIn = {
  inputs: ['path', 'repository', 'ref', 'token', 'fetch-depth', 'persist-credentials'],
  run: async ({ input, workspace, source, repository, ref, sha, print }) => {
    const wanted = input('repository')
    if (wanted !== '' && wanted !== repository)
      throw new Error(`Only ${repository} can be checked out here; repository: ${wanted} needs the network.`)
    const target = resolve(workspace, input('path'))
    if (target !== workspace && !target.startsWith(workspace + sep))
      throw new Error(`path: ${input('path')} is outside the workspace.`)
    if (input('ref') !== '') print(`ref: ${input('ref')} is not looked up: the files are copied as they are.`)

    if (target === source) {
      print(`The workspace is the repository itself; nothing to copy.`)
    } else {
      const files = await filesOf(source)
      const outside = files.filter((file) => !isInside(resolve(source, file), workspace))
      for (const file of outside) await cp(join(source, file), join(target, file), { recursive: true })
      print(`Copied ${outside.length} files of ${source}, without Git history.`)
    }
    return { ref, commit: sha }
  },
}

const isInside = (path: string, dir: string) => path === dir || path.startsWith(dir + sep)

/** What Git tracks or would track; without Git, everything but what is never committed. */
const filesOf = async (source: string): Promise<string[]> => {
  try {
    const list = await promisify(execFile)(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
      { cwd: source, maxBuffer: 64 * 1024 * 1024 },
    )
    const listed = list.stdout.split('\0').filter((file) => file !== '')
    const existing = new Set(await walk(source))
    return listed.filter((file) => existing.has(file))
  } catch {
    return walk(source)
  }
}

const NEVER_COMMITTED = new Set(['.git', 'node_modules'])

const walk = async (root: string, dir = root): Promise<string[]> => {
  const files: string[] = []
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (NEVER_COMMITTED.has(entry.name)) continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) files.push(...(await walk(root, path)))
    else files.push(relative(root, path).split(sep).join('/'))
  }
  return files
}

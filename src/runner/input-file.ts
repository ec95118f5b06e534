import { isUtf8 } from 'node:buffer'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

import type { Refuse } from './refuse.ts'

const maxBytes = 10_000_000

const isInside = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a symbolic link that leads back to itself',
  ENAMETOOLONG: 'has too long a name',
  EINVAL: 'is not a path',
  ERR_INVALID_ARG_VALUE: 'is not a path',
}

/** The error code of a failed file operation; anything else is a bug and goes on. */
const reasonFor = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code]
  if (reason === undefined) throw error
  return reason
}

/** The real path of something below one of the roots, the first of which relative paths start from. */
const locate = async (path: string, roots: readonly [string, ...string[]], refuse: Refuse): Promise<string> => {
  const real = await realpath(resolve(roots[0], path)).catch((error: unknown): never => refuse(reasonFor(error)))
  const realRoots = await Promise.all(roots.map((root) => realpath(root).catch(() => resolve(root))))
  const root = realRoots.find((each) => isInside(each, real))
  if (root === undefined) {
    return refuse(`lies outside of the workspace (GITHUB_WORKSPACE)${roots.length > 1 ? ' and of RUNNER_TEMP' : ''}`)
  }
  // Checkout leaves its token there, and what is read here may be sent away or shown.
  if (relative(root, real).split(sep).includes('.git')) return refuse('lies in .git, where credentials may be')
  return real
}

/**
 * A path that stands for files: itself, or where it is a folder the files in it that end so, in the order of their
 * names. Neither folders in it count nor what begins with a dot.
 */
export const listInputFiles = async (
  path: string,
  { roots, endings }: { roots: readonly [string, ...string[]]; endings: readonly string[] },
  refuse: Refuse,
): Promise<string[]> => {
  const explain = (error: unknown): never => refuse(reasonFor(error))
  const real = await locate(path, roots, (problem) =>
    refuse(/[*?]/.test(path) ? 'is a pattern, and patterns are not filled in. Name the folder, or each file' : problem),
  )
  if (!(await stat(real).catch(explain)).isDirectory()) return [path]
  const entries = await readdir(real, { withFileTypes: true }).catch(explain)
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
  if (names.length === 0) return refuse(`is a folder with no file that ends with ${endings.join(' or ')}`)
  return names.sort().map((name) => join(path, name))
}

/**
 * A text file below one of the roots, the first of which relative paths start from. Symbolic links are followed only
 * as long as they stay below: a pull request may bring a link to anywhere.
 */
export const readInputFile = async (
  path: string,
  roots: readonly [string, ...string[]],
  refuse: Refuse,
): Promise<string> => {
  const explain = (error: unknown): never => refuse(reasonFor(error))
  const real = await locate(path, roots, refuse)
  // Before it is opened: opening a named pipe would wait for somebody to write to it.
  const found = await stat(real).catch(explain)
  if (!found.isFile()) return refuse('is not a file')
  if (found.size > maxBytes) return refuse(`is larger than 10 MB (${found.size} bytes)`)
  const bytes = await readFile(real).catch(explain)
  if (!isUtf8(bytes)) return refuse('is not text in UTF-8')
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

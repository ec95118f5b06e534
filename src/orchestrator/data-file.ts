import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The data directory cannot be written to any more. Nothing of the transaction that met it is kept. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

export interface FileOptions {
  /** Most pages of 4 KiB that the file may have: what a full disk looks like. */
  maxPages?: number
}

/** SQLite's primary result codes. */
const codes = { busy: 5, readOnly: 8, readOrWrite: 10, corrupt: 11, full: 13, cannotOpen: 14, noDatabase: 26 }

const codeOf = (error: unknown): number | undefined => {
  const code = (error as { errcode?: unknown } | undefined)?.errcode
  return typeof code === 'number' ? code & 0xff : undefined
}

/** The error itself, unless it is one of the disk. */
export const asStorageError = (error: unknown): unknown => {
  const { full, readOnly, readOrWrite, cannotOpen } = codes
  const code = codeOf(error)
  if (code === undefined || ![full, readOnly, readOrWrite, cannotOpen].includes(code)) return error
  const reason = (error as Error).message
  return new StorageError(
    `The data directory cannot be written to: ${reason}. Nothing of this is kept: make room, and repeat it.`,
    { cause: error },
  )
}

/** Ends a transaction without effect. After some errors SQLite has done so by itself, and says that there is none. */
export const rollBack = (database: DatabaseSync) => {
  try {
    database.exec('ROLLBACK')
  } catch {
    // There is none.
  }
}

/** What the orchestrator keeps its data in; the folder is made. */
const fileIn = (dataDir: string, name: string): string => {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    throw unusable(dataDir, (error as Error).message, 'choose a folder that can be written to', error)
  }
  return join(dataDir, name)
}

export const dataFile = (dataDir: string): string => fileIn(dataDir, 'orchestrator.sqlite')

const unusable = (path: string, reason: string, advice: string, cause?: unknown): Error =>
  new Error(`'${path}' cannot be used for data: ${reason}. What to do: ${advice}.`, { cause })

/** A failure to open, in a sentence that says what to do. */
const explained = (file: string, error: unknown): unknown => {
  const { busy, corrupt, full, noDatabase } = codes
  const elsewhere = 'move it away, or choose another folder'
  switch (codeOf(error)) {
    case undefined:
      return error
    case noDatabase:
      return unusable(file, 'it is not a database', elsewhere, error)
    case corrupt:
      return unusable(file, 'it is damaged', 'put back a copy that was made while no orchestrator ran', error)
    case busy:
      return unusable(file, 'another program has it open', 'end that program, or choose another folder', error)
    case full:
      return unusable(file, 'the disk is full', 'make room', error)
    default:
      return unusable(file, (error as Error).message, 'choose a folder that can be written to', error)
  }
}

/** "huma" in ASCII: tells our files from those of other programs. */
const applicationId = 0x68_75_6d_61

/** To be raised with every change of what is stored that the code before, or after, would misread. */
const format = 2

const numberOf = (database: DatabaseSync, sql: string): number =>
  Object.values(database.prepare(sql).get() ?? {})[0] as number

/** Files of before there was a format say nothing of who made them. */
const isOld = (database: DatabaseSync): boolean =>
  numberOf(database, 'PRAGMA application_id') === 0 &&
  numberOf(database, 'PRAGMA user_version') === 0 &&
  numberOf(database, `SELECT count(*) FROM sqlite_schema WHERE name IN ('settings', 'tokens', 'due')`) === 3

/** Throws for a file that is not the orchestrator's, that another version of it has written, or that is damaged. */
const check = (database: DatabaseSync, file: string) => {
  if (numberOf(database, 'PRAGMA application_id') !== applicationId && !isOld(database)) {
    throw unusable(file, 'it is the database of another program', 'move it away, or choose another folder')
  }
  const written = numberOf(database, 'PRAGMA user_version')
  if (written !== format) {
    const who = written > format ? 'a newer' : 'an older'
    throw unusable(
      file,
      `${who} orchestrator has written it, in format ${written}, and this one reads format ${format}`,
      'start that version again, or begin with an empty folder',
    )
  }
  const [damage] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})
  if (damage !== 'ok') {
    throw unusable(file, `it is damaged (${String(damage)})`, 'put back a copy that was made while no orchestrator ran')
  }
}

/** Looks at what there is before anything of it is changed or read as data. */
const prepare = (database: DatabaseSync, file: string) => {
  database.exec('BEGIN IMMEDIATE')
  try {
    if (numberOf(database, 'SELECT count(*) FROM sqlite_schema') > 0) check(database, file)
    else database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format}`)
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
}

/** Opens the file, or makes it; in memory without. */
export const openDatabase = (file: string | undefined, { maxPages }: FileOptions): DatabaseSync => {
  if (file === undefined) return new DatabaseSync(':memory:')
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    // What is deleted, as a value that is purged or a token, is overwritten in the file too.
    database.exec('PRAGMA secure_delete = ON')
    prepare(database, file)
    // NORMAL: whoever kills the process loses nothing; a machine without power may lose its last transactions, each
    // as a whole. FULL would keep those too, and take a third to a quarter of the writes a second.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`)
    return database
  } catch (error) {
    database?.close()
    throw explained(file, error)
  }
}

/**
 * Takes the folder for this process, until `release` or its end, however it ends: the lock is the operating system's.
 * Throws when another process has it.
 */
export const lockDataDir = (dataDir: string): { release(): void } => {
  const file = fileIn(dataDir, 'orchestrator.lock')
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file)
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    throw codeOf(error) === codes.busy
      ? unusable(
          dataDir,
          'another orchestrator works on it',
          'stop that one first, or give this one a folder of its own',
        )
      : explained(dataDir, error)
  }
  const held = lock
  return { release: () => held.close() }
}

import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { asStorageError, type FileOptions, openDatabase, rollBack } from './data-file.ts'

/**
 * What the orchestrator remembers: tables of JSON objects in SQLite, in memory or in a file.
 * An object lies in a scope (`org/app`) under an id, and keeps the place in the order in which it was made.
 */
export interface Table<T> {
  get(scope: string, id: string): T | undefined
  /** Throws when the scope has an object of that id: check first, and answer 409. */
  insert(scope: string, id: string, value: T): void
  /** Replaces the object, which must exist. */
  update(scope: string, id: string, value: T): void
  delete(scope: string, id: string): boolean
  deleteAll(scope: string): void
  list(scope: string, order?: Order): T[]
  /** The object with the least id. */
  first(scope: string): T | undefined
  /** Rows one at a time, of the scope, or with `within` of every scope that starts with it. */
  scan(query: { scope: string; within?: boolean; order?: Order; from?: number }): Generator<Row<T>>
}

export interface Row<T> {
  /** Place in the order of creation; a page token. */
  place: number
  value: T
}

export type Order = 'oldest-first' | 'newest-first'

export interface Store {
  table<T>(name: string): Table<T>
  /** Everything or nothing; calls inside one another are one transaction. */
  transaction<T>(work: () => T): T
  /** Forgets everything, keeping the tables. */
  clear(): void
  /** May be called again. */
  close(): void
}

type Write = (sql: string, ...values: SQLInputValue[]) => ReturnType<StatementSync['run']>

const createTable = <T>(statement: (sql: string) => StatementSync, run: Write, name: string): Table<T> => {
  const read = (body: unknown): T => JSON.parse(body as string) as T

  function* scan({ scope, within = false, order = 'oldest-first', from }: Parameters<Table<T>['scan']>[0]) {
    const descending = order === 'newest-first'
    // '0' follows '/' in ASCII: everything between is inside the scope.
    // The plus keeps the index on scopes out: the rows come one by one in order, without being sorted first.
    const where = within ? `+scope >= ? || '/' AND +scope < ? || '0'` : 'scope = ?'
    const sql = `SELECT place, body FROM "${name}" WHERE ${where} AND place ${descending ? '<' : '>'} ?
      ORDER BY place ${descending ? 'DESC' : 'ASC'}`
    const start = from ?? (descending ? Number.MAX_SAFE_INTEGER : -1)
    for (const row of statement(sql).iterate(...(within ? [scope, scope] : [scope]), start)) {
      yield { place: row['place'] as number, value: read(row['body']) }
    }
  }

  return {
    get: (scope, id) => {
      const row = statement(`SELECT body FROM "${name}" WHERE scope = ? AND id = ?`).get(scope, id)
      return row && read(row['body'])
    },
    insert: (scope, id, value) => {
      run(`INSERT INTO "${name}" (scope, id, body) VALUES (?, ?, ?)`, scope, id, JSON.stringify(value))
    },
    update: (scope, id, value) => {
      const sql = `UPDATE "${name}" SET body = ? WHERE scope = ? AND id = ?`
      const { changes } = run(sql, JSON.stringify(value), scope, id)
      if (changes !== 1) throw new Error(`${name} has no '${id}' in '${scope}'`)
    },
    delete: (scope, id) => run(`DELETE FROM "${name}" WHERE scope = ? AND id = ?`, scope, id).changes === 1,
    deleteAll: (scope) => void run(`DELETE FROM "${name}" WHERE scope = ?`, scope),
    list: (scope, order = 'oldest-first') => {
      const sql = `SELECT body FROM "${name}" WHERE scope = ? ORDER BY place ${order === 'oldest-first' ? 'ASC' : 'DESC'}`
      return statement(sql)
        .all(scope)
        .map((row) => read(row['body']))
    },
    first: (scope) => {
      const row = statement(`SELECT body FROM "${name}" WHERE scope = ? ORDER BY id LIMIT 1`).get(scope)
      return row && read(row['body'])
    },
    scan,
  }
}

/**
 * Opens the store in `file`, or in memory. What a transaction has committed survives a crash of the process. Throws a
 * sentence for people when the file cannot be used.
 */
export const openStore = (file?: string, options: FileOptions = {}): Store => {
  const database = openDatabase(file, options)
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const tables = new Set<string>()
  let depth = 0
  let isOpen = true
  let failure: unknown

  const run: Write = (sql, ...values) => {
    // SQLite has undone the transaction: what is written after that would stand alone, and be kept.
    if (failure !== undefined) throw failure
    try {
      return statement(sql).run(...values)
    } catch (error) {
      const reason = asStorageError(error)
      if (depth > 0 && reason !== error) failure = reason
      throw reason
    }
  }

  return {
    table: (name) => {
      if (!tables.has(name)) {
        database.exec(
          `CREATE TABLE IF NOT EXISTS "${name}"
             (place INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL);
           CREATE UNIQUE INDEX IF NOT EXISTS "${name} by id" ON "${name}" (scope, id);
           CREATE INDEX IF NOT EXISTS "${name} in order" ON "${name}" (scope, place)`,
        )
        tables.add(name)
      }
      return createTable(statement, run, name)
    },
    transaction: (work) => {
      if (depth > 0) return work()
      failure = undefined
      depth += 1
      try {
        database.exec('BEGIN IMMEDIATE')
        const result = work()
        // Somebody may have caught it.
        if (failure !== undefined) throw failure
        database.exec('COMMIT')
        return result
      } catch (error) {
        rollBack(database)
        throw asStorageError(error)
      } finally {
        depth -= 1
        failure = undefined
      }
    },
    clear: () => {
      for (const name of tables) run(`DELETE FROM "${name}"`)
    },
    close: () => {
      if (isOpen) database.close()
      isOpen = false
    },
  }
}

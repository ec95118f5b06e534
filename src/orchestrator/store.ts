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
  /** For what nobody asks for by its id: it follows from the place. */
  append(scope: string, value: T): void
  /** Replaces the object, which must exist. */
  update(scope: string, id: string, value: T): void
  delete(scope: string, id: string): boolean
  deleteAll(scope: string): void
  list(scope: string, order?: Order): T[]
  /** The object with the least id. */
  first(scope: string): T | undefined
  /**
   * Rows one at a time, of the scope, or with `within` of every scope that starts with it. For a loop, which ends it
   * when it is left: until then the database keeps all that is written. A scan that begins within another one of the
   * same kind and order ends that one with an error.
   */
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

type Write = (sql: string, ...values: SQLInputValue[]) => Pick<ReturnType<StatementSync['run']>, 'changes'>

/** What a table asks of the database; a table that nothing was ever put into is not there. */
interface Access {
  exists(): boolean
  make(): void
  statement(sql: string): StatementSync
  run: Write
  recent: Recent
}

/**
 * Bodies of small rows as they were last read: who calls, in which application, is asked with every request. A read that
 * ends here takes a fourth of the time, and a write a tenth less. Nobody else writes to the file.
 */
interface Recent {
  get(key: string): string | undefined
  set(key: string, body: string): void
  forget(key: string): void
  clear(): void
}

const mostRecent = 1000
const longestRecent = 4096

const createRecent = (): Recent => {
  const bodies = new Map<string, string>()
  return {
    get: (key) => bodies.get(key),
    set: (key, body) => {
      if (body.length > longestRecent) return
      if (bodies.size === mostRecent) bodies.clear()
      bodies.set(key, body)
    },
    forget: (key) => void bodies.delete(key),
    clear: () => bodies.clear(),
  }
}

const createTable = <T>(name: string, { exists, make, statement, run, recent }: Access): Table<T> => {
  const keyOf = (scope: string, id: string) => `${name} ${scope.length} ${scope}${id}`
  const read = (body: unknown): T => JSON.parse(body as string) as T
  // Written once: a statement is found again by its text.
  const own = 'WHERE scope = ? AND id = ?'
  const sql = {
    get: `SELECT body FROM "${name}" ${own}`,
    insert: `INSERT INTO "${name}" (scope, id, body) VALUES (?, ?, ?)`,
    append: `INSERT INTO "${name}" (scope, id, body)
      VALUES (?, (SELECT ifnull(max(place), 0) + 1 FROM "${name}"), ?)`,
    update: `UPDATE "${name}" SET body = ? ${own}`,
    delete: `DELETE FROM "${name}" ${own}`,
    deleteAll: `DELETE FROM "${name}" WHERE scope = ?`,
    first: `SELECT body FROM "${name}" WHERE scope = ? ORDER BY id LIMIT 1`,
    list: {
      'oldest-first': `SELECT body FROM "${name}" WHERE scope = ? ORDER BY place ASC`,
      'newest-first': `SELECT body FROM "${name}" WHERE scope = ? ORDER BY place DESC`,
    },
  }

  function* scan({ scope, within = false, order = 'oldest-first', from }: Parameters<Table<T>['scan']>[0]) {
    if (!exists()) return
    const descending = order === 'newest-first'
    // '0' follows '/' in ASCII: everything between is inside the scope.
    // The plus keeps the index on scopes out: the rows come one by one in order, without being sorted first.
    const where = within ? `+scope >= ? || '/' AND +scope < ? || '0'` : 'scope = ?'
    const rows = `SELECT place, body FROM "${name}" WHERE ${where} AND place ${descending ? '<' : '>'} ?
      ORDER BY place ${descending ? 'DESC' : 'ASC'}`
    const start = from ?? (descending ? Number.MAX_SAFE_INTEGER : -1)
    for (const row of statement(rows).iterate(...(within ? [scope, scope] : [scope]), start)) {
      yield { place: row['place'] as number, value: read(row['body']) }
    }
  }

  return {
    get: (scope, id) => {
      const key = keyOf(scope, id)
      const known = recent.get(key)
      if (known !== undefined) return read(known)
      const row = exists() ? statement(sql.get).get(scope, id) : undefined
      if (!row) return undefined
      recent.set(key, row['body'] as string)
      return read(row['body'])
    },
    insert: (scope, id, value) => {
      make()
      run(sql.insert, scope, id, JSON.stringify(value))
    },
    append: (scope, value) => {
      make()
      run(sql.append, scope, JSON.stringify(value))
    },
    update: (scope, id, value) => {
      recent.forget(keyOf(scope, id))
      if (!exists() || run(sql.update, JSON.stringify(value), scope, id).changes !== 1)
        throw new Error(`${name} has no '${id}' in '${scope}'`)
    },
    delete: (scope, id) => {
      recent.forget(keyOf(scope, id))
      return exists() && run(sql.delete, scope, id).changes === 1
    },
    deleteAll: (scope) => {
      recent.clear()
      if (exists()) run(sql.deleteAll, scope)
    },
    list: (scope, order = 'oldest-first') => {
      const rows = exists() ? statement(sql.list[order]).all(scope) : []
      return rows.map((row) => read(row['body']))
    },
    first: (scope) => {
      const row = exists() ? statement(sql.first).get(scope) : undefined
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
  const tables = new Set(
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
      .all()
      .map((row) => row['name'] as string),
  )
  const recent = createRecent()
  /** Those that are gone again when the transaction is undone. */
  const made: string[] = []
  let depth = 0
  let isOpen = true
  let failure: unknown

  const write = <T>(work: () => T): T => {
    // SQLite has undone the transaction: what is written after that would stand alone, and be kept.
    if (failure !== undefined) throw failure
    try {
      return work()
    } catch (error) {
      const reason = asStorageError(error)
      if (depth > 0 && reason !== error) failure = reason
      throw reason
    }
  }
  const run: Write = (sql, ...values) => write(() => statement(sql).run(...values))

  const transaction: Store['transaction'] = (work) => {
    if (depth > 0) return work()
    failure = undefined
    depth += 1
    try {
      statement('BEGIN IMMEDIATE').run()
      const result = work()
      // Somebody may have caught it.
      if (failure !== undefined) throw failure
      statement('COMMIT').run()
      return result
    } catch (error) {
      rollBack(database)
      recent.clear()
      for (const name of made) tables.delete(name)
      throw asStorageError(error)
    } finally {
      depth -= 1
      failure = undefined
      made.length = 0
    }
  }

  // With its first row: to make all seventy, of which a small shop needs a fifth, was 10 ms of the start.
  const make = (name: string) => {
    if (tables.has(name)) return
    const sql = `CREATE TABLE "${name}"
        (place INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL);
      CREATE UNIQUE INDEX "${name} by id" ON "${name}" (scope, id);
      CREATE INDEX "${name} in order" ON "${name}" (scope, place)`
    transaction(() => write(() => database.exec(sql)))
    tables.add(name)
    if (depth > 0) made.push(name)
  }

  return {
    table: (name) =>
      createTable(name, { exists: () => tables.has(name), make: () => make(name), statement, run, recent }),
    transaction,
    clear: () => {
      recent.clear()
      for (const name of tables) run(`DELETE FROM "${name}"`)
    },
    close: () => {
      if (isOpen) database.close()
      isOpen = false
    },
  }
}

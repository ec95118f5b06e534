import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { dataFile } from '../src/orchestrator/data-file.ts'
import { createOrchestrator, type Orchestrator } from '../src/orchestrator/index.ts'
import { listen } from '../src/orchestrator/listen.ts'
import { systemRandom } from '../src/random.ts'
import { type Bench, type Options, type Row, summarise } from './row.ts'

const org = '/orgs/local-org'
const app = `${org}/apps/shop`

const seed = `
organizations:
  - id: local-org
    environment-types: [development]
    applications:
      - { id: shop, environments: [{ id: staging, type: development }] }
`

type Send = (method: string, path: string, body?: unknown) => Promise<void>

const inProcess = (orchestrator: Orchestrator) => {
  const headers = { authorization: `Bearer ${orchestrator.token}` }
  return async (method: string, path: string, body?: unknown) => {
    const text = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await orchestrator.handle({ method, url: `http://bench.test${path}`, headers, ...text })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
    return answer.body
  }
}

const overHttp = (url: string, token: string, agent: Agent): Send => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, { method, headers, agent }, (response) => {
        response.on('error', reject).on('end', resolve).resume()
      })
      sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body))
    })
}

/** Requests a second with so many at once. */
const throughput = async (connections: number, forMs: number, send: (turn: number) => Promise<void>) => {
  let turn = 0
  const began = performance.now()
  const worker = async () => {
    while (performance.now() - began < forMs) await send((turn += 1))
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return (turn * 1000) / (performance.now() - began)
}

/** The same bytes from a server that does nothing else. */
const openBareServer = async (body: string) => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

const delta = { metadata: { name: 'bench' }, modules: { add: { web: { profile: 'humanitec/default-module' } } } }

interface KeptTable {
  name: string
  /** Makes the table and its indexes. */
  schema: string
  row: { scope: string; body: string }
}

/** Where a write goes in the orchestrator's file, the object and the entry of the audit log, with a row of each as it is. */
const keptTables = (file: string): KeptTable[] => {
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = ['deltas', 'audit-log'].map((name) => {
    const made = database.prepare('SELECT sql FROM sqlite_schema WHERE tbl_name = ?').all(name)
    const row = database.prepare(`SELECT scope, body FROM "${name}" ORDER BY place DESC`).get()
    return { name, schema: made.map(({ sql }) => sql).join(';'), row: row as unknown as KeptTable['row'] }
  })
  database.close()
  return tables
}

/** Commits the same rows, with ids of their own, to a file with the same tables that grows alike, and does nothing else. */
const openBareFile = (file: string, tables: readonly KeptTable[]) => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  for (const { schema } of tables) database.exec(schema)
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')]
  const inserts = tables.map(({ name, row }) => ({
    row,
    insert: database.prepare(`INSERT INTO "${name}" (scope, id, body) VALUES (?, ?, ?)`),
  }))
  const write = () => {
    begin.run()
    for (const { insert, row } of inserts) insert.run(row.scope, systemRandom.hex(20), row.body)
    commit.run()
    return Promise.resolve()
  }
  return { write, close: () => database.close() }
}

const reads = async ({ quick }: Options): Promise<Row[]> => {
  const forMs = quick ? 500 : 3000
  const orchestrator = createOrchestrator({ seed })
  const path = `${app}/envs/staging`
  const { url, close } = await listen(orchestrator, { host: '127.0.0.1', port: 0 })
  const bare = await openBareServer(await inProcess(orchestrator)('GET', path))
  const rows: Row[] = []
  for (const connections of [1, 32]) {
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const ours = overHttp(url, orchestrator.token, agent)
    const theirs = overHttp(bare.url, orchestrator.token, agent)
    const pairs: { ratio: number; ours: number }[] = []
    for (let turn = 0; turn < (quick ? 2 : 5); turn += 1) {
      const floor = await throughput(connections, forMs, () => theirs('GET', path))
      const rate = await throughput(connections, forMs, () => ours('GET', path))
      if (turn > 0) pairs.push({ ratio: rate / floor, ours: rate })
    }
    agent.destroy()
    rows.push({
      id: `reads-${connections}`,
      what: `reads a second on ${connections} connection${connections > 1 ? 's' : ''}, over a bare node:http server's`,
      unit: 'ratio',
      ...summarise(pairs.map(({ ratio }) => ratio)),
      note: `${summarise(pairs.map(({ ours: rate }) => rate)).value.toFixed(0)} requests/s`,
    })
  }
  await close()
  orchestrator.close()
  bare.server.close()
  return rows
}

const writes = async ({ quick }: Options): Promise<Row[]> => {
  const forMs = quick ? 500 : 3000
  const folder = mkdtempSync(join(tmpdir(), 'bench-writes-'))
  try {
    const orchestrator = createOrchestrator({ seed, dataDir: join(folder, 'data') })
    const call = inProcess(orchestrator)
    await call('POST', `${app}/deltas`, delta)
    const bare = openBareFile(join(folder, 'bare.sqlite'), keptTables(dataFile(join(folder, 'data'))))
    const pairs: { ratio: number; ours: number }[] = []
    for (let turn = 0; turn < (quick ? 2 : 5); turn += 1) {
      const floor = await throughput(1, forMs, bare.write)
      const rate = await throughput(1, forMs, async () => void (await call('POST', `${app}/deltas`, delta)))
      if (turn > 0) pairs.push({ ratio: floor / rate, ours: rate })
    }
    orchestrator.close()
    bare.close()
    return [
      {
        id: 'writes',
        what: 'a durable write (POST of a delta), over a bare SQLite loop that commits the same rows',
        unit: 'ratio',
        ...summarise(pairs.map(({ ratio }) => ratio)),
        note: `${summarise(pairs.map(({ ours }) => ours)).value.toFixed(0)} writes/s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads that a workflow makes, whose answers have the same size however much there is besides. */
const steady = [
  ['versions', 'an artefact version by its reference', `${org}/artefact-versions?reference=registry.test/known:1`],
  ['environment', 'an environment', `${app}/envs/staging`],
  ['runs', 'ten runs', `${app}/pipelines/default/runs?per_page=10`],
  ['audit', 'ten entries of the audit log', `${org}/audit-logs?per_page=10`],
] as const

const medianOf = async (call: (method: string, path: string) => Promise<unknown>, path: string, runs: number) => {
  const times: number[] = []
  for (let turn = -3; turn < runs; turn += 1) {
    const began = performance.now()
    await call('GET', path)
    if (turn >= 0) times.push(performance.now() - began)
  }
  return summarise(times).value
}

const growth = async ({ quick }: Options): Promise<Row[]> => {
  const most = quick ? 5000 : 100_000
  const orchestrator = createOrchestrator({ seed })
  const call = inProcess(orchestrator)
  const register = (name: string) => call('POST', `${org}/artefact-versions`, { type: 'container', name, version: '1' })
  await register('registry.test/known')
  for (let made = 0; made < 100; made += 1) await register(`registry.test/image-${made}`)
  const before = await Promise.all(steady.map(([, , path]) => medianOf(call, path, 25)))
  for (let made = 100; made < most; made += 1) {
    await call('POST', `${org}/artefact-versions`, {
      type: 'container',
      name: `registry.test/image-${made % 500}`,
      version: String(made),
    })
    if (made % 10 === 0) await call('POST', `${app}/deltas`, delta)
  }
  const rows: Row[] = []
  for (const [index, [id, what, path]] of steady.entries()) {
    const after = await medianOf(call, path, 25)
    const start = before[index] ?? Number.NaN
    rows.push({
      id: `growth-${id}`,
      what: `GET of ${what} with ${most} objects in the store, over that with 100`,
      unit: 'ratio',
      value: after / start,
      note: `${start.toFixed(2)} ms, ${after.toFixed(2)} ms`,
    })
  }
  orchestrator.close()
  return rows
}

/** The embedded orchestrator. */
export const orchestrator: Bench = {
  name: 'orchestrator',
  slow: true,
  rows: async (options) => [...(await reads(options)), ...(await writes(options)), ...(await growth(options))],
}

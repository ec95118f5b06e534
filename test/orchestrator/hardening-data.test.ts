import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lockDataDir } from '../../src/orchestrator/data-file.ts'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import { type Host, main } from '../../src/orchestrator/main.ts'
import { openStore } from '../../src/orchestrator/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startOrchestrator } from '../support/orchestrator.ts'
import { aShop } from './a-shop.ts'

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const fileOf = (dataDir: string) => join(dataDir, 'orchestrator.sqlite')

/** Something to lose: a data directory with an application in it. */
const aUsedFolder = async () => {
  const dataDir = aFolder()
  const { call, orchestrator } = startOrchestrator({ dataDir })
  await call('POST', '/orgs/local-org/apps', { id: 'shop', name: 'Shop' })
  orchestrator.close()
  return dataDir
}

const problemOf = (dataDir: string): string => {
  try {
    createOrchestrator({ dataDir }).close()
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

const inFile = (dataDir: string, sql: string) => {
  const database = new DatabaseSync(fileOf(dataDir))
  database.exec(sql)
  database.close()
}

const start = async (argv: string[]) => {
  const logged: string[] = []
  const host: Host = {
    argv: ['--port', '0', ...argv],
    env: {},
    nodeVersion: 'v24.0.0',
    out: () => {},
    log: (line) => logged.push(line),
    onSignal: (stop) => stop(),
  }
  return { exitCode: await main(host), logged: logged.join('\n') }
}

describe('a data directory that cannot be used is refused with one sentence, and left as it is', () => {
  const cases: [string, (dataDir: string) => void, RegExp][] = [
    [
      'of a newer version',
      (it) => inFile(it, 'PRAGMA user_version = 999'),
      /a newer orchestrator.*format 999.*start that version again/,
    ],
    [
      'of another program',
      (it) => {
        rmSync(fileOf(it))
        inFile(it, 'CREATE TABLE settings (name TEXT)')
      },
      /database of another program.*move it away/,
    ],
    [
      'of another program that says who it is',
      (it) => inFile(it, 'PRAGMA application_id = 7'),
      /database of another program/,
    ],
    ['that is no database', (it) => writeFileSync(fileOf(it), 'notes of my own\n'.repeat(200)), /is not a database/],
    ['that was cut', (it) => truncateSync(fileOf(it), 16_384), /damaged|malformed/],
    [
      'whose pages are overwritten',
      (it) => {
        const bytes = readFileSync(fileOf(it))
        writeFileSync(fileOf(it), bytes.fill('x', 8192, bytes.length - 4096))
      },
      /damaged|malformed/,
    ],
  ]

  test.each(cases)('%s', async (_, change, expected) => {
    const dataDir = await aUsedFolder()
    change(dataDir)
    const before = readFileSync(fileOf(dataDir))
    const message = problemOf(dataDir)
    expect(message).toMatch(expected)
    expect(message).toContain(`'${fileOf(dataDir)}' cannot be used for data: `)
    expect(message).toMatch(/What to do: .*\.$/)
    expect(readFileSync(fileOf(dataDir))).toEqual(before)
    expect(await start(['--data-dir', dataDir])).toEqual({ exitCode: 1, logged: message })
  })

  test('a folder where a file is in the way', async () => {
    const dataDir = join(aFolder(), 'file')
    writeFileSync(dataDir, '')
    expect(await start(['--data-dir', dataDir])).toEqual({
      exitCode: 1,
      logged: expect.stringMatching(
        /'.*file' cannot be used for data: EEXIST.*choose a folder that can be written to\.$/,
      ),
    })
    expect((await start(['--data-dir', join(dataDir, 'below')])).logged).toMatch(/ENOTDIR/)
  })

  test('a database that is a folder', async () => {
    const dataDir = aFolder()
    mkdirSync(fileOf(dataDir))
    expect(problemOf(dataDir)).toMatch(/unable to open database file.*choose a folder that can be written to\.$/)
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may only be read', async () => {
    const dataDir = await aUsedFolder()
    chmodSync(dataDir, 0o500)
    expect(await start(['--data-dir', dataDir])).toMatchObject({ exitCode: 1 })
    chmodSync(dataDir, 0o700)
    expect(problemOf(dataDir)).toBe('')
  })
})

describe('two processes on one data directory', () => {
  test('are one too many: the second is refused, and the first goes on', async () => {
    const dataDir = aFolder()
    const lock = lockDataDir(dataDir)
    expect(await start(['--data-dir', dataDir])).toEqual({
      exitCode: 1,
      logged: `'${dataDir}' cannot be used for data: another orchestrator works on it. What to do: stop that one first, or give this one a folder of its own.`,
    })
    expect(readdirSync(dataDir)).not.toContain('orchestrator.sqlite')
    lock.release()
    expect(await start(['--data-dir', dataDir])).toEqual({ exitCode: 0, logged: '' })
    expect(await start(['--data-dir', dataDir])).toEqual({ exitCode: 0, logged: '' })
  })

  test('are refused no longer once a start has failed', async () => {
    const dataDir = aFolder()
    const seed = join(dataDir, 'seed.yaml')
    writeFileSync(seed, 'organizations: [{ id: A }]')
    expect(await start(['--data-dir', dataDir, '--seed', seed])).toMatchObject({ exitCode: 1 })
    expect(await start(['--data-dir', dataDir])).toMatchObject({ exitCode: 0 })
  })
})

describe('a disk that is full', () => {
  /** With pages for a little more than there is. */
  const aFullDisk = async (change: (call: ReturnType<typeof startOrchestrator>['call']) => Promise<unknown>) => {
    const dataDir = await aUsedFolder()
    const pages = readFileSync(fileOf(dataDir)).length / 4096
    const started = startOrchestrator({ dataDir, maxPages: pages + 3 })
    let answer = await started.call('GET', '/current-user')
    while (answer.status < 300) answer = (await change(started.call)) as typeof answer
    return { ...started, dataDir, answer }
  }

  test('is answered with 507, nothing is half done, and what is deleted makes room', async () => {
    let made = 0
    const { call, answer } = await aFullDisk((ask) => {
      made += 1
      return ask('POST', '/orgs/local-org/apps', { id: `app-${made}`, name: 'x'.repeat(500) })
    })
    expect(answer).toMatchObject({
      status: 507,
      body: {
        error: 'API-012',
        message: expect.stringContaining('The data directory cannot be written to: database or disk is full'),
      },
    })
    const apps = (await call('GET', '/orgs/local-org/apps')).body as { id: string; envs: unknown[] }[]
    expect(apps).toHaveLength(made)
    for (const { id, envs } of apps) {
      expect(envs).toHaveLength(1)
      expect((await call('GET', `/orgs/local-org/apps/${id}/pipelines`)).body).toHaveLength(1)
    }
    expect(await call('GET', `/orgs/local-org/apps/app-${made}`)).toMatchObject({ status: 404 })
    expect(await call('DELETE', '/orgs/local-org/apps/app-1')).toMatchObject({ status: 204 })
    expect(await call('POST', '/orgs/local-org/apps', { id: 'again', name: 'Again' })).toMatchObject({ status: 201 })
  })

  test('does not lose what was due, nor keeps anybody from reading: it happens once there is room', async () => {
    const options = { dataDir: aFolder(), clock: fakeClock() }
    const message = `message: '${'${{ inputs.text }}'.repeat(60)}'`
    const before = aShop(options)
    const jobs = `  tell: { steps: [{ uses: actions/humanitec/log@v1, with: { ${message} } }] }`
    const head = 'on: { pipeline_call: { inputs: { text: { type: string } } } }'
    await before.aPipeline(`id: tell\nname: Tell\n${head}\njobs:\n${jobs}\n`)
    before.orchestrator.close()
    const pages = readFileSync(fileOf(options.dataDir)).length / 4096

    const full = aShop({ ...options, maxPages: pages + 20 })
    const { status, body: run } = await full.callPipeline('tell', { text: 'x'.repeat(4000) })
    expect(status).toBe(201)
    expect(() => full.orchestrator.control.advance(0)).toThrow('The data directory cannot be written to')
    expect((await full.run(run)).completed_at ?? null).toBeNull()
    full.orchestrator.close()

    const after = aShop(options)
    after.orchestrator.work()
    expect(await after.run(run)).toMatchObject({ status: 'succeeded' })
    expect((await after.log(run, 'tell', 0)).join('')).toContain('x'.repeat(60 * 4000))
  })

  test('undoes a transaction as a whole, also where its error is caught inside', () => {
    const file = fileOf(aFolder())
    const begun = openStore(file)
    begun.table('kept').insert('', 'first', 1)
    begun.close()
    const store = openStore(file, { maxPages: readFileSync(file).length / 4096 + 1 })
    const table = store.table<string>('kept')
    const work = () =>
      store.transaction(() => {
        table.insert('', 'second', 'small')
        try {
          table.insert('', 'third', 'x'.repeat(100_000))
        } catch {
          // What a careless caller does.
        }
        table.insert('', 'fourth', 'small')
      })
    expect(work).toThrow('database or disk is full')
    expect(table.list('')).toEqual([1])
    store.transaction(() => table.insert('', 'fourth', 'small'))
    expect(table.list('')).toEqual([1, 'small'])
    store.close()
  })

  test('at the start is one sentence', () => {
    expect(() => createOrchestrator({ dataDir: aFolder(), maxPages: 20 })).toThrow(
      /database or disk is full|disk is full/,
    )
  })
})

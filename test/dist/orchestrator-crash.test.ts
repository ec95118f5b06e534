import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'

const script = join(import.meta.dirname, '../../dist/orchestrator/index.js')
const token = 'token-of-the-test'
const org = '/orgs/local-org'

interface Process {
  child: ChildProcess
  /** Undefined when it ended without having listened. */
  url: string | undefined
  ended: Promise<[number | null, NodeJS.Signals | null]>
  stderr(): string
}

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The command line before the script, as a limit on what it may write. */
const start = async (
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

interface Answer {
  status: number
  /** Of its `Link`, without the origin. */
  next?: string | undefined
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into answers, and assert what they find
  body: any
}

const caller = (url = '') => {
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

type Call = ReturnType<typeof caller>

/** What a writer makes, one after the other, each under a name of its own. */
const kinds = {
  applications: (call: Call, name: string) => call('POST', `${org}/apps`, { id: name, name }),
  environments: (call: Call, name: string) =>
    call('POST', `${org}/apps/shop/envs`, { id: name, name, type: 'development' }),
  deltas: (call: Call, name: string) => call('POST', `${org}/apps/shop/deltas`, { metadata: { name }, modules: {} }),
  versions: (call: Call, name: string) =>
    call('POST', `${org}/artefact-versions`, { type: 'container', name: 'web', version: name }),
  values: (call: Call, name: string) =>
    call('POST', `${org}/apps/shop/values`, {
      key: name.toUpperCase().replace('-', '_'),
      value: name,
      description: null,
    }),
}

type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

interface Listed {
  id: string
  value: string
  version: string
  metadata: { name: string }
  values: object
}

/** The names of what is there, in all its places. */
const whatIsThere = async (call: Call): Promise<Record<Kind, string[]>> => {
  const list = async (path: string) => (await call('GET', `${org}${path}`)).body as Listed[]
  const there = {
    applications: (await list('/apps')).map(({ id }) => id),
    environments: (await list('/apps/shop/envs')).map(({ id }) => id),
    deltas: (await list('/apps/shop/deltas')).map(({ metadata }) => metadata.name),
    versions: (await list('/artefact-versions')).map(({ version }) => version),
    values: (await list('/apps/shop/values')).map(({ value }) => value),
  }
  // Each value came with a version of the values of its own, and the last of those has them all.
  const versions = await list('/apps/shop/value-set-versions')
  expect(versions).toHaveLength(there.values.length)
  expect(Object.keys(versions[0]?.values ?? {})).toHaveLength(there.values.length)
  return there
}

/** How many of each kind the log of changes has: it is written with the last that a request does. */
const logged = async (call: Call): Promise<Record<Kind, number>> => {
  const counts = { applications: 0, environments: 0, deltas: 0, versions: 0, values: 0 }
  const kindOf: Record<string, Kind> = {
    [`${org}/apps`]: 'applications',
    [`${org}/apps/shop/envs`]: 'environments',
    [`${org}/apps/shop/deltas`]: 'deltas',
    [`${org}/artefact-versions`]: 'versions',
    [`${org}/apps/shop/values`]: 'values',
  }
  let path: string | undefined = `${org}/audit-logs?per_page=100`
  while (path !== undefined) {
    const { body, next }: Answer = await call('GET', path)
    for (const { request_path } of body as { request_path: string }[]) {
      const kind = kindOf[request_path]
      if (kind !== undefined) counts[kind] += 1
    }
    path = next
  }
  return counts
}

const kills = 6
const writers = 10

test('killed under load, again and again, it has kept all that it had answered, once, and nothing by half', async () => {
  const dataDir = aFolder()
  const acknowledged: Record<Kind, Set<string>> = {
    applications: new Set(['shop']),
    environments: new Set(['development']),
    deltas: new Set(),
    versions: new Set(),
    values: new Set(),
  }
  const asked: Record<Kind, Set<string>> = structuredClone(acknowledged)
  let made = 0

  const write = async (call: Call, kind: Kind, life: { isOver: boolean }) => {
    while (!life.isOver) {
      const name = `n-${(made += 1)}`
      asked[kind].add(name)
      try {
        const { status } = await kinds[kind](call, name)
        expect(status).toBeLessThan(300)
        acknowledged[kind].add(name)
      } catch (error) {
        // Without an answer nobody was promised anything.
        if (!life.isOver && !('code' in (error as object))) throw error
        return
      }
    }
  }

  const check = async (call: Call) => {
    const there = await whatIsThere(call)
    const changes = await logged(call)
    for (const kind of kindNames) {
      const names = new Set(there[kind])
      expect(names.size, `${kind}, each once`).toBe(there[kind].length)
      // The environment of the shop came with it.
      expect(changes[kind], `${kind} by half`).toBe(names.size - (kind === 'environments' ? 1 : 0))
      expect(
        [...acknowledged[kind]].filter((name) => !names.has(name)),
        `${kind} that are lost`,
      ).toEqual([])
      expect(
        [...names].filter((name) => !asked[kind].has(name)),
        `${kind} of nobody`,
      ).toEqual([])
      // What was there once stays, answered or not.
      for (const name of names) acknowledged[kind].add(name)
    }
    for (const name of there.applications) {
      const [pipelines, environments, criteria] = await Promise.all(
        ['pipelines', 'envs', 'pipeline-criteria'].map((part) => call('GET', `${org}/apps/${name}/${part}`)),
      )
      expect([pipelines?.body.length, criteria?.body.length], name).toEqual([1, 1])
      expect(environments?.body.length, name).toBeGreaterThan(0)
    }
  }

  const first = await start(dataDir)
  const created = await caller(first.url)('POST', `${org}/apps`, { id: 'shop', name: 'Shop' })
  expect(created.status).toBe(201)
  let running = first
  for (let kill = 0; kill < kills; kill += 1) {
    const call = caller(running.url)
    const life = { isOver: false }
    const writing = Array.from({ length: writers }, (_, n) =>
      write(call, kindNames[n % kindNames.length] ?? 'deltas', life),
    )
    const enough = kindNames.map((kind) => ({ kind, size: acknowledged[kind].size + 2 }))
    while (enough.some(({ kind, size }) => acknowledged[kind].size < size)) await systemClock.sleep(5)
    // The moment is not chosen: whatever is being done then.
    await systemClock.sleep(37 * kill)
    running.child.kill('SIGKILL')
    expect(await running.ended).toEqual([null, 'SIGKILL'])
    life.isOver = true
    await Promise.all(writing)
    running = await start(dataDir)
    expect(running.url, running.stderr()).toBeDefined()
    await check(caller(running.url))
  }
  for (const kind of kindNames) expect(acknowledged[kind].size, kind).toBeGreaterThan(kills)
  running.child.kill('SIGTERM')
  expect(await running.ended).toEqual([0, null])
  expect(running.stderr()).toBe('')
}, 60_000)

test('a second process on the same folder is refused while the first lives, and takes over once it is killed', async () => {
  const dataDir = aFolder()
  const first = await start(dataDir)
  const second = await start(dataDir)
  expect(await second.ended).toEqual([1, null])
  expect(second.stderr()).toBe(
    `'${dataDir}' cannot be used for data: another orchestrator works on it. What to do: stop that one first, or give this one a folder of its own.\n`,
  )
  expect(await caller(first.url)('GET', `${org}/apps`)).toMatchObject({ status: 200 })
  first.child.kill('SIGKILL')
  await first.ended
  expect((await start(dataDir)).url).toBeDefined()
})

const isRoot = process.getuid?.() === 0

test.skipIf(process.platform === 'win32')(
  'a folder that may only be read is one sentence, and exit code 1',
  async () => {
    const dataDir = aFolder()
    chmodSync(dataDir, 0o555)
    // Who may do everything is somebody else for this: nobody.
    const { ended, stderr } = await start(dataDir, isRoot ? { uid: 65_534 } : {})
    expect(await ended).toEqual([1, null])
    expect(stderr()).toMatch(
      /^'.*' cannot be used for data: .*\. What to do: choose a folder that can be written to\.\n$/,
    )
    expect(readdirSync(dataDir)).toEqual([])
  },
)

const prlimit = '/usr/bin/prlimit'

test.skipIf(!existsSync(prlimit))(
  'a disk with no more room is answered with 507, and used again once there is some',
  async () => {
    const dataDir = aFolder()
    const { child, url, stderr } = await start(dataDir, { before: [prlimit, '--fsize=2000000:unlimited'] })
    expect(url, stderr()).toBeDefined()
    const call = caller(url)
    expect(await kinds.applications(call, 'shop')).toMatchObject({ status: 201 })
    const names: string[] = []
    let answer = await kinds.applications(call, 'a-0')
    for (let at = 1; answer.status === 201; at += 1) {
      names.push(`a-${at - 1}`)
      answer = await kinds.applications(call, `a-${at}`)
    }
    expect(answer).toMatchObject({
      status: 507,
      body: {
        message: expect.stringMatching(/^The data directory cannot be written to: .*make room, and repeat it\.$/),
      },
    })
    const listed = (await call('GET', `${org}/apps`)).body as { id: string }[]
    expect(listed.map(({ id }) => id)).toEqual(['shop', ...names])
    spawnSync(prlimit, ['--pid', String(child.pid), '--fsize=unlimited'])
    expect(await kinds.applications(call, `a-${names.length}`)).toMatchObject({ status: 201 })
  },
)

test('no token is in the folder', async () => {
  const dataDir = aFolder()
  const { child, url, ended } = await start(dataDir)
  expect(await kinds.applications(caller(url), 'shop')).toMatchObject({ status: 201 })
  child.kill('SIGTERM')
  await ended
  for (const name of readdirSync(dataDir)) expect(readFileSync(join(dataDir, name), 'latin1')).not.toContain(token)
})

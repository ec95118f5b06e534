import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, type Call, caller, org, startProcess, token } from './an-orchestrator-process.ts'

const createApplication = (call: Call, name: string) => call('POST', `${org}/apps`, { id: name, name })

test('a second process on the same folder is refused while the first lives, and takes over once it is killed', async () => {
  const dataDir = aFolder()
  const first = await startProcess(dataDir)
  const second = await startProcess(dataDir)
  expect(await second.ended).toEqual([1, null])
  expect(second.stderr()).toBe(
    `'${dataDir}' cannot be used for data: another orchestrator works on it. What to do: stop that one first, or give this one a folder of its own.\n`,
  )
  expect(await caller(first.url)('GET', `${org}/apps`)).toMatchObject({ status: 200 })
  first.child.kill('SIGKILL')
  await first.ended
  expect((await startProcess(dataDir)).url).toBeDefined()
})

const isRoot = process.getuid?.() === 0

test.skipIf(process.platform === 'win32')(
  'a folder that may only be read is one sentence, and exit code 1',
  async () => {
    const dataDir = aFolder()
    chmodSync(dataDir, 0o555)
    // Who may do everything is somebody else for this: nobody.
    const { ended, stderr } = await startProcess(dataDir, isRoot ? { uid: 65_534 } : {})
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
    const { child, url, stderr } = await startProcess(dataDir, { before: [prlimit, '--fsize=2000000:unlimited'] })
    expect(url, stderr()).toBeDefined()
    const call = caller(url)
    expect(await createApplication(call, 'shop')).toMatchObject({ status: 201 })
    const names: string[] = []
    let answer = await createApplication(call, 'a-0')
    for (let at = 1; answer.status === 201; at += 1) {
      names.push(`a-${at - 1}`)
      answer = await createApplication(call, `a-${at}`)
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
    expect(await createApplication(call, `a-${names.length}`)).toMatchObject({ status: 201 })
  },
)

test('no token is in the folder', async () => {
  const dataDir = aFolder()
  const { child, url, ended } = await startProcess(dataDir)
  expect(await createApplication(caller(url), 'shop')).toMatchObject({ status: 201 })
  child.kill('SIGTERM')
  await ended
  const contents = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'))
  expect(contents).not.toEqual([])
  for (const content of contents) expect(content).not.toContain(token)
})

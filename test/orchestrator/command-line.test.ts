import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { type Host, main } from '../../src/orchestrator/main.ts'

const temporaryFile = (name: string, text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** Runs the command line until it has ended, or until it is ready, which `whileReady` then looks at. */
const run = async (
  argv: string[],
  { whileReady = () => {}, ...host }: Partial<Host> & { whileReady?: (ready: Ready) => unknown } = {},
) => {
  const printed: string[] = []
  const logged: string[] = []
  let problem: unknown
  const exitCode = await main({
    argv,
    env: {},
    nodeVersion: 'v24.0.0',
    out: (line) => printed.push(line),
    log: (line) => logged.push(line),
    onSignal: (stop) => {
      const look = async () => {
        try {
          await whileReady(JSON.parse(printed[0] ?? '{}'))
        } catch (error) {
          problem = error
        } finally {
          stop()
        }
      }
      void look()
    },
    ...host,
  })
  if (problem !== undefined) throw problem
  return { exitCode, printed, logged: logged.join('\n') }
}

interface Ready {
  event: string
  url: string
  org: string
  token: string
}

const statusOf = async ({ url }: Ready, token: string) => {
  const response = await fetch(`${url}/current-user`, { headers: { authorization: `Bearer ${token}` } })
  await response.text()
  return response.status
}

test('prints one line when it listens: where, for which organization, and the token', async () => {
  const { exitCode, printed, logged } = await run(['--port', '0'], {
    whileReady: async (ready) => {
      expect(ready).toMatchObject({ event: 'ready', org: 'local-org' })
      expect(ready.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(await statusOf(ready, ready.token)).toBe(200)
      expect(await statusOf(ready, 'another')).toBe(401)
    },
  })
  expect({ exitCode, logged, lines: printed.length }).toEqual({ exitCode: 0, logged: '', lines: 1 })
})

test('takes the token from the environment', async () => {
  await run(['--port', '0'], {
    env: { ORCHESTRATOR_TOKEN: 'of-my-own' },
    whileReady: async (ready) => {
      expect(ready.token).toBe('of-my-own')
      expect(await statusOf(ready, 'of-my-own')).toBe(200)
    },
  })
})

test('begins with the seed, and opens the control door only when told to', async () => {
  const seed = temporaryFile('seed.yaml', 'organizations: [{ id: acme }]')
  const reset = async ({ url }: Ready, text: string) => {
    const body = JSON.stringify({ seed: text })
    return (await fetch(`${url}/_orchestrator/reset`, { method: 'POST', body })).status
  }
  await run(['--port', '0', '--seed', seed], {
    whileReady: async (ready) => {
      expect(ready.org).toBe('acme')
      expect(await reset(ready, 'organizations: []')).toBe(404)
    },
  })
  await run(['--port', '0', '--control'], {
    whileReady: async (ready) => {
      expect(await reset(ready, 'organizations: [{ id: acme }]')).toBe(200)
      expect(await reset(ready, 'organizations: [{ id: 7 }]')).toBe(400)
    },
  })
})

test('sends what the http step of a pipeline asks for', async () => {
  const hook = createServer((_, response) => response.end('thanks')).listen(0, '127.0.0.1')
  const received = once(hook, 'request')
  await once(hook, 'listening')
  onTestFinished(() => void hook.close())
  const { port } = hook.address() as AddressInfo
  const seed = temporaryFile('seed.yaml', 'organizations: [{ id: acme, applications: [{ id: shop }] }]')
  await run(['--port', '0', '--seed', seed, '--allow-http', 'hooks.test'], {
    whileReady: async ({ url, token }) => {
      const post = async (path: string, body: string) => {
        const headers = { authorization: `Bearer ${token}` }
        const answer = await fetch(`${url}/orgs/acme/apps/shop/pipelines${path}`, { method: 'POST', headers, body })
        expect(await answer.text()).toContain('shop')
      }
      const inputs = `{ method: DELETE, url: 'http://127.0.0.1:${port}/hook' }`
      const steps = `[{ uses: actions/humanitec/http@v1, with: ${inputs} }]`
      await post('', `{ id: tell, name: Tell, on: { pipeline_call: {} }, jobs: { go: { steps: ${steps} } } }`)
      await post('/tell/runs', '{ "inputs": {} }')
      const [request] = await received
      expect(request).toMatchObject({ method: 'DELETE', url: '/hook' })
    },
  })
})

test('shows how it is used', async () => {
  const { exitCode, printed } = await run(['--help'])
  expect(exitCode).toBe(0)
  expect(printed[0]).toContain('--data-dir DIR')
})

test.each([
  ['an unknown option', ['--prot', '1'], "Unknown option '--prot'"],
  ['a value too many', ['seed.yaml'], "Unexpected argument 'seed.yaml'"],
  ['a port that is none', ['--port', 'http'], "--port must be 0 to 65535, not 'http'"],
  ['a port out of range', ['--port', '65536'], "--port must be 0 to 65535, not '65536'"],
  [
    'a seed file that is not there',
    ['--seed', '/nowhere/seed.yaml'],
    "--seed '/nowhere/seed.yaml' cannot be read: ENOENT: no such file or directory",
  ],
  ['a URL for a host', ['--allow-http', 'http://x.test/'], "not 'http://x.test/'"],
  ['an API that a token would travel to unencrypted', ['--github-api-url', 'http://x.test'], "not 'http://x.test'"],
  ['a key that is not there', ['--tls-cert', '/dev/null', '--tls-key', '/nowhere.pem'], "--tls-key '/nowhere.pem'"],
  ['half a certificate', ['--tls-cert', 'cert.pem'], '--tls-cert and --tls-key go together'],
])('%s is a usage error', async (_, argv, expected) => {
  const { exitCode, printed, logged } = await run(argv)
  expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: [] })
  expect(logged).toContain(expected)
  expect(logged).toContain('Usage: ')
})

test('a seed with a mistake, and a port that is taken, end it with one message', async () => {
  const seed = temporaryFile('seed.yaml', 'organizations:\n  - name: acme\n')
  expect(await run(['--port', '0', '--seed', seed])).toMatchObject({
    exitCode: 1,
    printed: [],
    logged: expect.stringContaining("line 2, organizations[0]: 'id' is missing"),
  })
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  expect(await run(['--port', String(port)])).toMatchObject({
    exitCode: 1,
    printed: [],
    logged: expect.stringContaining('EADDRINUSE'),
  })
})

test.each(['v20.19.0', 'v22.12.0'])('on Node.js %s, which has no SQLite, it says what to do', async (nodeVersion) => {
  const { exitCode, logged } = await run(['--port', '0'], { nodeVersion })
  expect(exitCode).toBe(1)
  expect(logged).toContain(nodeVersion)
  expect(logged).toContain('npm run orchestrator')
})

test('the bundle starts, answers, and shuts down on SIGTERM', async () => {
  const script = join(import.meta.dirname, '../../dist/orchestrator/index.js')
  const child = spawn(process.execPath, [script, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = once(child, 'exit')
  const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const ready = JSON.parse(value as string) as Ready
  expect(await statusOf(ready, ready.token)).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(stderr).toBe('')
  await expect(fetch(ready.url)).rejects.toThrow('fetch failed')
})

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..')

const seed = `
organizations:
  - id: local-org
    environment-types: [development]
    applications:
      - id: shop
        environments: [{ id: staging, type: development }]
        deployed:
          - environments: [staging]
            set: { modules: { web: { spec: { containers: { main: { image: 'registry.test/web:0' } } } } } }
cluster: { pending: 0s, duration: 0s, ready-after: 0s }
`

/** What a step needs to reach the orchestrator that was started for it. */
export interface Shop {
  readonly url: string
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** A key and a certificate for this machine, which steps are told to trust; undefined where there is no openssl. */
const makeCertificate = (folder: string): { cert: string; key: string } | undefined => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const names = ['-subj', '/CN=bench', '-addext', 'subjectAltName=IP:127.0.0.1']
  try {
    execFileSync('openssl', ['req', '-x509', ...curve, '-nodes', ...names, '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    })
    return { cert, key }
  } catch {
    return undefined
  }
}

/** The committed orchestrator as a process of its own, over TLS where this machine can make a certificate. */
export const openShop = async ({ secure = true } = {}): Promise<Shop> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-shop-'))
  writeFileSync(join(folder, 'seed.yaml'), seed)
  const certificate = secure ? makeCertificate(folder) : undefined
  const tls = certificate ? ['--tls-cert', certificate.cert, '--tls-key', certificate.key] : []
  const args = [join(root, 'dist/orchestrator/index.js'), '--port', '0', '--seed', join(folder, 'seed.yaml'), ...tls]
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface(server.stdout)
  const [line] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?]
  if (line === undefined) throw new Error('the orchestrator did not start')
  const { url, org, token } = JSON.parse(line) as { url: string; org: string; token: string }
  return {
    url,
    inputs: { token, org, app: 'shop', 'api-url': url },
    env: certificate ? { NODE_EXTRA_CA_CERTS: certificate.cert } : {},
    close: async () => {
      const ended = once(server, 'close')
      server.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { aCertificate } from '../support/certificate.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aFolder } from './an-orchestrator-process.ts'

const certificate = aCertificate()
const script = join(import.meta.dirname, '../../dist/orchestrator/index.js')

test.skipIf(!certificate)('a step reaches the orchestrator over HTTPS once it trusts its certificate', async () => {
  const folder = aFolder()
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  writeFileSync(key, certificate?.key ?? '')
  writeFileSync(cert, certificate?.cert ?? '')
  const child = spawn(process.execPath, [script, '--port', '0', '--tls-cert', cert, '--tls-key', key])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { url, org, token } = JSON.parse(line) as { url: string; org: string; token: string }
  expect(url).toMatch(/^https:/)

  const inputs = { token, org, 'api-url': url, image: 'registry.test/web:1', timeout: '5s' }
  const trusting = await runBundle('register-artefact', { inputs, env: { NODE_EXTRA_CA_CERTS: cert } })
  expect(trusting).toMatchObject({ exitCode: 0, outputs: { created: 'true' } })
  const wary = await runBundle('register-artefact', { inputs })
  expect(wary.exitCode).toBe(1)
  expect(wary.stdout).toContain('is not trusted')
})

import { openCountingServer } from './counting-server.ts'
import { runStep } from './process.ts'
import { type Bench, type Row, summarise } from './row.ts'

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
`

const image = { image: 'registry.test/web:1' }
type Counted = [id: string, what: string, action: string, inputs: Record<string, string>]

const counted = (deltaId: string): Counted[] => [
  ['calls-register-new', 'register-artefact of a new version', 'register-artefact', image],
  ['calls-register-known', 'register-artefact of a version that exists', 'register-artefact', image],
  [
    'calls-create-delta',
    'create-delta with plan',
    'create-delta',
    { env: 'staging', images: 'web/main=registry.test/web:1' },
  ],
  [
    'calls-deploy',
    'deploy of a delta without waiting',
    'deploy',
    { env: 'staging', wait: 'false', 'delta-id': deltaId },
  ],
]

const countCalls = async (): Promise<Row[]> => {
  const server = await openCountingServer({ seed })
  const rows: Row[] = []
  try {
    const delta = await server.ask('POST', '/orgs/local-org/apps/shop/deltas', { metadata: { name: 'bench' } })
    for (const [id, what, action, inputs] of counted((delta as { id: string }).id)) {
      const { exitCode, stdout } = await runStep(action, { inputs: { ...server.inputs, ...inputs } })
      if (exitCode !== 0) throw new Error(`${id} ended with ${exitCode}: ${stdout}`)
      const requests = server.takeRequests()
      const connections = server.takeConnections()
      if (connections !== 1) throw new Error(`${id} took ${connections} connections`)
      rows.push({ id, what: `calls of ${what}, on one connection`, unit: 'calls', value: requests.length })
    }
    return rows
  } finally {
    await server.close()
  }
}

const count = 200
const concurrency = 8
const delayMs = 50
/** Two calls for each image, as many at once as there may be. */
const idealMs = (2 * count * delayMs) / concurrency

const registerMany = async (runs: number): Promise<Row> => {
  const ratios: number[] = []
  for (let turn = 0; turn < runs; turn += 1) {
    const server = await openCountingServer({ seed, delayMs })
    const images = Array.from({ length: count }, (_, index) => `registry.test/web-${index}:1`).join('\n')
    const inputs = { ...server.inputs, images, concurrency: String(concurrency) }
    const { ms, exitCode, stdout } = await runStep('register-artefact', { inputs })
    await server.close()
    if (exitCode !== 0) throw new Error(`register-artefact of many ended with ${exitCode}: ${stdout}`)
    ratios.push(ms / idealMs)
  }
  const what = `register-artefact of ${count} new images, ${concurrency} at once, answers after ${delayMs} ms, over the ideal`
  return { id: 'register-many', what, unit: 'ratio', ...summarise(ratios), note: `ideal ${idealMs} ms` }
}

/** What goes over the wire. */
export const calls: Bench = {
  name: 'calls',
  rows: async ({ quick }) => [...(await countCalls()), await registerMany(quick ? 1 : 5)],
}

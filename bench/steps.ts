import { type Ended, runFloor, runProcess, runStep, type StepInputs } from './process.ts'
import { type Bench, type Row, summarise } from './row.ts'
import { openShop, type Shop } from './shop.ts'

const warmUps = 2

interface Compared {
  readonly id: string
  readonly what: string
  readonly run: (turn: number) => Promise<Ended>
  readonly exitCode: number
}

/** Runs floor and step alternately, so that what else the machine does touches both. */
const compare = async ({ id, what, run, exitCode }: Compared, runs: number): Promise<Row> => {
  const floors: number[] = []
  const ratios: number[] = []
  for (let turn = -warmUps; turn < runs; turn += 1) {
    const floor = await runFloor()
    const step = await run(turn)
    if (step.exitCode !== exitCode) throw new Error(`${id} ended with ${step.exitCode}: ${step.stdout}${step.stderr}`)
    if (turn < 0) continue
    floors.push(floor.ms)
    ratios.push(step.ms / floor.ms)
  }
  const floor = summarise(floors).value
  return { id, what, unit: 'ratio', ...summarise(ratios), note: `floor ${floor.toFixed(0)} ms` }
}

const withShop = (shop: Shop, inputs: Record<string, string>): StepInputs => ({
  inputs: { ...shop.inputs, ...inputs },
  env: shop.env,
})

/** Two reads on one connection with what Node.js has itself, and nothing said: no step over HTTPS can cost less. */
const bareCalls = `
const { Agent, get } = require(process.env.URL.startsWith('https:') ? 'node:https' : 'node:http')
const agent = new Agent({ keepAlive: true })
const headers = { authorization: 'Bearer ' + process.env.TOKEN }
const read = (then) =>
  get(process.env.URL + '/orgs/local-org/artefact-versions?reference=x', { agent, headers }, (message) => {
    message.resume().on('end', then)
  })
read(() => read(() => agent.destroy()))
`

const image = (turn: number) => `registry.test/web-${turn + warmUps}:1`

const comparisons = (shop: Shop, scheme: string): Compared[] => [
  {
    id: 'start-up',
    what: 'a step that fails on a missing input',
    run: () => runStep('create-delta', { inputs: {} }),
    exitCode: 1,
  },
  {
    id: 'bare-calls',
    what: `two calls with nothing but Node.js itself ${scheme}`,
    run: () => runProcess(['-e', bareCalls], { ...shop.env, URL: shop.url, TOKEN: shop.inputs['token'] ?? '' }),
    exitCode: 0,
  },
  {
    id: 'register-artefact',
    what: `register-artefact of one new image (2 calls) ${scheme}`,
    run: (turn) => runStep('register-artefact', withShop(shop, { image: image(turn) })),
    exitCode: 0,
  },
  {
    id: 'create-delta',
    what: `create-delta with plan (3 calls) ${scheme}`,
    run: (turn) => runStep('create-delta', withShop(shop, { env: 'staging', images: `web/main=${image(turn)}` })),
    exitCode: 0,
  },
  {
    id: 'orchestrator-start',
    what: 'the orchestrator from start to ready, and its end',
    run: async () => {
      const began = performance.now()
      const another = await openShop({ secure: false })
      const ms = performance.now() - began
      await another.close()
      return { ms, exitCode: 0, stdout: '', stderr: '' }
    },
    exitCode: 0,
  },
]

/** Writes the most memory a process has had, in KiB, at its end. */
const spy = `process.on('exit', () => process.stderr.write('RSS ' + process.resourceUsage().maxRSS + '\\n'))`
const withSpy = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(spy)}` }
const memoryOf = ({ stderr }: Ended) => Number(/^RSS (\d+)$/m.exec(stderr)?.[1]) / 1024

const memory = async (shop: Shop, runs: number): Promise<Row[]> => {
  const floors: number[] = []
  const steps: number[] = []
  for (let turn = 0; turn < runs; turn += 1) {
    floors.push(memoryOf(await runProcess(['-e', '0'], withSpy)))
    const { inputs, env } = withShop(shop, { env: 'staging', images: `web/main=${image(100 + turn)}` })
    steps.push(memoryOf(await runStep('create-delta', { inputs, env: { ...env, ...withSpy } })))
  }
  const [floor, step] = [summarise(floors), summarise(steps)]
  const what = 'peak memory of create-delta with plan'
  return [
    { id: 'memory', what, unit: 'MiB', ...step, note: `floor ${floor.value.toFixed(0)} MiB` },
    { id: 'memory-ratio', what: `${what}, over the floor's`, unit: 'ratio', value: step.value / floor.value },
  ]
}

/** Whole processes, each compared with the bare runtime. */
export const steps: Bench = {
  name: 'steps',
  rows: async ({ quick }) => {
    const runs = quick ? 9 : 31
    const shop = await openShop()
    try {
      const scheme = new URL(shop.url).protocol === 'https:' ? 'over HTTPS' : 'over HTTP: there is no openssl'
      const rows: Row[] = []
      for (const one of comparisons(shop, scheme)) rows.push(await compare(one, runs))
      return [...rows, ...(await memory(shop, quick ? 3 : 9))]
    } finally {
      await shop.close()
    }
  },
}

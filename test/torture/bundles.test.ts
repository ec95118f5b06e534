import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { aServedShop } from '../dist/a-served-shop.ts'
import { inScope } from '../support/afterwards.ts'
import { type FaultKind, faultKinds, type FaultPlan } from '../support/faults/fault.ts'
import { aClosedPort, anUntrustedServer, startProxy } from '../support/faults/proxy.ts'
import { type BundleRun, runBundle } from '../support/run-bundle.ts'
import { type Faulted, faultedBundles, silent } from './faulted-bundles.ts'

const actions = join(import.meta.dirname, '../../actions')
const actionOf = ({ name }: Faulted) => name.split(',')[0] ?? name
const isLeaf = (action: string): boolean => {
  const { runs } = parse(readFileSync(join(actions, action, 'action.yml'), 'utf8')) as { runs: { using: string } }
  return runs.using.startsWith('node')
}

/** Those with an own address, where nobody is behind it. */
const addresses: Partial<Record<FaultKind, () => Promise<string>>> = { refused: aClosedPort, tls: anUntrustedServer }

/** Once: the first write, or the first read for what writes nothing, or would wait for half a minute. */
const once = (kind: FaultKind, { isReadOnly = false, isWriteOnly = false }: Faulted): FaultPlan => {
  const isAboutReads = isReadOnly || (['endless-body', 'foreign-link'].includes(kind) && !isWriteOnly)
  let isDone = false
  return (_, { method, url }) => {
    if (isDone || (method === 'GET') !== isAboutReads || url.includes('dry_run')) return undefined
    isDone = true
    return { kind, delivered: true, afterMs: 500 }
  }
}

const inDoubt = /not known|may go on|may have been|may or may not|goes on by itself/

/** How a bundle fared. */
interface Fared {
  readonly run: BundleRun
  /** `METHOD path → fault`, in order. */
  readonly trace: readonly string[]
  /** How often what the step is for has happened. */
  readonly happened: number
  /** What came to another host. */
  readonly abroad: string
  readonly tokens: readonly string[]
}

const suffer = async (kind: FaultKind, bundle: Faulted): Promise<Fared> => {
  const served = await aServedShop()
  const { app, ...connection } = served.inputs
  const { effect, inputs, server, ...options } = await bundle.prepare(served)
  const proxy = await startProxy(server ?? ((request) => served.orchestrator.handle(request)), once(kind, bundle))
  const url = await (addresses[kind]?.() ?? proxy.url)
  const run = await runBundle(actionOf(bundle), {
    ...options,
    ...(server ? { env: { GITHUB_API_URL: url } } : {}),
    inputs: { ...connection, ...(bundle.isOfApp === false ? {} : { app }), 'api-url': url, timeout: '10s', ...inputs },
  })
  await proxy.settled()
  return {
    run,
    trace: proxy.trace,
    happened: await effect(),
    abroad: proxy.abroad.join('\n'),
    tokens: [connection.token, inputs?.['github-token']].filter((token) => token !== undefined),
  }
}

const saidBy = ({ stdout, outputs }: BundleRun) => [stdout, JSON.stringify(outputs)].join('\n')

const shows = ({ run, abroad }: Fared, token: string): boolean => {
  const { stdout, stderr, summary, outputs, state, exported } = run
  const log = stdout.replaceAll(`::add-mask::${token}`, '')
  return [log, stderr, summary, JSON.stringify([outputs, state, exported]), abroad].join('\n').includes(token)
}

const problemsOf = (kind: FaultKind, bundle: Faulted, fared: Fared): string[] => {
  const { run, trace, happened, abroad, tokens } = fared
  const isClaimed = bundle.claims?.(run) ?? run.exitCode === 0
  // Who only waits has no part in what happens.
  const isTold = happened === 0 || bundle.isReadOnly || inDoubt.test(saidBy(run))
  const demands: Record<string, boolean> = {
    'the fault did not come up': kind in addresses || trace.some((line) => line.endsWith(`→ ${kind}`)),
    'it happened more than once': happened <= 1,
    'it says that it happened': !isClaimed || happened === 1,
    'it fails, and does not say why': isClaimed || run.annotations.length > 0,
    'it hides that it has happened': isClaimed || isTold,
    'it broke': !saidBy(run).includes('Unexpected failure') && run.stderr === '',
    'it shows a token': !tokens.some((token) => shows(fared, token)),
    'its credentials went to another host': !/authorization/i.test(abroad),
  }
  return Object.entries(demands).flatMap(([problem, isMet]) => (isMet ? [] : [problem]))
}

test('every action that calls the API is here', () => {
  const leaves = readdirSync(actions).filter(isLeaf)
  expect(new Set([...faultedBundles.map(actionOf), ...silent])).toEqual(new Set(leaves))
})

describe.concurrent.for(faultKinds)('%s', (kind) => {
  test.for(faultedBundles)('the bundle $name tells the truth', { timeout: 120_000 }, async (bundle) => {
    const fared = await inScope(() => suffer(kind, bundle))
    expect(problemsOf(kind, bundle, fared), [...fared.trace, saidBy(fared.run)].join('\n')).toEqual([])
  })
})

import type { Transport } from '../../src/contract/http.ts'
import { createOrchestrator } from '../../src/orchestrator/index.ts'
import type { Random } from '../../src/random.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { type FakeRunnerOptions, runnerFolder } from '../support/fake-runner.ts'
import { eventClock } from '../support/faults/event-clock.ts'
import type { Called } from '../support/orchestrator.ts'
import { token } from './invariants.ts'

/** What runs on one machine has the same files again and again; making and removing them takes longer than a step. */
export const createFolders = () => {
  const made = new Map<string, string>()
  return ({ files, event }: Pick<FakeRunnerOptions, 'files' | 'event'>): string => {
    const key = JSON.stringify([files, event])
    const folder = made.get(key) ?? runnerFolder({ ...(files && { files }), ...(event && { event }) })
    made.set(key, folder)
    return folder
  }
}
export type Folders = ReturnType<typeof createFolders>

/** Orchestrators are slow to make, so that many schedules share one, each in an application of its own. */
export const createPlace = (folderOf: Folders) => {
  const clock = eventClock()
  let random = fakeRandom()
  const bugs: unknown[] = []
  const switched: Random = {
    fraction: () => random.fraction(),
    hex: (bytes) => random.hex(bytes),
    uuid: () => random.uuid(),
  }
  const orchestrator = createOrchestrator({
    clock,
    random: switched,
    token,
    strict: true,
    onBug: (bug) => void bugs.push(bug),
  })
  const call = async (method: string, path: string, body?: unknown): Promise<Called> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const url = `http://orchestrator.test${path}`
    const headers = { authorization: `Bearer ${token}` }
    const answer = await orchestrator.handle({ method, url, headers, ...(text === undefined ? {} : { body: text }) })
    const isJson = answer.headers['content-type']?.includes('json') ?? false
    return { ...answer, body: isJson ? JSON.parse(answer.body) : answer.body }
  }
  return {
    clock,
    orchestrator,
    call,
    bugs,
    folderOf,
    /** From here on the same seed brings the same ids. */
    begin: (seed: number) => {
      random = fakeRandom(seed)
      clock.forget()
      orchestrator.control.behave({ workloads: {}, pendingMs: 200, durationMs: 2000 })
    },
  }
}
export type Place = ReturnType<typeof createPlace>

/** Two servers as one: GitHub's API, and whatever `send` leads to. */
export const beside =
  (github: { readonly transport: Transport }) =>
  (send: Transport): Transport =>
  (request) =>
    request.url.startsWith('https://api.github.com/') ? github.transport(request) : send(request)

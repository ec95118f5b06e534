import { called, minutes } from '../orchestrator/a-shop.ts'
import { anExampleShop } from './an-example.ts'

export const step = {
  approve: '{ uses: actions/humanitec/approve, with: { env_id: staging } }',
  deploy: "{ uses: actions/humanitec/deploy, with: { env_id: staging, set_id: '0' } }",
  log: '{ uses: actions/humanitec/log, with: { message: x } }',
  /** Its condition can be read, and not be worked out. */
  broken: '{ if: "fromjson(\'x\') == 1", uses: actions/humanitec/log, with: { message: x } }',
  never: '{ if: false, uses: actions/humanitec/log, with: { message: x } }',
}

/** A run, what the API shows of it, and what can happen to it. */
export const aMachine = async (jobs: string, { head = '', behind = false } = {}) => {
  const it = anExampleShop()
  const group = behind ? 'concurrency: { group: one }' : ''
  await it.aPipeline(called('it', jobs, `${head}\n${group}`))
  const before = behind ? await it.start('it') : undefined
  const run = await it.start('it')

  const decide = async (decision: 'approve' | 'deny') => {
    const approvals = await it.approvals(`?run=${run.id}`)
    const approval = approvals.find(({ status }) => status === 'waiting') ?? approvals[0]
    if (!approval) throw new Error('the run has asked for no approval')
    return (await it.decide(approval, decision)).status
  }
  return {
    ...it,
    started: run,
    /** The states of the run, of the job `go`, of its step of that index, and of its newest approval. */
    look: async (index = 0) => {
      const { steps, status } = await it.job(run, 'go')
      const [approval] = await it.approvals(`?run=${run.id}`)
      return {
        run: (await it.run(run)).status as string,
        job: status as string,
        step: (steps[index]?.status ?? 'queued') as string,
        approval: approval?.status ?? 'none',
      }
    },
    /** Each gives the status code of the answer, where there is one. */
    events: {
      approve: () => decide('approve'),
      deny: () => decide('deny'),
      cancel: async () => (await it.cancel(run)).status,
      'cancel the one before': async () => (await it.cancel(before ?? run)).status,
      restart: async () => (await it.call('POST', `${it.runPath(run)}/restart`)).status,
      delete: async () => (await it.call('DELETE', it.runPath(run))).status,
      'a minute passes': () => it.after(minutes(1)),
      'two hours pass': () => it.after(minutes(120)),
    },
  }
}

export type Machine = Awaited<ReturnType<typeof aMachine>>
export type Event = keyof Machine['events']

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { as, minutes, type RunLike, shop } from '../orchestrator/a-shop.ts'
import { anArtefactShop } from '../orchestrator/artefact-shop.ts'

const folder = join(import.meta.dirname, '../../examples/pipelines')

export const exampleFiles = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.yaml'))

export const readExample = (name: string): string => readFileSync(join(folder, `${name}.yaml`), 'utf8')

interface DeploymentLike {
  id: string
  status: string
  set_id: string
  comment: string
  pipeline?: { run_id: string }
}

/** The shop, which can be given pipelines of the examples. */
export const anExampleShop = (options: Parameters<typeof anArtefactShop>[0] = {}) => {
  const it = anArtefactShop(options)

  const made = async (path: string, body: object | string) => {
    const answer = await it.call('POST', path, body)
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  /** Lets requests to the outside go and come back. */
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) await it.after(0)
  }

  return {
    ...it,
    made,
    settle,
    /** Creates the pipeline, and criteria by which it answers requests to deploy. */
    add: async (name: string, ...criteria: object[]): Promise<void> => {
      await it.aPipeline(readExample(name))
      for (const each of criteria) {
        await made(`${shop}/pipelines/${name}/criteria`, { trigger: 'deployment_request', ...each })
      }
    },
    environment: (id: string, type: string) => made(`${shop}/envs`, { id, name: id, type }),
    secret: (key: string, value: string) =>
      made(`${shop}/values`, { key, value, description: 'A secret', is_secret: true }),
    /** Deploys workloads of these names, and waits until they are ready. */
    deploy: async (envId: string, ...workloads: string[]): Promise<DeploymentLike> => {
      await made(`${shop}/pipeline-runs`, {
        trigger: 'deployment_request',
        env_id: envId,
        delta_id: await it.aDelta(...workloads),
      })
      await it.after(minutes(1))
      return (await it.get(`${shop}/envs/${envId}/deploys`))[0]
    },
    /** Newest first. */
    deploys: (envId: string): Promise<DeploymentLike[]> => it.get(`${shop}/envs/${envId}/deploys`),
    /** Starts a run by a call, and lets it get as far as it can at once. */
    start: async (name: string, inputs: object = {}, token?: string): Promise<RunLike> => {
      const { status, body } = await it.callPipeline(name, inputs, token === undefined ? {} : as(token))
      if (status !== 201) throw new Error(`the call was refused: ${status} ${JSON.stringify(body)}`)
      await settle()
      return body as RunLike
    },
    /** The approval that a run waits for. */
    question: async (run: RunLike) => {
      const [approval] = await it.approvals(`?run=${run.id}&status=waiting`)
      if (!approval) throw new Error('nothing waits for an approval')
      return approval
    },
  }
}

import { aShop, as, shop } from './a-shop.ts'

const digest = `sha256:${'0'.repeat(64)}`

const score = (name: string) => ({
  apiVersion: 'score.dev/v1b1',
  metadata: { name },
  containers: { main: { image: `registry.test/${name}:2` } },
})

interface RunOfArtefacts {
  id: string
  pipeline_id: string
  status: string
  inputs: Record<string, string[]>
}

/** The shop, with artefacts that come into its organization. */
export const anArtefactShop = (options: Parameters<typeof aShop>[0] = {}) => {
  const it = aShop(options)
  const register = async (body: object, token?: string) => {
    const answer = await it.call('POST', '/orgs/local-org/artefact-versions', body, token ? as(token) : {})
    if (answer.status !== 200) throw new Error(`the version was refused: ${JSON.stringify(answer.body)}`)
    return answer.body.id as string
  }
  return {
    ...it,
    /** Registers a version of a container; gives its id. */
    container: (
      name: string,
      { version = '1', ref = 'refs/heads/main', token = undefined as string | undefined } = {},
    ) => register({ type: 'container', name, version, ref, digest }, token),
    workload: (name: string, { version = '1', ref = 'refs/heads/main' } = {}) =>
      register({ type: 'workload', name, version, ref, spec: score('web') }),
    /** The runs of a pipeline, the oldest first. */
    runsOf: async (id: string, app = shop): Promise<RunOfArtefacts[]> =>
      ((await it.get(`${app}/pipelines/${id}/runs`)) as RunOfArtefacts[]).toReversed(),
    batch: (id: string, type = 'artefact') => it.call('GET', `${shop}/pipelines/${id}/batches/${type}`),
  }
}

/** A pipeline that artefacts start, and that does nothing much. */
export const listening = (id: string, trigger: string, rest = '') => `
id: ${id}
name: ${id}
on:
  artefact: ${trigger}
${rest}
jobs:
  note:
    steps: [{ uses: actions/humanitec/log@v1, with: { message: 'got \${{ inputs.container_artefacts[0] }}' } }]
`

import type { Called } from '../support/orchestrator.ts'
import { aShop, seconds, shop } from './a-shop.ts'

export const definitions = '/orgs/local-org/resources/defs'

/** The shop with what tests of resources do. */
export const anInfrastructure = (options: Parameters<typeof aShop>[0] = {}) => {
  const made = aShop(options)
  const { call, get } = made

  const succeed = async (answer: Promise<Called>) => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return body
  }
  /** Deploys exactly these externals of the workload `web` and these shared resources, and waits for the end. */
  const deploy = async (
    resources: { externals?: object; shared?: object },
    envId = 'development',
  ): Promise<{ id: string; status: string; dependency_graph_id?: string }> => {
    const add = { web: { spec: {}, externals: resources.externals ?? {} } }
    const shared = Object.entries(resources.shared ?? {}).map(([name, value]) => ({
      op: 'add',
      path: `/${name}`,
      value: value as object,
    }))
    const set_id = await succeed(call('POST', `${shop}/sets/0`, { modules: { add }, shared }))
    const { id } = await succeed(call('POST', `${shop}/envs/${envId}/deploys`, { set_id }))
    await made.after(seconds(3))
    return get(`${shop}/envs/${envId}/deploys/${id}`)
  }

  return {
    ...made,
    succeed,
    deploy,
    /** A definition for postgres unless told otherwise. */
    define: (id: string, request: object = {}) =>
      succeed(
        call('POST', definitions, {
          id,
          name: `The ${id}`,
          type: 'postgres',
          driver_type: 'humanitec/echo',
          ...request,
        }),
      ),
    active: (envId = 'development') => get(`${shop}/envs/${envId}/resources`) as Promise<ActiveLike[]>,
    errors: (deployment: { id: string }, envId = 'development') =>
      get(`${shop}/envs/${envId}/deploys/${deployment.id}/errors`),
  }
}

export interface ActiveLike {
  type: string
  class: string
  res_id: string
  gu_res_id: string
  def_id: string
  def_version_id: string
  deploy_id: string
  status: string
  resource: Record<string, unknown>
  secret_refs: Record<string, unknown>
}

export type Infrastructure = ReturnType<typeof anInfrastructure>

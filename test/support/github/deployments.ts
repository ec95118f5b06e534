import { accountBody } from './accounts.ts'
import { type Answer, type Call, invalid, notFound, type Route } from './route.ts'
import type { DeploymentRecord, StatusState } from './state.ts'

const placeOf = ({ repository, apiUrl }: Call, { id }: DeploymentRecord) => ({
  url: `${apiUrl}/repos/${repository}/deployments/${id}`,
  repository_url: `${apiUrl}/repos/${repository}`,
})

const deploymentBody = (call: Call, deployment: DeploymentRecord) => ({
  ...placeOf(call, deployment),
  id: deployment.id,
  sha: deployment.sha,
  ref: deployment.ref,
  task: deployment.task,
  environment: deployment.environment,
  original_environment: deployment.environment,
  description: deployment.description,
  payload: deployment.payload,
  creator: accountBody(deployment.creator),
  transient_environment: deployment.transient,
  production_environment: deployment.production,
  statuses_url: `${placeOf(call, deployment).url}/statuses`,
  created_at: deployment.createdAt,
  updated_at: deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt,
})

/** The description wants addresses where GitHub writes nothing for none. */
const addresses = ({ log_url, environment_url }: StatusState) => ({
  ...(log_url === '' ? {} : { log_url }),
  ...(environment_url === '' ? {} : { environment_url }),
})

const statusBody = (call: Call, deployment: DeploymentRecord, status: StatusState) => ({
  id: status.id,
  state: status.state,
  description: status.description,
  environment: deployment.environment,
  creator: accountBody(status.creator),
  ...addresses(status),
  target_url: status.log_url || placeOf(call, deployment).url,
  url: `${placeOf(call, deployment).url}/statuses/${status.id}`,
  deployment_url: placeOf(call, deployment).url,
  repository_url: placeOf(call, deployment).repository_url,
  created_at: status.createdAt,
  updated_at: status.createdAt,
})

const resolveRef = ({ state }: Call, ref: string): string | undefined => {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref
  return state.refs[ref] ?? state.pullRequests.find(({ headRef }) => headRef === ref)?.headSha
}

const optionalText = (value: unknown): string => (typeof value === 'string' ? value : '')

const create = (call: Call): Answer => {
  const { body, state } = call
  const ref = String(body['ref'])
  const sha = resolveRef(call, ref)
  if (sha === undefined) return { refusal: 422, message: `No ref found for: ${ref}` }
  const description = optionalText(body['description'])
  if (Array.from(description).length > 140)
    return invalid({ resource: 'Deployment', field: 'description', code: 'custom', message: 'description is too long' })
  const environment = optionalText(body['environment'] ?? 'production')
  const deployment: DeploymentRecord = {
    id: call.nextId(),
    sha,
    ref,
    task: optionalText(body['task'] ?? 'deploy'),
    environment,
    description,
    payload: (body['payload'] ?? {}) as DeploymentRecord['payload'],
    transient: body['transient_environment'] === true,
    production: (body['production_environment'] ?? environment === 'production') === true,
    creator: { ...state.token.account },
    createdAt: call.now(),
    statuses: [],
  }
  state.deployments.push(deployment)
  return { status: 201, body: deploymentBody(call, deployment) }
}

/** A success takes the place of what was successful in the same environment before. */
const endEarlier = (call: Call, current: DeploymentRecord) => {
  for (const other of call.state.deployments) {
    if (other === current || other.environment !== current.environment || other.transient || other.production) continue
    const last = other.statuses.at(-1)
    if (last?.state === 'success')
      other.statuses.push({ ...last, id: call.nextId(), state: 'inactive', createdAt: call.now() })
  }
}

const findDeployment = ({ state, path }: Call) =>
  state.deployments.find(({ id }) => String(id) === path['deployment_id'])

const isAddress = (text: string) => text === '' || /^https?:\/\/[^\s]+$/.test(text)

const createStatus = (call: Call): Answer => {
  const deployment = findDeployment(call)
  if (!deployment) return notFound
  const { body, state } = call
  const status: StatusState = {
    id: call.nextId(),
    state: String(body['state']),
    description: optionalText(body['description']),
    log_url: optionalText(body['log_url']),
    environment_url: optionalText(body['environment_url']),
    creator: { ...state.token.account },
    createdAt: call.now(),
  }
  const at = { resource: 'DeploymentStatus', code: 'custom' }
  if (Array.from(status.description).length > 140)
    return invalid({ ...at, field: 'description', message: 'description is too long (maximum is 140 characters)' })
  for (const field of ['log_url', 'environment_url'] as const)
    if (!isAddress(status[field])) return invalid({ ...at, field, message: `${field} must use http(s) scheme` })
  deployment.statuses.push(status)
  if (status.state === 'success' && body['auto_inactive'] !== false) endEarlier(call, deployment)
  return { status: 201, body: statusBody(call, deployment, status) }
}

const matches = (deployment: DeploymentRecord, query: URLSearchParams) =>
  (['sha', 'ref', 'task', 'environment'] as const).every((name) => {
    const wanted = query.get(name)
    return wanted === null || wanted === 'none' || deployment[name] === wanted
  })

export const deploymentRoutes: Readonly<Record<string, Route>> = {
  'repos/list-deployments': {
    takes: 'deployments=read',
    answer: (call) => {
      const found = call.state.deployments.filter((deployment) => matches(deployment, call.query)).toReversed()
      return { list: found.map((deployment) => deploymentBody(call, deployment)) }
    },
  },
  'repos/create-deployment': { takes: 'deployments=write', answer: create },
  'repos/list-deployment-statuses': {
    takes: 'deployments=read',
    answer: (call) => {
      const deployment = findDeployment(call)
      if (!deployment) return notFound
      return { list: deployment.statuses.toReversed().map((status) => statusBody(call, deployment, status)) }
    },
  },
  'repos/create-deployment-status': { takes: 'deployments=write', answer: createStatus },
}

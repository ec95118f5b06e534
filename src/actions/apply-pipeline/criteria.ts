import { criterionKey, type Criterion, describeCriterion, type WantedCriteria } from '../../core/pipeline-criteria.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { isObject, type Json } from '../../runner/structured.ts'

const keys = ['env_id', 'env_type', 'deployment_type', 'trigger']
const deploymentTypes = new Map([
  ['deploy', 'deploy'],
  ['redeploy', 're-deploy'],
  ['re-deploy', 're-deploy'],
] as const)

type Problem = (problem: string) => never

const readText = (value: Json | undefined, key: string, refuse: Problem): string | undefined => {
  if (value === undefined || value === null || value === '*') return undefined
  return typeof value === 'string' && value !== '' ? value : refuse(`has a \`${key}\` that is not a text`)
}

const readCriterion = (item: Json, refuse: Problem): Criterion => {
  if (!isObject(item)) return refuse('has an item that is not a mapping. Write `- env_type: production`')
  const unknown = Object.keys(item).find((key) => !keys.includes(key))
  if (unknown !== undefined) return refuse(`has the key ${JSON.stringify(unknown)}; there are ${keys.join(', ')}`)
  if ((item['trigger'] ?? 'deployment_request') !== 'deployment_request') {
    return refuse('has a `trigger` other than deployment_request, the only one that has criteria')
  }
  const type = readText(item['deployment_type'], 'deployment_type', refuse)
  const deploymentType = deploymentTypes.get(type as 'deploy')
  if (type !== undefined && deploymentType === undefined) {
    return refuse(`has the \`deployment_type\` ${JSON.stringify(type)}; there are deploy and re-deploy`)
  }
  const envId = readText(item['env_id'], 'env_id', refuse)
  return { envId, envType: readText(item['env_type'], 'env_type', refuse), deploymentType }
}

/** Pipeline id → its criteria. No two may be the same, whichever pipeline they are of. */
export const readCriteria = async (inputs: Inputs): Promise<WantedCriteria> => {
  const wanted = new Map<string, Criterion[]>()
  const holders = new Map<string, string>()
  for (const [id, list] of Object.entries((await inputs.object('criteria')) ?? {})) {
    const refuse: Problem = (problem) => inputs.refuse('criteria', `at pipeline ${JSON.stringify(id)} ${problem}`)
    if (!Array.isArray(list)) return refuse('has no list. Write `[]` for a pipeline that is to have none')
    const criteria = (list as readonly Json[]).map((item) => readCriterion(item, refuse))
    for (const criterion of criteria) {
      const key = criterionKey(criterion)
      const holder = holders.get(key)
      if (holder !== undefined) {
        return refuse(
          `has the criteria for ${describeCriterion(criterion)}, which ${JSON.stringify(holder)} has already`,
        )
      }
      holders.set(key, id)
    }
    wanted.set(id, criteria)
  }
  return wanted
}

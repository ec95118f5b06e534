import { hasStatus } from '../../client/index.ts'
import type { ApplicationApi } from '../../core/application.ts'
import { findFiringRules, type FiringRule } from '../../core/firing-rules.ts'
import { artefactReference } from '../../core/register-artefact.ts'
import { InputError } from '../../errors.ts'
import { firstOf } from '../../first-of.ts'
import type { Runner } from '../../runner/runner.ts'
import type { RegisterInputs, RuleCheck } from './inputs.ts'

/** Of what may be many, a message names these. */
const mostNamed = 5

const describe = (rules: readonly FiringRule[], envId: string): string => {
  const images = [...new Set(rules.flatMap((rule) => rule.images))].map(artefactReference)
  const ids = firstOf(
    rules.map(({ id }) => `'${id}'`),
    mostNamed,
  )
  return `Registering ${firstOf(images, mostNamed)} sets off a deployment by automation ${rules.length === 1 ? 'rule' : 'rules'} ${ids} of environment '${envId}'`
}

/** Undefined when the token may not read the rules, and that is no reason to fail. */
const readRules = async (
  runner: Runner,
  api: ApplicationApi,
  { envId, onRule }: RuleCheck,
  { images, ...built }: Pick<RegisterInputs, 'images' | 'ref' | 'commit' | 'concurrency'>,
): Promise<FiringRule[] | undefined> => {
  try {
    return await findFiringRules(api, envId, images, built)
  } catch (error) {
    if (!hasStatus(error, 403)) throw error
    const problem =
      `The automation rules of environment '${envId}' cannot be read (${error.message}), so that it is not known ` +
      'whether registering deploys by itself'
    if (onRule === 'ignore') {
      runner.warning(`${problem}.`)
      return undefined
    }
    throw new InputError(
      `${problem}. Nothing was registered. Give the service user the role 'viewer' on application '${api.appId}', ` +
        'or set `on-rule: ignore`.',
    )
  }
}

/**
 * Looks at what registering would set off, before anything is registered, and sets the output `rules`. Throws
 * InputError unless that is to be ignored: a workflow that deploys as well would deploy twice.
 */
export const checkRules = async (
  runner: Runner,
  api: ApplicationApi,
  check: RuleCheck,
  inputs: Pick<RegisterInputs, 'images' | 'ref' | 'commit' | 'concurrency'>,
): Promise<void> => {
  const rules = await readRules(runner, api, check, inputs)
  if (rules === undefined) return
  runner.setOutput('rules', JSON.stringify(rules.map(({ id }) => id)))
  if (rules.length === 0) return
  const what = describe(rules, check.envId)
  if (check.onRule === 'ignore') return runner.notice(`${what}.`)
  throw new InputError(
    `${what}: a workflow that deploys there too would deploy twice. Nothing was registered. Either leave the deployment ` +
      'to the rule: set `on-rule: ignore` and drop the step that deploys; or switch the rule off.',
  )
}

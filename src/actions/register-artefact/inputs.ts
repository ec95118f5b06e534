import { isCommit } from '../../contract/identifiers.ts'
import type { Source } from '../../policy/source.ts'
import type { Inputs } from '../../runner/inputs.ts'
import { type OrganizationConnection, readOrganizationConnection } from '../connection.ts'
import { type ImagesRead, readImages } from './images.ts'

const ruleChoices = ['fail', 'ignore'] as const

/** The environment whose automation rules are looked at before anything is registered. */
export interface RuleCheck {
  readonly appId: string
  readonly envId: string
  readonly onRule: (typeof ruleChoices)[number]
}

export interface RegisterInputs extends ImagesRead {
  readonly connection: OrganizationConnection
  readonly ruleCheck: RuleCheck | undefined
  readonly ref: string | undefined
  readonly commit: string | undefined
  readonly vcs: string
  readonly dryRun: boolean
  readonly concurrency: number
  readonly summary: boolean
}

const tenMinutes = 10 * 60 * 1000

const readRef = (inputs: Inputs, vcs: string): string | undefined => {
  const ref = inputs.text('ref')
  if (ref !== undefined && vcs === 'git' && !/^refs\/./.test(ref)) {
    const instead = 'Write refs/heads/main for a branch and refs/tags/v1 for a tag; any text goes with another `vcs`'
    return inputs.refuse('ref', `does not begin with refs/. ${instead}`)
  }
  return ref
}

const readCommit = (inputs: Inputs): string | undefined => {
  const commit = inputs.text('commit')
  if (commit === undefined || isCommit(commit)) return commit
  return inputs.refuse('commit', 'is not a commit: write 5 to 40 hexadecimal digits in lower case')
}

const readRuleCheck = (inputs: Inputs): RuleCheck | undefined => {
  const envId = inputs.text('for-env')
  const onRule = inputs.choice('on-rule', ruleChoices)
  if (envId !== undefined) return { appId: inputs.required('app'), envId, onRule: onRule ?? 'fail' }
  if (onRule === undefined) return undefined
  return inputs.refuse('on-rule', 'goes with `for-env`, the environment whose rules are looked at')
}

/** `built` is what GitHub says about the workflow: it stands in for `ref` and `commit`. */
export const readInputs = async (inputs: Inputs, built: Source): Promise<RegisterInputs> => {
  const vcs = inputs.text('vcs') ?? 'git'
  return {
    connection: readOrganizationConnection(inputs, { timeoutMs: tenMinutes }),
    ...(await readImages(inputs)),
    ruleCheck: readRuleCheck(inputs),
    ref: readRef(inputs, vcs) ?? built.ref,
    commit: readCommit(inputs) ?? built.commit,
    vcs,
    dryRun: inputs.boolean('dry-run', false),
    concurrency: inputs.integer('concurrency', { default: 4, min: 1, max: 32 }),
    summary: inputs.boolean('summary', true),
  }
}

import type { GateRules } from '../../policy/approval-gate.ts'
import type { Inputs } from '../../runner/inputs.ts'

export interface Team {
  readonly org: string
  readonly team: string
}

/** Who may decide, and how they say so. */
export interface Gate {
  readonly rules: GateRules
  readonly teams: readonly Team[]
  /** First word of a comment that is a command. */
  readonly command: string | undefined
  readonly githubToken: string
}

const readTeams = async (inputs: Inputs): Promise<Team[]> => {
  const items = await inputs.list('allowed-teams')
  return items.map((item) => {
    const [, org, team] = /^([\w-]{1,100})\/([\w-]{1,200})$/.exec(item) ?? []
    if (org !== undefined && team !== undefined) return { org, team }
    return inputs.refuse('allowed-teams', `has ${JSON.stringify(item)}. Write a team as org/team, as in its address`)
  })
}

const readCommandWord = (inputs: Inputs): string | undefined => {
  const word = inputs.text('comment-command')
  if (word === undefined || /^\/[a-z][\w-]{0,49}$/i.test(word)) return word
  return inputs.refuse('comment-command', 'is not a command. Write a slash and one word, such as /approve')
}

/** Undefined when none of the rules is asked for. Throws `InputError` for rules that would let everybody decide. */
export const readGate = async (inputs: Inputs): Promise<Gate | undefined> => {
  const requirePermission = inputs.choice('require-permission', ['read', 'triage', 'write', 'maintain', 'admin'])
  const teams = await readTeams(inputs)
  const preventSelfApproval = inputs.boolean('prevent-self-approval', false)
  const requireHead = inputs.boolean('require-head', false)
  const command = readCommandWord(inputs)
  const hasTeams = teams.length > 0
  const isAboutPeople = requirePermission !== undefined || hasTeams
  if (command !== undefined && !isAboutPeople) {
    inputs.refuse(
      'comment-command',
      'would let everybody decide who can comment. Add `require-permission` or `allowed-teams`',
    )
  }
  if (!isAboutPeople && !preventSelfApproval && !requireHead) return undefined
  return {
    rules: { requirePermission, hasTeams, preventSelfApproval, requireHead },
    teams,
    command,
    githubToken: inputs.token('github-token'),
  }
}

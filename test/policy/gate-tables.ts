import type { GateFacts, GateRules, Person, PullRequest, Review, Source } from '../../src/policy/approval-gate.ts'

/*
 * The tables below are the policy: every cell is what has to come out, written down by hand.
 */

const head = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d'
const other = 'f'.repeat(40)

export const comment = (given: Partial<Extract<Source, { kind: 'comment' }>> = {}): Source => ({
  kind: 'comment',
  author: 'mona',
  authorType: 'User',
  isEdited: false,
  environment: 'production',
  commit: '1a2b3c4',
  ...given,
})
export const workflow = (given: Partial<Extract<Source, { kind: 'workflow' }>> = {}): Source => ({
  kind: 'workflow',
  event: 'workflow_dispatch',
  triggeringActor: 'mona',
  reviews: [],
  ...given,
})
export const review = (user: string, state = 'approved', ...environments: string[]): Review => ({
  user,
  state,
  environments: environments.length > 0 ? environments : ['production'],
})

export const origin = { repository: 'octo/shop', commit: head, actor: 'starter', runId: '7', runAttempt: '1' }
export const pullRequest: PullRequest = { author: 'author', headSha: head, state: 'open', merged: false }
export const admin = (login: string): Person => ({ login, permission: 'admin', team: 'stranger' })

/** The cells of a table whose first line names the columns: `[row, column, expected]`. */
export const cells = (table: string): [string, string, string][] => {
  const [columns = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([row = '', ...values]) => {
    if (values.length !== columns.length) throw new Error(`the row ${row} has ${values.length} cells`)
    return columns.map((column, index): [string, string, string] => [row, column, values[index] ?? ''])
  })
}

/** Rows are what the person may / whether it is in a team; columns what is required, and `-` is nothing. */
export const standing = `
                      -              read               triage             write              maintain           admin
  none/no-rule        not-allowed    not-allowed        not-allowed        not-allowed        not-allowed        not-allowed
  none/member         allow          allow              allow              allow              allow              allow
  none/stranger       not-allowed    not-allowed        not-allowed        not-allowed        not-allowed        not-allowed
  none/unknown        unknown-teams  unknown-teams      unknown-teams      unknown-teams      unknown-teams      unknown-teams
  read/no-rule        not-allowed    allow              not-allowed        not-allowed        not-allowed        not-allowed
  read/member         allow          allow              allow              allow              allow              allow
  read/stranger       not-allowed    allow              not-allowed        not-allowed        not-allowed        not-allowed
  read/unknown        unknown-teams  allow              unknown-teams      unknown-teams      unknown-teams      unknown-teams
  triage/no-rule      not-allowed    allow              allow              not-allowed        not-allowed        not-allowed
  triage/member       allow          allow              allow              allow              allow              allow
  triage/stranger     not-allowed    allow              allow              not-allowed        not-allowed        not-allowed
  triage/unknown      unknown-teams  allow              allow              unknown-teams      unknown-teams      unknown-teams
  write/no-rule       not-allowed    allow              allow              allow              not-allowed        not-allowed
  write/member        allow          allow              allow              allow              allow              allow
  write/stranger      not-allowed    allow              allow              allow              not-allowed        not-allowed
  write/unknown       unknown-teams  allow              allow              allow              unknown-teams      unknown-teams
  maintain/no-rule    not-allowed    allow              allow              allow              allow              not-allowed
  maintain/member     allow          allow              allow              allow              allow              allow
  maintain/stranger   not-allowed    allow              allow              allow              allow              not-allowed
  maintain/unknown    unknown-teams  allow              allow              allow              allow              unknown-teams
  admin/no-rule       not-allowed    allow              allow              allow              allow              allow
  admin/member        allow          allow              allow              allow              allow              allow
  admin/stranger      not-allowed    allow              allow              allow              allow              allow
  admin/unknown       unknown-teams  allow              allow              allow              allow              allow
  unknown/no-rule     not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  unknown/member      allow          unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  unknown/stranger    not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  unknown/unknown     unknown-teams  unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/no-rule       not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/member        allow          unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/stranger      not-allowed    unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
  owner/unknown       unknown-teams  unknown-permission unknown-permission unknown-permission unknown-permission unknown-permission
`

export const reviews: Record<string, Review[]> = {
  nobody: [],
  approved: [review('hubot')],
  'other-case': [review('hubot', 'approved', 'PRODUCTION')],
  'by-bot': [review('release[bot]')],
  'by-whom': [review('hubot'), review('')],
  pending: [review('hubot', 'pending')],
  rejected: [review('hubot', 'rejected')],
  'both-ways': [review('hubot'), review('mona', 'rejected')],
  'odd-word': [review('hubot'), review('mona', 'dismissed')],
  elsewhere: [review('hubot', 'approved', 'staging')],
}

/** Rows are events, columns what GitHub lists of the reviewers of the workflow run. */
export const events = `
                       nobody  approved  other-case  by-bot     by-whom  pending             rejected  both-ways  odd-word  elsewhere
  workflow_dispatch    allow   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  push                 event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  pull_request         event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  release              event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  schedule             event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  workflow_run         event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  repository_dispatch  event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  issue_comment        event   allow     allow       no-person  nobody   reviewed-elsewhere  rejected  rejected   rejected  reviewed-elsewhere
  pull_request_target  event   event     event       event      event               event     event      event     event      event
  (none)               event   event     event       event      event               event     event      event     event      event
`

/** Rows are the author and what GitHub says it is; columns whether the comment was edited. */
export const authors = `
                        new        edited
  mona/User             allow      edited
  MONA/User             allow      edited
  release[bot]/Bot      no-person  edited
  release[bot]/User     no-person  edited
  octo/Organization     no-person  edited
  mona/Mannequin        no-person  edited
  mona/-                no-person  edited
  -/User                nobody     edited
  -/-                   nobody     edited
`

export const pullRequests: Record<string, GateFacts['pullRequest']> = {
  open: pullRequest,
  merged: { ...pullRequest, state: 'closed', merged: true },
  closed: { ...pullRequest, state: 'closed' },
  none: 'none',
  unknown: 'unknown',
}
export const named: Record<string, string> = {
  head: '1a2b3c4',
  whole: head,
  capital: '1A2B3C4D',
  old: 'fffffff',
  short: '1a2b3c',
  nothing: '',
}
export const origins: Record<string, GateFacts['origin']> = {
  same: origin,
  'other-case': { ...origin, repository: 'Octo/Shop' },
  'old-commit': { ...origin, commit: other },
  missing: undefined,
  'other-repository': { ...origin, repository: 'octo/cart' },
  'old-and-other': { ...origin, commit: other, repository: 'octo/shop-2' },
}

/** Rows are the pull request / the commit that the comment names; columns what the run's comment says of its origin. */
export const commits = `
                    same                  other-case            old-commit            missing    other-repository  old-and-other
  open/head         allow                 allow                 other-commit          no-origin  other-repository  other-repository
  open/whole        allow                 allow                 other-commit          no-origin  other-repository  other-repository
  open/capital      allow                 allow                 other-commit          no-origin  other-repository  other-repository
  open/old          other-head            other-head            other-head            no-origin  other-repository  other-repository
  open/short        other-head            other-head            other-head            no-origin  other-repository  other-repository
  open/nothing      other-head            other-head            other-head            no-origin  other-repository  other-repository
  merged/head       allow                 allow                 other-commit          no-origin  other-repository  other-repository
  merged/whole      allow                 allow                 other-commit          no-origin  other-repository  other-repository
  merged/capital    allow                 allow                 other-commit          no-origin  other-repository  other-repository
  merged/old        other-head            other-head            other-head            no-origin  other-repository  other-repository
  merged/short      other-head            other-head            other-head            no-origin  other-repository  other-repository
  merged/nothing    other-head            other-head            other-head            no-origin  other-repository  other-repository
  closed/head       closed                closed                closed                no-origin  other-repository  other-repository
  closed/whole      closed                closed                closed                no-origin  other-repository  other-repository
  closed/capital    closed                closed                closed                no-origin  other-repository  other-repository
  closed/old        closed                closed                closed                no-origin  other-repository  other-repository
  closed/short      closed                closed                closed                no-origin  other-repository  other-repository
  closed/nothing    closed                closed                closed                no-origin  other-repository  other-repository
  none/head         no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/whole        no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/capital      no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/old          no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/short        no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  none/nothing      no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  unknown/head      unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/whole     unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/capital   unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/old       unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/short     unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  unknown/nothing   unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
`

/** Rows are the settings / the pull request of the event; columns the origin. */
export const workflowCommits = `
                     same                  other-case            old-commit            missing    other-repository  old-and-other
  -/open             allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/merged           allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/closed           allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/none             allow                 allow                 allow                 no-origin  other-repository  other-repository
  -/unknown          allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/open          allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/merged        allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/closed        allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/none          allow                 allow                 allow                 no-origin  other-repository  other-repository
  self/unknown       unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  head/open          allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head/merged        allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head/closed        closed                closed                closed                no-origin  other-repository  other-repository
  head/none          no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  head/unknown       unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
  head+self/open     allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head+self/merged   allow                 allow                 other-commit          no-origin  other-repository  other-repository
  head+self/closed   closed                closed                closed                no-origin  other-repository  other-repository
  head+self/none     no-pull-request       no-pull-request       no-pull-request       no-origin  other-repository  other-repository
  head+self/unknown  unknown-pull-request  unknown-pull-request  unknown-pull-request  no-origin  other-repository  other-repository
`

export const settings: Record<string, Partial<GateRules>> = {
  '-': {},
  self: { preventSelfApproval: true },
  head: { requireHead: true },
  'head+self': { requireHead: true, preventSelfApproval: true },
}

export const sources: Record<string, (who: string) => Source> = {
  comment: (who) => comment({ author: who }),
  dispatch: (who) => workflow({ triggeringActor: who }),
  reviewer: (who) => workflow({ event: 'push', triggeringActor: 'starter', reviews: [review(who)] }),
  'second-reviewer': (who) => workflow({ reviews: [review('hubot'), review(who)] }),
}

/** Rows are the way / who goes it; columns whether self-approval is prevented. */
export const selves = `
                             allowed  prevented
  comment/mona               allow    allow
  comment/author             allow    wrote-it
  comment/AUTHOR             allow    wrote-it
  comment/starter            allow    started-it
  comment/Starter            allow    started-it
  dispatch/mona              allow    allow
  dispatch/author            allow    wrote-it
  dispatch/AUTHOR            allow    wrote-it
  dispatch/starter           allow    started-it
  dispatch/Starter           allow    started-it
  reviewer/mona              allow    allow
  reviewer/author            allow    wrote-it
  reviewer/AUTHOR            allow    wrote-it
  reviewer/starter           allow    started-it
  reviewer/Starter           allow    started-it
  second-reviewer/mona       allow    allow
  second-reviewer/author     allow    wrote-it
  second-reviewer/AUTHOR     allow    wrote-it
  second-reviewer/starter    allow    started-it
  second-reviewer/Starter    allow    started-it
`

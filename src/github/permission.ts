/** What is asked of GitHub, in words that follow "refused to", and the permission that each takes. */
export const permissionFor = {
  'read the pull request': 'pull-requests: read',
  'list the comments': 'pull-requests: read',
  'read the comment': 'pull-requests: read',
  'create a comment': 'pull-requests: write',
  'edit the comment': 'pull-requests: write',
  'delete the comment': 'pull-requests: write',
  'react to the comment': 'pull-requests: write',
  'list the deployments': 'deployments: read',
  'create a deployment': 'deployments: write',
  'list the statuses of the deployment': 'deployments: read',
  'set the status of the deployment': 'deployments: write',
  'list the approvals of the workflow run': 'actions: read',
  'say what a person may do': 'metadata: read',
  'show the team': 'members: read',
  'say who is in the team': 'members: read',
  'say whose token this is': undefined,
} as const satisfies Readonly<Record<string, string | undefined>>

export type Operation = keyof typeof permissionFor

/** Those that `permissions:` of a workflow can give to its token. */
const ofWorkflows = new Set(['actions', 'checks', 'contents', 'deployments', 'issues', 'pull-requests', 'statuses'])

/** `issues=write; pull_requests=write` are two sets, each of which is enough; a comma joins what one set takes. */
const readSets = (header: string): string[][] =>
  header
    .split(';')
    .map((set) =>
      [...set.matchAll(/([a-z_]+)\s*=\s*([a-z]+)/g)].map(
        ([, name = '', level = '']) => `${name.replaceAll('_', '-')}: ${level}`,
      ),
    )
    .filter((set) => set.length > 0)

/** What the operation takes, as GitHub says in `x-accepted-github-permissions`, or as we know where it says nothing. */
export const takenPermission = (operation: Operation, header: string | undefined): string | undefined => {
  const known = permissionFor[operation]
  const sets = readSets(header ?? '')
  // GitHub offers issues: write for comments too, which is more than a pull request's comment needs.
  const fitting = sets.find((set) => set.length === 1 && set[0] === known) ?? sets[0]
  return fitting?.join(', ') ?? known
}

/** What to do about a missing permission. */
export const permissionAdvice = (permission: string): string => {
  const names = permission.split(', ').map((each) => each.split(':')[0] ?? '')
  return names.every((name) => ofWorkflows.has(name))
    ? `The token lacks the permission ${permission}: add it under permissions in the job`
    : `The token lacks the permission ${permission}, which permissions in a workflow cannot give: it takes a token of a GitHub App, or of a person, that has it`
}

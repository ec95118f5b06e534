import type { Mutation } from './mutation.ts'

const gate = { file: 'src/policy/approval-gate.ts', tests: ['test/policy/approval-gate.test.ts'] }

/** Who may decide from GitHub, and for whose code and whose environments something happens. */
export const githubMutations: readonly Mutation[] = [
  {
    ...gate,
    name: 'A bot approves',
    find: "return source.authorType === 'User' ? asPeople(source.author) : { refusal: 'no-person' }",
    replace: 'return asPeople(source.author)',
  },
  {
    ...gate,
    name: 'Somebody edits a comment of another one into an approval',
    find: "if (source.isEdited) return { ignored: 'edited' }",
    replace: '',
  },
  {
    ...gate,
    name: 'A comment approves commits that came after it',
    find: "if (commit.length < 7 || !headSha.startsWith(commit)) return 'other-head'",
    replace: '',
  },
  {
    ...gate,
    name: 'A comment approves a run for another commit than the one it was written under',
    find: "return headSha === origin?.commit ? undefined : 'other-commit'",
    replace: 'return undefined',
  },
  {
    ...gate,
    name: 'Anybody who can comment approves where no rule is about people',
    find: "return isComment ? 'not-allowed' : undefined",
    replace: 'return undefined',
  },
  {
    ...gate,
    name: 'A permission below the one required is enough',
    find: 'permissions.indexOf(permission) >= permissions.indexOf(required)',
    replace: 'permissions.includes(permission) && permissions.includes(required)',
  },
  {
    ...gate,
    name: 'Whoever started a run approves it',
    find: "if (!origin || isSame(login, origin.actor)) return 'started-it'",
    replace: '',
  },
  {
    ...gate,
    name: "A workflow that runs for a fork's code with this repository's secrets approves",
    find: "event === undefined || event === 'pull_request_target'",
    replace: 'event === undefined',
  },
  {
    ...gate,
    name: 'A run of another repository is approved',
    find: "isSame(origin.repository, repository) ? undefined : 'other-repository'",
    replace: 'undefined',
  },
  {
    name: "A fork's change gets a preview environment",
    file: 'src/policy/preview.ts',
    find: "if (isOfFork(pullRequest, repositoryId)) return skip(`${pull} is a fork's, which gets no preview. ${onPurpose}.`)",
    replace: '',
    tests: ['test/policy/preview.test.ts'],
  },
  {
    name: 'An environment that was made for something else is deleted',
    file: 'src/core/delete-environment.ts',
    find: "if (message !== undefined) return { kind: 'refused', message }",
    replace: '',
    tests: ['test/core/delete-environment.test.ts'],
  },
  {
    name: "Somebody else's comment is taken for the report",
    file: 'src/github/sticky-comment.ts',
    find: 'comment.author === login && ',
    replace: '',
    tests: ['test/actions/report-comment.test.ts'],
  },
]

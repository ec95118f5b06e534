import { accountBody } from './accounts.ts'
import { type Answer, type Call, invalid, notFound, type Route } from './route.ts'
import type { CommentState } from './state.ts'

const longestBody = 65_536

const commentBody = ({ repository, apiUrl, webUrl }: Call, comment: CommentState) => ({
  id: comment.id,
  body: comment.body,
  user: comment.author && accountBody(comment.author),
  html_url: `${webUrl}/${repository}/pull/${comment.issue}#issuecomment-${comment.id}`,
  url: `${apiUrl}/repos/${repository}/issues/comments/${comment.id}`,
  issue_url: `${apiUrl}/repos/${repository}/issues/${comment.issue}`,
  created_at: comment.createdAt,
  updated_at: comment.updatedAt,
})

const bodyProblem = (body: string): Answer | undefined => {
  const at = { resource: 'IssueComment', field: 'data' }
  if (body.trim() === '') return invalid({ ...at, code: 'unprocessable', message: 'Body cannot be blank' })
  if (Array.from(body).length <= longestBody) return undefined
  return invalid({ ...at, code: 'unprocessable', message: `Body is too long (maximum is ${longestBody} characters)` })
}

const findComment = ({ state, path }: Call) => state.comments.find(({ id }) => String(id) === path['comment_id'])

const findIssue = ({ state, path }: Call) =>
  state.pullRequests.find(({ number }) => String(number) === path['issue_number'])

const create = (call: Call): Answer => {
  const issue = findIssue(call)
  if (!issue) return notFound
  if (issue.isLocked) return { refusal: 403, message: 'Unable to create comment because issue is locked.' }
  const body = String(call.body['body'])
  const problem = bodyProblem(body)
  if (problem) return problem
  const { account } = call.state.token
  const at = call.now()
  const comment: CommentState = {
    id: call.nextId(),
    issue: issue.number,
    body,
    author: { ...account },
    createdAt: at,
    updatedAt: at,
    history: [],
    reactions: [],
  }
  call.state.comments.push(comment)
  return { status: 201, body: commentBody(call, comment) }
}

const update = (call: Call): Answer => {
  const comment = findComment(call)
  if (!comment) return notFound
  const body = String(call.body['body'])
  const problem = bodyProblem(body)
  if (problem) return problem
  if (body !== comment.body) {
    comment.history.push(comment.body)
    comment.body = body
    comment.updatedAt = call.now()
  }
  return { status: 200, body: commentBody(call, comment) }
}

const remove = (call: Call): Answer => {
  const comment = findComment(call)
  if (!comment) return notFound
  call.state.comments.splice(call.state.comments.indexOf(comment), 1)
  return { status: 204 }
}

const react = (call: Call): Answer => {
  const comment = findComment(call)
  if (!comment) return notFound
  const { account } = call.state.token
  const content = String(call.body['content'])
  const earlier = comment.reactions.find((one) => one.login === account.login && one.content === content)
  const reaction = earlier ?? { id: call.nextId(), login: account.login, content }
  if (!earlier) comment.reactions.push(reaction)
  const body = { id: reaction.id, content, user: accountBody(account), created_at: call.now() }
  return { status: earlier ? 200 : 201, body }
}

const reading = 'issues=read; pull_requests=read'
const writing = 'issues=write; pull_requests=write'

export const commentRoutes: Readonly<Record<string, Route>> = {
  'issues/list-comments': {
    takes: reading,
    answer: (call) => {
      const issue = findIssue(call)
      if (!issue) return notFound
      const found = call.state.comments.filter((comment) => comment.issue === issue.number)
      return { list: found.map((comment) => commentBody(call, comment)) }
    },
  },
  'issues/get-comment': {
    takes: reading,
    answer: (call) => {
      const comment = findComment(call)
      return comment ? { status: 200, body: commentBody(call, comment) } : notFound
    },
  },
  'issues/create-comment': { takes: writing, answer: create },
  'issues/update-comment': { takes: writing, answer: update },
  'issues/delete-comment': { takes: writing, answer: remove },
  'reactions/create-for-issue-comment': { takes: writing, answer: react },
}

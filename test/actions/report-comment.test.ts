import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { workflowBot } from '../support/github/state.ts'
import { aReporter, headSha, marker, planFile } from './a-reporter.ts'

const octocat = { login: 'octocat', type: 'User' } as const

describe('the comment', () => {
  test('is left alone when it says what there is to say', async () => {
    const { report, comments, github } = await aReporter()
    await report({ status: 'succeeded' })
    await report({ status: 'succeeded' })
    expect(comments).toMatchObject([{ history: [] }])
    expect(github.requests.filter(({ operationId }) => operationId === 'issues/update-comment')).toEqual([])
    expect(github.state.deployments[0]?.statuses).toHaveLength(1)
  })

  test('is found on later pages, and not where others have copied its mark', async () => {
    const body = `${marker}\nold`
    const others = Array.from({ length: 120 }, () => ({ body: 'Nice!', author: octocat }))
    const given = [{ body, author: octocat }, { body, author: null }, ...others, { body, author: workflowBot }]
    const { report, comments } = await aReporter({ comments: given })
    await report({ status: 'succeeded' })
    expect(comments).toHaveLength(given.length)
    expect(comments.map(({ history }) => history.length)).toEqual([...given.slice(1).map(() => 0), 1])
  })

  test('is one for each environment, application and key', async () => {
    const { report, comments } = await aReporter()
    for (const inputs of [{}, { env: 'production' }, { app: 'other' }, { key: 'eu' }, { key: 'eu' }]) {
      await report({ status: 'succeeded', ...inputs })
    }
    expect(comments).toHaveLength(4)
  })

  test('is one after two steps have made it at the same time, with the text of one of them', async () => {
    const { report, comments } = await aReporter()
    await Promise.all([report({ status: 'failed' }), report({ status: 'succeeded' })])
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toMatch(/❌ failed|✅ succeeded/)
  })

  test.each([2, 5])('is one after %i steps that all find none and make one', async (count) => {
    const { report, comments, github } = await aReporter()
    let [listed, made] = [0, 0]
    const waiting: { list: (() => void)[]; create: (() => void)[] } = { list: [], create: [] }
    /** Nobody goes on before everybody has come so far. */
    const together =
      (send: Transport): Transport =>
      async (request) => {
        const { pathname } = new URL(request.url)
        const isComments = pathname.endsWith('/issues/1/comments')
        if (isComments && request.method === 'GET' && listed < count) {
          listed += 1
          const answer = await send(request)
          if (listed === count) for (const go of waiting.list) go()
          else await new Promise<void>((resolve) => waiting.list.push(resolve))
          return answer
        }
        const answer = await send(request)
        if (isComments && request.method === 'POST') {
          made += 1
          if (made === count) for (const go of waiting.create) go()
          else await new Promise<void>((resolve) => waiting.create.push(resolve))
        }
        return answer
      }
    const steps = Array.from({ length: count }, () => report({ status: 'succeeded' }, { through: together }))
    const ends = await Promise.all(steps)
    expect(github.requests.filter(({ operationId }) => operationId === 'issues/create-comment')).toHaveLength(count)
    expect(comments).toHaveLength(1)
    expect(new Set(ends.map(({ runner }) => runner.outputs['comment-url'])).size).toBe(1)
  })

  test('is made again when somebody deletes it just before it is brought up to date', async () => {
    const { report, comments } = await aReporter()
    await report({ status: 'queued' })
    const deleting =
      (send: Transport): Transport =>
      (request) => {
        if (request.method === 'PATCH') comments.splice(0)
        return send(request)
      }
    await report({ status: 'succeeded' }, { through: deleting })
    expect(comments).toMatchObject([{ body: expect.stringContaining('✅ succeeded') as string }])
  })

  test('stays one when GitHub does not say whose token it is', async () => {
    const { report, comments, github } = await aReporter()
    github.fail('graphql', { kind: 'missing-permission' }, { times: 2 })
    await report({ status: 'queued' })
    await report({ status: 'succeeded' })
    expect(comments).toMatchObject([{ body: expect.stringContaining('✅ succeeded') as string }])
  })

  test('is named once it is made, though nobody can tell whether another step made one too', async () => {
    const { report, comments } = await aReporter()
    const through = (send: Transport): Transport => {
      let isMade = false
      return async (request) => {
        const isComments = request.url.split('?')[0]?.endsWith('/issues/1/comments')
        if (isComments && isMade) throw new NetworkError('connection refused', { sent: false, retryable: false })
        isMade ||= isComments === true && request.method === 'POST'
        return send(request)
      }
    }
    const { runner } = await report({ status: 'succeeded' }, { through })
    expect(runner.annotations).toEqual([])
    expect(runner.outputs['comment-url']).toContain(`#issuecomment-${comments[0]?.id}`)
  })

  test('is none without a pull request, or when none is wanted', async () => {
    const { report, comments } = await aReporter()
    await report({ status: 'succeeded' }, { event: {} })
    await report({ status: 'succeeded', comment: 'false' })
    expect(comments).toEqual([])
  })

  test('goes to the pull request that is named, whose commit is then the deployed one', async () => {
    const { report, comments, deployments } = await aReporter()
    await report({ status: 'succeeded', 'pull-request': '1' }, { event: {} })
    expect(comments).toHaveLength(1)
    expect(deployments).toMatchObject([{ sha: headSha }])
  })

  test('is cut where GitHub would refuse it, with a note, and its Markdown whole', async () => {
    const { report, comments } = await aReporter()
    const change = {
      scope: 'module',
      path: '/spec/x',
      kind: 'changed',
      before: 'a'.repeat(400),
      after: 'b'.repeat(900),
    }
    const changes = Array.from({ length: 200 }, (_, index) => ({ ...change, module: `web-${index}` }))
    const { runner } = await report({ status: 'succeeded', 'plan-file': 'plan.json' }, { files: planFile(changes) })
    expect(runner.annotations).toEqual([])
    const body = comments[0]?.body ?? ''
    expect(body.length).toBeGreaterThan(60_000)
    expect(body).toContain('_Cut here: the whole text has')
    expect(body.match(/<details>/g)?.length).toBe(body.match(/<\/details>/g)?.length)
    expect((body.match(/^```/gm)?.length ?? 0) % 2).toBe(0)
    expect(body.slice(body.lastIndexOf('</details>'))).toContain('_Cut here')
  })
})

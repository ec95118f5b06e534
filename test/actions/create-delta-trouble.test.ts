import { describe, expect, test } from 'vitest'
import type { HttpRequest, HttpResponse, Transport } from '../../src/contract/http.ts'
import { NetworkError } from '../../src/errors.ts'
import { messageOf, shop, aShopToChange } from './a-shop-to-change.ts'

type Answers = (request: HttpRequest, send: Transport) => Promise<HttpResponse>

/** Handles the first write by `answers`; everything else goes its way. */
const atWrite =
  (answers: Answers) =>
  (send: Transport): Transport => {
    let isFirst = true
    return async (request) => {
      if (request.method === 'GET' || !isFirst) return send(request)
      isFirst = false
      return answers(request, send)
    }
  }

const delivered: Answers = async (request, send) => {
  await send(request)
  throw new NetworkError('connection reset')
}
const undelivered: Answers = () => Promise.reject(new NetworkError('connection reset'))
const saying = (change: (answer: HttpResponse) => Partial<HttpResponse>): Answers => {
  return async (request, send) => {
    const answer = await send(request)
    return { ...answer, ...change(answer) }
  }
}

describe('when the answer to the creation', () => {
  const images = 'web=web:2'

  const found = [
    { name: 'is lost', answers: delivered },
    { name: 'is empty', answers: saying(() => ({ body: '' })) },
    { name: 'has no id', answers: saying(() => ({ body: '{"metadata":{}}' })) },
    { name: 'is no JSON', answers: saying(() => ({ body: '<html>gateway</html>' })) },
    { name: 'is a gateway error', answers: saying(() => ({ status: 502, body: '' })) },
  ]
  test.each(found)('$name, the delta is found again, and not made twice', async ({ answers }) => {
    const { run, deltas } = aShopToChange()
    const { runner, requests } = await run({ images }, { through: atWrite(answers) })
    expect(runner.exitCode).toBe(0)
    const [made, ...others] = await deltas()
    expect(others).toEqual([])
    expect(runner.outputs).toMatchObject({ 'delta-id': made?.id, changes: '1' })
    expect(requests.slice(2)).toEqual([`POST ${shop}/deltas`, `GET ${shop}/deltas?env=staging`])
  })

  const understood = [
    { name: 'is the bare id', change: ({ body }: HttpResponse) => ({ body: JSON.stringify(JSON.parse(body).id) }) },
    {
      name: 'has nothing but the id',
      change: ({ body }: HttpResponse) => ({ body: `{"id":"${JSON.parse(body).id}"}` }),
    },
    { name: 'says 201', change: () => ({ status: 201 }) },
  ]
  test.each(understood)('$name, it is understood', async ({ change }) => {
    const { run, deltas } = aShopToChange()
    const { runner, requests } = await run({ images }, { through: atWrite(saying(change)) })
    expect(runner.exitCode).toBe(0)
    expect(requests).toHaveLength(3)
    expect(runner.outputs).toMatchObject({ 'delta-id': (await deltas())[0]?.id, changes: '1' })
  })

  test('is lost with the last of the time, the delta is found all the same', async () => {
    const { run, deltas, clock } = aShopToChange()
    const late: Answers = async (request, send) => {
      await send(request)
      await clock.sleep(30_000)
      throw new NetworkError('connection reset')
    }
    const { runner } = await run({ images, timeout: '10s' }, { through: atWrite(late) })
    expect(runner.exitCode).toBe(0)
    expect(runner.outputs['delta-id']).toBe((await deltas())[0]?.id)
  })

  test('is lost and the delta cannot be found, the step fails and names what to look for', async () => {
    const { run, deltas, clock } = aShopToChange()
    const result = await run({ images }, { through: atWrite(undelivered) })
    expect(result.runner.exitCode).toBe(1)
    const sentName: string = JSON.parse(String(result.sent[2]?.body)).metadata.name
    const mark = sentName.slice(sentName.lastIndexOf('('))
    expect(messageOf(result)).toContain(
      'connection reset. Whether the delta was made is not known: look among the deltas',
    )
    expect(messageOf(result)).toContain(`whose name ends with ${mark}`)
    expect(result.requests.slice(3)).toEqual(Array(3).fill(`GET ${shop}/deltas?env=staging`))
    expect(clock.slept).toEqual([1410, 1410])
    expect(await deltas()).toEqual([])
  })

  test('is a refusal, the step fails with it and looks for nothing', async () => {
    const { run } = aShopToChange()
    const result = await run(
      { images },
      { through: atWrite(saying(() => ({ status: 403, body: '{"message":"no"}' }))) },
    )
    expect(messageOf(result)).toContain(`POST ${shop}/deltas failed: 403 no`)
    expect(result.requests).toHaveLength(3)
  })

  test('does not come before the job is cancelled, the mark is named', async () => {
    const { run } = aShopToChange()
    let interrupt = () => {}
    const through = atWrite((request, send) => {
      interrupt()
      return send(request)
    })
    const result = await run({ images }, { through, onStart: (runner) => (interrupt = () => runner.interrupt()) })
    expect(result.runner.exitCode).toBe(1)
    expect(messageOf(result)).toMatch(
      /^The job was cancelled while the delta was being written.*ends with \([0-9a-f]{10}\)/,
    )
    expect(result.requests).toHaveLength(3)
  })
})

test('a job that is cancelled before anything was written says only that', async () => {
  const { run, deltas } = aShopToChange()
  const result = await run({ images: 'web=web:2' }, { onStart: (runner) => runner.interrupt() })
  expect(messageOf(result)).toBe('The step was interrupted (SIGINT).')
  expect(await deltas()).toEqual([])
})

describe('when the answer to an extension', () => {
  const extend = async (answers: Answers, inputs: Record<string, string> = { images: 'web=web:2' }) => {
    const shopping = aShopToChange()
    const { body } = await shopping.call('POST', `${shop}/deltas`, { modules: { remove: ['api'] } })
    const result = await shopping.run({ 'delta-id': body.id, ...inputs }, { through: atWrite(answers) })
    const stored = (await shopping.call('GET', `${shop}/deltas/${body.id}`)).body
    return { ...result, id: body.id as string, stored }
  }

  test.each([
    { name: 'is lost', answers: delivered },
    { name: 'is empty', answers: saying(() => ({ body: '' })) },
  ])('$name, the delta is read back', async ({ answers }) => {
    // The server fills in what a whole workload leaves out.
    const delta = '{"modules":{"add":{"new":{"spec":{"containers":{"n":{"image":"n:1"}}},"externals":null}}}}'
    const { runner, requests, id } = await extend(answers, { images: 'web=web:2', delta })
    expect(runner.exitCode).toBe(0)
    expect(requests.slice(3)).toEqual([`PATCH ${shop}/deltas/${id}`, `GET ${shop}/deltas/${id}`])
    expect(runner.outputs).toMatchObject({ 'delta-id': id, changes: '3' })
  })

  test('is lost and the delta is as it was, the step fails and says where to look', async () => {
    const result = await extend(undelivered)
    expect(result.runner.exitCode).toBe(1)
    expect(messageOf(result)).toContain(
      `Whether delta '${result.id}' of application 'local-org/shop' has taken the changes`,
    )
    expect(result.requests.filter((request) => request.startsWith('PATCH'))).toHaveLength(1)
    expect(result.stored.modules.update).toEqual({})
  })
})

test('an answer that is no set is told as one', async () => {
  const { run } = aShopToChange()
  const through =
    (send: Transport): Transport =>
    async (request) =>
      request.url.includes('/sets/') ? { status: 200, headers: {}, body: '{"modules":[]}' } : send(request)
  const result = await run({ images: 'web=web:2' }, { through })
  expect(messageOf(result)).toMatch(/was answered 200, but not with a set: \/modules: must be an object/)
})

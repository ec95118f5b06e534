import { describe, expect, test } from 'vitest'
import { aListeningOrchestrator } from './a-listening-orchestrator.ts'

describe('the control door', () => {
  const ask = async (door: string, body: string, headers: Record<string, string> = {}) => {
    const { origin, serves } = await aListeningOrchestrator({}, { control: true })
    const response = await fetch(`${origin}/_orchestrator/${door}`, { method: 'POST', body, headers })
    const answer = { status: response.status, text: await response.text() }
    expect(await serves()).toBe(true)
    return answer
  }

  test.each([
    ['fail', '{}', "body must have required property 'status'"],
    ['fail', '{"status":99}', 'body/status must be >= 200'],
    ['fail', '{"status":1000}', 'body/status must be <= 599'],
    ['fail', '{"status":500,"headers":{"a":"b\\r\\nc: d"}}', 'body/headers/a must match pattern'],
    ['fail', '{"status":500,"headers":{"a b":"c"}}', 'body/headers'],
    ['fail', '{"status":500,"times":-1}', 'body/times must be >= 1'],
    ['fail', '{"status":500,"body":{}}', 'body/body must be string'],
    ['fail', '{"status":500,"pth":"/x"}', "body must not have the property 'pth'"],
    ['advance', '{}', "body must have required property 'ms'"],
    ['advance', '{"ms":"1"}', 'body/ms must be number'],
    ['advance', '{"ms":-1}', 'body/ms must be >= 0'],
    ['advance', '{"ms":1e300}', 'body/ms must be <='],
    ['advance', 'null', 'body must be object'],
    ['advance', '[', 'JSON'],
    ['cluster', '{"pendingMs":"long"}', 'body/pendingMs must be number'],
    ['cluster', '{"workloads":{"web":{"fail":{}}}}', "body/workloads/web/fail must have required property 'message'"],
    ['reset', '{"seed":{}}', 'body/seed must be string'],
    ['reset', '{"seed":"organizations: [{ id: 7 }]"}', 'The seed file is not right'],
  ])('%s %s is refused with what is wrong', async (door, body, message) => {
    expect(await ask(door, body)).toEqual({ status: 400, text: expect.stringContaining(message) })
  })

  test.each(['__proto__', 'constructor', '', 'nope', 'fail/'])('has no %s', async (door) => {
    expect(await ask(door, '{}')).toMatchObject({ status: 404 })
  })

  test('is not open to a page in a browser', async () => {
    expect(await ask('reset', '{}', { origin: 'https://elsewhere.test' })).toMatchObject({ status: 403 })
    expect(await ask('reset', '{}', { origin: 'null' })).toMatchObject({ status: 403 })
  })
})

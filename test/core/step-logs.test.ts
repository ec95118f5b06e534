import { expect, test } from 'vitest'
import { readNewLines, logStart, type LogPosition } from '../../src/core/step-logs.ts'
import { createClient } from '../../src/client/index.ts'
import type { ApplicationApi } from '../../src/core/application.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'
import { type Script, scriptedTransport } from '../support/scripted-transport.ts'

const lines = (...messages: string[]) =>
  messages.map((message) => ({ at: '2026-01-05T12:00:00Z', level: 'info', message }))
const next = (page: string) => ({ link: `<http://orchestrator.test/somewhere?page=${page}>; rel="next"` })

/** Reads once from each script; gives the messages of every reading, and the pages that were asked for. */
const readings = async (...scripts: Script[][]) => {
  const clock = fakeClock({ auto: true })
  const transport = scriptedTransport(...scripts.flat())
  const client = createClient({
    baseUrl: 'http://127.0.0.1:9',
    token: 'token',
    transport: transport.send,
    clock,
    random: fakeRandom(),
    userAgent: 'test/1',
    retry: { maxAttempts: 1 },
  })
  const api: ApplicationApi = { client, clock, random: fakeRandom(), orgId: 'o', appId: 'a', deadline: Infinity }
  let position: LogPosition = logStart
  const read: (string[] | string)[] = []
  for (const _ of scripts) {
    try {
      const found = await readNewLines(api, { pipelineId: 'p', runId: 'r' }, { jobId: 'j', stepIndex: 0 }, position)
      position = found.position
      read.push(found.lines.map(({ message }) => message))
    } catch (error) {
      read.push((error as Error).message)
    }
  }
  expect(transport.unused()).toBe(0)
  return { read, pages: transport.requests.map(({ url }) => new URL(url).searchParams.get('page')) }
}

test('gives each line once while a page fills up', async () => {
  const { read } = await readings(
    [{ json: lines('1') }],
    [{ json: lines('1', '2', '3') }],
    [{ json: lines('1', '2', '3') }],
  )
  expect(read).toEqual([['1'], ['2', '3'], []])
})

test('goes on at the page that it had come to', async () => {
  const { read, pages } = await readings(
    [{ json: lines('1', '2'), headers: next('B') }, { json: lines('3') }],
    [{ json: lines('3', '4'), headers: next('C') }, { json: [] }],
    [{ json: lines('5') }],
  )
  expect(read).toEqual([['1', '2', '3'], ['4'], ['5']])
  expect(pages).toEqual([null, 'B', 'B', 'C', 'C'])
})

test('follows a page that turned up behind a full one', async () => {
  const { read } = await readings(
    [{ json: lines('1', '2') }],
    [{ json: lines('1', '2'), headers: next('B') }, { json: lines('3') }],
  )
  expect(read).toEqual([['1', '2'], ['3']])
})

test('reads again what it could not read to the end, and gives no line twice', async () => {
  const { read } = await readings(
    [
      { json: lines('1', '2'), headers: next('B') },
      { status: 500, json: {} },
    ],
    [{ json: lines('1', '2'), headers: next('B') }, { json: lines('3') }],
  )
  expect(read).toEqual([expect.stringContaining('500'), ['1', '2', '3']])
})

test('a log that is not there has no lines', async () => {
  const { read } = await readings([{ status: 404, json: 'not found' }], [{ json: lines('1') }])
  expect(read).toEqual([[], ['1']])
})

test('an empty list may be null', async () => {
  expect(await readings([{ body: 'null' }])).toMatchObject({ read: [[]] })
})

test('pages that lead in a circle have an end', async () => {
  const { read } = await readings([
    { json: lines('1'), headers: next('B') },
    { json: lines('2'), headers: next('C') },
    { json: lines('3'), headers: next('B') },
  ])
  expect(read).toEqual([['1', '2', '3']])
})

test('takes only the name of the page from a link, wherever that leads', async () => {
  const headers = { link: '<https://evil.test/steal?page=B>; rel="next"' }
  const { pages } = await readings([{ json: lines('1'), headers }, { json: [] }])
  expect(pages).toEqual([null, 'B'])
  const broken = { link: '<http://[>; rel="next"' }
  expect(await readings([{ json: lines('1'), headers: broken }])).toMatchObject({ read: [['1']] })
})

test('two hundred thousand lines on one page are no problem', async () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({ at: '', level: 'info', message: String(index) }))
  const { read } = await readings([{ json: many }])
  expect(read[0]).toHaveLength(200_000)
})

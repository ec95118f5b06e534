import { expect, test } from 'vitest'
import { createScheduler } from '../../src/orchestrator/scheduler.ts'
import { openStore } from '../../src/orchestrator/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { fakeRandom } from '../support/fake-random.ts'

const start = (store = openStore()) => {
  const clock = fakeClock({ start: 1_000_000 })
  const bugs: unknown[] = []
  const scheduler = createScheduler({ store, clock, random: fakeRandom(), onBug: (bug) => void bugs.push(bug) })
  const done: string[] = []
  scheduler.on('note', (text: string) => void done.push(`${text} at ${scheduler.now() - 1_000_000}`))
  return { clock, bugs, scheduler, done, store }
}

test('what is due is done in order of time, each at its own moment, and once', async () => {
  const { clock, scheduler, done } = start()
  scheduler.schedule('note', 1_000_030, 'third')
  scheduler.schedule('note', 1_000_010, 'first')
  scheduler.schedule('note', 1_000_010, 'second')
  scheduler.runDue()
  expect(done).toEqual([])
  await clock.advance(500)
  scheduler.runDue()
  scheduler.runDue()
  expect(done).toEqual(['first at 10', 'second at 10', 'third at 30'])
  expect(scheduler.nextDue()).toBeUndefined()
})

test('what a task asks for is done in its turn', async () => {
  const { clock, scheduler, done } = start()
  scheduler.on('chain', (left: number) => {
    done.push(`chain ${left}`)
    if (left > 0) scheduler.schedule('chain', scheduler.now() + 10, left - 1)
  })
  scheduler.schedule('chain', 1_000_000, 2)
  scheduler.schedule('note', 1_000_015, 'between')
  await clock.advance(100)
  scheduler.runDue()
  expect(done).toEqual(['chain 2', 'chain 1', 'between at 15', 'chain 0'])
})

test('tasks of one moment keep their order when the orchestrator is started again in between', async () => {
  const { scheduler, store } = start()
  for (const text of ['a', 'b', 'c']) scheduler.schedule('note', 1_000_010, text)
  const again = start(store)
  for (const text of ['d', 'e']) again.scheduler.schedule('note', 1_000_010, text)
  await again.clock.advance(10)
  again.scheduler.runDue()
  expect(again.done.map((text) => text[0])).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('any number of tasks may be due when the orchestrator is started again', async () => {
  const { scheduler, store } = start()
  store.transaction(() => {
    for (let count = 0; count < 150_000; count += 1) scheduler.schedule('note', 2_000_000, '')
  })
  const again = start(store)
  again.scheduler.schedule('note', 1_000_010, 'first')
  await again.clock.advance(10)
  again.scheduler.runDue()
  expect(again.done).toEqual(['first at 10'])
})

test('a task that fails leaves no half of its work, is told as a bug, and does not hold up the others', async () => {
  const { clock, scheduler, done, bugs, store } = start()
  const table = store.table<string>('things')
  scheduler.on('broken', () => {
    table.insert('scope', 'half', 'done')
    throw new Error('boom')
  })
  scheduler.schedule('broken', 1_000_001, {})
  scheduler.schedule('note', 1_000_002, 'after')
  await clock.advance(10)
  scheduler.runDue()
  expect(bugs).toMatchObject([{ message: 'boom' }])
  expect(table.list('scope')).toEqual([])
  expect(done).toEqual(['after at 2'])
})

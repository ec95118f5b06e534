import { expect, test } from 'vitest'
import { concurrently } from '../../src/core/concurrently.ts'

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

test.each([
  { limit: 1, most: 1 },
  { limit: 3, most: 3 },
  { limit: 32, most: 10 },
])('with a limit of $limit, $most of ten are under way at once, and results stay in order', async ({ limit, most }) => {
  const items = Array.from({ length: 10 }, (_, index) => index)
  let underWay = 0
  let seen = 0
  const results = await concurrently(items, limit, async (item) => {
    underWay += 1
    seen = Math.max(seen, underWay)
    await turns(10 - item)
    underWay -= 1
    return item * 2
  })
  expect(seen).toBe(most)
  expect(results).toEqual(items.map((item) => item * 2))
})

test('nothing to do is done at once', async () => {
  expect(await concurrently([], 4, () => Promise.reject(new Error('never called')))).toEqual([])
})

test('an unexpected failure is not swallowed', async () => {
  await expect(concurrently([1, 2], 1, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
})

test('after a failure nothing more is begun, and nobody waits for what is under way', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    await turns(item)
    if (item > 1) ended.push(item)
    else throw new Error('the first failure')
  }
  await expect(concurrently([3, 1, 5, 1, 2, 2], 3, work)).rejects.toThrow('the first failure')
  expect(ended).toEqual([])
  await turns(10)
  expect(begun).toEqual([3, 1, 5])
  expect(ended).toEqual([3, 5])
})

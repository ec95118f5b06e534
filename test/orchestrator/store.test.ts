import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/orchestrator/store.ts'

const aStore = () => {
  const store = openStore()
  onTestFinished(store.close)
  return store
}

test('a table that nothing was put into is empty, and takes what one takes away from it', () => {
  const table = aStore().table<string>('things')
  expect(table.get('a', '1')).toBeUndefined()
  expect(table.first('a')).toBeUndefined()
  expect(table.list('a')).toEqual([])
  expect([...table.scan({ scope: 'a', within: true })]).toEqual([])
  expect(table.delete('a', '1')).toBe(false)
  table.deleteAll('a')
  expect(() => table.update('a', '1', 'x')).toThrow(`things has no '1' in 'a'`)
})

test('what undoes a transaction undoes a table that it brought, which comes again with the next row', () => {
  const store = aStore()
  const table = store.table<string>('things')
  const failing = () =>
    store.transaction(() => {
      table.insert('a', '1', 'x')
      expect(table.list('a')).toEqual(['x'])
      throw new Error('it fails')
    })
  expect(failing).toThrow('it fails')
  expect(table.list('a')).toEqual([])
  table.insert('a', '2', 'y')
  expect(table.list('a')).toEqual(['y'])
})

test('two who name the same table have the same rows', () => {
  const store = aStore()
  const [one, other] = [store.table<string>('things'), store.table<string>('things')]
  one.insert('a', '1', 'x')
  expect(other.get('a', '1')).toBe('x')
})

test('a table may come while the rows of another are read one by one', () => {
  const store = aStore()
  const [numbers, squares] = [store.table<number>('numbers'), store.table<number>('squares')]
  for (const value of [1, 2, 3]) numbers.insert('a', String(value), value)
  store.transaction(() => {
    for (const { value } of numbers.scan({ scope: 'a' })) squares.insert('a', String(value), value * value)
  })
  expect(squares.list('a')).toEqual([1, 4, 9])
})

test('a row is read as it was last written, whatever was read, changed or undone before', () => {
  const store = aStore()
  const table = store.table<{ n: number }>('things')
  const read = () => table.get('a', '1')?.n
  table.insert('a', '1', { n: 1 })
  const got = table.get('a', '1')
  if (got) got.n = 7
  expect(read()).toBe(1)
  const failing = () =>
    store.transaction(() => {
      table.update('a', '1', { n: 2 })
      expect(read()).toBe(2)
      throw new Error('it fails')
    })
  expect(failing).toThrow('it fails')
  expect(read()).toBe(1)
  table.update('a', '1', { n: 3 })
  expect(read()).toBe(3)
  table.delete('a', '1')
  expect(read()).toBeUndefined()
  table.insert('a', '1', { n: 4 })
  expect(read()).toBe(4)
  table.deleteAll('a')
  expect(read()).toBeUndefined()
  table.insert('a', '1', { n: 5 })
  expect(read()).toBe(5)
  store.clear()
  expect(read()).toBeUndefined()
})

test('what is appended is found in its order, beside what has an id of its own', () => {
  const table = aStore().table<string>('things')
  table.append('a', 'first')
  table.insert('a', 'id', 'second')
  table.append('b', 'elsewhere')
  table.append('a', 'third')
  expect(table.list('a')).toEqual(['first', 'second', 'third'])
})

test('a line break in a scope or an id leads to no other row', () => {
  const table = aStore().table<string>('things')
  table.insert('a', 'b\nc', 'x')
  expect(table.get('a', 'b\nc')).toBe('x')
  expect(table.get('a\nb', 'c')).toBeUndefined()
})

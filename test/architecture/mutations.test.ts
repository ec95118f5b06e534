import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutations } from '../../scripts/mutations/all.ts'
import { withoutGuard } from '../../scripts/mutations/mutation.ts'
import { root } from './sources.ts'

test.each(mutations)('taken away, it would be missed: $name', (mutation) => {
  const text = readFileSync(join(root, mutation.file), 'utf8')
  expect(withoutGuard(text, mutation)).not.toBe(text)
  expect(mutation.tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
  expect(mutation.tests).not.toEqual([])
})

test('every guard is taken away once', () => {
  const names = mutations.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})

test('a guard that is gone, or stands in two places, is not taken away by chance', () => {
  const mutation = { name: 'n', file: 'f', find: 'guard()', replace: '', tests: [] }
  expect(() => withoutGuard('nothing', mutation)).toThrow('stands in f not at all')
  expect(() => withoutGuard('guard() guard()', mutation)).toThrow('stands in f 2 times')
  expect(withoutGuard('a guard() b', mutation)).toBe('a  b')
})

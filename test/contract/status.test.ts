import { expect, test } from 'vitest'
import {
  deploymentStatuses,
  isActiveDeployment,
  isFinishedDeployment,
  isPendingApproval,
  isSuccess,
  isTerminal,
} from '../../src/contract/status.ts'

test.each([
  { status: 'succeeded', expected: true },
  { status: 'successful', expected: true },
  { status: 'success', expected: true },
  { status: 'failed', expected: false },
  { status: 'cancelled', expected: false },
  { status: 'executing', expected: false },
  { status: 'Succeeded', expected: false },
  { status: 'unsuccessful', expected: false },
  { status: '', expected: false },
])('the status "$status" is a success: $expected', ({ status, expected }) => {
  expect(isSuccess(status)).toBe(expected)
})

test.each([
  {
    name: 'one with an end has ended, whatever it calls that',
    run: { status: 'x', completed_at: '2024-05-21T09:30:00Z' },
    expected: true,
  },
  { name: 'one without an end has not, whatever it calls that', run: { status: 'succeeded' }, expected: false },
  { name: 'null is no end', run: { completed_at: null }, expected: false },
  { name: 'an empty text is no end', run: { completed_at: '' }, expected: false },
])('runs: $name', ({ run, expected }) => {
  expect(isTerminal(run)).toBe(expected)
})

test('a deployment is either active or finished', () => {
  const active = deploymentStatuses.filter((status) => isActiveDeployment({ status }))
  const finished = deploymentStatuses.filter((status) => isFinishedDeployment({ status }))

  expect(active).toEqual(['pending', 'in progress'])
  expect(finished).toEqual(['succeeded', 'failed'])
})

test('an unknown status of a deployment is neither', () => {
  expect(isActiveDeployment({ status: 'paused' })).toBe(false)
  expect(isFinishedDeployment({ status: 'paused' })).toBe(false)
})

test('only a waiting approval can still be given', () => {
  expect(isPendingApproval({ status: 'waiting' })).toBe(true)
  expect(isPendingApproval({ status: 'approved' })).toBe(false)
})

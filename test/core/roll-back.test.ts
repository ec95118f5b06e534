import { describe, expect, test } from 'vitest'
import type { Deployment } from '../../src/contract/types.ts'
import { rollbackTarget } from '../../src/core/roll-back.ts'

/** `id status run`: newest first, as the platform lists them. */
const listed = (...lines: string[]): Deployment[] =>
  lines.map((line) => {
    const [id, status, run] = line.split(' ')
    const pipeline = run === undefined ? undefined : { id: 'default', run_id: run }
    return { id, status, env_id: 'staging', pipeline } as Deployment
  })

describe('what is gone back to', () => {
  test.each([
    { deployments: ['c failed r3', 'b succeeded r2', 'a succeeded r1'], to: 'b' },
    { deployments: ['d failed r4', 'c failed r3', 'b failed', 'a succeeded r1'], to: 'a' },
    { deployments: ['c failed r2', 'b succeeded r2', 'a succeeded r1'], to: 'a' },
    { deployments: ['c failed', 'b succeeded', 'a succeeded'], to: 'b' },
  ])('after $deployments is $to', ({ deployments, to }) => {
    const [failed, ...others] = listed(...deployments)
    expect(rollbackTarget(failed!, [failed!, ...others])).toMatchObject({
      kind: 'to',
      failed: { id: failed!.id },
      to: { id: to },
    })
  })

  test.each([
    {
      deployments: ['c failed r3', 'b failed r2', 'a failed r1'],
      status: 'skipped',
      reason: "no deployment of environment 'staging' succeeded before deployment 'c'",
    },
    {
      deployments: ['c failed r3'],
      status: 'skipped',
      reason: "no deployment of environment 'staging' succeeded before deployment 'c'",
    },
    {
      deployments: ['d succeeded r4', 'c failed r3', 'b succeeded r2'],
      status: 'conflict',
      reason: "deployment 'd' has come after deployment 'c'",
    },
    {
      deployments: ['d failed r4', 'c failed r3', 'b succeeded r2'],
      status: 'conflict',
      reason: "deployment 'd' has come after deployment 'c'",
    },
    {
      deployments: ['b succeeded r2'],
      status: 'skipped',
      reason: "deployment 'c' is not among those of environment 'staging' any more",
    },
    {
      deployments: [],
      status: 'skipped',
      reason: "deployment 'c' is not among those of environment 'staging' any more",
    },
  ])('after $deployments is nothing: $reason', ({ deployments, status, reason }) => {
    const [failed] = listed('c failed r3')
    expect(rollbackTarget(failed!, listed(...deployments))).toEqual({ kind: 'none', status, reason })
  })
})

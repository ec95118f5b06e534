import { expect } from 'vitest'
import type { FakeRunner } from '../support/fake-runner.ts'
import * as gates from './a-gate.ts'

export const runUrl = 'https://github.com/octo-org/shop/actions/runs/7000000001/attempts/1'

/** What a gate is opened with so that the comment is by somebody else, or says something else. */
export const by = (login: string, type: 'User' | 'Bot' = 'User', body = gates.command) => ({
  comments: [{ body, author: { login, type } }],
})

/** All that came of a step, and what was said under the comment. */
export const endOf = async (gate: gates.Gate, runner: FakeRunner) => ({
  ...(await gates.endOf(gate, runner)),
  reactions: gate.reactions(),
  replies: gate.replies(),
})

/** It said no under the comment, and nothing happened. */
export const refused = (reason: string) => ({
  ...gates.refused(reason),
  reactions: ['eyes', '-1'],
  replies: [expect.stringMatching(/^\*\*⛔ Refused:\*\* /)],
})

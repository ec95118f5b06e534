import { expect, test } from 'vitest'
import { startOrchestrator } from '../support/orchestrator.ts'

// Alone in its file: elsewhere an earlier test has loaded it.
test('requests that come before what answers them is loaded are answered in their order', async () => {
  const { call } = startOrchestrator()
  const apps = '/orgs/local-org/apps'
  const answers = await Promise.all([
    call('POST', apps, { id: 'shop', name: 'Shop' }),
    call('GET', `${apps}/shop`),
    call('DELETE', `${apps}/shop`),
    call('GET', `${apps}/shop`),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 204, 404])
})

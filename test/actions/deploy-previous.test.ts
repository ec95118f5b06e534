import { expect, test } from 'vitest'
import * as deploy from '../../src/actions/deploy/main.ts'
import { deploys, env } from './a-deployment.ts'
import { aRelease } from './a-release.ts'

test('what the environment ran before is deployed again, with its set', async () => {
  const release = await aRelease()
  await release.act(deploy, { inputs: { env, 'delta-id': release.deltaId } })
  await release.act(deploy, { inputs: { env, 'delta-id': await release.aDelta('api') } })
  const [second, first] = await deploys(release)
  const { runner, sent } = await release.act(deploy, { inputs: { env, 'deployment-id': 'previous' } })
  expect(runner.exitCode).toBe(0)
  expect(runner.outputs).toMatchObject({ status: 'succeeded', 'set-id': first?.set_id, current: 'true' })
  const body = JSON.parse(sent.find(({ method }) => method === 'POST')?.body as string) as object
  expect(body).toMatchObject({ deployment_id: first?.id })
  expect(second?.set_id).not.toBe(first?.set_id)
})

test('without anything to go back to, nothing is started', async () => {
  const release = await aRelease()
  await release.act(deploy, { inputs: { env, 'delta-id': release.deltaId } })
  const { runner, requests } = await release.act(deploy, { inputs: { env, 'deployment-id': 'previous' } })
  expect(runner.exitCode).toBe(1)
  expect(runner.annotations[0]?.message).toContain(`Environment '${env}' has nothing to go back to`)
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([])
})

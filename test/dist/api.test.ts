import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

test('calls an operation and hands its answer on', async () => {
  const { inputs, requests, call } = await aServedShop()
  const step = await runBundle('api', {
    inputs: { ...inputs, operation: 'patchApplication', body: 'name: Corner Shop' },
  })
  expect(step).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(step.outputs).toMatchObject({ status: '200', 'response-truncated': 'false' })
  expect(JSON.parse(step.outputs['response'] ?? '')).toMatchObject({ id: 'shop', name: 'Corner Shop' })
  expect(readFileSync(step.outputs['response-file'] ?? '', 'utf8')).toBe(step.outputs['response'])
  expect(step.summary).toContain('patchApplication')
  expect(requests).toEqual([`PATCH ${shop}`])
  expect(await call('GET', shop)).toMatchObject({ name: 'Corner Shop' })
})

test('refuses what is not in the contract, and sends nothing', async () => {
  const { inputs, requests } = await aServedShop()
  const step = await runBundle('api', { inputs: { ...inputs, operation: 'patchApplication', body: 'nam: Shop' } })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining("body must have required property 'name'")])
  expect(requests).toEqual([])
})

test('a secret that is answered is masked before anything shows it', async () => {
  const { inputs, call, orchestrator } = await aServedShop()
  const bot = await call('POST', `/orgs/${orchestrator.org}/users`, { name: 'bot', role: 'member' })
  const step = await runBundle('api', {
    inputs: {
      ...inputs,
      operation: 'createUserToken',
      parameters: `userId=${bot.id}`,
      body: '{ "id": "ci", "type": "static" }',
    },
  })
  const { token } = JSON.parse(step.outputs['response'] ?? '') as { token: string }
  expect(step.stdout.split('\n').filter((line) => line.includes(token))).toEqual([`::add-mask::${token}`])
})

import { expect, test } from 'vitest'
import { called, shop } from '../orchestrator/a-shop.ts'
import { runBundle } from '../support/run-bundle.ts'
import { aServedShop } from './a-served-shop.ts'

const steps = (message: string) =>
  `  one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: ${message} } }] }`
const files = { 'one.yaml': called('one', steps('hello')).trimStart() }
const pull = { GITHUB_EVENT_NAME: 'pull_request' }

test('applies a file, and then only what has changed of it', async () => {
  const { inputs, requests, call } = await aServedShop()
  const given = { ...inputs, files: 'one.yaml' }
  const first = await runBundle('apply-pipeline', { inputs: given, files })
  expect(first).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(first.outputs).toMatchObject({ status: 'applied', changed: 'true' })
  const changed = { 'one.yaml': files['one.yaml'].replace('hello', 'bye') }
  const second = await runBundle('apply-pipeline', { inputs: given, files: changed })
  expect(second.summary).toMatch(/```diff\n[^]*-.*hello[^]*\+.*bye/)
  const third = await runBundle('apply-pipeline', { inputs: given, files: changed })
  expect(third.outputs['changed']).toBe('false')
  expect(await call('GET', `${shop}/pipelines/one/versions`)).toHaveLength(2)
  expect(requests.filter((request) => !request.startsWith('GET'))).toEqual([
    `POST ${shop}/pipelines`,
    `POST ${shop}/pipelines`,
    `PATCH ${shop}/pipelines/one`,
    `PATCH ${shop}/pipelines/one`,
  ])
})

test('shows on a pull request what is wrong, at its line and column', async () => {
  const { inputs } = await aServedShop()
  const wrong = { 'one.yaml': files['one.yaml'].replace('log@v1', 'lgo@v1') }
  const step = await runBundle('apply-pipeline', { inputs: { ...inputs, files: '.' }, files: wrong, env: pull })
  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ status: 'refused' })
  expect(step.annotations[0]).toMatch(/^::error title=Pipeline file,file=one\.yaml,line=\d+,col=\d+::.*lgo/)
})

test('changes nothing on a pull request', async () => {
  const { inputs, call } = await aServedShop()
  const step = await runBundle('apply-pipeline', { inputs: { ...inputs, files: 'one.yaml' }, files, env: pull })
  expect(step.exitCode).toBe(0)
  expect(step.outputs).toMatchObject({ status: 'planned', changed: 'true' })
  expect(await call('GET', `${shop}/pipelines`)).toMatchObject([{ id: 'default' }])
})

test('refuses a file that is not there, and sends nothing', async () => {
  const { inputs, requests } = await aServedShop()
  const step = await runBundle('apply-pipeline', { inputs: { ...inputs, files: 'two.yaml' }, files })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toEqual([expect.stringContaining('which does not exist')])
  expect(requests).toEqual([])
})

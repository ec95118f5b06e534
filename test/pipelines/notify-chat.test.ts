import { expect, test } from 'vitest'
import { seconds, shop } from '../orchestrator/a-shop.ts'
import { scriptedTransport, type Script } from '../support/scripted-transport.ts'
import { anExampleShop } from './an-example.ts'

const name = 'notify-chat'

/** A deployment to staging, after which the chat answers like this. */
const deployed = async (
  script: Script[],
  { allowHttp = ['chat.acme.example'], isCancelled = false, fails = false, isKnown = true } = {},
) => {
  const { send, requests } = scriptedTransport(...script)
  const it = anExampleShop({ transport: send, allowHttp })
  if (fails) it.orchestrator.control.behave({ workloads: { web: { fail: { message: 'no such image' } } } })
  if (isKnown) await it.secret('chat-token', 'xoxb-sesame')
  await it.add(name, { env_id: 'staging' })
  const { body: run } = await it.request({ env_id: 'staging', delta_id: await it.aDelta('web') })
  await it.after(seconds(1))
  if (isCancelled) await it.cancel(run)
  await it.after(seconds(2))
  await it.settle()
  return { ...it, run: run as { id: string; pipeline_id: string }, requests, see: () => it.run(run) }
}

test('the chat is told of a deployment, with a token that nobody sees', async () => {
  const it = await deployed([{ status: 200, body: '{"ok":true}' }])
  const [deployment] = await it.deploys('staging')
  expect(await it.see()).toMatchObject({ status: 'succeeded' })
  expect(it.requests).toMatchObject([
    {
      method: 'POST',
      url: 'https://chat.acme.example/api/messages',
      headers: { authorization: 'Bearer xoxb-sesame', 'content-type': 'application/json' },
    },
  ])
  expect(JSON.parse(String(it.requests[0]?.body))).toEqual({
    channel: 'releases',
    text: 'shop on staging succeeded',
    deployment: deployment?.id,
  })
  const job = await it.job(it.run, 'notify')
  const seen = [await it.see(), job, await it.log(it.run, 'notify', 0), await it.get(`${shop}/values`)]
  expect(JSON.stringify(seen)).not.toContain('sesame')
})

test('the chat is told of a failure, which stays one', async () => {
  const it = await deployed([{ status: 200 }], { fails: true })
  expect(JSON.parse(String(it.requests[0]?.body))).toEqual({
    channel: 'releases',
    text: 'shop on staging failed',
    deployment: null,
  })
  expect(await it.see()).toMatchObject({ status: 'failed', status_message: expect.stringMatching(/^Job 'deploy'/) })
})

test.each<[string, Script, string]>([
  ['answers with an error', { status: 500 }, 'was answered with 500'],
  ['does not take the token', { status: 401, body: 'xoxb-sesame is not known' }, 'was answered with 401'],
  ['is not there', new Error('getaddrinfo ENOTFOUND chat.acme.example'), 'outcome unknown: getaddrinfo ENOTFOUND'],
])('a chat that %s fails the job, and not the run', async (_, script, message) => {
  const it = await deployed([script])
  expect(await it.see()).toMatchObject({ status: 'succeeded' })
  const job = await it.job(it.run, 'notify')
  expect(job).toMatchObject({ status: 'failed', status_message: expect.stringContaining(message) })
  expect(JSON.stringify([job, await it.log(it.run, 'notify', 0)])).not.toContain('sesame')
  expect(it.requests).toHaveLength(1)
})

test('a chat that never answers is waited for a minute', async () => {
  const it = await deployed([() => new Promise(() => {})])
  expect(await it.see()).toMatchObject({ status: 'executing', waiting_for: { notify: expect.stringMatching(/^http/) } })
  await it.after(seconds(60))
  expect(await it.see()).toMatchObject({ status: 'succeeded' })
  expect(await it.job(it.run, 'notify')).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('outcome unknown: no answer came within 60 seconds'),
  })
})

test('an orchestrator that was not told to trust the chat sends nothing', async () => {
  const it = await deployed([], { allowHttp: [] })
  expect(await it.see()).toMatchObject({ status: 'succeeded' })
  expect((await it.job(it.run, 'notify')).status_message).toContain('--allow-http chat.acme.example')
  expect(it.requests).toEqual([])
})

test('a run that is cancelled notifies nobody', async () => {
  const it = await deployed([], { isCancelled: true })
  expect(await it.see()).toMatchObject({ status: 'cancelled' })
  expect(await it.statuses(it.run)).toEqual({ deploy: 'cancelled', notify: 'cancelled' })
  expect(it.requests).toEqual([])
})

test('without the shared value the header has no token, and the chat decides', async () => {
  const it = await deployed([{ status: 401 }], { isKnown: false })
  expect(it.requests).toMatchObject([{ headers: { authorization: 'Bearer ' } }])
  expect(await it.see()).toMatchObject({ status: 'succeeded' })
})

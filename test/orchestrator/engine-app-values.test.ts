import { expect, test } from 'vitest'
import { called, minutes, shop } from './a-shop.ts'
import { aValueShop } from './value-shop.ts'

const log = (message: string) =>
  `go: { steps: [{ uses: actions/humanitec/log@v1, with: { message: ${JSON.stringify(message)} } }] }`

/** Runs a pipeline of one job with one step. */
const logged = async (made: ReturnType<typeof aValueShop>, jobs: string, head = '') => {
  const { body } = await made.callPipeline(await made.aPipeline(called('it', `  ${jobs}`, head)))
  return { run: await made.run(body), body }
}

test('expressions know the values of the application, and not those that an environment has of its own', async () => {
  const made = aValueShop()
  await made.create('A', '1')
  await made.create('a.b', '2')
  await made.create('A', 'own', 'staging')
  const { body } = await logged(made, log("${{ app.values.A }} ${{ app.values['a.b'] }} ${{ app.values.a }}."))
  expect(await made.log(body, 'go', 0)).toEqual(['1 2 .'])
})

test('an expression sees the value that there is when its step begins', async () => {
  const made = aValueShop()
  await made.create('A', 'before')
  const { body } = await logged(
    made,
    `go: { steps: [{ uses: actions/humanitec/approve@v1, with: { env_id: staging } }, { uses: actions/humanitec/log@v1, with: { message: '\${{ app.values.A }}' } }] }`,
  )
  await made.patch('A', 'after')
  const [approval] = await made.approvals()
  if (!approval) throw new Error('there is nothing to approve')
  await made.decide(approval, 'approve')
  await made.after(minutes(1))
  expect(await made.log(body, 'go', 1)).toEqual(['after'])
})

test('conditions and concurrency groups know them too', async () => {
  const made = aValueShop()
  await made.create('A', 'on')
  const head = "concurrency: { group: '${{ app.values.A }}' }"
  const { run } = await logged(made, log('x').replace('{ steps', "{ if: app.values.A == 'off', steps"), head)
  expect(run).toMatchObject({ concurrency_group: 'on' })
  expect(await made.statuses(run)).toEqual({ go: 'skipped' })
})

const aSecret = (made: ReturnType<typeof aValueShop>, key: string, value: string) =>
  made.ok(made.call('POST', `${shop}/values`, { key, value, description: null, is_secret: true }))

test.each([
  ['the value', '${{ app.values.TOKEN }}', '***'],
  ['all of them', '${{ tojson(app.values) }}', '{\n  "A": "1",\n  "TOKEN": "***"\n}'],
  ['each of them', "${{ join(app.values.*, ' ') }}", '1 ***'],
  ['a part of it', "${{ startswith(app.values.TOKEN, 'HID') }}", 'false'],
])('a line that reads %s shows *** for a secret', async (_, message, line) => {
  const made = aValueShop()
  await made.create('A', '1')
  await aSecret(made, 'TOKEN', 'HIDDEN')
  const { run, body } = await logged(made, log(message))
  expect(run).toMatchObject({ status: 'succeeded' })
  expect(await made.log(body, 'go', 0)).toEqual([line])
})

test('a secret shows as *** in whatever else can be seen: approvals, comments, outputs, groups, errors', async () => {
  const made = aValueShop()
  await aSecret(made, 'TOKEN', 'HIDDEN')
  const secret = "'of ${{ app.values.TOKEN }}'"
  const { body } = await logged(
    made,
    `ask:
    outputs: { it: ${secret} }
    steps:
      - { timeout-minutes: 1, continue-on-error: true, uses: actions/humanitec/approve, with: { env_id: staging, message: ${secret} } }
      - { uses: actions/humanitec/deploy, with: { env_id: staging, set_id: '0', message: ${secret} } }
  tell: { needs: [ask], steps: [{ uses: actions/humanitec/log, with: { message: '\${{ needs.ask.outputs.it }}' } }] }
  break: { steps: [{ uses: actions/humanitec/clone, with: { from_env_id: ${secret}, to_env_id: staging } }] }`,
    `concurrency: { group: ${secret} }`,
  )
  await made.after(minutes(1))
  await made.after(minutes(1))
  expect(await made.run(body)).toMatchObject({
    concurrency_group: 'of ***',
    status_message: expect.stringContaining("'of ***'"),
  })
  expect(await made.log(body, 'tell', 0)).toEqual(['of ***'])
  expect(await made.approvals()).toMatchObject([{ message: 'of ***' }])
  expect(await made.get(`${shop}/envs/staging/deploys`)).toMatchObject([{ comment: 'of ***' }])
})

test('conditions may look at a secret, since nobody sees more of it than that', async () => {
  const made = aValueShop()
  await aSecret(made, 'MODE', 'strict')
  const { body } = await logged(
    made,
    log('x')
      .replace('{ uses', "{ if: app.values.MODE == 'strict', uses")
      .replace('{ steps', "{ if: app.values.MODE == 'strict', steps"),
  )
  expect(await made.steps(body, 'go')).toEqual(['succeeded'])
})

test('a secret that lies in another store is known to be there, and cannot be read', async () => {
  const made = aValueShop()
  await made.ok(
    made.call('POST', '/orgs/local-org/secretstores', {
      id: 'elsewhere',
      primary: false,
      vault: { url: 'https://vault.test' },
    }),
  )
  const secret_ref = { store: 'elsewhere', ref: 'a/b' }
  await made.ok(made.call('POST', `${shop}/values`, { key: 'TOKEN', secret_ref, description: null, is_secret: true }))
  const { run, body } = await logged(made, log('${{ app.values.TOKEN }}'))
  expect(run).toMatchObject({ status: 'succeeded' })
  expect(await made.log(body, 'go', 0)).toEqual(['***'])
  const sent = await made.callPipeline(
    await made.aPipeline(
      called(
        'send',
        `  go: { steps: [{ uses: actions/humanitec/http, with: { method: GET, url: '\${{ app.values.TOKEN }}' } }] }`,
      ),
    ),
  )
  expect((await made.run(sent.body)).status_message).toContain(
    'with.url: app.values.TOKEN, a secret in another store, cannot be read by this orchestrator',
  )
})

test('a secret hinders no expression that does without it', async () => {
  const made = aValueShop()
  await made.create('A', '1')
  await made.call('POST', `${shop}/values`, { key: 'TOKEN', value: 'HIDDEN', description: null, is_secret: true })
  const { body } = await logged(made, log('${{ app.values.A }}'))
  expect(await made.log(body, 'go', 0)).toEqual(['1'])
})

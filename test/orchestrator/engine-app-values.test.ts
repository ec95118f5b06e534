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

test.each([
  ['the value', '${{ app.values.TOKEN }}'],
  ['all of them', '${{ tojson(app.values) }}'],
  ['each of them', '${{ join(app.values.*, 1) }}'],
])('an expression that reads %s where it is a secret fails, and says so', async (_, message) => {
  const made = aValueShop()
  await made.create('A', '1')
  await made.ok(
    made.call('POST', `${shop}/values`, { key: 'TOKEN', value: 'HIDDEN', description: null, is_secret: true }),
  )
  const { run, body } = await logged(made, log(message))
  expect(run).toMatchObject({ status: 'failed' })
  expect(run.status_message).toContain('app.values.TOKEN, which is a secret, cannot be read in an expression')
  expect(JSON.stringify([run, await made.job(body, 'go')])).not.toContain('HIDDEN')
})

test('a secret hinders no expression that does without it', async () => {
  const made = aValueShop()
  await made.create('A', '1')
  await made.call('POST', `${shop}/values`, { key: 'TOKEN', value: 'HIDDEN', description: null, is_secret: true })
  const { body } = await logged(made, log('${{ app.values.A }}'))
  expect(await made.log(body, 'go', 0)).toEqual(['1'])
})

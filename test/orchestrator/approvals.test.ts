import { expect, test } from 'vitest'
import { aShop, as, called, minutes, seconds, shop } from './a-shop.ts'

const gate = called(
  'gate',
  `
  ask:
    steps:
      - uses: actions/humanitec/approve@v1
        with: { env_id: production, message: Ship it? }
      - uses: actions/humanitec/log@v1
        with: { message: shipping }
`,
)

const waitingForApproval = async (yaml = gate) => {
  const made = aShop()
  const id = await made.aPipeline(yaml)
  const { body } = await made.callPipeline(id)
  const [approval] = await made.approvals()
  if (!approval) throw new Error('nobody was asked')
  return { ...made, body, approval }
}

test('a run waits for an approval, and says for which', async () => {
  const { run, job, body, approval, log } = await waitingForApproval()
  expect(approval).toEqual({
    id: approval.id,
    org_id: 'local-org',
    app_id: 'shop',
    pipeline_id: 'gate',
    run_id: body.id,
    job_id: 'ask',
    env_id: 'production',
    message: 'Ship it?',
    created_at: '2026-01-05T12:00:00.000Z',
    status: 'waiting',
  })
  const waiting_for = `application.pipeline.approval(${approval.id})`
  expect(await run(body)).toMatchObject({
    status: 'executing',
    waiting_for: { ask: waiting_for },
    env_ids: ['production'],
  })
  expect(await job(body, 'ask')).toMatchObject({
    status: 'executing',
    waiting_for,
    steps: [{ related_entities: { env_id: 'production', approval_id: approval.id } }],
  })
  expect(await log(body, 'ask', 0)).toEqual([
    'Asking for an approval: Ship it?',
    'Waiting for somebody who may deploy to production (environment type production)',
  ])
})

test('an approval lets the run go on at once', async () => {
  const { run, decide, body, approval, log, get, runPath, steps } = await waitingForApproval()
  const answer = await decide(approval, 'approve')
  expect(answer).toMatchObject({
    status: 200,
    body: { status: 'approved', approved_by: 'pia', approved_at: '2026-01-05T12:00:00.000Z' },
  })
  expect(await run(body)).toMatchObject({ status: 'succeeded', waiting_for: {} })
  expect(await steps(body, 'ask')).toEqual(['succeeded', 'succeeded'])
  expect((await log(body, 'ask', 0)).at(-1)).toBe('Approved by Pia')
  expect(await log(body, 'ask', 1)).toEqual(['shipping'])
  expect(await get(`${runPath(body)}/jobs/ask/approvals/${approval.id}`)).toEqual(answer.body)
})

test('a denial fails the run at once', async () => {
  const { run, decide, body, approval, steps } = await waitingForApproval()
  expect(await decide(approval, 'deny')).toMatchObject({ status: 200, body: { status: 'denied', approved_by: 'pia' } })
  expect(await run(body)).toMatchObject({
    status: 'failed',
    status_message: "Job 'ask' failed: Step 'approve' failed: Denied by Pia",
  })
  expect(await steps(body, 'ask')).toEqual(['failed', 'skipped'])
})

test('a denial does not matter to a step that may fail', async () => {
  const { run, decide, body, approval } = await waitingForApproval(
    gate.replace(
      '- uses: actions/humanitec/approve@v1',
      '- continue-on-error: true\n        uses: actions/humanitec/approve',
    ),
  )
  await decide(approval, 'deny')
  expect(await run(body)).toMatchObject({ status: 'succeeded' })
})

test.each([
  ['who may deploy elsewhere only', 'dora'],
  ['who may only look', 'vera'],
])('somebody %s can neither approve nor deny', async (_, token) => {
  const { run, decide, body, approval, approvals } = await waitingForApproval()
  expect(await decide(approval, 'approve', token)).toMatchObject({ status: 403 })
  expect(await decide(approval, 'deny', token)).toMatchObject({ status: 403 })
  expect(await approvals()).toMatchObject([{ status: 'waiting' }])
  expect(await run(body)).toMatchObject({ status: 'executing' })
})

test.each(['approve', 'deny'] as const)('what is %sd already cannot be decided again', async (decision) => {
  const { decide, approval } = await waitingForApproval()
  await decide(approval, decision)
  const again = await decide(approval, 'approve')
  expect(again.status).toBe(400)
  expect(again.body.message).toBe(
    `Approval '${approval.id}' is ${decision === 'deny' ? 'denied' : 'approved'} already.`,
  )
  expect(await decide(approval, 'deny')).toMatchObject({ status: 400 })
})

test('an approval is found under its own job only', async () => {
  const { decide, approval } = await waitingForApproval()
  for (const other of [{ job_id: 'other' }, { run_id: 'other' }, { pipeline_id: 'default' }, { id: 'other' }]) {
    expect(await decide({ ...approval, ...other }, 'approve')).toMatchObject({ status: 404 })
  }
})

test('an approval is taken back when the run is cancelled', async () => {
  const { cancel, decide, body, approval, approvals } = await waitingForApproval()
  expect(await cancel(body)).toMatchObject({ status: 204 })
  expect(await approvals()).toMatchObject([{ status: 'cancelled' }])
  expect(await decide(approval, 'approve')).toMatchObject({ status: 400 })
})

test('an approval is taken back when the time of the run is up', async () => {
  const { run, body, approvals, after } = await waitingForApproval()
  await after(minutes(60) - 1)
  expect(await run(body)).toMatchObject({ status: 'executing' })
  await after(1)
  expect(await run(body)).toMatchObject({ status: 'cancelled', status_message: 'Timed out after 60 minutes.' })
  expect(await approvals()).toMatchObject([{ status: 'cancelled' }])
})

test('the older input environment names the environment too, and the message may be missing', async () => {
  const { approval } = await waitingForApproval(
    gate.replace('{ env_id: production, message: Ship it? }', '{ environment: staging }'),
  )
  expect(approval).toMatchObject({ env_id: 'staging', message: 'Deploy to staging?' })
})

test('an approval for no environment at all fails the step', async () => {
  const made = aShop()
  const yaml = gate.replace('env_id: production', `env_id: '\${{ inputs.nothing }}'`)
  const { body } = await made.callPipeline(await made.aPipeline(yaml))
  expect(await made.run(body)).toMatchObject({
    status: 'failed',
    status_message: expect.stringContaining('approve: env_id and environment are empty'),
  })
  expect(await made.approvals()).toEqual([])
})

test('an approval for an environment that does not exist fails the step', async () => {
  const made = aShop()
  const { body } = await made.callPipeline(await made.aPipeline(gate.replace('env_id: production', 'env_id: moon')))
  expect(await made.run(body)).toMatchObject({ status: 'failed' })
  expect(await made.approvals()).toEqual([])
})

test('approvals are listed newest first, by run, pipeline and status, page by page', async () => {
  const { approvals, callPipeline, decide, call, get, after } = await waitingForApproval()
  await after(seconds(1))
  const { body: second } = await callPipeline('gate')
  await after(seconds(1))
  const [newest, oldest] = await approvals()
  expect(newest).toMatchObject({ run_id: second.id })
  await decide(oldest!, 'deny')
  expect(await approvals('?status=denied')).toMatchObject([{ id: oldest?.id }])
  expect(await approvals(`?run=${second.id}`)).toMatchObject([{ id: newest?.id }])
  expect(await approvals('?pipeline=default')).toEqual([])
  expect(await approvals('?pipeline=default&pipeline=gate')).toHaveLength(2)
  const page = await call('GET', `${shop}/approvals?per_page=1`)
  expect(page.body).toMatchObject([{ id: newest?.id }])
  const next = new URL(/<(.*)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1] ?? '')
  const last = await call('GET', next.pathname + next.search)
  expect(last.body).toMatchObject([{ id: oldest?.id }])
  expect(last.headers['link']).toBeUndefined()
  expect(await call('GET', `${shop}/approvals`, undefined, as('otto'))).toMatchObject({ status: 403 })
  expect(await get(`${shop}/approvals?status=maybe`)).toMatchObject({ error: 'API-001' })
})

test('an approval is cancelled with its environment, and its run fails at once', async () => {
  const { call, approvals, decide, approval, body, run, log } = await waitingForApproval()
  expect(await call('DELETE', `${shop}/envs/production`)).toMatchObject({ status: 204 })
  expect(await approvals()).toMatchObject([{ id: approval.id, status: 'cancelled' }])
  expect(await run(body)).toMatchObject({ status: 'failed', waiting_for: {} })
  expect((await log(body, 'ask', 0)).at(-1)).toContain("Cancelled by the deletion of environment 'production'")
  await call('POST', `${shop}/envs`, { id: 'production', name: 'Again', type: 'production' })
  expect(await decide(approval, 'approve')).toMatchObject({ status: 400 })
})

test('what is asked about another environment, and what was decided, is not cancelled with an environment', async () => {
  const { call, approvals, decide, approval, aPipeline, callPipeline, body, run } = await waitingForApproval()
  await decide(approval, 'deny')
  await aPipeline(gate.replace('id: gate', 'id: other').replace('env_id: production', 'env_id: staging'))
  const { body: waiting } = await callPipeline('other')
  const before = await approvals()
  expect(await call('DELETE', `${shop}/envs/production`)).toMatchObject({ status: 204 })
  expect(await approvals()).toEqual(before)
  expect(before).toMatchObject([{ status: 'waiting' }, { status: 'denied' }])
  expect(await run(waiting)).toMatchObject({ status: 'executing' })
  expect(await run(body)).toMatchObject({ status: 'failed' })
})

test('a run that is deleted takes its own approvals along and no others', async () => {
  const { call, approvals, decide, approval, callPipeline, body, runPath } = await waitingForApproval()
  await callPipeline('gate')
  const [other] = await approvals()
  await decide(approval, 'approve')
  expect(await call('DELETE', runPath(body))).toMatchObject({ status: 204 })
  expect(await approvals()).toEqual([other])
})

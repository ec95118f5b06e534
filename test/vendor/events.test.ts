import { expect, test } from 'vitest'
import { app, aVendorClient, development, org, refusal } from './a-vendor-client.ts'

test('a rule deploys what is registered, until it is switched off', async () => {
  const { api, deploy, until } = await aVendorClient()
  await deploy(['web'])
  const AutomationRuleRequest = {
    type: 'update',
    artefacts_filter: ['registry.test/web'],
    match_ref: '^refs/heads/main$',
  }
  const rule = await api.createAutomationRule({ ...development, AutomationRuleRequest })
  expect(rule).toMatchObject({ ...AutomationRuleRequest, active: true, exclude_artefacts_filter: false })
  const register = (version: string) =>
    api.createArtefactVersion({
      ...org,
      CreateArtefactVersion: { type: 'container', name: 'registry.test/web', version, ref: 'refs/heads/main' },
    })
  await register('2')
  const [newest] = await until(
    () => api.listDeployments(development),
    (all) => all.length === 2 && all.every(({ status }) => status === 'succeeded'),
  )
  expect(newest?.comment).toContain(rule.id)

  const ruleId = rule.id
  await api.updateAutomationRule({
    ...development,
    ruleId,
    AutomationRuleRequest: { ...AutomationRuleRequest, active: false },
  })
  expect(await api.getAutomationRule({ ...development, ruleId })).toMatchObject({ active: false })
  await register('3')
  expect(await api.listPipelineRunsByOrg({ ...org, completed: false })).toEqual([])
  await api.deleteAutomationRule({ ...development, ruleId })
  expect(await api.listAutomationRules(development)).toEqual([])
})

test('the old fields of a rule work, and not together with the new ones', async () => {
  const { api } = await aVendorClient()
  const old = { type: 'update', images_filter: ['web'], match: '^v1', update_to: 'tag' }
  expect(await api.createAutomationRule({ ...development, AutomationRuleRequest: old })).toMatchObject(old)
  const AutomationRuleRequest = { ...old, artefacts_filter: ['registry.test/web'] }
  expect(await refusal(api.createAutomationRule({ ...development, AutomationRuleRequest }))).toMatchObject({
    status: 400,
  })
})

test('a webhook is made for an event of the list, changed and deleted', async () => {
  const { api } = await aVendorClient()
  const events = await api.orgsOrgIdEventsGet(org)
  expect(events).toContainEqual(expect.objectContaining({ scope: 'deployment', type: 'finished' }))
  const WebhookRequest = {
    id: 'chat',
    url: 'https://hooks.test/in',
    headers: { 'X-Env': '${env_id}' },
    payload: { text: '${app_id} is ${status}' },
    triggers: [{ scope: 'deployment', type: 'finished' }],
  }
  const made = await api.orgsOrgIdAppsAppIdWebhooksPost({ ...app, WebhookRequest })
  expect(made).toMatchObject({ ...WebhookRequest, disabled: false })
  const chat = { ...app, jobId: 'chat' }
  expect(await api.orgsOrgIdAppsAppIdWebhooksJobIdPatch({ ...chat, WebhookRequest: { disabled: true } })).toMatchObject(
    {
      url: WebhookRequest.url,
      disabled: true,
    },
  )
  expect(await api.orgsOrgIdAppsAppIdWebhooksJobIdGet(chat)).toEqual({ ...made, disabled: true })
  expect(await api.orgsOrgIdAppsAppIdWebhooksGet(app)).toHaveLength(1)
  await api.orgsOrgIdAppsAppIdWebhooksJobIdDelete(chat)
  await api.orgsOrgIdAppsAppIdWebhooksPost({ ...app, WebhookRequest })
  await api.orgsOrgIdAppsAppIdJobsDelete(app)
  expect(await api.orgsOrgIdAppsAppIdWebhooksGet(app)).toEqual([])
})

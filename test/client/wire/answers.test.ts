import { describe, expect, it } from 'vitest'

import { hasStatus, isUnknownEffect, requireBody } from '../../../src/client/index.ts'
import { isSuccess, isTerminal } from '../../../src/contract/status.ts'
import { aClient, createDelta, getEnvironment, rejection, requestDeployment } from '../a-client.ts'

/*
 * The orchestrator of this repository and the client share one contract, and could share a wrong guess. These answers
 * are none that it gives: they come from other versions of the API, from servers and proxies in front of it, and from
 * places where the API's own description leaves the answer open.
 */

const path = { orgId: 'acme', appId: 'shop' }
const aRun = { id: 'r1', pipeline_id: 'default', status: 'queued' }

describe('the status of a success', () => {
  it.each([200, 201, 202])('%d for a run that was made', async (status) => {
    const { client } = aClient([{ status, json: aRun }])
    expect(requireBody(await requestDeployment(client, 'k1'))).toMatchObject({ id: 'r1' })
  })

  it.each([200, 201])('%d for a delta that was made', async (status) => {
    const { client } = aClient([{ status, json: { id: 'd1' } }])
    expect(requireBody(await createDelta(client))).toEqual({ id: 'd1' })
  })

  it.each([
    ['202 without a body', { status: 202 }],
    ['204', { status: 204 }],
    ['200 without a body', { status: 200 }],
    ['202 with what is being deleted', { status: 202, json: { id: 'staging', status: 'deleting' } }],
  ])('%s for a deletion', async (_, answer) => {
    const { client } = aClient([answer])
    const { status } = await client.delete('/orgs/{orgId}/apps/{appId}/envs/{envId}', {
      path: { ...path, envId: 'staging' },
    })
    expect(status).toBe(answer.status)
  })

  it('404 for a deletion that had been done when its answer was lost', async () => {
    const { client } = aClient([{ status: 502 }, { status: 404 }])
    const error = await rejection(
      client.delete('/orgs/{orgId}/apps/{appId}/envs/{envId}', { path: { ...path, envId: 'staging' } }),
    )
    expect(hasStatus(error, 404)).toBe(true)
  })
})

describe('the word for a state', () => {
  it.each([
    ['succeeded', true],
    ['successful', true],
    ['success', true],
    ['failed', false],
    ['exploded', false],
  ])('%s is passed on, and counts as success: %s', async (status, success) => {
    const { client } = aClient([{ json: { ...aRun, status, completed_at: '2026-01-05T12:00:00Z' } }])
    const { body } = await client.get('/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/runs/{runId}', {
      path: { ...path, pipelineId: 'default', runId: 'r1' },
    })
    expect(body.status).toBe(status)
    expect(isTerminal(body)).toBe(true)
    expect(isSuccess(body.status)).toBe(success)
  })
})

describe('the body of a success', () => {
  it('is a bare string where a delta is expected', async () => {
    const { client } = aClient([{ body: '"0a1b2c3d"', headers: { 'content-type': 'text/plain' } }])
    expect(requireBody(await createDelta(client))).toBe('0a1b2c3d')
  })

  it('has fields that nobody knows', async () => {
    const { client } = aClient([{ json: { id: 'staging', colour: 'green' } }])
    expect((await getEnvironment(client)).body).toEqual({ id: 'staging', colour: 'green' })
  })

  it.each(['text/html; charset=utf-8', 'application/octet-stream', ''])('is JSON under the type %j', async (type) => {
    const { client } = aClient([{ json: { id: 'staging' }, headers: { 'content-type': type } }])
    expect((await getEnvironment(client)).body).toEqual({ id: 'staging' })
  })

  it('starts with a byte order mark, or with white space', async () => {
    for (const prefix of ['\ufeff', '\r\n ', '\ufeff\n']) {
      const { client } = aClient([{ body: `${prefix}{"id":"staging"}` }])
      expect((await getEnvironment(client)).body).toEqual({ id: 'staging' })
    }
  })

  it.each(['', ' \n'])('is empty (%j) where there was something to read', async (body) => {
    const { client } = aClient([{ body }])
    expect((await rejection(getEnvironment(client))).message).toBe(
      'GET /orgs/acme/apps/shop/envs/staging was answered 200, but with nothing in the answer',
    )
  })

  it('is empty where something was made, so that its maker has to look', async () => {
    const { client } = aClient([{ status: 201 }])
    const answer = await requestDeployment(client, 'k1')
    expect(answer.body).toBeUndefined()
    expect(isUnknownEffect(await rejection(Promise.resolve().then(() => requireBody(answer))))).toBe(true)
  })

  it.each([
    [
      '<!DOCTYPE html><html><head><title>Sign in to continue</title></head></html>',
      /JSON: Sign in to continue\. Check the API's address$/,
    ],
    ['{"id":"stag', /JSON: \{"id":"stag$/],
    ['OK', /JSON: OK$/],
  ])('is no JSON: %s', async (body, message) => {
    const { client } = aClient([{ body }])
    const error = await rejection(getEnvironment(client))
    expect(error.message).toMatch(message)
    expect(error).toMatchObject({ name: 'NetworkError', sent: true })
  })

  it('is no JSON after a write, whose effect is then unknown', async () => {
    const { client } = aClient([{ body: '<html>ok</html>' }])
    expect(isUnknownEffect(await rejection(createDelta(client)))).toBe(true)
  })
})

describe('the body of an error', () => {
  it('is a bare string', async () => {
    const { client } = aClient([
      { status: 404, body: '"Delta with ID \\"d1\\" not available in Application \\"acme/shop\\"."' },
    ])
    const error = await rejection(
      client.get('/orgs/{orgId}/apps/{appId}/deltas/{deltaId}', { path: { ...path, deltaId: 'd1' } }),
    )
    expect(hasStatus(error, 404)).toBe(true)
    expect(error.message).toBe(
      'GET /orgs/acme/apps/shop/deltas/d1 failed: 404 ' +
        'Delta with ID "d1" not available in Application "acme/shop". Check the ids in this path',
    )
  })

  it('has an error, but no message', async () => {
    const { client } = aClient([{ status: 400, json: { error: 'environment is locked' } }])
    expect((await rejection(createDelta(client))).message).toMatch(/failed: 400 environment is locked$/)
  })

  it.each([401, 403, 409])('is empty with %d', async (status) => {
    const { client } = aClient([{ status }])
    const error = await rejection(client.get('/current-user'))
    expect(hasStatus(error, status)).toBe(true)
    expect(error.message).toMatch(/^GET \/current-user failed: 4\d\d (?:Unauthorized|Forbidden|Conflict)/)
  })

  it('is a list of what stands in the way', async () => {
    const { client } = aClient([{ status: 409, json: [{ app_id: 'shop', env_id: 'qa' }] }])
    const error = await rejection(
      client.delete('/orgs/{orgId}/env-types/{envTypeId}', { path: { orgId: 'acme', envTypeId: 'qa' } }),
    )
    expect(error.message).toBe('DELETE /orgs/acme/env-types/qa failed: 409 app_id=shop env_id=qa')
    expect(error).toMatchObject({ details: [{ app_id: 'shop', env_id: 'qa' }] })
  })
})

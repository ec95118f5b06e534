import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contract/http.ts'
import { commit, digest, failureOf, other, resultOf, anOrganization, versions, web } from './a-registration.ts'

describe('many images', () => {
  test('may be given as create-delta takes them, with the workloads that they are for', async () => {
    const { run, registered } = anOrganization()
    const { runner } = await run({ images: 'web=ghcr.io/acme/web:1\nworker/main = ghcr.io/acme/worker:2' })
    expect(runner.exitCode).toBe(0)
    const names = (await registered()).map(
      ({ name, version }: { name: string; version: string }) => `${name}:${version}`,
    )
    expect(names.sort()).toEqual(['ghcr.io/acme/web:1', 'ghcr.io/acme/worker:2'])
  })

  test.each([
    ['in YAML', 'web: ghcr.io/acme/web:1\nworker/main: ghcr.io/acme/worker:2'],
    ['in YAML with a comment', '# What was built: all of it\nweb: ghcr.io/acme/web:1\nworker: ghcr.io/acme/worker:2'],
    ['in JSON', '{"web": "ghcr.io/acme/web:1", "worker/main": "ghcr.io/acme/worker:2"}'],
    ['as a list of pairs', '- web=ghcr.io/acme/web:1\n- worker/main=ghcr.io/acme/worker:2'],
  ])('may be a mapping from workload to image, as create-delta has it: %s', async (_, mapping) => {
    const { run } = anOrganization()
    const { runner } = await run({ images: mapping })
    expect(resultOf(runner).map(({ reference }: { reference: string }) => reference)).toEqual([
      'ghcr.io/acme/web:1',
      'ghcr.io/acme/worker:2',
    ])
  })

  const images = Array.from({ length: 20 }, (_, index) => `ghcr.io/acme/service-${index}:1`)

  test('are all registered, told of in order, and given in the summary', async () => {
    const { run, registered, register } = anOrganization()
    await register({ name: 'ghcr.io/acme/service-3', commit })
    const { runner, requests } = await run({ images: images.join('\n') })
    expect(requests).toHaveLength(2 * 20 - 1)
    expect(await registered()).toHaveLength(20)
    expect(resultOf(runner).map(({ reference }: { reference: string }) => reference)).toEqual(images)
    expect(runner.outputs['reference']).toBe(images[0])
    expect(runner.summaryText).toContain('### Artefacts: 19 registered, 1 registered already')
    expect(runner.summaryText).toContain('| `ghcr.io/acme/service-0` | `1` |')
  })

  test('are under way no more than `concurrency` at a time', async () => {
    const { run } = anOrganization()
    let underWay = 0
    let most = 0
    const through =
      (send: Transport): Transport =>
      async (request) => {
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise((resolve) => setImmediate(resolve))
        underWay -= 1
        return send(request)
      }
    await run({ images: images.join('\n'), concurrency: '3' }, { through })
    expect(most).toBe(3)
  })

  test('may be a list in JSON or YAML', async () => {
    const { run } = anOrganization()
    expect(resultOf((await run({ images: JSON.stringify(images) })).runner)).toHaveLength(20)
    expect(resultOf((await run({ images: '- web:1.10\n- worker:1.10' })).runner)).toMatchObject([
      { version: '1.10' },
      { version: '1.10' },
    ])
  })

  test('that are the same are registered once, with the digest where one has it', async () => {
    const { run, registered } = anOrganization()
    const { runner } = await run({ images: `${web}:1\n${web}:1@${digest}\n${web}:1` })
    expect(resultOf(runner)).toMatchObject([{ reference: `${web}:1@${digest}` }])
    expect(await registered()).toHaveLength(1)
  })

  test('may share a version', async () => {
    const { run } = anOrganization()
    const { runner } = await run({ images: `web@${digest}\nworker@${other}`, version: '2' })
    expect(resultOf(runner)).toMatchObject([{ reference: `web:2@${digest}` }, { reference: `worker:2@${other}` }])
  })

  test('are all tried when one of them fails, and the step fails after its outputs are set', async () => {
    const { run, registered } = anOrganization()
    const through =
      (send: Transport): Transport =>
      async (request) =>
        request.method === 'POST' && String(request.body).includes('service-1"')
          ? { status: 400, headers: {}, body: '{"error":"API-001","message":"<b>no</b> such thing"}' }
          : send(request)
    const { runner } = await run({ images: images.join('\n') }, { through })
    expect(await registered()).toHaveLength(19)
    expect(runner.exitCode).toBe(1)
    expect(resultOf(runner)[1]).toMatchObject({ created: false, error: expect.stringContaining('no</b> such thing') })
    expect(runner.annotations.map(({ message }) => message)).toEqual([
      `ghcr.io/acme/service-1:1: POST ${versions} failed: 400 <b>no</b> such thing.`,
      '1 of 20 images were not registered: ghcr.io/acme/service-1:1.',
    ])
    expect(runner.summaryText).toContain('### Artefacts: 19 registered, 1 failed')
    expect(runner.summaryText).toContain('❌ failed: POST')
    expect(runner.summaryText).not.toContain('<b>')
  })

  test('that all fail give no more annotations than GitHub shows', async () => {
    const { run } = anOrganization()
    const { runner } = await run({ images: images.join('\n'), token: 'mona-token' })
    expect(runner.annotations).toHaveLength(10)
    const told = [...runner.logged, ...runner.annotations.map(({ message }) => message)]
    for (const image of images) expect(told.filter((line) => line.startsWith(`${image}: `))).toHaveLength(1)
    expect(failureOf(runner)?.message).toContain('20 of 20 images were not registered')
  })
})

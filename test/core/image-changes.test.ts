import { describe, expect, test } from 'vitest'
import { imageDelta, type ImageRequest } from '../../src/core/image-changes.ts'
import { parseImageReference } from '../../src/core/image-reference.ts'
import { InputError } from '../../src/errors.ts'
import type { DeploymentSet, JsonObject } from '../../src/sets/types.ts'

const workload = (containers: Record<string, JsonObject>) => ({ profile: 'p', spec: { containers }, externals: {} })

const set: DeploymentSet = {
  modules: {
    web: workload({ main: { image: 'ghcr.io/acme/web:1' } }),
    shop: workload({
      server: { image: 'ghcr.io/acme/shop:1' },
      proxy: { image: 'envoyproxy/envoy:v1.30' },
      loader: { image: '${values.LOADER}' },
    }),
    twins: workload({ left: { image: 'ghcr.io/acme/twin:1' }, right: { image: 'ghcr.io/acme/twin:2' } }),
    bare: { profile: 'p', spec: {}, externals: {} },
    blank: workload({ main: {} }),
    'odd/name': workload({ 'a~b/c': { image: 'x:1' } }),
  },
  shared: {},
}

const request = (workloadId: string, reference: string, container?: string): ImageRequest => {
  const image = parseImageReference(reference)
  if (!image.ok) throw new Error(image.reason)
  return { workload: workloadId, container, image: image.value }
}

const updatesOf = (...requests: ImageRequest[]) => imageDelta(set, requests, 'the set').modules.update

describe('finding the container', () => {
  const found = [
    { name: 'the only one', asked: request('web', 'other.io/x:2'), container: 'main', value: 'other.io/x:2' },
    { name: 'the one named', asked: request('twins', 'a:1', 'right'), container: 'right', value: 'a:1' },
    {
      name: 'the one that runs the same repository',
      asked: request('shop', 'ghcr.io/acme/shop:2'),
      container: 'server',
      value: 'ghcr.io/acme/shop:2',
    },
  ]
  test.each(found)('$name', ({ asked, container, value }) => {
    const action = { op: 'replace', path: `/spec/containers/${container}/image`, value }
    expect(updatesOf(asked)).toEqual({ [asked.workload]: [action] })
  })

  test('a container without an image is given one', () => {
    expect(updatesOf(request('blank', 'a:1'))).toEqual({
      blank: [{ op: 'add', path: '/spec/containers/main/image', value: 'a:1' }],
    })
  })

  test('names with slashes and tildes are escaped in the path', () => {
    expect(updatesOf(request('odd/name', 'x:2'))).toEqual({
      'odd/name': [{ op: 'replace', path: '/spec/containers/a~0b~1c/image', value: 'x:2' }],
    })
  })

  test('an image that is there already is no change', () => {
    expect(updatesOf(request('web', 'ghcr.io/acme/web:1'), request('shop', 'ghcr.io/acme/shop:1'))).toEqual({})
  })

  test('the same image twice for a container is given once', () => {
    expect(updatesOf(request('web', 'a:2'), request('web', 'a:2', 'main'))['web']).toHaveLength(1)
  })
})

describe('refuses, naming the choices', () => {
  const refused = [
    {
      name: 'a workload that is not there',
      asked: [request('wbe', 'a:1')],
      says: '"wbe=a:1", but the set has no workload \'wbe\'. Its workloads: bare, blank, odd/name, shop, twins, web.',
    },
    {
      name: 'a container that is not there',
      asked: [request('shop', 'a:1', 'main')],
      says: "has no container 'main'. Its containers: server, proxy, loader.",
    },
    {
      name: 'a workload without containers',
      asked: [request('bare', 'a:1')],
      says: "workload 'bare' has no container to give an image to",
    },
    {
      name: 'an image that none of several containers runs',
      asked: [request('shop', 'ghcr.io/acme/web:1')],
      says:
        'has 3 containers and none of its containers runs ghcr.io/acme/web. Write shop/CONTAINER=…, with one of: ' +
        'server (ghcr.io/acme/shop:1), proxy (envoyproxy/envoy:v1.30), loader (${values.LOADER}).',
    },
    {
      name: 'an image that more than one container runs',
      asked: [request('twins', 'ghcr.io/acme/twin:3')],
      says: 'more than one of its containers runs ghcr.io/acme/twin. Write twins/CONTAINER=…',
    },
    {
      name: 'two images for one container',
      asked: [request('web', 'a:1'), request('web', 'a:2', 'main')],
      says: '"web/main=a:2", but container \'main\' of it is given a:1 as well',
    },
    {
      name: 'a workload that every object seems to have',
      asked: [request('constructor', 'a:1')],
      says: "has no workload 'constructor'",
    },
  ]
  test.each(refused)('$name', ({ asked, says }) => {
    expect(() => updatesOf(...asked)).toThrow(InputError)
    expect(() => updatesOf(...asked)).toThrow(says)
  })
})

test('a long list of choices is cut', () => {
  const modules = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`w${index}`, workload({})]))
  const find = () => imageDelta({ modules, shared: {} }, [request('x', 'a:1')], 'the set')
  expect(find).toThrow(/w0, w1, w10, .* and 480 more\.$/)
})

test('a set without workloads says where they come from', () => {
  expect(() => imageDelta({ modules: {}, shared: {} }, [request('web', 'a:1')], 'the set')).toThrow(
    "the set has no workload 'web'. It has none yet: bring them with 'score', 'delta' or 'from-env'.",
  )
})

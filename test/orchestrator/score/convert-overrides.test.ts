import { describe, expect, test } from 'vitest'
import { convert, problemsOf, score } from './a-workload.ts'

describe('extensions', () => {
  test('have a profile, parts of the module, and when it is deployed', () => {
    const deploy = { when: 'before' as const, success: 'complete' as const, timeout: 60 }
    const spec = { labels: { name: '${metadata.name}' }, ingress: { rules: { '${resources.dns}': { port: 80 } } } }
    const extensions = { apiVersion: 'humanitec.org/v1b1', profile: 'acme/job', spec, deploy }
    const { web } = convert(score({ resources: { dns: { type: 'dns' } } }), { extensions }).modules
    expect(web).toMatchObject({
      profile: 'acme/job',
      deploy,
      spec: {
        labels: { name: 'web' },
        ingress: { rules: { 'externals.dns': { port: 80 } } },
        containers: { main: {} },
      },
    })
  })

  test('are merged into what Score has words for, and win', () => {
    const ports = { www: { port: 80 } }
    const spec = { service: { annotations: { a: 'b' }, ports: { www: { protocol: 'UDP' } } } }
    const extensions = { apiVersion: 'humanitec.org/v1b1', spec }
    expect(convert(score({ service: { ports } }), { extensions }).modules.web.spec.service).toEqual({
      annotations: { a: 'b' },
      ports: { www: { protocol: 'UDP', service_port: 80, container_port: 80 } },
    })
  })
})

describe('overrides', () => {
  test('are merged over the specification before anything else', () => {
    const overrides = { containers: { main: { variables: { A: '2', B: null }, args: ['x'] } } }
    const spec = score({ container: { variables: { A: '1', B: '1', C: '1' }, args: ['a', 'b'] } })
    expect(
      convert(spec, { overrides: JSON.parse(JSON.stringify(overrides)) }).modules.web.spec.containers.main,
    ).toMatchObject({
      variables: { A: '2', C: '1' },
      args: ['x'],
    })
  })

  test.each([
    ['sets what is there', { 'containers.main.image': 'busybox' }, { image: 'busybox' }],
    ['makes what leads there', { 'containers.main.variables.A': '1' }, { variables: { A: '1' } }],
    ['takes out with null', { 'containers.main.args': null }, { args: undefined }],
    ['takes nothing out of what is not there', { 'containers.main.variables.A.b': null }, { args: ['a', 'b'] }],
    ['sets in lists', { 'containers.main.args.1': 'c' }, { args: ['a', 'c'] }],
    [
      'adds to lists',
      { 'containers.main.args.2': 'c', 'containers.main.args.-1': 'd' },
      { args: ['a', 'b', 'c', 'd'] },
    ],
    ['takes out of lists', { 'containers.main.args.0': null }, { args: ['b'] }],
    ['takes nothing out past the end of a list', { 'containers.main.args.2': null }, {}],
    ['knows dots in keys', { 'containers.main.variables.a\\.b': '1' }, { variables: { 'a.b': '1' } }],
  ])('of a property: %s', (_, property_overrides, expected) => {
    const set = convert(score({ container: { args: ['a', 'b'] } }), { property_overrides })
    const before = { id: 'main', image: 'ghcr.io/acme/web:1', args: ['a', 'b'] }
    expect(set.modules.web.spec.containers).toEqual({ main: { ...before, ...expected } })
  })

  test.each([
    ['through a text', 'containers.main.image.tag', 'leads through what is neither an object nor a list'],
    ['with an empty key', 'containers..image', 'has an empty key'],
    ['past the end of a list', 'containers.main.args.5', "has no place '5' in a list of 2"],
    ['beside the places of a list', 'containers.main.args.x', "has no place 'x' in a list of 2"],
    ['of a hundred and more keys', Array(200).fill('a').join('.'), 'has more than 100 keys'],
  ])('of a property %s is refused', (_, path, problem) => {
    const spec = score({ container: { args: ['a', 'b'] } })
    expect(problemsOf(spec, { property_overrides: { [path]: 'x' } })).toEqual([
      ` the property override '${path}' ${problem}`,
    ])
  })

  test('leave the request as it was', () => {
    const spec = score({ container: { variables: { A: '1' } } })
    const before = structuredClone(spec)
    convert(spec, {
      overrides: { metadata: { name: 'api' } },
      property_overrides: { 'containers.main.variables.A': null },
    })
    expect(spec).toEqual(before)
  })

  test('do not reach prototypes', () => {
    const overrides = JSON.parse('{"metadata":{"__proto__":{"polluted":true}}}')
    convert(score(), { overrides, property_overrides: { 'metadata.__proto__.polluted': true } })
    expect('polluted' in {}).toBe(false)
  })
})

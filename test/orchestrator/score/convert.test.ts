import { describe, expect, test } from 'vitest'
import { convert, type Part, problemsOf, score } from './a-workload.ts'

const main = (container: Part, more: Part = {}) =>
  convert(score({ container, ...more })).modules.web.spec.containers.main as Part

test('a workload with nothing but a container is a module of the default profile', () => {
  expect(convert(score())).toEqual({
    modules: {
      web: {
        profile: 'humanitec/default-module',
        spec: { containers: { main: { id: 'main', image: 'ghcr.io/acme/web:1' } } },
        externals: {},
      },
    },
    shared: {},
  })
})

describe('a container', () => {
  test('keeps its command, arguments, variables and quantities', () => {
    const resources = { limits: { memory: '128Mi', cpu: '500m' }, requests: { cpu: '0.5' } }
    const given = { command: ['/bin/sh'], args: ['-c', 'serve'], variables: { PORT: '8080' }, resources }
    expect(main(given)).toEqual({ id: 'main', image: 'ghcr.io/acme/web:1', ...given })
  })

  test('leaves out what is empty', () => {
    const nothing = { command: [], args: [], variables: {}, resources: {}, files: [], volumes: {} }
    expect(main(nothing)).toEqual({ id: 'main', image: 'ghcr.io/acme/web:1' })
  })

  test.each([
    {
      form: 'a list',
      files: [
        { target: '/etc/a', mode: '0644', content: 'x' },
        { target: '/etc/b', content: ['1', '2'] },
      ],
    },
    { form: 'a mapping', files: { '/etc/a': { mode: '0644', content: 'x' }, '/etc/b': '1\n2' } },
  ])('takes files as $form', ({ files }) => {
    expect(main({ files })['files']).toEqual({ '/etc/a': { mode: '0644', value: 'x' }, '/etc/b': { value: '1\n2' } })
  })

  test('keeps placeholders of a file that is not to be expanded as text', () => {
    const files = { '/a': { content: '${resources.db.host} ${x}', noExpand: true } }
    expect(main({ files })['files']).toEqual({ '/a': { value: '$\\{resources.db.host} $\\{x}' } })
  })

  test.each([
    { form: 'a list', volumes: [{ source: '${resources.data}', target: '/mnt', path: 'sub', readOnly: true }] },
    { form: 'a mapping', volumes: { '/mnt': { source: '${resources.data}', path: 'sub', readOnly: true } } },
  ])('takes volumes as $form', ({ volumes }) => {
    const { volume_mounts } = main({ volumes }, { resources: { data: { type: 'volume' } } })
    expect(volume_mounts).toEqual({ '/mnt': { id: 'externals.data', sub_path: 'sub', read_only: true } })
  })

  test('takes a volume in short', () => {
    const { volume_mounts } = main(
      { volumes: { '/mnt': '${resources.data}' } },
      { resources: { data: { type: 'volume' } } },
    )
    expect(volume_mounts).toEqual({ '/mnt': { id: 'externals.data', sub_path: '', read_only: false } })
  })

  test('has its probes', () => {
    const httpGet = { path: '/alive', port: 8080, httpHeaders: [{ name: 'X-Probe', value: 'yes' }] }
    const probes = { livenessProbe: { httpGet }, readinessProbe: { exec: { command: ['true'] }, httpGet } }
    expect(main(probes)).toMatchObject({
      liveness_probe: { type: 'http', path: '/alive', port: 8080, headers: { 'X-Probe': 'yes' } },
      readiness_probe: { type: 'command', command: ['true'] },
    })
  })
})

describe('the image that is built later', () => {
  test.each([['.'], [undefined]])('stands in for %s', (image) => {
    const containers = { main: { image }, proxy: { image: 'envoy:1' } }
    const set = convert(score({ containers: JSON.parse(JSON.stringify(containers)) }), { image: 'ghcr.io/acme/web:2' })
    expect(set.modules.web.spec.containers).toEqual({
      main: { id: 'main', image: 'ghcr.io/acme/web:2' },
      proxy: { id: 'proxy', image: 'envoy:1' },
    })
  })

  test('may be left open with a dot, but not left out', () => {
    expect(main({ image: '.' })['image']).toBe('.')
    expect(problemsOf(score({ containers: { main: {} } }))).toEqual([
      "/containers/main must have required property 'image'",
    ])
  })
})

test('a service has its ports, TCP and the same one inside unless it says otherwise', () => {
  const ports = { www: { port: 80, targetPort: 8080 }, dns: { port: 53, protocol: 'UDP' } }
  expect(convert(score({ service: { ports } })).modules.web.spec.service).toEqual({
    ports: {
      www: { protocol: 'TCP', service_port: 80, container_port: 8080 },
      dns: { protocol: 'UDP', service_port: 53, container_port: 53 },
    },
  })
})

test("annotations are the workload's own", () => {
  const metadata = { name: 'web', annotations: { 'acme.org/team': 'shop' } }
  expect(convert(score({ metadata })).modules.web.spec.annotations).toEqual({ 'acme.org/team': 'shop' })
})

describe('a resource', () => {
  const annotated = (id: string) => ({ metadata: { annotations: { 'score.humanitec.io/resId': id } } })
  const type = 'postgres'
  const declaration = { type, class: 'default' }
  test.each([
    { what: 'without an id', given: {}, name: '${externals.db.host}', externals: { db: declaration } },
    {
      what: 'with an id of its own',
      given: { id: 'externals.orders' },
      name: '${externals.orders.host}',
      externals: { orders: declaration },
    },
    {
      what: 'named as the workload has it',
      given: annotated('modules.web.externals.orders'),
      name: '${externals.orders.host}',
      externals: { orders: declaration },
    },
    {
      what: 'with a class',
      given: { class: 'big' },
      name: '${externals.db.host}',
      externals: { db: { type, class: 'big' } },
    },
    {
      what: 'with no parameters to speak of',
      given: { params: {} },
      name: '${externals.db.host}',
      externals: { db: declaration },
    },
    {
      what: 'with a shared id',
      given: { id: 'shared.main' },
      name: '${shared.main.host}',
      shared: { main: declaration },
    },
    { what: 'with a plain id', given: { id: 'main' }, name: '${shared.main.host}', shared: { main: declaration } },
    {
      what: 'annotated as shared',
      given: annotated('shared.main'),
      name: '${shared.main.host}',
      shared: { main: declaration },
    },
    {
      what: 'shared and of a class',
      given: { id: 'shared.main', class: 'big' },
      name: '${shared.main-class-big.host}',
      shared: { 'main-class-big': { type, class: 'big', id: 'shared.main' } },
    },
    {
      what: 'of another workload',
      given: { id: 'modules.api.externals.db' },
      name: '${modules.api.externals.db.host}',
    },
  ])('$what is where it belongs, and so are its placeholders', ({ given, name, externals = {}, shared = {} }) => {
    const spec = score({
      container: { variables: { HOST: '${resources.db.host}' } },
      resources: { db: { type, ...given } },
    })
    const set = convert(spec)
    const { web } = set.modules
    const made = { name: web.spec.containers.main.variables.HOST, externals: web.externals, shared: set.shared }
    expect(made).toEqual({ name, externals, shared })
  })

  test('that is the environment, or another workload, is there already', () => {
    const variables = { DEBUG: '${resources.env.DEBUG}', API: 'http://${resources.api.name}:${resources.api.port}' }
    const resources = { env: { type: 'environment' }, api: { type: 'service' } }
    const set = convert(score({ container: { variables }, resources }))
    expect(set.modules.web.spec.containers.main.variables).toEqual({
      DEBUG: '${values.DEBUG}',
      API: 'http://${modules.api.service.name}:${modules.api.service.port}',
    })
    expect(set.modules.web.externals).toEqual({})
  })

  test('takes placeholders in its parameters, however deep', () => {
    const params = { host: '${resources.dns.host}', rules: [{ name: '${metadata.name}' }], port: 80 }
    const resources = { dns: { type: 'dns', id: 'shared.dns' }, route: { type: 'route', params } }
    expect(convert(score({ resources })).modules.web.externals.route.params).toEqual({
      host: '${shared.dns.host}',
      rules: [{ name: 'web' }],
      port: 80,
    })
  })

  test('has another type where an alias says so', () => {
    const resources = { files: { type: 's3' }, db: { type } }
    const { externals } = convert(score({ resources }), { resource_type_aliases: { s3: 'acme/s3' } }).modules.web
    expect(externals).toEqual({ files: { type: 'acme/s3', class: 'default' }, db: declaration })
  })

  test('may be there under two names, if it is the same', () => {
    const resources = { db: { type, id: 'shared.main' }, copy: { type, id: 'shared.main' } }
    expect(convert(score({ resources })).shared).toEqual({ main: declaration })
    expect(problemsOf(score({ resources: { ...resources, copy: { type: 'mysql', id: 'shared.main' } } }))).toEqual([
      '/resources/copy is shared.main, as another resource is that differs from it',
    ])
  })
})

describe('placeholders', () => {
  test.each([
    ['${metadata.name}', 'web'],
    ['${metadata.team.lead}', 'mona'],
    ['${context.env.id} ${values.KEY}', '${context.env.id} ${values.KEY}'],
    ['$${resources.db.host} costs 5$', '${resources.db.host} costs 5$'],
    ['${resources.db.a.b}', '${externals.db.a.b}'],
  ])('%s becomes %s', (given, expected) => {
    const metadata = { name: 'web', team: { lead: 'mona' } }
    const made = main({ variables: { V: given } }, { metadata, resources: { db: { type: 'postgres' } } })
    expect(made['variables']).toEqual({ V: expected })
  })

  test('that lead nowhere are refused, each with its place', () => {
    const container = {
      variables: { A: '${resources.nope.host}', B: '${metadata.nope}' },
      files: { '/a': '${resources.x}' },
    }
    expect(problemsOf(score({ container }))).toEqual([
      "/containers/main/variables/A ${resources.nope.host} names the resource 'nope', which the specification does not have",
      '/containers/main/variables/B ${metadata.nope} names no text of the metadata',
      "/containers/main/files/~1a ${resources.x} names the resource 'x', which the specification does not have",
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { bundle } from '../../scripts/contract/bundle.ts'
import { readPart } from '../../scripts/contract/parts.ts'

const parts = (files: Record<string, string>) => Object.entries(files).map(([file, text]) => readPart(file, text))

const thing = `
components:
  schemas:
    Thing: { type: object }
`

test('references between files become references inside the one document', () => {
  const document = bundle(
    parts({
      'a.yaml': `
openapi: 3.1.0
paths:
  /b: { get: { operationId: b, responses: { '200': { $ref: 'b.yaml#/components/responses/Ok' } } } }
`,
      'b.yaml': `
paths:
  /a:
    post: { operationId: second }
    get: { operationId: first }
components:
  schemas: { Thing: { type: object } }
  responses: { Ok: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
`,
    }),
  )

  expect(JSON.stringify(document)).toBe(
    JSON.stringify({
      openapi: '3.1.0',
      paths: {
        '/a': { get: { operationId: 'first' }, post: { operationId: 'second' } },
        '/b': { get: { operationId: 'b', responses: { '200': { $ref: '#/components/responses/Ok' } } } },
      },
      components: {
        responses: { Ok: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
        schemas: { Thing: { type: 'object' } },
      },
    }),
  )
})

describe('a contract with faults is refused, and the message names', () => {
  const get = (id: string) => `{ get: { operationId: ${id} } }`
  const cases: { name: string; files: Record<string, string>; message: string }[] = [
    {
      name: 'a schema that two files define',
      files: { 'a.yaml': thing, 'b.yaml': thing },
      message: 'b.yaml: schemas Thing is defined in a.yaml too',
    },
    {
      name: 'an operation that two files define',
      files: { 'a.yaml': `paths: { /x: ${get('one')} }`, 'b.yaml': `paths: { /x: ${get('two')} }` },
      message: 'b.yaml: the path item get /x is defined in a.yaml too',
    },
    {
      name: 'two paths that no request can tell apart',
      files: {
        'a.yaml': `
components: { parameters: { a: { name: a, in: path }, b: { name: b, in: path } } }
paths:
  /x/{a}: { get: { operationId: one, parameters: [{ $ref: '#/components/parameters/a' }] } }
  /x/{b}: { get: { operationId: two, parameters: [{ $ref: '#/components/parameters/b' }] } }
`,
      },
      message: 'a.yaml: the path item get /x/{} is defined in a.yaml too',
    },
    {
      name: 'an operationId that is used twice',
      files: { 'a.yaml': `paths: { /x: ${get('same')}, /y: ${get('same')} }` },
      message: 'a.yaml: operationId same is defined in a.yaml too',
    },
    {
      name: 'a reference to something that is not there',
      files: { 'a.yaml': `components: { schemas: { List: { items: { $ref: '#/components/schemas/Thing' } } } }` },
      message: 'a.yaml: the reference #/components/schemas/Thing leads nowhere',
    },
    {
      name: 'a reference to something that is in another file',
      files: {
        'a.yaml': thing,
        'b.yaml': `components: { schemas: { List: { items: { $ref: 'c.yaml#/components/schemas/Thing' } } } }`,
      },
      message: 'b.yaml: the reference c.yaml#/components/schemas/Thing leads nowhere',
    },
    {
      name: 'a parameter of a path that is not declared',
      files: { 'a.yaml': `paths: { '/x/{id}': ${get('one')} }` },
      message: 'GET /x/{id}: {id} is not declared',
    },
    {
      name: 'a declared parameter that its path does not have',
      files: { 'a.yaml': `paths: { /x: { get: { parameters: [{ name: id, in: path }] } } }` },
      message: 'GET /x: id is not in the path',
    },
  ]

  test.each(cases)('$name', ({ files, message }) => {
    expect(() => bundle(parts(files))).toThrow(`The contract has faults:\n  ${message}`)
  })

  test('all of them at once', () => {
    const build = () => bundle(parts({ 'a.yaml': `paths: { '/x/{id}': ${get('one')}, '/y/{id}': ${get('two')} }` }))

    expect(build).toThrow('GET /x/{id}: {id} is not declared\n  GET /y/{id}: {id} is not declared')
  })
})

describe('a file that cannot be read as a part is refused by name', () => {
  test.each([
    { name: 'no YAML', text: 'paths: [', message: /^a\.yaml: .*flow sequence/i },
    { name: 'a key twice', text: 'paths: {}\npaths: {}', message: /^a\.yaml: Map keys must be unique/ },
    { name: 'a list', text: '- paths', message: /^a\.yaml: expected a map/ },
  ])('$name', ({ text, message }) => {
    expect(() => readPart('a.yaml', text)).toThrow(message)
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { shop } from '../orchestrator/a-shop.ts'
import { anExampleShop, exampleFiles, readExample } from './an-example.ts'

const names = exampleFiles().map((file) => file.replace(/\.yaml$/, ''))

test('there are ten examples', () => {
  expect(names).toHaveLength(10)
})

test.each(names)('%s is a pipeline of that id, says what it is for, and is run by tests of its name', async (name) => {
  const text = readExample(name)
  const [comment = ''] = /^(?:# .*\n)+/.exec(text) ?? []
  expect(
    comment
      .replaceAll(/^# /gm, '')
      .trim()
      .split(/[.:] (?=[A-Z])|\.\n/).length,
  ).toBeGreaterThanOrEqual(2)
  expect(existsSync(join(import.meta.dirname, `${name}.test.ts`))).toBe(true)

  const it = anExampleShop()
  expect((await it.call('POST', `${shop}/pipelines?dry_run=true`, text)).status).toBe(204)
  const { status, body } = await it.call('POST', `${shop}/pipelines`, text)
  expect({ status, id: body.id }).toEqual({ status: 201, id: name })
})

test.each(names)('%s fits the JSON Schema that the orchestrator serves', async (name) => {
  const schema = (await anExampleShop().get('/orgs/local-org/pipeline-schemas/latest')) as object
  const validate = new Ajv2020({ strict: false }).compile(schema)
  validate(parse(readExample(name)))
  expect(validate.errors).toBeNull()
})

test('all of them live in one application', async () => {
  const it = anExampleShop()
  for (const name of names) await it.add(name)
  expect(await it.get(`${shop}/pipelines?per_page=50`)).toHaveLength(names.length + 1)
})

test('the list of examples names each', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../examples/pipelines/README.md'), 'utf8')
  expect(
    [...readme.matchAll(/^\| \[`(.+)\.yaml`\]\(\1\.yaml\)/gm)].flatMap(([, name]) => name ?? []).toSorted(),
  ).toEqual(names)
})

import { describe, expect, test } from 'vitest'
import { messageOf, aShopToChange, writes } from './a-shop-to-change.ts'

describe('what cannot be done to the set fails before anything is written', () => {
  const impossible = [
    {
      name: 'an unknown workload',
      inputs: { images: 'wbe=web:2' },
      says: /^Input 'images' has "wbe=web:2", but the set .* has no workload 'wbe'\. Its workloads: api, web\.$/,
    },
    {
      name: 'an ambiguous container',
      inputs: { images: 'api=c:1' },
      says: /Write api\/CONTAINER=…, with one of: server \(ghcr\.io\/acme\/api:1\), proxy \(envoyproxy\/envoy:v1\.30\)\.$/,
    },
    {
      name: 'the image of a workload that is removed',
      inputs: { images: 'web=web:2', remove: 'web' },
      says: /has no workload 'web'\. Its workloads: api\.$/,
    },
    {
      name: 'a patch of what is not there',
      inputs: { delta: '{"modules":{"update":{"web":[{"op":"replace","path":"/spec/x/y","value":1}]}}}' },
      says: /^Input 'delta' cannot be applied to .*: web: cannot replace \/spec\/x\/y: there is nothing at \/spec\/x\.$/,
    },
    {
      name: 'an update of a workload that is not there',
      inputs: { delta: '{"modules":{"update":{"no":[{"op":"add","path":"/x","value":1}]}}}' },
      says: /^Input 'delta' cannot be applied to .*: no: the set has no such module to update\.$/,
    },
    {
      name: 'a shared resource that is not there',
      inputs: { delta: '{"shared":[{"op":"replace","path":"/dns","value":1}]}' },
      says: /^Input 'delta' cannot be applied to .*: shared: cannot replace \/dns: there is nothing to replace; use add\.$/,
    },
  ]
  test.each(impossible)('$name', async ({ inputs, says }) => {
    const { run, deltas } = aShopToChange()
    const result = await run(inputs)
    expect(result.runner.exitCode).toBe(1)
    expect(messageOf(result)).toMatch(says)
    expect(writes(result.requests)).toEqual([])
    expect(await deltas()).toEqual([])
  })

  test('an environment that is not there', async () => {
    const { run } = aShopToChange()
    const result = await run({ env: 'nowhere', images: 'web=web:2' })
    expect(messageOf(result)).toMatch(/^GET .*\/envs\/nowhere failed: 404 .*\.$/)
    expect(result.requests).toHaveLength(1)
  })
})

describe('bad input is refused before any request', () => {
  const nine = (item: string) => `[${Array(9).fill(item).join(', ')}]`
  const bomb = Array.from({ length: 9 }, (_, index) => `l${index + 1}: &l${index + 1} ${nine(`*l${index}`)}`)
  const deep = `{"modules":{"add":{"web":{"spec":${'{"x":'.repeat(80)}1${'}'.repeat(84)}`

  const refused: { name: string; inputs: Record<string, string>; says: RegExp }[] = [
    {
      name: 'nothing to change',
      inputs: {},
      says: /^Give at least one of the inputs 'images', 'score', 'from-env', 'delta'/,
    },
    { name: 'no environment', inputs: { env: '', images: 'web=web:2' }, says: /^Input 'env' is required/ },
    { name: 'a line without an image', inputs: { images: 'web' }, says: /^Input 'images' .*not workload=image: "web"/ },
    {
      name: 'an image without its workload',
      inputs: { images: 'ghcr.io/acme/web:2' },
      says: /which has a line that is not workload=image: "ghcr.io\/acme\/web:2"\.$/,
    },
    {
      name: 'several on one line',
      inputs: { images: 'web=web:2,api=api:2' },
      says: /has the image "web:2,api=api:2": it has blanks, commas or semicolons in it\. Write one workload=image a line\.$/,
    },
    {
      name: 'an item without an image',
      inputs: { images: '- web' },
      says: /^Input 'images' .*not workload=image: "web"/,
    },
    {
      name: 'an empty tag',
      inputs: { images: 'web=web:' },
      says: /^Input 'images' .*has the image "web:": it has an empty tag/,
    },
    {
      name: 'an empty reference in a list',
      inputs: { images: '["web="]' },
      says: /^Input 'images' .*names no repository/,
    },
    {
      name: 'a path for a container',
      inputs: { images: 'web/a/b=web:2' },
      says: /Write workload=image or workload\/container=image/,
    },
    {
      name: 'no workload',
      inputs: { images: '/main=web:2' },
      says: /Write workload=image or workload\/container=image/,
    },
    {
      name: 'a workload called __proto__',
      inputs: { images: '__proto__=web:2' },
      says: /^Input 'images' .*has "__proto__=web:2"/,
    },
    {
      name: 'the key __proto__ in images',
      inputs: { images: '{"__proto__":"a:1"}' },
      says: /^Input 'images' .*"__proto__"/,
    },
    {
      name: 'a removal of __proto__',
      inputs: { remove: '__proto__' },
      says: /^Input 'remove' .*"__proto__", which is no id/,
    },
    { name: 'a workload twice', inputs: { images: 'web=a:1\nweb=a:2' }, says: /^Input 'images' .*"web" twice/ },
    {
      name: 'a delta that is a list',
      inputs: { delta: '[]' },
      says: /^Input 'delta' is "\[\]", which is not a delta: must be an object/,
    },
    {
      name: 'a misspelled part',
      inputs: { delta: '{"modules":{"updat":{}}}' },
      says: /^Input 'delta' .*the key "modules\.updat"/,
    },
    { name: 'a misspelled delta', inputs: { delta: 'module: {}' }, says: /^Input 'delta' .*the key "module"/ },
    {
      name: 'an operation that does not exist',
      inputs: { delta: '{"modules":{"update":{"web":[{"op":"move","path":"/x"}]}}}' },
      says: /^Input 'delta' .*web: cannot move \/x: only add, remove and replace are supported/,
    },
    {
      name: 'the key __proto__ in a delta',
      inputs: { delta: '{"modules":{"add":{"__proto__":{}}}}' },
      says: /^Input 'delta' .*"__proto__"/,
    },
    {
      name: 'aliases that multiply',
      inputs: { delta: [`l0: &l0 ${nine('x')}`, ...bomb].join('\n') },
      says: /^Input 'delta' /,
    },
    {
      name: 'a value that is nested too deep',
      inputs: { delta: deep },
      says: /^Input 'delta' .*nested more than 64 levels/,
    },
    { name: 'brackets without an end', inputs: { delta: '['.repeat(100_000) }, says: /^Input 'delta' / },
    {
      name: 'a file that is not there',
      inputs: { 'delta-file': 'no.json' },
      says: /^Input 'delta-file' is "no\.json", which does not exist/,
    },
    {
      name: 'a file outside of the workspace',
      inputs: { 'delta-file': '/etc/passwd' },
      says: /^Input 'delta-file' .*outside of the workspace/,
    },
    {
      name: 'a file that is no delta',
      inputs: { 'delta-file': 'delta.yaml' },
      says: /^Input 'delta-file' .*the key "hello"/,
    },
    {
      name: 'a word for a boolean',
      inputs: { images: 'web=web:2', 'fail-if-empty': 'yes' },
      says: /^Input 'fail-if-empty' is "yes"/,
    },
  ]
  test.each(refused)('$name', async ({ inputs, says }) => {
    const { run } = aShopToChange()
    const result = await run(inputs, { files: { 'delta.yaml': 'hello: world' } })
    expect(messageOf(result)).toMatch(says)
    expect(result.runner.exitCode).toBe(1)
    expect(result.requests).toEqual([])
  })
})

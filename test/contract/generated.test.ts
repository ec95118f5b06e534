import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generateContract } from '../../scripts/contract/generate.ts'

const root = new URL('../../', import.meta.url)

test('the committed files are what `npm run generate` makes of the YAML', async () => {
  const generated = await generateContract()

  expect([...generated.keys()]).toEqual([
    'src/contract/openapi.json',
    'src/contract/schema.ts',
    'src/contract/validation.json',
  ])
  for (const [path, content] of generated) {
    const committed = await readFile(new URL(path, root), 'utf8')
    expect(committed === content, `${path} is stale: run \`npm run generate\``).toBe(true)
  }
})

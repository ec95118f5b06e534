// Writes every generated file of the repository. With --check it writes nothing and fails when one is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateApiCoverage } from './api-coverage.ts'
import { generateContract } from './contract/generate.ts'
import { generateReadmeTables } from './readme-tables.ts'

/** Gives the files it is responsible for: their content by their path from the root of the repository. */
type Generator = () => Promise<Map<string, string>>

const generators: Generator[] = [generateContract, generateReadmeTables, generateApiCoverage]

const root = fileURLToPath(new URL('..', import.meta.url))

const isStale = async ([path, content]: [string, string]): Promise<boolean> => {
  const committed = await readFile(join(root, path), 'utf8').catch(() => undefined)
  return committed !== content
}

const write = async ([path, content]: [string, string]): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
}

const main = async (isCheck: boolean): Promise<void> => {
  const stale: [string, string][] = []
  for (const generate of generators) {
    for (const file of await generate()) if (await isStale(file)) stale.push(file)
  }

  for (const file of stale) {
    if (!isCheck) await write(file)
    console.log(isCheck ? `${file[0]} is stale` : `${file[0]} written`)
  }
  if (isCheck && stale.length > 0) {
    console.log('Run `npm run generate` and commit the result.')
    process.exitCode = 1
  }
}

try {
  await main(process.argv.includes('--check'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

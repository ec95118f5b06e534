import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { workflowProblems } from '../../scripts/workflow/github-parser.ts'
import { version } from '../../src/version.ts'
import { root } from './sources.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesOf = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)

test('CI runs the commands that the README names, and then all checks, figures among them', () => {
  const commands = Array.from(read('.ci/run').matchAll(/step '([^']+)'/g), ([, command = '']) => command)
  const named = ['npm ci && npm run demo', 'npm ci && npm test']
  expect(commands).toEqual([
    ...named,
    'npm run all -- --tested "$COVERAGE_FILE"',
    'npm run bench -- --quick --only sizes,calls,waiting',
  ])
  const blocks = Array.from(read('README.md').matchAll(/```sh\n(.*?)\n```/gs), ([, block]) => block)
  expect(blocks).toEqual(expect.arrayContaining(named))
})

describe.each(filesOf('.github/workflows'))('%s', (path) => {
  const text = read(path)

  test('is a workflow to GitHub', async () => {
    expect(await workflowProblems(path, text)).toEqual([])
  })

  test('may only read, unless one of its jobs says more', () => {
    expect((parse(text) as { permissions: unknown }).permissions).toEqual({ contents: 'read' })
  })

  test('refers to the actions of others by their commit, and says which version that is', () => {
    const references = Array.from(text.matchAll(/uses: (.*)/g), ([, reference = '']) => reference)
    const foreign = references.filter((reference) => !reference.startsWith('./'))
    expect(foreign.filter((reference) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(reference))).toEqual(
      [],
    )
  })

  test('gives each job its time', () => {
    const { jobs } = parse(text) as { jobs: Record<string, Record<string, unknown>> }
    const endless = Object.entries(jobs).filter(([, job]) => job['uses'] === undefined && !('timeout-minutes' in job))
    expect(endless.map(([id]) => id)).toEqual([])
  })
})

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'AGENTS.md',
  'CHANGELOG.md',
  'scripts/workflow/README.md',
  ...filesOf('docs').filter((path) => path.endsWith('.md')),
  ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}/README.md`),
]

test.each(pages)('what %s names is there', (page) => {
  const text = read(page)
  const links = Array.from(text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g), ([, link = '']) =>
    join(dirname(page), link),
  )
  // In an action's README such a path may be one of the reader's own repository.
  const isOurs = !page.startsWith('actions/')
  const named = Array.from(text.matchAll(/`((?:src|test|scripts|examples|docs)\/[\w./-]+)`/g), ([, path = '']) => path)
  expect([...links, ...(isOurs ? named : [])].filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('the scripts that pages name exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = pages.flatMap((page) =>
    Array.from(read(page).matchAll(/npm run (?:--silent )?([a-z-]+)/g), ([, name = '']) => name),
  )
  expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([])
})

test('the version that the API is told is that of the package', () => {
  expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version)
})

import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PROJECT_ROOT } from '../../scripts/workflow/project.ts'
import { runWorkflow, type WorkflowOptions } from '../../scripts/workflow/run.ts'
import { called } from '../orchestrator/a-shop.ts'
import { serveOrchestrator } from '../support/serve.ts'

const readme = readFileSync(join(PROJECT_ROOT, 'actions/api/README.md'), 'utf8')

/** The workflow under the paragraph that begins so. */
const recipe = (beginning: string): string => {
  const from = readme.indexOf(`\n${beginning}`)
  const [, yaml] = /```yaml\n([^]*?)```/.exec(from < 0 ? '' : readme.slice(from)) ?? []
  if (yaml === undefined) throw new Error(`the README has no recipe that begins with: ${beginning}`)
  return yaml
}

const seed = `
organizations:
  - id: acme
    environment-types: [development]
    applications:
      - { id: shop, environments: [{ id: development }, { id: staging, type: development }] }
`

const shop = '/orgs/acme/apps/shop'

interface Prepared extends Partial<WorkflowOptions> {
  files?: Record<string, string>
  /** Shell scripts in place of programs of these names. */
  programs?: Record<string, string>
}

/** An orchestrator, and the README's own workflows against it. */
const aRecipe = async () => {
  const { orchestrator, url } = await serveOrchestrator({ seed })
  const call = async (method: string, path: string, body?: object | string) => {
    const answer = await orchestrator.handle({
      method,
      url: `${url}${path}`,
      headers: { authorization: `Bearer ${orchestrator.token}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
    return answer.body === '' ? undefined : JSON.parse(answer.body)
  }
  const run = async (beginning: string, { files = {}, programs = {}, ...options }: Prepared = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    write('recipe.yml', recipe(beginning))
    write('source/.keep', '')
    for (const [path, text] of Object.entries(files)) write(`source/${path}`, text)
    for (const [name, text] of Object.entries(programs)) {
      write(`bin/${name}`, `#!/bin/bash\n${text}\n`)
      chmodSync(join(folder, 'bin', name), 0o755)
    }
    let log = ''
    const result = await runWorkflow({
      file: join(folder, 'recipe.yml'),
      source: join(folder, 'source'),
      secrets: { HUMANITEC_TOKEN: orchestrator.token },
      env: { HUMANITEC_API_URL: url, PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter) },
      write: (text) => {
        log += text
      },
      ...options,
    })
    return { result, log, conclusion: result.conclusion }
  }
  return { orchestrator, call, run }
}

test('the first example of the page reads what was answered', async () => {
  const { run } = await aRecipe()
  const { conclusion, log } = await run('Calls any operation')
  expect(conclusion).toBe('success')
  expect(log).toContain('There are development, staging.')
})

test('a shared value is changed by a workflow', async () => {
  const { call, run } = await aRecipe()
  await call('POST', `${shop}/values`, { key: 'ASSETS_VERSION', value: 'old', description: '' })
  expect(await run('A value that', { event: 'push' })).toMatchObject({ conclusion: 'success' })
  expect(await call('GET', `${shop}/values`)).toMatchObject([{ value: expect.stringMatching(/^[0-9a-f]{40}$/) }])
})

test('old environments are listed', async () => {
  const { orchestrator, call, run } = await aRecipe()
  orchestrator.control.advance(-8 * 24 * 60 * 60 * 1000)
  await call('POST', `${shop}/envs`, { id: 'forgotten', name: 'Forgotten', type: 'development' })
  const { conclusion, log } = await run('The environments that are older')
  expect(conclusion).toBe('success')
  expect(log.split('\n').filter((line) => /^(?:forgotten|staging|development)$/.test(line.trim()))).toHaveLength(1)
})

test('a registry is logged in to with what Humanitec has for it', async () => {
  const { call, run } = await aRecipe()
  const creds = { username: 'bot', password: 'hunter22' }
  await call('POST', '/orgs/acme/registries', { id: 'acme-images', registry: 'images.test', type: 'basic', creds })
  const docker = 'echo "docker $*"; read -r password; [ "$password" = hunter22 ] && echo "and the right password"'
  const { conclusion, log } = await run('A login to a registry', { event: 'push', programs: { docker } })
  expect(conclusion).toBe('success')
  expect(log).toContain('docker login images.test --username bot --password-stdin')
  expect(log).toContain('and the right password')
  expect(log).not.toContain('hunter22')
})

test('an environment is paused at night and resumed in the morning', async () => {
  const { call, run } = await aRecipe()
  const paused = async () => (await call('GET', `${shop}/runtime?id=staging`))[0].paused
  const at = (schedule: string) => run('An environment that is paused', { event: 'schedule', payload: { schedule } })
  expect(await at('0 19 * * 1-5')).toMatchObject({ conclusion: 'success' })
  expect(await paused()).toBe(true)
  expect(await at('0 6 * * 1-5')).toMatchObject({ conclusion: 'success' })
  expect(await paused()).toBe(false)
})

test('a pipeline is given a new definition', async () => {
  const { call, run } = await aRecipe()
  const definition = (message: string) =>
    called('release', `  one: { steps: [{ uses: actions/humanitec/log@v1, with: { message: ${message} } }] }`)
  const { version } = await call('POST', `${shop}/pipelines`, definition('old'))
  const files = { 'pipelines/release.yaml': definition('new') }
  expect(await run('A new definition', { event: 'push', files })).toMatchObject({ conclusion: 'success' })
  expect((await call('GET', `${shop}/pipelines/release`)).version).not.toBe(version)
})

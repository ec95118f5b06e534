import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { fakeRunner, type FakeRunnerOptions } from '../support/fake-runner.ts'

describe('a file that an input names', () => {
  const options: FakeRunnerOptions = {
    files: {
      'deltas/web.yaml': '\uFEFFmodules:\n  add: {}\n',
      'bad.json': '{"a": 1',
      'latin1.txt': Uint8Array.of(0xe9, 0x20),
      'large.txt': new Uint8Array(10_000_001),
    },
  }
  const reading = (path: string) => {
    const runner = fakeRunner({ ...options, inputs: { x: path } })
    const { workspace } = runner.context
    symlinkSync('/etc/hostname', join(workspace, 'outside'))
    symlinkSync(join(workspace, 'deltas'), join(workspace, 'inside'))
    symlinkSync('loop', join(workspace, 'loop'))
    return runner
  }

  it('is read from the workspace, through links that stay in it', async () => {
    expect(await reading('deltas/web.yaml').inputs.file('x')).toBe('modules:\n  add: {}\n')
    expect(await reading('inside/web.yaml').inputs.jsonFile('x')).toEqual({ modules: { add: {} } })
    expect(await reading('').inputs.jsonFile('x')).toBeUndefined()
  })

  it('is read from RUNNER_TEMP, where other steps leave theirs', async () => {
    const runner = fakeRunner()
    const path = runner.writeTempFile('plan.json', '{"changes": 2}')
    const next = fakeRunner({ inputs: { x: path }, env: { RUNNER_TEMP: runner.context.temp } })
    expect(await next.inputs.jsonFile('x')).toEqual({ changes: 2 })
  })

  it('may be one that such a file leads to, if it is in the workspace', async () => {
    const { inputs, ...runner } = fakeRunner({ ...options, inputs: { x: 'score.yaml' } })
    expect(await inputs.workspaceFile('x', 'deltas/web.yaml')).toBe('modules:\n  add: {}\n')
    const credentials = runner.writeTempFile('credentials.json', '{}')
    expect(await inputs.fileAt('x', credentials)).toBe('{}')
    await expect(inputs.workspaceFile('x', credentials)).rejects.toThrow(
      'which lies outside of the workspace (GITHUB_WORKSPACE).',
    )
  })

  it('may be one of several that the input names', async () => {
    const { inputs } = fakeRunner({ ...options, inputs: { x: 'deltas/web.yaml more.yaml' } })
    expect(await inputs.fileAt('x', 'deltas/web.yaml')).toBe('modules:\n  add: {}\n')
    await expect(inputs.fileAt('x', 'more.yaml')).rejects.toThrow(
      `Input 'x' is "deltas/web.yaml more.yaml", which has "more.yaml", which does not exist.`,
    )
    await expect(inputs.fileAt('x', '/etc/passwd')).rejects.toThrow('lies outside of the workspace')
  })

  it.each([
    { path: 'missing.json', error: 'is "missing.json", which does not exist.' },
    { path: 'bad.json/x', error: 'which does not exist.' },
    { path: 'deltas', error: 'is "deltas", which is not a file.' },
    { path: '../event.json', error: 'which lies outside of the workspace (GITHUB_WORKSPACE) and of RUNNER_TEMP.' },
    { path: '/etc/passwd', error: 'which lies outside of the workspace' },
    { path: '.git/HEAD', error: 'is ".git/HEAD", which lies in .git, where credentials may be.' },
    { path: 'outside', error: 'which lies outside of the workspace' },
    { path: 'loop', error: 'which is a symbolic link that leads back to itself.' },
    { path: 'a\0b', error: 'which is not a path.' },
    { path: 'x'.repeat(300), error: 'which has too long a name.' },
    { path: 'latin1.txt', error: 'which is not text in UTF-8.' },
    { path: 'large.txt', error: 'which is larger than 10 MB (10000001 bytes).' },
    { path: 'bad.json', error: 'is "bad.json", which is neither JSON nor YAML at line 1' },
  ])('is refused as $path', async ({ path, error }) => {
    const refusal = reading(path).inputs.jsonFile('x')
    await expect(refusal).rejects.toBeInstanceOf(InputError)
    await expect(refusal).rejects.toThrow(error)
  })
})

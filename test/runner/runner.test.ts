import { readFile, stat } from 'node:fs/promises'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fakeRunner, readCommand } from '../support/fake-runner.ts'

describe('the log', () => {
  it('prints hostile text line by line, as text', () => {
    const runner = fakeRunner()
    runner.info('started\n::error::owned\r\n##[group]x')
    expect(runner.stdout).toBe('started\n\\::error::owned\n##\\[group]x\n')
  })

  it('turns no text into a command, whichever way it is printed', () => {
    const hostile = fc
      .array(fc.constantFrom('::', 'error', 'add-mask', '::x', '\n', '\r', '%0A', '%', ' ', ',', '=', '##[', 'é'))
      .map((pieces) => pieces.join(''))
    const runner = fakeRunner()
    const allowed = new Set(['debug', 'notice', 'warning', 'error', 'group', 'endgroup'])
    fc.assert(
      fc.property(hostile, (text) => {
        const before = runner.stdout.length
        runner.info(text)
        for (const line of runner.stdout.slice(before).split('\n')) expect(readCommand(line)).toBeUndefined()

        const after = runner.stdout.length
        runner.debug(text)
        runner.notice(text, { title: text, file: text, line: 3 })
        runner.startGroup(text)
        runner.endGroup()
        const lines = runner.stdout.slice(after).trimEnd().split('\n')
        expect(lines.map((line) => readCommand(line)?.name)).toEqual(['debug', 'notice', 'group', 'endgroup'])
        for (const line of lines) expect(allowed).toContain(readCommand(line)?.name)
      }),
      { numRuns: 500 },
    )
  })

  it('writes annotations that point to a line and keep their message', () => {
    const runner = fakeRunner()
    runner.warning('100% of\n2 pods', { title: 'a: b, c', file: 'score.yaml', line: 7 })
    runner.error('no')
    expect(runner.stdout).toBe('::warning title=a%3A b%2C c,file=score.yaml,line=7::100%25 of%0A2 pods\n::error::no\n')
    expect(runner.annotations).toEqual([
      {
        kind: 'warning',
        message: '100% of\n2 pods',
        properties: { title: 'a: b, c', file: 'score.yaml', line: '7' },
      },
      { kind: 'error', message: 'no', properties: {} },
    ])
  })

  it('cuts a message that GitHub would cut, and shows that it did', () => {
    const runner = fakeRunner()
    runner.error('é'.repeat(5000))
    expect(runner.annotations[0]?.message).toBe(`${'é'.repeat(2000)}…`)
  })

  it('closes a group when its body fails, and before the next one', async () => {
    const runner = fakeRunner()
    await expect(
      runner.group('first', () => {
        runner.info('in it')
        return Promise.reject(new Error('lost'))
      }),
    ).rejects.toThrow('lost')
    expect(await runner.group('second', () => Promise.resolve(runner.startGroup('third')))).toBeUndefined()
    runner.info('outside')
    expect(runner.logged).toEqual(['▸ first', 'in it', '◂', '▸ second', '◂', '▸ third', '◂', 'outside'])
  })

  it('says debug lines only where somebody asked for them', () => {
    const runner = fakeRunner({ env: { RUNNER_DEBUG: '' } })
    runner.debug('detail')
    expect(runner.stdout).toBe('')
  })
})

describe('a mask', () => {
  it('is told to GitHub before anything that it hides, which does not hold the secret even then', () => {
    const runner = fakeRunner()
    runner.mask('tok-123456')
    runner.info('sent tok-123456 as dG9rLTEyMzQ1Ng==')
    runner.error('tok-123456 is wrong', { title: 'tok-123456' })
    runner.summary('used `tok-123456`')
    expect(runner.stdout.split('\n')[0]).toBe('::add-mask::tok-123456')
    expect(runner.stdout.slice('::add-mask::tok-123456'.length)).not.toMatch(/tok-123456|dG9rLTEyMzQ1/)
    expect(runner.summaryText).toBe('used `***`\n\n')
    expect(runner.redact('a tok-123456')).toBe('a ***')
  })

  it('covers the lines of a secret that has several, but not those that hide everything', () => {
    const runner = fakeRunner()
    runner.mask('{\n  "private": "abcdef"\n}\n')
    expect(runner.masks).toEqual(['"private": "abcdef"'])
  })

  it('is told once, and never for nothing', () => {
    const runner = fakeRunner()
    for (const secret of ['', ' \n', 'abc', 'abc ']) runner.mask(secret)
    expect(runner.masks).toEqual(['abc'])
  })
})

describe('outputs and state', () => {
  it('carry every value whole', () => {
    const runner = fakeRunner()
    runner.setOutput('text', 'a\n\nEOF\nname<<x\n')
    runner.setOutput('count', 3)
    runner.setOutput('empty', false)
    runner.setOutput('result', { hosts: ['a'] })
    runner.saveState('run-id', 'r-1')
    expect(runner.outputs).toEqual({
      text: 'a\n\nEOF\nname<<x\n',
      count: '3',
      empty: 'false',
      result: '{"hosts":["a"]}',
    })
    expect(runner.state).toEqual({ 'run-id': 'r-1' })
  })

  it('lets no value define another output', () => {
    const line = fc.constantFrom('token<<end-', 'end-', 'token=x', '', 'EOF', 'a')
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const runner = fakeRunner({ env: { GITHUB_WORKSPACE: '/', RUNNER_TEMP: '/' } })
        runner.setOutput('result', lines.join('\n'))
        expect(runner.outputs).toEqual({ result: lines.join('\n') })
      }),
      { numRuns: 30 },
    )
  })

  it('are cut where a later step could not take them in, and say so', () => {
    const runner = fakeRunner()
    runner.setCutOutput('plan', 'é'.repeat(40_000))
    runner.setCutOutput('errors', [])
    expect(runner.outputs['plan']).toBe('é'.repeat(30_000))
    expect(runner.outputs).toMatchObject({ 'plan-truncated': 'true', errors: '[]', 'errors-truncated': 'false' })
  })

  it('come back in the post step', () => {
    const runner = fakeRunner({ state: { 'run-id': 'r-1' } })
    expect([runner.getState('run-id'), runner.getState('other')]).toEqual(['r-1', undefined])
  })

  it('go nowhere, quietly, outside of GitHub', () => {
    const runner = fakeRunner({ env: { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' } })
    runner.setOutput('a', 1)
    runner.saveState('a', 1)
    runner.summary('# a')
    expect([runner.outputs, runner.state, runner.summaryText, runner.stdout]).toEqual([{}, {}, '', ''])
  })
})

describe('the summary', () => {
  it('separates what is added to it', () => {
    const runner = fakeRunner()
    runner.summary('# one\n')
    runner.summary('two')
    expect(runner.summaryText).toBe('# one\n\ntwo\n\n')
  })

  it('never grows beyond what GitHub accepts, and says where it was cut', () => {
    const runner = fakeRunner()
    const megabyte = 'a line of the log\n'.repeat(40_000)
    runner.summary(megabyte)
    runner.summary(megabyte)
    runner.summary(megabyte)
    const size = Buffer.byteLength(runner.summaryText)
    expect(size).toBeLessThanOrEqual(1024 * 1024)
    expect(size).toBeGreaterThan(1024 * 1024 - 300)
    expect(runner.summaryText).toMatch(/_Cut here: the whole text has 720001 bytes, \d+ of them are shown\._\n$/)
  })
})

describe('a cancelled job', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'aborts the signal with %s as the reason, and only the first one counts',
    (signal) => {
      const runner = fakeRunner()
      expect(runner.signal.aborted).toBe(false)
      runner.interrupt(signal)
      runner.interrupt('SIGTERM')
      expect(runner.signal.reason).toMatchObject({ name: 'InterruptedError', signal })
    },
  )
})

describe('the step', () => {
  it('fails with one error, outside of any group', () => {
    const runner = fakeRunner()
    runner.startGroup('deploying')
    runner.fail('The deployment failed.')
    expect(runner.logged).toEqual(['▸ deploying', '◂'])
    expect(runner.annotations).toEqual([{ kind: 'error', message: 'The deployment failed.', properties: {} }])
    expect(runner.exitCode).toBe(1)
  })

  it('knows where it runs', async () => {
    const runner = fakeRunner({ event: { number: 7 }, env: { GITHUB_RUN_ATTEMPT: '2', GITHUB_HEAD_REF: '' } })
    expect(runner.context).toMatchObject({
      repository: 'octo-org/shop',
      headRef: undefined,
      runUrl: 'https://github.com/octo-org/shop/actions/runs/7000000001/attempts/2',
    })
    expect(await runner.readEvent()).toEqual({ number: 7 })
    expect(await fakeRunner({ env: { GITHUB_EVENT_PATH: '' } }).readEvent()).toEqual({})
  })

  it('writes large results to a file that nobody else writes to', async () => {
    const runner = fakeRunner()
    const first = await runner.writeTempFile('../plan.json', 'a')
    const second = await runner.writeTempFile('plan.json', 'b')
    expect([await readFile(first, 'utf8'), await readFile(second, 'utf8')]).toEqual(['a', 'b'])
    expect(first.startsWith(`${runner.context.temp}/`)).toBe(true)
    expect((await stat(first)).isFile()).toBe(true)
  })
})

import { readFile, stat } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { fakeRunner } from '../support/fake-runner.ts'

describe('the log', () => {
  it('prints hostile text line by line, as text', () => {
    const runner = fakeRunner()
    runner.info('started\n::error::owned\r\n##[group]x')
    expect(runner.logged).toEqual(['started', '\\::error::owned', '##\\[group]x'])
  })

  it('writes annotations that point to a line and keep their message', () => {
    const runner = fakeRunner()
    runner.warning('100% of\n2 pods', { title: 'a: b, c', file: 'score.yaml', line: 7 })
    runner.error('no', { title: '\n', file: '' })
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
    expect(runner.debugged).toEqual([])
    const debugging = fakeRunner()
    debugging.debug('detail')
    expect(debugging.debugged).toEqual(['detail'])
  })
})

describe('a mask', () => {
  it('is told to GitHub, and what it hides is printed and written without the secret all the same', async () => {
    const runner = fakeRunner()
    runner.mask('tok-123456')
    runner.info('sent tok-123456 as dG9rLTEyMzQ1Ng==')
    runner.error('tok-123456 is wrong', { title: 'tok-123456' })
    runner.summary('used `tok-123456`')
    expect(runner.masks).toEqual(['tok-123456'])
    expect(runner.logged).toEqual(['sent *** as ***g=='])
    expect(runner.annotations).toEqual([{ kind: 'error', message: '*** is wrong', properties: { title: '***' } }])
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

describe('masks', () => {
  it('of thousands of secrets, as one answer may hold, take no more than a moment', { timeout: 10_000 }, () => {
    const runner = fakeRunner()
    const secrets = Array.from({ length: 3000 }, (_, index) => `secret-${index}-${index * index}`)
    for (const secret of secrets) runner.mask(secret)
    runner.info(`${secrets[0]} and ${secrets[2999]}`)
    expect(runner.logged).toEqual(['*** and ***'])
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
})

describe('the summary', () => {
  it('separates what is added to it', async () => {
    const runner = fakeRunner()
    runner.summary('# one\n')
    runner.summary('two')
    expect(runner.summaryText).toBe('# one\n\ntwo\n\n')
  })

  it('never grows beyond what GitHub accepts, and says where it was cut', async () => {
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
    expect(runner.readEvent()).toEqual({ number: 7 })
    expect(fakeRunner({ env: { GITHUB_EVENT_PATH: '' } }).readEvent()).toEqual({})
  })

  it('writes large results to a file that nobody else writes to', async () => {
    const runner = fakeRunner()
    const first = runner.writeTempFile('../plan.json', 'a')
    const second = runner.writeTempFile('plan.json', 'b')
    expect([await readFile(first, 'utf8'), await readFile(second, 'utf8')]).toEqual(['a', 'b'])
    expect(first.startsWith(`${runner.context.temp}/`)).toBe(true)
    expect((await stat(first)).isFile()).toBe(true)
  })
})

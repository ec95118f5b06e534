import { describe, expect, it } from 'vitest'
import { parseCommand } from '../../../scripts/workflow/commands.ts'
import { parsePairs } from '../../../scripts/workflow/files.ts'
import { linesOf, oneJob, run } from './checkout.ts'

describe('what a step writes to its files', () => {
  it('reaches the steps after it: variables, several lines long, and folders of the path', async () => {
    const { conclusion, log } = await run(
      oneJob(`
- run: |
    { echo 'NOTE<<--'; echo one; echo two=2; echo '--'; echo 'PLAIN=a<<b'; } >> "$GITHUB_ENV"
    mkdir bin; printf '#!/bin/sh\\necho from the path\\n' > bin/tool; chmod +x bin/tool
    echo "$PWD/bin" >> "$GITHUB_PATH"
- run: 'tool; echo "$PLAIN"; echo "$NOTE"'
- run: echo "\${{ env.PLAIN }} then \${{ env.OWN }}"
  env: { OWN: step }`),
    )
    expect(conclusion).toBe('success')
    expect(linesOf(log)).toEqual(expect.arrayContaining(['from the path', 'a<<b', 'one', 'two=2', 'a<<b then step']))
  })

  it('counts even when the step fails', async () => {
    const { jobs, summary } = await run(
      oneJob(`- { id: it, run: 'echo a=1 >> "$GITHUB_OUTPUT"; echo "# Done" >> "$GITHUB_STEP_SUMMARY"; exit 1' }`),
    )
    expect(jobs[0]?.steps[0]).toMatchObject({ outcome: 'failure', outputs: { a: '1' } })
    expect(summary).toBe('# Done')
  })

  it('cannot change the runner’s own variables, nor NODE_OPTIONS', async () => {
    const { log, conclusion, annotations } = await run(
      oneJob(`
- run: echo GITHUB_REPOSITORY=changed >> "$GITHUB_ENV"
- run: echo "repository $GITHUB_REPOSITORY"
- run: echo NODE_OPTIONS=--inspect >> "$GITHUB_ENV"`),
    )
    expect(linesOf(log)).toContain('repository humanitec-actions/humanitec-actions')
    expect(conclusion).toBe('failure')
    expect(annotations).toMatchObject([{ message: 'NODE_OPTIONS cannot be set through $GITHUB_ENV.' }])
  })

  it('fails the step when it makes no sense', async () => {
    const { conclusion, annotations } = await run(oneJob(`- run: echo 'a<<EOF' >> "$GITHUB_OUTPUT"`))
    expect(conclusion).toBe('failure')
    expect(annotations[0]?.message).toBe(
      "Unable to process the file in $GITHUB_OUTPUT: Invalid value of 'a': no line is its delimiter 'EOF'",
    )
  })
})

describe('name and value pairs', () => {
  it.each([
    { name: 'a line each', text: 'a=1\nb=2\n', pairs: { a: '1', b: '2' } },
    { name: 'the last one wins', text: 'a=1\na=2', pairs: { a: '2' } },
    { name: 'an equals sign in the value', text: 'a=b=c', pairs: { a: 'b=c' } },
    { name: 'an empty value', text: 'a=', pairs: { a: '' } },
    { name: 'lines between delimiters', text: 'a<<X\n1\n\n2\nX\nb=3', pairs: { a: '1\n\n2', b: '3' } },
    { name: 'nothing between delimiters', text: 'a<<X\nX', pairs: { a: '' } },
    { name: 'an arrow in a value', text: 'a=b<<c', pairs: { a: 'b<<c' } },
    { name: 'Windows line ends', text: 'a=1\r\nb<<X\r\n2\r\nX\r\n', pairs: { a: '1', b: '2' } },
  ])('are read: $name', ({ text, pairs }) => {
    expect(Object.fromEntries(parsePairs(text))).toEqual(pairs)
  })

  it.each([
    { text: 'no sign', error: /Invalid format 'no sign'/ },
    { text: '=1', error: /name must not be empty/ },
    { text: '<<X\nX', error: /must not be empty/ },
    { text: 'a<<\n', error: /must not be empty/ },
    { text: 'a<<X\n1', error: /delimiter 'X'/ },
  ])('are refused: $text', ({ text, error }) => {
    expect(() => parsePairs(text)).toThrow(error)
  })
})

describe('a workflow command', () => {
  it.each([
    { line: '::debug::text', command: { name: 'debug', properties: {}, message: 'text' } },
    { line: '  ::endgroup::', command: { name: 'endgroup', properties: {}, message: '' } },
    {
      line: '::error file=a%3Ab.js,line=2,title=A%2C B%25::one%0Atwo%253A',
      command: { name: 'error', properties: { file: 'a:b.js', line: '2', title: 'A, B%' }, message: 'one\ntwo%3A' },
    },
    { line: '::warning::a::b', command: { name: 'warning', properties: {}, message: 'a::b' } },
  ])('is read from $line', ({ line, command }) => {
    expect(parseCommand(line)).toEqual(command)
  })

  it.each(['plain', 'see ::debug::text', ':: ::', '::debug:text', '::'])('is not seen in %s', (line) => {
    expect(parseCommand(line)).toBeUndefined()
  })
})

describe('what a step prints', () => {
  it('becomes annotations and indented groups; debug messages are only shown on request', async () => {
    const steps = oneJob(`
- name: Talk
  run: |
    echo '::group::Files'
    echo inside
    echo '::endgroup::'
    echo outside
    echo '::error file=app.js,line=3,col=5,title=Bad::wrong%0Areally'
    echo '::notice::fyi'
    echo '::debug::details' >&2
    echo '::nonsense::stays text'`)
    const { log, annotations, conclusion } = await run(steps)
    expect(conclusion).toBe('success')
    expect(log).toContain('\n    ▾ Files\n      inside\n    outside\n')
    expect(log).toContain('::nonsense::stays text')
    expect(log).not.toContain('details')
    expect(annotations).toMatchObject([
      { level: 'error', message: 'wrong\nreally', file: 'app.js', line: 3, column: 5, title: 'Bad', step: 'Talk' },
      { level: 'notice', message: 'fyi' },
    ])
    expect((await run(steps, { debug: true })).log).toContain('Debug: details')
  })

  it('is not obeyed between stop-commands and its token', async () => {
    const { annotations, log } = await run(
      oneJob(`
- run: |
    echo '::stop-commands::token-1'
    echo '::error::not one'
    echo '::token-1::'
    echo '::warning::one'`),
    )
    expect(annotations.map(({ message }) => message)).toEqual(['one'])
    expect(linesOf(log)).toContain('::error::not one')
  })

  it('may set outputs the old way, with a warning, but no variables', async () => {
    const { annotations, jobs } = await run(
      oneJob(`
- { id: old, run: 'echo "::set-output name=a::1"; echo "::set-output name=b::2"' }
- { id: older, run: 'echo "::set-env name=A::1"' }`),
    )
    expect(jobs[0]?.steps[0]).toMatchObject({ outcome: 'success', outputs: { a: '1', b: '2' } })
    expect(jobs[0]?.steps[1]?.outcome).toBe('failure')
    expect(annotations.map(({ level, message }) => [level, message])).toEqual([
      ['warning', 'The set-output command is deprecated: append to the file in $GITHUB_OUTPUT instead.'],
      ['error', 'The set-env command is disabled: append to the file in $GITHUB_ENV.'],
    ])
  })
})

describe('a masked value', () => {
  it('is never printed, in any of its lines or encodings, by this step or a later one', async () => {
    const secret = 'first-line-of-it\nsecond "line" of it'
    const { log, summary, annotations, jobs } = await run(
      oneJob(`
- name: Make a value
  run: |
    echo "::add-mask::gener4ted-value"
    echo "text gener4ted-value text"
    printf '%s' "xgener4ted-value" | base64
- name: About gener4ted-value
  id: it
  env: { KEY: '\${{ secrets.KEY }}' }
  run: |
    echo "$KEY" | tail -1
    node -e 'console.log(JSON.stringify(process.env.KEY), encodeURIComponent(process.env.KEY))'
    echo "::warning::gener4ted-value $GITHUB_REF"
    echo "$KEY" >> "$GITHUB_STEP_SUMMARY"
    echo "out=gener4ted-value" >> "$GITHUB_OUTPUT"
- run: echo '\${{ secrets.GITHUB_TOKEN }}' '\${{ github.token }}' gener4ted-valuegener4ted-value`),
      { secrets: { KEY: secret }, github: { token: 'ghs_secret-token' } },
    )
    const seen = JSON.stringify({ log, summary, annotations, jobs })
    for (const part of [
      'gener4ted',
      'first-line',
      'second',
      'ghs_secret',
      Buffer.from('gener4ted').toString('base64').slice(2, -2),
    ])
      expect(seen).not.toContain(part)
    expect(linesOf(log)).toContain('text *** text')
    expect(linesOf(log)).toContain('*** *** ***')
    expect(jobs[0]?.steps[1]).toMatchObject({ name: 'About ***', outputs: { out: '***' } })
  })
})

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../scripts/workflow/arguments.ts'
import { PROJECT_ROOT } from '../../../scripts/workflow/project.ts'
import { aCheckout, linesOf, oneJob } from './checkout.ts'

/** Runs the command as `npm run workflow` does. */
const command = (args: string[], cwd: string, env: Record<string, string> = {}) => {
  const main = join(PROJECT_ROOT, 'scripts/workflow/main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
  return { status, stdout, stderr }
}

describe('npm run workflow', () => {
  it('prints the log, jobs, annotations and summary, writes the result, and ends with 0', () => {
    const dir = aCheckout({
      'w.yml': `name: Small\n${oneJob(`
- { name: Greet, run: 'echo "hello \${{ secrets.KEY }}"; echo "::warning::careful"; echo "# Report" >> "$GITHUB_STEP_SUMMARY"' }`)}`,
    })
    const { status, stdout, stderr } = command(
      ['w.yml', '--event', 'push', '--secret', 'KEY', '--json', 'out.json', '--summary', 'out.md'],
      dir,
      { KEY: 'from-the-environment' },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.replaceAll(/\d+\.\d+s/g, 'Ns').replace(/main @ \w+|\S+ @ \w+/, 'REF')).toBe(`Small · push · REF
Job only
  ▸ Greet
    hello ***
    Warning: careful
  ✓ Greet  Ns
✓ Job only  Ns

Jobs
  ✓ only  success  Ns

Annotations
  Warning: careful  (only / Greet)

Summary

# Report

✓ success in Ns
`)
    expect(readFileSync(join(dir, 'out.md'), 'utf8')).toBe('# Report\n')
    expect(JSON.parse(readFileSync(join(dir, 'out.json'), 'utf8'))).toMatchObject({
      workflow: 'Small',
      file: 'w.yml',
      event: 'push',
      conclusion: 'success',
      summary: '# Report',
      jobs: [{ id: 'only', steps: [{ name: 'Greet', outcome: 'success' }] }],
      annotations: [{ level: 'warning', message: 'careful', job: 'only', step: 'Greet' }],
    })
  })

  it.each([
    { name: 'a failed job', args: ['fails.yml'], status: 1, stderr: '' },
    { name: 'a file that cannot run', args: ['bad.yml'], status: 2, stderr: 'bad.yml:6:15: uses: acme/x@v1' },
    { name: 'a file that is not there', args: ['none.yml'], status: 2, stderr: 'none.yml cannot be read' },
    { name: 'an unknown option', args: ['fails.yml', '--nope'], status: 2, stderr: "Unknown option '--nope'" },
    {
      name: 'a payload that is not JSON',
      args: ['fails.yml', '--event', './bad.yml'],
      status: 2,
      stderr: '--event ./bad.yml: ',
    },
    { name: 'no file', args: [], status: 2, stderr: 'Name a workflow file.' },
    { name: 'help', args: ['--help'], status: 0, stderr: '' },
  ])('ends with $status for $name', ({ args, status, stderr }) => {
    const dir = aCheckout({ 'fails.yml': oneJob('- run: exit 1'), 'bad.yml': oneJob('- uses: acme/x@v1') })
    const end = command(args, dir)
    expect(end.status).toBe(status)
    expect(end.stderr).toContain(stderr)
    expect(end.stderr).not.toContain('    at ')
  })
})

it('npm run workflow passes the first SIGINT on to the step, and ends with 1', async () => {
  const dir = aCheckout({
    'w.yml': oneJob(`
- { run: "trap 'echo stopped; exit 1' INT; echo ready; while true; do sleep 0.01; done" }
- { if: always(), run: echo tidied }`),
  })
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'scripts/workflow/main.ts'), 'w.yml'], { cwd: dir })
  let log = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text
    if (/^ +ready$/m.test(text)) child.kill('SIGINT')
  })
  const [code] = (await once(child, 'close')) as [number]
  expect(code).toBe(1)
  expect(linesOf(log)).toEqual(expect.arrayContaining(['stopped', 'tidied']))
  expect(log).toMatch(/⊘ only {2}cancelled/)
})

describe('the command line', () => {
  it('is read into options', () => {
    expect(
      parseArguments(
        [
          'w.yml',
          '--event',
          'e.json',
          '--event-name',
          'push',
          '--input',
          'a=b=c',
          '--secret',
          'S',
          '--var',
          'V=',
          '--api-url',
          'http://x',
        ],
        { S: 'secret' },
      ),
    ).toMatchObject({
      file: 'w.yml',
      eventFile: 'e.json',
      eventName: 'push',
      inputs: { a: 'b=c' },
      secrets: { S: 'secret' },
      vars: { V: '' },
      github: { apiUrl: 'http://x' },
    })
  })

  it.each([
    { args: ['a.yml', 'b.yml'], error: 'Name one workflow file, not 2.' },
    { args: ['a.yml', '--input', 'a'], error: '--input a: expected NAME=VALUE' },
    { args: ['a.yml', '--secret', 'GONE'], error: '--secret GONE: there is no variable GONE in the environment' },
    { args: ['a.yml', '--repository', 'x'], error: '--repository x: expected OWNER/REPO' },
  ])('is refused: $error', ({ args, error }) => {
    expect(() => parseArguments(args, {})).toThrow(error)
  })
})

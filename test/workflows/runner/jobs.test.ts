import { describe, expect, it } from 'vitest'
import { linesOf, oneJob, run } from './checkout.ts'

describe('outputs', () => {
  it('go from step to step and from job to job', async () => {
    const { conclusion, jobs, log } = await run(`
on: push
jobs:
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo "second has \${{ needs.first.outputs.version }} of a job that was a \${{ needs.first.result }}"
  first:
    runs-on: ubuntu-latest
    outputs:
      version: v\${{ steps.pick.outputs.number }}
    steps:
      - id: pick
        run: echo number=7 >> "$GITHUB_OUTPUT"
      - run: echo "picked \${{ steps.pick.outputs.number }}, \${{ steps.pick.outcome }}"
`)
    expect(conclusion).toBe('success')
    expect(jobs.map(({ id, outputs }) => [id, outputs])).toEqual([
      ['first', { version: 'v7' }],
      ['second', {}],
    ])
    expect(linesOf(log)).toContain('picked 7, success')
    expect(linesOf(log)).toContain('second has v7 of a job that was a success')
  })

  it('of a job that hold a secret are dropped with a warning', async () => {
    const { jobs, annotations } = await run(
      oneJob(
        `- id: it
  run: echo "key=\${{ secrets.KEY }}" >> "$GITHUB_OUTPUT"`,
        'outputs: { key: "${{ steps.it.outputs.key }}", other: fine }',
      ),
      { secrets: { KEY: 'correct-horse' } },
    )
    expect(jobs[0]?.outputs).toEqual({ other: 'fine' })
    expect(jobs[0]?.steps[0]?.outputs).toEqual({ key: '***' })
    expect(annotations).toMatchObject([{ level: 'warning', message: "Skip output 'key' since it may contain secret." }])
  })
})

describe('after a failed step', () => {
  it('only steps with a status function that holds run, and the job fails', async () => {
    const { conclusion, jobs, annotations } = await run(
      oneJob(`
- { id: fails, run: exit 3 }
- { id: plain, run: echo no }
- { id: mentions, if: "contains('success() always()', 'x')", run: echo no }
- { id: on-failure, if: "failure() && steps.fails.outcome == 'failure'", run: echo yes }
- { id: on-success, if: success(), run: echo no }
- { id: on-cancelled, if: "\${{ cancelled() }}", run: echo no }
- { id: always, if: always(), run: "test \${{ job.status }} = failure" }`),
    )
    expect(conclusion).toBe('failure')
    expect(Object.fromEntries(jobs[0]?.steps.map(({ id, outcome }) => [id, outcome]) ?? [])).toEqual({
      fails: 'failure',
      plain: 'skipped',
      mentions: 'skipped',
      'on-failure': 'success',
      'on-success': 'skipped',
      'on-cancelled': 'skipped',
      always: 'success',
    })
    expect(annotations).toMatchObject([
      { level: 'error', message: 'Process completed with exit code 3.', job: 'only', step: 'Run exit 3' },
    ])
  })

  it('that may fail, the job goes on and succeeds', async () => {
    const { conclusion, jobs, log } = await run(
      oneJob(`
- { id: may-fail, run: "false", continue-on-error: "\${{ github.event_name == 'push' }}" }
- run: echo "\${{ steps.may-fail.outcome }} but \${{ steps.may-fail.conclusion }}"`),
      { event: 'push' },
    )
    expect(conclusion).toBe('success')
    expect(jobs[0]?.steps[0]).toMatchObject({ outcome: 'failure', conclusion: 'success' })
    expect(linesOf(log)).toContain('failure but success')
  })

  it.each([
    { step: "run: echo ${{ fromJSON('{') }}", what: 'run' },
    { step: '{ run: echo, name: "${{ fromJSON(\'{\') }}" }', what: 'name' },
    { step: '{ run: echo, env: { A: "${{ fromJSON(\'{\') }}" } }', what: 'env.A' },
    { step: '{ run: echo, if: "fromJSON(\'{\')" }', what: 'if' },
    { step: '{ run: echo, working-directory: "${{ fromJSON(\'{\') }}" }', what: 'working-directory' },
    { step: '{ uses: actions/checkout@v5, with: { ref: "${{ fromJSON(\'{\') }}" } }', what: 'with.ref' },
  ])('an expression that cannot be evaluated is an error at its step that names $what', async ({ step, what }) => {
    const { conclusion, annotations } = await run(oneJob(`- ${step}`))
    expect(conclusion).toBe('failure')
    expect(annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(new RegExp(`test\\.yml:6:9: ${what}: .*JSON`)),
    ])
  })
})

it('jobs after a failed or skipped job run only when they ask to', async () => {
  const job = (needs: string, rest: string) => `{ needs: ${needs}, runs-on: x, ${rest} }`
  const { conclusion, jobs } = await run(`
on: push
jobs:
  fails: { runs-on: x, steps: [{ run: exit 1 }] }
  plain: ${job('fails', 'steps: [{ run: echo }]')}
  always: ${job('plain', 'if: always(), steps: [{ run: "test ${{ needs.plain.result }} = skipped" }]')}
  after-always: ${job('always', 'steps: [{ run: echo }]')}
  on-failure: ${job('[fails]', 'if: failure(), steps: [{ run: "test ${{ needs.fails.result }} = failure" }]')}
  allowed: { runs-on: x, continue-on-error: true, steps: [{ run: exit 1 }] }
  after-allowed: ${job('allowed', 'steps: [{ run: "test ${{ needs.allowed.result }} = success" }]')}
`)
  expect(conclusion).toBe('failure')
  expect(Object.fromEntries(jobs.map(({ id, outcome }) => [id, outcome]))).toEqual({
    fails: 'failure',
    plain: 'skipped',
    always: 'success',
    'after-always': 'skipped',
    'on-failure': 'success',
    allowed: 'failure',
    'after-allowed': 'success',
  })
})

it('env and defaults of workflow, job and step lie over each other', async () => {
  const { log } = await run(`
on: push
env: { A: workflow, B: workflow, C: workflow }
defaults: { run: { shell: sh } }
jobs:
  only:
    runs-on: x
    env: { B: 'job on \${{ github.event_name }}', C: job }
    defaults: { run: { working-directory: sub } }
    steps:
      - { run: 'mkdir sub; echo "$0"', working-directory: . , shell: 'bash -e {0}' }
      - { run: 'echo "$A; $B; $C; \${{ env.C }}"; basename "$PWD"', env: { C: step } }
      - { shell: bash, working-directory: '\${{ github.workspace }}', run: 'false | true; echo unreachable' }
`)
  expect(linesOf(log)).toContain('workflow; job on push; step; step')
  expect(linesOf(log)).toContain('sub')
  expect(linesOf(log)).not.toContain('unreachable')
})

describe('a matrix', () => {
  it('runs the job once for each combination, and its outputs come together', async () => {
    const { jobs, log } = await run(
      `
on: push
jobs:
  each:
    runs-on: x
    strategy:
      matrix:
        env: \${{ fromJSON('["dev", "prod"]') }}
        size: [1, 2]
        exclude: [{ env: dev, size: 2 }]
        include: [{ env: prod, url: prod.test }]
    outputs: { '\${{ matrix.env }}': 'unused', last: '\${{ matrix.env }}\${{ matrix.size }}' }
    steps:
      - run: echo "at \${{ matrix.env }} \${{ matrix.size }} \${{ matrix.url || '-' }} \${{ strategy.job-index }}/\${{ strategy.job-total }}"
  after: { needs: each, runs-on: x, steps: [{ run: 'echo "last is \${{ needs.each.outputs.last }}"' }] }
`.replace("'${{ matrix.env }}': 'unused', ", ''),
    )
    expect(jobs.map(({ name }) => name)).toEqual([
      'each (dev, 1)',
      'each (prod, 1, prod.test)',
      'each (prod, 2, prod.test)',
      'after',
    ])
    expect(linesOf(log).filter((line) => line.startsWith('at '))).toEqual([
      'at dev 1 - 0/3',
      'at prod 1 prod.test 1/3',
      'at prod 2 prod.test 2/3',
    ])
    expect(linesOf(log)).toContain('last is prod2')
  })

  it.each([
    { failFast: '', rest: 'cancelled' },
    { failFast: 'fail-fast: false, ', rest: 'success' },
  ])('whose first combination fails leaves the rest $rest with "$failFast"', async ({ failFast, rest }) => {
    const { jobs, conclusion } = await run(
      oneJob(`- run: exit \${{ matrix.code }}`, `strategy: { ${failFast}matrix: { code: [1, 0] } }`),
    )
    expect(jobs.map(({ outcome }) => outcome)).toEqual(['failure', rest])
    expect(conclusion).toBe('failure')
  })
})

it('each job has a workspace of its own, empty until the repository is checked out', async () => {
  const { conclusion, log } = await run(
    `
on: push
jobs:
  without: { runs-on: x, steps: [{ run: 'echo "files: $(ls -A)."; touch left-behind' }] }
  with:
    needs: without
    runs-on: x
    steps:
      - uses: actions/checkout@v5
      - run: echo "$(cat data/file) \${{ hashFiles('data/*', '!data/other') != '' }} \${{ hashFiles('none') == '' }} $(ls left-behind 2>&1 >/dev/null | wc -l)"
`,
    { files: { 'data/file': 'content', 'node_modules/x/index.js': '' } },
  )
  expect(conclusion).toBe('success')
  expect(linesOf(log)).toContain('files: .')
  expect(linesOf(log)).toContain('content true true 1')
})

it('a job that is skipped goes by its name, or by its id where nobody can tell the name', async () => {
  const { jobs } = await run(`
on: push
jobs:
  named: { name: With a name, if: false, runs-on: x, steps: [{ run: exit 1 }] }
  told: { name: "With \${{ github.actor }}", if: false, runs-on: x, steps: [{ run: exit 1 }] }
`)
  expect(jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['With a name', 'skipped'],
    ['told', 'skipped'],
  ])
})

it('lets background processes run and print until the job ends, and then ends them', async () => {
  const { log, jobs } = await run(
    oneJob(`
- run: (while true; do echo tick; echo tick >> ticks; sleep 0.02; done) &
- run: |
    seen=$(wc -l < ticks)
    until [ "$(wc -l < ticks)" -gt "$((seen + 3))" ]; do sleep 0.01; done
    echo still ticking`),
  )
  expect(jobs[0]?.conclusion).toBe('success')
  expect(linesOf(log)).toContain('still ticking')
  // They are found through /proc, which only Linux has.
  expect(log).toMatch(process.platform === 'linux' ? /Ended \d+ background process/ : /still ticking/)
})

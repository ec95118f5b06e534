import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/core/plan.ts'
import { planData, planMarkdown, planText } from '../../src/report/plan.ts'
import type { Change } from '../../src/sets/plan.ts'

const side = { deployment: 'd1', set: 's1' }

const planOf = (changes: readonly Change[], rest: Partial<Plan> = {}): Plan => ({
  env: 'staging',
  base: side,
  current: side,
  target: { set: 's2' },
  empty: false,
  changes,
  ...rest,
})

const inWeb = { scope: 'module', module: 'web' } as const
const shared = { scope: 'shared', module: 'shared' } as const
const changed = (path: string, before: Change['before'], after: Change['after']): Change => ({
  ...inWeb,
  path,
  kind: 'changed',
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

const mailer = { profile: 'p', spec: { containers: { auth: { image: 'ghcr.io/acme/mailer:1' } } }, externals: {} }

const release: readonly Change[] = [
  { scope: 'module', module: 'mailer', path: '', kind: 'added', after: mailer },
  { scope: 'module', module: 'old', path: '', kind: 'removed', before: mailer },
  changed('/spec/containers/web/image', 'ghcr.io/acme/web:1', 'ghcr.io/acme/web:2'),
  { ...inWeb, path: '/spec/containers/web/variables/CURRENCY', kind: 'added', after: 'EUR' },
  { ...inWeb, path: '/spec/replicas', kind: 'removed', before: 2 },
  { ...shared, path: '/dns', kind: 'added', after: { type: 'dns' } },
]

describe('a release', () => {
  const report = { plan: planOf(release), deltaId: 'abc123' }

  test('is a table for people on GitHub', () => {
    expect(planMarkdown(report)).toMatchInlineSnapshot(`
      "### Plan for staging: 6 changes

      | Workload | Property | Before | After |
      | --- | --- | --- | --- |
      | mailer | **workload added** |  | \`ghcr.io/acme/mailer:1\` |
      | old | **workload removed** | \`ghcr.io/acme/mailer:1\` |  |
      | web | \`/spec/containers/web/image\` | \`ghcr.io/acme/web:1\` | \`ghcr.io/acme/web:2\` |
      | web | \`/spec/containers/web/variables/CURRENCY\` |  | \`EUR\` |
      | web | \`/spec/replicas\` | \`2\` |  |
      | _shared resources_ | \`/dns\` |  | \`{"type":"dns"}\` |

      <details>
      <summary>Values in full</summary>

      \`mailer\`

      \`\`\`diff
      + {
      +   "profile": "p",
      +   "spec": {
      +     "containers": {
      +       "auth": {
      +         "image": "ghcr.io/acme/mailer:1"
      +       }
      +     }
      +   },
      +   "externals": {}
      + }
      \`\`\`

      </details>

      Delta \`abc123\`. Compared with what runs now: deployment \`d1\`."
    `)
  })

  test('is lines in the log', () => {
    expect(planText(report)).toMatchInlineSnapshot(`
      "Plan for staging: 6 changes.
        + mailer (workload added)
          + /profile: "p"
          + /spec/containers/auth/image: "ghcr.io/acme/mailer:1"
          + /externals: {}
        - old (workload removed)
        ~ web
          ~ /spec/containers/web/image: "ghcr.io/acme/web:1" → "ghcr.io/acme/web:2"
          + /spec/containers/web/variables/CURRENCY: "EUR"
          - /spec/replicas: 2
        ~ shared resources
          + /dns: {"type":"dns"}"
    `)
  })

  test('is data for programs', () => {
    expect(planData(report)).toEqual({
      env: 'staging',
      delta: 'abc123',
      base: side,
      current: side,
      target: { set: 's2' },
      empty: false,
      changes: release,
    })
  })
})

describe('what needs no table', () => {
  test('nothing to deploy', () => {
    const report = { plan: planOf([], { empty: true }), deltaId: undefined }
    expect(planMarkdown(report)).toMatchInlineSnapshot(`
      "### Plan for staging: nothing to deploy

      No delta was made. Compared with what runs now: deployment \`d1\`."
    `)
    expect(planText(report)).toMatchInlineSnapshot(`"Plan for staging: nothing to deploy."`)
    expect(planData(report)).toMatchObject({ delta: null, empty: true, changes: [] })
  })

  test('an environment that was rebased and changes in no property', () => {
    const plan = planOf([], { unsettled: 'rebased', base: { deployment: 'd7', set: 's1' } })
    expect(planMarkdown({ plan, deltaId: 'abc' })).toMatchInlineSnapshot(`
      "### Plan for staging: 0 changes

      The environment was rebased: what runs there is not what the next deployment builds on.

      Delta \`abc\`. Compared with what runs now: deployment \`d1\`, built on deployment \`d7\`."
    `)
  })
})

describe('what is secret', () => {
  const secrets: readonly Change[] = [
    changed('/spec/containers/web/variables/DB_PASSWORD', 'hunter1', 'hunter2'),
    changed('/spec/containers/web/files/~1etc~1token/value', 'tok-a', 'tok-b'),
    { ...inWeb, path: '/spec/containers/web/variables', kind: 'added', after: { API_KEY: 'k-123', PLAIN: 'shown' } },
    changed('/spec/list', [{ name: 'GITHUB_TOKEN', value: 'ghx' }], [{ name: 'COLOUR', value: 'red' }]),
    changed('/spec/url', 'postgres://user:pw0@db/x', 'postgres://user:pw1@db/x'),
    { ...shared, path: '/vault', kind: 'removed', before: { params: { secret: { nested: 'deep-1' } } } },
    {
      scope: 'module',
      module: 'token-service',
      path: '',
      kind: 'added',
      after: { spec: { containers: { auth: { image: 'ghcr.io/acme/auth:1', variables: { PASS: 'p-1' } } } } },
    },
  ]
  const report = { plan: planOf(secrets), deltaId: 'abc' }
  const hidden = ['hunter1', 'hunter2', 'tok-a', 'tok-b', 'k-123', 'ghx', 'pw0', 'pw1', 'deep-1', 'p-1']
  const shown = ['DB_PASSWORD', 'shown', 'COLOUR', 'red', 'token-service', 'ghcr.io/acme/auth:1']

  test.each([
    { name: 'the table', text: planMarkdown(report) },
    { name: 'the log', text: planText(report) },
    { name: 'the data', text: JSON.stringify(planData(report)) },
  ])('is in none of it: $name', ({ text }) => {
    for (const value of hidden) expect(text).not.toContain(value)
    for (const value of shown) expect(text.replaceAll('\\', '')).toContain(value)
  })

  test('a change of it is still seen', () => {
    const [first] = secrets
    const only = { plan: planOf(first ? [first] : []), deltaId: 'abc' }
    expect(planMarkdown(only)).toContain('| web | `/spec/containers/web/variables/DB_PASSWORD` | _hidden_ | _hidden_ |')
    expect(planText(only)).toContain('~ /spec/containers/web/variables/DB_PASSWORD: changed (hidden)')
    expect(planData(only)).toMatchObject({ changes: [{ before: '***', after: '***', kind: 'changed' }] })
  })
})

test('a secret that the step knows is not left half readable where a value is cut', () => {
  const secret = 'S3cr3tOfTheStep'
  const plan = planOf([changed('/spec/x', 'short', `${'x'.repeat(150)}${secret}`)])
  const report = { plan, deltaId: 'abc', redact: (text: string) => text.replaceAll(secret, '***') }
  expect(planMarkdown(report)).not.toContain('S3cr')
  expect(planMarkdown(report)).toContain(`${'x'.repeat(150)}***`)
})

describe('text from outside', () => {
  const hostile: readonly Change[] = [
    { scope: 'module', module: '@octo|<img src=x>\n# x', path: '', kind: 'removed', before: {} },
    changed('/spec/a|b`c', 'x | y', '``` </details> <script>'),
  ]

  test('stays inside its cell', () => {
    const markdown = planMarkdown({ plan: planOf(hostile), deltaId: 'abc' })
    expect(markdown).not.toMatch(/<img|<script|<\/details>|@octo/)
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '))
    expect(rows).toHaveLength(4)
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6)
  })

  test('is quoted in the log, and makes no line of its own', () => {
    const text = planText({ plan: planOf([changed('/x', 'a\n::error::b', 'c')]), deltaId: 'abc' })
    expect(text.split('\n').at(-1)).toBe(String.raw`    ~ /x: "a\n::error::b" → "c"`)
  })
})

describe('long and many', () => {
  test('a long value is cut in the table and folded in full below it', () => {
    const long = `${'x'.repeat(500)}end`
    const markdown = planMarkdown({ plan: planOf([changed('/spec/x', long, 'short')]), deltaId: 'abc' })
    expect(markdown).toContain(`| \`${'x'.repeat(159)}…\` | \`short\` |`)
    expect(markdown).toContain(
      `<summary>Values in full</summary>\n\n\`web\` \`/spec/x\`\n\n\`\`\`diff\n- ${long}\n+ short`,
    )
  })

  test('thousands of changes are counted, not all of them shown', () => {
    const many = Array.from({ length: 5000 }, (_, index) => changed(`/spec/p${index}`, index, index + 1))
    const report = { plan: planOf(many), deltaId: 'abc' }
    expect(planMarkdown(report)).toContain("_… and 4800 changes more; the plan's file has them all._")
    expect(planText(report)).toContain('… and 4000 changes more')
    expect(planData(report)).toMatchObject({ changes: { length: 5000 } })
  })

  test('text that looks like another value is told from it', () => {
    const markdown = planMarkdown({ plan: planOf([changed('/a', '1', 1), changed('/b', 'true', '')]), deltaId: 'abc' })
    expect(markdown).toContain('| `"1"` | `1` |')
    expect(markdown).toContain('| `"true"` | `""` |')
  })
})

/** A value that an input must not take, and what has to be said of it. */
export interface BadValue {
  readonly value: string
  readonly says: RegExp
}

const bad = (says: RegExp, ...values: string[]): BadValue[] => values.map((value) => ({ value, says }))

const booleans = bad(/is not a boolean/, 'yes', '1', 'truthy', 'tRUE', '::true::', 'true false', 'null')

const durations = [
  ...bad(/is not a duration/, 'soon', '-5s', '1e3', '10 parsecs', 'NaN', '0x10', '１０m', '1h 30', '::5::'),
  ...bad(/is too (?:small|large)|is not a duration/, '0', '0s', '999999999h'),
]

const integers = [
  ...bad(/is not a whole number/, 'x', '1.5', '1e2', '0x10', '１', '1 2', '99999999999999999999', 'Infinity'),
  ...bad(/is too small/, '0', '-1'),
]

const choices = bad(/is not one of its choices/, 'toString', '__proto__', 'constructor', 'UNKNOWN', '\u0000')

/** What a path segment cannot be: an address would lead elsewhere. */
const ids = bad(/is not an id/, '.', '..')

const paths = [
  ...bad(
    /lies outside of the workspace/,
    '../../../../../../../../../../etc/passwd',
    '/etc/passwd',
    'link-out',
    'folder/../../..',
  ),
  ...bad(/does not exist/, 'no-such-file', 'text.txt/inside'),
  ...bad(/is not a file|is a folder/, 'folder'),
  ...bad(/\.git, where credentials/, '.git/HEAD', '.git'),
  ...bad(/leads back to itself/, 'link-loop'),
  ...bad(/larger than 10 MB/, 'huge.yaml'),
  ...bad(/not text in UTF-8/, 'latin1.yaml'),
  ...bad(/not a path|does not exist|too long a name/, 'a\u0000b', 'n'.repeat(5000)),
]

const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels)

/** Doubles with every line: nine lines are 2^27 values. */
const aliasBomb = [
  'a: &a [x, x, x, x, x, x, x, x]',
  ...Array.from('bcdefghi', (name, at) => {
    const before = 'abcdefgh'[at]
    return `${name}: &${name} [${Array.from({ length: 8 }, () => `*${before}`).join(', ')}]`
  }),
].join('\n')

const structures = [
  ...bad(/"__proto__"/, '{"__proto__":{"polluted":true}}', '{"web":{"__proto__":{"polluted":true}}}'),
  ...bad(/nested|YAML|levels/, deep('[', ']', 200), `{"a":${deep('[', ']', 5000)}}`, deep('{"a":[', ']}', 3000)),
  ...bad(/alias|YAML|values/i, aliasBomb),
  ...bad(
    /neither JSON nor YAML|twice|unique|not a mapping|"a"/i,
    '{"a":1,"a":2}',
    'a: 1\na: 2',
    '{',
    'a: [',
    '--- 1\n--- 2',
  ),
  ...bad(/neither JSON nor YAML|tag|number|mapping/i, '!!js/function "x"', 'a: !!python/object x', 'a: .inf'),
]

const lists = bad(
  /item|list|neither|nested|image|twice|YAML|levels/i,
  '[1, 2]',
  '["a", ["b"]]',
  '[',
  deep('[', ']', 300),
  '- a\n- b: c',
)

const urls = [
  ...bad(
    /is not the address/,
    'api.humanitec.io',
    'ftp://api.test',
    'https://',
    'https:/\\evil.test',
    'javascript:alert(1)',
  ),
  ...bad(/unencrypted/, 'http://api.test', 'http://127.0.0.1.evil.test', 'http://169.254.169.254'),
  ...bad(/user name or password/, 'https://user:hidden-word@api.test'),
  ...bad(/query or a fragment/, 'https://api.test?x=1', 'https://api.test/#x'),
]

const tokens = bad(/is not a token/, 'two words', 'line\nbreak', 'umläut', 'nul\u0000l')

const images = bad(
  /image|reference|digest|tag|repository|neither|item|says|version|name/i,
  ':tag',
  '@sha256:0',
  'Upper/Case:1',
  'a b',
  'web:1@sha256:zz',
  '../x:1',
)

/** Of each input, by its name; the same name means the same in every action. */
export const badValues: Readonly<Record<string, readonly BadValue[]>> = {
  token: tokens,
  'github-token': tokens,
  'api-url': urls,
  org: ids,
  app: ids,
  env: ids,
  timeout: durations,
  ttl: [...durations, ...bad(/is too small/, '59m')],
  command: choices,
  'env-from': choices,
  'on-conflict': choices,
  'on-rule': choices,
  method: choices,
  until: choices,
  decision: choices,
  'require-permission': choices,
  status: choices,
  'max-pages': [...integers, ...bad(/is too large/, '1001')],
  concurrency: [...integers, ...bad(/is too large/, '33')],
  'pull-request': integers,
  'run-id': ids,
  'pipeline-id': ids,
  'delta-id': ids,
  'from-env': ids,
  'for-env': ids,
  'set-id': ids,
  'deployment-id': ids,
  'approval-id': ids,
  'from-deployment': ids,
  image: images,
  images: [...images, ...lists],
  metadata: structures,
  inputs: structures,
  criteria: structures,
  delta: structures,
  query: structures,
  body: structures,
  'body-file': paths,
  operation: bad(/operation/i, 'noSuchOperation', '__proto__', 'getEnvironments'),
  path: bad(/path/i, '/no/such/path', 'https://evil.test/orgs/o', '/orgs/../..'),
  parameters: bad(/parameter|key=value|line/i, 'no pair', 'unknownParameter=x'),
  headers: bad(/key=value|line/i, 'no pair'),
  digest: bad(/is not sha256/, 'sha256:0', 'md5:x', 'SHA256:'.padEnd(71, 'a')),
  version: bad(/is not the tag/, '-x', 'a b', 'x'.repeat(129), 'ü'),
  ref: bad(/does not begin with refs/, 'main', '-x'),
  commit: bad(/is not a commit/, 'HEAD', 'xyz', 'A'.repeat(40), '0'.repeat(41)),
  files: paths.filter(({ value }) => value !== 'folder'),
  'metadata-file': paths,
  'delta-file': paths,
  'plan-file': paths,
  score: paths.filter(({ value }) => !['folder', '.git'].includes(value)),
  'allowed-teams': bad(/team/, 'no-slash', 'a/b/c', 'a/', '/b', 'a b/c'),
  'comment-command': bad(/is not a command/, 'approve', '/', '/a b', `/${'x'.repeat(60)}`, '/rm;ls'),
  ...Object.fromEntries(
    [
      'dry-run',
      'summary',
      'wait',
      'logs',
      'cancel-on-timeout',
      'cancel-on-abort',
      'rollback-on-failure',
      'fail-if-empty',
      'wait-for-request',
      'prevent-self-approval',
      'require-head',
      'paginate',
      'fail-on-error',
    ].map((name) => [name, booleans]),
  ),
}

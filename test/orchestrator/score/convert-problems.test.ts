import { expect, test } from 'vitest'
import { problemsOf, score } from './a-workload.ts'

test.each([
  [
    'no workload',
    {},
    [
      "must have required property 'apiVersion'",
      "must have required property 'metadata'",
      "must have required property 'containers'",
    ],
  ],
  ['another version', score({ apiVersion: 'score.dev/v1b2' }), ['/apiVersion must be "score.dev/v1b1"']],
  ['no name', score({ metadata: {} }), ["/metadata must have required property 'name'"]],
  ['no container', score({ containers: {} }), ['/containers must NOT have fewer than 1 properties']],
  [
    'a word that is misspelt',
    score({ container: { comand: [] } }),
    ["/containers/main must not have the property 'comand'"],
  ],
  [
    'a number for a text',
    score({ container: { variables: { A: 1 } } }),
    ['/containers/main/variables/A must be string'],
  ],
  [
    'a port that is none',
    score({ service: { ports: { www: { port: 0 } } } }),
    ['/service/ports/www/port must be >= 1'],
  ],
  [
    'an unknown protocol',
    score({ service: { ports: { www: { port: 1, protocol: 'ICMP' } } } }),
    ['/service/ports/www/protocol must be one of TCP, UDP'],
  ],
  [
    'a volume without a source',
    score({ container: { volumes: { '/a': {} } } }),
    ["/containers/main/volumes/~1a must have required property 'source'"],
  ],
  [
    'a file that lies elsewhere',
    score({ container: { files: { '/a': { source: 'a.txt' } } } }),
    ["/containers/main/files/~1a has the source 'a.txt', which is not on this side: send its content"],
  ],
  [
    'a file without content',
    score({ container: { files: { '/a': {} } } }),
    ['/containers/main/files/~1a needs its content'],
  ],
  [
    'a binary file',
    score({ container: { files: { '/a': { binaryContent: 'AA==' } } } }),
    ['/containers/main/files/~1a has binaryContent, which workloads have no place for: give content'],
  ],
  [
    'one target twice',
    score({
      container: {
        files: [
          { target: '/a', content: '' },
          { target: '/a', content: '' },
        ],
      },
    }),
    ["/containers/main/files/1 mounts to '/a', as another one does"],
  ],
  [
    'an order of containers',
    score({ container: { before: { proxy: { ready: 'started' } } } }),
    ['/containers/main/before is not supported: containers start together'],
  ],
  [
    'an id that leads nowhere',
    score({ resources: { db: { type: 'postgres', id: 'modules.web.db' } } }),
    ['/resources/db has an id that is none: write externals.NAME, shared.NAME or modules.WORKLOAD.externals.NAME'],
  ],
  [
    'all of it at once',
    score({ apiVersion: 1, resources: { db: {} } }),
    ['/apiVersion must be "score.dev/v1b1"', "/resources/db must have required property 'type'"],
  ],
])('a specification with %s is refused, with each problem and its place', (_, spec, problems) => {
  expect(problemsOf(spec).map((problem) => problem.trim())).toEqual(problems)
})

import type { Vocabulary } from '../expressions/parser.ts'
import { usesExpected, usesPattern } from './actions.ts'
import type { Pattern, Shape } from './shape.ts'

/**
 * The whole language of pipeline files, as data. The parser and the JSON Schema are both made from it.
 *
 * ASSUMPTIONS, in this one place: the upper bounds, the types of inputs, the form of job, step, input and output
 * names, `timeout-minutes` of steps, that `run-as` may stand at the root as well as under `permissions`, and how an
 * artefact trigger gathers versions: `batch.wait-minutes` from the first version on, whatever comes after it.
 */

const contexts = {
  run: ['inputs', 'pipeline', 'app'],
  job: ['inputs', 'needs', 'pipeline', 'app'],
  step: ['inputs', 'needs', 'steps', 'pipeline', 'app'],
} as const

const plain = (names: readonly string[]): Vocabulary => ({ contexts: names, statusChecks: false })
const conditional = (names: readonly string[]): Vocabulary => ({ contexts: names, statusChecks: true })

const name: Pattern = {
  pattern: '^[A-Za-z0-9_][A-Za-z0-9_-]*$',
  expected: 'letters, digits, - and _, at most 100 of them',
  maxLength: 100,
}
const pipelineId: Pattern = {
  pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  expected: '2 to 50 small letters and digits, with single - between them',
  minLength: 2,
  maxLength: 50,
}
const uses: Pattern = { pattern: usesPattern, expected: usesExpected, maxLength: 200 }
const anyKey: Pattern = { pattern: '^[^\\u0000-\\u001f]+$', expected: '1 to 200 printable characters', maxLength: 200 }

const title = { type: 'text', minLength: 1, maxLength: 200 } as const
const timeout = {
  shape: { type: 'integer', minimum: 1, maximum: 43_200 },
  description: 'Minutes after which it is ended',
} as const
const runAs = {
  shape: { type: 'choice', options: ['inherit'] },
  description: 'inherit: a run may do what whoever started it may do',
} as const

/** In the order in which they are documented. */
export const inputTypes = ['string', 'number', 'boolean', 'array', 'object'] as const

const input = {
  type: 'record',
  fields: {
    type: { shape: { type: 'choice', options: inputTypes }, required: true, description: 'Type of the input' },
    required: { shape: { type: 'boolean' }, description: 'Whether a call has to give it' },
    description: { shape: { type: 'text', maxLength: 2000 }, description: 'What the input is for' },
    default: { shape: { type: 'value' }, description: 'Value where a call gives none' },
  },
} as const satisfies Shape

const regexes = (minItems: number) => ({ type: 'list', items: { type: 'regex' }, minItems, maxItems: 50 }) as const

const triggers = {
  type: 'record',
  minSize: 1,
  fields: {
    deployment_request: {
      shape: { type: 'record', fields: {}, nullable: true },
      description: 'Runs for deployments that are asked for and match the criteria of the pipeline',
    },
    pipeline_call: {
      shape: {
        type: 'record',
        nullable: true,
        fields: {
          inputs: {
            shape: { type: 'map', keys: name, values: input },
            description: 'Inputs that a call gives',
          },
        },
      },
      description: 'Runs when the pipeline is called',
    },
    artefact: {
      shape: {
        type: 'record',
        fields: {
          type: {
            shape: { type: 'choice', options: ['container', 'workload'] },
            required: true,
            description: 'Type of the artefact',
          },
          include: { shape: regexes(1), required: true, description: 'Names of artefacts, one of which has to match' },
          exclude: { shape: regexes(0), description: 'Names of artefacts, none of which may match' },
          'match-ref': { shape: { type: 'regex' }, description: 'The ref that the version has to match' },
          batch: {
            shape: {
              type: 'record',
              fields: {
                'wait-minutes': {
                  shape: { type: 'integer', minimum: 1, maximum: 1440 },
                  required: true,
                  description: 'Minutes from the first version of a batch to the run for all of them',
                },
              },
            },
            description: 'Versions are gathered for one run; without it each has its own',
          },
        },
      },
      description: 'Runs for new artefact versions',
    },
  },
} as const satisfies Shape

const step = {
  type: 'record',
  fields: {
    id: { shape: { type: 'word', like: name }, description: 'Name of the step in expressions' },
    name: { shape: title, description: 'Name of the step for people' },
    uses: { shape: { type: 'word', like: uses }, required: true, description: 'The action' },
    with: {
      shape: { type: 'map', keys: anyKey, values: { type: 'template', vocabulary: plain(contexts.step) } },
      description: 'Inputs of the action',
    },
    if: {
      shape: { type: 'condition', vocabulary: conditional(contexts.step) },
      description: 'The step is skipped unless this holds',
    },
    'continue-on-error': { shape: { type: 'boolean' }, description: 'A failure of the step does not fail the job' },
    'timeout-minutes': timeout,
  },
} as const satisfies Shape

const job = {
  type: 'record',
  fields: {
    name: { shape: title, description: 'Name of the job for people' },
    needs: {
      shape: { type: 'list', items: { type: 'word', like: name } },
      description: 'Jobs that have to end before this one starts',
    },
    if: {
      shape: { type: 'condition', vocabulary: conditional(contexts.job) },
      description: 'The job is skipped unless this holds',
    },
    'timeout-minutes': timeout,
    'continue-on-error': { shape: { type: 'boolean' }, description: 'A failure of the job does not fail the run' },
    outputs: {
      shape: { type: 'map', keys: name, values: { type: 'template', vocabulary: plain(contexts.step) } },
      description: 'What jobs that need this one can read',
    },
    steps: {
      shape: { type: 'list', items: step, minItems: 1 },
      required: true,
      description: 'Done one after the other',
    },
  },
} as const satisfies Shape

export const pipelineShape = {
  type: 'record',
  fields: {
    id: { shape: { type: 'word', like: pipelineId }, description: 'Id of the pipeline; made up where it is absent' },
    name: { shape: title, required: true, description: 'Name of the pipeline for people' },
    metadata: {
      shape: { type: 'map', keys: anyKey, values: { type: 'text', maxLength: 2000 } },
      description: 'Free names and values',
    },
    on: { shape: triggers, required: true, description: 'What starts a run' },
    'timeout-minutes': timeout,
    concurrency: {
      shape: {
        type: 'record',
        fields: {
          group: {
            shape: { type: 'template', vocabulary: plain(contexts.run), textOnly: true },
            required: true,
            description: 'Runs of one group in an application wait for each other',
          },
        },
      },
      description: 'Which runs must not overlap',
    },
    permissions: {
      shape: {
        type: 'record',
        fields: {
          application: {
            shape: { type: 'choice', options: ['viewer', 'developer', 'owner'] },
            description: 'Role of runs in the application',
          },
          'env-types': {
            shape: { type: 'map', keys: anyKey, values: { type: 'choice', options: ['deployer'] } },
            description: 'Roles of runs by environment type',
          },
          'run-as': runAs,
        },
      },
      description: 'What runs may do',
    },
    'run-as': runAs,
    jobs: {
      shape: { type: 'map', keys: name, values: job, minSize: 1 },
      required: true,
      description: 'Jobs by id; those without needs start together',
    },
  },
} as const satisfies Shape

import type { PlainSchema } from '../plain-schema.ts'

/** RFC 1123 labels of at least two characters: what Score names workloads, containers, ports and resources by. */
const label = '^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$'
const typeName = '^[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$'

const text = { type: 'string' }
const texts = { type: 'array', items: text }
const port = { type: 'integer', minimum: 1, maximum: 65535 }

const closed = (properties: Record<string, PlainSchema>, required: readonly string[] = []): PlainSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const named = (value: PlainSchema): PlainSchema => ({
  type: 'object',
  propertyNames: { pattern: label },
  additionalProperties: value,
})

const annotated = { annotations: { type: 'object', additionalProperties: text } }

/**
 * Older files have lists whose items name their target, newer ones mappings from target to item, or to a text that is
 * short for the item. Not `oneOf`, which would report what is wrong with every form.
 */
const listOrMapping = (properties: Record<string, PlainSchema>, required: readonly string[]): PlainSchema => ({
  type: ['array', 'object'],
  items: closed({ target: { type: 'string', minLength: 1 }, ...properties }, ['target', ...required]),
  // What is said of objects does not concern texts.
  additionalProperties: { ...closed(properties, required), type: ['string', 'object'] },
})

const file = {
  mode: { type: 'string', pattern: '^0?[0-7]{3}$' },
  source: { type: 'string', minLength: 1 },
  content: { type: ['string', 'array'], items: text },
  binaryContent: text,
  noExpand: { type: 'boolean' },
}

const volume = { source: text, path: text, readOnly: { type: 'boolean' } }

const quantities = closed({
  memory: { type: 'string', pattern: '^(0[.][0-9]+|[1-9][0-9]*([.][0-9]+)?)([KMGTPE]i?)?$' },
  cpu: { type: 'string', pattern: '^[0-9]*(m|[.][0-9]+)?$', minLength: 1 },
})

const probe = closed({
  httpGet: closed(
    {
      host: { type: 'string', minLength: 1 },
      scheme: { enum: ['HTTP', 'HTTPS'] },
      path: text,
      port,
      httpHeaders: {
        type: 'array',
        items: closed({ name: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' }, value: text }, ['name', 'value']),
      },
    },
    ['path', 'port'],
  ),
  exec: closed({ command: texts }, ['command']),
})

const container = closed(
  {
    image: { type: 'string', minLength: 1 },
    command: texts,
    args: texts,
    variables: { type: 'object', propertyNames: { pattern: '^[^=]+$' }, additionalProperties: text },
    files: listOrMapping(file, []),
    volumes: listOrMapping(volume, ['source']),
    before: { type: 'object' },
    resources: closed({ limits: quantities, requests: quantities }),
    livenessProbe: probe,
    readinessProbe: probe,
  },
  ['image'],
)

const resource = closed(
  {
    type: { type: 'string', pattern: typeName },
    class: { type: 'string', pattern: typeName },
    id: { type: 'string', maxLength: 63, pattern: '^[a-z0-9]+(-+[a-z0-9]+)*([.][a-z0-9]+(-+[a-z0-9]+)*)*$' },
    metadata: { type: 'object', properties: annotated },
    params: { type: 'object' },
  },
  ['type'],
)

/** A workload specification, https://docs.score.dev/docs/score-specification/score-spec-reference/. */
export const scoreSchema = closed(
  {
    apiVersion: { enum: ['score.dev/v1b1'] },
    metadata: {
      type: 'object',
      properties: { name: { type: 'string', pattern: label }, ...annotated },
      required: ['name'],
    },
    service: closed({ ports: named(closed({ port, protocol: { enum: ['TCP', 'UDP'] }, targetPort: port }, ['port'])) }),
    containers: { ...named(container), minProperties: 1 },
    resources: named(resource),
  },
  ['apiVersion', 'metadata', 'containers'],
)

import * as fc from 'fast-check'

import { actionNames, actionOf, type InputType } from '../../../../src/orchestrator/engine/definition/actions.ts'
import { pipelineShape } from '../../../../src/orchestrator/engine/definition/language.ts'
import type { Pattern, Shape } from '../../../../src/orchestrator/engine/definition/shape.ts'
import type { Vocabulary } from '../../../../src/orchestrator/engine/expressions/parser.ts'

type RecordShape = Extract<Shape, { type: 'record' }>
type Data = fc.Arbitrary<unknown>

const character = fc.constantFrom(...Array.from('aZ09 _-.:#!&*?|>%@`"\'\\{}[],~=<\n\t\u0007\u00e9\u2028😀'))
const anyText = (minLength: number, maxLength: number) =>
  fc.string({ unit: character, minLength, maxLength: Math.min(maxLength, 90) })

const wordLike = ({ pattern, minLength = 1, maxLength }: Pattern) =>
  fc
    .stringMatching(new RegExp(pattern), { maxLength: 12 })
    .filter((text) => text.length >= minLength && text.length <= maxLength)

const expressionOf = ({ contexts, statusChecks }: Vocabulary) =>
  fc.constantFrom(
    ...contexts.flatMap((name) => [
      name,
      `${name}.one.two`,
      `!${name}['a b'][0].*`,
      `${name}.a || (${name}.b && 'it''s }}')`,
    ]),
    ...(statusChecks ? ['always()', "failure() && 1 < 0x1F == 'x'"] : []),
    "format('{0} {1}', null, true)",
    'contains(fromjson(inputs.list), -1.5)',
  )

const inBraces = (vocabulary: Vocabulary) => expressionOf(vocabulary).map((source) => `\${{ ${source} }}`)
const textTemplate = (vocabulary: Vocabulary) =>
  fc.oneof(
    anyText(0, 60),
    inBraces(vocabulary),
    fc.tuple(anyText(0, 20), inBraces(vocabulary), anyText(0, 20)).map((parts) => parts.join('')),
  )
const scalar = fc.oneof(fc.constantFrom(null, true, false), fc.integer(), fc.constantFrom(0.5, -1e-7), anyText(0, 30))
const nested = (leaf: Data): Data =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(anyText(1, 10), tie('value'), { maxKeys: 3 }),
    ),
  })).value

/** The step's inputs are those of its action. */
const stepData = ({ fields }: RecordShape): Data => {
  const { vocabulary } = (fields['with']!.shape as { values: { vocabulary: Vocabulary } }).values
  const byType: Record<InputType, Data> = {
    text: textTemplate(vocabulary),
    number: fc.oneof(fc.integer(), inBraces(vocabulary)),
    list: fc.oneof(fc.array(nested(scalar), { maxLength: 2 }), inBraces(vocabulary)),
    map: fc.oneof(fc.dictionary(anyText(1, 8), textTemplate(vocabulary), { maxKeys: 2 }), inBraces(vocabulary)),
    any: nested(fc.oneof(scalar, textTemplate(vocabulary))).filter((value) => value !== null),
  }
  return fc.constantFrom(...actionNames).chain((action) => {
    const { inputs, oneOf } = actionOf(action)
    const values = Object.fromEntries(Object.entries(inputs).map(([name, { type }]) => [name, byType[type]]))
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required || name === oneOf?.[0])
    const uses = fc
      .constantFrom('actions/humanitec/', 'native://actions/humanitec/')
      .chain((scheme) => fc.constantFrom('', '@v1').map((version) => scheme + action + version))
    const others = Object.entries(fields).filter(([name]) => name !== 'uses' && name !== 'with')
    return fc.record(
      {
        ...Object.fromEntries(others.map(([name, field]) => [name, dataOf(field.shape)])),
        uses,
        with: fc.record(values, { requiredKeys: required }),
      },
      { requiredKeys: ['uses', 'with'] },
    )
  })
}

const defaults: Readonly<Record<string, Data>> = {
  string: anyText(0, 20),
  number: fc.integer(),
  boolean: fc.boolean(),
  array: fc.array(nested(scalar), { maxLength: 2 }),
  object: fc.dictionary(anyText(1, 8), nested(scalar), { maxKeys: 2 }),
}
/** The default of an input is of its type. */
const inputData = ({ fields }: RecordShape): Data =>
  fc.constantFrom(...Object.keys(defaults)).chain((type) => {
    const others = Object.entries(fields).filter(([name]) => name !== 'type' && name !== 'default')
    const parts = Object.fromEntries(others.map(([name, field]) => [name, dataOf(field.shape)]))
    return fc.record({ ...parts, type: fc.constant(type), default: defaults[type]! }, { requiredKeys: ['type'] })
  })

const recordData = (shape: RecordShape): Data => {
  if ('uses' in shape.fields) return stepData(shape)
  if ('default' in shape.fields) return inputData(shape)
  const names = Object.keys(shape.fields)
  const parts = Object.fromEntries(names.map((name) => [name, dataOf(shape.fields[name]!.shape)]))
  const required = names.filter((name) => shape.fields[name]?.required)
  const data = fc
    .record(parts, { requiredKeys: required })
    .filter((one) => Object.keys(one).length >= (shape.minSize ?? 0))
  return shape.nullable ? fc.oneof(fc.constant(null), data) : data
}

/** What a file may have where the table of the language has this shape. */
const dataOf = (shape: Shape): Data => {
  switch (shape.type) {
    case 'word':
      return wordLike(shape.like)
    case 'text':
      return anyText(shape.minLength ?? 0, shape.maxLength)
    case 'choice':
      return fc.constantFrom(...shape.options)
    case 'integer':
      return fc.integer({ min: shape.minimum, max: shape.maximum })
    case 'boolean':
      return fc.boolean()
    case 'regex':
      return fc.constantFrom('', '^a.*$', '(?i)[^b]+|\\d{2,3}', 'ghcr\\.io/acme')
    case 'value':
      return nested(scalar)
    case 'condition':
      return fc.oneof(fc.boolean(), expressionOf(shape.vocabulary), inBraces(shape.vocabulary))
    case 'template':
      return shape.textOnly ? textTemplate(shape.vocabulary) : nested(fc.oneof(scalar, textTemplate(shape.vocabulary)))
    case 'list':
      return fc.array(dataOf(shape.items), { minLength: shape.minItems ?? 0, maxLength: (shape.minItems ?? 0) + 2 })
    case 'map':
      return fc.dictionary(wordLike(shape.keys), dataOf(shape.values), {
        minKeys: shape.minSize ?? 0,
        maxKeys: (shape.minSize ?? 0) + 2,
      })
    case 'record':
      return recordData(shape)
  }
}

interface FileData {
  permissions?: Record<string, unknown>
  'run-as'?: unknown
  jobs: Record<string, { needs?: string[]; steps: { id?: string }[] }>
}

/** Makes the parts fit together: what no single place of the table says. */
const fitted = (file: FileData, chosen: () => boolean): FileData => {
  const { permissions = {}, 'run-as': runAs, ...rest } = file
  const { 'run-as': inner, ...roles } = permissions
  const inherits = (runAs ?? inner) !== undefined && Object.keys(roles).length === 0
  const ids = Object.keys(file.jobs)
  const jobs = Object.entries(file.jobs).map(([id, job]) => {
    const before = ids.slice(0, ids.indexOf(id)).filter(chosen)
    const seen = new Set<string | undefined>()
    const steps = job.steps.map(({ id: stepId, ...step }) => {
      const isNew = stepId !== undefined && !seen.has(stepId)
      seen.add(stepId)
      return isNew ? { ...step, id: stepId } : step
    })
    return [id, { ...job, needs: before, steps }] as const
  })
  return {
    ...rest,
    ...(inherits ? { 'run-as': 'inherit' } : { permissions: roles }),
    jobs: Object.fromEntries(jobs),
  }
}

/** The data of a right pipeline file, made from the table of the language. */
export const anyPipeline: fc.Arbitrary<FileData> = fc
  .tuple(dataOf(pipelineShape) as fc.Arbitrary<FileData>, fc.infiniteStream(fc.boolean()))
  .map(([file, choices]) => fitted(file, () => choices.next().value === true))

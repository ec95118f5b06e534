import { describe, expect, test } from 'vitest'

import { evaluate } from '../../../../src/orchestrator/engine/expressions/evaluate.ts'
import {
  fillTemplate,
  parseCondition,
  parseTemplate,
} from '../../../../src/orchestrator/engine/expressions/template.ts'
import type { Value } from '../../../../src/orchestrator/engine/expressions/values.ts'

const contexts = { inputs: { id: 'x', list: ['a'], count: 3, key: '}}' } }

describe('text with expressions in it', () => {
  test.each<{ text: string; value: Value }>([
    { text: '', value: '' },
    { text: 'plain', value: 'plain' },
    { text: '${{ inputs.list }}', value: ['a'] },
    { text: '${{inputs.count}}', value: 3 },
    { text: '${{ inputs.missing }}', value: null },
    { text: ' ${{ inputs.count }}', value: ' 3' },
    { text: 'a ${{ inputs.id }}-${{ inputs.count }} b', value: 'a x-3 b' },
    { text: '${{ inputs.id }}${{ inputs.missing }}', value: 'x' },
    { text: 'list: ${{ inputs.list }}', value: 'list: Array' },
    { text: "${{ '}}' }}", value: '}}' },
    { text: "${{ 'it''s }}' }}", value: "it's }}" },
    { text: '$${{ 1 }}', value: '$1' },
    { text: '${ { }} }}', value: '${ { }} }}' },
  ])('$text becomes $value', ({ text, value }) => {
    expect(fillTemplate(parseTemplate(text), { contexts })).toEqual(value)
  })

  test.each([
    { text: 'ab ${{ inputs.id', offset: 3, message: 'expected }} after the expression, found ${{' },
    { text: 'ab ${{ inputs.id }', offset: 3, message: 'expected }} after the expression, found ${{' },
    { text: "ab ${{ 'x }}", offset: 7, message: "expected the ' that ends the text, found '''" },
    { text: '${{ }}', offset: 4, message: 'expected a value, found the end of the expression' },
    {
      text: '${{ 1 }} ${{ a b }}',
      offset: 15,
      message: "expected an operator or the end of the expression, found 'b'",
    },
    {
      text: '${{ ${{ a }} }}',
      offset: 4,
      message: "expected one expression, with ${{ }} around the whole of it only, found '${{'",
    },
  ])('$text is wrong at $offset', ({ text, offset, message }) => {
    expect(() => parseTemplate(text)).toThrow(expect.objectContaining({ offset, message }))
  })

  test('lists and maps are filled in, whatever their keys are', () => {
    const value = fillTemplate(
      {
        kind: 'map',
        entries: [
          ['__proto__', parseTemplate('${{ inputs.id }}')],
          ['list', { kind: 'list', items: [parseTemplate('${{ inputs.count }}'), parseTemplate('a')] }],
        ],
      },
      { contexts },
    )
    expect(JSON.stringify(value)).toBe('{"__proto__":"x","list":[3,"a"]}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  test('all expressions of one template share what they may produce', () => {
    const text = "${{ format('{0}{0}', inputs.long) }}".repeat(10)
    expect(() => fillTemplate(parseTemplate(text), { contexts: { inputs: { long: 'x'.repeat(300_000) } } })).toThrow(
      'too much text',
    )
  })
})

describe('conditions', () => {
  const holdsAfter = (text: string, success: boolean) =>
    evaluate(parseCondition(text), { contexts, status: { success, failure: !success, cancelled: false } })

  test.each<{ text: string; good: Value; bad: Value }>([
    { text: 'inputs.id', good: 'x', bad: false },
    { text: '${{ inputs.id }}', good: 'x', bad: false },
    { text: ' ${{ inputs.id }} \n', good: 'x', bad: false },
    { text: '! inputs.id', good: false, bad: false },
    { text: "inputs.id == '${{'", good: false, bad: false },
    { text: 'failure()', good: false, bad: true },
    { text: 'Always() && inputs.id', good: 'x', bad: 'x' },
    { text: "contains(tojson(failure()), 'true')", good: false, bad: true },
    { text: 'inputs[cancelled()] || 1', good: 1, bad: 1 },
    { text: "format('{0}', 'always()')", good: 'always()', bad: false },
  ])('$text is $good when all went well and $bad after a failure', ({ text, good, bad }) => {
    expect([holdsAfter(text, true), holdsAfter(text, false)]).toEqual([good, bad])
  })

  test.each([
    { text: '', offset: 0, message: 'expected a value, found the end of the expression' },
    {
      text: ' ${{ a }} && b',
      offset: 1,
      message: 'expected one expression that is the whole if, found text around ${{ }}',
    },
    {
      text: '${{ a }}${{ b }}',
      offset: 0,
      message: 'expected one expression that is the whole if, found text around ${{ }}',
    },
    {
      text: 'a && ${{ b }}',
      offset: 5,
      message: "expected one expression, with ${{ }} around the whole of it only, found '${{'",
    },
    { text: '  a ==', offset: 6, message: 'expected a value, found the end of the expression' },
  ])('$text is wrong at $offset', ({ text, offset, message }) => {
    expect(() => parseCondition(text)).toThrow(expect.objectContaining({ offset, message }))
  })
})

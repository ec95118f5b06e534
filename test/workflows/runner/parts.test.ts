import { describe, expect, it } from 'vitest'
import { createExpressions, splitTemplate } from '../../../scripts/workflow/expressions.ts'
import { createMasks } from '../../../scripts/workflow/masks.ts'
import { expandMatrix } from '../../../scripts/workflow/matrix.ts'
import { formatDuration } from '../../../scripts/workflow/terminal.ts'

describe('a matrix', () => {
  it.each([
    { name: 'one list', matrix: { a: [1, 2] }, cells: [{ a: 1 }, { a: 2 }] },
    {
      name: 'lists multiplied',
      matrix: { a: [1, 2], b: ['x', 'y'] },
      cells: [
        { a: 1, b: 'x' },
        { a: 1, b: 'y' },
        { a: 2, b: 'x' },
        { a: 2, b: 'y' },
      ],
    },
    {
      name: 'exclude by some keys',
      matrix: { a: [1, 2], b: [3, 4], exclude: [{ a: 1 }] },
      cells: [
        { a: 2, b: 3 },
        { a: 2, b: 4 },
      ],
    },
    { name: 'include alone', matrix: { include: [{ a: 1 }, { b: 2 }] }, cells: [{ a: 1 }, { b: 2 }] },
    {
      name: 'the example of GitHub’s documentation',
      matrix: {
        fruit: ['apple', 'pear'],
        animal: ['cat', 'dog'],
        include: [
          { color: 'green' },
          { color: 'pink', animal: 'cat' },
          { fruit: 'apple', shape: 'circle' },
          { fruit: 'banana' },
          { fruit: 'banana', animal: 'cat' },
        ],
      },
      cells: [
        { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
        { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
        { fruit: 'pear', animal: 'cat', color: 'pink' },
        { fruit: 'pear', animal: 'dog', color: 'green' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    },
    {
      name: 'objects compared by content',
      matrix: { a: [{ x: 1 }, { x: 2 }], exclude: [{ a: { x: 1 } }] },
      cells: [{ a: { x: 2 } }],
    },
  ])('is expanded: $name', ({ matrix, cells }) => {
    expect(expandMatrix(matrix)).toEqual(cells)
  })

  it.each([
    { matrix: [1], error: /must be a map/ },
    { matrix: { a: 1 }, error: /strategy\.matrix\.a must be a list/ },
    { matrix: { a: [] }, error: /no combination/ },
    { matrix: { a: Array.from({ length: 300 }, (_, i) => i) }, error: /300 combinations, at most 256/ },
  ])('is refused: $error', ({ matrix, error }) => {
    expect(() => expandMatrix(matrix)).toThrow(error)
  })
})

describe('a template', () => {
  it.each([
    { template: 'plain', parts: ['plain'] },
    { template: 'a ${{ x }} b ${{y}}', parts: ['a ', { e: ' x ' }, ' b ', { e: 'y' }] },
    { template: "${{ format('}}{{0}}', x) }}", parts: [{ e: " format('}}{{0}}', x) " }] },
    { template: "${{ 'it''s }}' }}", parts: [{ e: " 'it''s }}' " }] },
    { template: '', parts: [] },
  ])('is cut at its expressions: $template', ({ template, parts }) => {
    const seen = splitTemplate(template).map((part) => (part.kind === 'text' ? part.text : { e: part.expression }))
    expect(seen).toEqual(parts)
  })

  it('that is not closed is an error', () => {
    expect(() => splitTemplate("${{ 'a }}")).toThrow('the expression is not closed')
  })

  const expressions = createExpressions({
    contexts: { inputs: { on: false, list: [1, 2], text: 'false' } },
    status: { success: true, failure: false, cancelled: false },
    hashFiles: (patterns) => patterns.join('+'),
  })

  it.each([
    { template: '${{ inputs.on }}', value: false },
    { template: '${{ inputs.list }}', value: [1, 2] },
    { template: 'on: ${{ inputs.on }}', value: 'on: false' },
    { template: { a: ['${{ inputs.list[1] }}'] }, value: { a: [2] } },
    { template: '${{ inputs.missing.deep || env.none }}', value: null },
    { template: "${{ hashFiles('a', 'b') }}", value: 'a+b' },
  ])('keeps the type of a whole expression: $template', ({ template, value }) => {
    expect(expressions.value(template)).toEqual(value)
  })

  it.each([
    { condition: undefined, holds: true },
    { condition: 'inputs.on', holds: false },
    { condition: "inputs.text == 'false'", holds: true },
    { condition: '${{ inputs.text }}', holds: true },
    { condition: '${{ inputs.on }} == true', holds: true },
    { condition: false, holds: false },
    { condition: 'failure()', holds: false },
    { condition: '!failure() && ALWAYS()', holds: true },
  ])('as a condition: $condition', ({ condition, holds }) => {
    expect(expressions.condition(condition)).toBe(holds)
  })
})

describe('masks', () => {
  it.each([
    { values: ['abc'], text: 'x abc abcabc', masked: 'x *** ***' },
    { values: ['abc', 'abcdef'], text: 'abcdef', masked: '***' },
    { values: ['abc', 'cde'], text: 'abcde', masked: '***' },
    { values: ['aa'], text: 'aaa', masked: '***' },
    { values: ['one\ntwo'], text: 'two, one', masked: '***, ***' },
    { values: ['', ' ', '\n'], text: 'a b', masked: 'a b' },
    { values: ['say "hi" 100%'], text: '{"a":"say \\"hi\\" 100%"} say%20%22hi%22%20100%25', masked: '{"a":"***"} ***' },
  ])('hide $values in $text', ({ values, text, masked }) => {
    const masks = createMasks()
    for (const value of values) masks.add(value)
    expect(masks.apply(text)).toBe(masked)
  })

  it.each([0, 1, 2])('hide a value inside base64 text at offset %i', (offset) => {
    const masks = createMasks()
    masks.add('hunter2-hunter2')
    const text = Buffer.from(`${'x'.repeat(offset)}hunter2-hunter2 and more`).toString('base64')
    expect(masks.apply(text)).toContain('***')
  })
})

it.each([
  { ms: 0, text: '0.0s' },
  { ms: 9_940, text: '9.9s' },
  { ms: 12_400, text: '12s' },
  { ms: 65_000, text: '1m 05s' },
  { ms: 119_800, text: '2m 00s' },
])('a duration of $ms ms is shown as $text', ({ ms, text }) => {
  expect(formatDuration(ms)).toBe(text)
})

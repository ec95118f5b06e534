/** A line of a comparison: in both texts, only in the old one, or only in the new one. */
type Line = readonly [mark: ' ' | '-' | '+', text: string]

/** Beyond this many pairs of lines, what lies between the first and the last difference is shown as replaced. */
const maxPairs = 4_000_000

const linesOf = (text: string): string[] => {
  if (text === '') return []
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
}

const marked = (mark: Line[0], lines: readonly string[]): Line[] => lines.map((text) => [mark, text])

/** The lines of both, by their longest common subsequence: time and memory grow with the product of their numbers. */
const align = (before: readonly string[], after: readonly string[]): Line[] => {
  if (before.length * after.length > maxPairs) return [...marked('-', before), ...marked('+', after)]
  const width = after.length + 1
  // At [i, j]: how many lines what follows has in common.
  const common = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      lines.push([' ', before[i] ?? ''])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      lines.push(['-', before[i] ?? ''])
      i += 1
    } else {
      lines.push(['+', after[j] ?? ''])
      j += 1
    }
  }
  return [...lines, ...marked('-', before.slice(i)), ...marked('+', after.slice(j))]
}

const compare = (before: readonly string[], after: readonly string[]): Line[] => {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) start += 1
  let end = 0
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [
    ...marked(' ', before.slice(0, start)),
    ...align(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...marked(' ', before.slice(before.length - end)),
  ]
}

const range = (start: number, count: number) => `${count === 0 ? start - 1 : start}${count === 1 ? '' : `,${count}`}`

/**
 * What changes from one text to the other, line by line, as `diff -u` shows it without its two first lines: each place
 * with a few lines around it. Empty for equal texts; the kind of line ends, and one at the end, do not count.
 */
export const lineDiff = (before: string, after: string, { context = 3 }: { context?: number } = {}): string => {
  const lines = compare(linesOf(before), linesOf(after))
  const shown = new Set<number>()
  for (const [index, [mark]] of lines.entries()) {
    if (mark === ' ') continue
    for (let near = index - context; near <= index + context; near += 1) shown.add(near)
  }
  const hunks: string[] = []
  let [oldLine, newLine] = [1, 1]
  let hunk: { oldStart: number; newStart: number; lines: Line[] } | undefined
  const close = () => {
    if (!hunk) return
    const { oldStart, newStart, lines: own } = hunk
    const [olds, news] = [own.filter(([mark]) => mark !== '+').length, own.filter(([mark]) => mark !== '-').length]
    hunks.push(`@@ -${range(oldStart, olds)} +${range(newStart, news)} @@`)
    for (const [mark, text] of own) hunks.push(mark + text)
    hunk = undefined
  }
  for (const [index, line] of lines.entries()) {
    if (shown.has(index)) {
      hunk ??= { oldStart: oldLine, newStart: newLine, lines: [] }
      hunk.lines.push(line)
    } else close()
    if (line[0] !== '+') oldLine += 1
    if (line[0] !== '-') newLine += 1
  }
  close()
  return hunks.join('\n')
}

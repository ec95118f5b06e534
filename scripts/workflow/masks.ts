/** The values that must never be seen. */
export interface Masks {
  /** Hides the value, each of its lines, and its JSON, URL and base64 forms from now on. */
  add(value: string): void
  apply(text: string): string
  /** Whether the text holds any hidden value. */
  covers(text: string): boolean
}

export const createMasks = (): Masks => {
  const hidden = new Set<string>()
  const apply = (text: string) => {
    const spans = [...hidden].flatMap((value) => occurrences(text, value)).sort((a, b) => a.start - b.start)
    let result = ''
    let position = 0
    let end = -1
    for (const span of spans) {
      // Spans that touch become one, so that no part of a longer value shows between two shorter ones.
      if (span.start > end) {
        result += text.slice(position, span.start) + '***'
        end = span.end
      } else {
        end = Math.max(end, span.end)
      }
      position = end
    }
    return result + text.slice(position)
  }
  return {
    apply,
    add: (value) => {
      for (const part of [value, ...value.split(/[\r\n]+/)]) {
        if (part.trim() === '') continue
        for (const form of formsOf(part)) hidden.add(form)
      }
    },
    covers: (text) => [...hidden].some((value) => text.includes(value)),
  }
}

const occurrences = (text: string, value: string) => {
  const found: { start: number; end: number }[] = []
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1))
    found.push({ start, end: start + value.length })
  return found
}

/** Base64 of a value depends on where in the encoded text it begins, so there are three forms of its middle. */
const base64Forms = (value: string) =>
  [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)])
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64')
    return shift === 0 ? whole : whole.slice(4)
  })

/** Short values would make masks of one or two characters and hide the whole log. */
const MIN_ENCODED_LENGTH = 8

const formsOf = (value: string) => {
  if (value.length < MIN_ENCODED_LENGTH) return [value]
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(Buffer.from(value).toString()),
    Buffer.from(value).toString('base64'),
    ...base64Forms(value),
  ]
}

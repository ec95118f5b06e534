import { code, inline } from './escape.ts'

/** Shorter lines of a secret of several lines (`{`, `end`) are too common to hide. */
const shortestSecretLine = 4

/** The pieces of a secret that give it away: itself, or each telling line where it has several. */
export const secretParts = (secret: string): string[] => {
  const lines = secret.split(/\r\n|[\r\n]/).map((line) => line.trim())
  const [only] = lines
  if (lines.length === 1) return only ? [only] : []
  return [...new Set(lines.filter((line) => line.length >= shortestSecretLine))]
}

const percentEncoded = (text: string): string => new URLSearchParams({ _: text }).toString().slice(2)

/** A secret in somebody else's Base64 starts at one of three offsets; the characters it shares with others are left out. */
const base64Forms = (secret: string): string[] =>
  [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    const whole = bytes.toString('base64').replace(/=+$/, '')
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor((bytes.length * 8) / 6)
    const standard = whole.slice(first, last)
    return standard.length < 8 ? [] : [standard, standard.replaceAll('+', '-').replaceAll('/', '_')]
  })

const formsOf = (secret: string): string[] => {
  const wellFormed = Buffer.from(secret).toString()
  return [
    secret,
    encodeURIComponent(wellFormed),
    encodeURIComponent(wellFormed).replace(/%../g, (escape) => escape.toLowerCase()),
    percentEncoded(wellFormed),
    JSON.stringify(secret).slice(1, -1),
    inline(secret),
    // Between backticks it is as it is.
    code(secret).replace(/^`.*`$/, secret),
    ...base64Forms(secret),
  ]
}

/** A longer one is no expression any more for JavaScript, which then quotes it in what it says. */
const longestInPattern = 4000

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/**
 * A function that replaces every known secret in a text by `***`: as it is, URL-encoded, in Base64 (also inside a
 * longer one), as in JSON or Markdown, and line by line where it has several.
 */
export const createRedactor = (secrets: Iterable<string>): ((text: string) => string) => {
  const forms = new Set<string>()
  for (const secret of secrets) {
    const whole = secret.trim()
    if (whole === '') continue
    for (const part of [whole, ...secretParts(whole)]) for (const form of formsOf(part)) forms.add(form)
  }
  // The longest first, or a secret that begins with another one would be left half readable.
  const sorted = [...forms].sort((a, b) => b.length - a.length)
  const long = sorted.filter(({ length }) => length > longestInPattern)
  const pattern = sorted.slice(long.length).map(literally).join('|')
  const others = new RegExp(pattern || '(?!)', 'g')
  return (text) => long.reduce((rest, form) => rest.replaceAll(form, '***'), text).replace(others, '***')
}

const tellingPart =
  /secret|token|passw|passphrase|credential|apikey|privatekey|accesskey|signingkey|encryptionkey|masterkey|connectionstring|authorization/
const tellingWords = new Set(
  'key keys pass pgpass pwd pat pin auth bearer cred creds cookie jwt dsn otp salt signature sig'.split(' '),
)

/** Whether the value under this name is likely to be secret. Errs on the side of yes. */
export const isSensitiveName = (name: string): boolean => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return tellingPart.test(words.join('')) || words.some((word) => tellingWords.has(word.replace(/(?<!\d)\d+$/, '')))
}

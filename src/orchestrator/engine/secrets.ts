/** What stands for a secret wherever something can be seen. */
export const hidden = '***'

export type Redact = (text: string) => string

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** How a secret may look when it comes back: as it is, as a host, in JSON (in JSON), in a URL. */
const formsOf = (secret: string): string[] => {
  const wellFormed = Buffer.from(secret).toString()
  return [
    secret,
    secret.toLowerCase(),
    inJson(secret),
    inJson(inJson(secret)),
    encodeURI(wellFormed),
    encodeURIComponent(wellFormed),
  ]
}

/** Hides every one of the secrets in a text. */
export const createRedact = (secrets: Iterable<string>): Redact => {
  const forms = new Set<string>()
  for (const secret of secrets) {
    const trimmed = secret.trim()
    if (trimmed !== '') for (const form of formsOf(trimmed)) forms.add(form)
  }
  // The longest first, or a secret that begins with another one would be left half readable.
  const all = [...forms].toSorted((one, other) => other.length - one.length)
  return (text) => all.reduce((redacted, form) => redacted.replaceAll(form, hidden), text)
}

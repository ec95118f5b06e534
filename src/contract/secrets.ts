type Fields = Readonly<Record<string, unknown>>

/** Fields whose text is a secret wherever the API has them. */
const secretFields = new Set(
  'password passwd token access_token refresh_token secret client_secret secret_access_key aws_secret_access_key private_key api_key'.split(
    ' ',
  ),
)
/** Fields with secrets of any name below them. */
const secretBranches = new Set(['auth', 'credentials', 'creds', 'secret_ref', 'secret_refs', 'secrets'])
/** Shorter ones would blank out ordinary words. */
const shortest = 4

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSecretValue = (fields: Fields): boolean => fields['is_secret'] === true || 'ref' in fields

/** A secret of a cluster by its name, which is none. */
const isName = (fields: Fields): boolean => 'namespace' in fields && 'secret' in fields

/** Describes secrets, and holds none. */
const isSchema = (key: string, value: unknown): boolean =>
  /schema$/i.test(key) || (isFields(value) && '$schema' in value)

/** The secrets in what is sent to the API or comes from it, by the names of their fields. */
export const secretsIn = (value: unknown): string[] => {
  const found = new Set<string>()
  const visit = (key: string, node: unknown, isSecret: boolean): void => {
    if (isSchema(key, node)) return
    if (typeof node === 'string') {
      if (isSecret && node.length >= shortest) found.add(node)
    } else if (Array.isArray(node)) {
      for (const item of node) visit('', item, isSecret)
    } else if (isFields(node)) visitFields(node, isSecret)
  }
  const visitFields = (fields: Fields, isSecret: boolean): void => {
    if (isName(fields)) return
    if ('ref' in fields) return visit('value', fields['value'], true)
    for (const [name, field] of Object.entries(fields)) {
      const key = name.toLowerCase()
      const isKnown = secretBranches.has(key) || (secretFields.has(key) && typeof field === 'string')
      visit(key, field, isSecret || isKnown || (key === 'value' && isSecretValue(fields)))
    }
  }
  visit('', value, false)
  return [...found]
}

/**
 * The documented pattern of organization, application, environment and environment type ids. As it is written, a
 * matcher that backtracks takes time exponential in the length of a text that does not fit: see `compilePattern`.
 */
export const idPattern = '^[a-z0-9](?:-?[a-z0-9]+)+$'

export const maxIdLength = 50

const slowEnd = idPattern.slice(1)
// Takes the same texts of at least two characters, in time linear in their length.
const linearEnd = '(?=..)[a-z0-9]+(?:-[a-z0-9]+)*$'

const id = new RegExp(`^${linearEnd}`)
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const hex40 = /^[0-9a-f]{40}$/
const commit = /^[0-9a-f]{5,40}$/
const setId = /^[A-Za-z0-9_-]{43}$/
const zeros = /^0+$/

/** An organization's, application's, environment's or environment type's id: `my-app2`; 2 to 50 characters. */
export const isId = (text: string): boolean => text.length <= maxIdLength && id.test(text)

/** 40 hexadecimal digits. */
export const isDeltaId = (text: string): boolean => hex40.test(text)

/** Any run of zeros: the set with nothing in it. */
export const isEmptySetId = (text: string): boolean => zeros.test(text)

/** As the orchestrator makes them: 43 characters of URL-safe base64. Clients take any text for an id of a set. */
export const isSetId = (text: string): boolean => setId.test(text) || isEmptySetId(text)

/** A commit in Git, in full or shortened to no less than five digits, as artefact versions take it. */
export const isCommit = (text: string): boolean => commit.test(text)

/** In lower case, with hyphens. */
export const isUuid = (text: string): boolean => uuid.test(text)

/**
 * Compiles a pattern of the contract; Ajv takes it as its option `code.regExp`. What it answers is what `new RegExp`
 * would, but no request can keep the process busy with an id that almost fits, prefixed as a group's or not.
 */
export const compilePattern = Object.assign(
  (pattern: string, flags?: string): RegExp =>
    new RegExp(
      pattern.replace(slowEnd, () => linearEnd),
      flags,
    ),
  { code: 'new RegExp' },
)

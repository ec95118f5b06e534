import { InputError } from '../errors.ts'

type Scalar = string | number | boolean

/** A list repeats its name; an object becomes `name[key]=value` (OpenAPI's `deepObject`); `undefined` is left out. */
export type Query = Readonly<Record<string, QueryValue | undefined>>
type QueryValue = Scalar | readonly Scalar[] | Readonly<Record<string, Scalar | undefined>>

const encode = (value: Scalar, name: string) => {
  try {
    return encodeURIComponent(String(value))
  } catch (error) {
    throw new InputError(`${name} is not valid text: it holds half of a character pair`, { cause: error })
  }
}

const pathSegment = (name: string, value: Scalar | undefined) => {
  if (value === undefined || value === '') throw new InputError(`${name} is empty, and the address needs it`)
  // A URL parser would resolve these away, and the request would go to another address.
  if (value === '.' || value === '..') throw new InputError(`${name} cannot be '${value}'`)
  return encode(value, name)
}

const queryPairs = (query: Query): (readonly [string, Scalar])[] =>
  Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (Array.isArray(value)) return (value as readonly Scalar[]).map((item) => [name, item] as const)
    if (typeof value !== 'object') return [[name, value] as const]
    return Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[`${name}[${key}]`, item] as const],
    )
  })

/** `template` as the contract writes it (`/orgs/{orgId}`); every value is percent-encoded. Throws `InputError`. */
export const toPath = (template: string, values: Readonly<Record<string, Scalar | undefined>> = {}): string =>
  template.replace(/\{([^}]+)\}/g, (_, name: string) => pathSegment(name, values[name]))

/** With its question mark, or nothing. */
export const toQuery = (query: Query = {}): string => {
  const pairs = queryPairs(query).map(([name, value]) => `${encode(name, name)}=${encode(value, name)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const isLoopback = (hostname: string) =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/** The API's address without a slash at its end. Throws `InputError` for one that the token must not be sent to. */
export const toBaseUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError(`The API's address has to be a URL like https://api.humanitec.io`)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new InputError(`The API's address cannot hold a user name, a query or a fragment`)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new InputError(
      `The API's address is http://${url.host}: the token would travel unencrypted. Use https (http is for loopback)`,
    )
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

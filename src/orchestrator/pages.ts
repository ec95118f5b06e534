import { badRequest } from './errors.ts'
import type { Row } from './store.ts'

export const defaultPageSize = 50

export interface PageQuery {
  per_page?: number
  page?: string
}

const encode = (place: number) => Buffer.from(String(place)).toString('base64url')

/** The place that an opaque page token stands for. */
export const placeOf = (token: string | undefined): number | undefined => {
  if (token === undefined) return undefined
  const place = Buffer.from(token, 'base64url').toString('utf8')
  if (!/^\d{1,15}$/.test(place)) throw badRequest(`query parameter 'page' must be a token of a 'next' link`)
  return Number(place)
}

/** The header that says where the next page is. */
export const linkToNext = (url: string, token: string): { link: string } => {
  const next = new URL(url)
  next.searchParams.set('page', token)
  return { link: `<${next.href}>; rel="next"` }
}

/** The same rows with something else in each, one at a time. */
export function* mapRows<T, U>(rows: Iterable<Row<T>>, change: (value: T) => U): Generator<Row<U>> {
  for (const { place, value } of rows) yield { place, value: change(value) }
}

/**
 * One page of `rows` that `keep` lets through, with the `Link` header to the next when there is more.
 * `rows` start after the place of the query's token.
 */
export const toPage = <T>(
  rows: Iterable<Row<T>>,
  { query, url, keep = () => true }: { query: PageQuery; url: string; keep?: (value: T) => boolean },
): { body: T[]; headers: Record<string, string> } => {
  const size = query.per_page ?? defaultPageSize
  const body: T[] = []
  let last = 0
  for (const { place, value } of rows) {
    if (!keep(value)) continue
    if (body.length === size) return { body, headers: linkToNext(url, encode(last)) }
    body.push(value)
    last = place
  }
  return { body, headers: {} }
}

import { NetworkError } from '../errors.ts'
import type { Call, Caller } from './call.ts'
import { nextLink } from './link.ts'
import type { Answer } from './operation.ts'

/**
 * Where a page's link leads: relative to the page or absolute. An address outside the API's own origin is read without
 * the token.
 */
const follow = (first: Call, from: URL, target: string): Call => {
  const unusable = (why: string) =>
    new NetworkError(`GET ${from.pathname}: the list's next page ${why}`, { sent: true, retryable: false })

  if (!URL.canParse(target, from.href)) throw unusable('has no usable address')
  const url = new URL(target, from)
  if (!/^https?:$/.test(url.protocol)) throw unusable('has no usable address')
  if (url.protocol !== 'https:' && url.protocol !== from.protocol) throw unusable('leads away from https')
  if (url.username !== '' || url.password !== '') throw unusable('has a user name in its address')
  return { ...first, url, withoutToken: url.origin !== first.url.origin }
}

/**
 * The answer to a call and to whatever its `rel="next"` links lead to, each asked for when the one before it has been
 * dealt with. Only a missing link is the end: a page may be empty and yet not the last.
 */
export const readAnswers = async function* (caller: Caller, first: Call): AsyncGenerator<Answer<unknown>, void> {
  const seen = new Set<string>()
  for (let call = first; ;) {
    if (seen.has(call.url.href))
      throw new NetworkError(`GET ${call.url.pathname}: the pages of the list lead in a circle`, {
        sent: true,
        retryable: false,
      })
    seen.add(call.url.href)

    const answer = await caller(call)
    yield answer

    const target = nextLink(answer.headers['link'])
    if (target === undefined) return
    call = follow(first, call.url, target)
  }
}

/** The items on a page of a list. */
export const itemsOf = ({ method, path, status, body }: Answer<unknown>): readonly unknown[] => {
  // Some servers write an empty list as null.
  if (body === null) return []
  if (Array.isArray(body)) return body
  throw new NetworkError(`${method} ${path} was answered ${status}, but not with a list`, {
    sent: true,
    retryable: false,
  })
}

/** The items of every page, in order. */
export const readPages = async function* (caller: Caller, first: Call): AsyncGenerator<unknown, void> {
  for await (const answer of readAnswers(caller, first)) yield* itemsOf(answer)
}

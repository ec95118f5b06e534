import { createHash } from 'node:crypto'
import { preconditionFailed } from './errors.ts'

/** The header of an object whose body carries the same value, without the quotes that HTTP wants. */
export const etagHeader = (etag: string): Record<string, string> => ({ etag: `"${etag}"` })

/** For what has no `etag` of its own: names its content. */
export const etagOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)

/** 412 unless `If-Match`, quoted or not (assumption), names the state that the object is in. No header is no condition. */
export const requireMatch = (kind: string, etag: string, ifMatch: string | undefined): void => {
  if (ifMatch === undefined) return
  const wanted = new Set(ifMatch.split(',').map((one) => one.trim().replace(/^(?:W\/)?"(.*)"$/, '$1')))
  if (!wanted.has(etag) && !wanted.has('*')) throw preconditionFailed(kind)
}

import type { components } from '../../contract/schema.ts'
import { badRequest } from '../errors.ts'
import { defaultPageSize, linkToNext, type PageQuery } from '../pages.ts'
import type { Parts } from '../parts.ts'

type Entry = components['schemas']['AuditLogEntry']

interface Page {
  body: Entry[]
  headers: Record<string, string>
}

export interface AuditQuery extends PageQuery {
  from?: string
  to?: string
}

/** What was changed, by organization. Neither bodies nor queries are kept: there may be secrets in them. */
export interface AuditLogs {
  /** Belongs to the transaction of the change itself. */
  record(orgId: string, request: { userId: string; method: string; path: string; status: number }): void
  /** Newest first; a page looks at 32 days at most, and may be empty with more to come. */
  list(orgId: string, query: AuditQuery, url: string): Page
}

const dayMs = 24 * 3_600_000
const daysOfPage = 32

/** Days since the epoch. */
const dayOf = (ms: number) => Math.floor(ms / dayMs)

/** Where a page begins: below a place of a day, or at the end of that day. */
interface Start {
  day: number
  place?: number | undefined
}

const encode = ({ day, place }: Start) => Buffer.from(`${day}.${place ?? ''}`).toString('base64url')

const decode = (token: string): Start => {
  const [, day, place] = /^(\d{1,8})\.(\d{0,15})$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? []
  if (day === undefined) throw badRequest(`query parameter 'page' must be a token of a 'next' link`)
  return { day: Number(day), place: place ? Number(place) : undefined }
}

const readTime = (name: string, text: string): number => {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw badRequest(`query parameter '${name}' must be an instant that exists`)
  return ms
}

const readRange = ({ from, to }: AuditQuery) => {
  const range = {
    from: from === undefined ? -Infinity : readTime('from', from),
    to: to === undefined ? Infinity : readTime('to', to),
  }
  if (range.from > range.to) throw badRequest(`query parameter 'from' must not be after 'to'`)
  return range
}

export const createAuditLogs = ({ store, scheduler }: Parts): AuditLogs => {
  // A scope for each day, so that a page reads the days that it covers and no more of the log.
  const entries = store.table<Entry>('audit-log')
  /** The days of an organization on which something was changed. */
  const days = store.table<{ day: number }>('audit-log-days')

  const scopeOf = (orgId: string, day: number) => `${orgId}/${day}`
  const newestDay = (orgId: string) => {
    for (const { value } of days.scan({ scope: orgId, order: 'newest-first' })) return value.day
    return -Infinity
  }

  return {
    record: (orgId, { userId, method, path, status }) => {
      const day = dayOf(scheduler.now())
      const id = String(day).padStart(8, '0')
      if (!days.get(orgId, id)) days.insert(orgId, id, { day })
      entries.append(scopeOf(orgId, day), {
        at: scheduler.timestamp(),
        org_id: orgId,
        user_id: userId,
        request_method: method,
        request_path: path,
        response_status: status,
      })
    },
    list: (orgId, query, url) => {
      const { from, to } = readRange(query)
      const size = query.per_page ?? defaultPageSize
      const latest = Math.max(dayOf(scheduler.now()), newestDay(orgId))
      const start: Start = query.page === undefined ? { day: Math.min(latest, dayOf(to)) } : decode(query.page)
      const lastDay = Math.max(days.first(orgId)?.day ?? Infinity, dayOf(from))
      const body: Entry[] = []

      for (let day = start.day; day > start.day - daysOfPage; day -= 1) {
        if (day < lastDay) return { body, headers: {} }
        let place = day === start.day ? start.place : undefined
        const rows = entries.scan({
          scope: scopeOf(orgId, day),
          order: 'newest-first',
          ...(place === undefined ? {} : { from: place }),
        })
        for (const row of rows) {
          const at = Date.parse(row.value.at)
          if (at <= from || at >= to) continue
          if (body.length === size) return { body, headers: linkToNext(url, encode({ day, place })) }
          body.push(row.value)
          place = row.place
        }
      }
      const next = start.day - daysOfPage
      return { body, headers: next < lastDay ? {} : linkToNext(url, encode({ day: next })) }
    },
  }
}

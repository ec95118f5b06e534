import type { HttpRequest, HttpResponse, Transport } from '../../src/contract/http.ts'

/** An answer, what to reject with, or what to do about a request. */
export type Script = (Partial<HttpResponse> & { json?: unknown }) | Error | Transport

export interface ScriptedTransport {
  send: Transport
  /** Everything that was sent. */
  readonly requests: HttpRequest[]
  /** How many answers nobody has asked for. A test that leaves some has not shown what it says. */
  readonly unused: () => number
}

/** Answers one request after the other from a list, and fails on one too many. */
export const scriptedTransport = (...script: Script[]): ScriptedTransport => {
  const left = [...script]
  const requests: HttpRequest[] = []
  return {
    requests,
    unused: () => left.length,
    send: async (request) => {
      requests.push(request)
      const next = left.shift()
      if (next === undefined) throw new Error(`nobody expected ${request.method} ${request.url}`)
      if (next instanceof Error) throw next
      if (typeof next === 'function') return next(request)
      const { status = 200, headers = {}, json } = next
      return { status, headers, body: next.body ?? (json === undefined ? '' : JSON.stringify(json)) }
    },
  }
}

/**
 * What client and orchestrator exchange: plain objects, so that a test hands the one to the other without a socket,
 * and so that a step never touches the platform's Request and Response, which load an HTTP stack of their own.
 */
export interface HttpRequest {
  method: string
  /** Absolute (`https://api.humanitec.io/orgs/…`). */
  url: string
  /** Names in lower case. */
  headers: Record<string, string>
  body?: string | Uint8Array
  /** For the whole exchange, the body of the answer included. A transport without a socket may ignore it. */
  timeoutMs?: number
  /** Ends the exchange at once, with the signal's reason. */
  signal?: AbortSignal
}

export interface HttpResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** Sends one request, once. Rejects when there was no complete answer. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>

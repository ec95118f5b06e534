import type { Transport } from '../../contract/http.ts'

/** What an orchestrator may send to the outside; nothing at all without a transport. */
export interface Outgoing {
  transport?: Transport
  /** Hosts (`example.test`, `example.test:8443`) that `http` steps may reach beside this machine's loopback. */
  allowHttp?: readonly string[]
  /** Where `github-workflow` steps find GitHub's API, as `https://api.github.com`; nowhere without. */
  githubApiUrl?: string
}

/** Addresses that are written in another way, as `0x7f.1`, are in this form once they are a URL. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export const isLoopback = ({ hostname }: URL): boolean => loopback.test(hostname)

export const readUrl = (text: string): URL | undefined => {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  return new URL(text)
}

/** A URL as it may be shown: what stands before an `@` or behind a `?` can be a secret. */
export const shownUrl = ({ origin, pathname }: URL): string => `${origin}${pathname}`

/** The host as URLs have it, with its port if one is written. Throws for what is none. */
export const readHost = (text: string): string => {
  const url = /[\s/\\?#@]/.test(text) ? undefined : readUrl(`https://${text}`)
  if (url && text !== '') return url.host
  throw new Error(`--allow-http must be a host, as example.test or example.test:8443, not '${text}'`)
}

/** Throws for what is no address of an API that a token may be sent to. */
export const readApiUrl = (text: string): string => {
  const url = readUrl(text)
  const isFit = url && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (isFit && (url.protocol === 'https:' || isLoopback(url))) return text.replace(/\/+$/, '')
  throw new Error(
    `--github-api-url must be an https URL, as https://api.github.com (http is for loopback), not '${text}'`,
  )
}

/** Why no `http` step may send anything there, if that is so. */
export const refusalOf = (url: URL, allowHttp: readonly string[]): string | undefined => {
  if (isLoopback(url) || allowHttp.includes(url.hostname) || allowHttp.includes(url.host)) return undefined
  return `this orchestrator sends nothing to ${url.host}: start it with --allow-http ${url.host} to allow that`
}

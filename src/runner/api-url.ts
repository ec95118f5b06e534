import type { Refuse } from './refuse.ts'

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

/** The address of the API without a slash at its end. A token goes there, so plain http is for this machine only. */
export const parseApiUrl = (text: string, refuse: Refuse): string => {
  // The parser of URLs would drop line breaks and tabs, and read `https:host` and backslashes as it likes.
  if (!/^https?:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) {
    return refuse('is not the address of an API. Write one like https://api.humanitec.io')
  }
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return refuse('carries a user name or password. Leave it out')
  if (text.includes('?') || text.includes('#')) return refuse('has a query or a fragment. Leave it out')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refuse('would send the token unencrypted. Write https; http is for localhost, 127.0.0.1 and [::1] only')
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** These follow from the request, or say how it is transmitted. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
const headerName = /^[\w!#$%&'*+.^`|~-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

/** Why a request cannot have the header, if so; `value` is undefined for what is no text. */
export const headerProblem = (name: string, value: string | undefined): string | undefined => {
  if (!headerName.test(name)) return `headers: '${name}' is not the name of a header`
  if (ownHeaders.has(name.toLowerCase())) return `headers: ${name} follows from the request and cannot be set`
  return value !== undefined && headerValue.test(value) ? undefined : `headers: ${name} is not one line of text`
}

import { badRequest } from '../errors.ts'

const boundaryOf = (contentType: string): string => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^";\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw badRequest('The form has no boundary in its Content-Type.')
  return boundary
}

/** Latin 1 has a character for each byte: what is no text comes through. */
const toBytes = (text: string) => Buffer.from(text, 'latin1')

const readPart = (part: string): [string, Buffer] => {
  // White space may follow the delimiter; header lines, if any, come after a line break.
  const start = part.indexOf('\r\n')
  const end = part.indexOf('\r\n\r\n', start)
  if (start < 0 || end < 0 || part.slice(0, start).trim() !== '') throw badRequest('A part of the form has no header.')
  const header = part
    .slice(start, end)
    .split('\r\n')
    .find((line) => /^content-disposition\s*:\s*form-data\s*;/i.test(line))
  const name = /;\s*name=(?:"([^"]*)"|([^";\s]+))/i.exec(header ?? '')
  if (!name) throw badRequest('A part of the form has no name.')
  return [toBytes(name[1] ?? name[2] ?? '').toString('utf8'), toBytes(part.slice(end + 4))]
}

/** The fields of a form (RFC 7578). Throws 400 for one that is malformed or cut off. */
export const readMultipart = (contentType: string, body: Buffer): Map<string, Buffer> => {
  // Every delimiter begins a line, the first one perhaps at the body's start.
  const [, ...parts] = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundaryOf(contentType)}`)
  if (!parts.at(-1)?.startsWith('--')) throw badRequest('The form ends before its closing boundary.')
  const fields = new Map<string, Buffer>()
  for (const part of parts.slice(0, -1)) {
    const [name, value] = readPart(part)
    if (fields.has(name)) throw badRequest(`The form has the field '${name}' twice.`)
    fields.set(name, value)
  }
  return fields
}

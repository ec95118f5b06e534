import { badRequest } from '../errors.ts'

/** A regular file of an archive. */
export interface TarFile {
  name: string
  content: Buffer
}

const blockSize = 512

const textOf = (bytes: Buffer) => {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

/** Octal digits, which are enough for 8 GiB. */
const numberOf = (bytes: Buffer): number => {
  const digits = textOf(bytes).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN
}

/** The sum of a header's bytes, with blanks where the sum itself stands. */
const hasItsChecksum = (header: Buffer) => {
  const counted = Buffer.from(header)
  counted.fill(' ', 148, 156)
  const sum = counted.reduce((total, byte) => total + byte, 0)
  return sum === numberOf(header.subarray(148, 156))
}

/** Records of the form `length key=value\n`, where the length counts the whole record (POSIX pax). */
const paxRecords = (bytes: Buffer): Map<string, string> => {
  const records = new Map<string, string>()
  for (let at = 0; at < bytes.length;) {
    const length = Number(/^\d+(?= )/.exec(bytes.toString('latin1', at, at + 20))?.[0])
    const record = /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', at, at + length))
    if (!record || length === 0) throw badRequest('The archive has an extended header that cannot be read.')
    records.set(record[1] ?? '', record[2] ?? '')
    at += length
  }
  return records
}

const ownName = (header: Buffer) => {
  const name = textOf(header.subarray(0, 100))
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? textOf(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

/** Nothing is unpacked to a disk here; an archive that tries to leave its folder is not one to take all the same. */
const requireInside = (name: string) => {
  if (!/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)) return name
  throw badRequest(`The archive has a file outside of its own folder, '${name}': pack the chart with relative names.`)
}

const isRegular = (kind: string) => kind === '0' || kind === '\0' || kind === '7'

/** The regular files of a tar archive, in its order. Throws 400 for what is none. */
export function* readTar(archive: Buffer): Generator<TarFile> {
  /** What extended headers say of the file that follows them. */
  let extended = new Map<string, string>()
  for (let at = 0; at < archive.length;) {
    const header = archive.subarray(at, at + blockSize)
    if (header.every((byte) => byte === 0)) return
    if (header.length < blockSize || !hasItsChecksum(header)) throw badRequest('The file is not a tar archive inside.')
    const kind = String.fromCharCode(header[156] ?? 0)
    const size = Number(extended.get('size') ?? numberOf(header.subarray(124, 136)))
    const start = at + blockSize
    if (!Number.isSafeInteger(size) || size < 0 || start + size > archive.length) {
      throw badRequest('The archive is cut off: a file in it is not complete.')
    }
    const content = archive.subarray(start, start + size)
    at = start + Math.ceil(size / blockSize) * blockSize
    if (kind === 'x') extended = paxRecords(content)
    else if (kind === 'L') extended = new Map([...extended, ['path', textOf(content)]])
    else if (kind !== 'g') {
      const name = requireInside(extended.get('path') ?? ownName(header))
      if (isRegular(kind)) yield { name, content }
      extended = new Map()
    }
  }
}

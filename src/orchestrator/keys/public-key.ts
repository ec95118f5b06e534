import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { badRequest } from '../errors.ts'

export interface CheckedKey {
  pem: string
  /** SHA-256 of the key's DER form (SubjectPublicKeyInfo), in lower-case hexadecimal digits. */
  fingerprint: string
}

const minimalBits = 4096

const onePublicKey = /^-----BEGIN PUBLIC KEY-----\s[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----$/

const parse = (name: string, pem: string): KeyObject => {
  try {
    return createPublicKey(pem)
  } catch {
    throw badRequest(`${name} has the form of a public key, but cannot be read as one: it may be cut off or altered.`)
  }
}

/** An RSA public key of at least 4096 bits; 400, naming `name` and what to do, for anything else. */
export const readPublicKey = (name: string, text: string): CheckedKey => {
  // The document's own sample writes the ends of lines as \n within the text.
  const pem = text.replaceAll('\\n', '\n')
  if (pem.includes('PRIVATE KEY')) {
    throw badRequest(
      `${name} holds a private key, which nobody else should see: send the public one, as 'openssl rsa -in key.pem -pubout' prints it.`,
    )
  }
  if (!onePublicKey.test(pem.trim())) {
    throw badRequest(
      `${name} must be one PEM text from '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----', as 'openssl rsa -in key.pem -pubout' prints it.`,
    )
  }
  const key = parse(name, pem)
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (key.asymmetricKeyType !== 'rsa' || bits < minimalBits) {
    const found = key.asymmetricKeyType === 'rsa' ? `one of ${bits} bits` : `of type ${key.asymmetricKeyType}`
    throw badRequest(
      `${name} must be an RSA key of at least ${minimalBits} bits, not ${found}: 'openssl genrsa ${minimalBits}' makes one.`,
    )
  }
  const der = key.export({ type: 'spki', format: 'der' })
  return { pem, fingerprint: createHash('sha256').update(der).digest('hex') }
}

/** Two years after `created`, an instant as the API writes it. */
export const expiryOf = (created: string): string => {
  const expiry = new Date(created)
  expiry.setUTCFullYear(expiry.getUTCFullYear() + 2)
  return expiry.toISOString()
}

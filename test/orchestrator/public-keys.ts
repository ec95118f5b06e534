import { createPublicKey, generateKeyPairSync } from 'node:crypto'

/** PEM text of an RSA public key of that many bits, another one for each letter. Nobody has its private half. */
export const anRsaKey = (letter: string, bits = 4096): string => {
  const modulus = Buffer.alloc(bits / 8, letter)
  modulus.writeUInt8(0x80, 0)
  modulus.writeUInt8(0x01, modulus.length - 1)
  const key = { kty: 'RSA', n: modulus.toString('base64url'), e: 'AQAB' }
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
}

const pem = { type: 'pkcs1', format: 'pem' } as const
const elliptic = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const good = anRsaKey('z')

/** What is no key to take, with a part of the reason. */
export const badKeys: [what: string, text: string, reason: string][] = [
  ['nothing', '', 'must be one PEM text'],
  ['something else', 'ssh-rsa AAAAB3', 'must be one PEM text'],
  ['a private key', elliptic.privateKey, 'holds a private key, which nobody else should see'],
  ['a private key after a public one', good + elliptic.privateKey, 'holds a private key'],
  ['two keys', good + good, 'must be one PEM text'],
  ['a key in another form', createPublicKey(good).export(pem).toString(), "'-----BEGIN PUBLIC KEY-----'"],
  ['a key that is cut off', good.replace(/.{64}\n(.*\n-----END)/, '$1'), 'cut off or altered'],
  ['a key of another kind', elliptic.publicKey, 'at least 4096 bits, not of type ec'],
  ['a key that is too small', anRsaKey('s', 2048), 'at least 4096 bits, not one of 2048 bits'],
  ['a key that is a little too small', anRsaKey('s', 4088), 'not one of 4088 bits'],
]

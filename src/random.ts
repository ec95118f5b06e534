import { randomBytes, randomUUID } from 'node:crypto'

/** The one source of chance: ids, idempotency keys and jitter come from here. */
export interface Random {
  /** At least 0, below 1. */
  fraction(): number
  uuid(): string
  /** `bytes` random bytes as lower-case hexadecimal digits. */
  hex(bytes: number): string
}

export const systemRandom: Random = {
  fraction: () => Math.random(),
  uuid: () => randomUUID(),
  hex: (bytes) => randomBytes(bytes).toString('hex'),
}

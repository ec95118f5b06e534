import { fakeRandom } from '../support/fake-random.ts'

/** Chance that fails from one of its calls on: whatever is being done then comes to nothing. */
export const mortalRandom = (dieAt: number) => {
  const random = fakeRandom()
  const life = { calls: 0, isOver: false }
  const live = () => {
    life.calls += 1
    if (life.calls === dieAt) life.isOver = true
    if (life.isOver) throw new Error('killed')
  }
  const mortal = (call: () => string) => {
    live()
    return call()
  }
  const { fraction } = random
  return { life, fraction, uuid: () => mortal(random.uuid), hex: (bytes: number) => mortal(() => random.hex(bytes)) }
}

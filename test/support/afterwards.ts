import { AsyncLocalStorage } from 'node:async_hooks'
import { onTestFinished } from 'vitest'

type Cleaning = () => unknown

const scopes = new AsyncLocalStorage<Cleaning[]>()

/** Has something cleaned up, or looked at once more, at the end of the scope around it; of the test where there is none. */
export const afterwards = (clean: Cleaning): void => {
  const scope = scopes.getStore()
  if (scope) scope.push(clean)
  else onTestFinished(async () => void (await clean()))
}

/** For tests that run side by side, of which vitest does not know which one is asking. */
export const inScope = async <T>(work: () => Promise<T>): Promise<T> => {
  const scope: Cleaning[] = []
  try {
    return await scopes.run(scope, work)
  } finally {
    for (const clean of scope.toReversed()) await clean()
  }
}

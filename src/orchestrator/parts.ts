import type { Random } from '../random.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'

/** What every model stands on. */
export interface Parts {
  store: Store
  scheduler: Scheduler
  random: Random
}

/** Where an application's objects lie in the store. */
export const appScope = (orgId: string, appId: string) => `${orgId}/${appId}`

/** Forgets what a model holds of an application that is gone. */
export interface Dependant {
  forgetApplication(orgId: string, appId: string): void
}

import type { Random } from '../../random.ts'
import type { Auth } from '../auth.ts'
import type { Models } from '../wiring/world.ts'
import type { Scheduler } from '../scheduler.ts'
import type { Store } from '../store.ts'

/** What seeding works with. */
export interface SeedParts {
  store: Store
  scheduler: Scheduler
  random: Random
  auth: Auth
  models: Models
}

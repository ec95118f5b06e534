import type { Parts } from '../parts.ts'
import type { Route } from '../router.ts'
import { createHistory } from '../value-set-versions/history.ts'
import { createValueSetVersions, type ValueSetVersions } from '../value-set-versions/model.ts'
import { valueSetVersionRoutes } from '../value-set-versions/routes.ts'
import { createLedger } from '../values/ledger.ts'
import { createValues, type Values } from '../values/model.ts'
import { createRevisions } from '../values/revisions.ts'
import { valueRoutes } from '../values/routes.ts'

export interface ValueModels {
  values: Values
  valueSetVersions: ValueSetVersions
  routes: Route[]
}

export interface ValueModelNeighbours {
  secretStores: {
    exists(orgId: string, id: string): boolean
    primary(orgId: string): { id: string; gcpsm?: unknown }
  }
}

/** Shared values and their history, which are two views of one ledger. */
export const createValueModels = (parts: Parts, { secretStores }: ValueModelNeighbours): ValueModels => {
  const revisions = createRevisions(parts, { primaryStore: secretStores.primary })
  const ledger = createLedger(parts, revisions)
  const history = createHistory(ledger, revisions)
  const values = createValues(ledger, revisions, { history, secretStoreExists: secretStores.exists })
  const valueSetVersions = createValueSetVersions(ledger, revisions, {
    history,
    secretStoreExists: secretStores.exists,
  })

  return {
    values,
    valueSetVersions,
    routes: [...valueRoutes(values), ...valueSetVersionRoutes(valueSetVersions)],
  }
}

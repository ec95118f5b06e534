import type { Row } from './rows.ts'
import { applicationTable } from './table-application.ts'
import { organizationTable } from './table-organization.ts'
import { resourceTable } from './table-resources.ts'

/**
 * What every operation of the API asks of its caller, by operationId. It is written down from what is known of the
 * API, apart from the rules of the orchestrator, so that each can be held against the other.
 */
export const table: Readonly<Record<string, Row>> = { ...organizationTable, ...resourceTable, ...applicationTable }

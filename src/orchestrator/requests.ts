import { createApp } from './app.ts'
import { createJsonSchemaCheck } from './json-schema.ts'

/**
 * What nobody needs before the first request, which loads it: all that stands on Ajv and on the contract. To load and
 * read those two was a fifth of the orchestrator's start.
 */
export const requests = { createApp, checkJsonSchema: createJsonSchemaCheck() }

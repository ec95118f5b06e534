import { Ajv, type ValidateFunction } from 'ajv'
import draft7 from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import addFormatsModule from 'ajv-formats'
import { checkDepth } from './depth.ts'
import { badRequest } from './errors.ts'

// The package is CommonJS: its default export is the module's `default` property.
const addFormats = addFormatsModule.default

/** Ajv reads its own schema of schemas before it knows formats, and so would let any pattern pass. */
const compileDraft7 = () => addFormats(new Ajv({ meta: false, strict: false })).compile(draft7)

/**
 * Throws 400 for what is not a JSON Schema. Draft 7 is the measure, whatever `$schema` says: it passes over the
 * keywords that later drafts brought.
 */
export const createJsonSchemaCheck = () => {
  const compiled: { check?: ValidateFunction } = {}

  return (name: string, schema: Record<string, unknown>): void => {
    checkDepth(name, schema)
    // Compiling takes a while, and most orchestrators are never given a schema.
    const check = (compiled.check ??= compileDraft7())
    if (check(schema)) return
    const [problem] = check.errors ?? []
    throw badRequest(
      `${name}${problem?.instancePath ?? ''} ${problem?.message ?? 'is wrong'}: it must be a JSON Schema.`,
    )
  }
}

export type CheckJsonSchema = ReturnType<typeof createJsonSchemaCheck>

import type { components } from '../../contract/schema.ts'
import { checkDepth } from '../depth.ts'
import { badRequest } from '../errors.ts'
import type { CheckJsonSchema } from '../json-schema.ts'
import { featureSchemas } from './features.ts'

export type SpecDefinition = components['schemas']['WorkloadProfileSpecDefinition']
type Property = components['schemas']['WorkloadProfileSpecDefinitionProperty']
type Properties = components['schemas']['WorkloadProfileSpecDefinitionProperties']
type RuntimeProperty = components['schemas']['WorkloadProfileSpecDefinitionRuntimeProperty']
type Schema = Record<string, unknown>

const requireFeature = (at: string, { type, feature_name }: Property | RuntimeProperty) => {
  if (feature_name === undefined) {
    if (type === 'feature') throw badRequest(`${at}.feature_name is missing: a feature has one.`)
  } else if (!featureSchemas.has(feature_name)) {
    throw badRequest(`${at}.feature_name '${feature_name}' is not one of ${[...featureSchemas.keys()].join(', ')}.`)
  }
}

const checkProperty = (at: string, property: Property, checkJsonSchema: CheckJsonSchema) => {
  requireFeature(at, property)
  if (property.type === 'schema' && !property.schema) throw badRequest(`${at}.schema is missing: say what it takes.`)
  if (property.schema) checkJsonSchema(`${at}.schema`, property.schema)
  checkLevel(at, property, checkJsonSchema)
}

const checkLevel = (at: string, level: SpecDefinition, checkJsonSchema: CheckJsonSchema) => {
  for (const [index, each] of (level.runtime_properties ?? []).entries()) {
    requireFeature(`${at}.runtime_properties[${index}]`, each)
  }
  for (const [name, each] of Object.entries(level.properties ?? {})) {
    checkProperty(`${at}.properties.${name}`, each, checkJsonSchema)
  }
}

/** Throws 400 for a definition that no workload's `spec` could be read by. */
export const checkSpecDefinition = (definition: SpecDefinition, checkJsonSchema: CheckJsonSchema) => {
  checkDepth('spec_definition', definition)
  checkLevel('spec_definition', definition, checkJsonSchema)
}

const toObject = (properties: Properties = {}): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, toSchema(each)])),
})

const toSchema = ({ type, feature_name = '', schema, properties }: Property): Schema => {
  if (type === 'schema') return schema ?? {}
  if (type === 'feature') return featureSchemas.get(feature_name) ?? {}
  return { type: 'object', additionalProperties: toObject(properties) }
}

/** What the definition comes to, as a JSON Schema of a workload's `spec`. */
export const toSpecSchema = ({ properties }: SpecDefinition): Schema => toObject(properties)

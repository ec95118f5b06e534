import { isObject } from './parts.ts'
import type { Json, JsonObject } from './parts.ts'

const namesInPath = (path: string): string[] => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)

const resolve = (parameter: Json, components: JsonObject): Json | undefined => {
  const reference = isObject(parameter) ? parameter['$ref'] : undefined
  if (typeof reference !== 'string') return parameter
  const named = components['parameters']
  return isObject(named) ? named[reference.split('/').at(-1) ?? ''] : undefined
}

const declaredNames = (holder: Json | undefined, components: JsonObject): string[] => {
  const parameters = isObject(holder) ? holder['parameters'] : undefined
  return (Array.isArray(parameters) ? parameters : []).flatMap((parameter) => {
    const found = resolve(parameter, components)
    return isObject(found) && found['in'] === 'path' && typeof found['name'] === 'string' ? [found['name']] : []
  })
}

/** Parameters that stand in a path and are not declared there, or are declared and do not stand in it. */
export const pathFaults = (paths: Map<string, JsonObject>, components: JsonObject): string[] => {
  const faults: string[] = []
  for (const [path, item] of paths) {
    const inPath = namesInPath(path)
    for (const [method, operation] of Object.entries(item)) {
      if (method === 'parameters') continue
      const where = `${method.toUpperCase()} ${path}`
      const known = [...declaredNames(item, components), ...declaredNames(operation, components)]
      for (const name of inPath) if (!known.includes(name)) faults.push(`${where}: {${name}} is not declared`)
      for (const name of known) if (!inPath.includes(name)) faults.push(`${where}: ${name} is not in the path`)
    }
  }
  return faults
}

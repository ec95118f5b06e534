import { isObject, setKey } from '../../../sets/json.ts'
import type { JsonObject, Module } from '../../../sets/types.ts'

/** `ghcr.io/acme/web:1.2@sha256:…` → `ghcr.io/acme/web`. A colon before the last slash is that of a registry's port. */
const imageName = (image: string): string => {
  const [tagged = ''] = image.split('@', 1)
  const colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1)
  return colon < 0 ? tagged : tagged.slice(0, colon)
}

/** The image that a version of a container is; undefined when it has neither version nor digest. */
export const imageOf = ({ name, version, digest }: { name: string; version?: string; digest?: string }) => {
  if (!version && !digest) return undefined
  return `${name}${version ? `:${version}` : ''}${digest ? `@${digest}` : ''}`
}

/** The module with `image` in all its containers that use an image of that name, and which these are. */
export const replaceImages = (module: Module, { name, image }: { name: string; image: string }) => {
  const spec = module['spec']
  const before = isObject(spec) ? spec['containers'] : undefined
  const containers: string[] = []
  if (!isObject(spec) || !isObject(before)) return { module, containers }
  const after: JsonObject = {}
  for (const [id, container] of Object.entries(before)) {
    const used = isObject(container) ? container['image'] : undefined
    const isMeant = isObject(container) && typeof used === 'string' && imageName(used) === name
    if (isMeant) containers.push(id)
    setKey(after, id, isMeant ? { ...container, image } : container)
  }
  return { module: { ...module, spec: { ...spec, containers: after } }, containers }
}

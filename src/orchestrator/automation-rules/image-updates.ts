import { printPointer } from '../../sets/pointer.ts'
import type { Module, UpdateAction } from '../../sets/types.ts'
import { replaceImages } from '../engine/steps/images.ts'
import type { Images } from './firing.ts'

/** By workload, what puts the images into all containers that use one of the same name, whatever its version (assumption). */
export const imageUpdates = (modules: Readonly<Record<string, Module>>, images: Images) => {
  const updates = Object.entries(modules).map(([id, module]): [string, UpdateAction[]] => [
    id,
    [...images].flatMap(([name, image]) =>
      replaceImages(module, { name, image }).containers.map((container) => ({
        op: 'replace' as const,
        path: `/spec/containers${printPointer([container])}/image`,
        value: image,
      })),
    ),
  ])
  return Object.fromEntries(updates.filter(([, actions]) => actions.length > 0))
}

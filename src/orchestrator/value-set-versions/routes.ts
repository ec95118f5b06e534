import { route } from '../router.ts'
import { levelPaths } from '../values/level.ts'
import type { ValueSetVersions } from './model.ts'

export const valueSetVersionRoutes = (versions: ValueSetVersions) =>
  levelPaths.flatMap((level) => {
    const all = `${level}/value-set-versions` as const
    const one = `${all}/{valueSetVersionId}` as const
    return [
      route('get', all, 'app:viewer', ({ path, query }) => ({ status: 200, body: versions.list(path, query) })),
      route('get', one, 'app:viewer', ({ path }) => ({
        status: 200,
        body: versions.get(path, path.valueSetVersionId),
      })),
      route('post', `${one}/restore`, 'app:developer', ({ path, body, caller }) => ({
        status: 200,
        body: versions.restore(path, path.valueSetVersionId, { ...body, by: caller }),
      })),
      route('post', `${one}/restore/{key}`, 'app:developer', ({ path, body, caller }) => ({
        status: 200,
        body: versions.restoreKey(path, path.valueSetVersionId, path.key, { ...body, by: caller }),
      })),
      route('post', `${one}/purge/{key}`, 'app:developer', ({ path, body, caller }) => {
        versions.purge(path, path.valueSetVersionId, path.key, { ...body, by: caller })
        return { status: 204 }
      }),
    ]
  })

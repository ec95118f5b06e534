import { route } from '../router.ts'
import { levelPaths } from './level.ts'
import type { Values } from './model.ts'

// Assumption: who may change an application may change its environments' values too, without a role to deploy there.
export const valueRoutes = (values: Values) =>
  levelPaths.flatMap((level) => {
    const all = `${level}/values` as const
    const one = `${all}/{key}` as const
    return [
      route('get', all, 'app:viewer', ({ path }) => ({ status: 200, body: values.list(path) })),
      route('post', all, 'app:developer', ({ path, body, caller }) => ({
        status: 201,
        body: values.create(path, body, caller),
      })),
      route('delete', all, 'app:developer', ({ path, caller }) => {
        values.deleteAll(path, caller)
        return { status: 204 }
      }),
      route('put', one, 'app:developer', ({ path, body, caller }) => ({
        status: 200,
        body: values.replace(path, path.key, body, caller),
      })),
      route('patch', one, 'app:developer', ({ path, body, caller }) => ({
        status: 200,
        body: values.update(path, path.key, body, caller),
      })),
      route('delete', one, 'app:developer', ({ path, caller }) => {
        values.delete(path, path.key, caller)
        return { status: 204 }
      }),
    ]
  })

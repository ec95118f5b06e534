import { route } from '../router.ts'
import type { Batches } from './model.ts'

export const batchRoutes = (batches: Batches) => [
  route('get', '/orgs/{orgId}/apps/{appId}/pipelines/{pipelineId}/batches/{batchType}', 'app:viewer', ({ path }) => ({
    status: 200,
    body: batches.get(path, path.batchType),
  })),
]

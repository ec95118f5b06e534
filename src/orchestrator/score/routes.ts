import { route } from '../router.ts'
import { toScoreSet } from './model.ts'

export const scoreRoutes = () => [
  route('post', '/orgs/{orgId}/artefact-versions/convert-score', 'org:member', ({ body }) => ({
    status: 200,
    body: toScoreSet(body),
  })),
]

import { route } from '../router.ts'
import type { Images } from './model.ts'

export const imageRoutes = (images: Images) => [
  route('get', '/orgs/{orgId}/images', 'org:member', ({ path }) => ({ status: 200, body: images.list(path.orgId) })),
  route('get', '/orgs/{orgId}/images/{imageId}', 'org:member', ({ path }) => ({
    status: 200,
    body: images.get(path.orgId, path.imageId),
  })),
  route('get', '/orgs/{orgId}/images/{imageId}/builds', 'org:member', ({ path }) => ({
    status: 200,
    body: images.get(path.orgId, path.imageId).builds,
  })),
  route('post', '/orgs/{orgId}/images/{imageId}/builds', 'org:artefactContributor', ({ path, body, caller }) => {
    images.addBuild(path.orgId, path.imageId, body, caller)
    return { status: 204 }
  }),
]

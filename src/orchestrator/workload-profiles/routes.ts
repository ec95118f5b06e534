import { readMultipart } from '../artefacts/multipart.ts'
import { badRequest } from '../errors.ts'
import { route } from '../router.ts'
import type { WorkloadProfileCharts } from './charts.ts'
import { features } from './features.ts'
import type { WorkloadProfiles } from './model.ts'

const readFile = (headers: Record<string, string>, form: Buffer) => {
  const file = readMultipart(headers['content-type'] ?? '', form).get('file')
  if (!file) throw badRequest("The form has no field 'file': send the packaged chart (.tgz) in it.")
  return file
}

const oneProfile = '/orgs/{orgId}/workload-profiles/{profileQid}'

export const workloadProfileRoutes = (profiles: WorkloadProfiles, charts: WorkloadProfileCharts) => [
  route('get', '/orgs/{orgId}/workload-profiles', 'org:member', ({ path, query, url }) => ({
    status: 200,
    ...profiles.list(path.orgId, query, url),
  })),
  route('post', '/orgs/{orgId}/workload-profiles', 'org:administrator', ({ path, body, caller }) => ({
    status: 201,
    body: profiles.create(path.orgId, body, caller),
  })),
  route('get', oneProfile, 'org:member', ({ path }) => ({
    status: 200,
    body: profiles.get(path.orgId, path.profileQid),
  })),
  route('put', oneProfile, 'org:administrator', ({ path, body, caller }) => ({
    status: 200,
    body: profiles.update(path.orgId, path.profileQid, body, caller),
  })),
  route('delete', oneProfile, 'org:administrator', ({ path }) => {
    profiles.delete(path.orgId, path.profileQid)
    return { status: 204 }
  }),
  route('get', `${oneProfile}/versions`, 'org:member', ({ path, query, url }) => ({
    status: 200,
    ...profiles.versions(path.orgId, path.profileQid, query, url),
  })),
  route('get', `${oneProfile}/versions/latest`, 'org:member', ({ path }) => ({
    status: 200,
    body: profiles.latest(path.orgId, path.profileQid),
  })),
  route('get', '/orgs/{orgId}/workload-profile-features', 'org:member', () => ({ status: 200, body: [...features] })),
  route('get', '/orgs/{orgId}/workload-profile-chart-versions', 'org:member', ({ path, query, url }) => ({
    status: 200,
    ...charts.list(path.orgId, query, url),
  })),
  route('post', '/orgs/{orgId}/workload-profile-chart-versions', 'org:administrator', (call) => ({
    status: 201,
    body: charts.upload(call.path.orgId, readFile(call.headers, call.body), call.caller),
  })),
]

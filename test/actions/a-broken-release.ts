import * as deploy from '../../src/actions/deploy/main.ts'
import type { Through } from '../core/an-application.ts'
import { deploys, env } from './a-deployment.ts'
import { aRelease } from './a-release.ts'

export const manyDeploys = /GET .*\/deploys$/

/** A release that worked, and a delta that will not. */
export const aBrokenRelease = async () => {
  const release = await aRelease()
  release.orchestrator.control.behave({ workloads: { bad: { fail: { message: 'no image' } } } })
  await release.act(deploy, { inputs: { env, 'delta-id': release.deltaId } })
  const [good] = await deploys(release)
  const inputs = { env, 'delta-id': await release.aDelta('bad'), 'rollback-on-failure': 'true' }
  return { ...release, good: good!, inputs }
}

/** Does something just before the nth request that matches. */
export const before =
  (pattern: RegExp, nth: number, act: () => Promise<unknown> | void): Through =>
  (send) => {
    let count = 0
    return async (request) => {
      const { pathname, search } = new URL(request.url)
      if (pattern.test(`${request.method} ${pathname}${search}`) && ++count === nth) await act()
      if (request.signal?.aborted) throw request.signal.reason
      return send(request)
    }
  }

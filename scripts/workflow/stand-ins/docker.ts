import { createHash } from 'node:crypto'
import type { StandIn } from './stand-in.ts'

/** Masks the password, and logs in nowhere. */
export const login: StandIn = {
  inputs: ['registry', 'username', 'password'],
  run: ({ input, print, mask }) => {
    if (input('password') !== '') mask(input('password'))
    print(`Would log in to ${input('registry') || 'docker.io'} as ${input('username') || '(no user name)'}.`)
    return Promise.resolve({})
  },
}

export const setupBuildx: StandIn = {
  inputs: [],
  run: ({ print }) => {
    print('Would create a builder.')
    return Promise.resolve({ name: 'stand-in', driver: 'docker-container', platforms: 'linux/amd64' })
  },
}

/** Builds and pushes nothing. The digests depend on the tags alone, so that a run can be repeated. */
export const buildPush: StandIn = {
  inputs: ['tags', 'push', 'context'],
  run: ({ input, print }) => {
    const tags = input('tags')
      .split(/[\n,]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
    const digest = digestOf('manifest', tags)
    const imageId = digestOf('config', tags)
    for (const tag of tags) print(`Would build ${tag}${input('push') === 'true' ? ' and push it' : ''}.`)
    const metadata = {
      'containerimage.config.digest': imageId,
      'containerimage.descriptor': { mediaType: 'application/vnd.oci.image.index.v1+json', digest, size: 856 },
      'containerimage.digest': digest,
      ...(tags.length > 0 && { 'image.name': tags.join(',') }),
    }
    return Promise.resolve({ imageid: imageId, digest, metadata: JSON.stringify(metadata, undefined, 2) })
  },
}

const digestOf = (what: string, tags: readonly string[]) =>
  `sha256:${createHash('sha256')
    .update([what, ...tags].join('\n'))
    .digest('hex')}`

import { expect, test } from 'vitest'
import { asker, operations } from './asking.ts'
import { aWorld } from './world.ts'

const uuid = '00000000-0000-4000-8000-000000000000'

/** What nothing has as its name, in the form that the parameter has. */
const missing: Record<string, string> = {
  artefactId: uuid,
  artefactVersionId: uuid,
  versionId: uuid,
  groupId: 'g-nowhere',
  stepIndex: '99',
}

/** As they are documented: a version that is there cannot give a key that it does not have, and an image is made. */
const exceptions = {
  'purgeApplicationValueSetVersionKey key': 400,
  'purgeEnvironmentValueSetVersionKey key': 400,
  'restoreApplicationValueSetVersionKey key': 400,
  'restoreEnvironmentValueSetVersionKey key': 400,
  'createDeprecatedImageBuild imageId': 204,
}

const parametersOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

test('what a path names and does not exist is not found, whichever part of the path it is', async () => {
  const ask = asker(await aWorld())
  const others: Record<string, number> = {}
  for (const operation of operations) {
    // Whoever asks for an organization that does not exist has no role on it: that is refused.
    for (const name of parametersOf(operation.path).filter((name) => name !== 'orgId')) {
      const { status } = await ask('administrator', operation, { path: { [name]: missing[name] ?? 'nowhere' } })
      if (status !== 404) others[`${operation.id} ${name}`] = status
    }
  }
  expect(others).toEqual(exceptions)
})

import { expect, test } from 'vitest'
import { asker, codeOf, operations, reasonOf } from './asking.ts'
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

/** What a parameter names. */
const kinds: Record<string, string> = {
  accId: 'resource account',
  agentId: 'agent',
  appId: 'application',
  approvalId: 'approval',
  artefactId: 'artefact',
  artefactVersionId: 'artefact version',
  batchType: 'pending batch',
  classId: 'resource class',
  criteriaId: 'criteria',
  defId: 'resource definition',
  defVersionId: 'version',
  deltaId: 'delta',
  deployId: 'deployment',
  driverId: 'resource driver',
  envId: 'environment',
  envType: 'environment type',
  envTypeId: 'environment type',
  fingerprint: 'key',
  graphId: 'dependency graph',
  groupId: 'group',
  imageId: 'image',
  jobId: 'job|webhook',
  key: 'value',
  keyId: 'key',
  pipelineId: 'pipeline',
  profileQid: 'workload profile',
  regId: 'registry',
  resId: 'active resource',
  ruleId: 'automation rule',
  runId: 'run',
  setId: 'set',
  sourceSetId: 'set',
  stepIndex: 'step',
  storeId: 'secret store',
  type: 'active resource',
  typeId: 'resource type',
  userId: '(?:a role of )?user',
  valueSetVersionId: 'value set version',
  versionId: 'artefact version',
}

/** A sentence that this does not exist in something, or that something does not exist in this. */
const isAbout = (parameter: string, id: string) => {
  const named = `(?:${kinds[parameter]}) '[^']*${id}[^']*'`
  return new RegExp(`^(?:${named} does not exist in .+|.+ does not exist in (?:.+ of )?${named}.*)\\.$`, 'i')
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

test('what a path names and does not exist is not found, whichever part of the path it is, and the answer says so', async () => {
  const ask = asker(await aWorld())
  const others: Record<string, unknown> = {}
  for (const operation of operations) {
    // Whoever asks for an organization that does not exist has no role on it: that is refused.
    for (const name of parametersOf(operation.path).filter((name) => name !== 'orgId')) {
      const id = missing[name] ?? 'nowhere'
      const answer = await ask('administrator', operation, { path: { [name]: id } })
      const reason = reasonOf(answer)
      expect([answer.status === 404 ? 'API-003' : 'API-001', undefined]).toContain(codeOf(answer))
      if (answer.status !== 404) others[`${operation.id} ${name}`] = answer.status
      else if (reason !== undefined && !isAbout(name, id).test(reason)) others[`${operation.id} ${name}`] = reason
    }
  }
  expect(others).toEqual(exceptions)
})

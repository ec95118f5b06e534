import type { Caller, Member } from './callers.ts'
import { members } from './callers.ts'

/** The least that a caller needs, from a closed set. */
export type Need =
  | 'a token'
  | 'org:member'
  | 'org:artefactContributor'
  | 'org:manager'
  | 'org:administrator'
  | 'app:viewer'
  | 'app:developer'
  | 'app:owner'
  | 'app:developer, deployer'
  | 'app:owner, deployer'

const contributors: Member[] = ['artefactContributor', 'manager', 'administrator']
const deployingOwners: Member[] = ['administrator', 'owner, deployer', 'one of the releasers']
const owners: Member[] = [...deployingOwners, 'owner']
const deployingDevelopers: Member[] = [...deployingOwners, 'developer, deployer', 'developer, one of the deployers']
const developers: Member[] = [...new Set([...owners, ...deployingDevelopers]), 'developer']
const viewers: Member[] = [...developers, 'orgViewer', 'viewer', 'viewer, deployer', 'one of the viewers']

/** Who has what is needed. */
export const having: Record<Need, readonly Caller[]> = {
  'a token': [...members, 'stranger'],
  'org:member': members,
  'org:artefactContributor': contributors,
  'org:manager': ['manager', 'administrator'],
  'org:administrator': ['administrator'],
  'app:viewer': viewers,
  'app:developer': developers,
  'app:owner': owners,
  'app:developer, deployer': deployingDevelopers,
  'app:owner, deployer': deployingOwners,
}

/** One operation, with where it is written that this is what it needs. */
export type Row = { needs: Need; source: 'document' | 'vendor' } | { needs: Need; source: 'assumption'; note: string }

/** Said by the API document itself, or by the vendor's description of the API. */
export const document = (needs: Need): Row => ({ needs, source: 'document' })

/** Follows from what the vendor's documentation says of the roles. */
export const vendor = (needs: Need): Row => ({ needs, source: 'vendor' })

/** Written nowhere: what fits best to what is. */
export const assumption = (needs: Need, note: string): Row => ({ needs, source: 'assumption', note })

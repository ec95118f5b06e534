import { hasStatus, isUnknownEffect, requireBody } from '../client/index.ts'
import type { Environment, EnvironmentRequest } from '../contract/types.ts'
import type { ApplicationApi } from './application.ts'
import { type Base, readBase } from './base-deployment.ts'
import { findEnvironment, isAnother } from './find-environment.ts'
import { lookUntil } from './look-until.ts'

export interface WantedEnvironment {
  readonly id: string
  /** What it has to be called, if anything: others are not reused. One that is made without is called like its id. */
  readonly name: string | undefined
  /** What it has to be of the type of, if anything. */
  readonly type: string | undefined
  /** Only for one that has to be made. */
  readonly base: Base | undefined
}

export type Ensured =
  | { readonly kind: 'created' | 'existing'; readonly environment: Environment }
  /** `unknown`: it may or may not have been created. The message is a sentence without its full stop. */
  | { readonly kind: 'refused' | 'timed-out' | 'unknown'; readonly message: string }

export interface Telling {
  /** What is being done or waited for, as a sentence; each one once. */
  onProgress(message: string): void
  onWarning(message: string): void
}

/** How often one is looked for whose creation was not answered: the request may still be on its way. */
const looksForLost = 3

const accept = (environment: Environment, { name, type }: WantedEnvironment, kind: 'created' | 'existing'): Ensured => {
  const message = isAnother(environment, name)
  if (message !== undefined) return { kind: 'refused', message }
  if (type === undefined || environment.type === type) return { kind, environment }
  const is = `Environment '${environment.id}' exists with the type '${environment.type}', not '${type}'`
  return { kind: 'refused', message: `${is}. A type cannot be changed: delete the environment first, or give its type` }
}

const toRequest = async (
  api: ApplicationApi,
  { id, name = id, type, base }: WantedEnvironment,
  { onWarning }: Telling,
): Promise<EnvironmentRequest> => {
  const from = base && (await readBase(api, base))
  if (from?.warning !== undefined) onWarning(from.warning)
  return { id, name, ...(type === undefined ? {} : { type }), ...(from ? { from_deploy_id: from.deploymentId } : {}) }
}

/**
 * One attempt after the other to have an environment. Creation takes no idempotency key, so that once the answer to it
 * is lost it is not asked for again, only looked for.
 */
const createAttempts = (wanted: WantedEnvironment, telling: Telling) => {
  const named = `Environment '${wanted.id}'`
  let state = `${named} was not there`
  let request: EnvironmentRequest | undefined
  let lost = ''
  let looksLeft = looksForLost

  const proceed = (now: string) => {
    if (now === state) return
    state = now
    telling.onProgress(`${now}.`)
  }
  const unknown = (why: string) => ({
    kind: 'unknown' as const,
    message: `Whether environment '${wanted.id}' was created is not known: ${why}. Run this again, which finds it if it was`,
  })
  const create = async (api: ApplicationApi): Promise<Ensured | undefined> => {
    const { client, orgId, appId, signal } = api
    const body = (request ??= await toRequest(api, wanted, telling))
    try {
      const answer = await client.post('/orgs/{orgId}/apps/{appId}/envs', { path: { orgId, appId }, body })
      return { kind: 'created', environment: requireBody(answer) }
    } catch (error) {
      if (signal?.aborted) return unknown('the job was cancelled before there was an answer')
      if (hasStatus(error, 409)) proceed(`${named} could not be created (${error.message}), and is looked for`)
      else if (error instanceof Error && isUnknownEffect(error)) {
        lost = error.message
        proceed(`${unknown(lost).message}. It is looked for`)
      } else throw error
      return undefined
    }
  }
  return {
    /** What there is to say when the time is up; `trouble` is why the last look failed, if it did. */
    giveUp: (trouble: string): Ensured => {
      if (lost !== '') return unknown(lost)
      const message = `${named} is not there in the time given. At last: ${trouble === '' ? state : trouble}`
      return { kind: 'timed-out', message }
    },
    look: async (api: ApplicationApi): Promise<Ensured | undefined> => {
      const environment = await findEnvironment(api, wanted.id)
      if (environment?.status === 'deleting') {
        proceed(`${named} is being deleted: it is created anew once it is gone`)
        return undefined
      }
      if (environment) return accept(environment, wanted, lost === '' ? 'existing' : 'created')
      if (lost === '') return create(api)
      looksLeft -= 1
      return looksLeft > 0 ? undefined : unknown(lost)
    },
  }
}

/**
 * The environment, which is created unless it is there. One that is being deleted is waited out. One that is there is
 * never changed: it is taken as it is, or refused. Throws `InputError` for a base that there is nothing to start from.
 */
export const ensureEnvironment = async (
  api: ApplicationApi,
  wanted: WantedEnvironment,
  telling: Telling,
): Promise<Ensured> => {
  // What the deadline leaves time for is of no use any more.
  const { lastLook: _, ...timed } = api
  const attempts = createAttempts(wanted, telling)
  const looked = await lookUntil(timed, {
    look: attempts.look,
    onTrouble: (message) => telling.onProgress(`${message}. Looking again.`),
  })
  return looked.kind === 'found' ? looked.found : attempts.giveUp(looked.trouble)
}

import type { components } from '../../contract/schema.ts'
import { badRequest, conflict, notFound } from '../errors.ts'
import type { Dependant } from '../parts.ts'
import { type History, type SharedValue, toValue } from '../value-set-versions/history.ts'
import { readContent } from './content.ts'
import type { Ledger } from './ledger.ts'
import { type Level, nameOf } from './level.ts'
import type { Content, Revision, Revisions } from './revisions.ts'

type CreateRequest = components['schemas']['ValueCreatePayloadRequest']
type EditRequest = components['schemas']['ValueEditPayloadRequest']
type PatchRequest = components['schemas']['ValuePatchPayloadRequest']

interface Author {
  id: string
}

/** Assumption: a new environment has no values of its own, wherever it was cloned from. */
export interface Values extends Dependant {
  /** Of an environment: the application's, with its own in the place of those that they override. */
  list(level: Level): SharedValue[]
  create(level: Level, request: CreateRequest, by: Author): SharedValue
  replace(level: Level, key: string, request: EditRequest, by: Author): SharedValue
  update(level: Level, key: string, request: PatchRequest, by: Author): SharedValue
  delete(level: Level, key: string, by: Author): void
  deleteAll(level: Level, by: Author): void
  /** The application's own values, in the order of their keys. */
  disclose(place: { orgId: string; appId: string }): DisclosedValue[]
  /** The texts of all secrets of the application and its environments, those of earlier times too. */
  secretTexts(place: { orgId: string; appId: string }): string[]
  /** The values in force at these levels that are secrets in that store, each as a phrase for people. */
  secretsIn(levels: Iterable<Level>, storeId: string): Generator<string>
  forgetEnvironment(orgId: string, appId: string, envId: string): void
}

/** A value with what it really is. Whoever asks for it sees to it that nobody sees a secret. */
export interface DisclosedValue {
  key: string
  /** Undefined for a secret that lies in another store. */
  value: string | undefined
  is_secret: boolean
}

export interface ValueNeighbours {
  secretStoreExists(orgId: string, id: string): boolean
}

/** What stays when a request does not say it. */
const contentOf = ({ value, secret }: Revision): Content =>
  secret ? { location: secret } : { text: value, isSecret: false }

const checkKey = (key: string) => {
  // In a URL these are steps, not names: with such a key the value could never be changed or deleted.
  if (key === '.' || key === '..') throw badRequest(`key cannot be '${key}', which means something else in a path.`)
  if (/^[A-Za-z0-9_.-]+$/.test(key)) return
  throw badRequest(`key '${key}' must consist of letters, digits, '_', '.' and '-'.`)
}

export const createValues = (
  ledger: Ledger,
  revisions: Revisions,
  { history, secretStoreExists }: ValueNeighbours & { history: History },
): Values => {
  const inForce = (level: Level, key: string) => {
    const id = ledger.inForceOf(level, key)
    return id === undefined ? undefined : revisions.get(level, id)
  }
  const require = (level: Level, key: string): Revision => {
    const found = inForce(level, key)
    if (!found) throw notFound('Value', key, nameOf(level))
    return found
  }
  const show = (level: Level, revision: Revision) => toValue(revision, level.envId === undefined ? 'app' : 'env')
  const read = ({ orgId }: Level, request: PatchRequest, isSecret: boolean) =>
    readContent(request, isSecret, (id) => secretStoreExists(orgId, id))

  /** The value under an override, which an environment needs to have one (the code 400 is an assumption). */
  const baseOf = ({ orgId, appId, envId }: Level, key: string) => {
    if (envId === undefined) return undefined
    const base = inForce({ orgId, appId }, key)
    if (base) return base
    throw badRequest(`Application '${orgId}/${appId}' has no value '${key}' to override: create it there first.`)
  }

  const revise = (
    level: Level,
    { from, by }: { from: Revision; by: Author },
    { description = from.description, content }: { description?: string; content: Content | undefined },
  ) => {
    // Assumption: saying again what is so changes nothing. But nobody must find out by that what a secret is.
    const isSame =
      description === from.description &&
      (content === undefined || ('text' in content && !content.isSecret && content.text === from.value))
    if (isSame) return show(level, from)
    const { key, created_at } = from
    const revision = revisions.add(level, { key, description, content: content ?? contentOf(from), created_at })
    ledger.commit(level, [[key, revision.id]], { action: 'value_update', by })
    return show(level, revision)
  }

  return {
    list: history.now,
    create: (level, request, by) => {
      const { key, description, secret_ref } = request
      checkKey(key)
      const base = baseOf(level, key)
      if (inForce(level, key)) throw conflict(`Value '${key}' exists already in ${nameOf(level)}.`)
      // Assumption: what overrides a secret is one, and so is what comes as one, unless the request denies it.
      const isSecret = request.is_secret ?? (base?.secret !== undefined || Boolean(secret_ref))
      const content = read(level, request, isSecret)
      if (!content) throw badRequest(`value is missing${isSecret ? ': give it, or a secret_ref' : ''}.`)
      const revision = revisions.add(level, { key, description: description ?? '', content })
      ledger.commit(level, [[key, revision.id]], { action: 'value_create', by })
      return show(level, revision)
    },
    replace: (level, key, request, by) => {
      const from = require(level, key)
      const content = read(level, request, from.secret !== undefined)
      if (!content) throw badRequest('value is missing: PUT takes both value and description, PATCH either.')
      return revise(level, { from, by }, { description: request.description ?? '', content })
    },
    update: (level, key, request, by) => {
      const from = require(level, key)
      const content = read(level, request, from.secret !== undefined)
      const { description } = request
      // Assumption: null is what clients send for what they leave out.
      if (!content && typeof description !== 'string') throw badRequest('Give value or description, or both.')
      return revise(level, { from, by }, { ...(typeof description === 'string' ? { description } : {}), content })
    },
    delete: (level, key, by) => {
      require(level, key)
      ledger.commit(level, [[key, undefined]], { action: 'value_delete', by })
    },
    deleteAll: (level, by) => {
      const keys = [...ledger.inForce(level).keys()]
      if (keys.length === 0) return
      ledger.commit(
        level,
        keys.map((key) => [key, undefined] as const),
        { action: 'values_delete', by },
      )
    },
    disclose: (level) => {
      const disclosed = ({ key, value, secret }: Revision): DisclosedValue =>
        secret ? { key, value: revisions.secretText(level, secret), is_secret: true } : { key, value, is_secret: false }
      const keys = [...ledger.inForce(level).keys()].sort()
      return keys.flatMap((key) => inForce(level, key) ?? []).map(disclosed)
    },
    *secretsIn(levels, storeId) {
      for (const level of levels) {
        for (const [key, id] of ledger.inForce(level)) {
          if (revisions.get(level, id)?.secret?.store === storeId) yield `value '${key}' of ${nameOf(level)}`
        }
      }
    },
    secretTexts: revisions.secretTexts,
    forgetEnvironment: (orgId, appId, envId) => ledger.forgetEnvironment({ orgId, appId, envId }),
    forgetApplication: ledger.forgetApplication,
  }
}

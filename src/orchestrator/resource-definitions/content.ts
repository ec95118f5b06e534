import type { components } from '../../contract/schema.ts'
import { badRequest } from '../errors.ts'
import { type DriverInputs, mergeInputs, readInputs, type SecretPlace } from './inputs.ts'
import { mergeProvision, type Provision, readProvision } from './provision.ts'

type CreateRequest = components['schemas']['CreateResourceDefinitionRequestRequest']
type PatchRequest = components['schemas']['PatchResourceDefinitionRequestRequest']

/** What of a definition can change. */
export interface Content {
  name: string
  driver_type: string
  driver_account?: string
  driver_inputs?: DriverInputs
  provision?: Provision
  in_place_driver_change: boolean
}

export interface DefinitionName {
  orgId: string
  defId: string
}

/** Throws 400 for content that is malformed, or that names what does not exist. */
export interface ContentReader {
  /** What was right once may name a driver or an account that has been deleted since. */
  check(definition: DefinitionName, content: Pick<Content, 'driver_type' | 'driver_account'>): void
  /** All of it; `before` are the inputs that it replaces. */
  read(
    definition: DefinitionName,
    request: Omit<CreateRequest, 'id' | 'type' | 'criteria'>,
    before?: DriverInputs,
  ): Content
  /** Puts parts of it in the place of what was. */
  merge(definition: DefinitionName, before: Content, request: PatchRequest): Content
}

export interface ContentNeighbours {
  typeExists(orgId: string, type: string): boolean
  driverExists(orgId: string, driverType: string): boolean
  accountExists(orgId: string, accountId: string): boolean
  secretStoreExists(orgId: string, storeId: string): boolean
  primarySecretStore(orgId: string): string
}

const isEmpty = (value: object | undefined) => value === undefined || Object.keys(value).length === 0

export const createContentReader = (neighbours: ContentNeighbours): ContentReader => {
  const secretsOf = ({ orgId, defId }: DefinitionName): SecretPlace => ({
    store: neighbours.primarySecretStore(orgId),
    prefix: `orgs/${orgId}/resources/defs/${defId}/secrets`,
    storeExists: (storeId) => neighbours.secretStoreExists(orgId, storeId),
  })
  const typeExists =
    ({ orgId }: DefinitionName) =>
    (type: string) =>
      neighbours.typeExists(orgId, type)

  const check: ContentReader['check'] = ({ orgId }, { driver_type, driver_account }) => {
    if (!neighbours.driverExists(orgId, driver_type)) {
      throw badRequest(`driver_type: resource driver '${driver_type}' does not exist for organization '${orgId}'.`)
    }
    if (driver_account !== undefined && !neighbours.accountExists(orgId, driver_account)) {
      throw badRequest(
        `driver_account: resource account '${driver_account}' does not exist in organization '${orgId}'.`,
      )
    }
  }

  const complete = (
    definition: DefinitionName,
    basics: Pick<Content, 'name' | 'driver_type' | 'in_place_driver_change'>,
    {
      account,
      inputs,
      provision,
    }: { account?: string | undefined; inputs?: DriverInputs | undefined; provision?: Provision | undefined },
  ): Content => {
    const content: Content = {
      ...basics,
      ...(account === undefined ? {} : { driver_account: account }),
      ...(inputs === undefined || isEmpty(inputs) ? {} : { driver_inputs: inputs }),
      ...(provision === undefined || isEmpty(provision) ? {} : { provision }),
    }
    check(definition, content)
    return content
  }

  return {
    check,
    read: (definition, request, before = {}) => {
      const { name, driver_type, driver_account, driver_inputs, in_place_driver_change = false } = request
      return complete(
        definition,
        { name, driver_type, in_place_driver_change },
        {
          account: driver_account || undefined,
          inputs: readInputs(driver_inputs, before, secretsOf(definition)),
          provision: readProvision(request.provision, typeExists(definition)),
        },
      )
    },
    merge: (definition, before, { name, driver_account, driver_inputs, provision, in_place_driver_change }) =>
      complete(
        definition,
        {
          name: name ?? before.name,
          driver_type: before.driver_type,
          in_place_driver_change: in_place_driver_change ?? before.in_place_driver_change,
        },
        {
          account: driver_account ?? before.driver_account,
          inputs: mergeInputs(before.driver_inputs, driver_inputs, secretsOf(definition)),
          provision: mergeProvision(before.provision, provision, typeExists(definition)),
        },
      ),
  }
}

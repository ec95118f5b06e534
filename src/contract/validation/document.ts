import contract from '../validation.json' with { type: 'json' }

type Responses = Record<string, object>
type PathItem = Record<string, object | { responses: Responses }>

const mapped = <T, R>(record: Record<string, T>, change: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

/** An answer has a description in OpenAPI, be it an empty one. */
const described = (responses: Responses): Responses =>
  mapped(responses, (response) => ('$ref' in response ? response : { description: '', ...response }))

/** The contract as requests are checked against it: an OpenAPI document, of a server, with no prose in it. */
export const contractDocument = (server: string): object => ({
  ...contract,
  info: { title: 'Humanitec Platform Orchestrator', ...contract.info },
  servers: [{ url: server }],
  paths: mapped(contract.paths as Record<string, PathItem>, (item) =>
    mapped(item, (part) => ('responses' in part ? { ...part, responses: described(part.responses) } : part)),
  ),
  components: { ...contract.components, responses: described(contract.components.responses) },
})

import { itemsOf, type Answer } from '../client/index.ts'
import { InputError } from '../errors.ts'
import type { OrganizationApi } from './application.ts'
import type { PreparedCall } from './prepare-call.ts'

export interface OperationAnswer extends Pick<Answer<unknown>, 'method' | 'path' | 'status' | 'etag' | 'body'> {
  /** The body is not JSON, but text such as YAML. */
  readonly isText: boolean
}

/** Throws an `InputError` for an operation that does not answer page by page. */
export const requirePages = ({ operation: { operationId, method, parameters } }: PreparedCall): void => {
  const isPaged = method === 'get' && parameters.some(({ name, in: place }) => place === 'query' && name === 'page')
  if (!isPaged) throw new InputError(`${operationId} has no pages: its answer is whole. Leave 'paginate' away.`)
}

/** Sends what has been prepared, once, and gives its answer. */
export const callOperation = async (
  { client }: Pick<OrganizationApi, 'client'>,
  { operation, options }: PreparedCall,
): Promise<OperationAnswer> => {
  for await (const answer of client.send(operation.method.toUpperCase(), operation.path, options)) {
    const isText = typeof answer.body === 'string' && !/json/i.test(answer.headers['content-type'] ?? '')
    return { ...answer, isText }
  }
  throw new Error('a call has at least one answer')
}

/** The items of all pages as one list. Throws an `InputError` where there are more pages than that. */
export const callPages = async (
  { client }: Pick<OrganizationApi, 'client'>,
  { operation, options }: PreparedCall,
  { maxPages }: { maxPages: number },
): Promise<OperationAnswer> => {
  const pages: Answer<unknown>[] = []
  for await (const answer of client.send(operation.method.toUpperCase(), operation.path, options)) {
    if (pages.length === maxPages) {
      const advice = "Ask for less with input 'query', or raise 'max-pages'"
      throw new InputError(`${operation.operationId} has more than ${maxPages} pages. ${advice}.`)
    }
    pages.push(answer)
  }
  const [{ method, path, status } = { method: '', path: '', status: 0 }] = pages
  return { method, path, status, body: pages.flatMap(itemsOf), isText: false }
}

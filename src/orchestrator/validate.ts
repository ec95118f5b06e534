import type { Operation } from '../contract/validation/operations.ts'
import {
  type Checked,
  type CheckedParameters,
  contractValidator,
  mediaTypeOf,
} from '../contract/validation/validator.ts'
import { badRequest, type HttpError, unprocessable } from './errors.ts'

const valueOf = <T>(checked: Checked<T>, refuse: (problem: string) => HttpError): T => {
  if ('problem' in checked) throw refuse(checked.problem)
  return checked.value
}

/** Path and query parameters in their contract's types; 400 naming the one that is wrong. */
export const checkParameters = (
  operation: Operation,
  path: Record<string, string>,
  search: URLSearchParams,
): CheckedParameters => valueOf(contractValidator().parameters(operation, path, search), badRequest)

/**
 * The body as the contract describes it; 400, or 422 where the contract has it. A form stays as its bytes, for its
 * route to read: a file in it need not be text.
 */
export const checkBody = (operation: Operation, contentType: string, bytes: Buffer): unknown => {
  if (operation.body && mediaTypeOf(operation.body.schemas, contentType) === 'multipart/form-data') return bytes
  const refuse = operation.responses.has('422') ? unprocessable : badRequest
  try {
    return valueOf(contractValidator().body(operation, contentType, bytes.toString('utf8')), refuse)
  } catch (error) {
    // A schema that contains itself is checked by calls inside calls, until the stack has an end.
    if (error instanceof RangeError) throw refuse('The body is nested too deep.')
    throw error
  }
}

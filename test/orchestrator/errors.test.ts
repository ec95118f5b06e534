import { expect, test } from 'vitest'
import { errorBody, HttpError } from '../../src/orchestrator/errors.ts'

test.each([
  [400, 'API-001'],
  [401, 'API-000'],
  [403, 'API-002'],
  [404, 'API-003'],
  [405, 'API-004'],
  [409, 'API-005'],
  [412, 'API-006'],
  [413, 'API-011'],
  [422, 'API-007'],
  [429, 'API-008'],
  [500, 'API-009'],
  [501, 'API-010'],
  [507, 'API-012'],
  // What has no code of its own has that of its kind.
  [408, 'API-001'],
  [503, 'API-009'],
])('an error of status %i says so by the code %s', (status, error) => {
  expect(errorBody(new HttpError(status, 'No.'))).toEqual({ error, message: 'No.' })
})

test('an error has details only where there are some, and a body of another kind instead of all that', () => {
  const details = { path: '/x' }
  expect(errorBody(new HttpError(400, 'No.', { details }))).toEqual({ error: 'API-001', message: 'No.', details })
  expect(errorBody(new HttpError(404, 'No.', { body: 'Nothing' }))).toBe('Nothing')
  expect(errorBody(new HttpError(409, 'No.', { body: [] }))).toEqual([])
})

import { route } from '../router.ts'
import type { Tokens } from './model.ts'

export const tokenRoutes = (tokens: Tokens) => [
  route('get', '/users/{userId}/tokens', 'anybody', ({ path, caller }) => ({
    status: 200,
    body: tokens.list(path.userId, caller),
  })),
  route('post', '/users/{userId}/tokens', 'anybody', ({ path, body, caller }) => ({
    status: 200,
    body: { token: tokens.create(path.userId, body, caller), type: 'static' },
  })),
  route('get', '/users/{userId}/tokens/{tokenId}', 'anybody', ({ path, caller }) => ({
    status: 200,
    body: tokens.get(path.userId, path.tokenId, caller),
  })),
  route('delete', '/users/{userId}/tokens/{tokenId}', 'anybody', ({ path, caller }) => {
    tokens.delete(path.userId, path.tokenId, caller)
    return { status: 204 }
  }),
]

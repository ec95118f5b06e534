import type { HttpRequest, Transport } from '../../src/contract/http.ts'
import { aShop, shop } from './a-shop.ts'

export const url = 'https://hooks.test/in'
export const all = [
  { scope: 'environment', type: 'created' },
  { scope: 'environment', type: 'deleted' },
  { scope: 'deployment', type: 'started' },
  { scope: 'deployment', type: 'finished' },
]

export type Reply = number | Error | 'never'

/** What receives: it answers as it is told, in turn, and 200 afterwards. */
export const aReceiver = (...replies: Reply[]) => {
  const received: HttpRequest[] = []
  const transport: Transport = (request) => {
    received.push(request)
    const reply = replies.shift() ?? 200
    if (reply === 'never') {
      return new Promise((_, reject) => {
        request.signal?.addEventListener('abort', () => reject(request.signal?.reason as Error))
      })
    }
    if (reply instanceof Error) return Promise.reject(reply)
    return Promise.resolve({ status: reply, headers: { location: 'https://elsewhere.test/' }, body: '' })
  }
  return { received, transport }
}

export const bodyOf = (request: HttpRequest | undefined) => JSON.parse(String(request?.body))
export const idOf = (request: HttpRequest | undefined) => request?.headers['humanitec-delivery-id']

/** A shop whose webhook waits for every event, unless `fields` say otherwise. */
export const aListeningShop = async ({
  fields = {},
  ...options
}: { fields?: object } & Parameters<typeof aShop>[0] = {}) => {
  const it = aShop(options)
  const { status, body } = await it.call('POST', `${shop}/webhooks`, { id: 'told', url, triggers: all, ...fields })
  if (status !== 201 && status !== 409) throw new Error(JSON.stringify(body))
  return {
    ...it,
    createEnvironment: (id = 'preview') =>
      it.call('POST', `${shop}/envs`, { id, name: `The ${id}`, type: 'development' }),
  }
}

export type ListeningShop = Awaited<ReturnType<typeof aListeningShop>>

import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { HttpRequest, Transport } from '../../contract/http.ts'
import { answerLimit } from './outbox.ts'

const open = ({ url, method, headers, signal }: HttpRequest) => {
  const target = new URL(url)
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest
  // A connection of its own: one that is used again may turn out to be closed, and then it is unknown what got through.
  return request(target, { method, headers, agent: false, ...(signal ? { signal } : {}) })
}

/** Sends a request: once, without following where an answer points to, and reads no more than `answerLimit`. */
export const nodeTransport: Transport = (request) =>
  new Promise((resolve, reject) => {
    const sent = open(request)
    sent.on('error', reject)
    // Where nobody listens for it, Node ends the connection and says nothing.
    sent.on('upgrade', (_, socket) => {
      socket.destroy()
      reject(new Error('the server goes over to another protocol'))
    })
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        chunks.push(chunk)
        if (size > answerLimit) sent.destroy(new Error(`the answer is larger than ${answerLimit} bytes`))
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.end(request.body)
  })
